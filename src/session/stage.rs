//! The sitting: what is on show, which panels are open, and what is going on.

use super::ColorVision;
use crate::geography::MapProjection;
use crate::world::{Id, Passage, Stage, Subject, World};

/// The whole sitting, but for the camera.
#[derive(Clone, Debug, Default)]
pub struct Session {
    pub stage: Stage,
    /// Under the pointer, as of the last frame.
    pub hover: Option<Subject>,
    /// What the stage shows of the story, as of the start of the frame.
    pub on_show: super::OnShow,
    pub panels: Panels,
    pub theme: ThemeChoice,
    /// Whether the theme for projectors in lit rooms takes its place.
    pub high_contrast: bool,
    /// The eyes the picture is previewed with.
    pub color_vision: ColorVision,
    pub reduced_motion: bool,
    /// What is being measured; none while clicks select.
    pub measure: Option<super::Measure>,
    /// The passage the reader has yet to scroll to, because the change came from elsewhere.
    pub reader_scroll: Option<Id<Passage>>,
    pub history: super::ViewHistory,
    /// The reader's own sets of overlays of this story.
    pub presets: Vec<super::Preset>,
    /// The one that was deleted last, and where it was, so that it can be brought back.
    pub deleted_preset: Option<(usize, super::Preset)>,
    pub tiles: super::TileChoice,
    /// The reader's own copy of the article.
    pub own_copy: Option<super::OwnCopy>,
    /// The scenes of the story, as they are being made.
    pub briefing: super::Briefing,
    /// What was corrected of the story's mentions.
    pub corrections: super::Corrections,
    /// What was corrected of those in the reader's own copy.
    pub copy_corrections: super::Corrections,
    /// Words whose meaning is being chosen.
    pub correcting: Option<super::Correcting>,
    /// A lost link that is to be put on words again.
    pub lost_in_hand: Option<super::LostInHand>,
    /// A walk through the mentions that may mean something else.
    pub unsure: Option<super::UnsureWalk>,
    /// The briefing that is being given.
    pub show: Option<super::Show>,
    pub show_settings: super::ShowSettings,
    /// Words that are being looked for.
    pub search: Option<super::Search>,
    /// A walk through the article, from mention to mention.
    pub walk: Option<super::Walk>,
    /// Whether the map follows the paragraph in view.
    pub follows_reading: bool,
    /// The paragraph it follows; none while something was chosen instead.
    pub followed: Option<super::Followed>,
    /// Files that were opened before, the last one first.
    pub recent: Vec<std::path::PathBuf>,
    /// The frame's time, told before anything happens in it.
    pub now_secs: f64,
}

impl Session {
    /// A sitting with a stage, in which nothing but the map is open and nothing moves.
    pub fn of_map(stage: Stage, world: &World) -> Self {
        let mut session = Self {
            stage,
            panels: Panels {
                legend: false,
                reader: false,
                ..Panels::default()
            },
            reduced_motion: true,
            ..Self::default()
        };
        session.refresh(world);
        session
    }

    /// Whether there is something the story's file does not have: of the scenes, or of what its words
    /// are taken for.
    pub fn is_edited(&self) -> bool {
        self.briefing.is_edited() || self.corrections.is_edited()
    }

    /// Which keys count.
    pub fn mode(&self) -> super::Mode {
        if self.show.is_some() {
            super::Mode::Present
        } else {
            super::Mode::Explore
        }
    }

    /// The scene whose words are open.
    pub fn scene_in_hand(&self) -> Option<usize> {
        self.briefing.current().filter(|_| self.panels.notes)
    }

    /// A theme in place of whichever there is.
    pub fn set_theme(&mut self, theme: ThemeChoice) {
        self.theme = theme;
        self.high_contrast = false;
    }

    /// The projection to come back to when tiles, which have their own, are off.
    pub fn projection_without_tiles(&self) -> MapProjection {
        let before = self.tiles.before.map(|(_, projection)| projection);
        before.unwrap_or(self.stage.projection)
    }
}

/// Which panels and dialogs are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panels {
    pub legend: bool,
    pub reader: bool,
    /// The strip of scenes.
    pub scenes: bool,
    /// The words of the scene one is at.
    pub notes: bool,
    pub about: bool,
    pub keys: bool,
    pub problems: bool,
    /// What going online means, before it is done.
    pub online: bool,
    /// Links that have lost their words.
    pub lost_links: bool,
    /// What leaves the program, and as what.
    pub export: bool,
}

impl Panels {
    /// Whether a dialog lies over the map, which then has nothing to say.
    pub fn has_dialog(self) -> bool {
        self.about || self.keys || self.problems || self.lost_links || self.online || self.export
    }

    /// Leaves no dialog open.
    pub(super) fn close_dialogs(&mut self) {
        *self = Self {
            legend: self.legend,
            reader: self.reader,
            scenes: self.scenes,
            notes: self.notes,
            ..Self::default()
        };
    }
}

impl Default for Panels {
    fn default() -> Self {
        Self {
            legend: true,
            reader: true,
            scenes: false,
            notes: false,
            about: false,
            keys: false,
            problems: false,
            lost_links: false,
            online: false,
            export: false,
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

impl ThemeChoice {
    /// Dark for light and light for dark.
    pub fn other(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::Light | Self::System => Self::Dark,
        }
    }
}
