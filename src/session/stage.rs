//! What is on show.

use std::collections::BTreeSet;

use super::{Background, ColorVision};
use crate::atlas::Worldview;
use crate::geography::MapProjection;
use crate::world::{Era, Id, Overlay, Passage, Subject};

/// What is on show: the part a scene stores.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    pub selection: Option<Subject>,
    /// A second country: only what joins it and the selected one stays lit.
    pub compare: Option<Subject>,
    pub overlays: BTreeSet<Id<Overlay>>,
    /// The passage being read; the reader scrolls to it and marks it.
    pub passage: Option<Id<Passage>>,
    /// Whether features that are not in the article are drawn too.
    pub shows_outside: bool,
    /// What held then is on show; any time without one.
    pub era: Option<Id<Era>>,
    /// Whether what has happened since the article is on show too.
    pub shows_afterwards: bool,
    pub worldview: Worldview,
    pub projection: MapProjection,
    pub background: Background,
}

/// The whole sitting, but for the camera.
#[derive(Clone, Debug, Default)]
pub struct Session {
    pub stage: Stage,
    /// Under the pointer, as of the last frame.
    pub hover: Option<Subject>,
    pub panels: Panels,
    pub theme: ThemeChoice,
    /// The eyes the picture is previewed with.
    pub color_vision: ColorVision,
    pub reduced_motion: bool,
    /// The passage the reader has yet to scroll to, because the change came from elsewhere.
    pub reader_scroll: Option<Id<Passage>>,
    pub history: super::ViewHistory,
}

/// Which panels and dialogs are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panels {
    pub legend: bool,
    pub reader: bool,
    pub about: bool,
    pub keys: bool,
    pub problems: bool,
}

impl Default for Panels {
    fn default() -> Self {
        Self {
            legend: true,
            reader: true,
            about: false,
            keys: false,
            problems: false,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}
