//! Lines and meshes for the GPU. walkers draws every batch it is given, and a batch without a
//! single corner ends the program; so nothing empty may reach it.

use walkers::{Drawable, Drawables, Line, Mesh};

/// Lines to draw; those without length are left out, and none at all is no batch.
pub(super) fn lines(mut lines: Vec<Line>) -> Drawables {
    lines.retain(has_length);
    if lines.is_empty() {
        Drawables::new(Vec::new())
    } else {
        Drawables::new(vec![Drawable::Lines(lines)])
    }
}

/// A mesh to draw, and lines over it.
pub(super) fn mesh_and_lines(mesh: Mesh, mut lines: Vec<Line>) -> Drawables {
    lines.retain(has_length);
    let mut drawables = Vec::new();
    if !mesh.indices.is_empty() {
        drawables.push(Drawable::Fill(mesh));
    }
    if !lines.is_empty() {
        drawables.push(Drawable::Lines(lines));
    }
    Drawables::new(drawables)
}

fn has_length(line: &Line) -> bool {
    matches!(line.points.as_slice(), [first, rest @ ..] if rest.iter().any(|point| point != first))
}

/// Meshes to draw, without the empty ones.
pub(super) fn meshes(meshes: impl Iterator<Item = Mesh>) -> Drawables {
    let is_drawn = |mesh: &Mesh| !mesh.indices.is_empty() && !mesh.vertices.is_empty();
    Drawables::new(meshes.filter(is_drawn).map(Drawable::Fill).collect())
}
