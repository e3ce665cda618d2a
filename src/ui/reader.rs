//! The reader: the whole article by topic, with every mention marked and alive.
//!
//! In: headings, paragraphs, their numbers and the way through them. Out: where the lines of a
//! paragraph fall (see `layout`), and how a mention is marked (see `mention`).

mod choosing;
mod hand;
mod head;
mod in_view;
mod kept_place;
mod layout;
mod margin;
mod mention;
mod own_copy;

use std::time::Duration;

use egui::{Align, Label, Rect, Role, ScrollArea, Ui, WidgetInfo, vec2};

pub(super) use self::choosing::Choosing;
use self::choosing::{Words, choose_ui, double_click_ui, sense_of};
use self::hand::{hand_ui, paint_hand};
use self::head::head_ui;
use self::in_view::Scrolled;
pub use self::layout::ReaderState;
use self::layout::{Fit, Setting};
use self::margin::{copy_ui, margin_ui};
use self::mention::{MentionPlace, mention_ui, paint_doubt, paint_mark, paint_underlines};
use self::own_copy::{headline_ui, lacking_ui, strangers_ui};
use super::parts::{muted, rule, title};
use super::{Outbox, UiContext};
use crate::session::Command;
use crate::theme::fonts;
use crate::theme::measures::{GRID, NUMBER_MARGIN, PARAGRAPH_GAP};
use crate::world::{Id, Passage, Topic};

/// Room at the right, so that lines do not run under the scroll bar.
const RIGHT_MARGIN: f32 = 3.0 * GRID;

/// Draws the article.
pub fn reader_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    state: &mut ReaderState,
    outbox: &mut Outbox,
) {
    head_ui(ui, context, outbox);
    let now_secs = context.session.now_secs;
    if context.session.unsure.is_none() {
        state.choosing.note_nothing_asked();
    }
    if context.session.reader_scroll.is_some() {
        state.in_view.note_own_scroll(now_secs);
    }
    let shown = ScrollArea::vertical()
        .id_salt("reader")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let text_px = context.theme.sizes.reading;
            let is_changed = state.prepare(setting(ui, context, NUMBER_MARGIN, text_px));
            if is_changed {
                state.in_view.note_own_scroll(now_secs);
            }
            note_ui(ui, context);
            headline_ui(ui, context);
            strangers_ui(ui, context, None);
            for topic in &context.world.topics {
                topic_ui(ui, context, topic);
                for &id in &topic.passages {
                    passage_ui(ui, context, state, id, outbox);
                    lacking_ui(ui, context, id);
                    strangers_ui(ui, context, Some(id));
                }
            }
            end_ui(ui, context);
            state.stay(ui);
            double_click_ui(ui, context, &mut state.choosing, outbox);
            state.end_frame();
        });
    let scrolled = Scrolled {
        offset_px: shown.state.clamped_offset().y,
        most_px: shown.content_size.y - shown.inner_rect.height(),
    };
    state.place.note_offset(scrolled.offset_px);
    let (settled, ask_in_secs) = state.in_view.settled(scrolled, now_secs);
    if !context.session.follows_reading {
        return;
    }
    if let Some(secs) = ask_in_secs {
        ui.request_repaint_after(Duration::from_secs_f64(secs));
    }
    let followed = context.session.followed.as_ref();
    if let Some(id) = settled
        && followed.is_none_or(|followed| followed.passage != id)
    {
        outbox.push(Command::Follow(id));
    }
}

/// Draws one passage by itself, at a size of type, with its number beside it.
pub(super) fn one_passage_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    state: &mut ReaderState,
    (id, text_px): (Id<Passage>, f32),
    outbox: &mut Outbox,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    state.prepare(setting(ui, context, NUMBER_MARGIN, text_px));
    passage_ui(ui, context, state, id, outbox);
    lacking_ui(ui, context, id);
    double_click_ui(ui, context, &mut state.choosing, outbox);
    state.end_frame();
}

/// Draws nothing but the words of a passage: in the largest type, of these two sizes and what lies
/// between, in which it fits into a height.
pub(super) fn words_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    state: &mut ReaderState,
    (id, [least_px, most_px], height_px): (Id<Passage>, [f32; 2], f32),
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let Some(passage) = world.passages.get(id) else {
        return;
    };
    let fit = Fit {
        passage: id,
        setting: setting(ui, context, 0.0, most_px),
        least_px,
        height_px,
    };
    let text_px = state.fitting_px(ui, theme, passage, fit);
    ui.spacing_mut().item_spacing.y = 0.0;
    state.prepare(setting(ui, context, 0.0, text_px));
    passage_ui(ui, context, state, id, outbox);
    state.end_frame();
}

/// For the width there is, beside a margin.
fn setting(ui: &Ui, context: UiContext<'_>, margin_px: f32, text_px: f32) -> Setting {
    let width = ui.available_width() - margin_px - RIGHT_MARGIN;
    Setting {
        margin_px,
        width_px: width.max(30.0 * GRID),
        text_px,
        is_original: context.world.copy.is_some(),
        pixels_per_point: ui.pixels_per_point(),
    }
}

/// Whose words these are, before the first of them.
fn note_ui(ui: &mut Ui, context: UiContext<'_>) {
    let UiContext { world, theme, .. } = context;
    ui.add_space(2.0 * GRID);
    let words = format!(
        "{} Numbers are the article\u{2019}s paragraphs.",
        world.note()
    );
    indented(ui, |ui| {
        ui.label(muted(theme, words).family(fonts::serif_italic()));
    });
}

