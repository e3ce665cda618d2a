//! What a file calls kinds, bases and the rest: the words of the story format, which data that
//! leaves the program uses too.
//!
//! Out: reading them (see `content`), and the words a reader sees (see `words`).

use super::{Basis, Confidence, Direction, FeatureKind, MentionKind, OverlayStyle, Status};

impl FeatureKind {
    pub fn key(self) -> &'static str {
        match self {
            Self::Allied => "allied",
            Self::Backed => "backed",
            Self::Opposed => "opposed",
            Self::SuppliedArms => "supplied-arms",
            Self::PossibleArms => "possible-arms",
            Self::Recognised => "recognised",
            Self::Fought => "fought",
            Self::Talks => "talks",
            Self::Influence => "influence",
            Self::Presence => "presence",
            Self::Sheltered => "sheltered",
            Self::SuspectedLink => "suspected-link",
            Self::CommonThreat => "common-threat",
            Self::Thaw => "thaw",
            Self::Pipeline => "pipeline",
            Self::DrugRoute => "drug-route",
            Self::Interest => "interest",
        }
    }
}

impl MentionKind {
    pub const ALL: [Self; 6] = [
        Self::Direct,
        Self::Demonym,
        Self::Metonym,
        Self::Historical,
        Self::PartOfName,
        Self::Described,
    ];

    pub fn key(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Demonym => "demonym",
            Self::Metonym => "metonym",
            Self::Historical => "historical",
            Self::PartOfName => "part-of-name",
            Self::Described => "described",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

impl OverlayStyle {
    pub const ALL: [Self; 7] = [
        Self::Alliances,
        Self::Arms,
        Self::Wars,
        Self::Militancy,
        Self::DrugRoutes,
        Self::Pipelines,
        Self::Diplomacy,
    ];

    pub fn key(self) -> &'static str {
        match self {
            Self::Alliances => "alliances",
            Self::Arms => "arms",
            Self::Wars => "wars",
            Self::Militancy => "militancy",
            Self::DrugRoutes => "drug-routes",
            Self::Pipelines => "pipelines",
            Self::Diplomacy => "diplomacy",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.key() == key)
    }
}

impl Direction {
    pub fn key(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Both => "both",
            Self::None => "none",
        }
    }
}

impl Basis {
    pub fn key(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Schematic => "schematic",
            Self::Outside => "outside",
        }
    }
}

impl Status {
    pub fn key(self) -> &'static str {
        match self {
            Self::InForce => "in-force",
            Self::Ended => "ended",
            Self::Proposed => "proposed",
            Self::PartlyBuilt => "partly-built",
            Self::Suspected => "suspected",
            Self::Unannounced => "unannounced",
        }
    }
}

impl Confidence {
    pub fn key(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// A key that no other row has, made of a name: "national-bank", "national-bank-2".
pub fn free_key(name: &str, otherwise: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut key = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            key.push(letter);
        } else if !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
    }
    let key = match key.trim_end_matches('-') {
        "" => otherwise.to_owned(),
        key => key.to_owned(),
    };
    let mut numbered = (2..).map(|number| format!("{key}-{number}"));
    if is_taken(&key) {
        numbered.find(|key| !is_taken(key)).unwrap_or(key)
    } else {
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_of_names_and_are_free() {
        let taken = ["national-bank", "national-bank-2"];
        let key = |name: &str| free_key(name, "actor", |key| taken.contains(&key));
        assert_eq!(key("National \u{201c}Bank\u{201d}"), "national-bank-3");
        assert_eq!(key(" U.S. Army "), "u-s-army");
        assert_eq!(key("!?"), "actor");
    }
}
