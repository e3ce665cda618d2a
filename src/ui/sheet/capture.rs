//! From what egui was told to draw to marks on a sheet: words stay words, and lines stay lines.
//!
//! In: shapes of the processor's kind. Out: what is drawn by the graphics card alone, which the map
//! describes itself (see `ui::map::drawing`).

use std::sync::Arc;

use egui::epaint::{
    CircleShape, ColorMode, Galley, PathShape, PathStroke, RectShape, TextShape, text::PlacedRow,
};
use egui::text::LayoutSection;
use egui::{
    Color32, Id, LayerId, Order, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, UiBuilder,
    vec2,
};

use crate::picture::{Face, Mark, PathMark, Pen, TextMark};

/// Steps to a quarter of a circle, where a corner is round.
const CORNER_STEPS: usize = 4;

/// The marks of what is painted onto a painter of its own, which nobody sees.
pub(in crate::ui) fn captured(ui: &Ui, paint: impl FnOnce(&Painter)) -> Vec<Mark> {
    let painter = Painter::new(ui.ctx().clone(), own_layer(), Rect::EVERYTHING);
    let before = painted_count(ui);
    paint(&painter);
    marks_since(ui, before)
}

/// The marks of what is laid out here.
pub(in crate::ui) fn captured_with(ui: &mut Ui, add: impl FnOnce(&mut Ui)) -> Vec<Mark> {
    let before = painted_count(ui);
    ui.scope_builder(UiBuilder::new().layer_id(own_layer()), add);
    marks_since(ui, before)
}

fn own_layer() -> LayerId {
    LayerId::new(Order::Background, Id::unique("what is captured"))
}

fn painted_count(ui: &Ui) -> usize {
    ui.ctx().graphics(|graphics| {
        let list = graphics.get(own_layer());
        list.map_or(0, |list| list.all_entries().len())
    })
}

fn marks_since(ui: &Ui, before: usize) -> Vec<Mark> {
    ui.ctx().graphics(|graphics| {
        let list = graphics.get(own_layer()).into_iter();
        let entries = list.flat_map(|list| list.all_entries().skip(before));
        let mut marks = Vec::new();
        for entry in entries {
            add(&mut marks, &entry.shape);
        }
        marks
    })
}

/// Adds the marks of a shape.
pub(super) fn add(marks: &mut Vec<Mark>, shape: &Shape) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(marks, shape)),
        Shape::Circle(circle) => marks.extend(circle_mark(circle)),
        Shape::LineSegment { points, stroke } => {
            marks.extend(line((points.to_vec(), false), None, pen(*stroke)));
        }
        Shape::Path(path) => marks.extend(path_mark(path)),
        Shape::Rect(rect) => marks.extend(rect_mark(rect)),
        Shape::Text(text) => add_text(marks, text),
        Shape::QuadraticBezier(curve) => {
            let stroke = path_pen(&curve.stroke);
            marks.extend(line(
                (curve.flatten(None), curve.closed),
                seen(curve.fill),
                stroke,
            ));
        }
        Shape::CubicBezier(curve) => {
            let stroke = path_pen(&curve.stroke);
            marks.extend(line(
                (curve.flatten(None), curve.closed),
                seen(curve.fill),
                stroke,
            ));
        }
        // Soft bands of keys: their corners are the only colours there are, so each triangle has
        // their mean.
        Shape::Mesh(mesh) if mesh.texture_id == egui::TextureId::default() => {
            for corners in mesh.triangles() {
                let corners = corners.map(|index| mesh.vertices.get(index as usize));
                if let [Some(a), Some(b), Some(c)] = corners {
                    let mean = mean([a.color, b.color, c.color]);
                    marks.extend(line((vec![a.pos, b.pos, c.pos], true), seen(mean), None));
                }
            }
        }
        Shape::Noop | Shape::Ellipse(_) | Shape::Band(_) | Shape::Mesh(_) | Shape::Callback(_) => {}
    }
}

fn seen(color: Color32) -> Option<Color32> {
    (color.a() > 0).then_some(color)
}

fn mean(colors: [Color32; 3]) -> Color32 {
    let [first, second, third] = colors;
    let half = first.lerp_to_gamma(second, 0.5);
    half.lerp_to_gamma(third, 1.0 / 3.0)
}

fn pen(stroke: Stroke) -> Option<Pen> {
    let is_seen = stroke.width > 0.0 && stroke.color.a() > 0;
    is_seen.then_some(Pen {
        width: stroke.width,
        color: stroke.color,
        dash: Vec::new(),
    })
}

fn path_pen(stroke: &PathStroke) -> Option<Pen> {
    match stroke.color {
        ColorMode::Solid(color) => pen(Stroke::new(stroke.width, color)),
        ColorMode::UV(_) => None,
    }
}

fn line(
    (points, is_closed): (Vec<Pos2>, bool),
    fill: Option<Color32>,
    pen: Option<Pen>,
) -> Option<Mark> {
    (fill.is_some() || pen.is_some()).then_some(Mark::Path(PathMark {
        runs: vec![points],
        is_closed,
        fill,
        pen,
    }))
}

fn path_mark(path: &PathShape) -> Option<Mark> {
    let pen = path_pen(&path.stroke);
    line((path.points.clone(), path.closed), seen(path.fill), pen)
}

fn circle_mark(circle: &CircleShape) -> Option<Mark> {
    let (fill, pen) = (seen(circle.fill), pen(circle.stroke));
    (fill.is_some() || pen.is_some()).then_some(Mark::Circle {
        center: circle.center,
        radius: circle.radius,
        fill,
        pen,
    })
}

