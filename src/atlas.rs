//! The embedded world: countries, disputed areas, borders, worldviews, cities, water.
//!
//! In: what `geodata/` holds, loaded into plain values, and look-ups on it.
//! Out: the story, and anything that draws.

mod country;
mod worldview;

pub use country::{Area, AreaId, City, Country, CountryId};
pub use worldview::{Owner, Worldview};
