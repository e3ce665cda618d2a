//! Tiles onto the map, also past the 180th meridian, where our world goes on and theirs ends.

use std::cell::RefCell;

use walkers::{Canvas, Layer, MapMemory, Pixels, Position, Projection, Projector};

use super::MapState;
use crate::geography::{MapProjection, WORLD_SIZE};
use crate::session::WalkersProjection;

/// Draws the tiles, if there are any.
pub(super) struct TileLayer<'a, 'b>(pub &'a RefCell<&'b mut MapState>);

impl Layer for TileLayer<'_, '_> {
    fn draw(&mut self, canvas: &mut Canvas, projector: &Projector<'_>) {
        let mut state = self.0.borrow_mut();
        let Some(mut tiles) = state.tiles.as_mut() else {
            return;
        };
        tiles.take_answers();
        tiles.draw(canvas, projector);
        let right = projector.clip_rect().right_center().to_vec2();
        // A little short of the edge of what can be looked at, so that rounding does not decide.
        if projector.unproject(right).x() < 180.0 {
            return;
        }
        let rect = projector.clip_rect();
        let mut memory = MapMemory::default();
        if memory.set_zoom(projector.zoom()).is_ok() {
            let center = projector.unproject(rect.center().to_vec2());
            memory.center_at(center);
            let next = Projector::new(rect, &NextWorld, &memory, center);
            tiles.draw(canvas, &next);
        }
    }
}

/// Web Mercator one world further to the east.
struct NextWorld;

impl NextWorld {
    const PLAIN: WalkersProjection = WalkersProjection(MapProjection::WebMercator);

    fn width(zoom: f64) -> f64 {
        WORLD_SIZE * zoom.exp2()
    }
}

impl Projection for NextWorld {
    fn project(&self, position: Position, zoom: f64) -> Pixels {
        let at = Self::PLAIN.project(position, zoom);
        Pixels::new(at.x() - Self::width(zoom), at.y())
    }

    fn unproject(&self, pixels: Pixels, zoom: f64) -> Position {
        let there = Pixels::new(pixels.x() + Self::width(zoom), pixels.y());
        Self::PLAIN.unproject(there, zoom)
    }

    fn scale_pixel_per_meter(&self, position: Position, zoom: f64) -> f64 {
        Self::PLAIN.scale_pixel_per_meter(position, zoom)
    }
}
