//! A small story with the fingerprints of an invented article.

use std::sync::LazyLock;

use passage::atlas::Atlas;
use passage::content::{ArticleText, fingerprint, load_story};
use passage::original::{Overlaid, lay_over};
use passage::world::World;

pub(crate) static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());

pub(crate) const HEADLINE: &str = "Madrid and Lisbon \u{2013} a line across the hills?";
pub(crate) const CREDITS: &str = "Written by nobody at all; edited by nobody else";

/// The paragraphs of the invented article.
pub(crate) const PARAGRAPHS: [&str; 4] = [
    "MADRID (Wire) - Portuguese envoy Ana Costa -- the first in ten years -- came to Madrid on \
     Monday for talks about a gas pipeline from Spain to Portugal. She said: \"It's a start.\"",
    "Costa told officials that co-operation was well under way. France backed Spain\u{2019}s \
     bid, and Morocco, a rival of old, had not.",
    "The first office to sign would be the city's. Heroin was not on the agenda.",
    "The Hill League, an armed group of the Northern Hills, wants no part in it.",
];

/// How the story tells them.
const TOLD: [&str; 4] = [
    "[Portugal](country:PRT)'s envoy, [Ana Costa](actor:costa), went to [Madrid](place:madrid) about \
     a [pipeline from [Spain](country:ESP) to [Portugal](country:PRT)](feature:line described).",
    "[[France](country:FRA) is for what [Spain](country:ESP) wants](feature:backing described), \
     [Morocco](country:MAR) is not.",
    "Who signs first is known; drugs are no subject of [Spain](country:ESP)'s.",
    "The [Hill League](actor:league) of the [northern hills](place:hills) stays away from \
     [it](feature:line described).",
];

/// The story, as a file has it.
pub(crate) fn story_text() -> String {
    let passages: Vec<String> = TOLD
        .iter()
        .zip(PARAGRAPHS)
        .zip(1..)
        .map(|((told, original), number)| {
            let (told, print) = (told.replace('"', "\\\""), fingerprint(original));
            format!(r#"{{"number": {number}, "fingerprint": "{print}", "text": "{told}"}}"#)
        })
        .collect();
    let lines = [HEADLINE, CREDITS].map(|line| format!("\"{}\"", fingerprint(line)));
    let rest = r#"
 "overlays": [
  {"key": "pipelines", "name": "Pipelines", "about": "a", "style": "pipelines"},
  {"key": "alliances", "name": "Alliances", "about": "a", "style": "alliances"},
  {"key": "drug-routes", "name": "Drug routes", "about": "a", "style": "drug-routes"}],
 "focus": [{"country": "ESP", "part": "p"}, {"country": "PRT", "part": "p"}],
 "actors": [
  {"key": "costa", "name": "Ana Costa", "is_person": true, "about": "a"},
  {"key": "league", "name": "Hill League", "about": "a", "at": [-5, 43]}],
 "places": [
  {"key": "madrid", "name": "Madrid", "about": "a", "at": [-3.7, 40.4], "country": "ESP"},
  {"key": "hills", "name": "Northern Hills", "about": "a", "at": [-5, 43]}],
 "features": [
  {"key": "line", "name": "Gas line over the hills", "short_name": "Gas line",
   "overlay": "pipelines", "kind": "pipeline", "from": ["country:ESP"], "to": ["country:PRT"],
   "period": {"text": "now"}, "basis": "stated", "status": "proposed", "confidence": "high",
   "about": "a"},
  {"key": "backing", "name": "France for Spain", "short_name": "For Spain",
   "overlay": "alliances", "kind": "backed", "from": ["country:FRA"], "to": ["country:ESP"],
   "period": {"text": "now"}, "basis": "stated", "status": "in-force", "confidence": "high",
   "about": "a"}],
 "scenes": [{"title": "One", "stage": {"overlays": ["pipelines"], "passage": 1}, "notes": "n"}],
 "topics": [{"title": "The visit", "is_ours": true, "passages": [1, 2]},
  {"title": "The rest", "is_ours": true, "passages": [3, 4]}]"#;
    format!(
        r#"{{"format": 1, "title": "A line",
 "article": {{"publisher": "Wire", "title": "On a line", "date": "3 May 2011",
  "note": "Told in the test's own words.", "credits": "Nobody", "lines": [{}]}},
 "passages": [{}],{rest}}}"#,
        lines.join(", "),
        passages.join(",\n  ")
    )
}

pub(crate) fn story() -> World {
    let (world, problems) = load_story("made.story.json", story_text().as_bytes(), &ATLAS);
    assert_eq!(problems, &[]);
    world
}

/// A copy as a text file of lines has it.
pub(crate) fn copy_of(text: &str) -> ArticleText {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    ArticleText {
        paragraphs: lines.map(str::to_owned).collect(),
        ..ArticleText::default()
    }
}

pub(crate) fn laid_over(text: &str) -> Overlaid {
    lay_over(&story(), &ATLAS, "copy.txt", &copy_of(text))
}

/// The whole article, one paragraph a line.
pub(crate) fn whole() -> String {
    [&[HEADLINE][..], &PARAGRAPHS, &[CREDITS]]
        .concat()
        .join("\n")
}

/// Broken after so many letters at the most, as a mail program does it.
pub(crate) fn wrapped(text: &str, most: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.len() + word.len() >= most {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
        lines.push(String::new());
    }
    lines.join("\n")
}
