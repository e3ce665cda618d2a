//! From countries and claim lines to areas: the smallest pieces that ever change hands.

use std::collections::{BTreeMap, BTreeSet};

use crate::Outcome;
use crate::codes::Codes;
use crate::grid::{Point, Polygon, contains, faces, polygons_of};
use crate::source::{ClaimLine, RawCountry};

/// An area: a country, or a disputed piece of one.
pub(crate) struct BakedArea {
    pub key: String,
    pub name: String,
    pub holder: String,
    pub claimants: Vec<&'static str>,
    /// None for a state that the source's grid has made a line of: Vatican City.
    pub polygons: Vec<Polygon>,
    /// A point of it, for where there is no polygon.
    pub spot: Point,
}

/// A disputed area: its key and name, a point inside it (degrees), whose polygons it is cut
/// from, who holds it (January 2011) and who claims it.
struct Disputed {
    key: &'static str,
    name: &'static str,
    seed: (f64, f64),
    cut_from: &'static str,
    holder: &'static str,
    claimants: &'static [&'static str],
}

const DISPUTED: &[Disputed] = &[
    Disputed {
        key: "IND-JK",
        name: "Jammu and Kashmir",
        seed: (74.8, 34.08),
        cut_from: "IND",
        holder: "IND",
        claimants: &["PAK"],
    },
    Disputed {
        key: "PAK-AJK",
        name: "Azad Kashmir",
        seed: (73.47, 34.37),
        cut_from: "PAK",
        holder: "PAK",
        claimants: &["IND"],
    },
    Disputed {
        key: "PAK-GB",
        name: "Gilgit-Baltistan",
        seed: (74.31, 35.92),
        cut_from: "PAK",
        holder: "PAK",
        claimants: &["IND"],
    },
    Disputed {
        key: "KAS",
        name: "Siachen Glacier",
        seed: (77.2, 35.35),
        cut_from: "KAS",
        holder: "IND",
        claimants: &["PAK"],
    },
    Disputed {
        key: "CHN-AKS",
        name: "Aksai Chin",
        seed: (79.2, 35.0),
        cut_from: "CHN",
        holder: "CHN",
        claimants: &["IND"],
    },
    Disputed {
        key: "CHN-SHK",
        name: "Shaksgam Valley",
        seed: (76.6, 36.1),
        cut_from: "CHN",
        holder: "CHN",
        claimants: &["IND"],
    },
    Disputed {
        key: "IND-AR",
        name: "Arunachal Pradesh",
        seed: (94.0, 28.0),
        cut_from: "IND",
        holder: "IND",
        claimants: &["CHN"],
    },
    Disputed {
        key: "IND-DEM",
        name: "Demchok",
        seed: (79.3, 32.8),
        cut_from: "IND",
        holder: "IND",
        claimants: &["CHN"],
    },
    Disputed {
        // Not CRI, which is Costa Rica.
        key: "UKR-CRI",
        name: "Crimea",
        seed: (34.2, 45.2),
        cut_from: "RUS",
        holder: "UKR",
        claimants: &["RUS"],
    },
];

/// Countries of today that were part of another in January 2011: code, name then, holder. They
/// stay areas of their own, and the border between the two is not drawn.
const NOT_YET: &[(&str, &str, &str)] = &[("SSD", "Southern Sudan", "SDN")];

