//! The overview map: a small one in a corner that shows where one is, and takes one elsewhere.

use egui::{
    Color32, ColorImage, EventFilter, Key, Pos2, Rect, Role, Sense, Stroke, StrokeKind,
    TextureHandle, TextureOptions, Ui, WidgetInfo, pos2, vec2,
};

use super::furniture::{MARGIN_PX, buttons_rect};
use crate::geography::{LonLat, MapPoint, MapProjection, MapRect};
use crate::picture::{Ground, GroundKey, View, silhouette};
use crate::session::{Camera, Command, Switch};
use crate::theme::Theme;
use crate::theme::measures::{GRID, RULE};
use crate::ui::parts::hint;
use crate::ui::{Outbox, UiContext};

/// Room for the credit of tiles at the lower right.
const CREDIT_PX: f32 = 5.0 * GRID;

const WIDTH_PX: f32 = 150.0;

/// A map smaller than this has no room for another one.
const LEAST_MAP_PX: [f32; 2] = [560.0, 320.0];

/// A view of so large a part of the world needs no overview.
const MOST_PART: f64 = 0.55;

/// However near one is, the frame that says where stays so large.
const LEAST_FRAME_PX: f32 = 7.0;

/// What lies beyond is not shown.
const FAR_SOUTH_DEG: f64 = -60.0;

/// An arrow key moves the view by this part of it.
const KEY_STEP: f64 = 0.25;

/// The land, as a picture of how much of each pixel is land: one rectangle in a frame, whatever the
/// colours.
#[derive(Default)]
pub(super) struct Overview {
    made: Option<(LandKey, TextureHandle)>,
}

/// What the land was made for.
#[derive(PartialEq)]
struct LandKey {
    ground: GroundKey,
    size_px: [usize; 2],
}

/// Where it stands, and what of the map plane it shows.
#[derive(Clone, Copy)]
pub(super) struct OverviewPlace {
    pub rect: Rect,
    world: MapRect,
}

/// Where it stands; nowhere when it is switched off, has no room, or would say nothing new.
pub(super) fn overview_place(context: UiContext<'_>, view: &View) -> Option<OverviewPlace> {
    let stage = &context.session.stage;
    let [least_width, least_height] = LEAST_MAP_PX;
    if stage.hides_overview || view.rect.width() < least_width || view.rect.height() < least_height
    {
        return None;
    }
    let world = shown_world(stage.projection);
    let seen = view.visible(0.0);
    let overlap =
        |low: [f64; 2], high: [f64; 2]| (high[0].min(high[1]) - low[0].max(low[1])).max(0.0);
    let wide = overlap([seen.min.x, world.min.x], [seen.max.x, world.max.x]);
    let high = overlap([seen.min.y, world.min.y], [seen.max.y, world.max.y]);
    if wide * high > MOST_PART * world.width() * world.height() {
        return None;
    }
    let height = WIDTH_PX * (world.height() / world.width()) as f32;
    let size = vec2(WIDTH_PX, height.round());
    // Left of the buttons, and above the credit of tiles.
    let credit = if stage.background.has_tiles() {
        CREDIT_PX
    } else {
        0.0
    };
    let corner = pos2(
        buttons_rect(view.rect).min.x - GRID,
        view.rect.max.y - MARGIN_PX - credit,
    );
    let rect = Rect::from_min_max(corner - size, corner);
    Some(OverviewPlace { rect, world })
}

/// What it shows: without the far south, and on the cone without the side of the world it bends
/// away.
fn shown_world(projection: MapProjection) -> MapRect {
    let (west, east, south, north) = match projection {
        MapProjection::EqualArea => (-18, 165, -34, 78),
        MapProjection::WebMercator => (-169, 190, -56, 80),
    };
    let steps = |from: i32, to: i32| (0..=6).map(move |n| f64::from(from + (to - from) * n / 6));
    let points = steps(west, east)
        .flat_map(|lon_deg| steps(south, north).map(move |lat_deg| LonLat { lon_deg, lat_deg }));
    MapRect::around(points.map(|at| projection.project(at)))
}

impl OverviewPlace {
    fn scale(&self) -> f64 {
        f64::from(self.rect.width()) / self.world.width()
    }

    fn screen_from_map(&self, at: MapPoint) -> Pos2 {
        let scale = self.scale();
        let [x, y] = [at.x - self.world.min.x, at.y - self.world.min.y].map(|part| part * scale);
        self.rect.min + vec2(x as f32, y as f32)
    }

    fn map_from_screen(&self, at: Pos2) -> MapPoint {
        let (offset, scale) = (at - self.rect.min, self.scale());
        MapPoint {
            x: self.world.min.x + f64::from(offset.x) / scale,
            y: self.world.min.y + f64::from(offset.y) / scale,
        }
    }
}

