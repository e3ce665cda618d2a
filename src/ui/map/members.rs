//! Who takes part in what joins more than two: their land is hatched while it is selected or
//! pointed at, rising to the right for those who act, falling for those it is done to.
//!
//! In: hatches onto the GPU, made again when they change. Out: arcs (see `overlay_layer`).

use egui::{Color32, pos2};
use walkers::{Canvas, Line};

use super::batch::{self, KeptEach};
use crate::atlas::{AreaId, CountryId, Detail, Level, Worldview};
use crate::geography::{LonLat, MapPoint, MapProjection};
use crate::picture::{Change, Fading, View, hatch_lines, hatch_octave, project_rings};
use crate::theme::measures;
use crate::ui::UiContext;
use crate::world::{Feature, Id, Subject};

/// Nearer than this the hatch gets no finer: it is the same large countries however near one looks.
const FINEST_OCTAVE: i32 = 4;

type Key = (Id<Feature>, i32, Detail, MapProjection, Worldview);

/// The hatch of one feature's members, what it was made for, and whose hatch fades.
#[derive(Default)]
pub(super) struct MembersLayer {
    hatch: KeptEach<Key>,
    fading: Fading<Id<Feature>, ()>,
}

impl MembersLayer {
    pub(super) fn forget(&mut self) {
        self.hatch.forget();
    }

    pub(super) fn is_fading(&self) -> bool {
        self.fading.is_moving()
    }

    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        context: UiContext<'_>,
        (level, change): (Option<&Level>, Change),
    ) {
        let Some(level) = level else { return };
        let (stage, now_secs) = (&context.session.stage, context.session.now_secs);
        let wanted = joining_many(context).into_iter().map(|id| (id, ()));
        self.fading.show(&wanted.collect(), change, now_secs);
        for sheet in self.fading.sheets() {
            let strength = sheet.strength(now_secs);
            for &(id, ()) in sheet.items.iter() {
                let key = (
                    id,
                    hatch_octave(view.zoom() - 1.0).min(FINEST_OCTAVE),
                    level.detail,
                    stage.projection,
                    stage.worldview,
                );
                self.hatch.draw(canvas, view, (key, strength), |&key| {
                    let origin = stage.projection.project(LonLat::new(76.0, 34.0));
                    (origin, batch::lines(hatch(key, context, level, origin)))
                });
            }
        }
        self.hatch.end_frame();
    }
}

/// What is pointed at or selected, if it is on show and joins more than two.
fn joining_many(context: UiContext<'_>) -> Option<Id<Feature>> {
    let session = context.session;
    let joins_many = |subject: Option<Subject>| match subject {
        Some(Subject::Feature(id)) => {
            let feature = context.world.features.get(id)?;
            let joins_many = feature.from.len() + feature.to.len() > 2;
            (joins_many && feature.kind.is_relation() && session.shows(context.world, id))
                .then_some(id)
        }
        _ => None,
    };
    joins_many(session.hover).or_else(|| joins_many(session.stage.selection))
}

/// The hatches of what is chosen, around their origins: for a sheet.
pub(super) fn hatches(
    context: UiContext<'_>,
    level: &Level,
    view: &View,
) -> Vec<(MapPoint, Vec<Line>)> {
    let stage = &context.session.stage;
    let octave = hatch_octave(view.zoom() - 1.0).min(FINEST_OCTAVE);
    let joining = joining_many(context).into_iter();
    let hatch_of = |id| {
        let key = (id, octave, level.detail, stage.projection, stage.worldview);
        (view.center, hatch(key, context, level, view.center))
    };
    joining.map(hatch_of).collect()
}

fn hatch(key: Key, context: UiContext<'_>, level: &Level, origin: MapPoint) -> Vec<Line> {
    let (id, octave, _, projection, worldview) = key;
    let Some(feature) = context.world.features.get(id) else {
        return Vec::new();
    };
    let Some(overlay) = context.world.overlays.get(feature.overlay) else {
        return Vec::new();
    };
    let ink = context.theme.overlay(overlay.style).color;
    let color = ink.gamma_multiply(measures::MEMBER_STRENGTH);
    let takes_part =
        |side: &[Subject], country: CountryId| side.contains(&Subject::Country(country));
    let mut lines = Vec::new();
    for (index, polygons) in level.areas.iter().enumerate() {
        let area = AreaId(u16::try_from(index).unwrap_or(u16::MAX));
        let country = context.atlas.owner(area, worldview).country();
        let rises = takes_part(&feature.from, country);
        if !rises && !takes_part(&feature.to, country) {
            continue;
        }
        let turn = if rises { 1.0 } else { -1.0 };
        for polygon in polygons {
            let mut rings = project_rings(level, polygon, projection);
            for at in rings.iter_mut().flatten() {
                at.x *= turn;
            }
            let found = hatch_lines(&rings, octave).into_iter();
            lines.extend(found.map(|ends| line(ends, turn, origin, color)));
        }
    }
    lines
}

fn line(ends: [MapPoint; 2], turn: f64, origin: MapPoint, color: Color32) -> Line {
    let local = |at: MapPoint| pos2((at.x * turn - origin.x) as f32, (at.y - origin.y) as f32);
    Line {
        points: ends.map(local).to_vec(),
        width: measures::MEMBER_STROKE,
        color,
        dasharray: Vec::new(),
    }
}
