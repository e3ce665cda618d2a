//! The small signs of lines: the overlays' signs, what a line says beside them, its ends and tips.
//! The map, the legend and the cards paint the very same.
//!
//! In: one sign at one point. Out: where signs stand along a line.

use egui::{Align2, Color32, FontId, Painter, Pos2, Shape, Stroke, Vec2, vec2};

use crate::theme::measures::{
    ARROW_HALF_WIDTH, ARROW_LENGTH, BAR_ARM, BAR_GAP, CLOSER_LENGTH, CROSS_ARM, CROSS_CASING,
    CROSS_STROKE, END_BAR, END_BAR_STROKE, GLYPH_ARM, GLYPH_RING, GLYPH_STROKE, LINK_APART,
    LINK_RING, QUESTION_RADIUS, QUESTION_SIZE, QUESTION_STROKE, RING_RADIUS, RING_STROKE, RULE,
    SIGN_RADIUS, TIP_GAP,
};
use crate::theme::{Marks, Sign, fonts};

/// What a sign is drawn with: its own colour, and the ground's that parts it from its line.
#[derive(Clone, Copy)]
pub(super) struct SignColors {
    pub ink: Color32,
    pub halo: Color32,
}

/// Draws an overlay's sign on a line that runs `along` there.
pub(super) fn paint_sign(
    painter: &Painter,
    center: Pos2,
    along: Vec2,
    sign: Sign,
    colors: SignColors,
) {
    let radius = SIGN_RADIUS;
    let edge = Stroke::new(RULE, colors.halo);
    let filled = |corners: Vec<Pos2>| {
        painter.add(Shape::convex_polygon(corners, colors.ink, edge));
    };
    let across = along.rot90();
    match sign {
        Sign::None => {}
        Sign::Crosses => {
            let arms = [vec2(CROSS_ARM, CROSS_ARM), vec2(CROSS_ARM, -CROSS_ARM)];
            strokes(
                painter,
                arms.map(|arm| [center - arm, center + arm]),
                colors,
            );
        }
        Sign::Ticks => {
            let arm = across * BAR_ARM;
            strokes(painter, [[center - arm, center + arm]], colors);
        }
        Sign::Diamonds => {
            let (long, short) = (along * radius * 1.5, across * radius * 1.15);
            filled(vec![
                center + long,
                center + short,
                center - long,
                center - short,
            ]);
        }
        Sign::Squares => {
            let corner = |x: f32, y: f32| center + (along * x + across * y) * radius;
            filled(vec![
                corner(-1.0, -1.0),
                corner(1.0, -1.0),
                corner(1.0, 1.0),
                corner(-1.0, 1.0),
            ]);
        }
        // They grow out of their line, so nothing parts them from that.
        Sign::Teeth => {
            for side in [-1.0, 1.0] {
                let middle = center + along * (side * radius);
                let foot = along * radius;
                let tip = middle - across * radius * 1.7;
                let corners = vec![middle + foot, middle - foot, tip];
                painter.add(Shape::convex_polygon(corners, colors.ink, Stroke::NONE));
            }
        }
        Sign::Discs => {
            painter.circle(center, radius, colors.ink, edge);
        }
        Sign::Rings => {
            let ring = Stroke::new(RING_STROKE, colors.ink);
            painter.circle_filled(center, RING_RADIUS + RING_STROKE, colors.halo);
            painter.circle(center, RING_RADIUS, colors.halo, ring);
        }
    }
}

/// Draws what a line says beside its overlay.
pub(super) fn paint_mark(
    painter: &Painter,
    center: Pos2,
    along: Vec2,
    marks: Marks,
    colors: SignColors,
) {
    match marks {
        Marks::None => {}
        Marks::Bars => {
            let arm = along.rot90() * BAR_ARM;
            let middles = [-0.5, 0.5].map(|side| center + along * (side * BAR_GAP));
            let bars = middles.map(|middle| [middle - arm, middle + arm]);
            strokes(painter, bars, colors);
        }
        Marks::Question => {
            let ring = Stroke::new(QUESTION_STROKE, colors.ink);
            painter.circle(center, QUESTION_RADIUS, colors.halo, ring);
            let font = FontId::new(QUESTION_SIZE, fonts::sans_semibold());
            painter.text(center, Align2::CENTER_CENTER, "?", font, colors.ink);
        }
        Marks::Link => paint_link(painter, center, along, colors),
        Marks::Closer => {
            for side in [-1.0, 1.0] {
                let tip = center - along * (side * TIP_GAP);
                arrowhead(painter, tip, along * side, CLOSER_LENGTH, colors);
            }
        }
        Marks::Plus => {
            let strokes = [[(-1.0, 0.0), (1.0, 0.0)], [(0.0, -1.0), (0.0, 1.0)]];
            paint_glyph(painter, center, strokes, colors);
        }
        Marks::Tick => {
            let strokes = [[(-1.0, 0.0), (-0.3, 0.8)], [(-0.3, 0.8), (1.0, -0.8)]];
            paint_glyph(painter, center, strokes, colors);
        }
    }
}

/// Two rings, one in the other.
fn paint_link(painter: &Painter, center: Pos2, along: Vec2, colors: SignColors) {
    let rings = [-1.0, 1.0].map(|side| center + along * (side * LINK_APART));
    let casing = Stroke::new(CROSS_CASING, colors.halo);
    for at in rings {
        painter.circle(at, LINK_RING, colors.halo, casing);
    }
    let ink = Stroke::new(GLYPH_STROKE, colors.ink);
    for at in rings {
        painter.circle_stroke(at, LINK_RING, ink);
    }
}

/// Two strokes in a ring, in parts of their size.
fn paint_glyph(painter: &Painter, center: Pos2, strokes: [[(f32, f32); 2]; 2], colors: SignColors) {
    let stroke = Stroke::new(GLYPH_STROKE, colors.ink);
    painter.circle(center, GLYPH_RING, colors.halo, stroke);
    for ends in strokes {
        let ends = ends.map(|(x, y)| center + vec2(x, y) * GLYPH_ARM);
        painter.line_segment(ends, stroke);
    }
}

/// Strokes with a casing beneath all of them.
fn strokes<const COUNT: usize>(painter: &Painter, ends: [[Pos2; 2]; COUNT], colors: SignColors) {
    for stroke in [
        Stroke::new(CROSS_CASING, colors.halo),
        Stroke::new(CROSS_STROKE, colors.ink),
    ] {
        for ends in ends {
            painter.line_segment(ends, stroke);
        }
    }
}

/// The bar at the end of a line that is over.
pub(super) fn paint_end(painter: &Painter, at: Pos2, along: Vec2, colors: SignColors) {
    let arm = along.rot90() * END_BAR;
    for stroke in [
        Stroke::new(CROSS_CASING, colors.halo),
        Stroke::new(END_BAR_STROKE, colors.ink),
    ] {
        painter.line_segment([at - arm, at + arm], stroke);
    }
}

/// An arrowhead with its tip at a point.
pub(super) fn arrowhead(
    painter: &Painter,
    tip: Pos2,
    along: Vec2,
    length: f32,
    colors: SignColors,
) {
    let back = tip - along * length;
    let side = along.rot90() * (length * ARROW_HALF_WIDTH / ARROW_LENGTH);
    painter.add(Shape::convex_polygon(
        vec![tip, back + side, back - side],
        colors.ink,
        Stroke::new(RULE, colors.halo),
    ));
}
