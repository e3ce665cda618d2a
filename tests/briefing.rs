//! The bundled briefing: it tells the whole article, in words of its own, and says where each scene
//! has it from. How it is given is tested beside the program (`app::tests::briefing`).
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use egui::Key;
use harness::{SIZES, press_key, program, say, settle, shows};
use passage::atlas::Atlas;
use passage::content::bundled;
use passage::world::{Scene, Status, World};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());
static WORLD: LazyLock<World> = LazyLock::new(|| bundled(&ATLAS).0);

/// A sentence of so many words is somebody's.
const RUN: usize = 8;

/// "(paragraph 14)": the numbers that notes name.
fn named(notes: &str) -> Vec<u32> {
    let parts = notes.split("paragraph ").skip(1);
    parts
        .filter_map(|part| {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        })
        .collect()
}

fn number(scene: &Scene) -> u32 {
    WORLD
        .passages
        .get(scene.stage.passage.unwrap())
        .unwrap()
        .number
}

#[test]
fn it_goes_through_the_article_from_first_to_last_and_leaves_no_paragraph_out() {
    let scenes = &WORLD.scenes;
    assert!((10..=13).contains(&scenes.len()), "{}", scenes.len());
    let read: Vec<u32> = scenes.iter().map(number).collect();
    assert!(read.is_sorted(), "{read:?}");
    let told: BTreeSet<u32> = scenes
        .iter()
        .flat_map(|scene| named(&scene.notes).into_iter().chain([number(scene)]))
        .collect();
    assert_eq!(told, (1..=16).collect());
    assert!(
        scenes
            .iter()
            .filter(|scene| !scene.builds.is_empty())
            .count()
            > 2
    );
}

#[test]
fn every_scene_has_a_short_headline_and_notes_one_can_speak_from() {
    let mut titles = BTreeSet::new();
    for scene in &WORLD.scenes {
        let title = &scene.title;
        assert!((8..=52).contains(&title.chars().count()), "{title}");
        assert!(titles.insert(title), "{title} twice");
        assert!(!title.ends_with('.'), "{title}");
        let lines: Vec<&str> = scene.notes.lines().collect();
        assert!((2..=5).contains(&lines.len()), "{title}");
        for line in lines {
            assert!(line.chars().count() < 230, "{line}");
        }
        assert!(!scene.stage.overlays.is_empty(), "{title}");
        // What has not appeared yet is of an overlay that is on.
        for &id in &scene.builds {
            let feature = WORLD.features.get(id).unwrap();
            assert!(scene.stage.overlays.contains(&feature.overlay), "{title}");
            assert!(scene.stage.wants(&WORLD, feature), "{title}");
        }
    }
}

#[test]
fn a_suspicion_that_appears_by_itself_is_called_one_in_the_notes() {
    for scene in &WORLD.scenes {
        for &id in &scene.builds {
            let feature = WORLD.features.get(id).unwrap();
            if feature.status == Status::Suspected {
                let notes = &scene.notes;
                assert!(
                    notes.contains("suspects") && notes.contains("concern"),
                    "{notes}"
                );
            }
        }
    }
}

#[test]
fn no_sentence_of_the_article_is_in_it() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/article/original.txt"
    );
    let Ok(article) = std::fs::read_to_string(path) else {
        say(&format!("SKIPPED: no copy of the article at {path}"));
        return;
    };
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let article = words(&article);
    let runs: BTreeSet<&[String]> = article.windows(RUN).collect();
    for scene in &WORLD.scenes {
        let own = words(&format!("{}\n{}", scene.title, scene.notes));
        for run in own.windows(RUN) {
            assert!(!runs.contains(run), "{run:?}");
        }
    }
}

#[test]
fn at_every_size_of_window_each_scene_shows_its_title_its_paragraph_and_where_one_is() {
    for size in SIZES {
        let mut program = program(size);
        press_key(&mut program, Key::F5);
        for (at, scene) in WORLD.scenes.iter().enumerate() {
            let place = format!("Scene {} of {}", at + 1, WORLD.scenes.len());
            assert!(shows(&program, &place), "{place}");
            assert!(shows(&program, &scene.title), "{}", scene.title);
            let paragraph = format!("Paragraph {}", number(scene));
            assert!(shows(&program, &paragraph), "{paragraph}");
            for &id in &scene.stage.overlays {
                assert!(shows(&program, &WORLD.overlays.get(id).unwrap().name));
            }
            for _ in 0..=scene.builds.len() {
                press_key(&mut program, Key::PageDown);
            }
        }
        settle(&mut program);
        press_key(&mut program, Key::Escape);
        assert!(shows(&program, "Overview map"));
    }
}
