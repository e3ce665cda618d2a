//! Aside from a scene and back to it, and back to the explorer: the same to the bit.

use egui::{Event, Key, Modifiers, Vec2, vec2};
use egui_kittest::kittest::Queryable as _;

use super::super::{Program, program, rect, shows};
use super::{all_places, given, on_show, place, tap};
use crate::session::{Command, ShowCommand};
use crate::world::Subject;

/// What it is called, and how one goes.
type Way = (&'static str, fn(&mut Program));

fn scroll(program: &mut Program, up: f32) {
    program.hover_at(rect(program, "Map").center());
    program.run_steps(1);
    program.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Line,
        delta: vec2(0.0, up),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
        modifiers: Modifiers::NONE,
    });
    program.run_steps(4);
}

fn drag(program: &mut Program, by: Vec2) {
    // Beside what lies in the middle.
    let start = rect(program, "Map").center() + vec2(0.0, 60.0);
    program.hover_at(start);
    program.drag_at(start);
    program.run_steps(1);
    for part in 1..5 {
        program.hover_at(start + by * (part as f32 / 4.0));
        program.run_steps(1);
    }
    program.drop_at(start + by);
    program.run_steps(3);
}

/// Presses names on the map until something else is chosen, if any of them is in sight.
fn choose(program: &mut Program) {
    let chosen = program.state().session.stage.selection;
    for name in ["Pakistan", "Afghanistan", "India", "Iran", "Russia"] {
        let label = format!("{name} on the map");
        let Some(node) = program.query_all_by_label(&label).next() else {
            continue;
        };
        node.click_accesskit();
        program.run_steps(3);
        if program.state().session.stage.selection != chosen {
            return;
        }
    }
}

/// The first overlay of the show's legend is switched.
fn switch_overlay(program: &mut Program) {
    let app = program.state();
    let on = app.session.stage.overlays.first().unwrap();
    let name = app.world.overlays.get(*on).unwrap().name.clone();
    program
        .get_all_by_label(&name)
        .next()
        .unwrap()
        .click_accesskit();
    program.run_steps(3);
}

#[test]
fn from_every_scene_one_goes_aside_in_every_way_and_r_brings_back_the_very_same() {
    let mut program = given();
    let ways: [Way; 8] = [
        ("dragging", |program| drag(program, vec2(70.0, -40.0))),
        ("the wheel", |program| scroll(program, 2.0)),
        ("a key that zooms", |program| tap(program, Key::Minus)),
        ("a click", choose),
        ("an overlay", switch_overlay),
        ("the era", |program| tap(program, Key::E)),
        ("the view of borders", |program| tap(program, Key::V)),
        ("what is not in the article", |program| tap(program, Key::O)),
    ];
    for at in all_places(&program) {
        assert_eq!(place(&program), Some(at));
        let before = on_show(&program);
        // What appears in a scene changes nothing of the single ways aside.
        let single = if at.1 == 0 { ways.as_slice() } else { &[] };
        for (way, go) in single {
            assert!(!shows(&program, "R: back"), "{way} at {at:?}");
            go(&mut program);
            assert_ne!(on_show(&program), before, "{way} at {at:?}");
            assert!(shows(&program, "R: back"), "{way} at {at:?}");
            tap(&mut program, Key::R);
            assert_eq!(on_show(&program), before, "{way} at {at:?}");
            assert_eq!(place(&program), Some(at));
        }
        // Escape goes back as well, before it ends the briefing.
        tap(&mut program, Key::V);
        tap(&mut program, Key::Minus);
        tap(&mut program, Key::Escape);
        assert_eq!(on_show(&program), before, "{at:?}");
        assert_eq!(place(&program), Some(at));
        // All of them at once.
        for (_, go) in &ways {
            go(&mut program);
        }
        tap(&mut program, Key::R);
        assert_eq!(on_show(&program), before, "{at:?}");
        tap(&mut program, Key::ArrowRight);
    }
}

