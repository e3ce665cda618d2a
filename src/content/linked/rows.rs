//! Rows of a story for what the linker's tables know: cities, regions, organisations, overlays.

use crate::atlas::Atlas;
use crate::geography::{GeoBounds, LonLat};
use crate::linker::{OrganisationRow, OverlayRow, PlaceRow, RegionRow};
use crate::world::{Actor, ActorKind, Overlay, OverlayStyle, Place};

/// The one country that is younger than the map.
const SOUTH_SUDAN: &str = "SSD";

/// A country that the atlas does not have yet: South Sudan, as a region of Sudan, which it was in
/// January 2011. Its extent is that of the area the atlas has.
pub(super) fn young_country(code: &str, atlas: &Atlas) -> Option<Place> {
    (code == SOUTH_SUDAN).then(|| Place {
        key: "south-sudan".to_owned(),
        name: "South Sudan".to_owned(),
        about:
            "A state of its own since July 2011. The map is of January 2011, when it was a part \
                of Sudan."
                .to_owned(),
        at: LonLat::new(30.2, 7.4),
        extent: Some(GeoBounds {
            west_deg: 24.1,
            south_deg: 3.5,
            east_deg: 35.9,
            north_deg: 12.2,
        }),
        country: atlas.country_by_code("SDN"),
    })
}

pub(super) fn city(row: &PlaceRow, atlas: &Atlas) -> Place {
    let country = atlas.country_by_code(row.country.as_str());
    let about = country.map_or_else(String::new, |country| {
        let name = atlas.country_name(country);
        let what = if row.is_capital {
            "Capital of"
        } else {
            "City in"
        };
        format!("{what} {name}.")
    });
    Place {
        key: row.key.to_owned(),
        name: row.name.to_owned(),
        about,
        at: LonLat::new(row.lon_deg, row.lat_deg),
        extent: None,
        country,
    }
}

pub(super) fn region(row: &RegionRow) -> Place {
    let (lon_deg, lat_deg) = row.at;
    Place {
        key: row.key.to_owned(),
        name: row.name.to_owned(),
        about: row.about.to_owned(),
        at: LonLat::new(lon_deg, lat_deg),
        extent: Some(GeoBounds {
            west_deg: row.west,
            south_deg: row.south,
            east_deg: row.east,
            north_deg: row.north,
        }),
        country: None,
    }
}

pub(super) fn organisation(row: &OrganisationRow) -> Actor {
    let at = row.at;
    Actor {
        key: row.key.to_owned(),
        name: row.name.to_owned(),
        kind: ActorKind::Organisation,
        about: row.about.to_owned(),
        at: at.map(|(lon_deg, lat_deg)| LonLat::new(lon_deg, lat_deg)),
    }
}

/// A person by the name that stands in the text: of people no table knows anything.
pub(super) fn person(key: String, name: &str) -> Actor {
    Actor {
        key,
        name: name.to_owned(),
        kind: ActorKind::Person,
        about: String::new(),
        at: None,
    }
}

pub(super) fn overlay(row: &OverlayRow) -> Option<Overlay> {
    Some(Overlay {
        key: row.key.to_owned(),
        name: row.name.to_owned(),
        about: row.about.to_owned(),
        limits: String::new(),
        style: OverlayStyle::from_key(row.style)?,
    })
}
