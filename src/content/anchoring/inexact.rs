//! A longer quote of which a word or two inside were changed: "the pipeline that was planned".
//!
//! Only small words may differ. Another name, another number or a "not" make it another statement,
//! however alike it looks.

use std::ops::Range;

use super::alignment::Group;
use super::words::{agreements, is_of_word, words};
use super::{Anchoring, Placed};

/// A shorter quote is a name, which is there or is not.
const LEAST_WORDS: usize = 4;

/// A longer quote is not compared.
const MOST_WORDS: usize = 80;

/// How alike the words are: twice those both have in order, of a hundred of all.
const LEAST_PERCENT: usize = 75;

/// So much of the text on one side agrees with the old one, in characters.
const LEAST_AROUND: usize = 8;

/// No more places than these are compared.
const MOST_PLACES: usize = 400;

const NEGATIONS: [&str; 8] = [
    "no", "not", "never", "neither", "nor", "without", "hardly", "cannot",
];

/// Words of a text with their bytes.
type Words<'a> = [(Range<usize>, &'a str)];

/// A stretch of a text that begins and ends with the words a quote does.
struct Span {
    text: usize,
    range: Range<usize>,
    percent: usize,
}

/// The place, if there is one so alike, no second, and no other words in the old text that are as
/// much alike to it.
pub(super) fn find(
    anchoring: &Anchoring<'_>,
    group: &Group,
    passage: usize,
    range: &Range<usize>,
) -> Option<Placed> {
    let text = *anchoring.old.get(passage)?;
    let written = text.get(range.clone())?;
    let quote = words(written);
    // What begins or ends with a sign is not found by its words.
    if written.starts_with(|it| !is_of_word(it)) || written.ends_with(|it| !is_of_word(it)) {
        return None;
    }
    if !(LEAST_WORDS..=MOST_WORDS).contains(&quote.len()) {
        return None;
    }
    let mut found = spans(&anchoring.new, &group.new, &quote)?;
    found.retain(|span| span.percent >= LEAST_PERCENT);
    let [only] = found.as_slice() else {
        return None;
    };
    let other = *anchoring.new.get(only.text)?;
    let (before, after) = agreements((text, range), (other, &only.range));
    let is_around =
        before.length.max(after.length) >= LEAST_AROUND || before.is_to_end && after.is_to_end;
    let taken = words(other.get(only.range.clone())?);
    let rivals = spans(&anchoring.old, &group.old, &taken)?;
    let is_own = |span: &Span| span.text == passage && overlaps(&span.range, range);
    let is_beaten = |span: &Span| !is_own(span) && span.percent >= only.percent;
    if !is_around || rivals.iter().any(is_beaten) {
        return None;
    }
    Some(Placed {
        passage: only.text,
        range: only.range.clone(),
    })
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Stretches that begin and end as the quote does and say the same names and numbers; none where
/// there are too many to compare.
fn spans(texts: &[&str], which: &[usize], quote: &Words<'_>) -> Option<Vec<Span>> {
    let ((_, first), (_, last)) = (quote.first()?, quote.last()?);
    let mut found = Vec::new();
    let mut compared = 0;
    for &at in which {
        let text = texts.get(at).copied().unwrap_or_default();
        let words = words(text);
        for (start, _) in words.iter().enumerate().filter(|(_, (_, it))| it == first) {
            let longest = (quote.len() * 4).div_ceil(3);
            let shortest = quote.len() * 2 / 3;
            for length in shortest.max(2)..=longest {
                let Some(span) = words.get(start..start + length) else {
                    break;
                };
                let is_end = span.last().is_some_and(|(_, word)| word == last);
                if !is_end || !says_the_same(span, quote) {
                    continue;
                }
                compared += 1;
                if compared > MOST_PLACES {
                    return None;
                }
                let (from, to) = (span.first()?.0.start, span.last()?.0.end);
                found.push(Span {
                    text: at,
                    range: from..to,
                    percent: likeness(span, quote),
                });
            }
        }
    }
    Some(found)
}

/// Whether names, numbers and negations are the same ones in the same order.
fn says_the_same(one: &Words<'_>, other: &Words<'_>) -> bool {
    let weighty = |words: &Words<'_>| -> Vec<String> {
        let words = words.iter().map(|(_, word)| *word);
        let is_weighty = |word: &&str| {
            let is_name = word
                .chars()
                .any(|letter| letter.is_uppercase() || letter.is_numeric());
            is_name || NEGATIONS.contains(word) || *word == "t"
        };
        words.filter(is_weighty).map(str::to_owned).collect()
    };
    weighty(one) == weighty(other)
}

/// Twice the words both have in order, of a hundred of all.
fn likeness(one: &Words<'_>, other: &Words<'_>) -> usize {
    let mut row = vec![0_usize; other.len() + 1];
    for (_, mine) in one {
        let mut corner = 0;
        for (at, (_, theirs)) in other.iter().enumerate() {
            let left = row.get(at).copied().unwrap_or_default();
            if let Some(cell) = row.get_mut(at + 1) {
                let above = *cell;
                *cell = if mine == theirs {
                    corner + 1
                } else {
                    left.max(above)
                };
                corner = above;
            }
        }
    }
    let shared = row.last().copied().unwrap_or_default();
    shared * 200 / (one.len() + other.len())
}
