//! Pointing during a briefing: a dot to follow, a box of light, and ink.
//!
//! In: what the pointer does while a tool is in hand, and what is painted of it. Out: when ink and
//! light go (see `session`).

use egui::{CursorIcon, Painter, PointerButton, Pos2, Rect, Sense, Shape, Stroke, Ui};

use crate::geography::MapRect;
use crate::picture::View;
use crate::session::{Command, Show, ShowCommand, Tool};
use crate::theme::measures::{INK, INK_CASING, POINTER_RADIUS, POINTER_RING};
use crate::theme::show_sizes::DIMMED;
use crate::ui::{Outbox, UiContext};

/// A stroke has no more points than it needs: they are so far apart, in points on the screen.
const INK_STEP_PX: f32 = 2.0;

/// A box smaller than this was a click, which puts the light out.
const LEAST_LIGHT_PX: f32 = 8.0;

/// Where a box of light was begun. Residue of the gesture, so it lives with egui.
#[derive(Clone, Copy)]
struct BegunAt(Pos2);

/// Whether the hand is free for the map.
pub(super) fn is_free(context: UiContext<'_>) -> bool {
    let show = context.session.show.as_ref();
    show.is_none_or(|show| show.tool == Tool::Hand)
}

/// Paints light and ink, and does what the tool in hand does.
pub(super) fn pointing_ui(
    ui: &Ui,
    context: UiContext<'_>,
    show: &Show,
    view: &View,
    outbox: &mut Outbox,
) {
    let painter = ui.painter();
    let begun = ui.scope_id().with("light begun");
    let mut light = show.spotlight.map(|area| screen_rect(view, area));
    if show.tool != Tool::Hand {
        let id = ui.scope_id().with("pointing");
        let response = ui.interact(view.rect, id, Sense::click_and_drag());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Canvas, true, tool_name(show.tool))
        });
        let response = response.on_hover_cursor(match show.tool {
            Tool::Pointer => CursorIcon::None,
            _ => CursorIcon::Crosshair,
        });
        let at = response.interact_pointer_pos();
        match show.tool {
            Tool::Pen => draw(view, show, &response, at, outbox),
            Tool::Spotlight => {
                if let (Some(at), true) = (at, response.drag_started()) {
                    ui.data_mut(|data| data.insert_temp(begun, BegunAt(at)));
                }
                let from: Option<BegunAt> = ui.data(|data| data.get_temp(begun));
                if let (Some(BegunAt(from)), Some(at)) = (from, at) {
                    let drawn = Rect::from_two_pos(from, at);
                    light = Some(drawn);
                    if response.drag_stopped() {
                        ui.data_mut(|data| data.remove::<BegunAt>(begun));
                        let is_box = drawn.width().min(drawn.height()) > LEAST_LIGHT_PX;
                        let area = is_box.then(|| map_rect(view, drawn));
                        outbox.push(Command::Show(ShowCommand::SetSpotlight(area)));
                    }
                }
                if response.clicked() {
                    outbox.push(Command::Show(ShowCommand::SetSpotlight(None)));
                }
            }
            Tool::Pointer | Tool::Hand => {}
        }
        if let (Tool::Pointer, Some(at)) = (show.tool, response.hover_pos()) {
            paint_ink(painter, context, show, view);
            painter.circle_filled(at, POINTER_RADIUS, context.theme.ui.accent);
            let ring = Stroke::new(POINTER_RING, context.theme.map.halo);
            painter.circle_stroke(at, POINTER_RADIUS, ring);
            return;
        }
    }
    if let Some(light) = light {
        dim_around(painter, view.rect, light);
    }
    paint_ink(painter, context, show, view);
}

/// What a screen reader calls the map while a tool is in hand.
fn tool_name(tool: Tool) -> &'static str {
    match tool {
        Tool::Hand => "Map",
        Tool::Pointer => "Pointer on the map",
        Tool::Spotlight => "Spotlight: drag a box",
        Tool::Pen => "Pen: drag to draw",
    }
}

fn draw(
    view: &View,
    show: &Show,
    response: &egui::Response,
    at: Option<Pos2>,
    outbox: &mut Outbox,
) {
    let Some(at) = at else { return };
    if response.drag_started_by(PointerButton::Primary) {
        let point = view.map_from_screen(at);
        outbox.push(Command::Show(ShowCommand::BeginStroke(point)));
    } else if response.dragged_by(PointerButton::Primary) {
        let last = show.ink.last().and_then(|stroke| stroke.last());
        let is_new =
            last.is_none_or(|&last| view.screen_from_map(last).distance(at) >= INK_STEP_PX);
        if is_new {
            let point = view.map_from_screen(at);
            outbox.push(Command::Show(ShowCommand::Draw(point)));
        }
    }
}

fn paint_ink(painter: &Painter, context: UiContext<'_>, show: &Show, view: &View) {
    let casing = Stroke::new(INK_CASING, context.theme.map.halo);
    let ink = Stroke::new(INK, context.theme.ui.accent);
    for stroke in &show.ink {
        let points: Vec<Pos2> = stroke
            .iter()
            .map(|&point| view.screen_from_map(point))
            .collect();
        if let [only] = points.as_slice() {
            painter.circle_filled(*only, INK, ink.color);
            continue;
        }
        painter.add(Shape::line(points.clone(), casing));
        painter.add(Shape::line(points, ink));
    }
}

/// All but the light is dimmed.
fn dim_around(painter: &Painter, all: Rect, light: Rect) {
    let light = light.intersect(all);
    let above = all.with_max_y(light.min.y);
    let below = all.with_min_y(light.max.y);
    let band = all.with_min_y(light.min.y).with_max_y(light.max.y);
    let left = band.with_max_x(light.min.x);
    let right = band.with_min_x(light.max.x);
    for part in [above, below, left, right] {
        if part.is_positive() {
            painter.rect_filled(part, 0.0, DIMMED);
        }
    }
}

fn screen_rect(view: &View, area: MapRect) -> Rect {
    let corners = [area.min, area.max].map(|corner| view.screen_from_map(corner));
    Rect::from_two_pos(corners[0], corners[1])
}

fn map_rect(view: &View, rect: Rect) -> MapRect {
    MapRect::around([rect.min, rect.max].map(|corner| view.map_from_screen(corner)))
}
