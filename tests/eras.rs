//! What held when: the bundled story's eras against a table written by hand from the article, and
//! the chips a reader chooses them by.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod harness;
mod stories;

use std::collections::BTreeSet;

use egui::{Key, vec2};
use egui_kittest::kittest::Queryable as _;
use harness::{Program, SMALL, folder, press, press_key, program, program_with, shows};
use passage::app::Options;
use passage::content::bundled;
use passage::geography::MapProjection;
use passage::session::{Camera, Command, Origin, Session, update};
use passage::world::{Basis, Era, Feature, Id, Subject, World};
use stories::{ATLAS, said, story};

/// What held in the years after 2001 and still did on the article's day.
const STILL: &[&str] = &[
    "common-threat",
    "drug-route",
    "heroin-russia",
    "imu-al-qaeda",
    "imu-sheltered",
    "ip",
    "nato-afghanistan",
    "north-caucasus-links",
    "pak-ind-rivals",
    "pak-taliban",
    "proliferation",
    "rus-ind-ally",
    "rus-ind-arms",
    "rus-pak-arms",
    "rus-tapi",
    "summit",
    "tapi",
    "thaw",
    "usa-chn-pak-arms",
];

/// What the article says held in each era, by key. What is from other sources is not in it.
const TABLE: &[(&str, &[&[&str]])] = &[
    (
        "cold-war",
        &[&[
            "cold-war-pak-usa",
            "cold-war-sov-ind",
            "cold-war-opposed",
            "pak-ind-rivals",
            "pak-mujahideen",
            "soviet-afghan-war",
            "wars",
        ]],
    ),
    (
        "soviet-war",
        &[&[
            "cold-war-pak-usa",
            "cold-war-sov-ind",
            "cold-war-opposed",
            "pak-ind-rivals",
            "pak-mujahideen",
            "soviet-afghan-war",
        ]],
    ),
    (
        "taliban-rule",
        &[&[
            "backing-northern-alliance",
            "moscow-islamabad-rivals",
            "northern-alliance-taliban",
            "pak-ind-rivals",
            "taliban-recognition",
        ]],
    ),
    ("after-2001", &[STILL, &["gazprom-ip"]]),
    ("at-publication", &[STILL]),
];

fn world() -> World {
    bundled(&ATLAS).0
}

fn era(world: &World, key: &str) -> Id<Era> {
    let mut eras = world.eras.iter();
    eras.find(|(_, era)| era.key == key).unwrap().0
}

fn feature(world: &World, key: &str) -> Id<Feature> {
    let mut features = world.features.iter();
    features.find(|(_, feature)| feature.key == key).unwrap().0
}

/// A sitting with every overlay on.
fn sitting(world: &World) -> Session {
    let mut session = Session::default();
    session.stage.overlays = world.overlays.ids().collect();
    session
}

fn shown<'a>(world: &'a World, session: &Session) -> BTreeSet<&'a str> {
    let features = world.features.iter();
    features
        .filter(|&(id, _)| session.shows(world, id))
        .map(|(_, feature)| feature.key.as_str())
        .collect()
}

fn apply(world: &World, session: &mut Session, command: Command) {
    let mut camera = Camera::default();
    camera.set_viewport(vec2(800.0, 600.0), MapProjection::EqualArea);
    update(world, &ATLAS, session, &mut camera, command);
}

#[test]
fn each_era_shows_what_the_article_says_held_then_and_nothing_else() {
    let world = world();
    assert_eq!(world.eras.len(), TABLE.len());
    let mut seen = BTreeSet::new();
    for &(key, expected) in TABLE {
        let mut session = sitting(&world);
        session.stage.era = Some(era(&world, key));
        let expected: BTreeSet<&str> = expected.concat().into_iter().collect();
        assert_eq!(shown(&world, &session), expected, "{key}");
        seen.extend(expected);
    }
    // Any time is all of it.
    assert_eq!(shown(&world, &sitting(&world)), seen);
}

#[test]
fn in_1985_in_1999_and_in_2011_the_same_six_stood_differently() {
    let world = world();
    let of = |key: &str| {
        let mut session = sitting(&world);
        session.stage.era = Some(era(&world, key));
        shown(&world, &session)
    };
    let (eighties, nineties, now) = (of("soviet-war"), of("taliban-rule"), of("at-publication"));
    let common: Vec<_> = eighties
        .iter()
        .filter(|key| nineties.contains(*key) && now.contains(*key))
        .collect();
    assert_eq!(common, [&"pak-ind-rivals"], "only the old rivalry lasts");
}

#[test]
fn what_has_happened_since_is_off_at_first_is_never_stated_and_names_its_source() {
    let world = world();
    let later: Vec<&Feature> = world
        .features
        .iter()
        .map(|(_, feature)| feature)
        .filter(|feature| feature.is_afterwards)
        .collect();
    assert!(later.len() >= 4, "{}", later.len());
    let mut session = sitting(&world);
    session.stage.shows_outside = true;
    let without = shown(&world, &session);
    for feature in &later {
        assert_eq!(feature.basis, Basis::Outside, "{}", feature.key);
        assert!(feature.source.is_some(), "{}", feature.key);
        assert!(!without.contains(feature.key.as_str()), "{}", feature.key);
    }
    apply(&world, &mut session, Command::ToggleAfterwards);
    // It goes with any time and with the article's own, and not with the times before.
    for (key, is_with) in [
        (None, true),
        (Some("at-publication"), true),
        (Some("after-2001"), true),
        (Some("taliban-rule"), false),
        (Some("cold-war"), false),
    ] {
        session.stage.era = key.map(|key| era(&world, key));
        let with = shown(&world, &session);
        for feature in &later {
            let is_there = with.contains(feature.key.as_str());
            assert_eq!(is_there, is_with, "{} in {key:?}", feature.key);
        }
    }
    for note in &world.afterwards {
        assert!(note.year > 2011, "{note:?}");
        assert!(world.sources.get(note.source).is_some());
    }
}

