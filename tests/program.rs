//! The program as a user has it: the whole window, clicked by name.

mod harness;

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use harness::{
    Program, SIZES, SMALL, folder, is_disabled, press, press_key, program, program_with, settle,
    shows,
};
use passage::app::Options;

#[test]
fn it_opens_with_all_six_countries_named_on_the_map_at_every_size() {
    for size in SIZES {
        let program = program(size);
        for name in [
            "Pakistan",
            "Russia",
            "India",
            "Afghanistan",
            "Iran",
            "Turkmenistan",
        ] {
            assert!(
                shows(&program, &format!("{name} on the map")),
                "{name} at {size}"
            );
        }
    }
}

#[test]
fn a_click_on_a_country_opens_its_card_and_escape_lets_go() {
    let mut program = program(SMALL);
    press(&mut program, "Turkmenistan on the map");
    assert!(shows(&program, "Capital Ashgabat"));
    assert!(shows(&program, "1 of 1"));
    press_key(&mut program, Key::Escape);
    assert!(!shows(&program, "Capital Ashgabat"));
}

#[test]
fn a_click_on_a_mention_selects_what_it_names() {
    let mut program = program(SMALL);
    press(&mut program, "Sergei Ryabkov, paragraph 1, mention 2");
    assert!(shows(&program, "deputy foreign minister at publication"));
}

#[test]
fn next_and_previous_walk_through_the_passages_of_a_country() {
    let mut program = program(SMALL);
    press(&mut program, "India on the map");
    assert!(shows(&program, "1 of 6"));
    press(&mut program, "Next passage");
    assert!(shows(&program, "2 of 6"));
    press_key(&mut program, Key::P);
    assert!(shows(&program, "1 of 6"));
}

#[test]
fn number_keys_and_the_legend_switch_overlays() {
    let mut program = program(SMALL);
    assert!(shows(&program, "TAPI pipeline on the map"));
    press_key(&mut program, Key::Num6);
    assert!(!shows(&program, "TAPI pipeline on the map"));
    press(&mut program, "Only Wars");
    assert!(shows(&program, "Three wars since 1947 on the map"));
}

#[test]
fn back_and_forward_walk_through_selections() {
    let mut program = program(SMALL);
    press(&mut program, "India on the map");
    press(&mut program, "Iran on the map");
    assert!(shows(&program, "Capital Tehran"));
    program.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    settle(&mut program);
    assert!(shows(&program, "Capital New Delhi"));
    program.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
    settle(&mut program);
    assert!(shows(&program, "Capital Tehran"));
}

#[test]
fn the_keys_and_about_dialogs_open_and_close_by_key() {
    let mut program = program(SMALL);
    press_key(&mut program, Key::F1);
    assert!(shows(&program, "GeoNames, CC BY 4.0"));
    press_key(&mut program, Key::Escape);
    assert!(!shows(&program, "GeoNames, CC BY 4.0"));
}

