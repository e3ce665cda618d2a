//! The ground of the map: land, water, coasts and borders, in chunks of the map plane.
//!
//! Made once per level of detail, projection and worldview, usually on another thread; after
//! that a frame only says where each visible chunk goes.

use std::collections::BTreeMap;

use super::tessellate::triangulate;
use crate::atlas::{AreaId, Atlas, BorderKind, CountryId, Detail, Level, Owner, Worldview};
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
}

/// A piece of the map plane. Positions are relative to `origin`.
#[derive(Clone, Debug)]
pub struct Chunk {
    pub bounds: MapRect,
    pub origin: MapPoint,
    pub fills: Vec<FillMesh>,
    pub lines: Vec<ChunkLine>,
}

/// Triangles of one role.
#[derive(Clone, Debug)]
pub struct FillMesh {
    pub role: FillRole,
    pub corners: Vec<[f32; 2]>,
    pub indices: Vec<u32>,
}

/// A piece of line of one role.
#[derive(Clone, Debug)]
pub struct ChunkLine {
    pub role: LineRole,
    pub points: Vec<[f32; 2]>,
}

/// Lines are cut into pieces of this many points, so that each lies in few chunks.
const PIECE_POINTS: usize = 96;

/// Longer steps are divided before they are projected, because a straight line in degrees is a
/// curve on the map.
const LONGEST_STEP_DEG: f64 = 1.0;

impl Ground {
    pub fn build(level: &Level, atlas: &Atlas, focus: &[CountryId], key: GroundKey) -> Self {
        let mut builder = Builder {
            cell: cell_size(key.detail),
            chunks: BTreeMap::new(),
        };
        let project = |points: &[LonLat]| project_line(points, key.projection);

        for (index, polygons) in level.areas.iter().enumerate() {
            let area = AreaId(u16::try_from(index).unwrap_or(u16::MAX));
            let role = match atlas.owner(area, key.worldview) {
                Owner::Country(owner) | Owner::Disputed { holder: owner } => {
                    focus_role(focus, owner)
                }
            };
            for polygon in polygons {
                let rings: Vec<_> = polygon
                    .iter()
                    .map(|ring| project(&level.ring_points(ring)))
                    .collect();
                builder.fill(role, &rings);
            }
        }
        for lake in &level.lakes {
            let rings: Vec<_> = lake.iter().map(|ring| project(ring)).collect();
            builder.fill(FillRole::Lake, &rings);
            for ring in &rings {
                builder.line(LineRole::Lakeshore, ring);
            }
        }
        for river in &level.rivers {
            builder.line(LineRole::River, &project(river));
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
            builder.line(role, &project(&arc.points));
        }
        Self {
            key,
            chunks: builder.finish(),
        }
    }
}

fn focus_role(focus: &[CountryId], owner: CountryId) -> FillRole {
    focus
        .iter()
        .position(|&country| country == owner)
        .and_then(|index| u8::try_from(index).ok())
        .map_or(FillRole::Land, FillRole::Focus)
}

/// The side of a chunk's cell, in map units: about what fills a screen at the zoom where the
/// level comes into use, so that a frame draws a handful of chunks.
fn cell_size(detail: Detail) -> f64 {
    match detail {
        Detail::Coarse => 1024.0,
        Detail::Medium => 48.0,
        Detail::Full => 12.0,
    }
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

type Cell = (i32, i32);

struct Builder {
    cell: f64,
    chunks: BTreeMap<Cell, Chunk>,
}

impl Builder {
    fn cell_of(&self, point: MapPoint) -> Cell {
        (
            (point.x / self.cell).floor() as i32,
            (point.y / self.cell).floor() as i32,
        )
    }

    fn chunk(&mut self, cell: Cell) -> &mut Chunk {
        let side = self.cell;
        self.chunks.entry(cell).or_insert_with(|| Chunk {
            bounds: MapRect::NOTHING,
            origin: MapPoint {
                x: f64::from(cell.0) * side,
                y: f64::from(cell.1) * side,
            },
            fills: Vec::new(),
            lines: Vec::new(),
        })
    }

    /// Each triangle goes to the chunk its middle lies in; a chunk's bounds cover all of it.
    fn fill(&mut self, role: FillRole, rings: &[Vec<MapPoint>]) {
        let Some(triangles) = triangulate(rings) else {
            return;
        };
        let mut by_cell: BTreeMap<Cell, Vec<[usize; 3]>> = BTreeMap::new();
        for corner in triangles.indices.as_chunks::<3>().0 {
            let [Some(a), Some(b), Some(c)] = corner.map(|index| triangles.corners.get(index))
            else {
                continue;
            };
            let middle = MapPoint {
                x: (a.x + b.x + c.x) / 3.0,
                y: (a.y + b.y + c.y) / 3.0,
            };
            by_cell
                .entry(self.cell_of(middle))
                .or_default()
                .push(*corner);
        }
        let mut new_index = vec![u32::MAX; triangles.corners.len()];
        for (cell, list) in by_cell {
            self.chunk(cell)
                .add_triangles(role, &triangles.corners, &list, &mut new_index);
        }
    }

    fn line(&mut self, role: LineRole, points: &[MapPoint]) {
        let mut start = 0;
        while start + 1 < points.len() {
            let end = (start + PIECE_POINTS).min(points.len() - 1);
            let Some(piece) = points.get(start..=end) else {
                return;
            };
            let rect = MapRect::around(piece.iter().copied());
            let chunk = {
                let cell = self.cell_of(rect.center());
                self.chunk(cell)
            };
            chunk.bounds = chunk.bounds.union(rect);
            let points = piece.iter().map(|&point| chunk.local(point)).collect();
            chunk.lines.push(ChunkLine { role, points });
            start = end;
        }
    }

    fn finish(self) -> Vec<Chunk> {
        let mut chunks: Vec<_> = self.chunks.into_values().collect();
        for chunk in &mut chunks {
            chunk.fills.sort_by_key(|fill| fill.role);
            chunk.lines.sort_by_key(|line| line.role);
        }
        chunks
    }
}

impl Chunk {
    fn local(&self, point: MapPoint) -> [f32; 2] {
        [
            (point.x - self.origin.x) as f32,
            (point.y - self.origin.y) as f32,
        ]
    }

    /// `new_index` is scratch space, all `u32::MAX` before and after.
    fn add_triangles(
        &mut self,
        role: FillRole,
        corners: &[MapPoint],
        triangles: &[[usize; 3]],
        new_index: &mut [u32],
    ) {
        let at = self
            .fills
            .iter()
            .position(|fill| fill.role == role)
            .unwrap_or_else(|| {
                self.fills.push(FillMesh {
                    role,
                    corners: Vec::new(),
                    indices: Vec::new(),
                });
                self.fills.len() - 1
            });
        let origin = self.origin;
        let Some(mesh) = self.fills.get_mut(at) else {
            return;
        };
        let mut bounds = self.bounds;
        for &index in triangles.iter().flatten() {
            let (Some(&corner), Some(slot)) = (corners.get(index), new_index.get_mut(index)) else {
                continue;
            };
            if *slot == u32::MAX {
                *slot = u32::try_from(mesh.corners.len()).unwrap_or(0);
                mesh.corners
                    .push([(corner.x - origin.x) as f32, (corner.y - origin.y) as f32]);
                bounds.extend(corner);
            }
            mesh.indices.push(*slot);
        }
        self.bounds = bounds;
        for &index in triangles.iter().flatten() {
            if let Some(slot) = new_index.get_mut(index) {
                *slot = u32::MAX;
            }
        }
    }
}
