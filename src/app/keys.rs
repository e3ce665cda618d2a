//! Keys and dropped files of a frame, as commands.
//!
//! In: who may have a key now: a text field, a menu, the focus or the map. Out: what keys mean
//! (see `session::BINDINGS`).

use egui::{Event, FocusDirection, InputState, Ui};

use super::PassageApp;
use super::tiles::dropped;
use crate::session::{Command, CorrectingPage, Mode, commands_from, is_arrow, saves};
use crate::ui::Outbox;

/// Who has the keys of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keyboard {
    /// Somebody writes into a field, which has them all, also the one that ends the writing.
    Field,
    Free,
}

impl PassageApp {
    /// Who has the keys. To be asked before anything is drawn that could take them.
    ///
    /// While a briefing is given, Tab and arrows go through the scenes and not from control to control
    /// besides: the next Space would then press one.
    pub(super) fn keyboard(&self, ui: &Ui) -> Keyboard {
        if ui.text_edit_focused() {
            return Keyboard::Field;
        }
        if self.session.mode() == Mode::Present {
            ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        } else if self.is_choosing() {
            // From row to row, and not to whatever lies behind the panel in that direction.
            let pressed = |key| ui.input(|input| input.key_pressed(key));
            let direction = match (pressed(egui::Key::ArrowDown), pressed(egui::Key::ArrowUp)) {
                (true, _) => Some(FocusDirection::Next),
                (_, true) => Some(FocusDirection::Previous),
                _ => None,
            };
            if let Some(direction) = direction {
                ui.memory_mut(|memory| memory.move_focus(direction));
            }
        }
        Keyboard::Free
    }

    /// Whether the panel beside a mention lies open, whose rows have the arrows; letters are no
    /// commands there.
    fn is_choosing(&self) -> bool {
        let hand = self.session.correcting.as_ref();
        hand.is_some_and(|hand| {
            matches!(hand.page, CorrectingPage::Choices | CorrectingPage::Kinds)
        })
    }

    pub(super) fn keys(&mut self, ui: &Ui, keyboard: Keyboard, outbox: &mut Outbox) {
        let dropped_file = ui.input(|input| {
            let files = input.raw.dropped_files.iter();
            files.map(|file| file.path().to_owned()).next()
        });
        outbox.commands.extend(dropped_file.map(dropped));
        if keyboard == Keyboard::Free && self.session.mode() == Mode::Explore {
            outbox.commands.extend(ui.input(pasted));
        }
        let has_focus = ui.memory(|memory| memory.focused().is_some());
        let owned_escape =
            std::mem::replace(&mut self.owns_escape, has_focus || ui.any_popup_open());
        // While a menu is open, letters are no commands: somebody may be typing into it.
        let is_escape = ui.input(|input| input.key_pressed(egui::Key::Escape));
        if ui.any_popup_open() && !is_escape {
            return;
        }
        let is_choosing = self.is_choosing() && !is_escape;
        if keyboard == Keyboard::Field || ui.text_edit_focused() || is_choosing {
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

/// Words that came from the clipboard, which no field was there to take.
fn pasted(input: &InputState) -> Option<Command> {
    input.events.iter().find_map(|event| match event {
        Event::Paste(words) => Some(Command::OpenPasted(words.clone())),
        _ => None,
    })
}
