//! The bundled briefing, given by its keys: forward and back, aside and back to the very same.

mod aside;
mod walking;

use egui::Key;

use super::{Program, program, shows};
use crate::world::Stage;

/// The program with its briefing begun.
fn given() -> Program {
    let mut program = program();
    tap(&mut program, Key::F5);
    assert!(program.state().session.show.is_some());
    program
}

/// Presses a key and lets what it did be seen.
fn tap(program: &mut Program, key: Key) {
    program.key_press(key);
    program.run_steps(3);
}

/// Which scene, from 0, and how much of it has appeared.
fn place(program: &Program) -> Option<(usize, usize)> {
    let show = program.state().session.show.as_ref()?;
    Some((show.scene, show.step))
}

/// Every step of the briefing in its order.
fn all_places(program: &Program) -> Vec<(usize, usize)> {
    let scenes = program.state().session.briefing.scenes().iter().enumerate();
    scenes
        .flat_map(|(at, scene)| (0..=scene.builds.len()).map(move |step| (at, step)))
        .collect()
}

/// What is on show and from where, to the bit.
fn on_show(program: &Program) -> (Stage, [u64; 3]) {
    let app = program.state();
    let center = app.camera.center();
    let view = [center.lon_deg, center.lat_deg, app.camera.zoom()];
    (app.session.stage.clone(), view.map(f64::to_bits))
}

/// The title bar says where one is, and the stage is the scene's.
fn assert_at(program: &Program, (at, step): (usize, usize)) {
    assert_eq!(place(program), Some((at, step)));
    let app = program.state();
    let briefing = &app.session.briefing;
    let scene = briefing.scene(at).unwrap();
    let bar = format!("Scene {} of {}", at + 1, briefing.scenes().len());
    assert!(shows(program, &bar), "{bar}");
    assert!(shows(program, &scene.title), "{}", scene.title);
    let wanted = scene.stage_at(step);
    assert_eq!(app.session.stage, wanted, "{}", scene.title);
    for (at, feature) in scene.builds.iter().enumerate() {
        let is_there = app.session.on_show.contains(*feature);
        assert_eq!(is_there, at < step, "{}: {at} at step {step}", scene.title);
    }
}
