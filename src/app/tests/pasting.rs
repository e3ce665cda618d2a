//! What is pasted: an article of its own, which takes nothing away and is kept from others.

use std::path::Path;

use egui::Event;
use egui_kittest::kittest::Queryable as _;

use super::articles::{ARTICLE, article, folder, named};
use super::{Program, program_with, shows};
use crate::app::Options;
use crate::session::{Command, WalkCommand};

const WITHOUT_A_HEADLINE: &str = "Since 2020, soldiers from Kenya and Uganda have met at the border \
    every year. Nobody has ever said why, and nobody has asked.\n";

fn paste(program: &mut Program, words: &str) {
    program.event(Event::Paste(words.to_owned()));
    program.run_steps(6);
}

fn with_data(folder: &Path) -> Options {
    Options {
        data_dir: Some(folder.join("data")),
        ..Options::default()
    }
}

#[test]
fn a_pasted_text_without_a_headline_is_called_by_its_first_words() {
    let folder = folder("first-words");
    let mut program = program_with(with_data(&folder));
    paste(&mut program, WITHOUT_A_HEADLINE);
    let title = "Since 2020, soldiers from Kenya and Uganda have\u{2026}";
    let app = program.state();
    assert_eq!(app.world.title, title);
    assert_eq!(
        app.world.article.note,
        "A pasted text. Mentions were found by Passage, by English names."
    );
    assert!(shows(&program, title) && !shows(&program, ".txt"));
    let pasted = app.story.clone().unwrap();
    // It is the same at the next start, and from the menu.
    drop(program);
    let next = program_with(Options {
        story: Some(pasted.clone()),
        ..with_data(&folder)
    });
    assert_eq!(next.state().world.title, title);
    let (place, name) = next.state().proposed_file();
    assert_ne!(place.as_deref(), pasted.parent());
    assert_eq!(name, "Since-2020-soldiers-from-Kenya-and.story.json");
}

#[cfg(unix)]
#[test]
fn what_was_pasted_is_nobody_elses_to_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder("private");
    // It was made by an older version.
    std::fs::create_dir_all(folder.join("data/pasted")).unwrap();
    let mut program = program_with(with_data(&folder));
    paste(&mut program, ARTICLE);
    assert_eq!(named(&program).len(), 3);
    let mode = std::fs::metadata(folder.join("data/pasted")).unwrap();
    assert_eq!(mode.permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_text_that_is_pasted_by_mistake_costs_nothing_and_it_is_said_how_to_go_back() {
    let folder = folder("by-mistake");
    let mut program = program_with(Options {
        story: Some(article(&folder, "deal.txt", ARTICLE)),
        ..with_data(&folder)
    });
    let app = program.state_mut();
    app.run(Command::Walk(WalkCommand::MakeScenes));
    program.run_steps(4);
    paste(&mut program, WITHOUT_A_HEADLINE);
    assert_eq!(named(&program).len(), 2);
    assert!(shows(
        &program,
        "deal.txt is under File > Open recent, with what is not saved yet"
    ));
    for label in ["File", "Open recent", "deal.txt"] {
        program.get_by_label(label).click();
        program.run_steps(6);
    }
    assert_eq!(program.state().session.briefing.scenes().len(), 3);
    assert!(shows(&program, "Scenes not saved yet"));
    // What can not be put on the map is not kept, and the open story stays.
    let kept = || {
        std::fs::read_dir(folder.join("data/pasted"))
            .unwrap()
            .count()
    };
    let before = kept();
    paste(&mut program, &"x".repeat(60_000));
    assert!(shows(&program, "a paragraph of 60,000 characters"));
    assert_eq!((kept(), named(&program).len()), (before, 3));
}

#[test]
fn from_the_bundled_story_the_way_back_is_another() {
    let folder = folder("way-back");
    let mut program = program_with(with_data(&folder));
    paste(&mut program, ARTICLE);
    assert!(shows(&program, "File > Open the bundled story"));
}
