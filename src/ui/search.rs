//! The field that asks "where does it say that?", and what was found so far.
//!
//! In: words, and rows to choose from. Out: what matches (see `world`), and what is done with it
//! (see `session`).

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Area, FontId, Frame, Id, Key, Modifiers, Order, Response, ScrollArea, TextEdit, Ui,
    WidgetInfo, vec2,
};

use super::found_row::{RIGHT_MARGIN, named_row, row_place};
use super::parts::{muted, one_line};
use super::words::subject_word;
use super::{Outbox, UiContext};
use crate::session::{Command, Search, SearchCommand};
use crate::theme::measures::GRID;
use crate::theme::{Theme, fonts};
use crate::world::{Found, Id as RowId, Passage, Subject, found_words};

/// Width of the list as a multiple of the size of its words, and no more than this of the window.
const WIDTH_EM: f32 = 40.0;
const MOST_OF_WIDTH: f32 = 0.8;
/// Of a passage so many lines are shown, so far apart as a multiple of the size of its words.
const EXCERPT_ROWS: usize = 2;
const EXCERPT_LEADING: f32 = 1.4;
/// What stands before the first word found, in letters.
const LEAD_LETTERS: usize = 48;
/// What is pasted is cut here.
const MOST_LETTERS: usize = 200;

/// Shows the field while somebody looks for something.
pub fn search_ui(ui: &Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let Some(search) = &context.session.search else {
        return;
    };
    let window = ui.ctx().content_rect();
    let width = (WIDTH_EM * context.theme.sizes.body).min(window.width() * MOST_OF_WIDTH);
    let shown = Area::new(Id::unique("search"))
        .order(Order::Foreground)
        .pivot(Align2::CENTER_TOP)
        .fixed_pos(window.center_top() + vec2(0.0, window.height() * 0.1))
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style())
                .inner_margin(3.0 * GRID)
                .show(ui, |ui| {
                    ui.set_width(width);
                    field_ui(ui, context, search, outbox);
                    let height = window.height() * 0.6;
                    list_ui(ui, context, search, height, outbox);
                });
        });
    if shown.response.clicked_elsewhere() {
        outbox.push(Command::Search(SearchCommand::Close));
    }
}

/// The field keeps the keyboard; the keys of the list work in it.
fn field_ui(ui: &mut Ui, context: UiContext<'_>, search: &Search, outbox: &mut Outbox) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, command) in [
        (Key::ArrowDown, SearchCommand::Move(1)),
        (Key::ArrowUp, SearchCommand::Move(-1)),
        (Key::PageDown, SearchCommand::Move(8)),
        (Key::PageUp, SearchCommand::Move(-8)),
        (Key::Enter, SearchCommand::Show),
        (Key::Escape, SearchCommand::Close),
    ] {
        if pressed(key) {
            outbox.push(Command::Search(command));
        }
    }
    let mut query = search.query.clone();
    let font = FontId::new(context.theme.sizes.heading, fonts::sans());
    let field = TextEdit::singleline(&mut query)
        .id(Id::unique("search field"))
        .char_limit(MOST_LETTERS)
        .hint_text("Find in the article and on the map")
        .font(font)
        .desired_width(f32::INFINITY)
        .margin(egui::Margin::symmetric(8, 6));
    let response = ui.add(field);
    response
        .widget_info(|| WidgetInfo::text_edit(true, &search.query, &search.query, "Find words"));
    if response.changed() {
        outbox.push(Command::Search(SearchCommand::Ask(query)));
    }
    if !response.has_focus() {
        response.request_focus();
    }
}

fn list_ui(ui: &mut Ui, context: UiContext<'_>, search: &Search, height: f32, outbox: &mut Outbox) {
    let theme = context.theme;
    if search.query.trim().is_empty() {
        ui.add_space(GRID);
        let words = "Names of countries, pipelines, groups, or words of a passage. Escape closes.";
        ui.label(muted(theme, words));
        return;
    }
    if search.found.is_empty() {
        ui.add_space(GRID);
        let words = format!("Nothing has \u{201c}{}\u{201d} in it", search.query.trim());
        ui.label(muted(theme, words));
        return;
    }
    ui.add_space(2.0 * GRID);
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical()
        .id_salt("found")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for (at, &found) in search.found.iter().enumerate() {
                let response = row_ui(ui, context, search, (at, found));
                if response.clicked() {
                    outbox.push(Command::Search(SearchCommand::ShowAt(at)));
                }
            }
        });
    ui.add_space(2.0 * GRID);
    let does = if context.session.show.is_some() {
        "Enter shows it to the audience, R goes back to the scene"
    } else {
        "Enter shows it on the map"
    };
    ui.label(muted(theme, does));
}

