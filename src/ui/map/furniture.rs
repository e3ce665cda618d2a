//! What stands on the map and is not of it: scale bar, date and view of borders, buttons.

use egui::{Align2, FontId, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::lettering::small_text;
use super::tile_notes::BORDERS_NOTE;
use crate::picture::{View, scale_bar};
use crate::session::{Command, key_text};
use crate::theme::fonts;
use crate::theme::measures::{CORNER, PLATE_OPACITY};
use crate::ui::words::with_capital;
use crate::ui::{Outbox, UiContext};

pub(super) const MARGIN_PX: f32 = 14.0;
pub(super) const BUTTON_PX: f32 = 32.0;
const BAR_PX: f32 = 120.0;
const LINE_PX: f32 = 20.0;

/// From one note to the next.
const NOTE_PX: f32 = 16.0;

/// The places labels have to keep clear of.
pub(super) fn furniture_rects(map: Rect) -> Vec<Rect> {
    vec![
        Rect::from_min_max(
            pos2(map.min.x, map.max.y - 74.0),
            pos2(map.min.x + 340.0, map.max.y),
        ),
        Rect::from_min_max(
            pos2(
                map.max.x - BUTTON_PX - 2.0 * MARGIN_PX,
                map.max.y - 4.0 * BUTTON_PX,
            ),
            map.max,
        ),
    ]
}

pub(super) fn furniture_ui(ui: &mut Ui, context: UiContext<'_>, view: &View, outbox: &mut Outbox) {
    scale_ui(ui, context, view);
    let buttons = [
        ("+", "Zoom in", Command::Zoom { steps: 0.5 }),
        ("\u{2212}", "Zoom out", Command::Zoom { steps: -0.5 }),
        ("\u{2302}", "Opening view", Command::FlyHome),
    ];
    let corner = view.rect.max - vec2(MARGIN_PX + BUTTON_PX, MARGIN_PX);
    for (row, (sign, name, command)) in buttons.into_iter().enumerate() {
        let top = corner.y - (3 - row) as f32 * (BUTTON_PX + 4.0);
        let rect = Rect::from_min_size(pos2(corner.x, top), vec2(BUTTON_PX, BUTTON_PX));
        let button = egui::Button::new(egui::RichText::new(sign).size(18.0))
            .fill(context.theme.ui.panel)
            .stroke(Stroke::new(1.0, context.theme.ui.rule));
        let hint =
            key_text(&command).map_or_else(|| name.to_owned(), |key| format!("{name} ({key})"));
        let response = ui.put(rect, button).on_hover_text(hint);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
        if response.clicked() {
            outbox.push(command);
        }
    }
}

fn scale_ui(ui: &Ui, context: UiContext<'_>, view: &View) {
    let theme = context.theme;
    let bar = scale_bar(view, context.session.stage.projection, BAR_PX);
    let lines = note_lines(context);
    let left = pos2(
        view.rect.min.x + MARGIN_PX,
        view.rect.max.y - MARGIN_PX - LINE_PX - NOTE_PX * (lines.len() - 1) as f32,
    );
    let right = left + vec2(bar.length_px, 0.0);
    let painter = ui.painter();
    for (width, color) in [(4.5, theme.map.halo), (2.0, theme.map.city_label)] {
        painter.line_segment([left, right], Stroke::new(width, color));
        for end in [left, right] {
            painter.line_segment([end, end - vec2(0.0, 5.0)], Stroke::new(width, color));
        }
    }
    small_text(
        painter,
        right + vec2(8.0, 0.0),
        Align2::LEFT_CENTER,
        &bar.text,
        theme,
    );
    let below = pos2(left.x, view.rect.max.y - MARGIN_PX);
    if lines.len() > 1 {
        plate(ui, context, below, &lines);
    }
    for (above, line) in lines.iter().rev().enumerate() {
        let at = below - vec2(0.0, above as f32 * NOTE_PX);
        small_text(painter, at, Align2::LEFT_CENTER, line, theme);
    }
}

/// Under notes that stand on a map of any colours.
fn plate(ui: &Ui, context: UiContext<'_>, below: Pos2, lines: &[String]) {
    let theme = context.theme;
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let width = |line: &String| {
        let color = theme.map.city_label;
        let galley = ui
            .painter()
            .layout_no_wrap(line.clone(), font.clone(), color);
        galley.size().x
    };
    let widest = lines.iter().map(width).fold(0.0, f32::max);
    let height = NOTE_PX * lines.len() as f32;
    let top = pos2(below.x, below.y + NOTE_PX / 2.0 - height);
    let rect = Rect::from_min_size(top, vec2(widest, height)).expand2(vec2(6.0, 1.0));
    let fill = theme.ui.panel.gamma_multiply(PLATE_OPACITY);
    ui.painter().rect_filled(rect, CORNER, fill);
}

/// Whose view of borders the map takes, and that tiles from elsewhere have their own.
fn note_lines(context: UiContext<'_>) -> Vec<String> {
    let worldview = context.session.stage.worldview.name();
    let borders = format!("{} view of disputed borders", with_capital(worldview));
    if context.session.stage.background.has_tiles() {
        vec![borders, BORDERS_NOTE.to_owned()]
    } else {
        vec![borders]
    }
}
