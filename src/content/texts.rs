//! Texts a reader sees, without characters that could make one look like another.

use super::json_text::Piece;
use super::letters::{is_hidden, is_hidden_in_lines, strip};
use super::loader::Loader;

impl<'a> Loader<'a> {
    /// A name or another text of one line; each hidden character is a problem.
    pub(super) fn name(&mut self, row: Piece<'a>, path: &str, written: String) -> String {
        self.shown(row, path, written, is_hidden)
    }

    /// A text that may have lines.
    pub(super) fn prose(&mut self, row: Piece<'a>, path: &str, written: String) -> String {
        self.shown(row, path, written, is_hidden_in_lines)
    }

    fn shown(
        &mut self,
        row: Piece<'a>,
        path: &str,
        written: String,
        is_hidden: fn(char) -> bool,
    ) -> String {
        let (text, hidden) = strip(written, is_hidden);
        for (byte, letter) in hidden {
            let what = format!("an invisible character, U+{:04X}", u32::from(letter));
            self.problem_in_string(row, path, byte, &what, "visible characters only");
        }
        text
    }
}
