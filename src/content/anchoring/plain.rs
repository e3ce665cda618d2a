//! A text as it is compared: signs that programs put in each other's place are one there.

use std::ops::Range;

use super::words::plain;

/// A text of such signs, and which byte of it is which of the text as it is written.
pub(super) struct Plain {
    pub text: String,
    /// By byte: where its letter begins in the text as it is written; at last, where that ends.
    written: Vec<usize>,
}

/// Words of one of several texts, as bytes of the plain one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub text: usize,
    pub range: Range<usize>,
}

impl Plain {
    pub(super) fn of(written: &str) -> Self {
        let mut text = String::with_capacity(written.len());
        let mut places = Vec::with_capacity(written.len() + 1);
        for (at, letter) in written.char_indices() {
            text.push(plain(letter));
            places.resize(text.len(), at);
        }
        places.push(written.len());
        Self {
            text,
            written: places,
        }
    }

    /// Bytes of it that are these of the text as it is written; none where they cut a letter.
    pub(super) fn range(&self, written: &Range<usize>) -> Option<Range<usize>> {
        let byte = |at: usize| {
            let byte = self.written.partition_point(|&it| it < at);
            (self.written.get(byte) == Some(&at)).then_some(byte)
        };
        let (start, end) = (byte(written.start)?, byte(written.end)?);
        (start <= end).then_some(start..end)
    }

    /// The other way round.
    pub(super) fn written(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let byte = |at: usize| self.written.get(at).copied();
        Some(byte(range.start)?..byte(range.end)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_goes_both_ways_and_none_cuts_a_letter() {
        let written = "a\u{2019}s \u{e9}\u{2014}b";
        let plain = Plain::of(written);
        assert_eq!(plain.text, "a's \u{e9}-b");
        let at = written.find('b').unwrap();
        assert_eq!(plain.range(&(1..4)), Some(1..2));
        assert_eq!(plain.written(&(1..2)), Some(1..4));
        assert_eq!(plain.range(&(at..at + 1)), Some(7..8));
        assert_eq!(plain.written(&(7..8)), Some(at..at + 1));
        assert_eq!(plain.range(&(2..4)), None);
        assert_eq!(plain.range(&(1..99)), None);
        assert_eq!(Plain::of("").range(&(0..0)), Some(0..0));
    }
}
