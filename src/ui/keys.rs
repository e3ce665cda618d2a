//! The list of keys, from the very table that binds them.

use egui::{Align, FontId, Layout, Stroke, StrokeKind, Ui, vec2};

use super::dialog::dialog_ui;
use super::parts::{heading, muted};
use super::strip::scene_keys_words;
use super::{Outbox, UiContext};
use crate::session::{BINDINGS, Binding, Command, Mode, Panel};
use crate::theme::fonts;
use crate::theme::measures::{CORNER, GRID, RULE};

/// The list stands side by side, so that it fits a small window: in so many columns at most, of so
/// many times the size of its words.
const MOST_COLUMNS: usize = 3;
const COLUMN_EM: f32 = 21.0;
const WIDTH: f32 = 940.0;

/// One line of the list: several keys that do the same, or the same to one overlay each, share it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    group: &'static str,
    name: &'static str,
    keys: Vec<String>,
}

/// Shows the dialog while it is open.
pub fn keys_ui(ui: &Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    if !context.session.panels.keys {
        return;
    }
    let theme = context.theme;
    let width = WIDTH.min(ui.content_rect().width() - 16.0 * GRID);
    let count = (width / (COLUMN_EM * theme.sizes.body)) as usize;
    let count = count.clamp(1, MOST_COLUMNS);
    dialog_ui(ui, context, ("Keys", Panel::Keys), width, outbox, |ui| {
        let lines = lines(context.session.mode());
        ui.spacing_mut().item_spacing.x = 10.0 * GRID;
        ui.columns(count, |columns| {
            for (column, lines) in columns.iter_mut().zip(split(&lines, count)) {
                column_ui(column, context, lines);
            }
        });
        ui.add_space(3.0 * GRID);
        if context.session.mode() == Mode::Explore {
            ui.label(muted(theme, scene_keys_words()));
            ui.label(muted(
                theme,
                "A briefing (F5) has keys of its own, which ? lists there.",
            ));
        }
        let mouse = "Ctrl+click a second country to see only what joins the two. Right-click a mention, \
                     or draw over words of the text, to say what they mean.";
        ui.label(muted(theme, mouse));
    });
}

/// The table's rows that count now, folded into lines.
fn lines(now: Mode) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let counts = |binding: &&Binding| binding.mode.counts(now);
    for binding in BINDINGS.iter().filter(counts) {
        let name = match binding.command {
            Command::ToggleOverlayAt(_) => "Show or hide an overlay",
            Command::Pan { .. } => "Move the map",
            _ => binding.name,
        };
        let key = binding.press.text();
        match lines.last_mut() {
            Some(line) if line.name == name => line.keys.push(key),
            _ => lines.push(Line {
                group: binding.group,
                name,
                keys: vec![key],
            }),
        }
    }
    for line in &mut lines {
        if let ([first, .., last], true) = (line.keys.as_slice(), line.keys.len() > 4) {
            line.keys = vec![format!("{first} \u{2013} {last}")];
        }
    }
    lines
}

/// The lines as columns that are as even as they can be. Each starts with a group.
fn split(lines: &[Line], count: usize) -> Vec<&[Line]> {
    let starts: Vec<usize> = (1..lines.len())
        .filter(|&at| {
            lines.get(at).map(|line| line.group) != lines.get(at - 1).map(|line| line.group)
        })
        .collect();
    let near = |part: usize| {
        let wanted = lines.len() * part / count;
        let starts = starts.iter().copied();
        starts.min_by_key(|start| start.abs_diff(wanted))
    };
    let mut ends: Vec<usize> = (1..count).filter_map(near).collect();
    ends.push(lines.len());
    ends.dedup();
    let mut from = 0;
    let columns = ends.into_iter().filter_map(|end| {
        let column = lines.get(from..end);
        from = end;
        column
    });
    columns.collect()
}

fn column_ui(ui: &mut Ui, context: UiContext<'_>, lines: &[Line]) {
    let mut group = "";
    ui.spacing_mut().item_spacing = vec2(2.0 * GRID, GRID);
    for line in lines {
        if line.group != group {
            if !group.is_empty() {
                ui.add_space(3.0 * GRID);
            }
            group = line.group;
            ui.label(heading(context.theme, group));
        }
        ui.horizontal(|ui| {
            ui.add(egui::Label::new(line.name).wrap());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = GRID;
                for key in line.keys.iter().rev() {
                    key_ui(ui, context, key);
                }
            });
        });
    }
}

/// A key as it stands on a keyboard.
fn key_ui(ui: &mut Ui, context: UiContext<'_>, key: &str) {
    let theme = context.theme;
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let galley = super::parts::one_line(ui, key, font, theme.ui.text, f32::INFINITY);
    let size = vec2((galley.size().x + 2.5 * GRID).max(5.5 * GRID), 5.0 * GRID);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, key));
    let stroke = Stroke::new(RULE, theme.ui.rule);
    ui.painter().rect(
        rect,
        f32::from(CORNER),
        theme.ui.panel,
        stroke,
        StrokeKind::Inside,
    );
    let at = rect.center() - galley.size() / 2.0;
    ui.painter().galley(at, galley, theme.ui.text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_binding_is_on_the_list_and_keys_that_do_the_same_share_a_line() {
        let (exploring, presenting) = (lines(Mode::Explore), lines(Mode::Present));
        let find = |lines: &[Line], name: &str| -> Vec<String> {
            let line = lines.iter().find(|line| line.name == name).unwrap();
            line.keys.clone()
        };
        assert_eq!(find(&exploring, "Zoom in"), ["+", "="]);
        assert_eq!(find(&exploring, "Move the map").len(), 4);
        let digits = find(&exploring, "Show or hide an overlay");
        assert_eq!(digits, ["1 \u{2013} 9"]);
        assert_eq!(find(&presenting, "Previous").len(), 4);
        for binding in BINDINGS {
            let is_folded = matches!(
                binding.command,
                Command::ToggleOverlayAt(_) | Command::Pan { .. }
            );
            let mut all = exploring.iter().chain(&presenting);
            assert!(is_folded || all.any(|line| line.name == binding.name));
        }
    }

    #[test]
    fn each_column_starts_with_a_group_and_none_is_much_longer_than_the_others() {
        for lines in [lines(Mode::Explore), lines(Mode::Present)] {
            let columns = split(&lines, MOST_COLUMNS);
            assert_eq!(columns.len(), MOST_COLUMNS);
            let all: usize = columns.iter().map(|column| column.len()).sum();
            assert_eq!(all, lines.len());
            for pair in columns.windows(2) {
                assert_ne!(pair[0].last().unwrap().group, pair[1][0].group);
            }
            let longest = columns.iter().map(|column| column.len()).max().unwrap();
            assert!(
                longest * 2 <= lines.len() + 4,
                "{longest} of {}",
                lines.len()
            );
        }
    }
}
