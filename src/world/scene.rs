//! The steps of a briefing, as a story holds them.

use super::{Id, Overlay, Passage, Subject};
use crate::geography::GeoBounds;

/// One step of a briefing: what is on show, and what the speaker wants to say.
#[derive(Clone, Debug)]
pub struct Scene {
    pub title: String,
    /// The overlays that are on.
    pub overlays: Vec<Id<Overlay>>,
    pub selection: Option<Subject>,
    pub passage: Option<Id<Passage>>,
    /// What the map frames; the opening frame where there is none.
    pub frame: Option<GeoBounds>,
    pub notes: String,
}
