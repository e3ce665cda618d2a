//! The formats data is written in, and the endings of their files.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataFormat {
    /// RFC 7946.
    GeoJson,
    /// KML 2.2 of the Open Geospatial Consortium.
    Kml,
    /// RFC 4180, with the shape as well-known text.
    Csv,
}

impl DataFormat {
    pub const ALL: [Self; 3] = [Self::GeoJson, Self::Kml, Self::Csv];

    /// As the command line writes it, and what a file's name ends with.
    pub fn key(self) -> &'static str {
        match self {
            Self::GeoJson => "geojson",
            Self::Kml => "kml",
            Self::Csv => "csv",
        }
    }

    /// What a file is to be, by the end of its name.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        let mut all = Self::ALL.into_iter();
        all.find(|format| ending.eq_ignore_ascii_case(format.key()))
    }

    /// ".geojson, .kml or .csv".
    pub fn endings() -> String {
        let [first @ .., last] = Self::ALL.map(|format| format!(".{}", format.key()));
        format!("{} or {last}", first.join(", "))
    }
}

impl fmt::Display for DataFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.key())
    }
}

impl FromStr for DataFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut all = Self::ALL.into_iter();
        all.find(|format| format.key() == text).ok_or_else(|| {
            let known = Self::ALL.map(Self::key).join(", ");
            format!("no format is called \"{text}\"; there are {known}")
        })
    }
}
