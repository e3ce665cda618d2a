//! The bundled story under other texts.

use std::sync::LazyLock;

use super::*;
use crate::atlas::Atlas;
use crate::content::{bundled, load_story, story_json};
use crate::world::Subject;

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load().unwrap());
static WORLD: LazyLock<World> = LazyLock::new(|| bundled(&ATLAS).0);

fn own_paragraphs() -> Vec<String> {
    let passages = WORLD.passages.iter();
    passages.map(|(_, passage)| passage.text.clone()).collect()
}

/// Each mention's words and what they mean, of the whole text.
fn links(world: &World) -> Vec<(String, Subject)> {
    let passages = world.passages.iter();
    let links = passages.flat_map(|(_, passage)| {
        let mentions = passage.mentions.iter();
        mentions.map(|it| (passage.text[it.range.clone()].to_owned(), it.subject))
    });
    links.collect()
}

#[test]
fn the_same_text_again_changes_nothing() {
    let relinked = relink(&WORLD, &own_paragraphs());
    assert_eq!((relinked.lost, relinked.topics_gone.len()), (0, 0));
    let json = |world: &World| story_json(world, &ATLAS);
    assert_eq!(json(&relinked.world), json(&WORLD));
}

#[test]
fn paragraphs_turned_round_take_their_links_topics_and_scenes_along() {
    let mut paragraphs = own_paragraphs();
    paragraphs.reverse();
    paragraphs.insert(0, "A new one comes first.".to_owned());
    let relinked = relink(&WORLD, &paragraphs);
    assert_eq!(relinked.lost, 0);
    let sorted = |world| {
        let mut links = links(world);
        links.sort();
        links
    };
    assert_eq!(sorted(&relinked.world), sorted(&WORLD));
    let text_at = |world: &World, scene: usize| {
        let passage = world.scenes[scene].stage.passage?;
        Some(world.passages[passage].text.clone())
    };
    for scene in 0..WORLD.scenes.len() {
        assert_eq!(text_at(&relinked.world, scene), text_at(&WORLD, scene));
    }
    for (one, other) in relinked.world.topics.iter().zip(&WORLD.topics) {
        assert_eq!(one.title, other.title);
    }
    // It is a sound story, which reads as it was written.
    let text = story_json(&relinked.world, &ATLAS);
    let (again, problems) = load_story("", text.as_bytes(), &ATLAS);
    assert_eq!(problems, []);
    assert_eq!(story_json(&again, &ATLAS), text);
}

#[test]
fn a_paragraph_that_goes_leaves_its_links_on_the_list_and_its_topic_when_it_was_the_last() {
    let topic = &WORLD.topics[1];
    let mut paragraphs = own_paragraphs();
    for passage in &topic.passages {
        paragraphs[passage.index()].clear();
    }
    let relinked = relink(&WORLD, &paragraphs);
    assert_eq!(relinked.topics_gone, std::slice::from_ref(&topic.title));
    let count = topic
        .passages
        .iter()
        .map(|&id| WORLD.passages[id].mentions.len());
    assert_eq!(relinked.lost, count.sum::<usize>());
    assert_eq!(relinked.kept + relinked.lost, links(&WORLD).len());
    let lost = &relinked.world.orphans[0];
    let passage = &WORLD.passages[topic.passages[0]];
    assert_eq!(lost.passage_number, passage.number);
    let quote = format!("{}{}{}", lost.before, lost.exact, lost.after);
    assert!(passage.text.contains(&quote));
    // They are kept in the file.
    let text = story_json(&relinked.world, &ATLAS);
    let (again, problems) = load_story("", text.as_bytes(), &ATLAS);
    assert_eq!(
        (problems.len(), &again.orphans),
        (0, &relinked.world.orphans)
    );
}

#[test]
fn no_text_at_all_loses_every_link_and_no_more() {
    let relinked = relink(&WORLD, &[]);
    assert_eq!((relinked.kept, relinked.lost), (0, links(&WORLD).len()));
    assert!(relinked.world.passages.is_empty() && relinked.world.topics.is_empty());
}

#[test]
fn the_right_text_after_a_wrong_one_brings_every_link_back() {
    let wrong = relink(&WORLD, &["Of something else altogether.".to_owned()]);
    assert_eq!((wrong.kept, wrong.lost), (0, links(&WORLD).len()));
    let right = relink(&wrong.world, &own_paragraphs());
    assert_eq!((right.kept, right.lost), (links(&WORLD).len(), 0));
    assert_eq!(right.found_again, right.kept);
    assert_eq!(links(&right.world), links(&WORLD));
    assert_eq!(right.world.orphans, []);
}

#[test]
fn a_lost_link_does_not_come_back_to_words_that_mean_something_by_now() {
    let wrong = relink(&WORLD, &[]);
    let mut world = WORLD.clone();
    world.orphans.clone_from(&wrong.world.orphans);
    let again = relink(&world, &own_paragraphs());
    assert_eq!((again.kept, again.found_again), (links(&WORLD).len(), 0));
    assert_eq!(again.world.orphans, world.orphans);
}

#[test]
fn what_is_linked_in_a_new_paragraph_leaves_the_links_it_has_alone() {
    let wrong = relink(&WORLD, &[]);
    let mut right = relink(&wrong.world, &own_paragraphs());
    let new = right.new_passages();
    assert_eq!(new.len(), WORLD.passages.len());
    crate::content::link_passages(&mut right.world, &new, &ATLAS);
    let now = links(&right.world);
    assert!(links(&WORLD).iter().all(|link| now.contains(link)));
}
