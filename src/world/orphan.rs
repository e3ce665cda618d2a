//! Mentions that have lost their words: the text was changed, and nothing in it is surely them.

use super::{MentionKind, Subject};

/// A mention that stands nowhere any more. It is kept with what is needed to know it again, and is
/// never put to words that only look like its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// The passage it stood in, as that is numbered now or was last.
    pub passage_number: u32,
    /// Its words.
    pub exact: String,
    /// What stood just before and after them.
    pub before: String,
    pub after: String,
    /// What it meant.
    pub subject: Subject,
    pub kind: MentionKind,
}
