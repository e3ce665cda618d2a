//! What the pointer is on: hover, click, the chooser where several things lie together.

use egui::{Align2, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

use super::MapState;
use crate::picture::{PICK_RADIUS_PX, View};
use crate::session::Command;
use crate::ui::words::one_line;
use crate::ui::{Outbox, UiContext};
use crate::world::{Feature, Id, Subject};

/// Several features under one click, to choose from.
#[derive(Clone, Debug)]
pub(super) struct Chooser {
    at: Pos2,
    features: Vec<Id<Feature>>,
}

/// Everything under a point: features near it, nearest first, then the country.
fn under(
    context: UiContext<'_>,
    state: &MapState,
    view: &View,
    at: Pos2,
) -> (Vec<Id<Feature>>, Option<Subject>) {
    let point = view.map_from_screen(at);
    let radius = f64::from(PICK_RADIUS_PX) / view.scale;
    let shows = |id| context.session.shows(context.world, id);
    let features = state.picker.features_at(point, radius, shows);
    let (projection, worldview) = (
        context.session.stage.projection,
        context.session.stage.worldview,
    );
    let found = state
        .areas()
        .and_then(|index| index.area_at(projection.unproject(point)));
    let country = found.map(|area| context.atlas.owner(area, worldview).country());
    (features, country.map(Subject::Country))
}

/// Turns the pointer on the map into hover, a tooltip, and commands.
pub(super) fn pointer_ui(
    ui: &Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    view: &View,
    response: &Response,
    outbox: &mut Outbox,
) {
    chooser_ui(ui, context, state, outbox);
    if response.clicked()
        && let Some(at) = response.interact_pointer_pos()
    {
        click(ui, context, state, view, at, outbox);
    }
    let Some(at) = response.hover_pos().filter(|_| !response.dragged()) else {
        return;
    };
    if state.chooser.is_some() {
        return;
    }
    let (features, country) = under(context, state, view, at);
    let subject = features.first().map(|&id| Subject::Feature(id)).or(country);
    outbox.hover = subject;
    let Some(subject) = subject else { return };
    ui.set_cursor_icon(egui::CursorIcon::PointingHand);
    let text = match features.len() {
        2.. => format!("{} lines meet here: click to choose", features.len()),
        _ => one_line(context, subject),
    };
    tooltip(ui, context, view.rect, at, &text);
}

fn click(
    ui: &Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    view: &View,
    at: Pos2,
    outbox: &mut Outbox,
) {
    if state.close_chooser() {
        return;
    }
    let (features, country) = under(context, state, view, at);
    let compares = ui.input(|input| input.modifiers.command);
    match (features.as_slice(), country) {
        (_, Some(country)) if compares => outbox.push(Command::CompareWith(country)),
        ([one], _) => outbox.push(Command::SelectOnMap(Subject::Feature(*one))),
        ([_, _, ..], _) => state.chooser = Some(Chooser { at, features }),
        ([], Some(country)) => outbox.push(Command::SelectOnMap(country)),
        ([], None) => outbox.push(Command::LetGo),
    }
}

fn chooser_ui(ui: &Ui, context: UiContext<'_>, state: &mut MapState, outbox: &mut Outbox) {
    let Some(chooser) = state.chooser.clone() else {
        return;
    };
    egui::Area::new(egui::Id::unique("chooser"))
        .order(egui::Order::Foreground)
        .fixed_pos(chooser.at + vec2(8.0, 8.0))
        .constrain_to(ui.clip_rect())
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(320.0);
                ui.label(egui::RichText::new("Several things lie here").small());
                for &id in &chooser.features {
                    let subject = Subject::Feature(id);
                    let name = context.world.name_of(context.atlas, subject);
                    let button = ui.add(egui::Button::new(name).wrap());
                    outbox.interact(&button, subject, crate::ui::Origin::Map);
                    if button.clicked() {
                        state.chooser = None;
                    }
                }
            });
        });
}

/// One line beside the pointer, kept inside the map.
fn tooltip(ui: &Ui, context: UiContext<'_>, map: Rect, at: Pos2, text: &str) {
    let painter = ui.ctx().layer_painter(egui::LayerId::new(
        egui::Order::Tooltip,
        egui::Id::unique("map tooltip"),
    ));
    let theme = context.theme;
    let font = egui::FontId::proportional(theme.sizes.body);
    let galley = painter.layout_no_wrap(text.to_owned(), font, theme.ui.text);
    let size = galley.size() + vec2(16.0, 10.0);
    let mut rect = Align2::LEFT_TOP.anchor_size(at + vec2(14.0, 16.0), size);
    let over = vec2(
        (rect.max.x - map.max.x).max(0.0),
        (rect.max.y - map.max.y).max(0.0),
    );
    rect = rect.translate(
        -over
            - if over.y > 0.0 {
                vec2(0.0, 20.0)
            } else {
                vec2(0.0, 0.0)
            },
    );
    painter.rect(
        rect,
        3.0,
        theme.ui.raised,
        egui::Stroke::new(1.0, theme.ui.rule),
        egui::StrokeKind::Inside,
    );
    painter.galley(rect.min + vec2(8.0, 5.0), galley, theme.ui.text);
}

/// A node without words at a feature. By keyboard or by name it selects the feature; under the
/// pointer it is only another part of the map.
#[expect(
    clippy::too_many_arguments,
    reason = "one caller, and a struct would only rename them"
)]
pub(super) fn hidden_node(
    ui: &Ui,
    context: UiContext<'_>,
    state: &MapState,
    view: &View,
    at: Pos2,
    subject: Subject,
    name: &str,
    outbox: &mut Outbox,
) {
    let rect = Rect::from_center_size(at, vec2(10.0, 10.0));
    let response = ui.interact(
        rect,
        ui.scope_id().with(("hidden", subject)),
        Sense::click(),
    );
    let is_selected = context.session.stage.selection == Some(subject);
    let name = format!("{name} on the map");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &name));
    if response.has_focus() {
        let stroke = egui::Stroke::new(2.0, context.theme.ui.accent);
        ui.painter().circle_stroke(at, 9.0, stroke);
        outbox.hover = Some(subject);
    }
    if response.hovered() {
        let (features, _) = under(context, state, view, at);
        outbox.hover = features
            .first()
            .map_or(Some(subject), |&id| Some(Subject::Feature(id)));
    }
    if response.clicked() {
        outbox.push(Command::SelectOnMap(subject));
    }
}
