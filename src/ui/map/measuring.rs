//! Measuring on the map: clicks set points, great circles join them, and each leg says how long it
//! is.
//!
//! In: what the pointer does while one measures, the drawing. Out: the bar that says how it is done
//! (see `measuring_bar`), and the points themselves (see [`crate::session::Measure`]).

use egui::{Align2, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, vec2};

use super::MapState;
use super::instruments::Hand;
use super::lettering::{small_text, small_text_size};
use super::overlay_layer::Lit;
use crate::geography::{LonLat, MapPoint, MapProjection, distance_m, great_circle, midpoint};
use crate::picture::{LabelKind, View, distance_words};
use crate::session::{Command, Measure, MeasuredPoint};
use crate::theme::Theme;
use crate::theme::measures::{
    CORNER, GRID, MEASURED_CASING, MEASURED_POINT_RADIUS, RULE, SNAP_RADIUS,
};
use crate::ui::{Outbox, UiContext};

/// A leg shorter than this on the screen has no room for its length.
const LEAST_LEG_PX: f32 = 60.0;

/// The length of a leg, where it stands on the map.
pub(super) struct LegLabel {
    pub rect: Rect,
    text: String,
}

/// Legs with their lengths, at the middle of each that is long enough on the screen.
pub(super) fn leg_labels(
    painter: &Painter,
    context: UiContext<'_>,
    view: &View,
) -> impl Iterator<Item = LegLabel> {
    let projection = context.session.stage.projection;
    let measure = context.session.measure.iter();
    measure
        .flat_map(Measure::legs)
        .filter_map(move |[from, to]| {
            let label = leg_label(painter, context.theme, view, projection, [from.at, to.at]);
            label.filter(|label| view.rect.contains_rect(label.rect))
        })
}

fn leg_label(
    painter: &Painter,
    theme: &Theme,
    view: &View,
    projection: MapProjection,
    [from, to]: [LonLat; 2],
) -> Option<LegLabel> {
    let screen = |at: LonLat| view.screen_from_map(projection.project(at));
    if screen(from).distance(screen(to)) < LEAST_LEG_PX {
        return None;
    }
    let text = distance_words(distance_m(from, to));
    let size = small_text_size(painter, &text, theme) + vec2(3.0 * GRID, GRID);
    let rect = Rect::from_center_size(screen(midpoint(from, to)), size);
    Some(LegLabel { rect, text })
}

/// Sets points where the pointer clicks, and shows where the next one would be.
pub(super) fn measuring_ui(
    ui: &Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    view: &View,
    (response, pointed, lit): Hand<'_>,
    outbox: &mut Outbox,
) {
    state.close_chooser();
    let is_on_map = response.contains_pointer() || pointed.is_on_node;
    let at = ui.input(|input| input.pointer.latest_pos());
    let at = at.filter(|_| is_on_map && !response.dragged());
    let next = at.and_then(|at| snapped(context, state, view, lit, at));
    if next.is_some() {
        ui.set_cursor_icon(egui::CursorIcon::Crosshair);
    }
    paint(ui.painter(), context, view, next.as_ref());
    if let Some(name) = next.as_ref().and_then(|next| next.name.as_ref()) {
        let is_written = |source: usize| {
            let source = state.labels.get(source);
            source.is_some_and(|source| source.text == *name)
        };
        if let Some(at) = at.filter(|_| !state.placed.iter().any(|label| is_written(label.source)))
        {
            let beside = at + vec2(3.0 * GRID, -3.0 * GRID);
            small_text(
                ui.painter(),
                beside,
                Align2::LEFT_BOTTOM,
                name,
                context.theme,
            );
        }
    }
    if (response.clicked() || pointed.is_clicked)
        && let Some(point) = next
    {
        outbox.push(Command::MeasureAt(point));
    }
}

