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
    /// How sure it is that the words mean the subject, from 0 to 100; 100 once a person has said so.
    pub confidence_percent: u8,
    /// What the words may mean instead, the likeliest first.
    pub others: Vec<Reading>,
}

/// Where a mention stands: its passage, and its place among the mentions of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionAt {
    pub passage: Id<Passage>,
    pub index: usize,
}

/// What words may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reading {
    Subject(Subject),
    /// Nothing on the map: a person of that name, or a common word.
    NoPlace,
}

impl Mention {
    /// One that is certain.
    pub fn sure(range: Range<usize>, subject: Subject, kind: MentionKind) -> Self {
        Self {
            range,
            subject,
            kind,
            confidence_percent: 100,
            others: Vec::new(),
        }
    }

    /// Whether a person should look: the words may mean something else.
    pub fn is_unsure(&self) -> bool {
        !self.others.is_empty()
    }
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
