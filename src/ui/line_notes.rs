//! How to read a line: what its dash, its ends, its band and its marks say.
//!
//! In: the list, with the very symbols of the map. Out: what belongs to the ground (see
//! `legend_notes`).

use egui::{Ui, vec2};

use super::UiContext;
use super::legend_notes::note_ui;
use super::symbol::{paint_feature, paint_members};
use crate::theme::{Arrow, FeatureLook};
use crate::world::{Basis, FeatureKind, OverlayStyle, Status};

/// What a dash, an end or a band says.
const STATES: [(Status, Basis, &str); 8] = [
    (Status::InForce, Basis::Stated, "In force, or built"),
    (Status::PartlyBuilt, Basis::Stated, "Partly built"),
    (Status::Proposed, Basis::Stated, "Proposed"),
    (Status::Suspected, Basis::Stated, "Suspected or disputed"),
    (Status::Unannounced, Basis::Stated, "Not announced"),
    (Status::Ended, Basis::Stated, "Past"),
    (
        Status::InForce,
        Basis::Schematic,
        "Schematic: the way is ours",
    ),
    (Status::InForce, Basis::Outside, "Not in the article"),
];

/// What a mark on a line says, and whether such a line points somewhere.
const KINDS: [(FeatureKind, Arrow, &str); 5] = [
    (FeatureKind::Allied, Arrow::None, "Allied"),
    (FeatureKind::Backed, Arrow::End, "Backs, and whom"),
    (FeatureKind::Recognised, Arrow::End, "Recognises, and whom"),
    (FeatureKind::Opposed, Arrow::None, "Opposed, not allied"),
    (FeatureKind::Thaw, Arrow::Both, "Growing closer"),
];

pub(super) fn line_notes_ui(ui: &mut Ui, context: UiContext<'_>) {
    for (status, basis, words) in STATES {
        let look = plain(context, None, status, basis);
        line_ui(ui, context, look, words);
    }
    if context.session.stage.shows_afterwards {
        let look = plain(context, None, Status::InForce, Basis::Outside);
        let look = context.theme.afterwards(look);
        line_ui(ui, context, look, "Since the article");
    }
    for (kind, arrow, words) in KINDS {
        let look = plain(context, Some(kind), Status::InForce, Basis::Stated);
        line_ui(ui, context, FeatureLook { arrow, ..look }, words);
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

/// A line without the colour, the sign and the arrow of any overlay: as alliances are but for the
/// colour.
fn plain(
    context: UiContext<'_>,
    kind: Option<FeatureKind>,
    status: Status,
    basis: Basis,
) -> FeatureLook {
    let theme = context.theme;
    let mut look = theme.feature(OverlayStyle::Alliances, kind, status, basis);
    look.line.color = theme.ui.muted;
    look.arrow = Arrow::None;
    look
}
