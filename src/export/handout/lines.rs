//! Where words break into lines.
//!
//! In: a text and how wide its letters are. Out: what letters look like, and where lines go.

use std::ops::Range;

use unicode_general_category::{GeneralCategory, get_general_category};

/// A text without what can not be printed: line ends and tabs are spaces, other control characters
/// are left out.
pub(super) fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() && letter.is_whitespace() {
            clean.push(' ');
        } else if !letter.is_control() && !is_steering(letter) {
            clean.push(letter);
        }
    }
    clean
}

/// The paragraphs of a text, clean and without those that are empty.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let all = text
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(cleaned);
    let trimmed = all.map(|text| text.trim().to_owned());
    trimmed.filter(|text| !text.is_empty()).collect()
}

/// Marks that turn the direction of what follows, or that no text may hold.
fn is_steering(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The first line of a text from a place on, with the spaces at its end. It has a letter at least.
pub(super) fn line(
    text: &str,
    from: usize,
    width: f32,
    mut advance: impl FnMut(char) -> f32,
) -> Range<usize> {
    let rest = text.get(from..).unwrap_or_default();
    let mut x = 0.0;
    let mut end = None;
    for (at, letter) in rest.char_indices() {
        let after = at + letter.len_utf8();
        if is_space(letter) {
            // Spaces hang over the end.
            x += advance(letter);
            end = Some(after);
            continue;
        }
        if at > 0 && is_whole(letter) && !is_closing(letter) {
            end = Some(at);
        }
        let wide = advance(letter);
        if x + wide > width && at > 0 && !is_joined(letter) {
            return from..from + end.unwrap_or(at);
        }
        x += wide;
        if breaks_after(letter) {
            end = Some(after);
        }
    }
    from..from + rest.len()
}

fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

fn breaks_after(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{2010}' | '\u{2013}' | '\u{2014}' | '/' | '\u{200b}'
    )
}

/// Letters that are words of their own, so that a line may break before them: Chinese, Japanese.
fn is_whole(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn is_closing(letter: char) -> bool {
    matches!(
        letter,
        '\u{3001}' | '\u{3002}' | '\u{300d}' | '\u{300f}' | '\u{ff0c}' | '\u{ff09}'
    )
}

/// Letters that are drawn onto the one before.
pub(super) fn is_joined(letter: char) -> bool {
    matches!(
        get_general_category(letter),
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark | GeneralCategory::Format
    )
}

/// Letters that are written from right to left.
pub(super) fn is_leftward(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, width: f32) -> Vec<&str> {
        let (mut lines, mut from) = (Vec::new(), 0);
        while from < text.len() {
            let line = line(text, from, width, |_| 1.0);
            from = line.end;
            lines.push(&text[line]);
        }
        lines
    }

    #[test]
    fn lines_break_after_spaces_and_dashes_and_inside_words_only_where_they_must() {
        assert_eq!(broken("one two three", 7.0), ["one two ", "three"]);
        assert_eq!(
            broken("a half-built line", 7.0),
            ["a half-", "built ", "line"]
        );
        assert_eq!(broken("unbreakable", 4.0), ["unbr", "eaka", "ble"]);
        assert_eq!(broken("10\u{a0}000 men", 6.0), ["10\u{a0}000 ", "men"]);
        assert_eq!(broken("", 4.0), Vec::<&str>::new());
    }

    #[test]
    fn no_letter_is_lost_however_narrow_the_line() {
        let text = "e\u{301}t\u{301} 漢字、かな ok 👩\u{200d}🚀";
        for width in [0.0, 1.0, 2.5, 100.0] {
            let lines = broken(text, width);
            assert_eq!(lines.concat(), text, "{width}");
            assert!(lines.iter().all(|line| !line.starts_with('\u{301}')));
        }
    }

    #[test]
    fn control_characters_are_not_printed() {
        assert_eq!(cleaned("a\u{0}b\tc\u{202e}d"), "ab cd");
        assert_eq!(paragraphs("one\r\n\n two \u{7}\n"), ["one", "two"]);
    }
}
