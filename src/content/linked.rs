//! From an article's text to a story: its paragraphs with what the linker finds in them.
//!
//! In: text. Out: how text is read from a file (see `article`), and how it is searched (see
//! `linker`).

mod rows;
mod title;

use std::collections::{BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use self::title::{first_words, title_of};
use super::article::{ArticleText, is_article_name, read_article_file};
use super::letters::{is_hidden, strip};
use super::problem::Problem;
use crate::atlas::Atlas;
use crate::linker::{self, Entity, FoundMention};
use crate::world::{
    Actor, ActorKind, Article, Id, MOST_NESTED, Mention, MentionGathering, MentionKind, Passage,
    Reading, StoryChange, Subject, Tint, Topic, World, free_key,
};

/// Parts that every story has and no other file has all of.
const STORY_PARTS: [&str; 4] = ["format", "title", "article", "passages"];

/// Of a text in another language a reader should know why so little is marked.
const FOUND: &str = "Mentions were found by Passage, by English names.";

/// An article as a story: `name` is what its file is called, and its title where it has none itself.
/// Countries are tinted by how often they are named, and what is talked of is on.
pub fn story_of(text: &ArticleText, name: &str, atlas: &Atlas) -> World {
    let note = format!("The text of {name}. {FOUND}");
    story_called(text, title_of(text).unwrap_or(name), note, atlas)
}

/// The same of a text that never had a file of its own: it is called by its first words.
pub fn pasted_story_of(text: &ArticleText, atlas: &Atlas) -> World {
    let note = format!("A pasted text. {FOUND}");
    let beginning = first_words(text);
    story_called(text, title_of(text).unwrap_or(&beginning), note, atlas)
}

fn story_called(text: &ArticleText, title: &str, note: String, atlas: &Atlas) -> World {
    let paragraphs: Vec<&str> = text.paragraphs.iter().map(String::as_str).collect();
    let mut linked = Linked {
        atlas,
        world: World {
            tint: Tint::Mentions,
            title: title.to_owned(),
            ..World::default()
        },
        subjects: HashMap::new(),
    };
    let found = linker::find_mentions(&paragraphs);
    let mut numbers = 1..;
    for (words, found) in paragraphs.iter().zip(found) {
        let mentions = found
            .iter()
            .filter_map(|found| linked.mention(words, found));
        let passage = Passage {
            number: numbers.next().unwrap_or(u32::MAX),
            mentions: mentions.collect(),
            text: (*words).to_owned(),
            fingerprint: String::new(),
            touches: Vec::new(),
            is_verbatim: false,
        };
        linked.world.passages.push(passage);
    }
    linked.finish(note, &text.date)
}

/// Finds mentions in passages that are new in an article's text. The others tell what they are about.
/// Mentions that a new one has already, because they are found again, stay.
pub fn link_passages(world: &mut World, wanted: &[Id<Passage>], atlas: &Atlas) {
    let texts = world
        .passages
        .iter()
        .map(|(_, passage)| passage.text.clone());
    let texts: Vec<String> = texts.collect();
    let paragraphs: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut linked = Linked {
        atlas,
        world: std::mem::take(world),
        subjects: HashMap::new(),
    };
    let wanted: BTreeSet<Id<Passage>> = wanted.iter().copied().collect();
    let mut mentions = Vec::new();
    for (at, found) in linker::find_mentions(&paragraphs).into_iter().enumerate() {
        let (id, words) = (Id::new(at), paragraphs.get(at).copied().unwrap_or_default());
        if !wanted.contains(&id) {
            continue;
        }
        let own = linked.world.passages.get(id);
        let own = own.map_or(&[][..], |passage| &passage.mentions);
        let mut known = MentionGathering::default();
        for mention in own {
            known.put(mention.clone());
        }
        let mut all = known.clone();
        for found in found {
            if !known.holds(&found.range)
                && let Some(mention) = linked.mention(words, &found)
            {
                all.put(mention);
            }
        }
        // A file could not say what lies deeper.
        let list = if all.depth() <= MOST_NESTED {
            all
        } else {
            known
        };
        mentions.push((id, list.into_list()));
    }
    *world = linked.world;
    world.apply(StoryChange {
        mentions,
        ..StoryChange::default()
    });
}

/// Whether a file holds an article and no story: its name says so, or else how it begins, for a story
/// is JSON. What is no file, such as a pipe, is asked nothing.
pub fn holds_article(path: &Path) -> bool {
    if is_article_name(path) {
        return !is_misnamed_story(path);
    }
    let ending = path.extension().and_then(|ending| ending.to_str());
    let is_json = ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    // What is no text at all is told better as an article, too.
    let is_of_words = |byte: u8| !matches!(byte, b'{' | b'[' | b'"' | b'\\' | b',');
    !is_json && first_byte(path).is_some_and(is_of_words)
}

/// Whether a file that is called an article is a story by all that is in it.
fn is_misnamed_story(path: &Path) -> bool {
    if first_byte(path) != Some(b'{') {
        return false;
    }
    let bytes = super::story_bytes(path).unwrap_or_default();
    let read = serde_json::from_slice::<serde_json::Value>(&bytes);
    read.is_ok_and(|story| STORY_PARTS.iter().all(|part| story.get(part).is_some()))
}

/// The first one that is no white space.
fn first_byte(path: &Path) -> Option<u8> {
    let mut beginning = [0; 1024];
    let is_file = fs::metadata(path).is_ok_and(|data| data.is_file());
    let read = is_file.then(|| File::open(path).and_then(|mut file| file.read(&mut beginning)));
    let count = read?.ok()?;
    let mut bytes = beginning.into_iter().take(count);
    bytes.find(|byte| !byte.is_ascii_whitespace())
}

/// A story file, or an article as a story.
pub fn read_file(path: &Path, atlas: &Atlas) -> (World, Vec<Problem>) {
    // At a shell the name decides: a file of any other name is checked as the story it should be.
    if !is_article_name(path) || is_misnamed_story(path) {
        return super::read_story_file(path, atlas);
    }
    match read_article_file(path).and_then(ArticleText::for_a_story) {
        Ok(text) => {
            let name = path.file_name().unwrap_or(path.as_os_str());
            let world = story_of(&text, &name.to_string_lossy(), atlas);
            (world, Vec::new())
        }
        Err(what) => (World::default(), vec![unreadable_article(path, &what)]),
    }
}

/// What is wrong with an article, as a problem of its file.
pub fn unreadable_article(path: &Path, what: &str) -> Problem {
    let (name, _) = strip(path.display().to_string(), is_hidden);
    // The place of a problem names the file already.
    let what = what
        .strip_prefix(name.as_str())
        .unwrap_or(what)
        .trim_start();
    let otherwise = "an article as .txt, .md or .html, or a story as .story.json";
    let (what, right) = match what.split_once("; right would be ") {
        Some((what, right)) => (what, right.to_owned()),
        None => (what, otherwise.to_owned()),
    };
    let file: Arc<str> = path.display().to_string().into();
    Problem::new(&file, (1, 1), what, right)
}

/// What the linker has found, as a mention of the likeliest of its readings that there is a subject
/// for. What there is none for may yet be what the words mean.
pub fn mention_of(
    found: &FoundMention,
    mut subject_of: impl FnMut(&Entity) -> Option<Subject>,
) -> Option<Mention> {
    let first = subject_of(&found.entity);
    let others = found.others.iter().filter_map(|other| match other {
        linker::Reading::Entity(entity) => subject_of(entity).map(Reading::Subject),
        linker::Reading::NoPlace => Some(Reading::NoPlace),
    });
    let mut others: Vec<Reading> = others.collect();
    let mut kind = found.kind;
    let subject = if let Some(subject) = first {
        subject
    } else {
        let is_subject = |reading: &Reading| matches!(reading, Reading::Subject(_));
        let at = others.iter().position(is_subject)?;
        let Reading::Subject(subject) = others.remove(at) else {
            return None;
        };
        others.push(Reading::NoPlace);
        // A town is no metonym of itself.
        if kind == MentionKind::Metonym && !matches!(subject, Subject::Country(_)) {
            kind = MentionKind::Direct;
        }
        subject
    };
    others.dedup();
    Some(Mention {
        range: found.range.clone(),
        subject,
        kind,
        confidence_percent: found.confidence_percent,
        others,
    })
}

/// The country, or the row of a story that has the key of what is meant.
pub fn known_subject(world: &World, atlas: &Atlas, entity: &Entity) -> Option<Subject> {
    let key = match entity {
        Entity::Country(code) => format!("country:{code}"),
        Entity::Place(key) | Entity::Region(key) => format!("place:{key}"),
        Entity::Organisation(key) => format!("actor:{key}"),
        // A person has no row in a table, and so no key before the story gives one.
        Entity::Person(name) => {
            let is_of_name = |row: &Actor| row.kind == ActorKind::Person && row.name == *name;
            let mut actors = world.actors.iter();
            let known = actors.find(|(_, row)| is_of_name(row));
            return known.map(|(id, _)| Subject::Actor(id));
        }
        Entity::Overlay(key) => format!("overlay:{key}"),
    };
    world.subject_of(atlas, &key)
}

struct Linked<'a> {
    atlas: &'a Atlas,
    world: World,
    subjects: HashMap<Entity, Option<Subject>>,
}

