//! Recognising a paragraph of the original without carrying it.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

/// SHA-256 of the text after folding what copies differ in: compatibility forms, quotes, dashes
/// and white space. Lower-case hexadecimal.
pub fn fingerprint(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut last_dash = false;
    for letter in text.nfkc() {
        let plain = match letter {
            '\u{2018}'..='\u{201b}' | '`' | '\u{b4}' => '\'',
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
    Sha256::digest(words.join(" ").as_bytes())
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_dashes_and_spaces_do_not_change_a_fingerprint_and_words_do() {
        let plain = fingerprint("It's a \"test\" -- really.");
        assert_eq!(
            plain,
            fingerprint("  It\u{2019}s a \u{201c}test\u{201d}\n \u{2014}  really. ")
        );
        assert_ne!(plain, fingerprint("It's a \"test\" -- rarely."));
    }
}
