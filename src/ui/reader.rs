//! The reader: the whole article by topic, with every mention marked and alive.

use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{
    Align, FontId, Galley, Pos2, Rect, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

use super::words::mention_word;
use super::{Origin, Outbox, UiContext};
use crate::session::{Command, Emphasis};
use crate::theme::fonts;
use crate::world::{Id, Mention, Passage, Subject};

/// Room at the left for the paragraph's number.
const MARGIN_PX: f32 = 30.0;

/// Where mentions lie in their paragraphs, worked out once per width.
#[derive(Default)]
pub struct ReaderState {
    width: f32,
    pixels_per_point: f32,
    /// By passage: by mention: a rectangle for each row it runs over, relative to the text.
    mentions: Vec<Option<Vec<Vec<Rect>>>>,
}

impl ReaderState {
    pub fn forget(&mut self) {
        self.mentions.clear();
    }
}

pub fn reader_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    state: &mut ReaderState,
    outbox: &mut Outbox,
) {
    let UiContext { world, theme, .. } = context;
    ScrollArea::vertical()
        .id_salt("reader")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let width = (ui.available_width() - MARGIN_PX - 14.0).max(120.0);
            let pixels_per_point = ui.pixels_per_point();
            if (state.width - width).abs() > 0.1
                || (state.pixels_per_point - pixels_per_point).abs() > f32::EPSILON
            {
                (state.width, state.pixels_per_point) = (width, pixels_per_point);
                state.mentions.clear();
            }
            state.mentions.resize(world.passages.len(), None);
            for topic in &world.topics {
                ui.add_space(10.0);
                let title = RichText::new(&topic.title)
                    .family(fonts::serif_semibold())
                    .size(theme.sizes.heading);
                let response = ui.label(title);
                if topic.is_ours {
                    response.on_hover_text("This heading is ours, not the article's");
                }
                for &passage in &topic.passages {
                    passage_ui(ui, context, state, passage, outbox);
                }
            }
            ui.add_space(12.0);
            let article = &world.article;
            let note = format!(
                "{}, {}. {} Headings are ours. {}.",
                article.publisher, article.date, article.note, article.credits
            );
            ui.label(
                RichText::new(note)
                    .size(theme.sizes.small)
                    .color(theme.ui.muted),
            );
            ui.add_space(24.0);
        });
}

#[expect(clippy::too_many_lines, reason = "a list of things painted, in order")]
fn passage_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    state: &mut ReaderState,
    id: Id<Passage>,
    outbox: &mut Outbox,
) {
    let Some(passage) = context.world.passages.get(id) else {
        return;
    };
    let theme = context.theme;
    let galley = ui.painter().layout_job(job(passage, context, state.width));
    let size = vec2(MARGIN_PX + state.width, galley.size().y + 8.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Paragraph, true, &passage.text));
    if context.session.reader_scroll == Some(id) {
        ui.scroll_to_rect(rect, Some(Align::Center));
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    let origin = rect.min + vec2(MARGIN_PX, 4.0);
    let Some(slot) = state.mentions.get_mut(id.index()) else {
        return;
    };
    let mentions = slot.get_or_insert_with(|| {
        passage
            .mentions
            .iter()
            .map(|mention| rows_of(&galley, passage, mention))
            .collect()
    });
    let is_current = context.session.stage.passage == Some(id);
    let number_color = if is_current {
        theme.ui.accent
    } else {
        theme.ui.muted
    };
    let number_font = FontId::new(theme.sizes.small, fonts::sans());
    ui.painter().text(
        pos2(rect.min.x + 18.0, origin.y + 3.0),
        egui::Align2::RIGHT_TOP,
        passage.number,
        number_font,
        number_color,
    );
    if is_current {
        let x = rect.min.x + 23.0;
        ui.painter().line_segment(
            [pos2(x, rect.min.y + 4.0), pos2(x, rect.max.y - 4.0)],
            Stroke::new(2.0, theme.ui.accent),
        );
    }
    for (index, (mention, rows)) in passage.mentions.iter().zip(mentions.iter()).enumerate() {
        mention_ui(
            ui,
            context,
            (id, passage, index),
            mention,
            rows,
            origin,
            outbox,
        );
    }
    ui.painter().galley(origin, galley, theme.ui.text);
    if response.contains_pointer() || is_current {
        copy_ui(ui, context, id, rect, outbox);
    }
}

fn job(passage: &Passage, context: UiContext<'_>, width: f32) -> LayoutJob {
    let size = context.theme.sizes.reading;
    let format = TextFormat {
        font_id: FontId::new(size, fonts::serif()),
        line_height: Some((size * 1.45).round()),
        color: context.theme.ui.text,
        ..Default::default()
    };
    let mut job = LayoutJob::single_section(passage.text.clone(), format);
    job.wrap.max_width = width;
    job
}

