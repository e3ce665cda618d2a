//! Shared arcs: built from rings, simplified per arc so that neighbours stay neighbours, and
//! written as `TopoJSON`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::Outcome;
use crate::atoms::BakedArea;
use crate::grid::{Point, SCALE, TRANSLATE, lon_lat};

/// Arcs, and the areas' rings as references to them (`!n`: arc n backwards).
#[derive(Clone)]
pub(crate) struct Topology {
    arcs: Vec<Vec<Point>>,
    areas: Vec<Vec<Vec<Vec<i64>>>>,
}

impl Topology {
    pub(crate) fn build(areas: &[BakedArea]) -> Self {
        let mut neighbours: BTreeMap<Point, BTreeSet<Point>> = BTreeMap::new();
        for ring in areas.iter().flat_map(|area| &area.polygons).flatten() {
            for pair in ring.windows(2) {
                neighbours.entry(pair[0]).or_default().insert(pair[1]);
                neighbours.entry(pair[1]).or_default().insert(pair[0]);
            }
        }
        let is_node = |point: &Point| neighbours.get(point).is_some_and(|around| around.len() > 2);
        let mut index: BTreeMap<Vec<Point>, usize> = BTreeMap::new();
        let mut arcs = Vec::new();
        let areas = areas
            .iter()
            .map(|area| {
                area.polygons
                    .iter()
                    .map(|polygon| {
                        polygon
                            .iter()
                            .map(|ring| {
                                cut(ring, &is_node)
                                    .into_iter()
                                    .map(|piece| {
                                        let backwards: Vec<Point> =
                                            piece.iter().rev().copied().collect();
                                        if let Some(&at) = index.get(&piece) {
                                            at as i64
                                        } else if let Some(&at) = index.get(&backwards) {
                                            !(at as i64)
                                        } else {
                                            index.insert(piece.clone(), arcs.len());
                                            arcs.push(piece);
                                            arcs.len() as i64 - 1
                                        }
                                    })
                                    .collect()
                            })
                            .collect()
                    })
                    .collect()
            })
            .collect();
        Self { arcs, areas }
    }

    /// Simplifies every arc (M. Visvalingam and J. Whyatt, 1993), keeping its ends; rings that
    /// collapse below four points are dropped.
    pub(crate) fn simplified(&self, least_area: f64) -> Self {
        if least_area == 0.0 {
            return self.clone();
        }
        let arcs: Vec<Vec<Point>> = self
            .arcs
            .iter()
            .map(|arc| visvalingam(arc, least_area))
            .collect();
        let mut level = Self {
            arcs,
            areas: Vec::new(),
        };
        level.areas = self
            .areas
            .iter()
            .map(|polygons| {
                polygons
                    .iter()
                    .filter_map(|polygon| {
                        let rings: Vec<Vec<i64>> = polygon
                            .iter()
                            .filter(|ring| level.ring_area(ring) > least_area)
                            .cloned()
                            .collect();
                        let outer_stays = rings.first() == polygon.first();
                        (outer_stays && !rings.is_empty()).then_some(rings)
                    })
                    .collect()
            })
            .collect();
        level.without_unused_arcs()
    }

    fn ring(&self, refs: &[i64]) -> Vec<Point> {
        let mut ring: Vec<Point> = Vec::new();
        for &arc in refs {
            let points = &self.arcs[usize::try_from(if arc < 0 { !arc } else { arc }).unwrap_or(0)];
            if arc < 0 {
                ring.extend(points.iter().rev());
            } else {
                ring.extend(points);
            }
        }
        ring.dedup();
        ring
    }

    /// In square degrees, narrowed by latitude; zero for a ring of under four points.
    fn ring_area(&self, refs: &[i64]) -> f64 {
        let ring = self.ring(refs);
        if ring.len() < 4 {
            return 0.0;
        }
        let [_, lat] = lon_lat(ring[0]);
        let cells = crate::grid::doubled_area(&ring).unsigned_abs() as f64 / 2.0;
        cells * SCALE[0] * SCALE[1] * lat.to_radians().cos().max(0.05)
    }

    fn without_unused_arcs(mut self) -> Self {
        let used: BTreeSet<i64> = self
            .areas
            .iter()
            .flatten()
            .flatten()
            .flatten()
            .map(|&arc| if arc < 0 { !arc } else { arc })
            .collect();
        let renamed: BTreeMap<i64, i64> = used
            .iter()
            .enumerate()
            .map(|(new, &old)| (old, new as i64))
            .collect();
        self.arcs = used
            .iter()
            .map(|&arc| self.arcs[arc as usize].clone())
            .collect();
        for arc in self.areas.iter_mut().flatten().flatten().flatten() {
            *arc = if *arc < 0 {
                !renamed[&!*arc]
            } else {
                renamed[arc]
            };
        }
        self
    }

