//! Marks of a drawing, and words, on a page.
//!
//! In: marks in points. Out: where drawings are and what they mean ([`super::paint`]).

use egui::{Color32, Pos2, Rect};
use krilla::Data;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::TextDirection;

use super::HandoutFault;
use super::faces::Faces;
use super::lines::is_joined;
use crate::picture::{Face, ImageMark, PathMark, Pen};

/// A quarter of a circle as a cubic curve: how far its handles are out.
const HANDLE: f32 = 0.552_284_8;

/// One line of words.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub words: &'a str,
    /// Where its base line begins.
    pub at: Pos2,
    pub face: Face,
    pub size: f32,
    /// Between letters, beside what the face has.
    pub spacing: f32,
}

/// What words are drawn with.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Fill(Color32),
    /// Around letters, so far.
    Halo(Color32, f32),
}

fn paint_of(color: Color32) -> Option<(rgb::Color, NormalizedF32)> {
    let [red, green, blue, alpha] = color.to_srgba_unmultiplied();
    let opacity = NormalizedF32::new(f32::from(alpha) / 255.0)?;
    (alpha > 0).then_some((rgb::Color::new(red, green, blue), opacity))
}

fn fill_of(color: Color32) -> Option<Fill> {
    let (color, opacity) = paint_of(color)?;
    Some(Fill {
        paint: color.into(),
        opacity,
        rule: FillRule::EvenOdd,
    })
}

fn stroke_of(pen: &Pen) -> Option<Stroke> {
    let (color, opacity) = paint_of(pen.color)?;
    pen.is_seen().then(|| Stroke {
        paint: color.into(),
        width: pen.width,
        opacity,
        line_join: LineJoin::Round,
        dash: pen.is_dashed().then(|| StrokeDash {
            array: pen.dash.clone(),
            offset: 0.0,
        }),
        ..Stroke::default()
    })
}

/// Draws an outline with what there is of fill and pen, if anything.
fn draw(surface: &mut Surface<'_>, path: Option<Path>, fill: Option<Color32>, pen: Option<&Pen>) {
    let fill = fill.and_then(fill_of);
    let stroke = pen.and_then(stroke_of);
    if fill.is_none() && stroke.is_none() {
        return;
    }
    if let Some(path) = path {
        surface.set_fill(fill);
        surface.set_stroke(stroke);
        surface.draw_path(&path);
    }
}

pub(super) fn path(surface: &mut Surface<'_>, mark: &PathMark) {
    let mut builder = PathBuilder::new();
    for run in &mark.runs {
        // One point that is no number would take the whole outline with it.
        let mut points = run.iter().filter(|at| at.is_finite()).copied().map(rounded);
        if let Some((x, y)) = points.next() {
            builder.move_to(x, y);
            points.for_each(|(x, y)| builder.line_to(x, y));
            if mark.is_closed {
                builder.close();
            }
        }
    }
    draw(surface, builder.finish(), mark.fill, mark.pen.as_ref());
}

/// A hundredth of a point is finer than any press: more digits only make files larger.
fn rounded(at: Pos2) -> (f32, f32) {
    let round = |value: f32| (value * 100.0).round() / 100.0;
    (round(at.x), round(at.y))
}

pub(super) fn circle(
    surface: &mut Surface<'_>,
    (center, radius): (Pos2, f32),
    fill: Option<Color32>,
    pen: Option<&Pen>,
) {
    if !center.is_finite() || !radius.is_finite() || radius <= 0.0 {
        return;
    }
    let Pos2 { x, y } = center;
    let (far, near) = (radius, radius * HANDLE);
    let mut builder = PathBuilder::new();
    builder.move_to(x + far, y);
    builder.cubic_to(x + far, y + near, x + near, y + far, x, y + far);
    builder.cubic_to(x - near, y + far, x - far, y + near, x - far, y);
    builder.cubic_to(x - far, y - near, x - near, y - far, x, y - far);
    builder.cubic_to(x + near, y - far, x + far, y - near, x + far, y);
    builder.close();
    draw(surface, builder.finish(), fill, pen);
}

pub(super) fn rectangle(surface: &mut Surface<'_>, rect: Rect, color: Color32) {
    draw(surface, outline(rect), Some(color), None);
}

pub(super) fn rule(surface: &mut Surface<'_>, [from, to]: [Pos2; 2], pen: &Pen) {
    let mut builder = PathBuilder::new();
    builder.move_to(from.x, from.y);
    builder.line_to(to.x, to.y);
    draw(surface, builder.finish(), None, Some(pen));
}

/// A rectangle as a path, for clips too.
pub(super) fn outline(rect: Rect) -> Option<Path> {
    let mut builder = PathBuilder::new();
    builder.push_rect(krilla_rect(rect)?);
    builder.finish()
}

pub(super) fn krilla_rect(rect: Rect) -> Option<krilla::geom::Rect> {
    krilla::geom::Rect::from_ltrb(rect.left(), rect.top(), rect.right(), rect.bottom())
}

pub(super) fn image(surface: &mut Surface<'_>, mark: &ImageMark) -> Result<(), HandoutFault> {
    let image = Image::from_png(Data::from(mark.png.to_vec()), true);
    let image = image.map_err(HandoutFault::Picture)?;
    let Some(size) = Size::from_wh(mark.rect.width(), mark.rect.height()) else {
        return Ok(());
    };
    if mark.rect.is_finite() {
        let place = Transform::from_translate(mark.rect.left(), mark.rect.top());
        surface.push_transform(&place);
        surface.draw_image(image, size);
        surface.pop();
    }
    Ok(())
}

pub(super) fn words(surface: &mut Surface<'_>, faces: &mut Faces, line: Line<'_>, ink: Ink) {
    let is_sized = line.size.is_finite() && line.size > 0.0;
    if !line.at.is_finite() || !is_sized || !line.spacing.is_finite() {
        return;
    }
    let (fill, stroke) = match ink {
        Ink::Fill(color) => (fill_of(color), None),
        Ink::Halo(color, reach) => {
            let width = 2.0 * reach;
            let dash = Vec::new();
            (None, stroke_of(&Pen { width, color, dash }))
        }
    };
    if fill.is_none() && stroke.is_none() {
        return;
    }
    surface.set_fill(fill);
    surface.set_stroke(stroke);
    if line.spacing == 0.0 {
        run(surface, faces, line);
        return;
    }
    // Spaced letters go one by one, marks with the letter that they are drawn onto.
    let mut at = line.at;
    for letter in letters(line.words) {
        run(
            surface,
            faces,
            Line {
                words: letter,
                at,
                ..line
            },
        );
        at.x += faces.width(line.face, line.size, letter) + line.spacing;
    }
}

/// A text letter by letter.
fn letters(text: &str) -> Vec<&str> {
    let is_start = |&(_, letter): &(usize, char)| !is_joined(letter);
    let starts = text.char_indices().filter(is_start).map(|(at, _)| at);
    let starts: Vec<usize> = starts.chain([text.len()]).collect();
    let pairs = starts.windows(2);
    pairs
        .filter_map(|pair| text.get(*pair.first()?..*pair.last()?))
        .collect()
}

fn run(surface: &mut Surface<'_>, faces: &mut Faces, line: Line<'_>) {
    for run in faces.runs(line.face, line.size, line.words) {
        let direction = if run.is_leftward {
            TextDirection::RightToLeft
        } else {
            TextDirection::LeftToRight
        };
        let start = Point::from_xy(line.at.x + run.x, line.at.y);
        let size = line.size * run.print.scale;
        surface.draw_text(start, run.print.font, size, run.text, false, direction);
    }
}
