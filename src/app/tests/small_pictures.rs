//! Small pictures in the running program: which are drawn, and that the program comes to rest.

use egui::{Id, vec2};
use egui_kittest::Harness;

use super::{Options, PassageApp, Program};
use crate::atlas::Worldview;
use crate::session::{Briefing, CameraGoal, Command, SceneEdit, Stage, frame_of};
use crate::ui::{SmallPictures, Wanted};

/// None, and a word about it, where nothing can be drawn.
fn drawn_program() -> Option<Program> {
    let instance = eframe::wgpu::Instance::default();
    let adapters = instance.enumerate_adapters(eframe::wgpu::Backends::all());
    if pollster::block_on(adapters).is_empty() {
        log::warn!("SKIPPED: no Vulkan or OpenGL adapter, so nothing was drawn");
        return None;
    }
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_max_steps(400)
        .wgpu()
        .build_eframe(move |creation| PassageApp::new(creation, &Options::default()).unwrap());
    program.run_steps(4);
    Some(program)
}

fn wanted(program: &Program, country: &str) -> Wanted {
    let app = program.state();
    let subject = app.world.subject_of(&app.atlas, country).unwrap();
    Wanted {
        stage: Stage::default(),
        goal: CameraGoal::Frame(frame_of(&app.world, &app.atlas, subject).unwrap()),
        map_size: vec2(1280.0, 720.0),
        size: vec2(160.0, 90.0),
    }
}

fn pictures(program: &mut Program) -> &mut SmallPictures {
    program.state_mut().small_pictures.as_mut().unwrap()
}

/// A frame in which all of these are on show. Returns how many of them are there.
fn frame(program: &mut Program, on_show: &[(usize, &Wanted)]) -> usize {
    let context = program.ctx.clone();
    let there = on_show.iter().filter(|(number, wanted)| {
        let key = Id::unique(("scene", number));
        pictures(program).picture(&context, key, wanted).is_some()
    });
    let there = there.count();
    program.run_steps(1);
    std::thread::sleep(std::time::Duration::from_millis(5));
    there
}

/// Frames until all of these are there, and a few more.
fn settle(program: &mut Program, on_show: &[(usize, &Wanted)]) {
    for _ in 0..2_000 {
        if frame(program, on_show) == on_show.len() && pictures(program).is_at_rest() {
            for _ in 0..60 {
                frame(program, on_show);
            }
            return;
        }
    }
    panic!("the pictures never come");
}

#[test]
fn a_wish_makes_one_picture_however_often_it_is_asked_and_another_stage_or_theme_makes_a_new_one() {
    let Some(mut program) = drawn_program() else {
        return;
    };
    let mut scene = wanted(&program, "country:PAK");
    // The hills may come after the first picture, which is then drawn anew.
    settle(&mut program, &[(1, &scene)]);
    let count = pictures(&mut program).drawn_count();
    assert!((1..=2).contains(&count), "{count}");
    settle(&mut program, &[(1, &scene)]);
    assert_eq!(pictures(&mut program).drawn_count(), count);

    scene.stage.worldview = Worldview::Indian;
    settle(&mut program, &[(1, &scene)]);
    assert_eq!(pictures(&mut program).drawn_count(), count + 1);
    assert_eq!(pictures(&mut program).kept_count(), 1);

    program.state_mut().run(Command::ToggleTheme);
    settle(&mut program, &[(1, &scene)]);
    assert_eq!(pictures(&mut program).drawn_count(), count + 2);

    program.state_mut().open(None);
    assert_eq!(pictures(&mut program).kept_count(), 0);
    settle(&mut program, &[(1, &scene)]);
    assert_eq!(pictures(&mut program).drawn_count(), count + 3);
}

#[test]
fn of_more_than_a_hundred_pictures_a_bounded_number_is_kept_and_then_there_is_nothing_left_to_do() {
    let Some(mut program) = drawn_program() else {
        return;
    };
    let scene = wanted(&program, "country:IND");
    let all: Vec<_> = (0..120).map(|number| (number, &scene)).collect();
    for page in all.chunks(24) {
        settle(&mut program, page);
    }
    assert!(pictures(&mut program).kept_count() <= 60);
    // All at once are more than are kept: the first of them are there, and that is that.
    for _ in 0..200 {
        frame(&mut program, &all);
    }
    let count = pictures(&mut program).drawn_count();
    for _ in 0..20 {
        frame(&mut program, &all);
    }
    assert_eq!(pictures(&mut program).drawn_count(), count);
    assert!(pictures(&mut program).kept_count() <= 60);
    assert!(!program.ctx.has_requested_repaint() || count > 0);
}

#[test]
fn scenes_with_other_views_of_borders_and_projections_all_come_to_be() {
    let Some(mut program) = drawn_program() else {
        return;
    };
    let scenes: Vec<Wanted> = Worldview::ALL
        .into_iter()
        .zip(crate::geography::MapProjection::ALL.into_iter().cycle())
        .map(|(worldview, projection)| {
            let mut scene = wanted(&program, "country:PAK");
            scene.stage.worldview = worldview;
            scene.stage.projection = projection;
            scene
        })
        .collect();
    let all: Vec<_> = scenes.iter().enumerate().collect();
    settle(&mut program, &all);
    assert_eq!(pictures(&mut program).kept_count(), scenes.len());
}

#[test]
fn scenes_of_the_strip_that_change_places_are_not_drawn_anew() {
    let Some(mut program) = drawn_program() else {
        return;
    };
    program.state_mut().session.briefing = Briefing::default();
    for overlay in 0..3 {
        program.state_mut().run(Command::ToggleOverlayAt(overlay));
        let add = Command::EditScenes(SceneEdit::Add);
        program.state_mut().run(add);
        program.run_steps(1);
    }
    settle(&mut program, &[]);
    let wait = |program: &mut Program| {
        for _ in 0..200 {
            frame(program, &[]);
        }
        pictures(program).drawn_count()
    };
    let count = wait(&mut program);
    assert!(count >= 3, "{count}");
    assert_eq!(pictures(&mut program).kept_count(), 3);
    let edits = [
        SceneEdit::Move { from: 0, to: 2 },
        SceneEdit::Duplicate(1),
        SceneEdit::Rename {
            at: 0,
            title: "Another title".to_owned(),
        },
        SceneEdit::Delete(1),
    ];
    for edit in edits {
        program.state_mut().run(Command::EditScenes(edit));
        assert_eq!(wait(&mut program), count);
    }
    program.set_size(vec2(1920.0, 1080.0));
    assert_eq!(wait(&mut program), count);
}
