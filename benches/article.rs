//! Any article: from its file to the map, and texts that are far too long.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a bench may panic, reads the clock, and prints what it measured"
)]

mod stand;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use passage::atlas::Atlas;
use passage::content::{ArticleFormat, read_article, story_of};
use passage::linker::find_mentions;
use stand::Stand;

/// Paragraphs to make articles of: those the linker is scored by.
const SCORED: &str = concat!(
    include_str!("../tests/linker/scored/mixed.txt"),
    include_str!("../tests/linker/scored/plain.txt")
);

/// What may pass from the choice of a file to its map.
const LONGEST: Duration = Duration::from_millis(50);

/// An article of at least so many words, without the marks of the scored set.
fn article_of(words: usize) -> String {
    let lines = SCORED.lines().filter(|line| !line.starts_with('#'));
    let lines: Vec<String> = lines
        .filter(|line| !line.is_empty())
        .map(unmarked)
        .collect();
    let mut text = String::new();
    let mut count = 0;
    for line in lines.iter().cycle() {
        count += line.split_whitespace().count();
        text.push_str(line);
        text.push('\n');
        if count >= words {
            return text;
        }
    }
    text
}

/// `[Kenya](KEN direct)` is Kenya.
fn unmarked(line: &str) -> String {
    let mut plain = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let (words, after) = after.split_once("](").unwrap();
        plain.push_str(words);
        rest = after.split_once(')').unwrap().1;
    }
    plain + rest
}

fn article(criterion: &mut Criterion) {
    let atlas = Atlas::load().unwrap();
    let text = article_of(5_000);
    // Tables are made ready at the first article; that is measured by the program below.
    find_mentions(&["Kenya"]);
    let mut group = criterion.benchmark_group("an article of 5,000 words");
    group.bench_function("read and linked", |bencher| {
        bencher.iter(|| {
            let read = read_article(text.as_bytes(), ArticleFormat::Text).unwrap();
            story_of(&read, "article.txt", &atlas)
        });
    });
    group.finish();
    let long = article_of(1_500_000);
    let line = long.replace('\n', " ");
    let mut group = criterion.benchmark_group("10 MB");
    group.sample_size(10);
    for (name, text) in [("of paragraphs", &long), ("in one line", &line)] {
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || (),
                |()| {
                    let read = read_article(text.as_bytes(), ArticleFormat::Text).unwrap();
                    let paragraphs: Vec<&str> =
                        read.paragraphs.iter().map(String::as_str).collect();
                    find_mentions(&paragraphs)
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// From the file that is dropped on the window to the frame that shows it.
fn on_the_map(_: &mut Criterion) {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bench-article.txt");
    std::fs::write(&path, article_of(5_000)).unwrap();
    let mut took = Vec::new();
    for _ in 0..8 {
        let mut stand = Stand::start(None, None);
        // Until all levels of detail are there, as they are when somebody opens a second file.
        for _ in 0..150 {
            stand.step(Vec::new());
            std::thread::sleep(Duration::from_millis(10));
        }
        let start = Instant::now();
        stand.drop_file(path.clone());
        stand.step(Vec::new());
        took.push(start.elapsed());
    }
    // The first of them makes the linker's tables ready too.
    let first = took[0];
    took.sort_unstable();
    let median = took[took.len() / 2];
    println!("an article of 5,000 words on the map: {median:.1?}, the first time {first:.1?}");
    assert!(median < LONGEST, "{median:?}");
}

criterion_group!(benches, on_the_map, article);
criterion_main!(benches);
