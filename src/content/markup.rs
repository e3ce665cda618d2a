//! The markup of passages: `[words](subject kind)`, nesting, backslash escapes.

use std::ops::Range;

use super::letters::is_hidden_in_lines;
use crate::world::MOST_NESTED;

/// Deeper nesting is an error.
const DEEPEST: usize = MOST_NESTED;

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
            // What a backslash stands before is taken as it is, but must be seen like all else.
            '\\' => match letters.next() {
                Some((at, letter)) => push(&mut text, &mut wrong, at, letter),
                None => wrong.push(at, || "a backslash with nothing after it".to_owned()),
            },
            '[' if open.len() < DEEPEST => open.push((text.len(), at)),
            ']' if letters.peek().is_some_and(|&(_, letter)| letter == '(') => {
                let rest = source.get(at + 2..).unwrap_or_default();
                let Some(target) = target(rest) else {
                    open.pop();
                    wrong.push(at + 1, || "a round bracket that is not closed".to_owned());
                    continue;
                };
                // The bracket, the target, the bracket that closes it.
                letters.nth(target.chars().count() + 1);
                match open.pop() {
                    Some((start, _)) if start < text.len() => {
                        mentions.push(RawMention {
                            range: start..text.len(),
                            target: target.to_owned(),
                            target_at: at + 2,
                        });
                    }
                    _ => wrong.push(at, || {
                        format!("\"({target})\" has no words in square brackets before it")
                    }),
                }
            }
            other => push(&mut text, &mut wrong, at, other),
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

/// What stands in a round bracket that is open, if it is closed and can be a subject and a kind.
/// More words than two are the sentence going on: the bracket that ends them is another one.
fn target(rest: &str) -> Option<&str> {
    let end = rest.find(['(', ')', '[', ']', '\n'])?;
    let (target, closing) = rest.split_at(end);
    let is_target = closing.starts_with(')') && target.split_whitespace().count() <= 2;
    is_target.then_some(target)
}

/// Hidden characters can make a name look like another.
fn push(text: &mut String, wrong: &mut Wrongs, at: usize, letter: char) {
    if is_hidden_in_lines(letter) {
        wrong.push(at, || {
            format!("an invisible character, U+{:04X}", u32::from(letter))
        });
    } else {
        text.push(letter);
    }
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
            ("a\\\u{202e}b", "ab"),
            ("a\\", "a"),
            ("[x](country:PAK", "x(country:PAK"),
            (
                "[x](country:PAK and all the rest.",
                "x(country:PAK and all the rest.",
            ),
            (
                "[x](country:PAK, that is (in 2011) so",
                "x(country:PAK, that is (in 2011) so",
            ),
            ("[x](country:PAK and so on :)", "x(country:PAK and so on :)"),
            ("[x](country:PAK\nnext)", "x(country:PAK\nnext)"),
        ] {
            let (text, mentions, wrong) = parse(source);
            assert_eq!(
                (text.as_str(), mentions.len(), wrong.said.len()),
                (plain, 0, 1),
                "{source}"
            );
        }
    }
    #[test]
    fn a_bracket_left_open_is_said_where_it_stands_and_the_next_mention_counts() {
        let source = "[x](country:PAK and [y](country:IND) after";
        let (text, mentions, wrong) = parse(source);
        assert_eq!(text, "x(country:PAK and y after");
        assert_eq!((mentions.len(), wrong.said.len()), (1, 1));
        assert_eq!(&text[mentions[0].range.clone()], "y");
        assert_eq!(Some(wrong.said[0].0), source.find('('));
    }
}
