//! What is drawn can be told apart and read by every eye: the themes' colours against each other
//! and against the grounds they lie on, in full colour, as the colour-blind see them and in grey.

mod color_maths;
mod statuses;

use std::collections::BTreeSet;

use color_maths::{contrast, difference};
use egui::{Color32, Rgba};
use passage::theme::{Arrow, Ends, FeatureLook, Marks, Sight, Theme, ThemeKind, mix};
use passage::world::{Basis, Direction, FeatureKind, OverlayStyle, Status};
use statuses::STATUSES;

const OVERLAYS: [OverlayStyle; 7] = [
    OverlayStyle::Alliances,
    OverlayStyle::Arms,
    OverlayStyle::Wars,
    OverlayStyle::Militancy,
    OverlayStyle::DrugRoutes,
    OverlayStyle::Pipelines,
    OverlayStyle::Diplomacy,
];

const KINDS: [FeatureKind; 17] = [
    FeatureKind::Allied,
    FeatureKind::Backed,
    FeatureKind::Opposed,
    FeatureKind::SuppliedArms,
    FeatureKind::PossibleArms,
    FeatureKind::Recognised,
    FeatureKind::Fought,
    FeatureKind::Talks,
    FeatureKind::Influence,
    FeatureKind::Presence,
    FeatureKind::Sheltered,
    FeatureKind::SuspectedLink,
    FeatureKind::CommonThreat,
    FeatureKind::Thaw,
    FeatureKind::Pipeline,
    FeatureKind::DrugRoute,
    FeatureKind::Interest,
];

/// How much lighter or darker shaded relief makes land, in parts of its light.
const RELIEF: f32 = 0.12;

/// Colours this far apart are two colours to whoever looks at them one by one.
const TOLD_APART: f32 = 10.0;

/// All themes with every eye.
fn themes() -> impl Iterator<Item = Theme> {
    let kinds = ThemeKind::ALL.into_iter();
    kinds.flat_map(|kind| Sight::ALL.map(|sight| Theme::new(kind).seen_with(sight)))
}

/// The contrast of words: WCAG's for all text, and its enhanced one where that is what a theme is
/// for.
fn least_of_words(kind: ThemeKind) -> f32 {
    match kind {
        ThemeKind::Light | ThemeKind::Dark => 4.5,
        ThemeKind::Contrast => 7.0,
    }
}

fn shaded(color: Color32, part: f32) -> Color32 {
    let light = Rgba::from(color);
    Rgba::from_rgb(light.r() * part, light.g() * part, light.b() * part).into()
}

/// All that a line or a name can lie on: land, tints, both in the sun and in the shade of relief,
/// waters, halos, and what marks a selected or hovered line.
fn grounds(theme: &Theme) -> Vec<Color32> {
    let map = &theme.map;
    let lands = map.focus.iter().copied().chain([map.land]);
    let shades = [1.0, 1.0 - RELIEF, 1.0 + RELIEF];
    let lands = lands.flat_map(|land| shades.map(|part| shaded(land, part)));
    let marks = [theme.ui.selected_mark, theme.ui.hover_mark];
    lands
        .chain([map.sea, map.lake, map.halo])
        .chain(marks)
        .collect()
}

/// Each pair once.
fn pairs<T: Copy>(all: &[T]) -> impl Iterator<Item = (T, T)> {
    all.iter()
        .enumerate()
        .flat_map(|(at, &one)| all.iter().skip(at + 1).map(move |&other| (one, other)))
}

fn looks(theme: &Theme, style: OverlayStyle) -> Vec<FeatureLook> {
    let kinds = KINDS.into_iter().map(Some).chain([None]);
    let with_status = kinds.flat_map(|kind| STATUSES.map(|status| (kind, status)));
    let bases = [Basis::Stated, Basis::Schematic, Basis::Outside];
    let directions = [Direction::None, Direction::Forward, Direction::Both];
    with_status
        .flat_map(|(kind, status)| bases.map(|basis| theme.feature(style, kind, status, basis)))
        .flat_map(|look| directions.map(|direction| look.pointing(direction)))
        .collect()
}