fn rect_mark(shape: &RectShape) -> Option<Mark> {
    let pen = pen(shape.stroke);
    // On a sheet a line lies half on either side of its way.
    let off = pen.as_ref().map_or(0.0, |pen| match shape.stroke_kind {
        StrokeKind::Inside => -pen.width / 2.0,
        StrokeKind::Middle => 0.0,
        StrokeKind::Outside => pen.width / 2.0,
    });
    let rect = shape.rect.expand(off);
    let corner = shape.corner_radius;
    let radii = [corner.nw, corner.ne, corner.se, corner.sw].map(f32::from);
    line((outline(rect, radii), true), seen(shape.fill), pen)
}

/// A rectangle's way around, from its upper left corner to the right.
fn outline(rect: Rect, radii: [f32; 4]) -> Vec<Pos2> {
    let corners = [
        (rect.left_top(), vec2(-1.0, 0.0), vec2(0.0, -1.0)),
        (rect.right_top(), vec2(0.0, -1.0), vec2(1.0, 0.0)),
        (rect.right_bottom(), vec2(1.0, 0.0), vec2(0.0, 1.0)),
        (rect.left_bottom(), vec2(0.0, 1.0), vec2(-1.0, 0.0)),
    ];
    let mut points = Vec::new();
    for ((corner, from, to), radius) in corners.into_iter().zip(radii) {
        if radius <= 0.0 {
            points.push(corner);
            continue;
        }
        let middle: Pos2 = corner - (from + to) * radius;
        points.extend((0..=CORNER_STEPS).map(|step| {
            let turn = step as f32 / CORNER_STEPS as f32 * std::f32::consts::FRAC_PI_2;
            let (sin, cos) = turn.sin_cos();
            middle + (from * cos + to * sin) * radius
        }));
    }
    points
}

fn add_text(marks: &mut Vec<Mark>, text: &TextShape) {
    let pieces = Words::of(&text.galley);
    for piece in pieces.pieces {
        let section = text.galley.job.sections.get(piece.section);
        let Some(LayoutSection { format, .. }) = section else {
            continue;
        };
        let color = match text.override_text_color {
            Some(color) => color,
            None if format.color == Color32::PLACEHOLDER => text.fallback_color,
            None => format.color,
        };
        let color = color.gamma_multiply(text.opacity_factor);
        if piece.words.trim().is_empty() || color.a() == 0 {
            continue;
        }
        marks.push(Mark::Text(TextMark {
            words: piece.words,
            at: text.pos + piece.at.to_vec2(),
            length: piece.length,
            face: Face::of(&format.font_id.family),
            size: format.font_id.size,
            spacing: format.extra_letter_spacing,
            color,
            halo: None,
            turn: (text.angle != 0.0).then(|| (text.angle.to_degrees(), text.pos)),
        }));
    }
}

/// A run of words in one face, and where its base line begins.
pub(in crate::ui) struct Piece {
    pub words: String,
    pub at: Pos2,
    pub length: f32,
    section: usize,
}

/// Laid-out text in pieces that are each on one line and of one section.
pub(in crate::ui) struct Words {
    pub pieces: Vec<Piece>,
}

impl Words {
    pub(in crate::ui) fn of(galley: &Arc<Galley>) -> Self {
        let mut letters = Letters::of(galley);
        let mut pieces: Vec<Piece> = Vec::new();
        for row in &galley.rows {
            add_row(&mut pieces, row, &mut letters);
        }
        Self { pieces }
    }
}

fn add_row(pieces: &mut Vec<Piece>, row: &PlacedRow, letters: &mut Letters<'_>) {
    let first = pieces.len();
    for glyph in &row.glyphs {
        let (skipped, section) = letters.next(glyph.chr);
        let end = row.pos.x + glyph.pos.x + glyph.advance_width;
        let at = row.pos + glyph.pos.to_vec2();
        let last = pieces.get_mut(first..).and_then(<[Piece]>::last_mut);
        if let Some(last) = last {
            // What has no glyph of its own is a part of the one before.
            last.words.push_str(&skipped);
            if last.section == section {
                last.words.push(glyph.chr);
                if !glyph.chr.is_whitespace() {
                    last.length = end - last.at.x;
                }
                continue;
            }
        }
        if glyph.chr.is_whitespace() {
            continue;
        }
        pieces.push(Piece {
            words: glyph.chr.to_string(),
            at,
            length: end - at.x,
            section,
        });
    }
    for piece in pieces.iter_mut().skip(first) {
        piece.words.truncate(piece.words.trim_end().len());
    }
}

/// The letters of a text in turn, with the section each belongs to.
struct Letters<'a> {
    galley: &'a Galley,
    at: usize,
}

impl<'a> Letters<'a> {
    fn of(galley: &'a Galley) -> Self {
        Self { galley, at: 0 }
    }

    /// Goes on to a letter: what was passed over, and the section it is in. A letter that is not in
    /// the text, such as dots for what was cut, belongs to where one is.
    fn next(&mut self, letter: char) -> (String, usize) {
        let text = &self.galley.job.text;
        let rest = text.get(self.at..).unwrap_or_default();
        let found = rest.find(letter);
        let skipped = found
            .and_then(|found| rest.get(..found))
            .unwrap_or_default();
        // No ligature is longer: farther off it is another letter.
        let skipped = if skipped.chars().count() > 3 {
            ""
        } else {
            skipped
        };
        let at = self.at + found.unwrap_or(0);
        let is_section = |section: &LayoutSection| section.byte_range.contains(&at.into());
        let sections = &self.galley.job.sections;
        let section = sections.iter().position(is_section);
        if found.is_some() {
            self.at = at + letter.len_utf8();
        }
        let skipped = skipped.chars().filter(|letter| !letter.is_whitespace());
        (skipped.collect(), section.unwrap_or(0))
    }
}
