//! Where each string of a JSON text stands: one pass over the text, however many problems ask.

use std::borrow::Cow;
use std::collections::HashMap;

/// The first place of every string, as line and column, both from 1.
pub(super) struct TextPlaces<'a> {
    first: HashMap<Cow<'a, str>, (usize, usize)>,
}

impl<'a> TextPlaces<'a> {
    /// Expects text that parsed as JSON; any other gives fewer places, never a panic.
    pub(super) fn new(text: &'a str) -> Self {
        let mut first = HashMap::new();
        let (mut line, mut column) = (1, 0);
        // Of the string the scan is in: its first byte after the quote, and its place.
        let mut open: Option<(usize, (usize, usize))> = None;
        let mut is_escaped = false;
        for (at, letter) in text.char_indices() {
            column += 1;
            if letter == '\n' {
                (line, column) = (line + 1, 0);
            }
            match (open, letter) {
                (Some(_), _) if is_escaped => is_escaped = false,
                (Some(_), '\\') => is_escaped = true,
                (Some((start, place)), '"') => {
                    if let Some(words) = text.get(start..at).and_then(plain) {
                        first.entry(words).or_insert(place);
                    }
                    open = None;
                }
                (None, '"') => open = Some((at + 1, (line, column))),
                _ => {}
            }
        }
        Self { first }
    }

    /// The start of the file for a string that is not in it.
    pub(super) fn of(&self, words: &str) -> (usize, usize) {
        self.first.get(words).copied().unwrap_or((1, 1))
    }
}

/// A string without its escapes.
fn plain(written: &str) -> Option<Cow<'_, str>> {
    if written.contains('\\') {
        serde_json::from_str(&format!("\"{written}\""))
            .ok()
            .map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(written))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_at_their_first_line_and_column_with_or_without_escapes() {
        let places = TextPlaces::new("{\"a\":\n \"\u{e9}\", \"q\\\"q\": \"a\"}");
        assert_eq!(places.of("a"), (1, 2));
        assert_eq!(places.of("\u{e9}"), (2, 2));
        assert_eq!(places.of("q\"q"), (2, 7));
        assert_eq!(places.of("nowhere"), (1, 1));
    }
}
