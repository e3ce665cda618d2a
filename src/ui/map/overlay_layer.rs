//! Features' lines onto the GPU: one batch, made again only when what is lit has changed.

use std::collections::BTreeMap;

use egui::{Color32, pos2};
use walkers::{Canvas, Drawables, Line};

use super::strength::{faded, strength_of};
use crate::geography::{MapPoint, MapProjection};
use crate::picture::{FeatureShape, OverlayShapes, View, hatch_lines};
use crate::session::Emphasis;
use crate::theme::{FeatureLook, Theme, ThemeKind};
use crate::ui::UiContext;
use crate::world::{Feature, Id, Overlay};

/// A feature that is on show, and how strongly.
pub(super) type Lit = (Id<Feature>, Emphasis);

/// How opaque each overlay is, in percent.
type Opacity = BTreeMap<Id<Overlay>, u8>;

/// The batch, and what it was made for.
#[derive(Default)]
pub(super) struct OverlayLayer {
    made_for: Option<(Vec<Lit>, Opacity, ThemeKind, MapProjection)>,
    drawables: Option<Drawables>,
    origin: Option<MapPoint>,
}

impl OverlayLayer {
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        context: UiContext<'_>,
        shapes: &OverlayShapes,
        lit: &[Lit],
    ) {
        let UiContext { session, theme, .. } = context;
        let opacity = &session.stage.opacity;
        let is_current =
            self.made_for
                .as_ref()
                .is_some_and(|(made, made_opacity, kind, projection)| {
                    made == lit
                        && made_opacity == opacity
                        && *kind == theme.kind
                        && *projection == shapes.projection
                });
        if !is_current {
            let origin = origin_of(shapes);
            self.drawables = Some(batch(context, shapes, lit, origin));
            self.origin = Some(origin);
            self.made_for = Some((lit.to_vec(), opacity.clone(), theme.kind, shapes.projection));
        }
        if let (Some(drawables), Some(origin)) = (&self.drawables, self.origin) {
            let transform = view.screen_from_local(origin);
            canvas.add_drawables(drawables.clone().with_transform(transform));
        }
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

/// The middle of all shapes: single precision is finest near it.
fn origin_of(shapes: &OverlayShapes) -> MapPoint {
    let mut bounds = crate::geography::MapRect::NOTHING;
    for path in shapes.features.iter().flat_map(|shape| &shape.paths) {
        bounds = bounds.union(path.bounds);
    }
    if bounds.is_empty() {
        MapPoint { x: 128.0, y: 128.0 }
    } else {
        bounds.center()
    }
}

fn batch(
    context: UiContext<'_>,
    shapes: &OverlayShapes,
    lit: &[Lit],
    origin: MapPoint,
) -> Drawables {
    let UiContext { world, theme, .. } = context;
    let mut ordered = lit.to_vec();
    // What is lit most lies on top.
    ordered.sort_by_key(|&(feature, emphasis)| (emphasis, feature));
    let mut lines = Vec::new();
    for (id, emphasis) in ordered {
        let (Some(feature), Some(shape)) = (world.features.get(id), shapes.shape(id)) else {
            continue;
        };
        let Some(overlay) = world.overlays.get(feature.overlay) else {
            continue;
        };
        let look = theme.of_feature(overlay.style, feature);
        let strength = strength_of(context, feature, emphasis);
        add_lines(&mut lines, shape, look, (emphasis, strength), theme, origin);
    }
    super::batch::lines(lines)
}

fn add_lines(
    lines: &mut Vec<Line>,
    shape: &FeatureShape,
    look: FeatureLook,
    (emphasis, strength): (Emphasis, f32),
    theme: &Theme,
    origin: MapPoint,
) {
    let local = |point: &MapPoint| pos2((point.x - origin.x) as f32, (point.y - origin.y) as f32);
    let width = look.line.width + extra_width(emphasis);
    // The casing is the very mark that lies behind the words in the text.
    let (halo, casing) = match emphasis {
        Emphasis::Selected => (theme.ui.selected_mark, 8.0),
        Emphasis::Hovered => (theme.ui.hover_mark, 8.0),
        _ => (theme.map.halo, 2.4),
    };
    for path in &shape.paths {
        let points: Vec<_> = path.points.iter().map(local).collect();
        let mut add = |color: Color32, width: f32, dash: &[f32]| {
            lines.push(Line {
                points: points.clone(),
                width,
                color,
                dasharray: dash.to_vec(),
            });
        };
        // The casing keeps a line readable on any ground and over any other line.
        add(
            faded(halo, strength).gamma_multiply(0.9),
            width + casing,
            &[],
        );
        add(faded(look.line.color, strength), width, look.line.dash);
        if let Some(core) = look.core {
            add(faded(theme.map.halo, strength), core, &[]);
        }
    }
    for area in &shape.areas {
        let color = faded(look.line.color, strength);
        for [from, to] in hatch_lines(area, 5) {
            let points = vec![local(&from), local(&to)];
            lines.push(Line {
                points,
                width: 1.0,
                color,
                dasharray: Vec::new(),
            });
        }
        for ring in area {
            let points = ring.iter().map(local).collect();
            lines.push(Line {
                points,
                width,
                color,
                dasharray: look.line.dash.to_vec(),
            });
        }
    }
}
