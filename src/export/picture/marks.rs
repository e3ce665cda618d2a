//! One mark as one element.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use egui::{Pos2, Rect};

use super::number::{hundredths, number, number_of_hundredths};
use super::paint::{attribute, color, fill, pen};
use crate::export::markup::Escaped;
use crate::picture::{Face, ImageMark, Mark, PathMark, Pen, TextMark};

/// Adds a mark on a line of its own; nothing for one that could not be seen.
pub(super) fn add(text: &mut String, mark: &Mark) {
    match mark {
        Mark::Path(path) => add_path(text, path),
        Mark::Circle {
            center,
            radius,
            fill: inner,
            pen: outer,
        } => {
            if !center.is_finite() || !radius.is_finite() || *radius <= 0.0 {
                return;
            }
            text.push_str("<circle");
            attribute(text, "cx", center.x);
            attribute(text, "cy", center.y);
            attribute(text, "r", *radius);
            fill(text, *inner);
            pen(text, outer.as_ref());
            text.push_str("/>\n");
        }
        Mark::Text(words) => add_text(text, words),
        Mark::Image(image) => add_image(text, image),
    }
}

fn add_path(text: &mut String, path: &PathMark) {
    let has_pen = path.pen.as_ref().is_some_and(Pen::is_seen);
    if path.fill.is_none() && !has_pen {
        return;
    }
    let before = text.len();
    text.push_str("<path d=\"");
    let start = text.len();
    for run in &path.runs {
        if add_run(text, run) && path.is_closed {
            text.push('Z');
        }
    }
    if text.len() == start {
        text.truncate(before);
        return;
    }
    text.push('"');
    fill(text, path.fill);
    if path.fill.is_some() {
        text.push_str(" fill-rule=\"evenodd\"");
    }
    pen(text, path.pen.as_ref());
    text.push_str("/>\n");
}

/// Adds a run, unless all of it is one point on paper. Points that are one with the point before
/// are left out. Says whether there is a line.
fn add_run(text: &mut String, run: &[Pos2]) -> bool {
    let before = text.len();
    let mut last = None;
    let mut count = 0_usize;
    for point in run.iter().filter(|point| point.is_finite()) {
        let here = (hundredths(point.x), hundredths(point.y));
        if last == Some(here) {
            continue;
        }
        // From point to point the way is written, which takes half the digits of where each is. It is
        // the way between what was written, so nothing adds up.
        let (x, y) = last.map_or(here, |last: (i64, i64)| (here.0 - last.0, here.1 - last.1));
        match count {
            0 => text.push('M'),
            1 => text.push('l'),
            // More numbers mean more lines.
            _ if x >= 0 => text.push(' '),
            _ => {}
        }
        number_of_hundredths(text, x);
        if y >= 0 {
            text.push(' ');
        }
        number_of_hundredths(text, y);
        last = Some(here);
        count += 1;
    }
    let is_line = count >= 2;
    if !is_line {
        text.truncate(before);
    }
    is_line
}

fn add_text(text: &mut String, mark: &TextMark) {
    if !mark.at.is_finite() || !mark.size.is_finite() || mark.size <= 0.0 {
        return;
    }
    text.push_str("<text");
    attribute(text, "x", mark.at.x);
    attribute(text, "y", mark.at.y);
    let (family, style, weight) = look(mark.face);
    for (name, value) in [
        ("font-family", family),
        ("font-style", style),
        ("font-weight", weight),
    ] {
        if !value.is_empty() {
            text.extend([" ", name, "=\"", value, "\""]);
        }
    }
    attribute(text, "font-size", mark.size);
    if mark.spacing.is_finite() && hundredths(mark.spacing) != 0 {
        attribute(text, "letter-spacing", mark.spacing);
    }
    // Without our faces on a machine others stand in, which have to keep to the room there is.
    if mark.words.chars().nth(1).is_some() && mark.length.is_finite() && mark.length > 0.0 {
        attribute(text, "textLength", mark.length);
        text.push_str(" lengthAdjust=\"spacing\"");
    }
    color(text, "fill", mark.color);
    if let Some((around, reach)) = mark.halo.filter(|(_, reach)| *reach > 0.0) {
        color(text, "stroke", around);
        attribute(text, "stroke-width", reach * 2.0);
        text.push_str(" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
    if let Some((degrees, about)) = mark.turn {
        text.push_str(" transform=\"rotate(");
        for (index, value) in [degrees, about.x, about.y].into_iter().enumerate() {
            if index > 0 {
                text.push(' ');
            }
            number(text, value);
        }
        text.push_str(")\"");
    }
    text.push('>');
    let _ = write!(text, "{}", Escaped(&mark.words));
    text.push_str("</text>\n");
}

/// A face's family, and its style and weight where they are not the usual.
fn look(face: Face) -> (&'static str, &'static str, &'static str) {
    const SERIF: &str = "'Source Serif 4', serif";
    const SANS: &str = "'Source Sans 3', sans-serif";
    match face {
        Face::Serif => (SERIF, "", ""),
        Face::SerifItalic => (SERIF, "italic", ""),
        Face::SerifSemibold => (SERIF, "", "600"),
        Face::Sans => (SANS, "", ""),
        Face::SansSemibold => (SANS, "", "600"),
    }
}

fn add_image(text: &mut String, image: &ImageMark) {
    if !image.rect.is_finite() || !image.rect.is_positive() {
        return;
    }
    text.push_str("<image");
    place(text, image.rect);
    text.push_str(" preserveAspectRatio=\"none\" image-rendering=\"smooth\" xlink:href=\"data:image/png;base64,");
    STANDARD.encode_string(&image.png, text);
    text.push_str("\"/>\n");
}

/// Adds where a rectangle is.
pub(super) fn place(text: &mut String, rect: Rect) {
    attribute(text, "x", rect.min.x);
    attribute(text, "y", rect.min.y);
    attribute(text, "width", rect.width().max(0.0));
    attribute(text, "height", rect.height().max(0.0));
}