#[test]
fn names_on_the_map_are_readable_on_every_ground_they_can_fall_on() {
    for theme in themes() {
        let map = &theme.map;
        let mut names = vec![
            ("focus country", map.focus_label),
            ("country", map.country_label),
            ("sea", map.sea_label),
            ("region", map.region_label),
            ("lowland or desert", map.land_label),
            ("city", map.city_label),
            ("later thing", theme.words_about(map.afterwards)),
        ];
        for style in OVERLAYS {
            names.push(("feature", theme.words_about(theme.overlay(style).color)));
        }
        for ground in grounds(&theme) {
            for &(name, ink) in &names {
                let ratio = contrast(ink, ground);
                let (kind, sight) = (theme.kind, theme.sight);
                assert!(
                    ratio >= least_of_words(kind),
                    "{kind:?} {sight:?}: {name} {ink:?} on {ground:?}: {ratio}"
                );
            }
        }
    }
}

#[test]
fn every_overlay_stands_out_from_every_ground() {
    for theme in themes() {
        for ground in grounds(&theme) {
            for color in OVERLAYS.map(|style| theme.overlay(style).color) {
                let ratio = contrast(color, ground);
                let (kind, sight) = (theme.kind, theme.sight);
                let least = match kind {
                    ThemeKind::Light | ThemeKind::Dark => 3.0,
                    ThemeKind::Contrast => 4.5,
                };
                assert!(
                    ratio >= least,
                    "{kind:?} {sight:?}: {color:?} on {ground:?}: {ratio}"
                );
            }
            assert!(contrast(theme.map.afterwards, ground) >= 3.0);
        }
    }
}

#[test]
fn the_colours_of_any_two_overlays_are_two_colours_to_the_colour_blind_too() {
    for theme in themes().filter(|theme| theme.sight != Sight::Greyscale) {
        for (first, second) in pairs(&OVERLAYS) {
            let [one, other] = [first, second].map(|style| theme.overlay(style).color);
            let apart = difference(one, other);
            let (kind, sight) = (theme.kind, theme.sight);
            assert!(
                apart >= TOLD_APART,
                "{kind:?} {sight:?}: {first:?} and {second:?}: {apart}"
            );
        }
    }
}

#[test]
fn no_two_overlays_look_alike_even_without_colour() {
    let theme = Theme::new(ThemeKind::Light).seen_with(Sight::Greyscale);
    // What of a look is its overlay's alone, whatever the feature's kind, status and direction.
    let own = |style| -> BTreeSet<String> {
        let looks = looks(&theme, style).into_iter();
        looks
            .map(|look| format!("{:?} {}", look.sign, look.arrow == Arrow::Along))
            .collect()
    };
    let at_a_place = |style| -> BTreeSet<String> {
        let looks = looks(&theme, style).into_iter();
        looks
            .map(|look| format!("{:?}", look.sign_of_place()))
            .collect()
    };
    for (first, second) in pairs(&OVERLAYS) {
        for (one, other) in [
            (own(first), own(second)),
            (at_a_place(first), at_a_place(second)),
        ] {
            let shared: Vec<_> = one.intersection(&other).collect();
            assert!(
                shared.is_empty(),
                "{first:?} and {second:?} share {shared:?}"
            );
        }
    }
}

#[test]
fn a_dash_says_the_status_alone_and_no_two_statuses_look_alike() {
    let theme = Theme::new(ThemeKind::Light);
    let dash_of_first = |status| {
        let look = theme.feature(OVERLAYS[0], None, status, Basis::Stated);
        look.line.dash
    };
    for style in OVERLAYS {
        for (one, other) in pairs(&STATUSES) {
            let of = |status| {
                let look = theme.feature(style, None, status, Basis::Stated);
                (look.marks, look.line.dash, look.ends)
            };
            assert!(of(one) != of(other), "{style:?}: {one:?}, {other:?}");
        }
        for status in STATUSES {
            for kind in KINDS.into_iter().map(Some).chain([None]) {
                let look = theme.feature(style, kind, status, Basis::Stated);
                assert_eq!(look.line.dash, dash_of_first(status), "{style:?} {kind:?}");
            }
        }
        let in_force = theme.feature(style, None, Status::InForce, Basis::Stated);
        assert!(in_force.line.dash.is_empty() && in_force.ends == Ends::Open);
        assert_eq!(in_force.marks, Marks::None);
    }
}

