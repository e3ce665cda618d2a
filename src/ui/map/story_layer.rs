//! What the map draws on the GPU, in its order, beneath and above tiles from elsewhere.
//!
//! In: which layer comes after which. Out: what each of them draws, and small signs and names, which
//! are painted over all of it.

use std::cell::RefCell;

use walkers::{Canvas, Projector};

use super::MapState;
use crate::geography::{LonLat, MapProjection};
use crate::picture::{GraticuleKey, View};
use crate::ui::UiContext;

/// Everything that lives on the GPU, in the order it is drawn.
pub(super) struct StoryLayer<'a, 'b> {
    pub context: UiContext<'a>,
    pub state: &'a RefCell<&'b mut MapState>,
    pub projection: MapProjection,
    pub part: StoryPart,
}

/// Tiles from elsewhere, where there are any, lie between the two.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum StoryPart {
    Ground,
    Above,
}

impl StoryLayer<'_, '_> {
    fn graticule_key(&self, view: &View) -> Option<GraticuleKey> {
        let is_shown = self.context.session.stage.shows_graticule;
        is_shown.then(|| GraticuleKey::of(view, self.projection))
    }
}

impl walkers::Layer for StoryLayer<'_, '_> {
    fn draw(&mut self, canvas: &mut Canvas, projector: &Projector<'_>) {
        let rect = projector.clip_rect();
        let at = projector.unproject(rect.center().to_vec2());
        let center = self.projection.project(LonLat {
            lon_deg: at.x(),
            lat_deg: at.y(),
        });
        let view = View::new(rect, center, projector.zoom());
        let theme = self.context.theme;
        let world = self.context.world;
        let mut state = self.state.borrow_mut();
        let (graticule_key, has_tiles) = (self.graticule_key(&view), state.tiles.is_some());
        if self.part == StoryPart::Ground {
            state.look_around(self.context, &view);
            let lit = state.lit();
            state.draw_shapes(world, &lit, view.zoom(), theme);
        }
        let MapState {
            ground,
            graticule,
            hatch,
            members,
            outline,
            relief,
            level,
            hatched_level,
            change,
            ..
        } = &mut **state;
        let level = level.as_deref();
        let mut on_land = |canvas: &mut Canvas| {
            match graticule_key {
                Some(key) => graticule.draw(canvas, &view, key, theme),
                None => graticule.forget(),
            }
            if let Some(level) = level {
                hatch.draw(canvas, &view, self.context, level);
            }
        };
        if self.part == StoryPart::Ground {
            ground.draw(canvas, &view, theme, |canvas, shapes| {
                relief.keep_place(canvas, shapes, &view, self.context);
                if !has_tiles {
                    on_land(canvas);
                }
            });
            return;
        }
        if has_tiles {
            // The chosen view of borders goes over the tiles' own.
            on_land(canvas);
            ground.draw_borders(canvas, &view, theme);
        }
        members.draw(
            canvas,
            &view,
            self.context,
            (hatched_level.as_deref(), *change),
        );
        if let Some(ground) = ground.for_zoom(view.zoom()) {
            outline.draw(canvas, &view, self.context, (ground, *change));
        }
        state.draw_crowd(canvas, &view, self.context);
        let mut overlay = std::mem::take(&mut state.overlay);
        overlay.draw(canvas, &view, self.context, &state.sheets());
        state.overlay = overlay;
    }
}
