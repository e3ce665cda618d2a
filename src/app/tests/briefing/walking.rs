//! From scene to scene.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::super::{Program, program, program_with, shows};
use super::{all_places, assert_at, given, on_show, place, tap};
use crate::app::Options;
use crate::session::{Blank, TimeLeft};

fn type_number(program: &mut Program, digits: &[Key], end: Key) {
    for &digit in digits {
        tap(program, digit);
    }
    tap(program, end);
}

#[test]
fn each_set_of_keys_walks_the_whole_briefing_forward_and_back() {
    let mut program = given();
    let places = all_places(&program);
    assert!(places.len() > program.state().session.briefing.scenes().len());
    let sets = [
        (Key::ArrowRight, Key::ArrowLeft),
        (Key::ArrowDown, Key::ArrowUp),
        (Key::PageDown, Key::PageUp),
        (Key::Space, Key::Backspace),
        (Key::Enter, Key::ArrowLeft),
    ];
    for (forward, back) in sets {
        assert_at(&program, places[0]);
        for &next in &places[1..] {
            tap(&mut program, forward);
            assert_at(&program, next);
        }
        // The last one stays.
        tap(&mut program, forward);
        assert_at(&program, places[places.len() - 1]);
        for &before in places.iter().rev().skip(1) {
            tap(&mut program, back);
            assert_at(&program, before);
        }
        tap(&mut program, back);
        assert_at(&program, places[0]);
    }
}

#[test]
fn a_scene_looks_the_same_whichever_way_one_comes_to_it() {
    let mut program = given();
    let scenes = program.state().session.briefing.scenes().len();
    let mut seen = vec![on_show(&program)];
    for _ in 1..all_places(&program).len() {
        let before = place(&program).unwrap().0;
        tap(&mut program, Key::ArrowRight);
        if place(&program).unwrap().0 != before {
            seen.push(on_show(&program));
        }
    }
    assert_eq!(seen.len(), scenes);
    let digits = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    for (at, seen) in seen.iter().enumerate() {
        let number = at + 1;
        let keys = [digits[number / 10], digits[number % 10]];
        let end = if at % 2 == 0 { Key::Enter } else { Key::G };
        type_number(&mut program, &keys, end);
        assert_at(&program, (at, 0));
        assert_eq!(&on_show(&program), seen, "scene {number}");
    }
    tap(&mut program, Key::Home);
    assert_eq!(on_show(&program), seen[0]);
    tap(&mut program, Key::End);
    assert_eq!(on_show(&program), seen[scenes - 1]);
}

#[test]
fn a_number_that_is_no_scenes_is_said_and_leaves_one_where_one_is() {
    let mut program = given();
    tap(&mut program, Key::ArrowRight);
    type_number(&mut program, &[Key::Num9, Key::Num9], Key::Enter);
    assert_at(&program, (1, 0));
    assert!(shows(&program, "There is no scene 99"));
    // Escape takes a number back that is half typed.
    tap(&mut program, Key::Num3);
    assert!(shows(&program, "3"));
    tap(&mut program, Key::Escape);
    assert_eq!(program.state().session.show.as_ref().unwrap().typed, None);
    assert_at(&program, (1, 0));
}

#[test]
fn a_clicker_goes_on_and_back_blanks_begins_anew_and_ends() {
    let mut program = given();
    let blank = |program: &Program| program.state().session.show.as_ref().unwrap().blank;
    for key in [Key::Period, Key::B] {
        tap(&mut program, key);
        assert_eq!(blank(&program), Some(Blank::Black));
        tap(&mut program, key);
        assert_eq!(blank(&program), None);
    }
    tap(&mut program, Key::W);
    assert_eq!(blank(&program), Some(Blank::White));
    // The first press shows the scene again and loses no step.
    tap(&mut program, Key::PageDown);
    assert_eq!(blank(&program), None);
    assert_at(&program, (0, 0));
    tap(&mut program, Key::PageDown);
    tap(&mut program, Key::PageDown);
    assert_at(&program, (1, 1));
    tap(&mut program, Key::PageUp);
    assert_at(&program, (1, 0));
    tap(&mut program, Key::F5);
    assert_at(&program, (0, 0));
    tap(&mut program, Key::Escape);
    assert_eq!(place(&program), None);
    assert!(shows(&program, "Overview map"));
}

#[test]
fn among_all_scenes_one_is_chosen_by_arrows_or_by_a_click_and_tab_moves_no_focus() {
    let mut program = given();
    tap(&mut program, Key::Tab);
    assert!(shows(&program, "Scene 13: "));
    for _ in 0..4 {
        tap(&mut program, Key::ArrowRight);
    }
    tap(&mut program, Key::ArrowUp);
    tap(&mut program, Key::Enter);
    assert_at(&program, (3, 0));
    assert_eq!(program.ctx.memory(egui::Memory::focused), None);
    tap(&mut program, Key::Tab);
    program.get_by_label_contains("Scene 9: ").click_accesskit();
    program.run_steps(4);
    assert_at(&program, (8, 0));
    // Space goes on, and presses nothing that Tab would have come to.
    tap(&mut program, Key::Space);
    assert_at(&program, (8, 1));
    tap(&mut program, Key::Tab);
    tap(&mut program, Key::Escape);
    assert_at(&program, (8, 1));
}

