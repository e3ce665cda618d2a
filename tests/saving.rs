//! What happens to scenes that can not be saved: nothing is lost, and it is said what to do.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use egui::{Key, Modifiers};
use harness::{Program, SMALL, folder, is_on, press_key, press_with, program_with, settle, shows};
use passage::app::Options;
use passage::atlas::Atlas;
use passage::content::{self, BUNDLED};
use passage::session::Saving;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

const UNSAVED: &str = "Scenes not saved yet";
const NOT_SAVED: &str = "The scenes are not saved: mine.story.json";

fn bundled_text() -> String {
    let bytes = content::with_scenes(BUNDLED.1, "[]", &ATLAS).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn open(folder: &Path, text: &str) -> (Program, PathBuf) {
    let path = folder.join("mine.story.json");
    fs::write(&path, text).unwrap();
    let options = Options {
        story: Some(path.clone()),
        data_dir: Some(folder.join("data")),
        ..Options::default()
    };
    (program_with(SMALL, options), path)
}

fn add_scene(program: &mut Program) {
    press_with(program, Modifiers::COMMAND, Key::M);
}

fn save(program: &mut Program) {
    press_with(program, Modifiers::COMMAND, Key::S);
}

/// Saves, which is refused in these words and changes nothing.
fn refused(program: &mut Program, path: &Path, words: &str) {
    let before = fs::read(path).ok();
    save(program);
    settle(program);
    assert!(
        shows(program, NOT_SAVED) && shows(program, words),
        "{words}"
    );
    assert!(shows(program, "Ctrl+Shift+S writes another file"));
    assert!(shows(program, UNSAVED), "{words}");
    assert_eq!(fs::read(path).ok(), before, "{words}");
}

fn saved(program: &mut Program, path: &Path, count: usize) {
    save(program);
    assert!(!shows(program, NOT_SAVED) && !shows(program, UNSAVED));
    let (world, problems) = content::read_story_file(path, &ATLAS);
    assert_eq!((world.scenes.len(), problems.len()), (count, 0));
}

#[test]
fn a_read_only_file_stays_as_it_is_and_is_saved_once_it_may_be() {
    let folder = folder("read-only");
    let (mut program, path) = open(&folder, &bundled_text());
    add_scene(&mut program);
    let writable = fs::metadata(&path).unwrap().permissions();
    let mut read_only = writable.clone();
    read_only.set_readonly(true);
    fs::set_permissions(&path, read_only).unwrap();
    refused(
        &mut program,
        &path,
        "may not be written: it or its folder is read-only",
    );
    fs::set_permissions(&path, writable).unwrap();
    saved(&mut program, &path, 1);
}

#[test]
fn a_file_that_is_gone_or_damaged_meanwhile_is_left_alone_and_saved_into_once_it_is_sound() {
    let folder = folder("meanwhile");
    let text = bundled_text();
    let (mut program, path) = open(&folder, &text);
    add_scene(&mut program);
    fs::remove_file(&path).unwrap();
    refused(
        &mut program,
        &path,
        "can not be read: there is no such file",
    );
    let cut_off = &text[..text.len() / 2];
    for (damaged, words) in [
        (cut_off, "has a bracket that is never closed"),
        ("", "is no story any more"),
        ("[]", "is no story any more"),
        // The overlays that the scene shows are not there.
        ("{}", "has changed, and the scenes no longer fit it"),
    ] {
        fs::write(&path, damaged).unwrap();
        refused(&mut program, &path, words);
    }
    fs::write(&path, &text).unwrap();
    saved(&mut program, &path, 1);
}

#[test]
fn what_somebody_else_changes_meanwhile_is_kept() {
    let folder = folder("somebody-else");
    let text = bundled_text();
    let (mut program, path) = open(&folder, &text);
    add_scene(&mut program);
    let title = "\"title\": \"Russia and Pakistan";
    let changed = text.replacen(title, "\"title\": \"Once more: Russia and Pakistan", 1);
    assert_ne!(changed, text);
    fs::write(&path, &changed).unwrap();
    save(&mut program);
    assert!(shows(&program, "The rest of the file has changed"));
    let after = fs::read_to_string(&path).unwrap();
    assert!(after.contains("Once more: Russia") && after.contains("\"scenes\": ["));
    let bytes = content::with_scenes(after.as_bytes(), "[]", &ATLAS).unwrap();
    assert_eq!(bytes, changed.into_bytes());
}

#[test]
fn scenes_that_could_not_be_read_are_not_written_over_without_a_word() {
    let folder = folder("unread");
    let scenes = r#""scenes": [{"title": "A", "stage": {}}, {"titel": "B", "stage": {}}],"#;
    let text = bundled_text().replacen("\"format\"", &format!("{scenes}\n  \"format\""), 1);
    let (mut program, path) = open(&folder, &text);
    assert!(shows(&program, "One problem in the story"));
    add_scene(&mut program);
    assert!(shows(&program, "Scene 2 added"));
    refused(
        &mut program,
        &path,
        "has scenes that could not be read (line ",
    );
    assert!(shows(&program, "Ctrl+S again writes over them"));
    saved(&mut program, &path, 2);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_story_stays_one() {
    let folder = folder("link");
    let (program, path) = open(&folder, &bundled_text());
    drop(program);
    let link = folder.join("link.story.json");
    std::os::unix::fs::symlink("mine.story.json", &link).unwrap();
    let options = Options {
        story: Some(link.clone()),
        ..Options::default()
    };
    let mut program = program_with(SMALL, options);
    add_scene(&mut program);
    saved(&mut program, &path, 1);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[test]
fn a_damaged_draft_costs_itself_and_nothing_else_of_the_sitting() {
    let folder = folder("damaged-draft");
    let (mut program, path) = open(&folder, &bundled_text());
    press_key(&mut program, Key::Num2);
    add_scene(&mut program);
    drop(program);
    let kept = folder.join("data/session.json");
    let sitting = fs::read_to_string(&kept).unwrap();
    let scenes = sitting.find("\"scenes\": \"").unwrap();
    let end = scenes + sitting[scenes..].find('\n').unwrap();
    for damaged in [
        "\"scenes\": 7,",
        "\"scenes\": \"[{\",",
        "\"scenes\": \"[]], \\\"title\\\": [\",",
    ] {
        let text = format!("{}{damaged}{}", &sitting[..scenes], &sitting[end..]);
        fs::write(&kept, text).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let (program, _) = open(&folder, &text);
        assert!(is_on(&program, "Show Arms"), "{damaged}");
        assert!(!shows(&program, UNSAVED), "{damaged}");
    }
    // One that is sound but for a word in it brings the rest of itself back.
    let odd =
        r#""scenes": "[{\"title\":\"A\",\"stage\":{\"overlays\":[\"nowhere\"]}},{\"titel\":1}]","#;
    let text = format!("{}{odd}{}", &sitting[..scenes], &sitting[end..]);
    fs::write(&kept, text).unwrap();
    let (mut program, _) = open(&folder, &bundled_text());
    assert!(shows(
        &program,
        "Some of what your scenes show is not in the file any more"
    ));
    add_scene(&mut program);
    assert!(shows(&program, "Scene 2 added"));
}

#[test]
fn a_draft_is_left_alone_while_its_file_is_no_story() {
    let folder = folder("no-story");
    let (mut program, _) = open(&folder, &bundled_text());
    add_scene(&mut program);
    drop(program);
    let (mut program, path) = open(&folder, "not a story");
    assert!(shows(&program, "This story could not be opened"));
    save(&mut program);
    drop(program);
    assert_eq!(fs::read_to_string(&path).unwrap(), "not a story");
    assert_eq!(Saving::new(folder.join("data")).peek().drafts.len(), 1);
    assert!(shows(&open(&folder, &bundled_text()).0, UNSAVED));
}
