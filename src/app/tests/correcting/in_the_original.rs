//! Corrections in the reader's own copy of the article: made, taken back, and there again in any copy
//! of the same words.

use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;

use super::*;
use crate::app::file_dialog::{FileDialog, Purpose};
use crate::content::fingerprint;
use crate::session::CorrectCommand;

/// An invented article. The first words of each paragraph are in no other text.
const ORIGINAL: [&str; 3] = [
    "Quartz words about Georgia were heard on Monday.",
    "Basalt \"co-operation\" of France and Spain -- long under way -- had Georgia for it, the \
     Ember Bank said.",
    "Granite ties with Morocco were not on the agenda, and nor was Spain.",
];

/// The same as somebody else has saved it.
const OTHERWISE: &str = "\u{feff}Quartz words\nabout Georgia were\u{a0}heard on Monday.\n\n\
     Basalt \u{201c}co-\noperation\u{201d} of France and Spain\u{2014}long under way\u{2014}had\n\
     Georgia for it, the Ember Bank said.\n\nGranite ties with Morocco were not on the agenda, and nor was \
     Spain.\n";

const OURS: [&str; 3] = [
    "Somebody of [Lebanon](country:LBN direct~62|place:us-georgia) was on the way.",
    "[France](country:FRA) and [Spain](country:ESP) work together.",
    "[Morocco](country:MAR) was no subject, and [Spain](country:ESP) was none.",
];

