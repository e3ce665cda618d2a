//! Pieces of the map plane, each with its triangles and lines.
//!
//! In: cutting what is projected into chunks, and thinning lines for when they are seen from far.
//! Out: what is drawn (`ground`), and in which colours (the theme).

use std::collections::BTreeMap;

use geo::{Coord, LineString, SimplifyIdx as _};

use super::ground::{FillRole, LineRole};
use super::tessellate::triangulate;
use crate::atlas::{AreaId, Detail};
use crate::geography::{MapPoint, MapRect};

/// A piece of the map plane. Positions are relative to `origin`.
#[derive(Clone, Debug)]
pub struct Chunk {
    pub bounds: MapRect,
    pub origin: MapPoint,
    pub fills: Vec<FillMesh>,
    /// The lines, once for each band of zooms ([`line_band`]).
    pub lines: Vec<Vec<ChunkLine>>,
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
    /// The areas on its two sides; none for water.
    pub sides: Sides,
    pub points: Vec<[f32; 2]>,
}

/// See [`crate::atlas::Arc::sides`].
pub(super) type Sides = [Option<AreaId>; 2];

/// Lines are cut into pieces of this many points, so that each lies in few chunks.
const PIECE_POINTS: usize = 96;

/// How far a thinned line may lie from its place on the screen, in points: about half the width of
/// the thinnest line, so that no ground shows beside it.
const THIN_ERROR_PX: f64 = 0.6;

/// Where bands of zooms end. In each, lines have only the points that the screen can show there;
/// more would cost time where there is no graphics card. The last band of the full level has no
/// end and every point.
fn band_ends(detail: Detail) -> &'static [f64] {
    match detail {
        Detail::Coarse => &[1.8, 2.5, 3.2],
        Detail::Medium => &[3.6, 4.0, 4.4, 4.8, 5.2, 5.6, 6.0],
        Detail::Full => &[6.5, 7.1, 8.0, f64::INFINITY],
    }
}

/// Which of a chunk's [`Chunk::lines`] to draw at a zoom.
pub fn line_band(detail: Detail, zoom: f64) -> usize {
    let ends = band_ends(detail);
    let band = ends.iter().position(|&end| zoom < end);
    band.unwrap_or(ends.len().saturating_sub(1))
}

/// The side of a chunk's cell, in map units: about a third of a screen at the zoom where the level
/// comes into use, so that a frame draws a handful of chunks and little beyond the screen's edge.
fn cell_size(detail: Detail) -> f64 {
    match detail {
        Detail::Coarse => 1024.0,
        Detail::Medium => 20.0,
        Detail::Full => 6.0,
    }
}

type Cell = (i32, i32);

/// Chunks while they are filled.
pub(super) struct ChunkBuilder {
    cell: f64,
    /// How far lines may move in each band, in map units.
    errors: Vec<f64>,
    chunks: BTreeMap<Cell, Chunk>,
    /// Lines elsewhere are left out.
    region: Option<MapRect>,
}

impl ChunkBuilder {
    pub(super) fn new(detail: Detail) -> Self {
        Self {
            cell: cell_size(detail),
            errors: band_ends(detail)
                .iter()
                .map(|zoom| THIN_ERROR_PX / zoom.exp2())
                .collect(),
            chunks: BTreeMap::new(),
            region: None,
        }
    }

    fn cell_of(&self, point: MapPoint) -> Cell {
        (
            (point.x / self.cell).floor() as i32,
            (point.y / self.cell).floor() as i32,
        )
    }

    fn chunk(&mut self, cell: Cell) -> &mut Chunk {
        let (side, bands) = (self.cell, self.errors.len());
        self.chunks.entry(cell).or_insert_with(|| Chunk {
            bounds: MapRect::NOTHING,
            origin: MapPoint {
                x: f64::from(cell.0) * side,
                y: f64::from(cell.1) * side,
            },
            fills: Vec::new(),
            lines: vec![Vec::new(); bands],
        })
    }

    /// Each triangle goes to the chunk its middle lies in; a chunk's bounds cover all of it.
    pub(super) fn fill(&mut self, role: FillRole, rings: &[Vec<MapPoint>]) {
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

    /// From now on only lines in a region are taken.
    pub(super) fn keep_to(&mut self, region: Option<MapRect>) {
        self.region = region;
    }

    pub(super) fn line(&mut self, role: LineRole, sides: Sides, points: &[MapPoint]) {
        let errors = self.errors.clone();
        let mut start = 0;
        while start + 1 < points.len() {
            let end = (start + PIECE_POINTS).min(points.len() - 1);
            let Some(piece) = points.get(start..=end) else {
                return;
            };
            let rect = MapRect::around(piece.iter().copied());
            if self.region.is_some_and(|region| !region.intersects(rect)) {
                start = end;
                continue;
            }
            let chunk = {
                let cell = self.cell_of(rect.center());
                self.chunk(cell)
            };
            chunk.bounds = chunk.bounds.union(rect);
            // From the nearest band to the farthest, each thinned from the one before.
            let mut thinned_piece = piece.to_vec();
            for (lines, &error) in chunk.lines.iter_mut().zip(&errors).rev() {
                // An island too small to see at this zoom has its fill, but no coast.
                if rect.width().max(rect.height()) <= 2.0 * error {
                    break;
                }
                thinned_piece = thinned(&thinned_piece, error);
                let local = |point: &MapPoint| local(*point, chunk.origin);
                let points = thinned_piece.iter().map(local).collect();
                lines.push(ChunkLine {
                    role,
                    sides,
                    points,
                });
            }
            start = end;
        }
    }

    pub(super) fn finish(self) -> Vec<Chunk> {
        let mut chunks: Vec<_> = self.chunks.into_values().collect();
        for chunk in &mut chunks {
            chunk.fills.sort_by_key(|fill| fill.role);
            for lines in &mut chunk.lines {
                lines.sort_by_key(|line| line.role);
            }
        }
        chunks
    }
}

impl Chunk {
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
                mesh.corners.push(local(corner, origin));
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

/// A point relative to a chunk's origin.
fn local(point: MapPoint, origin: MapPoint) -> [f32; 2] {
    [(point.x - origin.x) as f32, (point.y - origin.y) as f32]
}

/// A line with only the points that keep it within a distance of where it was (U. Ramer, 1972;
/// D. Douglas and T. Peucker, 1973). Its ends stay.
pub(super) fn thinned(line: &[MapPoint], error: f64) -> Vec<MapPoint> {
    if error <= 0.0 {
        return line.to_vec();
    }
    let coords: Vec<Coord> = line
        .iter()
        .map(|&MapPoint { x, y }| Coord { x, y })
        .collect();
    let kept = LineString::new(coords).simplify_idx(error);
    kept.iter()
        .filter_map(|&index| line.get(index).copied())
        .collect()
}
