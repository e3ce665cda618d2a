//! Reverse links, derived from the mentions and the features' ends. Never written by hand.

use std::collections::BTreeMap;

use super::{Feature, Id, MentionAt, Overlay, Passage, Subject};

/// Who is mentioned where, and who takes part in what.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Passages that mention a subject, in reading order. An overlay is also mentioned wherever
    /// one of its features is.
    pub passages_about: BTreeMap<Subject, Vec<Id<Passage>>>,
    /// Features a country, actor or place takes part in, in the story's order.
    pub features_of: BTreeMap<Subject, Vec<Id<Feature>>>,
    /// Features of each overlay, in the story's order.
    pub features_in: BTreeMap<Id<Overlay>, Vec<Id<Feature>>>,
    /// Other ways a feature is drawn, in the story's order.
    pub variants_of: BTreeMap<Id<Feature>, Vec<Id<Feature>>>,
    /// Mentions that may mean something else, in reading order.
    pub unsure: Vec<MentionAt>,
    /// Where to look for the words of each lost link, the likeliest passage first.
    pub likeliest: Vec<Vec<Id<Passage>>>,
    /// Whether some feature came about after the article.
    pub has_afterwards: bool,
}

impl Links {
    pub fn passages(&self, subject: Subject) -> &[Id<Passage>] {
        self.passages_about.get(&subject).map_or(&[], Vec::as_slice)
    }

    pub fn features(&self, subject: Subject) -> &[Id<Feature>] {
        self.features_of.get(&subject).map_or(&[], Vec::as_slice)
    }

    pub fn in_overlay(&self, overlay: Id<Overlay>) -> &[Id<Feature>] {
        self.features_in.get(&overlay).map_or(&[], Vec::as_slice)
    }

    pub fn variants(&self, feature: Id<Feature>) -> &[Id<Feature>] {
        self.variants_of.get(&feature).map_or(&[], Vec::as_slice)
    }

    /// Whether a country, actor or place takes part in a feature.
    pub fn takes_part(&self, subject: Subject, feature: Id<Feature>) -> bool {
        self.features(subject).binary_search(&feature).is_ok()
    }
}
