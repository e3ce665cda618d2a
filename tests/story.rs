//! The bundled story, and what becomes of files that are no good.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::LazyLock;

use passage::atlas::Atlas;
use passage::content::{self, Problem, RawStory, bundled, coverage, load_story};
use passage::world::{Basis, MentionKind, Subject, World};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());
static STORY: LazyLock<(World, Vec<Problem>)> = LazyLock::new(|| bundled(&ATLAS));

#[test]
fn the_bundled_story_has_no_problem_and_nothing_hangs_in_the_air() {
    let (world, problems) = &*STORY;
    assert_eq!(problems, &[]);
    assert_eq!(coverage(world, &ATLAS), Vec::<String>::new());
    assert_eq!(world.passages.len(), 16);
    assert_eq!(world.topics.len(), 5);
    assert!(
        world
            .passages
            .iter()
            .all(|(_, passage)| passage.fingerprint.len() == 64)
    );
}

#[test]
fn what_is_from_outside_the_article_names_its_source() {
    for (_, feature) in STORY.0.features.iter() {
        assert_eq!(
            feature.basis == Basis::Outside,
            feature.source.is_some(),
            "{}",
            feature.key
        );
    }
}

#[test]
fn a_country_named_directly_is_named_by_its_name() {
    let world = &STORY.0;
    for (_, passage) in world.passages.iter() {
        for mention in &passage.mentions {
            if let (Subject::Country(_), MentionKind::Direct) = (mention.subject, mention.kind) {
                let words = &passage.text.get(mention.range.clone()).unwrap();
                assert_eq!(
                    *words,
                    world.name_of(&ATLAS, mention.subject),
                    "paragraph {}",
                    passage.number
                );
            }
        }
    }
}

#[test]
fn the_reverse_links_are_those_the_passages_make() {
    let world = &STORY.0;
    let pakistan = Subject::Country(ATLAS.country_by_code("PAK").unwrap());
    // Every paragraph of the article names Pakistan.
    assert_eq!(world.links.passages(pakistan).len(), 16);
    let turkmenistan = Subject::Country(ATLAS.country_by_code("TKM").unwrap());
    let numbers: Vec<u32> = world
        .links
        .passages(turkmenistan)
        .iter()
        .map(|&id| world.passages[id].number)
        .collect();
    assert_eq!(numbers, [15]);
}

#[test]
fn the_schema_beside_the_story_is_the_one_the_code_makes() {
    let schema = serde_json::to_string_pretty(&schemars::schema_for!(RawStory)).unwrap() + "\n";
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/stories/story.schema.json"
    );
    let there = std::fs::read_to_string(path).unwrap_or_default();
    if there != schema {
        std::fs::write(path, &schema).unwrap();
    }
    assert!(
        there == schema,
        "story.schema.json was out of date and has been written again: commit it"
    );
}

/// Loads a text and says what is wrong with it.
fn problems_of(bytes: &[u8]) -> Vec<String> {
    let (_, problems) = load_story("bad.story.json", bytes, &ATLAS);
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn files_that_are_no_story_are_refused_with_a_place_and_a_sentence() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for bad in [
        &b""[..],
        b"{",
        b"[1,2]",
        b"\xff\xfe{\x00}\x00",
        b"null",
        deep.as_bytes(),
        b"{\"format\":1e400}",
    ] {
        let problems = problems_of(bad);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].starts_with("bad.story.json:"), "{problems:?}");
        assert!(problems[0].contains("right would be"), "{problems:?}");
    }
}

#[test]
fn a_byte_order_mark_does_not_matter() {
    let marked = [b"\xef\xbb\xbf", content::BUNDLED.1].concat();
    assert_eq!(problems_of(&marked), Vec::<String>::new());
}

/// The bundled story with one text replaced by another.
fn with(from: &str, to: &str) -> (World, Vec<Problem>) {
    let text = std::str::from_utf8(content::BUNDLED.1).unwrap();
    assert!(text.contains(from), "{from}");
    load_story(
        "bad.story.json",
        text.replacen(from, to, 1).as_bytes(),
        &ATLAS,
    )
}

#[test]
fn one_bad_row_is_a_problem_and_the_rest_loads() {
    let whole = STORY.0.features.len();
    for (from, to, lost) in [
        ("\"kind\": \"thaw\"", "\"kind\": \"melt\"", 1),
        ("\"overlay\": \"diplomacy\"", "\"overlay\": \"nowhere\"", 1),
        ("[62.3586, 37.3014]", "[62.3586, 900]", 1),
        ("[62.3586, 37.3014]", "[62.3586]", 1),
        (
            "\"direction\": \"none\"",
            "\"direction\": \"none\", \"colour\": 3",
            1,
        ),
        (
            "\"key\": \"cold-war-sov-ind\"",
            "\"key\": \"cold-war-pak-usa\"",
            0,
        ),
        ("(country:RUS)", "(country:XXX)", 0),
        ("(actor:ryabkov)", "(actor:nobody)", 0),
        (
            "\"from\": [\n        \"country:PAK\"",
            "\"from\": [\n        \"country:QQQ\"",
            0,
        ),
    ] {
        let (world, problems) = with(from, to);
        assert!(!problems.is_empty(), "{from} -> {to}");
        assert_eq!(
            world.features.len(),
            whole - lost,
            "{from} -> {to}: {problems:?}"
        );
        assert_eq!(world.passages.len(), 16);
        assert!(
            problems
                .iter()
                .all(|problem| problem.line >= 1 && !problem.right.is_empty())
        );
    }
}

