//! The map: the widget, its layers, lettering, and what the pointer is on.

mod batch;
mod crowd_layer;
mod drawn_lines;
mod eras;
mod furniture;
mod graticule_layer;
mod ground_layer;
mod hatch_layer;
mod instruments;
mod label_images;
mod lettering;
mod marks;
mod measuring;
mod measuring_bar;
mod members;
mod near;
mod node;
mod outline;
mod overlay_layer;
mod overview;
mod placing;
mod pointer;
mod strength;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Pos2, Rect, Ui};
use walkers::{Canvas, Map, Projector};

use self::crowd_layer::CrowdLayer;
use self::drawn_lines::names_of_features;
use self::graticule_layer::{EdgeLabel, GraticuleLayer};
use self::ground_layer::{GroundLayer, paint_small_countries};
use self::hatch_layer::HatchLayer;
use self::instruments::{Hand, instruments_ui};
use self::label_images::LabelImages;
use self::lettering::{LabelSizes, labels_ui};
use self::measuring::paint_legs;
use self::members::MembersLayer;
use self::near::{LitNow, Near};
use self::outline::OutlineLayer;
use self::overlay_layer::OverlayLayer;
use self::overview::Overview;
use self::pointer::Chooser;
use super::{Outbox, UiContext, fill_plain};
use crate::atlas::{AreaIndex, Level, Worldview};
use crate::geography::{LonLat, MapProjection, MapRect};
use crate::picture::{
    BorderPicker, DrawnShapes, FeatureIndex, GraticuleKey, Ground, LabelSource, LabelStyle,
    OverlayShapes, Picker, PlacedLabel, View, label_sources,
};
use crate::session::{Camera, WalkersProjection};
use crate::world::{Feature, Id};

pub use self::ground_layer::detail_for;
pub(super) use self::marks::{paint_city, paint_site_key};
pub(super) use self::strength::strength_of;

/// A notch of the wheel is then about half a zoom level, also where frames are slow.
const WHEEL_ZOOM_SPEED: f64 = 0.8;

/// What the map keeps between frames; all of it can be made again from the story and the atlas.
#[derive(Default)]
pub struct MapState {
    ground: GroundLayer,
    hatch: HatchLayer,
    overlay: OverlayLayer,
    outline: OutlineLayer,
    graticule: GraticuleLayer,
    edge_labels: Vec<EdgeLabel>,
    overview: Overview,
    /// Where the bar about measuring stood in the last frame.
    measuring_bar: Option<Rect>,
    members: MembersLayer,
    crowd: CrowdLayer,
    shapes: Option<Arc<OverlayShapes>>,
    /// The shapes as they are drawn.
    drawn: Option<DrawnShapes>,
    /// What shapes and names were made for.
    made_for: Option<(MapProjection, Worldview)>,
    picker: Picker,
    index: FeatureIndex,
    borders: BorderPicker,
    labels: Vec<LabelSource>,
    /// Which of them is each feature's.
    names: BTreeMap<Id<Feature>, usize>,
    /// Those that are no feature's.
    other_names: Vec<usize>,
    sizes: LabelSizes,
    images: LabelImages,
    placed: Vec<PlacedLabel>,
    /// Worked out with `placed`: what is on show without a name, as label and point.
    unlabelled: Vec<(usize, Pos2)>,
    placed_for: Option<placing::PlacedFor>,
    near: Option<Near>,
    lit: Option<LitNow>,
    level: Option<Arc<Level>>,
    areas: Option<Arc<AreaIndex>>,
    chooser: Option<Chooser>,
}

impl MapState {
    /// Takes a level of the world: its ground, and its areas for the pointer.
    pub fn take_level(&mut self, level: Arc<Level>, areas: Arc<AreaIndex>, ground: Arc<Ground>) {
        self.ground.insert(ground);
        if self
            .level
            .as_ref()
            .is_none_or(|mine| mine.detail <= level.detail)
        {
            self.level = Some(level);
            self.areas = Some(areas);
            self.outline.forget();
            self.made_for = None;
        }
    }