fn folder(name: &str) -> PathBuf {
    let name = format!("passage-in-the-original-{}-{name}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let passages: Vec<String> = (1..)
        .zip(OURS.iter().zip(ORIGINAL))
        .map(|(number, (ours, original))| {
            let print = fingerprint(original);
            format!(r#"{{"number": {number}, "fingerprint": "{print}", "text": "{ours}"}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"format": 1, "title": "Talks",
 "article": {{"publisher": "Wire", "title": "On talks", "date": "3 May 2011"}},
 "focus": [{{"country": "ESP", "part": "p"}}],
 "places": [{{"key": "us-georgia", "name": "Georgia", "about": "U.S. state", "at": [-83.4, 32.6],
  "country": "USA"}}],
 "passages": [{}]}}"#,
        passages.join(",\n  ")
    );
    std::fs::write(folder.join("talks.story.json"), text).unwrap();
    folder
}

/// The program with a copy of such paragraphs.
fn with_copy(folder: &Path, text: &str) -> Program {
    let copy = folder.join("copy.txt");
    std::fs::write(&copy, text).unwrap();
    let mut program = program_with(Options {
        story: Some(folder.join("talks.story.json")),
        data_dir: Some(folder.join("data")),
        article: Some(copy),
        ..Options::default()
    });
    program.state_mut().session.reduced_motion = true;
    program.run_steps(2);
    assert!(program.state().session.shows_original());
    program
}

fn open(folder: &Path) -> Program {
    with_copy(folder, &ORIGINAL.join("\n"))
}

/// What words of a paragraph mean, in order.
fn named(program: &Program, number: usize) -> Vec<String> {
    let all = meanings(program, Id::new(number - 1));
    let one = |(words, meaning)| format!("{words}: {meaning}");
    all.into_iter().map(one).collect()
}

fn open_mention(program: &mut Program, label: &str) {
    let mention = rect(program, label).center();
    right_click(program, mention);
}

/// Takes words of a paragraph in hand, to say what they mean.
fn choose(program: &mut Program, number: usize, words: &str) {
    let passage: Id<Passage> = Id::new(number - 1);
    let start = program.state().world.passages[passage].text.find(words);
    let range = start.unwrap()..start.unwrap() + words.len();
    let command = Command::Correct(CorrectCommand::Choose { passage, range });
    assert_eq!(program.state_mut().run(command), None);
    program.run_steps(4);
}

/// Georgia is the state, Spain nothing, the bank an organisation.
fn correct_three(program: &mut Program) {
    open_mention(program, "Georgia, paragraph 1, mention 1, unsure");
    press(program, "Georgia, U.S. state");
    open_mention(program, "Spain, paragraph 2, mention 2");
    press(program, "Remove");
    choose(program, 2, "Ember Bank");
    press(program, "New organisation: Ember Bank");
}

fn has_all_three(program: &Program) -> bool {
    let one = named(program, 1);
    let two = named(program, 2);
    one.contains(&"Georgia: Georgia, U.S. state".to_owned())
        && !two.contains(&"Spain: Spain, the country".to_owned())
        && two.contains(&"Ember Bank: Ember Bank, organisation".to_owned())
}

#[test]
fn mentions_of_the_original_are_corrected_and_all_of_it_goes_back_and_forth() {
    let mut program = open(&folder("all"));
    let before = [named(&program, 1), named(&program, 2)];
    correct_three(&mut program);
    assert!(has_all_three(&program), "{:?}", named(&program, 2));
    assert!(shows(&program, "now means Ember Bank, a new organisation"));
    // The story's file lacks nothing: it has none of this.
    assert!(!shows(&program, "not saved yet"));
    open_mention(&mut program, "Georgia, paragraph 2, mention 2, unsure");
    press(&mut program, "Confirm");
    assert_eq!(unsure(&program), 0);
    for _ in 0..4 {
        undo(&mut program);
    }
    assert_eq!([named(&program, 1), named(&program, 2)], before);
    assert_eq!(unsure(&program), 2);
    assert!(!program.state().session.can_undo());
    for _ in 0..4 {
        redo(&mut program);
    }
    assert!(has_all_three(&program) && unsure(&program) == 0);
}

#[test]
fn a_step_is_taken_back_in_the_words_it_was_made_in() {
    let mut program = open(&folder("steps"));
    open_mention(&mut program, "Spain, paragraph 2, mention 2");
    press(&mut program, "Remove");
    let original = named(&program, 2);
    press_key(&mut program, Key::W);
    open_mention(&mut program, "Spain, paragraph 2, mention 2");
    press(&mut program, "Remove");
    assert_eq!(named(&program, 2), ["France: France, the country"]);
    press_key(&mut program, Key::W);
    // It was corrected in both, each by itself, and what was made in the original is still there.
    assert_eq!(named(&program, 2), original);
    undo(&mut program);
    assert!(!program.state().session.shows_original());
    assert!(shows(&program, "Taken back in our words"));
    assert_eq!(named(&program, 2).len(), 2);
    undo(&mut program);
    assert!(program.state().session.shows_original());
    assert!(shows(&program, "Taken back in the original"));
    assert!(named(&program, 2).contains(&"Spain: Spain, the country".to_owned()));
    press_key(&mut program, Key::W);
    redo(&mut program);
    assert!(program.state().session.shows_original());
    assert_eq!(named(&program, 2), original);
    redo(&mut program);
    assert!(!program.state().session.shows_original());
    assert_eq!(named(&program, 2), ["France: France, the country"]);
}

#[test]
fn corrections_are_there_again_in_any_copy_of_the_same_words_and_nothing_else_of_it_is_kept() {
    let folder = folder("again");
    let mut program = open(&folder);
    correct_three(&mut program);
    drop(program);
    let kept = written(&folder, &|path| path.extension() == Some("txt".as_ref()));
    for word in ["Quartz", "Basalt", "heard", "under way", "agenda"] {
        assert!(!kept.contains(word), "{word}");
    }
    assert!(has_all_three(&open(&folder)));
    let mut other = with_copy(&folder, OTHERWISE);
    assert!(shows(&other, "3 of 3 paragraphs recognised"));
    assert!(has_all_three(&other), "{:?}", named(&other, 2));
    // What was kept can be changed again, and what is as it was found is kept no more.
    open_mention(&mut other, "Georgia, paragraph 1, mention 1");
    press(&mut other, "Remove");
    drop(other);
    let program = open(&folder);
    assert!(
        !named(&program, 1)
            .iter()
            .any(|it| it.starts_with("Georgia"))
    );
    assert_eq!(program.state().saved.corrections.len(), 2);
}

#[test]
fn what_a_copy_lacks_is_said_and_kept_for_one_that_has_it() {
    let folder = folder("lacking");
    let mut program = open(&folder);
    correct_three(&mut program);
    drop(program);
    // One word more makes it another paragraph, which is no place for anything.
    let other = ORIGINAL[1].replace("the Ember", "the old Ember");
    let text = format!("{}\n{other}\n{}", ORIGINAL[0], ORIGINAL[2]);
    let program = with_copy(&folder, &text);
    assert!(shows(
        &program,
        "copy.txt lacks paragraph 2 of those you have corrected; that is kept"
    ));
    assert!(named(&program, 1).contains(&"Georgia: Georgia, U.S. state".to_owned()));
    let ours = ["France: France, the country", "Spain: Spain, the country"];
    assert_eq!(named(&program, 2), ours);
    drop(program);
    assert!(has_all_three(&open(&folder)));
}

#[test]
fn a_paragraph_that_the_copy_lacks_is_corrected_in_our_words() {
    let folder = folder("ours");
    let mut program = with_copy(&folder, &ORIGINAL[..2].join("\n"));
    open_mention(&mut program, "Spain, paragraph 2, mention 2");
    press(&mut program, "Remove");
    open_mention(&mut program, "Spain, paragraph 3, mention 2");
    // The one of the original is not among the same: it is told in other words.
    assert!(!shows(&program, "the same"));
    press(&mut program, "Remove");
    assert!(program.state().session.shows_original());
    assert_eq!(named(&program, 3), ["Morocco: Morocco, the country"]);
    assert!(shows(&program, "Changes not saved yet"));
    let removed = |program: &Program| !named(program, 2).join(" ").contains("Spain");
    assert!(removed(&program));
    undo(&mut program);
    assert!(program.state().session.shows_original() && removed(&program));
    assert_eq!(named(&program, 3).len(), 2);
    assert!(!shows(&program, "not saved yet"));
    undo(&mut program);
    assert!(!removed(&program));
}

#[test]
fn no_word_of_the_copy_is_saved_with_the_story() {
    let folder = folder("saved");
    let mut program = open(&folder);
    correct_three(&mut program);
    let state = program.state_mut();
    let bank = state.world.subject_of(&state.atlas, "actor:ember-bank");
    state.session.stage.selection = bank;
    state.run(Command::EditScenes(SceneEdit::Add));
    press_key(&mut program, Key::W);
    // It has no name in our words, and is chosen no more.
    assert_eq!(selected(&program), None);
    open_mention(&mut program, "Spain, paragraph 3, mention 2");
    press(&mut program, "Change\u{2026}");
    type_words(&mut program, "portug");
    press_key(&mut program, Key::Enter);
    press_with(&mut program, Modifiers::COMMAND, Key::S);
    assert!(shows(&program, "The story is saved"));
    let text = std::fs::read_to_string(folder.join("talks.story.json")).unwrap();
    assert!(text.contains("[Spain](country:PRT") && text.contains("\"scenes\""));
    for word in ["Ember", "ember", "Quartz", "Basalt", "Granite"] {
        assert!(!text.contains(word), "{word}");
    }
    press_key(&mut program, Key::W);
    assert!(has_all_three(&program));
    drop(program);
    assert!(has_all_three(&open(&folder)));
}

#[test]
fn what_is_unsure_in_the_original_is_gone_through() {
    let mut program = open(&folder("unsure"));
    assert!(shows(&program, "2 mentions are unsure"));
    press_key(&mut program, Key::Q);
    assert!(shows(&program, "1 of 2 unsure"));
    press_key(&mut program, Key::Enter);
    assert!(shows(&program, "1 of 1 unsure"));
    // In our words another one is in hand.
    press_key(&mut program, Key::W);
    assert!(shows(&program, "1 of 1 unsure"));
    let walk = program.state().session.unsure.as_ref().unwrap();
    assert!(walk.words_in(Id::new(0)).is_some());
    press_key(&mut program, Key::Enter);
    assert!(shows(&program, "No mention is unsure any more"));
    press_key(&mut program, Key::W);
    assert_eq!(unsure(&program), 1);
}

#[test]
fn a_copy_that_is_closed_takes_its_steps_along_and_not_its_corrections() {
    let folder = folder("closed");
    let mut program = open(&folder);
    correct_three(&mut program);
    program.state_mut().run(Command::CloseArticle);
    program.run_steps(4);
    assert!(!program.state().session.can_undo());
    let path = folder.join("copy.txt");
    let command = Command::ShowArticle(path);
    let effect = program.state_mut().run(command);
    assert!(matches!(effect, Some(Effect::ShowArticle(_))));
    drop(program);
    assert!(has_all_three(&open(&folder)));
}

#[test]
fn under_a_new_text_the_corrections_of_paragraphs_it_has_stay_and_others_are_said() {
    let folder = folder("new-text");
    let mut program = open(&folder);
    correct_three(&mut program);
    let path = folder.join("new.txt");
    let text = "Somebody of Lebanon was on the way.\n\nFrance and Spain do not work together.\n\n\
                Morocco was no subject, and Spain was none.\n";
    std::fs::write(&path, text).unwrap();
    let (sender, answer) = channel();
    sender.send(Some(path)).unwrap();
    let purpose = Purpose::NewText;
    program.state_mut().file_dialog = Some(FileDialog { purpose, answer });
    program.run_steps(4);
    let words =
        "What you have corrected in the original of paragraph 2 has no place in it; it is kept";
    assert!(shows(&program, words));
    assert!(program.state().session.shows_original());
    assert_eq!(named(&program, 1), ["Georgia: Georgia, U.S. state"]);
    assert!(shows(&program, "France and Spain do not work together."));
    assert_eq!(program.state().saved.corrections.len(), 3);
    // The text is taken back, and with it what was corrected has its places again.
    undo(&mut program);
    assert!(shows(&program, "Taken back: the text of new.txt"));
    assert!(program.state().session.shows_original());
    assert!(!program.state().session.can_undo());
    assert!(has_all_three(&program));
    // The third was the new text itself.
    assert_eq!(program.state().saved.corrections.len(), 2);
}
