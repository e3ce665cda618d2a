//! What is on show, as a plain value: what a scene stores, and what the sitting changes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Background, Era, Feature, Id, Overlay, Passage, Subject};
use crate::atlas::Worldview;
use crate::geography::MapProjection;

/// What is on show: the part a scene stores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    pub selection: Option<Subject>,
    /// A second country: only what joins it and the selected one stays lit.
    pub compare: Option<Subject>,
    pub overlays: BTreeSet<Id<Overlay>>,
    /// How opaque each overlay is, in percent; full for one that is not listed.
    pub opacity: BTreeMap<Id<Overlay>, u8>,
    /// The passage being read; the reader scrolls to it and marks it.
    pub passage: Option<Id<Passage>>,
    /// Features that are held back although their overlays are on: their turn in a briefing is yet
    /// to come.
    pub withheld: BTreeSet<Id<Feature>>,
    /// Whether features that are not in the article are drawn too.
    pub shows_outside: bool,
    /// What held then is on show; any time without one.
    pub era: Option<Id<Era>>,
    /// Whether what has happened since the article is on show too.
    pub shows_afterwards: bool,
    pub worldview: Worldview,
    pub projection: MapProjection,
    pub background: Background,
    /// Whether meridians and parallels are drawn.
    pub shows_graticule: bool,
    /// Whether the overview map, which says where one is, stays away.
    pub hides_overview: bool,
}
