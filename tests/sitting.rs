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
