//! Every change to the list of scenes, and the way back.

use super::*;

fn briefing(titles: &str) -> Briefing {
    let scene = |title: char| Scene {
        title: title.to_string(),
        ..Scene::default()
    };
    let scenes: Vec<Scene> = titles.chars().map(scene).collect();
    Briefing::new(scenes.clone(), scenes)
}

fn titles(briefing: &Briefing) -> String {
    briefing
        .scenes()
        .iter()
        .map(|scene| scene.title.as_str())
        .collect()
}

#[test]
fn every_change_can_be_taken_back_and_made_again() {
    let mut briefing = briefing("abcd");
    briefing.set_current(1);
    let mut states = vec![titles(&briefing)];
    let steps: [fn(&mut Briefing); 5] = [
        |briefing| briefing.move_to(0, 3),
        |briefing| briefing.duplicate(1),
        |briefing| briefing.delete(0),
        |briefing| briefing.rename(0, "x"),
        |briefing| briefing.add(vec![Scene::default()]),
    ];
    for step in steps {
        step(&mut briefing);
        states.push(titles(&briefing));
    }
    assert_eq!(
        states,
        ["abcd", "bcda", "bccda", "ccda", "xcda", "xcda"],
        "the last one is a scene without a title"
    );
    assert!(briefing.is_edited());
    for state in states.iter().rev().skip(1) {
        assert!(briefing.undo());
        assert_eq!(&titles(&briefing), state);
    }
    assert!(!briefing.undo() && !briefing.is_edited());
    for state in states.iter().skip(1) {
        assert!(briefing.redo());
        assert_eq!(&titles(&briefing), state);
    }
    assert!(!briefing.redo());
}

#[test]
fn the_scenes_of_the_file_come_back_and_so_do_those_they_replaced() {
    let mut briefing = briefing("abc");
    briefing.set_current(2);
    briefing.delete(0);
    briefing.rename(1, "x");
    briefing.revert();
    assert_eq!(
        (titles(&briefing).as_str(), briefing.is_edited()),
        ("abc", false)
    );
    assert!(briefing.undo());
    assert_eq!(
        (titles(&briefing).as_str(), briefing.is_edited()),
        ("bx", true)
    );
}

#[test]
fn letters_typed_one_after_the_other_are_one_step() {
    let mut briefing = briefing("ab");
    for notes in ["S", "Sa", "Say"] {
        briefing.set_notes(1, notes.to_owned());
    }
    briefing.rename(1, "B");
    assert!(briefing.undo());
    assert_eq!(briefing.scene(1).unwrap().notes, "Say");
    assert!(briefing.undo());
    assert_eq!(briefing.scene(1).unwrap().notes, "");
    assert!(!briefing.can_undo() && briefing.can_redo());
}

#[test]
fn the_current_scene_stays_the_same_one_while_others_move() {
    for from in 0..4 {
        for to in 0..4 {
            let mut briefing = briefing("abcd");
            briefing.set_current(2);
            briefing.move_to(from, to);
            let at = briefing.current().unwrap();
            assert_eq!(briefing.scene(at).unwrap().title, "c", "{from} to {to}");
        }
    }
}

#[test]
fn a_place_that_is_none_changes_nothing() {
    let mut briefing = briefing("ab");
    briefing.delete(7);
    briefing.duplicate(7);
    briefing.move_to(7, 0);
    briefing.rename(7, "x");
    assert!(!briefing.can_undo());
    briefing.delete(0);
    briefing.delete(0);
    briefing.move_to(0, 1);
    assert_eq!((briefing.scenes().len(), briefing.current()), (0, None));
}

#[test]
fn there_is_no_last_step_and_each_keeps_only_what_it_changed() {
    let mut briefing = briefing("abcdefgh");
    for step in 0..1_000 {
        let before = briefing.now.clone();
        match step % 4 {
            0 => briefing.rename(step % 8, &format!("title {step}")),
            1 => briefing.duplicate(step % 8),
            2 => briefing.delete(step % 8),
            _ => briefing.move_to(step % 8, (step + 1) % 8),
        }
        let splice = Splice::back_to(before, briefing.scenes());
        assert!(splice.scenes.len().max(splice.count) <= 8);
        if step % 4 < 3 {
            assert!(splice.scenes.len().max(splice.count) <= 1, "step {step}");
        }
    }
    let last = briefing.now.clone();
    while briefing.undo() {}
    assert_eq!(titles(&briefing), "abcdefgh");
    assert!(!briefing.is_edited());
    while briefing.redo() {}
    assert_eq!(briefing.now, last);
}
