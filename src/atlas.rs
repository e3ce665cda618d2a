//! The embedded world: countries, disputed areas, borders, worldviews, cities, water.
//!
//! In: what `geodata/` holds, loaded into plain values, and look-ups on it.
//! Out: the story, and anything that draws.

mod country;
mod worldview;

pub use country::{Area, AreaId, City, Country, CountryId};
pub use worldview::{Owner, Worldview};

/// The embedded world. Levels of detail are loaded apart, see `Level`.
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    /// Sorted by code.
    pub countries: Vec<Country>,
    pub areas: Vec<Area>,
    /// By falling population, capitals first.
    pub cities: Vec<City>,
}

impl Atlas {
    /// The country with that ISO alpha-3 code.
    pub fn country_by_code(&self, code: &str) -> Option<CountryId> {
        let index = self
            .countries
            .iter()
            .position(|country| country.code == code)?;
        u16::try_from(index).ok().map(CountryId)
    }

    pub fn country(&self, id: CountryId) -> Option<&Country> {
        self.countries.get(usize::from(id.0))
    }
}
