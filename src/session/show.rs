//! A briefing being given: which scene, how much of it has appeared, and what lies over it.
//!
//! In: plain state; time is an argument. Out: what the keys do to it (see `presenting`).

mod lying_over;
mod timer;

pub use timer::{TimeLeft, Timer};

use super::{Camera, CameraGoal, Search, TileChoice};
use crate::geography::{MapPoint, MapRect};
use crate::world::{Id, Passage, Stage};

/// Sizes of all text on show, in percent.
pub const TEXT_PERCENTS: [u16; 5] = [100, 125, 150, 175, 200];

/// How short and how long a scene may stay that goes on by itself, in seconds.
pub(super) const SCENE_SECS: (u32, u32) = (2, 3_600);

/// No briefing takes longer.
pub(super) const MOST_MINUTES: u32 = 24 * 60;

/// A briefing while it is given.
#[derive(Clone, Debug)]
pub struct Show {
    /// Which scene, from 0.
    pub scene: usize,
    /// How many of its builds have appeared.
    pub step: usize,
    /// What the scene has put on show: what differs from it is a detour.
    pub(super) put_on: (Stage, CameraGoal),
    /// To where the end of the show leads back.
    pub(super) resume: Resume,
    pub blank: Option<Blank>,
    /// All scenes as small pictures, with the one that Enter would go to.
    pub all_scenes: Option<usize>,
    /// A scene's number as far as it is typed, from 1.
    pub typed: Option<usize>,
    /// A passage that fills the screen beside its map: the answer to a question.
    pub answer: Option<Id<Passage>>,
    /// Whether the audience sees what was on show when this began, whatever the presenter does.
    pub is_frozen: bool,
    pub tool: Tool,
    /// What alone is in full light, on the map plane of the projection.
    pub spotlight: Option<MapRect>,
    /// Strokes of the pen, on the map plane; the last one may still be drawn.
    pub ink: Vec<Vec<MapPoint>>,
    pub timer: Timer,
    /// When the scene that is on show was put there, for a show that runs by itself.
    pub scene_since_secs: f64,
    /// Since when that time stands still.
    waits_since_secs: Option<f64>,
}

/// What was on show before the briefing.
#[derive(Clone, Debug)]
pub(super) struct Resume {
    pub stage: Stage,
    pub camera: Camera,
    pub tiles: TileChoice,
}

/// What covers the audience's screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    Black,
    White,
}

/// What the pointer does during a briefing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// Moves the map and chooses things on it.
    #[default]
    Hand,
    /// A dot that can be seen from the last row.
    Pointer,
    /// A box is drawn; the rest dims.
    Spotlight,
    Pen,
}

/// How briefings are given: kept from one to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShowSettings {
    pub text_percent: u16,
    /// Whether the presenter's window is open.
    pub has_presenter: bool,
    /// How long the briefing should take, in minutes.
    pub planned_minutes: Option<u32>,
    /// Whether scenes go on by themselves, over and over.
    pub runs_by_itself: bool,
    /// How long each scene stays then.
    pub scene_secs: u32,
}

impl Default for ShowSettings {
    fn default() -> Self {
        Self {
            text_percent: 100,
            has_presenter: false,
            planned_minutes: None,
            runs_by_itself: false,
            scene_secs: 20,
        }
    }
}

impl Show {
    /// Whether something else is on show than the scene: the presenter looks around.
    pub fn is_detour(&self, stage: &Stage, camera: &Camera) -> bool {
        let (put_on, goal) = &self.put_on;
        put_on != stage || !camera.is_framing(goal)
    }

    /// Seconds until the next scene comes by itself; none where it does not.
    pub fn secs_left(&self, settings: ShowSettings, now_secs: f64) -> Option<f64> {
        let stays = f64::from(settings.scene_secs.max(1));
        let since = now_secs - self.scene_since_secs;
        let goes_on = settings.runs_by_itself && self.waits_since_secs.is_none();
        goes_on.then_some((stays - since).max(0.0))
    }

    /// While something is looked up, asked or typed, or nothing is to be seen, the scene's time
    /// stands still. At the start of a frame.
    pub(super) fn wait(&mut self, search: Option<&Search>, now_secs: f64) {
        let waits = search.is_some()
            || self.is_frozen
            || self.blank.is_some()
            || self.all_scenes.is_some()
            || self.typed.is_some()
            || self.answer.is_some();
        if waits {
            self.waits_since_secs.get_or_insert(now_secs);
        } else if let Some(since_secs) = self.waits_since_secs.take() {
            // Another scene may have come meanwhile.
            let waited_secs = now_secs - since_secs.max(self.scene_since_secs);
            self.scene_since_secs += waited_secs;
        }
    }
}
