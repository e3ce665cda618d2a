//! What is drawn can be told apart and read: the themes' colours against the grounds they lie on.

use egui::Color32;
use passage::theme::{Theme, ThemeKind};
use passage::world::{Basis, OverlayStyle, Status};

const OVERLAYS: [OverlayStyle; 7] = [
    OverlayStyle::Alliances,
    OverlayStyle::Arms,
    OverlayStyle::Wars,
    OverlayStyle::Militancy,
    OverlayStyle::DrugRoutes,
    OverlayStyle::Pipelines,
    OverlayStyle::Diplomacy,
];

/// Relative luminance as WCAG 2.2 defines it.
fn luminance(color: Color32) -> f32 {
    let [red, green, blue, _] = egui::Rgba::from(color).to_array();
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// WCAG's contrast ratio.
fn contrast(first: Color32, second: Color32) -> f32 {
    let (first, second) = (luminance(first) + 0.05, luminance(second) + 0.05);
    first.max(second) / first.min(second)
}

/// CIE 1976 L*, a*, b* under D65.
fn lab(color: Color32) -> [f32; 3] {
    let [red, green, blue, _] = egui::Rgba::from(color).to_array();
    let bend = |t: f32| {
        if t > 0.008_856 {
            t.cbrt()
        } else {
            7.787 * t + 16.0 / 116.0
        }
    };
    let x = bend((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47);
    let y = bend(luminance(color));
    let z = bend((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// CIE 1976 colour difference; about 2 can just be seen side by side.
fn difference(first: Color32, second: Color32) -> f32 {
    let (first, second) = (lab(first), lab(second));
    let squares = first.iter().zip(second).map(|(a, b)| (a - b).powi(2));
    squares.sum::<f32>().sqrt()
}

fn themes() -> [Theme; 2] {
    [ThemeKind::Light, ThemeKind::Dark].map(Theme::new)
}

#[test]
fn names_on_the_map_are_readable_on_the_ground_they_stand_on() {
    for Theme { kind, map, .. } in themes() {
        let mut names = vec![
            ("country", map.country_label, map.land),
            ("sea", map.sea_label, map.sea),
        ];
        for ground in map.focus.iter().copied().chain([map.land]) {
            names.push(("focus country", map.focus_label, ground));
            names.push(("city", map.city_label, ground));
            names.push(("region", map.region_label, ground));
        }
        for (name, ink, ground) in names {
            let ratio = contrast(ink, ground);
            assert!(ratio >= 4.5, "{kind:?}: {name} on {ground:?}: {ratio}");
        }
    }
}

#[test]
fn every_overlay_stands_out_from_every_ground() {
    for theme in themes() {
        let map = &theme.map;
        for ground in map.focus.iter().copied().chain([map.land, map.sea]) {
            for style in OVERLAYS {
                let ratio = contrast(theme.overlay(style).color, ground);
                assert!(ratio >= 3.0, "{:?}: {style:?}: {ratio}", theme.kind);
            }
        }
    }
}

#[test]
fn no_two_overlays_look_alike_even_without_colour() {
    for theme in themes() {
        for (index, &first) in OVERLAYS.iter().enumerate() {
            for &second in OVERLAYS.iter().skip(index + 1) {
                let look = |style| theme.feature(style, None, Status::InForce, Basis::Stated);
                let signs = |style| (look(style).marks, look(style).arrow);
                assert!(
                    signs(first) != signs(second),
                    "{first:?} and {second:?} have the same signs"
                );
                let (one, other) = (theme.overlay(first), theme.overlay(second));
                let apart = difference(one.color, other.color);
                assert!(apart >= 25.0, "{first:?} and {second:?}: {apart}");
            }
        }
    }
}

#[test]
fn the_six_countries_are_told_apart_by_their_tints_and_from_land_and_sea() {
    for Theme { kind, map, .. } in themes() {
        for (index, &tint) in map.focus.iter().enumerate() {
            let others = map.focus.iter().skip(index + 1).copied();
            for other in others.chain([map.land, map.sea]) {
                let apart = difference(tint, other);
                assert!(apart >= 9.0, "{kind:?}: {tint:?} and {other:?}: {apart}");
            }
        }
    }
}
