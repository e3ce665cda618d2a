//! The one conversion between the map plane and the screen.

use egui::{Pos2, Rect, emath::TSTransform, pos2, vec2};

use crate::geography::{MapPoint, MapRect};

/// Where the map is on the screen: its rectangle, the map point at its centre, and the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// On the screen, in points.
    pub rect: Rect,
    /// What lies at the centre of `rect`.
    pub center: MapPoint,
    /// Screen points to one map unit, `2^zoom`.
    pub scale: f64,
}

impl View {
    pub fn new(rect: Rect, center: MapPoint, zoom: f64) -> Self {
        Self {
            rect,
            center,
            scale: zoom.exp2(),
        }
    }

    pub fn zoom(&self) -> f64 {
        self.scale.log2()
    }

    pub fn screen_from_map(&self, point: MapPoint) -> Pos2 {
        let center = self.rect.center();
        pos2(
            center.x + ((point.x - self.center.x) * self.scale) as f32,
            center.y + ((point.y - self.center.y) * self.scale) as f32,
        )
    }

    pub fn map_from_screen(&self, position: Pos2) -> MapPoint {
        let offset = position - self.rect.center();
        MapPoint {
            x: self.center.x + f64::from(offset.x) / self.scale,
            y: self.center.y + f64::from(offset.y) / self.scale,
        }
    }

    /// What of the map plane can be seen, with a margin in screen points.
    pub fn visible(&self, margin_px: f32) -> MapRect {
        let rect = self.rect.expand(margin_px);
        MapRect {
            min: self.map_from_screen(rect.min),
            max: self.map_from_screen(rect.max),
        }
    }

    /// Puts points given relative to `origin` (map units) onto the screen. Worked out in `f64`
    /// and only then narrowed, so that far from the origin of the map nothing trembles.
    pub fn screen_from_local(&self, origin: MapPoint) -> TSTransform {
        let offset = self.screen_from_map(origin);
        TSTransform::new(vec2(offset.x, offset.y), self.scale as f32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_on_the_screen_comes_back_to_where_it_was() {
        let view = View::new(
            Rect::from_min_max(pos2(300.0, 40.0), pos2(1500.0, 900.0)),
            MapPoint { x: 140.0, y: 77.0 },
            5.3,
        );
        let position = pos2(512.0, 600.0);
        let back = view.screen_from_map(view.map_from_screen(position));
        assert!(back.distance(position) < 1e-3, "{back:?}");
        let local = view.screen_from_local(MapPoint { x: 139.0, y: 77.0 });
        let via_local = local.mul_pos(pos2(1.5, 0.25));
        let direct = view.screen_from_map(MapPoint { x: 140.5, y: 77.25 });
        assert!(
            via_local.distance(direct) < 1e-2,
            "{via_local:?} {direct:?}"
        );
    }
}
