//! Names that come when the stage changes, and those that leave the map with what they name: they
//! fade. What a move of the map brings or takes is there or gone at once, as the land itself.

use std::sync::Arc;

use egui::Rect;

use crate::geography::MapPoint;
use crate::picture::{Change, Fading, PlacedLabel, View};

/// A name without a place, and where on the map it stood.
#[derive(Clone, Copy)]
struct Gone {
    label: PlacedLabel,
    corner: MapPoint,
}

/// Which names fade, by their sources.
#[derive(Default)]
pub(super) struct NameFading {
    fading: Fading<usize, ()>,
    gone: Vec<Gone>,
}

impl NameFading {
    /// Names have found their places in a view; before, others had theirs in another one.
    pub(super) fn place(
        &mut self,
        before: Option<(&View, &[PlacedLabel])>,
        placed: &[PlacedLabel],
        (change, now_secs): (Change, f64),
    ) {
        let wanted: Arc<[(usize, ())]> = placed.iter().map(|label| (label.source, ())).collect();
        self.fading.show(&wanted, change, now_secs);
        let is_placed = |source: usize| placed.iter().any(|label| label.source == source);
        if let Some((view, before)) = before
            && change == Change::Fades
        {
            let corner = |label: &PlacedLabel| view.map_from_screen(label.rect.min);
            self.gone.extend(before.iter().map(|&label| Gone {
                label,
                corner: corner(&label),
            }));
        }
        self.gone.retain(|gone| !is_placed(gone.label.source));
        self.settle(now_secs);
    }

    /// Ends what is over.
    pub(super) fn settle(&mut self, now_secs: f64) {
        self.fading.settle(now_secs);
        let fading = &self.fading;
        self.gone
            .retain(|gone| fading.strength((gone.label.source, ()), now_secs) > 0.0);
    }

    pub(super) fn is_fading(&self) -> bool {
        self.fading.is_moving()
    }

    /// How strong a name is that has its place.
    pub(super) fn strength(&self, label: &PlacedLabel, now_secs: f64) -> f32 {
        if self.is_fading() {
            self.fading.strength((label.source, ()), now_secs)
        } else {
            1.0
        }
    }

    /// The names that go, where they are in a view now.
    pub(super) fn going(&self, view: &View) -> Vec<PlacedLabel> {
        let in_view = |gone: &Gone| {
            let (label, corner) = (gone.label, view.screen_from_map(gone.corner));
            PlacedLabel {
                rect: Rect::from_min_size(corner, label.rect.size()),
                ..label
            }
        };
        self.gone.iter().map(in_view).collect()
    }
}
