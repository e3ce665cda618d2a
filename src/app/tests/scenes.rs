//! The strip of scenes as somebody uses it who makes a briefing.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Program, click_at, press_key, program, rect, shows};
use crate::session::{Briefing, Command, SceneEdit};
use crate::world::Subject;

/// The program with a story that has no scenes yet.
pub(super) fn without_scenes() -> Program {
    let mut program = program();
    program.state_mut().session.briefing = Briefing::default();
    program.run_steps(2);
    program
}

pub(super) fn press_with(program: &mut Program, modifiers: Modifiers, key: Key) {
    program.key_press_modifiers(modifiers, key);
    program.run_steps(6);
}

pub(super) fn titles(program: &Program) -> String {
    let scenes = program.state().session.briefing.scenes();
    let titles: Vec<&str> = scenes.iter().map(|scene| scene.title.as_str()).collect();
    titles.join(" ")
}

pub(super) fn current(program: &Program) -> Option<usize> {
    program.state().session.briefing.current()
}

/// The program with scenes of these titles.
pub(super) fn with_scenes(titles: &[&str]) -> Program {
    let mut program = without_scenes();
    for (at, title) in titles.iter().enumerate() {
        press_with(&mut program, Modifiers::COMMAND, Key::M);
        let title = (*title).to_owned();
        let edit = SceneEdit::Rename { at, title };
        program.state_mut().run(Command::EditScenes(edit));
    }
    program.run_steps(4);
    program
}

fn focus(program: &mut Program, scene: &str) {
    program.get_by_label(scene).focus();
    program.run_steps(2);
}

pub(super) fn type_text(program: &mut Program, text: &str) {
    program.event(Event::Text(text.to_owned()));
    program.run_steps(3);
}

pub(super) fn press(program: &mut Program, name: &str) {
    program.get_by_label(name).click_accesskit();
    program.run_steps(6);
}

fn is_focused(program: &Program, name: &str) -> bool {
    program.get_by_label(name).accesskit_node().is_focused()
}

/// The pointer takes hold, moves and lets go.
fn drag(program: &mut Program, from: Pos2, by: Vec2) {
    program.hover_at(from);
    program.run_steps(1);
    program.drag_at(from);
    program.run_steps(1);
    for step in 1_u8..=8 {
        program.hover_at(from + by * (f32::from(step) / 8.0));
        program.run_steps(1);
    }
    program.drop_at(from + by);
    program.run_steps(6);
}

#[test]
fn an_empty_strip_says_what_scenes_are_and_its_button_makes_the_first() {
    let mut program = without_scenes();
    press_key(&mut program, Key::B);
    assert!(shows(&program, "A briefing goes from scene to scene"));
    let empty = rect(&program, "Map").height();
    press(&mut program, "Add scene from this view");
    assert!(shows(&program, "Scene 1: "));
    assert!(!shows(&program, "A briefing goes from scene to scene"));
    let map = rect(&program, "Map").height();
    assert!(empty - map < 90.0, "{empty} {map}");
    press_key(&mut program, Key::B);
    assert!(rect(&program, "Map").height() > empty);
}

#[test]
fn the_first_scene_opens_the_strip_and_one_that_was_closed_stays_so() {
    let mut program = without_scenes();
    assert!(program.query_by_label("Add scene from this view").is_none());
    press_with(&mut program, Modifiers::COMMAND, Key::M);
    assert!(shows(&program, "Add scene from this view"));
    press_key(&mut program, Key::B);
    press_with(&mut program, Modifiers::COMMAND, Key::M);
    assert!(program.query_by_label("Add scene from this view").is_none());
    assert_eq!(program.state().session.briefing.scenes().len(), 2);
}

