//! The features' shapes as they are drawn at a zoom: lines that share a stretch side by side, and
//! arcs that meet at a place ending around it.
//!
//! In: what is on show and the zoom. Out: how a line looks, and how it gets onto the screen.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fan::fan_out;
use super::lanes::Layout;
use super::overlay::{FeaturePath, FeatureShape, OverlayShapes, Run};
use crate::geography::MapPoint;
use crate::world::{Feature, Id};

/// Lanes are as far apart on the screen at every zoom, so they are made again when it has changed
/// by this part of a level: what they are off by till then is less than the eye sees.
const BANDS_PER_LEVEL: f64 = 8.0;

/// A feature on show, and how wide its line is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    pub feature: Id<Feature>,
    pub width_px: f32,
}

/// Shapes as they are drawn.
#[derive(Clone, Debug)]
pub struct DrawnShapes {
    base: Arc<OverlayShapes>,
    /// In place of the shapes of `base`.
    moved: BTreeMap<Id<Feature>, FeatureShape>,
    shown: Vec<Shown>,
    widest_px: f32,
    band: i32,
}

/// The step of zoom that shapes are made for.
pub fn zoom_band(zoom: f64) -> i32 {
    (zoom * BANDS_PER_LEVEL).round() as i32
}

/// The zoom in the middle of a step.
pub fn zoom_of(band: i32) -> f64 {
    f64::from(band) / BANDS_PER_LEVEL
}

impl DrawnShapes {
    /// `shown` is in the order of the story's features.
    pub fn new(base: &Arc<OverlayShapes>, shown: Vec<Shown>, band: i32) -> Self {
        let scale = zoom_of(band).exp2();
        let width_px = |feature: usize| {
            let at = shown.binary_search_by_key(&feature, |shown| shown.feature.index());
            at.ok()
                .and_then(|at| shown.get(at))
                .map(|shown| f64::from(shown.width_px))
        };
        let mut layout = Layout::new(&base.stretches, &width_px);
        let mut moved: BTreeMap<Id<Feature>, FeatureShape> = BTreeMap::new();
        let mut arcs: Vec<Vec<MapPoint>> = Vec::new();
        let mut arcs_of: Vec<(Id<Feature>, usize)> = Vec::new();
        for &Shown { feature, .. } in &shown {
            let Some(shape) = base.shape(feature) else {
                continue;
            };
            for (index, path) in shape.paths.iter().enumerate() {
                match &path.run {
                    Run::Arc => {
                        arcs.push(path.points.clone());
                        arcs_of.push((feature, index));
                    }
                    Run::Way(course) => {
                        if let Some(points) = layout.line(&path.points, course, scale) {
                            replace(&mut moved, (feature, shape), index, points);
                        }
                    }
                    Run::Drawn => {}
                }
            }
        }
        fan_out(&mut arcs, scale);
        for ((feature, index), points) in arcs_of.into_iter().zip(arcs) {
            if let Some(shape) = base.shape(feature) {
                replace(&mut moved, (feature, shape), index, points);
            }
        }
        Self {
            moved,
            ..Self::still(base, shown, band)
        }
    }

    /// Shapes that are drawn where they are: among a great many others nothing has a place of its
    /// own beside them.
    pub fn still(base: &Arc<OverlayShapes>, shown: Vec<Shown>, band: i32) -> Self {
        let widths = shown.iter().map(|shown| shown.width_px);
        Self {
            base: base.clone(),
            moved: BTreeMap::new(),
            widest_px: widths.fold(0.0, f32::max),
            shown,
            band,
        }
    }

    pub fn shape(&self, feature: Id<Feature>) -> Option<&FeatureShape> {
        self.moved
            .get(&feature)
            .or_else(|| self.base.shape(feature))
    }

    pub fn is_moved(&self, feature: Id<Feature>) -> bool {
        self.moved.contains_key(&feature)
    }

    /// The widest of all that is on show, in points on the screen.
    pub fn widest_px(&self) -> f32 {
        self.widest_px
    }

    /// What is not drawn where it is.
    pub fn moved(&self) -> impl Iterator<Item = Id<Feature>> {
        self.moved.keys().copied()
    }

    pub fn base(&self) -> &Arc<OverlayShapes> {
        &self.base
    }

    /// The zoom that the shapes are made for.
    pub fn zoom(&self) -> f64 {
        zoom_of(self.band)
    }

    /// How wide a feature is drawn, in points on the screen.
    pub fn width_px(&self, feature: Id<Feature>) -> f32 {
        let at = self
            .shown
            .binary_search_by_key(&feature, |shown| shown.feature);
        let shown = at.ok().and_then(|at| self.shown.get(at));
        shown.map_or(0.0, |shown| shown.width_px)
    }

    pub fn shown(&self) -> &[Shown] {
        &self.shown
    }

    pub fn band(&self) -> i32 {
        self.band
    }
}

fn replace(
    moved: &mut BTreeMap<Id<Feature>, FeatureShape>,
    (feature, shape): (Id<Feature>, &FeatureShape),
    index: usize,
    points: Vec<MapPoint>,
) {
    let shape = moved.entry(feature).or_insert_with(|| shape.clone());
    if let Some(path) = shape.paths.get_mut(index) {
        *path = FeaturePath::new(points);
    }
}
