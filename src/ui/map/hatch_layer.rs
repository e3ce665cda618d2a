//! The stripes of disputed areas onto the GPU: between land and its lines, made again for another
//! octave of zoom, or when other areas come into view.

use egui::pos2;
use walkers::{Canvas, Mesh, Vertex};

use super::batch::{self, Kept};
use crate::atlas::{AreaId, Detail, Level, Owner, Worldview};
use crate::geography::{LonLat, MapPoint, MapProjection, MapRect};
use crate::picture::{Turn, View, hatch_octave, hatch_stripes};
use crate::ui::UiContext;
use crate::ui::dispute_row::tint_of;

/// A disputed area on the map plane.
struct Area {
    id: AreaId,
    bounds: MapRect,
    /// Polygons, each of rings.
    polygons: Vec<Vec<Vec<MapPoint>>>,
}

/// What the areas were projected for.
type AreasKey = (Detail, MapProjection, Worldview);

#[derive(PartialEq)]
struct StripesKey {
    octave: i32,
    areas: AreasKey,
    in_view: Vec<AreaId>,
}

#[derive(Default)]
pub(super) struct HatchLayer {
    areas: Option<(AreasKey, Vec<Area>)>,
    stripes: Kept<StripesKey>,
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
        let areas_key = (level.detail, stage.projection, stage.worldview);
        if self.areas.as_ref().is_none_or(|(key, _)| *key != areas_key) {
            self.areas = Some((areas_key, disputed_areas(context, level)));
        }
        let visible = view.visible(0.0);
        let areas = self.areas.iter().flat_map(|(_, areas)| areas);
        let in_view: Vec<&Area> = areas
            .filter(|area| area.bounds.intersects(visible))
            .collect();
        let Some(bounds) = in_view
            .iter()
            .map(|area| area.bounds)
            .reduce(MapRect::union)
        else {
            return;
        };
        let key = StripesKey {
            octave: hatch_octave(view.zoom()),
            areas: areas_key,
            in_view: in_view.iter().map(|area| area.id).collect(),
        };
        self.stripes.draw(canvas, view, key, |key| {
            let origin = bounds.center();
            let mesh = stripes(context, &in_view, key.octave, origin);
            (origin, batch::meshes(std::iter::once(mesh)))
        });
    }
}

fn disputed_areas(context: UiContext<'_>, level: &Level) -> Vec<Area> {
    let stage = &context.session.stage;
    let project = |points: Vec<LonLat>| -> Vec<MapPoint> {
        let points = points.into_iter();
        points
            .map(|point| stage.projection.project(point))
            .collect()
    };
    let ids = (0_u16..).map(AreaId).zip(&level.areas);
    ids.filter(|&(id, _)| {
        let owner = context.atlas.owner(id, stage.worldview);
        matches!(owner, Owner::Disputed { .. })
    })
    .map(|(id, polygons)| {
        let polygons: Vec<Vec<_>> = polygons
            .iter()
            .map(|rings| {
                let rings = rings.iter();
                rings.map(|ring| project(level.ring_points(ring))).collect()
            })
            .collect();
        let points = polygons.iter().flatten().flatten().copied();
        Area {
            id,
            bounds: MapRect::around(points),
            polygons,
        }
    })
    .collect()
}

fn stripes(context: UiContext<'_>, areas: &[&Area], octave: i32, origin: MapPoint) -> Mesh {
    let mut mesh = Mesh {
        vertices: Vec::new(),
        indices: Vec::new(),
    };
    for area in areas {
        let claimants = context.atlas.area(area.id).map(|area| &area.claimants);
        let claimants = claimants.map_or(&[][..], Vec::as_slice);
        for (index, &claimant) in claimants.iter().enumerate() {
            let color = context.theme.stripe(tint_of(context, claimant));
            let count = claimants.len();
            let turn = Turn { index, count };
            let bands = area.polygons.iter();
            for corners in bands.flat_map(|rings| hatch_stripes(rings, octave, turn)) {
                let first = mesh.vertices.len() as u32;
                mesh.vertices.extend(corners.map(|at| Vertex {
                    position: pos2((at.x - origin.x) as f32, (at.y - origin.y) as f32),
                    color,
                }));
                mesh.indices
                    .extend([0, 1, 2, 0, 2, 3].map(|corner| first + corner));
            }
        }
    }
    mesh
}
