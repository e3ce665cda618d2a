//! Questions the views ask of the model.

use std::collections::BTreeMap;

use super::{Feature, Id, Links, MentionAt, Overlay, Passage, Subject, Table, World};
use crate::atlas::{Atlas, CountryId};
use crate::geography::LonLat;

impl World {
    /// What a reader calls a subject.
    pub fn name_of<'a>(&'a self, atlas: &'a Atlas, subject: Subject) -> &'a str {
        let name = match subject {
            Subject::Country(id) => atlas.country(id).map(|country| country.name.as_str()),
            Subject::Overlay(id) => self.overlays.get(id).map(|overlay| overlay.name.as_str()),
            Subject::Feature(id) => self.features.get(id).map(|feature| feature.name.as_str()),
            Subject::Actor(id) => self.actors.get(id).map(|actor| actor.name.as_str()),
            Subject::Place(id) => self.places.get(id).map(|place| place.name.as_str()),
            Subject::Dispute(id) => atlas.dispute(id).map(|dispute| dispute.name.as_str()),
        };
        name.unwrap_or("\u{2013}")
    }

    /// The overlay that shows a subject: itself, or a feature's.
    pub fn overlay_of(&self, subject: Subject) -> Option<Id<Overlay>> {
        match subject {
            Subject::Overlay(id) => Some(id),
            Subject::Feature(id) => Some(self.features.get(id)?.overlay),
            Subject::Country(_) | Subject::Actor(_) | Subject::Place(_) | Subject::Dispute(_) => {
                None
            }
        }
    }

    /// What a file calls a subject: "country:PAK", "feature:tapi".
    pub fn key_of(&self, atlas: &Atlas, subject: Subject) -> Option<String> {
        let (kind, key) = match subject {
            Subject::Country(id) => ("country", &atlas.country(id)?.code),
            Subject::Overlay(id) => ("overlay", &self.overlays.get(id)?.key),
            Subject::Feature(id) => ("feature", &self.features.get(id)?.key),
            Subject::Actor(id) => ("actor", &self.actors.get(id)?.key),
            Subject::Place(id) => ("place", &self.places.get(id)?.key),
            Subject::Dispute(id) => ("dispute", &atlas.dispute(id)?.key),
        };
        (!key.is_empty()).then(|| format!("{kind}:{key}"))
    }

    /// The subject that a file calls so.
    pub fn subject_of(&self, atlas: &Atlas, key: &str) -> Option<Subject> {
        let (kind, key) = key.split_once(':')?;
        match kind {
            "country" => atlas.country_by_code(key).map(Subject::Country),
            "overlay" => find(&self.overlays, |row| row.key == key).map(Subject::Overlay),
            "feature" => find(&self.features, |row| row.key == key).map(Subject::Feature),
            "actor" => find(&self.actors, |row| row.key == key).map(Subject::Actor),
            "place" => find(&self.places, |row| row.key == key).map(Subject::Place),
            "dispute" => atlas.dispute_by_key(key).map(Subject::Dispute),
            _ => None,
        }
    }

    /// Whether there is nothing to show: no text, and nothing on the map.
    pub fn is_empty(&self) -> bool {
        self.passages.is_empty() && self.features.is_empty() && self.focus.is_empty()
    }

    /// Whether a copy of its article could be told from any other text.
    pub fn knows_its_original(&self) -> bool {
        let mut passages = self.passages.iter();
        passages.any(|(_, passage)| !passage.fingerprint.is_empty())
    }

    /// Where lines to a subject end: a country's seat of government, an actor's or a place's
    /// point.
    pub fn anchor(&self, atlas: &Atlas, subject: Subject) -> Option<LonLat> {
        match subject {
            Subject::Country(id) => {
                let country = atlas.country(id)?;
                let capital = country.capital.and_then(|index| atlas.cities.get(index));
                Some(capital.map_or(country.label, |city| city.at))
            }
            Subject::Actor(id) => self.actors.get(id)?.at,
            Subject::Place(id) => self.places.get(id).map(|place| place.at),
            Subject::Overlay(_) | Subject::Feature(_) | Subject::Dispute(_) => None,
        }
    }

