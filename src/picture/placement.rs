//! Which labels stand in a view, and where: greedy by rank, never one over another, hidden
//! rather than collided.

use egui::{Pos2, Rect, Vec2, vec2};

use super::labels::{LabelKind, LabelSource, TextMeasure};
use super::line_grid::LineGrid;
use super::view::View;

/// A label that has found its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Index into the sources.
    pub source: usize,
    /// Of the words, on the screen.
    pub rect: Rect,
    /// The point it names.
    pub anchor: Pos2,
}

/// Air around a label's words, in points.
const MARGIN: Vec2 = vec2(4.0, 2.0);

/// From a dot's centre to the words beside it.
const DOT_GAP_PX: f32 = 6.0;

/// More than this many names is a list, not a map.
const MOST_LABELS: usize = 90;

/// What a label may not, or would rather not, stand on.
pub struct Obstacles<'a> {
    /// Places that must stay free: the scale bar, buttons.
    pub taken: &'a [Rect],
    /// Lines on show: a name beside a line or a dot keeps off them where it can.
    pub lines: &'a LineGrid,
}

/// Places labels in a view. `wants` says which sources are on show at all.
pub fn place_labels(
    view: &View,
    sources: &[LabelSource],
    obstacles: &Obstacles<'_>,
    wants: impl Fn(&LabelSource) -> bool,
    measure: &mut dyn TextMeasure,
) -> Vec<PlacedLabel> {
    let zoom = view.zoom();
    let visible = view.visible(0.0);
    let mut boxes: Vec<Rect> = obstacles.taken.to_vec();
    let mut placed = Vec::new();
    for (index, source) in sources.iter().enumerate() {
        if placed.len() >= MOST_LABELS {
            break;
        }
        if zoom < source.min_zoom
            || zoom > source.max_zoom
            || !source
                .anchors
                .iter()
                .any(|&anchor| visible.contains(anchor))
            || !wants(source)
        {
            continue;
        }
        let size = measure.size(index, source);
        let found = find_place(view, source, size, &boxes, obstacles);
        if let Some((anchor, rect)) = found {
            // The dot keeps its own room, so that no other name stands on it.
            let dot = Rect::from_center_size(anchor, Vec2::splat(DOT_GAP_PX));
            boxes.push(match source.kind {
                LabelKind::Centered | LabelKind::BesideLine => rect,
                LabelKind::BesideDot => rect.union(dot),
            });
            placed.push(PlacedLabel {
                source: index,
                rect,
                anchor,
            });
        }
    }
    placed
}

/// The first place of a label that is free, and off all lines if there is such a one.
fn find_place(
    view: &View,
    source: &LabelSource,
    size: Vec2,
    boxes: &[Rect],
    obstacles: &Obstacles<'_>,
) -> Option<(Pos2, Rect)> {
    let visible = view.visible(0.0);
    let mut free = source
        .anchors
        .iter()
        .filter(|&&anchor| visible.contains(anchor))
        .flat_map(|&anchor| {
            let anchor = view.screen_from_map(anchor);
            places(source.kind, anchor, size)
                .into_iter()
                .flatten()
                .map(move |rect| (anchor, rect))
        })
        .filter(|(anchor, rect)| {
            let room = rect.expand2(MARGIN);
            let is_dot_free = source.kind != LabelKind::BesideDot
                || !placed_boxes(boxes, obstacles.taken)
                    .iter()
                    .any(|other| other.contains(*anchor));
            view.rect.contains_rect(room)
                && is_dot_free
                && !boxes.iter().any(|taken| taken.intersects(room))
        });
    let first = free.next();
    let is_clear =
        |rect: Rect| source.kind == LabelKind::Centered || !obstacles.lines.crosses(rect);
    match first {
        Some((_, rect)) if !is_clear(rect) => free.find(|&(_, rect)| is_clear(rect)).or(first),
        _ => first,
    }
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
        LabelKind::Centered => [centered(anchor), None, None, None],
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geography::MapPoint;
    use crate::picture::LabelStyle;
    use egui::pos2;

    struct EightByTwelve;

    impl TextMeasure for EightByTwelve {
        fn size(&mut self, _index: usize, source: &LabelSource) -> Vec2 {
            vec2(source.text.chars().count() as f32 * 8.0, 12.0)
        }
    }

    fn source(text: &str, x: f64, y: f64, kind: LabelKind) -> LabelSource {
        LabelSource {
            subject: None,
            text: text.to_owned(),
            style: LabelStyle::City,
            kind,
            anchors: vec![MapPoint { x, y }],
            min_zoom: 0.0,
            max_zoom: 20.0,
            rank: 0,
        }
    }

    fn view() -> View {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(400.0, 300.0));
        View::new(rect, MapPoint { x: 0.0, y: 0.0 }, 0.0)
    }

    fn placed(sources: &[LabelSource], taken: &[Rect], line: &[Pos2]) -> Vec<PlacedLabel> {
        let mut lines = LineGrid::new(view().rect, Pos2::ZERO);
        lines.add(line.iter().copied());
        let obstacles = Obstacles {
            taken,
            lines: &lines,
        };
        place_labels(&view(), sources, &obstacles, |_| true, &mut EightByTwelve)
    }

    #[test]
    fn a_name_keeps_off_a_line_where_it_can_and_stands_on_it_where_it_must() {
        let sources = [source("Multan", 0.0, 0.0, LabelKind::BesideDot)];
        let to_the_right = [pos2(200.0, 150.0), pos2(400.0, 150.0)];
        let names = placed(&sources, &[], &to_the_right);
        assert!(names[0].rect.max.x < 200.0, "{names:?}");
        let across: Vec<Pos2> = (0..30)
            .flat_map(|n| [pos2(0.0, n as f32 * 10.0), pos2(400.0, n as f32 * 10.0)])
            .collect();
        assert_eq!(placed(&sources, &[], &across).len(), 1);
    }

    #[test]
    fn no_label_ever_stands_on_another_or_beyond_the_edge() {
        let sources: Vec<_> = (0..400)
            .map(|n| {
                let (x, y) = (
                    f64::from(n * 37 % 400) - 200.0,
                    f64::from(n * 91 % 300) - 150.0,
                );
                source("Islamabad", x, y, LabelKind::BesideDot)
            })
            .collect();
        let placed = placed(&sources, &[], &[]);
        assert!(placed.len() > 10, "{}", placed.len());
        for (index, label) in placed.iter().enumerate() {
            assert!(view().rect.contains_rect(label.rect), "{label:?}");
            for other in &placed[..index] {
                assert!(!label.rect.intersects(other.rect), "{label:?} {other:?}");
            }
        }
    }

    #[test]
    fn the_first_of_two_that_collide_stays_and_the_other_moves_aside_or_hides() {
        let sources = [
            source("Kabul", 0.0, 0.0, LabelKind::Centered),
            source("Kabul again", 0.0, 2.0, LabelKind::Centered),
            source("Beside", 0.0, 8.0, LabelKind::BesideDot),
        ];
        let placed = placed(&sources, &[], &[]);
        let names: Vec<_> = placed.iter().map(|label| label.source).collect();
        assert_eq!(names, [0, 2]);
    }

    #[test]
    fn taken_places_stay_free() {
        let sources = [source("Kabul", 0.0, 0.0, LabelKind::Centered)];
        let taken = [Rect::from_center_size(pos2(200.0, 150.0), vec2(50.0, 50.0))];
        assert!(placed(&sources, &taken, &[]).is_empty());
    }
}
