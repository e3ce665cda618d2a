//! Characters that do not show, and texts without them.

use unicode_general_category::{GeneralCategory, get_general_category};

/// A text says no more than this of its hidden characters.
const MOST_HIDDEN: usize = 3;

/// Whether a character is invisible and can make a text look like another: Unicode's category Cf,
/// in which all controls of direction are, and what is set aside among them for more.
pub fn is_format(letter: char) -> bool {
    // Most letters are known by their number; the table is for the rest.
    letter >= '\u{ad}'
        && (matches!(letter, '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}')
            || get_general_category(letter) == GeneralCategory::Format)
}

/// Whether a character has no business in a text of one line.
pub(super) fn is_hidden(letter: char) -> bool {
    letter.is_control() || is_format(letter)
}

/// Whether a character has no business in a text of many lines. The two joiners are spelling in
/// Persian and in the languages of India; a name is the place where they could deceive.
pub(super) fn is_hidden_in_lines(letter: char) -> bool {
    is_hidden(letter) && !matches!(letter, '\n' | '\r' | '\t' | '\u{200c}' | '\u{200d}')
}

/// A text without hidden characters, and the first of them with their bytes.
pub(super) fn strip(
    text: String,
    is_hidden: impl Fn(char) -> bool,
) -> (String, Vec<(usize, char)>) {
    let letters = text.char_indices();
    let hidden: Vec<_> = letters
        .filter(|&(_, letter)| is_hidden(letter))
        .take(MOST_HIDDEN)
        .collect();
    if hidden.is_empty() {
        return (text, hidden);
    }
    let shown = text.chars().filter(|&letter| !is_hidden(letter)).collect();
    (shown, hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_all_scripts_show_and_controls_of_direction_do_not() {
        for letter in "aé‘’–Жधा漢😀\u{fe0f} \u{301}".chars() {
            assert!(!is_hidden(letter), "{letter}");
        }
        for letter in [
            '\u{ad}',
            '\u{600}',
            '\u{61c}',
            '\u{180e}',
            '\u{200e}',
            '\u{202a}',
            '\u{2065}',
            '\u{2069}',
            '\u{206f}',
            '\u{feff}',
            '\u{fffb}',
            '\u{13430}',
            '\u{e0000}',
            '\u{e007f}',
        ] {
            assert!(is_format(letter), "U+{:04X}", u32::from(letter));
        }
        for joiner in ['\u{200c}', '\u{200d}'] {
            assert!(is_hidden(joiner) && !is_hidden_in_lines(joiner));
        }
        assert!(is_hidden('\n') && !is_hidden_in_lines('\n') && is_hidden_in_lines('\u{1b}'));
    }
}
