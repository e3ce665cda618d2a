//! Stories of a great many features: what a frame does, counted and not timed.

use egui::{Key, Pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Program, press_key, program_with, rect, shows};
use crate::app::Options;
use crate::geography::LonLat;
use crate::world::Subject;

#[path = "../../../benches/stand/crowd.rs"]
mod crowd;

const MANY: usize = 4_000;

fn crowded(name: &str) -> Program {
    let folder = std::env::temp_dir().join(format!("passage-many-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("many.story.json");
    std::fs::write(&file, crowd::story(MANY)).unwrap();
    let options = Options {
        story: Some(file),
        ..Options::default()
    };
    let mut program = program_with(options);
    std::fs::remove_dir_all(&folder).unwrap();
    settle(&mut program);
    program
}

/// Until all of the crowd is there.
fn settle(program: &mut Program) {
    program.run_steps(4);
    for _ in 0..300 {
        if program.state().map.crowd_made().1 {
            return;
        }
        program.run_steps(1);
    }
    panic!("the crowd is never complete");
}

/// Where on the map a site is pointed at, for the first few that are.
fn sites(program: &mut Program, count: usize) -> Vec<Pos2> {
    let map = rect(program, "Map").shrink(120.0);
    let spots = (0..600_u16).map(|n| {
        let part = |by: f32| (f32::from(n) * by) % 1.0;
        map.min + vec2(part(0.377), part(0.733)) * map.size()
    });
    let mut found = Vec::new();
    for spot in spots {
        program.hover_at(spot);
        program.run_steps(2);
        if matches!(program.state().session.hover, Some(Subject::Feature(_))) {
            found.push(spot);
        }
        if found.len() == count {
            return found;
        }
    }
    panic!("{} of {count} found", found.len());
}

fn rows(program: &Program) -> Vec<String> {
    let is_row = |words: &str| words.starts_with("No. ") && !words.contains("on the map");
    let nodes = program.query_all_by_label_contains("No. ");
    let labels = nodes.filter_map(|node| node.accesskit_node().label());
    labels.filter(|words| is_row(words)).collect()
}

#[test]
fn pointing_at_one_of_many_features_makes_nothing_of_the_others_anew() {
    let mut program = crowded("hover");
    let before = program.state().map.crowd_made();
    assert!(before.0 > 0 && before.2 > MANY / 4, "{before:?}");
    let places = program.state().map.label_rects();
    let spots = sites(&mut program, 3);
    assert_eq!(program.state().map.crowd_made(), before);
    assert_eq!(program.state().map.label_rects(), places);
    let (lit, named) = program.state().map.single_counts();
    assert_eq!(lit, 1);
    assert!(named < MANY / 10, "{named}");
    program.hover_at(spots[0]);
    program.run_steps(2);
    assert!(program.state().session.hover.is_some());
}

#[test]
fn dragging_a_crowd_a_little_makes_nothing_and_far_away_only_what_is_there() {
    let mut program = crowded("drag");
    let before = program.state().map.crowd_made();
    press_key(&mut program, Key::ArrowLeft);
    assert_eq!(program.state().map.crowd_made(), before);
    for (zoom, most) in [(5.0, MANY / 2), (6.0, MANY / 4)] {
        let center = LonLat::new(70.0, 35.0);
        program.state_mut().camera.set_view(center, zoom);
        settle(&mut program);
        let (_, _, drawn) = program.state().map.crowd_made();
        assert!(drawn < most, "{drawn} at {zoom}");
    }
}

#[test]
fn where_few_of_many_features_are_each_is_drawn_and_named_by_itself() {
    let mut program = crowded("near");
    let center = LonLat::new(70.0, 35.0);
    program.state_mut().camera.set_view(center, 8.0);
    settle(&mut program);
    let (lit, named) = program.state().map.single_counts();
    assert!(lit > 0 && lit == named && lit <= 300, "{lit} {named}");
    assert_eq!(program.state().map.crowd_made().2, 0);
    assert!(shows(&program, "on the map"));
}

#[test]
fn a_legend_of_many_rows_lays_out_those_in_view_and_finds_what_is_selected_on_the_map() {
    let mut program = crowded("legend");
    assert!(rows(&program).is_empty());
    program.get_by_label("groups").click_accesskit();
    program.run_steps(20);
    let laid_out = rows(&program);
    assert!((4..40).contains(&laid_out.len()), "{laid_out:?}");
    assert!(laid_out.contains(&"No. 4".to_owned()), "{laid_out:?}");
    let far = program.state().world.features.iter().nth_back(60).unwrap();
    let (id, name) = (far.0, far.1.short_name.clone());
    let subject = Subject::Feature(id);
    let origin = crate::session::Origin::Map;
    let command = crate::session::Command::Select { subject, origin };
    program.state_mut().run(command);
    program.run_steps(20);
    let found = rows(&program);
    assert!(found.contains(&name), "{name} {found:?}");
    assert!(!found.contains(&"No. 4".to_owned()), "{found:?}");
    assert!((4..40).contains(&found.len()), "{found:?}");
}

#[test]
fn the_card_of_a_country_with_many_relations_lays_out_those_in_view() {
    let mut program = crowded("card");
    let pakistan = program.state().atlas.country_by_code("PAK").unwrap();
    let subject = Subject::Country(pakistan);
    let origin = crate::session::Origin::Map;
    let command = crate::session::Command::Select { subject, origin };
    program.state_mut().run(command);
    program.run_steps(20);
    let nodes = program.query_all_by_label_contains("Feature number");
    let count = nodes.count();
    assert!((1..40).contains(&count), "{count}");
    let relations = program.state().world.links.features(subject).len();
    assert!(relations > MANY / 5, "{relations}");
    // Of so many only the first stand out.
    let (lit, _) = program.state().map.single_counts();
    assert!(lit <= 300, "{lit}");
}
