//! Corrections of mentions: saved in the story's file, and kept until they are, whatever happens.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use egui::Modifiers;

use super::*;
use crate::app::file_dialog::{FileDialog, Purpose};
use crate::app::story_file::StoryOrigin;
use crate::content::{self, BUNDLED};
use crate::session::{Command, CorrectionDraft};
use crate::world::{Actor, Id, Mention, MentionKind, Passage, StoryChange, Subject, World};

const UNSAVED: &str = "Changes not saved yet";

fn folder(name: &str) -> PathBuf {
    let name = format!("passage-corrections-{}-{name}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn story_in(folder: &Path) -> PathBuf {
    let path = folder.join("mine.story.json");
    std::fs::write(&path, BUNDLED.1).unwrap();
    path
}

fn open(folder: &Path, story: &Path) -> Program {
    program_with(Options {
        story: Some(story.to_owned()),
        data_dir: Some(folder.join("data")),
        ..Options::default()
    })
}

/// The first mention of the first paragraph means an actor that is new.
fn correct(program: &mut Program) {
    let app = program.state_mut();
    let passage: Id<Passage> = Id::new(0);
    let mut mentions = app.world.passages[passage].mentions.clone();
    let actor = Id::new(app.world.actors.len());
    let range = mentions[0].range.clone();
    mentions[0] = Mention::sure(range, Subject::Actor(actor), MentionKind::Direct);
    let row = Actor {
        key: "the-bank".to_owned(),
        name: "The bank".to_owned(),
        about: "A bank.".to_owned(),
        ..Actor::blank()
    };
    app.apply_change(StoryChange {
        mentions: vec![(passage, mentions)],
        actors: vec![(actor, row)],
        ..StoryChange::default()
    });
    app.session.corrections.set_unsaved();
    program.run_steps(4);
}

fn save(program: &mut Program) {
    program.key_press_modifiers(Modifiers::COMMAND, Key::S);
    program.run_steps(4);
}

fn read(program: &Program, path: &Path) -> World {
    let (world, problems) = content::read_story_file(path, &program.state().atlas);
    assert!(problems.is_empty(), "{problems:?}");
    world
}

/// What the first words of the first paragraph mean.
fn first_meaning(program: &Program, world: &World) -> String {
    let mention = &world.passages[Id::new(0)].mentions[0];
    world
        .key_of(&program.state().atlas, mention.subject)
        .unwrap()
}

fn of_window(program: &Program) -> String {
    first_meaning(program, &program.state().world)
}

/// Kills the program: nothing more of it runs, but what it has noted was written by then.
fn kill(mut program: Program) {
    program.run_steps(2);
    let app = program.state_mut();
    drop(app.saver.take());
    std::mem::forget(program);
}

fn choose(program: &mut Program, purpose: Purpose, path: PathBuf) {
    let (sender, answer) = channel();
    sender.send(Some(path)).unwrap();
    program.state_mut().file_dialog = Some(FileDialog { purpose, answer });
    program.run_steps(4);
}

#[test]
fn a_correction_is_written_into_the_storys_file_with_what_it_needs() {
    let folder = folder("written");
    let path = story_in(&folder);
    let mut program = open(&folder, &path);
    correct(&mut program);
    assert!(shows(&program, UNSAVED));
    save(&mut program);
    assert!(shows(&program, "The story is saved in") && !shows(&program, UNSAVED));
    let world = read(&program, &path);
    assert_eq!(first_meaning(&program, &world), "actor:the-bank");
    // All else stays to the byte: what stands before the actors, and behind the passages.
    let (before, after) = (
        String::from_utf8(BUNDLED.1.to_vec()).unwrap(),
        std::fs::read_to_string(&path).unwrap(),
    );
    let head = before.split("\"actors\"").next().unwrap();
    let tail = before.split("\"topics\"").nth(1).unwrap();
    assert!(after.starts_with(head) && after.ends_with(tail));
    drop(program);
    let program = open(&folder, &path);
    assert!(!shows(&program, UNSAVED));
    assert_eq!(of_window(&program), "actor:the-bank");
}

#[test]
fn after_a_kill_the_corrections_are_there_again_and_can_be_saved() {
    let folder = folder("killed");
    let path = story_in(&folder);
    let mut program = open(&folder, &path);
    correct(&mut program);
    kill(program);
    let mut program = open(&folder, &path);
    assert!(shows(&program, UNSAVED));
    assert_eq!(of_window(&program), "actor:the-bank");
    assert_eq!(std::fs::read(&path).unwrap(), BUNDLED.1);
    save(&mut program);
    assert!(!shows(&program, UNSAVED));
    let world = read(&program, &path);
    assert_eq!(first_meaning(&program, &world), "actor:the-bank");
    assert!(program.state().saved.corrections.is_empty());
}

#[test]
fn a_correction_whose_words_are_gone_from_the_file_is_listed_and_put_nowhere_else() {
    let folder = folder("gone");
    let path = story_in(&folder);
    let mut program = open(&folder, &path);
    correct(&mut program);
    kill(program);
    let text = std::fs::read_to_string(&path).unwrap();
    let text = text.replacen("[Russia](country:RUS)\u{2019}s deputy", "Its deputy", 1);
    std::fs::write(&path, text).unwrap();
    let mut program = open(&folder, &path);
    program.run_steps(4);
    assert!(shows(
        &program,
        "one of your corrections has no place in it any more"
    ));
    let world = &program.state().world;
    assert_eq!(world.orphans.len(), 1);
    assert_eq!(world.orphans[0].exact, "Russia");
    program
        .state_mut()
        .run(Command::TogglePanel(crate::session::Panel::LostLinks));
    program.run_steps(4);
    assert!(shows(&program, "\u{201c}Russia\u{201d} meant The bank"));
    program
        .get_by_label("Let \u{201c}Russia\u{201d} go")
        .click_accesskit();
    program.run_steps(4);
    assert!(program.state().world.orphans.is_empty());
}

#[test]
fn passages_that_somebody_else_changed_meanwhile_are_not_written_over_unasked() {
    let folder = folder("meanwhile");
    let path = story_in(&folder);
    let mut program = open(&folder, &path);
    correct(&mut program);
    let theirs = std::fs::read_to_string(&path).unwrap();
    let theirs = theirs.replacen("was due in", "was soon due in", 1);
    std::fs::write(&path, &theirs).unwrap();
    save(&mut program);
    assert!(shows(&program, "The changes are not saved"));
    assert!(shows(
        &program,
        "has other passages now than when it was opened"
    ));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
    save(&mut program);
    assert!(!shows(&program, UNSAVED));
}

#[test]
fn a_story_that_was_made_from_an_article_never_writes_over_it() {
    let folder = folder("article");
    let path = folder.join("report.txt");
    std::fs::write(&path, "The article.").unwrap();
    let mut program = program_with(Options::default());
    let app = program.state_mut();
    app.story = Some(path.clone());
    let json = content::story_json(&app.world, &app.atlas);
    app.begin_story(json.into_bytes().into(), StoryOrigin::Article);
    assert_eq!(
        app.proposed_file(),
        (Some(folder.clone()), "report.story.json".to_owned())
    );
    correct(&mut program);
    choose(&mut program, Purpose::Story, path.clone());
    assert!(shows(&program, "is the article itself"));
    assert_eq!(std::fs::read(&path).unwrap(), b"The article.");
    let other = folder.join("report.story.json");
    choose(&mut program, Purpose::Story, other.clone());
    assert!(!shows(&program, UNSAVED));
    let world = read(&program, &other);
    assert_eq!(first_meaning(&program, &world), "actor:the-bank");
    // From now on that file is the story's.
    assert_eq!(program.state().story_file.origin, StoryOrigin::StoryFile);
}

#[test]
fn a_new_text_keeps_the_links_lists_the_lost_and_is_there_after_a_kill_until_it_is_saved() {
    let folder = folder("new-text");
    let path = story_in(&folder);
    let mut program = open(&folder, &path);
    let texts: Vec<String> = read(&program, &path)
        .passages
        .iter()
        .map(|(_, passage)| passage.text.clone())
        .collect();
    let text = texts.join("\n\n").replacen("Sergei Ryabkov", "a man", 1);
    let article = folder.join("article.txt");
    std::fs::write(&article, format!("A new beginning.\n\n{text}")).unwrap();
    choose(&mut program, Purpose::NewText, article);
    assert!(shows(&program, "17 paragraphs of article.txt"));
    assert!(shows(&program, "\u{201c}Sergei Ryabkov\u{201d} meant"));
    assert!(shows(&program, UNSAVED));
    kill(program);
    let mut program = open(&folder, &path);
    assert!(shows(&program, UNSAVED));
    assert_eq!(program.state().world.passages.len(), 17);
    assert_eq!(std::fs::read(&path).unwrap(), BUNDLED.1);
    save(&mut program);
    assert!(!shows(&program, UNSAVED));
    let world = read(&program, &path);
    assert_eq!((world.passages.len(), world.orphans.len()), (17, 1));
    assert_eq!(world.scenes.len(), program.state().world.scenes.len());
}

#[test]
fn a_draft_that_can_not_be_read_costs_itself_only() {
    let folder = folder("bad-draft");
    let path = story_in(&folder);
    let mut program = open(&folder, &path);
    let story = program.state().story_name();
    program.state_mut().saved.keep_corrections(CorrectionDraft {
        story,
        after: "\u{0}".to_owned(),
        ..CorrectionDraft::default()
    });
    program.state_mut().open(Some(path));
    program.run_steps(4);
    assert!(shows(&program, "can not be read any more") && !shows(&program, UNSAVED));
}
