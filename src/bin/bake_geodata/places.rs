//! Cities from `GeoNames`, and the countries' names, capitals, label points and frames.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use geo::{Area as _, Coord, InteriorPoint as _, LineString, Polygon as GeoPolygon};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use crate::Outcome;
use crate::atoms::BakedArea;
use crate::capitals::is_seat;
use crate::codes::Codes;
use crate::former_names::former_name;
use crate::grid::{Polygon, doubled_area, lon_lat};

const FOCUS: &[&str] = &["PAK", "RUS", "IND", "AFG", "IRN", "TKM"];
const NEIGHBOURS: &[&str] = &[
    "ARE", "ARM", "AZE", "BGD", "BTN", "CHN", "GEO", "IRQ", "KAZ", "KGZ", "KWT", "LKA", "MMR",
    "MNG", "NPL", "OMN", "QAT", "SAU", "SYR", "TJK", "TUR", "UKR", "UZB", "YEM",
];

/// Cities the story's lines pass, whatever their size.
const NAMED: &[(&str, &str)] = &[
    ("Gwadar", "PK"),
    ("Chaman", "PK"),
    ("Taftan", "PK"),
    ("Serhetabat", "TM"),
    ("Fazilka", "IN"),
    ("Miran Shah", "PK"),
];

/// Rows of the source whose number is not that of a town: a village with a city's figure, or a town
/// with that of its district. By the source's id.
const NO_TOWNS: &[u64] = &[
    1_270_926, // Gorakhpur in Haryana
    1_430_991, // Soyibug
    1_183_105, // Battagram
    8_986_037, // Dhirkot
];

/// Two rows of one name so near to each other are one town, in degrees.
const SAME_TOWN_DEG: f64 = 0.2;

/// Where names stand, set by hand (longitude, latitude): the six, and countries whose inner
/// point falls where a reader would not look for the name.
const LABELS: &[(&str, f64, f64)] = &[
    ("PAK", 69.0, 29.3),
    ("RUS", 96.0, 62.0),
    ("IND", 78.8, 22.6),
    ("AFG", 66.3, 33.9),
    ("IRN", 54.4, 32.4),
    ("TKM", 58.9, 39.3),
    ("KAZ", 67.2, 48.4),
    ("UZB", 63.6, 41.9),
    ("CHN", 103.5, 35.2),
    ("TUR", 34.8, 39.0),
    ("SAU", 45.0, 24.2),
    ("IRQ", 43.5, 33.0),
    ("MNG", 103.5, 46.8),
    ("UKR", 31.4, 49.0),
    ("KGZ", 74.6, 41.5),
    ("TJK", 70.9, 38.6),
    ("NPL", 83.9, 28.3),
    ("MMR", 96.4, 21.5),
    ("OMN", 56.1, 20.6),
    ("YEM", 47.5, 15.6),
    ("USA", -98.5, 39.5),
    ("CAN", -105.0, 58.0),
    ("FRA", 2.6, 46.7),
    ("NOR", 9.2, 61.4),
    ("SWE", 15.2, 62.6),
    ("FIN", 26.3, 63.4),
    ("GBR", -1.8, 52.8),
    ("ITA", 12.4, 42.9),
    ("GRC", 22.0, 39.3),
    ("HRV", 15.9, 45.4),
    ("VNM", 107.9, 14.0),
    ("IDN", 113.9, -0.6),
    ("JPN", 138.0, 36.3),
    ("MYS", 102.3, 4.1),
    ("EGY", 29.6, 26.4),
    ("SOM", 45.0, 4.0),
    ("CHL", -70.9, -30.0),
    ("THA", 101.0, 15.4),
    ("LAO", 103.0, 19.5),
    ("ATA", 60.0, -76.0),
    ("ARE", 54.2, 23.6),
    ("AZE", 48.0, 40.4),
    ("BGD", 89.9, 24.2),
];

