//! What a user sees but a screen reader is not told: what is lit, and how the map moves.

mod articles;
mod briefing;
mod correcting;
mod data_files;
mod disputes;
mod exporting;
mod fading;
mod framed_articles;
mod many;
mod opening;
mod orientation;
mod original;
mod pasting;
mod reading;
mod saving_articles;
mod saving_corrections;
mod scene_files;
mod scene_notes;
mod scenes;
mod sheets;
mod small_pictures;

use std::path::Path;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{Options, PassageApp};
use crate::geography::LonLat;
use crate::picture::View;
use crate::session::Panels;
use crate::ui::map::detail_for;

type Program = Harness<'static, PassageApp>;

fn program() -> Program {
    program_with(Options::default())
}

fn program_with(options: Options) -> Program {
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_max_steps(400)
        .build_eframe(move |creation| PassageApp::new(creation, &options).unwrap());
    program.run_steps(4);
    program
}

/// What is written in the files of a folder and below it, but for some.
fn written(folder: &Path, is_left_out: &dyn Fn(&Path) -> bool) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text += &written(&path, is_left_out);
        } else if !is_left_out(&path) {
            text += &std::fs::read_to_string(path).unwrap_or_default();
        }
    }
    text
}

fn press_key(program: &mut Program, key: Key) {
    program.key_press(key);
    program.run_steps(6);
}

fn shows(program: &Program, words: &str) -> bool {
    program.query_all_by_label_contains(words).next().is_some()
}

fn rect(program: &Program, label: &str) -> Rect {
    program.get_all_by_label(label).next().unwrap().rect()
}

fn rects(program: &Program, label: &str) -> Vec<Rect> {
    let found = program.query_all_by_label(label);
    found.map(|node| node.rect()).collect()
}

fn hovered(program: &Program) -> Option<String> {
    let app = program.state();
    let subject = app.session.hover?;
    Some(app.world.name_of(&app.atlas, subject).to_owned())
}

#[test]
fn what_is_pointed_at_in_text_legend_or_map_is_lit_everywhere() {
    let mut program = program();
    for (label, name) in [
        ("Russia, paragraph 1, mention 1", "Russia"),
        ("India on the map", "India"),
        ("Turkmenistan", "Turkmenistan"),
        (
            "Iran–Pakistan pipeline on the map",
            "Iran–Pakistan pipeline",
        ),
        ("Pipelines", "Pipelines"),
    ] {
        program.hover_at(rect(&program, label).center());
        program.run_steps(3);
        assert_eq!(hovered(&program).as_deref(), Some(name), "{label}");
    }
    program.hover_at(Pos2::new(1278.0, 2.0));
    program.run_steps(3);
    assert_eq!(hovered(&program), None);
}

#[test]
fn while_a_dialog_lies_over_the_map_the_map_has_nothing_to_say() {
    let mut program = program();
    let place = rect(&program, "India on the map").center();
    let set: [fn(&mut Panels, bool); 5] = [
        |panels, is_open| panels.about = is_open,
        |panels, is_open| panels.keys = is_open,
        |panels, is_open| panels.problems = is_open,
        |panels, is_open| panels.online = is_open,
        |panels, is_open| panels.export = is_open,
    ];
    for open in set {
        program.hover_at(place);
        program.run_steps(4);
        assert_eq!(hovered(&program).as_deref(), Some("India"));
        open(&mut program.state_mut().session.panels, true);
        program.run_steps(4);
        assert_eq!(hovered(&program), None);
        open(&mut program.state_mut().session.panels, false);
        program.run_steps(4);
    }
}

/// Clicks a mention, which sends the map on its way, and looks at the map half-way there.
fn flying() -> Program {
    let mut program = program();
    program.state_mut().session.reduced_motion = false;
    program
        .ctx
        .all_styles_mut(|style| style.animation_time = 0.2);
    let mention = "Russia, paragraph 1, mention 1";
    program.get_by_label(mention).click_accesskit();
    program.run_steps(3);
    assert!(program.state().camera.is_flying());
    program
}

