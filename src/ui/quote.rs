//! Words in what stands around them, to be read by themselves.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{FontId, Ui};

use crate::theme::measures::READING_LEADING;
use crate::theme::{Theme, fonts};

/// So many lines are shown.
const MOST_ROWS: usize = 5;

/// Words with a mark behind them, between what stands before and after.
pub(super) fn quote_ui(ui: &mut Ui, theme: &Theme, [before, words, after]: [&str; 3]) {
    let size = theme.sizes.reading;
    let plain = TextFormat {
        font_id: FontId::new(size, fonts::serif()),
        color: theme.ui.text,
        line_height: Some((size * READING_LEADING).round()),
        ..TextFormat::default()
    };
    let marked = TextFormat {
        font_id: FontId::new(size, fonts::serif_semibold()),
        background: theme.ui.selected_mark,
        ..plain.clone()
    };
    let mut job = LayoutJob {
        wrap: TextWrapping {
            max_rows: MOST_ROWS,
            ..TextWrapping::wrap_at_width(ui.available_width())
        },
        ..LayoutJob::default()
    };
    for (part, format) in [(before, &plain), (words, &marked), (after, &plain)] {
        job.append(part, 0.0, format.clone());
    }
    ui.label(job);
}
