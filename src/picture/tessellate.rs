//! Polygons into triangles, sorted into chunks of the map.

use geo::{Coord, LineString, Polygon, TriangulateEarcut as _};

use crate::geography::MapPoint;

/// Triangles of one polygon: corners, and three indices each.
pub(super) struct Triangles {
    pub corners: Vec<MapPoint>,
    pub indices: Vec<usize>,
}

/// Triangulates rings on the map plane, outer first.
///
/// `None` where there is nothing to fill: earcut must not be shown an empty polygon, and rings of
/// under four points have no inside.
pub(super) fn triangulate(rings: &[Vec<MapPoint>]) -> Option<Triangles> {
    let mut sound = rings.iter().filter(|ring| ring.len() >= 4).map(|ring| {
        LineString(
            ring.iter()
                .map(|point| Coord {
                    x: point.x,
                    y: point.y,
                })
                .collect(),
        )
    });
    let outer = rings
        .first()
        .filter(|ring| ring.len() >= 4)
        .and_then(|_| sound.next())?;
    let triangulation = Polygon::new(outer, sound.collect()).earcut_triangles_raw();
    let corners = triangulation
        .vertices
        .iter()
        .map(|&[x, y]| MapPoint { x, y })
        .collect::<Vec<_>>();
    Some(Triangles {
        corners,
        indices: triangulation.triangle_indices,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<MapPoint> {
        points.iter().map(|&(x, y)| MapPoint { x, y }).collect()
    }

    fn area(triangles: &Triangles) -> f64 {
        triangles
            .indices
            .chunks_exact(3)
            .map(|corner| {
                let [a, b, c] = [corner[0], corner[1], corner[2]].map(|i| triangles.corners[i]);
                ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)).abs() / 2.0
            })
            .sum()
    }

    #[test]
    fn the_triangles_of_a_polygon_with_a_hole_cover_just_its_area() {
        let triangles = triangulate(&[
            ring(&[
                (0.0, 0.0),
                (10.0, 0.0),
                (10.0, 10.0),
                (0.0, 10.0),
                (0.0, 0.0),
            ]),
            ring(&[(2.0, 2.0), (2.0, 4.0), (4.0, 4.0), (4.0, 2.0), (2.0, 2.0)]),
        ])
        .unwrap();
        assert!((area(&triangles) - 96.0).abs() < 1e-9);
    }

    #[test]
    fn an_empty_polygon_and_a_ring_of_two_points_fill_nothing() {
        assert!(triangulate(&[]).is_none());
        assert!(triangulate(&[vec![]]).is_none());
        assert!(triangulate(&[ring(&[(0.0, 0.0), (1.0, 1.0)])]).is_none());
    }
}
