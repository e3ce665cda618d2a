//! The list of what words may mean, and the field that narrows it.

use egui::{Id, Key, Modifiers, ScrollArea, TextEdit, Ui};

use super::super::found_row::named_row;
use super::super::meaning_row::reach_ui;
use super::super::parts::{muted, rule};
use super::super::words::with_capital;
use super::super::{Outbox, UiContext};
use crate::session::{Command, CorrectCommand, Correcting};
use crate::theme::measures::{GRID, ROW_HEIGHT};
use crate::world::{ActorKind, Meaning};

/// So many rows are seen at once.
const ROWS: f32 = 7.0;
/// What is pasted is cut here.
const MOST_LETTERS: usize = 100;

pub(super) fn meanings_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (hand, words, is_new): (&Correcting, &str, bool),
    (query, found, chosen): (&str, &[Meaning], usize),
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    field_ui(ui, (query, is_new), outbox);
    ui.add_space(GRID);
    ScrollArea::vertical()
        .id_salt("meanings")
        .max_height(ROWS * ROW_HEIGHT)
        .min_scrolled_height(ROWS * ROW_HEIGHT)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (at, &meaning) in found.iter().enumerate() {
                let (kind, name) = row_words(context, meaning, words);
                let state = (at == chosen).into();
                let response = named_row(ui, theme, state, (&kind, &name));
                if let (Meaning::Subject(subject), true) = (meaning, response.hovered()) {
                    outbox.hover = Some(subject);
                }
                if response.clicked() {
                    outbox.push(Command::Correct(CorrectCommand::TakeAt(at)));
                }
            }
        });
    ui.add_space(GRID);
    rule(ui, theme);
    if reach_ui(ui, theme, hand.reach, hand.others) {
        outbox.push(Command::Correct(CorrectCommand::ToggleReach));
    }
    ui.add_space(GRID);
    ui.horizontal(|ui| {
        ui.add_space(2.0 * GRID);
        ui.label(muted(theme, "Enter takes it, Escape leaves it as it is"));
    });
}

/// The field keeps the keyboard; the keys of the list work in it.
fn field_ui(ui: &mut Ui, (query, is_new): (&str, bool), outbox: &mut Outbox) {
    let id = Id::unique("meaning field");
    if ui.memory(|memory| memory.has_focus(id)) {
        for (key, command) in [
            (Key::ArrowDown, CorrectCommand::Move(1)),
            (Key::ArrowUp, CorrectCommand::Move(-1)),
            (Key::Enter, CorrectCommand::Take),
        ] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                outbox.push(Command::Correct(command));
            }
        }
    }
    let mut asked = query.to_owned();
    let field = TextEdit::singleline(&mut asked)
        .id(id)
        .char_limit(MOST_LETTERS)
        .hint_text("Country, place, line, organisation or person")
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 6));
    let response = ui.add(field);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label("Find what the words mean");
    });
    if response.changed() {
        outbox.push(Command::Correct(CorrectCommand::Ask(asked)));
    }
    if is_new || ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}

/// What a meaning is, and what it is called.
fn row_words(context: UiContext<'_>, meaning: Meaning, words: &str) -> (String, String) {
    let UiContext { world, atlas, .. } = context;
    match meaning {
        Meaning::Subject(subject) => {
            let kind = with_capital(&world.word_and_country(atlas, subject));
            (kind, world.name_of(atlas, subject).to_owned())
        }
        Meaning::City(at) => match atlas.cities.get(at) {
            Some(city) => {
                let country = atlas.country_name(city.country);
                (format!("City in {country}"), city.name.clone())
            }
            None => (String::new(), String::new()),
        },
        Meaning::New(ActorKind::Organisation) => ("New organisation".to_owned(), words.to_owned()),
        Meaning::New(ActorKind::Person) => ("New person".to_owned(), words.to_owned()),
        Meaning::NoPlace => ("Remove".to_owned(), "Nothing on the map".to_owned()),
    }
}