    pub(crate) fn point_count(&self) -> usize {
        self.arcs.iter().map(Vec::len).sum()
    }

    pub(crate) fn to_topojson(&self, areas: &[BakedArea]) -> Outcome<String> {
        let geometries: Vec<Value> = areas.iter().zip(&self.areas).map(|(area, polygons)| {
            json!({
                "type": "MultiPolygon",
                "id": area.key,
                "properties": {"name": area.name, "holder": area.holder, "claimants": area.claimants},
                "arcs": polygons,
            })
        }).collect();
        topojson(
            &self.arcs,
            SCALE,
            TRANSLATE,
            &json!({
                "areas": {"type": "GeometryCollection", "geometries": geometries}
            }),
        )
    }
}

/// A quantised `TopoJSON` file, arcs delta-coded.
pub(crate) fn topojson(
    arcs: &[Vec<Point>],
    scale: [f64; 2],
    translate: [f64; 2],
    objects: &Value,
) -> Outcome<String> {
    let arcs: Vec<Vec<[i32; 2]>> = arcs
        .iter()
        .map(|arc| {
            let mut last = (0, 0);
            arc.iter()
                .map(|&(x, y)| {
                    let step = [x - last.0, y - last.1];
                    last = (x, y);
                    step
                })
                .collect()
        })
        .collect();
    // GDAL, and QGIS with it, knows a file by its first member.
    let mut text = format!(
        "{{\"type\":\"Topology\",\"transform\":{},\"objects\":{objects},\"arcs\":{}}}",
        json!({"scale": scale, "translate": translate}),
        serde_json::to_string(&arcs)?,
    );
    text.push('\n');
    Ok(text)
}

/// Cuts a closed ring at its nodes; a ring without nodes starts at its smallest point, so that
/// both sides of it get the same arc.
fn cut(ring: &[Point], is_node: &dyn Fn(&Point) -> bool) -> Vec<Vec<Point>> {
    let mut open: Vec<Point> = ring[..ring.len() - 1].to_vec();
    let start = open
        .iter()
        .position(is_node)
        .or_else(|| (0..open.len()).min_by_key(|&at| open[at]))
        .unwrap_or(0);
    open.rotate_left(start);
    open.push(open[0]);
    let mut pieces = Vec::new();
    let mut piece = vec![open[0]];
    for point in &open[1..] {
        piece.push(*point);
        if is_node(point) {
            pieces.push(std::mem::replace(&mut piece, vec![*point]));
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}

/// Drops the point whose triangle with its neighbours is smallest, until all are larger than
/// `least_area` (square degrees, narrowed by latitude).
pub(crate) fn visvalingam(arc: &[Point], least_area: f64) -> Vec<Point> {
    let degrees: Vec<[f64; 2]> = arc
        .iter()
        .map(|&point| {
            let [lon, lat] = lon_lat(point);
            [lon * lat.to_radians().cos().max(0.05), lat]
        })
        .collect();
    let keep = visvalingam_kept(&degrees, least_area);
    arc.iter()
        .zip(keep)
        .filter(|(_, kept)| *kept)
        .map(|(point, _)| *point)
        .collect()
}

pub(crate) fn visvalingam_kept(points: &[[f64; 2]], least_area: f64) -> Vec<bool> {
    let last = points.len().saturating_sub(1);
    let mut kept = vec![true; points.len()];
    let (mut before, mut after): (Vec<usize>, Vec<usize>) = (0..points.len())
        .map(|at| (at.saturating_sub(1), (at + 1).min(last)))
        .unzip();
    let area = |a: usize, b: usize, c: usize| {
        let ([ax, ay], [bx, by], [cx, cy]) = (points[a], points[b], points[c]);
        ((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)).abs() / 2.0
    };
    // Areas in units that fit an integer key, so that the order is total and the same anywhere.
    let key = |value: f64| (value * 1e15) as u64;
    let mut queue: BTreeSet<(u64, usize)> = BTreeSet::new();
    let mut current = vec![0; points.len()];
    for (at, size) in current.iter_mut().enumerate().take(last).skip(1) {
        *size = key(area(at - 1, at, at + 1));
        queue.insert((*size, at));
    }
    // A closed arc keeps enough points to stay a ring.
    let mut spare = if points.first() == points.last() {
        points.len().saturating_sub(4)
    } else {
        points.len()
    };
    while let Some((size, at)) = queue.pop_first() {
        if size > key(least_area) || spare == 0 {
            break;
        }
        spare -= 1;
        kept[at] = false;
        let (left, right) = (before[at], after[at]);
        after[left] = right;
        before[right] = left;
        for side in [left, right] {
            if side != 0 && side != last {
                queue.remove(&(current[side], side));
                current[side] = key(area(before[side], side, after[side])).max(size);
                queue.insert((current[side], side));
            }
        }
    }
    kept
}
