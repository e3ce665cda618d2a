//! From nothing to the first frame, what is under the pointer, and files that are no good.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench may panic"
)]

mod stand;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use passage::atlas::{AreaIndex, Atlas, Detail, Level, Worldview};
use passage::content::{bundled, load_story};
use passage::geography::{LonLat, MapProjection};
use passage::picture::{
    Ground, GroundKey, OverlayShapes, PICK_RADIUS_PX, Picker, View, label_sources,
};
use stand::{COUNTRY, Stand, WINDOW_PX};

fn open(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("open");
    group.sample_size(20);
    group.bench_function("everything to the first frame", |bencher| {
        // A pause before each, for the thread of the one before to end.
        bencher.iter_batched(
            || std::thread::sleep(Duration::from_millis(600)),
            |()| {
                let mut stand = Stand::start(None, None);
                let made = stand.step(Vec::new());
                (made.primitives, stand)
            },
            BatchSize::PerIteration,
        );
    });
    let atlas = Atlas::load().unwrap();
    let (world, _) = bundled(&atlas);
    let focus = world.focus_countries();
    for detail in Detail::ALL {
        let name = format!("level of detail: {detail:?}");
        group.bench_function(name, |bencher| {
            bencher.iter_with_large_drop(|| {
                let level = Level::load(detail, &atlas).unwrap();
                let key = GroundKey {
                    detail,
                    projection: MapProjection::EqualArea,
                    worldview: Worldview::Neutral,
                };
                let ground = Ground::build(&level, &atlas, &focus, key);
                (level, ground)
            });
        });
    }
    group.bench_function("atlas", |bencher| {
        bencher.iter_with_large_drop(|| Atlas::load().unwrap());
    });
    let level = Level::load(Detail::Coarse, &atlas).unwrap();
    let areas = AreaIndex::new(&level);
    let shapes = OverlayShapes::build(&world, &atlas, MapProjection::EqualArea);
    let owner_at = |at: LonLat| {
        let area = areas.area_at(at)?;
        Some(atlas.owner(area, Worldview::Neutral).country())
    };
    group.bench_function("names and the room for them", |bencher| {
        bencher.iter_with_large_drop(|| label_sources(&world, &atlas, &shapes, &owner_at));
    });
    group.bench_function("bundled story", |bencher| {
        bencher.iter_with_large_drop(|| bundled(&atlas));
    });
    group.finish();
}

/// A country and the features near a point, over all of a view.
fn pick(criterion: &mut Criterion) {
    let atlas = Atlas::load().unwrap();
    let (world, _) = bundled(&atlas);
    let projection = MapProjection::EqualArea;
    let picker = Picker::new(&OverlayShapes::build(&world, &atlas, projection));
    let areas = AreaIndex::new(&Level::load(Detail::Full, &atlas).unwrap());
    let [lon_deg, lat_deg, zoom] = COUNTRY.1;
    let center = projection.project(LonLat::new(lon_deg, lat_deg));
    let rect = egui::Rect::from_min_size(egui::Pos2::ZERO, WINDOW_PX);
    let view = View::new(rect, center, zoom);
    let radius = f64::from(PICK_RADIUS_PX) / view.scale;
    let mut step = 0_u32;
    criterion.bench_function("under the pointer, full detail", |bencher| {
        bencher.iter(|| {
            // Steps that have no common measure with the window's sides.
            step = (step + 1) % 100_000;
            let at = egui::pos2(
                (step as f32 * 37.7) % WINDOW_PX.x,
                (step as f32 * 23.3) % WINDOW_PX.y,
            );
            let point = view.map_from_screen(at);
            let features = picker.features_at(point, radius, |_| true);
            black_box((features, areas.area_at(projection.unproject(point))))
        });
    });
}

/// Ten megabytes that are wrong in every row.
fn bad_files(criterion: &mut Criterion) {
    let atlas = Atlas::load().unwrap();
    let of = |list: &str, row: &dyn Fn(usize) -> String| {
        let mut text = format!("{{\"format\": 1, \"title\": \"t\", \"{list}\": [");
        let mut count = 0;
        while text.len() < 10_000_000 {
            text.push_str(&row(count));
            text.push(',');
            count += 1;
        }
        text.push_str("]}");
        text.into_bytes()
    };
    let files = [
        (
            "unknown fields",
            of("actors", &|n| format!("{{\"key\":\"a{n}\",\"wrong\":1}}")),
        ),
        (
            "mentions that lead nowhere",
            of("passages", &|n| {
                format!("{{\"number\":{n},\"text\":\"[x](y)\"}}")
            }),
        ),
        ("brackets that never close", vec![b'['; 10_000_000]),
    ];
    let mut group = criterion.benchmark_group("a bad file of 10 MB");
    group.sample_size(10);
    for (name, bytes) in files {
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || (),
                |()| load_story("bad.story.json", &bytes, &atlas),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, open, pick, bad_files);
criterion_main!(benches);
