//! What an article names, as rows beside its features: an article that nobody has drawn anything for
//! is data all the same.
//!
//! In: which countries, places, organisations, people and overlays are named, how often, in which
//! words, and where they are: a point, and a country's code to join an area of one's own choosing by.
//! Out: mentions of features, whose rows are the features' own.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::atlas::Atlas;
use crate::world::{
    ActorKind, Id, Mention, MentionKind, Overlay, Passage, Scene, Subject, Tint, World,
};

/// What is named, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NamedAs {
    pub mentions: usize,
    /// Those that may mean something else.
    pub unsure: usize,
    /// Each of the words once, in reading order.
    pub words: Vec<String>,
    /// In reading order.
    pub passages: Vec<Id<Passage>>,
}

impl NamedAs {
    fn add(&mut self, id: Id<Passage>, words: &str, mention: &Mention) {
        self.mentions += 1;
        self.unsure += usize::from(mention.is_unsure());
        if !self.words.iter().any(|other| other == words) {
            self.words.push(words.to_owned());
        }
        if self.passages.last() != Some(&id) {
            self.passages.push(id);
        }
    }
}

/// How each thing is named. Inside another name is no naming, as in the tints of the map.
pub(super) fn namings(world: &World) -> BTreeMap<Subject, NamedAs> {
    let mut all: BTreeMap<Subject, NamedAs> = BTreeMap::new();
    for (id, passage) in world.passages.iter() {
        let named = passage.mentions.iter();
        for mention in named.filter(|it| it.kind != MentionKind::PartOfName) {
            let naming = all.entry(mention.subject).or_default();
            naming.add(id, passage.words(&mention.range), mention);
        }
    }
    all
}

/// What gets a row of its own: nothing in a story that has chosen what stands out on its map. By
/// group, and in each the most often named first.
pub(super) fn rows_of(world: &World, namings: &BTreeMap<Subject, NamedAs>) -> Vec<Subject> {
    if world.tint != Tint::Mentions {
        return Vec::new();
    }
    let mut rows: Vec<(Group, Reverse<usize>, Subject)> = namings
        .iter()
        .filter_map(|(&subject, naming)| {
            let group = Group::of(subject)?;
            Some((group, Reverse(naming.mentions), subject))
        })
        .collect();
    rows.sort();
    rows.into_iter().map(|(_, _, subject)| subject).collect()
}

/// What a globe has in one folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Countries,
    Places,
    Actors,
    Overlays,
}

impl Group {
    pub(super) const ALL: [Self; 4] = [Self::Countries, Self::Places, Self::Actors, Self::Overlays];

    /// None for a feature.
    pub(super) fn of(subject: Subject) -> Option<Self> {
        match subject {
            Subject::Country(_) => Some(Self::Countries),
            Subject::Place(_) | Subject::Dispute(_) => Some(Self::Places),
            Subject::Actor(_) => Some(Self::Actors),
            Subject::Overlay(_) => Some(Self::Overlays),
            Subject::Feature(_) => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Countries => "Countries named",
            Self::Places => "Places named",
            Self::Actors => "Organisations and people named",
            Self::Overlays => "Subjects talked of",
        }
    }
}

/// What a row's column "kind" says of what is named.
pub(super) fn kind_of(world: &World, subject: Subject) -> &'static str {
    match subject {
        Subject::Country(_) => "country",
        Subject::Place(id) => match world.places.get(id) {
            Some(place) if place.extent.is_some() => "region",
            _ => "city",
        },
        Subject::Actor(id) => match world.actors.get(id).map(|actor| actor.kind) {
            Some(ActorKind::Person) => "person",
            _ => "organisation",
        },
        Subject::Overlay(_) => "overlay",
        Subject::Dispute(_) => "disputed area",
        Subject::Feature(_) => "",
    }
}

/// What the story says of it; nothing of countries, of which it says no more than how often.
pub(super) fn about_of<'a>(world: &'a World, atlas: &'a Atlas, subject: Subject) -> &'a str {
    let about = match subject {
        Subject::Place(id) => world.places.get(id).map(|place| &place.about),
        Subject::Actor(id) => world.actors.get(id).map(|actor| &actor.about),
        Subject::Overlay(id) => world.overlays.get(id).map(|overlay| &overlay.about),
        Subject::Dispute(id) => atlas.dispute(id).map(|dispute| &dispute.note),
        Subject::Country(_) | Subject::Feature(_) => None,
    };
    about.map_or("", String::as_str)
}

/// The ISO 3166 alpha-3 code of a country, and of the one a place lies in.
pub(super) fn code_of<'a>(world: &World, atlas: &'a Atlas, subject: Subject) -> &'a str {
    let country = match subject {
        Subject::Country(id) => Some(id),
        Subject::Place(id) => world.places.get(id).and_then(|place| place.country),
        _ => None,
    };
    let country = country.and_then(|id| atlas.country(id));
    country.map_or("", |country| &country.code)
}

/// Whether a scene is about what is named: in its passage, or where it has none in any, and an
/// overlay where that is switched on.
pub(super) fn is_in_scene(scene: &Scene, subject: Subject, naming: &NamedAs) -> bool {
    let is_on = |overlay: &Id<Overlay>| scene.stage.overlays.contains(overlay);
    match (subject, scene.stage.passage) {
        (Subject::Overlay(overlay), _) => is_on(&overlay),
        (_, Some(passage)) => naming.passages.contains(&passage),
        (_, None) => true,
    }
}
