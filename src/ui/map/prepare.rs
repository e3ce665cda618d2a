//! What the map makes of a story before it can draw it: shapes and names, once for a projection and
//! a view of borders.
//!
//! Out: what is drawn of them in a view (see `near`, `drawn_lines`).

use std::sync::Arc;

use super::MapState;
use super::drawn_lines::names_of_features;
use super::name_fading::NameFading;
use crate::atlas::Owner;
use crate::geography::{LonLat, MapProjection};
use crate::picture::{
    BorderPicker, FeatureIndex, LabelStyle, OverlayShapes, Picker, label_sources,
};
use crate::ui::UiContext;

impl MapState {
    /// The same in a frame, which is followed by another one where something is to be made then.
    pub(super) fn prepare_in(&mut self, ui: &egui::Ui, context: UiContext<'_>) {
        self.prepare(context);
        if self.made_for.is_none() {
            ui.request_repaint();
        }
    }

    /// Makes what depends on the story and the projection, if that changed.
    pub fn prepare(&mut self, context: UiContext<'_>) {
        let projection = context.session.stage.projection;
        let made_for = (projection, context.session.stage.worldview);
        let is_made = self.shapes.is_some() && self.made_for == Some(made_for);
        if (!is_made || self.has_new_borders)
            && let Some(level) = &self.level
        {
            let (projection, worldview) = made_for;
            self.borders = BorderPicker::new(level, context.atlas, projection, worldview);
            self.has_new_borders = false;
        }
        if is_made {
            return;
        }
        let areas = self.medium_areas.as_ref().or(self.areas.as_ref());
        let Some(areas) = areas.cloned() else {
            return;
        };
        // At the start there is nothing to be seen yet that names could be late for.
        let waits = std::mem::take(&mut self.is_new_story) && self.medium_areas.is_some();
        self.made_for = (!waits).then_some(made_for);
        self.prepare_shapes(context, projection);
        let Some(shapes) = &self.shapes else { return };
        let owner_at = |at: LonLat| {
            let area = areas.area_at(at)?;
            let worldview = context.session.stage.worldview;
            match context.atlas.owner(area, worldview) {
                Owner::Country(country) => Some(country),
                // A country's name on land that is drawn as disputed would take a side.
                Owner::Disputed { .. } => None,
            }
        };
        self.labels = if waits {
            Vec::new()
        } else {
            label_sources(context.world, context.atlas, shapes, &owner_at)
        };
        self.names = names_of_features(&self.labels);
        let named = self.labels.iter().enumerate();
        let others = named.filter(|(_, source)| source.style != LabelStyle::Feature);
        self.other_names = others.map(|(index, _)| index).collect();
        self.drawn = None;
        self.drawn_before = None;
        self.name_fading = NameFading::default();
        self.placed_in = None;
        self.overlay.forget();
        self.sizes.forget();
        self.images.forget();
        self.placed_for = None;
    }

    /// Makes the features' shapes, if there are none for the projection.
    fn prepare_shapes(&mut self, context: UiContext<'_>, projection: MapProjection) {
        let made = self.shapes.as_ref();
        if made.is_some_and(|shapes| shapes.projection == projection) {
            return;
        }
        let shapes = OverlayShapes::build(context.world, context.atlas, projection);
        self.picker = Picker::new(&shapes);
        self.index = FeatureIndex::new(&shapes);
        self.near = None;
        self.crowd.forget();
        self.shapes = Some(Arc::new(shapes));
    }

    /// What was made of a crowd: pieces ever, whether that is all for now, features drawn.
    #[cfg(test)]
    pub(crate) fn crowd_made(&self) -> (usize, bool, usize) {
        self.crowd.made()
    }

    /// How many features are drawn and named one by one.
    #[cfg(test)]
    pub(crate) fn single_counts(&self) -> (usize, usize) {
        (self.lit().len(), self.nameable().len())
    }
}
