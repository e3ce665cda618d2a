//! A tour of the program, rendered to `target/tour/` for somebody to look at. Needs a Vulkan or
//! OpenGL adapter; Mesa's software driver will do.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod tile_server;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use passage::app::{Options, PassageApp};
use passage::tiles::TileServer;
use tile_server::{Manner, Server};

/// Says it past the test runner, which keeps back what a passing test prints.
fn say(words: &str) {
    use std::io::Write as _;
    let line = format!("{words}\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}

fn has_adapter() -> bool {
    let instance = eframe::wgpu::Instance::default();
    let adapters = instance.enumerate_adapters(eframe::wgpu::Backends::all());
    !pollster::block_on(adapters).is_empty()
}

fn picture(program: &mut Harness<'static, PassageApp>, name: &str) -> image::RgbaImage {
    // Finer levels of detail arrive from another thread.
    for _ in 0..60 {
        program.run_steps(1);
        std::thread::sleep(Duration::from_millis(20));
    }
    let picture = program.render().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tour");
    std::fs::create_dir_all(&folder).unwrap();
    picture.save(folder.join(format!("{name}.png"))).unwrap();
    picture
}

fn colors(picture: &image::RgbaImage) -> usize {
    picture
        .pixels()
        .map(|pixel| pixel.0)
        .collect::<BTreeSet<_>>()
        .len()
}

#[test]
fn a_tour_of_the_program_shows_a_map_at_three_sizes_in_both_themes() {
    if !has_adapter() {
        say("SKIPPED: no Vulkan or OpenGL adapter, so nothing was drawn");
        return;
    }
    for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0), (3840.0, 2160.0)] {
        let mut program = Harness::builder()
            .with_size(vec2(width, height))
            .wgpu()
            .build_eframe(|creation| PassageApp::new(creation, &Options::default()).unwrap());
        let opening = picture(&mut program, &format!("{width}-opening"));
        assert!(
            colors(&opening) > 200,
            "the opening picture is nearly blank"
        );
        program
            .get_by_label("Afghanistan on the map")
            .click_accesskit();
        picture(&mut program, &format!("{width}-afghanistan"));
        program.key_press(Key::T);
        program.key_press(Key::A);
        let dark = picture(&mut program, &format!("{width}-dark-everything"));
        assert_ne!(opening, dark);
    }
}

#[test]
fn with_nothing_on_and_from_near_and_far_there_is_still_a_map() {
    if !has_adapter() {
        say("SKIPPED: no Vulkan or OpenGL adapter, so nothing was drawn");
        return;
    }
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .wgpu()
        .build_eframe(|creation| PassageApp::new(creation, &Options::default()).unwrap());
    program.run_steps(3);
    for (key, times) in [(Key::Minus, 8), (Key::Plus, 24)] {
        for projection in ["Web Mercator", "Equal-area"] {
            program.get_by_label(projection).click_accesskit();
            for _ in 0..times {
                program.key_press(key);
                program.run_steps(12);
                program.render().unwrap();
            }
            for overlays in ["All overlays", "No overlays"] {
                program.get_by_label(overlays).click_accesskit();
                program.run_steps(4);
                assert!(colors(&program.render().unwrap()) > 100, "{overlays}");
            }
        }
    }
}

/// Clicks through menus and dialogs.
fn click(program: &mut Harness<'static, PassageApp>, labels: &[&str]) {
    for label in labels {
        program.get_by_label(label).click_accesskit();
        program.run_steps(4);
    }
}

#[test]
fn tiles_lie_over_the_ground_and_under_borders_overlays_and_names() {
    if !has_adapter() {
        say("SKIPPED: no Vulkan or OpenGL adapter, so nothing was drawn");
        return;
    }
    let server = Server::start(Manner::Own);
    let options = Options {
        tile_server: TileServer {
            address: server.address.clone(),
            patience: Duration::from_secs(2),
            ..TileServer::default()
        },
        ..Options::default()
    };
    for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0)] {
        let options = options.clone();
        server.change_to(Manner::Own);
        let mut program = Harness::builder()
            .with_size(vec2(width, height))
            .wgpu()
            .build_eframe(move |creation| PassageApp::new(creation, &options).unwrap());
        program.run_steps(4);
        let without = picture(&mut program, &format!("{width}-tiles-before"));
        click(&mut program, &["View", "Background"]);
        picture(&mut program, &format!("{width}-tiles-menu"));
        click(&mut program, &["OpenStreetMap (online)", "View"]);
        picture(&mut program, &format!("{width}-tiles-question"));
        click(&mut program, &["Show OpenStreetMap"]);
        let with = picture(&mut program, &format!("{width}-tiles"));
        assert_ne!(without, with);
        program.key_press(Key::T);
        picture(&mut program, &format!("{width}-tiles-dark"));
        for _ in 0..8 {
            program.key_press(Key::Minus);
            program.run_steps(4);
        }
        for _ in 0..24 {
            program.key_press(Key::ArrowRight);
            program.run_steps(2);
        }
        picture(&mut program, &format!("{width}-tiles-edge"));
        server.change_to(Manner::Cut);
        program.key_press(Key::Home);
        program.run_steps(30);
        for _ in 0..4 {
            program.key_press(Key::Plus);
            program.run_steps(4);
        }
        picture(&mut program, &format!("{width}-tiles-fail-dark"));
        program.key_press(Key::T);
        picture(&mut program, &format!("{width}-tiles-fail"));
    }
}
