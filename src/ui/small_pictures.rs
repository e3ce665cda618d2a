//! Small pictures of any stage and view, drawn off screen by the map's own painter, for strips and
//! overviews of scenes and for what comes next.
//!
//! In: which pictures are there, which are to be made, and from where they look. Out: how long a
//! picture is kept (see `shelf`), how one is drawn (see `workshop`), and when (the app, one a frame).

mod shelf;
mod workshop;

use std::sync::Arc;

use eframe::egui_wgpu::RenderState;
use egui::{Context, Id, TextureId, Vec2, ViewportId};

use self::shelf::Shelf;
use self::workshop::{Picture, Workshop};
use super::UiContext;
use super::map::detail_for;
use crate::atlas::{AreaIndex, Atlas, Detail, Level};
use crate::picture::{Ground, GroundKey, ReliefPicture};
use crate::session::{Background, Camera, CameraGoal, Session, Stage};
use crate::theme::{Sight, Theme, ThemeKind};
use crate::world::World;

/// A picture shows a map so many times as wide and high as itself: lines and names are then small,
/// and the greater names can still be read.
const REDUCTION: f32 = 2.0;

/// The finest ground a small picture needs.
const FINEST: Detail = Detail::Medium;

/// No picture is larger to a side, in pixels.
const MOST_SIDE_PX: f32 = 2048.0;

/// What a picture is to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    pub stage: Stage,
    pub goal: CameraGoal,
    /// The size in points of the map the goal was made for. All that such a map shows is in the
    /// picture, however small that is. Better a fixed size than that of a window which somebody is
    /// just changing: each new one is another picture.
    pub map_size: Vec2,
    /// The picture's size on the screen, in points.
    pub size: Vec2,
}

/// A wish, and the pixels it comes to.
#[derive(Clone, Debug, PartialEq)]
struct Order {
    wanted: Wanted,
    size_px: [u32; 2],
    pixels_per_point: f32,
}

/// Pictures that are there, and those that are asked for. It costs nothing until one is.
pub struct SmallPictures {
    window: RenderState,
    shelf: Shelf<Picture>,
    workshop: Option<Workshop>,
    /// Grounds the workshop has, all of one projection and worldview.
    grounds: Vec<GroundKey>,
    relief: Option<Arc<ReliefPicture>>,
    look: Option<(ThemeKind, Sight)>,
    /// How many pictures were asked for by what they show.
    keys: u64,
    /// How many pictures were ever drawn.
    #[cfg(test)]
    drawn: usize,
}

impl SmallPictures {
    /// For the window that is drawn with `window`.
    pub fn new(window: &RenderState) -> Self {
        Self {
            window: window.clone(),
            shelf: Shelf::default(),
            workshop: None,
            grounds: Vec::new(),
            relief: None,
            look: None,
            keys: 0,
            #[cfg(test)]
            drawn: 0,
        }
    }

    /// The picture as it is now known, which is asked for anew if what is wanted has changed. None
    /// until it is there for the first time; then it fills a rectangle of the wanted size.
    ///
    /// Ask in each frame in which it is on show, and for no others: what nobody asks for is neither
    /// made nor kept for long. `key` tells the place where it is shown and the scene it is of.
    pub fn picture(&mut self, context: &Context, key: Id, wanted: &Wanted) -> Option<TextureId> {
        let order = Order::of(wanted, context.pixels_per_point());
        self.ask(context, key, order)
    }

    /// The same for a picture that goes by what it shows: wherever that is on show, and however
    /// scenes change places, it is made once.
    pub fn picture_of(&mut self, context: &Context, wanted: &Wanted) -> Option<TextureId> {
        let order = Order::of(wanted, context.pixels_per_point());
        let key = self.shelf.key_of(&order).unwrap_or_else(|| {
            self.keys += 1;
            Id::unique(("picture of a scene", self.keys))
        });
        self.ask(context, key, order)
    }

    fn ask(&mut self, context: &Context, key: Id, order: Order) -> Option<TextureId> {
        let (is_new, dropped) = self.shelf.ask(key, order);
        self.free(dropped);
        if is_new {
            // The window's own frame makes pictures, whichever window asks for them.
            context.request_repaint_of(ViewportId::ROOT);
        }
        self.shelf.picture(key).map(|picture| picture.id)
    }

    /// The ground that has to be handed over before the next picture can be drawn; none when there
    /// is nothing to draw.
    pub fn next_ground(&self) -> Option<GroundKey> {
        self.shelf
            .next(self.grounds.first())
            .map(|(_, order)| order.ground_key())
    }

    /// Whether a picture on the shelf has hills on it.
    pub fn want_relief(&self) -> bool {
        let mut orders = self.shelf.orders();
        orders.any(Order::has_relief)
    }

    /// Takes a level of the world and its ground.
    pub fn take_level(&mut self, level: Arc<Level>, areas: Arc<AreaIndex>, ground: Arc<Ground>) {
        let key = ground.key;
        if key.detail > FINEST {
            return;
        }
        let is_companion = |other: &GroundKey| {
            (other.projection, other.worldview) == (key.projection, key.worldview)
        };
        self.grounds.retain(is_companion);
        self.grounds.push(key);
        self.workshop().map.take_level(level, areas, ground);
    }

