//! What may change of a story while it is open: what its words are taken for.
//!
//! In: lists of mentions, rows that mentions need, and links that have lost their words. Out: which change is wanted, and what it is said
//! to be (see `session`).

use super::{Actor, ActorKind, Id, Mention, MentionAt, Orphan, Passage, Place, Subject, World};
use crate::geography::LonLat;

/// A change of the story. It holds only what it changes, and its inverse as much: many can be kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryChange {
    /// All mentions of these passages.
    pub mentions: Vec<(Id<Passage>, Vec<Mention>)>,
    /// Rows as they are then. The row after the last is a new one.
    pub actors: Vec<(Id<Actor>, Actor)>,
    pub places: Vec<(Id<Place>, Place)>,
    pub lost: Option<LostChange>,
}

/// One lost link less or more, by its place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LostChange {
    Take(usize),
    Put(usize, Orphan),
}

impl Actor {
    /// The row of an actor that was added and taken back: rows stay, so that no id dangles. It has
    /// neither key nor name, nothing names it, and no file has it.
    pub fn blank() -> Self {
        Self {
            key: String::new(),
            name: String::new(),
            kind: ActorKind::Organisation,
            about: String::new(),
            at: None,
        }
    }

    pub fn is_blank(&self) -> bool {
        self.key.is_empty()
    }
}

impl Place {
    /// As [`Actor::blank`].
    pub fn blank() -> Self {
        Self {
            key: String::new(),
            name: String::new(),
            about: String::new(),
            at: LonLat::new(0.0, 0.0),
            extent: None,
            country: None,
        }
    }

    pub fn is_blank(&self) -> bool {
        self.key.is_empty()
    }
}

impl World {
    /// What brings the story back to what it is now, once `change` is made.
    pub fn inverse_of(&self, change: &StoryChange) -> StoryChange {
        let mentions = change.mentions.iter().filter_map(|(id, _)| {
            let passage = self.passages.get(*id)?;
            Some((*id, passage.mentions.clone()))
        });
        let actors = change.actors.iter().map(|(id, _)| {
            let before = self.actors.get(*id).cloned();
            (*id, before.unwrap_or_else(Actor::blank))
        });
        let places = change.places.iter().map(|(id, _)| {
            let before = self.places.get(*id).cloned();
            (*id, before.unwrap_or_else(Place::blank))
        });
        let lost = change.lost.as_ref().and_then(|lost| match lost {
            LostChange::Take(at) => Some(LostChange::Put(*at, self.orphans.get(*at)?.clone())),
            LostChange::Put(at, _) => Some(LostChange::Take(*at)),
        });
        StoryChange {
            mentions: mentions.collect(),
            actors: actors.collect(),
            places: places.collect(),
            lost,
        }
    }

    /// Makes a change, and derives the links anew that depend on mentions.
    pub fn apply(&mut self, change: StoryChange) {
        for (id, actor) in change.actors {
            self.actors.put(id, actor);
        }
        for (id, place) in change.places {
            self.places.put(id, place);
        }
        for (id, mentions) in change.mentions {
            if let Some(passage) = self.passages.get_mut(id) {
                passage.mentions = mentions;
            }
        }
        if let Some(lost) = change.lost {
            self.change_lost(lost);
        }
        self.derive_mention_links();
    }

    /// Gives one telling of a story as many rows as another one has, so that an id means the same in
    /// both. What only the other one has is blank here.
    pub fn keep_ids_of(&mut self, other: &Self) {
        for index in self.actors.len()..other.actors.len() {
            self.actors.put(Id::new(index), Actor::blank());
        }
        for index in self.places.len()..other.places.len() {
            self.places.put(Id::new(index), Place::blank());
        }
    }

    fn change_lost(&mut self, change: LostChange) {
        match change {
            LostChange::Take(at) => {
                if at < self.orphans.len() {
                    self.orphans.remove(at);
                }
                // Where to look for the others does not change.
                if at < self.links.likeliest.len() {
                    self.links.likeliest.remove(at);
                }
            }
            LostChange::Put(at, orphan) => {
                self.orphans.insert(at.min(self.orphans.len()), orphan);
                self.derive_likeliest();
            }
        }
    }

    /// A mention by its place.
    pub fn mention(&self, at: MentionAt) -> Option<&Mention> {
        self.passages.get(at.passage)?.mentions.get(at.index)
    }

    /// The words of a mention.
    pub fn words_of_mention(&self, at: MentionAt) -> Option<&str> {
        let passage = self.passages.get(at.passage)?;
        Some(passage.words(&passage.mentions.get(at.index)?.range))
    }

    /// Whether a subject is one that can be shown, and no row that was taken back.
    pub fn has(&self, subject: Subject) -> bool {
        match subject {
            Subject::Overlay(id) => self.overlays.get(id).is_some(),
            Subject::Actor(id) => self.actors.get(id).is_some_and(|row| !row.is_blank()),
            Subject::Place(id) => self.places.get(id).is_some_and(|row| !row.is_blank()),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{MentionKind, Table};

    fn world() -> World {
        let mut passages = Table::default();
        passages.push(Passage {
            number: 1,
            text: "Moscow and Delhi".to_owned(),
            mentions: Vec::new(),
            fingerprint: String::new(),
            touches: Vec::new(),
            is_verbatim: false,
        });
        World {
            passages,
            ..World::default()
        }
    }

    #[test]
    fn a_change_and_its_inverse_leave_nothing_that_shows() {
        let mut world = world();
        let (passage, actor) = (Id::new(0), Id::new(0));
        let row = Actor {
            key: "bank".to_owned(),
            name: "The bank".to_owned(),
            ..Actor::blank()
        };
        let mention = Mention::sure(0..6, Subject::Actor(actor), MentionKind::Direct);
        let change = StoryChange {
            mentions: vec![(passage, vec![mention])],
            actors: vec![(actor, row)],
            ..StoryChange::default()
        };
        let back = world.inverse_of(&change);
        world.apply(change.clone());
        assert_eq!(world.links.passages(Subject::Actor(actor)), [passage]);
        let again = world.inverse_of(&back);
        assert_eq!(again, change);
        world.apply(back);
        assert!(world.links.passages(Subject::Actor(actor)).is_empty());
        assert!(!world.has(Subject::Actor(actor)));
        world.apply(again);
        assert_eq!(world.actors[actor].name, "The bank");
    }
}
