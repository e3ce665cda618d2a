//! The ground onto the GPU: made once per chunk and theme, after that only moved.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Color32, Painter, Stroke, pos2};
use walkers::{Canvas, Drawables, Line, Mesh, Vertex};

use super::batch;
use crate::atlas::Detail;
use crate::picture::{Chunk, ChunkLine, FillRole, Ground, GroundKey, LineRole, View, line_band};
use crate::theme::{LineLook, Theme, measures};

/// Grounds by level of detail, and what of them the GPU has been handed.
#[derive(Default)]
pub(super) struct GroundLayer {
    grounds: BTreeMap<Detail, Arc<Ground>>,
    drawn: BTreeMap<(Detail, usize, Part, usize), Drawn>,
    frame: u64,
}

/// What was made for the GPU, and the last frame it was needed.
struct Drawn {
    /// One shape on the canvas, or none.
    drawables: Option<Drawables>,
    frame: u64,
}

/// What has not been on show for so many frames is let go of, so that memory does not grow with
/// every place one looks at; some seconds, because one often comes back.
const KEPT_FRAMES: u64 = 600;

/// What of a chunk is drawn together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Land,
    Lakes,
    Lines,
    /// Those of the lines that are borders.
    Borders,
}

impl GroundLayer {
    /// Takes a ground; those made for another projection or worldview go.
    pub(super) fn insert(&mut self, ground: Arc<Ground>) {
        let key = ground.key;
        self.grounds.retain(|_, other| is_companion(other.key, key));
        self.grounds.insert(key.detail, ground);
        self.drawn.clear();
    }

    pub(super) fn forget_colors(&mut self) {
        self.drawn.clear();
    }

    /// The finest ground that is there and not finer than the view can show.
    pub(super) fn for_zoom(&self, zoom: f64) -> Option<&Arc<Ground>> {
        let wanted = detail_for(zoom);
        self.grounds
            .range(..=wanted)
            .next_back()
            .or_else(|| self.grounds.iter().next())
            .map(|(_, ground)| ground)
    }

    /// The coarsest ground that is there.
    pub(super) fn coarsest(&self) -> Option<&Arc<Ground>> {
        self.grounds.values().next()
    }

    /// The land of the chunks in view, what lies on it and `on_land` draws, which hears how many
    /// shapes the land is, then all lakes and all lines.
    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        theme: &Theme,
        on_land: impl FnOnce(&mut Canvas, usize),
    ) {
        self.frame += 1;
        let shapes = self.draw_part(canvas, view, theme, Part::Land);
        on_land(canvas, shapes);
        self.draw_part(canvas, view, theme, Part::Lakes);
        self.draw_part(canvas, view, theme, Part::Lines);
        let frame = self.frame;
        self.drawn
            .retain(|_, drawn| frame - drawn.frame < KEPT_FRAMES);
    }

    /// Borders once more, over what hides them.
    pub(super) fn draw_borders(&mut self, canvas: &mut Canvas, view: &View, theme: &Theme) {
        self.draw_part(canvas, view, theme, Part::Borders);
    }

    /// A part of all chunks in view. Returns how many shapes it is.
    fn draw_part(&mut self, canvas: &mut Canvas, view: &View, theme: &Theme, part: Part) -> usize {
        let Some(ground) = self.for_zoom(view.zoom()).cloned() else {
            return 0;
        };
        let mut shapes = 0;
        let frame = self.frame;
        let detail = ground.key.detail;
        // Fills are the same at each distance.
        let band = match part {
            Part::Land | Part::Lakes => 0,
            Part::Lines | Part::Borders => line_band(detail, view.zoom()),
        };
        for index in ground.chunks_in_view(view) {
            let Some(chunk) = ground.chunks.get(index) else {
                continue;
            };
            let key = (detail, index, part, band);
            let drawn = self.drawn.entry(key).or_insert_with(|| Drawn {
                drawables: made(chunk, part, band, theme),
                frame,
            });
            drawn.frame = frame;
            if let Some(drawables) = &drawn.drawables {
                batch::add(canvas, view, chunk.origin, drawables);
                shapes += 1;
            }
        }
        shapes
    }
}