impl Linked<'_> {
    fn mention(&mut self, words: &str, found: &FoundMention) -> Option<Mention> {
        let named = words.get(found.range.clone())?;
        mention_of(found, |entity| self.subject(entity, named))
    }

    /// The subject of the story that is meant: added, where the text names it for the first time.
    fn subject(&mut self, entity: &Entity, named: &str) -> Option<Subject> {
        if let Some(&known) = self.subjects.get(entity) {
            return known;
        }
        let subject = match known_subject(&self.world, self.atlas, entity) {
            None => self.new_subject(entity, named),
            known => known,
        };
        self.subjects.insert(entity.clone(), subject);
        subject
    }

    fn new_subject(&mut self, entity: &Entity, named: &str) -> Option<Subject> {
        let (world, atlas) = (&mut self.world, self.atlas);
        let place = match entity {
            Entity::Country(code) => rows::young_country(code.as_str(), atlas)?,
            Entity::Place(key) => rows::city(&linker::place(key)?, atlas),
            Entity::Region(key) => rows::region(&linker::region(key)?),
            Entity::Organisation(key) => {
                let actor = rows::organisation(&linker::organisation(key)?);
                return Some(Subject::Actor(world.actors.push(actor)));
            }
            Entity::Person(name) => {
                let is_taken = |key: &str| world.actors.iter().any(|(_, row)| row.key == key);
                let actor = rows::person(free_key(name, "person", is_taken), named);
                return Some(Subject::Actor(world.actors.push(actor)));
            }
            Entity::Overlay(key) => {
                let overlay = rows::overlay(&linker::overlay(key)?)?;
                return Some(Subject::Overlay(world.overlays.push(overlay)));
            }
        };
        Some(Subject::Place(world.places.push(place)))
    }

    fn finish(self, note: String, date: &str) -> World {
        let mut world = self.world;
        world.article = Article {
            title: world.title.clone(),
            date: date.to_owned(),
            year: super::times::year_of(date),
            note,
            ..Article::default()
        };
        world.topics.push(Topic {
            title: String::new(),
            is_ours: false,
            passages: world.passages.ids().collect(),
        });
        world.opening_overlays = world.overlays.ids().collect();
        world.derive_links();
        world
    }
}
