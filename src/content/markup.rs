//! The markup of passages: `[words](subject kind)`, nesting, backslash escapes.

use std::ops::Range;

use super::kinds::is_format;

/// Deeper nesting is an error: a relation around countries needs two.
const DEEPEST: usize = 4;

/// A text says no more than this of its faults.
const MOST_WRONGS: usize = 20;

/// What is wrong at which byte of the source: the first of it, and how much more there is.
#[derive(Debug, Default)]
pub(super) struct Wrongs {
    pub said: Vec<(usize, String)>,
    pub unsaid: usize,
}

impl Wrongs {
    fn push(&mut self, at: usize, what: impl FnOnce() -> String) {
        if self.said.len() < MOST_WRONGS {
            self.said.push((at, what()));
        } else {
            self.unsaid += 1;
        }
    }
}

/// A mention as written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RawMention {
    pub range: Range<usize>,
    /// What stands in the round brackets.
    pub target: String,
    /// Byte of the source at which it stands.
    pub target_at: usize,
}

/// Text without markup, its mentions by start (an enclosing one first), and what is wrong.
pub(super) fn parse(source: &str) -> (String, Vec<RawMention>, Wrongs) {
    let mut text = String::with_capacity(source.len());
    // Where each open bracket's words start in the text, and the bracket in the source.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut mentions = Vec::new();
    let mut wrong = Wrongs::default();
    let mut letters = source.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => text.extend(letters.next().map(|(_, letter)| letter)),
            '[' if open.len() < DEEPEST => open.push((text.len(), at)),
            ']' if letters.peek().is_some_and(|&(_, letter)| letter == '(') => {
                letters.next();
                let target: String = letters
                    .by_ref()
                    .map(|(_, letter)| letter)
                    .take_while(|&letter| letter != ')')
                    .collect();
                match open.pop() {
                    Some((start, _)) if start < text.len() => {
                        mentions.push(RawMention {
                            range: start..text.len(),
                            target,
                            target_at: at + 2,
                        });
                    }
                    _ => wrong.push(at, || {
                        format!("\"({target})\" has no words in square brackets before it")
                    }),
                }
            }
            // Format characters can make a name look like another.
            hidden if is_format(hidden) => {
                wrong.push(at, || {
                    format!("an invisible character, U+{:04X}", u32::from(hidden))
                });
            }
            other => text.push(other),
        }
    }
    for (_, at) in open {
        wrong.push(at, || {
            "a square bracket that is not closed by \"](subject)\"".to_owned()
        });
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
        let (at, target) = (mentions[2].target_at, mentions[2].target.as_str());
        assert!("[[A\u{e9}](country:A) backs [B](country:B x)]"[at..].starts_with(target));
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
        assert!(wrong.said.is_empty());
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
                (text.as_str(), mentions.len(), wrong.said.len()),
                (plain, 0, 1),
                "{source}"
            );
        }
    }
}
