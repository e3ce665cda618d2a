//! Small pictures of stages as they look on the screen, kept in `target/tour/` for somebody to look
//! at too. Needs a Vulkan or OpenGL adapter.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;

use std::sync::Arc;
use std::time::Duration;

use eframe::egui_wgpu::{RenderState, RendererOptions, wgpu};
use egui::{Id, Image, Rect, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::wgpu::{WgpuTestRenderer, create_render_state, default_wgpu_setup};
use harness::{has_adapter, say};
use image::RgbaImage;
use passage::atlas::{AreaIndex, Atlas, Detail, Level, Worldview};
use passage::content::bundled;
use passage::geography::{LonLat, MapProjection};
use passage::picture::{Ground, GroundKey, ReliefPicture};
use passage::session::{CameraGoal, Stage, frame_of};
use passage::theme::{Theme, ThemeKind};
use passage::ui::{SmallPictures, Wanted};
use passage::world::World;

const SIZES: [Vec2; 2] = [vec2(320.0, 180.0), vec2(240.0, 135.0)];

/// What pictures are made from.
struct Stand {
    render: RenderState,
    pictures: SmallPictures,
    atlas: Atlas,
    world: World,
    theme: Theme,
    given: Vec<GroundKey>,
    scenes: Vec<Wanted>,
    are_all_there: bool,
}

impl Stand {
    fn new(kind: ThemeKind) -> Self {
        let render = create_render_state(default_wgpu_setup(), RendererOptions::default());
        let atlas = Atlas::load().unwrap();
        let (world, _) = bundled(&atlas);
        let mut pictures = SmallPictures::new(&render);
        pictures.take_relief(Arc::new(ReliefPicture::make().unwrap()));
        Self {
            render,
            pictures,
            atlas,
            world,
            theme: Theme::new(kind),
            given: Vec::new(),
            scenes: Vec::new(),
            are_all_there: false,
        }
    }

    /// A stage with these overlays on, framing a subject.
    fn scene(&self, overlays: &[&str], subject: &str, size: Vec2) -> Wanted {
        let subject = self.world.subject_of(&self.atlas, subject).unwrap();
        let points = frame_of(&self.world, &self.atlas, subject).unwrap();
        self.scene_at(overlays, CameraGoal::Frame(points), size)
    }

    fn scene_at(&self, overlays: &[&str], goal: CameraGoal, size: Vec2) -> Wanted {
        let all = self.world.overlays.iter();
        let on = all.filter(|(_, overlay)| overlays.contains(&overlay.name.as_str()));
        Wanted {
            stage: Stage {
                overlays: on.map(|(id, _)| id).collect(),
                ..Stage::default()
            },
            goal,
            map_size: vec2(1920.0, 1080.0),
            size,
        }
    }

    /// Gives the ground that is needed next, of all levels up to it.
    fn give_ground(&mut self) {
        let Some(key) = self.pictures.next_ground() else {
            return;
        };
        for detail in Detail::ALL.into_iter().filter(|&level| level <= key.detail) {
            let key = GroundKey { detail, ..key };
            if self.given.contains(&key) {
                continue;
            }
            let level = Arc::new(Level::load(detail, &self.atlas).unwrap());
            let areas = Arc::new(AreaIndex::new(&level));
            let focus = self.world.focus_countries();
            let ground = Arc::new(Ground::build(&level, &self.atlas, &focus, key));
            self.pictures.take_level(level, areas, ground);
            // The pictures have let go of grounds of another kind.
            self.given.retain(|other| {
                (other.projection, other.worldview) == (key.projection, key.worldview)
            });
            self.given.push(key);
        }
    }

    fn work(&mut self) {
        self.give_ground();
        self.pictures.work(&self.atlas, &self.world, &self.theme);
    }

    fn ui(&mut self, ui: &egui::Ui) {
        self.are_all_there = true;
        let mut at = pos2(0.0, 0.0);
        for (number, wanted) in self.scenes.iter().enumerate() {
            if at.x + wanted.size.x > ui.ctx().content_rect().width() {
                at = pos2(0.0, at.y + wanted.size.y + 8.0);
            }
            let rect = Rect::from_min_size(at, wanted.size);
            let picture = self.pictures.picture(ui.ctx(), Id::unique(number), wanted);
            if let Some(picture) = picture {
                Image::from_texture((picture, wanted.size)).paint_at(ui, rect);
            }
            self.are_all_there &= picture.is_some();
            at.x = rect.max.x + 8.0;
        }
        self.work();
    }

    /// All scenes beside each other on the screen.
    fn shown(self, size: Vec2, pixels_per_point: f32, name: &str) -> (RgbaImage, Self) {
        let renderer = WgpuTestRenderer::from_render_state(self.render.clone());
        let mut sheet = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(pixels_per_point)
            .renderer(renderer)
            .build_ui_state(|ui, stand: &mut Self| stand.ui(ui), self);
        while !sheet.state().are_all_there {
            sheet.run_steps(1);
        }
        sheet.run_steps(2);
        let picture = sheet.render().unwrap();
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tour");
        std::fs::create_dir_all(&folder).unwrap();
        picture.save(folder.join(format!("{name}.png"))).unwrap();
        (picture, sheet.into_state())
    }
}

const ALL: &[&str] = &harness::OVERLAYS;

fn tour(stand: &Stand, size: Vec2) -> Vec<Wanted> {
    let view = |lon, lat, zoom| CameraGoal::View {
        center: LonLat::new(lon, lat),
        zoom,
    };
    let mut compared = stand.scene(&["Arms", "Wars"], "country:IND", size);
    let subject = |key| stand.world.subject_of(&stand.atlas, key);
    compared.stage.selection = subject("country:IND");
    compared.stage.compare = subject("country:RUS");
    let mut mercator = stand.scene(&["Wars"], "country:PAK", size);
    mercator.stage.projection = MapProjection::WebMercator;
    mercator.stage.worldview = Worldview::Indian;
    mercator.stage.selection = subject("country:PAK");
    let mut graticule = stand.scene_at(&["Alliances"], view(60.0, 35.0, 3.6), size);
    graticule.stage.shows_graticule = true;
    vec![
        stand.scene(&["Pipelines"], "country:PAK", size),
        stand.scene(&[], "country:RUS", size),
        stand.scene_at(ALL, view(68.0, 30.0, 4.9), size),
        compared,
        mercator,
        graticule,
        stand.scene_at(&["Militancy"], view(72.5, 33.8, 9.0), size),
        stand.scene(&["Drug routes"], "country:AFG", size),
        stand.scene_at(&["Diplomacy"], view(50.0, 40.0, 2.4), size),
    ]
}

/// How many pixels of two pictures of a size differ.
fn differing(picture: &RgbaImage, one: Rect, other: Rect) -> usize {
    let at = |rect: Rect, x: u32, y: u32| {
        *picture.get_pixel(rect.min.x as u32 + x, rect.min.y as u32 + y)
    };
    let (width, height) = (one.width() as u32, one.height() as u32);
    (0..width * height)
        .filter(|n| at(one, n % width, n / width) != at(other, n % width, n / width))
        .count()
}

#[test]
fn small_pictures_show_what_a_scene_shows_in_every_theme_at_two_sizes() {
    if !has_adapter() {
        return;
    }
    for (kind, theme) in [
        (ThemeKind::Light, "light"),
        (ThemeKind::Dark, "dark"),
        (ThemeKind::Contrast, "contrast"),
    ] {
        let mut stand = Stand::new(kind);
        for size in SIZES {
            stand.scenes.extend(tour(&stand, size));
        }
        let name = format!("small-pictures-{theme}");
        let (sheet, _) = stand.shown(vec2(1000.0, 1010.0), 1.0, &name);
        let [first, second] = [0.0, 328.0].map(|x| Rect::from_min_size(pos2(x, 0.0), SIZES[0]));
        let differ = differing(&sheet, first, second);
        assert!(differ > 30_000, "{theme}: only {differ} pixels differ");
        assert_eq!(differing(&sheet, first, first), 0);
    }
}

#[test]
fn small_pictures_are_sharp_on_a_dense_screen() {
    if !has_adapter() {
        return;
    }
    let mut stand = Stand::new(ThemeKind::Light);
    stand.scenes = tour(&stand, SIZES[1]).into_iter().take(6).collect();
    let (sheet, _) = stand.shown(vec2(760.0, 290.0), 2.0, "small-pictures-dense");
    assert_eq!(sheet.width(), 1520);
}

/// Prints what a picture costs: `cargo test --test small_pictures -- --ignored --nocapture`.
#[test]
#[ignore = "it measures"]
#[expect(clippy::disallowed_methods, reason = "it reads the clock")]
fn what_a_small_picture_costs() {
    if !has_adapter() {
        return;
    }
    let memory = |what: &str| say(&format!("{what}: {:.1} MB resident", resident_mb()));
    let mut stand = Stand::new(ThemeKind::Light);
    memory("before");
    let context = egui::Context::default();
    let scenes = tour(&stand, SIZES[0]);
    for round in 0..3 {
        for (number, scene) in scenes.iter().enumerate() {
            let mut scene = scene.clone();
            // Another wish each time, and with the same ground.
            scene.map_size.x += round as f32;
            stand.pictures.picture(&context, Id::unique(number), &scene);
            let start = std::time::Instant::now();
            stand.give_ground();
            let ground = start.elapsed();
            let start = std::time::Instant::now();
            stand
                .pictures
                .work(&stand.atlas, &stand.world, &stand.theme);
            let own = start.elapsed();
            wait(&stand.render);
            let total = start.elapsed();
            say(&format!(
                "round {round}, scene {number}: ground {ground:.1?}, our thread {own:.1?}, until drawn {total:.1?}"
            ));
        }
        memory("after a round");
    }
    for number in 0..120 {
        let scene = &scenes[number % 4];
        stand
            .pictures
            .picture(&context, Id::unique(("more", number)), scene);
        stand.work();
        wait(&stand.render);
    }
    memory("after 120 pictures");
    stand.pictures.forget_story();
    wait(&stand.render);
    memory("after forgetting");
}

fn wait(render: &RenderState) {
    let poll = wgpu::PollType::Wait {
        submission_index: None,
        timeout: Some(Duration::from_secs(10)),
    };
    render.device.poll(poll).unwrap();
}

/// Resident memory of the process, in megabytes.
fn resident_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kb = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kb.unwrap_or(f64::NAN) / 1024.0
}
