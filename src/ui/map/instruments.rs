//! What one works the map with: the pointer, measuring, furniture, the overview map.

use egui::{Response, Ui};

use super::MapState;
use super::furniture::furniture_ui;
use super::graticule_layer::paint_edge_labels;
use super::measuring::measuring_ui;
use super::measuring_bar::measuring_bar_ui;
use super::node::Pointed;
use super::overlay_layer::Lit;
use super::overview::overview_ui;
use super::pointer::pointer_ui;
use super::pointing::pointing_ui;
use crate::picture::View;
use crate::session::Camera;
use crate::ui::{Outbox, UiContext};

/// What the pointer does on the map, and what there is to take hold of.
pub(super) type Hand<'a> = (&'a Response, Pointed, &'a [Lit]);

/// Everything over the names. Clicks measure or select, never both.
pub(super) fn instruments_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    (view, camera): (&View, &mut Camera),
    hand: Hand<'_>,
    outbox: &mut Outbox,
) {
    if context.session.measure.is_some() {
        measuring_ui(ui, context, state, view, hand, outbox);
    } else {
        let (response, pointed, _) = hand;
        pointer_ui(ui, context, state, view, (response, pointed), outbox);
    }
    paint_edge_labels(ui.painter(), &state.edge_labels, context.theme);
    if let Some(show) = &context.session.show {
        // The audience has no use for buttons.
        pointing_ui(ui, context, show, view, outbox);
        return;
    }
    furniture_ui(ui, context, view, outbox);
    let coarsest = state.ground.coarsest().map(AsRef::as_ref);
    overview_ui(
        ui,
        context,
        &mut state.overview,
        (view, coarsest),
        camera,
        outbox,
    );
    measuring_bar_ui(ui, context, state, view, outbox);
}
