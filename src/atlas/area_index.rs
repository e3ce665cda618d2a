//! Which area a position lies in, in about a microsecond.

use rstar::{
    AABB, RTree,
    primitives::{GeomWithData, Rectangle},
};

use super::{AreaId, Level};
use crate::geography::LonLat;

/// Edges of a polygon are sorted into this many degrees of latitude each.
const SLAB_DEG: f64 = 0.1;

/// The seam of the unwrapped map, and how near to it both sides are asked.
const WEST_DEG: f64 = -169.0;
const SEAM_DEG: f64 = 1.0;

type Entry = GeomWithData<Rectangle<[f64; 2]>, usize>;

/// Finds the area at a position: boxes first, then even-odd over the edges of one slab.
#[derive(Clone, Debug)]
pub struct AreaIndex {
    boxes: RTree<Entry>,
    polygons: Vec<Slabs>,
}

#[derive(Clone, Debug)]
struct Slabs {
    area: AreaId,
    first_slab: i32,
    /// Edges that cross each slab: from, to.
    edges: Vec<Vec<[LonLat; 2]>>,
}

impl AreaIndex {
    pub fn new(level: &Level) -> Self {
        let mut entries = Vec::new();
        let mut polygons = Vec::new();
        for (index, area) in level.areas.iter().enumerate() {
            let id = AreaId(u16::try_from(index).unwrap_or(u16::MAX));
            for rings in area {
                let rings: Vec<_> = rings.iter().map(|ring| level.ring_points(ring)).collect();
                let Some(bounds) =
                    crate::geography::GeoBounds::around(rings.iter().flatten().copied())
                else {
                    continue;
                };
                let corners = Rectangle::from_corners(
                    [bounds.west_deg, bounds.south_deg],
                    [bounds.east_deg, bounds.north_deg],
                );
                entries.push(GeomWithData::new(corners, polygons.len()));
                polygons.push(Slabs::new(id, &rings, bounds.south_deg, bounds.north_deg));
            }
        }
        Self {
            boxes: RTree::bulk_load(entries),
            polygons,
        }
    }

    /// The area at a position; none at sea.
    pub fn area_at(&self, at: LonLat) -> Option<AreaId> {
        // Islands that straddle the seam keep to one side of it and reach past it by under a
        // degree, so near the seam the other side is asked as well.
        let beyond = (at.lon_deg < WEST_DEG + SEAM_DEG).then_some(at.lon_deg + 360.0);
        let before = (at.lon_deg > WEST_DEG + 360.0 - SEAM_DEG).then_some(at.lon_deg - 360.0);
        let lons = [Some(at.lon_deg), beyond, before];
        lons.into_iter()
            .flatten()
            .find_map(|lon_deg| self.exactly_at(LonLat { lon_deg, ..at }))
    }

    fn exactly_at(&self, at: LonLat) -> Option<AreaId> {
        self.boxes
            .locate_in_envelope_intersecting(&AABB::from_point([at.lon_deg, at.lat_deg]))
            .filter_map(|entry| self.polygons.get(entry.data))
            .find(|polygon| polygon.contains(at))
            .map(|polygon| polygon.area)
    }
}

fn slab_of(lat_deg: f64) -> i32 {
    (lat_deg / SLAB_DEG).floor() as i32
}

impl Slabs {
    fn new(area: AreaId, rings: &[Vec<LonLat>], south_deg: f64, north_deg: f64) -> Self {
        let first_slab = slab_of(south_deg);
        let count = usize::try_from(slab_of(north_deg) - first_slab + 1).unwrap_or(1);
        let mut edges_of = vec![Vec::new(); count];
        for [from, to] in rings.iter().flat_map(|ring| ring.array_windows()) {
            let (low, high) = (from.lat_deg.min(to.lat_deg), from.lat_deg.max(to.lat_deg));
            for slab in slab_of(low)..=slab_of(high) {
                let slot = usize::try_from(slab - first_slab).ok();
                if let Some(edges) = slot.and_then(|slot| edges_of.get_mut(slot)) {
                    edges.push([*from, *to]);
                }
            }
        }
        Self {
            area,
            first_slab,
            edges: edges_of,
        }
    }

    fn contains(&self, at: LonLat) -> bool {
        let slot = usize::try_from(slab_of(at.lat_deg) - self.first_slab).ok();
        let Some(edges) = slot.and_then(|slot| self.edges.get(slot)) else {
            return false;
        };
        edges.iter().fold(false, |inside, [from, to]| {
            let crosses = (from.lat_deg > at.lat_deg) != (to.lat_deg > at.lat_deg)
                && at.lon_deg
                    < from.lon_deg
                        + (to.lon_deg - from.lon_deg) * (at.lat_deg - from.lat_deg)
                            / (to.lat_deg - from.lat_deg);
            inside ^ crosses
        })
    }
}