    /// Another story: everything made from the last one goes.
    pub fn forget_story(&mut self) {
        self.shapes = None;
        self.members.forget();
        self.drawn = None;
        self.near = None;
        self.lit = None;
        self.crowd.forget();
        self.overlay.forget();
        self.sizes.forget();
        self.images.forget();
        self.placed_for = None;
        self.chooser = None;
    }

    /// Another theme: lines carry colours, so they are made again.
    pub fn forget_colors(&mut self) {
        self.overlay.forget();
        self.crowd.forget();
        self.hatch.forget();
        self.outline.forget();
        self.graticule.forget();
        self.overview.forget();
        self.images.forget();
    }

    /// What the ground was made for that is drawn at a zoom.
    #[cfg(test)]
    pub(crate) fn ground_key(&self, zoom: f64) -> Option<crate::picture::GroundKey> {
        self.ground.for_zoom(zoom).map(|ground| ground.key)
    }

    /// Where names of places stand, and where those of meridians and parallels do.
    #[cfg(test)]
    pub(crate) fn label_rects(&self) -> [Vec<Rect>; 2] {
        let names = self.placed.iter().map(|label| label.rect).collect();
        [
            names,
            self.edge_labels.iter().map(|label| label.rect).collect(),
        ]
    }

    /// What was made of a crowd: pieces ever, whether that is all for now, features drawn.
    #[cfg(test)]
    pub(crate) fn crowd_made(&self) -> (usize, bool, usize) {
        self.crowd.made()
    }

    /// How many features are drawn and named one by one.
    #[cfg(test)]
    pub(crate) fn single_counts(&self) -> (usize, usize) {
        (self.lit().len(), self.nameable().len())
    }

    pub fn areas(&self) -> Option<&AreaIndex> {
        self.areas.as_deref()
    }

    /// Whether a chooser is open; it then owns Escape.
    pub fn close_chooser(&mut self) -> bool {
        self.chooser.take().is_some()
    }

    /// Makes what depends on the story and the projection, if that changed.
    pub fn prepare(&mut self, context: UiContext<'_>) {
        let projection = context.session.stage.projection;
        let made_for = (projection, context.session.stage.worldview);
        if self.shapes.is_some() && self.made_for == Some(made_for) {
            return;
        }
        let Some(areas) = self.areas.clone() else {
            return;
        };
        self.made_for = Some(made_for);
        self.prepare_shapes(context, projection);
        let Some(shapes) = &self.shapes else { return };
        let owner_at = |at: LonLat| {
            let area = areas.area_at(at)?;
            Some(
                context
                    .atlas
                    .owner(area, context.session.stage.worldview)
                    .country(),
            )
        };
        if let Some(level) = &self.level {
            let worldview = context.session.stage.worldview;
            self.borders = BorderPicker::new(level, context.atlas, projection, worldview);
        }
        self.labels = label_sources(context.world, context.atlas, shapes, &owner_at);
        self.names = names_of_features(&self.labels);
        let named = self.labels.iter().enumerate();
        let others = named.filter(|(_, source)| source.style != LabelStyle::Feature);
        self.other_names = others.map(|(index, _)| index).collect();
        self.drawn = None;
        self.overlay.forget();
        self.sizes.forget();
        self.images.forget();
        self.placed_for = None;
    }

    /// Makes the features' shapes, if there are none for the projection.
    fn prepare_shapes(&mut self, context: UiContext<'_>, projection: MapProjection) {
        let made = self.shapes.as_ref();
        if made.is_some_and(|shapes| shapes.projection == projection) {
            return;
        }
        let shapes = OverlayShapes::build(context.world, context.atlas, projection);
        self.picker = Picker::new(&shapes);
        self.index = FeatureIndex::new(&shapes);
        self.near = None;
        self.crowd.forget();
        self.shapes = Some(Arc::new(shapes));
    }
}

