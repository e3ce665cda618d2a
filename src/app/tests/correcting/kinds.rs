//! By what words name what they mean: set by hand.

use super::*;
use crate::world::MentionKind;

fn kind(program: &Program, at: MentionAt) -> MentionKind {
    program.state().world.mention(at).unwrap().kind
}

/// Opens what can be done with the first mention, and its kinds.
fn open_kinds(program: &mut Program) {
    let mention = rect(program, "Georgia, paragraph 1, mention 1, unsure");
    right_click(program, mention.center());
    press(program, "Kind of mention\u{2026}");
}

#[test]
fn a_kind_is_chosen_by_a_click_taken_back_and_made_again() {
    let mut program = two_georgias();
    let before = unsure(&program);
    open_kinds(&mut program);
    press(&mut program, "By a former name");
    assert_eq!(kind(&program, at(1, 1)), MentionKind::Historical);
    let words = "\u{201c}Georgia\u{201d} names Georgia, the country, by a former name";
    assert!(shows(&program, words));
    assert_eq!(
        unsure(&program),
        before,
        "what it means is as unsure as it was"
    );
    undo(&mut program);
    assert_eq!(kind(&program, at(1, 1)), MentionKind::Direct);
    redo(&mut program);
    assert_eq!(kind(&program, at(1, 1)), MentionKind::Historical);
    open_kinds(&mut program);
    press_key(&mut program, Key::Escape);
    assert!(program.state().session.correcting.is_none());
}

#[test]
fn the_keyboard_begins_at_the_kind_it_is_and_the_choice_can_be_for_all_the_same() {
    let mut program = two_georgias();
    open_kinds(&mut program);
    assert!(program.get_by_label("By its name").is_focused());
    // The kind it is changes nothing, and is no step.
    press_key(&mut program, Key::Enter);
    assert!(program.state().session.correcting.is_none());
    assert!(!program.state().session.can_undo());
    open_kinds(&mut program);
    press(&mut program, "All 5 the same");
    press(&mut program, "Inside another name");
    assert!(shows(
        &program,
        "5 mentions of \u{201c}Georgia\u{201d} name Georgia"
    ));
    assert_eq!(kind(&program, at(6, 4)), MentionKind::PartOfName);
    undo(&mut program);
    assert!(!program.state().session.is_edited());
}
