//! The panel beside words: what they are taken for, and what else they may mean.
//!
//! In: where it stands, and its pages. Out: which words (see `reader`), and what a choice does (see
//! `session::Correcting`).

mod choices;
mod kinds;
mod meanings;

use egui::{Align, Align2, Area, Frame, Id, Key, Layout, Modifiers, Order, Rect, Ui};

use self::choices::choices_ui;
use self::kinds::kinds_ui;
use self::meanings::meanings_ui;
use super::icons::Icon;
use super::parts::{hint, icon_button, title};
use super::reader::Choosing;
use super::{Outbox, ReaderState, UiContext};
use crate::session::{Command, CorrectCommand, Correcting, CorrectingPage, Switch};
use crate::theme::measures::{GRID, MEANING_WIDTH};

/// Shows the panel while words are in hand.
pub fn correcting_ui(
    ui: &Ui,
    context: UiContext<'_>,
    reader: &mut ReaderState,
    outbox: &mut Outbox,
) {
    let choosing = reader.choosing_mut();
    let hand = context.session.correcting.as_ref();
    let Some(hand) = hand.filter(|hand| hand.page != CorrectingPage::Words) else {
        if hand.is_none()
            && let Some(keyboard) = choosing.note_closed()
        {
            ui.memory_mut(|memory| memory.request_focus(keyboard));
        }
        return;
    };
    let is_new = choosing.note_shown(hand);
    let room = ui.ctx().content_rect().shrink(GRID);
    let id = Id::unique("what words mean");
    let words_at = words_at(choosing, room);
    let height = ui
        .memory(|memory| memory.area_rect(id))
        .map(|rect| rect.height());
    let is_below = words_at.max.y + height.unwrap_or_default() + 2.0 * GRID < room.max.y;
    let (pivot, at) = if is_below {
        (
            Align2::LEFT_TOP,
            words_at.left_bottom() + egui::vec2(0.0, GRID),
        )
    } else {
        (
            Align2::LEFT_BOTTOM,
            words_at.left_top() - egui::vec2(0.0, GRID),
        )
    };
    let shown = Area::new(id)
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(at)
        .constrain_to(room)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style())
                .inner_margin(2.0 * GRID)
                .show(ui, |ui| {
                    ui.set_width(MEANING_WIDTH.min(room.width() - 6.0 * GRID));
                    panel_ui(ui, context, (hand, is_new), outbox);
                });
        });
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        outbox.push(Command::Correct(CorrectCommand::Close));
    }
    // The click may have been the one that takes other words in hand.
    let is_other = |command: &Command| matches!(command, Command::Correct(_));
    if shown.response.clicked_elsewhere() && !outbox.commands.iter().any(is_other) {
        outbox.push(Command::Correct(CorrectCommand::Close));
    }
}

/// Where the words are, as far as they can be seen.
fn words_at(choosing: &Choosing, room: Rect) -> Rect {
    let Some(hand) = choosing.hand() else {
        return Rect::from_center_size(room.center(), egui::Vec2::ZERO);
    };
    Rect::from_min_max(room.clamp(hand.min), room.clamp(hand.max))
}

fn panel_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (hand, is_new): (&Correcting, bool),
    outbox: &mut Outbox,
) {
    let passage = context.world.passages.get(hand.passage);
    let words = passage.map_or("", |passage| passage.words(&hand.range));
    head_ui(ui, context, words, outbox);
    ui.spacing_mut().item_spacing.y = 0.0;
    match &hand.page {
        CorrectingPage::Words => {}
        CorrectingPage::Choices => choices_ui(ui, context, (hand, is_new), outbox),
        CorrectingPage::Kinds => kinds_ui(ui, context, (hand, is_new), outbox),
        CorrectingPage::Meanings {
            query,
            found,
            chosen,
        } => {
            let list = (query.as_str(), found.as_slice(), *chosen);
            meanings_ui(ui, context, (hand, words, is_new), list, outbox);
        }
    }
}

/// The words, and the way out.
fn head_ui(ui: &mut Ui, context: UiContext<'_>, words: &str, outbox: &mut Outbox) {
    let theme = context.theme;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button(ui, theme, Icon::Close, "Leave it as it is", Switch::Off);
            let about = hint("Leave it as it is", &Command::LetGo);
            if close.on_hover_text(about).clicked() {
                outbox.push(Command::Correct(CorrectCommand::Close));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_space(2.0 * GRID);
                let quoted = format!("\u{201c}{words}\u{201d}");
                let name = title(theme, quoted).size(theme.sizes.heading + 1.0);
                ui.add(egui::Label::new(name).truncate());
            });
        });
    });
}
