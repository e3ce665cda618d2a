//! What GDAL makes of the files: the same counts and the same shapes. Where it is not installed, it
//! is said loudly that this was skipped.

use std::fs;
use std::path::Path;
use std::process::Command;

use passage::export::data::{DataFormat, SceneChoice};
use passage::world::World;
use serde_json::Value;

use crate::command::folder;
use crate::read::{from_geojson, rows_of};
use crate::stories::{self, line, polygon};
use crate::{bundled, bytes};

/// A tool's answer; none where it is not installed.
fn answer(tool: &str, arguments: &[&str]) -> Option<String> {
    let Ok(output) = Command::new(tool).args(arguments).output() else {
        eprintln!("SKIPPED: no {tool} (Debian: gdal-bin); what GDAL makes of data is not checked");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool}: {said}");
    assert!(!said.to_lowercase().contains("error"), "{tool}: {said}");
    Some(String::from_utf8(output.stdout).unwrap())
}

fn count(path: &Path) -> Option<usize> {
    let told = answer("ogrinfo", &["-ro", "-al", "-so", path.to_str().unwrap()])?;
    let counts = told
        .lines()
        .filter_map(|line| line.strip_prefix("Feature Count: "));
    Some(counts.map(|count| count.parse::<usize>().unwrap()).sum())
}

/// The rows of points of each feature, as GDAL reads and writes them.
fn rows(path: &Path) -> Option<Vec<Vec<Vec<[f64; 2]>>>> {
    let arguments = ["-f", "GeoJSON", "/vsistdout/", path.to_str().unwrap()];
    let told = answer("ogr2ogr", &arguments)?;
    let json: Value = serde_json::from_str(&told).unwrap();
    let features = json["features"].as_array().unwrap().iter();
    let rows = features.map(|feature| {
        let mut rows = Vec::new();
        rows_of(&feature["geometry"], &mut rows);
        rows
    });
    Some(rows.collect())
}

fn check(world: &World, name: &str) {
    let folder = folder(name);
    let own = from_geojson(&bytes(world, SceneChoice::Story, DataFormat::GeoJson));
    for format in DataFormat::ALL {
        let path = folder.join(format!("{name}.{format}"));
        fs::write(&path, bytes(world, SceneChoice::Story, format)).unwrap();
        let Some(count) = count(&path) else { return };
        assert_eq!(count, own.len(), "{format}");
        // Its GeoJSON takes one layer only, and KML has one for each overlay.
        if format != DataFormat::Kml {
            let Some(rows) = rows(&path) else { return };
            let shapes = own.iter().map(|told| &told.rows);
            assert!(rows.iter().eq(shapes), "{format}: {rows:?}");
        }
    }
}

#[test]
fn gdal_reads_as_many_features_of_the_same_shapes() {
    check(&bundled(), "bundled");
}

#[test]
fn gdal_reads_what_crosses_the_antimeridian_as_it_was_cut() {
    let outer = "[[170, 0], [-150, 0], [-150, 20], [170, 20], [170, 0]]";
    let hole = "[[172, 5], [172, 15], [176, 15], [176, 5], [172, 5]]";
    let features = [
        polygon(&format!("[{outer}, {hole}]")),
        line("[[170, 10], [-140, 20]]"),
        r#"{"type": "MultiPoint", "coordinates": [[1, 2], [-175, 4]]}"#.to_owned(),
    ];
    let features = features.iter().zip(0..).map(|(geometry, index)| {
        let feature = stories::feature(&format!("\"geometry\": {geometry}"));
        feature.replace("\"key\": \"f\"", &format!("\"key\": \"f{index}\""))
    });
    let features: Vec<String> = features.collect();
    let (world, problems) = stories::story(&format!("\"features\": [{}]", features.join(",")));
    assert!(problems.is_empty(), "{}", stories::said(&problems));
    check(&world, "cut");
}