fn row_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    search: &Search,
    (at, found): (usize, Found),
) -> Response {
    match found {
        Found::Subject(subject) => subject_ui(ui, context, search, (at, subject)),
        Found::Passage(id) => passage_ui(ui, context, search, (at, id)),
    }
}

fn subject_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    search: &Search,
    (at, subject): (usize, Subject),
) -> Response {
    let name = context.world.name_of(context.atlas, subject);
    let kind = subject_word(context, subject);
    named_row(
        ui,
        context.theme,
        (search.chosen == at).into(),
        (kind, name),
    )
}

/// A passage's number, and its words about those that were found.
fn passage_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    search: &Search,
    (at, id): (usize, RowId<Passage>),
) -> Response {
    let theme = context.theme;
    let Some(passage) = context.world.passages.get(id) else {
        return ui.label("");
    };
    let number_width = 2.6 * theme.sizes.body;
    let width = ui.available_width() - RIGHT_MARGIN - number_width - 4.0 * GRID;
    let name = format!("Paragraph {}", passage.number);
    let height = EXCERPT_ROWS as f32 * EXCERPT_LEADING * theme.sizes.body;
    let is_chosen = search.chosen == at;
    let (rect, response) = row_place(ui, theme, (is_chosen.into(), height), &name);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let words = ui
        .painter()
        .layout_job(excerpt(theme, &passage.text, &search.query, width));
    let font = FontId::new(theme.sizes.small, fonts::sans_semibold());
    let number = format!("\u{b6}{}", passage.number);
    let number = one_line(ui, &number, font, theme.ui.muted, number_width);
    ui.painter().galley(rect.min, number, theme.ui.muted);
    let words_at = rect.min + vec2(number_width, 0.0);
    ui.painter().galley(words_at, words, theme.ui.text);
    response
}

/// A few lines of a text from shortly before the first word found, with the words found marked.
fn excerpt(theme: &Theme, text: &str, query: &str, width: f32) -> LayoutJob {
    let found = found_words(text, query);
    let first = found.first().map_or(0, |range| range.start);
    let start = lead_in(text, first);
    let plain = TextFormat {
        font_id: FontId::new(theme.sizes.body, fonts::serif()),
        color: theme.ui.text,
        line_height: Some(EXCERPT_LEADING * theme.sizes.body),
        ..TextFormat::default()
    };
    let marked = TextFormat {
        font_id: FontId::new(theme.sizes.body, fonts::serif_semibold()),
        background: theme.ui.hover_mark,
        ..plain.clone()
    };
    let mut job = LayoutJob {
        wrap: TextWrapping {
            max_rows: EXCERPT_ROWS,
            ..TextWrapping::wrap_at_width(width.max(0.0))
        },
        ..LayoutJob::default()
    };
    if start > 0 {
        job.append("\u{2026}", 0.0, plain.clone());
    }
    let mut end = start;
    for range in found {
        job.append(
            text.get(end..range.start).unwrap_or_default(),
            0.0,
            plain.clone(),
        );
        job.append(
            text.get(range.clone()).unwrap_or_default(),
            0.0,
            marked.clone(),
        );
        end = range.end;
    }
    job.append(text.get(end..).unwrap_or_default(), 0.0, plain);
    job
}

/// The start of a word some letters before a place in a text; its beginning where that is near.
fn lead_in(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let starts = before.char_indices().rev();
    let Some((earliest, _)) = starts.clone().nth(LEAD_LETTERS) else {
        return 0;
    };
    let mut spaces = before.match_indices(' ').map(|(space, _)| space + 1);
    spaces.find(|&start| start > earliest).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::ThemeKind;

    #[test]
    fn an_excerpt_begins_with_a_whole_word_shortly_before_what_was_found() {
        let theme = Theme::new(ThemeKind::Light);
        let far = format!("{}needle at last", "hay ".repeat(40));
        let job = excerpt(&theme, &far, "needle", 300.0);
        assert!(job.text.starts_with("\u{2026}hay hay"), "{}", job.text);
        assert!(job.text.ends_with("needle at last"));
        let near = excerpt(&theme, "a needle", "needle", 300.0);
        assert_eq!(near.text, "a needle");
        let long_word = format!("{}needle", "\u{e9}".repeat(90));
        let job = excerpt(&theme, &long_word, "\u{e9}", 300.0);
        assert_eq!(job.text, long_word);
    }
}
