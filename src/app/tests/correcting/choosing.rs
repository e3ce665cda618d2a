//! Words that are no mention yet: chosen with the pointer and by keys, and given a meaning.

use super::*;
use crate::session::CorrectingPage;
use crate::theme::measures::{NUMBER_MARGIN, PARAGRAPH_GAP};
use crate::world::MentionKind;

/// Where words stand on the screen.
pub(super) fn place(program: &Program, number: usize, words: &str, nth: usize) -> Rect {
    let app = program.state();
    let passage = &app.world.passages[Id::<Passage>::new(number - 1)];
    let (start, _) = passage.text.match_indices(words).nth(nth).unwrap();
    let look = (&program.ctx, &app.theme);
    let range = start..start + words.len();
    let place = app.reader.words_place(look, passage, &range);
    let paragraph = rect(program, &passage.text);
    place.translate(paragraph.min.to_vec2() + vec2(NUMBER_MARGIN, PARAGRAPH_GAP / 2.0))
}

/// Draws the pointer over words, from their first letter to their last.
pub(super) fn drag_over(program: &mut Program, place: Rect) {
    let from = place.left_center() + vec2(3.0, 0.0);
    let to = place.right_center() - vec2(3.0, 0.0);
    program.hover_at(from);
    program.run_steps(2);
    program.drag_at(from);
    program.run_steps(1);
    for part in 1..=6 {
        program.hover_at(from + (to - from) * (part as f32 / 6.0));
        program.run_steps(1);
    }
    program.drop_at(to);
    program.run_steps(4);
}

pub(super) fn double_click(program: &mut Program, pos: Pos2) {
    program.hover_at(pos);
    program.run_steps(2);
    // Within one frame: a step of the harness lasts longer than the time between two clicks.
    let events = [true, false, true, false].map(|pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    });
    program.input_mut().events.extend(events);
    program.run_steps(6);
}

pub(super) fn in_hand(program: &Program) -> Option<String> {
    let app = program.state();
    let hand = app.session.correcting.as_ref()?;
    let passage = &app.world.passages[hand.passage];
    Some(passage.words(&hand.range).to_owned())
}

#[test]
fn words_are_drawn_over_and_one_click_gives_them_a_meaning() {
    let mut program = two_georgias();
    let tbilisi = place(&program, 1, "Tbilisi", 0);
    drag_over(&mut program, tbilisi);
    assert_eq!(in_hand(&program).as_deref(), Some("Tbilisi"));
    assert!(
        program
            .get_by_label("Find what the words mean")
            .is_focused()
    );
    let row = rect(&program, "City in Georgia: Tbilisi");
    click_at(&mut program, row.center());
    assert_eq!(in_hand(&program), None);
    assert_eq!(meaning(&program, at(1, 2)), "Tbilisi, city in Georgia");
    assert!(shows(&program, "Ctrl+Z takes it back"));
    assert!(
        program
            .query_by_label("Tbilisi, paragraph 1, mention 2")
            .is_some()
    );
    undo(&mut program);
    assert_eq!(meanings(&program, Id::new(0)).len(), 2);
    // What was taken back is nowhere to be found.
    press_key(&mut program, Key::Slash);
    type_words(&mut program, "tbilisi");
    assert!(!shows(&program, "City: Tbilisi"));
    press_key(&mut program, Key::Escape);
    redo(&mut program);
    assert_eq!(meaning(&program, at(1, 2)), "Tbilisi, city in Georgia");
}

#[test]
fn a_new_organisation_is_called_as_the_words_are_wherever_they_stand() {
    let mut program = two_georgias();
    let bank = place(&program, 4, "National Bank of Georgia", 0);
    drag_over(&mut program, bank);
    press(&mut program, "All 2 the same");
    press(&mut program, "New organisation: National Bank of Georgia");
    let found = meanings(&program, Id::new(3));
    let name = "National Bank of Georgia".to_owned();
    let told = "National Bank of Georgia, organisation".to_owned();
    assert_eq!(found, [(name.clone(), told.clone()), (name, told)]);
    assert!(shows(&program, "2 mentions of"));
    // Georgia inside of it can be named too, as a part of that name.
    let inside = place(&program, 4, "Georgia", 0);
    drag_over(&mut program, inside);
    press_key(&mut program, Key::Enter);
    assert_eq!(meaning(&program, at(4, 2)), "Georgia, the country");
    let kind = program.state().world.mention(at(4, 2)).unwrap().kind;
    assert_eq!(kind, MentionKind::PartOfName);
    // An export and a saved sitting call it by its key.
    let app = program.state();
    let subject = app.world.mention(at(4, 1)).unwrap().subject;
    let key = app.world.key_of(&app.atlas, subject).unwrap();
    assert_eq!(key, "actor:national-bank-of-georgia");
}

