//! Handouts as their readers find them.

mod reading;
mod sample;

use krilla::SerializeSettings;

use self::reading::{Seen, seen};
use self::sample::{bundled, map, page, passage};
use super::*;

/// A handout whose bytes can be looked into.
fn plain(handout: &Handout, choice: HandoutChoice) -> Seen {
    let settings = SerializeSettings {
        compress_content_streams: false,
        ..SerializeSettings::default()
    };
    seen(&written(handout, choice, settings).unwrap())
}

/// All lines of words but those of maps, in the order they are drawn.
fn lines(handout: &Handout, choice: HandoutChoice) -> Vec<String> {
    let plan = plan::planned(handout, choice, &mut Faces::new());
    let items = plan.leaves.into_iter().flat_map(|leaf| leaf.items);
    let words = items.filter_map(|item| match (item.block, item.shape) {
        (Some(_), plan::Shape::Words(words)) => Some(words.text),
        _ => None,
    });
    words.collect()
}

fn says(handout: &Handout, choice: HandoutChoice, line: &str) -> bool {
    lines(handout, choice)
        .iter()
        .any(|other| other.contains(line))
}

fn small() -> Handout {
    Handout {
        title: "The Great Game".to_owned(),
        subtitle: "A publisher, 2011".to_owned(),
        language: "en".to_owned(),
        pages: vec![
            page("First scene"),
            page("Second scene"),
            page("Third scene"),
        ],
        notes: vec!["Borders as they are drawn by default.".to_owned()],
        credits: vec!["Natural Earth".to_owned()],
    }
}

#[test]
fn every_scene_has_a_page_between_the_contents_and_the_credits() {
    let seen = plain(&small(), HandoutChoice::default());
    assert_eq!(seen.pages, 5);
    for title in ["First scene", "Second scene", "Third scene"] {
        // In the contents and over its own page.
        let all = lines(&small(), HandoutChoice::default());
        let times = all.iter().filter(|line| line.contains(title));
        assert!(times.count() >= 2, "{title}");
    }
}

#[test]
fn every_page_tells_its_number_and_the_contents_where_scenes_are() {
    let mut handout = small();
    let text = "word ".repeat(4000);
    handout.pages[0].passages = vec![passage(7, &text)];
    let plan = plan::planned(&handout, HandoutChoice::default(), &mut Faces::new());
    let count = plan.leaves.len();
    assert!(count > 6, "{count}");
    for (number, leaf) in (1..).zip(&plan.leaves) {
        let told = format!("{number} of {count}");
        let is_it = |item: &plan::Item<'_>| match &item.shape {
            plan::Shape::Words(words) => words.text == told,
            _ => false,
        };
        assert!(leaf.items.iter().any(is_it), "{told}");
    }
    let page_of = |spot| plan.spots.get(&spot).map(|(leaf, _)| leaf + 1);
    assert_eq!(page_of(plan::Spot::Scene(0)), Some(2));
    assert_eq!(page_of(plan::Spot::Scene(1)), Some(count - 2));
    assert_eq!(page_of(plan::Spot::Credits), Some(count));
}

#[test]
fn bookmarks_lead_to_every_scene() {
    let mut handout = small();
    handout.pages[1].title = "Trübe Aussichten".to_owned();
    let seen = plain(&handout, HandoutChoice::default());
    for title in ["First scene", "Trübe Aussichten", "Third scene"] {
        assert!(seen.bookmarks.iter().any(|other| other == title), "{title}");
    }
    assert_eq!(seen.bookmarks.len(), 4, "{:?}", seen.bookmarks);
}

#[test]
fn contents_lead_to_pages_discs_to_passages_and_passages_back_to_the_map() {
    let mut handout = small();
    let links = plain(&handout, HandoutChoice::default()).links;
    // Three scenes and the credits in the contents; on each page the disc on the map, the one in
    // the list, the number of the paragraph in the list and the one of the passage itself.
    assert_eq!(links, 4 + 3 * 4);
    // There is nothing to lead to where the passage is not on the page.
    handout.pages[0].passages.clear();
    let links = plain(&handout, HandoutChoice::default()).links;
    assert_eq!(links, 4 + 2 * 4 + 1);
}

#[test]
fn every_font_is_in_the_file() {
    let seen = plain(&small(), HandoutChoice::default());
    assert!(seen.fonts >= 4, "{}", seen.fonts);
    assert_eq!(seen.fonts, seen.font_files);
}

#[test]
fn title_language_and_no_date_are_told_about_the_file() {
    let seen = plain(&small(), HandoutChoice::default());
    assert!(seen.has("/Title(The Great Game)") && seen.has("/Lang(en)"));
    assert!(!seen.has("CreationDate") && !seen.has("CreateDate") && !seen.has("ModDate"));
}

#[test]
fn the_same_handout_is_the_same_bytes() {
    let handout = bundled();
    let choice = HandoutChoice::default();
    assert!(pdf(&handout, choice) == pdf(&handout, choice));
    let other = Handout {
        title: "Another".to_owned(),
        ..handout.clone()
    };
    assert!(pdf(&handout, choice) != pdf(&other, choice));
}

