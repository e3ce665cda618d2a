//! The article one mention at a time, in large type: what stands in the reader's place on a walk.
//!
//! In: how it is set. Out: where the walk leads (see `session::Walk`).

use egui::{ScrollArea, Ui};

use super::icons::Icon;
use super::parts::{hint, muted, outlined_button, rule, steps_ui, title};
use super::reader::one_passage_ui;
use super::words::subject_word;
use super::{Outbox, ReaderState, UiContext};
use crate::session::{Command, Walk, WalkCommand};
use crate::theme::measures::{GRID, WALK_ENLARGEMENT};

/// Draws the walk under way.
pub fn walk_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    walk: &Walk,
    reader: &mut ReaderState,
    outbox: &mut Outbox,
) {
    let UiContext {
        world,
        atlas,
        theme,
        ..
    } = context;
    let Some((passage, subject)) = walk.stop() else {
        return;
    };
    ui.add_space(2.0 * GRID);
    head_ui(ui, context, walk, outbox);
    ui.label(muted(theme, subject_word(context, subject)));
    ui.add(egui::Label::new(title(theme, world.name_of(atlas, subject))).wrap());
    ui.add_space(GRID);
    rule(ui, theme);
    egui::Panel::bottom("walk foot")
        .frame(egui::Frame::NONE)
        .show_separator_line(false)
        .show(ui, |ui| foot_ui(ui, context, outbox));
    ScrollArea::vertical()
        .id_salt(("walk", passage.index()))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.add_space(2.0 * GRID);
            let topic = world
                .topics
                .iter()
                .find(|topic| topic.passages.contains(&passage));
            if let Some(topic) = topic.filter(|topic| !topic.title.is_empty()) {
                ui.add(egui::Label::new(muted(theme, &topic.title)).wrap());
            }
            let text_px = theme.sizes.reading * WALK_ENLARGEMENT;
            one_passage_ui(ui, context, reader, (passage, text_px), outbox);
        });
}

/// Where one is, and the ways on, back and out.
fn head_ui(ui: &mut Ui, context: UiContext<'_>, walk: &Walk, outbox: &mut Outbox) {
    let theme = context.theme;
    let (at, count) = walk.place();
    ui.horizontal(|ui| {
        ui.label(muted(theme, format!("Walk: mention {at} of {count}")));
        let steps = [
            (Icon::Close, "End the walk", Command::LetGo, true),
            (
                Icon::Next,
                "Next mention",
                Command::Walk(WalkCommand::Next),
                !walk.is_at_end(),
            ),
            (
                Icon::Previous,
                "Previous mention",
                Command::Walk(WalkCommand::Previous),
                !walk.is_at_start(),
            ),
        ];
        steps_ui(ui, theme, steps, outbox);
    });
}

fn foot_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    rule(ui, context.theme);
    ui.add_space(2.0 * GRID);
    let command = Command::Walk(WalkCommand::MakeScenes);
    let about = "A first briefing: one scene of each topic of the article, to change as you like";
    let button = ui.add(outlined_button(context.theme, "Make scenes of this walk"));
    if button.on_hover_text(hint(about, &command)).clicked() {
        outbox.push(command);
    }
    ui.add_space(2.0 * GRID);
}
