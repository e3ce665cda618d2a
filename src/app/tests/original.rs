//! The reader's own copy of the article: opened, changed for our words and back, and kept nowhere.

use std::path::{Path, PathBuf};

use egui::{Event, Key, Modifiers, OutputCommand, vec2};
use egui_kittest::kittest::Queryable as _;

use super::{Program, hovered, press_key, program_with, rect, selected, shows, written};
use crate::app::Options;
use crate::content::fingerprint;
use crate::geography::LonLat;
use crate::session::{Command, ShowCommand, WalkCommand};
use crate::world::StoryChange;

/// An invented article. The first words of each paragraph are in no other text.
const ORIGINAL: [&str; 3] = [
    "Quartz envoy Ana Costa went from Lisbon to Spain on Monday for talks about a gas pipeline.",
    "Basalt \"co-operation\" between France and Spain was well under way, officials said.",
    "Granite ties with Morocco were not on the agenda at all.",
];

const OURS: [&str; 3] = [
    "Somebody from [Portugal](country:PRT) was in [Spain](country:ESP) about a \
     [pipeline](feature:line described).",
    "[France](country:FRA) and [Spain](country:ESP) work together.",
    "[Morocco](country:MAR) was no subject of the [line](feature:line described).",
];

fn folder(name: &str) -> PathBuf {
    let name = format!("passage-own-copy-{}-{name}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A story with fingerprints in a file.
fn story_in(folder: &Path) -> PathBuf {
    let passages: Vec<String> = OURS
        .iter()
        .zip(ORIGINAL)
        .zip(1..)
        .map(|((ours, original), number)| {
            let print = fingerprint(original);
            format!(r#"{{"number": {number}, "fingerprint": "{print}", "text": "{ours}"}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"format": 1, "title": "A line",
 "article": {{"publisher": "Wire", "title": "On a line", "date": "3 May 2011",
  "note": "Told in the test's own words."}},
 "overlays": [{{"key": "pipelines", "name": "Pipelines", "about": "a", "style": "pipelines"}}],
 "focus": [{{"country": "ESP", "part": "p"}}],
 "features": [{{"key": "line", "name": "Gas line", "short_name": "Gas line",
  "overlay": "pipelines", "kind": "pipeline", "from": ["country:PRT"], "to": ["country:ESP"],
  "period": {{"text": "now"}}, "basis": "stated", "status": "proposed", "confidence": "high",
  "about": "a"}}],
 "passages": [{}],
 "opening": {{"overlays": ["pipelines"], "frame": [-12, 34, 6, 50]}}}}"#,
        passages.join(",\n  ")
    );
    let path = folder.join("line.story.json");
    std::fs::write(&path, text).unwrap();
    path
}

fn copy_in(folder: &Path, text: &str) -> PathBuf {
    let path = folder.join("copy.txt");
    std::fs::write(&path, text).unwrap();
    path
}

fn options(folder: &Path, article: Option<PathBuf>) -> Options {
    Options {
        story: Some(story_in(folder)),
        data_dir: Some(folder.join("data")),
        article,
        ..Options::default()
    }
}

/// The program with a copy that has a stranger and lacks the last paragraph.
fn with_copy(folder: &Path) -> Program {
    let text = format!(
        "{}\nFlint is of another story.\n{}",
        ORIGINAL[0], ORIGINAL[1]
    );
    let copy = copy_in(folder, &text);
    program_with(options(folder, Some(copy)))
}

fn is_copy(path: &Path) -> bool {
    path.ends_with("copy.txt")
}

#[test]
fn a_copy_is_shown_with_what_it_has_beside_and_what_it_lacks() {
    let program = with_copy(&folder("shown"));
    assert!(shows(&program, "Quartz envoy") && shows(&program, "Basalt"));
    assert!(shows(&program, "2 of 3 paragraphs recognised in copy.txt"));
    assert!(shows(
        &program,
        "The article\u{2019}s own words, from copy.txt."
    ));
    assert!(shows(&program, "Flint is of another story."));
    assert!(shows(
        &program,
        "Not a paragraph of the article as we know it"
    ));
    assert!(shows(
        &program,
        "In our words: copy.txt lacks this paragraph"
    ));
    assert!(shows(&program, "Morocco, paragraph 3, mention 1"));
}

/// From where the map is seen, and how much of it.
fn seen(program: &Program) -> (LonLat, f64) {
    let app = program.state();
    app.camera.destination(app.session.stage.projection)
}

#[test]
fn one_key_changes_the_words_and_nothing_else() {
    let mut program = with_copy(&folder("key"));
    program
        .get_by_label("France, paragraph 2, mention 1")
        .click_accesskit();
    program.run_steps(40);
    let stage = program.state().session.stage.clone();
    let view = seen(&program);
    for has_original in [false, true, false] {
        press_key(&mut program, Key::W);
        assert_eq!(shows(&program, "Basalt"), has_original);
        assert_eq!(shows(&program, "work together"), !has_original);
        assert_eq!(program.state().session.stage, stage);
        assert_eq!(seen(&program), view);
        assert_eq!(selected(&program).as_deref(), Some("France"));
    }
    program.get_by_label("Original").click_accesskit();
    program.run_steps(4);
    assert!(shows(&program, "Basalt"));
    // What is on already stays on.
    program.get_by_label("Original").click_accesskit();
    program.run_steps(4);
    assert!(shows(&program, "Basalt"));
    program.get_by_label("Our words").click_accesskit();
    program.run_steps(4);
    assert!(!shows(&program, "Basalt"));
}

#[test]
fn the_words_of_a_copy_are_alive_both_ways() {
    let mut program = with_copy(&folder("alive"));
    let mention = program
        .query_all_by_label_contains("Gas line, paragraph 1, mention")
        .next();
    let place = mention.unwrap().rect().right_center() - vec2(4.0, 0.0);
    program.hover_at(place);
    program.run_steps(3);
    assert_eq!(hovered(&program).as_deref(), Some("Gas line"));
    program.get_by_label("Spain on the map").click_accesskit();
    program.run_steps(20);
    assert!(shows(&program, "1 of 2"));
    press_key(&mut program, Key::N);
    assert!(shows(&program, "2 of 2"));
    program.get_by_label("Copy paragraph 2").click_accesskit();
    program.step();
    let commands = &program.output().platform_output.commands;
    let is_copied = commands.iter().any(|command| {
        matches!(command, OutputCommand::CopyText(text)
            if text.contains("Basalt") && !text.contains("own words"))
    });
    assert!(is_copied);
}

#[test]
fn a_walk_goes_on_in_the_other_words() {
    let mut program = with_copy(&folder("walk"));
    for _ in 0..4 {
        press_key(&mut program, Key::J);
    }
    let passage = program.state().session.stage.passage;
    press_key(&mut program, Key::W);
    let walk = program.state().session.walk.clone().unwrap();
    assert_eq!(Some(walk.stop().unwrap().0), passage);
    program.state_mut().run(Command::Walk(WalkCommand::Next));
    assert!(program.state().session.walk.is_some());
}

#[test]
fn in_a_briefing_shift_w_changes_the_words_and_w_is_still_the_white_screen() {
    let mut program = with_copy(&folder("briefing"));
    program
        .state_mut()
        .run(Command::EditScenes(crate::session::SceneEdit::Add));
    program.state_mut().run(Command::Show(ShowCommand::Start));
    program.run_steps(20);
    assert!(program.state().session.shows_original());
    program.key_press_modifiers(Modifiers::SHIFT, Key::W);
    program.run_steps(4);
    assert!(!program.state().session.shows_original());
    assert!(program.state().world.copy.is_none());
    assert!(program.state().session.show.is_some());
}

#[test]
fn no_word_of_a_copy_is_written_into_the_sitting_or_the_story() {
    let folder = folder("kept");
    let mut program = with_copy(&folder);
    press_key(&mut program, Key::J);
    program
        .state_mut()
        .run(Command::Walk(WalkCommand::MakeScenes));
    program.run_steps(4);
    program.key_press_modifiers(Modifiers::COMMAND, Key::S);
    program.run_steps(8);
    drop(program);
    let text = written(&folder, &is_copy);
    assert!(
        text.contains("copy.txt") && text.contains("Paragraph 1"),
        "{text}"
    );
    for word in ["Quartz", "Basalt", "Flint"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn the_next_start_opens_the_copy_again_in_the_words_that_were_on_show() {
    let folder = folder("again");
    drop(with_copy(&folder));
    let mut again = program_with(options(&folder, None));
    assert!(shows(&again, "Basalt") && !shows(&again, "recognised in"));
    press_key(&mut again, Key::W);
    drop(again);
    let mut ours = program_with(options(&folder, None));
    assert!(!shows(&ours, "Basalt"));
    press_key(&mut ours, Key::W);
    assert!(shows(&ours, "Basalt"));
    drop(ours);
    std::fs::remove_file(folder.join("copy.txt")).unwrap();
    let without = program_with(options(&folder, None));
    assert!(shows(&without, "there is no such file") && shows(&without, "work together"));
    drop(without);
    // It may come back.
    let mut back = with_copy(&folder);
    assert!(shows(&back, "Basalt"));
    back.state_mut().run(Command::CloseArticle);
    back.run_steps(4);
    assert!(!shows(&back, "Basalt") && !shows(&back, "Original"));
    drop(back);
    let closed = program_with(options(&folder, None));
    assert!(!closed.state().session.has_original());
    assert!(closed.state().session.own_copy.is_none());
}

#[test]
fn what_is_no_copy_is_said_and_changes_nothing() {
    let folder = folder("none");
    let other = folder.join("other.txt");
    std::fs::write(&other, "A text about something else.\n").unwrap();
    for path in [other, folder.join("missing.txt")] {
        let program = program_with(options(&folder, Some(path)));
        assert!(shows(&program, "The original article is not shown"));
        assert!(shows(&program, "work together"));
        assert!(program.state().session.own_copy.is_none());
    }
    let mut program = program_with(options(&folder, None));
    press_key(&mut program, Key::W);
    assert!(shows(&program, "There are only our words"));
}

#[test]
fn the_paragraph_being_read_stays_in_its_place_when_the_words_change() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/article/original.txt"
    );
    if !Path::new(path).exists() {
        // The bundled story is long enough to be scrolled; an invented one is not.
        eprintln!("SKIPPED: no copy of the article at {path}");
        return;
    }
    let mut program = program_with(Options {
        article: Some(path.into()),
        ..Options::default()
    });
    let state = program.state_mut();
    let gazprom = state
        .world
        .subject_of(&state.atlas, "actor:gazprom")
        .unwrap();
    state.run(Command::Select {
        subject: gazprom,
        origin: crate::session::Origin::Panel,
    });
    program.run_steps(60);
    let top = |program: &Program| rect(program, "Copy paragraph 16").min.y;
    let before = top(&program);
    for _ in 0..3 {
        press_key(&mut program, Key::W);
        assert!(
            (top(&program) - before).abs() < 2.0,
            "{before} {}",
            top(&program)
        );
    }
}

#[test]
fn a_copy_that_is_pasted_is_laid_over_its_story_and_written_nowhere() {
    let folder = folder("pasted");
    let mut program = program_with(options(&folder, None));
    program.event(Event::Paste(ORIGINAL.join("\n\n")));
    program.run_steps(6);
    assert!(shows(&program, "Quartz envoy") && shows(&program, "Granite ties"));
    assert!(shows(&program, "3 of 3 paragraphs recognised"));
    assert_eq!(program.state().story, Some(folder.join("line.story.json")));
    // Our words have changed since: its own are still there.
    press_key(&mut program, Key::W);
    assert!(!shows(&program, "Quartz envoy"));
    let app = program.state_mut();
    let first = app.world.passages.ids().next().unwrap();
    app.apply_change(StoryChange {
        mentions: vec![(first, Vec::new())],
        ..StoryChange::default()
    });
    app.session.corrections.set_unsaved();
    program.run_steps(4);
    press_key(&mut program, Key::W);
    assert!(shows(&program, "Quartz envoy"));
    drop(program);
    let text = written(&folder, &is_copy);
    assert!(!text.contains("Quartz") && !text.contains("Granite"));
    // It is to be had by pasting it again.
    let mut next = program_with(options(&folder, None));
    assert!(!shows(&next, "Quartz envoy") && next.state().notice.is_none());
    next.event(Event::Paste(ORIGINAL.join("\n\n")));
    next.run_steps(6);
    next.state_mut().run(Command::CloseArticle);
    next.run_steps(4);
    assert!(!shows(&next, "Quartz envoy"));
}
