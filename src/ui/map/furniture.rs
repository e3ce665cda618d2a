//! What stands on the map and is not of it: scale bar, date and view of borders, buttons.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::lettering::small_text;
use crate::picture::{View, scale_bar};
use crate::session::{Command, key_text};
use crate::theme::fonts;
use crate::ui::words::with_capital;
use crate::ui::{Outbox, UiContext};

const MARGIN_PX: f32 = 14.0;
const BUTTON_PX: f32 = 32.0;
const BAR_PX: f32 = 120.0;
const LINE_PX: f32 = 16.0;

/// How dense the ground behind words is.
const GROUND_STRENGTH: f32 = 0.8;

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
    let painter = ui.painter();
    let notes = notes(ui, context, view.rect.width());
    let bar = scale_bar(view, context.session.stage.projection, BAR_PX);
    let above_px = 20.0 + LINE_PX * notes.len().saturating_sub(1) as f32;
    let left = view.rect.left_bottom() + vec2(MARGIN_PX, -MARGIN_PX - above_px);
    let right = left + vec2(bar.length_px, 0.0);
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
    let lowest = pos2(left.x, view.rect.max.y - MARGIN_PX);
    for (above, (line, width)) in notes.iter().rev().enumerate() {
        let at = lowest - vec2(0.0, above as f32 * LINE_PX);
        // Lines of the map run behind it, and it has to be read over all of them.
        let ground = Align2::LEFT_CENTER.anchor_size(at, vec2(*width, LINE_PX));
        let fill = theme.map.halo.gamma_multiply(GROUND_STRENGTH);
        painter.rect_filled(ground.expand2(vec2(4.0, 0.0)), 2.0, fill);
        small_text(painter, at, Align2::LEFT_CENTER, line, theme);
    }
}

/// Of when the map is and whose view of borders it shows, with the widths of the lines: one line
/// where there is room for it.
fn notes(ui: &Ui, context: UiContext<'_>, map_px: f32) -> Vec<(String, f32)> {
    let font = egui::FontId::new(context.theme.sizes.small, fonts::sans());
    let measured = |line: String| {
        let color = context.theme.map.city_label;
        let galley = ui
            .painter()
            .layout_no_wrap(line.clone(), font.clone(), color);
        (line, galley.size().x)
    };
    let date = &context.world.article.date;
    let date = (!date.is_empty()).then(|| format!("As of {date}"));
    let worldview = context.session.stage.worldview.name();
    let borders = format!("{worldview} view of disputed borders");
    let parts: Vec<String> = date.into_iter().chain([borders]).collect();
    let whole = measured(parts.join(" \u{00b7} "));
    if whole.1 <= map_px - BUTTON_PX - 3.0 * MARGIN_PX {
        vec![whole]
    } else {
        let own_lines = parts.iter().map(|part| measured(with_capital(part)));
        own_lines.collect()
    }
}
