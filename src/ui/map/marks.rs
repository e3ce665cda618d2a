//! Small signs of constant size along features: arrowheads, crosses, question marks, sites.

use egui::{Painter, Pos2, Rect, Shape, Stroke, Vec2};

use super::overlay_layer::Lit;
use super::strength::{faded, strength_of};
use crate::geography::MapPoint;
use crate::picture::{LabelStyle, OverlayShapes, View};
use crate::session::Emphasis;
use crate::theme::{Arrow, FeatureLook, Marks, Sign, Theme, measures};
use crate::ui::UiContext;
use crate::ui::sign::{SignColors, paint_mark, paint_sign};
use crate::world::Direction;

/// However long a line is, it has no more signs than this.
const MOST_SIGNS: f32 = 60.0;

/// Paints the signs of all features on show.
pub(super) fn paint_marks(
    painter: &Painter,
    view: &View,
    context: UiContext<'_>,
    shapes: &OverlayShapes,
    lit: &[Lit],
) {
    let UiContext { world, theme, .. } = context;
    let visible = view.visible(measures::SIGN_SPACING);
    for &(id, emphasis) in lit {
        let (Some(feature), Some(shape)) = (world.features.get(id), shapes.shape(id)) else {
            continue;
        };
        let Some(overlay) = world.overlays.get(feature.overlay) else {
            continue;
        };
        let look = theme.of_feature(overlay.style, feature);
        let strength = strength_of(context, feature, emphasis);
        let colors = SignColors {
            ink: faded(look.line.color, strength),
            halo: faded(theme.map.halo, strength),
        };
        for path in &shape.paths {
            if path.bounds.intersects(visible) {
                let walk = Walk::new(view, &path.points);
                paint_arrows(
                    painter,
                    view,
                    &walk,
                    (look.arrow, feature.direction),
                    colors,
                );
                paint_signs(painter, view, &walk, (look.sign, look.marks), colors);
            }
        }
        for ring in shape.areas.iter().flatten() {
            let walk = Walk::new(view, ring);
            paint_signs(
                painter,
                view,
                &walk,
                (look.sign_of_place(), look.marks),
                colors,
            );
        }
        for &site in &shape.sites {
            let at = view.screen_from_map(site);
            if view.rect.expand(measures::SITE_RADIUS).contains(at) {
                paint_site(painter, at, (look.sign_of_place(), colors), emphasis, theme);
            }
        }
    }
}

fn paint_arrows(
    painter: &Painter,
    view: &View,
    walk: &Walk,
    (arrow, direction): (Arrow, Direction),
    colors: SignColors,
) {
    if arrow == Arrow::None {
        return;
    }
    // Off the end by a little, so that arrows that meet at a capital can be told apart.
    let end = walk.length - measures::ARROW_GAP;
    let mut stops = vec![(end, 1.0)];
    if direction == Direction::Both {
        stops.push((measures::ARROW_GAP, -1.0));
    }
    if arrow == Arrow::Along {
        // At least one in the middle: a single one at the end is not an overlay's own.
        let count = (walk.length / measures::SIGN_SPACING)
            .floor()
            .clamp(2.0, MOST_SIGNS);
        stops.extend((1..count as u32).map(|n| (f32::from(n as u16) * walk.length / count, 1.0)));
    }
    for (at, sign) in stops {
        if let Some((tip, along)) = walk.at(at)
            && view.rect.expand(measures::ARROW_LENGTH).contains(tip)
        {
            arrowhead(painter, tip, along * sign, colors);
        }
    }
}

fn arrowhead(painter: &Painter, tip: Pos2, along: Vec2, colors: SignColors) {
    let back = tip - along * measures::ARROW_LENGTH;
    let side = along.rot90() * measures::ARROW_HALF_WIDTH;
    painter.add(Shape::convex_polygon(
        vec![tip, back + side, back - side],
        colors.ink,
        Stroke::new(measures::RULE, colors.halo),
    ));
}

