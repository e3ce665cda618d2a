//! The markup of passages: `[words](subject kind)`, nesting, backslash escapes.

use std::ops::Range;

/// Deeper nesting is an error: a relation around countries needs two.
const DEEPEST: usize = 4;

/// A mention as written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawMention {
    pub range: Range<usize>,
    /// What stands in the round brackets.
    pub target: String,
}

/// Text without markup, its mentions by start (an enclosing one first), and what is wrong.
pub(super) fn parse(source: &str) -> (String, Vec<RawMention>, Vec<String>) {
    let mut text = String::with_capacity(source.len());
    let mut open: Vec<usize> = Vec::new();
    let mut mentions = Vec::new();
    let mut wrong = Vec::new();
    let mut letters = source.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => text.extend(letters.next()),
            '[' if open.len() < DEEPEST => open.push(text.len()),
            ']' if letters.peek() == Some(&'(') => {
                letters.next();
                let target: String = letters
                    .by_ref()
                    .take_while(|&letter| letter != ')')
                    .collect();
                match open.pop() {
                    Some(start) if start < text.len() => {
                        mentions.push(RawMention {
                            range: start..text.len(),
                            target,
                        });
                    }
                    _ => wrong.push(format!(
                        "\"({target})\" has no words in square brackets before it"
                    )),
                }
            }
            // Format characters can make a name look like another.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}' => {
                wrong.push(format!(
                    "an invisible format character, U+{:04X}",
                    u32::from(letter)
                ));
            }
            other => text.push(other),
        }
    }
    if !open.is_empty() {
        wrong.push("a square bracket that is not closed by \"](subject)\"".to_owned());
    }
    mentions.sort_by_key(|mention| (mention.range.start, std::cmp::Reverse(mention.range.end)));
    (text, mentions, wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_nest_and_the_text_comes_out_plain() {
        let (text, mentions, wrong) =
            parse("[[A\u{e9}](country:A) backs [B](country:B x)](feature:f), \\[so\\].");
        assert_eq!(text, "A\u{e9} backs B, [so].");
        let found: Vec<_> = mentions
            .iter()
            .map(|m| (&text[m.range.clone()], m.target.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("A\u{e9} backs B", "feature:f"),
                ("A\u{e9}", "country:A"),
                ("B", "country:B x")
            ]
        );
        assert!(wrong.is_empty());
    }

    #[test]
    fn broken_markup_is_said_and_the_words_stay() {
        for (source, plain) in [
            ("a [b", "a b"),
            ("](x) c", " c"),
            ("[](y)", ""),
            ("a\u{202e}b", "ab"),
        ] {
            let (text, mentions, wrong) = parse(source);
            assert_eq!(
                (text.as_str(), mentions.len(), wrong.len()),
                (plain, 0, 1),
                "{source}"
            );
        }
    }
}
