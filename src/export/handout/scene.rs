//! A scene's own page: the map with its callouts, and beside it the words behind it.
//!
//! In: one page of a handout. Out: how words flow on to further pages ([`super::flow`]), which
//! callouts have to make room for each other ([`super::callouts`]).

use std::fmt::Write as _;

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::callouts::placed;
use super::faces::Faces;
use super::flow::{Flow, Number, Paragraph, drawn_size};
use super::lines::{cleaned, paragraphs};
use super::plan::{Link, Plan, Role, Shape, Spot, columns, heading};
use super::{Callout, HandoutChoice, HandoutPage};
use crate::picture::{Drawing, Face};
use crate::theme::handout_sizes as sizes;

pub(super) fn put<'a>(
    plan: &mut Plan<'a>,
    faces: &mut Faces,
    (number, page): (usize, &'a HandoutPage),
    choice: HandoutChoice,
) {
    let leaf = plan.leaf();
    let title = cleaned(&page.title);
    plan.mark(Spot::Scene(number), leaf, Pos2::ZERO);
    plan.bookmarks.push((title.clone(), Spot::Scene(number)));
    let room = heading(plan, faces, leaf, &title);
    let notes = page.notes.as_deref().filter(|_| choice.has_notes);
    let has_words = !page.passages.is_empty() || !page.callouts.is_empty() || notes.is_some();
    let below = page.legend.as_ref().and_then(|legend| {
        let left = if has_words { beside_column(room) } else { room };
        fits_below(legend, left).map(|scale| (legend, scale))
    });
    let beside = page.legend.as_ref().filter(|_| below.is_none());
    let has_column = has_words || beside.is_some();
    let left = if has_column {
        beside_column(room)
    } else {
        room
    };
    let legend_height = below.map_or(0.0, |(legend, scale)| {
        legend.size.y * scale + sizes::HEAD_GAP
    });
    let upper = left.with_max_y(left.bottom() - legend_height);
    let map = map(plan, leaf, (number, page), upper);
    if let Some((legend, scale)) = below {
        let at = pos2(left.left(), map.bottom() + sizes::HEAD_GAP);
        figure(plan, leaf, legend, (at, scale));
    }
    if has_column {
        // What finds no room beside the map goes on below it, where that is high enough.
        let top = map.bottom() + legend_height + sizes::GAP;
        let free = left.with_min_y(top.min(left.bottom()));
        let more = columns(free, sizes::LEAST_COLUMN).into_iter();
        let more = more.filter(|column| column.height() >= sizes::LEAST_BELOW);
        let column = room.with_min_x(left.right() + sizes::GAP);
        let frames = std::iter::once(column).chain(more);
        let frames = frames.map(|frame| (leaf, frame)).collect();
        let mut flow = Flow::new(plan, faces, frames, Some(title));
        callouts(&mut flow, number, page);
        if let Some(legend) = beside {
            flow.picture(legend);
        }
        passages(&mut flow, number, page);
        if let Some(notes) = notes {
            speakers_notes(&mut flow, notes);
        }
    }
}

/// Where the map may be, with a column of words beside it.
fn beside_column(room: Rect) -> Rect {
    let [least, most] = sizes::BESIDE_WIDTH;
    let column = (room.width() * sizes::BESIDE_SHARE).clamp(least, most);
    room.with_max_x(room.right() - column - sizes::GAP)
}

/// How large a legend is drawn below the map, if it can be read there.
fn fits_below(legend: &Drawing, left: Rect) -> Option<f32> {
    let room = vec2(left.width(), left.height() * sizes::LEGEND_SHARE);
    let scale = (room / drawn_size(legend)?).min_elem().min(1.0);
    (scale >= sizes::LEAST_LEGEND_SCALE).then_some(scale)
}

fn figure<'a>(plan: &mut Plan<'a>, leaf: usize, drawing: &'a Drawing, (at, scale): (Pos2, f32)) {
    let block = plan.block(Role::figure(drawing));
    plan.put(leaf, Some(block), Shape::Drawing { drawing, at, scale });
}

/// The map at the top of its room, as large as may be; where it is.
fn map<'a>(
    plan: &mut Plan<'a>,
    leaf: usize,
    (scene, page): (usize, &'a HandoutPage),
    room: Rect,
) -> Rect {
    let natural = drawn_size(&page.map);
    let scale = natural.map_or(1.0, |natural| (room.size() / natural).min_elem());
    let size = natural.map_or(room.size(), |natural| natural * scale);
    let rect = Rect::from_min_size(room.min, size);
    if natural.is_some() {
        figure(plan, leaf, &page.map, (rect.min, scale));
    }
    let points = page.callouts.iter().map(|callout| callout.at);
    let points = points.map(|at| rect.min + at.to_vec2() * scale);
    let discs = placed(points, rect);
    for disc in &discs {
        if let Some(to) = disc.stands_for {
            let from = disc.center;
            plan.put(leaf, None, Shape::Pointer { from, to });
        }
    }
    for ((disc, callout), at) in discs.iter().zip(&page.callouts).zip(0..) {
        put_disc(plan, leaf, (scene, at, callout, page), disc.center);
    }
    rect
}

