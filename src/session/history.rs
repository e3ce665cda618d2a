//! The way back: views and selections one has been at.

use super::camera::zoom_in;
use super::{Camera, CameraGoal, Stage};
use crate::geography::{LonLat, MapProjection};
use crate::world::{Id, Passage, Subject};

/// Longer than anybody walks back.
const MOST_MOMENTS: usize = 200;

/// What was selected, and from where one looked at it. Switches are not part of it: going back
/// does not undo them.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    pub selection: Option<Subject>,
    pub compare: Option<Subject>,
    pub passage: Option<Id<Passage>>,
    pub center: LonLat,
    /// As of the projection.
    pub zoom: f64,
    pub projection: MapProjection,
}

/// Moments before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct ViewHistory {
    past: Vec<Moment>,
    future: Vec<Moment>,
}

impl Moment {
    /// In a flight it is where that ends: nobody wants back to half the way.
    pub fn of(stage: &Stage, camera: &Camera) -> Self {
        let (center, zoom) = camera.destination(stage.projection);
        Self {
            selection: stage.selection,
            compare: stage.compare,
            passage: stage.passage,
            center,
            zoom,
            projection: stage.projection,
        }
    }

    /// The same view in a projection.
    pub fn goal(&self, projection: MapProjection) -> CameraGoal {
        CameraGoal::View {
            center: self.center,
            zoom: zoom_in(projection, self.projection, self.center, self.zoom),
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

    /// The last moment that is another than the present one.
    pub fn back(&mut self, present: Moment) -> Option<Moment> {
        let before = pop_other(&mut self.past, &present)?;
        self.future.push(present);
        Some(before)
    }

    pub fn forward(&mut self, present: Moment) -> Option<Moment> {
        let after = pop_other(&mut self.future, &present)?;
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

fn pop_other(moments: &mut Vec<Moment>, present: &Moment) -> Option<Moment> {
    loop {
        let moment = moments.pop()?;
        if moment != *present {
            return Some(moment);
        }
    }
}