#[test]
fn an_idle_program_draws_no_frame() {
    let mut program = program(SMALL);
    // The finer levels of detail arrive once; after that nothing may ask for a frame.
    for _ in 0..200 {
        program.run_steps(1);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    for (key, screen) in [
        (None, "the first sight"),
        (Some(Key::A), "all overlays"),
        (Some(Key::M), "another projection"),
        (Some(Key::T), "another theme"),
        (Some(Key::N), "a passage"),
        (Some(Key::F1), "about"),
        (Some(Key::Escape), "about closed"),
        (Some(Key::Questionmark), "the keys"),
    ] {
        if let Some(key) = key {
            program.key_press(key);
            // A flight or a level of detail may follow, and end.
            for _ in 0..40 {
                program.run_steps(1);
                std::thread::sleep(std::time::Duration::from_millis(10));
            }
        }
        let steps = program.run();
        assert!(steps <= 4, "{steps} frames without a cause: {screen}");
    }
}

#[test]
fn a_story_that_can_not_be_read_opens_on_a_page_that_says_so() {
    let options = Options {
        story: Some("/nowhere/at-all.story.json".into()),
        ..Options::default()
    };
    let mut program = program_with(SMALL, options);
    assert!(shows(&program, "This story could not be opened"));
    press(&mut program, "Open the bundled story");
    assert!(shows(&program, "Pakistan on the map"));
}

#[test]
fn back_is_greyed_out_until_there_is_a_way_back() {
    let mut program = program(SMALL);
    assert!(is_disabled(&program, "Back") && is_disabled(&program, "Forward"));
    press(&mut program, "India on the map");
    assert!(!is_disabled(&program, "Back") && is_disabled(&program, "Forward"));
    program.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    settle(&mut program);
    assert!(is_disabled(&program, "Back") && !is_disabled(&program, "Forward"));
}

#[test]
fn keys_work_while_a_control_has_the_keyboard() {
    let mut program = program(SMALL);
    for _ in 0..3 {
        program.key_press(Key::Tab);
        program.run_steps(2);
    }
    assert!(shows(&program, "TAPI pipeline on the map"));
    press_key(&mut program, Key::Num6);
    assert!(!shows(&program, "TAPI pipeline on the map"));
}

#[test]
fn a_quick_alt_left_goes_back_though_alt_is_up_again_in_the_same_frame() {
    let mut program = program(SMALL);
    press(&mut program, "India on the map");
    assert!(shows(&program, "Capital New Delhi"));
    let modifiers = Modifiers::ALT;
    for pressed in [true, false] {
        program.event(egui::Event::Key {
            key: Key::ArrowLeft,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: if pressed { modifiers } else { Modifiers::NONE },
        });
    }
    settle(&mut program);
    assert!(!shows(&program, "Capital New Delhi"));
}

#[test]
fn escape_closes_one_thing_at_a_time() {
    let mut program = program(SMALL);
    press(&mut program, "India on the map");
    press_key(&mut program, Key::F1);
    press_key(&mut program, Key::Questionmark);
    let open = |program: &Program| {
        ["Move the map", "GeoNames, CC BY 4.0", "Capital New Delhi"]
            .map(|words| shows(program, words))
    };
    for expected in [
        [true; 3],
        [false, true, true],
        [false, false, true],
        [false; 3],
    ] {
        assert_eq!(open(&program), expected);
        press_key(&mut program, Key::Escape);
    }
}

#[test]
fn a_menu_that_escape_closes_leaves_the_selection() {
    let mut program = program(SMALL);
    press(&mut program, "India on the map");
    program.get_by_label("View").click();
    settle(&mut program);
    assert!(shows(&program, "Reduced motion"));
    press_key(&mut program, Key::Escape);
    assert!(!shows(&program, "Reduced motion") && shows(&program, "Capital New Delhi"));
}

#[test]
fn selecting_opens_the_reader_which_has_the_card() {
    let mut program = program(SMALL);
    press_key(&mut program, Key::R);
    assert!(!shows(&program, "paragraph 1"));
    press(&mut program, "India on the map");
    assert!(shows(&program, "Capital New Delhi"));
}

#[test]
fn an_area_of_a_storys_own_has_a_name_on_the_map_and_can_be_selected() {
    let story = r#"{"format": 1, "title": "t",
 "article": {"publisher": "p", "title": "t", "date": "d"},
 "overlays": [{"key": "o", "name": "Zones", "about": "a", "style": "wars"}],
 "opening": {"overlays": ["o"], "frame": [60, 28, 76, 38]},
 "features": [{"key": "f", "name": "A zone of no flights", "short_name": "No-fly zone",
  "overlay": "o", "kind": "presence", "period": {"text": "now"}, "basis": "stated",
  "status": "in-force", "confidence": "high", "about": "a", "direction": "none",
  "geometry": {"type": "Polygon",
   "coordinates": [[[64, 31], [70, 31], [70, 35], [64, 35], [64, 31]]]}}],
 "passages": [{"number": 1, "text": "There is [a zone](feature:f)."}]}"#;
    let path = folder("zone").join("zone.story.json");
    std::fs::write(&path, story).unwrap();
    let options = Options {
        story: Some(path),
        ..Options::default()
    };
    let mut program = program_with(SMALL, options);
    assert!(
        program
            .get_by_label("No-fly zone on the map")
            .rect()
            .width()
            > 12.0
    );
    press(&mut program, "No-fly zone on the map");
    assert!(shows(&program, "A zone of no flights") && shows(&program, "1 of 1"));
}
