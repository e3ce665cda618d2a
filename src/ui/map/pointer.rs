//! What the pointer is on: hover, click, the chooser where several things lie together.

use egui::{Align2, Pos2, Rect, Response, Ui, vec2};

use super::MapState;
use super::node::Pointed;
use crate::atlas::{AreaId, BorderKind, DisputeId, Owner};
use crate::picture::{PICK_RADIUS_PX, PickedLine, View};
use crate::session::{Command, Origin};
use crate::theme::measures::{CHOOSER_WIDTH, CORNER, GRID, RULE, TOOLTIP_WIDTH};
use crate::ui::dispute_row::dispute_row_ui;
use crate::ui::dispute_words::{area_line, sides_line};
use crate::ui::feature_row::{FeatureRow, Hidden, RowText, feature_row_ui};
use crate::ui::parts::heading;
use crate::ui::words::{Room, feature_facts, one_line};
use crate::ui::{Outbox, UiContext};
use crate::world::{Feature, Id, Subject};

/// Of the picking distance, how much the edge of a claim has inside the land that is claimed:
/// seen from far, such land is hardly wider than that distance.
const EDGE_OF_CLAIM_PART: f64 = 0.5;

/// A chooser lists no more than these.
const MOST_CHOICES: usize = 150;

/// Several features under one click, to choose from.
#[derive(Clone, Debug)]
pub(super) struct Chooser {
    at: Pos2,
    features: Vec<Id<Feature>>,
    /// How many lie there; of a great many only the nearest are listed.
    count: usize,
    /// A disputed line beneath them.
    line: Option<DisputeId>,
    /// Where the map stood: a list of what lay there goes when the map does.
    view: View,
    /// Whether it has just opened: the keyboard then goes to its first row.
    is_new: bool,
}

/// What lies under a point.
#[derive(Default)]
struct Under {
    /// Features near it, nearest first.
    features: Vec<Id<Feature>>,
    /// A disputed line near it. Names lie over it, and features come before it.
    line: Option<PickedLine>,
    /// The country, the disputed area, or whose name the pointer is on.
    ground: Option<Subject>,
    area: Option<AreaId>,
}

/// Looks under a point. `named` is whose name the pointer is on: the name of a feature means that
/// feature; the name of a country or a region lies on the ground, beneath the lines over it.
fn under(
    context: UiContext<'_>,
    state: &MapState,
    view: &View,
    at: Pos2,
    named: Option<Subject>,
) -> Under {
    if let Some(Subject::Feature(id)) = named {
        return Under {
            features: vec![id],
            ..Under::default()
        };
    }
    let point = view.map_from_screen(at);
    let shows = |id| context.session.on_show.contains(id);
    let picker = &state.picker;
    let drawn = state.drawn.as_ref();
    let features = drawn.map_or_else(Vec::new, |drawn| {
        picker.drawn_at(drawn, point, view.scale, shows)
    });
    let projection = context.session.stage.projection;
    let position = projection.unproject(point);
    let area = state.areas().and_then(|index| index.area_at(position));
    let land = area.map(|area| {
        let worldview = context.session.stage.worldview;
        match (
            context.atlas.owner(area, worldview),
            context.atlas.dispute_of(area),
        ) {
            // What is drawn as disputed is chosen as such, and not as its holder's.
            (Owner::Disputed { .. }, Some(dispute)) => Subject::Dispute(dispute),
            (owner, _) => Subject::Country(owner.country()),
        }
    });
    let radius = f64::from(PICK_RADIUS_PX) / view.scale;
    let line = state.borders.line_at(point, radius).filter(|&(line, far)| {
        // On disputed land itself the edge of the claim to it leaves room for the land.
        let dispute = context.atlas.dispute(line.dispute);
        let border = dispute.and_then(|dispute| dispute.border(context.atlas));
        let is_near = border != Some(BorderKind::Claim) || far <= radius * EDGE_OF_CLAIM_PART;
        is_near || !matches!(land, Some(Subject::Dispute(_)))
    });
    Under {
        features,
        line: line.map(|(line, _)| line).filter(|_| named.is_none()),
        ground: named.or(land),
        area: area.filter(|_| named.is_none()),
    }
}