    pub fn focus_countries(&self) -> Vec<CountryId> {
        self.focus.iter().map(|focus| focus.country).collect()
    }

    /// Whether two subjects both take part in a feature.
    pub fn joins(&self, feature: Id<Feature>, one: Subject, other: Subject) -> bool {
        self.links.takes_part(one, feature) && self.links.takes_part(other, feature)
    }

    /// Passages that mention both subjects.
    pub fn passages_joining(&self, one: Subject, other: Subject) -> Vec<Id<Passage>> {
        let others = self.links.passages(other);
        self.links
            .passages(one)
            .iter()
            .copied()
            .filter(|passage| others.contains(passage))
            .collect()
    }

    /// What a passage names, each once, in reading order.
    pub fn named_in(&self, passage: Id<Passage>) -> Vec<Subject> {
        let passage = self.passages.get(passage);
        let mentions = passage.into_iter().flat_map(|passage| &passage.mentions);
        each_once(mentions.map(|mention| mention.subject))
    }

    /// What a passage tells of: what it names, and then what it touches without words of its own.
    pub fn subjects_in(&self, passage: Id<Passage>) -> Vec<Subject> {
        let touches = self.passages.get(passage);
        let touches = touches.into_iter().flat_map(|passage| &passage.touches);
        each_once(self.named_in(passage).into_iter().chain(touches.copied()))
    }

    /// A passage with its source and paragraph number, for the clipboard.
    pub fn citation(&self, passage: Id<Passage>) -> Option<String> {
        let passage = self.passages.get(passage)?;
        let article = &self.article;
        let words = format!(
            "{}\n\n{}, paragraph {}. {}",
            passage.text,
            article.citation(),
            passage.number,
            self.note_of(passage)
        );
        Some(words.trim_end().to_owned())
    }

    /// Derives the reverse links. Called once, when everything else is in place.
    pub fn derive_links(&mut self) {
        let mut links = Links::default();
        for (id, feature) in self.features.iter() {
            let of_overlay = links.features_in.entry(feature.overlay);
            of_overlay.or_default().push(id);
            if let Some(parent) = feature.variant_of {
                links.variants_of.entry(parent).or_default().push(id);
            }
            links.has_afterwards |= feature.is_afterwards;
        }
        for (id, feature) in self.features.iter() {
            for &end in feature.from.iter().chain(&feature.to) {
                let list = links.features_of.entry(end).or_default();
                if list.last() != Some(&id) {
                    list.push(id);
                }
            }
        }
        self.links = links;
        self.derive_mention_links();
        self.derive_likeliest();
    }

    /// Derives those of the links that follow from mentions: again whenever these have changed.
    pub(super) fn derive_mention_links(&mut self) {
        let mut passages_about: BTreeMap<Subject, Vec<Id<Passage>>> = BTreeMap::new();
        let mut unsure = Vec::new();
        for (id, passage) in self.passages.iter() {
            for (index, mention) in passage.mentions.iter().enumerate() {
                if mention.is_unsure() {
                    unsure.push(MentionAt { passage: id, index });
                }
            }
            for told in self.subjects_in(id) {
                let mut subjects = vec![told];
                if let Subject::Feature(feature) = told
                    && let Some(feature_row) = self.features.get(feature)
                {
                    subjects.push(Subject::Overlay(feature_row.overlay));
                    // A variant of a feature is told of wherever the feature is.
                    let variants = self.links.variants(feature).iter();
                    subjects.extend(variants.copied().map(Subject::Feature));
                }
                for subject in subjects {
                    let list = passages_about.entry(subject).or_default();
                    if list.last() != Some(&id) {
                        list.push(id);
                    }
                }
            }
        }
        self.links.passages_about = passages_about;
        self.links.unsure = unsure;
        self.derive_focus();
    }
}

fn each_once(subjects: impl Iterator<Item = Subject>) -> Vec<Subject> {
    let mut found = Vec::new();
    for subject in subjects {
        if !found.contains(&subject) {
            found.push(subject);
        }
    }
    found
}

fn find<T>(table: &Table<T>, is_it: impl Fn(&T) -> bool) -> Option<Id<T>> {
    let mut rows = table.iter();
    rows.find(|(_, row)| is_it(row)).map(|(id, _)| id)
}
