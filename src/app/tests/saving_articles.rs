//! Where a story goes that was made of an article, and what is opened under which name.

use std::path::Path;

use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::articles::{ARTICLE, article, choose, folder, mentions, opened};
use super::{Program, program_with, shows};
use crate::app::Options;
use crate::app::file_dialog::Purpose;
use crate::app::story_file::StoryOrigin;
use crate::content::BUNDLED;

fn origin(program: &Program) -> StoryOrigin {
    program.state().story_file.origin
}

fn open(path: &Path) -> Program {
    program_with(Options {
        story: Some(path.to_owned()),
        ..Options::default()
    })
}

#[test]
fn a_story_that_is_saved_under_an_articles_name_is_a_story_at_the_next_start() {
    for name in ["saved.txt", "saved.md", "saved.HTML", "saved"] {
        let mut program = opened("under-its-name", ARTICLE);
        let found = mentions(&program, &program.state().world);
        let folder = folder("under-its-name-to");
        choose(&mut program, Purpose::Story, &folder.join(name));
        let path = folder.join(format!("{name}.story.json"));
        assert_eq!(program.state().story.as_deref(), Some(path.as_path()));
        let next = open(&path);
        assert_eq!(origin(&next), StoryOrigin::StoryFile);
        assert_eq!(mentions(&next, &next.state().world), found, "{name}");
    }
}

#[test]
fn nobody_was_asked_about_a_name_that_was_made_longer_so_that_file_is_left_alone() {
    let mut program = opened("longer", ARTICLE);
    let folder = folder("longer-to");
    let there = article(&folder, "mine.txt.story.json", "mine");
    choose(&mut program, Purpose::Story, &folder.join("mine.txt"));
    assert!(shows(&program, "mine.txt.story.json is there already"));
    assert_eq!(std::fs::read_to_string(there).unwrap(), "mine");
    assert_eq!(origin(&program), StoryOrigin::Article);
}

#[test]
fn a_story_that_is_called_a_text_is_opened_as_what_it_is() {
    let folder = folder("called-a-text");
    let story = std::str::from_utf8(BUNDLED.1).unwrap();
    let program = open(&article(&folder, "deal.txt", story));
    assert_eq!(origin(&program), StoryOrigin::StoryFile);
    assert!(shows(&program, "TAPI"));
    let bracket = format!("{{1}} {ARTICLE}");
    let program = open(&article(&folder, "bracket.txt", &bracket));
    assert_eq!(origin(&program), StoryOrigin::Article);
}

fn open_file_menu(program: &mut Program) {
    program.get_by_label("File").click();
    program.run_steps(4);
}

fn is_disabled(program: &Program, label: &str) -> bool {
    let node = program.get_by_label(label);
    node.accesskit_node().is_disabled()
}

#[test]
fn the_menu_says_what_is_saved_and_offers_no_original_that_could_not_be_known() {
    let original = "Open the original article\u{2026}";
    let mut program = opened("menu", ARTICLE);
    open_file_menu(&mut program);
    program.get_by_label("Save");
    program.get_by_label("Save as story\u{2026}");
    assert!(is_disabled(&program, original));
    let mut program = super::program();
    open_file_menu(&mut program);
    program.get_by_label("Save");
    assert!(!is_disabled(&program, original));
}
