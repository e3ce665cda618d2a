//! Overlays as a reader sets them: how opaque, and what their cards tell.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;
mod opacity;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use harness::{
    OVERLAYS, Program, SMALL, drawn_with, folder, has_adapter, is_on, press, press_first,
    press_key, program, program_in, program_with, shows,
};
use opacity::{opacity, set_opacity};
use passage::app::Options;
use passage::atlas::Atlas;
use passage::content;
use passage::theme::{Theme, ThemeKind};
use passage::world::{OverlayStyle, Subject, World};

fn bundled() -> World {
    let atlas = Atlas::load().unwrap();
    content::bundled(&atlas).0
}

#[test]
fn the_opacity_of_an_overlay_is_set_without_a_mouse_and_comes_back() {
    let folder = folder("opacity");
    let mut first = program_in(&folder);
    press(&mut first, "Pipelines");
    assert!((opacity(&first, "Pipelines") - 100.0).abs() < 0.1);
    set_opacity(&mut first, "Pipelines", 45.0);
    assert!((opacity(&first, "Pipelines") - 45.0).abs() < 0.1);
    // What would not be seen is not to be had.
    set_opacity(&mut first, "Pipelines", 3.0);
    assert!((opacity(&first, "Pipelines") - 20.0).abs() < 0.1);
    // An arrow key changes it, and does not move the map or the focus.
    let name = "Opacity of Pipelines";
    first.get_by_role_and_label(Role::Slider, name).focus();
    first.run_steps(2);
    press_key(&mut first, Key::ArrowRight);
    let set = opacity(&first, "Pipelines");
    assert!(set > 20.5 && set < 30.0, "{set}");
    drop(first);
    let mut second = program_in(&folder);
    press_first(&mut second, "Pipelines");
    assert!((opacity(&second, "Pipelines") - set).abs() < 0.1);
}

/// How much of the map is in the very colour of pipelines.
fn pipeline_ink(program: &mut Program) -> usize {
    let [red, green, blue, _] = Theme::new(ThemeKind::Light)
        .overlay(OverlayStyle::Pipelines)
        .color
        .to_array();
    let picture = program.render().unwrap();
    let is_ink = |pixel: &image::Rgba<u8>| {
        let parts = pixel.0.iter().zip([red, green, blue]);
        parts
            .into_iter()
            .all(|(&one, other)| one.abs_diff(other) < 8)
    };
    let pixels = picture.enumerate_pixels();
    pixels
        .filter(|(x, _, pixel)| (280..870).contains(x) && is_ink(pixel))
        .count()
}

#[test]
fn the_slider_changes_what_is_drawn_and_what_is_selected_keeps_its_colour() {
    if !has_adapter() {
        return;
    }
    let mut program = drawn_with(SMALL, 1.0, Options::default());
    press(&mut program, "Pipelines");
    program.run_steps(60);
    let full = pipeline_ink(&mut program);
    assert!(full > 100, "{full}");
    set_opacity(&mut program, "Pipelines", 30.0);
    let pale = pipeline_ink(&mut program);
    assert_eq!(pale, 0, "of {full}");
    press(&mut program, "TAPI pipeline");
    program.run_steps(60);
    let chosen = pipeline_ink(&mut program);
    assert!(chosen > 100, "{chosen}");
}

#[test]
fn only_this_is_said_where_the_keyboard_is_and_beside_what_is_unfolded() {
    let mut program = program(SMALL);
    program.get_by_label("Only Wars").focus();
    program.run_steps(4);
    press_key(&mut program, Key::Enter);
    for name in OVERLAYS {
        assert_eq!(is_on(&program, &format!("Show {name}")), name == "Wars");
    }
}

/// The numbers of the paragraphs that mention an overlay or one of its features.
fn mentioning(world: &World, name: &str) -> Vec<u32> {
    let mut overlays = world.overlays.iter();
    let (id, _) = overlays.find(|(_, overlay)| overlay.name == name).unwrap();
    let passages = world.passages.iter().filter(|(_, passage)| {
        let mut mentions = passage.mentions.iter();
        mentions.any(|mention| match mention.subject {
            Subject::Overlay(other) => other == id,
            Subject::Feature(feature) => world.features.get(feature).unwrap().overlay == id,
            _ => false,
        })
    });
    passages.map(|(_, passage)| passage.number).collect()
}

#[test]
fn the_card_of_each_bundled_overlay_names_six_facts_and_the_paragraphs_that_mention_it() {
    let world = bundled();
    let mut program = program(SMALL);
    for name in OVERLAYS {
        press(&mut program, name);
        for fact in [
            "What it shows",
            "From where",
            "How drawn",
            "As of",
            "How sure",
            "Limits",
            "date, 23 January 2011",
        ] {
            assert!(shows(&program, fact), "{name}: {fact}");
        }
        let mut overlays = world.overlays.iter();
        let (_, overlay) = overlays.find(|(_, overlay)| overlay.name == name).unwrap();
        assert!(!overlay.limits.is_empty() && shows(&program, &overlay.limits));
        let numbers: Vec<u32> = program
            .query_all_by_label_contains("Read paragraph ")
            .filter_map(|node| {
                let label = node.accesskit_node().label()?;
                label.strip_prefix("Read paragraph ")?.parse().ok()
            })
            .collect();
        assert_eq!(numbers, mentioning(&world, name), "{name}");
        assert!(!numbers.is_empty(), "{name}");
    }
}

#[test]
fn the_card_of_a_feature_says_who_says_so_on_what_basis_and_how_sure_it_is() {
    let mut program = program(SMALL);
    press(&mut program, "Militancy");
    press(&mut program, "Suspected links");
    for words in [
        "Who says so",
        "Russia suspects",
        "Basis",
        "schematic",
        "Status",
        "suspected",
        "When",
        "at publication",
        "Confidence",
        "medium",
        "From where",
    ] {
        assert!(shows(&program, words), "{words}");
    }
}

#[test]
fn however_long_a_name_is_the_article_keeps_its_part_of_a_small_window() {
    let folder = folder("long");
    let path = folder.join("long.story.json");
    let story = std::str::from_utf8(content::BUNDLED.1).unwrap();
    let long = format!("\"name\": \"Pipelines{}\"", " and more of them".repeat(60));
    std::fs::write(&path, story.replacen("\"name\": \"Pipelines\"", &long, 1)).unwrap();
    let mut program = program_with(
        SMALL,
        Options {
            story: Some(path),
            ..Options::default()
        },
    );
    let name = format!("Pipelines{}", " and more of them".repeat(60));
    press(&mut program, &name);
    let stepper = program.get_by_label("Next passage").rect();
    assert!(stepper.max.y < 230.0, "the name takes the card: {stepper}");
    // The paragraph about it is scrolled to the middle of what the article has of the panel.
    let world = bundled();
    let mut passages = world.passages.iter();
    let first = mentioning(&world, "Pipelines")[0];
    let (_, passage) = passages.find(|(_, one)| one.number == first).unwrap();
    let text = program.get_by_role_and_label(Role::Paragraph, &passage.text);
    let (top, bottom) = (45.0, 720.0);
    let middle = text.rect().center().y;
    let reader = 2.0 * (bottom - middle);
    assert!(reader >= 0.4 * (bottom - top), "{reader} of {bottom}");
}
