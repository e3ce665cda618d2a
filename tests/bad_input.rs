//! What becomes of story files that are no good: what is sound loads, the rest is said.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::LazyLock;

use passage::atlas::Atlas;
use passage::content::{self, Problem, bundled, load_story};
use passage::world::World;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());
static STORY: LazyLock<(World, Vec<Problem>)> = LazyLock::new(|| bundled(&ATLAS));

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
        assert!(!problems.is_empty());
        for problem in &problems {
            assert!(problem.starts_with("bad.story.json:"), "{problems:?}");
            assert!(problem.contains("right would be"), "{problems:?}");
        }
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

/// How many rows of any kind were loaded.
fn rows(world: &World) -> usize {
    world.focus.len()
        + world.sources.len()
        + world.overlays.len()
        + world.actors.len()
        + world.places.len()
        + world.features.len()
        + world.passages.len()
        + world.topics.len()
}

#[test]
fn a_story_cut_off_anywhere_loads_what_stands_before_the_cut() {
    let whole = content::BUNDLED.1;
    let mut last = 0;
    for length in (0..whole.len()).step_by(997) {
        let (world, problems) = load_story("cut.story.json", &whole[..length], &ATLAS);
        assert!(!problems.is_empty(), "cut at {length}");
        // A feature waits for nothing that comes after it, so a longer text gives no fewer rows.
        assert!(rows(&world) >= last, "cut at {length}");
        last = rows(&world);
    }
    assert!(last > 90, "only {last} rows before the last cut");
}

#[test]
fn one_slip_of_the_hand_costs_one_row_and_is_said_at_its_place() {
    let whole = rows(&STORY.0);
    for (from, to, lost, place) in [
        ("\"kind\": \"thaw\",", "\"kind\": \"thaw\"", 1, "\n"),
        ("Central As", "Central As\"", 1, "Central As\""),
        ("\"kind\": \"thaw\"", "\"kind\": thaw", 1, "thaw"),
        ("[62.3586, 37.3014]", "[62.3586, NaN]", 1, "NaN"),
        ("[62.3586, 37.3014]", "[1e999, 37.3014]", 1, "1e999"),
        ("[62.3586, 37.3014]", "[62.3586, 37.3014", 1, "\n      },"),
        ("\"format\": 1,", "\"format\": 1", 0, "\"title\""),
        ("\"format\": 1,", "\"format\": -1,", 0, "-1"),
    ] {
        let text = std::str::from_utf8(content::BUNDLED.1).unwrap();
        let at = text.find(from).unwrap();
        let changed = text.replacen(from, to, 1);
        let (world, problems) = with(from, to);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(rows(&world), whole - lost, "{to}: {said:#?}");
        let offset = at + changed[at..].find(place).unwrap();
        let line = changed[..offset].matches('\n').count() + 1;
        assert!(
            problems
                .iter()
                .any(|problem| problem.line.abs_diff(line) <= 1),
            "{to}: not at line {line}: {said:#?}"
        );
    }
}

