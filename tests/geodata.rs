//! The embedded world, tested against what is known of it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod rings;

use std::sync::LazyLock;

use passage::atlas::{AreaIndex, Atlas, BorderKind, Detail, Level, Worldview, where_is};
use passage::geography::{LonLat, MapProjection};
use passage::picture::{Ground, GroundKey};
use rings::is_inside;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());
static FULL: LazyLock<Level> = LazyLock::new(|| Level::load(Detail::Full, &ATLAS).unwrap());
static INDEX: LazyLock<AreaIndex> = LazyLock::new(|| AreaIndex::new(&FULL));

fn area_at(lon: f64, lat: f64) -> Option<String> {
    let id = INDEX.area_at(LonLat::new(lon, lat))?;
    ATLAS.area(id).map(|area| area.key.clone())
}

fn owner_at(lon: f64, lat: f64, worldview: Worldview) -> Option<String> {
    where_is(&ATLAS, &INDEX, LonLat::new(lon, lat), worldview).owner
}

#[test]
fn every_waypoint_of_the_bundled_story_lies_in_its_country() {
    // Name, ISO code, longitude, latitude: GeoNames, as the overlays use them.
    let table = include_str!("data/waypoints.tsv");
    for line in table.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, code, lon, lat] = cells[..] else {
            panic!("{line}")
        };
        let (lon, lat): (f64, f64) = (lon.parse().unwrap(), lat.parse().unwrap());
        // Simplified coasts leave a harbour up to 0.05 degrees out at sea.
        let near = [
            (0.0, 0.0),
            (0.05, 0.0),
            (-0.05, 0.0),
            (0.0, 0.05),
            (0.0, -0.05),
        ];
        let found = near.iter().any(|(east, north)| {
            owner_at(lon + east, lat + north, Worldview::DeFacto).as_deref() == Some(code)
        });
        assert!(found, "{name} is not in {code}");
    }
}

#[test]
fn kaliningrad_and_chukotka_are_russia_and_the_wakhan_corridor_is_afghanistan() {
    assert_eq!(area_at(20.5, 54.7).as_deref(), Some("RUS"));
    assert_eq!(area_at(-175.0, 66.3).as_deref(), Some("RUS"));
    assert_eq!(area_at(177.0, 66.5).as_deref(), Some("RUS"));
    assert_eq!(area_at(73.5, 37.1).as_deref(), Some("AFG"));
}

#[test]
fn the_disputed_areas_are_areas_of_their_own() {
    for (key, lon, lat) in [
        ("IND-JK", 74.8, 34.08),
        ("PAK-AJK", 73.47, 34.37),
        ("PAK-GB", 74.31, 35.92),
        ("KAS", 77.2, 35.35),
        ("CHN-AKS", 79.2, 35.0),
        ("CHN-SHK", 76.6, 36.1),
        ("IND-AR", 94.0, 28.0),
        ("IND-DEM", 79.3, 32.8),
        ("UKR-CRI", 34.2, 45.2),
    ] {
        assert_eq!(area_at(lon, lat).as_deref(), Some(key));
    }
}

#[test]
fn every_area_and_country_has_a_key_of_its_own_and_none_is_lost() {
    let keys = ATLAS.areas.iter().map(|area| area.key.as_str());
    assert!(keys.is_sorted_by(|a, b| a < b));
    let codes = ATLAS.countries.iter().map(|country| country.code.as_str());
    assert!(codes.is_sorted_by(|a, b| a < b));
    // Its code, CRI, looks like a key for Crimea.
    assert_eq!(area_at(-84.1, 9.93).as_deref(), Some("CRI"));
    assert_eq!(
        owner_at(-84.1, 9.93, Worldview::Neutral).as_deref(),
        Some("CRI")
    );
    for (area, polygons) in ATLAS.areas.iter().zip(&FULL.areas) {
        // The source's own grid has made Vatican City a line.
        assert!(!polygons.is_empty() || area.key == "VAT", "{}", area.key);
    }
}

#[test]
fn each_worldview_gives_kashmir_to_whom_it_says() {
    let srinagar = |view| owner_at(74.8, 34.08, view).unwrap();
    let gilgit = |view| owner_at(74.31, 35.92, view).unwrap();
    assert_eq!(
        (srinagar(Worldview::Indian), gilgit(Worldview::Indian)),
        ("IND".into(), "IND".into())
    );
    assert_eq!(
        (srinagar(Worldview::Pakistani), gilgit(Worldview::Pakistani)),
        ("PAK".into(), "PAK".into())
    );
    assert_eq!(
        (srinagar(Worldview::DeFacto), gilgit(Worldview::DeFacto)),
        ("IND".into(), "PAK".into())
    );
    let answer = where_is(&ATLAS, &INDEX, LonLat::new(74.8, 34.08), Worldview::Neutral);
    assert_eq!(
        answer.to_json(),
        r#"{"area":"IND-JK","owner":"IND","claimed_by":["PAK"]}"#
    );
}

