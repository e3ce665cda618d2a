//! Features' lines onto the GPU: a batch for those that come, stay or go together, made again only
//! when these, how they are lit or the step of zoom have changed. While they fade, only the strength
//! changes that a batch is drawn with.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Color32, Pos2, Vec2, pos2};
use walkers::{Canvas, Drawables, Line, Mesh, Vertex};

use super::batch::{self, KeptEach};
use super::strength::{faded, strength_of};
use crate::geography::{MapPoint, MapProjection};
use crate::picture::{DrawnShapes, FeatureShape, Sheet, View, hatch_lines};
use crate::session::Emphasis;
use crate::theme::{FeatureLook, Theme, Way};
use crate::ui::UiContext;
use crate::ui::feature_row::look_of;
use crate::world::{Feature, Id, Overlay};

/// A feature that is on show, and how strongly.
pub(super) type Lit = (Id<Feature>, Emphasis);

/// How opaque each overlay is, in percent.
type Opacity = BTreeMap<Id<Overlay>, u8>;

/// The batches, and what they were made for.
#[derive(Default)]
pub(super) struct OverlayLayer {
    lines: KeptEach<LinesKey>,
}

/// What lines are made for.
#[derive(PartialEq)]
struct LinesKey {
    lit: Arc<[Lit]>,
    opacity: Opacity,
    projection: MapProjection,
    band: i32,
    /// What goes is drawn where it was.
    is_going: bool,
}

impl OverlayLayer {
    pub(super) fn forget(&mut self) {
        self.lines.forget();
    }

    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        context: UiContext<'_>,
        sheets: &[(&Sheet<Id<Feature>, Emphasis>, &DrawnShapes)],
    ) {
        let session = context.session;
        for &(sheet, shapes) in sheets {
            let key = LinesKey {
                lit: sheet.items.clone(),
                opacity: session.stage.opacity.clone(),
                projection: shapes.base().projection,
                band: shapes.band(),
                is_going: sheet.is_going(),
            };
            let strength = sheet.strength(session.now_secs);
            self.lines.draw(canvas, view, (key, strength), |key| {
                // Single precision is finest near what is looked at.
                let origin = view.center;
                (origin, lines_of(context, shapes, &key.lit, origin))
            });
        }
        self.lines.end_frame();
    }
}

/// How much wider a line is drawn at an emphasis, in points.
fn extra_width(emphasis: Emphasis) -> f32 {
    match emphasis {
        Emphasis::Quiet | Emphasis::Normal => 0.0,
        Emphasis::Related => 0.8,
        Emphasis::Hovered => 1.6,
        Emphasis::Selected => 2.2,
    }
}

fn lines_of(
    context: UiContext<'_>,
    shapes: &DrawnShapes,
    lit: &[Lit],
    origin: MapPoint,
) -> Drawables {
    let mut ordered = lit.to_vec();
    // What is lit most lies on top.
    ordered.sort_by_key(|&(feature, emphasis)| (emphasis, feature));
    let mut parts = Parts {
        bands: Mesh::default(),
        lines: Vec::new(),
        origin,
        zoom: shapes.zoom(),
    };
    for (id, emphasis) in ordered {
        if let Some(shape) = shapes.shape(id) {
            parts.add(context, shape, (id, emphasis));
        }
    }
    batch::mesh_and_lines(parts.bands, parts.lines)
}

/// The lines of one feature around an origin, without soft bands: for a sheet.
pub(super) fn lines_of_one(
    context: UiContext<'_>,
    (shape, zoom): (&FeatureShape, f64),
    lit: Lit,
    origin: MapPoint,
) -> Vec<Line> {
    let mut parts = Parts {
        bands: Mesh::default(),
        lines: Vec::new(),
        origin,
        zoom,
    };
    parts.add(context, shape, lit);
    parts.lines
}

/// What a batch is made of: soft bands, and lines over all of them.
struct Parts {
    bands: Mesh,
    lines: Vec<Line>,
    origin: MapPoint,
    zoom: f64,
}

