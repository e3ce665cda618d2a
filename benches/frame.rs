//! The processor's cost of a frame: egui's run and tessellation of the whole program, of the map
//! alone, and of the same map as plain egui shapes; and what it all takes of memory.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a bench may panic and reads the clock"
)]

mod stand;

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{CentralPanel, Color32, Event, Pos2, RawInput, Rect, Shape, Stroke, pos2};
use passage::atlas::{AreaIndex, Atlas, Detail, Level, Worldview};
use passage::content::bundled;
use passage::geography::{LonLat, MapProjection};
use passage::picture::{Ground, GroundKey, OverlayShapes, View, line_band};
use passage::session::{Camera, Session};
use passage::theme::{Theme, ThemeKind, fonts};
use passage::ui::map::{MapState, map_ui};
use passage::ui::{Outbox, UiContext};
use stand::{CITY, COUNTRY, REGION, Stand, WINDOW_PX, drag, print_row, resident_mb, spread, zoom};

const FRAMES: u32 = 600;

fn main() {
    print_row("1920 x 1080, every overlay on", "   median        p99");
    // Nothing has opened a graphics driver here.
    let memory_mb = {
        // In and out through all levels of detail and bands of zoom, and about.
        let mut stand = Stand::open(COUNTRY, None);
        for step in 0..600 {
            stand.step(drag(step));
            let factor = if step < 300 { 1.02 } else { 1.0 / 1.02 };
            stand.step(vec![Event::Zoom(factor)]);
        }
        resident_mb()
    };
    for view in [REGION, COUNTRY, CITY] {
        let mut stand = Stand::open(view, None);
        measure(&format!("program, dragging, {}", view.0), |step| {
            stand.step(drag(step)).took
        });
        let mut stand = Stand::open(view, None);
        measure(&format!("program, zooming, {}", view.0), |step| {
            stand.step(zoom(step)).took
        });
    }
    for view in [REGION, COUNTRY, CITY] {
        let mut map = MapAlone::new(view.1);
        measure(&format!("map alone, dragging, {}", view.0), |step| {
            map.step(drag(step))
        });
        let mut empty = Empty::default();
        measure("  of which an empty window", |_| empty.step());
    }
    for view in [COUNTRY, CITY] {
        let mut plain = PlainMap::new(view.1);
        measure(&format!("ground as plain shapes, {}", view.0), |step| {
            plain.step(step)
        });
    }
    print_row(
        "memory of the process, open, all levels of detail there",
        &format!("{memory_mb:6.0} MB"),
    );
}

fn measure(what: &str, mut step: impl FnMut(u32) -> Duration) {
    for warm_up in 0..60 {
        step(warm_up);
    }
    let (median, last) = spread((60..60 + FRAMES).map(step).collect());
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    print_row(what, &format!("{:6.3} ms  {:6.3} ms", ms(median), ms(last)));
}

fn input(time_secs: f64, events: Vec<Event>) -> RawInput {
    RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, WINDOW_PX)),
        time: Some(time_secs),
        events,
        ..Default::default()
    }
}

/// What egui takes for a window with nothing in it.
#[derive(Default)]
struct Empty {
    context: egui::Context,
    time_secs: f64,
}

impl Empty {
    fn step(&mut self) -> Duration {
        self.time_secs += 1.0 / 60.0;
        let start = Instant::now();
        let output = self
            .context
            .run_ui(input(self.time_secs, Vec::new()), |ui| {
                CentralPanel::no_frame().show(ui, |_| ());
            });
        self.context.tessellate(output.shapes, 1.0);
        start.elapsed()
    }
}

/// The map widget over the whole window, with all it draws.
struct MapAlone {
    context: egui::Context,
    atlas: Atlas,
    world: passage::world::World,
    session: Session,
    camera: Camera,
    theme: Theme,
    map: MapState,
    time_secs: f64,
}

impl MapAlone {
    fn new([lon_deg, lat_deg, zoom]: [f64; 3]) -> Self {
        let context = egui::Context::default();
        let theme = Theme::new(ThemeKind::Light);
        fonts::install(&context);
        fonts::apply_style(&context, &theme);
        let atlas = Atlas::load().unwrap();
        let (world, _) = bundled(&atlas);
        let mut session = Session::default();
        session.stage.overlays = world.overlays.ids().collect();
        session.refresh(&world);
        let mut camera = Camera::default();
        camera.set_view(LonLat::new(lon_deg, lat_deg), zoom);
        let mut map = MapState::default();
        for detail in Detail::ALL {
            let (level, ground) = ground(&atlas, &world, detail);
            let areas = Arc::new(AreaIndex::new(&level));
            map.take_level(Arc::new(level), areas, Arc::new(ground));
        }
        Self {
            context,
            atlas,
            world,
            session,
            camera,
            theme,
            map,
            time_secs: 0.0,
        }
    }

