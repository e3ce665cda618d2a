//! Corrections of a story that its file does not have yet, as texts that stand by themselves.
//!
//! What was corrected is kept as the passages before and after, with all their words: whatever becomes
//! of the file meanwhile, each change is then made where its words stand, or listed as lost.
//!
//! In: both versions of a story, and these texts. Out: where they are kept (see `session`), and how
//! words are found again (see `anchoring`).

mod of_copy;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use self::of_copy::{copy_corrections, read_copy_corrections};

use super::anchoring::{Anchoring, Placed};
use super::loader::Loader;
use super::orphans::orphans_json;
use super::relink::{orphan_of, ranges_of};
use super::written::{Members, actor_json, list, passage_json, place_json};
use crate::atlas::Atlas;
use crate::world::{
    Actor, Id, Mention, Orphan, Passage, Place, Reading, StoryChange, Subject, Table, World,
    crosses, insert_mention,
};

/// What was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionTexts {
    /// Corrected passages, new actors and places, and lost links where these are others now: as parts
    /// of a story.
    pub after: String,
    /// The same passages as the file has them.
    pub before: String,
}

/// What the texts mean for a story.
pub struct RestoredCorrections {
    pub change: StoryChange,
    /// All its lost links.
    pub orphans: Vec<Orphan>,
    /// How many of these are corrections that found no place.
    pub lost: usize,
}

/// What `now` has been corrected of `file`, which has the same passages; none where it is nothing.
pub fn correction_texts(file: &World, now: &World, atlas: &Atlas) -> Option<CorrectionTexts> {
    let pairs = now.passages.iter().zip(file.passages.iter());
    let corrected = pairs.filter(|((_, now), (_, file))| now.mentions != file.mentions);
    let (mut after, mut before) = (Vec::new(), Vec::new());
    for ((_, mine), (_, theirs)) in corrected {
        after.push(passage_json(now, atlas, mine));
        before.push(passage_json(file, atlas, theirs));
    }
    let actors = now.actors.iter();
    let actors = actors.filter(|(id, row)| !row.is_blank() && file.actors.get(*id) != Some(row));
    let actors = list(actors.map(|(_, row)| actor_json(row)));
    let places = now.places.iter();
    let places = places.filter(|(id, row)| !row.is_blank() && file.places.get(*id) != Some(row));
    let places = list(places.map(|(_, row)| place_json(atlas, row)));
    let orphans = (now.orphans != file.orphans).then(|| orphans_json(now, atlas));
    let parts = Members::default()
        .rows("actors", &actors)
        .rows("places", &places)
        .rows("passages", &list(after.into_iter()))
        .json_if("orphans", orphans);
    let before = list(before.into_iter());
    parts.has_any().then(|| CorrectionTexts {
        after: parts.object(),
        before: Members::default().json("passages", &before).object(),
    })
}

/// What of a story was in such a text.
struct Texts {
    passages: Vec<Passage>,
    /// Rows that the story does not have.
    actors: Vec<(Id<Actor>, Actor)>,
    places: Vec<(Id<Place>, Place)>,
    orphans: Option<Vec<Orphan>>,
    /// Whether the story has all that is mentioned.
    is_whole: bool,
}

/// Reads corrections of a story again, whatever has become of it. None where they can not be read.
pub fn read_corrections(
    texts: &CorrectionTexts,
    world: &World,
    atlas: &Atlas,
) -> Option<RestoredCorrections> {
    let after = read(&texts.after, world, atlas)?;
    let before = read(&texts.before, world, atlas)?;
    let mut orphans = after.orphans.unwrap_or_else(|| world.orphans.clone());
    let (mentions, lost) = made_again(world, &after.passages, &before.passages);
    let count = lost.len();
    orphans.extend(lost);
    Some(RestoredCorrections {
        change: StoryChange {
            mentions,
            actors: after.actors,
            places: after.places,
            lost: None,
        },
        lost: count,
        orphans,
    })
}

/// Lists of mentions by their passages.
type Lists = Vec<(Id<Passage>, Vec<Mention>)>;

