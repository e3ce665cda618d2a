//! Keys and dropped files of a frame, as commands.
//!
//! In: who may have a key now: a text field, a menu, the focus or the map. Out: what keys mean
//! (see `session::BINDINGS`).

use egui::{FocusDirection, Ui};

use super::PassageApp;
use super::tiles::dropped;
use crate::session::{Mode, commands_from, is_arrow, saves};
use crate::ui::Outbox;

impl PassageApp {
    /// Whether somebody writes into a field: it has all keys of the frame, also the one that ends the
    /// writing. To be asked before there is any field.
    ///
    /// Otherwise, while a briefing is given, Tab and arrows go through the scenes and not from control
    /// to control besides: the next Space would then press one.
    pub(super) fn begin_keys(&self, ui: &Ui) -> bool {
        let is_writing = ui.text_edit_focused();
        if self.session.mode() == Mode::Present && !is_writing {
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        }
        is_writing
    }

    pub(super) fn keys(&mut self, ui: &Ui, was_writing: bool, outbox: &mut Outbox) {
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
        if ui.any_popup_open() && !is_escape {
            return;
        }
        if was_writing || ui.text_edit_focused() {
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
