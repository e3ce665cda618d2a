//! The passage behind a scene, at a size the last row can read.

use egui::{RichText, ScrollArea, Ui};

use crate::session::Show;
use crate::theme::fonts;
use crate::theme::measures::GRID;
use crate::theme::show_sizes::{ANSWER_ENLARGEMENT, PASSAGE_ENLARGEMENT};
use crate::ui::parts::muted;
use crate::ui::reader::words_ui;
use crate::ui::{Outbox, ReaderState, UiContext};

/// A line of a font, as a multiple of its size.
const LINE_PART: f32 = 1.4;

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
    let enlargement = match show.answer {
        Some(_) => ANSWER_ENLARGEMENT,
        None => PASSAGE_ENLARGEMENT,
    };
    let sizes = theme.sizes;
    // The number before, and the source after it.
    let around = 2.0 * sizes.small * LINE_PART + 3.0 * GRID;
    let height = ui.available_height() - around;
    ScrollArea::vertical()
        .id_salt(("show passage", id.index()))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let number = RichText::new(format!("Paragraph {}", passage.number))
                .family(fonts::sans_semibold())
                .size(sizes.small)
                .color(theme.ui.accent);
            ui.label(number);
            let between = [sizes.small, sizes.reading * enlargement];
            words_ui(ui, context, reader, (id, between, height), outbox);
            ui.add_space(GRID);
            let mut source = world.article.publisher_and_date();
            if world.is_lacking(passage) {
                source.push_str(", in our words");
            }
            ui.label(muted(theme, source));
        });
}
