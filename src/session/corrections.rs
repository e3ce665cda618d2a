//! What a person has corrected of the story's mentions: the way back, and whether the file has it.
//!
//! In: steps, and when they were done. Out: what a correction is (see `mention_edits`), and the story
//! that has them, which only `app` changes.

use std::ops::Range;

use super::other_text::OtherText;
use super::steps::Steps;
use crate::world::{Id, Passage, StoryChange};

/// A correction that can be taken back or made again.
#[derive(Clone, Debug)]
pub(super) struct Correction {
    pub turn: Turn,
    /// What was done, as a sentence goes on: "12 mentions of Georgia mean the country".
    pub words: String,
    /// Where it was done, if at words: the passage, and those in it.
    pub place: Option<(Id<Passage>, Range<usize>)>,
}

/// What brings the story to the other side of a step.
#[derive(Clone, Debug)]
pub(super) enum Turn {
    /// Only the lists that differ.
    Change(StoryChange),
    /// The whole story: with another text all of its passages are others.
    Text(Box<OtherText>),
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
            turn: Turn::Change(StoryChange::default()),
            words: String::new(),
            place: None,
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
