//! The curve from a hundred to a hundred thousand features: what opening, a frame, a name, a
//! look under the pointer and the memory cost. Each count has a process of its own.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench may panic, reads the clock, and prints what it measured"
)]

mod stand;

use std::hint::black_box;
use std::time::{Duration, Instant};

use egui::{Event, Pos2, Rect, pos2, vec2};
use passage::atlas::Atlas;
use passage::content::load_story;
use passage::geography::{LonLat, MapProjection};
use passage::picture::{OverlayShapes, PICK_RADIUS_PX, Picker, View};
use stand::crowd::story;
use stand::{Stand, WINDOW_PX, drag, resident_mb, spread, zoom};

const COUNTS: [usize; 4] = [100, 1_000, 10_000, 100_000];

/// Tells a process its count.
const COUNT: &str = "PASSAGE_MANY";

const FRAMES: u32 = 300;

fn main() {
    if let Ok(count) = std::env::var(COUNT) {
        return measure(count.parse().unwrap());
    }
    println!("1920 x 1080, every overlay on; milliseconds where nothing else is said");
    println!("                       median / p99 of a frame's cost to the processor");
    let head = |words: [&str; 12]| {
        let [count, size, read, first, frames @ .., pick, memory] = words;
        print!("{count:>8} {size:>6} {read:>6} {first:>6}");
        for words in frames {
            print!(" {words:>11}");
        }
        println!(" {pick:>6} {memory:>6}");
    };
    head([
        "features", "file", "read", "first", "at rest", "dragging", "zooming", "pointing",
        "clicking", "dragging", "pick", "memory",
    ]);
    head([
        "", "MB", "", "frame", "", "", "", "", "", "near by", "us", "MB",
    ]);
    let myself = std::env::current_exe().unwrap();
    for count in COUNTS {
        let mut child = std::process::Command::new(&myself);
        child.env(COUNT, count.to_string()).status().unwrap();
    }
}

fn measure(count: usize) {
    let text = story(count);
    let atlas = Atlas::load().unwrap();
    let start = Instant::now();
    let (world, problems) = load_story("many.story.json", text.as_bytes(), &atlas);
    let read = start.elapsed();
    assert!(problems.is_empty(), "{:?}", problems.first());
    let pick = pick(&world, &atlas);
    drop((world, atlas));
    let folder = std::env::temp_dir().join(format!("passage-many-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("many.story.json");
    std::fs::write(&file, &text).unwrap();
    let size_mb = text.len() as f64 / 1e6;
    drop(text);
    let (mut stand, shown) = Stand::with_story(file);
    // The best of three rounds: others may be at work on the same machine.
    let frames = |stand: &mut Stand, events: &dyn Fn(u32) -> Vec<Event>| {
        let rounds = (0..3).map(|_| {
            let all = (0..FRAMES).map(|step| stand.step(events(step)).took);
            spread(all.collect())
        });
        let best = rounds.fold([Duration::MAX; 2], |[median, last], round| {
            [median.min(round.0), last.min(round.1)]
        });
        let [median, last] = best.map(ms);
        format!("{median:5.2}/{last:5.2}")
    };
    let resting = frames(&mut stand, &|_| Vec::new());
    let pointing = frames(&mut stand, &|step| vec![Event::PointerMoved(spot(step))]);
    let dragging = frames(&mut stand, &drag);
    release(&mut stand);
    let zooming = frames(&mut stand, &zoom);
    let clicking = frames(&mut stand, &|step| click(step));
    stand.step(vec![
        Event::PointerMoved(pos2(900.0, 560.0)),
        Event::Zoom(12.0),
    ]);
    for _ in 0..60 {
        stand.step(Vec::new());
    }
    let near = frames(&mut stand, &drag);
    print!(
        "{count:>8} {size_mb:>6.1} {:>6.0} {:>6.0}",
        ms(read),
        ms(shown)
    );
    for frames in [resting, dragging, zooming, pointing, clicking, near] {
        print!(" {frames:>11}");
    }
    println!(" {:>6.2} {:>6.0}", pick.as_secs_f64() * 1e6, resident_mb());
    let _ = std::fs::remove_dir_all(folder);
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Places on the map that have nothing to do with each other.
fn spot(step: u32) -> Pos2 {
    let part = |by: f32| (step as f32 * by) % 1.0;
    pos2(400.0, 150.0) + vec2(part(0.377), part(0.733)) * vec2(1000.0, 800.0)
}

/// A click every ten frames, each time somewhere else.
fn click(step: u32) -> Vec<Event> {
    let at = spot(step / 10);
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    match step % 10 {
        0 => vec![Event::PointerMoved(at), button(true)],
        1 => vec![button(false)],
        _ => Vec::new(),
    }
}

fn release(stand: &mut Stand) {
    stand.step(vec![Event::PointerButton {
        pos: pos2(900.0, 560.0),
        button: egui::PointerButton::Primary,
        pressed: false,
        modifiers: egui::Modifiers::NONE,
    }]);
    for _ in 0..120 {
        stand.step(Vec::new());
    }
}

/// What is under the pointer, over all of the opening view.
fn pick(world: &passage::world::World, atlas: &Atlas) -> Duration {
    let projection = MapProjection::EqualArea;
    let picker = Picker::new(&OverlayShapes::build(world, atlas, projection));
    let center = projection.project(LonLat::new(70.0, 35.0));
    let view = View::new(Rect::from_min_size(Pos2::ZERO, WINDOW_PX), center, 3.6);
    let radius = f64::from(PICK_RADIUS_PX) / view.scale;
    let points: Vec<_> = (0..2_000)
        .map(|step| view.map_from_screen(spot(step)))
        .collect();
    let start = Instant::now();
    for &point in &points {
        black_box(picker.features_at(point, radius, |_| true));
    }
    start.elapsed() / 2_000
}
