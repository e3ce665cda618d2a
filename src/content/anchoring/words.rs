//! Letters, words and quotes of a text.

use std::ops::Range;

/// So much of the text on either side is kept with a quote, in characters.
pub(super) const CONTEXT: usize = 32;

/// Words with what stands around them, so that a person knows them again.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::content) struct Quote {
    pub exact: String,
    pub before: String,
    pub after: String,
}

impl Quote {
    /// Empty where the range is none of the text.
    pub(in crate::content) fn of(text: &str, range: &Range<usize>) -> Self {
        let before = text.get(..range.start).unwrap_or_default();
        let after = text.get(range.end..).unwrap_or_default();
        let from = before.char_indices().rev().take(CONTEXT).last();
        let from = from.map_or(before.len(), |(at, _)| at);
        Self {
            exact: text.get(range.clone()).unwrap_or_default().to_owned(),
            before: before.get(from..).unwrap_or_default().to_owned(),
            after: after.chars().take(CONTEXT).collect(),
        }
    }
}

/// Signs that programs put in each other's place count as one: quotes, dashes and white space.
pub(super) fn plain(letter: char) -> char {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2bc}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ if letter.is_whitespace() => ' ',
        _ => letter,
    }
}

pub(super) fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric()
}

/// Whether a word goes on across a byte of a text.
pub(super) fn is_inside_word(text: &str, byte: usize) -> bool {
    let before = text.get(..byte).and_then(|text| text.chars().next_back());
    let after = text.get(byte..).and_then(|text| text.chars().next());
    before.is_some_and(is_of_word) && after.is_some_and(is_of_word)
}

/// The words of a text with their bytes.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + text.get(end..)?.find(is_of_word)?;
        let rest = text.get(start..)?;
        let word = rest.split(|letter| !is_of_word(letter)).next()?;
        end = start + word.len();
        Some((start..end, word))
    })
}

/// The words of a text from its end.
pub(super) fn words_back(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let until = rest.trim_end_matches(|letter| !is_of_word(letter));
        let start = until.trim_end_matches(is_of_word).len();
        let word = until.get(start..).filter(|word| !word.is_empty())?;
        rest = until.get(..start)?;
        Some(word)
    })
}
