//! Opening any article: what it names is on the map at once, and all that can be done with the
//! bundled story can be done with it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use super::{Program, hovered, press_key, program, program_with, rect, shows};
use crate::app::Options;
use crate::app::file_dialog::{FileDialog, Purpose};
use crate::geography::MapProjection;
use crate::session::{Command, WalkCommand};
use crate::world::{Id, MentionKind, StoryChange, Subject, World};

pub(super) const ARTICLE: &str = "Kenya and Uganda sign a border deal\n\n\
    NAIROBI \u{2013} Kenya signed a treaty with Uganda on Friday. Kenyan officials said that it \
    would end a dispute over fishing on Lake Victoria.\n\n\
    Ugandan traders welcomed it. Tanzania has not joined, and Kenya hopes that it will.\n";

/// A folder of its own for a test.
pub(super) fn folder(name: &str) -> PathBuf {
    let name = format!("passage-articles-{name}-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

pub(super) fn article(folder: &Path, name: &str, words: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, words).unwrap();
    path
}

pub(super) fn opened(name: &str, words: &str) -> Program {
    let folder = folder(name);
    program_with(Options {
        story: Some(article(&folder, "deal.txt", words)),
        ..Options::default()
    })
}

pub(super) fn named(program: &Program) -> Vec<(String, usize)> {
    let app = program.state();
    let namings = app.world.namings.iter();
    namings
        .map(|naming| {
            let name = app.atlas.country_name(naming.country).to_owned();
            (name, naming.mentions)
        })
        .collect()
}

#[test]
fn an_article_is_on_the_map_with_its_countries_tinted_by_how_often_they_are_named() {
    let program = opened("tinted", ARTICLE);
    let counts = [("Kenya", 4), ("Uganda", 3), ("Tanzania", 1)];
    let counts = counts.map(|(name, count)| (name.to_owned(), count));
    assert_eq!(named(&program), counts);
    assert!(shows(&program, "8 mentions of 3 countries"));
    assert!(shows(&program, "Countries named"));
    assert!(shows(&program, "Named once"));
    assert!(!shows(&program, "Named 1 times"));
    let app = program.state();
    let tints: Vec<_> = (0..3).map(|index| app.theme.focus_tint(index)).collect();
    assert!(tints[0] != tints[1] && tints[1] != tints[2]);
    // Far from Eurasia the equal-area map would stand askew.
    assert_eq!(app.session.stage.projection, MapProjection::WebMercator);
    for name in [
        "Kenya on the map",
        "Uganda on the map",
        "Tanzania on the map",
    ] {
        assert!(shows(&program, name), "{name}");
    }
}

#[test]
fn hover_click_and_the_way_through_the_passages_work_on_an_article() {
    let mut program = opened("clicks", ARTICLE);
    let mention = "Uganda, paragraph 2, mention 3";
    program.hover_at(rect(&program, "Kenya on the map").center());
    program.run_steps(3);
    assert_eq!(hovered(&program).as_deref(), Some("Kenya"));
    let _ = mention;
    let label = "Tanzania, paragraph 3, mention 2";
    program.get_by_label(label).click_accesskit();
    program.run_steps(6);
    let app = program.state();
    let tanzania = app.atlas.country_by_code("TZA").unwrap();
    assert_eq!(
        app.session.stage.selection,
        Some(Subject::Country(tanzania))
    );
    assert!(shows(&program, "Named once."));
    press_key(&mut program, Key::Escape);
    program
        .get_by_label("Kenya, paragraph 1, mention 1")
        .click_accesskit();
    program.run_steps(6);
    assert!(shows(&program, "1 of 3"));
    press_key(&mut program, Key::N);
    assert!(shows(&program, "2 of 3"));
}

#[test]
fn an_article_is_walked_through_and_presented() {
    let mut program = opened("walk", ARTICLE);
    press_key(&mut program, Key::J);
    assert!(program.state().session.walk.is_some());
    press_key(&mut program, Key::Escape);
    program
        .state_mut()
        .run(Command::Walk(WalkCommand::MakeScenes));
    program.run_steps(3);
    assert_eq!(program.state().session.briefing.scenes().len(), 3);
    press_key(&mut program, Key::F5);
    assert!(program.state().session.show.is_some());
    assert!(shows(&program, "Times a country is named:"));
}

#[test]
fn an_article_is_opened_from_the_menu_dropped_and_found_among_the_recent_ones() {
    let folder = folder("recent");
    let path = article(&folder, "deal.md", ARTICLE);
    let mut program = program_with(Options {
        data_dir: Some(folder.join("data")),
        ..Options::default()
    });
    let (sender, answer) = channel();
    sender.send(Some(path.clone())).unwrap();
    program.state_mut().file_dialog = Some(FileDialog {
        purpose: Purpose::Opening,
        answer,
    });
    program.run_steps(6);
    assert_eq!(named(&program).len(), 3);
    program.get_by_label("File").click();
    program.run_steps(4);
    program.get_by_label("Open the bundled story").click();
    program.run_steps(6);
    assert_eq!(program.state().session.recent, [path]);
    program.get_by_label("File").click();
    program.run_steps(4);
    program.get_by_label("Open recent").click();
    program.run_steps(6);
    program.get_by_label("deal.md").click();
    program.run_steps(6);
    assert_eq!(named(&program).len(), 3);
}

#[test]
fn a_pasted_text_is_an_article_that_is_there_again_later() {
    let folder = folder("pasted");
    let mut program = program_with(Options {
        data_dir: Some(folder.join("data")),
        ..Options::default()
    });
    program.event(Event::Paste(ARTICLE.to_owned()));
    program.run_steps(6);
    assert_eq!(named(&program).len(), 3);
    let path = program.state().story.clone().unwrap();
    assert_eq!(std::fs::read_to_string(path).unwrap(), ARTICLE);
    program.event(Event::Paste("  \n".to_owned()));
    program.run_steps(4);
    assert!(shows(&program, "The clipboard holds no text"));
    assert_eq!(named(&program).len(), 3);
}

#[test]
fn what_is_pasted_into_a_field_is_no_article() {
    let mut program = program();
    program.key_press_modifiers(Modifiers::COMMAND, Key::F);
    program.run_steps(4);
    program.event(Event::Paste("Kenya and Uganda".to_owned()));
    program.run_steps(4);
    assert_eq!(program.state().story, None);
}

#[test]
fn what_can_not_be_read_is_said_with_what_would_be_right() {
    let folder = folder("bad");
    let long = "x".repeat(60_000);
    for (name, words, says, right) in [
        ("empty.txt", "", "no words", "an article's text"),
        (
            "one-line.txt",
            long.as_str(),
            "a paragraph of 60,000 characters",
            "a text with line breaks",
        ),
    ] {
        let program = program_with(Options {
            story: Some(article(&folder, name, words)),
            ..Options::default()
        });
        assert!(shows(&program, says), "{name}");
        let right = format!("Right would be: {right}");
        assert!(shows(&program, &right), "{name}");
    }
}

#[test]
fn a_text_without_any_country_says_so_and_shows_the_world() {
    let program = opened("none", "Nothing of note happened today.\n");
    assert!(shows(&program, "No country is named in this text"));
    assert!(named(&program).is_empty());
}

/// All mentions: their words, what these are taken for, and how.
pub(super) fn mentions(program: &Program, world: &World) -> Vec<(String, String, MentionKind, u8)> {
    let atlas = &program.state().atlas;
    let passages = world.passages.iter();
    let mentions = passages.flat_map(|(_, passage)| {
        passage.mentions.iter().map(|it| {
            let name = world.name_of(atlas, it.subject).to_owned();
            (
                passage.words(&it.range).to_owned(),
                name,
                it.kind,
                it.confidence_percent,
            )
        })
    });
    mentions.collect()
}

pub(super) fn choose(program: &mut Program, purpose: Purpose, path: &Path) {
    let (sender, answer) = channel();
    sender.send(Some(path.to_owned())).unwrap();
    program.state_mut().file_dialog = Some(FileDialog { purpose, answer });
    program.run_steps(6);
}

/// In which a person, a city and two organisations are named, too.
const WITH_PEOPLE: &str = "Kenya and Uganda sign a border deal\n\n\
    NAIROBI \u{2013} Kenya signed a treaty with Uganda on Friday. Michael Jordan said that it \
    would end a dispute over fishing on Lake Victoria, and the United Nations welcomed it.\n\n\
    Later on Michael Jordan flew to Jordan, where the African Union met.\n";

#[test]
fn an_article_is_saved_as_a_story_in_which_nothing_is_wrong() {
    let mut program = opened("saved", WITH_PEOPLE);
    let found = mentions(&program, &program.state().world);
    let is_of_person = |it: &&(String, String, MentionKind, u8)| it.0 == "Michael Jordan";
    assert_eq!(found.iter().filter(is_of_person).count(), 2);
    let path = folder("saved-to").join("deal.story.json");
    program
        .state_mut()
        .run(Command::Walk(WalkCommand::MakeScenes));
    choose(&mut program, Purpose::Story, &path);
    let before = named(&program);
    let app = program.state();
    assert_eq!(app.notice, None);
    assert_eq!(app.story.as_deref(), Some(path.as_path()));
    let checked = crate::content::Checked::of(Some(&path), &app.atlas);
    let (report, is_sound) = checked.report(&app.atlas);
    assert!(is_sound, "{report}");
    let world = checked.world;
    assert_eq!((world.passages.len(), world.scenes.len()), (3, 3));
    assert_eq!(world.namings, app.world.namings);
    assert_eq!(before.len(), world.namings.len());
    assert_eq!(mentions(&program, &world), found);
    // The dot is gone, and the next start reads the same.
    assert!(!shows(&program, "Changes not saved yet"));
}

#[test]
fn a_person_in_a_correction_that_is_not_saved_yet_is_there_again() {
    let folder = folder("person-again");
    let options = Options {
        story: Some(article(&folder, "deal.txt", WITH_PEOPLE)),
        data_dir: Some(folder.join("data")),
        ..Options::default()
    };
    let mut program = program_with(options.clone());
    let app = program.state_mut();
    let passage = Id::new(1);
    let mut corrected = app.world.passages[passage].mentions.clone();
    // Nairobi is taken for the person; all others stay.
    let (person, _) = app
        .world
        .actors
        .iter()
        .find(|(_, row)| row.name == "Michael Jordan")
        .unwrap();
    corrected[0].subject = Subject::Actor(person);
    app.apply_change(StoryChange {
        mentions: vec![(passage, corrected)],
        ..StoryChange::default()
    });
    app.session.corrections.set_unsaved();
    program.run_steps(6);
    let found = mentions(&program, &program.state().world);
    drop(program);
    let again = program_with(options);
    assert_eq!(mentions(&again, &again.state().world), found);
}
