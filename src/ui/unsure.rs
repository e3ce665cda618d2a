//! The walk through mentions that may mean something else: what stands in the card's place.
//!
//! In: the words in their sentence, and a row for each reading. Out: which mention it is, and what an
//! answer does (see `session`).

use std::ops::Range;

use egui::{Key, Modifiers, Ui};

use super::icons::Icon;
use super::meaning_row::{press_row, reach_ui};
use super::parts::{heading, steps_ui};
use super::quote::quote_ui;
use super::sentence::sentence_around;
use super::{Outbox, ReaderState, UiContext};
use crate::session::{Command, CorrectCommand, MentionEdit, Reach, UnsureCommand, UnsureWalk};
use crate::theme::measures::GRID;
use crate::world::{Mention, MentionAt, Passage, Reading};

/// Draws the mention in hand, and what it may mean.
pub fn unsure_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    walk: &UnsureWalk,
    reader: &mut ReaderState,
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let Some((at, number, count)) = walk.current(world) else {
        return;
    };
    let (Some(mention), Some(passage)) = (world.mention(at), world.passages.get(at.passage)) else {
        return;
    };
    ui.add_space(2.0 * GRID);
    head_ui(ui, context, (number, count), outbox);
    sentence_ui(ui, context, passage, mention);
    ui.add_space(GRID);
    ui.spacing_mut().item_spacing.y = 0.0;
    let is_new = reader.choosing_mut().note_asked(at.passage, &mention.range);
    let focused = rows_ui(ui, context, (walk.reach, is_new), (at, mention), outbox);
    // egui takes the keyboard away at an Escape, before anybody hears of it.
    let answering = reader.choosing_mut().note_answering(focused);
    let is_given_up = context.session.correcting.is_none()
        && answering.is_some()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if is_given_up {
        outbox.push(Command::LetGo);
    }
    if reach_ui(ui, theme, walk.reach, walk.others) {
        outbox.push(Command::Unsure(UnsureCommand::ToggleReach));
        // The keyboard goes back to the answers.
        reader.choosing_mut().note_nothing_asked();
    }
    ui.add_space(GRID);
}

/// Where one is, and the ways on, back and out.
fn head_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (number, count): (usize, usize),
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    ui.horizontal(|ui| {
        ui.label(heading(theme, format!("{number} of {count} unsure")));
        let steps = [
            (Icon::Close, "End the walk", Command::LetGo, true),
            (
                Icon::Next,
                "Next unsure mention",
                Command::Unsure(UnsureCommand::Next),
                true,
            ),
            (
                Icon::Previous,
                "Previous unsure mention",
                Command::Unsure(UnsureCommand::Previous),
                true,
            ),
        ];
        steps_ui(ui, theme, steps, outbox);
    });
}

/// The sentence, with the words marked.
fn sentence_ui(ui: &mut Ui, context: UiContext<'_>, passage: &Passage, mention: &Mention) {
    let theme = context.theme;
    let text = passage.text.as_str();
    let shown = sentence_around(text, &mention.range);
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let words = &mention.range;
    let mut before = part(shown.start..words.start).to_owned();
    if shown.start > 0 && !part(0..shown.start).ends_with(". ") {
        before.insert_str(0, "\u{2026} ");
    }
    let quote = [&before, part(words.clone()), part(words.end..shown.end)];
    quote_ui(ui, theme, quote);
}

/// A row for each reading. Returns the one that has the keyboard.
fn rows_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (reach, is_new): (Reach, bool),
    (at, mention): (MentionAt, &Mention),
    outbox: &mut Outbox,
) -> Option<egui::Id> {
    let UiContext {
        world,
        atlas,
        theme,
        ..
    } = context;
    let mut focused = None;
    for (index, reading) in mention.readings().enumerate() {
        let words = super::words::with_capital(&world.reading_words(atlas, reading));
        let is_own = index == 0;
        let (more, edit) = if is_own {
            let percent = mention.confidence_percent;
            let edit = MentionEdit::Confirm { at, reach };
            (format!("{percent} of 100"), edit)
        } else {
            let to = reading.into();
            (String::new(), MentionEdit::Change { at, to, reach })
        };
        let response = press_row(ui, theme, (&words, &more));
        if is_own && is_new {
            response.request_focus();
        }
        focused = focused.or(response.has_focus().then_some(response.id));
        if let (Reading::Subject(subject), true) =
            (reading, response.hovered() || response.has_focus())
        {
            outbox.hover = Some(subject);
        }
        let about = "This is what the words mean";
        if response.on_hover_text(about).clicked() {
            outbox.push(Command::EditMentions(edit));
        }
    }
    let response = press_row(ui, theme, ("Something else\u{2026}", ""));
    focused = focused.or(response.has_focus().then_some(response.id));
    let about = "Choose from all there is on the map, or something new";
    if response.on_hover_text(about).clicked() {
        outbox.push(Command::Correct(CorrectCommand::Open(at)));
        outbox.push(Command::Correct(CorrectCommand::FindMeaning));
    }
    focused
}
