//! Corrections of a story that its file does not have yet, as texts that stand by themselves.
//!
//! What was corrected is kept as the passages before and after, with all their words: whatever becomes
//! of the file meanwhile, each change is then made where its words stand, or listed as lost.
//!
//! In: both versions of a story, and these texts. Out: where they are kept (see `session`), and how
//! words are found again (see `anchoring`).

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
    let mut lists: Vec<Vec<Mention>> = world
        .passages
        .iter()
        .map(|(_, passage)| passage.mentions.clone())
        .collect();
    let now = |passage: &Passage| {
        let mut all = world.passages.iter();
        let found = all.find(|(_, own)| own.number == passage.number);
        found
            .filter(|(_, own)| own.text == passage.text)
            .map(|(id, _)| id)
    };
    let old = after.passages.iter().map(|passage| passage.text.as_str());
    let new = world
        .passages
        .iter()
        .map(|(_, passage)| passage.text.as_str());
    let anchoring = Anchoring::new(old.collect(), new.collect());
    let mut orphans = after.orphans.unwrap_or_else(|| world.orphans.clone());
    let count = orphans.len();
    for (at, mine) in after.passages.iter().enumerate() {
        let theirs = before.passages.iter().find(|it| it.number == mine.number);
        let theirs = theirs.map_or(&[][..], |passage| &passage.mentions);
        let here = now(mine);
        let place = |mentions: &[Mention]| -> Vec<Option<Placed>> {
            match here {
                Some(id) => mentions
                    .iter()
                    .map(|mention| {
                        Some(Placed {
                            passage: id.index(),
                            range: mention.range.clone(),
                        })
                    })
                    .collect(),
                None => anchoring.place(at, &ranges_of(mentions)),
            }
        };
        // All of them are placed, so that what lies inside of others is found there.
        for (mention, found) in theirs.iter().zip(place(theirs)) {
            if !mine.mentions.contains(mention)
                && let Some(found) = found
            {
                take(&mut lists, &found, mention);
            }
        }
        for (mention, found) in mine.mentions.iter().zip(place(&mine.mentions)) {
            if theirs.contains(mention) {
                continue;
            }
            let is_put = found.is_some_and(|found| {
                make_room(&mut lists, &found);
                put(&mut lists, found, mention)
            });
            if !is_put {
                orphans.push(orphan_of(mine, mention));
            }
        }
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

/// A mention that was taken out.
fn take(lists: &mut [Vec<Mention>], placed: &Placed, mention: &Mention) {
    if let Some(list) = lists.get_mut(placed.passage) {
        list.retain(|it| it.range != placed.range || it.subject != mention.subject);
    }
}

/// The same words mean one thing: what was said of them last.
fn make_room(lists: &mut [Vec<Mention>], placed: &Placed) {
    if let Some(list) = lists.get_mut(placed.passage) {
        list.retain(|it| it.range != placed.range && !crosses(&it.range, &placed.range));
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
    // Of a key that the file has by now its own row counts, so that later ones move up.
    let (mut actors, mut places) = (Vec::new(), Vec::new());
    let (mut actor_ids, mut place_ids) = (Vec::new(), Vec::new());
    for (id, row) in read.actors.iter().skip(world.actors.len()) {
        if !world.actors.iter().any(|(_, own)| own.key == row.key) {
            let new = Id::new(world.actors.len() + actors.len());
            actor_ids.push((id, new));
            actors.push((new, row.clone()));
        }
    }
    for (id, row) in read.places.iter().skip(world.places.len()) {
        if !world.places.iter().any(|(_, own)| own.key == row.key) {
            let new = Id::new(world.places.len() + places.len());
            place_ids.push((id, new));
            places.push((new, row.clone()));
        }
    }
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

fn moved_id<T>(ids: &[(Id<T>, Id<T>)], id: Id<T>) -> Id<T> {
    let found = ids.iter().find(|(from, _)| *from == id);
    found.map_or(id, |&(_, to)| to)
}
