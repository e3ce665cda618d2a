//! What we look at: the stage, the camera, commands and the one function that applies them.
//!
//! In: plain state that changes by [`Command`] only (the camera, by gestures too).
//! Out: anything with an `egui::Ui`, and what is true (see `world`).

mod camera;
mod command;
mod stage;

pub use camera::{Camera, CameraGoal};
pub use command::{Command, Effect};
pub use stage::{Panels, Session, Stage, ThemeChoice};
