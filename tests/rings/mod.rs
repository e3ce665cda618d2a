//! What lies in a ring, worked out by another hand than the program's.

use passage::geography::LonLat;

/// By even-odd crossings.
pub(crate) fn is_inside(ring: &[LonLat], lon: f64, lat: f64) -> bool {
    let crossed = ring.array_windows().filter(|[a, b]| {
        (a.lat_deg > lat) != (b.lat_deg > lat)
            && lon
                < a.lon_deg + (lat - a.lat_deg) / (b.lat_deg - a.lat_deg) * (b.lon_deg - a.lon_deg)
    });
    crossed.count() % 2 == 1
}