#[test]
fn to_choose_what_did_not_hold_in_the_era_is_to_leave_the_era() {
    let world = world();
    let mut session = sitting(&world);
    apply(
        &world,
        &mut session,
        Command::SetEra(Some(era(&world, "at-publication"))),
    );
    let old = feature(&world, "soviet-afghan-war");
    assert!(!session.shows(&world, old));
    let (subject, origin) = (Subject::Feature(old), Origin::Panel);
    apply(&world, &mut session, Command::Select { subject, origin });
    assert_eq!(session.stage.era, None);
    assert!(session.shows(&world, old));
    // And to choose an era it did not hold in is to let go of it.
    apply(
        &world,
        &mut session,
        Command::SetEra(Some(era(&world, "at-publication"))),
    );
    assert_eq!(session.stage.selection, None);
}

#[test]
fn a_key_steps_through_the_eras_and_round_again() {
    let world = world();
    let mut session = sitting(&world);
    let mut steps = Vec::new();
    for _ in 0..=world.eras.len() {
        apply(&world, &mut session, Command::NextEra);
        steps.push(session.stage.era.map(|id| world.eras[id].key.as_str()));
    }
    let mut expected: Vec<_> = TABLE.iter().map(|&(key, _)| Some(key)).collect();
    expected.push(None);
    assert_eq!(steps, expected);
}

#[test]
fn an_era_without_sense_is_said_and_a_note_of_before_the_article_too() {
    let (world, problems) = story(
        r#""eras": [{"key": "a", "name": "A", "from": 1990, "to": 1980},
  {"key": "a", "name": "B"}, {"key": "c", "name": "C", "from": 2000}],
 "sources": [{"key": "s", "title": "S"}],
 "afterwards": [{"subject": "country:PAK", "year": 2020, "text": "t", "source": "nobody"},
  {"subject": "country:XXX", "year": 2020, "text": "t", "source": "s"},
  {"subject": "country:PAK", "year": 2020, "text": "t", "source": "s"}]"#,
    );
    let said = said(&problems);
    assert_eq!(problems.len(), 4, "{said}");
    for words in ["starts in 1990", "stands twice", "source is missing", "XXX"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!((world.eras.len(), world.afterwards.len()), (2, 1));
}

#[test]
fn a_chip_over_the_map_hides_what_did_not_hold_then_on_the_map_and_in_the_legend() {
    let mut program = program(SMALL);
    press_key(&mut program, Key::A);
    assert!(shows(&program, "As of 23 January 2011"));
    assert!(shows(&program, "Iran\u{2013}Pakistan pipeline on the map"));
    press(&mut program, "Pipelines");
    let rows = |program: &Program| {
        program
            .query_all_by_label("Iran\u{2013}Pakistan pipeline")
            .count()
    };
    assert!(rows(&program) > 0, "the legend lists the pipeline");
    press_key(&mut program, Key::Escape);
    press(&mut program, "Cold War");
    assert!(!shows(&program, "Iran\u{2013}Pakistan pipeline on the map"));
    assert_eq!(rows(&program), 0, "the legend lists what did not exist");
    assert!(shows(&program, "1947\u{2013}1991"), "the era is explained");
    press(&mut program, "Any time");
    assert!(shows(&program, "Iran\u{2013}Pakistan pipeline on the map"));
    assert!(shows(&program, "As of 23 January 2011"));
}

#[test]
fn the_card_keeps_what_has_happened_since_apart_until_it_is_asked_for() {
    let mut program = program(SMALL);
    press(&mut program, "Afghanistan on the map");
    let later = "the last American forces left on 30 August";
    assert!(shows(&program, "1 note on what has happened since"));
    assert!(!shows(&program, later));
    press_key(&mut program, Key::S);
    assert!(shows(&program, later));
    assert!(shows(&program, "Since the article"));
    assert!(shows(&program, "The National"), "its source is named");
    press(&mut program, "Hide what has happened since");
    assert!(!shows(&program, later));
}

#[test]
fn more_eras_than_there_is_room_for_are_a_list_behind_one_chip() {
    let eras: Vec<String> = (0..40)
        .map(|n| format!(r#"{{"key": "e{n}", "name": "The {n}th of many long eras", "from": {n}, "to": {n}}}"#))
        .collect();
    let text = format!("{}\"eras\": [{}]\n}}", stories::HEAD, eras.join(","));
    let path = folder("many-eras").join("many.story.json");
    std::fs::write(&path, text).unwrap();
    let options = Options {
        story: Some(path),
        ..Options::default()
    };
    let mut program = program_with(SMALL, options);
    assert!(!shows(&program, "The 7th of many long eras"));
    press(&mut program, "Choose an era");
    press(&mut program, "The 7th of many long eras");
    press_key(&mut program, Key::Escape);
    assert!(shows(&program, "Choose an era"));
}
