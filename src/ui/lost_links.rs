//! Links that have lost their words: each with what stood around it and what it meant.
//!
//! In: the list. Out: how a link comes to be lost (see `content::relink`).

use egui::{Align, Label, Layout, ScrollArea, Ui, Window, vec2};

use super::icons::Icon;
use super::parts::{heading, hint, icon_button, link, muted, rule, title};
use super::{Outbox, UiContext};
use crate::session::{Command, LostCommand, Panel, Switch};
use crate::theme::measures::GRID;
use crate::world::Orphan;

/// So many are listed; the rest follows when these are gone.
const MOST_LISTED: usize = 200;

const WIDTH: f32 = 560.0;
const HIGHEST_LIST: f32 = 360.0;

const NAME: &str = "Lost links";

/// Shows the list while it is open.
pub fn lost_links_ui(ui: &Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let orphans = &context.world.orphans;
    if !context.session.panels.lost_links || orphans.is_empty() {
        return;
    }
    let theme = context.theme;
    Window::new(NAME)
        .title_bar(false)
        .default_pos(ui.max_rect().center() - vec2(WIDTH / 2.0, HIGHEST_LIST))
        .default_width(WIDTH)
        .show(ui.ctx(), |ui| {
            ui.horizontal(|ui| {
                ui.label(title(theme, NAME));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let close = icon_button(ui, theme, Icon::Close, "Close the list", Switch::Off);
                    let words = hint("Close the list", &Command::LetGo);
                    if close.on_hover_text(words).clicked() {
                        outbox.push(Command::TogglePanel(Panel::LostLinks));
                    }
                });
            });
            let words = "The text was changed, and nothing in it is surely what these links stood at. They are \
                         saved with the story until they are put on words again or let go.";
            ui.add(Label::new(muted(theme, words)).wrap());
            rule(ui, theme);
            ScrollArea::vertical().max_height(HIGHEST_LIST).show(ui, |ui| {
                ui.set_min_width(WIDTH - 8.0 * GRID);
                for (at, orphan) in orphans.iter().enumerate().take(MOST_LISTED) {
                    orphan_ui(ui, context, (at, orphan), outbox);
                }
                if orphans.len() > MOST_LISTED {
                    let more = orphans.len() - MOST_LISTED;
                    ui.label(muted(theme, format!("and {more} more")));
                }
            });
        });
}

fn orphan_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (at, orphan): (usize, &Orphan),
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    let meant = context.world.name_of(context.atlas, orphan.subject);
    let words = orphan.short_words();
    ui.add_space(GRID);
    ui.spacing_mut().item_spacing.y = GRID / 2.0;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            // Beside the scroll bar, not under it.
            ui.add_space(4.0 * GRID);
            let name = format!("Let \u{201c}{words}\u{201d} go");
            let about = "The link is given up. Ctrl+Z brings it back";
            if link(ui, theme, "Let go", &name)
                .on_hover_text(about)
                .clicked()
            {
                outbox.push(Command::LetLinkGo(at));
            }
            ui.add_space(2.0 * GRID);
            let name = format!("Put \u{201c}{words}\u{201d} on words");
            let about = "Choose the words of the text that it belongs to now";
            let command = Command::PutLost(LostCommand::Take(at));
            if link(ui, theme, "Put on words\u{2026}", &name)
                .on_hover_text(about)
                .clicked()
            {
                outbox.push(command);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = format!("\u{201c}{words}\u{201d} meant {meant}");
                ui.add(Label::new(heading(theme, words)).truncate());
            });
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (before, after) = (orphan.before.trim_start(), orphan.after.trim_end());
        ui.label(muted(theme, format!("\u{2026}{before}")));
        ui.label(muted(theme, orphan.exact.as_str()).color(theme.ui.text));
        ui.label(muted(theme, format!("{after}\u{2026}")));
    });
    let mut place = format!("Paragraph {} before the change", orphan.passage_number);
    let likeliest = context.world.likeliest_of(at).first();
    if let Some(passage) = likeliest.and_then(|&id| context.world.passages.get(id)) {
        place = format!("{place}, most like paragraph {} now", passage.number);
    }
    ui.label(muted(theme, place));
    ui.add_space(GRID);
}