#[test]
fn what_is_outside_the_article_or_has_happened_since_is_hollow_and_that_has_a_colour_of_its_own() {
    for theme in themes() {
        for style in OVERLAYS {
            let of = |basis| theme.feature(style, None, Status::InForce, basis).core;
            assert!(of(Basis::Stated).is_none() && of(Basis::Outside).is_some());
            if theme.sight == Sight::Full {
                let apart = difference(theme.overlay(style).color, theme.map.afterwards);
                assert!(apart >= TOLD_APART, "{:?}: {style:?}: {apart}", theme.kind);
            }
        }
    }
}

#[test]
fn the_six_countries_are_told_apart_by_their_tints_and_from_land_and_sea() {
    // With every eye by their borders and names: quiet tints can not be six colours in grey.
    for theme in ThemeKind::ALL.map(Theme::new) {
        let (kind, map) = (theme.kind, &theme.map);
        for (index, &tint) in map.focus.iter().enumerate() {
            let others = map.focus.iter().skip(index + 1).copied();
            for other in others.chain([map.land, map.sea]) {
                let apart = difference(tint, other);
                assert!(apart >= 7.0, "{kind:?}: {tint:?} and {other:?}: {apart}");
            }
        }
    }
    for theme in themes() {
        for &tint in &theme.map.focus {
            let ratio = contrast(theme.map.focus_border, tint);
            assert!(
                ratio >= 3.0,
                "{:?} {:?}: {tint:?}: {ratio}",
                theme.kind,
                theme.sight
            );
        }
    }
}

#[test]
fn words_and_signs_of_the_panels_are_readable_on_all_that_lies_behind_them() {
    for theme in themes() {
        let colors = &theme.ui;
        let grounds = [
            colors.panel,
            colors.raised,
            colors.selected_mark,
            colors.hover_mark,
            // Buttons pointed at, chosen, pressed.
            mix(colors.panel, colors.text, 0.07),
            mix(colors.panel, colors.text, 0.13),
        ];
        let inks = [
            ("text", colors.text),
            ("muted", colors.muted),
            ("accent", colors.accent),
            ("caution", colors.caution),
            ("later thing", theme.map.afterwards),
        ];
        for ground in grounds {
            for (name, ink) in inks {
                let ratio = contrast(ink, ground);
                let (kind, sight) = (theme.kind, theme.sight);
                assert!(
                    ratio >= least_of_words(kind),
                    "{kind:?} {sight:?}: {name} on {ground:?}: {ratio}"
                );
            }
        }
        // A chip that is on has its colours the other way round.
        assert!(contrast(colors.panel, colors.text) >= least_of_words(theme.kind));
        for style in OVERLAYS {
            let ratio = contrast(theme.overlay(style).color, colors.panel);
            assert!(
                ratio >= 3.0,
                "{:?}: the key of {style:?}: {ratio}",
                theme.sight
            );
        }
    }
}

#[test]
fn a_preview_changes_every_colour_that_is_not_a_grey() {
    let is_grey = |color: Color32| color.r() == color.g() && color.g() == color.b();
    for kind in ThemeKind::ALL {
        let grey = Theme::new(kind).seen_with(Sight::Greyscale);
        for style in OVERLAYS {
            assert!(is_grey(grey.overlay(style).color), "{style:?}");
        }
        let words = format!("{:?} {:?}", grey.ui, grey.map);
        let colors = words.matches('#').count();
        assert!(colors > 20, "{words}");
        for color in words.split('#').skip(1) {
            let mut parts = color.split('_');
            let [red, green, blue] = [(); 3].map(|()| parts.next().unwrap_or_default());
            assert!(red == green && green == blue, "{color}");
        }
    }
}
