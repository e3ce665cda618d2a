//! What the reader's own copy of the article has beside its passages, and what it lacks.
//!
//! In: headlines, strangers and notes, as they are set. Out: which they are (see `original`).

use egui::{Label, RichText, Ui};

use super::indented;
use crate::theme::fonts;
use crate::theme::measures::{GRID, PARAGRAPH_GAP};
use crate::ui::UiContext;
use crate::ui::parts::{muted, title};
use crate::world::{Id, Passage};

/// The article's own headline.
pub(super) fn headline_ui(ui: &mut Ui, context: UiContext<'_>) {
    let copy = context.world.copy.iter();
    for line in copy.flat_map(|copy| &copy.headline) {
        ui.add_space(3.0 * GRID);
        indented(ui, |ui| {
            ui.add(Label::new(title(context.theme, line)).wrap());
        });
    }
}

/// What follows a passage in the copy, or stands before all, and is not known as the article's.
pub(super) fn strangers_ui(ui: &mut Ui, context: UiContext<'_>, after: Option<Id<Passage>>) {
    let theme = context.theme;
    let mut strangers = context.world.strangers_after(after).peekable();
    if strangers.peek().is_none() {
        return;
    }
    indented(ui, |ui| {
        ui.add_space(PARAGRAPH_GAP / 2.0);
        for (at, stranger) in strangers.enumerate() {
            if at > 0 {
                ui.add_space(2.0 * GRID);
            }
            let words = RichText::new(&stranger.text)
                .family(fonts::serif_italic())
                .size(theme.sizes.reading)
                .color(theme.ui.muted);
            ui.add(Label::new(words).wrap());
            ui.label(muted(theme, "Not a paragraph of the article as we know it"));
        }
        ui.add_space(PARAGRAPH_GAP / 2.0);
    });
}

/// Says that a passage is not in the article's words.
pub(super) fn lacking_ui(ui: &mut Ui, context: UiContext<'_>, id: Id<Passage>) {
    let world = context.world;
    let passage = world.passages.get(id);
    let (Some(copy), true) = (
        &world.copy,
        passage.is_some_and(|passage| world.is_lacking(passage)),
    ) else {
        return;
    };
    indented(ui, |ui| {
        let words = format!("In our words: {} lacks this paragraph", copy.file);
        ui.label(muted(context.theme, words));
        ui.add_space(PARAGRAPH_GAP / 2.0);
    });
}
