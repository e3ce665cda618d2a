//! Overlays as a reader sets them: how opaque, in which sets, and what their cards tell.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};

use egui::accesskit::{Action, ActionData, ActionRequest, Role};
use egui::{Event, Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use passage::app::{Options, PassageApp};
use passage::atlas::Atlas;
use passage::content;
use passage::theme::{Theme, ThemeKind};
use passage::world::{OverlayStyle, Subject, World};

fn bundled() -> World {
    let atlas = Atlas::load().unwrap();
    content::bundled(&atlas).0
}

type Program = Harness<'static, PassageApp>;

const OVERLAYS: [&str; 7] = [
    "Alliances",
    "Arms",
    "Wars",
    "Militancy",
    "Drug routes",
    "Pipelines",
    "Diplomacy",
];

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("overlays-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn program_with(options: Options) -> Program {
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_max_steps(400)
        .build_eframe(move |creation| PassageApp::new(creation, &options).unwrap());
    program.run_steps(4);
    program
}

fn program(folder: &Path) -> Program {
    program_with(Options {
        data_dir: Some(folder.to_owned()),
        ..Options::default()
    })
}

/// Presses as a screen reader does, which needs nothing in sight.
fn press(program: &mut Program, name: &str) {
    let mut found = program.get_all_by_label(name);
    found.next().unwrap().click_accesskit();
    drop(found);
    program.run_steps(12);
}

fn shows(program: &Program, words: &str) -> bool {
    program.query_all_by_label_contains(words).next().is_some()
}

fn is_on(program: &Program, name: &str) -> bool {
    let node = program.get_by_label(name);
    node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

fn opacity(program: &Program, overlay: &str) -> f64 {
    let name = format!("Opacity of {overlay}");
    let slider = program.get_by_role_and_label(Role::Slider, &name);
    slider.accesskit_node().numeric_value().unwrap()
}

fn set_opacity(program: &mut Program, overlay: &str, percent: f64) {
    let name = format!("Opacity of {overlay}");
    let slider = program.get_by_role_and_label(Role::Slider, &name);
    let (target_node, target_tree) = slider.accesskit_node().locate();
    program.event(Event::AccessKitActionRequest(ActionRequest {
        action: Action::SetValue,
        target_tree,
        target_node,
        data: Some(ActionData::NumericValue(percent)),
    }));
    program.run_steps(8);
}

fn type_name(program: &mut Program, name: &str) {
    program.get_by_role(Role::TextInput).focus();
    program.run_steps(2);
    program.event(Event::Text(name.to_owned()));
    program.run_steps(4);
}

fn keep(program: &mut Program, name: &str) {
    press(program, "Presets");
    press(program, "Keep these as\u{2026}");
    type_name(program, name);
    program.key_press(Key::Enter);
    program.run_steps(8);
    program.key_press(Key::Escape);
    program.run_steps(8);
}

#[test]
fn the_opacity_of_an_overlay_is_set_without_a_mouse_and_comes_back() {
    let folder = folder("opacity");
    let mut first = program(&folder);
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
    first.key_press(Key::ArrowRight);
    first.run_steps(8);
    let set = opacity(&first, "Pipelines");
    assert!(set > 20.5 && set < 30.0, "{set}");
    drop(first);
    let mut second = program(&folder);
    press(&mut second, "Pipelines");
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
    let instance = eframe::wgpu::Instance::default();
    let adapters = instance.enumerate_adapters(eframe::wgpu::Backends::all());
    if pollster::block_on(adapters).is_empty() {
        use std::io::Write as _;
        // Past the test runner, which keeps back what a passing test prints.
        let words = b"SKIPPED: no Vulkan or OpenGL adapter, so nothing was drawn\n";
        std::io::stderr().write_all(words).unwrap();
        return;
    }
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .wgpu()
        .build_eframe(|creation| PassageApp::new(creation, &Options::default()).unwrap());
    program.run_steps(4);
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
fn a_preset_outlives_a_restart_and_brings_overlays_opacity_and_switch_back() {
    let folder = folder("presets");
    let mut first = program(&folder);
    press(&mut first, "Pipelines");
    set_opacity(&mut first, "Pipelines", 60.0);
    press(&mut first, "Show Arms");
    press(&mut first, "Draw what is not in the article");
    // Letters and figures of a name are no shortcuts.
    keep(&mut first, "Gas 0 and arms VAT");
    assert!(is_on(&first, "Show Arms") && is_on(&first, "Show Pipelines"));
    press(&mut first, "Presets");
    assert!(is_on(&first, "Gas 0 and arms VAT"));
    press(&mut first, "None");
    drop(first);

    let mut second = program(&folder);
    press(&mut second, "Pipelines");
    press(&mut second, "Presets");
    press(&mut second, "Opening view\u{2019}s overlays");
    assert!((opacity(&second, "Pipelines") - 100.0).abs() < 0.1);
    assert!(!is_on(&second, "Show Arms") && is_on(&second, "Show Pipelines"));
    press(&mut second, "Presets");
    press(&mut second, "Gas 0 and arms VAT");
    assert!(is_on(&second, "Show Arms") && is_on(&second, "Show Pipelines"));
    assert!(is_on(&second, "Draw what is not in the article"));
    assert!((opacity(&second, "Pipelines") - 60.0).abs() < 0.1);
}

#[test]
fn a_preset_is_renamed_deleted_and_brought_back() {
    let folder = folder("changed");
    let mut program = program(&folder);
    keep(&mut program, "Gas");
    press(&mut program, "Show Wars");
    keep(&mut program, "Wars and gas");
    press(&mut program, "Presets");
    press(&mut program, "Rename Gas");
    type_name(&mut program, " only");
    program.key_press(Key::Enter);
    program.run_steps(8);
    assert!(shows(&program, "Gas only") && program.query_by_label("Rename Gas").is_none());
    program.get_by_label("Delete Gas only").click_accesskit();
    // Before the words go by themselves.
    program.run_steps(3);
    assert!(shows(&program, "Gas only\u{201d} deleted"));
    assert!(program.query_by_label("Rename Gas only").is_none());
    press(&mut program, "Bring back \u{201c}Gas only\u{201d}");
    assert!(program.query_by_label("Rename Gas only").is_some());
    press(&mut program, "Gas only");
    assert!(!is_on(&program, "Show Wars") && is_on(&program, "Show Pipelines"));
}

#[test]
fn a_name_that_is_taken_asks_before_it_replaces() {
    let folder = folder("taken");
    let mut program = program(&folder);
    keep(&mut program, "Gas");
    press(&mut program, "Show Wars");
    press(&mut program, "Presets");
    press(&mut program, "Keep these as\u{2026}");
    type_name(&mut program, "gas");
    assert!(shows(
        &program,
        "There is \u{201c}Gas\u{201d} already. Replace it?"
    ));
    program.key_press(Key::Enter);
    program.run_steps(8);
    assert!(!is_on(&program, "Gas"), "Enter replaced it without asking");
    press(&mut program, "Replace");
    assert!(is_on(&program, "Gas"));
    assert_eq!(program.query_all_by_label("Rename Gas").count(), 1);
}

#[test]
fn hostile_names_are_refused_or_cleaned() {
    let folder = folder("hostile");
    let mut program = program(&folder);
    press(&mut program, "Presets");
    press(&mut program, "Keep these as\u{2026}");
    type_name(&mut program, &"long ".repeat(20));
    assert!(shows(&program, "99 letters; a name has 40 at most"));
    assert!(program.get_by_label("Keep").accesskit_node().is_disabled());
    press(&mut program, "Cancel");
    press(&mut program, "Keep these as\u{2026}");
    assert!(program.get_by_label("Keep").accesskit_node().is_disabled());
    type_name(&mut program, "\u{202e}\u{200b}\u{2066}");
    assert!(program.get_by_label("Keep").accesskit_node().is_disabled());
    press(&mut program, "Cancel");
    program.key_press(Key::Escape);
    program.run_steps(8);
    keep(&mut program, "a\u{202e}b  c");
    keep(&mut program, "Газ и нефть");
    press(&mut program, "Presets");
    assert!(is_on(&program, "ab c") && is_on(&program, "Газ и нефть"));
}

#[test]
fn bad_values_of_a_kept_preset_cost_themselves_and_no_others() {
    let folder = folder("bad-values");
    let stage = r#"{"story": "", "overlays": ["pipelines"],
        "opacity": {"pipelines": "dim", "arms": 40, "wars": 7, "gone": 50},
        "presets": [
            7,
            {"name": 3, "overlays": ["arms"]},
            {"name": "  \u202e ", "overlays": ["arms"]},
            {"name": "Sound", "overlays": ["wars", 9, "gone"], "opacity": {"wars": 300},
             "shows_outside": "yes"},
            {"name": "SOUND", "overlays": []},
            {"name": "Arms", "overlays": ["arms"], "opacity": {"arms": 35}}
        ]}"#;
    let text = format!("{{\"theme\": \"dark\", \"stages\": [{stage}]}}");
    std::fs::write(folder.join("session.json"), text).unwrap();
    let mut program = program(&folder);
    assert!(is_on(&program, "Show Pipelines") && !is_on(&program, "Show Arms"));
    press(&mut program, "Presets");
    let rows = program.query_all_by_label_contains("Rename ");
    let rows: Vec<String> = rows
        .map(|node| node.accesskit_node().label().unwrap())
        .collect();
    assert_eq!(rows, ["Rename Sound", "Rename Arms"]);
    press(&mut program, "Sound");
    assert!(is_on(&program, "Show Wars") && !is_on(&program, "Show Pipelines"));
    press(&mut program, "Wars");
    assert!((opacity(&program, "Wars") - 100.0).abs() < 0.1);
    press(&mut program, "Presets");
    let arms = program.query_all_by_role_and_label(Role::MenuItem, "Arms");
    arms.into_iter().next().unwrap().click_accesskit();
    program.run_steps(8);
    press(&mut program, "Arms");
    assert!((opacity(&program, "Arms") - 35.0).abs() < 0.1);
}

#[test]
fn only_this_is_said_where_the_keyboard_is_and_beside_what_is_unfolded() {
    let mut program = program_with(Options::default());
    program.get_by_label("Only Wars").focus();
    program.run_steps(4);
    program.key_press(Key::Enter);
    program.run_steps(8);
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
    let mut program = program_with(Options::default());
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
    let mut program = program_with(Options::default());
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
    let mut program = program_with(Options {
        story: Some(path),
        ..Options::default()
    });
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
