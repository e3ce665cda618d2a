//! Countries, areas and cities from their embedded tables.

use serde::Deserialize;

use super::{Area, Atlas, AtlasError, City, Country, CountryId};
use crate::geography::{GeoBounds, LonLat};

const COUNTRIES: &str = include_str!("../../geodata/countries.tsv");
const CITIES: &str = include_str!("../../geodata/cities.tsv");
const AREAS: &str = include_str!("../../geodata/areas.json");

/// A row of `areas.json`.
#[derive(Deserialize)]
struct RawArea {
    key: String,
    name: String,
    holder: String,
    claimants: Vec<String>,
}

pub(super) fn load() -> Result<Atlas, AtlasError> {
    let mut atlas = Atlas::default();
    for line in COUNTRIES.lines().skip(1) {
        atlas
            .countries
            .push(country(line).ok_or_else(|| bad("countries.tsv", line))?);
    }
    for line in CITIES.lines().skip(1) {
        let city = city(line, &atlas).ok_or_else(|| bad("cities.tsv", line))?;
        if city.is_capital
            && let Some(country) = atlas.countries.get_mut(usize::from(city.country.0))
        {
            country.capital.get_or_insert(atlas.cities.len());
        }
        atlas.cities.push(city);
    }
    let raw: Vec<RawArea> =
        serde_json::from_str(AREAS).map_err(|error| AtlasError::Unreadable {
            file: "areas.json",
            why: error.to_string(),
        })?;
    for area in raw {
        let code = |code: &str| {
            atlas
                .country_by_code(code)
                .ok_or_else(|| bad("areas.json", code))
        };
        let holder = code(&area.holder)?;
        let claimants = area
            .claimants
            .iter()
            .map(|claimant| code(claimant))
            .collect::<Result<_, _>>()?;
        let label = atlas
            .country(holder)
            .map_or(LonLat::new(0.0, 0.0), |country| country.label);
        atlas.areas.push(Area {
            key: area.key,
            name: area.name,
            holder,
            claimants,
            label,
        });
    }
    atlas.disputes = super::dispute::load(&atlas)?;
    Ok(atlas)
}

fn bad(file: &'static str, what: &str) -> AtlasError {
    AtlasError::Unreadable {
        file,
        why: format!("\"{what}\" is not a row of it"),
    }
}

fn country(line: &str) -> Option<Country> {
    let mut cells = line.split('\t');
    let (code, name) = (cells.next()?.to_owned(), cells.next()?.to_owned());
    let mut number = || cells.next()?.parse::<f64>().ok();
    let label = LonLat::new(number()?, number()?);
    let frame = GeoBounds {
        west_deg: number()?,
        south_deg: number()?,
        east_deg: number()?,
        north_deg: number()?,
    };
    Some(Country {
        code,
        name,
        capital: None,
        label,
        frame,
    })
}

fn city(line: &str, atlas: &Atlas) -> Option<City> {
    let mut cells = line.split('\t');
    let name = cells.next()?.to_owned();
    let country: CountryId = atlas.country_by_code(cells.next()?)?;
    let (lon_deg, lat_deg) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
    Some(City {
        name,
        country,
        at: LonLat::new(lon_deg, lat_deg),
        population: cells.next()?.parse().ok()?,
        is_capital: cells.next()? == "1",
    })
}
