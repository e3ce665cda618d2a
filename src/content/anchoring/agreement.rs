//! How far two texts go the same way from two places.
//!
//! Texts are plain ones. Bytes are compared many at a time: a text that says the same thing over and
//! over has each of its places compared with each other one.

use super::plain::{Place, Plain};
use super::words::{CONTEXT, is_of_word};

/// On one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Agreement {
    /// In whole words, in characters.
    pub length: usize,
    /// Over a whole context, or to the end of both.
    pub is_full: bool,
    /// To the end of both.
    pub is_to_end: bool,
}

/// More agreement than this says nothing more, in characters.
const LONGEST: usize = 240;

/// A letter has no more bytes.
const MOST_BYTES: usize = LONGEST * 4;

/// So many bytes are compared at a time.
const STRIDE: usize = 16;

/// On both sides of two places.
pub(super) fn agreements(
    (old, mine): (&[Plain], &Place),
    (new, theirs): (&[Plain], &Place),
) -> (Agreement, Agreement) {
    let (one_before, one_after) = around(old, mine);
    let (other_before, other_after) = around(new, theirs);
    (
        before(one_before, other_before),
        after(one_after, other_after),
    )
}

/// What stands before and after a place.
pub(super) fn around<'a>(texts: &'a [Plain], place: &Place) -> (&'a str, &'a str) {
    let text = texts.get(place.text).map_or("", |plain| &plain.text);
    (
        text.get(..place.range.start).unwrap_or_default(),
        text.get(place.range.end..).unwrap_or_default(),
    )
}

/// So much of it as is ever compared, and the letter behind that.
pub(super) fn compared<'a>(texts: &'a [Plain], place: &Place) -> (&'a str, &'a str) {
    let (before, after) = around(texts, place);
    let start = before.char_indices().rev().nth(LONGEST);
    let end = after.char_indices().nth(LONGEST + 1);
    (
        start.map_or(before, |(at, _)| before.get(at..).unwrap_or_default()),
        end.map_or(after, |(at, _)| after.get(..at).unwrap_or_default()),
    )
}

fn after(one: &str, other: &str) -> Agreement {
    let count = shared_bytes(one.as_bytes(), other.as_bytes());
    let mut shared = floor(one, count);
    if let Some((at, _)) = shared.char_indices().nth(LONGEST) {
        shared = shared.get(..at).unwrap_or_default();
    }
    let rest = |text: &str| text.get(shared.len()..).and_then(|it| it.chars().next());
    let next = [rest(one), rest(other)];
    let goes_on = shared.ends_with(is_of_word) && next.iter().flatten().any(|&it| is_of_word(it));
    let whole = if goes_on {
        shared.trim_end_matches(is_of_word)
    } else {
        shared
    };
    Agreement::of(whole, next)
}

fn before(one: &str, other: &str) -> Agreement {
    let count = shared_bytes_back(one.as_bytes(), other.as_bytes());
    let mut shared = ceil(one, one.len() - count);
    if let Some((at, _)) = shared.char_indices().rev().nth(LONGEST - 1) {
        shared = shared.get(at..).unwrap_or_default();
    }
    let rest = |text: &str| {
        let rest = text.get(..text.len() - shared.len());
        rest.and_then(|it| it.chars().next_back())
    };
    let next = [rest(one), rest(other)];
    let goes_on = shared.starts_with(is_of_word) && next.iter().flatten().any(|&it| is_of_word(it));
    let whole = if goes_on {
        shared.trim_start_matches(is_of_word)
    } else {
        shared
    };
    Agreement::of(whole, next)
}

impl Agreement {
    /// `next` is what follows in either text.
    fn of(shared: &str, next: [Option<char>; 2]) -> Self {
        let is_to_end = next == [None, None];
        let length = shared.chars().count();
        Self {
            length,
            is_full: is_to_end || length >= CONTEXT,
            is_to_end,
        }
    }
}

/// What of a text lies before a byte, without a letter that it cuts.
fn floor(text: &str, byte: usize) -> &str {
    let mut boundaries = (0..=byte).rev();
    let at = boundaries.find_map(|at| text.get(..at));
    at.unwrap_or_default()
}

/// The same of what lies behind it.
fn ceil(text: &str, byte: usize) -> &str {
    let mut boundaries = byte..=text.len();
    let at = boundaries.find_map(|at| text.get(at..));
    at.unwrap_or_default()
}

/// How many bytes two texts begin with alike.
fn shared_bytes(one: &[u8], other: &[u8]) -> usize {
    let most = one.len().min(other.len()).min(MOST_BYTES);
    let (one, other) = (one.get(..most), other.get(..most));
    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
    let strides = one.chunks_exact(STRIDE).zip(other.chunks_exact(STRIDE));
    let same = STRIDE * strides.take_while(|(one, other)| one == other).count();
    let rest = one.iter().skip(same).zip(other.iter().skip(same));
    same + rest.take_while(|(one, other)| one == other).count()
}

/// How many bytes two texts end with alike.
fn shared_bytes_back(one: &[u8], other: &[u8]) -> usize {
    let most = one.len().min(other.len()).min(MOST_BYTES);
    let (one, other) = (one.get(one.len() - most..), other.get(other.len() - most..));
    let (one, other) = (one.unwrap_or_default(), other.unwrap_or_default());
    let strides = one.rchunks_exact(STRIDE).zip(other.rchunks_exact(STRIDE));
    let same = STRIDE * strides.take_while(|(one, other)| one == other).count();
    let (one, other) = (one.iter().rev().skip(same), other.iter().rev().skip(same));
    let rest = one.zip(other);
    same + rest.take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    /// Letter by letter, away from the place.
    fn slowly(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> Agreement {
        let (mut one, mut other) = (one.peekable(), other.peekable());
        let (mut count, mut whole_words, mut last) = (0, 0, ' ');
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
        let goes_on =
            |next: Option<&char>| is_of_word(last) && next.is_some_and(|&it| is_of_word(it));
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

    proptest! {
        #[test]
        fn texts_agree_as_far_as_letter_by_letter(
            shared in "([a-b\u{e9}\u{e8}\u{1f600} ]{0,20}){0,20}",
            one in "[a-b\u{e9}\u{e8} ]{0,3}",
            other in "[a-b\u{e9}\u{e8} ]{0,3}",
        ) {
            let (mine, theirs) = (format!("{shared}{one}"), format!("{shared}{other}"));
            prop_assert_eq!(after(&mine, &theirs), slowly(mine.chars(), theirs.chars()));
            let (mine, theirs) = (format!("{one}{shared}"), format!("{other}{shared}"));
            prop_assert_eq!(
                before(&mine, &theirs),
                slowly(mine.chars().rev(), theirs.chars().rev())
            );
        }
    }
}
