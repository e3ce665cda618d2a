//! Small signs of constant size along features: arrowheads, crosses, question marks, sites.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, Vec2, vec2};

use super::overlay_layer::Lit;
use super::strength::{faded, strength_of};
use crate::picture::{FeaturePath, LabelStyle, OverlayShapes, View};
use crate::session::Emphasis;
use crate::theme::{Arrow, Marks, Theme, measures};
use crate::ui::UiContext;

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
        for path in shape
            .paths
            .iter()
            .filter(|path| path.bounds.intersects(visible))
        {
            let arrow = match feature.direction {
                crate::world::Direction::None => Arrow::None,
                _ if look.arrow == Arrow::None => Arrow::End,
                _ => look.arrow,
            };
            paint_arrows(painter, view, path, arrow, feature.direction, colors);
            paint_signs(painter, view, path, look.marks, colors);
        }
        for &site in &shape.sites {
            let at = view.screen_from_map(site);
            if view.rect.expand(measures::SITE_RADIUS).contains(at) {
                paint_site(painter, at, colors, emphasis, theme);
            }
        }
    }
}

#[derive(Clone, Copy)]
struct SignColors {
    ink: Color32,
    halo: Color32,
}

fn paint_arrows(
    painter: &Painter,
    view: &View,
    path: &FeaturePath,
    arrow: Arrow,
    direction: crate::world::Direction,
    colors: SignColors,
) {
    if arrow == Arrow::None {
        return;
    }
    let screen = Walk::new(view, path);
    // Off the end by a little, so that arrows that meet at a capital can be told apart.
    let end = screen.length - measures::ARROW_GAP;
    let mut stops = vec![(end, 1.0)];
    if direction == crate::world::Direction::Both {
        stops.push((measures::ARROW_GAP, -1.0));
    }
    if arrow == Arrow::Along {
        let count = (screen.length / measures::SIGN_SPACING)
            .floor()
            .min(MOST_SIGNS);
        stops.extend((1..count as u32).map(|n| (f32::from(n as u16) * screen.length / count, 1.0)));
    }
    for (at, sign) in stops {
        if let Some((tip, along)) = screen.at(at)
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

fn paint_signs(
    painter: &Painter,
    view: &View,
    path: &FeaturePath,
    marks: Marks,
    colors: SignColors,
) {
    if marks == Marks::None {
        return;
    }
    let screen = Walk::new(view, path);
    match marks {
        Marks::None => {}
        Marks::Crosses => {
            for (center, _) in screen.spread(measures::SIGN_SPACING / 2.0, view.rect) {
                cross(painter, center, colors);
            }
        }
        Marks::Bars => {
            for (center, along) in screen.spread(measures::SIGN_SPACING / 2.0, view.rect) {
                bar(painter, center, along, colors);
            }
        }
        Marks::Question => {
            if let Some((center, _)) = screen.at(screen.length * 0.5)
                && view.rect.contains(center)
            {
                let stroke = Stroke::new(measures::QUESTION_STROKE, colors.ink);
                painter.circle(center, measures::QUESTION_RADIUS, colors.halo, stroke);
                painter.text(
                    center,
                    egui::Align2::CENTER_CENTER,
                    "?",
                    egui::FontId::proportional(measures::QUESTION_SIZE),
                    colors.ink,
                );
            }
        }
    }
}

/// Two short strokes across a line.
fn bar(painter: &Painter, center: Pos2, along: Vec2, colors: SignColors) {
    let arm = along.rot90() * measures::BAR_ARM;
    for stroke in [
        Stroke::new(measures::CROSS_CASING, colors.halo),
        Stroke::new(measures::CROSS_STROKE, colors.ink),
    ] {
        for side in [-1.0, 1.0] {
            let middle = center + along * (side * measures::BAR_GAP / 2.0);
            painter.line_segment([middle - arm, middle + arm], stroke);
        }
    }
}

fn cross(painter: &Painter, center: Pos2, colors: SignColors) {
    for stroke in [
        Stroke::new(measures::CROSS_CASING, colors.halo),
        Stroke::new(measures::CROSS_STROKE, colors.ink),
    ] {
        for arm in [
            vec2(measures::CROSS_ARM, measures::CROSS_ARM),
            vec2(measures::CROSS_ARM, -measures::CROSS_ARM),
        ] {
            painter.line_segment([center - arm, center + arm], stroke);
        }
    }
}

fn paint_site(painter: &Painter, at: Pos2, colors: SignColors, emphasis: Emphasis, theme: &Theme) {
    if emphasis >= Emphasis::Hovered {
        painter.circle_stroke(
            at,
            measures::SITE_RING,
            Stroke::new(measures::SITE_RING_STROKE, theme.ui.accent),
        );
    }
    painter.circle(
        at,
        measures::SITE_RADIUS,
        colors.ink,
        Stroke::new(measures::SITE_CASING, colors.halo),
    );
    painter.circle_filled(at, measures::SITE_CORE, colors.halo);
}

/// The sign of a site, for the card.
pub(in crate::ui) fn paint_site_key(painter: &Painter, at: Pos2, ink: Color32, theme: &Theme) {
    let halo = theme.map.halo;
    paint_site(
        painter,
        at,
        SignColors { ink, halo },
        Emphasis::Normal,
        theme,
    );
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
    fn new(view: &View, path: &FeaturePath) -> Self {
        let points: Vec<_> = path
            .points
            .iter()
            .map(|&p| view.screen_from_map(p))
            .collect();
        let length = points.array_windows().map(|[a, b]| a.distance(*b)).sum();
        Self { points, length }
    }

    /// Points about so far from each other along the line that are in view, each with the
    /// direction of the line there.
    fn spread(&self, spacing: f32, room: Rect) -> impl Iterator<Item = (Pos2, Vec2)> {
        let count = (self.length / spacing).floor().clamp(1.0, MOST_SIGNS);
        (0..count as u16)
            .filter_map(move |n| self.at((f32::from(n) + 0.5) * self.length / count))
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
