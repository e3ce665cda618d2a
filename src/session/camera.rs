//! Where the map looks from, and its flights.
//!
//! The one thing besides `update` that changes state: gestures move it inside the frame, because
//! the map widget wants `&mut MapMemory`. Programmatic moves set a goal instead.

use egui::Vec2;
use walkers::{MapMemory, Position};

use super::flight::Flight;
use crate::geography::{LonLat, MapPoint, MapProjection, MapRect};

pub const MIN_ZOOM: f64 = 1.2;
pub const MAX_ZOOM: f64 = 12.0;

/// Air around what is framed, in points.
const FRAME_MARGIN_PX: f64 = 46.0;

/// A single point is framed at this zoom.
const POINT_ZOOM: f64 = 6.2;

/// Where the map looks from.
#[derive(Clone, Debug)]
pub struct Camera {
    /// walkers keeps the centre, the zoom and the inertia of gestures here.
    pub memory: MapMemory,
    viewport: Vec2,
    flight: Option<Flight>,
    /// A goal that waits until the viewport's size is known.
    waiting: Option<CameraGoal>,
}

/// Where a programmatic move ends.
#[derive(Clone, Debug, PartialEq)]
pub enum CameraGoal {
    /// Frame all of these, with room around.
    Frame(Vec<LonLat>),
    /// Exactly this view.
    View { center: LonLat, zoom: f64 },
}

impl Default for Camera {
    fn default() -> Self {
        let mut camera = Self {
            memory: MapMemory::default(),
            viewport: Vec2::ZERO,
            flight: None,
            waiting: None,
        };
        camera.set_view(LonLat::new(68.0, 32.0), 4.0);
        camera
    }
}

impl Camera {
    pub fn center(&self) -> LonLat {
        let at = self
            .memory
            .detached()
            .unwrap_or_else(|| Position::new(68.0, 32.0));
        LonLat::new(at.x(), at.y())
    }

    pub fn zoom(&self) -> f64 {
        self.memory.zoom()
    }

    pub fn is_flying(&self) -> bool {
        self.flight.is_some() || self.waiting.is_some()
    }

    /// Looks from there at once. What is not a number or too far is brought into bounds.
    pub fn set_view(&mut self, center: LonLat, zoom: f64) {
        let zoom = if zoom.is_finite() {
            zoom.clamp(MIN_ZOOM, MAX_ZOOM)
        } else {
            4.0
        };
        // A zoom in these bounds is one walkers accepts.
        let _ = self.memory.set_zoom(zoom);
        let center = LonLat::new(center.lon_deg, center.lat_deg.clamp(-80.0, 86.0));
        self.memory
            .center_at(Position::new(center.lon_deg, center.lat_deg));
    }

    /// The map's size on the screen in points, told each frame before anything moves.
    pub fn set_viewport(&mut self, size: Vec2, projection: MapProjection) {
        if size.x < 1.0 || size.y < 1.0 {
            return;
        }
        self.viewport = size;
        if let Some(goal) = self.waiting.take() {
            self.jump_to(&goal, projection);
        }
    }

    /// Goes there in one smooth motion.
    pub fn fly_to(&mut self, goal: &CameraGoal, projection: MapProjection) {
        if self.viewport == Vec2::ZERO {
            self.waiting = Some(goal.clone());
            return;
        }
        let (center, zoom) = self.resolve(goal, projection);
        let width = |zoom: f64| f64::from(self.viewport.x) / zoom.exp2();
        self.flight = Some(Flight::new(
            projection.project(self.center()),
            width(self.zoom()),
            projection.project(center),
            width(zoom),
        ));
    }

    /// Is there at once.
    pub fn jump_to(&mut self, goal: &CameraGoal, projection: MapProjection) {
        if self.viewport == Vec2::ZERO {
            self.waiting = Some(goal.clone());
            return;
        }
        let (center, zoom) = self.resolve(goal, projection);
        self.flight = None;
        self.set_view(center, zoom);
    }

    /// A gesture ends a flight where it is.
    pub fn cancel_flight(&mut self) {
        self.flight = None;
    }

    /// Moves a flight on. Says whether it still flies.
    pub fn advance(&mut self, dt_secs: f64, projection: MapProjection) -> bool {
        let Some(flight) = &mut self.flight else {
            return false;
        };
        let (center, width, has_arrived) = flight.advance(dt_secs);
        let zoom = (f64::from(self.viewport.x.max(1.0)) / width).log2();
        self.set_view(projection.unproject(center), zoom);
        if has_arrived {
            self.flight = None;
        }
        !has_arrived
    }

