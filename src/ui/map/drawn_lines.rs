//! Keeps the shapes of what is on show as they are drawn at this zoom: made again when other
//! features are on show, or after a step of zoom.

use std::collections::BTreeMap;

use super::MapState;
use super::overlay_layer::Lit;
use crate::picture::{DrawnShapes, LabelSource, Shown, move_label, zoom_band, zoom_of};
use crate::theme::Theme;
use crate::world::{Feature, Id, Subject, World};

/// Which of the names is each feature's.
pub(super) fn names_of_features(labels: &[LabelSource]) -> BTreeMap<Id<Feature>, usize> {
    let named = labels.iter().enumerate();
    named
        .filter_map(|(index, source)| match source.subject {
            Some(Subject::Feature(id)) => Some((id, index)),
            _ => None,
        })
        .collect()
}

impl MapState {
    /// Makes shapes for what is lit at a zoom, if that is not what they are made for.
    pub(super) fn draw_shapes(&mut self, world: &World, lit: &[Lit], zoom: f64, theme: &Theme) {
        let Some(base) = &self.shapes else { return };
        let band = zoom_band(zoom);
        let is_same = |shown: &[Shown]| {
            shown.len() == lit.len()
                && shown
                    .iter()
                    .zip(lit)
                    .all(|(shown, &(feature, _))| shown.feature == feature)
        };
        if let Some(drawn) = &self.drawn
            && drawn.band() == band
            && is_same(drawn.shown())
        {
            return;
        }
        let width = |&(id, _): &Lit| {
            let feature = world.features.get(id)?;
            let overlay = world.overlays.get(feature.overlay)?;
            let look = theme.of_feature(overlay.style, feature);
            Some(Shown {
                feature: id,
                width_px: look.room(zoom_of(band)),
            })
        };
        let shown = lit.iter().filter_map(width).collect();
        let drawn = if self.is_crowd() {
            DrawnShapes::still(base, shown, band)
        } else {
            DrawnShapes::new(base, shown, band)
        };
        let before = self.drawn.take();
        let before = before.iter().flat_map(DrawnShapes::moved);
        for id in before.chain(drawn.moved()) {
            let index = self.names.get(&id);
            if let Some(source) = index.and_then(|&index| self.labels.get_mut(index))
                && let Some(shape) = drawn.shape(id)
            {
                move_label(source, shape);
            }
        }
        self.drawn = Some(drawn);
        self.placed_for = None;
    }
}
