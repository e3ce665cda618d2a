//! Rows by key and entities by name, for whoever shows what was found or lets a reader choose.
//! In: exact and prefix search. Out: any look at a text.

use super::names::Sense;
use super::tables::{Naming, tables};
use super::text::{fold, tokens};
use super::{CountryCode, Entity, OrganisationRow, OverlayRow, PlaceRow, RegionRow};

/// The town whose row has this key.
pub fn place(key: &str) -> Option<PlaceRow> {
    let tables = tables();
    tables
        .place_by_key
        .get(key)
        .and_then(|number| tables.places.get(*number))
        .cloned()
}

/// The region whose row has this key.
pub fn region(key: &str) -> Option<RegionRow> {
    tables().regions.iter().find(|row| row.key == key).cloned()
}

/// The organisation whose row has this key.
pub fn organisation(key: &str) -> Option<OrganisationRow> {
    tables()
        .organisations
        .iter()
        .find(|row| row.key == key)
        .cloned()
}

/// The overlay whose row has this key.
pub fn overlay(key: &str) -> Option<OverlayRow> {
    tables().overlays.iter().find(|row| row.key == key).cloned()
}

/// A state that is no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerCountry {
    pub name: &'static str,
    /// The country that a mention of it counts for.
    pub successor: CountryCode,
    /// Years of its existence; before the common era below zero.
    pub from_year: i16,
    pub to_year: i16,
    /// Other countries on its land.
    pub others: Vec<CountryCode>,
    pub about: &'static str,
}

/// What is known of a former state by one of its names: "Soviet", "Zaire".
pub fn former_country(words: &str) -> Option<FormerCountry> {
    senses(words).into_iter().find_map(|sense| match sense {
        Sense::Former(number) => tables()
            .former
            .get(number as usize)
            .map(|row| FormerCountry {
                name: row.words,
                successor: row.country,
                from_year: row.from_year,
                to_year: row.to_year,
                others: row.others.clone(),
                about: row.about,
            }),
        _ => None,
    })
}

fn senses(words: &str) -> Vec<Sense> {
    let tables = tables();
    tables.names.exactly(&tokens(words, &tables.vocabulary))
}

/// What `words` may name, most likely first; nothing where no table has them.
pub fn entity_named(words: &str) -> Vec<Entity> {
    let mut entities = Vec::new();
    for sense in senses(words) {
        for entity in entities_of(sense) {
            if !entities.contains(&entity) {
                entities.push(entity);
            }
        }
    }
    entities
}

fn entities_of(sense: Sense) -> Vec<Entity> {
    let tables = tables();
    match sense {
        Sense::Country(number) => {
            tables
                .countries
                .get(number as usize)
                .map_or_else(Vec::new, |row| {
                    std::iter::once(row.code)
                        .chain(row.also.iter().copied())
                        .map(Entity::Country)
                        .collect()
                })
        }
        Sense::Former(number) => tables
            .former
            .get(number as usize)
            .map_or_else(Vec::new, |row| {
                std::iter::once(row.country)
                    .chain(row.others.iter().copied())
                    .map(Entity::Country)
                    .collect()
            }),
        Sense::Seat(number) => tables
            .seats
            .get(number as usize)
            .map_or_else(Vec::new, |row| {
                let town = tables
                    .place_by_key
                    .get_key_value(row.place)
                    .map(|(key, _)| Entity::Place(key));
                std::iter::once(Entity::Country(row.country))
                    .chain(town)
                    .collect()
            }),
        Sense::Place(number) => tables
            .places
            .get(number as usize)
            .map(|row| Entity::Place(row.key))
            .into_iter()
            .collect(),
        Sense::Region(number) | Sense::RegionPeople(number) => tables
            .regions
            .get(number as usize)
            .map(|row| Entity::Region(row.key))
            .into_iter()
            .collect(),
        Sense::Organisation(number) => tables
            .organisations
            .get(number as usize)
            .map(|row| Entity::Organisation(row.key))
            .into_iter()
            .collect(),
        Sense::Overlay(number) => tables
            .overlays
            .get(number as usize)
            .map(|row| Entity::Overlay(row.key))
            .into_iter()
            .collect(),
        Sense::Cover(_) => Vec::new(),
    }
}

/// Up to `limit` names that start with `prefix`, each with what it names: countries first, then
/// regions, organisations, overlays and towns, larger towns first.
pub fn entities_matching(prefix: &str, limit: usize) -> Vec<(&'static str, Entity)> {
    let mut wanted = String::new();
    fold(prefix.trim(), &mut wanted);
    let tables = tables();
    let countries = tables
        .countries
        .iter()
        .filter(|row| row.naming == Naming::Direct)
        .map(|row| (row.words, Entity::Country(row.code)));
    let former = tables
        .former
        .iter()
        .map(|row| (row.words, Entity::Country(row.country)));
    let regions = tables
        .regions
        .iter()
        .map(|row| (row.name, Entity::Region(row.key)));
    let organisations = tables
        .organisations
        .iter()
        .map(|row| (row.name, Entity::Organisation(row.key)));
    let overlays = tables
        .overlays
        .iter()
        .map(|row| (row.name, Entity::Overlay(row.key)));
    let places = tables
        .places
        .iter()
        .map(|row| (row.name, Entity::Place(row.key)));
    let mut found: Vec<(&'static str, Entity)> = Vec::new();
    let mut folded = String::new();
    for (name, entity) in countries
        .chain(former)
        .chain(regions)
        .chain(organisations)
        .chain(overlays)
        .chain(places)
    {
        if found.len() >= limit {
            break;
        }
        fold(name, &mut folded);
        if folded.starts_with(&wanted) && !found.iter().any(|(_, other)| *other == entity) {
            found.push((name, entity));
        }
    }
    found
}
