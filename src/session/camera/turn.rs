//! The other projection: the same centre and the same framing, and exactly the old view on the way
//! back.

use super::{Camera, CameraGoal, zoom_in};
use crate::geography::{LonLat, MapProjection};

/// A view, and the projection it is one of.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Looked {
    projection: MapProjection,
    center: LonLat,
    zoom: f64,
}

/// The last change of projection: who turns back without having moved is where they were, also
/// where limits of the zoom came between.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turned {
    before: Looked,
    after: Looked,
}

impl Camera {
    /// Another projection: the same centre at the same scale. What was framed stays so, around
    /// that same centre. A flight is over: the view is where it would have ended.
    pub fn change_projection(&mut self, from: MapProjection, to: MapProjection) {
        match &mut self.waiting {
            Some(CameraGoal::Frame(_) | CameraGoal::Region { .. }) => return,
            Some(CameraGoal::View { center, zoom }) => {
                *zoom = zoom_in(to, from, *center, *zoom);
                return;
            }
            None => {}
        }
        let (center, zoom) = self.destination(from);
        let before = Looked {
            projection: from,
            center,
            zoom,
        };
        self.flight = None;
        let back = self
            .turned
            .filter(|turned| turned.after == before && turned.before.projection == to);
        if let Some(Turned { before: old, .. }) = back {
            self.set_view(old.center, old.zoom);
        } else {
            let zoom = match &self.framed {
                Some(CameraGoal::Frame(points)) => {
                    self.fitting_zoom(points, to.project(center), to)
                }
                Some(CameraGoal::Region {
                    width_m, height_m, ..
                }) => self.zoom_of_region(center, [*width_m, *height_m], to),
                _ => None,
            }
            .unwrap_or_else(|| zoom_in(to, from, center, zoom));
            self.set_view(center, zoom);
            self.keep_in_bounds(to, to.project(center));
        }
        let after = Looked {
            projection: to,
            center: self.center(),
            zoom: self.zoom(),
        };
        self.turned = Some(Turned { before, after });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;
    use proptest::prelude::*;

    const ALBERS: MapProjection = MapProjection::EqualArea;
    const MERCATOR: MapProjection = MapProjection::WebMercator;

    fn camera(lon_deg: f64, lat_deg: f64, zoom: f64, projection: MapProjection) -> Camera {
        let mut camera = Camera::default();
        camera.set_viewport(vec2(900.0, 600.0), projection);
        let center = LonLat::new(lon_deg, lat_deg);
        camera.jump_to(&CameraGoal::View { center, zoom }, projection);
        camera.pan(0.0, 0.0, projection);
        camera
    }

    fn looked(camera: &Camera) -> (LonLat, f64) {
        (camera.center(), camera.zoom())
    }

    /// Square kilometres around the centre that the viewport would show at the centre's scale.
    fn ground_km2(camera: &Camera, projection: MapProjection) -> f64 {
        let px_per_km = projection.pixels_per_meter(camera.center()) * 1e3 * camera.zoom().exp2();
        900.0 * 600.0 / px_per_km.powi(2)
    }

    proptest! {
        #[test]
        fn any_view_keeps_its_centre_and_extent_and_comes_back_exactly_however_often_one_turns(
            (lon, lat) in (20.0..150.0_f64, 0.0..65.0_f64),
            zoom in 3.6..10.5_f64,
            turns in 1..5_usize,
        ) {
            for (from, to) in [(ALBERS, MERCATOR), (MERCATOR, ALBERS)] {
                let mut camera = camera(lon, lat, zoom, from);
                let before = (looked(&camera), ground_km2(&camera, from));
                camera.change_projection(from, to);
                let after = (looked(&camera), ground_km2(&camera, to));
                prop_assert!((after.0.0.lon_deg - before.0.0.lon_deg).abs() < 1e-9);
                prop_assert!((after.0.0.lat_deg - before.0.0.lat_deg).abs() < 1e-9);
                prop_assert!((after.1 / before.1 - 1.0).abs() < 1e-9);
                for _ in 0..turns {
                    camera.change_projection(to, from);
                    prop_assert_eq!(looked(&camera), before.0);
                    camera.change_projection(from, to);
                    prop_assert_eq!(looked(&camera), after.0);
                }
            }
        }

        #[test]
        fn a_view_at_the_limits_comes_back_exactly_too(
            (lon, lat) in (-169.0..190.0_f64, -90.0..90.0_f64),
            zoom in 0.0..13.0_f64,
        ) {
            for (from, to) in [(ALBERS, MERCATOR), (MERCATOR, ALBERS)] {
                let mut camera = camera(lon, lat, zoom, from);
                let before = looked(&camera);
                camera.change_projection(from, to);
                camera.change_projection(to, from);
                prop_assert_eq!(looked(&camera), before);
            }
        }
    }

    #[test]
    fn what_was_framed_is_framed_again_around_the_same_centre() {
        // Russia's width: at the same scale it would not fit into the Mercator view.
        let points: Vec<_> = [
            (28., 58.),
            (40., 44.),
            (104., 77.),
            (105., 50.),
            (134., 43.),
            (180., 68.),
        ]
        .map(|(lon, lat)| LonLat::new(lon, lat))
        .into();
        for (from, to) in [(ALBERS, MERCATOR), (MERCATOR, ALBERS)] {
            let mut camera = camera(70.0, 30.0, 4.0, from);
            camera.fly_to(&CameraGoal::Frame(points.clone()), from);
            let (center, _) = camera.destination(from);
            camera.change_projection(from, to);
            assert!(!camera.is_flying());
            assert!((camera.center().lon_deg - center.lon_deg).abs() < 1e-9);
            assert!((camera.center().lat_deg - center.lat_deg).abs() < 1e-9);
            let (at, scale) = (to.project(center), camera.zoom().exp2());
            for &point in &points {
                let point = to.project(point);
                assert!(((point.x - at.x) * scale).abs() < 450.0, "{to:?}");
                assert!(((point.y - at.y) * scale).abs() < 300.0, "{to:?}");
            }
        }
    }

    #[test]
    fn who_moves_between_two_turns_is_not_thrown_back() {
        let mut camera = camera(70.0, 33.0, 5.0, ALBERS);
        camera.change_projection(ALBERS, MERCATOR);
        camera.pan(100.0, 0.0, MERCATOR);
        let moved = camera.center();
        camera.change_projection(MERCATOR, ALBERS);
        assert!((camera.center().lon_deg - moved.lon_deg).abs() < 1e-9);
    }
}
