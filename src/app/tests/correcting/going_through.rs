//! The walk through what is unsure.

use super::*;

/// Which of how many, as it stands over the sentence.
fn place(program: &Program) -> Option<(usize, usize)> {
    let app = program.state();
    let (_, number, count) = app.session.unsure.as_ref()?.current(&app.world)?;
    assert!(shows(program, &format!("{number} of {count} unsure")));
    Some((number, count))
}

#[test]
fn the_unsure_are_gone_through_to_the_end_with_the_keyboard_alone() {
    let mut program = two_georgias();
    let count = unsure(&program);
    assert!(shows(&program, &format!("{count} mentions are unsure")));
    press_key(&mut program, Key::Q);
    assert_eq!(place(&program), Some((1, count)));
    for left in (1..count).rev() {
        press_key(&mut program, Key::Enter);
        assert_eq!(place(&program), Some((1, left)));
    }
    press_key(&mut program, Key::Enter);
    assert_eq!(place(&program), None);
    assert!(shows(&program, "No mention is unsure any more"));
    assert!(!shows(&program, "mentions are unsure"));
    // Each answer is a step, and what is taken back is in hand again.
    for left in 1..=count {
        undo(&mut program);
        assert_eq!(unsure(&program), left);
    }
    assert!(!program.state().session.is_edited());
}

#[test]
fn each_reading_is_a_button_and_one_answer_can_be_for_all_the_same() {
    let mut program = two_georgias();
    let count = unsure(&program);
    press_key(&mut program, Key::Q);
    press(&mut program, "All 5 the same");
    press(&mut program, "Georgia, the country");
    assert!(shows(
        &program,
        "4 mentions of \u{201c}Georgia\u{201d} surely mean"
    ));
    assert_eq!(unsure(&program), count - 4);
    // On to the next by itself: the other Georgia.
    assert!(program.query_by_label("Georgia, U.S. state").is_some());
    assert_eq!(place(&program), Some((1, count - 4)));
    press(&mut program, "Georgia, the country");
    assert_eq!(meaning(&program, at(2, 1)), "Georgia, the country");
    undo(&mut program);
    assert_eq!(meaning(&program, at(2, 1)), "Georgia, U.S. state");
    assert_eq!(place(&program), Some((1, count - 4)));
}

#[test]
fn next_and_previous_go_round_and_nothing_is_changed() {
    let mut program = two_georgias();
    let count = unsure(&program);
    press_key(&mut program, Key::Q);
    press_key(&mut program, Key::Q);
    assert_eq!(place(&program), Some((2, count)));
    for _ in 0..2 {
        press_with(&mut program, Modifiers::SHIFT, Key::Q);
    }
    assert_eq!(place(&program), Some((count, count)));
    press(&mut program, "Next unsure mention");
    assert_eq!(place(&program), Some((1, count)));
    press_key(&mut program, Key::Escape);
    assert_eq!(place(&program), None);
    assert!(!program.state().session.is_edited());
}

#[test]
fn nothing_on_the_map_takes_the_mention_away() {
    let mut program = two_georgias();
    read(&mut program, 5);
    let jordan = "Jordan, paragraph 5, mention 4, unsure";
    let place_of = rect(&program, jordan).center();
    right_click(&mut program, place_of);
    press(&mut program, "Remove");
    assert!(program.query_by_label(jordan).is_none());
    assert!(shows(
        &program,
        "\u{201c}Jordan\u{201d} now means nothing on the map"
    ));
    // From what is being read: Chad, of the next paragraph.
    press_key(&mut program, Key::Q);
    press(&mut program, "Nothing on the map");
    assert_eq!(meanings(&program, Id::new(5)).len(), 3);
    assert!(place(&program).is_some());
}

#[test]
fn something_else_is_found_from_the_walk_too() {
    let mut program = two_georgias();
    press_key(&mut program, Key::Q);
    press(&mut program, "Something else\u{2026}");
    type_words(&mut program, "russia");
    press_key(&mut program, Key::Enter);
    assert_eq!(meaning(&program, at(1, 1)), "Russia, the country");
    assert!(place(&program).is_some(), "and the walk goes on");
}

#[test]
fn the_bundled_story_has_nothing_unsure_and_says_so() {
    let mut program = program();
    press_key(&mut program, Key::Q);
    assert!(shows(&program, "No mention is unsure"));
    assert!(program.state().session.unsure.is_none());
}
