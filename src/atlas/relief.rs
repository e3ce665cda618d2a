//! The hill shade of the world: a grey picture in degrees, darker than a plain on slopes away from
//! a light in the north-west, lighter on those towards it. Plain on water.
//!
//! In: reading it. Out: how it gets onto the map (`picture`), and how it is made (`bake_geodata`).

use super::AtlasError;
use crate::geography::{GeoBounds, LonLat};

const FILE: &str = "relief.jpg";
const BYTES: &[u8] = include_bytes!("../../geodata/relief.jpg");

/// The picture's edges, as it was baked.
const BOUNDS: GeoBounds = GeoBounds {
    west_deg: -169.0,
    south_deg: -56.0,
    east_deg: 191.0,
    north_deg: 84.0,
};

/// The picture file is not exact: what differs from a plain by less is one.
const NOISE: u8 = 4;

/// The hill shade, row by row from the north-west.
#[derive(Clone, Debug)]
pub struct Relief {
    pub width: usize,
    pub height: usize,
    pub greys: Vec<u8>,
}

impl Relief {
    /// The grey of a plain.
    pub const PLAIN: u8 = 128;

    pub const BOUNDS: GeoBounds = BOUNDS;

    /// Takes a tenth of a second: not for a frame's own thread.
    pub fn load() -> Result<Self, AtlasError> {
        let image = image::load_from_memory(BYTES).map_err(|error| AtlasError::Unreadable {
            file: FILE,
            why: error.to_string(),
        })?;
        let image = image.into_luma8();
        let (width, height) = (image.width() as usize, image.height() as usize);
        let mut greys = image.into_raw();
        for grey in &mut greys {
            *grey = without_noise(*grey);
        }
        Ok(Self {
            width,
            height,
            greys,
        })
    }

    /// The grey at a position; a plain's beyond the picture.
    pub fn grey_at(&self, at: LonLat) -> u8 {
        let [u, v] = Self::part_of_picture(at);
        let (column, row) = (u * self.width as f64, v * self.height as f64);
        let is_inside =
            (0.0..self.width as f64).contains(&column) && (0.0..self.height as f64).contains(&row);
        let index = row.max(0.0) as usize * self.width + column.max(0.0) as usize;
        let grey = self.greys.get(index).copied();
        grey.filter(|_| is_inside).unwrap_or(Self::PLAIN)
    }

    /// How far a position lies from the picture's western and northern edges, as parts of it.
    pub fn part_of_picture(at: LonLat) -> [f64; 2] {
        [
            (at.lon_deg - BOUNDS.west_deg) / (BOUNDS.east_deg - BOUNDS.west_deg),
            (BOUNDS.north_deg - at.lat_deg) / (BOUNDS.north_deg - BOUNDS.south_deg),
        ]
    }
}

/// Nearer to a plain by the noise.
fn without_noise(grey: u8) -> u8 {
    if grey < Relief::PLAIN {
        grey.saturating_add(NOISE).min(Relief::PLAIN)
    } else {
        grey.saturating_sub(NOISE).max(Relief::PLAIN)
    }
}
