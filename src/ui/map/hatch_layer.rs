//! The stripes of disputed areas onto the GPU: between land and its lines, each area's made when it
//! comes into view, and again for another octave of zoom.

use egui::{Color32, pos2};
use walkers::{Canvas, Mesh, Vertex};

use super::batch::{self, Kept};
use crate::atlas::{AreaId, Detail, Level, Owner, Worldview};
use crate::geography::{MapPoint, MapProjection, MapRect};
use crate::picture::{Turn, View, hatch_octave, hatch_stripes, project_rings};
use crate::ui::UiContext;
use crate::ui::dispute_row::tint_of;

/// A disputed area on the map plane, and its stripes at an octave of zoom.
struct Area {
    id: AreaId,
    bounds: MapRect,
    /// Polygons, each of rings.
    polygons: Vec<Vec<Vec<MapPoint>>>,
    stripes: Kept<i32>,
}

/// What the areas were projected for.
type AreasKey = (Detail, MapProjection, Worldview);

#[derive(Default)]
pub(super) struct HatchLayer {
    areas: Option<(AreasKey, Vec<Area>)>,
}

impl HatchLayer {
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Draws the stripes in view; nothing where a view leaves nothing disputed.
    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        context: UiContext<'_>,
        level: &Level,
    ) {
        let stage = &context.session.stage;
        let key = (level.detail, stage.projection, stage.worldview);
        let kept = self.areas.take().filter(|(known, _)| *known == key);
        let kept = kept.unwrap_or_else(|| (key, disputed_areas(context, level)));
        let (_, areas) = self.areas.insert(kept);
        let (visible, octave) = (view.visible(0.0), hatch_octave(view.zoom()));
        for area in areas.iter_mut() {
            if area.bounds.intersects(visible) {
                let origin = area.bounds.center();
                let (id, polygons) = (area.id, &area.polygons);
                area.stripes.draw(canvas, view, octave, |&octave| {
                    let mesh = stripes(context, (id, polygons), octave, origin);
                    (origin, batch::meshes(std::iter::once(mesh)))
                });
            }
        }
    }
}

fn disputed_areas(context: UiContext<'_>, level: &Level) -> Vec<Area> {
    let stage = &context.session.stage;
    let ids = (0_u16..).map(AreaId).zip(&level.areas);
    ids.filter(|&(id, _)| {
        let owner = context.atlas.owner(id, stage.worldview);
        matches!(owner, Owner::Disputed { .. })
    })
    .map(|(id, polygons)| {
        let polygons = polygons.iter();
        let polygons: Vec<_> = polygons
            .map(|polygon| project_rings(level, polygon, stage.projection))
            .collect();
        let points = polygons.iter().flatten().flatten().copied();
        Area {
            id,
            bounds: MapRect::around(points),
            polygons,
            stripes: Kept::default(),
        }
    })
    .collect()
}

/// The stripes of each disputed area in view, by colour, as four corners each: for a sheet.
pub(super) fn striped_areas(
    context: UiContext<'_>,
    level: &Level,
    view: &View,
) -> Vec<(AreaId, Vec<Bands>)> {
    let (visible, octave) = (view.visible(0.0), hatch_octave(view.zoom()));
    let areas = disputed_areas(context, level).into_iter();
    areas
        .filter(|area| area.bounds.intersects(visible))
        .map(|area| (area.id, bands(context, (area.id, &area.polygons), octave)))
        .collect()
}

/// Stripes of one colour, as four corners each.
pub(super) type Bands = (Color32, Vec<[MapPoint; 4]>);

fn bands(
    context: UiContext<'_>,
    (area, polygons): (AreaId, &[Vec<Vec<MapPoint>>]),
    octave: i32,
) -> Vec<Bands> {
    let claimants = context.atlas.area(area).map(|area| &area.claimants);
    let claimants = claimants.map_or(&[][..], Vec::as_slice);
    let count = claimants.len();
    let of_claimant = |(index, &claimant)| {
        let color = context.theme.stripe(tint_of(context, claimant));
        let turn = Turn { index, count };
        let corners = polygons.iter();
        let corners = corners.flat_map(|rings| hatch_stripes(rings, octave, turn));
        (color, corners.collect())
    };
    claimants.iter().enumerate().map(of_claimant).collect()
}

fn stripes(
    context: UiContext<'_>,
    area: (AreaId, &[Vec<Vec<MapPoint>>]),
    octave: i32,
    origin: MapPoint,
) -> Mesh {
    let mut mesh = Mesh {
        vertices: Vec::new(),
        indices: Vec::new(),
    };
    for (color, corners) in bands(context, area, octave) {
        for corners in corners {
            let first = mesh.vertices.len() as u32;
            mesh.vertices.extend(corners.map(|at| Vertex {
                position: pos2((at.x - origin.x) as f32, (at.y - origin.y) as f32),
                color,
            }));
            mesh.indices
                .extend([0, 1, 2, 0, 2, 3].map(|corner| first + corner));
        }
    }
    mesh
}
