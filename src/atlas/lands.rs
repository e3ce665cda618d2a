//! Names of mountains, plains, deserts and regions, and where they stand: general knowledge, set by
//! hand. None is a claim: regions have no
//! edges here, and a name over two countries belongs to both.

use crate::geography::LonLat;

/// A named piece of land.
#[derive(Clone, Copy, Debug)]
pub struct LandName {
    pub name: &'static str,
    pub place: LandPlace,
    /// From this zoom on it has room.
    pub min_zoom: f64,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug)]
pub enum LandPlace {
    /// Along a range, from one point to another.
    Along([LonLat; 2]),
    /// Level, at a point.
    At(LonLat),
}

/// The lands whose names a reader of this region expects, of each kind the larger ones first.
pub const LANDS: &[LandName] = &[
    along("Himalayas", [79.8, 30.7], [88.0, 28.0], 4.0),
    along("Hindu Kush", [68.4, 34.9], [72.2, 36.4], 5.0),
    along("Karakoram", [74.4, 36.5], [77.8, 35.2], 5.4),
    along("Pamirs", [71.6, 38.3], [74.6, 38.4], 5.0),
    along("Tian Shan", [76.5, 41.7], [84.0, 42.9], 4.2),
    along("Kunlun Mountains", [79.5, 36.1], [88.5, 36.3], 4.4),
    along("Altai", [85.8, 50.0], [91.5, 47.4], 4.6),
    along("Caucasus", [41.2, 43.5], [46.4, 41.9], 4.8),
    along("Ural Mountains", [59.3, 64.0], [58.9, 55.0], 4.0),
    along("Zagros Mountains", [46.8, 34.0], [52.6, 29.4], 4.6),
    along("Elburz", [50.0, 36.6], [54.0, 36.4], 5.4),
    along("Kopet Dag", [55.6, 38.6], [59.4, 37.1], 5.6),
    along("Sulaiman Range", [69.9, 32.2], [69.7, 29.6], 5.8),
    along("Western Ghats", [73.8, 17.8], [76.0, 12.0], 5.0),
    along("Eastern Ghats", [79.3, 14.6], [83.2, 18.6], 5.4),
    along("Taurus", [31.0, 36.9], [36.4, 38.0], 5.4),
    along("Carpathians", [22.4, 48.8], [26.0, 46.6], 5.0),
    along("Alps", [7.4, 46.0], [13.0, 47.0], 4.8),
    along("Sayan Mountains", [90.5, 52.8], [99.0, 52.2], 4.4),
    along("Stanovoy Range", [121.5, 56.1], [131.0, 55.6], 4.2),
    along("Verkhoyansk Range", [127.0, 67.6], [131.0, 64.4], 4.4),
    at("Tibetan Plateau", [87.0, 33.2], 3.9),
    at("Iranian Plateau", [56.2, 33.0], 4.6),
    at("Deccan", [77.2, 17.4], 4.6),
    at("Thar Desert", [71.3, 27.2], 4.8),
    at("Karakum", [59.6, 39.2], 4.9),
    at("Kyzylkum", [64.2, 42.3], 4.8),
    at("Taklamakan Desert", [82.6, 38.7], 4.4),
    at("Gobi", [105.5, 43.0], 4.2),
    at("Dasht-e Kavir", [54.8, 34.7], 5.2),
    at("Dasht-e Lut", [58.7, 30.7], 5.2),
    at("Rigestan", [65.2, 30.6], 6.2),
    at("Rub al Khali", [50.5, 19.9], 4.2),
    at("Kazakh Steppe", [66.0, 49.8], 4.2),
    at("Ustyurt Plateau", [56.3, 43.4], 5.4),
    at("Caspian Lowland", [49.8, 47.6], 5.2),
    at("Siberia", [104.0, 60.0], 2.8),
    at("West Siberian Plain", [74.0, 60.6], 4.2),
    at("Central Siberian Plateau", [102.0, 66.0], 4.2),
    at("Ganges Plain", [80.6, 26.9], 6.0),
    at("Anatolia", [33.4, 39.0], 4.8),
    at("Mesopotamia", [44.2, 33.4], 5.2),
    at("Kashmir", [75.2, 34.3], 5.2),
    at("Punjab", [73.2, 31.0], 5.4),
    at("Balochistan", [64.6, 28.3], 5.0),
    at("Sindh", [68.9, 26.0], 5.4),
    at("Makran", [62.6, 26.2], 5.8),
    at("Sistan", [61.7, 31.0], 6.2),
    at("Khorasan", [58.8, 35.8], 5.2),
    at("Wakhan", [73.2, 37.1], 6.2),
    at("Fergana Valley", [71.5, 40.6], 6.0),
    at("Crimea", [34.3, 45.3], 5.6),
    at("Rajasthan", [74.2, 26.6], 5.6),
    at("Gujarat", [71.6, 22.8], 5.6),
    at("North Caucasus", [44.6, 44.2], 5.4),
    at("Central Asia", [66.0, 42.6], 3.4),
    at("Balkans", [21.5, 43.0], 4.2),
];

const fn along(name: &'static str, from: [f64; 2], to: [f64; 2], min_zoom: f64) -> LandName {
    LandName {
        name,
        place: LandPlace::Along([lon_lat(from), lon_lat(to)]),
        min_zoom,
    }
}

const fn at(name: &'static str, at: [f64; 2], min_zoom: f64) -> LandName {
    LandName {
        name,
        place: LandPlace::At(lon_lat(at)),
        min_zoom,
    }
}

const fn lon_lat([lon_deg, lat_deg]: [f64; 2]) -> LonLat {
    LonLat { lon_deg, lat_deg }
}
