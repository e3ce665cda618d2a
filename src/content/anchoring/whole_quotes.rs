//! Words that were lost before: where they stand again, with all that was around them.

use std::collections::BTreeMap;

use super::Placed;
use super::machine::Machine;
use super::plain::{Place, Plain};
use super::words::{CONTEXT, Quote};

/// Of the text a quote comes from nothing more is known than what was kept with it. So it has its place
/// only where all of that stands, once in the whole text, and no other quote has the same around it.
pub(in crate::content) fn stand_once(quotes: &[Quote], texts: &[&str]) -> Vec<Option<Placed>> {
    let texts: Vec<Plain> = texts.iter().map(|text| Plain::of(text)).collect();
    let wanted: Vec<Wanted> = quotes.iter().map(Wanted::of).collect();
    let mut by_words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, it) in wanted.iter().enumerate() {
        if it.length > 0 {
            by_words.entry(&it.words).or_default().push(at);
        }
    }
    let all: Vec<&str> = by_words.keys().copied().collect();
    let mut found: Vec<Vec<Place>> = vec![Vec::new(); quotes.len()];
    let machine = Machine::of(&all);
    for (text, plain) in texts.iter().enumerate() {
        machine.read(&plain.text, |words, range| {
            let of_words = all.get(words).and_then(|words| by_words.get(words));
            for &at in of_words.into_iter().flatten() {
                if let (Some(it), Some(found)) = (wanted.get(at), found.get_mut(at))
                    && (!it.is_from_start || range.start == 0)
                    && (!it.is_to_end || range.end == plain.text.len())
                    && found.len() < 2
                {
                    let start = range.start + it.before;
                    let range = start..start + it.length;
                    found.push(Place { text, range });
                }
            }
        });
    }
    let is_alone = |at: usize| {
        let it = wanted.get(at);
        let same = it.and_then(|it| by_words.get(it.words.as_str()));
        let same = same.into_iter().flatten().filter(|&&other| {
            let other = wanted.get(other);
            it.zip(other).is_some_and(|(it, other)| it == other)
        });
        same.take(2).count() == 1
    };
    let found = found.into_iter().enumerate();
    let placed = found.map(|(at, found)| match found.as_slice() {
        [only] if is_alone(at) => Some(Placed {
            passage: only.text,
            range: texts.get(only.text)?.written(&only.range)?,
        }),
        _ => None,
    });
    placed.collect()
}

/// A quote as it is looked for.
#[derive(PartialEq, Eq)]
struct Wanted {
    /// With what was around it.
    words: String,
    /// Where the quote itself begins, and how long it is.
    before: usize,
    length: usize,
    /// Where less was kept than is kept of a long text, the text ended there.
    is_from_start: bool,
    is_to_end: bool,
}

impl Wanted {
    fn of(quote: &Quote) -> Self {
        let [before, exact, after] =
            [&quote.before, &quote.exact, &quote.after].map(|text| Plain::of(text).text);
        let is_cut = |text: &str| text.chars().count() >= CONTEXT;
        Self {
            is_from_start: !is_cut(&before),
            is_to_end: !is_cut(&after),
            before: before.len(),
            length: exact.len(),
            words: before + &exact + &after,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "A delegation from the far north came to see the envoy of Georgia in the old \
                        palace by the river, and left again on the same day.";

    fn quote_of(text: &str, words: &str) -> Quote {
        let at = text.find(words).unwrap();
        Quote::of(text, &(at..at + words.len()))
    }

    /// What stands there of each quote.
    fn found(quotes: &[Quote], texts: &[&str]) -> Vec<Option<String>> {
        let placed = stand_once(quotes, texts).into_iter();
        placed
            .map(|it| it.map(|it| texts[it.passage][it.range].to_owned()))
            .collect()
    }

    #[test]
    fn a_quote_comes_back_with_all_that_was_around_it() {
        let quote = quote_of(TEXT, "Georgia");
        let longer = format!("It was \u{201c}cold\u{201d}. {TEXT}");
        let there = Some("Georgia".to_owned());
        assert_eq!(
            found(std::slice::from_ref(&quote), &["Else.", &longer]),
            [there]
        );
        // One word of it is another one; it stands twice; it is not there.
        for texts in [
            &[TEXT.replace("envoy", "king").as_str()][..],
            &[TEXT, TEXT],
            &[],
            &["", "Georgia"],
        ] {
            assert_eq!(
                found(std::slice::from_ref(&quote), texts),
                [None],
                "{texts:?}"
            );
        }
    }

    #[test]
    fn two_quotes_with_the_same_around_them_are_told_apart_by_nobody() {
        let quote = quote_of(TEXT, "Georgia");
        assert_eq!(
            found(&[quote.clone(), quote.clone()], &[TEXT]),
            [None, None]
        );
        let inner = quote_of(TEXT, "envoy");
        assert!(found(&[quote, inner], &[TEXT]).iter().all(Option::is_some));
    }

    #[test]
    fn where_a_text_ended_it_still_ends() {
        let quote = quote_of("India won.", "India");
        assert_eq!(
            found(std::slice::from_ref(&quote), &["India won."]),
            [Some("India".to_owned())]
        );
        assert_eq!(
            found(std::slice::from_ref(&quote), &["They say India won."]),
            [None]
        );
        assert_eq!(found(&[quote], &["India won. So it goes."]), [None]);
        assert_eq!(found(&[Quote::default()], &["", "a"]), [None]);
    }

    #[test]
    fn other_quotes_dashes_and_spaces_are_no_change() {
        let quote = quote_of("So \"India\" - the team - won.", "India");
        let now = "So\u{a0}\u{201c}India\u{201d} \u{2013} the team \u{2013} won.";
        assert_eq!(found(&[quote], &[now]), [Some("India".to_owned())]);
    }
}
