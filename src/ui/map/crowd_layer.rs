//! A crowd of features onto the GPU: as much of it as can be seen at a scale, made a piece in each
//! frame and kept until the view has left it behind or the scale has changed by half a level.
//!
//! In: what is on show, at rest. Out: what stands out, which is drawn over it (see
//! `overlay_layer`), so that nothing here is made anew when the pointer moves.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Pos2, pos2};
use walkers::{Canvas, Drawables, Line};

use super::near::{holds, region_around};
use super::strength::{faded, strength_of};
use crate::geography::{MapPoint, MapRect};
use crate::picture::{FeatureIndex, FeatureShape, OverlayShapes, Thinning, View, hatch_lines};
use crate::session::{Emphasis, QUIET};
use crate::theme::{FeatureLook, Theme, measures};
use crate::ui::UiContext;
use crate::world::{Feature, Id, Overlay};

/// How far around the view a sheet reaches, as a part of its size.
const AROUND: f64 = 0.5;

/// Sheets are made for scales so many to a level.
const SCALES_PER_LEVEL: f64 = 2.0;

/// A piece is complete with so many points walked, or so many features looked at.
const POINTS_PER_PIECE: usize = 12_000;
const FEATURES_PER_PIECE: usize = 20_000;

/// What a sheet is made from: while that is the same, so is the sheet.
#[derive(Clone)]
struct Source {
    on_show: Arc<[Id<Feature>]>,
    shapes: Arc<OverlayShapes>,
    opacity: BTreeMap<Id<Overlay>, u8>,
}

impl Source {
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.on_show, &other.on_show)
            && Arc::ptr_eq(&self.shapes, &other.shapes)
            && self.opacity == other.opacity
    }
}

/// A part of the map at a scale.
struct Sheet {
    source: Source,
    region: MapRect,
    step: i32,
    thinning: Thinning,
    /// How many of the features on show have been looked at.
    done: usize,
    pieces: Vec<Drawables>,
    /// How many of them had something to be seen.
    drawn: usize,
}

/// The sheet that is drawn, and the one that will be.
#[derive(Default)]
pub(super) struct CrowdLayer {
    current: Option<Sheet>,
    coming: Option<Sheet>,
    /// Pieces that were ever made.
    #[cfg(test)]
    pieces_made: usize,
}

fn step_of(view: &View) -> i32 {
    (view.zoom() * SCALES_PER_LEVEL).round() as i32
}

impl CrowdLayer {
    pub(super) fn forget(&mut self) {
        self.current = None;
        self.coming = None;
    }

    /// Whether there is nothing to add.
    pub(super) fn is_complete(&self) -> bool {
        self.coming.is_none()
    }

    /// Pieces ever made, whether that is all for now, and features drawn.
    #[cfg(test)]
    pub(super) fn made(&self) -> (usize, bool, usize) {
        let drawn = self.current.as_ref().map_or(0, |sheet| sheet.drawn);
        (self.pieces_made, self.coming.is_none(), drawn)
    }

    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        context: UiContext<'_>,
        (shapes, index): (&Arc<OverlayShapes>, &FeatureIndex),
    ) {
        let source = Source {
            on_show: context.session.on_show.features().clone(),
            shapes: shapes.clone(),
            opacity: context.session.stage.opacity.clone(),
        };
        self.prepare(view, &source);
        if let Some(coming) = &mut self.coming {
            let piece = coming.next_piece(context, index);
            coming.pieces.extend(piece);
            #[cfg(test)]
            {
                self.pieces_made += 1;
            }
            if coming.is_complete() {
                self.current = self.coming.take();
            }
        }
        // A crowd steps back while two countries are compared.
        let strength = match context.session.base_emphasis() {
            Emphasis::Quiet => QUIET,
            _ => 1.0,
        };
        if let Some(sheet) = self.current.as_ref().or(self.coming.as_ref()) {
            let transform = view.screen_from_local(sheet.region.center());
            for piece in &sheet.pieces {
                let piece = piece.clone().with_transform(transform);
                canvas.add_drawables(piece.with_transparency(strength));
            }
        }
    }

    /// Lets go of what shows something else, and begins a sheet where there is none for the view.
    fn prepare(&mut self, view: &View, source: &Source) {
        let visible = view.visible(0.0);
        let fits = |sheet: &Sheet| holds(sheet.region, visible) && sheet.step == step_of(view);
        self.current.take_if(|sheet| !sheet.source.is(source));
        self.coming.take_if(|sheet| {
            // One that is begun is completed, so that a quick hand gets to see one at all.
            !sheet.source.is(source) || !sheet.region.intersects(visible)
        });
        if self.coming.is_none() && !self.current.as_ref().is_some_and(fits) {
            self.coming = Some(Sheet::new(view, source.clone()));
        }
    }
}