#[test]
fn a_briefing_begins_where_one_is_with_shift_and_f5() {
    let mut program = given();
    type_number(&mut program, &[Key::Num5], Key::Enter);
    tap(&mut program, Key::Escape);
    assert_eq!(place(&program), None);
    program.key_press_modifiers(Modifiers::SHIFT, Key::F5);
    program.run_steps(4);
    assert_at(&program, (4, 0));
}

#[test]
fn by_itself_it_goes_on_after_so_many_seconds_and_begins_anew_after_the_last() {
    let mut program = given();
    program.state_mut().session.show_settings.scene_secs = 2;
    tap(&mut program, Key::A);
    let places = all_places(&program);
    // A frame of the test takes a quarter of a second.
    let mut came = vec![(0, 0)];
    for _ in 0..12 * places.len() {
        program.run_steps(1);
        let now = place(&program).unwrap();
        if came.last() != Some(&now) {
            came.push(now);
        }
    }
    assert!(came.len() > places.len(), "{came:?}");
    for (at, place) in came.iter().enumerate() {
        assert_eq!(*place, places[at % places.len()]);
    }
    // While all scenes are on show, or nothing is to be seen, or something is asked, it waits, and
    // afterwards the scene has the rest of its time.
    for (begin, end) in [
        (Key::Tab, Key::Tab),
        (Key::B, Key::B),
        (Key::Slash, Key::Escape),
    ] {
        tap(&mut program, Key::ArrowRight);
        let waits = place(&program);
        tap(&mut program, begin);
        program.run_steps(20);
        assert_eq!(place(&program), waits, "{begin:?}");
        tap(&mut program, end);
        assert_eq!(place(&program), waits, "{begin:?}");
        program.run_steps(12);
        assert_ne!(place(&program), waits, "{begin:?}");
    }
}

#[test]
fn in_a_briefing_shift_and_f5_begin_the_scene_anew_and_f5_the_whole() {
    let mut program = given();
    tap(&mut program, Key::End);
    let last = place(&program);
    program.key_press_modifiers(Modifiers::SHIFT, Key::F5);
    program.run_steps(4);
    assert_eq!(place(&program), last);
    tap(&mut program, Key::F5);
    assert_eq!(place(&program), Some((0, 0)));
}

#[test]
fn the_timer_starts_when_the_first_scene_is_left_and_says_how_much_too_long_it_takes() {
    let mut program = given();
    let timer = |program: &Program| {
        let session = &program.state().session;
        let timer = session.show.as_ref().unwrap().timer;
        (
            timer.elapsed_secs(session.now_secs),
            timer,
            session.now_secs,
        )
    };
    program.run_steps(10);
    assert!(timer(&program).0 < 1e-9);
    tap(&mut program, Key::ArrowRight);
    program.run_steps(400);
    let (elapsed, timer, now_secs) = timer(&program);
    assert!((90.0..110.0).contains(&elapsed), "{elapsed}");
    assert_eq!(timer.left(1, now_secs), TimeLeft::Over(elapsed - 60.0));
}

#[test]
fn a_field_of_text_keeps_its_keys_and_the_briefing_stays_where_it_is() {
    let mut program = program_with(Options::default());
    tap(&mut program, Key::F5);
    tap(&mut program, Key::ArrowRight);
    tap(&mut program, Key::P);
    program.get_by_label("Planned minutes").click_accesskit();
    program.run_steps(4);
    assert!(program.ctx.text_edit_focused());
    program.event(egui::Event::Text("25".to_owned()));
    for key in [
        Key::Num2,
        Key::Period,
        Key::B,
        Key::Backspace,
        Key::ArrowLeft,
    ] {
        tap(&mut program, key);
    }
    assert_at(&program, (1, 0));
    let show = program.state().session.show.as_ref().unwrap();
    assert_eq!((show.blank, show.typed), (None, None));
    // Enter is the field's, too.
    tap(&mut program, Key::Enter);
    assert_at(&program, (1, 0));
    assert!(
        program
            .state()
            .session
            .show_settings
            .planned_minutes
            .is_some()
    );
    assert_eq!(program.ctx.memory(egui::Memory::focused), None);
    assert!(!program.ctx.any_popup_open());
    tap(&mut program, Key::ArrowRight);
    assert_at(&program, (1, 1));
}

#[test]
fn a_dialog_that_stood_open_does_not_lie_over_what_the_audience_sees() {
    let mut program = program();
    program.key_press_modifiers(Modifiers::COMMAND, Key::E);
    program.run_steps(3);
    assert!(program.state().session.panels.has_dialog());
    tap(&mut program, Key::F5);
    assert!(program.state().session.show.is_some());
    assert!(!program.state().session.panels.has_dialog());
}
