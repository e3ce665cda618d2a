//! A lost link in hand: what stands in the card's place until it is on words again.
//!
//! In: what it meant, its old words, and where to look for them now. Out: choosing words (see `reader`),
//! and what that does (see `session::LostInHand`).

use egui::{Label, Ui};

use super::icons::Icon;
use super::meaning_row::press_row;
use super::parts::{heading, muted, steps_ui};
use super::quote::quote_ui;
use super::words::naming_words;
use super::{Outbox, UiContext};
use crate::session::{Command, CorrectCommand, LostCommand, LostInHand, key_text};
use crate::theme::measures::GRID;
use crate::world::{Orphan, Reading};

/// Draws the lost link in hand.
pub fn lost_link_ui(ui: &mut Ui, context: UiContext<'_>, hand: &LostInHand, outbox: &mut Outbox) {
    let UiContext { world, theme, .. } = context;
    let Some((at, orphan)) = hand.current(world) else {
        return;
    };
    ui.add_space(2.0 * GRID);
    head_ui(ui, context, at, outbox);
    let before = format!("\u{2026} {}", orphan.before.trim_start());
    let after = format!("{} \u{2026}", orphan.after.trim_end());
    quote_ui(ui, theme, [&before, &orphan.exact, &after]);
    facts_ui(ui, context, orphan);
    ui.add_space(GRID);
    let key = key_text(&Command::Correct(CorrectCommand::ChooseByKeys)).unwrap_or_default();
    let words = format!(
        "Draw over the words it belongs to now, or double-click one. By keys: {key}, the arrows and Enter. Escape leaves it lost."
    );
    ui.add(Label::new(words).wrap());
    ui.add_space(GRID);
    ui.spacing_mut().item_spacing.y = 0.0;
    rows_ui(ui, context, (at, orphan), outbox);
    ui.add_space(GRID);
}

/// Which of them it is, and the ways on, back and out.
fn head_ui(ui: &mut Ui, context: UiContext<'_>, at: usize, outbox: &mut Outbox) {
    let theme = context.theme;
    let count = context.world.orphans.len();
    ui.horizontal(|ui| {
        let words = format!("Lost link {} of {count}", at + 1);
        ui.label(heading(theme, words));
        let steps = [
            (Icon::Close, "Leave it lost", Command::LetGo, true),
            (
                Icon::Next,
                "Next lost link",
                Command::PutLost(LostCommand::Next),
                true,
            ),
            (
                Icon::Previous,
                "Previous lost link",
                Command::PutLost(LostCommand::Previous),
                true,
            ),
        ];
        steps_ui(ui, theme, steps, outbox);
    });
}

/// What it meant, by what, how surely, and where.
fn facts_ui(ui: &mut Ui, context: UiContext<'_>, orphan: &Orphan) {
    let UiContext {
        world,
        atlas,
        theme,
        ..
    } = context;
    let meant = world.reading_words(atlas, Reading::Subject(orphan.subject));
    let by = naming_words(orphan.kind);
    let sure = match orphan.confidence_percent {
        100 => "sure".to_owned(),
        percent => format!("{percent} of 100 sure"),
    };
    let number = orphan.passage_number;
    let words = format!(
        "It meant {meant} \u{00b7} {by} \u{00b7} {sure} \u{00b7} in paragraph {number} before the change"
    );
    ui.add(Label::new(muted(theme, words)).wrap());
}

/// Where its words may be, and giving it up.
fn rows_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (at, orphan): (usize, &Orphan),
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let likeliest = world.likeliest_of(at);
    if likeliest.is_empty() {
        let words = "No paragraph has words like these any more.";
        ui.add(Label::new(muted(theme, words)).wrap());
        ui.add_space(GRID);
    }
    for (place, &id) in likeliest.iter().enumerate() {
        let Some(passage) = world.passages.get(id) else {
            continue;
        };
        let words = format!("Look at paragraph {}", passage.number);
        let more = if place == 0 { "most alike" } else { "" };
        let about = "Its words are like those around the link. Nothing is put there by itself";
        if press_row(ui, theme, (&words, more))
            .on_hover_text(about)
            .clicked()
        {
            outbox.push(Command::ReadPassage(id));
        }
    }
    let words = format!("Let \u{201c}{}\u{201d} go", orphan.short_words());
    let about = "The link is on no list any more. Ctrl+Z brings it back";
    if press_row(ui, theme, (&words, ""))
        .on_hover_text(about)
        .clicked()
    {
        outbox.push(Command::LetLinkGo(at));
    }
}
