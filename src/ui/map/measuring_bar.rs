//! The bar over the map while one measures: how it is done, and what has come of it.

use egui::{Area, Frame, Id, Order, Rect, Role, Ui, WidgetInfo, pos2};

use super::MapState;
use super::furniture::MARGIN_PX;
use crate::picture::{View, distance_words};
use crate::session::{Command, Measure, MeasuredPoint};
use crate::theme::measures::{GRID, MEASURING_BAR_WIDTH};
use crate::ui::parts::{heading, hint, link, muted};
use crate::ui::{Outbox, UiContext};

/// Of more points than these only the first and the last are named.
const MOST_NAMED: usize = 4;

pub(super) fn measuring_bar_ui(
    ui: &Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    view: &View,
    outbox: &mut Outbox,
) {
    let Some(measure) = &context.session.measure else {
        state.measuring_bar = None;
        return;
    };
    // Beneath date and eras.
    let top = state
        .eras_end_px
        .unwrap_or(view.rect.min.y)
        .max(view.rect.min.y);
    let corner = pos2(view.rect.min.x + MARGIN_PX, top + 2.0 * GRID);
    let room = view.rect.max.x - corner.x - MARGIN_PX;
    let shown = Area::new(Id::unique("measuring"))
        .order(Order::Middle)
        .fixed_pos(corner)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(room.min(MEASURING_BAR_WIDTH) - 4.0 * GRID);
                bar_ui(ui, context, measure, outbox);
            });
        });
    let rect: Rect = shown.response.rect;
    if state.measuring_bar != Some(rect) {
        state.measuring_bar = Some(rect);
        // Names that stand beneath it have to move.
        ui.request_repaint();
    }
}

fn bar_ui(ui: &mut Ui, context: UiContext<'_>, measure: &Measure, outbox: &mut Outbox) {
    let theme = context.theme;
    ui.spacing_mut().item_spacing.y = GRID;
    let (first, second) = result_words(measure);
    let whole = format!("{second}: {first}");
    let response = ui.label(heading(theme, &first));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &whole));
    ui.label(muted(theme, second));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0 * GRID;
        if measure.points().len() > 1 {
            ui.label(muted(theme, "Each further click adds a leg"));
        }
        for (words, name, command) in [
            (
                "Take back",
                "Take back the last point",
                Command::MeasureBack,
            ),
            ("Done", "End measuring", Command::ToggleMeasure),
        ] {
            let is_of_use = command != Command::MeasureBack || !measure.points().is_empty();
            if is_of_use {
                let response = link(ui, theme, words, name);
                if response.on_hover_text(hint(name, &command)).clicked() {
                    outbox.push(command);
                }
            }
        }
    });
}

/// What to do, or how far it is; and from where to where.
fn result_words(measure: &Measure) -> (String, String) {
    match measure.points() {
        [] => (
            "Click where to measure from".to_owned(),
            "A click near a city or a site takes hold of it".to_owned(),
        ),
        [from] => (
            "Click where to measure to".to_owned(),
            format!("From {}", place_words(from)),
        ),
        points => {
            let names = if points.len() <= MOST_NAMED {
                let names: Vec<String> = points.iter().map(place_words).collect();
                names.join(" \u{2013} ")
            } else {
                let ends = [points.first(), points.last()].map(|end| end.map(place_words));
                let [first, last] = ends.map(Option::unwrap_or_default);
                format!("{first} \u{2013} \u{2026} \u{2013} {last}")
            };
            let length = distance_words(measure.length_m());
            let length = match points.len() - 1 {
                1 => length,
                legs => format!("{length} in {legs} legs"),
            };
            (length, names)
        }
    }
}

/// A city's name, or where it is.
fn place_words(point: &MeasuredPoint) -> String {
    let MeasuredPoint { at, name } = point;
    if let Some(name) = name {
        return name.clone();
    }
    let east_deg = if at.lon_deg > 180.0 {
        at.lon_deg - 360.0
    } else {
        at.lon_deg
    };
    let side = |deg: f64, sides: [&str; 2]| {
        let [plus, minus] = sides;
        format!(
            "{:.1}\u{00b0} {}",
            deg.abs(),
            if deg < 0.0 { minus } else { plus }
        )
    };
    let (lat, lon) = (side(at.lat_deg, ["N", "S"]), side(east_deg, ["E", "W"]));
    format!("{lat} {lon}")
}
