//! Correcting what words are taken for: by mouse and by keyboard, one or all, back and forth.

mod choosing;
mod going_through;
mod in_the_original;
mod kinds;
mod lost;

use egui::{Event, Modifiers, PointerButton};

use super::*;
use crate::session::{Command, Effect, MentionEdit, Reach, SceneEdit};
use crate::world::{Id, Meaning, MentionAt, Passage, Reading, Subject};

/// A story in which many words may mean several things.
fn two_georgias() -> Program {
    let folder = env!("CARGO_MANIFEST_DIR");
    let path = format!("{folder}/tests/stories/two_georgias.story.json");
    let mut program = program_with(Options {
        story: Some(path.into()),
        ..Options::default()
    });
    program.state_mut().session.reduced_motion = true;
    program.run_steps(2);
    program
}

fn press_with(program: &mut Program, modifiers: Modifiers, key: Key) {
    program.key_press_modifiers(modifiers, key);
    program.run_steps(4);
}

fn undo(program: &mut Program) {
    press_with(program, Modifiers::COMMAND, Key::Z);
}

fn redo(program: &mut Program) {
    press_with(program, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
}

fn type_words(program: &mut Program, words: &str) {
    program.event(Event::Text(words.to_owned()));
    program.run_steps(4);
}

/// Presses what is called so, as a screen reader does.
fn press(program: &mut Program, label: &str) {
    program.get_by_label(label).click_accesskit();
    program.run_steps(4);
}

fn right_click(program: &mut Program, pos: Pos2) {
    program.hover_at(pos);
    program.run_steps(2);
    for pressed in [true, false] {
        program.event(Event::PointerButton {
            pos,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        program.run_steps(1);
    }
    program.run_steps(4);
}

/// Scrolls to a passage.
fn read(program: &mut Program, number: usize) {
    let passage = Id::new(number - 1);
    program.state_mut().run(Command::ReadPassage(passage));
    program.run_steps(6);
}

/// A mention of the passage of that number, by its place in it, both from 1.
fn at(number: usize, mention: usize) -> MentionAt {
    MentionAt {
        passage: Id::new(number - 1),
        index: mention - 1,
    }
}

/// What words of a passage mean, in order.
fn meanings(program: &Program, passage: Id<Passage>) -> Vec<(String, String)> {
    let app = program.state();
    let row = &app.world.passages[passage];
    let read = |subject| {
        app.world
            .reading_words(&app.atlas, Reading::Subject(subject))
    };
    let mentions = row.mentions.iter();
    mentions
        .map(|it| (row.words(&it.range).to_owned(), read(it.subject)))
        .collect()
}

fn meaning(program: &Program, at: MentionAt) -> String {
    meanings(program, at.passage)[at.index].1.clone()
}

fn unsure(program: &Program) -> usize {
    program.state().world.links.unsure.len()
}

fn georgia(program: &Program) -> Subject {
    let app = program.state();
    app.world.subject_of(&app.atlas, "country:GEO").unwrap()
}

fn paragraphs_about(program: &Program, subject: Subject) -> usize {
    program.state().world.links.passages(subject).len()
}

#[test]
fn a_right_click_on_a_mention_asks_what_it_means_and_a_click_confirms_it() {
    let mut program = two_georgias();
    let before = unsure(&program);
    let mention = rect(&program, "Georgia, paragraph 1, mention 1, unsure");
    right_click(&mut program, mention.center());
    assert!(shows(&program, "62 of 100"));
    press(&mut program, "Confirm");
    assert_eq!(unsure(&program), before - 1);
    assert!(shows(
        &program,
        "\u{201c}Georgia\u{201d} surely means Georgia, the country"
    ));
    let sure = program.state().world.mention(at(1, 1)).unwrap();
    assert_eq!((sure.confidence_percent, sure.others.len()), (100, 0));
    assert!(shows(&program, "Changes not saved yet"));
    undo(&mut program);
    assert_eq!(unsure(&program), before);
    assert!(!shows(&program, "Changes not saved yet"));
}

#[test]
fn a_mention_is_changed_and_removed_and_so_are_all_the_same() {
    let mut program = two_georgias();
    let open = |program: &mut Program| {
        let mention = rect(program, "Georgia, paragraph 1, mention 1, unsure");
        right_click(program, mention.center());
    };
    open(&mut program);
    press(&mut program, "Georgia, U.S. state");
    assert_eq!(meaning(&program, at(1, 1)), "Georgia, U.S. state");
    undo(&mut program);
    assert_eq!(meaning(&program, at(1, 1)), "Georgia, the country");
    open(&mut program);
    let before = unsure(&program);
    press(&mut program, "All 5 the same");
    press(&mut program, "Georgia, U.S. state");
    let words = "5 mentions of \u{201c}Georgia\u{201d} now mean Georgia, U.S. state";
    assert!(shows(&program, words));
    assert_eq!(paragraphs_about(&program, georgia(&program)), 0);
    assert_eq!(unsure(&program), before - 4);
    undo(&mut program);
    assert_eq!(unsure(&program), before);
    open(&mut program);
    press(&mut program, "All 5 the same");
    press(&mut program, "Remove");
    assert_eq!(meanings(&program, Id::new(0)).len(), 1);
    redo(&mut program);
    assert_eq!(meanings(&program, Id::new(0)).len(), 1, "nothing to redo");
    undo(&mut program);
    assert_eq!(meanings(&program, Id::new(0)).len(), 2);
}

#[test]
fn change_finds_whatever_there_is_by_some_letters() {
    let mut program = two_georgias();
    let mention = rect(&program, "Georgia, paragraph 1, mention 1, unsure");
    right_click(&mut program, mention.center());
    press(&mut program, "Change\u{2026}");
    type_words(&mut program, "kazakh");
    press_key(&mut program, Key::Enter);
    assert_eq!(meaning(&program, at(1, 1)), "Kazakhstan, the country");
}

#[test]
fn the_keyboard_opens_a_mention_and_gets_back_to_it() {
    let mut program = two_georgias();
    let label = "Russia, paragraph 1, mention 2";
    program.get_by_label(label).focus();
    program.run_steps(2);
    press_with(&mut program, Modifiers::SHIFT, Key::F10);
    assert!(program.state().session.correcting.is_some());
    let first = program.get_by_label("Change\u{2026}");
    assert!(first.is_focused());
    press_key(&mut program, Key::Escape);
    assert!(program.state().session.correcting.is_none());
    assert!(program.get_by_label(label).is_focused());
    press_with(&mut program, Modifiers::SHIFT, Key::F10);
    program.get_by_label("Remove").focus();
    program.run_steps(2);
    press_key(&mut program, Key::Enter);
    assert_eq!(meanings(&program, Id::new(0)).len(), 1);
}

#[test]
fn counts_and_links_follow_at_once() {
    let mut program = two_georgias();
    let russia = rect(&program, "Russia, paragraph 1, mention 2").center();
    click_at(&mut program, russia);
    assert!(shows(&program, "1 of 2"));
    let mention = rect(&program, "Russia, paragraph 1, mention 2");
    right_click(&mut program, mention.center());
    press(&mut program, "Remove");
    assert!(shows(&program, "1 passage"));
    undo(&mut program);
    assert!(shows(&program, "1 of 2"));
    assert!(
        program
            .query_by_label("Russia, paragraph 1, mention 2")
            .is_some()
    );
}

#[test]
fn a_hundred_scene_edits_and_five_hundred_corrections_are_taken_back_in_their_order() {
    let mut program = two_georgias();
    let state = |program: &Program| {
        let app = program.state();
        let rows = app.world.passages.iter();
        let mentions: Vec<_> = rows.map(|(_, row)| row.mentions.clone()).collect();
        (mentions, app.session.briefing.scenes().len())
    };
    let subjects = ["country:GEO", "place:us-georgia", "country:RUS"];
    let mut states = vec![state(&program)];
    for step in 0..600 {
        let app = program.state_mut();
        let command = if step % 6 == 5 && step % 12 != 11 {
            Command::EditScenes(SceneEdit::Add)
        } else if step % 12 == 11 {
            Command::EditScenes(SceneEdit::Delete(0))
        } else {
            let key = subjects[(step + step / 6) % 3];
            let subject = app.world.subject_of(&app.atlas, key).unwrap();
            Command::EditMentions(MentionEdit::Change {
                at: at(1, 1),
                to: Meaning::Subject(subject),
                reach: Reach::One,
            })
        };
        give(&mut program, command);
        let now = state(&program);
        if *states.last().unwrap() != now {
            states.push(now);
        }
    }
    assert!(states.len() > 500, "{} steps", states.len());
    for expected in states.iter().rev().skip(1) {
        give(&mut program, Command::Undo);
        assert!(state(&program) == *expected);
    }
    assert!(!program.state().session.can_undo() && !program.state().session.is_edited());
    for expected in states.iter().skip(1) {
        give(&mut program, Command::Redo);
        assert!(state(&program) == *expected);
    }
    assert!(!program.state().session.can_redo());
}

#[test]
fn the_edit_menu_says_what_can_be_taken_back_and_goes_to_what_is_unsure() {
    let mut program = two_georgias();
    press(&mut program, "Edit");
    press(&mut program, "Go through unsure mentions");
    assert!(program.state().session.unsure.is_some());
    press(&mut program, "Nothing on the map");
    assert_eq!(meanings(&program, Id::new(0)).len(), 1);
    // A press by a screen reader leaves the menu open.
    if !shows(&program, "Take a change back") {
        press(&mut program, "Edit");
    }
    press(&mut program, "Take a change back");
    assert_eq!(meanings(&program, Id::new(0)).len(), 2);
}

/// Gives a command and applies what it asks for, without a frame.
fn give(program: &mut Program, command: Command) {
    let app = program.state_mut();
    if let Some(Effect::ChangeStory { change, .. }) = app.run(command) {
        app.apply_change(*change);
    }
}