/// Takes out what stands in passages before and no more after, and puts in what is new after. Returns
/// the lists that are others then, and what found no place.
fn made_again(world: &World, after: &[Passage], before: &[Passage]) -> (Lists, Vec<Orphan>) {
    let old: Vec<&str> = after.iter().map(|passage| passage.text.as_str()).collect();
    let new = world.passages.iter();
    let new: Vec<&str> = new.map(|(_, passage)| passage.text.as_str()).collect();
    let anchoring = Anchoring::new(&old, &new);
    let own = world.passages.iter();
    let own = own.map(|(_, passage)| passage.mentions.clone());
    let mut lists: Vec<Vec<Mention>> = own.collect();
    let mut lost = Vec::new();
    let theirs: BTreeMap<u32, &[Mention]> = before
        .iter()
        .map(|passage| (passage.number, passage.mentions.as_slice()))
        .collect();
    let theirs = |mine: &Passage| theirs.get(&mine.number).copied().unwrap_or_default();
    // All of them are placed, so that what lies inside of others is found there.
    let their_places = places_in(world, after, theirs, &anchoring);
    let my_places = places_in(world, after, |mine| &mine.mentions, &anchoring);
    let rows = after.iter().zip(their_places).zip(my_places);
    for ((mine, their_places), my_places) in rows {
        let theirs = theirs(mine);
        for (mention, found) in theirs.iter().zip(their_places) {
            if let Some(found) = found.filter(|_| !holds(&mine.mentions, mention)) {
                take(&mut lists, &found, mention);
            }
        }
        let own: Vec<Own<'_>> = my_places.iter().zip(&mine.mentions).collect();
        for &(found, mention) in &own {
            if holds(theirs, mention) {
                continue;
            }
            let is_put = found.as_ref().is_some_and(|found| {
                make_room(&mut lists, (found, mention), &own);
                put(&mut lists, found.clone(), mention)
            });
            if !is_put {
                lost.push(orphan_of(mine, mention));
            }
        }
        put_in_order(&mut lists, &own);
    }
    let changed = world.passages.iter().zip(lists);
    let changed = changed.filter(|((_, passage), list)| passage.mentions != *list);
    (changed.map(|((id, _), list)| (id, list)).collect(), lost)
}

/// Where mentions of passages stand in a story: where they were, if it still has that passage.
fn places_in<'a>(
    world: &World,
    passages: &'a [Passage],
    mentions: impl Fn(&'a Passage) -> &'a [Mention],
    anchoring: &Anchoring,
) -> Vec<Vec<Option<Placed>>> {
    let own = world.passages.iter();
    let own: BTreeMap<u32, (usize, &str)> = own
        .map(|(id, own)| (own.number, (id.index(), own.text.as_str())))
        .collect();
    let kept = |passage: &Passage| {
        let own = own.get(&passage.number);
        own.filter(|(_, text)| *text == passage.text).map(|it| it.0)
    };
    let asked = passages.iter().map(|passage| match kept(passage) {
        Some(_) => Vec::new(),
        None => ranges_of(mentions(passage)),
    });
    let placed = anchoring.place(&asked.collect::<Vec<_>>());
    let rows = passages.iter().zip(placed);
    let rows = rows.map(|(passage, placed)| match kept(passage) {
        Some(same) => {
            let placed = |mention: &Mention| Placed {
                passage: same,
                range: mention.range.clone(),
            };
            let mentions = mentions(passage).iter();
            mentions.map(|it| Some(placed(it))).collect()
        }
        None => placed,
    });
    rows.collect()
}

/// Whether a mention is in a list, which is in order.
fn holds(list: &[Mention], mention: &Mention) -> bool {
    let start = mention.range.start;
    let from = list.partition_point(|it| it.range.start < start);
    let same = list.iter().skip(from);
    let mut same = same.take_while(|it| it.range.start == start);
    same.any(|it| it == mention)
}

/// A mention that was taken out.
fn take(lists: &mut [Vec<Mention>], placed: &Placed, mention: &Mention) {
    if let Some(list) = lists.get_mut(placed.passage) {
        list.retain(|it| it.range != placed.range || it.subject != mention.subject);
    }
}

/// A mention that was put in.
fn put(lists: &mut [Vec<Mention>], placed: Placed, mention: &Mention) -> bool {
    let Some(list) = lists.get_mut(placed.passage) else {
        return false;
    };
    let mention = Mention {
        range: placed.range,
        ..mention.clone()
    };
    insert_mention(list, mention);
    true
}

/// A corrected mention, and where it stands.
type Own<'a> = (&'a Option<Placed>, &'a Mention);

