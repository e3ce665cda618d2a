//! Names on the physical map stand on what they name.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod rings;

use std::sync::LazyLock;

use passage::atlas::{AreaIndex, Atlas, Detail, LANDS, LandPlace, Level, RIVERS, SEAS};
use passage::geography::LonLat;
use rings::is_inside;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());
static LEVEL: LazyLock<Level> = LazyLock::new(|| Level::load(Detail::Medium, &ATLAS).unwrap());
static AREAS: LazyLock<AreaIndex> = LazyLock::new(|| AreaIndex::new(&LEVEL));

/// Degrees, those of longitude as wide as they are there.
fn apart_deg(a: LonLat, b: LonLat) -> f64 {
    let narrow = a.lat_deg.to_radians().cos();
    ((a.lon_deg - b.lon_deg) * narrow).hypot(a.lat_deg - b.lat_deg)
}

#[test]
fn the_name_of_a_river_runs_along_the_river_that_is_drawn() {
    for river in RIVERS {
        let [from, to] = river.run;
        let drawn = LEVEL.rivers.iter().find(|line| {
            let near = |at: LonLat| line.iter().any(|&point| apart_deg(at, point) < 0.05);
            near(from) && near(to)
        });
        let drawn = drawn.unwrap_or_else(|| panic!("{} at {from:?}", river.name));
        let middle = LonLat::new(
            f64::midpoint(from.lon_deg, to.lon_deg),
            f64::midpoint(from.lat_deg, to.lat_deg),
        );
        let off = drawn.iter().map(|&point| apart_deg(middle, point));
        assert!(off.fold(f64::INFINITY, f64::min) < 0.4, "{}", river.name);
        assert!((0.5..4.0).contains(&apart_deg(from, to)), "{}", river.name);
    }
}

#[test]
fn the_name_of_a_lake_stands_in_a_lake_and_that_of_a_sea_on_no_country() {
    for sea in SEAS {
        let LonLat { lon_deg, lat_deg } = sea.at;
        let is_in = |ring: &Vec<LonLat>| is_inside(ring, lon_deg, lat_deg);
        // The Aral Sea is drawn as the lakes that are left of it.
        let is_lake =
            sea.name.starts_with("Lake ") || ["Issyk-Kul", "Qinghai Lake"].contains(&sea.name);
        if is_lake {
            let lakes = &LEVEL.lakes;
            assert!(
                lakes.iter().any(|lake| lake.iter().any(is_in)),
                "{}",
                sea.name
            );
        } else if sea.name != "Aral Sea" {
            assert_eq!(AREAS.area_at(sea.at), None, "{}", sea.name);
        }
    }
}

#[test]
fn the_names_of_mountains_and_regions_stand_on_land_where_their_countries_are() {
    // Of each, a country one of its points lies in, under the holders of 2011.
    let known = [
        ("Himalayas", "IND"),
        ("Hindu Kush", "AFG"),
        ("Pamirs", "TJK"),
        ("Zagros Mountains", "IRN"),
        ("Sulaiman Range", "PAK"),
        ("Ural Mountains", "RUS"),
        ("Tibetan Plateau", "CHN"),
        ("Karakum", "TKM"),
        ("Dasht-e Kavir", "IRN"),
        ("Deccan", "IND"),
        ("Siberia", "RUS"),
        ("Thar Desert", "IND"),
        ("Balochistan", "PAK"),
        ("Punjab", "PAK"),
        ("Crimea", "UKR"),
    ];
    let holder = |at: LonLat| {
        let area = AREAS.area_at(at).and_then(|id| ATLAS.area(id));
        area.and_then(|area| ATLAS.country(area.holder))
            .map(|country| country.code.as_str())
    };
    for land in LANDS {
        let points = match land.place {
            LandPlace::Along([a, b]) => {
                let middle = LonLat::new(
                    f64::midpoint(a.lon_deg, b.lon_deg),
                    f64::midpoint(a.lat_deg, b.lat_deg),
                );
                vec![a, middle, b]
            }
            LandPlace::At(at) => vec![at],
        };
        let holders: Vec<_> = points.iter().map(|&at| holder(at)).collect();
        assert!(
            holders.iter().all(Option::is_some),
            "{} is at sea",
            land.name
        );
        if let Some((_, code)) = known.iter().find(|(name, _)| *name == land.name) {
            assert!(holders.contains(&Some(code)), "{}: {holders:?}", land.name);
        }
    }
    for (name, _) in known {
        assert!(LANDS.iter().any(|land| land.name == name), "{name}");
    }
}
