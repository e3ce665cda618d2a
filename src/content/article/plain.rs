//! Plain text: every line is a paragraph.

use super::gathering::Paragraphs;

/// Adds every line of a text.
pub(super) fn read(text: &str, found: &mut Paragraphs) {
    for line in text.split(ends_line) {
        found.push(line);
    }
}

/// Whether a character ends a line on any system. Of two of them the line between is blank.
pub(super) fn ends_line(letter: char) -> bool {
    matches!(
        letter,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}
