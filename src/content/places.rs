//! From a byte of a file to its line and column, for however many problems ask.

/// Characters are counted from the nearest mark, so that a file of one long line costs no more.
const MARK_BYTES: usize = 512;

/// Line starts and character counts of a text, taken in one pass.
pub(super) struct Places<'a> {
    text: &'a str,
    /// Byte offsets.
    line_starts: Vec<usize>,
    /// Characters that start before each multiple of [`MARK_BYTES`].
    marks: Vec<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut line_starts = vec![0];
        let mut marks = Vec::with_capacity(text.len() / MARK_BYTES + 1);
        let mut characters = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % MARK_BYTES == 0 {
                marks.push(characters);
            }
            characters += usize::from(starts_character(byte));
            if byte == b'\n' {
                line_starts.push(at + 1);
            }
        }
        Self {
            text,
            line_starts,
            marks,
        }
    }

    /// Line and column, both from 1, the column in characters. A byte past the end is the end.
    pub(super) fn of(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self.line_starts.partition_point(|&start| start <= byte);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        (
            line,
            self.characters_before(byte) - self.characters_before(start) + 1,
        )
    }

    fn characters_before(&self, byte: usize) -> usize {
        // The text's length may stand on a mark of which there is none.
        let mark = (byte / MARK_BYTES).min(self.marks.len().saturating_sub(1));
        let counted = self.marks.get(mark).copied().unwrap_or(0);
        let rest = self.text.as_bytes().get(mark * MARK_BYTES..byte);
        let more = rest.unwrap_or_default().iter();
        counted + more.filter(|&&byte| starts_character(byte)).count()
    }
}

/// Of a character of several bytes all but the first begin with the bits 10.
fn starts_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_on_lines_short_and_long() {
        let text = format!("é\nab{}x\n", "é".repeat(700));
        let places = Places::new(&text);
        assert_eq!(places.of(0), (1, 1));
        assert_eq!(places.of(3), (2, 1));
        assert_eq!(places.of(5), (2, 3));
        assert_eq!(places.of(text.find('x').unwrap_or(0)), (2, 703));
        assert_eq!(places.of(text.len() + 9), (3, 1));
        assert_eq!(Places::new("").of(4), (1, 1));
    }
}
