//! The panels as a user meets them: legend, card, reader and dialogs, by the names they go by.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use harness::{
    Program, SMALL, folder, is_disabled, press, press_first, press_key, program, program_with,
    settle, shows,
};
use passage::app::Options;

/// Clicks with the mouse.
fn click(program: &mut Program, name: &str, modifiers: Modifiers) {
    let node = program.get_all_by_label(name).next().unwrap();
    node.click_modifiers(modifiers);
    settle(program);
}

#[test]
fn an_overlay_unfolds_into_its_features_and_a_second_click_folds_it() {
    let mut program = program(SMALL);
    assert!(!shows(&program, "TAPI, Dauletabad start"));
    press(&mut program, "Pipelines");
    assert!(shows(&program, "TAPI, Dauletabad start"));
    press_first(&mut program, "Pipelines");
    assert!(!shows(&program, "TAPI, 2018 variant"));
}

#[test]
fn a_feature_of_the_legend_opens_a_card_that_says_on_what_it_rests() {
    let mut program = program(SMALL);
    press(&mut program, "Pipelines");
    press(&mut program, "TAPI, Dauletabad start");
    for words in [
        "TAPI from the Dauletabad field",
        "outside the article",
        "Source",
        "Confidence",
    ] {
        assert!(shows(&program, words), "{words}");
    }
}

#[test]
fn two_countries_are_compared_by_clicking_one_and_ctrl_clicking_the_other() {
    let mut program = program(SMALL);
    click(&mut program, "Russia", Modifiers::NONE);
    click(&mut program, "India", Modifiers::COMMAND);
    assert!(shows(&program, "Russia and India"));
    assert!(shows(&program, "What joins them"));
    assert!(shows(&program, "Read paragraph 13"));
    press_key(&mut program, Key::Escape);
    assert!(!shows(&program, "What joins them"));
}

#[test]
fn a_copied_paragraph_brings_its_source_and_number() {
    let mut program = program(SMALL);
    let copy = program.get_by_label("Copy paragraph 1");
    copy.click_accesskit();
    program.step();
    let commands = &program.output().platform_output.commands;
    let copied = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.as_str()),
        _ => None,
    });
    let text = copied.unwrap();
    assert!(
        text.contains("Reuters") && text.contains("paragraph 1"),
        "{text}"
    );
}

#[test]
fn every_mention_of_the_article_has_a_name_of_its_own() {
    let program = program(SMALL);
    let mut names = BTreeSet::new();
    for node in program.get_all_by_role(Role::Link) {
        let name = node.accesskit_node().label().unwrap();
        assert!(names.insert(name.clone()), "{name} is there twice");
    }
    let last = names.iter().any(|name| name.contains("paragraph 16"));
    assert!(last, "what is out of sight has no name");
}

#[test]
fn a_mention_is_chosen_by_keyboard() {
    let mut program = program(SMALL);
    let name = "Sergei Ryabkov, paragraph 1, mention 2";
    program.get_by_label(name).focus();
    program.run_steps(4);
    press_key(&mut program, Key::Enter);
    assert!(shows(&program, "Person"));
}

#[test]
fn at_the_end_of_the_passages_the_way_on_is_closed() {
    let mut program = program(SMALL);
    click(&mut program, "Turkmenistan", Modifiers::NONE);
    assert!(shows(&program, "1 of 1"));
    for name in ["Next passage", "Previous passage"] {
        assert!(is_disabled(&program, name), "{name}");
    }
}

#[test]
fn the_list_of_keys_fits_a_small_window() {
    let mut program = program(SMALL);
    press_key(&mut program, Key::Questionmark);
    for name in ["Move the map", "Show or hide an overlay", "Quit"] {
        let place = program.get_by_label(name).rect();
        assert!(
            place.min.y > 0.0 && place.max.y < 720.0,
            "{name} at {place}"
        );
    }
}

#[test]
fn a_view_of_disputed_borders_is_chosen_by_menu_or_key_and_said_in_the_legend() {
    let mut program = program(SMALL);
    assert!(shows(&program, "Borders: neutral view"));
    press(&mut program, "View");
    press(&mut program, "Disputed borders");
    press(&mut program, "Indian view");
    assert!(shows(&program, "Borders: Indian view"));
    // Keys are the menu's as long as it is open.
    press_key(&mut program, Key::Escape);
    press_key(&mut program, Key::V);
    assert!(shows(&program, "Borders: Pakistani view"));
    assert!(shows(&program, "Pakistan on the map"));
}

#[test]
fn a_bar_of_problems_that_is_hidden_takes_its_list_along() {
    let path = folder("one-slip").join("one-slip.story.json");
    let story = std::str::from_utf8(passage::content::BUNDLED.1).unwrap();
    let slip = story.replacen("\"kind\": \"thaw\"", "\"kind\": \"melt\"", 1);
    std::fs::write(&path, slip).unwrap();
    let options = Options {
        story: Some(path),
        ..Options::default()
    };
    let mut program = program_with(SMALL, options);
    press(&mut program, "Show the problems");
    assert!(shows(&program, "Close the list"));
    press(&mut program, "Hide this bar");
    assert!(!shows(&program, "Close the list"));
    // Nothing that is not there any more waits for Escape.
    press(&mut program, "India on the map");
    press_key(&mut program, Key::Escape);
    assert!(!shows(&program, "Capital New Delhi"));
}
