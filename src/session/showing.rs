//! What is on show: overlays, the era, and that what is chosen is not hidden.
//!
//! Out: what is drawn of it (see `emphasis`).

use super::Effect;
use super::update::Scope;
use crate::world::{Era, Feature, Id, Overlay, Subject};

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

    /// What is drawn of a subject: of an overlay, those of its features that are wanted, if any are.
    pub(super) fn drawn_of(&self, subject: Subject) -> Vec<Subject> {
        let Subject::Overlay(overlay) = subject else {
            return vec![subject];
        };
        let features = self.world.links.in_overlay(overlay).iter();
        let is_wanted = |id: &Id<Feature>| {
            let feature = self.world.features.get(*id);
            feature.is_some_and(|feature| self.session.wants(self.world, feature))
        };
        let wanted: Vec<Subject> = features
            .copied()
            .filter(is_wanted)
            .map(Subject::Feature)
            .collect();
        if wanted.is_empty() {
            vec![subject]
        } else {
            wanted
        }
    }

    /// Says that an era was left for what was chosen.
    pub(super) fn era_left(&self, before: Option<Id<Era>>) -> Option<Effect> {
        let era = self.world.eras.get(before?)?;
        let is_left = self.session.stage.era != before;
        is_left.then(|| Effect::Say(format!("Any time now: this did not hold in {}", era.name)))
    }

    /// What is switched off can not stay selected.
    pub(super) fn let_go_of_hidden(&mut self) {
        let stage = &self.session.stage;
        let is_hidden = match stage.selection {
            Some(Subject::Overlay(id)) => !stage.overlays.contains(&id),
            Some(Subject::Feature(id)) => self.world.features.get(id).is_some_and(|feature| {
                !stage.overlays.contains(&feature.overlay)
                    || !stage.tells_of(feature)
                    || !self.world.holds_in(feature, stage.era)
            }),
            _ => false,
        };
        if is_hidden {
            self.session.stage.selection = None;
        }
    }
}
