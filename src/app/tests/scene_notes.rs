//! The words of a scene, and what appears by itself in it.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::scenes::{current, press, press_with, titles, type_text, with_scenes, without_scenes};
use super::{Program, press_key, shows};

#[test]
fn notes_are_written_in_their_own_field_which_keeps_its_keys() {
    let mut program = with_scenes(&["a", "b"]);
    press(&mut program, "More about scene 1");
    press(&mut program, "Notes\u{2026}");
    assert_eq!(current(&program), Some(0));
    assert!(shows(&program, "Scene 1 of 2"));
    let notes = |program: &Program| {
        let scene = program.state().session.briefing.scene(0).cloned();
        scene.unwrap().notes
    };
    // They have the keyboard at once.
    type_text(&mut program, "Say b and r");
    assert_eq!(notes(&program), "Say b and r");
    // The letters were no keys, and taking back in the field takes no scene back.
    assert!(shows(&program, "Add scene from this view"));
    program.run_steps(10);
    press_with(&mut program, Modifiers::COMMAND, Key::Z);
    assert_eq!(titles(&program), "a b");
    assert_eq!(notes(&program), "");

    type_text(&mut program, "Slowly");
    press_key(&mut program, Key::Escape);
    assert!(shows(&program, "Scene 1 of 2"));
    press_key(&mut program, Key::Escape);
    assert!(!shows(&program, "Scene 1 of 2"));
    press_with(&mut program, Modifiers::COMMAND, Key::Z);
    assert_eq!(
        (titles(&program), notes(&program)),
        ("a b".to_owned(), String::new())
    );
}

#[test]
fn what_is_written_of_one_scene_never_turns_up_at_another() {
    let mut program = with_scenes(&["a", "b"]);
    press(&mut program, "More about scene 1");
    press(&mut program, "Notes\u{2026}");
    let field = "Notes, for the presenter\u{2019}s eyes";
    program.get_by_label(field).focus();
    program.run_steps(2);
    type_text(&mut program, "of a");
    press(&mut program, "Scene 2: b");
    program.get_by_label(field).focus();
    program.run_steps(4);
    press_with(&mut program, Modifiers::COMMAND, Key::Z);
    let scenes = program.state().session.briefing.scenes();
    let notes: Vec<&str> = scenes.iter().map(|scene| scene.notes.as_str()).collect();
    assert_eq!(notes, ["of a", ""]);
}

#[test]
fn features_appear_by_themselves_in_the_order_one_gives_them() {
    let mut program = without_scenes();
    press(&mut program, "No overlays");
    press_key(&mut program, Key::Num6);
    press_with(&mut program, Modifiers::COMMAND, Key::M);
    press(&mut program, "More about scene 1");
    press(&mut program, "Notes\u{2026}");
    let builds = |program: &Program| -> Vec<String> {
        let app = program.state();
        let scene = app.session.briefing.scene(0).unwrap();
        let names = scene.builds.iter();
        names
            .map(|&id| app.world.features.get(id).unwrap().name.clone())
            .collect()
    };
    let first: Vec<String> = {
        let boxes = program.query_all_by_label_contains(" appears by itself");
        let labels = boxes.filter_map(|node| node.accesskit_node().label());
        labels.take(2).collect()
    };
    for name in &first {
        press(&mut program, name);
    }
    let order = builds(&program);
    assert_eq!(order.len(), 2);
    press(&mut program, &format!("Earlier: {}", order[1]));
    assert_eq!(builds(&program), [order[1].clone(), order[0].clone()]);
    press(&mut program, &first[0]);
    assert_eq!(builds(&program), [order[1].clone()]);
    // The keyboard is in the notes until somebody leaves them.
    press_key(&mut program, Key::Escape);
    for _ in 0..4 {
        press_with(&mut program, Modifiers::COMMAND, Key::Z);
    }
    assert!(builds(&program).is_empty());
}
