//! The only code with `egui::Ui`: views that read shared references and push commands.
//!
//! In: panels, the map widget, dialogs. Out: any decision; see [`crate::session::update`].

mod card;
mod dialogs;
mod legend;
pub mod map;
mod outbox;
mod reader;
mod symbol;
mod top_bar;
mod words;

pub use card::card_ui;
pub use dialogs::{about_ui, complaint_ui, keys_ui, problems_ui};
pub use legend::legend_ui;
pub use outbox::{Origin, Outbox, UiContext};
pub use reader::{ReaderState, reader_ui};
pub use top_bar::top_bar_ui;
