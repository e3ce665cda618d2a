//! Small signs of constant size along features: arrowheads, overlays' signs, marks, sites.

use egui::{Color32, Painter, Pos2, Rect, Stroke, Vec2};

use super::strength::{faded, strength_of};
use crate::geography::MapPoint;
use crate::picture::{DrawnShapes, FeatureShape, LabelStyle, Sheet, View};
use crate::session::Emphasis;
use crate::theme::{Arrow, Ends, FeatureLook, Marks, Sign, Theme, measures};
use crate::ui::UiContext;
use crate::ui::feature_row::look_of;
use crate::ui::signs::{SignColors, arrowhead, paint_end, paint_mark, paint_sign};
use crate::world::{Feature, Id};

/// However long a line is, it has no more signs than this.
const MOST_SIGNS: f32 = 60.0;

/// So near to a mark there is no sign.
const MARK_ROOM: f32 = measures::QUESTION_RADIUS + measures::SIGN_RADIUS + measures::TIP_GAP;

/// Paints the signs of all features of a sheet.
pub(super) fn paint_marks(
    painter: &Painter,
    view: &View,
    context: UiContext<'_>,
    (sheet, shapes): (&Sheet<Id<Feature>, Emphasis>, &DrawnShapes),
) {
    let faded_to = sheet.strength(context.session.now_secs);
    for &(id, emphasis) in sheet.items.iter() {
        if let Some(shape) = shapes.shape(id) {
            let on_map = FeatureOnMap {
                id,
                emphasis,
                shape,
            };
            paint_marks_of(painter, view, context, on_map, faded_to);
        }
    }
}

/// A feature with its shape.
pub(super) struct FeatureOnMap<'a> {
    pub id: Id<Feature>,
    pub emphasis: Emphasis,
    pub shape: &'a FeatureShape,
}

/// Paints the signs of one feature, with so much of their colour.
pub(super) fn paint_marks_of(
    painter: &Painter,
    view: &View,
    context: UiContext<'_>,
    FeatureOnMap {
        id,
        emphasis,
        shape,
    }: FeatureOnMap<'_>,
    faded_to: f32,
) {
    let feature = context.world.features.get(id);
    let Some((feature, look)) =
        feature.and_then(|feature| Some((feature, look_of(context, feature)?)))
    else {
        return;
    };
    let visible = view.visible(measures::SIGN_SPACING);
    let strength = strength_of(context, feature, emphasis) * faded_to;
    let colors = SignColors {
        ink: faded(look.line.color, strength),
        halo: faded(context.theme.map.halo, strength),
    };
    let in_view = shape
        .paths
        .iter()
        .filter(|path| path.bounds.intersects(visible));
    for path in in_view {
        let walk = Walk::new(view, &path.points);
        paint_ends(painter, view, &walk, look, colors);
        paint_signs(painter, view, &walk, (look.sign, look.marks), colors);
    }
    let at_a_place = look.sign_of_place();
    for ring in shape.areas.iter().flatten() {
        let walk = Walk::new(view, ring);
        paint_signs(painter, view, &walk, (at_a_place, look.marks), colors);
    }
    for &site in &shape.sites {
        let at = view.screen_from_map(site);
        if view.rect.expand(measures::SITE_RADIUS).contains(at) {
            let accent = faded(context.theme.ui.accent, faded_to);
            let ring = (emphasis >= Emphasis::Hovered).then_some(accent);
            paint_site(painter, at, (at_a_place, colors), ring);
        }
    }
}