/// The overlay's sign along a line, and what the line says beside it.
fn paint_signs(
    painter: &Painter,
    view: &View,
    walk: &Walk,
    (sign, marks): (Sign, Marks),
    colors: SignColors,
) {
    let dense = measures::SIGN_SPACING / 2.0;
    let (spacing, phase) = match (sign, marks) {
        (_, Marks::Bars) => (dense, 0.25),
        (Sign::Crosses, _) => (dense, 0.5),
        _ => (measures::SIGN_SPACING, 0.5),
    };
    let middle = (marks == Marks::Question).then(|| walk.at(walk.length * 0.5));
    let middle = middle.flatten().map(|(at, _)| at);
    let is_free = |at: Pos2| {
        middle.is_none_or(|middle| at.distance(middle) > 2.0 * measures::QUESTION_RADIUS)
    };
    if sign != Sign::None {
        // Beside a question mark the signs stand at the quarters.
        let phase = if middle.is_some() { 0.25 } else { phase };
        for (center, along) in walk.spread((spacing, phase), view.rect) {
            if is_free(center) {
                paint_sign(painter, center, along, sign, colors);
            }
        }
    }
    if marks == Marks::Bars {
        for (center, along) in walk.spread((dense, 0.5), view.rect) {
            paint_mark(painter, center, along, marks, colors);
        }
    }
    if let Some(center) = middle.filter(|&center| view.rect.contains(center)) {
        paint_mark(painter, center, Vec2::X, marks, colors);
    }
}

/// A disc with an eye, or the overlay's sign in a ring.
fn paint_site(
    painter: &Painter,
    at: Pos2,
    (sign, colors): (Sign, SignColors),
    emphasis: Emphasis,
    theme: &Theme,
) {
    let radius = if sign == Sign::None {
        measures::SITE_RADIUS
    } else {
        measures::SITE_RING_OF_SIGN
    };
    if emphasis >= Emphasis::Hovered {
        let stroke = Stroke::new(measures::SITE_RING_STROKE, theme.ui.accent);
        let ring = radius + measures::SITE_RING - measures::SITE_RADIUS;
        painter.circle_stroke(at, ring, stroke);
    }
    let casing = Stroke::new(measures::SITE_CASING, colors.halo);
    painter.circle(at, radius, colors.ink, casing);
    if sign == Sign::None {
        painter.circle_filled(at, measures::SITE_CORE, colors.halo);
    } else {
        painter.circle_filled(at, radius - measures::SITE_CASING, colors.halo);
        paint_sign(painter, at, Vec2::X, sign, colors);
    }
}

/// The sign of a site, for the card.
pub(in crate::ui) fn paint_site_key(painter: &Painter, at: Pos2, look: FeatureLook, theme: &Theme) {
    let colors = SignColors {
        ink: look.line.color,
        halo: theme.map.halo,
    };
    let sign = look.sign_of_place();
    paint_site(painter, at, (sign, colors), Emphasis::Normal, theme);
}

/// A dot for a city; a capital's has a ring.
pub(in crate::ui) fn paint_city(painter: &Painter, at: Pos2, style: LabelStyle, theme: &Theme) {
    let (ink, halo) = (theme.map.city_dot, theme.map.halo);
    if style == LabelStyle::Capital {
        painter.rect(
            Rect::from_center_size(at, Vec2::splat(measures::CAPITAL_SIDE)),
            0.0,
            ink,
            Stroke::new(measures::CITY_CASING, halo),
            egui::StrokeKind::Outside,
        );
    } else {
        let stroke = Stroke::new(measures::CITY_CASING, halo);
        painter.circle(at, measures::CITY_RADIUS, ink, stroke);
    }
}

/// A path on the screen, walked by length.
struct Walk {
    points: Vec<Pos2>,
    length: f32,
}

impl Walk {
    fn new(view: &View, points: &[MapPoint]) -> Self {
        let points: Vec<_> = points.iter().map(|&p| view.screen_from_map(p)).collect();
        let length = points.array_windows().map(|[a, b]| a.distance(*b)).sum();
        Self { points, length }
    }

    /// Points about so far from each other along the line that are in view, each with the
    /// direction of the line there. The first is a `phase` of the spacing from the start.
    fn spread(
        &self,
        (spacing, phase): (f32, f32),
        room: Rect,
    ) -> impl Iterator<Item = (Pos2, Vec2)> {
        let count = (self.length / spacing).floor().clamp(1.0, MOST_SIGNS);
        (0..count as u16)
            .filter_map(move |n| self.at((f32::from(n) + phase) * self.length / count))
            .filter(move |&(center, _)| room.contains(center))
    }

    /// The point at a distance from the start, and the direction of the line there.
    fn at(&self, distance: f32) -> Option<(Pos2, Vec2)> {
        let mut left = distance.max(0.0);
        for [from, to] in self.points.array_windows() {
            let step = from.distance(*to);
            if step > 0.0 && left <= step {
                let along = (*to - *from) / step;
                return Some((*from + along * left, along));
            }
            left -= step;
        }
        None
    }
}
