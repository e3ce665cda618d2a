//! What comes back at the next start, and what does not get lost.

mod harness;

use egui::Key;
use harness::{
    Program, SMALL, drop_on_window, folder, is_on, press, press_key, program_in, program_with,
    shows, until_it_shows,
};
use passage::app::Options;

#[test]
fn what_was_on_show_comes_back_at_the_next_start() {
    let folder = folder("comes-back");
    let mut first = program_in(&folder);
    press_key(&mut first, Key::Num3);
    press_key(&mut first, Key::O);
    press_key(&mut first, Key::S);
    for _ in 0..4 {
        press_key(&mut first, Key::E);
    }
    press(&mut first, "Afghanistan on the map");
    press_key(&mut first, Key::N);
    assert!(shows(&first, "2 of 5"));
    press(&mut first, "Web Mercator");
    drop(first);

    let second = program_in(&folder);
    assert!(shows(&second, "Capital Kabul") && shows(&second, "2 of 5"));
    for switch in ["Show Wars", "Show Pipelines", "Web Mercator"] {
        assert!(is_on(&second, switch), "{switch}");
    }
    assert!(is_on(&second, "Draw what is not in the article"));
    assert!(is_on(&second, "Add what has happened since"));
    assert!(is_on(&second, "After 2001"));
    assert!(!is_on(&second, "Show Arms"));
}

#[test]
fn the_graticule_and_a_hidden_overview_map_come_back() {
    let folder = folder("orientation");
    let mut first = program_in(&folder);
    assert!(shows(&first, "Overview map"));
    press_key(&mut first, Key::X);
    press_key(&mut first, Key::I);
    drop(first);
    let mut second = program_in(&folder);
    assert!(!shows(&second, "Overview map"));
    press(&mut second, "View");
    assert!(is_on(&second, "Graticule") && !is_on(&second, "Overview map"));
}

#[test]
fn how_briefings_are_given_and_the_strip_of_scenes_come_back() {
    let folder = folder("briefings");
    let mut first = program_in(&folder);
    press_key(&mut first, Key::B);
    for lines in [
        &["Present", "Text size", "150 %"][..],
        &["Present", "Planned length", "45 minutes"],
        &["Present", "Seconds for each scene", "10 seconds"],
        &["Present", "Goes on by itself"],
    ] {
        for line in lines {
            press(&mut first, line);
        }
        press_key(&mut first, Key::Escape);
    }
    drop(first);

    let mut second = program_in(&folder);
    assert!(shows(&second, "Add scene from this view"));
    for (menu, line) in [
        ("Text size", "150 %"),
        ("Planned length", "45 minutes"),
        ("Seconds for each scene", "10 seconds"),
    ] {
        press(&mut second, "Present");
        assert!(is_on(&second, "Goes on by itself"));
        press(&mut second, menu);
        assert!(is_on(&second, line), "{line}");
        press_key(&mut second, Key::Escape);
    }
}

#[test]
fn a_file_that_is_no_story_leaves_what_is_known_of_the_others() {
    let folder = folder("others");
    let bad = folder.join("bad.story.json");
    std::fs::write(&bad, "[]").unwrap();
    let mut first = program_in(&folder);
    press_key(&mut first, Key::Num2);
    drop(first);
    let options = Options {
        story: Some(bad),
        data_dir: Some(folder.clone()),
        ..Options::default()
    };
    let middle = program_with(SMALL, options);
    assert!(shows(&middle, "This story could not be opened"));
    drop(middle);
    assert!(is_on(&program_in(&folder), "Show Arms"));
}

#[test]
fn a_damaged_sitting_is_set_aside_and_said_in_plain_words() {
    let folder = folder("damaged");
    std::fs::write(folder.join("session.json"), "{\"theme\": ").unwrap();
    let program = program_in(&folder);
    assert!(shows(&program, "could not be read. It was set aside as"));
    assert!(folder.join("session.damaged-1.json").exists());
    assert!(shows(&program, "Pakistan on the map"));
}

