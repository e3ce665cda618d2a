//! Small pictures of scenes: what they are made from, and one of them in a frame.

use egui::Ui;

use super::PassageApp;
use crate::session::Background;

impl PassageApp {
    /// The hill shade arrives once, for the map and the pictures of it.
    pub(super) fn take_relief(&mut self, ui: &Ui) {
        let Some(hills) = &mut self.hills else { return };
        let background = match &self.small_pictures {
            Some(pictures) if pictures.want_relief() => Background::Relief,
            _ => self.session.stage.background,
        };
        let Some(relief) = hills.take(ui.ctx(), background) else {
            return;
        };
        if let Some(pictures) = &mut self.small_pictures {
            pictures.take_relief(relief.clone());
        }
        self.map.take_relief(relief.clone());
        self.relief = Some(relief);
    }

    /// Makes a small picture if one is asked for. Without a graphics adapter there are none.
    pub(super) fn make_small_picture(&mut self, ui: &Ui) {
        let Some(pictures) = &mut self.small_pictures else {
            return;
        };
        if let Some(key) = pictures.next_ground() {
            let levels = &self.levels;
            let own = self.small_levels.get_or_insert_with(|| levels.beside());
            own.share(levels);
            for made in own.made(&self.atlas, key) {
                pictures.take_level(made.level, made.areas, made.ground);
            }
        }
        if pictures.work(&self.atlas, &self.world, &self.theme) {
            ui.request_repaint();
        }
    }

    /// Another story has other scenes.
    pub(super) fn forget_small_pictures(&mut self) {
        self.small_levels = None;
        if let Some(pictures) = &mut self.small_pictures {
            pictures.forget_story();
        }
    }
}
