//! Reverse links, derived from the mentions and the features' ends. Never written by hand.

use std::collections::BTreeMap;

use super::{Feature, Id, Passage, Subject};

/// Who is mentioned where, and who takes part in what.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Passages that mention a subject, in reading order. An overlay is also mentioned wherever
    /// one of its features is.
    pub passages_about: BTreeMap<Subject, Vec<Id<Passage>>>,
    /// Features a country, actor or place takes part in, in the story's order.
    pub features_of: BTreeMap<Subject, Vec<Id<Feature>>>,
}

impl Links {
    pub fn passages(&self, subject: Subject) -> &[Id<Passage>] {
        self.passages_about.get(&subject).map_or(&[], Vec::as_slice)
    }

    pub fn features(&self, subject: Subject) -> &[Id<Feature>] {
        self.features_of.get(&subject).map_or(&[], Vec::as_slice)
    }
}
