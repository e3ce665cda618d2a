//! Where things are: positions, projections, bounds, distances.
//!
//! In: pure geometry on plain values, longitudes in degrees unwrapped to `[-169, 191)`.
//! Out: anything that knows a country, a file or a screen. Only std and `geo`.

mod geodesic;
mod lon_lat;
mod map_point;
mod projection;

pub use geodesic::{METERS_PER_MILE, distance_m, great_circle, length_m, midpoint};
pub use lon_lat::{EAST_EDGE_DEG, GeoBounds, LonLat, WEST_EDGE_DEG};
pub use map_point::{MapPoint, MapRect};
pub use projection::{Albers, MapProjection, WORLD_SIZE};
