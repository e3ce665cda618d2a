//! The Edit menu: the way back from changes, and what words of the article mean.

use egui::Ui;

use super::parts::menu_item as item;
use super::{Outbox, UiContext};
use crate::session::{Command, CorrectCommand, LostCommand, UnsureCommand};

pub(super) fn edit_menu_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let session = context.session;
    for (name, command, is_enabled) in [
        ("Take a change back", Command::Undo, session.can_undo()),
        ("Make it again", Command::Redo, session.can_redo()),
    ] {
        ui.add_enabled_ui(is_enabled, |ui| {
            item(ui, (name, false.into()), command, outbox);
        });
    }
    ui.separator();
    let is_on = session.unsure.is_some();
    let command = Command::Unsure(UnsureCommand::Next);
    let has_some = !context.world.links.unsure.is_empty();
    ui.add_enabled_ui(has_some, |ui| {
        let name = "Go through unsure mentions";
        let words = "Those with a small question mark, one by one";
        item(ui, (name, is_on.into()), command, outbox).on_hover_text(words);
    });
    let is_on = session.lost_in_hand.is_some();
    let command = Command::PutLost(LostCommand::Next);
    ui.add_enabled_ui(!context.world.orphans.is_empty(), |ui| {
        let name = "Put lost links on words";
        let words = "Those whose words are not in the text any more, one by one";
        item(ui, (name, is_on.into()), command, outbox).on_hover_text(words);
    });
    let command = Command::Correct(CorrectCommand::ChooseByKeys);
    let name = "Say what words mean\u{2026}";
    let words = "Choose words of the paragraph with the arrows, or draw over them in the reader";
    item(ui, (name, false.into()), command, outbox).on_hover_text(words);
}