#[test]
fn a_folder_that_takes_no_file_is_said_once_and_costs_nothing_else() {
    let file = folder("no-folder").join("in-the-way");
    std::fs::write(&file, "").unwrap();
    let mut program = program_in(&file);
    let words = "What is on show can not be kept for the next start";
    until_it_shows(&mut program, words);
    press(&mut program, "Hide this bar");
    press_key(&mut program, Key::Num2);
    assert!(is_on(&program, "Show Arms"));
    drop(program);
}

#[cfg(unix)]
#[test]
fn a_map_file_whose_name_is_no_text_does_not_cost_what_else_is_kept() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder("no-text");
    let name = std::ffi::OsStr::from_bytes(b"/nowhere/\xff\xfe.pmtiles");
    let mut first = program_in(&folder);
    // On screen a box stands for what is no letter; a test would stop there.
    let box_for_it = egui::MissingGlyphPolicy::Tofu;
    first.ctx.set_missing_glyph_policy(box_for_it);
    drop_on_window(&mut first, name.into());
    assert!(shows(&first, "can not be shown; the built-in map stays."));
    press_key(&mut first, Key::Num2);
    drop(first);
    assert!(is_on(&program_in(&folder), "Show Arms"));
}

#[test]
fn the_plain_ground_from_before_a_map_file_comes_back_at_the_next_start() {
    let folder = folder("before");
    let background = |program: &mut Program, name: &str| {
        for item in ["View", "Background"] {
            press(program, item);
        }
        let is_on = is_on(program, name);
        press_key(program, Key::Escape);
        press_key(program, Key::Escape);
        is_on
    };
    let mut first = program_in(&folder);
    press_key(&mut first, Key::H);
    assert!(background(&mut first, "None"));
    drop_on_window(&mut first, folder.join("gone.pmtiles"));
    drop(first);
    let mut second = program_in(&folder);
    assert!(background(&mut second, "Map file: gone.pmtiles"));
    press(&mut second, "Switch off");
    assert!(background(&mut second, "None"));
    // What was shown last is known by name, and a menu away.
    for item in ["View", "Background", "Map file: gone.pmtiles"] {
        press(&mut second, item);
    }
    assert!(shows(&second, "gone.pmtiles can not be shown"));
}

#[test]
fn a_story_dropped_on_the_window_opens_and_the_bundled_one_is_a_menu_away() {
    let folder = folder("dropped");
    let path = folder.join("other.story.json");
    let story = std::str::from_utf8(passage::content::BUNDLED.1).unwrap();
    let title = "Russia and Pakistan: from rivalry to cooperation?";
    std::fs::write(&path, story.replacen(title, "Another story", 1)).unwrap();
    let mut program = program_in(&folder);
    // Also while a control has the keyboard.
    press_key(&mut program, Key::Tab);
    drop_on_window(&mut program, path);
    assert!(shows(&program, "Another story"));
    for name in ["File", "Open the bundled story"] {
        press(&mut program, name);
    }
    assert!(shows(&program, title) && !shows(&program, "Another story"));
}

#[test]
fn high_contrast_is_one_key_away_comes_back_at_the_next_start_and_leaves_as_it_came() {
    let folder = folder("contrast");
    let chosen = |program: &mut Program, name: &str| {
        press(program, "View");
        let is_on = is_on(program, name);
        press_key(program, Key::Escape);
        is_on
    };
    let mut first = program_in(&folder);
    press_key(&mut first, Key::T);
    assert!(chosen(&mut first, "Dark"));
    press_key(&mut first, Key::K);
    assert!(chosen(&mut first, "High contrast") && !chosen(&mut first, "Dark"));
    drop(first);
    let mut second = program_in(&folder);
    assert!(chosen(&mut second, "High contrast"));
    press_key(&mut second, Key::K);
    assert!(chosen(&mut second, "Dark") && !chosen(&mut second, "High contrast"));
    // Whoever chooses another theme wants that one.
    press_key(&mut second, Key::K);
    for name in ["View", "Light"] {
        press(&mut second, name);
    }
    press_key(&mut second, Key::Escape);
    assert!(chosen(&mut second, "Light") && !chosen(&mut second, "High contrast"));
}