    /// Arrives now: motion is reduced.
    pub fn finish_flight(&mut self, projection: MapProjection) {
        self.advance(f64::MAX, projection);
    }

    /// walkers has no bounds of its own: whatever a gesture did, look at the world again.
    pub fn keep_in_bounds(&mut self) {
        let at = self.center();
        let is_inside = (-80.0..=86.0).contains(&at.lat_deg);
        let is_zoom_fine = (MIN_ZOOM..=MAX_ZOOM).contains(&self.zoom());
        if !is_inside || !is_zoom_fine {
            self.set_view(at, self.zoom());
        }
    }

    pub fn pan(&mut self, right_px: f64, down_px: f64, projection: MapProjection) {
        self.cancel_flight();
        let scale = self.zoom().exp2();
        let at = projection.project(self.center());
        let moved = MapPoint {
            x: at.x + right_px / scale,
            y: at.y + down_px / scale,
        };
        self.set_view(projection.unproject(moved), self.zoom());
    }

    /// Another projection: the same centre at the same scale.
    pub fn change_projection(&mut self, from: MapProjection, to: MapProjection) {
        self.flight = None;
        let center = self.center();
        let ratio = from.pixels_per_meter(center) / to.pixels_per_meter(center);
        self.set_view(center, self.zoom() + ratio.log2());
    }

    fn resolve(&self, goal: &CameraGoal, projection: MapProjection) -> (LonLat, f64) {
        match goal {
            CameraGoal::View { center, zoom } => (*center, zoom.clamp(MIN_ZOOM, MAX_ZOOM)),
            CameraGoal::Frame(points) => {
                let rect = MapRect::around(points.iter().map(|&point| projection.project(point)));
                if rect.is_empty() {
                    return (self.center(), self.zoom());
                }
                let room = |side: f32| (f64::from(side) - 2.0 * FRAME_MARGIN_PX).max(80.0);
                let fit = (room(self.viewport.x) / rect.width().max(1e-9))
                    .min(room(self.viewport.y) / rect.height().max(1e-9));
                let zoom = fit
                    .log2()
                    .clamp(MIN_ZOOM, if rect.width() < 0.2 { POINT_ZOOM } else { 8.0 });
                (projection.unproject(rect.center()), zoom)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    #[test]
    fn what_is_framed_fits_into_the_viewport_in_both_projections() {
        for projection in MapProjection::ALL {
            let mut camera = Camera::default();
            camera.set_viewport(vec2(600.0, 400.0), projection);
            let points = vec![LonLat::new(44.0, 8.0), LonLat::new(97.0, 42.0)];
            camera.jump_to(&CameraGoal::Frame(points.clone()), projection);
            let center = projection.project(camera.center());
            for point in points {
                let at = projection.project(point);
                let scale = camera.zoom().exp2();
                assert!(((at.x - center.x) * scale).abs() < 300.0, "{projection:?}");
                assert!(((at.y - center.y) * scale).abs() < 200.0, "{projection:?}");
            }
        }
    }

    #[test]
    fn nothing_brings_the_camera_out_of_the_world() {
        let mut camera = Camera::default();
        for (lon, lat, zoom) in [(f64::NAN, 900.0, f64::INFINITY), (1e300, -90.0, -4.0)] {
            camera.set_view(
                LonLat {
                    lon_deg: lon,
                    lat_deg: lat,
                },
                zoom,
            );
            assert!(camera.center().lon_deg.is_finite() && camera.center().lat_deg.abs() < 87.0);
            assert!((MIN_ZOOM..=MAX_ZOOM).contains(&camera.zoom()));
        }
    }

    #[test]
    fn another_projection_keeps_the_centre_and_the_scale_there() {
        let mut camera = Camera::default();
        camera.set_view(LonLat::new(70.0, 33.0), 5.0);
        let (from, to) = (MapProjection::EqualArea, MapProjection::WebMercator);
        let before = from.pixels_per_meter(camera.center()) * camera.zoom().exp2();
        camera.change_projection(from, to);
        let after = to.pixels_per_meter(camera.center()) * camera.zoom().exp2();
        assert!((camera.center().lon_deg - 70.0).abs() < 1e-9);
        assert!((before / after - 1.0).abs() < 1e-9);
    }
}
