//! Tints of countries: of those a story is about, or of how often a text names each.

use egui::Color32;

use super::Theme;

impl Theme {
    /// The same for a story whose tints say how often a country is named: the step of each country
    /// that stands out, in their order. Without steps it stays as it is.
    pub fn tinted_by_steps(mut self, steps: &[u8]) -> Self {
        if !steps.is_empty() {
            let tint = |&step: &u8| self.named_tint(usize::from(step));
            self.map.focus = steps.iter().map(tint).collect();
        }
        self
    }

    /// The tint of a step, from 0.
    pub fn named_tint(&self, step: usize) -> Color32 {
        self.map.named.get(step).copied().unwrap_or(self.map.land)
    }

    /// The tint of the n-th focus country; tints repeat when a story has more.
    pub fn focus_tint(&self, index: usize) -> Color32 {
        let count = self.map.focus.len().max(1);
        self.map
            .focus
            .get(index % count)
            .copied()
            .unwrap_or(self.map.land)
    }
}
