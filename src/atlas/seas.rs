//! Names of seas and where they stand: from general knowledge, by hand, for the map's lettering.

use crate::geography::LonLat;

/// A named water.
#[derive(Clone, Copy, Debug)]
pub struct Sea {
    pub name: &'static str,
    /// Where the name stands, degrees.
    pub at: LonLat,
    /// From this zoom on it has room.
    pub min_zoom: f64,
}

/// The waters whose names a reader of this region expects, the large ones first.
pub const SEAS: &[Sea] = &[
    sea("Indian Ocean", 78.0, -8.0, 1.5),
    sea("Arctic Ocean", 75.0, 86.0, 1.5),
    sea("Pacific Ocean", 160.0, 30.0, 1.5),
    sea("Atlantic Ocean", -38.0, 34.0, 1.5),
    sea("Arabian Sea", 64.2, 17.2, 2.5),
    sea("Bay of Bengal", 88.3, 14.5, 2.5),
    sea("Mediterranean Sea", 18.2, 34.9, 3.2),
    sea("Barents Sea", 40.0, 73.5, 2.8),
    sea("Kara Sea", 70.0, 76.0, 3.0),
    sea("Laptev Sea", 125.0, 76.0, 3.0),
    sea("East Siberian Sea", 161.0, 72.6, 3.0),
    sea("Sea of Okhotsk", 150.0, 54.5, 3.0),
    sea("Norwegian Sea", 3.0, 68.0, 3.0),
    sea("Caspian Sea", 51.3, 38.6, 3.8),
    sea("Black Sea", 34.5, 43.2, 3.4),
    sea("South China Sea", 114.5, 13.5, 3.0),
    sea("Sea of Japan", 134.6, 40.0, 3.4),
    sea("East China Sea", 125.5, 29.0, 3.6),
    sea("North Sea", 3.2, 56.0, 3.6),
    sea("Baltic Sea", 19.5, 56.1, 4.2),
    sea("Red Sea", 38.2, 20.2, 3.8),
    sea("Gulf of Aden", 48.0, 12.3, 4.2),
    sea("Persian Gulf", 51.2, 27.0, 4.2),
    sea("Gulf of Oman", 58.6, 24.9, 4.6),
    sea("Andaman Sea", 95.6, 11.0, 3.8),
    sea("Laccadive Sea", 74.8, 8.2, 4.4),
    sea("Aral Sea", 59.4, 45.1, 5.4),
    sea("Gulf of Khambhat", 72.3, 20.8, 6.4),
    sea("Gulf of Kutch", 69.6, 22.6, 6.4),
    sea("Strait of Hormuz", 56.5, 26.5, 6.2),
    sea("Sea of Azov", 36.6, 46.1, 5.6),
    sea("White Sea", 38.2, 65.4, 5.2),
    sea("Aegean Sea", 25.0, 38.6, 5.0),
    sea("Adriatic Sea", 15.6, 43.0, 5.0),
    sea("Bering Sea", 180.0, 58.5, 3.4),
    sea("Lake Baikal", 107.8, 53.4, 5.6),
    sea("Lake Balkhash", 74.2, 46.4, 5.8),
    sea("Issyk-Kul", 77.3, 42.45, 6.4),
    sea("Lake Urmia", 45.5, 37.6, 6.6),
    sea("Lake Van", 42.9, 38.65, 6.6),
    sea("Qinghai Lake", 100.2, 36.9, 6.2),
    sea("Lake Ladoga", 31.5, 60.8, 5.6),
    sea("Lake Onega", 35.4, 61.7, 5.8),
];

const fn sea(name: &'static str, lon_deg: f64, lat_deg: f64, min_zoom: f64) -> Sea {
    Sea {
        name,
        at: LonLat { lon_deg, lat_deg },
        min_zoom,
    }
}
