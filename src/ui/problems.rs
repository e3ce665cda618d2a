//! A calm bar that says something is wrong with the story, and the list of it on demand.

use egui::{Align, Layout, RichText, ScrollArea, Ui, Window, pos2};

use super::icons::Icon;
use super::parts::{heading, hint, icon_button, link, muted, rule, title};
use super::words::with_capital;
use super::{Outbox, UiContext};
use crate::content::Problem;
use crate::session::{Command, Panel, Switch};
use crate::theme::Theme;
use crate::theme::measures::GRID;

/// So many are listed; who has more will not read them here.
const MOST_LISTED: usize = 500;

const WIDTH: f32 = 560.0;

/// What the reader wants of the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    None,
    Close,
    Toggle,
}

/// Shows the bar, and the list while it is open. Returns whether the bar was closed.
pub fn problems_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    problems: &[Problem],
    notice: Option<&str>,
    outbox: &mut Outbox,
) -> bool {
    let is_listed = context.session.panels.problems;
    let words = sentence(problems.len(), notice, context.world.passages.len());
    let wish = bar_ui(ui, context.theme, problems.len(), words);
    let is_closed = is_listed && !list_ui(ui, context.theme, problems);
    if wish == Wish::Toggle || is_closed {
        outbox.push(Command::TogglePanel(Panel::Problems));
    }
    wish == Wish::Close
}

fn bar_ui(ui: &mut Ui, theme: &Theme, count: usize, words: String) -> Wish {
    let mut wish = Wish::None;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button(ui, theme, Icon::Close, "Hide this bar", Switch::Off);
            if close.on_hover_text("Hide this bar").clicked() {
                wish = Wish::Close;
            }
            if count > 0 && link(ui, theme, "Show the list", "Show the problems").clicked() {
                wish = Wish::Toggle;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = RichText::new(words).color(theme.ui.caution);
                ui.add(egui::Label::new(words).truncate());
            });
        });
    });
    wish
}

/// What the bar says.
fn sentence(count: usize, notice: Option<&str>, passages: usize) -> String {
    let rest = match passages {
        0 => "not one passage of it could be read.",
        _ => "the rest of it is shown.",
    };
    let problems = match count {
        0 => None,
        1 => Some(format!("One problem in the story; {rest}")),
        _ => Some(format!("{count} problems in the story; {rest}")),
    };
    let parts: Vec<&str> = notice.into_iter().chain(problems.as_deref()).collect();
    parts.join(" ")
}

/// Lists the problems. Returns whether the list stays open.
fn list_ui(ui: &Ui, theme: &Theme, problems: &[Problem]) -> bool {
    let mut stays = true;
    // Beside the words that opened it, and over neither them nor the title.
    let bar = ui.min_rect();
    let below_bar = pos2(
        (bar.right() - WIDTH - 4.0 * GRID).max(0.0),
        bar.bottom() + 2.0 * GRID,
    );
    Window::new("Problems in the story")
        .title_bar(false)
        .default_pos(below_bar)
        .default_width(WIDTH)
        .show(ui.ctx(), |ui| {
            ui.horizontal(|ui| {
                ui.label(title(theme, "Problems in the story"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let close = icon_button(ui, theme, Icon::Close, "Close the list", Switch::Off);
                    let words = hint("Close the list", &Command::LetGo);
                    stays = !close.on_hover_text(words).clicked();
                });
            });
            rule(ui, theme);
            ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                ui.set_min_width(WIDTH - 8.0 * GRID);
                for problem in problems.iter().take(MOST_LISTED) {
                    problem_ui(ui, theme, problem);
                }
                if problems.len() > MOST_LISTED {
                    let more = problems.len() - MOST_LISTED;
                    ui.label(muted(theme, format!("and {more} more")));
                }
            });
        });
    stays
}

/// One problem: what is wrong, what would be right, and where.
pub(super) fn problem_ui(ui: &mut Ui, theme: &Theme, problem: &Problem) {
    ui.add_space(GRID);
    ui.spacing_mut().item_spacing.y = GRID / 2.0;
    // Problems are worded to follow a place; here they come first.
    let what = with_capital(&problem.what);
    ui.add(egui::Label::new(heading(theme, what)).wrap());
    if !problem.right.is_empty() {
        let words = format!("Right would be: {}", problem.right);
        ui.add(egui::Label::new(words).wrap());
    }
    let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
    ui.add(
        egui::Label::new(muted(theme, place))
            .wrap()
            .selectable(true),
    );
    ui.add_space(GRID);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_says_how_many_and_what_else_happened() {
        assert_eq!(
            sentence(1, None, 16),
            "One problem in the story; the rest of it is shown."
        );
        assert_eq!(sentence(0, Some("Set aside."), 16), "Set aside.");
        assert!(sentence(3, Some("Set aside."), 16).starts_with("Set aside. 3 problems"));
        assert!(sentence(2, None, 0).contains("not one passage"));
    }
}
