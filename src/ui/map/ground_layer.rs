//! The ground onto the GPU: made once per chunk and theme, after that only moved.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::pos2;
use walkers::{Canvas, Drawables, Line, Mesh, Vertex};

use super::batch;
use crate::picture::{Chunk, FillRole, Ground, GroundKey, LineRole, View};
use crate::theme::{LineLook, Theme, ThemeKind};

/// Grounds by level of detail, and what of them the GPU has been handed.
#[derive(Default)]
pub(super) struct GroundLayer {
    grounds: BTreeMap<crate::atlas::Detail, Arc<Ground>>,
    drawn: BTreeMap<(crate::atlas::Detail, usize), [Drawables; 2]>,
    theme: Option<ThemeKind>,
}

impl GroundLayer {
    /// Takes a ground; those made for another projection or worldview go.
    pub(super) fn insert(&mut self, ground: Arc<Ground>) {
        let key = ground.key;
        self.grounds.retain(|_, other| is_companion(other.key, key));
        self.grounds.insert(key.detail, ground);
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

    /// All fills of the chunks in view, then all their lines.
    pub(super) fn draw(&mut self, canvas: &mut Canvas, view: &View, theme: &Theme) {
        if self.theme != Some(theme.kind) {
            self.theme = Some(theme.kind);
            self.drawn.clear();
        }
        let Some(ground) = self.for_zoom(view.zoom()).cloned() else {
            return;
        };
        let visible = view.visible(4.0);
        let in_view: Vec<(usize, &Chunk)> = ground
            .chunks
            .iter()
            .enumerate()
            .filter(|(_, chunk)| chunk.bounds.intersects(visible))
            .collect();
        for part in [0, 1] {
            for &(index, chunk) in &in_view {
                let drawables = self
                    .drawn
                    .entry((ground.key.detail, index))
                    .or_insert_with(|| [fills(chunk, theme), lines(chunk, theme)]);
                if let Some(drawables) = drawables.get(part) {
                    let transform = view.screen_from_local(chunk.origin);
                    canvas.add_drawables(drawables.clone().with_transform(transform));
                }
            }
        }
    }
}

/// Which detail a zoom asks for: the coarsest whose simplification stays under about a pixel.
pub fn detail_for(zoom: f64) -> crate::atlas::Detail {
    use crate::atlas::Detail;
    match zoom {
        ..3.2 => Detail::Coarse,
        ..6.0 => Detail::Medium,
        _ => Detail::Full,
    }
}

fn is_companion(a: GroundKey, b: GroundKey) -> bool {
    a.projection == b.projection && a.worldview == b.worldview
}

fn fills(chunk: &Chunk, theme: &Theme) -> Drawables {
    let meshes = chunk.fills.iter().map(|fill| {
        let color = match fill.role {
            FillRole::Land => theme.map.land,
            FillRole::Focus(index) => theme.focus_tint(usize::from(index)),
            FillRole::Lake => theme.map.lake,
        };
        Mesh {
            vertices: fill
                .corners
                .iter()
                .map(|&[x, y]| Vertex {
                    position: pos2(x, y),
                    color,
                })
                .collect(),
            indices: fill.indices.clone(),
        }
    });
    batch::meshes(meshes)
}

fn lines(chunk: &Chunk, theme: &Theme) -> Drawables {
    let lines = chunk.lines.iter().map(|line| {
        let LineLook { color, width, dash } = line_look(line.role, theme);
        Line {
            points: line.points.iter().map(|&[x, y]| pos2(x, y)).collect(),
            width,
            color,
            dasharray: dash.to_vec(),
        }
    });
    batch::lines(lines.collect())
}

fn line_look(role: LineRole, theme: &Theme) -> LineLook {
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
