//! What a change of scene costs the processor, frame by frame, through the whole bundled briefing
//! at 1920 x 1080. No frame of a change may take more than 8 ms; else this ends with an error. The
//! beginning is no change of scene: there the whole window is set anew, in larger type.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench may panic, and prints what it measured"
)]

mod stand;

use std::time::Duration;

use egui::{Event, Key, Modifiers};
use passage::atlas::Atlas;
use passage::content::bundled;
use stand::{Stand, print_row, spread};

/// What was promised of every frame.
const PROMISED: Duration = Duration::from_millis(8);

/// Frames in which a flight ends and all that is new has appeared.
const FRAMES: usize = 120;

fn main() {
    let (world, _) = bundled(&Atlas::load().unwrap());
    let mut stand = Stand::start(None, None);
    // All levels of detail are there before anybody begins.
    wait(&mut stand, 150);
    println!("1920 x 1080: median / slowest frame of each change, milliseconds of the processor");
    let mut all = Vec::new();
    let mut steps = vec![("the beginning (F5)".to_owned(), Key::F5)];
    for (at, scene) in world.scenes.iter().enumerate() {
        let appear =
            (1..=scene.builds.len()).map(|build| (format!("  {build} appeared"), Key::PageDown));
        if at > 0 {
            steps.push((format!("{} {}", at + 1, scene.title), Key::PageDown));
        }
        steps.extend(appear);
    }
    steps.push(("back to the first (Home)".to_owned(), Key::Home));
    for (what, key) in steps {
        let mut frames = vec![stand.step(press(key)).took];
        frames.extend((1..FRAMES).map(|_| stand.step(Vec::new()).took));
        let slowest = frames.iter().copied().max().unwrap_or_default();
        let (median, _) = spread(frames.clone());
        print_row(&what, &figures(median, slowest));
        if key != Key::F5 {
            all.push((what, slowest));
        }
        wait(&mut stand, 10);
        // Nobody draws here.
        stand.textures.clear();
    }
    let (what, slowest) = all.into_iter().max_by_key(|(_, took)| *took).unwrap();
    let verdict = if slowest <= PROMISED {
        "kept"
    } else {
        "BROKEN"
    };
    println!(
        "the slowest frame of all changes took {:.2} ms ({what}): the promise of {} ms is {verdict}",
        ms(slowest),
        PROMISED.as_millis()
    );
    assert!(slowest <= PROMISED, "a change of scene is too slow");
}

/// Lets what comes from other threads arrive.
fn wait(stand: &mut Stand, frames: usize) {
    for _ in 0..frames {
        stand.step(Vec::new());
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn press(key: Key) -> Vec<Event> {
    let event = |pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    vec![event(true), event(false)]
}

fn figures(median: Duration, slowest: Duration) -> String {
    format!("{:6.3} ms  {:6.3} ms", ms(median), ms(slowest))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
