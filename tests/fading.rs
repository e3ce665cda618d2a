//! Layers that fade, in what was drawn. Needs a Vulkan or OpenGL adapter, as `pictures.rs` does.

mod harness;

use egui::Key;
use egui_kittest::kittest::Queryable as _;
use harness::{Program, SMALL, drawn_with, has_adapter, picture, press, settle, wait_for_details};
use image::RgbaImage;
use passage::app::Options;

/// How far a colour may lie outside the two it goes between, for what rounding makes of it.
const ROUNDING: u8 = 3;

/// How many pixels of the map have one colour before, another one afterwards, and in between one
/// that is clearly neither.
fn mixed_count(program: &Program, [before, between, after]: [&RgbaImage; 3]) -> usize {
    let map = program.get_by_label("Map").rect();
    let is_on_map = |x: u32, y: u32| map.contains(egui::pos2(x as f32, y as f32));
    let pixels = between.enumerate_pixels();
    let mixed = pixels.filter(|&(x, y, pixel)| {
        let [from, to] = [before, after].map(|picture| picture.get_pixel(x, y).0);
        let ends = from.into_iter().zip(to);
        let parts: Vec<_> = ends
            .zip(pixel.0)
            .map(|((from, to), is)| (from, is, to))
            .collect();
        let is_between = |&(from, is, to): &(u8, u8, u8)| {
            let (least, most) = (from.min(to), from.max(to));
            is >= least.saturating_sub(ROUNDING) && is <= most.saturating_add(ROUNDING)
        };
        let is_apart = |&(from, is, to): &(u8, u8, u8)| {
            from.abs_diff(is) > 2 * ROUNDING && to.abs_diff(is) > 2 * ROUNDING
        };
        is_on_map(x, y) && parts.iter().all(is_between) && parts.iter().any(is_apart)
    });
    mixed.count()
}

#[test]
fn overlays_that_go_and_come_are_half_there_half_way_and_afterwards_as_if_nothing_had_moved() {
    if !has_adapter() {
        return;
    }
    let mut program = drawn_with(SMALL, 1.0, Options::default());
    press(&mut program, "All overlays");
    wait_for_details(&mut program);
    let full = picture(&mut program, "fading-full");
    program.key_press(Key::Num0);
    settle(&mut program);
    let none = picture(&mut program, "fading-none");
    for (key, from, to, name) in [
        (Key::A, &none, &full, "comes"),
        (Key::Num0, &full, &none, "goes"),
    ] {
        program
            .ctx
            .all_styles_mut(|style| style.animation_time = 0.1);
        program.key_press(key);
        // The frames of a fade, of which one is in the midst of it.
        let mixed = (0..4).map(|frame| {
            program.run_steps(1);
            let between = picture(&mut program, &format!("fading-{name}-{frame}"));
            mixed_count(&program, [from, &between, to])
        });
        let mixed = mixed.max().unwrap_or_default();
        assert!(mixed > 5_000, "{name}: only {mixed} pixels are in between");
        settle(&mut program);
        program
            .ctx
            .all_styles_mut(|style| style.animation_time = 0.0);
        settle(&mut program);
        assert!(picture(&mut program, "fading-after") == *to, "{name}");
    }
}
