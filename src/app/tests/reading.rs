//! Finding words, walking from mention to mention, and a map that follows the text.

use egui::{Event, Modifiers, Vec2};

use super::*;
use crate::session::{Command, Emphasis, Origin, WalkCommand};
use crate::world::Subject;

fn type_words(program: &mut Program, words: &str) {
    program.event(Event::Text(words.to_owned()));
    program.run_steps(4);
}

fn selection(program: &Program) -> String {
    let app = program.state();
    let selection = app.session.stage.selection;
    selection.map_or_else(String::new, |subject| {
        app.world.name_of(&app.atlas, subject).to_owned()
    })
}

fn paragraph(program: &Program) -> u32 {
    let app = program.state();
    let passage = app.session.stage.passage.unwrap();
    app.world.passages[passage].number
}

fn settle(program: &mut Program) {
    program.run_steps(300);
}

#[test]
fn a_slash_finds_a_pipeline_by_some_letters_and_enter_shows_it() {
    let mut program = program();
    press_key(&mut program, Key::Slash);
    type_words(&mut program, "tapi");
    press_key(&mut program, Key::Enter);
    let app = program.state();
    let tapi = app.world.subject_of(&app.atlas, "feature:tapi");
    assert_eq!(app.session.stage.selection, tapi);
    assert!(app.session.on_show.contains(match tapi {
        Some(Subject::Feature(id)) => id,
        _ => panic!("TAPI is a line"),
    }));
    assert!(app.session.search.is_none());
}

#[test]
fn letters_typed_into_the_search_are_no_commands_and_escape_closes_only_it() {
    let mut program = program();
    let overlays = program.state().session.stage.overlays.clone();
    press_key(&mut program, Key::Slash);
    program.key_press(Key::Num1);
    program.key_press(Key::T);
    type_words(&mut program, "1t");
    assert_eq!(program.state().session.stage.overlays, overlays);
    assert!(shows(&program, "Nothing has"));
    press_key(&mut program, Key::Escape);
    assert!(program.state().session.search.is_none());
    press_key(&mut program, Key::Num1);
    assert_ne!(program.state().session.stage.overlays, overlays);
}

#[test]
fn arrows_go_down_the_list_of_what_was_found() {
    let mut program = program();
    program.key_press_modifiers(Modifiers::COMMAND, Key::F);
    program.run_steps(4);
    type_words(&mut program, "taliban");
    let first_passage = {
        let search = program.state().session.search.as_ref().unwrap();
        let is_passage =
            |found: &crate::world::Found| matches!(found, crate::world::Found::Passage(_));
        search.found.iter().position(is_passage).unwrap()
    };
    for _ in 0..first_passage + 5 {
        press_key(&mut program, Key::ArrowDown);
    }
    for _ in 0..5 {
        press_key(&mut program, Key::ArrowUp);
    }
    press_key(&mut program, Key::Enter);
    let app = program.state();
    let text = &app.world.passages[app.session.stage.passage.unwrap()].text;
    assert!(text.contains("Taliban"), "{text}");
}

#[test]
fn in_a_briefing_what_was_found_is_an_answer_and_one_key_goes_back_to_the_scene() {
    let mut program = program();
    program.key_press_modifiers(Modifiers::COMMAND, Key::M);
    program.run_steps(4);
    press_key(&mut program, Key::F5);
    settle(&mut program);
    let stage = program.state().session.stage.clone();
    let view = program.state().camera.memory.clone();
    press_key(&mut program, Key::Slash);
    type_words(&mut program, "heroin");
    press_key(&mut program, Key::Enter);
    settle(&mut program);
    let show = program.state().session.show.as_ref().unwrap();
    assert!(show.answer.is_some());
    assert!(shows(&program, "Answer"));
    press_key(&mut program, Key::R);
    settle(&mut program);
    let app = program.state();
    assert!(app.session.show.as_ref().unwrap().answer.is_none());
    assert_eq!(app.session.stage, stage);
    assert_eq!(format!("{:?}", app.camera.memory), format!("{view:?}"));
}

#[test]
fn a_walk_goes_through_every_mention_in_reading_order_and_back() {
    let mut program = program();
    program.state_mut().session.reduced_motion = true;
    press_key(&mut program, Key::J);
    let (_, count) = program.state().session.walk.as_ref().unwrap().place();
    let mut stops = vec![(paragraph(&program), selection(&program))];
    for _ in 1..count {
        press_key(&mut program, Key::J);
        stops.push((paragraph(&program), selection(&program)));
        let app = program.state();
        let overlay = app.world.overlay_of(app.session.stage.selection.unwrap());
        let is_on = overlay.is_none_or(|overlay| app.session.stage.overlays.contains(&overlay));
        assert!(is_on, "{:?}", stops.last());
    }
    assert_eq!(paragraph(&program), 16);
    assert!(stops.is_sorted_by_key(|stop| stop.0));
    assert!(count > 40, "{count} stops");
    press_key(&mut program, Key::J);
    assert!(shows(&program, "This is the end of the article"));
    for stop in stops.iter().rev().skip(1) {
        program.key_press_modifiers(Modifiers::SHIFT, Key::J);
        program.run_steps(3);
        assert_eq!((paragraph(&program), selection(&program)), *stop);
    }
    press_key(&mut program, Key::Escape);
    assert!(program.state().session.walk.is_none());
}

