//! What the map is given, and what it then has to make anew.

use std::sync::Arc;

use super::MapState;
use crate::atlas::{AreaIndex, Detail, Level};
use crate::picture::{Fading, Ground, ReliefPicture};

impl MapState {
    /// Takes a level of the world: its ground, and its areas for the pointer.
    pub fn take_level(&mut self, level: Arc<Level>, areas: Arc<AreaIndex>, ground: Arc<Ground>) {
        self.ground.insert(ground);
        let detail = level.detail;
        if detail == Detail::Medium {
            self.medium_areas = Some(areas.clone());
        }
        let known = self.hatched_level.as_ref().map(|known| known.detail);
        if level.detail <= Detail::Medium && known <= Some(level.detail) {
            self.hatched_level = Some(level.clone());
        }
        if self
            .level
            .as_ref()
            .is_none_or(|mine| mine.detail <= level.detail)
        {
            self.level = Some(level);
            self.areas = Some(areas);
            self.outline.forget();
            self.has_new_borders = true;
            // Where names have room shows on the coarser levels already, and to measure it takes
            // longer than a frame may.
            if detail <= Detail::Medium || self.labels.is_empty() {
                self.made_for = None;
            }
        }
    }

    /// Takes the hill shade, which arrives after the first map.
    pub fn take_relief(&mut self, picture: Arc<ReliefPicture>) {
        self.relief.insert(picture);
    }

    /// Another story: everything made from the last one goes.
    pub fn forget_story(&mut self) {
        self.is_new_story = true;
        self.shapes = None;
        self.members.forget();
        // Its stripes have the tints of the story's countries.
        self.hatch.forget();
        self.drawn = None;
        self.drawn_before = None;
        self.fading = Fading::default();
        self.near = None;
        self.lit = None;
        self.crowd.forget();
        self.overlay.forget();
        self.sizes.forget();
        self.images.forget();
        self.placed_for = None;
        self.chooser = None;
    }

    /// Another theme, or other eyes: whatever carries colours is made again. No layer has to look at
    /// the theme for that.
    fn forget_colors(&mut self) {
        self.ground.forget_colors();
        self.overlay.forget();
        self.crowd.forget();
        self.hatch.forget();
        self.members.forget();
        self.outline.forget();
        self.graticule.forget();
        self.images.forget();
    }

    /// Another theme: colours and sizes of type.
    pub fn forget_looks(&mut self) {
        self.forget_colors();
        self.sizes.forget();
        self.placed_for = None;
    }
}