/// Shows it, and looks where it is clicked or dragged to.
pub(super) fn overview_ui(
    ui: &Ui,
    context: UiContext<'_>,
    overview: &mut Overview,
    (view, ground): (&View, Option<&Ground>),
    camera: &mut Camera,
    outbox: &mut Outbox,
) {
    let (Some(place), Some(ground)) = (overview_place(context, view), ground) else {
        return;
    };
    let id = ui.scope_id().with("overview");
    let response = ui.interact(place.rect, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, "Overview map"));
    let projection = context.session.stage.projection;
    if (response.clicked() || response.dragged())
        && let Some(at) = response.interact_pointer_pos()
    {
        let at = projection.unproject(place.map_from_screen(place.rect.clamp(at)));
        // The way there is one step back, however far one drags.
        if response.clicked() || response.drag_started() {
            outbox.push(Command::LookAt(at));
        } else {
            camera.look_at(at, projection);
        }
        ui.request_repaint();
    }
    if response.has_focus() {
        // Its arrows move the map; without it they would go on to the next control.
        let arrows = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
        let step = |more: Key, less: Key| {
            let pressed = |key| ui.input(|input| f64::from(i8::from(input.key_pressed(key))));
            pressed(more) - pressed(less)
        };
        let (right, down) = (
            step(Key::ArrowRight, Key::ArrowLeft),
            step(Key::ArrowDown, Key::ArrowUp),
        );
        if right != 0.0 || down != 0.0 {
            let size = view.rect.size() * KEY_STEP as f32;
            let (wide, high) = (f64::from(size.x), f64::from(size.y));
            camera.pan(right * wide, down * high, projection);
            ui.request_repaint();
        }
    }
    paint(
        ui,
        context.theme,
        overview,
        place,
        (view, ground),
        response.has_focus().into(),
    );
    let about = hint(
        "Overview map: click or drag to look elsewhere",
        &Command::ToggleOverview,
    );
    response.on_hover_text(about);
}

fn paint(
    ui: &Ui,
    theme: &Theme,
    overview: &mut Overview,
    place: OverviewPlace,
    (view, ground): (&View, &Ground),
    focus: Switch,
) {
    let painter = ui.painter_at(place.rect.expand(2.0));
    painter.rect_filled(place.rect, 0.0, theme.map.sea);
    let inside = ui.painter_at(place.rect);
    let land = overview.land(ui, place, ground);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    inside.image(land.id(), place.rect, whole, theme.overview_land());
    let seen = view.visible(0.0);
    let frame = Rect::from_two_pos(
        place.screen_from_map(seen.min),
        place.screen_from_map(seen.max),
    );
    let least = vec2(LEAST_FRAME_PX, LEAST_FRAME_PX);
    // Also at the end of the world it says which way that is.
    let center = place.rect.clamp(frame.center());
    let frame = Rect::from_center_size(center, frame.size().max(least));
    let fill = theme.ui.accent.gamma_multiply(0.12);
    inside.rect(
        frame,
        0.0,
        fill,
        Stroke::new(1.5, theme.ui.accent),
        StrokeKind::Middle,
    );
    let (width, color) = if focus == Switch::On {
        (2.0, theme.ui.accent)
    } else {
        (RULE, theme.map.coast)
    };
    painter.rect_stroke(
        place.rect,
        GRID / 4.0,
        Stroke::new(width, color),
        StrokeKind::Outside,
    );
}

impl Overview {
    /// The coarsest ground's land, without the Antarctic, which the cone bends into a ring around
    /// everything.
    fn land(&mut self, ui: &Ui, place: OverviewPlace, ground: &Ground) -> &TextureHandle {
        let pixels_per_point = ui.pixels_per_point();
        let side = |points: f32| (points * pixels_per_point).round().max(1.0) as usize;
        let key = LandKey {
            ground: ground.key,
            size_px: [side(place.rect.width()), side(place.rect.height())],
        };
        let kept = self.made.take().filter(|(known, _)| *known == key);
        let kept = kept.unwrap_or_else(|| {
            let projection = ground.key.projection;
            let is_far_south = |at: MapPoint| projection.unproject(at).lat_deg < FAR_SOUTH_DEG;
            let land = silhouette(ground, place.world, key.size_px, is_far_south);
            let pixel = |part| Color32::WHITE.gamma_multiply_u8(part);
            let pixels = land.into_iter().map(pixel).collect();
            let image = ColorImage::new(key.size_px, pixels);
            let name = "overview map";
            let texture = ui.ctx().load_texture(name, image, TextureOptions::LINEAR);
            (key, texture)
        });
        &self.made.insert(kept).1
    }
}
