//! A story's lists but for its features and scenes, each as JSON on one line. Equal rows make equal
//! texts.

use super::json::{Members, list, position, quoted};
use super::{edges, markup};
use crate::atlas::{Atlas, CountryId};
use crate::world::{Actor, ActorKind, Passage, Place, Tint, Topic, World};

pub(super) fn code(atlas: &Atlas, country: CountryId) -> Option<String> {
    Some(quoted(&atlas.country(country)?.code))
}

/// A switch is off where it is not named.
fn yes() -> String {
    "true".to_owned()
}

pub(super) fn focus_json(world: &World, atlas: &Atlas) -> String {
    // Derived from how often the text names them, and not the story's own.
    if world.tint == Tint::Mentions {
        return "[]".to_owned();
    }
    list(world.focus.iter().filter_map(|focus| {
        let row = Members::default().json("country", &code(atlas, focus.country)?);
        Some(row.prose("part", &focus.part).object())
    }))
}

pub(super) fn sources_json(world: &World) -> String {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    list(world.sources.iter().map(|(_, source)| {
        Members::default()
            .name("key", &source.key)
            .name("title", &source.title)
            .name_if("date", given(&source.date).as_deref())
            .name_if("url", given(&source.url).as_deref())
            .object()
    }))
}

pub(in crate::content) fn overlays_json(world: &World) -> String {
    list(world.overlays.iter().map(|(_, overlay)| {
        Members::default()
            .name("key", &overlay.key)
            .name("name", &overlay.name)
            .prose("about", &overlay.about)
            .prose_if("limits", &overlay.limits)
            .name("style", overlay.style.key())
            .object()
    }))
}

/// A story's organisations and people.
pub fn actors_json(world: &World) -> String {
    let rows = world.actors.iter().filter(|(_, row)| !row.is_blank());
    list(rows.map(|(_, actor)| actor_json(actor)))
}

pub(in crate::content) fn actor_json(actor: &Actor) -> String {
    Members::default()
        .name("key", &actor.key)
        .name("name", &actor.name)
        .json_if("is_person", (actor.kind == ActorKind::Person).then(yes))
        .prose("about", &actor.about)
        .json_if("at", actor.at.map(position))
        .object()
}

/// A story's cities and regions.
pub fn places_json(world: &World, atlas: &Atlas) -> String {
    let rows = world.places.iter().filter(|(_, row)| !row.is_blank());
    list(rows.map(|(_, place)| place_json(atlas, place)))
}

pub(in crate::content) fn place_json(atlas: &Atlas, place: &Place) -> String {
    Members::default()
        .name("key", &place.key)
        .name("name", &place.name)
        .prose("about", &place.about)
        .json("at", &position(place.at))
        .json_if("extent", place.extent.map(edges))
        .json_if("country", place.country.and_then(|id| code(atlas, id)))
        .object()
}

pub(super) fn eras_json(world: &World) -> String {
    list(world.eras.iter().map(|(_, era)| {
        Members::default()
            .name("key", &era.key)
            .name("name", &era.name)
            .prose_if("about", &era.about)
            .year_if("from", era.from_year)
            .year_if("to", era.to_year)
            .object()
    }))
}

/// A story's paragraphs, with their mentions as markup.
pub fn passages_json(world: &World, atlas: &Atlas) -> String {
    let rows = world.passages.iter();
    list(rows.map(|(_, passage)| passage_json(world, atlas, passage)))
}

pub(in crate::content) fn passage_json(world: &World, atlas: &Atlas, passage: &Passage) -> String {
    let fingerprint = (!passage.fingerprint.is_empty()).then(|| quoted(&passage.fingerprint));
    Members::default()
        .json("number", &passage.number.to_string())
        .json_if("fingerprint", fingerprint)
        .json("text", &quoted(&markup::written(world, atlas, passage)))
        .object()
}

/// No topic where there is only the one without a heading that every story is read with.
pub(in crate::content) fn topics_json(world: &World) -> String {
    let is_read_anyway = |topic: &Topic| {
        let all = topic.passages.iter().copied().eq(world.passages.ids());
        topic.title.is_empty() && !topic.is_ours && all
    };
    if let [only] = world.topics.as_slice()
        && is_read_anyway(only)
    {
        return "[]".to_owned();
    }
    list(world.topics.iter().map(|topic| {
        let passages = topic.passages.iter();
        let numbers = passages.filter_map(|&id| Some(world.passages.get(id)?.number.to_string()));
        Members::default()
            .name("title", &topic.title)
            .json_if("is_ours", topic.is_ours.then(yes))
            .json("passages", &list(numbers))
            .object()
    }))
}

pub(super) fn afterwards_json(world: &World, atlas: &Atlas) -> String {
    list(world.afterwards.iter().filter_map(|note| {
        let row = Members::default()
            .name("subject", &world.key_of(atlas, note.subject)?)
            .json("year", &note.year.to_string())
            .prose("text", &note.text)
            .name("source", &world.sources.get(note.source)?.key);
        Some(row.object())
    }))
}
