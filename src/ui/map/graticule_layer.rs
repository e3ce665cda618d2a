//! Meridians and parallels on the map: their lines onto the GPU, and their names at its edge.

use egui::{Align2, Painter, Pos2, Rect, pos2, vec2};
use walkers::{Canvas, Drawables, Line};

use super::batch;
use super::lettering::{quiet_text, quiet_text_size};
use crate::geography::MapPoint;
use crate::picture::{Circle, GraticuleKey, GraticuleLine, View};
use crate::theme::{LineLook, Theme, ThemeKind, measures::GRID};

/// The lines around the view, made again when it leaves them or asks for closer ones.
#[derive(Default)]
pub(super) struct GraticuleLayer {
    made: Option<Made>,
}

struct Made {
    key: GraticuleKey,
    theme: ThemeKind,
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
            let transform = view.screen_from_local(made.origin);
            canvas.add_drawables(made.drawables.clone().with_transform(transform));
        }
    }

    fn made(&mut self, view: &View, key: GraticuleKey, theme: &Theme) -> Option<&Made> {
        let is_current = |made: &Made| made.key == key && made.theme == theme.kind;
        if !self.made.as_ref().is_some_and(is_current) {
            let (lines, origin) = (key.lines(), view.center);
            self.made = Some(Made {
                drawables: drawables(&lines, origin, theme.graticule()),
                key,
                theme: theme.kind,
                lines,
                origin,
            });
        }
        self.made.as_ref()
    }

    /// Names of parallels at the left edge and of meridians at the top one; none over what `taken`
    /// holds or over another.
    pub(super) fn labels(
        &self,
        painter: &Painter,
        view: &View,
        taken: &[Rect],
        theme: &Theme,
    ) -> Vec<EdgeLabel> {
        let mut labels: Vec<EdgeLabel> = Vec::new();
        for line in self.made.iter().flat_map(|made| &made.lines) {
            let Some(at) = edge_point(line, view) else {
                continue;
            };
            let text = line.name();
            let size = quiet_text_size(painter, &text, theme);
            let rect = match line.kind {
                Circle::Parallel => Align2::LEFT_CENTER.anchor_size(at + vec2(GRID, 0.0), size),
                Circle::Meridian => {
                    Align2::CENTER_TOP.anchor_size(at + vec2(0.0, GRID / 2.0), size)
                }
            };
            let room = rect.expand2(vec2(GRID, 0.0));
            let is_free = |other: &Rect| !other.intersects(room);
            if view.rect.contains_rect(rect)
                && taken.iter().all(is_free)
                && labels.iter().all(|label| is_free(&label.rect))
            {
                labels.push(EdgeLabel { rect, text });
            }
        }
        labels
    }
}

pub(super) fn paint_edge_labels(painter: &Painter, labels: &[EdgeLabel], theme: &Theme) {
    for label in labels {
        quiet_text(painter, label.rect.min, &label.text, theme);
    }
}

/// Where a line crosses the edge that has its name: the left one for parallels, the top one for
/// meridians.
fn edge_point(line: &GraticuleLine, view: &View) -> Option<Pos2> {
    let edge = view.rect.min;
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
