//! The very symbols of the map, for legend and card.

use egui::{Color32, Painter, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::signs::{SignColors, arrowhead, paint_end, paint_mark, paint_sign};
use crate::theme::measures::{
    END_BAR_STROKE, HATCH_STEP, HEAD, KEY_HEIGHT, LEAST_HEAD, MEMBER_STRENGTH, MEMBER_STROKE,
};
use crate::theme::{Arrow, Ends, FeatureLook, LineLook, Marks, Theme};

/// Keys show a line as it looks from afar.
const KEY_ZOOM: f64 = 4.0;

/// Where the sign stands when the middle is taken by a mark, as a part of the key's width.
const BESIDE_MARK: f32 = 0.17;

/// Draws a feature's line from the left to the right of `rect`, with all its signs.
pub(super) fn paint_feature(painter: &Painter, rect: Rect, look: FeatureLook, theme: &Theme) {
    let length = (look.line.width * HEAD).max(LEAST_HEAD);
    let y = rect.center().y;
    let is_barred = look.ends == Ends::Barred;
    let rim = if is_barred { END_BAR_STROKE / 2.0 } else { 0.0 };
    let full = Rect::from_min_max(pos2(rect.min.x + rim, y), pos2(rect.max.x - rim, y));
    let behind = length * 0.7;
    let line = match look.arrow {
        Arrow::End => full.with_max_x(full.max.x - behind),
        Arrow::Both => full.shrink2(vec2(behind, 0.0)),
        Arrow::None | Arrow::Along => full,
    };
    let soft = look.soft(KEY_ZOOM);
    if let Some(soft) = &soft {
        paint_band(painter, full, &soft.band);
    }
    let mut own = look.line;
    own.color = own.color.gamma_multiply(soft.map_or(1.0, |soft| soft.line));
    paint_line(painter, line, own);
    if let Some(core) = look.core {
        let ends = [line.left_center(), line.right_center()];
        painter.line_segment(ends, Stroke::new(core, theme.ui.panel));
    }
    let colors = SignColors {
        ink: look.line.color,
        halo: theme.ui.panel,
    };
    let right = vec2(1.0, 0.0);
    let head = |tip: f32, along: Vec2| arrowhead(painter, pos2(tip, y), along, length, colors);
    match look.arrow {
        Arrow::None => {}
        Arrow::End => head(full.max.x, right),
        Arrow::Both => {
            head(full.max.x, right);
            head(full.min.x, -right);
        }
        Arrow::Along => head(rect.center().x + length / 2.0, right),
    }
    if is_barred {
        for at in [full.left_center(), full.right_center()] {
            paint_end(painter, at, right, colors);
        }
    }
    let mut at = rect.center();
    if look.marks != Marks::None {
        paint_mark(painter, at, right, look.marks, colors);
        at.x = rect.min.x + rect.width() * BESIDE_MARK;
    }
    paint_sign(painter, at, right, look.sign, colors);
}

/// A soft band from the left to the right.
fn paint_band(painter: &Painter, rect: Rect, across: &[(f32, Color32)]) {
    let mut mesh = egui::Mesh::default();
    for (row, &(off, color)) in across.iter().enumerate() {
        // As high as a key, however broad it is on the map.
        let y = rect.center().y + off.clamp(-KEY_HEIGHT / 2.0, KEY_HEIGHT / 2.0);
        mesh.colored_vertex(pos2(rect.min.x, y), color);
        mesh.colored_vertex(pos2(rect.max.x, y), color);
        if row > 0 {
            let corner = 2 * (row as u32 - 1);
            mesh.add_triangle(corner, corner + 1, corner + 2);
            mesh.add_triangle(corner + 1, corner + 2, corner + 3);
        }
    }
    painter.add(Shape::mesh(mesh));
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

/// A patch of land in its tint, with its border: the key of a country.
pub(super) fn paint_tint(painter: &Painter, rect: Rect, tint: Color32, border: Stroke) {
    painter.rect(rect, 2.0, tint, border, StrokeKind::Inside);
}

/// Two patches hatched against each other: the key of the two sides of a coalition.
pub(super) fn paint_members(painter: &Painter, rect: Rect, tint: Color32, ink: Color32) {
    let color = ink.gamma_multiply(MEMBER_STRENGTH);
    let stroke = Stroke::new(MEMBER_STROKE, color);
    let (left, right) = rect.split_left_right_at_fraction(0.5);
    for (patch, turn) in [(left, 1.0), (right, -1.0)] {
        let patch = patch.shrink2(vec2(1.0, 0.0));
        painter.rect_filled(patch, 0.0, tint);
        let clipped = painter.with_clip_rect(patch.intersect(painter.clip_rect()));
        let reach = patch.height() / 2.0;
        let steps = ((patch.width() / 2.0 + reach) / HATCH_STEP).ceil() as i16;
        for step in -steps..=steps {
            let middle = patch.center() + vec2(f32::from(step) * HATCH_STEP * 1.5, 0.0);
            let arm = vec2(reach * turn, -reach);
            clipped.line_segment([middle - arm, middle + arm], stroke);
        }
    }
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
