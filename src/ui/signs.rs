//! The small signs of lines: what stands on them, at their ends and at their tips. The map and the
//! legend paint the very same.

use egui::{Align2, Color32, FontId, Painter, Pos2, Shape, Stroke, Vec2};

use crate::theme::{Marks, fonts, measures};

/// Colours of a sign, and of the casing that keeps it readable over anything.
#[derive(Clone, Copy)]
pub(super) struct SignColors {
    pub ink: Color32,
    pub halo: Color32,
}

/// Paints a sign on a line that runs in the direction `along` there.
pub(super) fn paint_sign(
    painter: &Painter,
    marks: Marks,
    center: Pos2,
    along: Vec2,
    colors: SignColors,
) {
    match marks {
        Marks::None => {}
        Marks::Crosses => {
            let arm = measures::CROSS_ARM;
            let arms = [Vec2::new(arm, arm), Vec2::new(arm, -arm)];
            strokes(
                painter,
                colors,
                arms.map(|arm| [center - arm, center + arm]),
            );
        }
        Marks::Bars => {
            let arm = along.rot90() * measures::BAR_ARM;
            let bar = |side: f32| {
                let middle = center + along * (side * measures::BAR_GAP / 2.0);
                [middle - arm, middle + arm]
            };
            strokes(painter, colors, [bar(-1.0), bar(1.0)]);
        }
        Marks::Question => {
            let stroke = Stroke::new(measures::QUESTION_STROKE, colors.ink);
            painter.circle(center, measures::QUESTION_RADIUS, colors.halo, stroke);
            let font = FontId::new(measures::QUESTION_SIZE, fonts::sans_semibold());
            painter.text(center, Align2::CENTER_CENTER, "?", font, colors.ink);
        }
        Marks::Link => paint_link(painter, center, along, colors),
        Marks::Closer => {
            for side in [-1.0, 1.0] {
                let tip = center - along * (side * measures::TIP_GAP);
                arrowhead(painter, tip, along * side, measures::SPIKE * 1.7, colors);
            }
        }
        Marks::Plus | Marks::Tick | Marks::Talks | Marks::Ring => {
            paint_glyph(painter, marks, center, colors);
        }
        Marks::Spikes => {
            let tip = center + along.rot90() * -measures::SPIKE * 1.5;
            let foot = along * measures::SPIKE;
            let outline = vec![tip, center + foot, center - foot];
            let stroke = Stroke::new(measures::RULE, colors.halo);
            painter.add(Shape::convex_polygon(outline, colors.ink, stroke));
        }
        Marks::Joints => {
            let stroke = Stroke::new(measures::GLYPH_STROKE, colors.ink);
            painter.circle(center, measures::JOINT, colors.halo, stroke);
        }
    }
}

/// Two rings, one in the other.
fn paint_link(painter: &Painter, center: Pos2, along: Vec2, colors: SignColors) {
    let rings = [-1.0, 1.0].map(|side| center + along * (side * measures::LINK_APART));
    let casing = Stroke::new(measures::CROSS_CASING, colors.halo);
    for at in rings {
        painter.circle(at, measures::LINK_RING, colors.halo, casing);
    }
    let ink = Stroke::new(measures::GLYPH_STROKE, colors.ink);
    for at in rings {
        painter.circle_stroke(at, measures::LINK_RING, ink);
    }
}

/// A sign in a ring.
fn paint_glyph(painter: &Painter, marks: Marks, center: Pos2, colors: SignColors) {
    let stroke = Stroke::new(measures::GLYPH_STROKE, colors.ink);
    let ring = match marks {
        Marks::Ring => measures::GLYPH_RING - measures::GLYPH_ARM / 2.0,
        _ => measures::GLYPH_RING,
    };
    painter.circle(center, ring, colors.halo, stroke);
    let arm = measures::GLYPH_ARM;
    let at = |x: f32, y: f32| center + Vec2::new(x, y) * arm;
    let lines: &[[Pos2; 2]] = match marks {
        Marks::Plus => &[[at(-1.0, 0.0), at(1.0, 0.0)], [at(0.0, -1.0), at(0.0, 1.0)]],
        Marks::Tick => &[
            [at(-1.0, 0.0), at(-0.3, 0.8)],
            [at(-0.3, 0.8), at(1.0, -0.8)],
        ],
        _ => &[],
    };
    for &line in lines {
        painter.line_segment(line, stroke);
    }
    if marks == Marks::Talks {
        for side in [-1.0, 0.0, 1.0] {
            painter.circle_filled(at(side, 0.0), measures::DOT, colors.ink);
        }
    }
}

fn strokes(painter: &Painter, colors: SignColors, lines: [[Pos2; 2]; 2]) {
    for stroke in [
        Stroke::new(measures::CROSS_CASING, colors.halo),
        Stroke::new(measures::CROSS_STROKE, colors.ink),
    ] {
        for line in lines {
            painter.line_segment(line, stroke);
        }
    }
}

/// The bar at the end of a line that is over.
pub(super) fn paint_end(painter: &Painter, at: Pos2, along: Vec2, colors: SignColors) {
    let arm = along.rot90() * measures::END_BAR;
    for stroke in [
        Stroke::new(measures::CROSS_CASING, colors.halo),
        Stroke::new(measures::END_BAR_STROKE, colors.ink),
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
    let side = along.rot90() * (length * measures::ARROW_HALF_WIDTH / measures::ARROW_LENGTH);
    painter.add(Shape::convex_polygon(
        vec![tip, back + side, back - side],
        colors.ink,
        Stroke::new(measures::RULE, colors.halo),
    ));
}
