//! Stripes of disputed areas: bands rising to the right at 45 degrees, clipped to rings, on the
//! map plane. Between the bands of the claimants the holder's own tint shows.

use std::ops::RangeInclusive;

use super::chunk::thinned;
use crate::geography::MapPoint;

/// How wide a band is on the screen, at the start of an octave of zoom; twice that at its end.
const BAND_PX: f64 = 2.6;

/// How far the edge of a stripe may lie from the border it runs up to, in points.
const EDGE_ERROR_PX: f64 = 0.3;

/// Which of several claimants a stripe is for.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    pub index: usize,
    pub count: usize,
}

/// A ring in turned coordinates, where bands are level: u runs along a band, v across.
type Turned = Vec<(f64, f64)>;

/// The bands of a claimant inside the rings (even-odd), for one octave, as four corners each.
pub fn hatch_stripes(rings: &[Vec<MapPoint>], octave: i32, turn: Turn) -> Vec<[MapPoint; 4]> {
    let scale = f64::from(octave).exp2();
    let band = BAND_PX / scale * std::f64::consts::SQRT_2;
    let error = EDGE_ERROR_PX / (2.0 * scale);
    let rings: Vec<Turned> = rings
        .iter()
        .map(|ring| {
            let points = thinned(ring, error).into_iter();
            points
                .map(|point| (point.x - point.y, point.x + point.y))
                .collect()
        })
        .collect();
    let edges: Vec<[(f64, f64); 2]> = rings
        .iter()
        .flat_map(|ring| ring.array_windows().copied())
        .filter(|[from, to]| from.1.total_cmp(&to.1).is_ne())
        .collect();
    let across = || edges.iter().flatten().map(|&(_, v)| v);
    let (low, high) = (
        across().fold(f64::MAX, f64::min),
        across().fold(f64::MIN, f64::max),
    );
    let period = band * (turn.count + 1) as f64;
    let (first, last) = ((low / period).floor() as i64, (high / period).ceil() as i64);
    let mut corners = Vec::new();
    if edges.is_empty() {
        return corners;
    }
    for stripe in first..=last {
        let bottom = stripe as f64 * period + band * (turn.index + 1) as f64;
        add_band(&mut corners, &edges, bottom..=bottom + band);
    }
    corners
}

/// A band cut at every corner of the rings within it: between two cuts each edge is straight, and
/// every second gap between edges is inside.
fn add_band(
    corners: &mut Vec<[MapPoint; 4]>,
    edges: &[[(f64, f64); 2]],
    band: RangeInclusive<f64>,
) {
    let (bottom, top) = (*band.start(), *band.end());
    let reach = |edge: &[(f64, f64); 2]| {
        let [(_, one), (_, other)] = *edge;
        (one.min(other), one.max(other))
    };
    let inside: Vec<_> = edges
        .iter()
        .map(|edge| (edge, reach(edge)))
        .filter(|(_, (low, high))| *low < top && *high > bottom)
        .collect();
    let mut cuts: Vec<f64> = inside
        .iter()
        .flat_map(|(_, (low, high))| [*low, *high])
        .filter(|cut| band.contains(cut))
        .chain([bottom, top])
        .collect();
    cuts.sort_by(f64::total_cmp);
    cuts.dedup();
    for &[from, to] in cuts.array_windows() {
        let mut at: Vec<[f64; 2]> = inside
            .iter()
            .filter(|(_, (low, high))| *low <= from && *high >= to)
            .map(|(edge, _)| [from, to].map(|v| along(edge, v)))
            .collect();
        at.sort_by(|a, b| (a[0] + a[1]).total_cmp(&(b[0] + b[1])));
        for &[[left_from, left_to], [right_from, right_to]] in at.as_chunks::<2>().0 {
            corners.push([
                turned_back(left_from, from),
                turned_back(right_from, from),
                turned_back(right_to, to),
                turned_back(left_to, to),
            ]);
        }
    }
}

/// Where an edge is at a height.
fn along(&[(u0, v0), (u1, v1)]: &[(f64, f64); 2], v: f64) -> f64 {
    u0 + (u1 - u0) * (v - v0) / (v1 - v0)
}

fn turned_back(u: f64, v: f64) -> MapPoint {
    MapPoint {
        x: f64::midpoint(u, v),
        y: (v - u) / 2.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(low: f64, high: f64) -> Vec<MapPoint> {
        let corners = [
            (low, low),
            (high, low),
            (high, high),
            (low, high),
            (low, low),
        ];
        corners.map(|(x, y)| MapPoint { x, y }).to_vec()
    }

    fn area(stripes: &[[MapPoint; 4]]) -> f64 {
        let doubled = |corners: &[MapPoint; 4]| {
            let next = corners.iter().cycle().skip(1);
            let pairs = corners.iter().zip(next);
            pairs.map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>().abs()
        };
        stripes.iter().map(doubled).sum::<f64>() / 2.0
    }

    #[test]
    fn holder_and_claimants_have_about_the_same_share_of_an_area_without_its_hole() {
        let rings = [square(0.0, 100.0), square(30.0, 60.0)];
        let of = |count: usize| {
            (0..count).map(move |index| Turn { index, count }).map({
                let rings = rings.clone();
                move |turn| area(&hatch_stripes(&rings, 2, turn)) / 9_100.0
            })
        };
        for count in [1, 2] {
            for share in of(count) {
                let wanted = 1.0 / (count + 1) as f64;
                assert!((share - wanted).abs() < 0.03, "{count}: {share}");
            }
        }
    }

    #[test]
    fn stripes_stay_inside_their_area_and_those_of_two_claimants_beside_each_other() {
        let rings = [square(0.0, 10.0), square(4.0, 6.0)];
        let middle = |corners: &[MapPoint; 4]| {
            let sum = |of: fn(&MapPoint) -> f64| corners.iter().map(of).sum::<f64>() / 4.0;
            (sum(|p| p.x), sum(|p| p.y))
        };
        for index in [0, 1] {
            let stripes = hatch_stripes(&rings, 3, Turn { index, count: 2 });
            assert!(stripes.len() > 4);
            for corners in &stripes {
                for point in corners {
                    assert!((-1e-9..=10.0 + 1e-9).contains(&point.x), "{point:?}");
                    assert!((-1e-9..=10.0 + 1e-9).contains(&point.y), "{point:?}");
                }
                let (x, y) = middle(corners);
                let in_hole = (4.0..6.0).contains(&x) && (4.0..6.0).contains(&y);
                assert!(!in_hole, "{corners:?}");
            }
        }
    }

    #[test]
    fn nothing_has_no_stripes() {
        let turn = Turn { index: 0, count: 1 };
        assert!(hatch_stripes(&[], 4, turn).is_empty());
        assert!(hatch_stripes(&[vec![]], 4, turn).is_empty());
    }
}