pub(crate) fn areas(
    countries: Vec<RawCountry>,
    lines: &[ClaimLine],
    codes: &Codes,
) -> Outcome<Vec<BakedArea>> {
    let mut land: BTreeMap<String, Vec<Polygon>> = BTreeMap::new();
    for country in countries {
        let code = codes.code(country.id.as_deref(), &country.name)?;
        // Extend, never replace: 036 stands for Australia and for two reefs of it.
        land.entry(code).or_default().extend(country.polygons);
    }
    let mut areas = Vec::new();
    for (code, polygons) in land {
        let spot = *polygons
            .iter()
            .flatten()
            .flatten()
            .next()
            .ok_or_else(|| format!("{code} has no point"))?;
        let split = split_at_antimeridian(&polygons);
        let rings = faces(&split, &cuts_through(&code, lines));
        let mut parts: BTreeMap<&str, Vec<Polygon>> = BTreeMap::new();
        for polygon in polygons_of(rings) {
            let disputed = DISPUTED.iter().find(|disputed| {
                disputed.cut_from == code && polygon_contains(&polygon, disputed.seed)
            });
            parts
                .entry(disputed.map_or(code.as_str(), |disputed| disputed.key))
                .or_default()
                .push(polygon);
        }
        if parts.is_empty() {
            parts.insert(&code, Vec::new());
        }
        for (key, polygons) in parts {
            // Pockets that belong to no disputed area go back into their country.
            let polygons = polygons_of(faces(&polygons, &BTreeSet::new()));
            let disputed = DISPUTED.iter().find(|disputed| disputed.key == key);
            let not_yet = NOT_YET.iter().find(|(code, ..)| *code == key);
            let (name, holder) = match (disputed, not_yet) {
                (Some(disputed), _) => (disputed.name.to_owned(), disputed.holder),
                (None, Some((_, name, holder))) => ((*name).to_owned(), *holder),
                (None, None) => (codes.name(key), key),
            };
            areas.push(BakedArea {
                key: key.to_owned(),
                name,
                holder: holder.to_owned(),
                claimants: disputed.map_or(Vec::new(), |disputed| disputed.claimants.to_vec()),
                polygons,
                spot,
            });
        }
    }
    for disputed in DISPUTED {
        if !areas.iter().any(|area| area.key == disputed.key) {
            return Err(format!("{} was not cut out", disputed.key).into());
        }
    }
    areas.sort_by(|a, b| a.key.cmp(&b.key));
    for pair in areas.windows(2) {
        if pair[0].key == pair[1].key {
            let names = [&pair[0].name, &pair[1].name];
            return Err(format!("two areas are called {}: {names:?}", pair[0].key).into());
        }
    }
    Ok(areas)
}

fn polygon_contains(polygon: &Polygon, (lon_deg, lat_deg): (f64, f64)) -> bool {
    let x = (lon_deg - crate::grid::TRANSLATE[0]) / crate::grid::SCALE[0];
    let y = (lat_deg - crate::grid::TRANSLATE[1]) / crate::grid::SCALE[1];
    polygon.iter().filter(|ring| contains(ring, (x, y))).count() % 2 == 1
}

/// The claim lines through a country, as edges in both directions; loose ends are pruned.
fn cuts_through(code: &str, lines: &[ClaimLine]) -> BTreeSet<(Point, Point)> {
    let mut cuts = BTreeSet::new();
    for line in lines.iter().filter(|line| {
        line.holder == code
            && matches!(code, "IND" | "PAK" | "CHN")
            && ["Indian claim", "Pakistani claim", "Chinese claim"].contains(&line.name.as_str())
    }) {
        for pair in line.points.windows(2) {
            cuts.insert((pair[0], pair[1]));
            cuts.insert((pair[1], pair[0]));
        }
    }
    cuts
}

/// Puts a vertex on each edge along the antimeridian wherever another ring of the same country
/// has one, so that the two halves of Chukotka, Wrangel Island and Taveuni can be joined.
fn split_at_antimeridian(polygons: &[Polygon]) -> Vec<Polygon> {
    let column = crate::grid::PERIOD;
    let rows: BTreeSet<i32> = polygons
        .iter()
        .flatten()
        .flatten()
        .filter(|point| point.0 == column)
        .map(|point| point.1)
        .collect();
    let split = |ring: &Vec<Point>| {
        let mut result: Vec<Point> = Vec::with_capacity(ring.len());
        for pair in ring.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            result.push(from);
            if from.0 == column && to.0 == column {
                let (low, high) = (from.1.min(to.1), from.1.max(to.1));
                let between = rows
                    .range(low + 1..high.max(low + 1))
                    .map(|&row| (column, row));
                if from.1 < to.1 {
                    result.extend(between);
                } else {
                    result.extend(between.rev());
                }
            }
        }
        result.extend(ring.last());
        result
    };
    polygons
        .iter()
        .map(|polygon| polygon.iter().map(split).collect())
        .collect()
}
