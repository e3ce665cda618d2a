//! Every scene of the bundled briefing as the audience sees it, rendered to `target/tour/` for
//! somebody to look at. Needs a Vulkan or OpenGL adapter, as `pictures.rs` does.

mod harness;

use egui::{Color32, Key, Pos2};
use egui_kittest::kittest::Queryable as _;
use harness::{Program, SIZES, drawn_with, has_adapter, picture, press_key, wait_for_details};
use image::RgbaImage;
use passage::app::Options;
use passage::atlas::Atlas;
use passage::content::bundled;
use passage::theme::{Theme, ThemeKind};

/// As far as the edges of a line and what shines through it change its colour.
const TOLERANCE: u8 = 14;
/// A line of this many pixels is seen.
const LEAST_PIXELS: usize = 60;

/// How much of the map has a colour.
fn count(program: &Program, picture: &RgbaImage, color: Color32) -> usize {
    let map = program.get_by_label("Map").rect();
    let scale = program.ctx.pixels_per_point();
    let wanted = [color.r(), color.g(), color.b()];
    let pixels = picture.enumerate_pixels();
    pixels
        .filter(|(x, y, pixel)| {
            let at = Pos2::new(*x as f32, *y as f32) / scale;
            let parts = wanted.iter().zip(pixel.0);
            map.contains(at)
                && parts
                    .into_iter()
                    .all(|(&wanted, is)| wanted.abs_diff(is) <= TOLERANCE)
        })
        .count()
}

#[test]
fn every_scene_has_something_of_each_of_its_overlays_in_the_frame_at_both_sizes() {
    if !has_adapter() {
        return;
    }
    let (world, _) = bundled(&Atlas::load().unwrap());
    let theme = Theme::new(ThemeKind::Light);
    for size in &SIZES[..2] {
        let mut program = drawn_with(*size, 1.0, Options::default());
        press_key(&mut program, Key::F5);
        for (at, scene) in world.scenes.iter().enumerate() {
            for _ in &scene.builds {
                press_key(&mut program, Key::PageDown);
            }
            wait_for_details(&mut program);
            let name = format!("{}-scene-{:02}", size.x, at + 1);
            let seen = picture(&mut program, &name);
            for overlay in &scene.stage.overlays {
                let overlay = world.overlays.get(*overlay).unwrap();
                let color = theme.overlay(overlay.style).color;
                let pixels = count(&program, &seen, color);
                assert!(
                    pixels >= LEAST_PIXELS,
                    "{name}: {pixels} pixels of {}",
                    overlay.name
                );
            }
            press_key(&mut program, Key::PageDown);
        }
    }
}