/// The rectangles a mention covers, one a row.
fn rows_of(galley: &Galley, passage: &Passage, mention: &Mention) -> Vec<Rect> {
    let letters = |end: usize| {
        passage
            .text
            .get(..end)
            .map_or(0, |text| text.chars().count())
    };
    let start = galley.pos_from_cursor(CCursor::new(letters(mention.range.start)));
    let mut end_cursor = CCursor::new(letters(mention.range.end));
    end_cursor.prefer_next_row = false;
    let end = galley.pos_from_cursor(end_cursor);
    galley
        .rows
        .iter()
        .map(egui::epaint::text::PlacedRow::rect)
        .filter(|row| row.max.y > start.min.y + 1.0 && row.min.y < end.max.y - 1.0)
        .map(|row| {
            let is_first = row.min.y <= start.center().y && start.center().y <= row.max.y;
            let is_last = row.min.y <= end.center().y && end.center().y <= row.max.y;
            let left = if is_first { start.min.x } else { row.min.x };
            let right = if is_last { end.min.x } else { row.max.x };
            Rect::from_min_max(pos2(left, row.min.y), pos2(right.max(left), row.max.y))
        })
        .filter(|row| row.width() > 0.5)
        .collect()
}

/// Paints a mention's marks and makes it alive. A relation goes first, so that the countries
/// inside it lie on top.
#[expect(clippy::too_many_lines, reason = "a list of things shown, in order")]
fn mention_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (id, passage, index): (Id<Passage>, &Passage, usize),
    mention: &Mention,
    rows: &[Rect],
    origin: Pos2,
    outbox: &mut Outbox,
) {
    let UiContext {
        world,
        theme,
        session,
        ..
    } = context;
    // What is switched off is not marked, but stays alive: a click turns it on.
    let line = match mention.subject {
        Subject::Feature(feature) => world
            .features
            .get(feature)
            .filter(|_| session.shows(world, feature))
            .and_then(|feature| {
                world.overlays.get(feature.overlay).map(|overlay| {
                    theme
                        .feature(overlay.style, feature.status, feature.basis)
                        .line
                        .color
                })
            }),
        Subject::Country(_) => Some(theme.ui.muted),
        _ => Some(theme.ui.caution),
    };
    let emphasis = session.emphasis(world, mention.subject);
    let mark = match emphasis {
        Emphasis::Selected => Some(theme.ui.selected_mark),
        Emphasis::Hovered => Some(theme.ui.hover_mark),
        _ => None,
    };
    let is_relation = matches!(mention.subject, Subject::Feature(_));
    for (row_index, row) in rows.iter().enumerate() {
        let row = row.translate(origin.to_vec2());
        let tight = row.shrink2(vec2(0.0, 1.0));
        if let Some(mark) = mark {
            ui.painter()
                .rect_filled(tight.expand2(vec2(1.5, 0.0)), 2.0, mark);
        }
        if let Some(color) = line {
            let y = row.max.y - if is_relation { 1.0 } else { 3.5 };
            let width = if is_relation { 2.0 } else { 1.0 };
            let ends = [pos2(row.min.x, y), pos2(row.max.x, y)];
            if mention.kind == crate::world::MentionKind::Direct || is_relation {
                ui.painter().line_segment(ends, Stroke::new(width, color));
            } else {
                ui.painter().extend(egui::Shape::dashed_line(
                    &ends,
                    Stroke::new(width, color),
                    2.0,
                    2.0,
                ));
            }
        }
        let node = ui
            .scope_id()
            .with(("mention", id.index(), index, row_index));
        let response = ui.interact(row, node, Sense::click());
        let words = passage.text.get(mention.range.clone()).unwrap_or_default();
        let name = world.name_of(context.atlas, mention.subject);
        if row_index == 0 {
            response.widget_info(|| {
                let label = format!(
                    "{name}, paragraph {}, \u{201c}{words}\u{201d}",
                    passage.number
                );
                WidgetInfo::labeled(egui::Role::Link, true, label)
            });
        }
        outbox.interact(&response, mention.subject, Origin::Reader(id));
        if response.hovered() {
            ui.set_cursor_icon(egui::CursorIcon::PointingHand);
        }
        let how = mention_word(mention.kind);
        if !how.is_empty() {
            response.on_hover_text(format!("{name}, {how}"));
        }
    }
}

fn copy_ui(ui: &Ui, context: UiContext<'_>, id: Id<Passage>, rect: Rect, outbox: &mut Outbox) {
    let at = Rect::from_min_size(pos2(rect.min.x - 2.0, rect.min.y + 24.0), vec2(24.0, 16.0));
    let response = ui.interact(at, ui.scope_id().with(("copy", id.index())), Sense::click());
    let number = context
        .world
        .passages
        .get(id)
        .map_or(0, |passage| passage.number);
    response.widget_info(|| {
        WidgetInfo::labeled(egui::Role::Button, true, format!("Copy paragraph {number}"))
    });
    let color = if response.hovered() {
        context.theme.ui.accent
    } else {
        context.theme.ui.muted
    };
    let font = FontId::new(context.theme.sizes.small - 2.0, fonts::sans());
    ui.painter().text(
        at.left_center(),
        egui::Align2::LEFT_CENTER,
        "copy",
        font,
        color,
    );
    if response
        .on_hover_text("Copy with source and paragraph number (C)")
        .clicked()
    {
        outbox.push(Command::CopyPassage(id));
    }
}
