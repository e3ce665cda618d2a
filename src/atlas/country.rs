//! Countries, the areas they are made of, and cities.

use crate::geography::{GeoBounds, LonLat};

/// A country of the atlas: an index into [`super::Atlas::countries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryId(pub u16);

/// An area of the atlas: an index into [`super::Atlas::areas`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaId(pub u16);

/// A country as the atlas knows it.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-3, or Natural Earth's own three letters where ISO has none (`KOS`).
    pub code: String,
    /// The short English name, as an atlas prints it.
    pub name: String,
    /// The seat of government, when the city table has one.
    pub capital: Option<usize>,
    /// Where the name stands: inside the main part, degrees.
    pub label: LonLat,
    /// The bounds of the main part (Russia with Kaliningrad and Chukotka in one box, France
    /// without Guiana), to frame the country by.
    pub frame: GeoBounds,
}

/// The smallest piece of land the atlas knows: a country, or a disputed piece of one.
#[derive(Clone, Debug)]
pub struct Area {
    /// A country's code, or the name of a disputed area such as `IND-JK`.
    pub key: String,
    /// What a reader calls it.
    pub name: String,
    /// Who administers it.
    pub holder: CountryId,
    /// Who else claims it; empty for all but the disputed areas.
    pub claimants: Vec<CountryId>,
    /// Where a name could stand.
    pub label: LonLat,
}

/// A town or city.
#[derive(Clone, Debug)]
pub struct City {
    pub name: String,
    pub country: CountryId,
    pub at: LonLat,
    pub population: u32,
    pub is_capital: bool,
}