/// A disc on the map, and the link from it to the first passage of its own that is on the page.
fn put_disc(
    plan: &mut Plan<'_>,
    leaf: usize,
    (scene, at, callout, page): (usize, usize, &Callout, &HandoutPage),
    center: Pos2,
) {
    let words = format!("{}, {}", at + 1, cleaned(&callout.name));
    let block = plan.block(Role::Paragraph);
    plan.put(leaf, Some(block), Shape::Disc(center, (at + 1).to_string()));
    let around = Vec2::splat(4.0 * sizes::DISC_RADIUS);
    let corner = (center - around).max(Pos2::ZERO);
    plan.mark(Spot::Callout(scene, at), leaf, corner);
    let is_here = |number: &&usize| page.passages.iter().any(|other| other.number == **number);
    if let Some(&number) = callout.passages.iter().find(is_here) {
        let rect = Rect::from_center_size(center, Vec2::splat(2.0 * sizes::DISC_RADIUS));
        let to = Spot::Passage(scene, number);
        plan.link(
            leaf,
            Link {
                rect,
                to,
                words,
                block,
            },
        );
    }
}

/// What the numbers on the map stand for.
fn callouts(flow: &mut Flow<'_, '_>, scene: usize, page: &HandoutPage) {
    if page.callouts.is_empty() {
        return;
    }
    subheading(flow, "On the map");
    for (at, callout) in page.callouts.iter().enumerate() {
        let (text, links) = callout_words(scene, callout, page);
        let style = flow.plan.style(Face::Sans, sizes::LIST);
        let number = Number::Disc((at + 1).to_string(), Spot::Callout(scene, at));
        let paragraph = Paragraph::new(&text, style).numbered(number);
        flow.put(paragraph.linking(links).after(3.0));
    }
}

/// "TAPI pipeline, paragraphs 3, 14", each number a link where its passage is on the page.
fn callout_words(
    scene: usize,
    callout: &Callout,
    page: &HandoutPage,
) -> (String, Vec<(std::ops::Range<usize>, Spot)>) {
    let (mut text, mut links) = (cleaned(&callout.name), Vec::new());
    let plural = if callout.passages.len() == 1 { "" } else { "s" };
    for (at, &number) in callout.passages.iter().enumerate() {
        if at == 0 {
            let _ = write!(text, ", paragraph{plural} ");
        } else {
            text.push_str(", ");
        }
        let start = text.len();
        text.push_str(&number.to_string());
        if page.passages.iter().any(|other| other.number == number) {
            links.push((start..text.len(), Spot::Passage(scene, number)));
        }
    }
    (text, links)
}

fn subheading(flow: &mut Flow<'_, '_>, words: &str) {
    let style = flow.plan.accent(Face::SansSemibold, sizes::HEADING);
    let heading = Paragraph::new(words, style).heading(2);
    flow.put(heading.after(sizes::HEAD_GAP));
}

/// The passages, and after each run of those from one source where they are from.
fn passages(flow: &mut Flow<'_, '_>, scene: usize, page: &HandoutPage) {
    if page.passages.is_empty() {
        return;
    }
    subheading(flow, "In the article");
    let next = page.passages.iter().skip(1).map(Some).chain([None]);
    for (passage, next) in page.passages.iter().zip(next) {
        let tells = |callout: &Callout| callout.passages.contains(&passage.number);
        let callout = page.callouts.iter().position(tells);
        let back = callout.map_or(Spot::Scene(scene), |at| Spot::Callout(scene, at));
        let texts = paragraphs(&passage.text);
        let first = texts.first().map_or("", String::as_str);
        let style = flow.plan.style(Face::Serif, sizes::READING);
        let number = Number::Plain(passage.number.to_string(), Some(back));
        let paragraph = Paragraph::new(first, style).numbered(number);
        flow.put(
            paragraph
                .at(Spot::Passage(scene, passage.number))
                .after(5.0),
        );
        for text in texts.iter().skip(1) {
            flow.put(Paragraph::new(text, style).indented());
        }
        let source = cleaned(&passage.source);
        if next.is_none_or(|next| next.source != passage.source) {
            let style = flow.plan.muted(Face::Sans, sizes::SMALL);
            flow.put(Paragraph::new(&source, style).indented().after(3.0));
        }
    }
}

fn speakers_notes(flow: &mut Flow<'_, '_>, notes: &str) {
    for (at, text) in paragraphs(notes).iter().enumerate() {
        if at == 0 {
            subheading(flow, "Speaker\u{2019}s notes");
        }
        let style = flow.plan.style(Face::SerifItalic, sizes::READING);
        flow.put(Paragraph::new(text, style).after(4.0));
    }
}