#[test]
fn a_walk_leaves_no_overlay_on_but_the_one_of_what_is_named_here() {
    let mut program = program();
    program.state_mut().session.reduced_motion = true;
    let chosen = program.state().session.stage.overlays.clone();
    press_key(&mut program, Key::J);
    for _ in 0..40 {
        press_key(&mut program, Key::J);
        let app = program.state();
        let stage = &app.session.stage;
        let mut expected = chosen.clone();
        expected.extend(app.world.overlay_of(stage.selection.unwrap()));
        assert_eq!(stage.overlays, expected);
    }
}

#[test]
fn scenes_of_a_walk_follow_the_topics_and_are_one_step_to_take_back() {
    let mut program = program();
    let before = program.state().session.briefing.scenes().len();
    press_key(&mut program, Key::J);
    let button = program.get_by_label("Make scenes of this walk");
    button.click_accesskit();
    program.run_steps(4);
    let app = program.state();
    let topics = app.world.topics.iter().filter(|it| !it.passages.is_empty());
    let scenes = app.session.briefing.scenes();
    assert_eq!(scenes.len() - before, topics.count());
    let passages: Vec<_> = app
        .world
        .topics
        .iter()
        .map(|it| it.passages.first().copied())
        .collect();
    for passage in passages.iter().flatten() {
        let of_topic = |scene: &&crate::world::Scene| scene.stage.passage == Some(*passage);
        let scene = scenes[before..].iter().find(of_topic).unwrap();
        assert!(!scene.title.is_empty() && scene.notes.contains("Paragraph"));
    }
    program.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    program.run_steps(4);
    assert_eq!(program.state().session.briefing.scenes().len(), before);
}

#[test]
fn the_map_follows_the_paragraph_in_view_and_lights_what_it_names() {
    let mut program = program();
    press_key(&mut program, Key::F);
    assert!(program.state().session.follows_reading);
    let first = program.state().session.followed.clone().unwrap().passage;
    let reader = rect(&program, "Map follows the text");
    program.hover_at(reader.center() + Vec2::new(0.0, 200.0));
    program.run_steps(60);
    let view = program.state().camera.memory.clone();
    for _ in 0..6 {
        program.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: Vec2::new(0.0, -120.0),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Unknown,
        });
        program.run_steps(2);
    }
    settle(&mut program);
    let app = program.state();
    let followed = app.session.followed.as_ref().unwrap();
    assert!(followed.passage > first);
    assert_ne!(format!("{:?}", app.camera.memory), format!("{view:?}"));
    for (id, _) in app.world.features.iter() {
        let subject = Subject::Feature(id);
        let is_named = followed.names(subject);
        let is_lit = app.session.emphasis(&app.world, subject) >= Emphasis::Related;
        assert_eq!(is_lit, is_named, "{}", app.world.features[id].name);
        assert!(!is_named || app.session.on_show.contains(id));
    }
}

#[test]
fn a_click_on_the_map_is_not_taken_for_reading() {
    let mut program = program();
    press_key(&mut program, Key::F);
    settle(&mut program);
    let place = rect(&program, "Russia on the map").center();
    program.hover_at(place);
    program.run_steps(3);
    for pressed in [true, false] {
        program.event(Event::PointerButton {
            pos: place,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        program.run_steps(2);
    }
    settle(&mut program);
    assert_eq!(selection(&program), "Russia");
    let app = program.state();
    assert!(
        app.session.followed.is_none(),
        "the reader has scrolled by itself"
    );
}

#[test]
fn whoever_leaves_a_walk_leaves_its_light_too() {
    let ways: [fn(&mut Program); 3] = [
        |program| press_key(program, Key::N),
        |program| {
            press_key(program, Key::Slash);
            type_words(program, "heroin");
            press_key(program, Key::Enter);
        },
        |program| press_key(program, Key::Escape),
    ];
    for leave in ways {
        let mut program = program();
        press_key(&mut program, Key::J);
        assert!(program.state().session.followed.is_some());
        leave(&mut program);
        let session = &program.state().session;
        assert!(session.walk.is_none() && session.followed.is_none());
    }
}

#[test]
fn another_word_of_the_passage_is_a_stop_of_the_walk() {
    let mut program = program();
    press_key(&mut program, Key::J);
    let chosen = program.state().session.stage.overlays.clone();
    let app = program.state_mut();
    let passage = app.session.stage.passage.unwrap();
    let talks = app.world.subject_of(&app.atlas, "feature:summit").unwrap();
    app.run(Command::Select {
        subject: talks,
        origin: Origin::Reader(passage),
    });
    assert_eq!(app.session.stage.selection, Some(talks));
    assert!(app.session.walk.is_some() && app.session.followed.is_some());
    // What it switched on goes with it.
    app.run(Command::Walk(WalkCommand::Previous));
    assert_eq!(app.session.stage.overlays, chosen);
}

#[test]
fn while_the_map_follows_the_text_the_passages_about_what_is_chosen_can_still_be_walked() {
    let mut program = program();
    let india = rect(&program, "India on the map").center();
    click_at(&mut program, india);
    press_key(&mut program, Key::F);
    let about = {
        let app = program.state();
        let selection = app.session.stage.selection.unwrap();
        app.world.links.passages(selection).to_vec()
    };
    for passage in &about[1..] {
        press_key(&mut program, Key::N);
        assert_eq!(selection(&program), "India");
        assert_eq!(program.state().session.stage.passage, Some(*passage));
    }
}
