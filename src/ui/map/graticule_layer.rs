//! Meridians and parallels on the map: their lines onto the GPU, and their names at its edge.

use egui::{Align2, Painter, Pos2, Rect, pos2, vec2};
use walkers::{Canvas, Drawables, Line};

use super::batch;
use super::lettering::{quiet_text, quiet_text_size};
use crate::geography::MapPoint;
use crate::picture::{Circle, GraticuleKey, GraticuleLine, View};
use crate::theme::{LineLook, Theme, measures::GRID};

/// The lines around the view, made again when it leaves them or asks for closer ones.
#[derive(Default)]
pub(super) struct GraticuleLayer {
    made: Option<Made>,
}

struct Made {
    key: GraticuleKey,
    lines: Vec<GraticuleLine>,
    origin: MapPoint,
    drawables: Drawables,
}

/// A line's name where it meets the edge.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct EdgeLabel {
    pub rect: Rect,
    text: String,
}

impl GraticuleLayer {
    pub(super) fn forget(&mut self) {
        self.made = None;
    }

    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        key: GraticuleKey,
        theme: &Theme,
    ) {
        if let Some(made) = self.made(view, key, theme) {
            batch::add(canvas, view, made.origin, &made.drawables);
        }
    }

    fn made(&mut self, view: &View, key: GraticuleKey, theme: &Theme) -> Option<&Made> {
        let is_current = |made: &Made| made.key == key;
        if !self.made.as_ref().is_some_and(is_current) {
            let (lines, origin) = (key.lines(), view.center);
            self.made = Some(Made {
                drawables: drawables(&lines, origin, theme.graticule()),
                key,
                lines,
                origin,
            });
        }
        self.made.as_ref()
    }

    /// Names of parallels at the left or right edge, of meridians at the top or bottom one; none over
    /// what `taken` holds or over another.
    pub(super) fn labels(
        &self,
        painter: &Painter,
        view: &View,
        taken: &[Rect],
        theme: &Theme,
    ) -> Vec<EdgeLabel> {
        let mut labels: Vec<EdgeLabel> = Vec::new();
        for line in self.made.iter().flat_map(|made| &made.lines) {
            let text = line.name();
            let size = quiet_text_size(painter, &text, theme);
            let is_free = |rect: &Rect| {
                let room = rect.expand2(vec2(GRID, 0.0));
                let own = labels.iter().map(|label| &label.rect);
                view.rect.contains_rect(*rect)
                    && taken.iter().chain(own).all(|other| !other.intersects(room))
            };
            let places = sides(line.kind).into_iter().filter_map(|side| {
                let at = edge_point(line, view, side)?;
                Some(side.anchor_size(at - side.to_sign() * (GRID / 2.0), size))
            });
            let found = places.into_iter().find(is_free);
            labels.extend(found.map(|rect| EdgeLabel { rect, text }));
        }
        labels
    }
}

pub(super) fn paint_edge_labels(painter: &Painter, labels: &[EdgeLabel], theme: &Theme) {
    for label in labels {
        quiet_text(painter, label.rect.min, &label.text, theme);
    }
}

/// The edges that may have a line's name, the better one first.
fn sides(kind: Circle) -> [Align2; 2] {
    match kind {
        Circle::Parallel => [Align2::LEFT_CENTER, Align2::RIGHT_CENTER],
        Circle::Meridian => [Align2::CENTER_TOP, Align2::CENTER_BOTTOM],
    }
}

/// Where a line crosses an edge of the map.
fn edge_point(line: &GraticuleLine, view: &View, side: Align2) -> Option<Pos2> {
    let edge = side.pos_in_rect(&view.rect);
    line.points.array_windows().find_map(|&[from, to]| {
        let (from, to) = (view.screen_from_map(from), view.screen_from_map(to));
        let (before, after) = match line.kind {
            Circle::Parallel => (from.x - edge.x, to.x - edge.x),
            Circle::Meridian => (from.y - edge.y, to.y - edge.y),
        };
        if (before < 0.0) == (after < 0.0) {
            return None;
        }
        let at = from + (to - from) * (before / (before - after));
        view.rect.expand(1.0).contains(at).then_some(at)
    })
}

fn drawables(lines: &[GraticuleLine], origin: MapPoint, look: LineLook) -> Drawables {
    let local = |point: &MapPoint| pos2((point.x - origin.x) as f32, (point.y - origin.y) as f32);
    let lines = lines.iter().map(|line| Line {
        points: line.points.iter().map(local).collect(),
        width: look.width,
        color: look.color,
        dasharray: look.dash.to_vec(),
    });
    batch::lines(lines.collect())
}
