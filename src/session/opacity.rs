//! How strongly each overlay is drawn, as the reader has set it.
//!
//! In: the setting, and how it meets the emphasis. Out: colours (see `theme`).

use super::{Emphasis, Stage};
use crate::world::{Id, Overlay};

/// Less than this can not be seen on every ground; what should not be seen is switched off.
pub const LEAST_OPACITY_PERCENT: u8 = 20;
pub const FULL_OPACITY_PERCENT: u8 = 100;

/// What is held back is at most so strong.
pub const QUIET: f32 = 0.22;

impl Stage {
    /// How opaque an overlay is, in percent: full unless it was set otherwise.
    pub fn opacity_percent(&self, overlay: Id<Overlay>) -> u8 {
        let set = self.opacity.get(&overlay).copied();
        set.map_or(FULL_OPACITY_PERCENT, |percent| {
            percent.clamp(LEAST_OPACITY_PERCENT, FULL_OPACITY_PERCENT)
        })
    }

    /// Sets it, within what can be seen. Full is what an overlay is that is not listed.
    pub fn set_opacity(&mut self, overlay: Id<Overlay>, percent: u8) {
        if percent >= FULL_OPACITY_PERCENT {
            self.opacity.remove(&overlay);
        } else {
            let percent = percent.max(LEAST_OPACITY_PERCENT);
            self.opacity.insert(overlay, percent);
        }
    }

    /// How much of its colour a feature of an overlay is drawn with, from 0 to 1. What is selected
    /// or pointed at has all of it; of two reasons to hold it back the stronger one counts, so
    /// that it never vanishes.
    pub fn strength(&self, overlay: Id<Overlay>, emphasis: Emphasis) -> f32 {
        let opacity = f32::from(self.opacity_percent(overlay)) / f32::from(FULL_OPACITY_PERCENT);
        match emphasis {
            Emphasis::Selected | Emphasis::Hovered => 1.0,
            Emphasis::Related | Emphasis::Normal => opacity,
            Emphasis::Quiet => opacity.min(QUIET),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::Table;

    fn some_overlay() -> Id<Overlay> {
        let mut overlays = Table::default();
        overlays.push(Overlay {
            key: String::new(),
            name: String::new(),
            about: String::new(),
            limits: String::new(),
            style: crate::world::OverlayStyle::Arms,
        })
    }

    #[test]
    fn what_is_pointed_at_is_drawn_in_full_and_nothing_fades_from_sight() {
        let (overlay, mut stage) = (some_overlay(), Stage::default());
        let near = |a: f32, b: f32| (a - b).abs() < 1e-6;
        assert!(near(stage.strength(overlay, Emphasis::Normal), 1.0));
        stage.set_opacity(overlay, 60);
        assert!(near(stage.strength(overlay, Emphasis::Normal), 0.6));
        assert!(near(stage.strength(overlay, Emphasis::Related), 0.6));
        for emphasis in [Emphasis::Hovered, Emphasis::Selected] {
            assert!(near(stage.strength(overlay, emphasis), 1.0));
        }
        for percent in [0, 1, 20] {
            stage.set_opacity(overlay, percent);
            assert_eq!(stage.opacity_percent(overlay), LEAST_OPACITY_PERCENT);
            assert!(stage.strength(overlay, Emphasis::Quiet) >= 0.2);
        }
        stage.set_opacity(overlay, 255);
        assert!(stage.opacity.is_empty() && stage.opacity_percent(overlay) == 100);
    }
}
