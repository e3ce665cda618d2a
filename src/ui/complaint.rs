//! The page shown when a story could not be read at all: what, where, what would be right.

use egui::{Button, ScrollArea, Stroke, Ui, vec2};

use super::UiContext;
use super::parts::{muted, reading, rule, title};
use super::problems::problem_ui;
use crate::content::Problem;
use crate::theme::measures::{GRID, RULE};

/// So many are worth reading before anything is open.
const MOST_LISTED: usize = 50;

/// Width of the page's one column.
const COLUMN_PX: f32 = 560.0;

/// Shows the page. Returns whether the bundled story is wanted.
pub fn complaint_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    problems: &[Problem],
    notice: Option<&str>,
) -> bool {
    let theme = context.theme;
    let mut is_wanted = false;
    ui.painter().rect_filled(ui.max_rect(), 0.0, theme.ui.panel);
    let width = COLUMN_PX.min(ui.available_width() - 8.0 * GRID);
    let height = ui.available_height();
    ui.vertical_centered(|ui| {
        ui.add_space(height * 0.14);
        let layout = egui::Layout::top_down(egui::Align::Min);
        ui.allocate_ui_with_layout(vec2(width, height * 0.8), layout, |ui| {
            ui.set_width(width);
            ui.label(title(theme, "This story could not be opened"));
            ui.add_space(GRID);
            ui.label(reading(
                theme,
                "No passage, line or country of it could be used. The story that comes with \
                 Passage is always there.",
            ));
            if let Some(notice) = notice {
                ui.add_space(GRID);
                ui.label(muted(theme, notice));
            }
            ui.add_space(2.0 * GRID);
            rule(ui, theme);
            ScrollArea::vertical()
                .max_height(height * 0.45)
                .show(ui, |ui| {
                    for problem in problems.iter().take(MOST_LISTED) {
                        problem_ui(ui, theme, problem);
                    }
                    if problems.len() > MOST_LISTED {
                        let more = problems.len() - MOST_LISTED;
                        ui.label(muted(theme, format!("and {more} more")));
                    }
                });
            rule(ui, theme);
            ui.add_space(3.0 * GRID);
            let button = Button::new("Open the bundled story")
                .stroke(Stroke::new(RULE, theme.ui.text))
                .min_size(vec2(0.0, 8.0 * GRID));
            is_wanted = ui.add(button).clicked();
        });
    });
    is_wanted
}
