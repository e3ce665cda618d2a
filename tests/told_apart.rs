//! The pictures themselves: overlays are told apart and names are read in what was drawn, in all
//! themes and as other eyes see it. Needs a Vulkan or OpenGL adapter, as `pictures.rs` does.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(
    clippy::disallowed_methods,
    reason = "pixels have the colours they have"
)]

mod color_maths;
mod harness;

use color_maths::{contrast, difference};
use egui::{Color32, Key, Rect, Rgba, pos2, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use harness::{
    OVERLAYS, Program, SMALL, drawn_with, has_adapter, picture, press, press_key, shows,
    wait_for_details,
};
use image::RgbaImage;
use passage::app::Options;

/// Pixels to a point: fine enough for a stem of small letters to be all ink.
const SCALE: f32 = 2.0;

/// In the order in which the key steps through them.
const VISIONS: [&str; 5] = [
    "full",
    "deuteranopia",
    "protanopia",
    "tritanopia",
    "greyscale",
];

/// The themes, and the key that leads from each to the next one.
const THEMES: [(&str, Key); 3] = [("light", Key::T), ("dark", Key::K), ("contrast", Key::K)];

/// The program with all overlays on, once its finer map is there.
fn with_all_overlays() -> Program {
    let mut program = drawn_with(SMALL, SCALE, Options::default());
    press(&mut program, "All overlays");
    wait_for_details(&mut program);
    program
}

/// The pixels of a place, row by row.
fn pixels(picture: &RgbaImage, place: Rect) -> Vec<Color32> {
    let [left, top] = [place.min.x, place.min.y].map(|at| (at * SCALE).round().max(0.0) as u32);
    let [right, bottom] = [place.max.x, place.max.y].map(|at| (at * SCALE).round() as u32);
    let (right, bottom) = (right.min(picture.width()), bottom.min(picture.height()));
    (top..bottom)
        .flat_map(|y| (left..right).map(move |x| (x, y)))
        .map(|(x, y)| {
            let [red, green, blue, _] = picture.get_pixel(x, y).0;
            Color32::from_rgb(red, green, blue)
        })
        .collect()
}

fn light(color: Color32) -> f32 {
    let light = Rgba::from(color);
    0.2126 * light.r() + 0.7152 * light.g() + 0.0722 * light.b()
}

/// What the legend draws for an overlay: its ink, and how much of each pixel is covered.
struct Drawn {
    ink: Color32,
    ground: Color32,
    coverage: Vec<f32>,
}

fn drawn(program: &Program, picture: &RgbaImage, overlay: &str) -> Drawn {
    let row = program.get_all_by_label(overlay).next().unwrap().rect();
    // The key stands between the sign that unfolds the row and the name.
    let left = pos2(row.min.x + 16.0, row.center().y - 8.0);
    let pixels = pixels(picture, Rect::from_min_size(left, vec2(38.0, 16.0)));
    let ground = *pixels.first().unwrap();
    let far = |color: &&Color32| (contrast(**color, ground) * 1000.0) as i32;
    let ink = *pixels.iter().max_by_key(far).unwrap();
    let full = light(ink) - light(ground);
    let coverage = pixels
        .iter()
        .map(|&color| (light(color) - light(ground)) / full);
    Drawn {
        ink,
        ground,
        coverage: coverage.map(|part| part.clamp(0.0, 1.0)).collect(),
    }
}

/// How much of the ink of two keys does not lie on ink of the other: 0 for the same shape, 1 for
/// two that have nothing in common.
fn unlikeness(one: &Drawn, other: &Drawn) -> f32 {
    let both = || one.coverage.iter().zip(&other.coverage);
    let apart: f32 = both().map(|(a, b)| (a - b).abs()).sum();
    let all: f32 = both().map(|(a, b)| a.max(*b)).sum();
    apart / all
}

#[test]
fn every_overlay_is_told_apart_in_the_picture_by_its_shape_and_by_its_colour_where_there_is_any() {
    if !has_adapter() {
        return;
    }
    let mut program = with_all_overlays();
    for (theme, next) in THEMES {
        let mut in_color: Vec<Drawn> = Vec::new();
        for vision in VISIONS {
            let picture = picture(&mut program, &format!("vision-{theme}-{vision}"));
            let keys = OVERLAYS.map(|overlay| drawn(&program, &picture, overlay));
            for (at, (name, key)) in OVERLAYS.iter().zip(&keys).enumerate() {
                let place = format!("{theme}, {vision}: {name}");
                let ratio = contrast(key.ink, key.ground);
                assert!(ratio >= 3.0, "{place} on its panel: {ratio}");
                for (other_name, other) in OVERLAYS.iter().zip(&keys).skip(at + 1) {
                    let unlike = unlikeness(key, other);
                    assert!(unlike >= 0.25, "{place} and {other_name}: {unlike}");
                    let apart = difference(key.ink, other.ink);
                    let is_enough = apart >= 9.0 || vision == "greyscale";
                    assert!(is_enough, "{place} and {other_name}: {apart}");
                }
                // The measure sees what is the same as the same.
                if let Some(before) = in_color.get(at) {
                    let unlike = unlikeness(key, before);
                    assert!(unlike < 0.15, "{place} and itself in colour: {unlike}");
                }
            }
            if in_color.is_empty() {
                in_color = keys.into();
            }
            press_key(&mut program, Key::Y);
        }
        press_key(&mut program, next);
    }
}

#[test]
fn a_preview_is_on_the_map_in_the_menu_and_on_a_key_and_says_so() {
    if !has_adapter() {
        return;
    }
    let mut program = with_all_overlays();
    let before = picture(&mut program, "vision-before");
    press(&mut program, "View");
    press(&mut program, "Colours as seen with\u{2026}");
    picture(&mut program, "vision-menu");
    press(&mut program, "Greyscale");
    press_key(&mut program, Key::Escape);
    let grey = picture(&mut program, "vision-grey");
    assert!(
        program
            .query_by_label("Preview: greyscale (Y for the next)")
            .is_some()
    );
    let colorful = |picture: &RgbaImage| {
        let is_colorful =
            |[red, green, blue, _]: [u8; 4]| red.abs_diff(green).max(green.abs_diff(blue)) > 6;
        picture
            .pixels()
            .filter(|pixel| is_colorful(pixel.0))
            .count()
    };
    assert!(colorful(&before) > 100_000);
    assert_eq!(colorful(&grey), 0, "something kept its colour");
    press_key(&mut program, Key::Y);
    assert!(!shows(&program, "Preview:"));
    assert_eq!(picture(&mut program, "vision-after"), before);
}

#[test]
fn every_name_on_the_map_can_be_read_where_it_stands() {
    if !has_adapter() {
        return;
    }
    let mut program = with_all_overlays();
    for (theme, next) in THEMES {
        let picture = picture(&mut program, &format!("names-{theme}"));
        let map = program.get_by_label("Map").rect();
        let mut names = 0;
        for node in program.get_all_by_label_contains(" on the map") {
            let place = node.rect();
            let name = node.accesskit_node().label().unwrap_or_default();
            // What has no room for its name has a node without words.
            if place.width() <= 12.0 || !map.contains_rect(place) {
                continue;
            }
            names += 1;
            let mut around = pixels(&picture, place.expand(2.0));
            around.sort_by(|a, b| light(*a).total_cmp(&light(*b)));
            let ground = around[around.len() / 2];
            // Stems are a few in a hundred of a name's pixels.
            let stems = around.len() / 40;
            let ink = match theme {
                "dark" => around[around.len() - 1 - stems],
                _ => around[stems],
            };
            let ratio = contrast(ink, ground);
            assert!(
                ratio >= 4.5,
                "{theme}: {name}: {ink:?} on {ground:?}: {ratio}"
            );
        }
        assert!(names >= 15, "only {names} names were looked at");
        press_key(&mut program, next);
    }
}
