//! The words of a text, each with its place and its sentence, and how words are told to be of one
//! stem.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// A word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub lower: String,
    pub has_capital: bool,
    /// From 0.
    pub sentence: usize,
    /// Whether nothing but a space or a hyphen parts it from the word before.
    pub goes_on: bool,
    /// Whether a comma, or something that parts more, stands before it.
    pub after_comma: bool,
}

/// Words of letters and digits, in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let is_in_word = |letter: char| letter.is_alphanumeric() || is_combining_mark(letter);
    let mut rest = text;
    let mut at = 0;
    let mut between_from = 0;
    while let Some(start) = rest.find(is_in_word) {
        let word = rest.get(start..).unwrap_or_default();
        let end = word
            .find(|letter| !is_in_word(letter))
            .unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        let range = at + start..at + start + end;
        let between = text.get(between_from..range.start).unwrap_or_default();
        let has_capital = word.starts_with(char::is_uppercase);
        let before = tokens.last();
        let sentence = before.map_or(0, |before| {
            let is_new = has_capital && before.lower.chars().count() > 1 && ends_sentence(between);
            before.sentence + usize::from(is_new)
        });
        tokens.push(Token {
            goes_on: before.is_some() && matches!(between, " " | "-" | "\u{2010}" | "\u{2011}"),
            after_comma: between.contains([',', ';', ':', '(', ')']),
            lower: word.to_lowercase(),
            has_capital,
            sentence,
            range: range.clone(),
        });
        at = range.end;
        between_from = range.end;
        rest = after;
    }
    tokens
}

/// Whether what stands between two words ends a sentence. A single letter before it is an
/// abbreviation's, as in "U.S. forces".
fn ends_sentence(between: &str) -> bool {
    between.contains(['.', '?', '!']) && between.contains(char::is_whitespace)
}

/// Whether two words in lower case are of one stem: "supported" and "support".
pub(super) fn is_same_stem(one: &str, other: &str) -> bool {
    let pairs = one.chars().zip(other.chars());
    let same = pairs.take_while(|(one, other)| one == other).count();
    let longest = one.chars().count().max(other.chars().count());
    one == other || (same >= 4 && same + 3 >= longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_full_stops_but_not_in_abbreviations() {
        let found = tokens("The U.S. Army came. It\u{2019}s here, al-Q\u{e1}id left");
        let of = |lower: &str| found.iter().find(|token| token.lower == lower).unwrap();
        assert_eq!(of("army").sentence, 0);
        assert_eq!(of("it").sentence, 1);
        assert!(of("q\u{e1}id").goes_on && !of("al").goes_on);
    }

    #[test]
    fn words_of_one_stem_begin_alike() {
        for (one, other) in [
            ("support", "supported"),
            ("militant", "militancy"),
            ("arms", "arms"),
        ] {
            assert!(is_same_stem(one, other), "{one} {other}");
        }
        for (one, other) in [("arms", "army"), ("state", "statement"), ("war", "warm")] {
            assert!(!is_same_stem(one, other), "{one} {other}");
        }
    }
}
