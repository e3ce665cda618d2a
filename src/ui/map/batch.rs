//! Lines and meshes for the GPU. walkers draws every batch it is given, and a batch without a
//! single corner ends the program; so nothing empty may reach it.

use walkers::{Canvas, Drawable, Drawables, Line, Mesh};

use crate::geography::MapPoint;
use crate::picture::View;

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

/// Adds what was made around an origin, where the view has it.
pub(super) fn add(canvas: &mut Canvas, view: &View, origin: MapPoint, drawables: &Drawables) {
    let transform = view.screen_from_local(origin);
    canvas.add_drawables(drawables.clone().with_transform(transform));
}

/// What was made for a key, kept for as long as that is the one that is asked for.
pub(super) struct Kept<K> {
    made: Option<(K, MapPoint, Drawables)>,
}

impl<K> Default for Kept<K> {
    fn default() -> Self {
        Self { made: None }
    }
}

impl<K: PartialEq> Kept<K> {
    pub(super) fn forget(&mut self) {
        self.made = None;
    }

    /// Draws what belongs to a key, made anew around an origin if something else is kept.
    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        key: K,
        make: impl FnOnce(&K) -> (MapPoint, Drawables),
    ) {
        let kept = self.made.take().filter(|(known, ..)| *known == key);
        let kept = kept.unwrap_or_else(|| {
            let (origin, drawables) = make(&key);
            (key, origin, drawables)
        });
        let (_, origin, drawables) = self.made.insert(kept);
        add(canvas, view, *origin, drawables);
    }
}
