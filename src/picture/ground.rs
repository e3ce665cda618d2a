//! The ground of the map: land, water, coasts and borders, in chunks of the map plane.
//!
//! Made once per level of detail, projection and worldview, usually on another thread; after
//! that a frame only says where each visible chunk goes.

use std::collections::BTreeMap;

use super::chunk::{Chunk, ChunkBuilder};
use super::view::View;
use crate::atlas::{AreaId, Atlas, BorderKind, CountryId, Detail, Level, Owner, Ring, Worldview};
use crate::geography::{LonLat, MapPoint, MapProjection, MapRect};

/// What a ground was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GroundKey {
    pub detail: Detail,
    pub projection: MapProjection,
    pub worldview: Worldview,
}

/// What a fill stands for; the theme gives it a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FillRole {
    Land,
    /// The n-th focus country of the story.
    Focus(u8),
    Lake,
}

/// What a line stands for; the theme gives it colour, width and dash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LineRole {
    River,
    Lakeshore,
    Coast,
    Border,
    FocusBorder,
    Claim,
    Disputed,
    LineOfControl,
}

/// Land, water and lines of the world at one level of detail.
#[derive(Clone, Debug)]
pub struct Ground {
    pub key: GroundKey,
    pub chunks: Vec<Chunk>,
    /// Countries too small to have a shape at this level; they are shown as points.
    pub small_countries: Vec<(FillRole, MapPoint)>,
}

/// Lines are wider than their bounds by up to this much.
const VIEW_MARGIN_PX: f32 = 4.0;

/// Longer steps are divided before they are projected, because a straight line in degrees is a
/// curve on the map.
const LONGEST_STEP_DEG: f64 = 1.0;

/// Whether a ground has its triangles.
#[derive(Clone, Copy, PartialEq)]
enum Fills {
    Made,
    /// So are lines outside a region.
    LeftOut(Option<MapRect>),
}

impl Ground {
    pub fn build(level: &Level, atlas: &Atlas, focus: &[CountryId], key: GroundKey) -> Self {
        Self::of(level, (atlas, focus), key, Fills::Made)
    }

    /// The lines alone, of a region or of the world: for a sheet, on which land is drawn as it is,
    /// without triangles.
    pub fn of_lines(
        level: &Level,
        (atlas, focus): (&Atlas, &[CountryId]),
        key: GroundKey,
        region: Option<MapRect>,
    ) -> Self {
        Self::of(level, (atlas, focus), key, Fills::LeftOut(region))
    }

    fn of(
        level: &Level,
        (atlas, focus): (&Atlas, &[CountryId]),
        key: GroundKey,
        fills: Fills,
    ) -> Self {
        let mut builder = ChunkBuilder::new(key.detail);
        let project = |points: &[LonLat]| project_line(points, key.projection);

        let has_fills = fills == Fills::Made;
        if let Fills::LeftOut(region) = fills {
            builder.keep_to(region);
        }
        let areas = level.areas.iter().enumerate().filter(|_| has_fills);
        for (index, polygons) in areas {
            let area = AreaId(u16::try_from(index).unwrap_or(u16::MAX));
            let role = match atlas.owner(area, key.worldview) {
                Owner::Country(owner) | Owner::Disputed { holder: owner } => {
                    focus_role(focus, owner)
                }
            };
            for polygon in polygons {
                builder.fill(role, &project_rings(level, polygon, key.projection));
            }
        }
        for lake in &level.lakes {
            let rings: Vec<_> = lake.iter().map(|ring| project(ring)).collect();
            if has_fills {
                builder.fill(FillRole::Lake, &rings);
            }
            for ring in &rings {
                builder.line(LineRole::Lakeshore, [None, None], ring);
            }
        }
        for river in &level.rivers {
            builder.line(LineRole::River, [None, None], &project(river));
        }
        for arc in &level.arcs {
            let is_focus = arc.sides.iter().flatten().any(|&area| {
                let (Owner::Country(owner) | Owner::Disputed { holder: owner }) =
                    atlas.owner(area, key.worldview);
                focus.contains(&owner)
            });
            let role = match level.border_kind(arc, atlas, key.worldview) {
                BorderKind::Coast => LineRole::Coast,
                BorderKind::International if is_focus => LineRole::FocusBorder,
                BorderKind::International => LineRole::Border,
                BorderKind::LineOfControl => LineRole::LineOfControl,
                BorderKind::Disputed => LineRole::Disputed,
                BorderKind::Claim => LineRole::Claim,
                BorderKind::Internal => continue,
            };
            builder.line(role, arc.sides, &project(&arc.points));
        }
        let small_countries = without_shape(level, atlas)
            .map(|(country, label)| {
                let role = focus_role(focus, country);
                (role, key.projection.project(label))
            })
            .collect();
        Self {
            key,
            chunks: builder.finish(),
            small_countries,
        }
    }
}

impl Ground {
    /// The chunks a view shows something of.
    pub fn chunks_in_view(&self, view: &View) -> Vec<usize> {
        let visible = view.visible(VIEW_MARGIN_PX);
        let chunks = self.chunks.iter().enumerate();
        chunks
            .filter(|(_, chunk)| chunk.bounds.intersects(visible))
            .map(|(index, _)| index)
            .collect()
    }
}

/// Countries that hold areas, none of which has a shape at a level; and where their names go.
fn without_shape<'a>(
    level: &Level,
    atlas: &'a Atlas,
) -> impl Iterator<Item = (CountryId, LonLat)> + 'a {
    let mut has_shape = BTreeMap::new();
    for (area, polygons) in atlas.areas.iter().zip(&level.areas) {
        *has_shape.entry(area.holder).or_insert(false) |= !polygons.is_empty();
    }
    has_shape
        .into_iter()
        .filter(|&(_, has_shape)| !has_shape)
        .filter_map(|(id, _)| Some((id, atlas.country(id)?.label)))
}

fn focus_role(focus: &[CountryId], owner: CountryId) -> FillRole {
    focus
        .iter()
        .position(|&country| country == owner)
        .and_then(|index| u8::try_from(index).ok())
        .map_or(FillRole::Land, FillRole::Focus)
}

/// A polygon of a level on the map plane: its rings, outer first.
pub fn project_rings(
    level: &Level,
    polygon: &[Ring],
    projection: MapProjection,
) -> Vec<Vec<MapPoint>> {
    let rings = polygon.iter();
    rings
        .map(|ring| project_line(&level.ring_points(ring), projection))
        .collect()
}

/// Projects a line, dividing long steps.
pub(super) fn project_line(points: &[LonLat], projection: MapProjection) -> Vec<MapPoint> {
    let mut projected = Vec::with_capacity(points.len());
    let mut previous: Option<LonLat> = None;
    for &point in points {
        if let Some(from) = previous {
            let step_deg = (point.lon_deg - from.lon_deg)
                .abs()
                .max((point.lat_deg - from.lat_deg).abs());
            let pieces = (step_deg / LONGEST_STEP_DEG).ceil().min(360.0);
            for piece in 1..pieces as u32 {
                let part = f64::from(piece) / pieces;
                // Not `LonLat::new`: between two unwrapped longitudes there is nothing to wrap,
                // and the eastern edge (191) must not jump to the western one.
                projected.push(projection.project(LonLat {
                    lon_deg: from.lon_deg + (point.lon_deg - from.lon_deg) * part,
                    lat_deg: from.lat_deg + (point.lat_deg - from.lat_deg) * part,
                }));
            }
        }
        projected.push(projection.project(point));
        previous = Some(point);
    }
    projected
}