    fn step(&mut self, events: Vec<Event>) -> Duration {
        self.time_secs += 1.0 / 60.0;
        let start = Instant::now();
        let output = self.context.run_ui(input(self.time_secs, events), |ui| {
            let mut outbox = Outbox::default();
            let context = UiContext {
                atlas: &self.atlas,
                world: &self.world,
                session: &self.session,
                theme: &self.theme,
            };
            CentralPanel::no_frame().show(ui, |ui| {
                map_ui(ui, context, &mut self.map, &mut self.camera, &mut outbox);
            });
            self.session.hover = outbox.hover;
        });
        self.context.tessellate(output.shapes, 1.0);
        start.elapsed()
    }
}

fn ground(atlas: &Atlas, world: &passage::world::World, detail: Detail) -> (Level, Ground) {
    let level = Level::load(detail, atlas).unwrap();
    let key = GroundKey {
        detail,
        projection: MapProjection::EqualArea,
        worldview: Worldview::Neutral,
    };
    let ground = Ground::build(&level, atlas, &world.focus_countries(), key);
    (level, ground)
}

/// The same ground and overlays the plain way: what is in view as egui shapes, moved to the
/// screen, filled and stroked anew in each frame. No names, no hatching.
struct PlainMap {
    context: egui::Context,
    ground: Ground,
    shapes: OverlayShapes,
    center: LonLat,
    zoom: f64,
    time_secs: f64,
}

impl PlainMap {
    fn new([lon_deg, lat_deg, zoom]: [f64; 3]) -> Self {
        let atlas = Atlas::load().unwrap();
        let (world, _) = bundled(&atlas);
        let (_, ground) = ground(&atlas, &world, Detail::Full);
        Self {
            context: egui::Context::default(),
            ground,
            shapes: OverlayShapes::build(&world, &atlas, MapProjection::EqualArea),
            center: LonLat::new(lon_deg, lat_deg),
            zoom,
            time_secs: 0.0,
        }
    }

    fn step(&mut self, step: u32) -> Duration {
        self.time_secs += 1.0 / 60.0;
        let projection = MapProjection::EqualArea;
        let mut center = projection.project(self.center);
        let turn = f64::from(step) / 60.0 * std::f64::consts::TAU;
        let rect = Rect::from_min_size(Pos2::ZERO, WINDOW_PX);
        let scale = View::new(rect, center, self.zoom).scale;
        center.x += 240.0 * turn.cos() / scale;
        center.y += 240.0 * turn.sin() / scale;
        let view = View::new(rect, center, self.zoom);
        let start = Instant::now();
        let output = self
            .context
            .run_ui(input(self.time_secs, Vec::new()), |ui| {
                CentralPanel::no_frame().show(ui, |ui| {
                    ui.painter().extend(self.shapes_in(&view));
                });
            });
        self.context.tessellate(output.shapes, 1.0);
        start.elapsed()
    }

    fn shapes_in(&self, view: &View) -> Vec<Shape> {
        let visible = view.visible(4.0);
        let stroke = Stroke::new(1.0, Color32::DARK_GRAY);
        let mut shapes = Vec::new();
        for chunk in &self.ground.chunks {
            if !chunk.bounds.intersects(visible) {
                continue;
            }
            let place = view.screen_from_local(chunk.origin);
            for fill in &chunk.fills {
                let mut mesh = egui::Mesh::default();
                for &[x, y] in &fill.corners {
                    mesh.colored_vertex(place * pos2(x, y), Color32::LIGHT_GRAY);
                }
                mesh.indices.clone_from(&fill.indices);
                shapes.push(Shape::mesh(mesh));
            }
            let band = line_band(self.ground.key.detail, view.zoom());
            for line in &chunk.lines[band] {
                let points = line
                    .points
                    .iter()
                    .map(|&[x, y]| place * pos2(x, y))
                    .collect();
                shapes.push(Shape::line(points, stroke));
            }
        }
        for path in self.shapes.features.iter().flat_map(|shape| &shape.paths) {
            let points = path.points.iter().map(|&at| view.screen_from_map(at));
            shapes.extend(Shape::dashed_line(
                &points.collect::<Vec<_>>(),
                stroke,
                6.0,
                3.0,
            ));
        }
        shapes
    }
}
