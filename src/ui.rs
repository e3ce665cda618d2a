//! The only code with `egui::Ui`: views that read shared references and push commands.
//!
//! In: panels, the map widget, dialogs. Out: any decision; see `session::update`.

mod outbox;

pub use outbox::{Origin, Outbox, UiContext};
