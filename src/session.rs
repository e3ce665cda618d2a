//! What we look at: the stage, the camera, commands and the one function that applies them.
//!
//! In: plain state that changes by [`Command`] only (the camera, by gestures too).
//! Out: anything with an `egui::Ui`, and what is true (see `world`).

mod bindings;
mod briefing;
mod camera;
mod changed_story;
mod color_vision;
mod command;
mod correcting;
mod corrections;
mod emphasis;
mod flight;
mod following;
mod frame_of;
mod framing;
mod history;
mod lenient;
mod letting_go;
mod lost;
mod measure;
mod mention_edits;
mod on_show;
mod opacity;
mod other_text;
mod own_copy;
mod presenting;
mod presets;
mod saved;
mod saved_drafts;
mod saved_show;
mod saving;
mod scene_edits;
mod search;
mod show;
mod showing;
mod stage;
mod steps;
mod taking_back;
mod tile_choice;
mod topic_scenes;
mod unsure;
mod update;
mod walk;
mod walkers_projection;
mod whole_file;

pub use bindings::{
    BINDINGS, Binding, Mode, SCENE_KEYS, SceneAct, commands_from, is_arrow, key_text, saves,
    scene_key_text, take_scene_act,
};
pub use briefing::{Briefing, LONGEST_TITLE, MOST_SCENES, SceneEdit};
pub use camera::{Camera, CameraGoal, MAX_ZOOM, MIN_ZOOM};
pub use changed_story::story_changed;
pub use color_vision::ColorVision;
pub use command::{Command, Effect, Origin, Panel, Step, Switch};
pub use correcting::{CorrectCommand, Correcting, CorrectingPage, WordStep};
pub use corrections::Corrections;
pub use emphasis::Emphasis;
pub use following::Followed;
pub use frame_of::{frame_of, goal_of};
pub use history::{Moment, ViewHistory};
pub use lost::{LostCommand, LostInHand};
pub use measure::{Measure, MeasuredPoint, measured_at};
pub use mention_edits::{MentionEdit, Reach};
pub use on_show::{Listing, MOST_RELATED, OnShow};
pub use opacity::{FULL_OPACITY_PERCENT, LEAST_OPACITY_PERCENT, QUIET};
pub use other_text::OtherText;
pub use own_copy::{OwnCopy, words_changed};
pub use presenting::ShowCommand;
pub use presets::{LONGEST_PRESET_NAME, MOST_PRESETS, NameFault, Preset, preset_name};
pub use saved::{SavedStage, SavedState};
pub use saved_drafts::{CorrectionDraft, SceneDraft, paragraph_name};
pub use saving::{Saver, Saving};
pub use search::{Search, SearchCommand};
pub use show::{Blank, Show, ShowSettings, TEXT_PERCENTS, TimeLeft, Timer, Tool};
pub use stage::{Panels, Session, ThemeChoice};
pub use steps::Way;
pub use tile_choice::{OPENSTREETMAP_TERMS, TileChoice};
pub use unsure::{UnsureCommand, UnsureWalk};
pub use update::update;
pub use walk::{Stop, Walk, WalkCommand};
pub use walkers_projection::WalkersProjection;
pub use whole_file::{why_not_written, write_whole};

pub use crate::world::{Background, Stage};
