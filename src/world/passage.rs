//! Passages and the mentions in them.

use std::ops::Range;

use super::{Id, Subject};

/// One numbered paragraph of the article.
#[derive(Clone, Debug)]
pub struct Passage {
    /// As in the article, from 1.
    pub number: u32,
    /// Plain text, without markup.
    pub text: String,
    /// In order of start; an enclosing mention comes before the ones inside it.
    pub mentions: Vec<Mention>,
    /// SHA-256 of the original paragraph's normalised text, lower-case hex; empty when unknown.
    pub fingerprint: String,
}

/// A span of a passage that names a subject. Mentions nest ("[Pakistan] allied with the
/// [United States]" is a relation around two countries) but never cross.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Byte range of [`Passage::text`], on character boundaries.
    pub range: Range<usize>,
    pub subject: Subject,
    pub kind: MentionKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionKind {
    /// By its name.
    Direct,
    /// By its people: "Pakistani".
    Demonym,
    /// By its seat of government: "Moscow".
    Metonym,
    /// By a former name: "Soviet Union".
    Historical,
    /// Inside another name: "Islamic Movement of Uzbekistan".
    PartOfName,
    /// By words that describe it: "the pipeline", or a whole relation.
    Described,
}

/// A run of passages under one heading.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Empty for the passages that stand under no heading.
    pub title: String,
    /// Whether the heading is the project's and not the article's.
    pub is_ours: bool,
    /// In order.
    pub passages: Vec<Id<Passage>>,
}
