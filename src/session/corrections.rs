//! What a person has corrected of the story's mentions: the way back, and whether the file has it.
//!
//! In: steps, and when they were done. Out: what a correction is (see `mention_edits`), and the story
//! that has them, which only `app` changes.

use std::ops::Range;

use super::steps::Steps;
use crate::world::{Id, Passage, StoryChange};

/// A correction that can be taken back or made again.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Correction {
    /// What brings the story to the other side of this step: only the lists that differ.
    pub change: StoryChange,
    /// What was done, as a sentence goes on: "12 mentions of Georgia mean the country".
    pub words: String,
    /// Where it was done: the passage, and the words in it.
    pub place: (Id<Passage>, Range<usize>),
}

/// The corrections of this sitting.
#[derive(Clone, Debug, Default)]
pub struct Corrections {
    pub(super) steps: Steps<Correction>,
    /// The last step of what the story's file has.
    saved: Option<u64>,
}

impl Corrections {
    /// Whether there is something the story's file does not have.
    pub fn is_edited(&self) -> bool {
        self.steps.last_done() != self.saved
    }

    /// What is there was begun from more than the file has, and is not in it whatever is taken back.
    pub fn set_unsaved(&mut self) {
        self.saved = Some(u64::MAX);
    }

    /// The file has the story as it is now.
    pub fn set_saved(&mut self) {
        self.saved = self.steps.last_done();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn correction() -> Correction {
        Correction {
            change: StoryChange::default(),
            words: String::new(),
            place: (Id::new(0), 0..1),
        }
    }

    #[test]
    fn what_was_saved_and_is_taken_back_is_not_in_the_file() {
        let mut corrections = Corrections::default();
        assert!(!corrections.is_edited());
        for now in 1..=2 {
            corrections.steps.set_now(now);
            corrections.steps.add(correction());
            assert!(corrections.is_edited());
        }
        corrections.set_saved();
        assert!(!corrections.is_edited());
        corrections.steps.undo(|step| step);
        assert!(corrections.is_edited());
        corrections.steps.redo(|step| step);
        assert!(!corrections.is_edited());
        corrections.steps.undo(|step| step);
        corrections.steps.set_now(3);
        corrections.steps.add(correction());
        assert!(corrections.is_edited());
    }
}
