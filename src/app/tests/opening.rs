//! What can not be opened: it is said, and nothing that is open is lost by it.

use std::path::Path;

use egui_kittest::kittest::Queryable as _;

use super::articles::{ARTICLE, article, choose, folder, named};
use super::{Program, program_with, shows};
use crate::app::Options;
use crate::app::file_dialog::Purpose;
use crate::session::{Command, WalkCommand};

/// Of which the window shows nothing else.
const PAGE: &str = "This story could not be opened";

fn options(folder: &Path, name: &str, words: &str) -> Options {
    Options {
        story: Some(article(folder, name, words)),
        data_dir: Some(folder.join("data")),
        ..Options::default()
    }
}

fn scenes(program: &Program) -> usize {
    program.state().session.briefing.scenes().len()
}

fn make_scenes(program: &mut Program) {
    let app = program.state_mut();
    app.run(Command::Walk(WalkCommand::MakeScenes));
    program.run_steps(4);
}

#[test]
fn a_file_that_can_not_be_read_leaves_the_open_story_with_all_that_is_new_in_it() {
    let folder = folder("bad-file");
    let mut program = program_with(options(&folder, "deal.txt", ARTICLE));
    make_scenes(&mut program);
    let picture = folder.join("photo.png");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    let no_story = article(&folder, "list.story.json", "[1, 2]");
    for (path, says) in [
        (picture, "Not opened: photo.png"),
        (folder.join("gone.txt"), "there is no such file"),
        (
            folder.join("gone.story.json"),
            "Not opened: gone.story.json",
        ),
        (folder.clone(), "is a folder"),
        (no_story, "this is not a story"),
    ] {
        choose(&mut program, Purpose::Opening, &path);
        assert!(shows(&program, says), "{says}");
        assert!(!shows(&program, PAGE), "{says}");
        assert_eq!((named(&program).len(), scenes(&program)), (3, 3));
        assert!(shows(&program, "Scenes not saved yet"));
        assert_eq!(
            program.state().story.as_deref(),
            Some(folder.join("deal.txt").as_path())
        );
    }
    // The next one that opens takes the notice along.
    let other = article(&folder, "other.txt", ARTICLE);
    choose(&mut program, Purpose::Opening, &other);
    assert_eq!(program.state().notice, None);
    let deal = folder.join("deal.txt");
    choose(&mut program, Purpose::Opening, &deal);
    assert_eq!(scenes(&program), 3);
}

#[test]
fn at_the_start_a_file_that_can_not_be_read_has_the_page_to_itself_and_another_may_follow() {
    let folder = folder("bad-start");
    let mut program = program_with(options(&folder, "empty.txt", ""));
    assert!(shows(&program, PAGE));
    choose(&mut program, Purpose::Opening, &folder.join("gone.txt"));
    assert!(shows(&program, PAGE) && shows(&program, "there is no such file"));
    let deal = article(&folder, "deal.txt", ARTICLE);
    choose(&mut program, Purpose::Opening, &deal);
    assert_eq!(named(&program).len(), 3);
}

#[test]
fn a_recent_file_that_is_gone_is_said_to_be_and_leaves_the_list() {
    let folder = folder("gone-recent");
    let mut program = program_with(options(&folder, "deal.txt", ARTICLE));
    program.state_mut().open(None);
    program.run_steps(6);
    std::fs::remove_file(folder.join("deal.txt")).unwrap();
    for label in ["File", "Open recent", "deal.txt"] {
        program.get_by_label(label).click();
        program.run_steps(6);
    }
    assert!(shows(&program, "Not opened: deal.txt"));
    assert!(shows(&program, "Pakistan on the map"));
    assert!(program.state().session.recent.is_empty());
}

#[test]
fn a_text_that_is_too_long_is_said_to_be_so_in_characters_and_by_its_own_name() {
    let folder = folder("too-long");
    let line = "Kenya and Uganda met. ".repeat(100);
    let long = format!("{line}\n").repeat(1364);
    let program = program_with(options(&folder, "big3mb.txt", &long));
    assert!(shows(&program, "2,999,436 characters"));
    assert!(shows(&program, "up to 2 million"));
    assert!(shows(&program, "passage link"));
    assert!(shows(&program, "big3mb.txt") && !shows(&program, "Big3mb.txt"));
    assert!(!shows(&program, "an article as .txt"));
    // Letters of two bytes are one character each.
    let accents = format!("{}\n", "\u{e9}".repeat(1000)).repeat(2001);
    let program = program_with(options(&folder, "accents.txt", &accents));
    assert!(shows(&program, "2,001,000 characters"));
}
