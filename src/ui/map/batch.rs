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
    add_faded(canvas, view, (origin, drawables), 1.0);
}

/// The same, with so much of its colour.
fn add_faded(
    canvas: &mut Canvas,
    view: &View,
    (origin, drawables): (MapPoint, &Drawables),
    strength: f32,
) {
    let transform = view.screen_from_local(origin);
    let placed = drawables.clone().with_transform(transform);
    canvas.add_drawables(placed.with_transparency(strength));
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

/// What was made for keys, each kept for as long as every frame asks for it.
pub(super) struct KeptEach<K> {
    made: Vec<(K, MapPoint, Drawables)>,
    /// Those of them that this frame has asked for.
    drawn: Vec<(K, MapPoint, Drawables)>,
}

impl<K> Default for KeptEach<K> {
    fn default() -> Self {
        Self {
            made: Vec::new(),
            drawn: Vec::new(),
        }
    }
}

impl<K: PartialEq> KeptEach<K> {
    pub(super) fn forget(&mut self) {
        *self = Self::default();
    }

    /// Draws what belongs to a key with so much of its colour, made anew if it is not there.
    pub(super) fn draw(
        &mut self,
        canvas: &mut Canvas,
        view: &View,
        (key, strength): (K, f32),
        make: impl FnOnce(&K) -> (MapPoint, Drawables),
    ) {
        let kept = self.made.iter().position(|(known, ..)| *known == key);
        let kept = if let Some(at) = kept {
            self.made.swap_remove(at)
        } else {
            let (origin, drawables) = make(&key);
            (key, origin, drawables)
        };
        let (_, origin, drawables) = &kept;
        add_faded(canvas, view, (*origin, drawables), strength);
        self.drawn.push(kept);
    }

    /// Ends a frame: what it did not ask for goes.
    pub(super) fn end_frame(&mut self) {
        self.made = std::mem::take(&mut self.drawn);
    }
}