#[test]
fn a_selection_that_would_cut_a_mention_takes_in_all_of_it_and_says_so() {
    let mut program = two_georgias();
    read(&mut program, 5);
    let cut = place(&program, 5, "Jordan spoke", 0);
    drag_over(&mut program, cut);
    assert_eq!(in_hand(&program).as_deref(), Some("Envoys of Jordan spoke"));
    assert!(shows(&program, "so that no mention is cut in two"));
    press_key(&mut program, Key::Escape);
    assert_eq!(in_hand(&program), None);
    // The very words of a mention are that mention.
    let whole = place(&program, 5, "Envoys of Jordan", 0);
    drag_over(&mut program, whole);
    assert!(shows(&program, "Talks of Jordan and Russia"));
    assert!(program.query_by_label("Remove").is_some());
}

#[test]
fn a_double_click_takes_a_word_and_shift_goes_on_to_another() {
    let mut program = two_georgias();
    let poti = place(&program, 1, "Poti", 0).center();
    double_click(&mut program, poti);
    assert_eq!(in_hand(&program).as_deref(), Some("Poti"));
    let port = place(&program, 1, "port", 0).center();
    program.hover_at(port);
    program.run_steps(2);
    for pressed in [true, false] {
        program.event_modifiers(
            Event::PointerButton {
                pos: port,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::SHIFT,
            },
            Modifiers::SHIFT,
        );
        program.run_steps(1);
    }
    program.run_steps(4);
    assert_eq!(in_hand(&program).as_deref(), Some("port at Poti"));
    let selection = program.state().session.stage.selection;
    assert_eq!(selection, None, "words are chosen, nothing is selected");
}

#[test]
fn words_are_chosen_and_named_by_keys_alone() {
    let mut program = two_georgias();
    press_key(&mut program, Key::G);
    assert_eq!(in_hand(&program).as_deref(), Some("Envoys"));
    let center = program.state().camera.center();
    for _ in 0..8 {
        press_key(&mut program, Key::ArrowRight);
    }
    assert_eq!(in_hand(&program).as_deref(), Some("Tbilisi"));
    press_with(&mut program, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(in_hand(&program).as_deref(), Some("Tbilisi on"));
    press_with(&mut program, Modifiers::SHIFT, Key::ArrowLeft);
    assert!(shows(&program, "Chosen: Tbilisi"));
    assert_eq!(program.state().camera.center(), center, "the map stays");
    press_key(&mut program, Key::Enter);
    press_key(&mut program, Key::ArrowDown);
    press_key(&mut program, Key::Enter);
    assert_eq!(meaning(&program, at(1, 2)), "Georgia, the country");
    let kind = program.state().world.mention(at(1, 2)).unwrap().kind;
    assert_eq!(kind, MentionKind::Metonym);
    press_key(&mut program, Key::G);
    press_key(&mut program, Key::ArrowDown);
    assert_eq!(in_hand(&program).as_deref(), Some("The"));
    press_key(&mut program, Key::Escape);
    assert_eq!(in_hand(&program), None);
}

#[test]
fn a_click_elsewhere_leaves_the_words_as_they_are() {
    let mut program = two_georgias();
    let port = place(&program, 1, "port", 0).center();
    double_click(&mut program, port);
    let app = program.state();
    let page = &app.session.correcting.as_ref().unwrap().page;
    assert!(matches!(page, CorrectingPage::Meanings { .. }));
    click_at(&mut program, Pos2::new(640.0, 640.0));
    assert_eq!(in_hand(&program), None);
    assert!(!program.state().session.is_edited());
}

#[test]
fn arrows_go_from_row_to_row_of_the_panel_and_letters_are_no_commands_there() {
    let mut program = two_georgias();
    let mention = rect(&program, "Georgia, paragraph 1, mention 1, unsure");
    right_click(&mut program, mention.center());
    assert!(program.get_by_label("Confirm").is_focused());
    let (legend, theme) = {
        let app = program.state();
        (app.session.panels.legend, app.theme.kind)
    };
    for _ in 0..8 {
        if program.get_by_label("Change\u{2026}").is_focused() {
            break;
        }
        press_with(&mut program, Modifiers::NONE, Key::ArrowDown);
    }
    assert!(program.get_by_label("Change\u{2026}").is_focused());
    for key in [Key::L, Key::T] {
        press_with(&mut program, Modifiers::NONE, key);
    }
    let app = program.state();
    assert_eq!((app.session.panels.legend, app.theme.kind), (legend, theme));
    assert!(app.session.correcting.is_some());
    press_with(&mut program, Modifiers::NONE, Key::ArrowUp);
    assert!(!program.get_by_label("Change\u{2026}").is_focused());
    press_with(&mut program, Modifiers::NONE, Key::Escape);
    assert!(program.state().session.correcting.is_none());
}

#[test]
fn who_looks_for_words_while_choosing_some_can_type() {
    let mut program = two_georgias();
    press_with(&mut program, Modifiers::NONE, Key::G);
    assert!(in_hand(&program).is_some());
    press_with(&mut program, Modifiers::NONE, Key::Slash);
    assert_eq!(in_hand(&program), None);
    type_words(&mut program, "tbilisi");
    let search = program.state().session.search.as_ref();
    assert_eq!(search.map(|search| search.query.as_str()), Some("tbilisi"));
}