#[test]
fn a_press_on_the_map_ends_a_flight_where_it_is() {
    let mut program = flying();
    let at = rect(&program, "Map").center() + vec2(0.0, 120.0);
    program.drag_at(at);
    program.run_steps(1);
    let stopped = program.state().camera.center();
    program.run_steps(3);
    assert!(!program.state().camera.is_flying());
    assert_eq!(program.state().camera.center(), stopped);
}

#[test]
fn a_selection_on_the_map_ends_a_flight_because_the_clicked_side_does_not_jump() {
    let mut program = flying();
    program
        .get_by_label("Pakistan on the map")
        .click_accesskit();
    program.run_steps(2);
    assert!(!program.state().camera.is_flying());
}

#[test]
fn a_flight_ends_and_with_reduced_motion_there_is_none() {
    let mut program = flying();
    program.run_steps(30);
    assert!(!program.state().camera.is_flying());
    program.state_mut().session.reduced_motion = true;
    program.get_by_label("India").click_accesskit();
    program.run_steps(2);
    assert!(!program.state().camera.is_flying());
}

#[test]
fn a_window_that_grows_frames_the_opening_view_anew_unless_the_map_was_moved() {
    let size = Vec2::new(1920.0, 1080.0);
    let zoom = |program: &Program| program.state().camera.zoom();
    let mut untouched = program();
    let before = zoom(&untouched);
    untouched.set_size(size);
    untouched.run_steps(4);
    assert!(
        zoom(&untouched) > before + 0.4,
        "{before} {}",
        zoom(&untouched)
    );
    let mut moved = program();
    moved.key_press(Key::ArrowLeft);
    moved.run_steps(4);
    moved.set_size(size);
    moved.run_steps(4);
    assert!((zoom(&moved) - before).abs() < 1e-6);
}

#[test]
fn a_drag_that_ends_does_not_fling_the_map() {
    let mut program = program();
    let start = rect(&program, "Map").center() + vec2(0.0, 120.0);
    program.drag_at(start);
    program.run_steps(1);
    for step in 1..6 {
        program.hover_at(start + vec2(step as f32 * 25.0, 0.0));
        program.run_steps(1);
    }
    program.drop_at(start + vec2(125.0, 0.0));
    program.run_steps(1);
    let released = program.state().camera.center();
    program.run_steps(10);
    assert_eq!(program.state().camera.center(), released);
}

#[test]
fn the_wheel_stops_at_the_limits_without_creeping_aside() {
    let mut program = program();
    let at = rect(&program, "Map").center() + vec2(150.0, 90.0);
    program.hover_at(at);
    program.run_steps(2);
    let wheel = |program: &mut Program, up: f32| {
        program.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: vec2(0.0, up),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        program.run_steps(4);
    };
    for up in [3.0, -3.0] {
        for _ in 0..60 {
            wheel(&mut program, up);
        }
        let (center, zoom) = (
            program.state().camera.center(),
            program.state().camera.zoom(),
        );
        for _ in 0..5 {
            wheel(&mut program, up);
        }
        assert_eq!(program.state().camera.center(), center);
        assert!((program.state().camera.zoom() - zoom).abs() < 1e-9);
    }
}

/// Where a position is on the screen.
fn on_screen(program: &Program, lon_deg: f64, lat_deg: f64) -> Pos2 {
    let app = program.state();
    let projection = app.session.stage.projection;
    let center = projection.project(app.camera.center());
    let view = View::new(rect(program, "Map"), center, app.camera.zoom());
    view.screen_from_map(projection.project(LonLat { lon_deg, lat_deg }))
}

