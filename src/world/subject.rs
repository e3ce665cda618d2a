//! What can be hovered, selected, linked and framed.

use super::{Feature, Id};
use crate::atlas::{CountryId, DisputeId};
use crate::geography::{GeoBounds, LonLat};

/// One thing that can be hovered, selected, linked or framed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    Country(CountryId),
    Overlay(Id<Overlay>),
    Feature(Id<Feature>),
    Actor(Id<Actor>),
    Place(Id<Place>),
    /// A disputed area, or a line the sides differ about.
    Dispute(DisputeId),
}

/// A layer a reader switches on and off.
#[derive(Clone, Debug)]
pub struct Overlay {
    pub key: String,
    pub name: String,
    /// What it shows, in one or two sentences.
    pub about: String,
    /// What it can not tell, in one to three sentences; empty where the story says nothing of it.
    pub limits: String,
    pub style: OverlayStyle,
}

/// The looks an overlay can have; `theme` turns each into colour, dash and arrow.
///
/// Closed, so that every place that draws an overlay is found by the compiler.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OverlayStyle {
    Alliances,
    Arms,
    Wars,
    Militancy,
    DrugRoutes,
    Pipelines,
    Diplomacy,
}

/// An organisation or a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    pub key: String,
    pub name: String,
    pub kind: ActorKind,
    /// Who that is, in one sentence, as of the article.
    pub about: String,
    /// Where lines to it end on the map, where that makes sense (schematic).
    pub at: Option<LonLat>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActorKind {
    Organisation,
    Person,
}

/// A city or a region the text names that is not a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub key: String,
    pub name: String,
    pub about: String,
    /// Where its name or dot stands.
    pub at: LonLat,
    /// A region's extent; none for a city.
    pub extent: Option<GeoBounds>,
    /// The country it lies in, if one.
    pub country: Option<CountryId>,
}
