//! From plain text to mentions: what countries, places, regions, organisations and overlays an
//! article talks about, found offline with tables and rules.
//!
//! In: names in English as newspapers of the world write them, which reading of a name is meant,
//! and how sure that is. Out: any other language, what is said about a country, the story model
//! and the atlas. Entities are keys and codes, and this module knows nothing above it.
//!
//! `text` makes words of a paragraph, `vocabulary` numbers them, `names` finds the longest name
//! that starts at each, `article` lets the rules look around, `knowledge` counts what the whole
//! article tells, and `judge` decides, with `seats`, `surroundings` and `predicates`, `people`, `titles`,
//! `tongues` and `namesakes` for what is hard. The tables stand in `geodata/`.

use crate::world::MentionKind;
use std::fmt;
use std::ops::Range;

mod article;
mod buildings;
mod compass;
mod judge;
mod knowledge;
mod lookup;
mod names;
mod namesake_people;
mod namesakes;
mod people;
mod predicates;
mod pronoun;
mod relations;
mod seats;
mod surroundings;
mod tables;
mod text;
mod titles;
mod tongues;
mod vocabulary;

pub use lookup::{
    FormerCountry, entities_matching, entity_named, former_country, organisation, overlay, place,
    region,
};

/// The code of a country or territory in `geodata/countries.tsv`, three capital letters. South
/// Sudan, which that table of 2011 has no row for, is SSD.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryCode([u8; 3]);

impl CountryCode {
    /// `code` as a country's code, if it is written like one.
    pub fn parse(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Self(letters))
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// What a mention is about.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entity {
    Country(CountryCode),
    /// A town, by the key of its row.
    Place(&'static str),
    /// A region larger or smaller than a country, by the key of its row.
    Region(&'static str),
    /// An organisation, by the key of its row.
    Organisation(&'static str),
    /// A person, by the name as the article writes it.
    Person(String),
    /// A layer of the map, by the key of its row.
    Overlay(&'static str),
}

impl Entity {
    /// One word for it that no other entity has: `PAK`, `place:islamabad`, `org:taliban`.
    pub fn key(&self) -> String {
        match self {
            Self::Country(code) => code.as_str().to_owned(),
            Self::Place(key) => format!("place:{key}"),
            Self::Region(key) => format!("region:{key}"),
            Self::Organisation(key) => format!("org:{key}"),
            Self::Person(name) => format!("person:{name}"),
            Self::Overlay(key) => format!("overlay:{key}"),
        }
    }
}

/// Another thing that the same words may mean.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reading {
    Entity(Entity),
    /// A person's name or a common word.
    NoPlace,
}

/// A span of a paragraph and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundMention {
    /// Bytes of the paragraph.
    pub range: Range<usize>,
    pub entity: Entity,
    pub kind: MentionKind,
    pub confidence_percent: u8,
    /// What else it may be, most likely first. Where there is any, the reader should be asked.
    pub others: Vec<Reading>,
}

/// A town.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceRow {
    pub key: &'static str,
    pub name: &'static str,
    pub lon_deg: f64,
    pub lat_deg: f64,
    pub country: CountryCode,
    pub is_capital: bool,
}

/// A region with its rough extent in degrees.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionRow {
    pub key: &'static str,
    pub name: &'static str,
    pub about: &'static str,
    /// Longitude and latitude of where its name may stand.
    pub at: (f64, f64),
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

/// An organisation, with its seat where it has one.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganisationRow {
    pub key: &'static str,
    pub name: &'static str,
    pub about: &'static str,
    /// Longitude and latitude.
    pub at: Option<(f64, f64)>,
}

/// A layer of the map that words of an article may tell of.
#[derive(Clone, Debug, PartialEq)]
pub struct OverlayRow {
    pub key: &'static str,
    pub name: &'static str,
    pub about: &'static str,
    pub style: &'static str,
}

/// The mentions in the paragraphs of one article, which are given in their order. Answers per
/// paragraph, in order of start, an enclosing mention before what is inside it; none cross.
pub fn find_mentions(paragraphs: &[&str]) -> Vec<Vec<FoundMention>> {
    judge::mentions(paragraphs)
}