impl Parts {
    fn add(&mut self, context: UiContext<'_>, shape: &FeatureShape, (id, emphasis): Lit) {
        let feature = context.world.features.get(id);
        if let Some(feature) = feature
            && let Some(look) = look_of(context, feature)
        {
            let strength = strength_of(context, feature, emphasis);
            self.add_paths(shape, look, (emphasis, strength), context.theme);
            self.add_areas(shape, look, (emphasis, strength));
        }
    }

    fn local(&self, points: &[MapPoint]) -> Vec<Pos2> {
        let local = |point: &MapPoint| [point.x - self.origin.x, point.y - self.origin.y];
        let points = points.iter().map(local);
        points.map(|[x, y]| pos2(x as f32, y as f32)).collect()
    }

    fn add_line(&mut self, points: &[Pos2], color: Color32, width: f32, dash: &[f32]) {
        if color.a() > 0 {
            self.lines.push(Line {
                points: points.to_vec(),
                width,
                color,
                dasharray: dash.to_vec(),
            });
        }
    }

    fn add_paths(
        &mut self,
        shape: &FeatureShape,
        look: FeatureLook,
        (emphasis, strength): (Emphasis, f32),
        theme: &Theme,
    ) {
        let width = look.line.width + extra_width(emphasis);
        let soft = look.soft(self.zoom);
        let part = soft.as_ref().map_or(1.0, |soft| soft.line);
        // The casing is the very mark that lies behind the words in the text.
        let casing = match emphasis {
            Emphasis::Selected => Some((theme.ui.selected_mark, 8.0)),
            Emphasis::Hovered => Some((theme.ui.hover_mark, 8.0)),
            // A soft way has no sharp edge.
            _ if look.way == Way::Schematic => None,
            _ => Some((theme.map.halo.gamma_multiply(part), 2.4)),
        };
        for path in &shape.paths {
            let points = self.local(&path.points);
            if let Some(soft) = &soft {
                let across = soft.band.iter();
                let across: Vec<_> = across
                    .map(|&(off, color)| (off, faded(color, strength)))
                    .collect();
                add_band(&mut self.bands, &points, &across, self.zoom.exp2() as f32);
            }
            // The casing keeps a line readable on any ground and over any other line.
            if let Some((halo, extra)) = casing {
                let halo = faded(halo, strength).gamma_multiply(0.9);
                self.add_line(&points, halo, width + extra, &[]);
            }
            let ink = faded(look.line.color, strength).gamma_multiply(part);
            self.add_line(&points, ink, width, look.line.dash);
            if let Some(core) = look.core {
                let halo = faded(theme.map.halo, strength).gamma_multiply(part);
                self.add_line(&points, halo, core, &[]);
            }
        }
    }

    fn add_areas(
        &mut self,
        shape: &FeatureShape,
        look: FeatureLook,
        (emphasis, strength): (Emphasis, f32),
    ) {
        let color = faded(look.line.color, strength);
        let width = look.line.width + extra_width(emphasis);
        for area in &shape.areas {
            for ends in hatch_lines(area, 5) {
                let points = self.local(&ends);
                self.add_line(&points, color, 1.0, &[]);
            }
            for ring in area {
                let points = self.local(ring);
                self.add_line(&points, color, width, look.line.dash);
            }
        }
    }
}

/// A band along a line. `across` is how far its edges lie off the line, in points on the screen,
/// and their colours; `scale` is screen points to one map unit.
fn add_band(mesh: &mut Mesh, points: &[Pos2], across: &[(f32, Color32)], scale: f32) {
    if across.is_empty() || points.len() < 2 {
        return;
    }
    let directions: Vec<Vec2> = points
        .array_windows()
        .map(|&[from, to]| (to - from).normalized())
        .collect();
    let columns = across.len() as u32;
    for (index, &point) in points.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|at| directions.get(at));
        let after = directions.get(index);
        let along = before.copied().unwrap_or_default() + after.copied().unwrap_or_default();
        let side = along.normalized().rot90();
        let first = mesh.vertices.len() as u32;
        mesh.vertices
            .extend(across.iter().map(|&(off, color)| Vertex {
                position: point + side * (off / scale),
                color,
            }));
        if index == 0 {
            continue;
        }
        for column in 0..columns - 1 {
            let (a, b) = (first - columns + column, first + column);
            mesh.indices.extend([a, a + 1, b, b, a + 1, b + 1]);
        }
    }
}
