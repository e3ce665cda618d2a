//! Names of rivers and where they are set: by hand, on straight runs of the rivers' own geometry.

use crate::geography::LonLat;

/// A river's name at a run of it.
#[derive(Clone, Copy, Debug)]
pub struct RiverName {
    pub name: &'static str,
    /// Two points of the river, some 150 km apart, the name stands along.
    pub run: [LonLat; 2],
    /// From this zoom on it has room.
    pub min_zoom: f64,
}

/// The rivers a reader of this region looks for. Long ones stand twice, far apart.
pub const RIVERS: &[RiverName] = &[
    river("Indus", [71.72, 33.27, 70.86, 31.57], 4.8),
    river("Indus", [67.91, 26.92, 68.33, 25.27], 4.8),
    river("Ganges", [83.12, 25.43, 84.82, 25.74], 4.8),
    river("Ganges", [79.44, 27.62, 80.64, 26.14], 5.6),
    river("Brahmaputra", [94.12, 26.87, 92.15, 26.42], 5.2),
    river("Amu Darya", [64.08, 38.63, 62.44, 40.02], 5.0),
    river("Amu Darya", [67.77, 37.13, 65.48, 37.67], 5.6),
    river("Syr Darya", [66.85, 43.96, 65.08, 45.00], 5.0),
    river("Helmand", [64.38, 31.65, 65.83, 33.05], 5.4),
    river("Sutlej", [74.01, 30.52, 72.20, 29.70], 5.8),
    river("Chenab", [74.18, 32.54, 72.43, 31.53], 5.8),
    river("Narmada", [76.46, 22.31, 74.47, 22.02], 5.6),
    river("Godavari", [78.70, 19.02, 80.36, 18.63], 5.6),
    river("Irrawaddy", [94.83, 21.02, 95.17, 19.27], 5.4),
    river("Mekong", [104.74, 16.88, 105.61, 15.49], 5.2),
    river("Yangtze", [111.85, 30.41, 112.94, 29.51], 5.0),
    river("Yellow River", [107.72, 40.79, 110.08, 40.51], 5.0),
    river("Tarim", [82.47, 40.98, 84.78, 41.16], 5.6),
    river("Euphrates", [39.83, 35.68, 40.98, 34.42], 5.2),
    river("Tigris", [44.98, 32.89, 46.73, 32.32], 5.4),
    river("Nile", [32.23, 26.07, 30.87, 27.49], 4.8),
    river("Danube", [22.86, 43.86, 25.49, 43.67], 5.0),
    river("Dnieper", [33.53, 46.83, 35.10, 47.83], 5.2),
    river("Don", [43.25, 49.37, 40.92, 49.82], 5.2),
    river("Volga", [46.14, 48.00, 47.93, 46.61], 4.6),
    river("Volga", [49.06, 55.48, 48.96, 53.82], 5.4),
    river("Ural", [51.15, 50.65, 51.84, 49.00], 5.2),
    river("Ob", [68.33, 61.44, 65.26, 62.87], 4.4),
    river("Ob", [79.14, 59.73, 81.48, 58.91], 4.6),
    river("Irtysh", [72.78, 57.43, 69.88, 57.99], 4.6),
    river("Irtysh", [78.35, 50.85, 76.82, 52.35], 5.2),
    river("Yenisei", [87.92, 66.01, 87.58, 64.27], 4.4),
    river("Yenisei", [92.99, 58.10, 93.63, 56.38], 5.2),
    river("Lena", [123.49, 66.73, 124.78, 64.99], 4.4),
    river("Lena", [124.47, 60.67, 120.87, 60.53], 5.0),
    river("Amur", [129.79, 49.19, 127.55, 49.79], 4.8),
    river("Kolyma", [150.74, 65.97, 153.47, 67.17], 4.8),
];

const fn river(name: &'static str, run_deg: [f64; 4], min_zoom: f64) -> RiverName {
    let [from_lon, from_lat, to_lon, to_lat] = run_deg;
    RiverName {
        name,
        run: [
            LonLat {
                lon_deg: from_lon,
                lat_deg: from_lat,
            },
            LonLat {
                lon_deg: to_lon,
                lat_deg: to_lat,
            },
        ],
        min_zoom,
    }
}