/// Arrows and end bars.
fn paint_ends(painter: &Painter, view: &View, walk: &Walk, look: FeatureLook, colors: SignColors) {
    let in_view = |at: Pos2| view.rect.expand(measures::ARROW_LENGTH).contains(at);
    let rim = if look.ends == Ends::Barred {
        for at in [0.0, walk.length] {
            if let Some((at, along)) = walk.at(at).filter(|&(at, _)| in_view(at)) {
                paint_end(painter, at, along, colors);
            }
        }
        measures::END_BAR_STROKE
    } else {
        measures::TIP_GAP
    };
    let end = (walk.length - rim, 1.0);
    let mut stops = match look.arrow {
        Arrow::None => Vec::new(),
        Arrow::End | Arrow::Along => vec![end],
        Arrow::Both => vec![end, (rim, -1.0)],
    };
    if look.arrow == Arrow::Along && walk.length >= measures::LEAST_SIGNED {
        // At least one in the middle: a single one at the end is not an overlay's own.
        let count = (walk.length / measures::SIGN_SPACING)
            .floor()
            .clamp(2.0, MOST_SIGNS);
        stops.extend((1..count as u32).map(|n| (f32::from(n as u16) * walk.length / count, 1.0)));
    }
    for (at, sign) in stops {
        if let Some((tip, along)) = walk.at(at).filter(|&(tip, _)| in_view(tip)) {
            arrowhead(painter, tip, along * sign, measures::ARROW_LENGTH, colors);
        }
    }
}

/// The overlay's sign along a line, and what the line says beside it.
fn paint_signs(
    painter: &Painter,
    view: &View,
    walk: &Walk,
    (sign, marks): (Sign, Marks),
    colors: SignColors,
) {
    if walk.length < measures::LEAST_SIGNED {
        return;
    }
    let dense = measures::SIGN_SPACING / 2.0;
    let (spacing, phase) = match (sign, marks) {
        (_, Marks::Bars) => (dense, 0.25),
        (Sign::Crosses, Marks::None) => (dense, 0.5),
        (_, Marks::None) => (measures::SIGN_SPACING, 0.5),
        // Beside a mark in the middle the signs stand at the quarters.
        _ => (measures::SIGN_SPACING, 0.25),
    };
    // A short line has room for a sign and a mark only side by side.
    let is_short = sign != Sign::None && walk.length < dense;
    let middle = match marks {
        Marks::None | Marks::Bars => None,
        _ => walk.at(walk.length * if is_short { 0.7 } else { 0.5 }),
    };
    let is_free = |at: Pos2| {
        let apart = if is_short { 0.0 } else { MARK_ROOM };
        middle.is_none_or(|(middle, _)| at.distance(middle) > apart)
    };
    if sign != Sign::None {
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
    if let Some((center, along)) = middle.filter(|&(center, _)| view.rect.contains(center)) {
        paint_mark(painter, center, along, marks, colors);
    }
}

/// A disc with an eye, or the overlay's sign in a ring; and a ring around one that is pointed at.
fn paint_site(
    painter: &Painter,
    at: Pos2,
    (sign, colors): (Sign, SignColors),
    ring: Option<Color32>,
) {
    let radius = if sign == Sign::None {
        measures::SITE_RADIUS
    } else {
        measures::SITE_RING_OF_SIGN
    };
    if let Some(color) = ring {
        let stroke = Stroke::new(measures::SITE_RING_STROKE, color);
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
    paint_site(painter, at, (sign, colors), None);
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
    /// Each with its distance from the start along the line.
    points: Vec<(Pos2, f32)>,
    length: f32,
}

impl Walk {
    fn new(view: &View, points: &[MapPoint]) -> Self {
        let mut length = 0.0;
        let mut before = None;
        let walked = points.iter().map(|&point| {
            let point = view.screen_from_map(point);
            length += before.map_or(0.0, |before: Pos2| before.distance(point));
            before = Some(point);
            (point, length)
        });
        let points = walked.collect();
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
        let distance = distance.max(f32::MIN_POSITIVE);
        // Where rounding has led past the end, that is where it is.
        let next = self.points.partition_point(|&(_, at)| at < distance);
        let next = next.clamp(1, self.points.len().max(2) - 1);
        let (&(from, start), &(to, end)) = (self.points.get(next - 1)?, self.points.get(next)?);
        let along = (to - from).normalized();
        Some((from + along * (distance.min(end) - start), along))
    }
}
