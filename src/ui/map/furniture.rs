//! What stands on the map and is not of it: scale, date and view of borders, buttons.
//!
//! In: these, and which places names have to keep clear of. Out: the overview map, and what one
//! does while measuring, which have files of their own.

mod buttons;
mod scale;

use egui::{Painter, Rect, Ui, Vec2};

use self::buttons::buttons_ui;
pub(super) use self::buttons::{BUTTON_PX, buttons_rect};
use self::scale::scale_rect;
pub(super) use self::scale::scale_ui;
use super::MapState;
use super::measuring::{leg_labels, measured_points};
use super::overview::overview_place;
use crate::picture::View;
use crate::theme::measures::RULE;
use crate::ui::{Outbox, UiContext};

/// Between the map's edge and what stands on it.
pub(super) const MARGIN_PX: f32 = 14.0;

/// The places labels have to keep clear of.
pub(super) fn kept_clear(
    painter: &Painter,
    context: UiContext<'_>,
    state: &MapState,
    view: &View,
) -> Vec<Rect> {
    if state.is_on_sheet {
        return vec![scale_rect(view.rect)];
    }
    if state.is_bare || context.session.show.is_some() {
        return Vec::new();
    }
    let mut clear = vec![scale_rect(view.rect), buttons_rect(view.rect)];
    clear.extend(overview_place(context, view).map(|place| place.rect));
    if context.session.measure.is_some() {
        clear.extend(state.measuring_bar);
        let points = measured_points(context, view);
        clear.extend(points.map(|at| Rect::from_center_size(at, Vec2::splat(RULE))));
        clear.extend(leg_labels(painter, context, view).map(|label| label.rect));
    }
    clear
}

pub(super) fn furniture_ui(ui: &mut Ui, context: UiContext<'_>, view: &View, outbox: &mut Outbox) {
    scale_ui(ui, context, view);
    buttons_ui(ui, context, view, outbox);
}
