//! The signs of overlays and of what a line says: the same on the map, in legend and card.
//!
//! In: one sign at one point. Out: where signs stand along a line.

use egui::{Align2, Color32, FontId, Painter, Pos2, Shape, Stroke, Vec2, vec2};

use crate::theme::measures::{
    BAR_ARM, BAR_GAP, CROSS_ARM, CROSS_CASING, CROSS_STROKE, QUESTION_RADIUS, QUESTION_SIZE,
    QUESTION_STROKE, RING_RADIUS, RING_STROKE, RULE, SIGN_RADIUS,
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
        // It grows out of its line, so nothing parts it from that.
        Sign::Teeth => {
            let foot = along * radius;
            let corners = vec![center + foot, center - foot, center - across * radius * 1.7];
            painter.add(Shape::convex_polygon(corners, colors.ink, Stroke::NONE));
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
