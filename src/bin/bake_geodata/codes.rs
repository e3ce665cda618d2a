//! Codes and names: from ISO numeric and Natural Earth's names to alpha-3 and atlas names.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::Outcome;

/// A country's names and capital, from `GeoNames`.
pub(crate) struct CountryFacts {
    pub name: String,
    pub capital: String,
    pub iso2: String,
}

/// Features of world-atlas without an id, or with another's (036 stands twice), by name:
/// whose land they are drawn as.
const BY_NAME: &[(&str, &str)] = &[
    ("Akrotiri", "GBR"),
    ("Ashmore and Cartier Is.", "AUS"),
    ("Baikonur", "KAZ"),
    ("Bajo Nuevo Bank", "COL"),
    ("Clipperton I.", "FRA"),
    ("Coral Sea Is.", "AUS"),
    ("Cyprus U.N. Buffer Zone", "CYP"),
    ("Dhekelia", "GBR"),
    ("Indian Ocean Ter.", "AUS"),
    ("Kosovo", "KOS"),
    ("N. Cyprus", "CYN"),
    ("Scarborough Reef", "SCR"),
    ("Serranilla Bank", "COL"),
    ("Siachen Glacier", "KAS"),
    ("Somaliland", "SOL"),
    ("Spratly Is.", "PGA"),
    ("USNB Guantanamo Bay", "CUB"),
];

/// Names an atlas prints where `GeoNames` has a longer one or none.
const NAMES: &[(&str, &str)] = &[
    ("ALA", "Åland"),
    ("BHS", "Bahamas"),
    ("CIV", "Ivory Coast"),
    ("COD", "Democratic Republic of the Congo"),
    ("COG", "Republic of the Congo"),
    ("CYN", "Northern Cyprus"),
    ("CZE", "Czech Republic"),
    ("FSM", "Micronesia"),
    ("GMB", "Gambia"),
    ("KOS", "Kosovo"),
    ("MKD", "Macedonia"),
    ("NLD", "Netherlands"),
    ("PGA", "Spratly Islands"),
    ("PSE", "Palestinian territories"),
    ("SCR", "Scarborough Reef"),
    ("SOL", "Somaliland"),
    ("SWZ", "Swaziland"),
    ("TLS", "East Timor"),
    ("TUR", "Turkey"),
    ("VAT", "Vatican City"),
];

pub(crate) struct Codes {
    by_numeric: BTreeMap<u32, String>,
    facts: BTreeMap<String, CountryFacts>,
}

impl Codes {
    pub(crate) fn read(path: &Path) -> Outcome<Self> {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let file: BTreeMap<String, Value> = serde_json::from_str(&text)?;
        let mut codes = Self {
            by_numeric: BTreeMap::new(),
            facts: BTreeMap::new(),
        };
        for (iso2, country) in file {
            let word = |key: &str| country[key].as_str().unwrap_or_default().to_owned();
            let numeric = u32::try_from(country["isonumeric"].as_u64().unwrap_or_default())?;
            let code = word("iso3");
            if numeric != 0 {
                codes.by_numeric.insert(numeric, code.clone());
            }
            let facts = CountryFacts {
                name: word("name"),
                capital: word("capital"),
                iso2,
            };
            codes.facts.insert(code, facts);
        }
        Ok(codes)
    }

    /// The alpha-3 code of a feature: by name first, because ids are missing or doubled.
    pub(crate) fn code(&self, id: Option<&str>, name: &str) -> Outcome<String> {
        if let Some((_, code)) = BY_NAME.iter().find(|(known, _)| *known == name) {
            return Ok((*code).to_owned());
        }
        let numeric: u32 = id
            .ok_or_else(|| format!("{name} has neither an id nor a place in the table"))?
            .parse()?;
        self.by_numeric
            .get(&numeric)
            .cloned()
            .ok_or_else(|| format!("{name}: no country {numeric}").into())
    }

    pub(crate) fn name(&self, code: &str) -> String {
        NAMES.iter().find(|(known, _)| *known == code).map_or_else(
            || {
                self.facts
                    .get(code)
                    .map_or_else(|| code.to_owned(), |facts| facts.name.clone())
            },
            |(_, name)| (*name).to_owned(),
        )
    }

    pub(crate) fn facts(&self) -> &BTreeMap<String, CountryFacts> {
        &self.facts
    }
}
