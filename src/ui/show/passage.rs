//! The passage behind a scene, at a size the last row can read.

use egui::{ScrollArea, Ui};

use crate::session::Show;
use crate::theme::measures::GRID;
use crate::theme::show_sizes::ANSWER_ENLARGEMENT;
use crate::ui::parts::muted;
use crate::ui::reader::one_passage_ui;
use crate::ui::{Outbox, ReaderState, UiContext};

/// The passage, whole, with its number and source; an answer is larger still.
pub(super) fn show_passage_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    show: &Show,
    reader: &mut ReaderState,
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let Some(id) = show.answer.or(context.session.stage.passage) else {
        return;
    };
    let Some(passage) = world.passages.get(id) else {
        return;
    };
    let enlargement = if show.answer.is_some() {
        ANSWER_ENLARGEMENT
    } else {
        1.0
    };
    let words = format!("Paragraph {}", passage.number);
    ScrollArea::vertical()
        .id_salt(("show passage", id.index()))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.label(muted(theme, words));
            let text_px = theme.sizes.reading * enlargement;
            one_passage_ui(ui, context, reader, (id, text_px), outbox);
            let article = &world.article;
            ui.add_space(2.0 * GRID);
            let source = format!("{}, {}", article.publisher, article.date);
            ui.label(muted(theme, source));
        });
}