/// What a click at a point of the screen means: the city or site that is near it or whose name it is
/// on, or the mere place; nothing beyond the edge of the world.
fn snapped(
    context: UiContext<'_>,
    state: &MapState,
    view: &View,
    lit: &[Lit],
    at: Pos2,
) -> Option<MeasuredPoint> {
    let projection = context.session.stage.projection;
    let names = state.placed.iter().filter_map(|label| {
        let source = state.labels.get(label.source)?;
        let is_dot = source.kind == LabelKind::BesideDot;
        let distance = if label.rect.contains(at) {
            0.0
        } else {
            label.anchor.distance(at)
        };
        let near = (distance, view.map_from_screen(label.anchor), &source.text);
        is_dot.then_some(near)
    });
    let sites = lit.iter().filter_map(|&(id, _)| {
        let feature = context.world.features.get(id)?;
        Some((feature, state.shapes.as_ref()?.shape(id)?))
    });
    let sites = sites.flat_map(|(feature, shape)| {
        shape.sites.iter().map(move |&site| {
            let distance = view.screen_from_map(site).distance(at);
            (distance, site, &feature.short_name)
        })
    });
    let nearest = names
        .chain(sites)
        .filter(|&(distance, ..)| distance <= SNAP_RADIUS)
        .min_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((_, point, name)) = nearest {
        let at = exact(context, projection, point, name);
        let name = Some(name.clone());
        return Some(MeasuredPoint { at, name });
    }
    let place = projection.unproject(view.map_from_screen(at));
    let is_of_this_world = view.screen_from_map(projection.project(place)).distance(at) < 1.0;
    let name = None;
    is_of_this_world.then_some(MeasuredPoint { at: place, name })
}

/// A city's own position: what comes back from the screen is off by some metres.
fn exact(context: UiContext<'_>, projection: MapProjection, point: MapPoint, name: &str) -> LonLat {
    let near = projection.unproject(point);
    let cities = context.atlas.cities.iter();
    cities
        .filter(|city| city.name == name)
        .map(|city| city.at)
        .find(|&at| distance_m(at, near) < 20_000.0)
        .unwrap_or(near)
}

/// The ways that are measured, beneath the names.
pub(super) fn paint_legs(painter: &Painter, context: UiContext<'_>, view: &View) {
    let projection = context.session.stage.projection;
    let measure = context.session.measure.iter();
    for [from, to] in measure.flat_map(Measure::legs) {
        paint_way(painter, context.theme, view, projection, [from.at, to.at]);
    }
}

/// Where the points are on the screen: no name may stand on one.
pub(super) fn measured_points(context: UiContext<'_>, view: &View) -> impl Iterator<Item = Pos2> {
    let projection = context.session.stage.projection;
    let points = context.session.measure.iter();
    points
        .flat_map(Measure::points)
        .map(move |point| view.screen_from_map(projection.project(point.at)))
}

/// Points and lengths over the names, and what a click would do.
fn paint(painter: &Painter, context: UiContext<'_>, view: &View, next: Option<&MeasuredPoint>) {
    let Some(measure) = &context.session.measure else {
        return;
    };
    let (theme, projection) = (context.theme, context.session.stage.projection);
    if let (Some(last), Some(next)) = (measure.points().last(), next)
        && last.at != next.at
    {
        let ends = [last.at, next.at];
        paint_way(&faint(painter), theme, view, projection, ends);
        if let Some(label) = leg_label(painter, theme, view, projection, ends) {
            paint_label(painter, theme, &label);
        }
    }
    let screen = |at: LonLat| view.screen_from_map(projection.project(at));
    for at in measured_points(context, view) {
        paint_point(painter, theme, at);
    }
    if let Some(next) = next.filter(|next| next.name.is_some()) {
        // A ring says that a click would take hold of it.
        paint_point(painter, theme, screen(next.at));
    }
    for label in leg_labels(painter, context, view) {
        paint_label(painter, theme, &label);
    }
}

fn faint(painter: &Painter) -> Painter {
    let mut faint = painter.clone();
    faint.multiply_opacity(0.55);
    faint
}

fn paint_way(
    painter: &Painter,
    theme: &Theme,
    view: &View,
    projection: MapProjection,
    [from, to]: [LonLat; 2],
) {
    let look = theme.measured_line();
    let lines: Vec<Vec<Pos2>> = great_circle(from, to)
        .into_iter()
        .map(|line| {
            let points = line.into_iter();
            points
                .map(|at| view.screen_from_map(projection.project(at)))
                .collect()
        })
        .collect();
    for (width, color) in [
        (look.width + MEASURED_CASING, theme.map.halo),
        (look.width, look.color),
    ] {
        for line in &lines {
            painter.add(Shape::line(line.clone(), Stroke::new(width, color)));
        }
    }
}

fn paint_point(painter: &Painter, theme: &Theme, at: Pos2) {
    let look = theme.measured_line();
    let stroke = Stroke::new(look.width, look.color);
    painter.circle(at, MEASURED_POINT_RADIUS, theme.map.halo, stroke);
}

fn paint_label(painter: &Painter, theme: &Theme, label: &LegLabel) {
    painter.rect(
        label.rect,
        f32::from(CORNER),
        theme.ui.raised,
        Stroke::new(RULE, theme.ui.rule),
        StrokeKind::Inside,
    );
    let center = label.rect.center();
    small_text(painter, center, Align2::CENTER_CENTER, &label.text, theme);
}
