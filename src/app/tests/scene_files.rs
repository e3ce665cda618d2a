//! Saving as another file: the dialog is the system's, so its answer is given here.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::{Program, press_key, program_with, shows};
use crate::app::Options;
use crate::app::file_dialog::{FileDialog, Purpose};
use crate::content;

const UNSAVED: &str = "Scenes not saved yet";

fn folder(name: &str) -> PathBuf {
    let name = format!("passage-save-as-{}-{name}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn program_in(folder: &Path) -> Program {
    program_with(Options {
        data_dir: Some(folder.join("data")),
        ..Options::default()
    })
}

fn press_with(program: &mut Program, held: Modifiers, key: Key) {
    program.key_press_modifiers(held, key);
    program.run_steps(4);
}

/// Chooses a file in the dialog that stands open.
fn choose(program: &mut Program, path: Option<PathBuf>) {
    let (sender, answer) = channel();
    sender.send(path).unwrap();
    program.state_mut().file_dialog = Some(FileDialog {
        purpose: Purpose::Story,
        answer,
    });
    program.run_steps(4);
}

#[test]
fn the_bundled_story_is_saved_as_a_file_which_is_then_the_open_one_with_all_as_it_was() {
    let folder = folder("bundled");
    let path = folder.join("mine.story.json");
    let mut program = program_in(&folder);
    let own = program.state().world.scenes.len();
    press_key(&mut program, Key::Num2);
    press_key(&mut program, Key::Plus);
    press_with(&mut program, Modifiers::COMMAND, Key::M);
    press_with(&mut program, Modifiers::COMMAND, Key::M);
    let before = program.state().session.stage.clone();
    let zoom = program.state().camera.zoom();
    choose(&mut program, Some(path.clone()));
    assert!(shows(&program, "saved in") && shows(&program, "mine.story.json"));
    assert!(!shows(&program, UNSAVED));
    let (world, problems) = content::read_story_file(&path, &program.state().atlas);
    assert_eq!((world.scenes.len(), problems.len()), (own + 2, 0));
    assert_eq!(program.state().session.stage, before);
    assert!((program.state().camera.zoom() - zoom).abs() < 1e-9);
    // What was done before can still be taken back, and the key now writes into that file.
    press_with(&mut program, Modifiers::COMMAND, Key::Z);
    assert!(shows(&program, UNSAVED));
    press_with(&mut program, Modifiers::COMMAND, Key::S);
    let (world, _) = content::read_story_file(&path, &program.state().atlas);
    assert_eq!(world.scenes.len(), own + 1);
    drop(program);
    // The bundled story has nothing left to save.
    assert!(!shows(&program_in(&folder), UNSAVED));
}

#[test]
fn no_file_chosen_or_none_that_can_be_written_leaves_the_scenes_unsaved() {
    let folder = folder("none");
    let mut program = program_in(&folder);
    press_with(&mut program, Modifiers::COMMAND, Key::M);
    choose(&mut program, None);
    assert!(shows(&program, "No file was chosen") && shows(&program, UNSAVED));
    choose(&mut program, Some(folder.join("no/such/folder.story.json")));
    assert!(shows(&program, "its folder is not there") && shows(&program, UNSAVED));
    std::fs::create_dir(folder.join("a.json")).unwrap();
    choose(&mut program, Some(folder.join("a.json")));
    assert!(shows(&program, "is a folder") && shows(&program, UNSAVED));
    assert!(program.state().story.is_none());
    choose(&mut program, Some(folder.join("mine.story.json")));
    assert!(!shows(&program, "not saved") && !shows(&program, UNSAVED));
}

#[test]
fn a_name_without_an_ending_gets_one_and_writes_over_nothing() {
    let folder = folder("ending");
    let mut program = program_in(&folder);
    press_with(&mut program, Modifiers::COMMAND, Key::M);
    choose(&mut program, Some(folder.join("mine")));
    assert!(folder.join("mine.story.json").exists());
    std::fs::write(folder.join("other.story.json"), "theirs").unwrap();
    choose(&mut program, Some(folder.join("other")));
    assert!(shows(&program, "is there already"));
    let other = std::fs::read_to_string(folder.join("other.story.json"));
    assert_eq!(other.unwrap(), "theirs");
}

#[test]
fn a_story_whose_file_is_gone_can_still_be_saved_as_another_one() {
    let folder = folder("gone");
    let path = folder.join("gone.story.json");
    std::fs::write(&path, content::BUNDLED.1).unwrap();
    let mut program = program_with(Options {
        story: Some(path.clone()),
        ..Options::default()
    });
    press_with(&mut program, Modifiers::COMMAND, Key::M);
    std::fs::remove_file(&path).unwrap();
    press_with(&mut program, Modifiers::COMMAND, Key::S);
    assert!(shows(&program, "there is no such file"));
    let other = folder.join("other.story.json");
    choose(&mut program, Some(other.clone()));
    assert!(other.exists() && !shows(&program, UNSAVED));
    assert!(program.query_by_label_contains("no such file").is_none());
}

#[test]
fn a_file_asked_for_by_a_story_that_is_left_meanwhile_is_not_written() {
    let folder = folder("left");
    let mut program = program_in(&folder);
    let (sender, answer) = channel();
    program.state_mut().file_dialog = Some(FileDialog {
        purpose: Purpose::Story,
        answer,
    });
    program.state_mut().open(None);
    program.run_steps(2);
    assert!(sender.send(Some(folder.join("late.story.json"))).is_err());
    program.run_steps(2);
    assert!(!folder.join("late.story.json").exists());
}
