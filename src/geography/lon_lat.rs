//! Positions and bounds on the globe, in degrees.

/// The cut of the map: longitudes live in `[WEST_EDGE_DEG, WEST_EDGE_DEG + 360)`, so that the
/// seam runs through the Bering Strait and Russia is one piece.
pub const WEST_EDGE_DEG: f64 = -169.0;

/// The same meridian, as the map's other side has it.
pub const EAST_EDGE_DEG: f64 = WEST_EDGE_DEG + 360.0;

/// A position on the globe. Longitude first, both in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// East of Greenwich, unwrapped to `[-169, 191)`; 191 itself where a shape ends at the map's
    /// eastern edge.
    pub lon_deg: f64,
    /// North of the equator, in `[-90, 90]`.
    pub lat_deg: f64,
}

impl LonLat {
    /// Brings any finite longitude into `[-169, 191)` and clamps the latitude.
    ///
    /// What is not a number becomes zero, so that nothing downstream meets a NaN.
    pub fn new(lon_deg: f64, lat_deg: f64) -> Self {
        let lon_deg = if lon_deg.is_finite() { lon_deg } else { 0.0 };
        let lat_deg = if lat_deg.is_finite() { lat_deg } else { 0.0 };
        // A longitude that is there already stays as it is to the bit.
        let lon_deg = if (WEST_EDGE_DEG..EAST_EDGE_DEG).contains(&lon_deg) {
            lon_deg
        } else {
            (lon_deg - WEST_EDGE_DEG).rem_euclid(360.0) + WEST_EDGE_DEG
        };
        Self {
            lon_deg,
            lat_deg: lat_deg.clamp(-90.0, 90.0),
        }
    }
}

/// A box of longitudes and latitudes, in degrees, edges included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GeoBounds {
    pub west_deg: f64,
    pub south_deg: f64,
    pub east_deg: f64,
    pub north_deg: f64,
}

impl GeoBounds {
    /// The smallest box around the points, or `None` when there are none.
    pub fn around(points: impl IntoIterator<Item = LonLat>) -> Option<Self> {
        points.into_iter().fold(None, |bounds, point| {
            let own = Self {
                west_deg: point.lon_deg,
                south_deg: point.lat_deg,
                east_deg: point.lon_deg,
                north_deg: point.lat_deg,
            };
            Some(bounds.map_or(own, |bounds: Self| bounds.union(own)))
        })
    }

    /// The smallest box that holds both.
    pub fn union(self, other: Self) -> Self {
        Self {
            west_deg: self.west_deg.min(other.west_deg),
            south_deg: self.south_deg.min(other.south_deg),
            east_deg: self.east_deg.max(other.east_deg),
            north_deg: self.north_deg.max(other.north_deg),
        }
    }

    pub fn contains(self, point: LonLat) -> bool {
        (self.west_deg..=self.east_deg).contains(&point.lon_deg)
            && (self.south_deg..=self.north_deg).contains(&point.lat_deg)
    }

    /// Whether another box lies inside.
    pub fn holds(self, other: Self) -> bool {
        self.west_deg <= other.west_deg
            && other.east_deg <= self.east_deg
            && self.south_deg <= other.south_deg
            && other.north_deg <= self.north_deg
    }

    pub fn center(self) -> LonLat {
        LonLat::new(
            f64::midpoint(self.west_deg, self.east_deg),
            f64::midpoint(self.south_deg, self.north_deg),
        )
    }
}
