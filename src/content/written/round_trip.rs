//! That a story that was written is read as the same one.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest,
};
use proptest::sample::select;

use super::{Members, story_json};
use crate::atlas::Atlas;
use crate::content::letters::is_hidden_in_lines;
use crate::content::{BUNDLED, load_story};
use crate::world::{Mention, MentionKind, Passage, Reading, Subject, Table, World};

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());
static BUNDLED_WORLD: LazyLock<World> = LazyLock::new(|| load_story("", BUNDLED.1, &ATLAS).0);

/// A story written and read again; nothing of it may be a problem.
fn read_again(world: &World) -> World {
    let text = story_json(world, &ATLAS);
    let (again, problems) = load_story("", text.as_bytes(), &ATLAS);
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    again
}

/// All there is to a story, said in full.
fn all_of(world: &World) -> Vec<String> {
    format!("{world:#?}").lines().map(str::to_owned).collect()
}

/// Says where two stories first differ.
fn assert_same(one: &World, other: &World) {
    let (one, other) = (all_of(one), all_of(other));
    let differs = one.iter().zip(&other).position(|(one, other)| one != other);
    assert!(differs.is_none() && one.len() == other.len(), "{:?}", {
        let at = differs.unwrap_or_default();
        (
            &one[at.saturating_sub(9)..one.len().min(at + 3)],
            &other[at],
        )
    });
}

#[test]
fn the_bundled_story_written_and_read_again_is_the_same_in_everything() {
    let again = read_again(&BUNDLED_WORLD);
    assert_same(&again, &BUNDLED_WORLD);
    // And a second writing adds nothing.
    assert_eq!(
        story_json(&again, &ATLAS),
        story_json(&BUNDLED_WORLD, &ATLAS)
    );
}

#[test]
fn a_story_is_laid_out_as_people_write_one() {
    let text = story_json(&BUNDLED_WORLD, &ATLAS);
    assert!(text.starts_with("{\n  \"format\": 1,\n  \"title\": "));
    assert!(text.ends_with("\n}\n"));
    assert!(text.contains("\n    \"frame\": [46.5, 7.5, 95, 48]\n"));
    assert!(text.contains("\n          [70.6403, 30.0459],\n"));
}

#[test]
fn an_empty_story_and_one_without_headings_come_back() {
    let empty = World::default();
    assert_same(&read_again(&empty), &empty);
    let bare = r#"{"format": 1, "title": "T", "article": {"publisher": "", "title": "", "date": ""},
        "passages": [{"number": 7, "text": "One"}, {"number": 3, "text": "Two"}]}"#;
    let (bare, problems) = load_story("", bare.as_bytes(), &ATLAS);
    assert_eq!(problems, []);
    assert_same(&read_again(&bare), &bare);
    assert!(!story_json(&bare, &ATLAS).contains("topics"));
    // Beside other headings the one without words is written down.
    let mut both = bare.clone();
    let rest = both.topics[0].clone();
    both.topics = vec![rest.clone(), rest];
    both.topics[0].passages.truncate(1);
    both.topics[0].title = "First".to_owned();
    both.topics[1].passages.remove(0);
    assert_same(&read_again(&both), &both);
}

#[test]
fn shapes_over_the_edge_of_the_map_and_of_every_kind_come_back() {
    let row = |key: &str, geometry: &str| {
        format!(
            r#"{{"key": "{key}", "name": "N", "short_name": "n", "overlay": "o", "kind": "interest",
            "geometry": {geometry}, "waypoints": ["a", "", "c"], "period": {{"text": "", "to": 1}},
            "basis": "stated", "status": "ended", "confidence": "low", "about": "x\ty"}}"#
        )
    };
    let rows = [
        r#"{"type": "LineString", "coordinates": [[131, 43], [-122, 47], [-100.5, 0]]}"#,
        r#"{"type": "LineString", "coordinates": [[-160, 43], [170, 47], [150, 0]]}"#,
        r#"{"type": "MultiLineString", "coordinates": [[[1, 2], [3, 4]], [[191, 2], [180, 4]]]}"#,
        r#"{"type": "MultiPoint", "coordinates": [[1, 2], [-0.0, 4], [200, 5]]}"#,
    ];
    let rows = rows.iter().enumerate();
    let rows: Vec<String> = rows.map(|(at, it)| row(&at.to_string(), it)).collect();
    let area = r#"{"type": "Polygon", "coordinates": [[[160, 0], [-150, 0], [-150, 30], [160, 30]],
        [[185, 5], [195, 5], [195, 9]]]}"#;
    let area = row("area", area).replace(r#""a", "", "c""#, "");
    let text = format!(
        r#"{{"format": 1, "title": "T", "article": {{"publisher": "", "title": "", "date": ""}},
        "overlays": [{{"key": "o", "name": "O", "about": "", "style": "drug-routes"}}],
        "features": [{}, {area}]}}"#,
        rows.join(",")
    );
    let (world, problems) = load_story("", text.as_bytes(), &ATLAS);
    assert_eq!(problems, []);
    assert_same(&read_again(&world), &world);
}

