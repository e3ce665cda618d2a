//! The region of the earth that a view shows, by its true size: so that another window shows it too.

use egui::Vec2;

use super::{Camera, CameraGoal, MAX_ZOOM};
use crate::geography::{LonLat, MapProjection};

impl Camera {
    /// Whether it is what the view frames, or will when it arrives: nobody has moved it since.
    pub fn is_framing(&self, goal: &CameraGoal) -> bool {
        self.waiting.as_ref().or(self.framed.as_ref()) == Some(goal)
    }

    /// The region on show, or the one a flight will bring: its centre, and in metres there how wide
    /// and how high it is.
    pub fn region(&self, projection: MapProjection) -> (LonLat, f64, f64) {
        if let Some(CameraGoal::Region {
            center,
            width_m,
            height_m,
        }) = self.waiting
        {
            return (center, width_m, height_m);
        }
        let (center, zoom) = self.destination(projection);
        let px_per_m = projection.pixels_per_meter(center) * zoom.exp2();
        let Vec2 { x, y } = self.viewport;
        (center, f64::from(x) / px_per_m, f64::from(y) / px_per_m)
    }

    /// The largest zoom at which a region of that true size fits wholly into the viewport; none for
    /// what is not a size.
    pub(super) fn zoom_of_region(
        &self,
        center: LonLat,
        size_m: [f64; 2],
        projection: MapProjection,
    ) -> Option<f64> {
        if !size_m.iter().all(|side| side.is_finite() && *side > 0.0) {
            return None;
        }
        let center = LonLat::new(center.lon_deg, center.lat_deg);
        let px_per_m = projection.pixels_per_meter(center);
        let [width_px, height_px] = size_m.map(|side| side * px_per_m);
        let fit =
            (f64::from(self.viewport.x) / width_px).min(f64::from(self.viewport.y) / height_px);
        Some(fit.log2().clamp(self.least_zoom(projection), MAX_ZOOM))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::vec2;

    const CENTER: LonLat = LonLat {
        lon_deg: 67.25,
        lat_deg: 33.125,
    };

    fn camera(width_px: f32, height_px: f32, projection: MapProjection) -> Camera {
        let mut camera = Camera::default();
        camera.set_viewport(vec2(width_px, height_px), projection);
        camera
    }

    fn goal(width_m: f64, height_m: f64) -> CameraGoal {
        CameraGoal::Region {
            center: CENTER,
            width_m,
            height_m,
        }
    }

    #[test]
    fn a_region_fits_wholly_into_any_window_and_touches_two_of_its_sides() {
        for projection in MapProjection::ALL {
            for (width_px, height_px) in [(800.0, 600.0), (1920.0, 700.0), (400.0, 900.0)] {
                let mut camera = camera(width_px, height_px, projection);
                camera.jump_to(&goal(2.0e6, 1.5e6), projection);
                let (center, width_m, height_m) = camera.region(projection);
                assert_eq!(center, CENTER);
                let (across, down) = (width_m / 2.0e6, height_m / 1.5e6);
                assert!(across.min(down) > 1.0 - 1e-9, "{across} {down}");
                assert!((across.min(down) - 1.0).abs() < 1e-9, "{across} {down}");
            }
        }
    }

    #[test]
    fn the_region_on_show_brings_the_same_view_back_and_is_that_of_the_end_while_flying() {
        for projection in MapProjection::ALL {
            let mut camera = camera(900.0, 600.0, projection);
            let view = CameraGoal::View {
                center: CENTER,
                zoom: 5.43,
            };
            camera.jump_to(&view, projection);
            let (_, width_m, height_m) = camera.region(projection);
            camera.jump_to(&goal(width_m, height_m), projection);
            assert!((camera.zoom() - 5.43).abs() < 1e-9, "{}", camera.zoom());
            camera.fly_to(&goal(1.0e6, 1.0e6), projection);
            let coming = camera.region(projection);
            camera.advance(0.1, projection);
            assert_eq!(camera.region(projection), coming);
            camera.finish_flight(projection);
            assert_eq!(camera.region(projection), coming);
        }
    }

    #[test]
    fn a_window_that_changes_its_size_shows_the_region_anew_until_somebody_moves_the_map() {
        let projection = MapProjection::EqualArea;
        let mut camera = camera(900.0, 600.0, projection);
        camera.fly_to(&goal(2.0e6, 1.5e6), projection);
        camera.finish_flight(projection);
        camera.set_viewport(vec2(1800.0, 900.0), projection);
        let (_, _, height_m) = camera.region(projection);
        assert!((height_m / 1.5e6 - 1.0).abs() < 1e-9, "{height_m}");
        camera.change_projection(projection, MapProjection::WebMercator);
        let (_, _, height_m) = camera.region(MapProjection::WebMercator);
        assert!((height_m / 1.5e6 - 1.0).abs() < 1e-9, "{height_m}");
        camera.pan(5.0, 0.0, MapProjection::WebMercator);
        let zoom = camera.zoom();
        camera.set_viewport(vec2(900.0, 600.0), MapProjection::WebMercator);
        assert!((camera.zoom() - zoom).abs() < 1e-12);
    }

    #[test]
    fn a_region_waits_until_there_is_a_window() {
        let projection = MapProjection::EqualArea;
        let mut waiting = Camera::default();
        waiting.jump_to(&goal(2.0e6, 1.5e6), projection);
        assert_eq!(waiting.region(projection), (CENTER, 2.0e6, 1.5e6));
        assert_eq!(waiting.destination(projection).0, CENTER);
        waiting.set_viewport(vec2(900.0, 600.0), projection);
        let mut there = camera(900.0, 600.0, projection);
        there.jump_to(&goal(2.0e6, 1.5e6), projection);
        assert_eq!(waiting.region(projection), there.region(projection));
    }

    #[test]
    fn what_is_no_size_leaves_the_zoom_alone_and_what_is_too_large_or_small_ends_at_the_limits() {
        let projection = MapProjection::EqualArea;
        for bad in [0.0, -4.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            for (width_m, height_m) in [(bad, 1.0e6), (1.0e6, bad)] {
                let mut camera = camera(900.0, 600.0, projection);
                let zoom = camera.zoom();
                camera.jump_to(&goal(width_m, height_m), projection);
                assert!((camera.zoom() - zoom).abs() < 1e-12, "{width_m} {height_m}");
                assert_eq!(camera.center(), CENTER);
            }
        }
        for side in [1e-300, 1e300] {
            let mut camera = camera(900.0, 600.0, projection);
            let center = LonLat {
                lon_deg: f64::NAN,
                lat_deg: f64::INFINITY,
            };
            let goal = CameraGoal::Region {
                center,
                width_m: side,
                height_m: side,
            };
            camera.fly_to(&goal, projection);
            camera.finish_flight(projection);
            assert!(camera.zoom().is_finite() && camera.center().lat_deg.is_finite());
        }
    }
}
