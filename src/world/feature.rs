//! Features: one line, relation, set of members or site of an overlay.

use super::{Id, Overlay, Source, Subject};
use crate::geography::LonLat;

/// One thing an overlay shows.
#[derive(Clone, Debug)]
pub struct Feature {
    pub key: String,
    /// "Turkmenistan-Afghanistan-Pakistan-India pipeline".
    pub name: String,
    /// At most about 24 characters, for the map.
    pub short_name: String,
    pub overlay: Id<Overlay>,
    pub kind: FeatureKind,
    /// Another way the same thing is drawn: told of wherever that one is.
    pub variant_of: Option<Id<Feature>>,
    /// Whom it starts from; for undirected kinds simply the first side.
    pub from: Vec<Subject>,
    /// Whom it goes to; for undirected kinds the other side.
    pub to: Vec<Subject>,
    pub direction: Direction,
    pub geometry: Geometry,
    pub period: Period,
    /// It came about after the article had appeared, so that it is kept apart.
    pub is_afterwards: bool,
    pub basis: Basis,
    pub status: Status,
    /// Who says so, where the article attributes it: "Russia suspects".
    pub attribution: Option<String>,
    /// Where from what the article has not: set whenever `basis` is [`Basis::Outside`], and for ways
    /// and additions that follow a source.
    pub source: Option<Id<Source>>,
    pub confidence: Confidence,
    /// What a reader should know, in one to three sentences.
    pub about: String,
}

impl Feature {
    /// Whether another source tells it of the article's own time. What came later is from
    /// elsewhere too, but is told apart by that.
    pub fn is_from_elsewhere(&self) -> bool {
        self.basis == Basis::Outside && !self.is_afterwards
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeatureKind {
    Allied,
    Backed,
    Opposed,
    SuppliedArms,
    /// Talked of, not announced: drawn as a question.
    PossibleArms,
    Recognised,
    Fought,
    Talks,
    Influence,
    Presence,
    Sheltered,
    SuspectedLink,
    CommonThreat,
    Thaw,
    Pipeline,
    DrugRoute,
    Interest,
}

impl FeatureKind {
    /// Whether it says how parties stand to each other, and is no way or place.
    pub fn is_relation(self) -> bool {
        !matches!(self, Self::Pipeline | Self::DrugRoute | Self::Sheltered)
    }
}

/// Which way a feature points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Forward,
    Both,
    None,
}

/// Where it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Geometry {
    /// From the ends: an arc between each `from` and each `to`.
    Ends,
    /// Lines through waypoints, in order. One over the edge of the map is two.
    Lines(Vec<Vec<Waypoint>>),
    /// Sites.
    Points(Vec<Waypoint>),
    /// Rings, outer first: an area of its own. One over the edge of the map is two.
    Polygons(Vec<Vec<Vec<LonLat>>>),
}

/// A named point of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Waypoint {
    pub at: LonLat,
    /// Empty for a point that only shapes the line.
    pub name: String,
}

/// When a statement holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Period {
    /// As the reader sees it: "1980s", "since 2003", "as of January 2011".
    pub text: String,
    /// First year it surely holds, or open.
    pub from_year: Option<i32>,
    /// Last year it surely holds, or open.
    pub to_year: Option<i32>,
}

/// Why a thing is drawn as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The article says so.
    Stated,
    /// The article names the ends; we drew the way.
    Schematic,
    /// Another, named source.
    Outside,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    InForce,
    Ended,
    Proposed,
    PartlyBuilt,
    Suspected,
    Unannounced,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    Low,
    Medium,
    High,
}
