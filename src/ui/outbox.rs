//! What views read, and where they put what should happen.

use egui::{Response, Ui};

use crate::atlas::Atlas;
use crate::session::{Command, Origin, Session};
use crate::theme::Theme;
use crate::world::{Subject, World};

/// What every view may read.
#[derive(Clone, Copy)]
pub struct UiContext<'a> {
    pub atlas: &'a Atlas,
    pub world: &'a World,
    pub session: &'a Session,
    pub theme: &'a Theme,
}

impl UiContext<'_> {
    /// Whether nothing moves by itself, as the person or the system wants it.
    pub fn is_still(self, ui: &Ui) -> bool {
        self.session.reduced_motion || ui.style().animation_time == 0.0
    }
}

/// What should happen, gathered over one frame and applied at its end.
#[derive(Debug, Default)]
pub struct Outbox {
    pub commands: Vec<Command>,
    /// Under the pointer in this frame.
    pub hover: Option<Subject>,
}

impl Outbox {
    pub fn push(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Turns hover and click on any widget that stands for a subject into the same two facts,
    /// so that text and map can not drift apart. Ctrl+click compares two countries.
    pub fn interact(&mut self, response: &Response, subject: Subject, origin: Origin) {
        if response.hovered() || response.has_focus() {
            self.hover = Some(subject);
        }
        if response.clicked() {
            let compares = response.ctx.input(|input| input.modifiers.command);
            self.push(if compares {
                Command::CompareWith { subject, origin }
            } else {
                Command::Select { subject, origin }
            });
        }
    }
}
