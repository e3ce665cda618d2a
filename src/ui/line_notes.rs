//! How to read a line: what its dash, its ends, its band and its marks say.
//!
//! In: the list, with the very symbols of the map. Out: what belongs to the ground (see
//! `legend_notes`).

use egui::{Ui, vec2};

use super::UiContext;
use super::legend_notes::note_ui;
use super::sign_words::{BASES, MARKS, STATUSES, status_sign};
use super::symbol::{paint_feature, paint_members};
use crate::theme::{Arrow, FeatureLook, Marks};
use crate::world::{Basis, OverlayStyle, Status};

pub(super) fn line_notes_ui(ui: &mut Ui, context: UiContext<'_>) {
    for status in STATUSES {
        let look = plain(context, status, Basis::Stated);
        line_ui(ui, context, look, &status_sign(status));
    }
    for (basis, words) in BASES {
        line_ui(ui, context, plain(context, Status::InForce, basis), words);
    }
    if context.session.stage.shows_afterwards {
        let look = plain(context, Status::InForce, Basis::Outside);
        let look = context.theme.afterwards(look);
        line_ui(ui, context, look, "Since the article");
    }
    let stated = plain(context, Status::InForce, Basis::Stated);
    for (marks, words) in MARKS {
        let arrow = arrow_of(marks);
        line_ui(
            ui,
            context,
            FeatureLook {
                arrow,
                marks,
                ..stated
            },
            words,
        );
    }
    let theme = context.theme;
    note_ui(ui, context, "Who acts, and on whom", |ui, key| {
        let patch = key.shrink2(vec2(0.0, 1.5));
        paint_members(ui.painter(), patch, theme.map.land, theme.ui.muted);
    });
}

fn line_ui(ui: &mut Ui, context: UiContext<'_>, look: FeatureLook, words: &str) {
    note_ui(ui, context, words, |ui, key| {
        paint_feature(ui.painter(), key, look, context.theme);
    });
}

/// Whether a line with such a mark points somewhere.
fn arrow_of(marks: Marks) -> Arrow {
    match marks {
        Marks::Plus | Marks::Tick => Arrow::End,
        Marks::Closer => Arrow::Both,
        Marks::None | Marks::Bars | Marks::Question | Marks::Link => Arrow::None,
    }
}

/// A line without the colour, the sign and the arrow of any overlay: as alliances are but for the
/// colour.
fn plain(context: UiContext<'_>, status: Status, basis: Basis) -> FeatureLook {
    let theme = context.theme;
    let mut look = theme.feature(OverlayStyle::Alliances, None, status, basis);
    look.line.color = theme.ui.muted;
    look.arrow = Arrow::None;
    look
}
