//! The map: the widget, its layers, lettering, and what the pointer is on.

mod batch;
mod crowd_layer;
mod drawing;
mod drawn_lines;
mod eras;
mod font_coverage;
mod furniture;
mod graticule_layer;
mod ground_layer;
mod hatch_layer;
mod instruments;
mod label_images;
mod lettering;
mod making_anew;
mod marks;
mod measuring;
mod measuring_bar;
mod members;
mod name_fading;
mod name_picture;
mod near;
mod node;
mod outline;
mod overlay_layer;
mod overview;
mod placing;
mod pointer;
mod pointing;
mod prepare;
mod relief_layer;
mod story_layer;
mod strength;
mod tile_layer;
mod tile_notes;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{InputState, Painter, Pos2, Rect, Response, Ui};
use walkers::{Map, MapMemory};

use self::crowd_layer::CrowdLayer;
use self::graticule_layer::{EdgeLabel, GraticuleLayer};
use self::ground_layer::{GroundLayer, paint_small_countries};
use self::hatch_layer::HatchLayer;
use self::instruments::{Hand, instruments_ui};
use self::label_images::LabelImages;
use self::lettering::{LabelSizes, Names, labels_ui};
use self::measuring::paint_legs;
use self::members::MembersLayer;
use self::name_fading::NameFading;
use self::near::{LitNow, Near};
use self::outline::OutlineLayer;
use self::overlay_layer::OverlayLayer;
use self::overview::Overview;
use self::pointer::Chooser;
use self::relief_layer::ReliefLayer;
use self::story_layer::{StoryLayer, StoryPart};
use self::tile_layer::TileLayer;
use self::tile_notes::tile_notes_ui;
use super::{Outbox, UiContext, fill_plain};
use crate::atlas::{AreaIndex, Level, Worldview};
use crate::geography::MapProjection;
use crate::picture::{
    BorderPicker, Change, DrawnShapes, Fading, FeatureIndex, Ground, LabelSource, OverlayShapes,
    Picker, PlacedLabel, View,
};
use crate::session::{Camera, Emphasis, Switch, WalkersProjection};
use crate::theme::measures::tile_opacity;
use crate::tiles::Shelf;
use crate::world::{Feature, Id};

pub(super) use self::drawing::{MapDrawing, scale_layer};
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
    relief: ReliefLayer,
    overlay: OverlayLayer,
    outline: OutlineLayer,
    graticule: GraticuleLayer,
    edge_labels: Vec<EdgeLabel>,
    overview: Overview,
    /// Where the bar about measuring stood in the last frame.
    measuring_bar: Option<Rect>,
    /// How far down date and eras reach, on the screen.
    eras_end_px: Option<f32>,
    members: MembersLayer,
    crowd: CrowdLayer,
    shapes: Option<Arc<OverlayShapes>>,
    /// The shapes as they are drawn, and as they were when what now fades away was on show.
    drawn: Option<DrawnShapes>,
    drawn_before: Option<DrawnShapes>,
    /// What is on the map and what is leaving it; and how this frame's changes come about.
    fading: Fading<Id<Feature>, Emphasis>,
    change: Change,
    /// What shapes and names were made for.
    made_for: Option<(MapProjection, Worldview)>,
    picker: Picker,
    index: FeatureIndex,
    borders: BorderPicker,
    /// Whether a finer level has brought finer ones.
    has_new_borders: bool,
    labels: Vec<LabelSource>,
    /// Which of them is each feature's.
    names: BTreeMap<Id<Feature>, usize>,
    /// Those that are no feature's.
    other_names: Vec<usize>,
    sizes: LabelSizes,
    images: LabelImages,
    placed: Vec<PlacedLabel>,
    /// The view they have their places in.
    placed_in: Option<View>,
    name_fading: NameFading,
    /// Worked out with `placed`: what is on show without a name, as label and point.
    unlabelled: Vec<(usize, Pos2)>,
    placed_for: Option<placing::PlacedFor>,
    near: Option<Near>,
    lit: Option<LitNow>,
    level: Option<Arc<Level>>,
    /// The finest that is there of those a coarse hatch needs: whole countries are hatched at once.
    hatched_level: Option<Arc<Level>>,
    areas: Option<Arc<AreaIndex>>,
    /// Those of the middle level: where names have room shows on these.
    medium_areas: Option<Arc<AreaIndex>>,
    /// Another story was opened: it is seen at once, its names in the next frame.
    is_new_story: bool,
    chooser: Option<Chooser>,
    tiles: Option<Shelf>,
    /// Whether nothing stands on the map that is not of it: no chips, scale, buttons or overview map.
    is_bare: bool,
    /// Whether it is laid out for a sheet, which is described and not painted.
    is_on_sheet: bool,
    /// Whether the scale stands on the sheet, so that names keep off it.
    has_scale: bool,
    /// Whether nothing fades: in a small picture, and where motion is reduced.
    is_still: bool,
}

