//! Paragraphs with their country mentions marked, `[Danes](DNK demonym)`, and what the linker finds
//! in them, in the same writing.

use passage::linker::{Entity, FoundMention, find_mentions};
use passage::world::MentionKind;

/// A marked span: its bytes in the plain text, the country's code and the kind. A question mark
/// before the code leaves it open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mark {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) code: String,
    pub(crate) kind: String,
    /// Careful readers may differ: neither right nor wrong.
    pub(crate) is_open: bool,
}

/// The text without its marks, and the marks.
pub(crate) fn parse(line: &str) -> (String, Vec<Mark>) {
    let mut plain = String::new();
    let mut marks = Vec::new();
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        let middle = open + rest[open..].find("](").unwrap();
        let close = middle + rest[middle..].find(')').unwrap();
        let (code, kind) = rest[middle + 2..close].split_once(' ').unwrap();
        plain.push_str(&rest[..open]);
        let start = plain.len();
        plain.push_str(&rest[open + 1..middle]);
        let is_open = code.starts_with('?');
        let code = code.trim_start_matches('?').to_owned();
        let kind = kind.to_owned();
        marks.push(Mark {
            start,
            end: plain.len(),
            code,
            kind,
            is_open,
        });
        rest = &rest[close + 1..];
    }
    plain.push_str(rest);
    (plain, marks)
}

/// What kind of country mention it is, if it is one.
pub(crate) fn kind(mention: &FoundMention) -> Option<&'static str> {
    matches!(mention.entity, Entity::Country(_)).then_some(())?;
    match mention.kind {
        MentionKind::Direct => Some("direct"),
        MentionKind::Demonym => Some("demonym"),
        MentionKind::Metonym => Some("metonym"),
        MentionKind::Historical => Some("historical"),
        MentionKind::PartOfName | MentionKind::Described => None,
    }
}

/// `plain` with the country mentions that were found marked in it.
pub(crate) fn mark(plain: &str, mentions: &[FoundMention]) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for mention in mentions {
        let Some(kind) = kind(mention) else { continue };
        marked.push_str(&plain[at..mention.range.start]);
        let words = &plain[mention.range.clone()];
        marked += &["[", words, "](", &mention.entity.key(), " ", kind, ")"].concat();
        at = mention.range.end;
    }
    marked + &plain[at..]
}

/// The linker marks the paragraphs of this article just so.
#[track_caller]
pub(crate) fn reads_article(marked: &[&str]) {
    let plain: Vec<String> = marked.iter().map(|line| parse(line).0).collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    let found = find_mentions(&plain);
    for ((plain, mentions), wanted) in plain.iter().zip(&found).zip(marked) {
        assert_eq!(&mark(plain, mentions), wanted);
    }
}

/// The linker marks this paragraph just so.
#[track_caller]
pub(crate) fn reads(marked: &str) {
    reads_article(&[marked]);
}

/// The keys of all that was found in `text`, of any kind.
pub(crate) fn keys(text: &str) -> Vec<String> {
    find_mentions(&[text])[0]
        .iter()
        .map(|mention| mention.entity.key())
        .collect()
}
