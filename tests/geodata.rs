//! The embedded world, tested against what is known of it.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use passage::atlas::{AreaIndex, Atlas, Detail, Level, Worldview, where_is};
use passage::geography::{LonLat, MapProjection};

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
        ("CRI", 34.2, 45.2),
    ] {
        assert_eq!(area_at(lon, lat).as_deref(), Some(key));
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
fn nothing_jumps_across_the_map_in_any_projection_at_any_level() {
    for detail in Detail::ALL {
        let level = Level::load(detail, &ATLAS).unwrap();
        for arc in &level.arcs {
            for pair in arc.points.windows(2) {
                let step = (pair[0].lon_deg - pair[1].lon_deg).abs();
                assert!(
                    step < 180.0 || pair[0].lat_deg < -85.0,
                    "{detail:?} {pair:?}"
                );
                assert!((-169.5..=191.5).contains(&pair[0].lon_deg), "{pair:?}");
            }
            for projection in MapProjection::ALL {
                assert!(
                    arc.points
                        .iter()
                        .all(|&p| projection.project(p).x.is_finite())
                );
            }
        }
    }
}

#[test]
fn neighbours_share_every_vertex_of_their_border_at_every_level() {
    for detail in Detail::ALL {
        let level = Level::load(detail, &ATLAS).unwrap();
        let shared = level
            .arcs
            .iter()
            .filter(|arc| arc.sides[1].is_some())
            .count();
        assert!(shared > 300, "{detail:?}: {shared} shared arcs");
        // An arc that two areas list is one list of points, so sharing is exact; what is left to
        // show is that no border is there twice.
        let mut ends = BTreeSet::new();
        for arc in level.arcs.iter().filter(|arc| arc.sides[1].is_some()) {
            let text: Vec<String> = arc
                .points
                .iter()
                .map(|p| format!("{:.5},{:.5}", p.lon_deg, p.lat_deg))
                .collect();
            assert!(
                ends.insert(text.join(" ")),
                "{detail:?}: an arc stands twice"
            );
        }
    }
}

/// The rings an owner's land has under a view: outer boundaries and holes.
fn rings_of(level: &Level, code: &str, worldview: Worldview) -> Vec<Vec<LonLat>> {
    let country = ATLAS.country_by_code(code).unwrap();
    let is_own = |side: Option<passage::atlas::AreaId>| {
        side.is_some_and(|area| ATLAS.owner(area, worldview).country() == country)
    };
    let mut open: Vec<Vec<LonLat>> = level
        .arcs
        .iter()
        .filter(|arc| is_own(arc.sides[0]) != is_own(arc.sides[1]))
        .map(|arc| arc.points.clone())
        .collect();
    let mut closed = Vec::new();
    while let Some(mut ring) = open.pop() {
        while ring.first() != ring.last() {
            let end = *ring.last().unwrap();
            let at = open
                .iter()
                .position(|arc| arc.first() == Some(&end) || arc.last() == Some(&end));
            let mut next = open.swap_remove(at.expect("the boundary does not close"));
            if next.first() != Some(&end) {
                next.reverse();
            }
            ring.extend(next.into_iter().skip(1));
        }
        closed.push(ring);
    }
    closed
}

#[test]
fn the_indian_and_pakistani_views_close_at_every_level() {
    for detail in Detail::ALL {
        let level = Level::load(detail, &ATLAS).unwrap();
        for (code, view, north) in [
            ("IND", Worldview::Indian, 37.05),
            ("PAK", Worldview::Pakistani, 37.05),
        ] {
            let rings = rings_of(&level, code, view);
            let mainland = rings.iter().max_by_key(|ring| ring.len()).unwrap();
            let top = mainland
                .iter()
                .map(|point| point.lat_deg)
                .fold(f64::MIN, f64::max);
            assert!((top - north).abs() < 0.2, "{detail:?} {code}: {top}");
            // Jammu and Kashmir is inside the one boundary, not a ring beside it.
            let inner = rings.iter().filter(|ring| {
                ring.iter()
                    .all(|p| (73.0..80.5).contains(&p.lon_deg) && (32.0..37.2).contains(&p.lat_deg))
            });
            assert_eq!(
                inner.count(),
                0,
                "{detail:?} {code} has a hole or sliver in Kashmir"
            );
        }
    }
}
