//! What the linker finds, as the story's own subjects.
//!
//! In: countries by code, towns, regions, organisations and people by what the story calls them. Out:
//! what the story does not have: a copy adds no rows to it.

use super::names::{Found, Trigger};
use crate::atlas::Atlas;
use crate::content::{known_subject, mention_of};
use crate::linker::{self, Entity};
use crate::world::{Actor, ActorKind, Id, OverlayStyle, Place, Subject, Table, World};

/// What the linker finds in paragraphs, as far as the story has it.
pub(super) fn named_in(world: &World, atlas: &Atlas, paragraphs: &[&str]) -> Vec<Found> {
    let found = linker::find_mentions(paragraphs).into_iter();
    found
        .map(|mentions| {
            let mut found = Found::default();
            for mention in &mentions {
                let of_story = mention_of(mention, |entity| subject(world, atlas, entity));
                let Some(of_story) = of_story else {
                    continue;
                };
                if let (Entity::Overlay(_), Subject::Overlay(overlay)) =
                    (&mention.entity, of_story.subject)
                {
                    let range = of_story.range;
                    found.triggers.push(Trigger { range, overlay });
                } else {
                    found.names.push(of_story);
                }
            }
            found
        })
        .collect()
}

/// By the linker's key, or else by name; an overlay that has neither, by its style.
fn subject(world: &World, atlas: &Atlas, entity: &Entity) -> Option<Subject> {
    known_subject(world, atlas, entity).or_else(|| match entity {
        Entity::Country(_) => None,
        Entity::Place(key) => place(world, linker::place(key)?.name),
        Entity::Region(key) => place(world, linker::region(key)?.name),
        Entity::Organisation(key) => {
            let name = linker::organisation(key)?.name;
            actor(world, name, ActorKind::Organisation)
        }
        Entity::Person(name) => actor(world, name, ActorKind::Person),
        Entity::Overlay(key) => {
            let style = OverlayStyle::from_key(linker::overlay(key)?.style)?;
            find(&world.overlays, |overlay| overlay.style == style).map(Subject::Overlay)
        }
    })
}

fn place(world: &World, name: &str) -> Option<Subject> {
    let is_it = |place: &Place| place.name.eq_ignore_ascii_case(name);
    find(&world.places, is_it).map(Subject::Place)
}

fn actor(world: &World, name: &str, kind: ActorKind) -> Option<Subject> {
    let is_it = |actor: &Actor| actor.kind == kind && actor.name.eq_ignore_ascii_case(name);
    find(&world.actors, is_it).map(Subject::Actor)
}

fn find<T>(table: &Table<T>, is_it: impl Fn(&T) -> bool) -> Option<Id<T>> {
    let mut rows = table.iter();
    rows.find(|(_, row)| is_it(row)).map(|(id, _)| id)
}
