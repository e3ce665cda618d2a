//! The embedded world: countries, disputed areas, borders, worldviews, cities, water.
//!
//! In: what `geodata/` holds, loaded into plain values, and look-ups on it.
//! Out: the story, and anything that draws.

mod area_index;
mod border;
mod country;
mod dispute;
mod lands;
mod level;
mod relief;
mod rivers;
mod seas;
mod tables;
mod topojson;
mod where_is;
mod worldview;

pub use area_index::AreaIndex;
pub use border::BorderKind;
pub use country::{Area, AreaId, City, Country, CountryId};
pub use dispute::{Dispute, DisputeId, Disputed};
pub use lands::{LANDS, LandName, LandPlace};
pub use level::{Arc, Detail, Level, Ring};
pub use relief::Relief;
pub use rivers::{RIVERS, RiverName};
pub use seas::{SEAS, Sea};
pub use where_is::{WhereAnswer, where_is};
pub use worldview::{Owner, Worldview};

/// What can be wrong with the embedded data. It is tested, so a user never meets this.
#[derive(Debug, thiserror::Error)]
pub enum AtlasError {
    #[error("the embedded {file} can not be read: {why}")]
    Unreadable { file: &'static str, why: String },
}

/// The embedded world. Levels of detail are loaded apart, see [`Level`].
#[derive(Clone, Debug, Default)]
pub struct Atlas {
    /// Sorted by code.
    pub countries: Vec<Country>,
    /// Sorted by key.
    pub areas: Vec<Area>,
    /// By falling population.
    pub cities: Vec<City>,
    /// Disputed areas, then disputed lines.
    pub disputes: Vec<Dispute>,
}

impl Atlas {
    /// Countries, areas and cities, without shapes.
    pub fn load() -> Result<Self, AtlasError> {
        tables::load()
    }

    /// The country with that ISO alpha-3 code.
    pub fn country_by_code(&self, code: &str) -> Option<CountryId> {
        let index = self
            .countries
            .binary_search_by(|country| country.code.as_str().cmp(code))
            .ok()?;
        u16::try_from(index).ok().map(CountryId)
    }

    pub fn country(&self, id: CountryId) -> Option<&Country> {
        self.countries.get(usize::from(id.0))
    }

    pub fn area(&self, id: AreaId) -> Option<&Area> {
        self.areas.get(usize::from(id.0))
    }

    /// The name to show for a country; a dash for one that is not there.
    pub fn country_name(&self, id: CountryId) -> &str {
        self.country(id)
            .map_or("\u{2013}", |country| country.name.as_str())
    }
}
