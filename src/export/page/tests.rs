//! What a page holds, without a browser.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::*;
use crate::content::{bundled, load_story};

fn content<'a>(world: &'a World, atlas: &'a Atlas) -> PageContent<'a> {
    let scenes = world.scenes.iter().map(|scene| PageScene {
        title: scene.title.clone(),
        svg: "<svg></svg>".to_owned(),
        passages: scene.stage.passage.into_iter().collect(),
        notes: Some(scene.notes.clone()),
    });
    PageContent {
        world,
        atlas,
        is_bundled: true,
        worldview: Worldview::Neutral,
        map_svg: "<svg></svg>".to_owned(),
        overlays: world.opening_overlays.iter().copied().collect(),
        scenes: scenes.collect(),
        credits: vec!["Land after <someone>.".to_owned()],
    }
}

fn bundled_page() -> String {
    let atlas = Atlas::load().unwrap();
    let world = bundled(&atlas).0;
    page(&content(&world, &atlas))
}

/// What stands between two texts, each time.
fn between<'a>(text: &'a str, start: &'a str, end: &'a str) -> Vec<&'a str> {
    let parts = text.split(start).skip(1);
    parts
        .filter_map(|part| Some(part.split_once(end)?.0))
        .collect()
}

#[test]
fn every_link_within_the_page_leads_somewhere_and_no_place_is_there_twice() {
    let page = bundled_page();
    let mut ids = between(&page, " id=\"", "\"");
    let links = between(&page, " href=\"#", "\"");
    assert!(links.len() > 200, "{}", links.len());
    for link in links {
        assert!(ids.contains(&link), "{link}");
    }
    ids.sort_unstable();
    let twice = ids.windows(2).find(|pair| pair[0] == pair[1]);
    assert_eq!(twice, None);
}

#[test]
fn every_paragraph_every_scene_and_every_feature_is_there() {
    let atlas = Atlas::load().unwrap();
    let world = bundled(&atlas).0;
    let page = page(&content(&world, &atlas));
    for (_, passage) in world.passages.iter() {
        assert!(page.contains(&format!("id=\"p-{}\"", passage.number)));
    }
    for number in 1..=world.scenes.len() {
        assert!(page.contains(&format!("id=\"scene-{number}\"")));
    }
    for (_, feature) in world.features.iter() {
        let id = html::entry_id(&format!("feature:{}", feature.key));
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn the_policy_names_the_very_blocks_that_the_page_has_and_nothing_else_acts() {
    let page = bundled_page();
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"")[0];
    let blocks = [("<style>", "</style>"), ("<script>", "</script>")];
    let mut count = 0;
    for block in blocks
        .iter()
        .flat_map(|(start, end)| between(&page, start, end))
    {
        let hash = STANDARD.encode(Sha256::digest(block.as_bytes()));
        assert!(policy.contains(&format!("'sha256-{hash}'")), "{block}");
        count += 1;
    }
    assert_eq!((count, policy.matches("sha256").count()), (3, 3));
    for word in [
        " style=\"",
        " onclick",
        "@import",
        "url(",
        "//cdn",
        "<link rel=\"stylesheet",
    ] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn mentions_inside_a_mention_are_links_of_their_own_and_its_own_words_are_its_link() {
    let atlas = Atlas::load().unwrap();
    let told = r#""overlays": [{"key": "o", "name": "O", "about": "a", "style": "arms"}],
        "passages": [{"number": 1, "text":
          "So [[Pakistan](country:PAK) sided with [America](country:USA)](overlay:o)."}],
        "topics": [{"title": "T", "passages": [1]}]"#;
    let (world, problems) = story(told, &atlas);
    assert!(problems.is_empty(), "{problems:?}");
    let page = page(&content(&world, &atlas));
    let text = between(&page, "id=\"p-1\"", "</p>")[0];
    let bare: String = text
        .split('>')
        .filter_map(|part| part.split('<').next())
        .collect();
    assert!(bare.contains("So Pakistan sided with America."), "{bare}");
    let around = "<span class=\"mention o0 around l1\" data-subject=\"overlay:o\" \
                  data-overlay=\"o\"><a href=\"#about-country-PAK\"";
    assert!(text.contains(around), "{text}");
    let grip = "</a> <a class=\"grip\" href=\"#about-overlay-o\" title=\"O\">sided with</a> <a ";
    assert!(text.contains(grip), "{text}");
}

#[test]
fn whatever_a_story_says_comes_out_as_text() {
    let atlas = Atlas::load().unwrap();
    let told = r#""overlays": [{"key": "\"]}</style><b>", "name": "</script><img src=x onerror=alert(1)>",
          "about": "\" onmouseover=\"alert(1)", "style": "arms"}],
        "actors": [{"key": "a\"x", "name": "<svg onload=alert(1)>", "kind": "person", "about": "<b>"}],
        "passages": [{"number": 1, "text": "1 < 2 & [it</p><script>alert(1)</script>](actor:a\"x)."}],
        "topics": [{"title": "<h1>", "passages": [1]}]"#;
    let (world, _) = story(told, &atlas);
    assert_eq!((world.overlays.len(), world.passages.len()), (1, 1));
    let page = page(&content(&world, &atlas));
    for markup in [
        "<img",
        "<b>\"",
        "onload=alert(1)>",
        "<script>alert",
        "\" onmouseover",
        "<h1>\n",
    ] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert_eq!(page.matches("<script").count(), 2);
    assert_eq!(page.matches("</style").count(), 1);
    assert!(page.contains("1 &lt; 2 &amp; "));
}

fn story(parts: &str, atlas: &Atlas) -> (World, Vec<crate::content::Problem>) {
    let head = r#"{"format": 1, "title": "t",
        "article": {"publisher": "p", "title": "t", "date": "d"},"#;
    load_story("h.story.json", format!("{head}{parts}}}").as_bytes(), atlas)
}
