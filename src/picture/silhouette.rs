//! Land as a small picture: how much of each of its pixels is land.
//!
//! In: a ground's land, counted in samples finer than a pixel. Out: its colour, and where it stands.

use super::{FillRole, Ground};
use crate::geography::{MapPoint, MapRect};

/// Samples to a pixel, along each side: enough for soft shores.
const SAMPLES: usize = 4;

/// From 0, no land, to 255, nothing else, for each pixel of a picture of `size_px` that shows
/// `region`: row by row from the top. Land with a corner that `leaves_out` says of is not in it.
pub fn silhouette(
    ground: &Ground,
    region: MapRect,
    size_px: [usize; 2],
    leaves_out: impl Fn(MapPoint) -> bool,
) -> Vec<u8> {
    let mut samples = Samples::new(region, size_px);
    for chunk in &ground.chunks {
        let land = chunk
            .fills
            .iter()
            .filter(|fill| fill.role != FillRole::Lake);
        for fill in land {
            let corner = |&[x, y]: &[f32; 2]| {
                let at = MapPoint {
                    x: chunk.origin.x + f64::from(x),
                    y: chunk.origin.y + f64::from(y),
                };
                (!leaves_out(at)).then(|| samples.sample_from_map(at))
            };
            let corners: Vec<_> = fill.corners.iter().map(corner).collect();
            let at = |&index: &u32| corners.get(index as usize).copied().flatten();
            for indices in fill.indices.chunks_exact(3) {
                let corners: Vec<_> = indices.iter().filter_map(at).collect();
                if let &[one, two, three] = corners.as_slice() {
                    samples.take([one, two, three]);
                }
            }
        }
    }
    samples.into_pixels(size_px)
}

/// A grid of samples, each land or not.
struct Samples {
    region: MapRect,
    size: [usize; 2],
    is_land: Vec<bool>,
}

impl Samples {
    fn new(region: MapRect, size_px: [usize; 2]) -> Self {
        let size = size_px.map(|side| side * SAMPLES);
        Self {
            region,
            size,
            is_land: vec![false; size[0] * size[1]],
        }
    }

    fn sample_from_map(&self, at: MapPoint) -> [f64; 2] {
        let [columns, rows] = self.size.map(|side| side as f64);
        [
            (at.x - self.region.min.x) / self.region.width() * columns,
            (at.y - self.region.min.y) / self.region.height() * rows,
        ]
    }

    /// Marks the samples whose middle lies in a triangle, row by row.
    fn take(&mut self, corners: [[f64; 2]; 3]) {
        let [columns, rows] = self.size;
        let ys = corners.map(|[_, y]| y);
        let top = ys.into_iter().fold(f64::INFINITY, f64::min);
        let bottom = ys.into_iter().fold(f64::NEG_INFINITY, f64::max);
        let nearest = |at: f64, most: usize| (at - 0.5).ceil().clamp(0.0, most as f64) as usize;
        for row in nearest(top, rows)..nearest(bottom, rows) {
            let y = row as f64 + 0.5;
            let [one, two, three] = corners;
            let (mut left, mut right) = (f64::INFINITY, f64::NEG_INFINITY);
            for [from, to] in [[one, two], [two, three], [three, one]] {
                if (from[1] <= y) != (to[1] <= y) {
                    let part = (y - from[1]) / (to[1] - from[1]);
                    let at = from[0] + (to[0] - from[0]) * part;
                    (left, right) = (left.min(at), right.max(at));
                }
            }
            if left > right {
                continue;
            }
            let start = row * columns;
            let inside = start + nearest(left, columns)..start + nearest(right, columns);
            if let Some(samples) = self.is_land.get_mut(inside) {
                samples.fill(true);
            }
        }
    }

    fn into_pixels(self, [width, height]: [usize; 2]) -> Vec<u8> {
        let columns = self.size[0];
        let mut land = vec![0_usize; width * height];
        for (index, _) in self
            .is_land
            .iter()
            .enumerate()
            .filter(|&(_, is_land)| *is_land)
        {
            let (column, row) = (index % columns, index / columns);
            if let Some(count) = land.get_mut(row / SAMPLES * width + column / SAMPLES) {
                *count += 1;
            }
        }
        let part = |count: usize| (count * 255 / (SAMPLES * SAMPLES)) as u8;
        land.into_iter().map(part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_triangle_fills_the_pixels_it_covers_and_half_of_those_its_edge_runs_through() {
        let region = MapRect {
            min: MapPoint { x: 0.0, y: 0.0 },
            max: MapPoint { x: 4.0, y: 4.0 },
        };
        let mut samples = Samples::new(region, [4, 4]);
        let corners = [(0.0, 0.0), (4.0, 0.0), (0.0, 4.0)];
        let corners = corners.map(|(x, y)| samples.sample_from_map(MapPoint { x, y }));
        samples.take(corners);
        let land = samples.into_pixels([4, 4]);
        let at = |column: usize, row: usize| land.get(row * 4 + column).copied().unwrap();
        assert_eq!((at(0, 0), at(1, 1), at(3, 3)), (255, 255, 0));
        assert!((90..=160).contains(&at(2, 1)), "{}", at(2, 1));
        // Whichever way it runs.
        let mut turned = Samples::new(region, [4, 4]);
        let [a, b, c] = corners;
        turned.take([a, c, b]);
        assert_eq!(turned.into_pixels([4, 4]), land);
    }
}
