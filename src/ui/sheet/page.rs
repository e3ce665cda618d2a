//! What is where on a sheet: title above, legend and notes beneath, and the map in between.

use std::fmt::Write as _;
use std::sync::Arc;

use egui::{FontId, Frame, Galley, Margin, Panel, Rect, Ui, UiBuilder, Vec2};

use super::SheetOf;
use super::capture::{captured, captured_with};
use super::notes::{notes_px, notes_ui};
use super::shade::shade_of;
use crate::atlas::Relief;
use crate::picture::{DrawingGroup, DrawingLayer, Mark, PathMark, View};
use crate::session::Camera;
use crate::theme::{Theme, fonts};
use crate::ui::map::{MapDrawing, MapState, map_ui};
use crate::ui::parts::one_line;
use crate::ui::show::ShowLegend;
use crate::ui::{Outbox, UiContext};

/// Around title, legend and notes.
const MARGIN: Margin = Margin {
    left: 16,
    right: 16,
    top: 8,
    bottom: 4,
};

pub(super) fn words_layer(key: &str, name: &str, marks: Vec<Mark>) -> DrawingLayer {
    DrawingLayer::new((key, name), None, vec![DrawingGroup::of(marks)])
}

/// A sheet before the map is on it.
pub(super) struct Page<'a> {
    pub of: SheetOf<'a>,
    /// In points of egui.
    pub size: Vec2,
    pub has_words: bool,
}

impl Page<'_> {
    /// Lays out title, legend and notes, and says what room is left for the map.
    pub(super) fn lay_out(&self, ui: &mut Ui, context: UiContext<'_>) -> (Vec<DrawingLayer>, Rect) {
        let mut layers = Vec::new();
        if self.has_words {
            self.words_ui(ui, context, &mut layers);
        }
        (layers, ui.available_rect_before_wrap())
    }

    fn words_ui(&self, ui: &mut Ui, context: UiContext<'_>, layers: &mut Vec<DrawingLayer>) {
        let mut add = |key: &str, name: &str, marks: Vec<Mark>| {
            layers.push(words_layer(key, name, marks));
        };
        let width = self.size.x - MARGIN.sum().x;
        let panel = Frame::NONE.inner_margin(MARGIN);
        if !self.of.title.is_empty() {
            let title = title(ui, context, self.of.title, width);
            Panel::top("sheet title")
                .frame(panel)
                .show_separator_line(false)
                .exact_size(title.size().y + MARGIN.sum().y)
                .show(ui, |ui| {
                    let (at, color) = (ui.max_rect().min, context.theme.ui.text);
                    let marks = captured(ui, |painter| {
                        painter.galley(at, title, color);
                    });
                    add("title", "Title", marks);
                });
        }
        let notes_height = notes_px(ui, context, width);
        Panel::bottom("sheet notes")
            .frame(panel)
            .resizable(false)
            .show_separator_line(false)
            .exact_size(notes_height + MARGIN.sum().y)
            .show(ui, |ui| {
                let marks = captured_with(ui, |ui| notes_ui(ui, context));
                add("notes", "Notes and sources", marks);
            });
        let mut legend = ShowLegend::default();
        let height = legend.own_height_px(ui, context, width);
        Panel::bottom("sheet legend")
            .frame(panel)
            .resizable(false)
            .show_separator_line(false)
            .exact_size(height + MARGIN.sum().y)
            .show(ui, |ui| {
                let marks = captured_with(ui, |ui| legend.on_sheet_ui(ui, context));
                add("legend", "Legend", marks);
            });
    }
}

fn title(ui: &Ui, context: UiContext<'_>, title: &str, width: f32) -> Arc<Galley> {
    let theme = context.theme;
    let font = FontId::new(theme.sizes.title, fonts::serif_semibold());
    one_line(ui, title, font, theme.ui.text, width)
}

/// Lays the map out in its room, and describes it.
pub(super) fn map_part(
    ui: &mut Ui,
    context: UiContext<'_>,
    (map, camera): (&mut MapState, &mut Camera),
    view: &View,
    (hills, enlargement): (Option<&Relief>, f32),
) -> MapDrawing {
    let in_room = UiBuilder::new().max_rect(view.rect);
    ui.scope_builder(in_room, |ui| {
        map_ui(ui, context, map, camera, &mut Outbox::default());
    });
    let projection = context.session.stage.projection;
    let look = context.theme.relief(view.zoom());
    let shade = hills
        .zip(look)
        .and_then(|(hills, look)| shade_of(hills, view, (projection, look), enlargement));
    let mut drawn = map.drawing(ui, context, view, shade);
    drawn.layers.insert(0, sea(view, context.theme));
    drawn
}

fn sea(view: &View, theme: &Theme) -> DrawingLayer {
    let rect = view.rect;
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
    ];
    let fill = Mark::Path(PathMark {
        runs: vec![corners.to_vec()],
        is_closed: true,
        fill: Some(theme.map.sea),
        pen: None,
    });
    DrawingLayer::new(
        ("sea", "Sea"),
        Some(rect),
        vec![DrawingGroup::of(vec![fill])],
    )
}

/// What is to be seen, in words: what is on show of which overlay.
pub(super) fn description(context: UiContext<'_>, title: &str) -> String {
    let UiContext { world, session, .. } = context;
    let mut words = format!("A map. {title}.");
    for id in world.overlays.ids() {
        let features = world.links.in_overlay(id).iter().copied();
        let shown = features.filter(|&id| session.on_show.contains(id));
        let names: Vec<&str> = shown
            .filter_map(|id| world.features.get(id))
            .map(|feature| feature.name.as_str())
            .collect();
        if let (Some(overlay), false) = (world.overlays.get(id), names.is_empty()) {
            let _ = write!(words, " {}: {}.", overlay.name, names.join(", "));
        }
    }
    words
}
