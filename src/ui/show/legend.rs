//! The legend of what is visible, and of nothing else: a strip under the map, as wide as it.
//!
//! In: when it is made, how high it is, and how it is painted. Out: what stands in it (see `items`),
//! and where each piece falls (see `flow`).

mod flow;
mod items;

use std::sync::Arc;

use egui::{
    CursorIcon, FontId, Margin, Rect, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

use self::flow::{flow, rows_of};
use self::items::{Item, What, items_of};
use crate::session::{Command, Session};
use crate::theme::measures::{GRID, KEY_HEIGHT, KEY_WIDTH, RULE};
use crate::theme::{Sight, Theme, ThemeKind};
use crate::ui::card::paint_sign;
use crate::ui::feature_row::{SWITCHED_OFF, at_strength};
use crate::ui::parts::{focus_ring, one_line, paint_left};
use crate::ui::symbol::{paint_feature, paint_tint};
use crate::ui::{Outbox, UiContext};
use crate::world::{Basis, Feature, Id, Overlay, Scene, Stage, Status};

/// Of the height beside the passage, the largest part that the strip takes.
const LARGEST_PART: f32 = 0.42;

/// From one row to the next, as a multiple of the size of its words.
const ROW_PART: f32 = 1.65;

/// Around the strip.
pub(super) const MARGIN: Margin = Margin::symmetric(16, 6);

/// Between a key and its words.
const KEY_GAP: f32 = 1.5 * GRID;

/// What is in the strip, made anew when something else is on show.
#[derive(Default)]
pub struct ShowLegend {
    made_for: Option<MadeFor>,
    items: Vec<Item>,
    rows_for: Option<RowsFor>,
    most_rows: usize,
}

/// What its pieces depend on.
#[derive(PartialEq)]
struct MadeFor {
    stage: Stage,
    features: Arc<[Id<Feature>]>,
    scene: Option<usize>,
    look: (ThemeKind, Sight),
    naming_steps: Vec<usize>,
}

/// What its height depends on.
#[derive(PartialEq)]
struct RowsFor {
    scenes: Vec<Scene>,
    width_px: f32,
}

impl ShowLegend {
    /// How high the strip is: the same for all scenes, so that the map keeps its size from one to
    /// the next.
    pub(super) fn height_px(&mut self, ui: &Ui, context: UiContext<'_>, room: Vec2) -> f32 {
        let scenes = context.session.briefing.scenes();
        let width_px = room.x - MARGIN.sum().x;
        let is_known =
            |known: &RowsFor| known.scenes == scenes && (known.width_px - width_px).abs() < 0.5;
        if !self.rows_for.as_ref().is_some_and(is_known) {
            let rows = scenes.iter().map(|scene| {
                let items = items_of(ui, context, &scene.stage, &|id| {
                    let feature = context.world.features.get(id);
                    feature.is_some_and(|feature| scene.stage.wants(context.world, feature))
                });
                rows_of(&widths(&items), width_px)
            });
            self.most_rows = rows.max().unwrap_or(1);
            self.rows_for = Some(RowsFor {
                scenes: scenes.to_vec(),
                width_px,
            });
        }
        let height = self.most_rows as f32 * row_px(context.theme) + MARGIN.sum().y;
        height.min(room.y * LARGEST_PART).ceil()
    }

    /// How high it is for what is on show alone, on a sheet of a width.
    pub(in crate::ui) fn own_height_px(
        &mut self,
        ui: &Ui,
        context: UiContext<'_>,
        width_px: f32,
    ) -> f32 {
        self.refresh(ui, context);
        // The notes of a sheet say it at length.
        self.items
            .retain(|item| !matches!(item.what, What::Borders));
        rows_of(&widths(&self.items), width_px) as f32 * row_px(context.theme)
    }

    /// Its pieces, where nobody presses anything.
    pub(in crate::ui) fn on_sheet_ui(&mut self, ui: &mut Ui, context: UiContext<'_>) {
        self.refresh(ui, context);
        self.items_ui(ui, context, &mut Outbox::default());
    }

    fn items_ui(&self, ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
        let row = row_px(context.theme);
        let places = flow(&widths(&self.items), ui.available_width());
        let rows = places.iter().map(|(row, _)| row + 1).max().unwrap_or(0);
        let size = vec2(ui.available_width(), rows as f32 * row);
        let (all, _) = ui.allocate_exact_size(size, Sense::hover());
        for (item, (at, left)) in self.items.iter().zip(places) {
            let corner = all.min + vec2(left, at as f32 * row);
            let rect = Rect::from_min_size(corner, vec2(item.width_px, row));
            item_ui(ui, context, item, rect.intersect(all), outbox);
        }
    }

    fn refresh(&mut self, ui: &Ui, context: UiContext<'_>) {
        let UiContext { session, theme, .. } = context;
        let made_for = MadeFor {
            stage: session.stage.clone(),
            features: session.on_show.features().clone(),
            scene: session.show.as_ref().map(|show| show.scene),
            look: (theme.kind, theme.sight),
            naming_steps: context.world.naming_steps(),
        };
        if self.made_for.as_ref() != Some(&made_for) {
            // What of the scene somebody has switched off is there to be switched on again.
            let mut stage = session.stage.clone();
            stage.overlays.extend(overlays_of_scene(session));
            self.items = items_of(ui, context, &stage, &|id| session.on_show.contains(id));
            self.made_for = Some(made_for);
        }
    }
}

fn overlays_of_scene(session: &Session) -> impl Iterator<Item = Id<Overlay>> {
    let scene = session.show.as_ref();
    let scene = scene.and_then(|show| session.briefing.scene(show.scene));
    scene
        .into_iter()
        .flat_map(|scene| scene.stage.overlays.iter().copied())
}

fn row_px(theme: &Theme) -> f32 {
    (theme.sizes.small * ROW_PART).round()
}

fn widths(items: &[Item]) -> Vec<f32> {
    items.iter().map(|item| item.width_px).collect()
}

/// As of when, each overlay that is on with what its signs mean, and whose view of borders.
pub(super) fn show_legend_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    legend: &mut ShowLegend,
    outbox: &mut Outbox,
) {
    legend.refresh(ui, context);
    ScrollArea::vertical()
        .id_salt("show legend")
        .auto_shrink([false, true])
        .show(ui, |ui| legend.items_ui(ui, context, outbox));
}

