//! What has to be said of a background of tiles: whose it is, that the network is in use, and why
//! no tiles come.

use egui::{Align2, Area, Frame, Id, Pos2, Rect, Ui, pos2, vec2};

use super::furniture::{BUTTON_PX, MARGIN_PX};
use crate::session::{Background, Command, OPENSTREETMAP_TERMS};
use crate::theme::measures::{GRID, PLATE_OPACITY};
use crate::tiles::{Shelf, Source};
use crate::ui::parts::{link, muted, outlined_button};
use crate::ui::{Outbox, UiContext};

/// A map so narrow has its credit above the scale, not beside it.
const NARROW_PX: f32 = 560.0;

/// Words of a longer note are broken at this width.
const NOTE_PX: f32 = 360.0;

/// Said with the view of borders that the map itself takes.
pub(super) const BORDERS_NOTE: &str = "The background\u{2019}s borders are its publisher\u{2019}s";

/// The right lower corner of the credit.
fn credit_corner(map: Rect) -> Pos2 {
    let above = if map.width() < NARROW_PX { 68.0 } else { 6.0 };
    let right = MARGIN_PX + BUTTON_PX + 2.0 * GRID;
    pos2(map.max.x - right, map.max.y - above)
}

/// Shows credit and note, below what already stands at the top of the map. What they cover goes
/// to the rest, for names to keep off.
pub(super) fn tile_notes_ui(
    ui: &Ui,
    context: UiContext<'_>,
    shelf: &Shelf,
    map: Rect,
    covered: &mut Vec<Rect>,
    outbox: &mut Outbox,
) {
    covered.extend(credit_ui(ui, context, shelf, map, outbox));
    let trouble = shelf.trouble();
    if trouble.is_none() && matches!(shelf.source(), Source::File { .. }) {
        return;
    }
    let top = covered
        .iter()
        .filter(|rect| rect.center().y < map.center().y);
    let top = top.fold(map.min.y + MARGIN_PX, |y, rect| y.max(rect.max.y + GRID));
    let note = Area::new(Id::unique("tile note"))
        .order(egui::Order::Middle)
        .pivot(Align2::RIGHT_TOP)
        .fixed_pos(pos2(map.max.x - MARGIN_PX, top))
        .constrain_to(map)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style())
                .fill(context.theme.ui.panel)
                .shadow(egui::Shadow::NONE)
                .inner_margin(2.0 * GRID)
                .show(ui, |ui| {
                    let room = (map.width() - 4.0 * MARGIN_PX).min(NOTE_PX);
                    ui.set_max_width(room);
                    match trouble {
                        None => online_ui(ui, context, shelf, outbox),
                        Some(why) => trouble_ui(ui, context, shelf, &why, outbox),
                    }
                });
        });
    covered.push(note.response.rect);
}

/// What the source is called, and what becomes of it when it fails.
fn name_of(source: &Source) -> (String, &'static str) {
    match source {
        Source::Server { server, .. } => (server.name.to_owned(), "does not answer"),
        Source::File { path, .. } => {
            let name = path.file_name().unwrap_or(path.as_os_str());
            (name.to_string_lossy().into_owned(), "can not be shown")
        }
    }
}

fn online_ui(ui: &mut Ui, context: UiContext<'_>, shelf: &Shelf, outbox: &mut Outbox) {
    let (name, _) = name_of(shelf.source());
    let Source::Server { server, .. } = shelf.source() else {
        return;
    };
    // The words stand in the middle of the button's height.
    ui.spacing_mut().interact_size.y = 8.0 * GRID;
    ui.horizontal(|ui| {
        let words = format!("Online: {name}");
        let hint = if shelf.is_loading() {
            format!("Asking {} for what is in view", server.host())
        } else {
            format!("{} is asked when the view moves", server.host())
        };
        ui.label(words).on_hover_text(hint);
        off_button(ui, context, outbox);
    });
}

fn trouble_ui(ui: &mut Ui, context: UiContext<'_>, shelf: &Shelf, why: &str, outbox: &mut Outbox) {
    let (name, fails) = name_of(shelf.source());
    let words = format!("{name} {fails}; the built-in map stays.");
    ui.label(egui::RichText::new(words).color(context.theme.ui.text));
    ui.label(muted(context.theme, format!("The reason: {why}.")));
    ui.horizontal(|ui| {
        let retry = ui.add(outlined_button(context.theme, "Retry"));
        if retry
            .on_hover_text("Ask again for what is in view")
            .clicked()
        {
            outbox.push(Command::RetryTiles);
        }
        off_button(ui, context, outbox);
    });
}

fn off_button(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let before = context.session.tiles.before;
    let background = before.map_or(Background::default(), |(background, _)| background);
    let off = ui.add(outlined_button(context.theme, "Switch off"));
    if off.on_hover_text("Back to the built-in map").clicked() {
        outbox.push(Command::SetBackground(background));
    }
}

/// Whose the tiles are, where credit is due: at the right below.
fn credit_ui(
    ui: &Ui,
    context: UiContext<'_>,
    shelf: &Shelf,
    map: Rect,
    outbox: &mut Outbox,
) -> Option<Rect> {
    let credit = shelf.credit();
    if credit.is_empty() {
        return None;
    }
    let area = Area::new(Id::unique("tile credit"))
        .order(egui::Order::Middle)
        .pivot(Align2::RIGHT_BOTTOM)
        .fixed_pos(credit_corner(map))
        .constrain_to(map)
        .show(ui.ctx(), |ui| {
            Frame::NONE
                .fill(context.theme.ui.panel.gamma_multiply(PLATE_OPACITY))
                .corner_radius(GRID)
                .inner_margin(vec2(1.5 * GRID, 0.0))
                .show(ui, |ui| match shelf.source() {
                    Source::Server { .. } => {
                        let hint = format!("Copy the address of its terms: {OPENSTREETMAP_TERMS}");
                        let terms = link(ui, context.theme, credit, credit);
                        if terms.on_hover_text(hint).clicked() {
                            outbox.push(Command::CopyTileTerms);
                        }
                    }
                    Source::File { .. } => {
                        ui.label(muted(context.theme, credit));
                    }
                });
        });
    Some(area.response.rect)
}
