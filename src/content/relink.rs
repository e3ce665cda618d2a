//! Another version of an article's text under the story that was made from it.
//!
//! In: the story and the new paragraphs. Out: where words stand in these (see `anchoring`), and how a
//! text is read (see `article`).

use std::cmp::Reverse;
use std::ops::Range;

use super::anchoring::{Anchoring, Placed, Quote};
use super::letters::{is_hidden_in_lines, strip};
use crate::world::{Id, Mention, Orphan, Passage, Scene, Table, Topic, World};

/// A story with another text.
pub struct Relinked {
    pub world: World,
    /// How many mentions stand in it, and how many of the old text do not any more: those are the
    /// last of [`World::orphans`].
    pub kept: usize,
    pub lost: usize,
    /// By old passage: the new one that it is.
    homes: Vec<Option<usize>>,
    /// Headings of whose passages none is left.
    pub topics_gone: Vec<String>,
}

impl Relinked {
    /// Passages that no old one has become.
    pub fn new_passages(&self) -> Vec<Id<Passage>> {
        let ids = self.world.passages.ids();
        ids.filter(|id| !self.homes.contains(&Some(id.index())))
            .collect()
    }

    /// The new passage that an old one is now, if it is there.
    pub fn home(&self, old: Id<Passage>) -> Option<Id<Passage>> {
        self.homes.get(old.index()).copied().flatten().map(Id::new)
    }

    /// Scenes of the old text, reading their passages of the new one.
    pub fn scenes_of(&self, old: &[Scene]) -> Vec<Scene> {
        let mut scenes = old.to_vec();
        for scene in &mut scenes {
            scene.stage.passage = scene.stage.passage.and_then(|id| self.home(id));
        }
        scenes
    }
}

/// Puts a text in the place of a story's own. Its paragraphs are numbered as they come. Mentions, topics
/// and scenes go with their words and passages; what has none any more is lost, and mentions that are
/// lost are listed.
pub fn relink(world: &World, paragraphs: &[String]) -> Relinked {
    let shown = paragraphs
        .iter()
        .map(|text| strip(text.clone(), is_hidden_in_lines).0);
    let texts: Vec<String> = shown.filter(|text| !text.trim().is_empty()).collect();
    let old = world
        .passages
        .iter()
        .map(|(_, passage)| passage.text.as_str());
    let anchoring = Anchoring::new(old.collect(), texts.iter().map(String::as_str).collect());
    let mut lists: Vec<Vec<Mention>> = vec![Vec::new(); texts.len()];
    let mut new = world.clone();
    let before = new.orphans.len();
    for (id, passage) in world.passages.iter() {
        let ranges: Vec<Range<usize>> = ranges_of(&passage.mentions);
        let placed = anchoring.place(id.index(), &ranges);
        for (mention, found) in passage.mentions.iter().zip(placed) {
            let is_put = found.is_some_and(|found| put(&mut lists, found, mention));
            if !is_put {
                new.orphans.push(orphan_of(passage, mention));
            }
        }
    }
    let homes: Vec<Option<usize>> = world
        .passages
        .ids()
        .map(|id| anchoring.home(id.index()))
        .collect();
    let home = |id: Id<Passage>| homes.get(id.index()).copied().flatten();
    new.passages = passages(world, texts, lists, &home);
    let (topics, topics_gone) = topics(world, new.passages.len(), &home);
    new.topics = topics;
    new.derive_links();
    let kept = new
        .passages
        .iter()
        .map(|(_, passage)| passage.mentions.len());
    let mut relinked = Relinked {
        kept: kept.sum(),
        lost: new.orphans.len() - before,
        topics_gone,
        homes,
        world: new,
    };
    relinked.world.scenes = relinked.scenes_of(&world.scenes);
    relinked
}

pub(super) fn ranges_of(mentions: &[Mention]) -> Vec<Range<usize>> {
    mentions
        .iter()
        .map(|mention| mention.range.clone())
        .collect()
}