#[test]
fn words_that_look_like_json_or_hide_letters_do_no_harm() {
    let object = Members::default().name("a", "\"}\u{202e}\n,").object();
    assert_eq!(object, r#"{"a":"\"},"}"#);
    let mut world = BUNDLED_WORLD.clone();
    world.title = "\u{200b}T\u{7}".to_owned();
    assert_eq!(read_again(&world).title, "T");
}

/// A mention of the letters from `start`, so many of them.
#[derive(Clone, Debug)]
struct Drawn {
    start: usize,
    length: usize,
    subject: Subject,
    kind: MentionKind,
    confidence_percent: u8,
    others: Vec<Reading>,
}

fn subjects() -> Vec<Subject> {
    let world = &*BUNDLED_WORLD;
    let countries = world.focus.iter();
    let countries = countries.map(|focus| Subject::Country(focus.country));
    let actors = world.actors.ids().map(Subject::Actor);
    let features = world.features.ids().map(Subject::Feature);
    let overlays = world.overlays.ids().map(Subject::Overlay);
    countries
        .chain(actors)
        .chain(features)
        .chain(overlays)
        .collect()
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let kinds = vec![
        MentionKind::Direct,
        MentionKind::Demonym,
        MentionKind::Metonym,
        MentionKind::Historical,
        MentionKind::PartOfName,
        MentionKind::Described,
    ];
    let other = select(subjects()).prop_map(Reading::Subject);
    let other = prop_oneof![1 => Just(Reading::NoPlace), 2 => other];
    let words = (any::<usize>(), 0..12_usize);
    let percent = prop_oneof![Just(100), 0..=100_u8];
    let said = (select(subjects()), select(kinds), percent, vec(other, 0..3));
    (words, said).prop_map(|((start, length), said)| {
        let (subject, kind, confidence_percent, others) = said;
        Drawn {
            start,
            length,
            subject,
            kind,
            confidence_percent,
            others,
        }
    })
}

/// Those of the mentions that a text can have: of visible words, and none across another.
fn fitting(text: &str, drawn: Vec<Drawn>) -> Vec<Mention> {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let mut mentions: Vec<Mention> = Vec::new();
    for it in drawn {
        let start = it.start % (places.len() + 1);
        let end = (start + it.length).min(places.len());
        let byte = |at: usize| places.get(at).copied().unwrap_or(text.len());
        let range = byte(start)..byte(end);
        let crosses = |other: &Mention| {
            let (one, other) = (&range, &other.range);
            let apart = one.end <= other.start || other.end <= one.start;
            let inside = one.start >= other.start && one.end <= other.end;
            let around = one.start <= other.start && one.end >= other.end;
            !apart && !inside && !around || one == other
        };
        let depth = |at: usize| mentions.iter().filter(|it| it.range.contains(&at)).count();
        let is_deep = range.clone().any(|at| depth(at) >= 4);
        if range.is_empty() || is_deep || mentions.iter().any(crosses) {
            continue;
        }
        mentions.push(Mention {
            range,
            subject: it.subject,
            kind: it.kind,
            confidence_percent: it.confidence_percent,
            others: it.others,
        });
    }
    mentions.sort_by_key(|it| (it.range.start, std::cmp::Reverse(it.range.end)));
    mentions
}

/// Letters that mean something in markup, among others.
fn text() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        select(vec!['[', ']', '(', ')', '\\', '|', '~', '\n', '\t', '"']),
        select(vec!['a', ' ', 'é', '漢', '\u{200d}', '\u{301}']),
        any::<char>(),
    ];
    vec(letter, 0..40).prop_map(|letters| letters.into_iter().collect())
}

/// The bundled story with these passages only.
fn with_passages(texts: Vec<(String, Vec<Mention>)>) -> World {
    let mut world = BUNDLED_WORLD.clone();
    world.scenes.clear();
    world.topics.clear();
    world.passages = Table::default();
    for (number, (text, mentions)) in (1..).zip(texts) {
        world.passages.push(Passage {
            number,
            text,
            mentions,
            fingerprint: String::new(),
            touches: Vec::new(),
            is_verbatim: false,
        });
    }
    world
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_with_any_mentions_comes_back(texts in vec((text(), vec(drawn(), 0..8)), 0..4)) {
        let texts = texts.into_iter().map(|(text, drawn)| {
            let text: String = text.chars().filter(|&it| !is_hidden_in_lines(it)).collect();
            let mentions = fitting(&text, drawn);
            (text, mentions)
        });
        let world = with_passages(texts.collect());
        let again = read_again(&world);
        prop_assert_eq!(
            format!("{:#?}", again.passages),
            format!("{:#?}", world.passages)
        );
    }

    #[test]
    fn mentions_that_no_markup_can_say_and_hidden_letters_cost_themselves_only(
        text in text(),
        drawn in vec(drawn(), 0..12),
    ) {
        let shown: String = text.chars().filter(|&it| !is_hidden_in_lines(it)).collect();
        // Crossing, empty, on no boundary of a letter and beyond the end.
        let mentions = drawn.into_iter().map(|it| {
            let start = it.start % (text.len() + 3);
            Mention::sure(start..start + it.length, it.subject, it.kind)
        });
        let world = with_passages(vec![(text.clone(), mentions.collect())]);
        let again = read_again(&world);
        let (_, passage) = again.passages.iter().next().unwrap();
        prop_assert_eq!(&passage.text, &shown);
    }
}
