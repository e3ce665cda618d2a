//! Names of cities: from which zoom on each is shown. Capitals first, then by size, and in the
//! countries of the story also by place among their own: Kandahar is no large city, but the second
//! one of Afghanistan. Those the story names itself come before all.

use std::collections::BTreeMap;

use super::labels::{LabelKind, LabelSource, LabelStyle, map_text};
use super::room::Anchor;
use crate::atlas::{Atlas, City, CountryId};
use crate::geography::{LonLat, MapProjection};
use crate::world::{Place, Subject, World};

/// Elsewhere a city must be this much nearer.
const ELSEWHERE_ZOOMS: f64 = 0.9;

/// A place of the story this near to a city is the city, in degrees.
const SAME_PLACE_DEG: f64 = 0.2;

/// From this zoom on a city is named that the text names: as soon as there is room.
const NAMED_ZOOM: f64 = 2.0;

/// Places of the story that are cities the atlas does not have.
pub(super) fn other_city_labels(
    world: &World,
    atlas: &Atlas,
    projection: MapProjection,
) -> impl Iterator<Item = LabelSource> {
    let is_other = |place: &Place| !atlas.cities.iter().any(|city| is_at(place, city.at));
    let others = cities_of(world).filter(move |(_, place)| is_other(place));
    others.map(move |(subject, place)| LabelSource {
        subject: Some(subject),
        text: map_text(&place.name),
        style: LabelStyle::City,
        kind: LabelKind::BesideDot,
        anchors: vec![Anchor::free(projection.project(place.at))],
        home: 1,
        min_zoom: named_zoom(world),
        max_zoom: 14.0,
        rank: 900,
    })
}

/// From where on a town that the text names has its own name: always, where there is nothing else that
/// a text names.
fn named_zoom(world: &World) -> f64 {
    if world.focus.is_empty() {
        0.0
    } else {
        NAMED_ZOOM
    }
}

fn cities_of(world: &World) -> impl Iterator<Item = (Subject, &Place)> {
    let cities = world
        .places
        .iter()
        .filter(|(_, place)| place.extent.is_none());
    cities.map(|(id, place)| (Subject::Place(id), place))
}

fn is_at(place: &Place, at: LonLat) -> bool {
    (place.at.lon_deg - at.lon_deg).abs() < SAME_PLACE_DEG
        && (place.at.lat_deg - at.lat_deg).abs() < SAME_PLACE_DEG
}

/// Which of the atlas' cities the story names, by their places in its list.
fn named_cities(world: &World, atlas: &Atlas) -> BTreeMap<usize, Subject> {
    let nearest = |(subject, place): (Subject, &Place)| {
        let cities = atlas.cities.iter().enumerate();
        let near = cities.filter(|(_, city)| is_at(place, city.at));
        // Of a city and a suburb of it the one of that name.
        let best = near.min_by_key(|(_, city)| city.name != place.name)?;
        Some((best.0, subject))
    };
    cities_of(world).filter_map(nearest).collect()
}

pub(super) fn city_labels(
    world: &World,
    atlas: &Atlas,
    focus: &[CountryId],
    projection: MapProjection,
) -> impl Iterator<Item = LabelSource> {
    let named = named_cities(world, atlas);
    let named_zoom = named_zoom(world);
    // The cities come by falling population, capitals apart.
    let mut seen: BTreeMap<CountryId, usize> = BTreeMap::new();
    atlas.cities.iter().enumerate().map(move |(order, city)| {
        let subject = named.get(&order).copied();
        let is_focus = focus.contains(&city.country);
        let place = seen.entry(city.country).or_default();
        let min_zoom = match (city.is_capital, is_focus) {
            _ if subject.is_some() => named_zoom,
            (true, true) => 2.0,
            (true, false) => 4.4,
            (false, true) => by_size(city).min(by_place(*place)),
            (false, false) => by_size(city) + ELSEWHERE_ZOOMS,
        };
        *place += usize::from(!city.is_capital);
        LabelSource {
            subject,
            text: city.name.clone(),
            style: if city.is_capital {
                LabelStyle::Capital
            } else {
                LabelStyle::City
            },
            kind: LabelKind::BesideDot,
            anchors: vec![Anchor::free(projection.project(city.at))],
            home: 1,
            min_zoom,
            max_zoom: 14.0,
            rank: match (city.is_capital, is_focus) {
                _ if subject.is_some() => 450,
                (true, true) => 500,
                (true, false) => 5_500,
                (false, true) => 6_000,
                (false, false) => 7_000,
            } + i64::try_from(order).unwrap_or(0).min(400),
        }
    })
}

fn by_size(city: &City) -> f64 {
    match city.population {
        10_000_000.. => 4.0,
        5_000_000.. => 4.7,
        2_000_000.. => 5.6,
        1_000_000.. => 6.5,
        500_000.. => 7.0,
        250_000.. => 7.5,
        _ => 8.0,
    }
}

/// By how many cities of the country are larger.
fn by_place(larger: usize) -> f64 {
    match larger {
        0 | 1 => 4.8,
        2..5 => 5.4,
        5..10 => 6.0,
        10..20 => 6.6,
        _ => f64::INFINITY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_come_first_and_each_country_of_the_story_has_three_cities_before_its_towns_come() {
        let atlas = Atlas::load().unwrap();
        let focus = ["PAK", "IND", "RUS", "AFG", "IRN", "TKM"];
        let focus = focus.map(|code| atlas.country_by_code(code).unwrap());
        let labels: Vec<_> =
            city_labels(&World::default(), &atlas, &focus, MapProjection::EqualArea).collect();
        for country in focus {
            let own = labels
                .iter()
                .zip(&atlas.cities)
                .filter(|(_, city)| city.country == country);
            let (capitals, others): (Vec<_>, Vec<_>) = own.partition(|(_, city)| city.is_capital);
            let name = atlas.country_name(country);
            let first = |labels: &[(&LabelSource, &City)]| {
                let zooms = labels.iter().map(|(label, _)| label.min_zoom);
                zooms.fold(f64::INFINITY, f64::min)
            };
            assert!(first(&capitals) < first(&others), "{name}");
            let at_region = others.iter().filter(|(label, _)| label.min_zoom <= 5.4);
            assert!((3..=9).contains(&at_region.count()), "{name}");
            for (label, city) in &others {
                let larger = others
                    .iter()
                    .filter(|(_, other)| other.population > city.population);
                let later = larger
                    .clone()
                    .find(|(other, _)| other.min_zoom > label.min_zoom);
                assert!(later.is_none(), "{} before a larger city", city.name);
            }
        }
    }
}
