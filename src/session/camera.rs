//! Where the map looks from, and its flights.

use crate::geography::{GeoBounds, LonLat};

/// Where the map looks from.
#[derive(Clone, Debug)]
pub struct Camera {
    /// walkers keeps the centre, the zoom and the inertia of gestures here.
    pub memory: walkers::MapMemory,
}

/// Where a programmatic move ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CameraGoal {
    /// Frame a box, with room for panels and labels.
    Frame(GeoBounds),
    /// Exactly this view.
    View { center: LonLat, zoom: f64 },
}
