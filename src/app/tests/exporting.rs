//! File > Export..., worked with the mouse and the keyboard; the system's dialog answers here.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::Duration;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::{Program, program, shows};
use crate::app::file_dialog::{FileDialog, Purpose};

fn folder(name: &str) -> PathBuf {
    let name = format!("passage-exporting-{name}-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The program with the dialog open.
fn opened() -> Program {
    let mut program = program();
    program.key_press_modifiers(Modifiers::COMMAND, Key::E);
    program.run_steps(4);
    assert!(shows(&program, "Save as\u{2026}"));
    program
}

fn click(program: &mut Program, name: &str) {
    program.get_by_label(name).click();
    program.run_steps(4);
}

/// Goes on until something is true; work on another thread takes its time.
fn wait_until(program: &mut Program, is_so: impl Fn(&Program) -> bool) {
    for _ in 0..1_500 {
        program.run_steps(1);
        if is_so(program) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("half a minute is over");
}

fn answer(program: &mut Program, path: &Path) {
    let (sender, answer) = channel();
    sender.send(Some(path.to_owned())).unwrap();
    program.state_mut().file_dialog = Some(FileDialog {
        purpose: Purpose::Export,
        answer,
    });
    program.run_steps(3);
}

#[test]
fn the_dialog_previews_what_is_on_show_and_escape_closes_it() {
    let mut program = opened();
    wait_until(&mut program, |program| {
        program.query_by_label("A preview of the picture").is_some()
    });
    program.key_press(Key::Escape);
    program.run_steps(4);
    assert!(!shows(&program, "Save as\u{2026}"));
}

#[test]
fn a_drawing_of_a_scene_and_a_folder_of_all_are_written_and_it_is_said_where() {
    let folder = folder("files");
    let mut program = opened();
    click(&mut program, "Drawing (SVG)");
    click(&mut program, "Scene");
    let path = folder.join("one");
    answer(&mut program, &path);
    wait_until(&mut program, |program| shows(program, "written to"));
    let text = std::fs::read_to_string(folder.join("one.svg")).unwrap();
    let title = program
        .state()
        .session
        .briefing
        .scene(0)
        .unwrap()
        .title
        .clone();
    assert!(
        text.contains(&title.replace('\'', "&apos;")) || text.contains("<title"),
        "{title}"
    );
    click(&mut program, "All scenes");
    let slides = folder.join("slides");
    std::fs::create_dir(&slides).unwrap();
    answer(&mut program, &slides);
    wait_until(&mut program, |program| {
        shows(program, "13 files written to")
    });
    assert_eq!(std::fs::read_dir(&slides).unwrap().count(), 13);
    // Again into the same folder: nothing is written over.
    answer(&mut program, &slides);
    wait_until(&mut program, |program| shows(program, "is there already"));
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn a_long_export_can_be_cancelled_and_leaves_no_half_file() {
    let folder = folder("cancelled");
    let mut program = opened();
    click(&mut program, "Handout (PDF)");
    answer(&mut program, &folder.join("handout.pdf"));
    assert!(shows(&program, "Cancel"));
    click(&mut program, "Cancel");
    wait_until(&mut program, |program| {
        shows(program, "Cancelled; nothing is written")
    });
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn a_name_with_another_ending_gets_the_right_one_and_goes_over_no_file() {
    let folder = folder("endings");
    let there = folder.join("slide.v2.svg");
    std::fs::write(&there, "of before").unwrap();
    let mut program = opened();
    click(&mut program, "Drawing (SVG)");
    answer(&mut program, &folder.join("slide.v2"));
    wait_until(&mut program, |program| shows(program, "is there already"));
    assert_eq!(std::fs::read_to_string(&there).unwrap(), "of before");
    // Its whole name says that somebody was asked.
    answer(&mut program, &there);
    wait_until(&mut program, |program| shows(program, "written to"));
    assert!(std::fs::read_to_string(&there).unwrap().contains("<svg"));
    let _ = std::fs::remove_dir_all(folder);
}

#[test]
fn a_copy_that_is_cancelled_is_not_said_to_be_on_the_clipboard() {
    let mut program = opened();
    click(&mut program, "Copy picture");
    click(&mut program, "Cancel");
    wait_until(&mut program, |program| shows(program, "Cancelled"));
    assert!(!shows(&program, "clipboard"));
    click(&mut program, "Copy picture");
    wait_until(&mut program, |program| {
        shows(program, "is on the clipboard")
    });
}

#[test]
fn a_preview_is_made_anew_when_the_dialog_is_opened_again() {
    let mut program = opened();
    let is_there = |program: &Program| program.query_by_label("A preview of the picture").is_some();
    wait_until(&mut program, is_there);
    program.key_press(Key::Escape);
    program.run_steps(4);
    program.key_press_modifiers(Modifiers::COMMAND, Key::E);
    program.run_steps(1);
    assert!(!is_there(&program));
    wait_until(&mut program, is_there);
}
