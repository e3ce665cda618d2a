//! Scenes that are made, saved in the story's file, and there again the next time.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use egui::{Key, Modifiers};
use harness::{
    Program, SMALL, folder, is_disabled, press, press_briefly, press_key, press_with, program_with,
    settle, shows, until,
};
use passage::app::Options;
use passage::atlas::Atlas;
use passage::content::{self, BUNDLED};
use passage::session::Saving;
use passage::world::World;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

const UNSAVED: &str = "Scenes not saved yet";

/// The bundled story as a file of its own, without scenes.
fn story_in(folder: &Path) -> PathBuf {
    let path = folder.join("mine.story.json");
    let bytes = content::with_scenes(BUNDLED.1, "[]", &ATLAS).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

fn open(folder: &Path, story: &Path) -> Program {
    let options = Options {
        story: Some(story.to_owned()),
        data_dir: Some(folder.join("data")),
        ..Options::default()
    };
    program_with(SMALL, options)
}

fn add_scene(program: &mut Program) {
    press_with(program, Modifiers::COMMAND, Key::M);
}

fn save(program: &mut Program) {
    press_with(program, Modifiers::COMMAND, Key::S);
}

fn scenes_of(path: &Path) -> World {
    let (world, problems) = content::read_story_file(path, &ATLAS);
    assert!(problems.is_empty(), "{problems:?}");
    world
}

#[test]
fn a_scene_is_written_into_the_storys_file_and_nothing_else_of_it_changes() {
    let folder = folder("written");
    let path = story_in(&folder);
    let before = fs::read_to_string(&path).unwrap();
    let mut program = open(&folder, &path);
    assert!(!shows(&program, UNSAVED));
    press_key(&mut program, Key::Num2);
    add_scene(&mut program);
    assert!(shows(&program, UNSAVED));
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    save(&mut program);
    assert!(shows(&program, "One scene saved in") && shows(&program, "mine.story.json"));
    assert!(!shows(&program, UNSAVED));
    let after = fs::read_to_string(&path).unwrap();
    let kept = before.trim_end().trim_end_matches('}').trim_end();
    assert!(after.starts_with(kept) && after.ends_with("\n}\n"));
    assert!(after[kept.len()..].starts_with(",\n  \"scenes\": [\n    {\n      \"title\": "));
    let world = scenes_of(&path);
    let arms = world.overlays.iter().find(|(_, row)| row.name == "Arms");
    assert!(world.scenes[0].stage.overlays.contains(&arms.unwrap().0));
    drop(program);

    // The next start has it, and a change taken back leaves nothing to save.
    let mut next = open(&folder, &path);
    assert!(!shows(&next, UNSAVED));
    add_scene(&mut next);
    assert!(shows(&next, "Scene 2 added") && shows(&next, UNSAVED));
    press_with(&mut next, Modifiers::COMMAND, Key::Z);
    assert!(!shows(&next, UNSAVED));
    save(&mut next);
    assert!(shows(&next, "Nothing to save"));
    assert_eq!(fs::read_to_string(&path).unwrap(), after);
}

#[test]
fn the_dot_and_the_menu_save_as_the_key_does() {
    let folder = folder("menu");
    let path = story_in(&folder);
    let mut program = open(&folder, &path);
    add_scene(&mut program);
    press_briefly(&mut program, UNSAVED);
    assert!(shows(&program, "One scene saved in"));
    add_scene(&mut program);
    press(&mut program, "File");
    press_briefly(&mut program, "Save");
    assert!(shows(&program, "2 scenes saved in"));
    assert_eq!(scenes_of(&path).scenes.len(), 2);
}

#[test]
fn scenes_outlive_a_crash_and_are_still_marked_as_not_saved() {
    let folder = folder("crash");
    let path = story_in(&folder);
    let before = fs::read(&path).unwrap();
    let mut first = open(&folder, &path);
    for _ in 0..3 {
        add_scene(&mut first);
    }
    let saving = Saving::new(folder.join("data"));
    until(&mut first, "the draft is on the disk", |_| {
        saving.peek().drafts.len() == 1
    });
    // As a killed program would: nothing of it runs any more.
    std::mem::forget(first);
    let mut second = open(&folder, &path);
    assert!(shows(&second, UNSAVED));
    add_scene(&mut second);
    assert!(shows(&second, "Scene 4 added"));
    drop(second);
    assert_eq!(fs::read(&path).unwrap(), before);

    let mut third = open(&folder, &path);
    save(&mut third);
    assert!(shows(&third, "4 scenes saved in"));
    drop(third);
    assert_eq!(saving.peek().drafts.len(), 0);
    assert!(!shows(&open(&folder, &path), UNSAVED));
}

#[test]
fn each_story_keeps_its_own_scenes_while_others_are_looked_at() {
    let folder = folder("others");
    let path = story_in(&folder);
    let other = folder.join("other.story.json");
    fs::copy(&path, &other).unwrap();
    let mut program = open(&folder, &path);
    add_scene(&mut program);
    harness::drop_on_window(&mut program, other);
    settle(&mut program);
    assert!(!shows(&program, UNSAVED));
    harness::drop_on_window(&mut program, path);
    settle(&mut program);
    assert!(shows(&program, UNSAVED));
}

#[test]
fn the_scenes_of_the_file_are_a_menu_away_and_those_made_since_one_key() {
    let folder = folder("revert");
    let path = story_in(&folder);
    let mut program = open(&folder, &path);
    press(&mut program, "File");
    assert!(is_disabled(&program, "Scenes of the file"));
    press_key(&mut program, Key::Escape);
    add_scene(&mut program);
    press(&mut program, "File");
    press_briefly(&mut program, "Scenes of the file");
    assert!(shows(&program, "The scenes of the file are back"));
    assert!(!shows(&program, UNSAVED));
    press_key(&mut program, Key::Escape);
    press_with(&mut program, Modifiers::COMMAND, Key::Z);
    assert!(shows(&program, UNSAVED));
}

#[test]
fn scenes_begun_before_the_file_changed_are_kept_and_that_is_said() {
    let folder = folder("begun-before");
    let path = story_in(&folder);
    let mut first = open(&folder, &path);
    add_scene(&mut first);
    drop(first);
    // Somebody else gives the file scenes meanwhile.
    let theirs = r#"[{"title":"Theirs","stage":{}},{"title":"Too","stage":{}}]"#;
    let bytes = content::with_scenes(&fs::read(&path).unwrap(), theirs, &ATLAS).unwrap();
    fs::write(&path, &bytes).unwrap();
    let mut second = open(&folder, &path);
    assert!(shows(
        &second,
        "The file has other scenes than when you began yours"
    ));
    assert!(shows(&second, UNSAVED));
    // They are not written over without a word.
    save(&mut second);
    assert!(shows(
        &second,
        "has other scenes now than when it was opened"
    ));
    assert_eq!(fs::read(&path).unwrap(), bytes);
    press(&mut second, "File");
    press(&mut second, "Scenes of the file");
    assert!(!shows(&second, UNSAVED));
    press_key(&mut second, Key::Escape);
    add_scene(&mut second);
    assert!(shows(&second, "Scene 3 added"));
    save(&mut second);
    let world = scenes_of(&path);
    let titles: Vec<&str> = world
        .scenes
        .iter()
        .map(|scene| scene.title.as_str())
        .collect();
    assert_eq!(titles[..2], ["Theirs", "Too"]);
    assert_eq!(titles.len(), 3);
}
