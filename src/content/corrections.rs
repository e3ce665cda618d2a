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
            lost: None,
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

#[cfg(test)]
mod tests {
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
            let mention =
                Mention::sure(start..start + 7, Subject::Actor(actor), MentionKind::Direct);
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

    #[test]
    fn what_can_not_be_read_is_nothing() {
        let atlas = atlas();
        let texts = CorrectionTexts {
            after: "\u{0}".to_owned(),
            before: String::new(),
        };
        assert!(read_corrections(&texts, &story(&atlas, FILE), &atlas).is_none());
    }
}