#[test]
fn a_story_cut_off_anywhere_neither_panics_nor_loads_half() {
    let whole = content::BUNDLED.1;
    for length in (0..whole.len()).step_by(997) {
        let (world, problems) = load_story("cut.story.json", &whole[..length], &ATLAS);
        assert!(
            world.passages.is_empty() && problems.len() == 1,
            "cut at {length}"
        );
    }
}

#[test]
fn the_readers_own_copy_is_recognised_paragraph_by_paragraph() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/article/original.txt"
    );
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("SKIPPED: no copy of the article at {path}");
        return;
    };
    let prints: Vec<String> = text.lines().map(content::fingerprint).collect();
    for (_, passage) in STORY.0.passages.iter() {
        assert!(
            prints.contains(&passage.fingerprint),
            "paragraph {}",
            passage.number
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    #[test]
    fn no_change_to_a_story_file_makes_the_loader_panic(
        at in 0..content::BUNDLED.1.len(),
        length in 0_usize..40,
        put in proptest::collection::vec(proptest::num::u8::ANY, 0..40),
    ) {
        let mut bytes = content::BUNDLED.1.to_vec();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, put);
        let (world, problems) = load_story("changed.story.json", &bytes, &ATLAS);
        proptest::prop_assert!(!world.passages.is_empty() || !problems.is_empty());
    }
}

/// A story with that many of something, as small as it gets.
fn large(list: &str, row: impl Fn(usize) -> String, count: usize) -> Vec<u8> {
    let rows: Vec<String> = (0..count).map(row).collect();
    let article = r#"{"publisher":"p","title":"t","date":"d"}"#;
    let rows = rows.join(",");
    format!(r#"{{"format":1,"title":"t","article":{article},"{list}":[{rows}]}}"#).into_bytes()
}

/// The work done for twice as much may be a little over twice, and not four times as much: a file
/// of the largest size must not hang the program. Counted by what the loader gives back, so the
/// sizes here are ones that took minutes when each problem searched the whole file.
#[test]
fn a_large_file_full_of_faults_is_read_to_its_end() {
    let count = 60_000;
    let actors = large(
        "actors",
        |n| format!(r#"{{"key":"a{n}","wrong":1}}"#),
        count,
    );
    assert_eq!(load_story("large", &actors, &ATLAS).1.len(), count);
    let passages = large(
        "passages",
        |n| format!(r#"{{"number":{n},"text":"[x](y)"}}"#),
        count,
    );
    let (world, problems) = load_story("large", &passages, &ATLAS);
    assert_eq!((world.passages.len(), problems.len()), (count, count));
    let one = large(
        "passages",
        |_| format!(r#"{{"number":1,"text":"{}"}}"#, "](x)".repeat(count)),
        1,
    );
    let (_, problems) = load_story("large", &one, &ATLAS);
    assert!(problems.len() < 200 && problems.iter().any(|problem| problem.what.contains("more")));
}

#[test]
fn an_unknown_field_at_the_top_is_a_problem_and_the_story_loads() {
    let (world, problems) = with("\"format\": 1", "\"format\": 1, \"colours\": []");
    assert_eq!(
        (world.passages.len(), problems.len()),
        (16, 1),
        "{problems:?}"
    );
    assert!(problems[0].what.contains("colours"));
}

#[test]
fn what_used_to_pass_in_silence_is_said() {
    for (from, to, word) in [
        (
            "[62.3586, 37.3014]",
            "[62.3586, \"x\", 37.3014]",
            "position",
        ),
        ("\"country\": \"RUS\"\n", "\"country\": \"RXS\"\n", "RXS"),
        (
            "\"name\": \"Taliban\"",
            "\"name\": \"Tali\u{202e}ban\"",
            "U+202E",
        ),
    ] {
        let (_, problems) = with(from, to);
        assert!(
            problems.iter().any(|problem| problem.what.contains(word)),
            "{word}: {problems:?}"
        );
    }
}

#[test]
fn a_problem_stands_at_the_line_of_what_it_is_about() {
    let (_, problems) = with("\"overlay\": \"diplomacy\"", "\"overlay\": \"nowhere\"");
    let text = std::str::from_utf8(content::BUNDLED.1).unwrap();
    let line = text
        .lines()
        .position(|line| line.contains("\"key\": \"summit\""))
        .unwrap()
        + 1;
    assert_eq!(problems[0].line, line, "{problems:?}");
}