impl MapState {
    /// A map to be looked at only, for a small picture of it.
    pub fn bare() -> Self {
        Self {
            is_bare: true,
            ..Self::default()
        }
    }

    /// A map that is laid out for a sheet.
    pub(in crate::ui) fn on_sheet() -> Self {
        Self {
            is_on_sheet: true,
            ..Self::bare()
        }
    }

    pub(in crate::ui) fn set_scale(&mut self, scale: Switch) {
        let has_scale = scale == Switch::On;
        if self.has_scale != has_scale {
            self.has_scale = has_scale;
            self.placed_for = None;
        }
    }

    /// The level of detail that a ground was made from, or else what there is.
    fn level_of(&self, ground: &Ground) -> Option<&Level> {
        let levels = [&self.level, &self.hatched_level];
        let mut levels = levels.into_iter().flatten();
        let own = levels.find(|level| level.detail == ground.key.detail);
        own.or(self.level.as_ref()).map(AsRef::as_ref)
    }

    /// Whether all there is to draw was drawn. A crowd comes a piece in each frame.
    pub fn is_complete(&self) -> bool {
        self.crowd.is_complete()
    }

    /// Asks for another frame while there is something to add, or to fade.
    fn ask_for_frames(&self, ui: &Ui) {
        if self.is_fading() || !self.crowd.is_complete() {
            ui.request_repaint();
        }
    }

    /// Whether anything comes or goes.
    pub(crate) fn is_fading(&self) -> bool {
        self.fading.is_moving()
            || self.name_fading.is_fading()
            || self.outline.is_fading()
            || self.members.is_fading()
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

    /// Where each line of a feature begins and ends, on the map plane.
    #[cfg(test)]
    pub(crate) fn line_ends(&self, feature: Id<Feature>) -> Vec<[crate::geography::MapPoint; 2]> {
        let shape = self.drawn.as_ref().and_then(|drawn| drawn.shape(feature));
        let paths = shape.iter().flat_map(|shape| &shape.paths);
        let ends = paths.map(|path| Some([*path.points.first()?, *path.points.last()?]));
        ends.flatten().collect()
    }

    /// How many features are drawn, those that fade away too.
    #[cfg(test)]
    pub(crate) fn drawn_count(&self) -> usize {
        let sheets = self.fading.sheets().iter();
        sheets.map(|sheet| sheet.items.len()).sum()
    }

    pub fn tiles(&self) -> Option<&Shelf> {
        self.tiles.as_ref()
    }

    /// Other tiles, or none.
    pub fn set_tiles(&mut self, tiles: Option<Shelf>) {
        self.tiles = tiles;
    }

    pub fn retry_tiles(&mut self) {
        if let Some(tiles) = &mut self.tiles {
            tiles.retry();
        }
    }

    pub fn areas(&self) -> Option<&AreaIndex> {
        self.areas.as_deref()
    }

    /// Whether a chooser is open; it then owns Escape.
    pub fn close_chooser(&mut self) -> bool {
        self.chooser.take().is_some()
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
    state.is_still = state.is_bare || context.is_still(ui);
    state.prepare_in(ui, context);
    let response = layers_ui(ui, context, state, camera);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, true, "Map"));
    let projection = context.session.stage.projection;
    let center = projection.project(camera.center());
    let view = View::new(response.rect, center, camera.zoom());
    let over_map = egui::UiBuilder::new().max_rect(response.rect);
    let mut map_ui = ui.new_child(over_map.id_salt("on the map"));
    map_ui.set_clip_rect(response.rect);
    if !state.is_on_sheet {
        paint_signs(map_ui.painter(), context, state, &view);
    }
    let covered = if state.is_bare {
        Vec::new()
    } else {
        notes_ui(&map_ui, context, state, &view, outbox)
    };
    placing::place(map_ui.painter(), context, state, &view, &covered);
    let names = Names {
        sources: &state.labels,
        placed: &state.placed,
        fading: &state.name_fading,
        view: &view,
    };
    if state.is_on_sheet {
        return;
    }
    let mut pointed = labels_ui(&map_ui, context, &names, &mut state.images, outbox);
    state.ask_for_frames(ui);
    if state.is_bare {
        return;
    }
    pointed.is_clicked |= placing::nodes_for_unlabelled(&map_ui, context, state, outbox);
    let lit = state.lit();
    let hand: Hand<'_> = (&response, pointed, &lit);
    instruments_ui(&mut map_ui, context, state, (&view, camera), hand, outbox);
}

