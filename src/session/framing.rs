//! Moving the map so that subjects are in view.
//!
//! In: what, and with how much room. Out: where a subject lies (see `frame_of`), and how a flight goes
//! (see `camera`).

use super::CameraGoal;
use super::frame_of::{frame_of, home_frame};
use super::update::Scope;
use crate::geography::{EAST_EDGE_DEG, GeoBounds, LonLat, WEST_EDGE_DEG};
use crate::world::Subject;

/// Room around what is read of, as a part of its size on each side; and no further to the poles.
const AIR_PART: f64 = 0.15;
const MOST_LAT_DEG: f64 = 84.0;

impl Scope<'_> {
    pub(super) fn frame(&mut self, subjects: &[Subject]) {
        let points = self.points_of(subjects);
        if !points.is_empty() {
            self.go(&CameraGoal::Frame(points));
        }
    }

    fn points_of(&self, subjects: &[Subject]) -> Vec<LonLat> {
        let points = |subject: Subject| frame_of(self.world, self.atlas, subject);
        let subjects = subjects.iter().flat_map(|&subject| self.drawn_of(subject));
        subjects.filter_map(points).flatten().collect()
    }

    /// The same with so much room around it that no end hides under what stands in the map's corners.
    pub(super) fn frame_with_air(&mut self, subjects: &[Subject]) {
        let mut points = self.points_of(subjects);
        if let Some(around) = GeoBounds::around(points.iter().copied()) {
            let air_lon_deg = AIR_PART * (around.east_deg - around.west_deg);
            let air_lat_deg = AIR_PART * (around.north_deg - around.south_deg);
            points.push(LonLat {
                lon_deg: (around.west_deg - air_lon_deg).max(WEST_EDGE_DEG),
                lat_deg: (around.south_deg - air_lat_deg).max(-MOST_LAT_DEG),
            });
            points.push(LonLat {
                lon_deg: (around.east_deg + air_lon_deg).min(EAST_EDGE_DEG - 1e-9),
                lat_deg: (around.north_deg + air_lat_deg).min(MOST_LAT_DEG),
            });
            self.go(&CameraGoal::Frame(points));
        }
    }

    /// The opening view: the story's own frame, or else all that stands out in it.
    pub(super) fn fly_home(&mut self) {
        if let Some(points) = home_frame(self.world, self.atlas) {
            self.remember();
            self.go(&CameraGoal::Frame(points));
        }
    }

    pub(super) fn go(&mut self, goal: &CameraGoal) {
        let projection = self.session.stage.projection;
        if self.session.reduced_motion {
            self.camera.jump_to(goal, projection);
        } else {
            self.camera.fly_to(goal, projection);
        }
    }
}