/// Turns the pointer on the map into hover, a tooltip, and commands. `named` is whose name the
/// pointer is on: names lie over the map.
pub(super) fn pointer_ui(
    ui: &Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    view: &View,
    (response, pointed): (&Response, Pointed),
    outbox: &mut Outbox,
) {
    if state
        .chooser
        .as_ref()
        .is_some_and(|open| open.view != *view)
    {
        state.chooser = None;
    }
    chooser_ui(ui, context, state, outbox);
    let named = pointed.named;
    if (response.clicked() || pointed.is_clicked)
        && let Some(at) = ui.input(|input| input.pointer.interact_pos())
    {
        click(ui, context, state, view, (at, named), outbox);
    }
    let Some(at) = response.hover_pos().filter(|_| !response.dragged()) else {
        return;
    };
    let is_covered = context.session.panels.has_dialog() || ui.any_popup_open();
    if state.chooser.is_some() || is_covered {
        return;
    }
    // What stands on the map speaks for itself.
    let furniture = state
        .placed_for
        .as_ref()
        .map_or(&[][..], |(.., taken)| taken);
    if furniture.iter().any(|rect| rect.contains(at)) {
        return;
    }
    let found = under(context, state, view, at, named);
    let Some(subject) = found.subject() else {
        return;
    };
    outbox.hover = Some(subject);
    ui.set_cursor_icon(egui::CursorIcon::PointingHand);
    tooltip(ui, context, view.rect, at, &words(context, &found, subject));
}

impl Under {
    /// What a click selects where there is nothing to choose.
    fn subject(&self) -> Option<Subject> {
        let feature = self.features.first().map(|&id| Subject::Feature(id));
        let line = self.line.map(|line| Subject::Dispute(line.dispute));
        feature.or(line).or(self.ground)
    }
}

/// What is said of it beside the pointer.
fn words(context: UiContext<'_>, found: &Under, subject: Subject) -> String {
    let own = one_line(context, subject);
    let beneath = match (found.features.as_slice(), found.line, found.area) {
        ([_, _, ..], line, _) => {
            let count = found.features.len() + usize::from(line.is_some());
            return format!("{count} lines meet here: click to choose");
        }
        ([_], Some(line), _) => {
            let dispute = context.atlas.dispute(line.dispute);
            dispute.map(|dispute| format!("Also here: {}", dispute.name))
        }
        ([], Some(line), _) => Some(sides_line(context, line.sides)),
        ([], None, Some(area)) if matches!(subject, Subject::Country(_)) => {
            area_line(context, area)
        }
        _ => None,
    };
    beneath.map_or(own.clone(), |beneath| format!("{own}\n{beneath}"))
}

fn click(
    ui: &Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    view: &View,
    (at, named): (Pos2, Option<Subject>),
    outbox: &mut Outbox,
) {
    if state.close_chooser() {
        return;
    }
    let found = under(context, state, view, at, named);
    let compares = ui.input(|input| input.modifiers.command);
    let origin = Origin::Map;
    let select = |subject| Command::Select { subject, origin };
    match (found.features.len(), found.ground, found.subject()) {
        (_, Some(subject), _) if compares => {
            outbox.push(Command::CompareWith { subject, origin });
        }
        (2.., ..) => {
            state.chooser = Some(Chooser {
                at,
                count: found.features.len(),
                features: found.features.into_iter().take(MOST_CHOICES).collect(),
                line: found.line.map(|line| line.dispute),
                view: *view,
                is_new: true,
            });
        }
        (_, _, Some(subject)) => outbox.push(select(subject)),
        // To let go during a briefing ends it, and that is more than a click beside something says.
        (_, _, None) if context.session.show.is_some() => {}
        (_, _, None) => outbox.push(Command::ClearSelection),
    }
}

