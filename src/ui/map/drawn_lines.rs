//! Keeps the shapes of what is on show as they are drawn at this zoom: made again when other
//! features are on show, or after a step of zoom. Those of what fades away are kept beside them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::MapState;
use super::overlay_layer::Lit;
use crate::picture::{
    DrawnShapes, LabelSource, OverlayShapes, Sheet, Shown, move_label, zoom_band, zoom_of,
};
use crate::session::Emphasis;
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
        let Some(base) = self.shapes.clone() else {
            return;
        };
        let band = zoom_band(zoom);
        let is_same = |shown: &[Shown]| {
            shown.len() == lit.len()
                && shown
                    .iter()
                    .zip(lit)
                    .all(|(shown, &(feature, _))| shown.feature == feature)
        };
        self.draw_before(&base, band);
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
            DrawnShapes::still(&base, shown, band)
        } else {
            DrawnShapes::new(&base, shown, band)
        };
        let before = self.drawn.take();
        let moved = before.iter().flat_map(DrawnShapes::moved);
        for id in moved.chain(drawn.moved()) {
            let index = self.names.get(&id);
            if let Some(source) = index.and_then(|&index| self.labels.get_mut(index))
                && let Some(shape) = drawn.shape(id)
            {
                move_label(source, shape);
            }
        }
        let is_left = |before: &DrawnShapes| !is_same(before.shown());
        if let Some(before) = before.filter(is_left) {
            self.drawn_before = Some(before);
        }
        self.drawn = Some(drawn);
        self.placed_for = None;
    }

    /// What fades away stays where it was among the others, while these take their new places.
    fn draw_before(&mut self, base: &Arc<OverlayShapes>, band: i32) {
        let is_needed = self.fading.sheets().iter().any(Sheet::is_going);
        self.drawn_before.take_if(|_| !is_needed);
        if let Some(before) = &mut self.drawn_before
            && before.band() != band
        {
            *before = DrawnShapes::new(base, before.shown().to_vec(), band);
        }
    }

    /// All that is to be drawn with the shapes it has, what lies beneath first.
    pub(super) fn sheets(&self) -> Vec<(&Sheet<Id<Feature>, Emphasis>, &DrawnShapes)> {
        let Some(drawn) = &self.drawn else {
            return Vec::new();
        };
        let before = self.drawn_before.as_ref().unwrap_or(drawn);
        let sheets = self.fading.sheets().iter();
        let shapes_of = |sheet: &Sheet<Id<Feature>, Emphasis>| {
            if sheet.is_going() { before } else { drawn }
        };
        sheets.map(|sheet| (sheet, shapes_of(sheet))).collect()
    }
}
