//! What a user sees but a screen reader is not told: what is lit, and how the map moves.

use egui::{Pos2, Rect, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{Options, PassageApp};

type Program = Harness<'static, PassageApp>;

fn program() -> Program {
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_max_steps(400)
        .build_eframe(|creation| PassageApp::new(creation, &Options::default()).unwrap());
    program.run_steps(4);
    program
}

fn rect(program: &Program, label: &str) -> Rect {
    program.get_all_by_label(label).next().unwrap().rect()
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
    moved.key_press(egui::Key::ArrowLeft);
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
        program.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: vec2(0.0, up),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
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
