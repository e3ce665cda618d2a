//! The parts of a story that the program puts into a file there is.
//!
//! In: what each is called, and its text. Out: putting them there (see `save`).

use super::orphans::orphans_json;
use super::scenes::scenes_json;
use super::written::{actors_json, overlays_json, passages_json, places_json, topics_json};
use crate::atlas::Atlas;
use crate::world::World;

/// A part of a story that can change while it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Overlays,
    Actors,
    Places,
    Passages,
    Topics,
    Orphans,
    Scenes,
}

impl Part {
    /// In the order in which a file has them that had none.
    pub const ALL: [Self; 7] = [
        Self::Overlays,
        Self::Actors,
        Self::Places,
        Self::Passages,
        Self::Topics,
        Self::Orphans,
        Self::Scenes,
    ];

    /// What a file calls it.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Overlays => "overlays",
            Self::Actors => "actors",
            Self::Places => "places",
            Self::Passages => "passages",
            Self::Topics => "topics",
            Self::Orphans => "orphans",
            Self::Scenes => "scenes",
        }
    }

    /// What a reader is told it is.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Orphans => "lost links",
            _ => self.key(),
        }
    }

    /// A JSON list, on one line. Equal rows make equal texts.
    pub fn json(self, world: &World, atlas: &Atlas) -> String {
        match self {
            Self::Overlays => overlays_json(world),
            Self::Actors => actors_json(world),
            Self::Places => places_json(world, atlas),
            Self::Passages => passages_json(world, atlas),
            Self::Topics => topics_json(world),
            Self::Orphans => orphans_json(world, atlas),
            Self::Scenes => scenes_json(world, atlas, &world.scenes),
        }
    }
}
