//! What the stage shows comes onto the map and leaves it by and by.

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::{Program, rect, selected, shows};
use crate::app::{Options, PassageApp};
use crate::theme::measures::FADE_SECS;

const FRAMES_PER_SEC: f32 = 60.0;

/// The program as it is where nobody has asked for less motion.
fn moving_program() -> Program {
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_step_dt(1.0 / FRAMES_PER_SEC)
        .build_eframe(|creation| PassageApp::new(creation, &Options::default()).unwrap());
    program.run_steps(4);
    program
        .ctx
        .all_styles_mut(|style| style.animation_time = 0.2);
    program.run_steps(4);
    program
}

fn is_fading(program: &Program) -> bool {
    program.state().map.is_fading()
}

fn drawn_count(program: &Program) -> usize {
    program.state().map.drawn_count()
}

/// Lets a fade end, with a few frames more.
fn end_fade(program: &mut Program) {
    program.run_steps((FADE_SECS as f32 * FRAMES_PER_SEC) as usize + 4);
}

#[test]
fn what_is_there_when_the_program_opens_does_not_fade_in() {
    let program = moving_program();
    assert!(!is_fading(&program));
    assert!(drawn_count(&program) > 0);
}

#[test]
fn an_overlay_that_is_switched_off_is_drawn_until_it_has_faded_and_then_the_map_rests() {
    let mut program = moving_program();
    let before = drawn_count(&program);
    program.key_press(Key::Num0);
    program.run_steps(4);
    assert!(is_fading(&program));
    assert_eq!(drawn_count(&program), before);
    end_fade(&mut program);
    assert!(!is_fading(&program));
    assert_eq!(drawn_count(&program), 0);
}

#[test]
fn what_is_called_back_half_way_is_not_drawn_twice() {
    let mut program = moving_program();
    let before = drawn_count(&program);
    // The second key takes the second overlay away, and brings it back.
    program.key_press(Key::Num0);
    end_fade(&mut program);
    program.key_press(Key::Num2);
    end_fade(&mut program);
    let second = drawn_count(&program);
    assert!(second > 0 && second != before);
    for _ in 0..2 {
        program.key_press(Key::Num2);
        program.run_steps(8);
        assert!(is_fading(&program));
        assert_eq!(drawn_count(&program), second);
    }
    end_fade(&mut program);
    assert!(!is_fading(&program));
    assert_eq!(drawn_count(&program), second);
}

#[test]
fn a_selection_fades_in_and_what_the_pointer_lights_is_lit_at_once() {
    let mut program = moving_program();
    program.hover_at(rect(&program, "India on the map").center());
    program.run_steps(4);
    assert!(!is_fading(&program));
    program.get_by_label("India on the map").click_accesskit();
    program.run_steps(4);
    assert!(is_fading(&program));
    assert_eq!(selected(&program).as_deref(), Some("India"));
    end_fade(&mut program);
    assert!(!is_fading(&program));
}

#[test]
fn with_reduced_motion_everything_is_there_at_once() {
    let mut program = moving_program();
    program.state_mut().session.reduced_motion = true;
    program.key_press(Key::Num0);
    program.run_steps(3);
    assert!(!is_fading(&program));
    assert_eq!(drawn_count(&program), 0);
}

#[test]
fn the_name_of_what_fades_away_can_no_longer_be_chosen() {
    let mut program = moving_program();
    let name = "Iran\u{2013}Pakistan pipeline on the map";
    assert!(shows(&program, name));
    program.key_press(Key::Num0);
    program.run_steps(4);
    assert!(is_fading(&program));
    assert!(!shows(&program, name));
}