fn item_ui(ui: &Ui, context: UiContext<'_>, item: &Item, rect: Rect, outbox: &mut Outbox) {
    let theme = context.theme;
    let font = item.font(theme);
    let key = Rect::from_center_size(
        rect.left_center() + vec2(KEY_WIDTH / 2.0, 0.0),
        vec2(KEY_WIDTH, KEY_HEIGHT),
    );
    let beside = rect.with_min_x(key.max.x + KEY_GAP);
    match &item.what {
        What::Overlay(id) => overlay_ui(ui, context, (*id, item), (rect, key), outbox),
        What::Sign(sign) => {
            label(ui, rect, &item.words);
            paint_sign(ui, theme, key, sign);
            words(ui, &item.words, font, theme.ui.text, beside);
        }
        What::Step(step) => {
            label(ui, rect, &item.words);
            let border = Stroke::new(RULE, theme.map.focus_border);
            paint_tint(ui.painter(), key, theme.named_tint(*step), border);
            words(ui, &item.words, font, theme.ui.text, beside);
        }
        What::Time => {
            label(ui, rect, &item.words);
            words(ui, &item.words, font, theme.ui.text, rect);
        }
        What::Note | What::Borders => {
            label(ui, rect, &item.words);
            words(ui, &item.words, font, theme.ui.muted, rect);
        }
    }
}

/// What a screen reader reads out.
fn label(ui: &Ui, rect: Rect, words: &str) {
    let place = (rect.min.x as i32, rect.min.y as i32);
    let id = ui.scope_id().with(("legend", words, place));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

fn words(ui: &Ui, words: &str, font: FontId, color: egui::Color32, rect: Rect) {
    let words = one_line(ui, words, font, color, rect.width() + 1.0);
    paint_left(ui, rect, words, color);
}

/// An overlay: a click switches it.
fn overlay_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (id, item): (Id<Overlay>, &Item),
    (rect, key): (Rect, Rect),
    outbox: &mut Outbox,
) {
    let UiContext {
        world,
        theme,
        session,
        ..
    } = context;
    let Some(overlay) = world.overlays.get(id) else {
        return;
    };
    let is_on = session.stage.overlays.contains(&id);
    let response = ui.interact(rect, ui.scope_id().with(("overlay", id)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, is_on, &overlay.name));
    focus_ring(ui, theme, &response, rect);
    let look = theme.feature(overlay.style, None, Status::InForce, Basis::Stated);
    let strength = if is_on { 1.0 } else { SWITCHED_OFF };
    let look = at_strength(look, theme, strength);
    paint_feature(ui.painter(), key, look, theme);
    let color = if is_on { theme.ui.text } else { theme.ui.muted };
    let beside = rect.with_min_x(key.max.x + KEY_GAP);
    words(ui, &item.words, item.font(theme), color, beside);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text("Show or hide").clicked() {
        outbox.push(Command::ToggleOverlay(id));
    }
}