/// What words were said to mean last is what they mean: other mentions of them go, but not those that
/// stood beside this one, for the same words can be two mentions, one around the other.
fn make_room(lists: &mut [Vec<Mention>], (place, new): (&Placed, &Mention), own: &[Own<'_>]) {
    let Some(list) = lists.get_mut(place.passage) else {
        return;
    };
    list.retain(|it| {
        let is_in_the_way = it.range == place.range || crosses(&it.range, &place.range);
        let is_same = it.range == place.range && it.subject == new.subject;
        let stood_beside = || rank_of(it, place.passage, own).is_some();
        !is_in_the_way || !is_same && stood_beside()
    });
}

/// Which of the corrected mentions it is.
fn rank_of(mention: &Mention, passage: usize, own: &[Own<'_>]) -> Option<usize> {
    own.iter().position(|(place, other)| {
        let is_there = |place: &Placed| place.passage == passage && place.range == mention.range;
        other.subject == mention.subject && place.as_ref().is_some_and(is_there)
    })
}

/// Of two mentions of the same words the order says which one is around the other.
fn put_in_order(lists: &mut [Vec<Mention>], own: &[Own<'_>]) {
    let placed = own.iter().filter_map(|(place, _)| place.as_ref());
    let passages: BTreeSet<usize> = placed.map(|place| place.passage).collect();
    for passage in passages {
        if let Some(list) = lists.get_mut(passage) {
            list.sort_by_cached_key(|it| {
                let rank = rank_of(it, passage, own).unwrap_or(usize::MAX);
                (it.range.start, Reverse(it.range.end), rank)
            });
        }
    }
}

fn read(text: &str, world: &World, atlas: &Atlas) -> Option<Texts> {
    let mut loader = Loader::new(&Arc::from("corrections"), text, atlas);
    loader.world = world.clone();
    loader.know_again();
    if !loader.open() {
        return None;
    }
    let has_orphans = loader.parts.contains_key("orphans");
    loader.load_actors();
    loader.load_places();
    loader.world.passages = Table::default();
    loader.world.topics.clear();
    loader.world.orphans.clear();
    loader.numbers.clear();
    let problems = loader.problem_count();
    loader.load_passages();
    let is_whole = loader.problem_count() == problems;
    loader.load_orphans();
    let read = loader.world;
    let has_actor = |row: &Actor| world.actors.iter().any(|(_, own)| own.key == row.key);
    let (actors, actor_ids) = new_rows(&read.actors, world.actors.len(), has_actor);
    let has_place = |row: &Place| world.places.iter().any(|(_, own)| own.key == row.key);
    let (places, place_ids) = new_rows(&read.places, world.places.len(), has_place);
    let moved = |subject: Subject| match subject {
        Subject::Actor(id) => Subject::Actor(moved_id(&actor_ids, id)),
        Subject::Place(id) => Subject::Place(moved_id(&place_ids, id)),
        other => other,
    };
    let reading = |reading: &Reading| match reading {
        Reading::Subject(subject) => Reading::Subject(moved(*subject)),
        Reading::NoPlace => Reading::NoPlace,
    };
    let passages = read.passages.iter().map(|(_, passage)| {
        let mut passage = passage.clone();
        for mention in &mut passage.mentions {
            mention.subject = moved(mention.subject);
            mention.others = mention.others.iter().map(reading).collect();
        }
        passage
    });
    let orphans = read.orphans.iter().map(|orphan| Orphan {
        subject: moved(orphan.subject),
        others: orphan.others.iter().map(reading).collect(),
        ..orphan.clone()
    });
    Some(Texts {
        passages: passages.collect(),
        orphans: has_orphans.then(|| orphans.collect()),
        is_whole,
        actors,
        places,
    })
}

/// Rows with their ids.
type Rows<T> = Vec<(Id<T>, T)>;

/// Which id became which.
type Moves<T> = Vec<(Id<T>, Id<T>)>;

/// The rows after so many, but for those the story has. Of a key that it has its own row counts, so that
/// later ones move up; and which became which.
fn new_rows<T: Clone>(
    read: &Table<T>,
    own: usize,
    has: impl Fn(&T) -> bool,
) -> (Rows<T>, Moves<T>) {
    let (mut rows, mut ids) = (Vec::new(), Vec::new());
    for (id, row) in read.iter().skip(own).filter(|(_, row)| !has(row)) {
        let new = Id::new(own + rows.len());
        ids.push((id, new));
        rows.push((new, row.clone()));
    }
    (rows, ids)
}

fn moved_id<T>(ids: &[(Id<T>, Id<T>)], id: Id<T>) -> Id<T> {
    let found = ids.iter().find(|(from, _)| *from == id);
    found.map_or(id, |&(_, to)| to)
}
