//! The scale at the map's lower left, and beneath it in whose view borders are drawn.

use egui::{Align2, FontId, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::MARGIN_PX;
use crate::geography::MapProjection;
use crate::picture::{ScaleBar, ScaleUnit, View, scale_bar};
use crate::theme::fonts;
use crate::theme::measures::{CORNER, GRID, RULE};
use crate::ui::UiContext;
use crate::ui::map::lettering::small_text;
use crate::ui::map::tile_notes::BORDERS_NOTE;
use crate::ui::words::with_capital;

const BAR_PX: f32 = 120.0;
const TICK_PX: f32 = 5.0;
/// How dense the ground behind words is.
const GROUND_STRENGTH: f32 = 0.8;

const LINE_PX: f32 = 16.0;

/// Room for the bar, the words right of it, and the line beneath.
const WIDTH_PX: f32 = 340.0;
const HEIGHT_PX: f32 = 80.0;

pub(super) fn scale_rect(map: Rect) -> Rect {
    let corner = pos2(map.min.x, map.max.y);
    Rect::from_min_max(corner - vec2(0.0, HEIGHT_PX), corner + vec2(WIDTH_PX, 0.0))
}

pub(in crate::ui::map) fn scale_ui(ui: &Ui, context: UiContext<'_>, view: &View) {
    let below = pos2(view.rect.min.x + MARGIN_PX, view.rect.max.y - MARGIN_PX);
    let notes = notes(context);
    plate(ui, context, below, &notes);
    for (above, note) in notes.iter().rev().enumerate() {
        let at = below - vec2(0.0, above as f32 * LINE_PX);
        small_text(ui.painter(), at, Align2::LEFT_CENTER, note, context.theme);
    }
    let projection = context.session.stage.projection;
    let bar = |unit, most_px| scale_bar(view, projection, unit, most_px);
    if let Some(km) = bar(ScaleUnit::Kilometers, BAR_PX)
        && let Some(miles) = bar(ScaleUnit::Miles, km.length_px)
    {
        let left = below - vec2(0.0, notes.len() as f32 * LINE_PX + 2.5 * GRID);
        bars_ui(ui, context, left, &km, &miles);
    }
}

/// One line with kilometres marked off above it and miles below.
fn bars_ui(ui: &Ui, context: UiContext<'_>, left: Pos2, km: &ScaleBar, miles: &ScaleBar) {
    let theme = context.theme;
    let painter = ui.painter();
    let right = left + vec2(km.length_px, 0.0);
    for (width, color) in [(4.5, theme.map.halo), (1.6, theme.map.city_label)] {
        let stroke = Stroke::new(width, color);
        painter.line_segment([left, right], stroke);
        for (bar, up) in [(km, -TICK_PX), (miles, TICK_PX)] {
            for x in [0.0, bar.length_px] {
                let at = left + vec2(x, 0.0);
                painter.line_segment([at, at + vec2(0.0, up)], stroke);
            }
        }
    }
    // On Web Mercator a few degrees to the north make another scale.
    let is_local = context.session.stage.projection == MapProjection::WebMercator;
    let km_text = if is_local {
        format!("{} at the centre", km.text)
    } else {
        km.text.clone()
    };
    for (text, down) in [(&km_text, -1.9 * GRID), (&miles.text, 1.9 * GRID)] {
        let at = right + vec2(2.0 * GRID, down);
        small_text(painter, at, Align2::LEFT_CENTER, text, theme);
    }
    let rect = Rect::from_min_max(left, right).expand(2.0 * TICK_PX);
    let about = "True at the centre of the map, across it";
    let id = ui.scope_id().with("scale");
    let response = ui.interact(rect, id, Sense::hover());
    let name = format!("Scale: {} or {} at the centre", km.text, miles.text);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    response.on_hover_text(about);
}

/// Lines of the map run behind notes, and these have to be read over all of them.
fn plate(ui: &Ui, context: UiContext<'_>, below: Pos2, notes: &[String]) {
    let theme = context.theme;
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let width = |note: &String| {
        let color = theme.map.city_label;
        let painter = ui.painter();
        painter
            .layout_no_wrap(note.clone(), font.clone(), color)
            .size()
            .x
    };
    let widest = notes.iter().map(width).fold(0.0, f32::max);
    let height = LINE_PX * notes.len() as f32;
    let top = pos2(below.x, below.y + LINE_PX / 2.0 - height);
    let rect = Rect::from_min_size(top, vec2(widest, height)).expand2(vec2(GRID, RULE));
    let fill = theme.map.halo.gamma_multiply(GROUND_STRENGTH);
    ui.painter()
        .rect_filled(rect, f32::from(CORNER) / 2.0, fill);
}

/// Whose view of borders the map takes, and that tiles from elsewhere have their own.
fn notes(context: UiContext<'_>) -> Vec<String> {
    let stage = &context.session.stage;
    let worldview = with_capital(stage.worldview.name());
    let mut notes = vec![format!("{worldview} view of disputed borders")];
    if stage.background.has_tiles() {
        notes.push(BORDERS_NOTE.to_owned());
    }
    notes
}
