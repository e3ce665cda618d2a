//! The theme: as chosen or as the system has it, as other eyes see it, and as a show needs it.

use egui::Ui;

use super::PassageApp;
use crate::session::{ColorVision, ThemeChoice};
use crate::theme::{Sight, Theme, ThemeKind, fonts};

impl PassageApp {
    /// Light, dark or high contrast, as chosen or as the system has it.
    pub(super) fn choose_theme(&mut self, ui: &Ui) {
        let kind = match self.session.theme {
            _ if self.session.high_contrast => ThemeKind::Contrast,
            ThemeChoice::Light => ThemeKind::Light,
            ThemeChoice::Dark => ThemeKind::Dark,
            ThemeChoice::System => match ui.input(|input| input.raw.system_theme) {
                Some(egui::Theme::Dark) => ThemeKind::Dark,
                _ => ThemeKind::Light,
            },
        };
        let sight = sight_of(self.session.color_vision);
        let is_on_show = self.session.show.is_some();
        let now = (self.theme.kind, self.theme.sight, self.theme.is_on_show());
        let steps = self.world.steps_of_focus();
        if now != (kind, sight, is_on_show) || self.tint_steps != steps {
            let theme = Theme::new(kind).tinted_by_steps(&steps).seen_with(sight);
            self.tint_steps = steps;
            self.theme = if is_on_show { theme.on_show() } else { theme };
            self.map.forget_looks();
            self.forget_presenter_looks();
            fonts::apply_style(ui.ctx(), &self.theme);
        } else if ui.theme() != kind.of_egui() {
            // The system's own theme must not mix with the one chosen here.
            fonts::apply_style(ui.ctx(), &self.theme);
        }
    }
}

/// The eyes a preview asks for.
fn sight_of(vision: ColorVision) -> Sight {
    match vision {
        ColorVision::Full => Sight::Full,
        ColorVision::Deuteranopia => Sight::Deuteranopia,
        ColorVision::Protanopia => Sight::Protanopia,
        ColorVision::Tritanopia => Sight::Tritanopia,
        ColorVision::Greyscale => Sight::Greyscale,
    }
}