fn made(chunk: &Chunk, part: Part, band: usize, theme: &Theme) -> Option<Drawables> {
    let of_band = chunk.lines.get(band).map_or(&[][..], Vec::as_slice);
    match part {
        Part::Land => fills(chunk, theme, |role| role != FillRole::Lake),
        Part::Lakes => fills(chunk, theme, |role| role == FillRole::Lake),
        Part::Lines => lines(of_band.iter(), theme),
        Part::Borders => lines(of_band.iter().filter(|line| !is_water(line.role)), theme),
    }
}

/// Which detail a zoom asks for: the coarsest whose simplification stays under about a pixel.
pub fn detail_for(zoom: f64) -> Detail {
    match zoom {
        ..3.2 => Detail::Coarse,
        ..6.0 => Detail::Medium,
        _ => Detail::Full,
    }
}

fn is_companion(a: GroundKey, b: GroundKey) -> bool {
    a.projection == b.projection && a.worldview == b.worldview
}

/// A small round mark for each country that has no shape at the level of detail in use.
pub(super) fn paint_small_countries(
    painter: &Painter,
    ground: &Ground,
    view: &View,
    theme: &Theme,
) {
    let coast = theme.coast();
    for &(role, at) in &ground.small_countries {
        let at = view.screen_from_map(at);
        if view.rect.contains(at) {
            let stroke = Stroke::new(coast.width, coast.color);
            painter.circle(
                at,
                measures::SMALL_COUNTRY_RADIUS,
                fill_color(role, theme),
                stroke,
            );
        }
    }
}

pub(super) fn fill_color(role: FillRole, theme: &Theme) -> Color32 {
    match role {
        FillRole::Land => theme.map.land,
        FillRole::Focus(index) => theme.focus_tint(usize::from(index)),
        FillRole::Lake => theme.map.lake,
    }
}

/// One mesh for all fills of a chunk: each batch costs a frame the same, however small it is.
fn fills(chunk: &Chunk, theme: &Theme, wants: impl Fn(FillRole) -> bool) -> Option<Drawables> {
    let mut mesh = Mesh {
        vertices: Vec::new(),
        indices: Vec::new(),
    };
    for fill in chunk.fills.iter().filter(|fill| wants(fill.role)) {
        let color = fill_color(fill.role, theme);
        let first = mesh.vertices.len() as u32;
        mesh.vertices
            .extend(fill.corners.iter().map(|&[x, y]| Vertex {
                position: pos2(x, y),
                color,
            }));
        mesh.indices
            .extend(fill.indices.iter().map(|index| first + index));
    }
    (!mesh.is_empty()).then(|| batch::meshes(std::iter::once(mesh)))
}

fn is_water(role: LineRole) -> bool {
    matches!(
        role,
        LineRole::River | LineRole::Lakeshore | LineRole::Coast
    )
}

fn lines<'a>(lines: impl Iterator<Item = &'a ChunkLine>, theme: &Theme) -> Option<Drawables> {
    let lines: Vec<Line> = lines
        .map(|line| {
            let LineLook { color, width, dash } = line_look(line.role, theme);
            Line {
                points: line.points.iter().map(|&[x, y]| pos2(x, y)).collect(),
                width,
                color,
                dasharray: dash.to_vec(),
            }
        })
        .collect();
    (!lines.is_empty()).then(|| batch::lines(lines))
}

pub(super) fn line_look(role: LineRole, theme: &Theme) -> LineLook {
    match role {
        LineRole::River => theme.river(),
        LineRole::Lakeshore | LineRole::Coast => theme.coast(),
        LineRole::Border => theme.border(),
        LineRole::FocusBorder => theme.focus_border(),
        LineRole::LineOfControl => theme.line_of_control(),
        LineRole::Disputed => theme.disputed_line(),
        LineRole::Claim => theme.claim_line(),
    }
}