    /// Takes the hill shade. Pictures that were made without it are made again.
    pub fn take_relief(&mut self, relief: Arc<ReliefPicture>) {
        if let Some(workshop) = &mut self.workshop {
            workshop.map.take_relief(relief.clone());
        }
        self.relief = Some(relief);
        self.shelf.make_stale(Order::has_relief);
    }

    fn workshop(&mut self) -> &mut Workshop {
        self.workshop.get_or_insert_with(|| {
            let mut workshop = Workshop::new(&self.window);
            if let Some(relief) = &self.relief {
                workshop.map.take_relief(relief.clone());
            }
            workshop
        })
    }

    /// Draws one picture at most, or a part of it. To be called once in each frame of the window,
    /// also when nothing is asked for. Says whether there is more to do at once.
    pub fn work(&mut self, atlas: &Atlas, world: &World, theme: &Theme) -> bool {
        let look = (theme.kind, theme.sight);
        if self.look != Some(look) {
            self.shelf.make_stale(|_| true);
        }
        let next = self.shelf.next(self.grounds.first());
        let Some((key, order)) = next.map(|(key, order)| (key, order.clone())) else {
            self.shelf.end_turn();
            return false;
        };
        if !self.grounds.contains(&order.ground_key()) {
            // The other thread asks for a frame when it is there.
            self.shelf.end_turn();
            return false;
        }
        let is_other_look = self.look.replace(look) != Some(look);
        let picture = self.shelf.take_picture(key);
        let workshop = self.workshop();
        if is_other_look {
            workshop.change_look(theme);
        }
        let session = Session::of_map(order.wanted.stage.clone(), world);
        let context = UiContext {
            atlas,
            world,
            session: &session,
            theme,
        };
        let drawn = workshop.draw(context, &order, picture);
        #[cfg(test)]
        {
            self.drawn += usize::from(matches!(drawn, shelf::Drawn::Complete(_)));
        }
        self.shelf.put_picture(key, drawn);
        let has_more = self.shelf.next(None).is_some();
        self.shelf.end_turn();
        has_more
    }

    /// Another story: all pictures go, and what they were made from.
    pub fn forget_story(&mut self) {
        let dropped = self.shelf.clear();
        self.free(dropped);
        self.workshop = None;
        self.grounds.clear();
        self.look = None;
    }

    fn free(&self, dropped: Vec<Picture>) {
        if dropped.is_empty() {
            return;
        }
        let mut renderer = self.window.renderer.write();
        for picture in dropped {
            renderer.free_texture(&picture.id);
        }
    }

    /// How many pictures were ever drawn.
    #[cfg(test)]
    pub(crate) fn drawn_count(&self) -> usize {
        self.drawn
    }

    /// Whether all that is on show is drawn as it is.
    #[cfg(test)]
    pub(crate) fn is_at_rest(&self) -> bool {
        self.shelf.is_at_rest()
    }

    /// How many pictures are kept.
    #[cfg(test)]
    pub(crate) fn kept_count(&self) -> usize {
        self.shelf.orders().count()
    }
}

impl Drop for SmallPictures {
    fn drop(&mut self) {
        let dropped = self.shelf.clear();
        self.free(dropped);
    }
}

impl Order {
    fn of(wanted: &Wanted, pixels_per_point: f32) -> Self {
        let side =
            |points: f32| (points * pixels_per_point).round().clamp(1.0, MOST_SIDE_PX) as u32;
        Self {
            wanted: wanted.clone(),
            size_px: [side(wanted.size.x), side(wanted.size.y)],
            pixels_per_point,
        }
    }

    fn has_relief(&self) -> bool {
        self.wanted.stage.background == Background::Relief
    }

    fn bytes(&self) -> usize {
        self.size_px
            .iter()
            .map(|&side| side as usize)
            .product::<usize>()
            * 4
    }

    /// The size of the map it is a small picture of, in points.
    fn screen(&self) -> Vec2 {
        let [width, height] = self.size_px.map(|side| side as f32 * REDUCTION);
        Vec2::new(width, height) / self.pixels_per_point
    }

    /// From where it looks: what the goal's map shows is all in it, and no more than its shape wants.
    fn camera(&self) -> Camera {
        let projection = self.wanted.stage.projection;
        let mut camera = Camera::default();
        camera.set_viewport(self.wanted.map_size, projection);
        camera.jump_to(&self.wanted.goal, projection);
        let (screen, map) = (self.screen(), self.wanted.map_size.max(Vec2::splat(1.0)));
        let scale = (screen.x / map.x).min(screen.y / map.y);
        let goal = CameraGoal::View {
            center: camera.center(),
            zoom: camera.zoom() + f64::from(scale).log2(),
        };
        let mut small = Camera::default();
        small.set_viewport(screen, projection);
        small.jump_to(&goal, projection);
        small
    }

    fn ground_key(&self) -> GroundKey {
        GroundKey {
            detail: detail_for(self.camera().zoom()).min(FINEST),
            projection: self.wanted.stage.projection,
            worldview: self.wanted.stage.worldview,
        }
    }
}
