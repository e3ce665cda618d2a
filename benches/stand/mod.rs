//! The program without a window, driven frame by frame as eframe drives it: input in, shapes and
//! triangles out.
#![allow(dead_code, reason = "each bench uses a part of it")]
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench may panic, reads the clock, and prints what it measured"
)]

pub(crate) mod crowd;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::App as _;
use egui::{ClippedPrimitive, Event, Pos2, RawInput, Rect, TexturesDelta, Vec2, pos2, vec2};
use passage::app::{Options, PassageApp};
use passage::atlas::Atlas;
use passage::content::bundled;
use passage::session::{SavedStage, SavedState, Saving};

/// The window the promises are made for.
pub(crate) const WINDOW_PX: Vec2 = vec2(1920.0, 1080.0);

/// Longitude, latitude, zoom: a view, and what one sees in it.
pub(crate) type View = (&'static str, [f64; 3]);

pub(crate) const WORLD: View = ("the world", [40.0, 25.0, 1.6]);
pub(crate) const REGION: View = ("the six countries", [68.0, 30.0, 4.2]);
/// About where a frame has most to draw: half a continent at a level of detail's near end.
pub(crate) const BUSIEST: View = ("the slowest zoom", [70.0, 31.0, 4.6]);
pub(crate) const COUNTRY: View = ("Pakistan, full detail", [69.5, 30.5, 6.1]);
pub(crate) const CITY: View = ("around Islamabad, full detail", [73.0, 33.7, 9.0]);

/// A program and its input.
pub(crate) struct Stand {
    pub(crate) context: egui::Context,
    pub(crate) app: PassageApp,
    /// Textures that are yet to be given to whoever draws.
    pub(crate) textures: TexturesDelta,
    frame: eframe::Frame,
    time_secs: f64,
    /// Goes after the program, which writes to it until its end.
    folder: Option<DataFolder>,
}

/// A data folder that is there for one program.
struct DataFolder(PathBuf);

impl Drop for DataFolder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// What one frame made, and how long egui's run and the tessellation took.
pub(crate) struct FrameMade {
    pub(crate) took: Duration,
    pub(crate) primitives: Vec<ClippedPrimitive>,
}

impl Stand {
    /// The program at a view with every overlay on, all levels of detail there.
    pub(crate) fn open(view: View, render: Option<&eframe::egui_wgpu::RenderState>) -> Self {
        let folder = folder_with(view);
        let mut stand = Self::start(Some(folder.clone()), render);
        for _ in 0..150 {
            stand.step(Vec::new());
            std::thread::sleep(Duration::from_millis(10));
        }
        stand.folder = Some(DataFolder(folder));
        stand
    }

    /// The program with a story file at its opening view, all levels of detail there; and how long
    /// the first frame took.
    pub(crate) fn with_story(story: PathBuf) -> (Self, Duration) {
        let options = Options {
            story: Some(story),
            ..Options::default()
        };
        let mut stand = Self::with_options(&options, None);
        let shown = stand.step(Vec::new()).took;
        for _ in 0..150 {
            stand.step(Vec::new());
            std::thread::sleep(Duration::from_millis(10));
        }
        (stand, shown)
    }

    /// The program before its first frame.
    pub(crate) fn start(
        data_dir: Option<PathBuf>,
        render: Option<&eframe::egui_wgpu::RenderState>,
    ) -> Self {
        let options = Options {
            data_dir,
            ..Options::default()
        };
        Self::with_options(&options, render)
    }

    fn with_options(options: &Options, render: Option<&eframe::egui_wgpu::RenderState>) -> Self {
        let context = egui::Context::default();
        let mut creation = eframe::CreationContext::_new_kittest(context.clone());
        creation.wgpu_render_state = render.cloned();
        let app = PassageApp::new(&creation, options).unwrap();
        Self {
            context,
            app,
            textures: TexturesDelta::default(),
            frame: eframe::Frame::_new_kittest(),
            time_secs: 0.0,
            folder: None,
        }
    }

    /// One frame at sixty a second.
    pub(crate) fn step(&mut self, events: Vec<Event>) -> FrameMade {
        self.input_frame(RawInput {
            events,
            ..RawInput::default()
        })
    }

    /// The frame in which a file is dropped on the window.
    pub(crate) fn drop_file(&mut self, path: PathBuf) -> FrameMade {
        self.input_frame(RawInput {
            dropped_files: vec![Arc::new(Dropped(path))],
            ..RawInput::default()
        })
    }

    fn input_frame(&mut self, input: RawInput) -> FrameMade {
        self.time_secs += 1.0 / 60.0;
        // The window keeps its size, however much larger a briefing draws everything.
        let window = WINDOW_PX / self.context.zoom_factor();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, window)),
            time: Some(self.time_secs),
            predicted_dt: 1.0 / 60.0,
            focused: true,
            ..input
        };
        let start = Instant::now();
        let (app, frame) = (&mut self.app, &mut self.frame);
        let output = self.context.run_ui(input, |ui| app.ui(ui, frame));
        let primitives = self
            .context
            .tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        self.textures.append(output.textures_delta);
        FrameMade { took, primitives }
    }
}

/// A data folder whose saved session has that view and everything on.
fn folder_with((name, view): View) -> PathBuf {
    let (world, _) = bundled(&Atlas::load().unwrap());
    let folder = std::env::temp_dir().join(format!("passage-bench-{}-{name}", std::process::id()));
    let overlays = world.overlays.iter();
    let stage = SavedStage {
        overlays: overlays.map(|(_, overlay)| overlay.key.clone()).collect(),
        view: Some(view),
        ..SavedStage::default()
    };
    let saved = SavedState {
        stages: vec![stage],
        ..SavedState::default()
    };
    Saving::new(folder.clone()).save(&saved).unwrap();
    folder
}

/// Pointer events of a drag that goes round in a circle on the map, one step for each frame.
pub(crate) fn drag(step: u32) -> Vec<Event> {
    let turn = step as f32 / 60.0 * std::f32::consts::TAU;
    let at = pos2(900.0, 560.0) + 240.0 * vec2(turn.cos(), turn.sin());
    let mut events = vec![Event::PointerMoved(at)];
    if step == 0 {
        events.push(Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed: true,
            modifiers: egui::Modifiers::NONE,
        });
    }
    events
}

/// Zooms in and out again by small steps.
pub(crate) fn zoom(step: u32) -> Vec<Event> {
    let factor = if (step / 30).is_multiple_of(2) {
        1.01
    } else {
        1.0 / 1.01
    };
    vec![Event::PointerMoved(pos2(900.0, 560.0)), Event::Zoom(factor)]
}

/// Median and 99th percentile.
pub(crate) fn spread(mut samples: Vec<Duration>) -> (Duration, Duration) {
    samples.sort_unstable();
    let at = |part: f64| samples[((samples.len() - 1) as f64 * part).round() as usize];
    (at(0.5), at(0.99))
}

/// One row of a printed table.
pub(crate) fn print_row(what: &str, figures: &str) {
    println!("{what:<58} {figures}");
}

/// Resident memory of the process, in megabytes.
pub(crate) fn resident_mb() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    let kb = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kb.unwrap_or(f64::NAN) / 1024.0
}
