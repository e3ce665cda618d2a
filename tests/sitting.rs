//! What comes back at the next start, and what does not get lost.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};

use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use passage::app::{Options, PassageApp};

type Program = Harness<'static, PassageApp>;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("sitting-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn program(data_dir: &Path, story: Option<PathBuf>) -> Program {
    let data_dir = Some(data_dir.to_owned());
    let mut program = Harness::builder()
        .with_size(vec2(1280.0, 720.0))
        .with_max_steps(400)
        .build_eframe(move |creation| {
            let options = Options {
                story,
                data_dir,
                ..Options::default()
            };
            PassageApp::new(creation, &options).unwrap()
        });
    program.run_steps(4);
    program
}

fn shows(program: &Program, words: &str) -> bool {
    program.query_all_by_label_contains(words).next().is_some()
}

fn is_on(program: &Program, switch: &str) -> bool {
    let node = program.get_by_label(switch);
    node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

fn press(program: &mut Program, key: Key) {
    program.key_press(key);
    program.run_steps(20);
}

#[test]
fn what_was_on_show_comes_back_at_the_next_start() {
    let folder = folder("comes-back");
    let mut first = program(&folder, None);
    press(&mut first, Key::Num3);
    press(&mut first, Key::O);
    press(&mut first, Key::S);
    for _ in 0..4 {
        press(&mut first, Key::E);
    }
    first
        .get_by_label("Afghanistan on the map")
        .click_accesskit();
    first.run_steps(10);
    press(&mut first, Key::N);
    assert!(shows(&first, "2 of 5"));
    first.get_by_label("Web Mercator").click_accesskit();
    first.run_steps(10);
    drop(first);

    let second = program(&folder, None);
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
    let mut first = program(&folder, None);
    assert!(shows(&first, "Overview map"));
    press(&mut first, Key::X);
    press(&mut first, Key::I);
    drop(first);
    let mut second = program(&folder, None);
    assert!(!shows(&second, "Overview map"));
    second.get_by_label("View").click_accesskit();
    second.run_steps(6);
    assert!(is_on(&second, "Graticule") && !is_on(&second, "Overview map"));
}

#[test]
fn a_file_that_is_no_story_leaves_what_is_known_of_the_others() {
    let folder = folder("others");
    let bad = folder.join("bad.story.json");
    std::fs::write(&bad, "[]").unwrap();
    let mut first = program(&folder, None);
    press(&mut first, Key::Num2);
    drop(first);
    let middle = program(&folder, Some(bad));
    assert!(shows(&middle, "This story could not be opened"));
    drop(middle);
    assert!(is_on(&program(&folder, None), "Show Arms"));
}

#[test]
fn a_damaged_sitting_is_set_aside_and_said_in_plain_words() {
    let folder = folder("damaged");
    std::fs::write(folder.join("session.json"), "{\"theme\": ").unwrap();
    let program = program(&folder, None);
    assert!(shows(&program, "could not be read. It was set aside as"));
    assert!(folder.join("session.damaged-1.json").exists());
    assert!(shows(&program, "Pakistan on the map"));
}

#[test]
fn a_folder_that_takes_no_file_is_said_once_and_costs_nothing_else() {
    let file = folder("no-folder").join("in-the-way");
    std::fs::write(&file, "").unwrap();
    let mut program = program(&file, None);
    let words = "What is on show can not be kept for the next start";
    for _ in 0..3_000 {
        program.run_steps(1);
        if shows(&program, words) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(shows(&program, words));
    program.get_by_label("Hide this bar").click_accesskit();
    press(&mut program, Key::Num2);
    assert!(is_on(&program, "Show Arms"));
    drop(program);
}

#[cfg(unix)]
#[test]
fn a_map_file_whose_name_is_no_text_does_not_cost_what_else_is_kept() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder("no-text");
    let name = std::ffi::OsStr::from_bytes(b"/nowhere/\xff\xfe.pmtiles");
    let mut first = program(&folder, None);
    // On screen a box stands for what is no letter; a test would stop there.
    let box_for_it = egui::MissingGlyphPolicy::Tofu;
    first.ctx.set_missing_glyph_policy(box_for_it);
    let dropped = std::sync::Arc::new(Dropped(name.into()));
    first.input_mut().dropped_files.push(dropped);
    first.run_steps(4);
    first.input_mut().dropped_files.clear();
    assert!(shows(&first, "can not be shown; the built-in map stays."));
    press(&mut first, Key::Num2);
    drop(first);
    assert!(is_on(&program(&folder, None), "Show Arms"));
}

#[test]
fn the_plain_ground_from_before_a_map_file_comes_back_at_the_next_start() {
    let folder = folder("before");
    let background = |program: &mut Program, name: &str| {
        for item in ["View", "Background"] {
            program.get_by_label(item).click_accesskit();
            program.run_steps(6);
        }
        let is_on = is_on(program, name);
        press(program, Key::Escape);
        press(program, Key::Escape);
        is_on
    };
    let mut first = program(&folder, None);
    press(&mut first, Key::H);
    assert!(background(&mut first, "None"));
    let dropped = std::sync::Arc::new(Dropped(folder.join("gone.pmtiles")));
    first.input_mut().dropped_files.push(dropped);
    first.run_steps(4);
    first.input_mut().dropped_files.clear();
    drop(first);
    let mut second = program(&folder, None);
    assert!(background(&mut second, "Map file: gone.pmtiles"));
    second.get_by_label("Switch off").click_accesskit();
    second.run_steps(6);
    assert!(background(&mut second, "None"));
    // What was shown last is known by name, and a menu away.
    for item in ["View", "Background", "Map file: gone.pmtiles"] {
        second.get_by_label(item).click_accesskit();
        second.run_steps(6);
    }
    assert!(shows(&second, "gone.pmtiles can not be shown"));
}

/// A file as a window system hands it over.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_story_dropped_on_the_window_opens_and_the_bundled_one_is_a_menu_away() {
    let folder = folder("dropped");
    let path = folder.join("other.story.json");
    let story = std::str::from_utf8(passage::content::BUNDLED.1).unwrap();
    let title = "Russia and Pakistan: from rivalry to cooperation?";
    std::fs::write(&path, story.replacen(title, "Another story", 1)).unwrap();
    let mut program = program(&folder, None);
    // Also while a control has the keyboard.
    press(&mut program, Key::Tab);
    let dropped = std::sync::Arc::new(Dropped(path));
    program.input_mut().dropped_files.push(dropped);
    program.run_steps(4);
    program.input_mut().dropped_files.clear();
    assert!(shows(&program, "Another story"));
    for name in ["File", "Open the bundled story"] {
        program.get_by_label(name).click_accesskit();
        program.run_steps(6);
    }
    assert!(shows(&program, title) && !shows(&program, "Another story"));
}