pub(crate) fn write_places(
    folder: &Path,
    areas: &[BakedArea],
    codes: &Codes,
    out: &Path,
) -> Outcome<()> {
    let cities = read_cities(&folder.join("cities15000.json"))?;
    let iso2: BTreeMap<&str, &str> = codes
        .facts()
        .iter()
        .map(|(code, facts)| (facts.iso2.as_str(), code.as_str()))
        .collect();
    let mut text = String::from("name\tcountry\tlon_deg\tlat_deg\tpopulation\tis_capital\n");
    let mut written: Vec<(String, &RawCity)> = Vec::new();
    for city in &cities {
        let Some(code) = iso2.get(city.country.as_str()) else {
            continue;
        };
        let code = if *code == "XKX" { "KOS" } else { code };
        // Natural Earth draws overseas departments as part of their country.
        if !areas.iter().any(|area| area.holder == code) {
            continue;
        }
        let is_capital = codes
            .facts()
            .get(code)
            .is_some_and(|facts| is_seat(code, &facts.capital, &city.name))
            && is_largest_of_its_name(city, &cities);
        let least = if FOCUS.contains(&code) {
            100_000
        } else if NEIGHBOURS.contains(&code) {
            400_000
        } else {
            3_000_000
        };
        let is_named = NAMED.contains(&(city.name.as_str(), city.country.as_str()));
        if is_capital || is_named || city.population >= least {
            let name = plain(&city.name);
            let is_there = written.iter().any(|(other_name, other)| {
                *other_name == name
                    && other.country == city.country
                    && (other.lon - city.lon).hypot(other.lat - city.lat) < SAME_TOWN_DEG
            });
            if is_there {
                continue;
            }
            written.push((name.clone(), city));
            writeln!(
                text,
                "{name}\t{code}\t{:.4}\t{:.4}\t{}\t{}",
                city.lon,
                city.lat,
                city.population,
                u8::from(is_capital)
            )?;
        }
    }
    std::fs::write(out.join("cities.tsv"), text)?;
    std::fs::write(out.join("countries.tsv"), countries_table(areas, codes)?)?;
    std::fs::write(out.join("areas.json"), areas_table(areas)?)?;
    Ok(())
}

/// One area a line, so that a change to who holds what is one line of a diff.
fn areas_table(areas: &[BakedArea]) -> Outcome<String> {
    let rows: Vec<String> = areas.iter().map(|area| {
        serde_json::to_string(&serde_json::json!({
            "key": area.key, "name": area.name, "holder": area.holder, "claimants": area.claimants,
        }))
    }).collect::<Result<_, _>>()?;
    Ok(format!("[\n{}\n]\n", rows.join(",\n")))
}

/// A name as an English atlas prints it: without the marks of transliteration, which the source has
/// on some names and not on others. Letters of Turkish, Turkmen and the like stay.
fn plain(name: &str) -> String {
    let mut letters: Vec<char> = Vec::new();
    for letter in name.nfd() {
        let is_mark = match letter {
            '\u{304}' | '\u{323}' | '\u{331}' => true,
            '\u{327}' => matches!(
                letters.last(),
                Some('H' | 'h' | 'Z' | 'z' | 'T' | 't' | 'D' | 'd')
            ),
            _ => false,
        };
        if !is_mark && letter != '\u{2019}' && letter != '\u{2bf}' {
            letters.push(letter);
        }
    }
    letters.into_iter().nfc().collect()
}

struct RawCity {
    name: String,
    country: String,
    lon: f64,
    lat: f64,
    population: u64,
}

fn read_cities(path: &Path) -> Outcome<Vec<RawCity>> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file: BTreeMap<String, Value> = serde_json::from_str(&text)?;
    let mut cities: Vec<RawCity> = file
        .values()
        .filter(|city| {
            let id = city["geonameid"].as_u64().unwrap_or_default();
            !NO_TOWNS.contains(&id)
        })
        .map(|city| {
            let word = |key: &str| {
                city[key]
                    .as_str()
                    .unwrap_or_default()
                    .replace(['\t', '\n'], " ")
            };
            RawCity {
                name: former_name(word("name")),
                country: word("countrycode"),
                lon: city["longitude"].as_f64().unwrap_or_default(),
                lat: city["latitude"].as_f64().unwrap_or_default(),
                population: city["population"].as_u64().unwrap_or_default(),
            }
        })
        .collect();
    cities.sort_by(|a, b| {
        b.population
            .cmp(&a.population)
            .then_with(|| a.name.cmp(&b.name))
            .then(a.lon.total_cmp(&b.lon))
    });
    Ok(cities)
}