#[test]
fn an_answer_fills_the_screen_and_r_brings_back_the_very_same() {
    let mut program = given();
    tap(&mut program, Key::End);
    let before = on_show(&program);
    let passages: Vec<_> = program.state().world.passages.ids().collect();
    for passage in passages {
        program
            .state_mut()
            .run(Command::Show(ShowCommand::Answer(passage)));
        program.run_steps(4);
        let number = program.state().world.passages.get(passage).unwrap().number;
        assert!(shows(&program, &format!("Paragraph {number}")));
        assert!(shows(&program, "Answer"));
        tap(&mut program, Key::R);
        assert_eq!(on_show(&program), before, "paragraph {number}");
    }
}

#[test]
fn whatever_happened_in_a_briefing_its_end_brings_back_where_one_was() {
    // From the opening view, and from a view, a selection and an era of one's own.
    let starts: [fn(&mut Program); 2] = [
        |_| {},
        |program| {
            program.get_by_label("India").click_accesskit();
            program.run_steps(4);
            for key in [Key::E, Key::E, Key::V, Key::Num3, Key::ArrowLeft, Key::Plus] {
                tap(program, key);
            }
        },
    ];
    for start in starts {
        let mut program = program();
        start(&mut program);
        let scale = program.ctx.zoom_factor();
        let before = on_show(&program);
        tap(&mut program, Key::F5);
        for _ in 0..7 {
            tap(&mut program, Key::ArrowRight);
        }
        drag(&mut program, vec2(50.0, 30.0));
        tap(&mut program, Key::V);
        tap(&mut program, Key::Z);
        assert!(program.ctx.zoom_factor() > scale);
        // One Escape for what lies aside, one for the briefing.
        tap(&mut program, Key::Escape);
        tap(&mut program, Key::Escape);
        assert_eq!(place(&program), None);
        assert_eq!(on_show(&program), before);
        assert!((program.ctx.zoom_factor() - scale).abs() < 1e-6);
        // And it is framed anew as before, when the window grows.
        let mut other = super::super::program();
        start(&mut other);
        for program in [&mut program, &mut other] {
            program.set_size(vec2(1920.0, 1080.0));
            program.run_steps(4);
        }
        assert_eq!(on_show(&program), on_show(&other));
    }
}

#[test]
fn what_was_drawn_goes_with_its_scene_and_tools_go_one_at_a_time() {
    let mut program = given();
    let ink = |program: &Program| program.state().session.show.as_ref().unwrap().ink.len();
    let light = |program: &Program| program.state().session.show.as_ref().unwrap().spotlight;
    let before = on_show(&program);
    tap(&mut program, Key::D);
    drag(&mut program, vec2(90.0, 20.0));
    assert_eq!(ink(&program), 1);
    tap(&mut program, Key::S);
    drag(&mut program, vec2(-90.0, 40.0));
    assert!(light(&program).is_some());
    // The hand that draws moves no map and chooses nothing.
    assert_eq!(on_show(&program), before);
    tap(&mut program, Key::L);
    assert!(light(&program).is_none());
    tap(&mut program, Key::Escape);
    assert_eq!(place(&program), Some((0, 0)));
    tap(&mut program, Key::ArrowRight);
    assert_eq!(ink(&program), 0);
}

#[test]
fn while_the_audience_sees_a_frozen_picture_the_presenter_can_look_anything_up() {
    let mut program = given();
    tap(&mut program, Key::F);
    assert!(program.state().session.show_settings.has_presenter);
    let country = program.state().atlas.country_by_code("IND").unwrap();
    let about = Subject::Country(country);
    program.state_mut().run(Command::FlyTo(about));
    program.run_steps(4);
    let frozen = program.state().show.frozen.as_ref().unwrap();
    let scene = program.state().session.briefing.scene(0).unwrap();
    assert_eq!(frozen.0.stage, scene.stage_at(0));
    assert_ne!(frozen.1.center(), program.state().camera.center());
    tap(&mut program, Key::F);
    assert!(program.state().show.frozen.is_none());
    tap(&mut program, Key::R);
    assert!(!shows(&program, "R: back"));
}