#[test]
fn the_sea_and_the_caspian_are_nobodys() {
    assert_eq!(area_at(63.0, 20.0), None);
    assert_eq!(area_at(50.8, 41.5), None);
    let answer = where_is(&ATLAS, &INDEX, LonLat::new(63.0, 20.0), Worldview::Neutral);
    assert_eq!(
        answer.to_json(),
        r#"{"area":null,"owner":null,"claimed_by":[]}"#
    );
}

#[test]
fn code_036_stands_for_australia_and_its_reefs_and_australia_is_not_lost() {
    assert_eq!(area_at(134.0, -25.0).as_deref(), Some("AUS"));
    // Ashmore and Cartier Islands, which have Australia's number in the source.
    assert_eq!(area_at(123.5896, -12.4324).as_deref(), Some("AUS"));
}

#[test]
fn borders_are_those_of_january_2011() {
    let juba = where_is(&ATLAS, &INDEX, LonLat::new(31.58, 4.85), Worldview::Neutral);
    assert_eq!(
        juba.to_json(),
        r#"{"area":"SSD","owner":"SDN","claimed_by":[]}"#
    );
    let simferopol = where_is(&ATLAS, &INDEX, LonLat::new(34.1, 44.95), Worldview::Neutral);
    assert_eq!(simferopol.owner.as_deref(), Some("UKR"));
    let between = FULL.arcs.iter().find(|arc| {
        let keys = arc.sides.map(|side| side.and_then(|id| ATLAS.area(id)));
        let keys = keys.map(|area| area.map_or("", |area| area.key.as_str()));
        keys.contains(&"SSD") && keys.contains(&"SDN")
    });
    let kind = FULL.border_kind(between.unwrap(), &ATLAS, Worldview::Neutral);
    assert_eq!(kind, BorderKind::Internal);
}

#[test]
fn features_without_an_id_have_a_place() {
    assert_eq!(area_at(20.9, 42.6).as_deref(), Some("KOS"));
    assert_eq!(area_at(45.0, 9.6).as_deref(), Some("SOL"));
}

#[test]
fn baikonur_leaves_no_hole_in_kazakhstan() {
    assert_eq!(area_at(63.3, 45.9).as_deref(), Some("KAZ"));
}

#[test]
fn a_state_that_collapses_at_a_level_is_a_point_there_and_none_is_lost() {
    let points_at = |detail| {
        let level = Level::load(detail, &ATLAS).unwrap();
        let key = GroundKey {
            detail,
            projection: MapProjection::EqualArea,
            worldview: Worldview::Neutral,
        };
        Ground::build(&level, &ATLAS, &[], key).small_countries
    };
    let vatican = ATLAS.country_by_code("VAT").unwrap();
    let vatican = ATLAS.country(vatican).unwrap().label;
    let vatican = MapProjection::EqualArea.project(vatican);
    for detail in [Detail::Coarse, Detail::Medium] {
        let points = points_at(detail);
        assert!(points.iter().any(|&(_, at)| at == vatican), "{detail:?}");
    }
    // The source's own grid has made Vatican City a line; all other states have a shape here.
    let at_full: Vec<_> = points_at(Detail::Full).iter().map(|&(_, at)| at).collect();
    assert_eq!(at_full, [vatican]);
}

#[test]
fn lakes_inside_countries_are_water_on_the_map() {
    let level = Level::load(Detail::Medium, &ATLAS).unwrap();
    for (name, lon, lat) in [
        ("Baikal", 108.0, 53.5),
        ("Balkhash", 75.0, 46.5),
        ("Victoria", 33.0, -1.0),
    ] {
        let is_in = |lake: &Vec<Vec<LonLat>>| lake.iter().any(|ring| is_inside(ring, lon, lat));
        assert!(level.lakes.iter().any(is_in), "{name}");
    }
}

#[test]
fn no_town_stands_twice_and_no_village_has_a_citys_figure() {
    for (index, city) in ATLAS.cities.iter().enumerate() {
        for other in ATLAS.cities.iter().skip(index + 1) {
            let apart =
                (city.at.lon_deg - other.at.lon_deg).hypot(city.at.lat_deg - other.at.lat_deg);
            let is_one = city.name == other.name && city.country == other.country && apart < 0.2;
            assert!(!is_one, "{} stands twice", city.name);
        }
    }
    // A village in Haryana of that name has a million people in the source.
    let gorakhpur = ATLAS.cities.iter().filter(|city| city.name == "Gorakhpur");
    let lons: Vec<f64> = gorakhpur.map(|city| city.at.lon_deg.round()).collect();
    assert_eq!(lons, [83.0]);
    for capital in [
        "Islamabad",
        "Moscow",
        "New Delhi",
        "Kabul",
        "Tehran",
        "Ashgabat",
    ] {
        let is_there = |city: &passage::atlas::City| city.is_capital && city.name == capital;
        assert!(ATLAS.cities.iter().any(is_there), "{capital}");
    }
}
