//! The two projections: equal-area (Albers, laid over Eurasia) and Web Mercator.
//!
//! Formulas: J. P. Snyder, Map Projections: A Working Manual (USGS PP 1395, 1987), pages 98-103
//! (Albers, sphere) and 38-47 (Mercator, sphere).

use std::f64::consts::{PI, TAU};

use super::{LonLat, MapPoint};

/// The world's width in pixels at zoom 0, as web maps have it.
pub const WORLD_SIZE: f64 = 256.0;

/// Pixels at zoom 0 to one radian on the sphere.
const RADIUS_PX: f64 = WORLD_SIZE / TAU;

/// Web Mercator ends where its world is square.
const MERCATOR_LIMIT_DEG: f64 = 85.051_128_779_806_6;

/// Which projection the map is drawn in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MapProjection {
    /// Albers over Eurasia: areas compare truly, so Russia does not swallow the picture.
    #[default]
    EqualArea,
    /// Web Mercator, which tile backgrounds need.
    WebMercator,
}

impl MapProjection {
    pub const ALL: [Self; 2] = [Self::EqualArea, Self::WebMercator];

    /// From the globe to the map plane.
    pub fn project(self, position: LonLat) -> MapPoint {
        match self {
            Self::EqualArea => Albers::EURASIA.project(position),
            Self::WebMercator => {
                let lat = position
                    .lat_deg
                    .clamp(-MERCATOR_LIMIT_DEG, MERCATOR_LIMIT_DEG)
                    .to_radians();
                MapPoint {
                    x: RADIUS_PX * position.lon_deg.to_radians() + WORLD_SIZE / 2.0,
                    y: WORLD_SIZE / 2.0 - RADIUS_PX * lat.tan().asinh(),
                }
            }
        }
    }

    /// From the map plane to the globe. Points off the world give the nearest edge's position.
    pub fn unproject(self, point: MapPoint) -> LonLat {
        match self {
            Self::EqualArea => Albers::EURASIA.unproject(point),
            Self::WebMercator => {
                let lon = ((point.x - WORLD_SIZE / 2.0) / RADIUS_PX)
                    .to_degrees()
                    .clamp(-169.0, 190.999_999);
                let lat = ((WORLD_SIZE / 2.0 - point.y) / RADIUS_PX).clamp(-PI, PI);
                LonLat::new(lon, lat.sinh().atan().to_degrees())
            }
        }
    }

    /// Pixels at zoom 0 to one metre on the ground at the position, along the parallel and the
    /// meridian averaged as the square root of the area scale.
    pub fn pixels_per_meter(self, position: LonLat) -> f64 {
        const EARTH_RADIUS_M: f64 = 6_371_008.8;
        let plain = RADIUS_PX / EARTH_RADIUS_M;
        match self {
            // Equal-area: the area scale is one everywhere.
            Self::EqualArea => plain,
            Self::WebMercator => {
                let lat = position
                    .lat_deg
                    .clamp(-MERCATOR_LIMIT_DEG, MERCATOR_LIMIT_DEG);
                plain / lat.to_radians().cos()
            }
        }
    }
}

/// Albers' equal-area conic on the sphere.
#[derive(Clone, Copy, Debug)]
pub struct Albers {
    /// The cone's constant.
    n: f64,
    /// Snyder's C.
    c: f64,
    /// The radius of the parallel of origin, in sphere radii.
    rho0: f64,
    /// The central meridian, in degrees.
    lon0_deg: f64,
}

impl Albers {
    /// Standard parallels 15 and 55 degrees north, central meridian 70 degrees east, origin at
    /// 30 degrees north: true in the belt from India to central Russia.
    ///
    /// The constants are those of `Albers::new(15.0, 55.0, 30.0, 70.0)`, which a test compares,
    /// because trigonometry can not run in a constant.
    pub const EURASIA: Self = Self {
        n: 0.538_985_544_695_756_3,
        c: 1.212_012_149_896_654_7,
        rho0: 1.522_085_323_889_217,
        lon0_deg: 70.0,
    };

    /// Standard parallels, latitude of origin and central meridian, all in degrees.
    pub fn new(south_deg: f64, north_deg: f64, origin_deg: f64, lon0_deg: f64) -> Self {
        let (south, north) = (south_deg.to_radians().sin(), north_deg.to_radians().sin());
        let n = f64::midpoint(south, north);
        let c = 1.0 - south * south + 2.0 * n * south;
        let rho0 = (c - 2.0 * n * origin_deg.to_radians().sin()).sqrt() / n;
        Self {
            n,
            c,
            rho0,
            lon0_deg,
        }
    }

    fn project(self, position: LonLat) -> MapPoint {
        let sin_lat = position.lat_deg.to_radians().sin();
        let rho = (self.c - 2.0 * self.n * sin_lat).max(0.0).sqrt() / self.n;
        let theta = self.n * (position.lon_deg - self.lon0_deg).to_radians();
        MapPoint {
            x: WORLD_SIZE / 2.0 + RADIUS_PX * rho * theta.sin(),
            y: WORLD_SIZE / 2.0 - RADIUS_PX * (self.rho0 - rho * theta.cos()),
        }
    }

    fn unproject(self, point: MapPoint) -> LonLat {
        let x = (point.x - WORLD_SIZE / 2.0) / RADIUS_PX;
        let y = self.rho0 - (WORLD_SIZE / 2.0 - point.y) / RADIUS_PX;
        let rho = x.hypot(y);
        let theta = x.atan2(y);
        let lon_deg = self.lon0_deg + (theta / self.n).to_degrees();
        let sin_lat = (self.c - (rho * self.n).powi(2)) / (2.0 * self.n);
        LonLat::new(
            lon_deg.clamp(-169.0, 190.999_999),
            sin_lat.clamp(-1.0, 1.0).asin().to_degrees(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constants_of_the_eurasian_cone_are_those_of_its_parallels() {
        let computed = Albers::new(15.0, 55.0, 30.0, 70.0);
        assert!(
            (computed.n - Albers::EURASIA.n).abs() < 1e-12,
            "{computed:?}"
        );
        assert!(
            (computed.c - Albers::EURASIA.c).abs() < 1e-12,
            "{computed:?}"
        );
        assert!(
            (computed.rho0 - Albers::EURASIA.rho0).abs() < 1e-12,
            "{computed:?}"
        );
    }

    #[test]
    fn what_is_projected_comes_back_to_where_it_was() {
        for projection in MapProjection::ALL {
            for lon in -168..191 {
                for lat in -84..85 {
                    let position = LonLat::new(f64::from(lon), f64::from(lat));
                    let back = projection.unproject(projection.project(position));
                    assert!(
                        (back.lon_deg - position.lon_deg).abs() < 1e-9,
                        "{position:?} {back:?}"
                    );
                    assert!(
                        (back.lat_deg - position.lat_deg).abs() < 1e-9,
                        "{position:?} {back:?}"
                    );
                }
            }
        }
    }
}
