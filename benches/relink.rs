//! Another text under a story: long ones with thousands of links.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench may panic, reads the clock, and prints what it measured"
)]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use passage::atlas::Atlas;
use passage::content::{load_story, relink};
use passage::world::World;

/// What any text that the window takes may need.
const LONGEST: Duration = Duration::from_secs(2);

/// A text, and how much of it there is.
struct Text {
    name: &'static str,
    paragraphs: usize,
    links: usize,
    /// How many different names the links have; each stands among words that come again elsewhere.
    names: usize,
    /// Whether a long quote lies around each name.
    is_nested: bool,
}

const TEXTS: [Text; 7] = [
    Text {
        name: "49 KB in a paragraph, 3,000 links",
        paragraphs: 1,
        links: 3_000,
        names: 3_000,
        is_nested: false,
    },
    Text {
        name: "100 KB in a paragraph, 6,000 links",
        paragraphs: 1,
        links: 6_000,
        names: 6_000,
        is_nested: false,
    },
    Text {
        name: "2 MB in a paragraph, 60,000 links",
        paragraphs: 1,
        links: 60_000,
        names: 60_000,
        is_nested: false,
    },
    Text {
        name: "2 MB in 20 paragraphs, 60,000 links",
        paragraphs: 20,
        links: 60_000,
        names: 60_000,
        is_nested: false,
    },
    Text {
        name: "the same, of 600 names",
        paragraphs: 20,
        links: 60_000,
        names: 600,
        is_nested: false,
    },
    Text {
        name: "2 MB in 10,000 paragraphs, 60,000 links",
        paragraphs: 10_000,
        links: 60_000,
        names: 6_000,
        is_nested: false,
    },
    Text {
        name: "2 MB in 20 paragraphs, 30,000 links around 30,000",
        paragraphs: 20,
        links: 30_000,
        names: 30_000,
        is_nested: true,
    },
];

impl Text {
    /// The paragraphs with their links.
    fn marked(&self) -> Vec<String> {
        let mut paragraphs = vec![String::new(); self.paragraphs];
        for at in 0..self.links {
            let name = format!("Name{}", at % self.names);
            let paragraph = &mut paragraphs[at * self.paragraphs / self.links];
            if self.is_nested {
                write!(
                    paragraph,
                    "So [they had spoken at length with [{name}](country:IND) of a pipeline](country:PAK), {}. ",
                    at % 7
                )
                .unwrap();
            } else {
                let filler = ["met", "of old", "and then there was"][at % 3];
                write!(paragraph, "{filler} [{name}](country:IND) ").unwrap();
            }
        }
        paragraphs
    }

    fn story(&self, atlas: &Atlas) -> World {
        let rows = self.marked().into_iter().enumerate();
        let rows: Vec<String> = rows
            .map(|(at, text)| format!("{{\"number\": {}, \"text\": \"{text}\"}}", at + 1))
            .collect();
        let json = format!(
            "{{\"format\": 1, \"title\": \"T\", \"article\": {{\"publisher\": \"\", \"title\": \"\", \
             \"date\": \"\"}}, \"passages\": [{}]}}",
            rows.join(",")
        );
        load_story("", json.as_bytes(), atlas).0
    }
}

/// The text with a word more in each paragraph, another one in each quote, or nothing of it.
fn edited(world: &World) -> [(&'static str, Vec<String>); 3] {
    let texts = world
        .passages
        .iter()
        .map(|(_, passage)| passage.text.clone());
    let texts: Vec<String> = texts.collect();
    [
        (
            "a word put in",
            texts.iter().map(|text| format!("Once {text}")).collect(),
        ),
        (
            "each quote changed",
            texts
                .iter()
                .map(|text| text.replace("they had spoken", "they have spoken"))
                .collect(),
        ),
        (
            "each name changed",
            texts
                .iter()
                .map(|text| text.replace("Name", "Nome"))
                .collect(),
        ),
    ]
}

fn relinked(criterion: &mut Criterion) {
    let atlas = Atlas::load().unwrap();
    for text in &TEXTS {
        let world = text.story(&atlas);
        for (what, paragraphs) in edited(&world) {
            let start = Instant::now();
            let relinked = relink(&world, &paragraphs);
            let took = start.elapsed();
            println!(
                "{}, {what}: {took:.1?}, {} kept, {} lost",
                text.name, relinked.kept, relinked.lost
            );
            assert!(took < LONGEST, "{took:?}");
        }
    }
    let mut group = criterion.benchmark_group("relinking");
    group.sample_size(10);
    for text in TEXTS.iter().take(2) {
        let world = text.story(&atlas);
        let [(_, paragraphs), ..] = edited(&world);
        group.bench_function(text.name, |bencher| {
            bencher.iter(|| relink(&world, &paragraphs));
        });
    }
    group.finish();
}

criterion_group!(benches, relinked);
criterion_main!(benches);
