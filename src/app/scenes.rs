//! The strip of scenes beneath the map.

use egui::{Frame, Margin, Panel as EguiPanel, Ui};

use super::PassageApp;
use crate::ui::{Outbox, scene_notes_ui, strip_ui};

impl PassageApp {
    /// The strip, while it is open.
    pub(super) fn scenes_panel(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        if !self.session.panels.scenes {
            return;
        }
        let mut strip = std::mem::take(&mut self.strip);
        let mut pictures = self.small_pictures.take();
        let frame = Frame::NONE
            .inner_margin(Margin::symmetric(12, 5))
            .fill(self.theme.ui.panel);
        EguiPanel::bottom("scenes")
            .frame(frame)
            .resizable(false)
            .show(ui, |ui| {
                strip_ui(ui, self.context(), &mut strip, pictures.as_mut(), outbox);
            });
        (self.strip, self.small_pictures) = (strip, pictures);
    }

    /// The words of the scene one is at, over the map.
    pub(super) fn scene_notes(&mut self, ui: &Ui, outbox: &mut Outbox) {
        let mut strip = std::mem::take(&mut self.strip);
        scene_notes_ui(ui, self.context(), &mut strip, outbox);
        self.strip = strip;
    }
}
