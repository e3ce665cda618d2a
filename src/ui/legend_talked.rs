//! What a text talks of without anything of it being drawn: its words lead to the paragraphs, and
//! there is no line to be switched.

use egui::{CursorIcon, FontId, Role, Sense, Ui, WidgetInfo, vec2};

use super::feature_row::paint_ground;
use super::legend::is_drawn;
use super::parts::{focus_ring, heading, one_line, paint_left};
use super::{Origin, Outbox, UiContext};
use crate::theme::fonts;
use crate::theme::measures::{GRID, SMALL_ROW_HEIGHT};
use crate::world::{Id, Overlay, Subject};

/// Draws them, each with the number of its paragraphs. Whether there is any.
pub(super) fn talked_of_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) -> bool {
    let world = context.world;
    let overlays = world.overlays.iter().filter(|(id, _)| {
        let passages = world.links.passages(Subject::Overlay(*id));
        !is_drawn(context, *id) && !passages.is_empty()
    });
    let mut overlays = overlays.peekable();
    if overlays.peek().is_none() {
        return false;
    }
    ui.add_space(3.0 * GRID);
    ui.label(heading(context.theme, "Talked of"));
    ui.add_space(GRID);
    for overlay in overlays {
        row_ui(ui, context, overlay, outbox);
    }
    ui.add_space(3.0 * GRID);
    true
}

fn row_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (id, overlay): (Id<Overlay>, &Overlay),
    outbox: &mut Outbox,
) {
    let UiContext {
        world,
        theme,
        session,
        ..
    } = context;
    let subject = Subject::Overlay(id);
    let size = vec2(ui.available_width(), SMALL_ROW_HEIGHT);
    let (row, response) = ui.allocate_exact_size(size, Sense::click());
    let is_selected = session.stage.selection == Some(subject);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &overlay.name));
    outbox.interact(&response, subject, Origin::Panel);
    paint_ground(ui, context, row, session.emphasis(world, subject));
    focus_ring(ui, theme, &response, row);
    let count = match world.links.passages(subject).len() {
        1 => "1 paragraph".to_owned(),
        count => format!("{count} paragraphs"),
    };
    let small = FontId::new(theme.sizes.small, fonts::sans());
    let inner = row.shrink2(vec2(GRID, 0.0));
    let count = one_line(ui, &count, small, theme.ui.muted, inner.width() / 2.0);
    let count_at = inner.with_min_x(inner.max.x - count.size().x);
    paint_left(ui, count_at, count, theme.ui.muted);
    let font = FontId::new(theme.sizes.body, fonts::sans());
    let place = inner.with_max_x(count_at.min.x - GRID);
    let words = one_line(ui, &overlay.name, font, theme.ui.text, place.width());
    paint_left(ui, place, words, theme.ui.text);
    let about = format!(
        "{} Nothing of it is drawn; a click shows the paragraphs, and the countries named beside it.",
        overlay.about
    );
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(about);
}
