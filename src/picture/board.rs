//! One label among those that are placed already: how it is set, and where there is room.

use egui::{Pos2, Rect, Vec2, vec2};

use super::labels::{LabelKind, LabelSource, LabelStyle, Lines, Setting, TextMeasure};
use super::placement::{Obstacles, PlacedLabel};
use super::room::Anchor;
use super::view::View;

/// Air around a label's words, in points.
const MARGIN: Vec2 = vec2(4.0, 2.0);

/// A dot keeps this far from the names of others.
const DOT_RADIUS_PX: f32 = 4.0;

/// From a dot's centre to the words beside it.
pub(super) const DOT_GAP_PX: f32 = 6.0;

/// From a river to the middle of the words along it.
const RIVER_GAP_PX: f32 = 9.0;

/// How much of the width there is a name may take. Countries have air around them, but for the
/// smallest size; a sea's name may stand over its shores a little.
fn part_of_width(style: LabelStyle, step: u8) -> f64 {
    match (style, step) {
        (LabelStyle::FocusCountry, 0) => 1.0,
        (LabelStyle::FocusCountry, _) => 0.8,
        (LabelStyle::Country, 0) => 0.9,
        (LabelStyle::Country, _) => 0.65,
        _ => 1.1,
    }
}

/// How much of a name must fit into the corner of a country that is in view.
const CORNER_PART: f64 = 0.85;

/// How much of a name at least lies on its own land, where it stands at any price: in the middle of
/// the country, and elsewhere, where it would be taken for a neighbour's.
const LEAST_ON_LAND_PART: f64 = 0.4;
const LEAST_ASIDE_PART: f64 = 0.6;

/// The part of a line's height that letters take; the rest is air.
const INK_PART: f64 = 0.7;

/// What is on the map already.
pub(super) struct Board<'a> {
    pub view: &'a View,
    pub boxes: &'a [Rect],
    pub obstacles: &'a Obstacles<'a>,
}

impl Board<'_> {
    /// The largest setting that has room, and where. The size depends on the zoom alone and not on
    /// what part of a country is in view, so that it does not change while the map is dragged.
    pub(super) fn find_place(
        &self,
        index: usize,
        source: &LabelSource,
        measure: &mut dyn TextMeasure,
    ) -> Option<PlacedLabel> {
        let home = source.anchors.get(..source.home).unwrap_or_default();
        let label = |setting: Setting, (anchor, rect): (Pos2, Rect)| PlacedLabel {
            source: index,
            setting,
            rect,
            anchor,
        };
        let mut has_fitted = false;
        let mut on_a_line = None;
        for setting in settings(source, measure.steps(source.style)) {
            let size = measure.size(index, source, setting);
            let fits = |anchor: &Anchor| self.fits(source, anchor, setting, size);
            has_fitted |= home.iter().any(fits);
            if !has_fitted {
                continue;
            }
            let Some(place) = self.free_place(source, size, |_, anchor| fits(anchor)) else {
                continue;
            };
            if !self.obstacles.lines.crosses(place.1) {
                return Some(label(setting, place));
            }
            // One size smaller and off the lines is better than on one.
            if on_a_line.is_some() {
                break;
            }
            on_a_line = Some(label(setting, place));
        }
        if on_a_line.is_some() {
            return on_a_line.filter(|_| (self.obstacles.may_cross)(source));
        }
        if source.style != LabelStyle::FocusCountry {
            return None;
        }
        // The countries of the story have their name at any price but another's place and another's
        // land; where only a corner of one is in view, it must about fit there.
        let setting = Setting::default();
        let size = measure.size(index, source, setting);
        let visible = self.view.visible(0.0);
        let is_in_view = home.first().is_some_and(|best| visible.contains(best.at));
        let width = f64::from(size.x) / self.view.scale;
        self.free_place(source, size, |order, anchor| {
            let part = match (is_in_view, order < source.home) {
                (false, _) => CORNER_PART,
                (true, true) => LEAST_ON_LAND_PART,
                (true, false) => LEAST_ASIDE_PART,
            };
            anchor.room.fits(part * width, 0.0)
        })
        .map(|place| label(setting, place))
    }

    fn fits(&self, source: &LabelSource, anchor: &Anchor, setting: Setting, size: Vec2) -> bool {
        let part = part_of_width(source.style, setting.step);
        let width = f64::from(size.x) / part / self.view.scale;
        let height = f64::from(size.y) * INK_PART / self.view.scale;
        anchor.room.fits(width, height)
    }

    /// The first place of a label that is free and fits, by its order and its room, and off all lines
    /// if there is such a one.
    fn free_place(
        &self,
        source: &LabelSource,
        size: Vec2,
        fits: impl Fn(usize, &Anchor) -> bool,
    ) -> Option<(Pos2, Rect)> {
        let visible = self.view.visible(0.0);
        let mut free = source
            .anchors
            .iter()
            .enumerate()
            .filter(|&(order, anchor)| visible.contains(anchor.at) && fits(order, anchor))
            .flat_map(|(order, anchor)| {
                let anchor = self.view.screen_from_map(anchor.at);
                places(source.kind, anchor, size)
                    .into_iter()
                    .flatten()
                    .map(move |rect| (order, anchor, rect))
            })
            .filter(|&(_, anchor, rect)| self.is_free(source.kind, anchor, rect));
        let is_clear = |rect: Rect| !self.obstacles.lines.crosses(rect);
        let (_, anchor, rect) = free.next()?;
        if is_clear(rect) {
            return Some((anchor, rect));
        }
        let clear = free
            .take_while(|&(order, _, _)| order < source.home)
            .find(|&(_, _, rect)| is_clear(rect));
        Some(clear.map_or((anchor, rect), |(_, anchor, rect)| (anchor, rect)))
    }

    fn is_free(&self, kind: LabelKind, anchor: Pos2, rect: Rect) -> bool {
        let room = rect.expand2(MARGIN);
        let is_dot_free = kind != LabelKind::BesideDot
            || !placed_boxes(self.boxes, self.obstacles.taken)
                .iter()
                .any(|other| other.expand(DOT_RADIUS_PX).contains(anchor));
        self.view.rect.contains_rect(room)
            && is_dot_free
            && !self.boxes.iter().any(|taken| taken.intersects(room))
    }
}

