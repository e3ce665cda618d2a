//! The article of the bundled story, where a copy of it is there. No word of it stands here.

use passage::content::{ArticleText, bundled};
use passage::original::{Overlaid, is_copy_of, lay_over};
use passage::world::{Subject, World};

use crate::harness::say;
use crate::linked::{assert_every_link_is_kept, assert_sound};
use crate::made::{ATLAS, copy_of, wrapped};

/// The copy, if there is one.
fn copy() -> Option<String> {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/article/original.txt"
    );
    let text = std::fs::read_to_string(path);
    if text.is_err() {
        say(&format!("SKIPPED: no copy of the article at {path}"));
    }
    text.ok()
}

fn over(world: &World, copy: &ArticleText) -> Overlaid {
    lay_over(world, &ATLAS, "original.txt", copy)
}

#[test]
fn all_sixteen_paragraphs_the_headline_and_the_credits_are_recognised_however_the_copy_is_made() {
    let Some(text) = copy() else { return };
    let world = bundled(&ATLAS).0;
    for text in [
        text.clone(),
        text.replace('\u{2019}', "'"),
        text.replace("--", "\u{2014}").replace(' ', "\u{a0}"),
        wrapped(&text, 72),
        wrapped(&text, 40),
    ] {
        let copy = copy_of(&text);
        let over = over(&world, &copy);
        assert_eq!((over.recognised, over.known), (16, 16));
        let copied = over.world.copy.as_ref().unwrap();
        assert_eq!((copied.headline.len(), copied.credits.len()), (1, 1));
        assert_eq!(copied.strangers, &[]);
        assert!(is_copy_of(&world, &copy));
    }
}

#[test]
fn every_feature_and_country_keeps_the_passages_it_has_in_our_words() {
    let Some(text) = copy() else { return };
    let world = bundled(&ATLAS).0;
    let over = over(&world, &copy_of(&text));
    assert_every_link_is_kept(&world, &over.world);
    assert_sound(&world, &over.world);
}

#[test]
fn nearly_every_feature_and_every_country_has_words_to_click() {
    let Some(text) = copy() else { return };
    let world = bundled(&ATLAS).0;
    let over = over(&world, &copy_of(&text));
    let touched = |is_it: fn(&Subject) -> bool| -> Vec<String> {
        let passages = over.world.passages.iter();
        passages
            .flat_map(|(_, passage)| passage.touches.iter().map(move |it| (passage.number, it)))
            .filter(|(_, subject)| is_it(subject))
            .map(|(number, subject)| format!("{number}: {:?}", world.key_of(&ATLAS, *subject)))
            .collect()
    };
    let features = touched(|subject| matches!(subject, Subject::Feature(_)));
    assert!(features.len() <= 2, "{features:?}");
    let others = touched(|subject| !matches!(subject, Subject::Feature(_)));
    assert_eq!(others, Vec::<String>::new());
}

#[test]
fn the_bundled_story_has_the_fingerprints_of_headline_and_credits() {
    assert_eq!(bundled(&ATLAS).0.article.lines.len(), 2);
}
