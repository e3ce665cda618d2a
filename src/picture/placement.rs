//! Which labels stand in a view, and where: greedy by rank, never one over another, hidden
//! rather than collided.

use egui::{Pos2, Rect, Vec2};

use super::board::{Board, DOT_GAP_PX};
use super::labels::{LabelKind, LabelSource, Setting, TextMeasure};
use super::line_grid::LineGrid;
use super::view::View;

/// A label that has found its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedLabel {
    /// Index into the sources.
    pub source: usize,
    pub setting: Setting,
    /// Of the words, on the screen.
    pub rect: Rect,
    /// The point it names.
    pub anchor: Pos2,
}

impl PlacedLabel {
    /// What its picture depends on: the words and how they are set.
    pub fn key(&self) -> (usize, Setting) {
        (self.source, self.setting)
    }
}

/// More names than one for this much of the map, in square points, is a list and not a map.
const ROOM_PX2: f32 = 12_000.0;

/// How many names there may be on a small map, and on the largest.
const MOST_LABELS: [f32; 2] = [60.0, 160.0];

/// What a label may not, or would rather not, stand on.
pub struct Obstacles<'a> {
    /// Places that must stay free: the scale bar, buttons.
    pub taken: &'a [Rect],
    /// Lines on show: a name beside a line or a dot keeps off them where it can.
    pub lines: &'a LineGrid,
    /// Whether a name may stand on a line where there is no other place for it.
    pub may_cross: &'a dyn Fn(&LabelSource) -> bool,
}

/// Places labels in a view. `candidates` are the places among the sources of those that could be in
/// view, the best first; `wants` says which of them are on show at all.
pub fn place_labels(
    view: &View,
    (sources, candidates): (&[LabelSource], &[usize]),
    obstacles: &Obstacles<'_>,
    wants: impl Fn(&LabelSource) -> bool,
    measure: &mut dyn TextMeasure,
) -> Vec<PlacedLabel> {
    let zoom = view.zoom();
    let visible = view.visible(0.0);
    let [fewest, most] = MOST_LABELS;
    let most = (view.rect.area() / ROOM_PX2).clamp(fewest, most) as usize;
    let mut boxes: Vec<Rect> = obstacles.taken.to_vec();
    let mut placed = Vec::new();
    let named = candidates
        .iter()
        .filter_map(|&index| Some((index, sources.get(index)?)));
    for (index, source) in named {
        if placed.len() >= most {
            break;
        }
        if zoom < source.min_zoom
            || zoom > source.max_zoom
            || !source
                .anchors
                .iter()
                .any(|anchor| visible.contains(anchor.at))
            || !wants(source)
        {
            continue;
        }
        let board = Board {
            view,
            boxes: &boxes,
            obstacles,
        };
        if let Some(label) = board.find_place(index, source, measure) {
            let (anchor, rect) = (label.anchor, label.rect);
            // The dot keeps its own room, so that no other name stands on it.
            let dot = Rect::from_center_size(anchor, Vec2::splat(DOT_GAP_PX));
            boxes.push(match source.kind {
                LabelKind::BesideDot => rect.union(dot),
                _ => rect,
            });
            placed.push(label);
        }
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geography::MapPoint;
    use crate::picture::{Anchor, LabelStyle, Lines, Room};
    use egui::{pos2, vec2};

    struct EightByTwelve;

    impl TextMeasure for EightByTwelve {
        fn steps(&self, style: LabelStyle) -> u8 {
            if style == LabelStyle::Country { 3 } else { 1 }
        }

        fn size(&mut self, _index: usize, source: &LabelSource, setting: Setting) -> Vec2 {
            let text = source.set_text(setting.lines);
            let longest = text.lines().map(|line| line.chars().count()).max();
            let size = 1.0 + f32::from(setting.step) / 2.0;
            let lines = text.lines().count() as f32;
            vec2(longest.unwrap_or(0) as f32 * 8.0, 12.0 * lines) * size
        }
    }

    fn source(text: &str, x: f64, y: f64, kind: LabelKind) -> LabelSource {
        LabelSource {
            subject: None,
            text: text.to_owned(),
            style: LabelStyle::City,
            kind,
            anchors: vec![Anchor::free(MapPoint { x, y })],
            home: 1,
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
            may_cross: &|source| source.style != LabelStyle::Feature,
        };
        let all: Vec<usize> = (0..sources.len()).collect();
        let sources = (sources, all.as_slice());
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
    fn a_name_that_may_not_cross_lines_hides_where_there_is_no_place_off_them() {
        let across: Vec<Pos2> = (0..30)
            .flat_map(|n| [pos2(0.0, n as f32 * 10.0), pos2(400.0, n as f32 * 10.0)])
            .collect();
        let mut name = source("Thaw", 0.0, 0.0, LabelKind::BesideLine);
        name.style = LabelStyle::Feature;
        assert_eq!(placed(std::slice::from_ref(&name), &[], &across), []);
        assert_eq!(placed(&[name], &[], &[]).len(), 1);
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
            source("Beside", 0.0, 11.0, LabelKind::BesideDot),
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

    #[test]
    fn a_country_s_name_is_as_large_as_its_land_allows_then_in_two_lines_then_not_there() {
        let set = |width: f64| {
            let mut name = source("SRI LANKA", 0.0, 0.0, LabelKind::Centered);
            name.style = LabelStyle::Country;
            name.anchors[0].room = Room::of_width(width);
            let placed = placed(&[name], &[], &[]);
            placed.first().map(|label| label.setting)
        };
        let one = |step: u8| Setting {
            step,
            lines: Lines::One,
        };
        let two = |step: u8| Setting {
            step,
            lines: Lines::Two,
        };
        let widths = [72.0 * 2.0 / 0.65, 72.0 * 1.5 / 0.65, 40.0 * 2.0 / 0.65];
        assert_eq!(set(widths[0] + 1.0), Some(one(2)));
        assert_eq!(set(widths[0] - 1.0), Some(one(1)));
        assert_eq!(set(widths[1] - 1.0), Some(two(2)));
        assert_eq!(set(widths[2] - 1.0), Some(one(0)));
        assert_eq!(set(72.0 / 0.9 - 1.0), Some(two(0)));
        assert_eq!(set(30.0), None);
    }
}
