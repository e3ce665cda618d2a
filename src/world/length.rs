//! How long a feature is that is drawn along a way.

use super::{Feature, Geometry, Waypoint};
use crate::geography::{EAST_EDGE_DEG, LonLat, WEST_EDGE_DEG, length_m};

/// The length of a drawn way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DrawnLength {
    pub meters: f64,
    /// Lines that do not continue each other; all are counted.
    pub branches: usize,
}

impl Feature {
    /// Over the ground from waypoint to waypoint; none for what has no way of its own: an arc
    /// between two ends is no route.
    pub fn drawn_length(&self) -> Option<DrawnLength> {
        let Geometry::Lines(lines) = &self.geometry else {
            return None;
        };
        let length = |line: &Vec<Waypoint>| {
            let points: Vec<LonLat> = line.iter().map(|waypoint| waypoint.at).collect();
            length_m(&points)
        };
        // A line that comes in over the map's edge goes on from one that has left there.
        let comes_in = |line: &&Vec<Waypoint>| {
            let start = line.first().map(|waypoint| waypoint.at.lon_deg);
            start.is_some_and(|lon| lon <= WEST_EDGE_DEG || lon >= EAST_EDGE_DEG)
        };
        let goes_on = lines.iter().filter(comes_in).count();
        let meters: f64 = lines.iter().map(length).sum();
        (meters > 0.0).then_some(DrawnLength {
            meters,
            branches: (lines.len() - goes_on).max(1),
        })
    }
}
