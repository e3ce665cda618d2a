//! A tour of the program, rendered to `target/tour/` for somebody to look at. Needs a Vulkan or
//! OpenGL adapter; Mesa's software driver will do.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;
mod tile_server;

use std::collections::BTreeSet;
use std::time::Duration;

use egui::Key;
use harness::{Program, SIZES, SMALL, drawn_with, has_adapter, picture, press, wait_for_details};
use passage::app::Options;
use passage::tiles::TileServer;
use tile_server::{Manner, Server};

fn settled(program: &mut Program, name: &str) -> image::RgbaImage {
    wait_for_details(program);
    picture(program, name)
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
        return;
    }
    for size in SIZES {
        let width = size.x;
        let mut program = drawn_with(size, 1.0, Options::default());
        let opening = settled(&mut program, &format!("{width}-opening"));
        assert!(
            colors(&opening) > 200,
            "the opening picture is nearly blank"
        );
        press(&mut program, "Afghanistan on the map");
        settled(&mut program, &format!("{width}-afghanistan"));
        program.key_press(Key::T);
        program.key_press(Key::A);
        let dark = settled(&mut program, &format!("{width}-dark-everything"));
        assert_ne!(opening, dark);
    }
}

#[test]
fn with_nothing_on_and_from_near_and_far_there_is_still_a_map() {
    if !has_adapter() {
        return;
    }
    let mut program = drawn_with(SMALL, 1.0, Options::default());
    for (key, times) in [(Key::Minus, 8), (Key::Plus, 24)] {
        for projection in ["Web Mercator", "Equal-area"] {
            press(&mut program, projection);
            for _ in 0..times {
                program.key_press(key);
                program.run_steps(12);
                program.render().unwrap();
            }
            for overlays in ["All overlays", "No overlays"] {
                press(&mut program, overlays);
                assert!(colors(&program.render().unwrap()) > 100, "{overlays}");
            }
        }
    }
}

#[test]
fn tiles_lie_over_the_ground_and_under_borders_overlays_and_names() {
    if !has_adapter() {
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
    for size in &SIZES[..2] {
        let width = size.x;
        server.change_to(Manner::Own);
        let mut program = drawn_with(*size, 1.0, options.clone());
        let bare = settled(&mut program, &format!("{width}-tiles-before"));
        press(&mut program, "View");
        press(&mut program, "Background");
        settled(&mut program, &format!("{width}-tiles-menu"));
        press(&mut program, "OpenStreetMap (online)");
        press(&mut program, "View");
        settled(&mut program, &format!("{width}-tiles-question"));
        press(&mut program, "Show OpenStreetMap");
        let tiled = settled(&mut program, &format!("{width}-tiles"));
        assert_ne!(bare, tiled);
        program.key_press(Key::T);
        settled(&mut program, &format!("{width}-tiles-dark"));
        for _ in 0..8 {
            program.key_press(Key::Minus);
            program.run_steps(4);
        }
        for _ in 0..24 {
            program.key_press(Key::ArrowRight);
            program.run_steps(2);
        }
        settled(&mut program, &format!("{width}-tiles-edge"));
        server.change_to(Manner::Cut);
        program.key_press(Key::Home);
        program.run_steps(30);
        for _ in 0..4 {
            program.key_press(Key::Plus);
            program.run_steps(4);
        }
        settled(&mut program, &format!("{width}-tiles-fail-dark"));
        program.key_press(Key::T);
        settled(&mut program, &format!("{width}-tiles-fail"));
    }
}