/// A mention without its place.
pub(super) fn orphan_of(passage: &Passage, mention: &Mention) -> Orphan {
    let Quote {
        exact,
        before,
        after,
    } = Quote::of(&passage.text, &mention.range);
    Orphan {
        passage_number: passage.number,
        exact,
        before,
        after,
        subject: mention.subject,
        kind: mention.kind,
        confidence_percent: mention.confidence_percent,
        others: mention.others.clone(),
    }
}

/// Puts a mention where its words stand. Not across another one, which it never was.
pub(super) fn put(lists: &mut [Vec<Mention>], placed: Placed, mention: &Mention) -> bool {
    let Some(list) = lists.get_mut(placed.passage) else {
        return false;
    };
    let mention = Mention {
        range: placed.range,
        ..mention.clone()
    };
    if list
        .iter()
        .any(|other| crosses(&mention.range, &other.range))
    {
        return false;
    }
    let order = |it: &Mention| (it.range.start, Reverse(it.range.end));
    let at = list.partition_point(|other| order(other) <= order(&mention));
    list.insert(at, mention);
    true
}

pub(super) fn crosses(one: &Range<usize>, other: &Range<usize>) -> bool {
    let is_apart = one.end <= other.start || other.end <= one.start;
    let is_inside = other.start <= one.start && one.end <= other.end;
    let is_around = one.start <= other.start && other.end <= one.end;
    !is_apart && !is_inside && !is_around
}

/// What an original paragraph's text was is known of those only that are as they were.
fn passages(
    world: &World,
    texts: Vec<String>,
    lists: Vec<Vec<Mention>>,
    home: &impl Fn(Id<Passage>) -> Option<usize>,
) -> Table<Passage> {
    let mut fingerprints = vec![String::new(); texts.len()];
    for (id, passage) in world.passages.iter() {
        if let Some(at) = home(id)
            && texts.get(at) == Some(&passage.text)
            && let Some(place) = fingerprints.get_mut(at)
        {
            place.clone_from(&passage.fingerprint);
        }
    }
    let mut table = Table::default();
    let rows = texts.into_iter().zip(lists).zip(fingerprints);
    for (number, ((text, mentions), fingerprint)) in (1..).zip(rows) {
        table.push(Passage {
            number,
            text,
            mentions,
            fingerprint,
            touches: Vec::new(),
            is_verbatim: false,
        });
    }
    table
}

/// Passages go where their topic goes; new ones to the topic of the one before them.
fn topics(
    world: &World,
    count: usize,
    home: &impl Fn(Id<Passage>) -> Option<usize>,
) -> (Vec<Topic>, Vec<String>) {
    let mut topic_of: Vec<Option<usize>> = vec![None; count];
    for (at, topic) in world.topics.iter().enumerate() {
        for place in topic.passages.iter().filter_map(|&id| home(id)) {
            if let Some(own @ None) = topic_of.get_mut(place) {
                *own = Some(at);
            }
        }
    }
    let first = topic_of.iter().copied().flatten().next();
    let mut last = first.unwrap_or_default();
    let mut passages: Vec<Vec<Id<Passage>>> = vec![Vec::new(); world.topics.len().max(1)];
    for (at, own) in topic_of.into_iter().enumerate() {
        last = own.unwrap_or(last);
        if let Some(list) = passages.get_mut(last) {
            list.push(Id::new(at));
        }
    }
    let nameless = Topic {
        title: String::new(),
        is_ours: false,
        passages: Vec::new(),
    };
    let old = if world.topics.is_empty() {
        std::slice::from_ref(&nameless)
    } else {
        world.topics.as_slice()
    };
    let (mut kept, mut gone) = (Vec::new(), Vec::new());
    for (topic, passages) in old.iter().zip(passages) {
        if !passages.is_empty() {
            kept.push(Topic {
                passages,
                ..topic.clone()
            });
        } else if !topic.title.is_empty() {
            gone.push(topic.title.clone());
        }
    }
    (kept, gone)
}

#[cfg(test)]
mod tests {
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
}
