//! Rows by key, and what a search box asks for.

use std::collections::HashSet;

use passage::linker::{
    Entity, entities_matching, entity_named, find_mentions, former_country, organisation, overlay,
    place, region,
};

#[test]
fn every_entity_found_has_a_row() {
    let text = "Talks in Islamabad on a pipeline across Central Asia, the Taliban and Russia.";
    for mention in &find_mentions(&[text])[0] {
        match &mention.entity {
            Entity::Place(key) => assert!(place(key).is_some(), "{key}"),
            Entity::Region(key) => assert!(region(key).is_some(), "{key}"),
            Entity::Organisation(key) => assert!(organisation(key).is_some(), "{key}"),
            Entity::Overlay(key) => assert!(overlay(key).is_some(), "{key}"),
            Entity::Country(_) | Entity::Person(_) => {}
        }
    }
}

#[test]
fn a_capital_knows_its_country_and_where_it_is() {
    let kabul = place("kabul").unwrap();
    assert!(kabul.is_capital);
    assert_eq!(kabul.country.as_str(), "AFG");
    assert!((kabul.lon_deg - 69.2).abs() < 0.5 && (kabul.lat_deg - 34.5).abs() < 0.5);
}

#[test]
fn words_name_entities_however_they_are_written() {
    let keys = |words: &str| {
        entity_named(words)
            .iter()
            .map(Entity::key)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys("pakistan"), ["PAK"]);
    assert_eq!(keys("Cote d’Ivoire"), ["CIV"]);
    assert_eq!(keys("moscow"), ["place:moscow", "RUS"]);
    assert!(keys("no such land").is_empty());
}

#[test]
fn a_prefix_lists_countries_first() {
    let found = entities_matching("pak", 5);
    assert_eq!(found[0].1.key(), "PAK");
    assert!(entities_matching("a", 3).len() == 3);
}

#[test]
fn a_former_state_tells_its_years_and_successor() {
    let union = former_country("Soviet Union").unwrap();
    assert_eq!(
        (union.successor.as_str(), union.from_year, union.to_year),
        ("RUS", 1922, 1991)
    );
}

#[test]
fn every_code_is_one_of_the_atlas_or_south_sudan() {
    let known: HashSet<&str> = include_str!("../../geodata/countries.tsv")
        .lines()
        .filter_map(|line| line.split('\t').next())
        .chain(["SSD"])
        .collect();
    let tables = [
        include_str!("../../geodata/country-names.tsv"),
        include_str!("../../geodata/former-countries.tsv"),
        include_str!("../../geodata/seats.tsv"),
    ];
    for line in tables
        .iter()
        .flat_map(|table| table.lines())
        .filter(|line| !line.starts_with('#'))
        .filter(|line| !line.starts_with("words\t"))
    {
        let code = line.split('\t').nth(1).unwrap();
        assert!(known.contains(code), "{line}");
    }
}

#[test]
fn every_seat_that_names_a_town_has_one() {
    let missing: Vec<&str> = include_str!("../../geodata/seats.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| line.split('\t').nth(3))
        .filter(|key| !key.is_empty() && place(key).is_none())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