#[test]
fn long_passages_go_on_on_further_pages_and_no_word_is_lost() {
    let mut handout = small();
    let text: Vec<String> = (0..4000).map(|number| format!("word{number}")).collect();
    handout.pages[1].passages = vec![passage(7, &text.join(" "))];
    let seen = plain(&handout, HandoutChoice::default());
    assert!(seen.pages > 6, "{}", seen.pages);
    let all = lines(&handout, HandoutChoice::default());
    assert!(all.concat().contains(&text.join(" ")));
    // Every line is drawn.
    assert!(seen.shown >= all.len(), "{} of {}", seen.shown, all.len());
}

#[test]
fn all_passages_of_the_bundled_story_can_be_read_in_every_paper() {
    let handout = bundled();
    for paper in [Paper::A4, Paper::Letter, Paper::Wide] {
        let has_notes = true;
        let choice = HandoutChoice { paper, has_notes };
        let all = lines(&handout, choice);
        let text = all.concat();
        assert!(plain(&handout, choice).shown >= all.len());
        for page in &handout.pages {
            for passage in &page.passages {
                assert!(text.contains(passage.text.trim()), "{}", passage.text);
            }
        }
    }
}

#[test]
fn notes_are_in_it_on_demand() {
    let mut handout = small();
    handout.pages[0].notes = Some("Remember the water.".to_owned());
    for has_notes in [false, true] {
        let paper = Paper::Wide;
        let choice = HandoutChoice { paper, has_notes };
        assert_eq!(says(&handout, choice, "Remember the water."), has_notes);
    }
}

#[test]
fn worldview_and_sources_are_on_the_last_page() {
    let choice = HandoutChoice::default();
    assert!(says(
        &small(),
        choice,
        "Borders as they are drawn by default."
    ));
    assert!(says(&small(), choice, "Natural Earth"));
}

#[test]
fn words_of_a_map_stay_words_and_are_read_once() {
    let seen = plain(&small(), HandoutChoice::default());
    let times = seen
        .spaced
        .iter()
        .filter(|words| *words == "PAKISTAN")
        .count();
    assert_eq!(times, small().pages.len(), "{:?}", seen.spaced);
    assert!(seen.has("A map of six countries"));
}

#[test]
fn no_text_and_no_number_makes_it_panic() {
    let long = "x".repeat(30_000);
    let hostile = [
        "",
        " \n\t ",
        "\u{0}\u{1}\u{7f}\u{85}",
        "שלום עולם and العربية 123",
        "👩\u{200d}👩\u{200d}👧 🏳\u{fe0f}\u{200d}🌈 \u{1f1e6}\u{1f1eb}",
        "\u{202e}reversed\u{feff}\u{fffe}\u{ffff}\u{10ffff}\u{e000}",
        "e\u{301}\u{301}\u{301}\u{301} \u{301}",
        "漢字仮名交じり文、長い段落。",
        "(\\) <<>> endstream endobj",
        &long,
    ];
    for text in hostile {
        let mut page = page(text);
        page.passages = vec![passage(0, text), passage(usize::MAX, text)];
        page.notes = Some(text.to_owned());
        for at in [Pos2::ZERO, Pos2::new(f32::NAN, f32::INFINITY)] {
            page.callouts.push(Callout {
                at,
                name: text.to_owned(),
                passages: vec![0, 0, 99],
            });
        }
        page.map = map(text);
        let handout = Handout {
            title: text.to_owned(),
            subtitle: text.to_owned(),
            language: text.to_owned(),
            pages: vec![page],
            notes: vec![text.to_owned()],
            credits: vec![text.to_owned()],
        };
        let choice = HandoutChoice {
            paper: Paper::Letter,
            has_notes: true,
        };
        let start: String = text.chars().take(20).collect();
        assert!(pdf(&handout, choice).is_ok(), "{start:?}");
    }
}

#[test]
fn maps_that_are_no_maps_make_it_neither_panic_nor_fail() {
    let mut handout = small();
    handout.pages[0].map.size = Vec2::ZERO;
    handout.pages[1].map.size = Vec2::new(f32::NAN, 1e30);
    handout.pages[2].legend = Some(handout.pages[0].map.clone());
    assert!(pdf(&handout, HandoutChoice::default()).is_ok());
    handout.pages.clear();
    assert!(pdf(&handout, HandoutChoice::default()).is_ok());
}

#[test]
fn a_picture_that_can_not_be_read_is_told() {
    use crate::picture::{DrawingGroup, ImageMark, Mark};
    let mut handout = small();
    let image = ImageMark {
        rect: egui::Rect::from_min_size(Pos2::ZERO, Vec2::splat(50.0)),
        png: b"no picture".as_slice().into(),
    };
    let group = DrawingGroup {
        marks: vec![Mark::Image(image)],
        ..DrawingGroup::default()
    };
    handout.pages[0].map.layers[0].groups.push(group);
    let fault = pdf(&handout, HandoutChoice::default());
    assert!(matches!(fault, Err(HandoutFault::Picture(_))), "{fault:?}");
}

/// To be looked at: `cargo test --lib handout -- --ignored`.
#[test]
#[ignore = "writes a file to look at"]
fn a_sample_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tmp");
    std::fs::create_dir_all(&folder).unwrap();
    for (paper, name) in [(Paper::A4, "a4"), (Paper::Wide, "wide")] {
        let has_notes = paper == Paper::Wide;
        let bytes = pdf(&bundled(), HandoutChoice { paper, has_notes }).unwrap();
        std::fs::write(folder.join(format!("handout-{name}.pdf")), bytes).unwrap();
    }
}
