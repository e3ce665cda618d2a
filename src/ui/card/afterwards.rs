//! What has happened since: kept apart from what the article says, by a rule, a colour of its own
//! and a source for each note.

use egui::{RichText, Ui};

use super::provenance::source_words;
use crate::session::Command;
use crate::theme::measures::GRID;
use crate::ui::parts::{heading, hint, link, muted, reading, rule};
use crate::ui::{Outbox, UiContext};
use crate::world::{Afterwards, Subject};

/// The notes on a subject; while they are not wanted, a line that says there are some.
pub(super) fn afterwards_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    subject: Subject,
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let notes: Vec<&Afterwards> = world.afterwards_of(subject).collect();
    if notes.is_empty() {
        return;
    }
    ui.add_space(2.0 * GRID);
    if !context.session.stage.shows_afterwards {
        let words = match notes.len() {
            1 => "1 note on what has happened since".to_owned(),
            count => format!("{count} notes on what has happened since"),
        };
        let command = Command::ToggleAfterwards;
        let response = link(ui, theme, &words, &words);
        if response.on_hover_text(hint("Show", &command)).clicked() {
            outbox.push(command);
        }
        return;
    }
    rule(ui, theme);
    ui.add_space(GRID);
    let color = theme.map.afterwards;
    ui.label(heading(theme, "Since the article").color(color));
    for note in notes {
        ui.label(reading(theme, format!("{}: {}", note.year, note.text)));
        if let Some(source) = world.sources.get(note.source) {
            let response = ui.label(muted(theme, source_words(source)));
            if !source.url.is_empty() {
                response.on_hover_text(RichText::new(&source.url));
            }
        }
    }
}
