//! Another version of an article's text under the story that was made from it.
//!
//! In: the story and the new paragraphs. Out: where words stand in these (see `anchoring`), and how a
//! text is read (see `article`).

mod found_again;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::ops::Range;

use super::anchoring::{Anchoring, Placed, Quote};
use super::letters::{is_hidden_in_lines, strip};
use crate::world::{Id, Mention, MentionGathering, Orphan, Passage, Scene, Table, Topic, World};

/// A story with another text.
pub struct Relinked {
    pub world: World,
    /// How many mentions stand in it, and how many of the old text do not any more: those are the
    /// last of [`World::orphans`].
    pub kept: usize,
    pub lost: usize,
    /// How many that an earlier text had lost are back: they are among those that are kept.
    pub found_again: usize,
    /// By old passage: the new one that it is.
    homes: Vec<Option<usize>>,
    /// Headings of whose passages none is left.
    pub topics_gone: Vec<String>,
}

impl Relinked {
    /// Passages that no old one has become.
    pub fn new_passages(&self) -> Vec<Id<Passage>> {
        let homes: BTreeSet<usize> = self.homes.iter().copied().flatten().collect();
        let ids = self.world.passages.ids();
        ids.filter(|id| !homes.contains(&id.index())).collect()
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
/// lost are listed. Those that were lost before are looked for again.
pub fn relink(world: &World, paragraphs: &[String]) -> Relinked {
    let shown = paragraphs
        .iter()
        .map(|text| strip(text.clone(), is_hidden_in_lines).0);
    let texts: Vec<String> = shown.filter(|text| !text.trim().is_empty()).collect();
    let old = world.passages.iter();
    let old: Vec<&str> = old.map(|(_, passage)| passage.text.as_str()).collect();
    let all: Vec<&str> = texts.iter().map(String::as_str).collect();
    let anchoring = Anchoring::new(&old, &all);
    let asked = world.passages.iter();
    let asked: Vec<_> = asked
        .map(|(_, passage)| ranges_of(&passage.mentions))
        .collect();
    let mut lists = vec![MentionGathering::default(); texts.len()];
    let mut lost = Vec::new();
    for ((_, passage), placed) in world.passages.iter().zip(anchoring.place(&asked)) {
        for (mention, found) in passage.mentions.iter().zip(placed) {
            if !found.is_some_and(|found| put(&mut lists, found, mention)) {
                lost.push(orphan_of(passage, mention));
            }
        }
    }
    let mut new = world.clone();
    new.orphans = found_again::put_back(&world.orphans, &all, &mut lists);
    let found_again = world.orphans.len() - new.orphans.len();
    let count = lost.len();
    new.orphans.extend(lost);
    let homes: Vec<Option<usize>> = world
        .passages
        .ids()
        .map(|id| anchoring.home(id.index()))
        .collect();
    let home = |id: Id<Passage>| homes.get(id.index()).copied().flatten();
    let lists = lists.into_iter().map(MentionGathering::into_list).collect();
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
        lost: count,
        found_again,
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
fn put(lists: &mut [MentionGathering], placed: Placed, mention: &Mention) -> bool {
    let mention = Mention {
        range: placed.range,
        ..mention.clone()
    };
    let list = lists.get_mut(placed.passage);
    list.is_some_and(|list| list.put(mention))
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
