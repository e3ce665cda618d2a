//! Letters, words and quotes of a text.

use std::ops::Range;

/// So much of the text on either side is kept with a quote, in characters.
const CONTEXT: usize = 32;

/// Words with what stands around them, so that a person knows them again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

/// Whether two texts are the same but for such signs.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one.chars().map(plain).eq(other.chars().map(plain))
}

/// Where a byte of a text is in another one that is the same but for such signs.
pub(super) fn same_place(one: &str, other: &str, byte: usize) -> Option<usize> {
    let count = one.get(..byte)?.chars().count();
    let mut places = other.char_indices().map(|(at, _)| at);
    Some(places.nth(count).unwrap_or(other.len()))
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
pub(super) fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        match start {
            None if is_of_word(letter) => start = Some(at),
            Some(from) if !is_of_word(letter) => {
                found.push((from..at, text.get(from..at).unwrap_or_default()));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        found.push((from..text.len(), text.get(from..).unwrap_or_default()));
    }
    found
}

/// Where a quote stands in a text, as whole words where it is whole words itself. `edges` says
/// whether a word goes on across its two ends.
pub(super) fn places_of(text: &str, quote: &str, edges: (bool, bool)) -> Vec<Range<usize>> {
    let Some(first) = quote.chars().next().map(plain) else {
        return Vec::new();
    };
    let starts = text.char_indices();
    let starts = starts.filter(|&(_, letter)| plain(letter) == first);
    let ranges = starts.filter_map(|(start, _)| {
        let rest = text.get(start..)?;
        let mut letters = rest.char_indices();
        for wanted in quote.chars() {
            let (_, letter) = letters.next()?;
            if plain(letter) != plain(wanted) {
                return None;
            }
        }
        let range = start..start + letters.offset();
        let is_edge = (
            is_inside_word(text, range.start),
            is_inside_word(text, range.end),
        );
        (is_edge == edges).then_some(range)
    });
    ranges.collect()
}

/// How far two texts go the same way from two places, on one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Agreement {
    /// In whole words, in characters.
    pub length: usize,
    /// Over a whole context, or to the end of both.
    pub is_full: bool,
    /// To the end of both.
    pub is_to_end: bool,
}

/// More agreement than this says nothing more.
const LONGEST: usize = 240;

/// Letters go away from the place.
pub(super) fn agreement(
    one: impl Iterator<Item = char>,
    other: impl Iterator<Item = char>,
) -> Agreement {
    let mut one = one.map(plain).peekable();
    let mut other = other.map(plain).peekable();
    let (mut count, mut whole_words) = (0, 0);
    let mut last = ' ';
    while let (Some(&mine), Some(&theirs)) = (one.peek(), other.peek()) {
        if mine != theirs || count == LONGEST {
            break;
        }
        if !is_of_word(last) || !is_of_word(mine) {
            whole_words = count;
        }
        last = mine;
        count += 1;
        one.next();
        other.next();
    }
    let goes_on = |next: Option<&char>| is_of_word(last) && next.is_some_and(|&it| is_of_word(it));
    if !goes_on(one.peek()) && !goes_on(other.peek()) {
        whole_words = count;
    }
    let is_to_end = one.peek().is_none() && other.peek().is_none();
    Agreement {
        length: whole_words,
        is_full: is_to_end || whole_words >= CONTEXT,
        is_to_end,
    }
}

/// On both sides of two ranges.
pub(super) fn agreements(
    (one, mine): (&str, &Range<usize>),
    (other, theirs): (&str, &Range<usize>),
) -> (Agreement, Agreement) {
    (
        agreement(
            one.get(..mine.start).unwrap_or_default().chars().rev(),
            other.get(..theirs.start).unwrap_or_default().chars().rev(),
        ),
        agreement(
            one.get(mine.end..).unwrap_or_default().chars(),
            other.get(theirs.end..).unwrap_or_default().chars(),
        ),
    )
}
