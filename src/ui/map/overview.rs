//! The overview map: a small one in a corner that shows where one is, and takes one elsewhere.

use std::sync::Arc;

use egui::epaint::{TessellationOptions, Tessellator, Vertex};
use egui::{
    EventFilter, Key, Mesh, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::furniture::{MARGIN_PX, buttons_rect};
use crate::geography::{LonLat, MapPoint, MapProjection, MapRect};
use crate::picture::{Chunk, ChunkLine, Ground, GroundKey, LineRole, View};
use crate::session::{Camera, Command, Switch};
use crate::theme::Theme;
use crate::theme::measures::{GRID, RULE};
use crate::ui::UiContext;
use crate::ui::parts::hint;

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

/// Coasts have no steps shorter than this.
const LEAST_STEP_PX: f32 = 1.5;

/// Land smaller than this, in points, is left out.
const LEAST_LAND_PX: f64 = 3.0;

/// An arrow key moves the view by this part of it.
const KEY_STEP: f64 = 0.25;

/// The land, made for a place on the screen.
#[derive(Default)]
pub(super) struct Overview {
    made: Option<(LandKey, Arc<Mesh>)>,
}

/// What the land was made for.
#[derive(PartialEq)]
struct LandKey {
    ground: GroundKey,
    rect: Rect,
    pixels_per_point: f32,
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

    fn screen_from_local(&self, origin: MapPoint, [x, y]: [f32; 2]) -> Pos2 {
        self.screen_from_map(MapPoint {
            x: origin.x + f64::from(x),
            y: origin.y + f64::from(y),
        })
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
        let at = place.map_from_screen(place.rect.clamp(at));
        camera.look_at(projection.unproject(at), projection);
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
    let looks = (theme, ui.pixels_per_point());
    inside.add(Shape::mesh(overview.land(place, ground, looks)));
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
    pub(super) fn forget(&mut self) {
        self.made = None;
    }

    /// The coarsest ground's land as one mesh in place.
    fn land(
        &mut self,
        place: OverviewPlace,
        ground: &Ground,
        (theme, pixels_per_point): (&Theme, f32),
    ) -> Arc<Mesh> {
        let key = LandKey {
            ground: ground.key,
            rect: place.rect,
            pixels_per_point,
        };
        if let Some((made_for, mesh)) = &self.made
            && *made_for == key
        {
            return mesh.clone();
        }
        let mut mesh = Mesh::default();
        add_fills(&mut mesh, place, ground, theme);
        add_coasts(&mut mesh, place, ground, (theme, pixels_per_point));
        let mesh = Arc::new(mesh);
        self.made = Some((key, mesh.clone()));
        mesh
    }
}

fn add_fills(mesh: &mut Mesh, place: OverviewPlace, ground: &Ground, theme: &Theme) {
    let projection = ground.key.projection;
    for chunk in &ground.chunks {
        for fill in &chunk.fills {
            // An island smaller than a dot only costs time in each frame.
            let corners = fill.corners.iter().map(|&[x, y]| pos2(x, y));
            let size = Rect::from_points(&corners.collect::<Vec<_>>()).size();
            if f64::from(size.max_elem()) * place.scale() < LEAST_LAND_PX {
                continue;
            }
            let first = mesh.vertices.len() as u32;
            let corners = fill.corners.iter().map(|&corner| Vertex {
                pos: place.screen_from_local(chunk.origin, corner),
                uv: egui::epaint::WHITE_UV,
                color: theme.overview_land(),
            });
            mesh.vertices.extend(corners);
            let is_far_south = |index: &u32| {
                let corner = fill.corners.get(*index as usize);
                corner.is_some_and(|&corner| is_far_south(chunk, corner, projection))
            };
            let triangles = fill.indices.chunks_exact(3);
            for triangle in triangles.filter(|corners| !corners.iter().any(is_far_south)) {
                mesh.indices
                    .extend(triangle.iter().map(|index| first + index));
            }
        }
    }
}

/// Whether a point lies in the Antarctic, which the cone bends into a ring around everything.
fn is_far_south(chunk: &Chunk, [x, y]: [f32; 2], projection: MapProjection) -> bool {
    let at = MapPoint {
        x: chunk.origin.x + f64::from(x),
        y: chunk.origin.y + f64::from(y),
    };
    projection.unproject(at).lat_deg < FAR_SOUTH_DEG
}

/// Coasts in the land's own colour: a bare mesh has ragged edges, a stroke has soft ones.
fn add_coasts(
    mesh: &mut Mesh,
    place: OverviewPlace,
    ground: &Ground,
    (theme, pixels_per_point): (&Theme, f32),
) {
    let options = TessellationOptions::default();
    let mut tessellator = Tessellator::new(pixels_per_point, options, [1, 1], Vec::new());
    let stroke = Stroke::new(RULE, theme.overview_land());
    for chunk in &ground.chunks {
        let lines = chunk.lines.first().into_iter().flatten();
        let is_drawn = |line: &&ChunkLine| {
            let is_north = |&point| !is_far_south(chunk, point, ground.key.projection);
            line.role == LineRole::Coast && line.points.iter().all(is_north)
        };
        for line in lines.filter(is_drawn) {
            let mut points: Vec<Pos2> = Vec::new();
            for &point in &line.points {
                let at = place.screen_from_local(chunk.origin, point);
                if points
                    .last()
                    .is_none_or(|last| last.distance(at) > LEAST_STEP_PX)
                {
                    points.push(at);
                }
            }
            let box_px = Rect::from_points(&points).size().max_elem();
            if f64::from(box_px) >= LEAST_LAND_PX {
                tessellator.tessellate_shape(Shape::line(points, stroke), mesh);
            }
        }
    }
}
