//! The sentence that words stand in, to be read by itself.

use std::ops::Range;

/// A longer sentence is cut at its ends, in bytes.
const MOST_BYTES: usize = 240;

/// The sentence around a range of a text. Of a long one so much as stands around the words.
pub(super) fn sentence_around(text: &str, words: &Range<usize>) -> Range<usize> {
    let (before, after) = (
        text.get(..words.start).unwrap_or_default(),
        text.get(words.end..).unwrap_or_default(),
    );
    let start = ends(before).last().unwrap_or(0);
    let end = ends(after).next().map_or(text.len(), |at| words.end + at);
    let whole = start..text.get(..end).map_or(end, |text| text.trim_end().len());
    if whole.len() <= MOST_BYTES {
        return whole;
    }
    let room = MOST_BYTES.saturating_sub(words.len()) / 2;
    let from = words.start.saturating_sub(room).max(whole.start);
    let to = (words.end + room).min(whole.end);
    let spaces = |range: Range<usize>| {
        let part = text.bytes().enumerate().take(range.end).skip(range.start);
        part.filter(|(_, byte)| *byte == b' ').map(|(at, _)| at)
    };
    let from = if from > whole.start {
        spaces(from..words.start)
            .next()
            .map_or(words.start, |at| at + 1)
    } else {
        from
    };
    let to = if to < whole.end {
        spaces(words.end..to).next_back().unwrap_or(words.end)
    } else {
        to
    };
    from..to
}

/// Where sentences end: after a stop, with what closes it, before a space and a capital.
fn ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    let stops = text.match_indices(['.', '!', '?', '\u{2026}']);
    stops.filter_map(|(at, stop)| {
        let rest = text.get(at + stop.len()..)?;
        let rest = rest.trim_start_matches(['\u{201d}', '\u{2019}', '"', ')', '\'']);
        let begins = rest.trim_start();
        let is_end = rest.len() > begins.len() && starts_sentence(begins) || rest.is_empty();
        // "U.S. State Department" goes on.
        let word = text.get(..at)?.rsplit(char::is_whitespace).next()?;
        let is_short = word.contains('.') || word.chars().count() < 2;
        (is_end && !is_short).then_some(text.len() - begins.len())
    })
}

fn starts_sentence(text: &str) -> bool {
    let first = text.chars().find(|letter| letter.is_alphanumeric());
    first.is_none_or(|letter| !letter.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_a_stop_and_not_inside_a_short_form() {
        let text =
            "First one. The U.S. Senate met Georgia\u{2019}s envoy. \u{201c}Last?\u{201d} he said.";
        let of = |words: &str| {
            let start = text.find(words).unwrap();
            &text[sentence_around(text, &(start..start + words.len()))]
        };
        assert_eq!(of("First"), "First one.");
        assert_eq!(of("Georgia"), "The U.S. Senate met Georgia\u{2019}s envoy.");
        assert_eq!(of("said"), "\u{201c}Last?\u{201d} he said.");
    }

    #[test]
    fn of_a_long_sentence_whole_words_around_are_left() {
        let text = format!("{}needle {}", "hay ".repeat(200), "str\u{e4}w ".repeat(200));
        let start = text.find("needle").unwrap();
        let shown = &text[sentence_around(&text, &(start..start + 6))];
        assert!(
            shown.starts_with("hay hay") && shown.ends_with("str\u{e4}w"),
            "{shown}"
        );
        assert!(shown.len() <= MOST_BYTES);
    }
}
