//! What was made of a story and is not in its file yet, as the next start finds it.
//!
//! In: texts by the story they belong to. Out: what these say (see `content`).

use serde::{Deserialize, Serialize};

use super::SavedState;

/// Scenes of a story as they were made, until its file has them too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SceneDraft {
    /// Which story, as [`super::SavedStage::story`].
    pub story: String,
    /// The list a story file would have of them.
    pub scenes: String,
    /// The list it had when they were begun.
    pub before: String,
}

/// What was corrected of a story, until its file has it too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CorrectionDraft {
    /// Which story, as [`super::SavedStage::story`]; or which paragraph of the original, as
    /// [`paragraph_name`].
    pub story: String,
    /// Passages as they were corrected, and what is new.
    pub after: String,
    /// The same passages as the file has them.
    pub before: String,
    /// The whole story instead, where its text is another one.
    #[serde(default)]
    pub whole: String,
    /// What tells the file that this was made from, where it is the whole story.
    #[serde(default)]
    pub file: String,
}

/// What corrections of a paragraph in the reader's own copy are kept under: it is the same one in any
/// copy, and for any story that knows it. No path of a story reads so.
pub fn paragraph_name(fingerprint: &str) -> String {
    format!("original:{fingerprint}")
}

impl SavedState {
    /// Keeps the scenes of a story in place of those kept of it before.
    pub fn keep_draft(&mut self, draft: SceneDraft) {
        self.drop_draft(&draft.story);
        self.drafts.push(draft);
    }

    pub fn drop_draft(&mut self, story: &str) {
        self.drafts.retain(|draft| draft.story != story);
    }

    pub fn draft_of(&self, story: &str) -> Option<&SceneDraft> {
        self.drafts.iter().find(|draft| draft.story == story)
    }

    /// Keeps the corrections of a story in place of those kept of it before.
    pub fn keep_corrections(&mut self, draft: CorrectionDraft) {
        self.drop_corrections(&draft.story);
        self.corrections.push(draft);
    }

    pub fn drop_corrections(&mut self, story: &str) {
        self.corrections.retain(|draft| draft.story != story);
    }

    pub fn corrections_of(&self, story: &str) -> Option<&CorrectionDraft> {
        self.corrections.iter().find(|draft| draft.story == story)
    }
}