impl Sheet {
    fn new(view: &View, source: Source) -> Self {
        let step = step_of(view);
        let region = region_around(view, AROUND);
        let scale = (f64::from(step) / SCALES_PER_LEVEL).exp2();
        Self {
            source,
            region,
            step,
            thinning: Thinning::new(region, scale),
            done: 0,
            pieces: Vec::new(),
            drawn: 0,
        }
    }

    fn zoom(&self) -> f64 {
        f64::from(self.step) / SCALES_PER_LEVEL
    }

    fn is_complete(&self) -> bool {
        self.done >= self.source.on_show.len()
    }

    /// The next features, as far as one frame goes.
    fn next_piece(&mut self, context: UiContext<'_>, index: &FeatureIndex) -> Option<Drawables> {
        let source = self.source.clone();
        let mut lines = Vec::new();
        let mut points = 0;
        let left = source.on_show.get(self.done..).unwrap_or_default();
        for &id in left.iter().take(FEATURES_PER_PIECE) {
            if points >= POINTS_PER_PIECE {
                break;
            }
            self.done += 1;
            if !index.meets(id, self.region) {
                continue;
            }
            let world = context.world;
            let row = world.features.get(id).zip(source.shapes.shape(id));
            let Some((feature, shape)) = row else {
                continue;
            };
            let Some(overlay) = world.overlays.get(feature.overlay) else {
                continue;
            };
            let look = context.theme.of_feature(overlay.style, feature);
            let strength = strength_of(context, feature, Emphasis::Normal);
            let before = lines.len();
            points += self.add(&mut lines, shape, (look, strength), context.theme);
            self.drawn += usize::from(lines.len() > before);
        }
        let is_drawn = !lines.is_empty();
        is_drawn.then(|| super::batch::lines(lines))
    }

    /// Adds what can be seen of a feature. Returns how much was looked at.
    fn add(
        &mut self,
        lines: &mut Vec<Line>,
        shape: &FeatureShape,
        (look, strength): (FeatureLook, f32),
        theme: &Theme,
    ) -> usize {
        let color = faded(look.line.color, strength);
        let (width, dash) = (look.line.width * measures::CROWD_WIDTH, look.line.dash);
        let mut looked_at = shape.sites.len();
        for path in &shape.paths {
            looked_at += path.points.len();
            if let Some(way) = self.thinning.line(&path.points) {
                lines.push(self.line(&way, (color, width, dash)));
            }
        }
        for area in &shape.areas {
            for ends in hatch_lines(area, 5) {
                lines.push(self.line(&ends, (color, 1.0, &[])));
            }
            for ring in area {
                looked_at += ring.len();
                if let Some(way) = self.thinning.line(ring) {
                    lines.push(self.line(&way, (color, width, dash)));
                }
            }
        }
        for &site in &shape.sites {
            if self.thinning.has_room_for_site(site) {
                let halo = faded(theme.map.halo, strength);
                let (rim, dot) = (measures::CROWD_RIM, measures::CROWD_DOT);
                lines.push(self.dot(site, (halo, dot + rim)));
                lines.push(self.dot(site, (color, dot)));
            }
        }
        looked_at
    }

    fn local(&self, at: MapPoint) -> Pos2 {
        let origin = self.region.center();
        pos2((at.x - origin.x) as f32, (at.y - origin.y) as f32)
    }

    fn line(
        &self,
        points: &[MapPoint],
        (color, width, dash): (egui::Color32, f32, &[f32]),
    ) -> Line {
        Line {
            points: points.iter().map(|&at| self.local(at)).collect(),
            width,
            color,
            dasharray: dash.to_vec(),
        }
    }

    /// A line as long as it is wide: lines alone keep their width at every scale.
    fn dot(&self, at: MapPoint, (color, side): (egui::Color32, f32)) -> Line {
        let half = side / 2.0 / self.zoom().exp2() as f32;
        let at = self.local(at);
        Line {
            points: vec![pos2(at.x - half, at.y), pos2(at.x + half, at.y)],
            width: side,
            color,
            dasharray: Vec::new(),
        }
    }
}