/// How a name may be set, the best first: large before small, and in two lines rather than two
/// sizes smaller.
fn settings(source: &LabelSource, steps: u8) -> Vec<Setting> {
    let two = source.can_break().then_some(Lines::Two);
    let mut settings: Vec<Setting> = [Some(Lines::One), two]
        .into_iter()
        .flatten()
        .flat_map(|lines| (0..steps).map(move |step| Setting { step, lines }))
        .collect();
    settings.sort_by_key(|setting| {
        let worth = setting.step + u8::from(setting.lines == Lines::One);
        std::cmp::Reverse((worth, setting.lines == Lines::One))
    });
    settings
}

/// The places labels have taken, without those that were taken from the start: a dot may stand on
/// the room that was kept for it.
fn placed_boxes<'a>(boxes: &'a [Rect], taken: &[Rect]) -> &'a [Rect] {
    boxes.get(taken.len()..).unwrap_or_default()
}

fn places(kind: LabelKind, anchor: Pos2, size: Vec2) -> [Option<Rect>; 4] {
    let half = size / 2.0;
    let centered = |center: Pos2| Some(Rect::from_center_size(center, size));
    match kind {
        LabelKind::Centered | LabelKind::Turned { .. } => [centered(anchor), None, None, None],
        LabelKind::AlongLine { turn_deg } => {
            let (sin, cos) = f32::from(turn_deg).to_radians().sin_cos();
            let aside = vec2(sin, -cos) * RIVER_GAP_PX;
            [
                centered(anchor + aside),
                centered(anchor - aside),
                None,
                None,
            ]
        }
        LabelKind::BesideLine => [
            centered(anchor - vec2(0.0, DOT_GAP_PX + half.y)),
            centered(anchor + vec2(0.0, DOT_GAP_PX + half.y)),
            centered(anchor + vec2(DOT_GAP_PX + 2.0 + half.x, 0.0)),
            centered(anchor - vec2(DOT_GAP_PX + 2.0 + half.x, 0.0)),
        ],
        LabelKind::BesideDot => [
            centered(anchor + vec2(DOT_GAP_PX + half.x, 0.0)),
            centered(anchor - vec2(DOT_GAP_PX + half.x, 0.0)),
            centered(anchor - vec2(0.0, DOT_GAP_PX + half.y)),
            centered(anchor + vec2(0.0, DOT_GAP_PX + half.y)),
        ],
    }
}
