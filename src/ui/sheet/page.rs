//! What is where on a sheet: title above, legend and notes beneath, and the map in between.

use std::fmt::Write as _;

use egui::{CentralPanel, FontId, Frame, Margin, Panel, Rect, Sense, Ui, Vec2};

use super::SheetOf;
use super::capture::captured_with;
use super::notes::{notes_px, notes_ui};
use super::shade::shade_of;
use crate::atlas::Relief;
use crate::geography::MapPoint;
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
    let group = DrawingGroup {
        marks,
        ..DrawingGroup::default()
    };
    DrawingLayer {
        key: key.to_owned(),
        name: name.to_owned(),
        clip: None,
        groups: vec![group],
    }
}

/// A sheet before the map is on it.
pub(super) struct Page<'a> {
    pub of: SheetOf<'a>,
    /// In points of egui.
    pub size: Vec2,
    pub has_words: bool,
}

impl Page<'_> {
    /// Title, legend and notes; what is left is the map's.
    pub(super) fn words_ui(&self, ui: &mut Ui, context: UiContext<'_>) -> Vec<DrawingLayer> {
        ui.set_max_size(self.size);
        if !self.has_words {
            return Vec::new();
        }
        let mut layers = Vec::new();
        let mut add = |key: &str, name: &str, marks: Vec<Mark>| {
            layers.push(words_layer(key, name, marks));
        };
        let panel = Frame::NONE.inner_margin(MARGIN);
        if !self.of.title.is_empty() {
            Panel::top("sheet title")
                .frame(panel)
                .show_separator_line(false)
                .show(ui, |ui| {
                    let marks = captured_with(ui, |ui| title_ui(ui, context, self.of.title));
                    add("title", "Title", marks);
                });
        }
        let notes_height = notes_px(ui, context, self.size.x - MARGIN.sum().x);
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
        let height = legend.own_height_px(ui, context, self.size.x - MARGIN.sum().x);
        Panel::bottom("sheet legend")
            .frame(panel)
            .resizable(false)
            .show_separator_line(false)
            .exact_size(height + MARGIN.sum().y)
            .show(ui, |ui| {
                let marks = captured_with(ui, |ui| legend.on_sheet_ui(ui, context));
                add("legend", "Legend", marks);
            });
        layers
    }
}

fn title_ui(ui: &mut Ui, context: UiContext<'_>, title: &str) {
    let theme = context.theme;
    let font = FontId::new(theme.sizes.title, fonts::serif_semibold());
    let words = one_line(ui, title, font, theme.ui.text, ui.available_width());
    let (place, _) = ui.allocate_exact_size(words.size(), Sense::hover());
    ui.painter().galley(place.min, words, theme.ui.text);
}

/// Lays the map out in what room there is, and describes it.
pub(super) fn map_part(
    ui: &mut Ui,
    context: UiContext<'_>,
    map: &mut MapState,
    camera: &mut Camera,
    (hills, enlargement): (Option<&Relief>, f32),
) -> (View, MapDrawing) {
    let mut made = None;
    CentralPanel::no_frame().show(ui, |ui| {
        let rect = ui.available_rect_before_wrap();
        map_ui(ui, context, map, camera, &mut Outbox::default());
        let projection = context.session.stage.projection;
        let center = projection.project(camera.center());
        let view = View::new(rect, center, camera.zoom());
        let look = context.theme.relief(view.zoom());
        let shade = hills
            .zip(look)
            .and_then(|(hills, look)| shade_of(hills, &view, (projection, look), enlargement));
        let mut drawn = map.drawing(ui, context, &view, shade);
        drawn.layers.insert(0, sea(&view, context.theme));
        made = Some((view, drawn));
    });
    made.unwrap_or_else(|| {
        let view = View::new(Rect::ZERO, MapPoint { x: 0.0, y: 0.0 }, 0.0);
        (view, MapDrawing::default())
    })
}

fn sea(view: &View, theme: &Theme) -> DrawingLayer {
    let rect = view.rect;
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
    ];
    DrawingLayer {
        key: "sea".to_owned(),
        name: "Sea".to_owned(),
        clip: Some(rect),
        groups: vec![DrawingGroup {
            marks: vec![Mark::Path(PathMark {
                runs: vec![corners.to_vec()],
                is_closed: true,
                fill: Some(theme.map.sea),
                pen: None,
            })],
            ..DrawingGroup::default()
        }],
    }
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
