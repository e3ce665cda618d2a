//! Our projections in the shape the map widget asks for.

use walkers::{Pixels, Position, Projection};

use crate::geography::{LonLat, MapPoint, MapProjection};

/// One of our projections as a walkers projection.
#[derive(Clone, Copy, Debug)]
pub struct WalkersProjection(pub MapProjection);

impl Projection for WalkersProjection {
    fn project(&self, position: Position, zoom: f64) -> Pixels {
        let at = LonLat {
            lon_deg: position.x(),
            lat_deg: position.y(),
        };
        let MapPoint { x, y } = self.0.project(at);
        Pixels::new(x * zoom.exp2(), y * zoom.exp2())
    }

    fn unproject(&self, pixels: Pixels, zoom: f64) -> Position {
        let scale = zoom.exp2();
        let at = self.0.unproject(MapPoint {
            x: pixels.x() / scale,
            y: pixels.y() / scale,
        });
        Position::new(at.lon_deg, at.lat_deg)
    }

    fn scale_pixel_per_meter(&self, position: Position, zoom: f64) -> f64 {
        let at = LonLat {
            lon_deg: position.x(),
            lat_deg: position.y(),
        };
        self.0.pixels_per_meter(at) * zoom.exp2()
    }
}
