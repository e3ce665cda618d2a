//! What is on show: overlays, the era, and that what is chosen is not hidden.
//!
//! Out: what is drawn of it (see `emphasis`).

use super::update::Scope;
use crate::world::{Era, Id, Overlay, Subject};

impl Scope<'_> {
    pub(super) fn toggle_overlay(&mut self, id: Id<Overlay>) {
        if !self.session.stage.overlays.remove(&id) {
            self.session.stage.overlays.insert(id);
        }
        self.let_go_of_hidden();
    }

    pub(super) fn set_overlays(&mut self, is_on: impl Fn(Id<Overlay>) -> bool) {
        self.session.stage.overlays = self.world.overlays.ids().filter(|&id| is_on(id)).collect();
        self.let_go_of_hidden();
    }

    pub(super) fn set_era(&mut self, era: Option<Id<Era>>) {
        self.session.stage.era = era;
        self.let_go_of_hidden();
    }

    pub(super) fn show_overlay_of(&mut self, subject: Subject) {
        let overlay = self.world.overlay_of(subject);
        self.session.stage.overlays.extend(overlay);
    }

    /// What is chosen is on the map: an era in which it did not hold gives way to any time, and what
    /// came after the article brings the rest of that with it.
    pub(super) fn show_time_of(&mut self, subject: Subject) {
        let stage = &mut self.session.stage;
        let Subject::Feature(id) = subject else {
            return;
        };
        let Some(feature) = self.world.features.get(id) else {
            return;
        };
        stage.shows_afterwards |= feature.is_afterwards;
        if !self.world.holds_in(feature, stage.era) {
            stage.era = None;
        }
    }

    /// What is switched off can not stay selected.
    pub(super) fn let_go_of_hidden(&mut self) {
        let stage = &self.session.stage;
        let is_hidden = match stage.selection {
            Some(Subject::Overlay(id)) => !stage.overlays.contains(&id),
            Some(Subject::Feature(id)) => self.world.features.get(id).is_some_and(|feature| {
                !stage.overlays.contains(&feature.overlay)
                    || feature.is_afterwards && !stage.shows_afterwards
                    || !self.world.holds_in(feature, stage.era)
            }),
            _ => false,
        };
        if is_hidden {
            self.session.stage.selection = None;
        }
    }
}
