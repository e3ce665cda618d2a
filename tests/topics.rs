//! Every passage of a story is shown, once, whatever its topics say.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::LazyLock;

use passage::atlas::Atlas;
use passage::content::{Problem, load_story};
use passage::world::World;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

/// A story of passages 1 to that, and more parts.
fn of_passages(last: u32, parts: &str) -> (World, Vec<Problem>) {
    let rows: Vec<String> = (1..=last)
        .map(|number| format!("\n{{\"number\": {number}, \"text\": \"t\"}}"))
        .collect();
    let article = r#"{"publisher":"p","title":"t","date":"d"}"#;
    let rows = rows.join(",");
    let text = format!(
        "{{\"format\":1,\"title\":\"t\",\"article\":{article},\"passages\":[{rows}]{parts}}}"
    );
    load_story("p.story.json", text.as_bytes(), &ATLAS)
}

/// The topics as a reader is shown them: titles, and numbers of passages.
fn topics(world: &World) -> Vec<(&str, Vec<u32>)> {
    let numbers = |topic: &passage::world::Topic| {
        let ids = topic.passages.iter();
        let found = ids.filter_map(|&id| world.passages.get(id));
        found.map(|passage| passage.number).collect()
    };
    let topics = world.topics.iter();
    topics
        .map(|topic| (topic.title.as_str(), numbers(topic)))
        .collect()
}

#[test]
fn a_story_without_topics_shows_all_its_passages_under_a_nameless_one() {
    for parts in ["", ", \"topics\": []"] {
        let (world, problems) = of_passages(3, parts);
        assert_eq!(problems, []);
        assert_eq!(topics(&world), [("", vec![1, 2, 3])]);
        assert!(!world.topics[0].is_ours);
    }
    assert!(of_passages(0, "").0.topics.is_empty());
}

#[test]
fn a_passage_under_no_topic_is_said_at_its_row_and_comes_last() {
    let (world, problems) = of_passages(
        4,
        r#", "topics": [{"title": "A", "passages": [4]}, {"title": "B", "passages": [2]}]"#,
    );
    assert_eq!(
        topics(&world),
        [("A", vec![4]), ("B", vec![2]), ("", vec![1, 3])]
    );
    let lines: Vec<usize> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [2, 4], "{problems:?}");
    assert!(problems[0].what.contains("under no topic"), "{problems:?}");
}

#[test]
fn a_passage_listed_twice_is_said_and_shown_once() {
    let (world, problems) = of_passages(
        2,
        r#", "topics": [{"title": "A", "passages": [1, 1]}, {"title": "B", "passages": [2, 1]}]"#,
    );
    assert_eq!(topics(&world), [("A", vec![1]), ("B", vec![2])]);
    assert_eq!(problems.len(), 2, "{problems:?}");
    let is_said = |problem: &Problem| problem.what == "passage 1 is listed twice";
    assert!(problems.iter().all(is_said), "{problems:?}");
}
