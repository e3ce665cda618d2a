//! What a row that does not fit its shape has wrong: the parser's error in a reader's words.

use std::borrow::Cow;

use super::json_text::Piece;

/// What is wrong with a piece, at which byte of the file, and what would be right.
pub(super) struct Misfit {
    pub at: usize,
    pub what: String,
    pub right: Cow<'static, str>,
}

impl Misfit {
    pub(super) fn new(piece: Piece<'_>, error: &serde_json::Error) -> Self {
        let words = error.to_string();
        // The parser's own place is within the piece.
        let words = words.rsplit_once(" at line ").map_or(&*words, |(it, _)| it);
        let byte = piece.at + byte_of(piece.text, error);
        if error.is_syntax() {
            return Self {
                at: byte,
                what: words.to_owned(),
                right: "well-formed JSON".into(),
            };
        }
        if error.is_eof() {
            return Self {
                at: piece.at,
                what: "it is cut off".to_owned(),
                right: "its closing quotes and brackets".into(),
            };
        }
        let is_missing = words.starts_with("missing field");
        // The last one: a value the words quote may hold the same.
        let (what, right) = match words.rsplit_once(", expected ") {
            Some((what, right)) => (of_value(what), plain(right).into()),
            None => (of_value(words), "what story.schema.json says of it".into()),
        };
        Self {
            at: if is_missing {
                piece.at
            } else {
                piece.part_at(byte)
            },
            what,
            right,
        }
    }
}

/// The byte of a text an error is about.
fn byte_of(text: &str, error: &serde_json::Error) -> usize {
    let lines = text.split_inclusive('\n');
    let before: usize = lines
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    before + error.column().saturating_sub(1)
}

/// What is wrong, in a reader's words around what the file holds, which is quoted as it is.
fn of_value(words: &str) -> String {
    let quote = ['"', '`'];
    let quoted = words.find(quote).zip(words.rfind(quote));
    let parts = quoted.and_then(|(first, last)| {
        let inside = words.get(first + 1..last)?;
        Some((words.get(..=first)?, inside, words.get(last..)?))
    });
    match parts {
        Some((before, inside, after)) => format!("{}{inside}{}", plain(before), plain(after)),
        None => plain(words),
    }
}

/// The parser's terms are those of the language it is written in.
fn plain(words: &str) -> String {
    let mut plain = words.replace('`', "\"");
    if let Some((before, _)) = plain.split_once("struct Raw") {
        plain = format!("{before}an object in curly brackets");
    }
    for (theirs, ours) in [
        ("invalid type: ", "this can not be "),
        ("invalid value: ", "this can not be "),
        ("unknown variant", "there is no such word as"),
        ("unknown field", "there is no part"),
        ("missing field", "it has no"),
        ("duplicate field", "it has more than one"),
        ("a sequence", "a list"),
        ("sequence", "a list"),
        ("map", "an object"),
        ("floating point", "number"),
        ("integer", "number"),
        ("string \"", "text \""),
        ("boolean", "truth value"),
        ("a string", "a text in quotes"),
    ] {
        plain = plain.replacen(theirs, ours, 1);
    }
    match plain.as_str() {
        "u32" | "i32" => "a whole number".to_owned(),
        "f64" => "a number".to_owned(),
        _ => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::raw::{RawFeature, RawPlace, RawTopic};

    fn of<T: serde::de::DeserializeOwned>(text: &str) -> (usize, String, String) {
        let Err(error) = serde_json::from_str::<T>(text) else {
            return (0, "nothing is wrong".to_owned(), String::new());
        };
        let misfit = Misfit::new(Piece::new(text, 0), &error);
        (misfit.at, misfit.what, misfit.right.into_owned())
    }

    #[test]
    fn a_misfit_is_said_without_the_terms_of_a_programmer() {
        let (at, what, right) = of::<RawTopic>(r#"{"title": 3, "passages": []}"#);
        assert_eq!((at, right.as_str()), (10, "a text in quotes"), "{what}");
        let (at, what, right) = of::<RawTopic>(r#"{"title": "t", "passages": [1, "x"]}"#);
        assert_eq!((at, right.as_str()), (31, "a whole number"), "{what}");
        let (_, what, right) = of::<RawPlace>("[]");
        assert!(!what.contains("Raw") && !right.contains("Raw"), "{right}");
        let (_, what, _) = of::<RawTopic>("{}");
        assert_eq!(what, "it has no \"title\"");
        let (_, what, right) = of::<RawFeature>(r#"{"kind": "melt"}"#);
        assert_eq!(what, "there is no such word as \"melt\"");
        assert!(
            right.starts_with("one of \"allied\", \"backed\""),
            "{right}"
        );
    }

    #[test]
    fn what_the_file_holds_is_quoted_as_it_stands_there() {
        for value in [
            "map of the boolean sequence",
            "a, expected b",
            "struct Raw",
            "missing field",
            "a ` tick",
        ] {
            let (_, what, right) = of::<RawTopic>(&format!(r#"{{"passages": "{value}"}}"#));
            assert_eq!(what, format!("this can not be text \"{value}\""));
            assert_eq!(right, "a list");
            let (_, what, right) = of::<RawFeature>(&format!(r#"{{"kind": "{value}"}}"#));
            assert_eq!(what, format!("there is no such word as \"{value}\""));
            assert!(right.starts_with("one of \"allied\""), "{right}");
            let (at, what, _) = of::<RawTopic>(&format!(r#"{{"{value}": 1}}"#));
            assert_eq!((at, what), (1, format!("there is no part \"{value}\"")));
        }
    }
}
