//! Mentions that have lost their words: the text was changed, and nothing in it is surely them.

use super::{MentionKind, Reading, Subject};

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
    /// How sure that was, and what else it may have meant: as of a mention.
    pub confidence_percent: u8,
    pub others: Vec<Reading>,
}

impl Orphan {
    /// Its words, cut where they are a whole sentence, which is no name for anything.
    pub fn short_words(&self) -> String {
        const MOST_LETTERS: usize = 48;
        if self.exact.chars().count() <= MOST_LETTERS {
            return self.exact.clone();
        }
        let start: String = self.exact.chars().take(MOST_LETTERS).collect();
        format!("{}\u{2026}", start.trim_end())
    }
}