#[test]
fn scenes_are_read_and_one_without_a_stage_is_a_problem() {
    let scenes = r#""scenes": [
        {"title": "A", "stage": {"overlays": ["pipelines"], "selection": "country:PAK", "passage": 3}},
        {"title": "B"},
        {"title": "C", "stage": {"overlays": ["nowhere"], "frame": [9, 9, 1, 1]}}
    ], "format": 1"#;
    let (world, problems) = with("\"format\": 1", scenes);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    // Three of these, and that the story has scenes of its own.
    assert_eq!((world.scenes.len(), problems.len()), (2, 4), "{said:#?}");
    assert!(said[3].contains("\"scenes\" stands twice"), "{said:#?}");
    assert!(
        said[0].contains("scene number 2: it has no \"stage\""),
        "{said:#?}"
    );
    assert!(
        said[1].contains("nowhere") && said[2].contains("box"),
        "{said:#?}"
    );
    let scene = &world.scenes[0];
    assert_eq!(world.passages[scene.stage.passage.unwrap()].number, 3);
    assert!(scene.stage.selection.is_some() && scene.stage.overlays.len() == 1);
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
    let nowhere = large(
        "passages",
        |_| format!(r#"{{"number":1,"text":"{}"}}"#, "[x](y)".repeat(10 * count)),
        1,
    );
    assert_eq!(load_story("large", &nowhere, &ATLAS).1.len(), 21);
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
fn a_problem_stands_at_the_very_value_it_is_about() {
    for (from, to) in [
        ("\"overlay\": \"diplomacy\"", "\"overlay\": \"nowhere\""),
        ("[62.3586, 37.3014]", "[62.3586, 900]"),
        ("\"country:PAK\"\n      ],", "\"country:QQQ\"\n      ],"),
        ("(actor:ryabkov)", "(actor:nobody)"),
        ("\"kind\": \"thaw\"", "\"kind\": \"melt\""),
        ("\"confidence\": \"high\"", "\"confidence\": 3"),
        ("[46.5, 7.5, 95, 48]", "[95, 7.5, 46.5, 46]"),
    ] {
        let text = std::str::from_utf8(content::BUNDLED.1).unwrap();
        let changed = text.replacen(from, to, 1);
        let (_, problems) = with(from, to);
        let value = to.rsplit_once("\": ").map_or(to, |(_, value)| value);
        let value = value.trim_start_matches('(').split('\n').next().unwrap();
        let offset = text.find(from).unwrap() + to.find(value).unwrap();
        let before = &changed[..offset];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        assert_eq!(
            (problems[0].line, problems[0].column),
            (line, column),
            "{to}: {problems:?}"
        );
    }
}

#[test]
fn a_row_full_of_faults_says_the_first_of_them_and_how_many_there_are() {
    let ends: Vec<String> = (0..50).map(|n| format!("\"actor:no{n}\"")).collect();
    let (_, problems) = with(
        "\"from\": [\n        \"country:PAK\"",
        &format!("\"from\": [{}", ends.join(",")),
    );
    assert_eq!(problems.len(), 21, "{problems:?}");
    assert!(problems[20].what.starts_with("30 more"), "{problems:?}");
}

#[test]
fn what_a_file_holds_is_quoted_short_and_without_control_characters() {
    let long = "x".repeat(100_000);
    let (_, problems) = with(
        "\"kind\": \"thaw\"",
        &format!("\"kind\": \"\\u001b[2J{long}\""),
    );
    assert!(problems[0].what.len() < 400, "{}", problems[0].what.len());
    assert!(!problems[0].to_string().contains('\u{1b}'));
}

#[test]
fn a_comma_after_the_last_part_is_said_where_it_stands_and_the_story_loads() {
    for (from, to) in [
        ("[15, 16]\n    }\n  ]", "[15, 16]\n    },\n  ]"),
        ("\n    }\n  ]\n}", "\n    }\n  ],\n}"),
    ] {
        let (world, problems) = with(from, to);
        assert_eq!(rows(&world), rows(&STORY.0));
        assert_eq!(problems.len(), 1, "{problems:?}");
        let text = std::str::from_utf8(content::BUNDLED.1).unwrap();
        let changed = text.replacen(from, to, 1);
        let comma = changed.find(to).unwrap() + to.rfind(',').unwrap();
        let before = &changed[..comma];
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        let line = before.matches('\n').count() + 1;
        assert_eq!((problems[0].line, problems[0].column), (line, column));
    }
}

#[test]
fn a_bracket_left_open_in_a_passage_is_said_and_its_words_stay() {
    let story = r#"{"format": 1, "title": "t", "article": {"publisher": "p", "title": "t", "date": "d"},
        "passages": [{"number": 1, "text": "[x](country:PAK and all the rest"}]}"#;
    let (world, problems) = load_story("open", story.as_bytes(), &ATLAS);
    let (_, passage) = world.passages.iter().next().unwrap();
    assert_eq!(passage.text, "x(country:PAK and all the rest");
    let column = story.lines().nth(1).unwrap().find("(country").unwrap() + 1;
    let places: Vec<_> = problems
        .iter()
        .map(|problem| (problem.line, problem.column))
        .collect();
    assert_eq!(places, [(2, column)], "{problems:?}");
}

#[test]
fn what_contradicts_itself_is_said_and_the_row_stays() {
    for (from, to, place, what) in [
        ("\"IND\"", "\"RUS\"", "\"RUS\"", "named twice"),
        ("1947,", "1997,", "1997", "after its end in 1991"),
        (
            "\"Serhetabat\"\n      ],",
            "\"Serhetabat\",\n\"Herat\", \"Kabul\"],",
            "\"Herat\"",
            "4 names for 2 points",
        ),
    ] {
        let text = std::str::from_utf8(content::BUNDLED.1).unwrap();
        let (world, problems) = with(from, to);
        assert_eq!(problems.len(), 1, "{problems:?}");
        assert!(problems[0].what.contains(what), "{problems:?}");
        assert_eq!(world.features.len(), STORY.0.features.len());
        let offset = text.find(from).unwrap() + to.find(place).unwrap();
        let changed = text.replacen(from, to, 1);
        let line = changed[..offset].matches('\n').count() + 1;
        assert_eq!(problems[0].line, line);
    }
}

#[test]
fn a_story_of_which_nothing_can_be_used_is_empty_and_one_of_features_alone_is_not() {
    assert!(load_story("none", b"[]", &ATLAS).0.is_empty());
    let (world, _) = with("\"passages\": [", "\"passage\": [");
    assert!(world.passages.is_empty() && !world.is_empty());
}