/// Shows the map. Gestures move the camera at once; everything else goes through the outbox.
pub fn map_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    camera: &mut Camera,
    outbox: &mut Outbox,
) {
    state.prepare(context);
    let projection = context.session.stage.projection;
    camera.set_viewport(ui.available_size(), projection);
    let rect = ui.available_rect_before_wrap();
    fill_plain(ui.painter(), rect, context.theme.map.sea);

    let walkers_projection = WalkersProjection(projection);
    let mut memory = camera.memory.clone();
    let response = {
        let layer = StoryLayer {
            context,
            state,
            projection,
        };
        Map::new(None, &mut memory, walkers::lon_lat(68.0, 32.0))
            .with_projection(&walkers_projection)
            .zoom_with_ctrl(false)
            .zoom_speed(WHEEL_ZOOM_SPEED)
            // Two quick clicks while measuring are two points.
            .double_click_to_zoom(context.session.measure.is_none())
            .with_layer(layer, 1.0)
            .show(ui, |_, _, _, _| ())
            .response
    };
    let lit = state.lit();
    state.crowd.ask_for_frames(ui);
    if response.changed() {
        camera.take_gesture(memory, projection);
    } else {
        camera.memory = memory;
    }
    if response.drag_stopped() {
        camera.rest();
    }
    if response.contains_pointer() && ui.input(|input| input.pointer.any_pressed()) {
        camera.cancel_flight();
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, true, "Map"));

    let view = View::new(
        response.rect,
        projection.project(camera.center()),
        camera.zoom(),
    );
    let over_map = egui::UiBuilder::new().max_rect(response.rect);
    let mut map_ui = ui.new_child(over_map.id_salt("on the map"));
    map_ui.set_clip_rect(response.rect);
    let painter = map_ui.painter();
    if let Some(ground) = state.ground.for_zoom(view.zoom()) {
        paint_small_countries(painter, ground, &view, context.theme);
    }
    if let Some(shapes) = &state.drawn {
        marks::paint_marks(painter, &view, context, shapes, &lit);
    }
    paint_legs(painter, context, &view);
    // Before the names, which keep off them.
    let covered = eras::eras_ui(&map_ui, context, &view, outbox);
    placing::place(painter, context, state, &view, &covered);
    let (labels, placed) = (&state.labels, &state.placed);
    let mut pointed = labels_ui(&map_ui, context, labels, placed, &mut state.images, outbox);
    pointed.is_clicked |= placing::nodes_for_unlabelled(&map_ui, context, state, outbox);
    let hand: Hand<'_> = (&response, pointed, &lit);
    instruments_ui(&mut map_ui, context, state, (&view, camera), hand, outbox);
}
/// Everything that lives on the GPU, in the order it is drawn.
struct StoryLayer<'a> {
    context: UiContext<'a>,
    state: &'a mut MapState,
    projection: MapProjection,
}

impl walkers::Layer for StoryLayer<'_> {
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
        self.state.look_around(self.context, &view);
        let lit = self.state.lit();
        self.state.draw_shapes(world, &lit, view.zoom(), theme);
        let shows_graticule = self.context.session.stage.shows_graticule;
        let key = shows_graticule.then(|| GraticuleKey::of(&view, self.projection));
        let MapState {
            ground,
            graticule,
            hatch,
            members,
            level,
            ..
        } = &mut *self.state;
        let over_land = |canvas: &mut Canvas| {
            match key {
                Some(key) => graticule.draw(canvas, &view, key, theme),
                None => graticule.forget(),
            }
            level.as_deref().map_or(MapRect::NOTHING, |level| {
                hatch.draw(canvas, &view, self.context, level)
            })
        };
        ground.draw(canvas, &view, theme, over_land);
        if let Some(level) = level.as_deref() {
            members.draw(canvas, &view, self.context, level);
        }
        let outline = &mut self.state.outline;
        if let Some(ground) = self.state.ground.for_zoom(view.zoom()) {
            outline.draw(canvas, &view, self.context, ground);
        }
        if self.state.is_crowd()
            && let Some(shapes) = &self.state.shapes
        {
            let features = (shapes, &self.state.index);
            self.state.crowd.draw(canvas, &view, self.context, features);
        } else {
            self.state.crowd.forget();
        }
        if let Some(shapes) = &self.state.drawn {
            let overlay = &mut self.state.overlay;
            overlay.draw(canvas, &view, self.context, shapes, &lit);
        }
    }
}
