//! Links that have lost their words: put on words again, let go, and taken back with the text.

use std::path::PathBuf;
use std::sync::mpsc::channel;

use super::choosing::{double_click, drag_over, in_hand, place};
use super::*;
use crate::app::file_dialog::{FileDialog, Purpose};
use crate::world::MentionKind;

/// The story under a text in whose first paragraph two names are others.
fn with_lost_links(name: &str) -> Program {
    let mut program = two_georgias();
    put_text(&mut program, name);
    program
}

fn put_text(program: &mut Program, name: &str) {
    let passages = program.state().world.passages.iter();
    let texts: Vec<String> = passages.map(|(_, row)| row.text.clone()).collect();
    let text = texts.join("\n\n");
    let text = text.replacen("Envoys of Georgia", "Envoys from the Caucasus", 1);
    let text = text.replacen("and of Russia.", "and of Moscow.", 1);
    let file = format!("passage-lost-{}-{name}.txt", std::process::id());
    let path: PathBuf = std::env::temp_dir().join(file);
    std::fs::write(&path, text).unwrap();
    let (sender, answer) = channel();
    sender.send(Some(path)).unwrap();
    let purpose = Purpose::NewText;
    program.state_mut().file_dialog = Some(FileDialog { purpose, answer });
    program.run_steps(6);
}

/// All links, and the words of those that are lost.
fn links(program: &Program) -> (Vec<Vec<(String, String)>>, Vec<String>) {
    let ids = program.state().world.passages.ids();
    let links = ids.map(|id| meanings(program, id)).collect();
    let orphans = program.state().world.orphans.iter();
    (links, orphans.map(|it| it.exact.clone()).collect())
}

fn shift_g(program: &mut Program) {
    press_with(program, Modifiers::SHIFT, Key::G);
}

#[test]
fn a_lost_link_is_put_on_the_words_that_are_drawn_over_and_leaves_the_list() {
    let mut program = with_lost_links("drawn-over");
    assert!(shows(&program, "\u{201c}Russia\u{201d} meant Russia"));
    assert!(shows(&program, "most like paragraph 1 now"));
    let before = links(&program);
    assert_eq!(before.1, ["Georgia", "Russia"]);
    press(&mut program, "Put \u{201c}Russia\u{201d} on words");
    assert!(shows(&program, "Lost link 2 of 2"));
    assert!(shows(&program, "It meant Russia, the country"));
    assert!(shows(&program, "Look at paragraph 1"));
    assert!(!program.state().session.panels.lost_links);
    assert_eq!(links(&program), before, "nothing is put anywhere by itself");
    let moscow = place(&program, 1, "Moscow", 0);
    drag_over(&mut program, moscow);
    assert_eq!(meaning(&program, at(1, 1)), "Russia, the country");
    assert!(shows(
        &program,
        "The lost link to Russia is on \u{201c}Moscow\u{201d}"
    ));
    assert_eq!(links(&program).1, ["Georgia"]);
    assert!(!shows(&program, "Lost link"));
    let after = links(&program);
    undo(&mut program);
    assert_eq!(links(&program), before);
    redo(&mut program);
    assert_eq!(links(&program), after);
}

#[test]
fn a_link_that_was_unsure_is_as_unsure_on_its_new_words() {
    let mut program = with_lost_links("unsure");
    press(&mut program, "Put \u{201c}Georgia\u{201d} on words");
    assert!(shows(&program, "62 of 100 sure"));
    let caucasus = place(&program, 1, "Caucasus", 0).center();
    double_click(&mut program, caucasus);
    let mention = program.state().world.mention(at(1, 1)).unwrap();
    assert_eq!((mention.confidence_percent, mention.others.len()), (62, 2));
    assert_eq!(mention.kind, MentionKind::Direct);
}

