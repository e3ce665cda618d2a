//! Where the map looks from, and its flights.
//!
//! The one thing besides `update` that changes state: gestures move it inside the frame, because
//! the map widget wants `&mut MapMemory`. Programmatic moves set a goal instead.

mod region;
mod turn;

use egui::Vec2;
use walkers::{MapMemory, Position};

use self::turn::Turned;
use super::flight::Flight;
use crate::geography::{LonLat, MapPoint, MapProjection, MapRect};

/// How far out a view can be in the smallest window; in a larger one it ends earlier, where all of
/// the world is in view.
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
    /// What the view frames, until somebody moves it: a window that grows frames it anew.
    framed: Option<CameraGoal>,
    turned: Option<Turned>,
}

/// Where a programmatic move ends.
#[derive(Clone, Debug, PartialEq)]
pub enum CameraGoal {
    /// Frame all of these, with room around.
    Frame(Vec<LonLat>),
    /// Exactly this view.
    View { center: LonLat, zoom: f64 },
    /// As near as a rectangle of this true size around a place fits into, without air around.
    Region {
        center: LonLat,
        width_m: f64,
        height_m: f64,
    },
}

impl Default for Camera {
    fn default() -> Self {
        let mut camera = Self {
            memory: MapMemory::default(),
            viewport: Vec2::ZERO,
            flight: None,
            waiting: None,
            framed: None,
            turned: None,
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
        let (center, zoom) = within_limits(center, zoom);
        // A zoom in these bounds is one walkers accepts.
        let _ = self.memory.set_zoom(zoom);
        self.memory
            .center_at(Position::new(center.lon_deg, center.lat_deg));
    }

    /// The map's size on the screen in points, told each frame before anything moves.
    pub fn set_viewport(&mut self, size: Vec2, projection: MapProjection) {
        if size.x < 1.0 || size.y < 1.0 || (size == self.viewport && self.waiting.is_none()) {
            return;
        }
        self.viewport = size;
        if let Some(goal) = self.waiting.take().or_else(|| self.framed.clone()) {
            match self.flight {
                // On its way it flies on, to where the goal now is.
                Some(_) => self.fly_to(&goal, projection),
                None => self.jump_to(&goal, projection),
            }
        }
        let middle = reach(projection).center();
        self.keep_in_bounds(projection, middle);
    }

    /// Where the view is, or where a flight will bring it.
    pub fn destination(&self, projection: MapProjection) -> (LonLat, f64) {
        match (&self.waiting, self.flight) {
            (Some(goal), _) => self.resolve(goal, projection),
            (_, Some(flight)) => flight.end(),
            _ => (self.center(), self.zoom()),
        }
    }

    /// How far out this window can look: no farther than where all the world is seen.
    fn least_zoom(&self, projection: MapProjection) -> f64 {
        let [width, height] = <[f32; 2]>::from(self.viewport).map(|side| f64::from(side.max(1.0)));
        let least = match projection {
            // Beyond that the cone shows its edge, and the far side of the world lies on its side.
            MapProjection::EqualArea => width.max(height) / 118.0,
            MapProjection::WebMercator => (width / 250.0).min(height / 150.0),
        };
        least.log2().clamp(MIN_ZOOM, MAX_ZOOM)
    }

    /// Goes there in one smooth motion.
    pub fn fly_to(&mut self, goal: &CameraGoal, projection: MapProjection) {
        if self.viewport == Vec2::ZERO {
            self.waiting = Some(goal.clone());
            return;
        }
        let (center, zoom) = self.resolve(goal, projection);
        self.framed = framed(goal);
        let from = (self.center(), self.zoom());
        let across_px = f64::from(self.viewport.x);
        self.flight = Some(Flight::new(from, (center, zoom), across_px, projection));
    }

    /// Is there at once.
    pub fn jump_to(&mut self, goal: &CameraGoal, projection: MapProjection) {
        if self.viewport == Vec2::ZERO {
            self.waiting = Some(goal.clone());
            return;
        }
        let (center, zoom) = self.resolve(goal, projection);
        self.flight = None;
        self.framed = framed(goal);
        self.set_view(center, zoom);
    }

    /// A gesture ends a flight where it is.
    pub fn cancel_flight(&mut self) {
        if self.flight.take().is_some() {
            self.framed = None;
        }
    }

    /// Takes what a gesture made of the view, within bounds. A zoom that goes too far ends at the
    /// limit, with what was under the pointer still under it.
    pub fn take_gesture(&mut self, moved: MapMemory, projection: MapProjection) {
        let (from, zoom_before) = (projection.project(self.center()), self.zoom());
        self.memory = moved;
        self.flight = None;
        self.framed = None;
        let wanted = self.zoom();
        let zoom = wanted.clamp(self.least_zoom(projection), MAX_ZOOM);
        if (wanted - zoom).abs() > f64::EPSILON {
            let part_of = |steps: f64| 1.0 - (-steps).exp2();
            let part = part_of(zoom - zoom_before) / part_of(wanted - zoom_before);
            let part = if part.is_finite() { part } else { 0.0 };
            let to = projection.project(self.center());
            let at = MapPoint {
                x: from.x + (to.x - from.x) * part,
                y: from.y + (to.y - from.y) * part,
            };
            self.set_view(projection.unproject(at), zoom);
        }
        self.keep_in_bounds(projection, from);
    }

    /// Comes to rest where it is: a drag that ends does not fling the map.
    pub fn rest(&mut self) {
        self.set_view(self.center(), self.zoom());
    }

    /// Moves a flight on. Says whether it still flies.
    pub fn advance(&mut self, dt_secs: f64, projection: MapProjection) -> bool {
        let Some(flight) = &mut self.flight else {
            return false;
        };
        let (center, zoom, has_arrived) = flight.advance(dt_secs, projection);
        self.set_view(center, zoom);
        if has_arrived {
            self.flight = None;
        }
        !has_arrived
    }

    /// Arrives now: motion is reduced.
    pub fn finish_flight(&mut self, projection: MapProjection) {
        self.advance(f64::MAX, projection);
    }

    /// walkers has no bounds of its own: wherever the view has got to from `from`, it shows the
    /// world. Where another projection has brought the middle nearer to the edge than one can go, it
    /// may stay; it does not jump under the hand that moves it on.
    fn keep_in_bounds(&mut self, projection: MapProjection, from: MapPoint) {
        let zoom = self.zoom().clamp(self.least_zoom(projection), MAX_ZOOM);
        let world = reach(projection);
        // The nearer the view, the nearer to the edge its middle may be.
        let half = |side: f32| f64::from(side) / zoom.exp2() * 0.4;
        let within = |at: f64, from: f64, [low, high]: [f64; 2], half: f64| {
            let half = half.min((high - low) / 2.0);
            let from = from.clamp(low, high);
            at.clamp((low + half).min(from), (high - half).max(from))
        };
        let at = projection.project(self.center());
        let (wide, high) = (half(self.viewport.x), half(self.viewport.y));
        let kept = MapPoint {
            x: within(at.x, from.x, [world.min.x, world.max.x], wide),
            y: within(at.y, from.y, [world.min.y, world.max.y], high),
        };
        if kept != at {
            self.set_view(projection.unproject(kept), zoom);
        } else if (zoom - self.zoom()).abs() > f64::EPSILON {
            self.set_view(self.center(), zoom);
        }
    }

    pub fn pan(&mut self, right_px: f64, down_px: f64, projection: MapProjection) {
        self.flight = None;
        self.framed = None;
        let scale = self.zoom().exp2();
        let at = projection.project(self.center());
        let moved = MapPoint {
            x: at.x + right_px / scale,
            y: at.y + down_px / scale,
        };
        self.set_view(projection.unproject(moved), self.zoom());
        self.keep_in_bounds(projection, at);
    }

    /// Looks there at once, from as near as before: somebody has pointed there.
    pub fn look_at(&mut self, center: LonLat, projection: MapProjection) {
        self.flight = None;
        self.framed = None;
        let from = projection.project(self.center());
        self.set_view(center, self.zoom());
        self.keep_in_bounds(projection, from);
    }

    /// The view that a goal means here.
    fn resolve(&self, goal: &CameraGoal, projection: MapProjection) -> (LonLat, f64) {
        let (center, zoom) = match goal {
            CameraGoal::View { center, zoom } => {
                let zoom = if zoom.is_finite() { *zoom } else { self.zoom() };
                (*center, zoom.clamp(self.least_zoom(projection), MAX_ZOOM))
            }
            CameraGoal::Frame(points) => {
                let rect = MapRect::around(points.iter().map(|&point| projection.project(point)));
                let Some(zoom) = self.fitting_zoom(points, rect.center(), projection) else {
                    return (self.center(), self.zoom());
                };
                (projection.unproject(rect.center()), zoom)
            }
            CameraGoal::Region {
                center,
                width_m,
                height_m,
            } => {
                let zoom = self.zoom_of_region(*center, [*width_m, *height_m], projection);
                (*center, zoom.unwrap_or_else(|| self.zoom()))
            }
        };
        within_limits(center, zoom)
    }

    /// The zoom at which all points fit into the view around a centre; none without points.
    fn fitting_zoom(
        &self,
        points: &[LonLat],
        center: MapPoint,
        projection: MapProjection,
    ) -> Option<f64> {
        let rect = MapRect::around(points.iter().map(|&point| projection.project(point)));
        if rect.is_empty() {
            return None;
        }
        let reach = |low: f64, at: f64, high: f64| 2.0 * (at - low).max(high - at).max(1e-9);
        let room = |side: f32| (f64::from(side) - 2.0 * FRAME_MARGIN_PX).max(80.0);
        let fit = (room(self.viewport.x) / reach(rect.min.x, center.x, rect.max.x))
            .min(room(self.viewport.y) / reach(rect.min.y, center.y, rect.max.y));
        let nearest = if rect.width() < 0.2 { POINT_ZOOM } else { 8.0 };
        Some(fit.log2().clamp(self.least_zoom(projection), nearest))
    }
}

/// A goal that can be framed anew in another window.
fn framed(goal: &CameraGoal) -> Option<CameraGoal> {
    let is_exact = matches!(goal, CameraGoal::View { .. });
    (!is_exact).then(|| goal.clone())
}

/// A view one can look from: what is not a number or too far is brought into bounds.
fn within_limits(center: LonLat, zoom: f64) -> (LonLat, f64) {
    let zoom = if zoom.is_finite() {
        zoom.clamp(MIN_ZOOM, MAX_ZOOM)
    } else {
        4.0
    };
    let lat_deg = center.lat_deg.clamp(-80.0, 86.0);
    (LonLat::new(center.lon_deg, lat_deg), zoom)
}

/// The zoom of one projection that has the scale of another's at a place.
pub(super) fn zoom_in(to: MapProjection, from: MapProjection, at: LonLat, zoom: f64) -> f64 {
    zoom + (from.pixels_per_meter(at) / to.pixels_per_meter(at)).log2()
}

/// The part of the map plane that is worth a look: on the cone, without the far south, which it
/// stretches to a ring.
fn reach(projection: MapProjection) -> MapRect {
    let (west, east, south, north) = match projection {
        MapProjection::EqualArea => (-60, 185, -45, 82),
        MapProjection::WebMercator => (-169, 190, -78, 82),
    };
    let steps = |from: i32, to: i32| (0..=6).map(move |n| f64::from(from + (to - from) * n / 6));
    let points = steps(west, east)
        .flat_map(|lon_deg| steps(south, north).map(move |lat_deg| LonLat { lon_deg, lat_deg }));
    MapRect::around(points.map(|at| projection.project(at)))
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
    fn a_flight_ends_at_the_very_view_a_jump_gives() {
        let center = LonLat::new(67.123_456_789, 31.987_654_321);
        let framed = vec![LonLat::new(44.1, 8.3), LonLat::new(97.7, 42.9)];
        let goals = [
            CameraGoal::View { center, zoom: 5.37 },
            CameraGoal::Frame(framed),
        ];
        for (projection, goal) in MapProjection::ALL.into_iter().zip(goals.iter().cycle()) {
            let mut jumper = Camera::default();
            jumper.set_viewport(vec2(611.0, 407.0), projection);
            let mut flyer = jumper.clone();
            jumper.jump_to(goal, projection);
            let there = (jumper.center(), jumper.zoom());
            flyer.fly_to(goal, projection);
            while flyer.advance(0.016, projection) {
                assert_eq!(flyer.destination(projection), there, "{goal:?}");
            }
            assert_eq!((flyer.center(), flyer.zoom()), there, "{goal:?}");
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
}
