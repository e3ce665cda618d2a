//! A few words over the map that say what was done, and go by themselves.

use std::time::Duration;

use egui::{Align2, Area, Frame, Id, Order, Ui};

use crate::theme::Theme;
use crate::theme::measures::{GRID, LETTER_SECS, TOAST_SECS};

/// What was done, and until when that is said.
#[derive(Clone, Debug)]
pub struct Toast {
    words: String,
    until_secs: f64,
}

impl Toast {
    /// `now_secs` is the time of the frame.
    pub fn new(words: String, now_secs: f64) -> Self {
        Self {
            until_secs: now_secs + TOAST_SECS.max(words.len() as f64 * LETTER_SECS),
            words,
        }
    }

    /// Shows it, so far above the window's lower edge and some more. Returns whether it stays.
    pub fn show(&self, ui: &Ui, theme: &Theme, above_px: f32) -> bool {
        let left_secs = self.until_secs - ui.input(|input| input.time);
        if left_secs <= 0.0 {
            return false;
        }
        Area::new(Id::unique("toast"))
            .order(Order::Tooltip)
            .interactable(false)
            .anchor(Align2::CENTER_BOTTOM, [0.0, -above_px - 16.0 * GRID])
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style())
                    .fill(theme.ui.text)
                    .inner_margin(3.0 * GRID)
                    .show(ui, |ui| {
                        let words = egui::RichText::new(&self.words).color(theme.ui.panel);
                        ui.add(egui::Label::new(words).extend());
                    });
            });
        // It goes when its time is over, also where nothing else moves.
        ui.request_repaint_after(Duration::from_secs_f64(left_secs));
        true
    }
}
