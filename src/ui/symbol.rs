//! The very symbols of the map, for legend and card.

use egui::{Color32, Painter, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::sign::{SignColors, paint_mark, paint_sign};
use crate::theme::measures::{HATCH_STEP, HEAD, LEAST_HEAD};
use crate::theme::{Arrow, FeatureLook, LineLook, Marks, Theme};

/// Where the sign stands when the middle is taken by a mark, as a part of the key's width.
const BESIDE_MARK: f32 = 0.17;

/// Draws a feature's line from the left to the right of `rect`, with all its signs.
pub(super) fn paint_feature(painter: &Painter, rect: Rect, look: FeatureLook, theme: &Theme) {
    let length = (look.line.width * HEAD.0).max(LEAST_HEAD.0);
    let half = (look.line.width * HEAD.1).max(LEAST_HEAD.1);
    let y = rect.center().y;
    let right = match look.arrow {
        Arrow::End => rect.max.x - length * 0.7,
        Arrow::None | Arrow::Along => rect.max.x,
    };
    let line = Rect::from_min_max(pos2(rect.min.x, y), pos2(right, y));
    paint_line(painter, line, look.line);
    if let Some(core) = look.core {
        let ends = [line.left_center(), line.right_center()];
        painter.line_segment(ends, Stroke::new(core, theme.ui.panel));
    }
    let tip = match look.arrow {
        Arrow::None => None,
        Arrow::End => Some(pos2(rect.max.x, y)),
        Arrow::Along => Some(pos2(rect.center().x + length / 2.0, y)),
    };
    if let Some(tip) = tip {
        let wings = [vec2(-length, half), vec2(-length, -half)].map(|wing| tip + wing);
        let outline = std::iter::once(tip).chain(wings).collect();
        painter.add(Shape::convex_polygon(
            outline,
            look.line.color,
            Stroke::NONE,
        ));
    }
    paint_signs(painter, rect, look, theme);
}

/// A line with its dash, along the middle of `rect`.
pub(super) fn paint_line(painter: &Painter, rect: Rect, look: LineLook) {
    let ends = [rect.left_center(), rect.right_center()];
    let stroke = Stroke::new(look.width, look.color);
    if look.dash.is_empty() {
        painter.line_segment(ends, stroke);
        return;
    }
    let every_second =
        |first: usize| -> Vec<f32> { look.dash.iter().skip(first).step_by(2).copied().collect() };
    let (dashes, mut gaps) = (every_second(0), every_second(1));
    if gaps.is_empty() {
        gaps.clone_from(&dashes);
    }
    let shapes = Shape::dashed_line_with_offset(&ends, stroke, &dashes, &gaps, 0.0);
    painter.extend(shapes);
}

/// The overlay's sign, and what the line says beside it.
fn paint_signs(painter: &Painter, rect: Rect, look: FeatureLook, theme: &Theme) {
    let colors = SignColors {
        ink: look.line.color,
        halo: theme.ui.panel,
    };
    let along = vec2(1.0, 0.0);
    let mut at = rect.center();
    if look.marks != Marks::None {
        paint_mark(painter, at, along, look.marks, colors);
        at.x = rect.min.x + rect.width() * BESIDE_MARK;
    }
    paint_sign(painter, at, along, look.sign, colors);
}

/// A patch of land in its tint, with its border: the key of a country.
pub(super) fn paint_tint(painter: &Painter, rect: Rect, tint: Color32, border: Stroke) {
    painter.rect(rect, 2.0, tint, border, StrokeKind::Inside);
}

/// A hatched patch between two dashed borders: the key of a disputed area.
pub(super) fn paint_hatch(
    painter: &Painter,
    rect: Rect,
    tint: Color32,
    hatch: LineLook,
    border: LineLook,
) {
    painter.rect_filled(rect, 0.0, tint);
    let clipped = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let steps = ((rect.width() + rect.height()) / HATCH_STEP).ceil() as usize;
    for step in 0..steps {
        let x = rect.min.x - rect.height() + step as f32 * HATCH_STEP;
        let ends = [pos2(x, rect.max.y), pos2(x + rect.height(), rect.min.y)];
        clipped.line_segment(ends, Stroke::new(hatch.width.max(1.0), hatch.color));
    }
    for y in [rect.min.y, rect.max.y] {
        let side = Rect::from_min_max(pos2(rect.min.x, y), pos2(rect.max.x, y));
        paint_line(painter, side, border);
    }
}