/// The map itself: all that lives on the GPU, and the gestures that move it.
fn layers_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    camera: &mut Camera,
) -> Response {
    let projection = context.session.stage.projection;
    camera.set_viewport(ui.available_size(), projection);
    let rect = ui.available_rect_before_wrap();
    fill_plain(ui.painter(), rect, context.theme.map.sea);

    let walkers_projection = WalkersProjection(projection);
    let mut memory = camera.memory.clone();
    let before_map = ReliefLayer::mark(ui.painter());
    let response = {
        let opacity = tile_opacity(context.theme.kind);
        let state = RefCell::new(&mut *state);
        let layer = |part| StoryLayer {
            context,
            state: &state,
            projection,
            part,
        };
        Map::new(None, &mut memory, walkers::lon_lat(68.0, 32.0))
            .with_projection(&walkers_projection)
            .zoom_with_ctrl(false)
            .zoom_speed(WHEEL_ZOOM_SPEED)
            // Two quick clicks while measuring are two points.
            .double_click_to_zoom(context.session.measure.is_none())
            .panning(pointing::is_free(context))
            .with_layer(layer(StoryPart::Ground), 1.0)
            .with_layer(TileLayer(&state), opacity)
            .with_layer(layer(StoryPart::Above), 1.0)
            .show(ui, |_, _, _, _| ())
            .response
    };
    state.relief.fill_place(ui.painter(), before_map);
    move_camera(&response, camera, memory, projection);
    response
}

/// Signs of constant size, over what lives on the GPU and beneath all names.
fn paint_signs(painter: &Painter, context: UiContext<'_>, state: &MapState, view: &View) {
    if let Some(ground) = state.ground.for_zoom(view.zoom()) {
        paint_small_countries(painter, ground, view, context.theme);
    }
    for sheet in state.sheets() {
        marks::paint_marks(painter, view, context, sheet);
    }
    paint_legs(painter, context, view);
}

/// What stands on the map before the names, which keep off it. Returns where that is.
fn notes_ui(
    ui: &Ui,
    context: UiContext<'_>,
    state: &mut MapState,
    view: &View,
    outbox: &mut Outbox,
) -> Vec<Rect> {
    // In a briefing the legend says as of when it is.
    let mut covered = match context.session.show {
        None => eras::eras_ui(ui, context, view, outbox),
        Some(_) => Vec::new(),
    };
    state.eras_end_px = covered.iter().map(|rect| rect.max.y).reduce(f32::max);
    if let Some(tiles) = &state.tiles {
        tile_notes_ui(ui, context, tiles, view.rect, &mut covered, outbox);
    }
    covered
}

/// Gestures move the camera; a press ends its flight.
fn move_camera(
    response: &Response,
    camera: &mut Camera,
    moved: MapMemory,
    projection: MapProjection,
) {
    if response.changed() {
        camera.take_gesture(moved, projection);
    } else {
        camera.memory = moved;
    }
    if response.drag_stopped() {
        camera.rest();
    }
    let is_pressed = |input: &InputState| input.pointer.any_pressed();
    if response.contains_pointer() && response.ctx.input(is_pressed) {
        camera.cancel_flight();
    }
}
