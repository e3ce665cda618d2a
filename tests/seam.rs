//! What a story draws over the date line, where the map is cut.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]
#![expect(clippy::float_cmp, reason = "the map's edge is exactly where it is")]

mod stories;

use passage::geography::GeoBounds;
use passage::picture::OverlayShapes;
use passage::world::Geometry;
use stories::{bounds, line, polygon, said, shape_of, story};

fn longest_step(shapes: &OverlayShapes) -> f64 {
    let shape = &shapes.features[0];
    let paths = shape.paths.iter().map(|path| &path.points);
    let steps = paths
        .chain(shape.areas.iter().flatten())
        .flat_map(|points| {
            let pairs = points.windows(2);
            pairs.map(|pair| (pair[0].x - pair[1].x).hypot(pair[0].y - pair[1].y))
        });
    steps.fold(0.0, f64::max)
}

// Hazard 11: what crosses the date line smears across the map.
#[test]
fn a_line_over_the_date_line_goes_the_short_way_in_two_parts() {
    for points in [
        "[[131, 43], [-122, 47]]",
        "[[131, 43], [238, 47]]",
        "[[-122, 47], [131, 43]]",
        "[[170, 10], [180, 10], [-180, 10], [-150, 10]]",
    ] {
        let (world, shapes) = shape_of(&line(points));
        let (_, feature) = world.features.iter().next().unwrap();
        let Geometry::Lines(lines) = &feature.geometry else {
            panic!()
        };
        assert_eq!(lines.len(), 2, "{points}: {lines:?}");
        for part in lines {
            let lons = || part.iter().map(|waypoint| waypoint.at.lon_deg);
            assert!(
                lons().all(|lon| (-169.0..=191.0).contains(&lon)),
                "{part:?}"
            );
            let span = lons().fold(f64::MIN, f64::max) - lons().fold(f64::MAX, f64::min);
            assert!(span <= 60.0, "{part:?}");
            // Each part ends or starts where the map does.
            assert!(lons().any(|lon| lon == -169.0 || lon == 191.0), "{part:?}");
        }
        assert!(longest_step(&shapes) < 60.0, "{}", longest_step(&shapes));
    }
    let (world, _) = shape_of(&line("[[170, 60], [180, 62], [-175, 65]]"));
    let (_, feature) = world.features.iter().next().unwrap();
    // Chukotka lies on this side of the map's seam, beyond the date line.
    assert!(matches!(&feature.geometry, Geometry::Lines(lines) if lines.len() == 1));
}

// Hazard 11: what crosses the date line smears across the map.
#[test]
fn an_area_over_the_date_line_is_split_at_the_seam_and_paints_no_stripe() {
    for rings in [
        "[[[170, 50], [-150, 50], [-150, 60], [170, 60], [170, 50]]]",
        "[[[170, 50], [170, 60], [210, 60], [210, 50], [170, 50]]]",
        "[[[170, 50], [180, 50], [-180, 50], [-150, 50], [-150, 60], [170, 60], [170, 50]],
          [[180, 52], [-175, 52], [-175, 55], [180, 55], [180, 52]],
          [[-165, 52], [-160, 52], [-160, 55], [-165, 55], [-165, 52]]]",
    ] {
        let (world, _) = shape_of(&polygon(rings));
        let (_, feature) = world.features.iter().next().unwrap();
        let Geometry::Polygons(polygons) = &feature.geometry else {
            panic!()
        };
        assert_eq!(polygons.len(), 2, "{polygons:?}");
        let mut lons = Vec::new();
        for polygon in polygons {
            assert_eq!(
                polygon.len(),
                polygons[0].len(),
                "each part has its own hole"
            );
            lons.push(GeoBounds::around(polygon[0].iter().copied()).unwrap());
        }
        lons.sort_by(|a, b| a.west_deg.total_cmp(&b.west_deg));
        assert_eq!(lons[0], bounds(&[[-169.0, 50.0], [-150.0, 60.0]]));
        assert_eq!(lons[1], bounds(&[[170.0, 50.0], [191.0, 60.0]]));
    }
}

// Hazard 11: what crosses the date line smears across the map.
#[test]
fn a_ring_round_a_pole_and_a_box_round_the_globe_cover_what_they_say() {
    for (rings, south, north) in [
        (
            "[[[-180, -60], [180, -60], [180, 85], [-180, 85], [-180, -60]]]",
            -60.0,
            85.0,
        ),
        (
            "[[[-170, -70], [-90, -70], [0, -70], [90, -70], [170, -70], [-170, -70]]]",
            -90.0,
            -70.0,
        ),
        (
            "[[[-180, -90], [-180, -70], [-60, -70], [60, -70], [180, -70], [180, -90], [-180, -90]]]",
            -90.0,
            -70.0,
        ),
    ] {
        let (world, _) = shape_of(&polygon(rings));
        let (_, feature) = world.features.iter().next().unwrap();
        let Geometry::Polygons(polygons) = &feature.geometry else {
            panic!()
        };
        let all = GeoBounds::around(polygons.iter().flat_map(|rings| rings[0].iter().copied()));
        assert_eq!(
            all,
            Some(bounds(&[[-169.0, south], [191.0, north]])),
            "{polygons:?}"
        );
    }
}

// Hazard 11: what crosses the date line smears across the map.
#[test]
fn frames_that_leave_the_map_are_brought_onto_it() {
    for (frame, west, east) in [
        ("[-180, -60, 180, 85]", -169.0, 191.0),
        ("[-200, -60, 300, 85]", -169.0, 191.0),
        ("[100, 0, 200, 50]", 100.0, 191.0),
        ("[-180, 0, -100, 50]", -169.0, -100.0),
        ("[170, 0, -175, 50]", 170.0, 185.0),
        ("[40, 0, 90, 50]", 40.0, 90.0),
        ("[400, 0, 450, 50]", 40.0, 90.0),
    ] {
        let (world, problems) = story(&format!("\"opening\": {{\"frame\": {frame}}}"));
        assert!(problems.is_empty(), "{}", said(&problems));
        let found = world.opening_frame.unwrap();
        assert_eq!((found.west_deg, found.east_deg), (west, east), "{frame}");
    }
    for frame in [
        "[9, 9, 1, 20]",
        "[1, 9, 9, 1]",
        "[1, 1, 1, 9]",
        "[0, -91, 1, 0]",
        "[0, 0, 541, 9]",
    ] {
        let (world, problems) = story(&format!("\"opening\": {{\"frame\": {frame}}}"));
        assert_eq!((world.opening_frame, problems.len()), (None, 1), "{frame}");
    }
}