fn is_largest_of_its_name(city: &RawCity, cities: &[RawCity]) -> bool {
    cities
        .iter()
        .find(|other| other.name == city.name && other.country == city.country)
        .is_some_and(|first| std::ptr::eq(first, city))
}

fn countries_table(areas: &[BakedArea], codes: &Codes) -> Outcome<String> {
    let mut by_country: BTreeMap<&str, Vec<&Polygon>> = BTreeMap::new();
    for area in areas {
        by_country
            .entry(&area.holder)
            .or_default()
            .extend(&area.polygons);
    }
    let all: BTreeSet<&str> = areas
        .iter()
        .flat_map(|area| {
            std::iter::once(area.holder.as_str()).chain(area.claimants.iter().copied())
        })
        .collect();
    let mut text = String::from(
        "code\tname\tlabel_lon_deg\tlabel_lat_deg\twest_deg\tsouth_deg\teast_deg\tnorth_deg\n",
    );
    for code in all {
        let polygons = by_country.get(code).map_or(&[][..], Vec::as_slice);
        let size = |polygon: &Polygon| doubled_area(&polygon[0]);
        let Some(largest) = polygons.iter().max_by_key(|polygon| size(polygon)) else {
            text.push_str(&row_of_a_spot(code, areas, codes)?);
            continue;
        };
        let main = polygons
            .iter()
            .filter(|polygon| size(polygon) * 8 >= size(largest));
        let [mut west, mut south, mut east, mut north] = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
        for &point in main.flat_map(|polygon| &polygon[0]) {
            let [lon, lat] = lon_lat(point);
            (west, east) = (west.min(lon), east.max(lon));
            (south, north) = (south.min(lat), north.max(lat));
        }
        let by_hand = LABELS
            .iter()
            .find(|(known, ..)| *known == code)
            .map(|&(_, lon, lat)| [lon, lat]);
        let [lon, lat] = by_hand
            .or_else(|| inner_point(largest))
            .ok_or_else(|| format!("{code} has no inside"))?;
        writeln!(
            text,
            "{code}\t{}\t{lon:.3}\t{lat:.3}\t{west:.3}\t{south:.3}\t{east:.3}\t{north:.3}",
            codes.name(code)
        )?;
    }
    Ok(text)
}

/// The row of a country without a shape: its name stands at its spot, and a frame of a few
/// kilometres around that.
fn row_of_a_spot(code: &str, areas: &[BakedArea], codes: &Codes) -> Outcome<String> {
    let area = areas.iter().find(|area| area.holder == code);
    let area = area.ok_or_else(|| format!("{code} has no area"))?;
    let ([lon, lat], room) = (lon_lat(area.spot), 0.02);
    let (west, south, east, north) = (lon - room, lat - room, lon + room, lat + room);
    Ok(format!(
        "{code}\t{}\t{lon:.3}\t{lat:.3}\t{west:.3}\t{south:.3}\t{east:.3}\t{north:.3}\n",
        codes.name(code)
    ))
}

/// A point well inside a polygon. Polygons without an area have none.
fn inner_point(polygon: &Polygon) -> Option<[f64; 2]> {
    let ring = |ring: &Vec<(i32, i32)>| {
        LineString(
            ring.iter()
                .map(|&point| {
                    let [x, y] = lon_lat(point);
                    Coord { x, y }
                })
                .collect(),
        )
    };
    let shape = GeoPolygon::new(
        ring(polygon.first()?),
        polygon[1..].iter().map(ring).collect(),
    );
    (shape.unsigned_area() > 0.0)
        .then(|| shape.interior_point())
        .flatten()
        .map(|point| [point.x(), point.y()])
}
