//! The hill shade between the land and the water upon it.
//!
//! walkers' canvas takes nothing but its own drawables, so the ground keeps a place for the shade
//! among them, and the shade is put there once the canvas has become shapes.

use std::sync::Arc;

use egui::layers::ShapeIdx;
use egui::{Color32, Painter, Shape, pos2};
use walkers::{Canvas, Drawables, Mesh, Vertex};

use super::batch;
use crate::picture::{ReliefPicture, View};
use crate::session::Background;
use crate::ui::UiContext;
use crate::ui::relief_fill::ReliefFill;

/// The picture, once it is there, and where it goes in this frame.
#[derive(Default)]
pub(super) struct ReliefLayer {
    picture: Option<Arc<ReliefPicture>>,
    place: Option<(usize, ReliefFill)>,
}

impl ReliefLayer {
    pub(super) fn insert(&mut self, picture: Arc<ReliefPicture>) {
        self.picture = Some(picture);
    }

    /// Keeps a place on a canvas that has so many shapes already.
    pub(super) fn keep_place(
        &mut self,
        canvas: &mut Canvas,
        shapes: usize,
        view: &View,
        context: UiContext<'_>,
    ) {
        self.place = None;
        let stage = &context.session.stage;
        let (Some(picture), Background::Relief) = (&self.picture, stage.background) else {
            return;
        };
        if let Some(fill) = ReliefFill::of(picture, stage.projection, view, context.theme) {
            canvas.add_drawables(place_keeper());
            self.place = Some((shapes, fill));
        }
    }

    /// Puts the shade into its place; `before` is the shape that stands right before the canvas.
    pub(super) fn fill_place(&mut self, painter: &Painter, before: ShapeIdx) {
        if let Some((shapes, fill)) = self.place.take() {
            painter.set(ShapeIdx(before.0 + 1 + shapes), fill.shape());
        }
    }

    /// Shapes that stand before the canvas; see [`Self::fill_place`].
    pub(super) fn mark(painter: &Painter) -> ShapeIdx {
        painter.add(Shape::Noop)
    }
}

/// One shape that is never drawn.
fn place_keeper() -> Drawables {
    let corner = Vertex {
        position: pos2(0.0, 0.0),
        color: Color32::TRANSPARENT,
    };
    batch::meshes(std::iter::once(Mesh {
        vertices: vec![corner; 3],
        indices: vec![0, 1, 2],
    }))
}