#[test]
fn scenes_are_renamed_duplicated_moved_and_deleted_by_keys_and_all_of_it_is_taken_back() {
    let mut program = with_scenes(&["a", "b", "c"]);
    focus(&mut program, "Scene 1: a");
    press_key(&mut program, Key::F2);
    type_text(&mut program, "first");
    press_key(&mut program, Key::Enter);
    assert_eq!(titles(&program), "first b c");
    assert!(is_focused(&program, "Scene 1: first"));

    press_with(&mut program, Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!(titles(&program), "b first c");
    assert!(is_focused(&program, "Scene 2: first"));
    press_with(&mut program, Modifiers::COMMAND, Key::D);
    assert_eq!(titles(&program), "b first first c");
    press_key(&mut program, Key::ArrowRight);
    assert!(is_focused(&program, "Scene 4: c"));
    press_with(&mut program, Modifiers::COMMAND, Key::ArrowLeft);
    press_with(&mut program, Modifiers::COMMAND, Key::ArrowLeft);
    assert_eq!(titles(&program), "b c first first");
    press_key(&mut program, Key::Delete);
    assert!(shows(
        &program,
        "\u{201c}c\u{201d} deleted. Ctrl+Z brings it back"
    ));
    assert_eq!(titles(&program), "b first first");
    assert!(is_focused(&program, "Scene 2: first"));

    for expected in [
        "b c first first",
        "b first c first",
        "b first first c",
        "b first c",
        "first b c",
    ] {
        press_with(&mut program, Modifiers::COMMAND, Key::Z);
        assert_eq!(titles(&program), expected);
    }
    press(&mut program, "Undo");
    assert_eq!(titles(&program), "a b c");
    press(&mut program, "Redo");
    assert_eq!(titles(&program), "first b c");
}

#[test]
fn at_either_end_keys_lead_no_further() {
    let mut program = with_scenes(&["a", "b"]);
    focus(&mut program, "Scene 1: a");
    press_key(&mut program, Key::ArrowLeft);
    press_with(&mut program, Modifiers::COMMAND, Key::ArrowLeft);
    assert!(is_focused(&program, "Scene 1: a"));
    for _ in 0..3 {
        press_with(&mut program, Modifiers::COMMAND, Key::ArrowRight);
    }
    assert_eq!(titles(&program), "b a");
    press_key(&mut program, Key::Delete);
    press_key(&mut program, Key::Delete);
    assert_eq!(titles(&program), "");
    assert!(shows(&program, "A briefing goes from scene to scene"));
    press(&mut program, "Undo");
    assert_eq!(titles(&program), "b");
}

#[test]
fn a_scene_is_dragged_to_another_place_and_escape_gives_that_up() {
    let mut program = with_scenes(&["a", "b", "c", "d"]);
    let start = rect(&program, "Scene 1: a").center();
    let step = rect(&program, "Scene 2: b").center().x - start.x;
    drag(&mut program, start, vec2(2.2 * step, 4.0));
    assert_eq!(titles(&program), "b c a d");
    drag(&mut program, start, vec2(0.3 * step, 0.0));
    assert_eq!(titles(&program), "b c a d");
    let last = rect(&program, "Scene 4: d").center();
    drag(&mut program, last, vec2(-3.4 * step, 0.0));
    assert_eq!(titles(&program), "d b c a");

    program.drag_at(start);
    program.run_steps(1);
    program.hover_at(start + vec2(2.2 * step, 0.0));
    program.run_steps(2);
    press_key(&mut program, Key::Escape);
    program.drop_at(start + vec2(2.2 * step, 0.0));
    program.run_steps(4);
    assert_eq!(titles(&program), "d b c a");
}

#[test]
fn a_scene_that_was_clicked_is_on_show_and_back_leads_to_where_one_was() {
    let mut program = without_scenes();
    press(&mut program, "India on the map");
    press_with(&mut program, Modifiers::COMMAND, Key::M);
    press_key(&mut program, Key::Escape);
    press_key(&mut program, Key::Home);
    program.run_steps(60);
    let app = program.state();
    let (before, zoom) = (app.camera.center(), app.camera.zoom());
    assert_eq!(app.session.stage.selection, None);

    let card = rect(&program, "Scene 1: India");
    click_at(&mut program, card.center_top() + vec2(0.0, 30.0));
    program.run_steps(60);
    assert_eq!(current(&program), Some(0));
    let selection = program.state().session.stage.selection;
    assert!(matches!(selection, Some(Subject::Country(_))));

    press_with(&mut program, Modifiers::ALT, Key::ArrowLeft);
    program.run_steps(200);
    let app = program.state();
    assert!((app.camera.center().lon_deg - before.lon_deg).abs() < 1e-6);
    assert!((app.camera.zoom() - zoom).abs() < 1e-6);
}

#[test]
fn a_scene_becomes_what_is_on_show_and_keeps_its_title() {
    let mut program = with_scenes(&["a", "b"]);
    press(&mut program, "No overlays");
    press(&mut program, "More about scene 1");
    press(&mut program, "Update to this view");
    assert!(shows(&program, "Scene 1 is what is on show now"));
    let overlays = |program: &Program, at: usize| {
        let scene = program.state().session.briefing.scene(at).cloned();
        scene.unwrap().stage.overlays.len()
    };
    assert_eq!(overlays(&program, 0), 0);
    assert!(overlays(&program, 1) > 0);
    assert_eq!(titles(&program), "a b");
    press_with(&mut program, Modifiers::COMMAND, Key::Z);
    assert!(overlays(&program, 0) > 0);
}

#[test]
fn the_menu_of_a_scene_does_what_its_keys_do() {
    let mut program = with_scenes(&["a", "b"]);
    for (scene, line, expected) in [
        (1, "Move right", "b a"),
        (2, "Duplicate", "b a a"),
        (1, "Delete", "a a"),
    ] {
        press(&mut program, &format!("More about scene {scene}"));
        press(&mut program, line);
        assert_eq!(titles(&program), expected, "{line}");
    }
    press(&mut program, "More about scene 2");
    press(&mut program, "Rename\u{2026}");
    type_text(&mut program, "z");
    press_key(&mut program, Key::Escape);
    assert_eq!(titles(&program), "a a");
    press(&mut program, "More about scene 2");
    press(&mut program, "Present from here");
    assert!(shows(&program, "Scene 2 of 2"));
    press_key(&mut program, Key::Escape);
    assert!(program.state().session.show.is_none());
}

#[test]
fn enter_presents_from_the_scene_with_the_keyboard_and_space_looks_at_it() {
    let mut program = with_scenes(&["a", "b", "c"]);
    focus(&mut program, "Scene 1: a");
    press_key(&mut program, Key::Space);
    assert_eq!(current(&program), Some(0));
    assert!(program.state().session.show.is_none());
    focus(&mut program, "Scene 2: b");
    press_key(&mut program, Key::Enter);
    assert!(shows(&program, "Scene 2 of 3"));
}

/// Two clicks, one soon after the other as frames go in a test.
fn double_click_at(program: &mut Program, pos: Pos2) {
    let options = |options: &mut egui::Options| {
        options.input_options.max_double_click_delay = 2.0;
    };
    program.ctx.options_mut(options);
    program.hover_at(pos);
    program.run_steps(2);
    for pressed in [true, false, true, false] {
        program.event(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    program.run_steps(6);
}

#[test]
fn two_clicks_present_from_a_scene_and_on_its_title_rename_it() {
    let mut program = with_scenes(&["a", "b"]);
    let card = rect(&program, "Scene 1: a");
    double_click_at(&mut program, card.center_bottom() - vec2(0.0, 8.0));
    assert!(program.state().session.show.is_none());
    assert!(is_focused(&program, "Title of scene 1"));
    type_text(&mut program, "z");
    // A click elsewhere ends the writing.
    let elsewhere = rect(&program, "Map").center();
    click_at(&mut program, elsewhere);
    assert_eq!(titles(&program), "z b");
    double_click_at(&mut program, card.center_top() + vec2(-20.0, 30.0));
    assert!(shows(&program, "Scene 1 of 2"));
}

#[test]
fn a_right_click_opens_the_menu_of_a_scene() {
    let mut program = with_scenes(&["a", "b"]);
    program.get_by_label("Scene 2: b").click_secondary();
    program.run_steps(4);
    press(&mut program, "Move left");
    assert_eq!(titles(&program), "b a");
}
