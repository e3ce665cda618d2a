//! Changing what words of the open story are taken for.
//!
//! In: the change, and what has to be found anew for it. Out: which change (see `session`).

use egui::Ui;

use super::PassageApp;
use crate::session::story_changed;
use crate::world::{StoryChange, Tint};

impl PassageApp {
    /// Makes a change and says so.
    pub(super) fn change_story(&mut self, ui: &Ui, change: StoryChange, words: String) {
        let words = match self.apply_change(change) {
            Some(more) => format!("{words}\n{more}"),
            None => words,
        };
        self.say(ui, words);
    }

    /// An export on its way keeps the story as it was. Returns what else is to be said.
    pub(super) fn apply_change(&mut self, change: StoryChange) -> Option<&'static str> {
        for (passage, _) in &change.mentions {
            self.reader.forget_passage(*passage);
            self.walk_reader.forget_passage(*passage);
        }
        self.show.forget_passages();
        self.change_telling(change);
        if self.world.tint == Tint::Mentions {
            self.levels.set_focus(self.world.focus_countries());
        }
        story_changed(
            &self.world,
            &self.atlas,
            &mut self.session,
            &mut self.camera,
        )
    }
}
