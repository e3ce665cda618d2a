//! The embedded `TopoJSON` files, read into typed shapes.

use serde::Deserialize;

use super::AtlasError;
use crate::geography::LonLat;

#[derive(Deserialize)]
pub(super) struct World {
    transform: Transform,
    pub objects: WorldObjects,
    arcs: Vec<Vec<[i32; 2]>>,
}

#[derive(Deserialize)]
pub(super) struct WorldObjects {
    pub areas: Areas,
}

#[derive(Deserialize)]
pub(super) struct Areas {
    pub geometries: Vec<AreaGeometry>,
}

#[derive(Deserialize)]
pub(super) struct AreaGeometry {
    pub id: String,
    /// Polygons, rings, arcs.
    pub arcs: Vec<Vec<Vec<i32>>>,
}

#[derive(Deserialize)]
pub(super) struct Water {
    transform: Transform,
    pub objects: WaterObjects,
    arcs: Vec<Vec<[i32; 2]>>,
}

#[derive(Deserialize)]
pub(super) struct WaterObjects {
    pub lakes: Lakes,
    pub rivers: Rivers,
}

#[derive(Deserialize)]
pub(super) struct Lakes {
    pub geometries: Vec<Lake>,
}

#[derive(Deserialize)]
pub(super) struct Lake {
    pub arcs: Vec<Vec<i32>>,
}

#[derive(Deserialize)]
pub(super) struct Rivers {
    pub arcs: Vec<Vec<i32>>,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

pub(super) fn parse<'a, T: Deserialize<'a>>(
    file: &'static str,
    bytes: &'a [u8],
) -> Result<T, AtlasError> {
    serde_json::from_slice(bytes).map_err(|error| AtlasError::Unreadable {
        file,
        why: error.to_string(),
    })
}

impl World {
    pub(super) fn points(&self) -> Vec<Vec<LonLat>> {
        decoded(&self.arcs, &self.transform)
    }
}

impl Water {
    pub(super) fn points(&self) -> Vec<Vec<LonLat>> {
        decoded(&self.arcs, &self.transform)
    }
}

/// Arcs from their deltas. Not through [`LonLat::new`]: the files are unwrapped already, and an
/// island that straddles the seam must stay whole.
fn decoded(arcs: &[Vec<[i32; 2]>], transform: &Transform) -> Vec<Vec<LonLat>> {
    let Transform {
        scale: [scale_x, scale_y],
        translate: [shift_x, shift_y],
    } = *transform;
    arcs.iter()
        .map(|arc| {
            let (mut x, mut y) = (0, 0);
            arc.iter()
                .map(|&[dx, dy]| {
                    (x, y) = (x + dx, y + dy);
                    LonLat {
                        lon_deg: f64::from(x) * scale_x + shift_x,
                        lat_deg: f64::from(y) * scale_y + shift_y,
                    }
                })
                .collect()
        })
        .collect()
}
