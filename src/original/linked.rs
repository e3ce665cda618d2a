//! What the linker finds, as the story's own subjects.
//!
//! In: countries by code, towns, regions, organisations and people by what the story calls them. Out:
//! what the story does not have: a copy adds no rows to it.

use super::names::{Found, Trigger};
use crate::atlas::Atlas;
use crate::linker::{self, Entity, FoundMention};
use crate::world::{
    ActorKind, Id, Mention, MentionKind, Overlay, OverlayStyle, Reading, Subject, Table, World,
};

/// What the linker finds in paragraphs, as far as the story has it.
pub(super) fn named_in(world: &World, atlas: &Atlas, paragraphs: &[&str]) -> Vec<Found> {
    let story = Story { world, atlas };
    let found = linker::find_mentions(paragraphs).into_iter();
    found
        .map(|mentions| {
            let mut found = Found::default();
            for mention in &mentions {
                if let Entity::Overlay(key) = mention.entity {
                    let overlay = story.overlay(key);
                    let range = mention.range.clone();
                    found
                        .triggers
                        .extend(overlay.map(|overlay| Trigger { range, overlay }));
                } else {
                    found.names.extend(story.mention(mention));
                }
            }
            found
        })
        .collect()
}

struct Story<'a> {
    world: &'a World,
    atlas: &'a Atlas,
}

impl Story<'_> {
    /// A mention of the likeliest reading that the story has.
    fn mention(&self, found: &FoundMention) -> Option<Mention> {
        let first = self.subject(&found.entity).map(Reading::Subject);
        let others = found.others.iter().filter_map(|other| match other {
            linker::Reading::Entity(entity) => self.subject(entity).map(Reading::Subject),
            linker::Reading::NoPlace => Some(Reading::NoPlace),
        });
        let mut readings: Vec<Reading> = first.into_iter().chain(others).collect();
        let at = readings
            .iter()
            .position(|reading| matches!(reading, Reading::Subject(_)))?;
        let Reading::Subject(subject) = readings.remove(at) else {
            return None;
        };
        // What the story does not have may yet be what the words mean.
        if first.is_none() {
            readings.push(Reading::NoPlace);
        }
        readings.dedup();
        Some(Mention {
            range: found.range.clone(),
            subject,
            kind: kind_of(found.kind, subject),
            confidence_percent: found.confidence_percent,
            others: readings,
        })
    }

    fn subject(&self, entity: &Entity) -> Option<Subject> {
        let world = self.world;
        match entity {
            Entity::Country(code) => self
                .atlas
                .country_by_code(code.as_str())
                .map(Subject::Country),
            Entity::Place(key) => self.place(key, linker::place(key)?.name),
            Entity::Region(key) => self.place(key, linker::region(key)?.name),
            Entity::Organisation(key) => {
                let name = linker::organisation(key)?.name;
                find(&world.actors, |actor| {
                    actor.kind == ActorKind::Organisation
                        && is_same(key, name, &actor.key, &actor.name)
                })
                .map(Subject::Actor)
            }
            Entity::Person(name) => find(&world.actors, |actor| {
                actor.kind == ActorKind::Person && actor.name.eq_ignore_ascii_case(name)
            })
            .map(Subject::Actor),
            Entity::Overlay(key) => self.overlay(key).map(Subject::Overlay),
        }
    }

    fn place(&self, key: &str, name: &str) -> Option<Subject> {
        let is_it = |place: &crate::world::Place| is_same(key, name, &place.key, &place.name);
        find(&self.world.places, is_it).map(Subject::Place)
    }

    /// The story's overlay of that key, or else the first of its style.
    fn overlay(&self, key: &str) -> Option<Id<Overlay>> {
        let overlays = &self.world.overlays;
        let by_key = find(overlays, |overlay| overlay.key == key);
        by_key.or_else(|| {
            let style = OverlayStyle::from_key(linker::overlay(key)?.style)?;
            find(overlays, |overlay| overlay.style == style)
        })
    }
}

fn find<T>(table: &Table<T>, is_it: impl Fn(&T) -> bool) -> Option<Id<T>> {
    let mut rows = table.iter();
    rows.find(|(_, row)| is_it(row)).map(|(id, _)| id)
}

/// Whether the linker's row is the story's.
fn is_same(key: &str, name: &str, story_key: &str, story_name: &str) -> bool {
    key == story_key || name.eq_ignore_ascii_case(story_name)
}

/// A town is no metonym of itself.
fn kind_of(kind: MentionKind, subject: Subject) -> MentionKind {
    match kind {
        MentionKind::Metonym if !matches!(subject, Subject::Country(_)) => MentionKind::Direct,
        kind => kind,
    }
}
