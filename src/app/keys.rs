//! Keys and dropped files of a frame, as commands.
//!
//! In: who may have a key now: a text field, a menu, the focus or the map. Out: what keys mean
//! (see `session::BINDINGS`).

use egui::Ui;

use super::PassageApp;
use super::tiles::dropped;
use crate::session::{commands_from, is_arrow, saves};
use crate::ui::Outbox;

impl PassageApp {
    pub(super) fn keys(&mut self, ui: &Ui, outbox: &mut Outbox) {
        let dropped_file = ui.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_owned()).next()
        });
        outbox.commands.extend(dropped_file.map(dropped));
        let has_focus = ui.memory(|memory| memory.focused().is_some());
        let owned_escape =
            std::mem::replace(&mut self.owns_escape, has_focus || ui.any_popup_open());
        // While a menu is open, letters are no commands: somebody may be typing into it.
        let is_escape = ui.input(|input| input.key_pressed(egui::Key::Escape));
        let is_typing = ui.text_edit_focused();
        if ui.any_popup_open() && !is_escape {
            return;
        }
        if is_typing {
            let pressed = ui.input(|input| commands_from(input, self.session.mode()));
            outbox.commands.extend(pressed.into_iter().filter(saves));
            return;
        }
        if is_escape && (self.map.close_chooser() || owned_escape) {
            ui.request_repaint();
            return;
        }
        let now = self.session.mode();
        let pressed = ui.input(|input| commands_from(input, now));
        // While a control has the keyboard, arrows go from one to the next.
        outbox.commands.extend(
            pressed
                .into_iter()
                .filter(|command| !(has_focus && is_arrow(command))),
        );
    }
}