/// A click of the pointer, as a mouse makes it: it stays where it was.
fn click_at(program: &mut Program, pos: Pos2) {
    program.hover_at(pos);
    program.run_steps(2);
    for pressed in [true, false] {
        program.event(Event::PointerButton {
            pos,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        program.run_steps(1);
    }
    program.run_steps(12);
}

fn selected(program: &Program) -> Option<String> {
    let app = program.state();
    let subject = app.session.stage.selection?;
    Some(app.world.name_of(&app.atlas, subject).to_owned())
}

#[test]
fn russia_is_framed_from_kaliningrad_to_chukotka_and_not_as_a_strip_round_the_world() {
    for projection in ["Equal-area", "Web Mercator"] {
        let mut program = program();
        program.get_by_label(projection).click_accesskit();
        program.run_steps(4);
        program.get_by_label("Russia").click_accesskit();
        program.run_steps(30);
        let map = rect(&program, "Map");
        let west = on_screen(&program, 20.5, 54.7);
        let east = on_screen(&program, 189.8, 66.0);
        assert!(
            map.contains(west) && map.contains(east),
            "{west} {east} in {map}"
        );
        let part = (east.x - west.x) / map.width();
        assert!(part > 0.4, "{projection}: only {part} of the map");
    }
}

#[test]
fn a_line_is_selected_by_a_click_six_points_beside_it_and_not_by_one_farther_off() {
    // Where the pipeline turns south of Shindand; a country lies on both sides.
    let beside = |off: f32| {
        let mut program = program();
        let line = on_screen(&program, 62.1474, 33.3029);
        click_at(&mut program, line + vec2(off, 0.0));
        selected(&program).unwrap()
    };
    assert!(beside(-5.0).contains("TAPI") && beside(5.0).contains("TAPI"));
    assert!(!beside(-14.0).contains("TAPI"));
}

/// What stands over the list of what lies under the pointer.
const MEETING: &str = "lines meet here";

#[test]
fn where_lines_meet_a_list_is_offered_and_goes_when_the_map_moves() {
    let offered = || {
        let mut program = program();
        program.key_press(Key::A);
        program.run_steps(12);
        let at = on_screen(&program, 73.0433, 33.7215) + vec2(-9.0, -9.0);
        click_at(&mut program, at);
        assert!(shows(&program, MEETING));
        program
    };
    let mut program = offered();
    let choices: Vec<_> = program
        .state()
        .world
        .features
        .iter()
        .map(|(_, row)| row.name.clone())
        .collect();
    let first = choices
        .iter()
        .find(|name| program.query_by_label(name).is_some());
    let name = first.unwrap().clone();
    program.get_by_label(&name).click_accesskit();
    program.run_steps(12);
    assert_eq!(selected(&program), Some(name));
    // By keyboard: down to the second row, and Enter.
    let mut by_keyboard = offered();
    by_keyboard.key_press(Key::ArrowDown);
    by_keyboard.run_steps(3);
    assert!(shows(&by_keyboard, MEETING));
    by_keyboard.key_press(Key::Enter);
    by_keyboard.run_steps(6);
    assert!(!shows(&by_keyboard, MEETING));
    assert!(selected(&by_keyboard).is_some());
    let mut closed = offered();
    closed.key_press(Key::Escape);
    closed.run_steps(4);
    assert!(!shows(&closed, MEETING));
    let mut moved = offered();
    moved.key_press(Key::Home);
    moved.key_press(Key::Plus);
    moved.run_steps(8);
    assert!(!shows(&moved, MEETING));
}

#[test]
fn however_fast_views_are_changed_the_ground_of_the_last_one_is_drawn() {
    let mut program = program();
    for key in [Key::V, Key::M, Key::V, Key::V, Key::M] {
        program.key_press(key);
        program.run_steps(1);
    }
    let wanted = program.state().session.stage.worldview;
    let is_there = (0..200).any(|_| {
        program.run_steps(1);
        std::thread::sleep(std::time::Duration::from_millis(20));
        let app = program.state();
        app.map.ground_key(app.camera.zoom()).is_some_and(|key| {
            key.worldview == wanted && key.detail == detail_for(app.camera.zoom())
        })
    });
    assert!(is_there);
}
