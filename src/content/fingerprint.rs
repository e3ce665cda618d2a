//! Recognising a paragraph of the original without carrying it.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::letters::is_format;

/// SHA-256 of the text after folding what copies differ in (see [`folded`]). Lower-case hexadecimal.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(folded(text).as_bytes())
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// A text without what copies differ in: compatibility forms and ligatures, quotes, dashes, white
/// space, and letters that do not show.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut last_dash = false;
    let shown = text.chars().filter(|&letter| !is_format(letter));
    // Marks that compatibility would take apart before they are known as quotes.
    let marks = shown.map(|letter| match letter {
        '\u{b4}' | '\u{2032}' => '\'',
        '\u{2033}' => '"',
        other => other,
    });
    for letter in marks.nfkc() {
        let plain = match letter {
            '\u{2018}'..='\u{201b}' | '`' => '\'',
            '\u{201c}'..='\u{201f}' => '"',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            other => other,
        };
        // Two hyphens are how some copies write a dash.
        if plain == '-' && last_dash {
            continue;
        }
        last_dash = plain == '-';
        folded.push(plain);
    }
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_dashes_and_spaces_do_not_change_a_fingerprint_and_words_do() {
        let plain = fingerprint("It's a \"test\" -- really.");
        for other in [
            "  It\u{2019}s a \u{201c}test\u{201d}\n \u{2014}  really. ",
            "It\u{b4}s a \u{2033}test\u{2033}\u{a0}\u{2013} really.",
            "\u{feff}It`s a\u{200b} \"te\u{ad}st\" -- really\u{200e}.",
        ] {
            assert_eq!(plain, fingerprint(other), "{other}");
        }
        assert_eq!(
            fingerprint("a first office"),
            fingerprint("a \u{fb01}rst o\u{fb03}ce")
        );
        assert_ne!(plain, fingerprint("It's a \"test\" -- rarely."));
    }
}
