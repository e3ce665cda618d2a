//! Smooth flights of the camera: zoom and pan as one motion.
//!
//! After J. van Wijk and W. Nuij, "Smooth and efficient zooming and panning" (`InfoVis` 2003).

use crate::geography::{LonLat, MapPoint, MapProjection};

/// How strongly a flight zooms out on the way; the paper's rho, found best near the root of two.
const RHO: f64 = 1.35;

/// No flight is over before it is seen, and none keeps a room waiting.
const SHORTEST_SECS: f64 = 0.35;
const LONGEST_SECS: f64 = 1.4;

/// Path lengths (the paper's S) covered in a second.
const SPEED_PER_SEC: f64 = 2.2;

/// A view: its centre, and its zoom.
type Looked = (LonLat, f64);

/// A flight from one view to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Flight {
    motion: Motion,
    /// Where it ends, to the last digit: what is worked out on the way only comes near to it.
    end: Looked,
    /// How wide the viewport was, in points, when it began.
    across_px: f64,
}

impl Flight {
    pub(super) fn new(
        from: Looked,
        end: Looked,
        across_px: f64,
        projection: MapProjection,
    ) -> Self {
        let point = |(center, _): Looked| projection.project(center);
        let width = |(_, zoom): Looked| across_px / zoom.exp2();
        Self {
            motion: Motion::new(point(from), width(from), point(end), width(end)),
            end,
            across_px,
        }
    }

    /// Moves on and says where that is: the centre, the zoom, and whether it has arrived.
    pub(super) fn advance(
        &mut self,
        dt_secs: f64,
        projection: MapProjection,
    ) -> (LonLat, f64, bool) {
        let (point, width, has_arrived) = self.motion.advance(dt_secs);
        if has_arrived {
            let (center, zoom) = self.end;
            return (center, zoom, true);
        }
        let zoom = (self.across_px / width).log2();
        (projection.unproject(point), zoom, false)
    }

    /// Where it ends.
    pub(super) fn end(&self) -> Looked {
        self.end
    }
}

/// A motion over the map plane; a pure function of the seconds since it began.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Motion {
    from: MapPoint,
    to: MapPoint,
    /// Widths of the view in map units.
    width_from: f64,
    width_to: f64,
    distance: f64,
    r0: f64,
    length: f64,
    elapsed_secs: f64,
}

impl Motion {
    /// `width` is what of the map plane the viewport spans.
    fn new(from: MapPoint, width_from: f64, to: MapPoint, width_to: f64) -> Self {
        let distance = (to.x - from.x).hypot(to.y - from.y);
        let (w0, w1) = (width_from.max(1e-9), width_to.max(1e-9));
        let is_still = distance < w0.min(w1) * 1e-3;
        let (r0, length) = if is_still {
            (0.0, (w1 / w0).ln().abs() / RHO)
        } else {
            let r0 = r_start(w0, w1, distance);
            (r0, (r_end(w0, w1, distance) - r0) / RHO)
        };
        Self {
            from,
            to,
            width_from: w0,
            width_to: w1,
            distance: if is_still { 0.0 } else { distance },
            r0,
            length,
            elapsed_secs: 0.0,
        }
    }

    fn duration_secs(&self) -> f64 {
        (self.length.abs() / SPEED_PER_SEC).clamp(SHORTEST_SECS, LONGEST_SECS)
    }

    /// Moves on and says where that is: the centre, the width, and whether it has arrived.
    fn advance(&mut self, dt_secs: f64) -> (MapPoint, f64, bool) {
        self.elapsed_secs += dt_secs.max(0.0);
        let part = (self.elapsed_secs / self.duration_secs()).clamp(0.0, 1.0);
        if part >= 1.0 {
            return (self.to, self.width_to, true);
        }
        // Starts and ends at rest.
        let eased = part * part * (3.0 - 2.0 * part);
        let (point, width) = self.at(eased * self.length);
        (point, width, false)
    }

    fn at(&self, s: f64) -> (MapPoint, f64) {
        if self.distance == 0.0 {
            let part = if self.length.abs() < 1e-12 {
                1.0
            } else {
                s / self.length
            };
            let width = self.width_from * (self.width_to / self.width_from).powf(part);
            let mix = |a: f64, b: f64| a + (b - a) * part;
            let point = MapPoint {
                x: mix(self.from.x, self.to.x),
                y: mix(self.from.y, self.to.y),
            };
            return (point, width);
        }
        let w0 = self.width_from;
        let travelled =
            w0 / (RHO * RHO) * (self.r0.cosh() * (RHO * s + self.r0).tanh() - self.r0.sinh());
        let width = w0 * self.r0.cosh() / (RHO * s + self.r0).cosh();
        let part = travelled / self.distance;
        let point = MapPoint {
            x: self.from.x + (self.to.x - self.from.x) * part,
            y: self.from.y + (self.to.y - self.from.y) * part,
        };
        (point, width)
    }
}

/// The paper's r(0). `-asinh(b)` is its `ln(-b + sqrt(b * b + 1))`, with all its digits.
fn r_start(w0: f64, w1: f64, distance: f64) -> f64 {
    let b =
        (w1 * w1 - w0 * w0 + RHO.powi(4) * distance * distance) / (2.0 * w0 * RHO * RHO * distance);
    -b.asinh()
}

/// The paper's r(1).
fn r_end(w0: f64, w1: f64, distance: f64) -> f64 {
    let b =
        (w1 * w1 - w0 * w0 - RHO.powi(4) * distance * distance) / (2.0 * w1 * RHO * RHO * distance);
    -b.asinh()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flight_starts_where_it_was_and_ends_where_it_was_told() {
        let (from, to) = (MapPoint { x: 10.0, y: 20.0 }, MapPoint { x: 90.0, y: 40.0 });
        let mut flight = Motion::new(from, 30.0, to, 5.0);
        let (start, width, _) = flight.advance(0.0);
        assert!(
            (start.x - 10.0).abs() < 1e-6 && (width - 30.0).abs() < 1e-6,
            "{start:?} {width}"
        );
        let mut last = (start, width, false);
        for _ in 0..1000 {
            last = flight.advance(0.016);
            assert!(last.0.x.is_finite() && last.1 > 0.0, "{last:?}");
        }
        assert_eq!(last, (to, 5.0, true));
    }

    #[test]
    fn a_long_hop_rises_on_the_way_and_the_way_has_no_jump() {
        let (from, to) = (MapPoint { x: 0.0, y: 0.0 }, MapPoint { x: 100.0, y: 0.0 });
        let mut flight = Motion::new(from, 4.0, to, 4.0);
        let steps: Vec<_> = (0..90).map(|_| flight.advance(1.0 / 60.0)).collect();
        assert!(steps.iter().any(|step| step.1 > 20.0));
        for pair in steps.windows(2) {
            assert!(pair[1].0.x >= pair[0].0.x - 1e-9);
            assert!(
                (pair[1].0.x - pair[0].0.x) < 1.2 * pair[0].1.max(pair[1].1),
                "{pair:?}"
            );
        }
    }
}
