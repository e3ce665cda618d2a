//! The theme for projectors in lit rooms, as such a projector shows it: the room's light lies over
//! the whole picture like a veil, and what was black is grey.

mod color_maths;

use color_maths::{contrast, difference};
use egui::{Color32, Rgba};
use passage::theme::{Theme, ThemeKind};
use passage::world::OverlayStyle;

const OVERLAYS: [OverlayStyle; 7] = [
    OverlayStyle::Alliances,
    OverlayStyle::Arms,
    OverlayStyle::Wars,
    OverlayStyle::Militancy,
    OverlayStyle::DrugRoutes,
    OverlayStyle::Pipelines,
    OverlayStyle::Diplomacy,
];

/// How much light the room throws on the screen, in parts of what the projector throws for white:
/// black and white are then as 1 to 3.9.
const VEIL: f32 = 0.35;

/// A colour as it comes off the screen, to an eye that takes the brightest for white.
fn washed_out(color: Color32) -> Color32 {
    let veiled = |light: f32| (light + VEIL) / (1.0 + VEIL);
    let light = Rgba::from(color);
    Rgba::from_rgb(veiled(light.r()), veiled(light.g()), veiled(light.b())).into()
}

fn contrast_on_screen(first: Color32, second: Color32) -> f32 {
    contrast(washed_out(first), washed_out(second))
}

fn theme() -> Theme {
    Theme::new(ThemeKind::Contrast)
}

#[test]
fn words_can_still_be_read_in_a_lit_room() {
    let theme = theme();
    let (colors, map) = (&theme.ui, &theme.map);
    for ink in [colors.text, colors.muted, colors.accent, colors.caution] {
        let ratio = contrast_on_screen(ink, colors.panel);
        assert!(ratio >= 3.0, "{ink:?} on a panel: {ratio}");
    }
    for ink in [
        map.focus_label,
        map.country_label,
        map.region_label,
        map.land_label,
        map.city_label,
    ] {
        // Names have a halo of the land's colour wherever they stand.
        let ratio = contrast_on_screen(ink, map.halo);
        assert!(ratio >= 3.0, "{ink:?} on its halo: {ratio}");
    }
    assert!(contrast_on_screen(map.sea_label, map.halo) >= 3.0);
}

#[test]
fn every_overlay_is_still_a_line_on_every_land_in_a_lit_room() {
    let theme = theme();
    let lands = theme.map.focus.iter().chain([&theme.map.land]);
    for &land in lands.chain([&theme.map.sea]) {
        for style in OVERLAYS {
            let ratio = contrast_on_screen(theme.overlay(style).color, land);
            assert!(ratio >= 1.5, "{style:?} on {land:?}: {ratio}");
        }
        let ratio = contrast_on_screen(theme.map.focus_border, land);
        assert!(ratio >= 1.5, "a border on {land:?}: {ratio}");
    }
}

#[test]
fn the_six_countries_and_the_sea_are_still_told_apart_in_a_lit_room() {
    let map = theme().map;
    let all: Vec<Color32> = map.focus.into_iter().chain([map.land, map.sea]).collect();
    for (at, &one) in all.iter().enumerate() {
        for &other in all.iter().skip(at + 1) {
            let apart = difference(washed_out(one), washed_out(other));
            assert!(apart >= 7.0, "{one:?} and {other:?}: {apart}");
        }
    }
}

#[test]
fn in_a_lit_room_more_is_left_than_of_the_light_theme() {
    let (bold, light) = (theme(), Theme::new(ThemeKind::Light));
    for style in OVERLAYS {
        let on_screen =
            |theme: &Theme| contrast_on_screen(theme.overlay(style).color, theme.map.land);
        assert!(on_screen(&bold) >= on_screen(&light), "{style:?}");
        assert!(bold.overlay(style).width > light.overlay(style).width);
    }
    let least = |theme: &Theme| {
        let tints = theme.map.focus.iter();
        let apart = tints.map(|&tint| difference(washed_out(tint), washed_out(theme.map.land)));
        apart.fold(f32::INFINITY, f32::min)
    };
    assert!(least(&bold) > least(&light) * 1.5);
    assert!(bold.border().width > light.border().width);
}
