//! The only code with `egui::Ui`: views that read shared references and push commands.
//!
//! In: panels, the map widget, dialogs. Out: any decision; see [`crate::session::update`].

mod about;
mod card;
mod complaint;
mod dialog;
mod dispute_row;
mod dispute_words;
mod feature_list;
mod feature_row;
mod file_menu;
mod icons;
mod keys;
mod legend;
mod legend_countries;
mod legend_notes;
mod line_notes;
pub mod map;
mod online;
mod opacity_row;
mod outbox;
mod paint_onto;
mod parts;
mod plain_fill;
mod present_menu;
mod presenter;
mod preset_name;
mod presets;
mod problems;
mod reader;
mod relation;
mod relief_fill;
mod scene_picture;
mod search;
mod segments;
mod sheet;
mod show;
mod sign_words;
mod signs;
mod small_pictures;
mod strip;
mod symbol;
mod toast;
mod top_bar;
mod unsaved;
mod view_menu;
mod walk;
mod words;

pub use about::about_ui;
pub use card::card_ui;
pub use complaint::complaint_ui;
pub(crate) use dialog::dialog_ui;
pub use keys::keys_ui;
pub use legend::legend_ui;
pub use online::online_ui;
pub use outbox::{Outbox, UiContext};

pub use paint_onto::paint_onto;
pub(crate) use parts::{muted, outlined_button};
pub use plain_fill::{fill_plain, install_plain_fill};
pub use presenter::{Presenter, Sources, passages_behind, presenter_ui};
pub use problems::problems_ui;
pub use reader::{ReaderState, reader_ui};
pub use relief_fill::install_relief_fill;
pub use search::search_ui;
pub use sheet::{Press, SheetChoice, SheetNotes, SheetOf};
pub use show::{ShowLegend, ShowParts, show_ui};
pub use small_pictures::{SmallPictures, Wanted};
pub use strip::{StripState, scene_notes_ui, strip_ui};
pub use toast::Toast;
pub use top_bar::top_bar_ui;
pub use walk::walk_ui;

pub(crate) use crate::session::Origin;
