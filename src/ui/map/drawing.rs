//! The map as layers of a sheet, made from what the screen is drawn from: the same ground, the same
//! shapes of features, the same names in the same places.
//!
//! In: a map that has been laid out for a view (see `map_ui`). Out: what stands around the map on a
//! sheet, and the sheet itself (see `ui::sheet`).

mod features;
mod ground;
mod names;

use egui::{Pos2, Rect, Ui};
use walkers::Line;

use super::MapState;
use super::furniture::scale_ui;
use crate::geography::MapPoint;
use crate::picture::{
    DrawingGroup, DrawingLayer, DrawnPlace, ImageMark, Mark, PathMark, Pen, View, thinned_points,
};
use crate::theme::LineLook;
use crate::ui::UiContext;
use crate::ui::sheet::captured_with;

/// Names and lines reach over the map's edge by less than this.
const EDGE_PX: f32 = 8.0;

/// A map on a sheet.
#[derive(Default)]
pub(in crate::ui) struct MapDrawing {
    pub layers: Vec<DrawingLayer>,
    pub places: Vec<DrawnPlace>,
}

impl MapState {
    /// What lies on a sheet of the map as it was laid out last. `shade` is the picture of the hills,
    /// if they are to be seen.
    pub(in crate::ui) fn drawing(
        &self,
        ui: &Ui,
        context: UiContext<'_>,
        view: &View,
        shade: Option<ImageMark>,
    ) -> MapDrawing {
        let mut layers = Vec::new();
        let ground = self.ground.for_zoom(view.zoom());
        if let Some(ground) = ground {
            layers.extend(ground::land_layers(ui, context, (self, ground), view));
        }
        if let Some(shade) = shade {
            let group = DrawingGroup::of(vec![Mark::Image(shade)]);
            layers.push(layer("hills", "Hills", view, vec![group]));
        }
        if let Some(ground) = ground {
            layers.extend(ground::water_and_borders(context, (self, ground), view));
        }
        layers.extend(features::feature_layers(ui, context, self, view));
        let (names, places) = names::name_layers(ui, context, self, view);
        layers.extend(names);
        layers.retain(|layer| layer.groups.iter().any(|group| !group.marks.is_empty()));
        MapDrawing { layers, places }
    }
}

/// The scale and whose view of borders it is, which stand on the map.
pub(in crate::ui) fn scale_layer(ui: &mut Ui, context: UiContext<'_>, view: &View) -> DrawingLayer {
    let marks = captured_with(ui, |ui| scale_ui(ui, context, view));
    layer("scale", "Scale", view, vec![DrawingGroup::of(marks)])
}

fn layer(key: &str, name: &str, view: &View, groups: Vec<DrawingGroup>) -> DrawingLayer {
    DrawingLayer::new((key, name), Some(view.rect), groups)
}

/// What of the sheet's plane is worth describing.
fn seen_rect(view: &View) -> Rect {
    view.rect.expand(EDGE_PX)
}

fn on_screen(view: &View, points: &[MapPoint]) -> Vec<Pos2> {
    points.iter().map(|&at| view.screen_from_map(at)).collect()
}

fn pen_of(look: &LineLook) -> Pen {
    Pen {
        width: look.width,
        color: look.color,
        dash: look.dash.to_vec(),
    }
}

/// Lines as they are made for the graphics card, around an origin.
fn line_marks(view: &View, origin: MapPoint, lines: &[Line]) -> Vec<Mark> {
    let transform = view.screen_from_local(origin);
    let mut marks: Vec<PathMark> = Vec::new();
    for line in lines {
        let points: Vec<Pos2> = line.points.iter().map(|&at| transform * at).collect();
        if points.len() < 2 || !Rect::from_points(&points).intersects(seen_rect(view)) {
            continue;
        }
        let pen = Pen {
            width: line.width,
            color: line.color,
            dash: line.dasharray.clone(),
        };
        let run = thinned_points(&points);
        match marks.last_mut() {
            Some(last) if last.pen.as_ref() == Some(&pen) => last.runs.push(run),
            _ => marks.push(PathMark {
                runs: vec![run],
                is_closed: false,
                fill: None,
                pen: Some(pen),
            }),
        }
    }
    marks.into_iter().map(Mark::Path).collect()
}
