//! The bundled story: whole, linked, described by its schema.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod harness;

use std::sync::LazyLock;

use harness::say;
use passage::atlas::Atlas;
use passage::content::{self, Problem, RawStory, bundled, coverage};
use passage::world::{Basis, Geometry, MentionKind, Subject, World};

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
fn what_is_from_outside_the_article_and_every_drawn_way_names_its_source() {
    for (_, feature) in STORY.0.features.iter() {
        let is_drawn_way = matches!(feature.geometry, Geometry::Lines(_));
        if feature.basis == Basis::Outside || is_drawn_way {
            assert!(feature.source.is_some(), "{}", feature.key);
        }
        let adds = feature.about.contains("Not in the article");
        let names_ends_only = feature.basis == Basis::Stated && is_drawn_way;
        assert!(
            !names_ends_only,
            "{}: the article draws no way",
            feature.key
        );
        assert!(!adds || feature.basis != Basis::Outside, "{}", feature.key);
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

#[test]
fn the_readers_own_copy_is_recognised_paragraph_by_paragraph() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/article/original.txt"
    );
    let Ok(text) = std::fs::read_to_string(path) else {
        say(&format!("SKIPPED: no copy of the article at {path}"));
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
