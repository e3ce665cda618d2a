//! The walk through mentions that may mean something else: what stands in the card's place.
//!
//! In: the words in their sentence, and a row for each reading. Out: which mention it is, and what an
//! answer does (see `session`).

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, FontId, Key, Layout, Modifiers, Ui};

use super::icons::Icon;
use super::meaning_row::{press_row, reach_ui};
use super::parts::{heading, hint, icon_button};
use super::sentence::sentence_around;
use super::{Outbox, ReaderState, UiContext};
use crate::session::{
    Command, CorrectCommand, MentionEdit, Reach, Switch, UnsureCommand, UnsureWalk,
};
use crate::theme::fonts;
use crate::theme::measures::{GRID, READING_LEADING};
use crate::world::{Mention, MentionAt, Passage, Reading};

/// Of the sentence so many lines are shown.
const MOST_ROWS: usize = 5;

/// Draws the mention in hand, and what it may mean.
pub fn unsure_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    walk: &UnsureWalk,
    reader: &mut ReaderState,
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let Some((at, number, count)) = walk.current(world) else {
        return;
    };
    let (Some(mention), Some(passage)) = (world.mention(at), world.passages.get(at.passage)) else {
        return;
    };
    ui.add_space(2.0 * GRID);
    head_ui(ui, context, (number, count), outbox);
    sentence_ui(ui, context, passage, mention);
    ui.add_space(GRID);
    ui.spacing_mut().item_spacing.y = 0.0;
    let is_new = reader.choosing_mut().note_asked(at.passage, &mention.range);
    let focused = rows_ui(ui, context, (walk.reach, is_new), (at, mention), outbox);
    // egui takes the keyboard away at an Escape, before anybody hears of it.
    let answering = reader.choosing_mut().note_answering(focused);
    let is_given_up = context.session.correcting.is_none()
        && answering.is_some()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if is_given_up {
        outbox.push(Command::LetGo);
    }
    if reach_ui(ui, theme, walk.reach, walk.others) {
        outbox.push(Command::Unsure(UnsureCommand::ToggleReach));
    }
    ui.add_space(GRID);
}

/// Where one is, and the ways on, back and out.
fn head_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (number, count): (usize, usize),
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    ui.horizontal(|ui| {
        ui.label(heading(theme, format!("{number} of {count} unsure")));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (icon, name, command) in [
                (Icon::Close, "End the walk", Command::LetGo),
                (
                    Icon::Next,
                    "Next unsure mention",
                    Command::Unsure(UnsureCommand::Next),
                ),
                (
                    Icon::Previous,
                    "Previous unsure mention",
                    Command::Unsure(UnsureCommand::Previous),
                ),
            ] {
                let response = icon_button(ui, theme, icon, name, Switch::Off);
                if response.on_hover_text(hint(name, &command)).clicked() {
                    outbox.push(command);
                }
            }
        });
    });
}

/// The sentence, with the words marked.
fn sentence_ui(ui: &mut Ui, context: UiContext<'_>, passage: &Passage, mention: &Mention) {
    let theme = context.theme;
    let text = passage.text.as_str();
    let shown = sentence_around(text, &mention.range);
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
    let words = &mention.range;
    let parts = [
        (shown.start..words.start, &plain),
        (words.clone(), &marked),
        (words.end..shown.end, &plain),
    ];
    if shown.start > 0 && !text.get(..shown.start).unwrap_or_default().ends_with(". ") {
        job.append("\u{2026} ", 0.0, plain.clone());
    }
    for (range, format) in parts {
        let words = text.get(range).unwrap_or_default();
        job.append(words, 0.0, format.clone());
    }
    ui.label(job);
}

/// A row for each reading. Returns the one that has the keyboard.
fn rows_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (reach, is_new): (Reach, bool),
    (at, mention): (MentionAt, &Mention),
    outbox: &mut Outbox,
) -> Option<egui::Id> {
    let UiContext {
        world,
        atlas,
        theme,
        ..
    } = context;
    let mut focused = None;
    for (index, reading) in mention.readings().enumerate() {
        let words = super::words::with_capital(&world.reading_words(atlas, reading));
        let is_own = index == 0;
        let (more, edit) = if is_own {
            let percent = mention.confidence_percent;
            let edit = MentionEdit::Confirm { at, reach };
            (format!("{percent} of 100"), edit)
        } else {
            let to = reading.into();
            (String::new(), MentionEdit::Change { at, to, reach })
        };
        let response = press_row(ui, theme, (&words, &more));
        if is_own && is_new {
            response.request_focus();
        }
        focused = focused.or(response.has_focus().then_some(response.id));
        if let (Reading::Subject(subject), true) =
            (reading, response.hovered() || response.has_focus())
        {
            outbox.hover = Some(subject);
        }
        let about = "This is what the words mean";
        if response.on_hover_text(about).clicked() {
            outbox.push(Command::EditMentions(edit));
        }
    }
    let response = press_row(ui, theme, ("Something else\u{2026}", ""));
    focused = focused.or(response.has_focus().then_some(response.id));
    let about = "Choose from all there is on the map, or something new";
    if response.on_hover_text(about).clicked() {
        outbox.push(Command::Correct(CorrectCommand::Open(at)));
        outbox.push(Command::Correct(CorrectCommand::FindMeaning));
    }
    focused
}
