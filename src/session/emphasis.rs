//! How strongly a subject stands out: one rule for map, legend and text.

use super::{Session, Stage};
use crate::world::{Feature, Id, Subject, World};

/// From least to most; several reasons combine by the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Emphasis {
    /// Held back while two countries are compared, or the paragraph in view is of something else.
    Quiet,
    Normal,
    /// Takes part in what is selected.
    Related,
    Hovered,
    Selected,
}

impl Session {
    /// How strongly a subject stands out now.
    pub fn emphasis(&self, world: &World, subject: Subject) -> Emphasis {
        if self.stage.selection == Some(subject) || self.stage.compare == Some(subject) {
            return Emphasis::Selected;
        }
        if self.hover == Some(subject) {
            return Emphasis::Hovered;
        }
        if let (Some(one), Some(other)) = (self.stage.selection, self.stage.compare) {
            return match subject {
                Subject::Feature(id) if world.joins(id, one, other) => Emphasis::Related,
                Subject::Feature(_) => Emphasis::Quiet,
                _ => Emphasis::Normal,
            };
        }
        let is_related = |other: Subject| other != subject && takes_part(world, subject, other);
        if let Some(followed) = &self.followed {
            return if followed.names(subject) || self.hover.is_some_and(is_related) {
                Emphasis::Related
            } else {
                Emphasis::Quiet
            };
        }
        if self.stage.selection.is_some_and(is_related) || self.hover.is_some_and(is_related) {
            Emphasis::Related
        } else {
            Emphasis::Normal
        }
    }

    /// Whether a feature is on the map: its overlay is on, and it is wanted there and not held back,
    /// or it was chosen itself; or the paragraph in view names it.
    pub fn shows(&self, world: &World, id: Id<Feature>) -> bool {
        world.features.get(id).is_some_and(|feature| {
            let is_due = !self.stage.withheld.contains(&id) && self.wants(world, feature);
            let is_on = self.stage.overlays.contains(&feature.overlay);
            let is_chosen = self.stage.selection == Some(Subject::Feature(id));
            is_on && (is_due || is_chosen) || self.is_read_of(id)
        })
    }

    /// Whether a feature is drawn while its overlay is on.
    pub fn wants(&self, world: &World, feature: &Feature) -> bool {
        self.stage.wants(world, feature)
    }
}

impl Stage {
    /// Whether a feature is drawn, once it has appeared.
    pub fn draws(&self, world: &World, feature: &Feature) -> bool {
        self.overlays.contains(&feature.overlay) && self.wants(world, feature)
    }

    /// Whether a feature is drawn while its overlay is on: it holds in the era, and it is in the
    /// article, or what is from elsewhere or later is wanted too.
    pub fn wants(&self, world: &World, feature: &Feature) -> bool {
        self.tells_of(feature)
            && (self.shows_outside || !feature.is_from_elsewhere())
            && world.holds_in(feature, self.era)
    }

    /// Whether a feature is told of at all: all of the article's time, and of later times what is
    /// wanted.
    pub fn tells_of(&self, feature: &Feature) -> bool {
        !feature.is_afterwards || self.shows_afterwards
    }
}

/// Whether one of two subjects takes part in the other: a country in a feature, a feature in an
/// overlay.
fn takes_part(world: &World, one: Subject, other: Subject) -> bool {
    match (one, other) {
        (Subject::Feature(feature), Subject::Overlay(overlay))
        | (Subject::Overlay(overlay), Subject::Feature(feature)) => world
            .features
            .get(feature)
            .is_some_and(|feature| feature.overlay == overlay),
        (Subject::Feature(feature), end) | (end, Subject::Feature(feature)) => {
            world.links.takes_part(end, feature)
        }
        _ => false,
    }
}