/// Beside the margin of numbers, as wide as the text.
fn indented(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(NUMBER_MARGIN);
        ui.vertical(|ui| {
            ui.set_max_width(ui.available_width() - RIGHT_MARGIN);
            add(ui);
        });
    });
}

fn topic_ui(ui: &mut Ui, context: UiContext<'_>, topic: &Topic) {
    let theme = context.theme;
    ui.add_space(5.0 * GRID);
    if topic.title.is_empty() {
        return;
    }
    indented(ui, |ui| {
        let words = title(theme, &topic.title).size(theme.sizes.heading + 1.0);
        let response = ui.add(Label::new(words).wrap());
        if topic.is_ours {
            response.on_hover_text("This heading is ours, not the article\u{2019}s");
        }
    });
    ui.add_space(GRID);
}

/// Source and credits, after the last word.
fn end_ui(ui: &mut Ui, context: UiContext<'_>) {
    let UiContext { world, theme, .. } = context;
    let article = &world.article;
    ui.add_space(4.0 * GRID);
    rule(ui, theme);
    ui.add_space(3.0 * GRID);
    indented(ui, |ui| {
        ui.spacing_mut().item_spacing.y = GRID;
        ui.label(muted(theme, article.citation()));
        if !article.credits.is_empty() {
            ui.label(muted(theme, format!("{}.", article.credits)));
        }
        ui.label(muted(theme, world.closing_note()));
    });
    ui.add_space(8.0 * GRID);
}

fn passage_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    state: &mut ReaderState,
    id: Id<Passage>,
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    let Some(passage) = world.passages.get(id) else {
        return;
    };
    let height = state.height_px(ui, theme, id, passage);
    let size = vec2(ui.available_width(), height + PARAGRAPH_GAP);
    let (rect, response) = ui.allocate_exact_size(size, sense_of(ui, context));
    response.widget_info(|| WidgetInfo::labeled(Role::Paragraph, true, &passage.text));
    if context.session.reader_scroll == Some(id) {
        // One that stands by itself is read from its beginning.
        let align = if state.margin_px() > 0.0 {
            Align::Center
        } else {
            Align::TOP
        };
        ui.scroll_to_rect(rect, Some(align));
    }
    // Out of sight a paragraph costs nothing; but a screen reader, and whoever goes from mention
    // to mention by keyboard, has the whole article.
    let is_seen = ui.is_rect_visible(rect);
    note_place(ui, context, state, (id, rect));
    let hand = context.session.correcting.as_ref();
    let is_in_hand = hand.is_some_and(|hand| hand.passage == id);
    let is_drawn = is_seen || is_in_hand || state.had_focus();
    if !is_drawn && !ui.has_accesskit_node(response.id) {
        return;
    }
    let (row_px, margin_px) = (state.row_height_px(), state.margin_px());
    let origin = rect.min + vec2(margin_px, PARAGRAPH_GAP / 2.0);
    let galley = state.galley(ui, theme, passage);
    let words = (id, passage, &*galley, origin);
    if is_seen {
        choose_ui(ui, context, words, &response, &mut state.choosing, outbox);
    }
    hand_ui(ui, context, words, &mut state.choosing, outbox);
    let Some(places) = state.places(id) else {
        return;
    };
    if is_seen {
        paint_under(ui, context, words, (places, row_px));
    }
    let mut has_focus = false;
    let mut opened = None;
    for place in places {
        let alive = mention_ui(ui, context, (id, passage), place, origin, outbox);
        has_focus |= alive.has_focus;
        opened = opened.or(alive.opened_by_keys);
    }
    if is_seen {
        paint_doubts(ui, context, words, (places, row_px));
        ui.painter().galley(origin, galley, theme.ui.text);
        if margin_px > 0.0 {
            margin_ui(ui, context, (id, passage), (rect, row_px));
            copy_ui(ui, context, (id, passage), (&response, row_px), outbox);
        }
    }
    if has_focus {
        state.note_focus();
    }
    state.choosing.note_keyboard_of(opened);
}

/// Remembers where a passage lies, for what follows reading and what stays in its place.
fn note_place(
    ui: &Ui,
    context: UiContext<'_>,
    state: &mut ReaderState,
    (id, rect): (Id<Passage>, Rect),
) {
    let seen = ui.clip_rect().y_range();
    state.in_view.note(id, rect.y_range(), seen);
    let top_px = rect.min.y - seen.min;
    if ui.is_rect_visible(rect) && context.session.stage.passage == Some(id) {
        state.place.note_read(id, top_px);
    } else {
        state.place.note(id, top_px);
    }
}

/// Everything beneath the words: marks, underlines, what is in hand.
fn paint_under(
    ui: &Ui,
    context: UiContext<'_>,
    words: Words<'_>,
    (places, row_px): (&[MentionPlace], f32),
) {
    let (_, passage, _, origin) = words;
    let mentions = || places.iter().zip(&passage.mentions);
    for (place, mention) in mentions() {
        paint_mark(ui, context, mention, place, origin);
    }
    for (place, mention) in mentions() {
        paint_underlines(ui, context, (mention, place), (origin, row_px));
    }
    paint_hand(ui, context, words);
}

fn paint_doubts(
    ui: &Ui,
    context: UiContext<'_>,
    (_, passage, _, origin): Words<'_>,
    (places, row_px): (&[MentionPlace], f32),
) {
    for (place, mention) in places.iter().zip(&passage.mentions) {
        paint_doubt(ui, context, (mention, place), (origin, row_px));
    }
}
