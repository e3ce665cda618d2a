//! Rows that the story gets with a mention of them: new actors, and cities of the atlas.

use crate::session::update::Scope;
use crate::world::{
    Actor, ActorKind, Id, Meaning, MentionKind, Place, StoryChange, Subject, free_key,
};

/// What the story gets beside the mentions.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub actor: Option<(Id<Actor>, Actor)>,
    pub place: Option<(Id<Place>, Place)>,
}

impl Rows {
    /// A change that brings them, too.
    pub(super) fn with(self, change: StoryChange) -> StoryChange {
        StoryChange {
            actors: self.actor.into_iter().collect(),
            places: self.place.into_iter().collect(),
            ..change
        }
    }

    fn name(&self) -> Option<&str> {
        let actor = self.actor.as_ref().map(|(_, row)| row.name.as_str());
        actor.or(self.place.as_ref().map(|(_, row)| row.name.as_str()))
    }
}

impl Scope<'_> {
    /// What a meaning is a mention of, and the rows it needs for that; none for what is no subject.
    pub(super) fn subject_of(&self, to: Meaning, words: &str) -> Option<(Subject, Rows)> {
        let world = self.world;
        match to {
            Meaning::Subject(subject) => Some((subject, Rows::default())),
            Meaning::NoPlace => None,
            Meaning::New(kind) => {
                let id = Id::new(world.actors.len());
                let is_taken = |key: &str| world.actors.iter().any(|(_, row)| row.key == key);
                let row = Actor {
                    key: free_key(words, "actor", is_taken),
                    name: words.to_owned(),
                    kind,
                    ..Actor::blank()
                };
                let rows = Rows {
                    actor: Some((id, row)),
                    place: None,
                };
                Some((Subject::Actor(id), rows))
            }
            Meaning::City(at) => {
                let city = self.atlas.cities.get(at)?;
                let id = Id::new(world.places.len());
                let is_taken = |key: &str| world.places.iter().any(|(_, row)| row.key == key);
                let row = Place {
                    key: free_key(&city.name, "place", is_taken),
                    name: city.name.clone(),
                    at: city.at,
                    country: Some(city.country),
                    ..Place::blank()
                };
                let rows = Rows {
                    actor: None,
                    place: Some((id, row)),
                };
                Some((Subject::Place(id), rows))
            }
        }
    }

    /// By what the words name it.
    pub(super) fn kind_of(&self, words: &str, subject: Subject, rows: &Rows) -> MentionKind {
        match rows.name() {
            Some(_) => MentionKind::Direct,
            None => self.world.kind_of_naming(self.atlas, words, subject),
        }
    }

    /// How what words mean now is said.
    pub(super) fn told_of(&self, subject: Subject, rows: &Rows) -> super::Told {
        if let Some((_, actor)) = &rows.actor {
            let kind = match actor.kind {
                ActorKind::Organisation => "organisation",
                ActorKind::Person => "person",
            };
            return super::Told::New(format!("{}, a new {kind}", actor.name));
        }
        if let Some((_, place)) = &rows.place {
            let country = place.country.map(|id| self.atlas.country_name(id));
            let country = country.unwrap_or_default();
            return super::Told::New(format!("{}, city in {country}", place.name));
        }
        super::Told::Means(crate::world::Reading::Subject(subject))
    }
}
