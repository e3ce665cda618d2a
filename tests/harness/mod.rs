//! The program opened for a test, and what a test asks of it: by the names things go by, as a
//! screen reader knows them.
#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Toggled;
use egui::{Key, Modifiers, Vec2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, HarnessBuilder};
use image::RgbaImage;
use passage::app::{Options, PassageApp};

pub(crate) type Program = Harness<'static, PassageApp>;

/// The smallest window the program is made for.
pub(crate) const SMALL: Vec2 = vec2(1280.0, 720.0);

/// Windows as screens have room for.
pub(crate) const SIZES: [Vec2; 3] = [SMALL, vec2(1920.0, 1080.0), vec2(3840.0, 2160.0)];

/// The bundled story's overlays, as the legend names them from top to bottom.
pub(crate) const OVERLAYS: [&str; 7] = [
    "Alliances",
    "Arms",
    "Wars",
    "Militancy",
    "Drug routes",
    "Pipelines",
    "Diplomacy",
];

/// The program as it opens with the bundled story.
pub(crate) fn program(size: Vec2) -> Program {
    program_with(size, Options::default())
}

pub(crate) fn program_with(size: Vec2, options: Options) -> Program {
    opened(builder(size), options)
}

/// The program with a folder that keeps what the next start brings back.
pub(crate) fn program_in(folder: &Path) -> Program {
    let options = Options {
        data_dir: Some(folder.to_owned()),
        ..Options::default()
    };
    program_with(SMALL, options)
}

/// The program with an adapter to draw on, for whoever looks at its pixels.
pub(crate) fn drawn_with(size: Vec2, pixels_per_point: f32, options: Options) -> Program {
    let builder = builder(size).with_pixels_per_point(pixels_per_point);
    opened(builder.wgpu(), options)
}

fn builder(size: Vec2) -> HarnessBuilder<PassageApp> {
    Harness::builder().with_size(size).with_max_steps(400)
}

fn opened(builder: HarnessBuilder<PassageApp>, options: Options) -> Program {
    let mut program =
        builder.build_eframe(move |creation| PassageApp::new(creation, &options).unwrap());
    program.run_steps(4);
    program
}

/// A folder of this test file's own, and empty: what an earlier run left there is gone.
pub(crate) fn folder(name: &str) -> PathBuf {
    let name = format!("{}-{name}", env!("CARGO_CRATE_NAME"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Lets flights end, and what a note says for a few seconds be over.
pub(crate) fn settle(program: &mut Program) {
    program.run_steps(20);
}

/// Presses the one thing of that name, as a screen reader does: it need not be in sight.
pub(crate) fn press(program: &mut Program, name: &str) {
    press_briefly(program, name);
    settle(program);
}

/// Presses and lets so little time go by that a note about it is still there.
pub(crate) fn press_briefly(program: &mut Program, name: &str) {
    program.get_by_label(name).click_accesskit();
    program.run_steps(4);
}

/// Presses the first of several with that name: a row of the legend, whose card says it again.
pub(crate) fn press_first(program: &mut Program, name: &str) {
    let mut found = program.get_all_by_label(name);
    found.next().unwrap().click_accesskit();
    drop(found);
    settle(program);
}

pub(crate) fn press_key(program: &mut Program, key: Key) {
    program.key_press(key);
    settle(program);
}

/// Presses a key with others held down, and lets so little time go by that a note is still there.
pub(crate) fn press_with(program: &mut Program, held: Modifiers, key: Key) {
    program.key_press_modifiers(held, key);
    program.run_steps(4);
}

/// Whether the words stand anywhere in what there is.
pub(crate) fn shows(program: &Program, words: &str) -> bool {
    program.query_all_by_label_contains(words).next().is_some()
}

/// Whether a switch is on.
pub(crate) fn is_on(program: &Program, name: &str) -> bool {
    let node = program.get_by_label(name);
    node.accesskit_node().toggled() == Some(Toggled::True)
}

pub(crate) fn is_disabled(program: &Program, name: &str) -> bool {
    program.get_by_label(name).accesskit_node().is_disabled()
}

/// Lets frames go on until it is so. What never comes about ends the test.
pub(crate) fn until(program: &mut Program, what: &str, is_so: impl Fn(&Program) -> bool) {
    for _ in 0..3_000 {
        program.run_steps(1);
        if is_so(program) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("it never came about: {what}");
}

pub(crate) fn until_it_shows(program: &mut Program, words: &str) {
    until(program, words, |program| shows(program, words));
}

/// A file as a window system hands it over.
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

pub(crate) fn drop_on_window(program: &mut Program, path: PathBuf) {
    let file = Arc::new(Dropped(path));
    program.input_mut().dropped_files.push(file);
    program.run_steps(4);
}

/// Says it past the test runner, which keeps back what a passing test prints.
pub(crate) fn say(words: &str) {
    use std::io::Write as _;
    let line = format!("{words}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

/// Whether anything can be drawn here; where nothing can, it says that the test is skipped.
pub(crate) fn has_adapter() -> bool {
    let instance = eframe::wgpu::Instance::default();
    let adapters = instance.enumerate_adapters(eframe::wgpu::Backends::all());
    let has_one = !pollster::block_on(adapters).is_empty();
    if !has_one {
        say("SKIPPED: no Vulkan or OpenGL adapter, so nothing was drawn");
    }
    has_one
}

/// Lets finer levels of detail arrive, which come from another thread.
pub(crate) fn wait_for_details(program: &mut Program) {
    for _ in 0..60 {
        program.run_steps(1);
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// What is drawn, kept in `target/tour/` for somebody to look at too.
pub(crate) fn picture(program: &mut Program, name: &str) -> RgbaImage {
    let picture = program.render().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tour");
    std::fs::create_dir_all(&folder).unwrap();
    picture.save(folder.join(format!("{name}.png"))).unwrap();
    picture
}