/// The list of what lies under a click, as the legend would set it.
fn chooser_ui(ui: &Ui, context: UiContext<'_>, state: &mut MapState, outbox: &mut Outbox) {
    let Some(chooser) = state.chooser.clone() else {
        return;
    };
    let room = ui.clip_rect();
    let mut has_chosen = false;
    egui::Area::new(egui::Id::unique("chooser"))
        .order(egui::Order::Foreground)
        .fixed_pos(chooser.at + vec2(8.0, 8.0))
        .constrain_to(room)
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_width(CHOOSER_WIDTH.min(room.width() - 6.0 * GRID));
                let count = chooser.count + usize::from(chooser.line.is_some());
                let words = format!("{count} lines meet here");
                ui.label(heading(context.theme, words));
                egui::ScrollArea::vertical()
                    .max_height((room.height() * 0.6).max(30.0 * GRID))
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        for (order, &id) in chooser.features.iter().enumerate() {
                            let takes_keyboard = chooser.is_new && order == 0;
                            has_chosen |= choice_ui(ui, context, (id, takes_keyboard), outbox);
                        }
                        let line = chooser
                            .line
                            .and_then(|id| dispute_row_ui(ui, context, id, Origin::Map, outbox));
                        has_chosen |= line.is_some_and(|row| row.clicked());
                    });
            });
        });
    if has_chosen {
        state.chooser = None;
    } else if let Some(chooser) = &mut state.chooser {
        chooser.is_new = false;
    }
}

/// One of several. Returns whether it was chosen.
fn choice_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (id, takes_keyboard): (Id<Feature>, bool),
    outbox: &mut Outbox,
) -> bool {
    let Some(feature) = context.world.features.get(id) else {
        return false;
    };
    let overlay = context.world.overlays.get(feature.overlay);
    let overlay = overlay.map_or("", |overlay| overlay.name.as_str());
    let facts = feature_facts(feature, Room::Wide);
    let row = FeatureRow {
        id,
        name: &feature.name,
        facts: format!("{overlay} \u{00b7} {facts}"),
        indent: 0.0,
        hidden: Hidden::Plain,
        text: RowText::Wrapped,
    };
    let Some(response) = feature_row_ui(ui, context, &row, Origin::Map, outbox) else {
        return false;
    };
    if takes_keyboard {
        response.request_focus();
    }
    response.clicked()
}

/// What is under the pointer, beside it and inside the map.
fn tooltip(ui: &Ui, context: UiContext<'_>, map: Rect, at: Pos2, text: &str) {
    let painter = ui.ctx().layer_painter(egui::LayerId::new(
        egui::Order::Tooltip,
        egui::Id::unique("map tooltip"),
    ));
    let theme = context.theme;
    let font = egui::FontId::proportional(theme.sizes.body);
    let mut job = egui::text::LayoutJob::simple(
        text.to_owned(),
        font,
        theme.ui.text,
        TOOLTIP_WIDTH.min(map.width() - 8.0 * GRID),
    );
    job.wrap.max_rows = 7;
    let galley = painter.layout_job(job);
    let padding = vec2(2.0 * GRID, 1.25 * GRID);
    let mut rect =
        Align2::LEFT_TOP.anchor_size(at + vec2(14.0, 16.0), galley.size() + 2.0 * padding);
    if rect.max.y > map.max.y {
        // Over the pointer then, and not under it.
        rect = rect.translate(vec2(0.0, at.y - 2.0 * GRID - rect.max.y));
    }
    rect = rect.translate(vec2(-(rect.max.x - map.max.x).max(0.0), 0.0));
    painter.rect(
        rect,
        f32::from(CORNER),
        theme.ui.raised,
        egui::Stroke::new(RULE, theme.ui.rule),
        egui::StrokeKind::Inside,
    );
    painter.galley(rect.min + padding, galley, theme.ui.text);
}