#[test]
fn keys_alone_put_a_lost_link_on_words_and_escape_leaves_it_lost() {
    let mut program = with_lost_links("keys");
    press_key(&mut program, Key::Escape);
    let before = links(&program);
    shift_g(&mut program);
    assert!(shows(&program, "Lost link 1 of 2"));
    shift_g(&mut program);
    assert!(shows(&program, "Lost link 2 of 2"));
    press_key(&mut program, Key::G);
    assert!(shows(&program, "Enter puts the lost link on them"));
    press_key(&mut program, Key::Escape);
    assert!(shows(&program, "Lost link 2 of 2") && in_hand(&program).is_none());
    press_key(&mut program, Key::Escape);
    assert!(!shows(&program, "Lost link 2 of 2"));
    assert_eq!(links(&program), before);
    shift_g(&mut program);
    press_key(&mut program, Key::G);
    for _ in 0..3 {
        press_key(&mut program, Key::ArrowRight);
    }
    assert_eq!(in_hand(&program).as_deref(), Some("Caucasus"));
    press_key(&mut program, Key::Enter);
    assert_eq!(meaning(&program, at(1, 1)), "Georgia, the country");
    assert_eq!(links(&program).1, ["Russia"]);
}

#[test]
fn words_that_are_a_mention_already_mean_what_the_lost_link_meant() {
    let mut program = with_lost_links("already");
    press(&mut program, "Put \u{201c}Russia\u{201d} on words");
    read(&mut program, 3);
    let count = meanings(&program, Id::new(2)).len();
    let turkey = place(&program, 3, "Turkey", 1);
    drag_over(&mut program, turkey);
    let found = meanings(&program, Id::new(2));
    assert_eq!(found.len(), count);
    assert_eq!(found[1].1, "Russia, the country");
}

#[test]
fn the_text_lost_links_and_corrections_are_taken_back_in_their_order_and_made_again() {
    let mut program = two_georgias();
    let mut states = vec![links(&program)];
    let remove = |at: MentionAt| MentionEdit::Remove {
        at,
        reach: Reach::One,
    };
    give(&mut program, Command::EditMentions(remove(at(3, 1))));
    states.push(links(&program));
    give(&mut program, Command::EditScenes(SceneEdit::Add));
    put_text(&mut program, "order");
    states.push(links(&program));
    let let_go = "Let \u{201c}Georgia\u{201d} go";
    press(&mut program, let_go);
    assert!(shows(
        &program,
        "The lost link of \u{201c}Georgia\u{201d} is let go"
    ));
    states.push(links(&program));
    press(&mut program, "Put \u{201c}Russia\u{201d} on words");
    let moscow = place(&program, 1, "Moscow", 0);
    drag_over(&mut program, moscow);
    states.push(links(&program));
    give(&mut program, Command::EditMentions(remove(at(7, 1))));
    let last = links(&program);
    for expected in [&states[4], &states[3], &states[2], &states[1]] {
        undo(&mut program);
        assert_eq!(links(&program), *expected);
    }
    assert!(shows(&program, "Taken back: the text of passage-lost"));
    assert_eq!(program.state().session.briefing.scenes().len(), 1);
    undo(&mut program);
    assert_eq!(program.state().session.briefing.scenes().len(), 0);
    undo(&mut program);
    assert_eq!(links(&program), states[0]);
    assert!(!program.state().session.is_edited() && !program.state().session.can_undo());
    assert!(!shows(&program, "Changes not saved yet"));
    for _ in 0..6 {
        redo(&mut program);
    }
    assert_eq!(links(&program), last);
    assert_eq!(program.state().session.briefing.scenes().len(), 1);
    assert!(!program.state().session.can_redo());
}

#[test]
fn what_was_read_and_what_scenes_read_is_there_again_with_the_text() {
    let mut program = two_georgias();
    read(&mut program, 7);
    give(&mut program, Command::EditScenes(SceneEdit::Add));
    let seen = |program: &Program| {
        let app = program.state();
        let scene = app.session.briefing.scenes()[0].stage.passage;
        let number = |id: Option<Id<Passage>>| Some(app.world.passages.get(id?)?.number);
        [number(scene), number(app.session.stage.passage)]
    };
    let before = seen(&program);
    assert_eq!(before, [Some(7), Some(7)]);
    put_text(&mut program, "read");
    assert_eq!(seen(&program), before);
    undo(&mut program);
    assert_eq!(seen(&program), before);
    redo(&mut program);
    assert_eq!(seen(&program), before);
}
