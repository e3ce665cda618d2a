//! Outlines of the hovered and selected countries, and the hatch of disputed areas: onto the GPU,
//! made again when they change.

use egui::{Color32, pos2};
use walkers::{Canvas, Drawables, Line};

use crate::atlas::{AreaId, CountryId, Detail, Level, Owner, Worldview};
use crate::geography::{LonLat, MapPoint, MapProjection};
use crate::picture::{View, hatch_lines, hatch_octave};
use crate::theme::ThemeKind;
use crate::ui::UiContext;
use crate::world::Subject;

type OutlineKey = (CountryId, Detail, MapProjection, Worldview, ThemeKind);
type HatchKey = (i32, Detail, MapProjection, Worldview, ThemeKind);

/// Lines made for a key.
struct Made<K> {
    key: K,
    origin: MapPoint,
    drawables: Drawables,
}

/// At most a hovered, a selected and a compared country, and one octave of hatching.
#[derive(Default)]
pub(super) struct OutlineLayer {
    outlines: Vec<Made<OutlineKey>>,
    hatch: Option<Made<HatchKey>>,
}

const SELECTED_WIDTH: f32 = 2.6;
const HOVERED_WIDTH: f32 = 1.3;

impl OutlineLayer {
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        context: UiContext<'_>,
        level: &Level,
    ) {
        self.draw_hatch(canvas, view, context, level);
        let stage = &context.session.stage;
        let countries = [
            (context.session.hover, HOVERED_WIDTH),
            (stage.selection, SELECTED_WIDTH),
            (stage.compare, SELECTED_WIDTH),
        ];
        let mut kept = Vec::new();
        for (subject, width) in countries {
            let Some(Subject::Country(country)) = subject else {
                continue;
            };
            let key = (
                country,
                level.detail,
                stage.projection,
                stage.worldview,
                context.theme.kind,
            );
            let made = match self.outlines.iter().position(|made| made.key == key) {
                Some(at) => self.outlines.swap_remove(at),
                None => outline(key, context, level, width),
            };
            let transform = view.screen_from_local(made.origin);
            canvas.add_drawables(made.drawables.clone().with_transform(transform));
            kept.push(made);
        }
        self.outlines = kept;
    }

    fn draw_hatch(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        context: UiContext<'_>,
        level: &Level,
    ) {
        let stage = &context.session.stage;
        if stage.worldview != Worldview::Neutral {
            return;
        }
        let octave = hatch_octave(view.zoom());
        let key = (
            octave,
            level.detail,
            stage.projection,
            stage.worldview,
            context.theme.kind,
        );
        if self.hatch.as_ref().is_none_or(|made| made.key != key) {
            self.hatch = Some(hatch(key, context, level));
        }
        if let Some(made) = &self.hatch {
            let transform = view.screen_from_local(made.origin);
            canvas.add_drawables(made.drawables.clone().with_transform(transform));
        }
    }
}

fn project(points: &[LonLat], projection: MapProjection) -> Vec<MapPoint> {
    points
        .iter()
        .map(|&point| projection.project(point))
        .collect()
}

fn line(points: &[MapPoint], origin: MapPoint, width: f32, color: Color32) -> Line {
    let points = points
        .iter()
        .map(|point| pos2((point.x - origin.x) as f32, (point.y - origin.y) as f32))
        .collect();
    Line {
        points,
        width,
        color,
        dasharray: Vec::new(),
    }
}

fn outline(key: OutlineKey, context: UiContext<'_>, level: &Level, width: f32) -> Made<OutlineKey> {
    let (country, _, projection, worldview, _) = key;
    let label = context.atlas.country(country).map(|country| country.label);
    let origin = projection.project(label.unwrap_or(LonLat::new(0.0, 0.0)));
    let is_own = |side: Option<AreaId>| {
        side.is_some_and(|area| context.atlas.owner(area, worldview).country() == country)
    };
    let lines = level
        .arcs
        .iter()
        .filter(|arc| is_own(arc.sides[0]) != is_own(arc.sides[1]))
        .map(|arc| {
            let points = project(&arc.points, projection);
            line(&points, origin, width, context.theme.ui.accent)
        })
        .collect();
    Made {
        key,
        origin,
        drawables: super::batch::lines(lines),
    }
}

fn hatch(key: HatchKey, context: UiContext<'_>, level: &Level) -> Made<HatchKey> {
    let (octave, _, projection, worldview, _) = key;
    let origin = projection.project(LonLat::new(76.0, 34.0));
    let look = context.theme.hatch_line();
    let mut lines = Vec::new();
    for (index, polygons) in level.areas.iter().enumerate() {
        let area = AreaId(u16::try_from(index).unwrap_or(u16::MAX));
        if !matches!(context.atlas.owner(area, worldview), Owner::Disputed { .. }) {
            continue;
        }
        for polygon in polygons {
            let rings: Vec<_> = polygon
                .iter()
                .map(|ring| project(&level.ring_points(ring), projection))
                .collect();
            lines.extend(
                hatch_lines(&rings, octave)
                    .iter()
                    .map(|ends| line(ends, origin, look.width, look.color)),
            );
        }
    }
    Made {
        key,
        origin,
        drawables: super::batch::lines(lines),
    }
}
