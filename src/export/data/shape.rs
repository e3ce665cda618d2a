//! Where a feature is, as exchange formats have it.
//!
//! What has a geometry of its own keeps it. A relation between ends is the straight line between
//! each two of them, two points and nothing between: the curve on the screen is there for the eye,
//! and a great circle would give it a way that nobody has told of. What has ends on one side only
//! is sites, as on the map, and what has none that can be placed is nowhere.
//!
//! Countries are told by their codes and not as areas: the story says who takes part, not how far
//! a country goes, about which views differ.

use super::antimeridian::{lines, polygons, straight, wrapped};
use super::clip::is_same;
use crate::atlas::Atlas;
use crate::geography::LonLat;
use crate::world::{Feature, Geometry, Subject, Waypoint, World};

/// Decimals of a degree: about a centimetre.
const DECIMALS: i32 = 7;

/// Longitude first.
pub type Position = [f64; 2];

/// Positions from -180 to 180, rounded; nothing goes over the antimeridian. One feature can be of
/// several kinds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    pub points: Vec<Position>,
    pub lines: Vec<Vec<Position>>,
    /// Rings, the outer one first and to the left, holes to the right.
    pub polygons: Vec<Vec<Vec<Position>>>,
}

/// One or several of the same kind: what the formats have names for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part<'a> {
    Point(&'a Position),
    Points(&'a [Position]),
    Line(&'a [Position]),
    Lines(&'a [Vec<Position>]),
    Polygon(&'a [Vec<Position>]),
    Polygons(&'a [Vec<Vec<Position>>]),
}

impl Shape {
    /// Where a feature of a story is.
    pub fn of(world: &World, atlas: &Atlas, feature: &Feature) -> Self {
        match &feature.geometry {
            Geometry::Ends => Self::of_ends(world, atlas, feature),
            Geometry::Points(points) => Self {
                points: points
                    .iter()
                    .map(|point| rounded(wrapped(point.at)))
                    .collect(),
                ..Self::default()
            },
            Geometry::Lines(parts) => {
                let of_part = |part: &Vec<Waypoint>| part.iter().map(|point| point.at).collect();
                let parts: Vec<Vec<LonLat>> = parts.iter().map(of_part).collect();
                Self {
                    lines: rounded_lines(lines(&parts)),
                    ..Self::default()
                }
            }
            Geometry::Polygons(parts) => Self {
                polygons: rounded_polygons(polygons(parts)),
                ..Self::default()
            },
        }
    }

    /// Where something is that an article names: a point, or nowhere.
    pub(super) fn of_named(world: &World, atlas: &Atlas, subject: Subject) -> Self {
        let at = world.anchor(atlas, subject);
        Self {
            points: at.into_iter().map(|at| rounded(wrapped(at))).collect(),
            ..Self::default()
        }
    }

    fn of_ends(world: &World, atlas: &Atlas, feature: &Feature) -> Self {
        let anchors = |side: &[Subject]| -> Vec<LonLat> {
            let found = side.iter().filter_map(|&end| world.anchor(atlas, end));
            found.map(wrapped).collect()
        };
        let (from, to) = (anchors(&feature.from), anchors(&feature.to));
        let mut shape = Self::default();
        let mut add_point = |at: LonLat| {
            let at = rounded(at);
            if !shape.points.contains(&at) {
                shape.points.push(at);
            }
        };
        if from.is_empty() || to.is_empty() {
            from.into_iter().chain(to).for_each(add_point);
            return shape;
        }
        let mut ways = Vec::new();
        for &start in &from {
            for &end in &to {
                if is_same(start, end) {
                    add_point(start);
                } else {
                    ways.extend(straight(start, end));
                }
            }
        }
        shape.lines = rounded_lines(ways);
        shape
    }

    /// Its parts, one for each kind there is.
    pub(super) fn parts(&self) -> Vec<Part<'_>> {
        let points = match self.points.as_slice() {
            [] => None,
            [only] => Some(Part::Point(only)),
            all => Some(Part::Points(all)),
        };
        let lines = match self.lines.as_slice() {
            [] => None,
            [only] => Some(Part::Line(only)),
            all => Some(Part::Lines(all)),
        };
        let polygons = match self.polygons.as_slice() {
            [] => None,
            [only] => Some(Part::Polygon(only)),
            all => Some(Part::Polygons(all)),
        };
        [points, lines, polygons].into_iter().flatten().collect()
    }

    /// What the shape is, for who does not see how the program draws it.
    pub(super) fn words(&self, feature: &Feature) -> &'static str {
        let is_nowhere = self.parts().is_empty();
        match &feature.geometry {
            _ if is_nowhere => "none: the story places none of its ends",
            Geometry::Ends if self.lines.is_empty() => "sites of its ends",
            Geometry::Ends => "straight lines between its ends, which are no routes",
            Geometry::Lines(_) => "a way through the waypoints",
            Geometry::Points(_) => "sites",
            Geometry::Polygons(_) => "an area of its own",
        }
    }
}

/// Positions on the antimeridian keep the side they are on.
fn rounded(at: LonLat) -> Position {
    let scale = 10.0_f64.powi(DECIMALS);
    // Zero more makes no difference but to a zero with a sign.
    [at.lon_deg, at.lat_deg].map(|degrees| (degrees * scale).round() / scale + 0.0)
}

/// Points that are the same once rounded are one, as long as two are left.
fn rounded_lines(lines: Vec<Vec<LonLat>>) -> Vec<Vec<Position>> {
    let of_line = |line: Vec<LonLat>| {
        let mut points: Vec<Position> = line.into_iter().map(rounded).collect();
        if points.len() > 2 {
            points.dedup();
        }
        if points.len() == 1 {
            points.extend(points.first().copied());
        }
        points
    };
    lines.into_iter().map(of_line).collect()
}

/// Rings that enclose nothing once rounded are none: slivers along the antimeridian.
fn rounded_polygons(polygons: Vec<Vec<Vec<LonLat>>>) -> Vec<Vec<Vec<Position>>> {
    let is_ring = |ring: &Vec<Position>| ring.len() >= 4 && has_breadth(ring);
    let rounded = polygons.into_iter().filter_map(|rings| {
        let mut rings = rounded_lines(rings);
        let is_there = rings.first().is_some_and(is_ring);
        rings.retain(is_ring);
        is_there.then_some(rings)
    });
    rounded.collect()
}

fn has_breadth(ring: &[Position]) -> bool {
    let spans = |axis: fn(&Position) -> f64| {
        let values = || ring.iter().map(axis);
        values().fold(f64::MIN, f64::max) > values().fold(f64::MAX, f64::min)
    };
    spans(|&[lon_deg, _]| lon_deg) && spans(|&[_, lat_deg]| lat_deg)
}
