//! Lines, areas, sites and signs of features: a layer for each overlay, a group for each feature.

use std::collections::BTreeMap;

use egui::Ui;

use super::{layer, line_marks, on_screen};
use crate::picture::{
    DrawingGroup, DrawingLayer, DrawnShapes, FeatureShape, Mark, PathMark, Pen, View,
    thinned_points,
};
use crate::session::Emphasis;
use crate::theme::SoftLook;
use crate::ui::UiContext;
use crate::ui::feature_row::look_of;
use crate::ui::map::MapState;
use crate::ui::map::marks::{FeatureOnMap, paint_marks_of};
use crate::ui::map::overlay_layer::lines_of_one;
use crate::ui::map::strength::{faded, strength_of};
use crate::ui::sheet::captured;
use crate::world::{Feature, Id, Overlay, Subject};

/// What is on show of the story, by overlay; within one what is lit most lies on top.
pub(super) fn feature_layers(
    ui: &Ui,
    context: UiContext<'_>,
    state: &MapState,
    view: &View,
) -> Vec<DrawingLayer> {
    let Some(shapes) = &state.drawn else {
        return Vec::new();
    };
    let mut lit: Vec<(Id<Feature>, Emphasis)> = state.lit().to_vec();
    if state.is_crowd() {
        // On a sheet there is time to draw each of a crowd.
        let known: BTreeMap<_, _> = lit.iter().copied().collect();
        let all = context.session.on_show.features().iter().copied();
        lit.extend(
            all.filter(|id| !known.contains_key(id))
                .map(|id| (id, Emphasis::Normal)),
        );
    }
    lit.sort_by_key(|&(feature, emphasis)| (emphasis, feature));
    let mut groups: BTreeMap<Id<Overlay>, Vec<DrawingGroup>> = BTreeMap::new();
    for lit in lit {
        let Some(feature) = context.world.features.get(lit.0) else {
            continue;
        };
        let group = feature_group(ui, context, shapes, view, lit);
        let is_empty = group.as_ref().is_none_or(|group| group.marks.is_empty());
        if !is_empty {
            groups.entry(feature.overlay).or_default().extend(group);
        }
    }
    let layers = groups.into_iter().filter_map(|(id, groups)| {
        let overlay = context.world.overlays.get(id)?;
        let key = format!("overlay-{}", overlay.key);
        Some(layer(&key, &overlay.name, view, groups))
    });
    layers.collect()
}

fn feature_group(
    ui: &Ui,
    context: UiContext<'_>,
    shapes: &DrawnShapes,
    view: &View,
    (id, emphasis): (Id<Feature>, Emphasis),
) -> Option<DrawingGroup> {
    let feature = context.world.features.get(id)?;
    let overlay = context.world.overlays.get(feature.overlay)?;
    let shape = shapes.shape(id).or_else(|| shapes.base().shape(id))?;
    let look = look_of(context, feature)?;
    let strength = strength_of(context, feature, emphasis);
    let mut marks = Vec::new();
    if let Some(soft) = look.soft(shapes.zoom()) {
        add_bands(&mut marks, shape, &soft, strength, view);
    }
    let (origin, zoom) = (view.center, shapes.zoom());
    let lines = lines_of_one(context, (shape, zoom), (id, emphasis), origin);
    marks.extend(line_marks(view, origin, &lines));
    marks.extend(captured(ui, |painter| {
        let on_map = FeatureOnMap {
            id,
            emphasis,
            shape,
        };
        paint_marks_of(painter, view, context, on_map, 1.0);
    }));
    Some(DrawingGroup {
        subject: context.world.key_of(context.atlas, Subject::Feature(id)),
        overlay: Some(overlay.key.clone()),
        title: Some(feature.name.clone()),
        marks,
    })
}

/// A band that grows softer to its edges, as strokes of falling width upon each other: each adds
/// what the middle is stronger than where it ends.
fn add_bands(
    marks: &mut Vec<Mark>,
    shape: &FeatureShape,
    soft: &SoftLook,
    strength: f32,
    view: &View,
) {
    let half = soft.band.iter().map(|(off, _)| *off).fold(0.0, f32::max);
    let body = soft
        .band
        .iter()
        .map(|(off, _)| *off)
        .filter(|&off| off < half);
    let body = body.fold(0.0, f32::max);
    let strongest = soft.band.iter().map(|&(_, color)| color);
    let Some(color) = strongest.max_by_key(egui::Color32::a) else {
        return;
    };
    for step in 0..STEPS {
        let part = (step as f32 + 0.5) / STEPS as f32;
        let width = 2.0 * (half + (body - half) * part);
        // So many of them laid upon each other come to the whole.
        let each = 1.0 - (1.0 - f32::from(color.a()) / 255.0).powf(1.0 / STEPS as f32);
        let runs = shape.paths.iter().map(|path| on_screen(view, &path.points));
        marks.push(Mark::Path(PathMark {
            runs: runs.map(|run| thinned_points(&run)).collect(),
            is_closed: false,
            fill: None,
            pen: Some(Pen {
                width,
                color: faded(color.to_opaque(), each * strength),
                dash: Vec::new(),
            }),
        }));
    }
}

/// Strokes that a soft band is made of.
const STEPS: usize = 6;
