//! The way back: views and selections one has been at.

use super::{Camera, CameraGoal, Stage};
use crate::geography::LonLat;

/// Longer than anybody walks back.
const MOST_MOMENTS: usize = 200;

/// What was on show, and from where.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    pub stage: Stage,
    pub center: LonLat,
    pub zoom: f64,
}

/// Moments before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct ViewHistory {
    past: Vec<Moment>,
    future: Vec<Moment>,
}

impl Moment {
    pub fn of(stage: &Stage, camera: &Camera) -> Self {
        Self {
            stage: stage.clone(),
            center: camera.center(),
            zoom: camera.zoom(),
        }
    }

    pub fn goal(&self) -> CameraGoal {
        CameraGoal::View {
            center: self.center,
            zoom: self.zoom,
        }
    }
}

impl ViewHistory {
    /// Keeps the present before something changes it.
    pub fn leave(&mut self, present: Moment) {
        self.future.clear();
        if self.past.last() != Some(&present) {
            self.past.push(present);
        }
        if self.past.len() > MOST_MOMENTS {
            self.past.remove(0);
        }
    }

    pub fn back(&mut self, present: Moment) -> Option<Moment> {
        let before = self.past.pop()?;
        self.future.push(present);
        Some(before)
    }

    pub fn forward(&mut self, present: Moment) -> Option<Moment> {
        let after = self.future.pop()?;
        self.past.push(present);
        Some(after)
    }

    pub fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    pub fn can_go_forward(&self) -> bool {
        !self.future.is_empty()
    }
}
