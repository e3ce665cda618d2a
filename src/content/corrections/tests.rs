//! Corrections that are made again in a file that has changed or not.

use super::*;
use crate::content::load_story;
use crate::world::MentionKind;

const FILE: &str = r#"{"format": 1, "title": "T",
    "article": {"publisher": "", "title": "", "date": ""},
    "actors": [{"key": "team", "name": "Team", "about": ""}],
    "passages": [
        {"number": 1, "text": "In spring the envoy of [Georgia](country:GEO) met [Iran](country:IRN)."},
        {"number": 2, "text": "Later on nobody from Georgia came to the talks."}
    ]}"#;

fn atlas() -> Atlas {
    Atlas::load().unwrap()
}

fn story(atlas: &Atlas, text: &str) -> World {
    let (world, problems) = load_story("", text.as_bytes(), atlas);
    assert_eq!(problems, []);
    world
}

/// In the first paragraph Georgia is a bank, which is new, and Iran is nothing; in the second
/// Georgia is the team.
fn corrected(file: &World) -> World {
    let mut world = file.clone();
    let bank = Actor {
        key: "bank".to_owned(),
        name: "Bank".to_owned(),
        ..Actor::blank()
    };
    let (bank_id, team) = (Id::new(1), Id::new(0));
    let named = |passage: usize, actor: Id<Actor>| {
        let passage: Id<Passage> = Id::new(passage);
        let start = world.passages[passage].text.find("Georgia").unwrap();
        let mention = Mention::sure(start..start + 7, Subject::Actor(actor), MentionKind::Direct);
        (passage, vec![mention])
    };
    let mentions = vec![named(0, bank_id), named(1, team)];
    world.apply(StoryChange {
        mentions,
        actors: vec![(bank_id, bank)],
        ..StoryChange::default()
    });
    world
}

/// The story of a file with the corrections made again, and how many of these are lost.
fn restored(atlas: &Atlas, text: &str) -> (World, usize) {
    let file = story(atlas, FILE);
    let texts = correction_texts(&file, &corrected(&file), atlas).unwrap();
    let mut world = story(atlas, text);
    let read = read_corrections(&texts, &world, atlas).unwrap();
    world.apply(read.change);
    world.orphans = read.orphans;
    (world, read.lost)
}

fn links(world: &World, atlas: &Atlas) -> Vec<(u32, String, String)> {
    let passages = world.passages.iter();
    let links = passages.flat_map(|(_, passage)| {
        passage.mentions.iter().map(|it| {
            let words = passage.text[it.range.clone()].to_owned();
            (
                passage.number,
                words,
                world.key_of(atlas, it.subject).unwrap(),
            )
        })
    });
    links.collect()
}

#[test]
fn corrections_are_made_again_in_the_same_file() {
    let atlas = atlas();
    let file = story(&atlas, FILE);
    assert_eq!(correction_texts(&file, &file, &atlas), None);
    let (world, lost) = restored(&atlas, FILE);
    let expected = corrected(&file);
    assert_eq!((links(&world, &atlas), lost), (links(&expected, &atlas), 0));
    assert_eq!(world.actors.len(), 2);
}

#[test]
fn what_somebody_else_linked_meanwhile_stays_and_a_row_of_the_same_key_is_taken() {
    let atlas = atlas();
    let theirs = FILE
        .replace("In spring the envoy", "In spring the [envoy](actor:team)")
        .replace(
            "\"about\": \"\"}]",
            "\"about\": \"\"}, {\"key\": \"bank\", \"name\": \"Their bank\", \"about\": \"\"}]",
        );
    let (world, lost) = restored(&atlas, &theirs);
    let found = links(&world, &atlas);
    assert_eq!((found.len(), lost, world.actors.len()), (3, 0, 2));
    assert_eq!(found[0], (1, "envoy".to_owned(), "actor:team".to_owned()));
    assert_eq!(found[1], (1, "Georgia".to_owned(), "actor:bank".to_owned()));
}

#[test]
fn in_a_text_that_has_changed_they_go_with_their_words_or_are_lost() {
    let atlas = atlas();
    let moved = FILE
        .replace("\"number\": 1", "\"number\": 7")
        .replace("In spring the", "In the spring of that year the")
        .replace(
            "nobody from Georgia came",
            "nobody from Georgian towns came",
        );
    let (world, lost) = restored(&atlas, &moved);
    let found = links(&world, &atlas);
    assert_eq!(found, [(7, "Georgia".to_owned(), "actor:bank".to_owned())]);
    assert_eq!((lost, world.orphans.len()), (1, 1));
    assert_eq!(world.orphans[0].exact, "Georgia");
    assert_eq!(
        world.key_of(&atlas, world.orphans[0].subject).as_deref(),
        Some("actor:team")
    );
}

#[test]
fn of_two_mentions_of_the_same_words_the_one_that_was_not_corrected_stays() {
    let atlas = atlas();
    let text = FILE.replace("[Iran](country:IRN)", "[[Iran](country:IRN)](actor:team)");
    for corrected_one in ["country:IRN", "actor:team"] {
        let file = story(&atlas, &text);
        let mut now = file.clone();
        let mut mentions = now.passages[Id::new(0)].mentions.clone();
        let is_it =
            |it: &&mut Mention| file.key_of(&atlas, it.subject).as_deref() == Some(corrected_one);
        let corrected = mentions.iter_mut().find(is_it).unwrap();
        corrected.subject = file.subject_of(&atlas, "country:TUR").unwrap();
        now.apply(StoryChange {
            mentions: vec![(Id::new(0), mentions)],
            ..StoryChange::default()
        });
        let texts = correction_texts(&file, &now, &atlas).unwrap();
        let mut again = story(&atlas, &text);
        let read = read_corrections(&texts, &again, &atlas).unwrap();
        again.apply(read.change);
        assert_eq!(links(&again, &atlas), links(&now, &atlas));
        assert_eq!((links(&now, &atlas).len(), read.lost), (3, 0));
    }
}

#[test]
fn what_can_not_be_read_is_nothing() {
    let atlas = atlas();
    let texts = CorrectionTexts {
        after: "\u{0}".to_owned(),
        before: String::new(),
    };
    assert!(read_corrections(&texts, &story(&atlas, FILE), &atlas).is_none());
}

#[test]
fn a_kind_that_was_set_by_hand_is_a_correction_too() {
    let atlas = atlas();
    let file = story(&atlas, FILE);
    let mut now = file.clone();
    let mut mentions = now.passages[Id::<Passage>::new(0)].mentions.clone();
    mentions[1].kind = MentionKind::Historical;
    now.apply(StoryChange {
        mentions: vec![(Id::new(0), mentions.clone())],
        ..StoryChange::default()
    });
    let texts = correction_texts(&file, &now, &atlas).unwrap();
    let mut again = story(&atlas, FILE);
    let read = read_corrections(&texts, &again, &atlas).unwrap();
    again.apply(read.change);
    assert_eq!(again.passages[Id::<Passage>::new(0)].mentions, mentions);
    assert_eq!(read.lost, 0);
}
