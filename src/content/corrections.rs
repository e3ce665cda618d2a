//! Corrections of a story that its file does not have yet, as texts that stand by themselves.
//!
//! What was corrected is kept as the passages before and after, with all their words: whatever becomes
//! of the file meanwhile, each change is then made where its words stand, or listed as lost.
//!
//! In: both versions of a story, and these texts. Out: where they are kept (see `session`), and how
//! words are found again (see `anchoring`).

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::anchoring::{Anchoring, Placed};
use super::loader::Loader;
use super::orphans::orphans_json;
use super::relink::{crosses, orphan_of, put, ranges_of};
use super::written::{Members, actor_json, list, passage_json, place_json};
use crate::atlas::Atlas;
use crate::world::{
    Actor, Id, Mention, Orphan, Passage, Place, Reading, StoryChange, Subject, Table, World,
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
}

/// Reads corrections of a story again, whatever has become of it. None where they can not be read.
pub fn read_corrections(
    texts: &CorrectionTexts,
    world: &World,
    atlas: &Atlas,
) -> Option<RestoredCorrections> {
    let after = read(&texts.after, world, atlas)?;
    let before = read(&texts.before, world, atlas)?;
    let old = after.passages.iter().map(|passage| passage.text.as_str());
    let new = world.passages.iter();
    let new = new.map(|(_, passage)| passage.text.as_str());
    let anchoring = Anchoring::new(old.collect(), new.collect());
    let own = world.passages.iter();
    let own = own.map(|(_, passage)| passage.mentions.clone());
    let mut lists: Vec<Vec<Mention>> = own.collect();
    let mut orphans = after.orphans.unwrap_or_else(|| world.orphans.clone());
    let count = orphans.len();
    for (at, mine) in after.passages.iter().enumerate() {
        let theirs = before.passages.iter().find(|it| it.number == mine.number);
        let theirs = theirs.map_or(&[][..], |passage| &passage.mentions);
        let place = |mentions: &[Mention]| places_in(world, mine, mentions, (&anchoring, at));
        // All of them are placed, so that what lies inside of others is found there.
        for (mention, found) in theirs.iter().zip(place(theirs)) {
            if let Some(found) = found.filter(|_| !mine.mentions.contains(mention)) {
                take(&mut lists, &found, mention);
            }
        }
        let placed = place(&mine.mentions);
        let own: Vec<_> = placed.iter().zip(&mine.mentions).collect();
        for &(found, mention) in &own {
            if theirs.contains(mention) {
                continue;
            }
            let is_put = found.as_ref().is_some_and(|found| {
                make_room(&mut lists, (found, mention), &own);
                put(&mut lists, found.clone(), mention)
            });
            if !is_put {
                orphans.push(orphan_of(mine, mention));
            }
        }
        put_in_order(&mut lists, &own);
    }
    let changed = world.passages.iter().zip(lists);
    let changed = changed.filter(|((_, passage), list)| passage.mentions != *list);
    Some(RestoredCorrections {
        change: StoryChange {
            mentions: changed.map(|((id, _), list)| (id, list)).collect(),
            actors: after.actors,
            places: after.places,
        },
        lost: orphans.len() - count,
        orphans,
    })
}

/// Where mentions of a passage stand in a story: where they were, if it still has that passage.
fn places_in(
    world: &World,
    passage: &Passage,
    mentions: &[Mention],
    (anchoring, at): (&Anchoring<'_>, usize),
) -> Vec<Option<Placed>> {
    let mut all = world.passages.iter();
    let same = all.find(|(_, own)| own.number == passage.number);
    let Some((id, _)) = same.filter(|(_, own)| own.text == passage.text) else {
        return anchoring.place(at, &ranges_of(mentions));
    };
    let placed = |mention: &Mention| Placed {
        passage: id.index(),
        range: mention.range.clone(),
    };
    mentions.iter().map(|it| Some(placed(it))).collect()
}

/// A mention that was taken out.
fn take(lists: &mut [Vec<Mention>], placed: &Placed, mention: &Mention) {
    if let Some(list) = lists.get_mut(placed.passage) {
        list.retain(|it| it.range != placed.range || it.subject != mention.subject);
    }
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
            list.sort_by_key(|it| {
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
    loader.world.orphans.clear();
    loader.numbers.clear();
    loader.load_passages();
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
        ..orphan.clone()
    });
    Some(Texts {
        passages: passages.collect(),
        orphans: has_orphans.then(|| orphans.collect()),
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
