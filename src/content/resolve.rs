//! Raw shapes into the model: keys become ids once, and everything that is wrong is gathered.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::geometry::{checked, geometry};
use super::kinds::{feature_kind, mention_kind, strip};
use super::markup;
use super::problem::Problem;
use super::raw::{
    RawBasis, RawConfidence, RawDirection, RawFeature, RawPassage, RawStatus, RawStory, RawTopic,
};
use super::text_places::TextPlaces;
use crate::atlas::Atlas;
use crate::geography::GeoBounds;
use crate::world::{
    Article, Basis, Confidence, Direction, Feature, Geometry, Id, Mention, Overlay, Passage,
    Period, Source, Status, Subject, Topic, World,
};

/// Loads what is sound of a story and lists what is not.
pub fn load_story(file: &str, bytes: &[u8], atlas: &Atlas) -> (World, Vec<Problem>) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = bytes
                .iter()
                .take(error.valid_up_to())
                .filter(|&&byte| byte == b'\n')
                .count();
            let what = "is not UTF-8 text from here on".to_owned();
            return (
                World::default(),
                vec![Problem::new(file, (line + 1, 1), what, "UTF-8")],
            );
        }
    };
    let raw: RawStory = match serde_json::from_str(text) {
        Ok(raw) => raw,
        Err(error) => {
            let at = (error.line().max(1), error.column().max(1));
            let what = error.to_string();
            let right = "a story as story.schema.json describes it";
            return (World::default(), vec![Problem::new(file, at, what, right)]);
        }
    };
    let mut loader = Loader {
        file,
        places: TextPlaces::new(text),
        atlas,
        world: World::default(),
        problems: Vec::new(),
        keys: BTreeMap::new(),
        sources: BTreeMap::new(),
        numbers: BTreeMap::new(),
    };
    loader.load(raw);
    loader.world.derive_links();
    (loader.world, loader.problems)
}

/// One passage lists no more faults of its markup than this, and then how many there are.
const MOST_FAULTS: usize = 100;

pub(super) struct Loader<'a> {
    pub(super) file: &'a str,
    places: TextPlaces<'a>,
    pub(super) atlas: &'a Atlas,
    pub(super) world: World,
    pub(super) problems: Vec<Problem>,
    /// "actor:taliban" and the like.
    pub(super) keys: BTreeMap<String, Subject>,
    pub(super) sources: BTreeMap<String, Id<Source>>,
    /// Passages by their number in the article.
    numbers: BTreeMap<u32, Id<Passage>>,
}

impl Loader<'_> {
    pub(super) fn problem(&mut self, needle: &str, what: String, right: &str) {
        let problem = Problem::new(self.file, self.places.of(needle), what, right);
        self.problems.push(problem);
    }

    /// Reads one row of a list; a row that does not fit is a problem and the next is read.
    pub(super) fn rows<T: DeserializeOwned>(&mut self, list: &str, rows: Vec<Value>) -> Vec<T> {
        let mut read = Vec::new();
        for (index, row) in rows.into_iter().enumerate() {
            let key = row.get("key").and_then(Value::as_str).map(str::to_owned);
            match serde_json::from_value(row) {
                Ok(row) => read.push(row),
                Err(error) => {
                    let name = key
                        .clone()
                        .unwrap_or_else(|| format!("number {}", index + 1));
                    let what = format!("{list}: {name}: {error}");
                    let needle = key.unwrap_or_else(|| list.to_owned());
                    self.problem(&needle, what, "what story.schema.json says of it");
                }
            }
        }
        read
    }

    /// Keeps a key; a second one of the same name is a problem and the first stays.
    pub(super) fn keep(&mut self, kind: &str, key: &str, subject: Subject) {
        let full = format!("{kind}:{key}");
        match self.keys.entry(full.clone()) {
            std::collections::btree_map::Entry::Vacant(free) => {
                free.insert(subject);
            }
            std::collections::btree_map::Entry::Occupied(_) => {
                self.problem(
                    key,
                    format!("{full} stands twice"),
                    "a key of its own for each",
                );
            }
        }
    }

    fn load(&mut self, raw: RawStory) {
        for field in raw.unknown.keys() {
            let what = format!("\"{field}\" is not a part of a story");
            self.problem(field, what, "one of the parts story.schema.json names");
        }
        if raw.format != 1 {
            self.problem("format", format!("format {} is not known", raw.format), "1");
        }
        self.world.title = raw.title;
        let article = raw.article;
        self.world.article = Article {
            publisher: article.publisher,
            title: article.title,
            date: article.date,
            credits: article.credits,
            note: article.note,
        };
        self.load_focus(raw.focus);
        self.load_tables(raw.sources, raw.overlays, raw.actors, raw.places);
        self.load_features(raw.features);
        self.load_passages(raw.passages);
        self.load_topics(raw.topics);
        for key in raw.opening.overlays {
            match self.keys.get(&format!("overlay:{key}")) {
                Some(&Subject::Overlay(id)) => self.world.opening_overlays.push(id),
                _ => self.problem(
                    &key,
                    format!("no overlay is called {key}"),
                    "the key of an overlay",
                ),
            }
        }
        if let Some(frame) = raw.opening.frame {
            self.world.opening_frame = self.bounds("opening", frame);
        }
    }

    pub(super) fn bounds(
        &mut self,
        needle: &str,
        [west, south, east, north]: [f64; 4],
    ) -> Option<GeoBounds> {
        match (checked(west, south), checked(east, north)) {
            (Ok(low), Ok(high)) if low.lon_deg < high.lon_deg && low.lat_deg < high.lat_deg => {
                Some(GeoBounds {
                    west_deg: low.lon_deg,
                    south_deg: low.lat_deg,
                    east_deg: high.lon_deg,
                    north_deg: high.lat_deg,
                })
            }
            _ => {
                let what = format!("[{west}, {south}, {east}, {north}] is not a box on the globe");
                self.problem(needle, what, "west, south, east, north in degrees");
                None
            }
        }
    }

    /// A name without characters that could make it look like another; each one is a problem.
    pub(super) fn name(&mut self, key: &str, written: &str) -> String {
        let (name, hidden) = strip(written);
        for letter in hidden {
            let what = format!("{key}: an invisible character, U+{:04X}", u32::from(letter));
            self.problem(written, what, "a name of visible characters");
        }
        name
    }

    /// The subject a key means; a problem where there is none.
    fn subject(&mut self, key: &str, needle: &str) -> Option<Subject> {
        let found = match key.strip_prefix("country:") {
            Some(code) => self.atlas.country_by_code(code).map(Subject::Country),
            None => self.keys.get(key).copied(),
        };
        if found.is_none() {
            self.problem(
                needle,
                format!("\"{key}\" leads nowhere"),
                "the key of something in the story, or country:CODE",
            );
        }
        found
    }

    fn load_features(&mut self, rows: Vec<Value>) {
        let raw: Vec<RawFeature> = self.rows("features", rows);
        let mut variants = Vec::new();
        let mut loaded: Vec<Feature> = Vec::new();
        for feature in raw {
            let Some(&Subject::Overlay(overlay)) =
                self.keys.get(&format!("overlay:{}", feature.overlay))
            else {
                let what = format!("{}: no overlay is called {}", feature.key, feature.overlay);
                self.problem(&feature.key, what, "the key of an overlay");
                continue;
            };
            let geometry = match &feature.geometry {
                None => Geometry::Ends,
                Some(value) => match geometry(value, &feature.waypoints) {
                    Ok(geometry) => geometry,
                    Err(what) => {
                        let what = format!("{}: {what}", feature.key);
                        self.problem(&feature.key, what, "a GeoJSON geometry");
                        continue;
                    }
                },
            };
            let id: Id<Feature> = Id::new(loaded.len());
            self.keep("feature", &feature.key, Subject::Feature(id));
            variants.push(feature.variant_of.clone());
            let row = self.feature(feature, overlay, geometry);
            loaded.push(row);
        }
        for (row, variant) in loaded.iter_mut().zip(variants) {
            let Some(key) = variant else { continue };
            if let Some(Subject::Feature(id)) = self.subject(&format!("feature:{key}"), &key) {
                row.variant_of = Some(id);
            }
        }
        for row in loaded {
            self.world.features.push(row);
        }
    }

    fn feature(&mut self, raw: RawFeature, overlay: Id<Overlay>, geometry: Geometry) -> Feature {
        let mut ends = |keys: &[String]| -> Vec<Subject> {
            keys.iter()
                .filter_map(|key| self.subject(key, key))
                .collect()
        };
        let (from, to) = (ends(&raw.from), ends(&raw.to));
        let source = raw
            .source
            .as_ref()
            .and_then(|key| self.sources.get(key).copied());
        if source.is_none() && (raw.source.is_some() || matches!(raw.basis, RawBasis::Outside)) {
            let what = format!("{}: its source is missing", raw.key);
            self.problem(&raw.key, what, "the key of a source");
        }
        let (name, short_name) = (
            self.name(&raw.key, &raw.name),
            self.name(&raw.key, &raw.short_name),
        );
        Feature {
            key: raw.key,
            name,
            short_name,
            overlay,
            kind: feature_kind(raw.kind),
            variant_of: None,
            from,
            to,
            direction: match raw.direction {
                RawDirection::Forward => Direction::Forward,
                RawDirection::Both => Direction::Both,
                RawDirection::None => Direction::None,
            },
            geometry,
            period: Period {
                text: raw.period.text,
                from_year: raw.period.from,
                to_year: raw.period.to,
            },
            basis: match raw.basis {
                RawBasis::Stated => Basis::Stated,
                RawBasis::Schematic => Basis::Schematic,
                RawBasis::Outside => Basis::Outside,
            },
            status: match raw.status {
                RawStatus::InForce => Status::InForce,
                RawStatus::Ended => Status::Ended,
                RawStatus::Proposed => Status::Proposed,
                RawStatus::PartlyBuilt => Status::PartlyBuilt,
                RawStatus::Suspected => Status::Suspected,
                RawStatus::Unannounced => Status::Unannounced,
            },
            attribution: raw.attribution,
            source,
            confidence: match raw.confidence {
                RawConfidence::Low => Confidence::Low,
                RawConfidence::Medium => Confidence::Medium,
                RawConfidence::High => Confidence::High,
            },
            about: raw.about,
        }
    }

    fn load_passages(&mut self, rows: Vec<Value>) {
        for raw in self.rows::<RawPassage>("passages", rows) {
            if self.numbers.contains_key(&raw.number) {
                let what = format!("passage {} stands twice", raw.number);
                self.problem("passages", what, "a number of its own for each");
                continue;
            }
            let (text, written, wrong) = markup::parse(&raw.text);
            let unsaid = wrong.len().saturating_sub(MOST_FAULTS);
            let rest = (unsaid > 0).then(|| format!("{unsaid} more faults in the markup"));
            for what in wrong.into_iter().take(MOST_FAULTS).chain(rest) {
                let what = format!("passage {}: {what}", raw.number);
                self.problem(&raw.text, what, "[words](subject kind)");
            }
            let mut mentions = Vec::new();
            for mention in written {
                let (key, kind) = mention
                    .target
                    .split_once(' ')
                    .unwrap_or((&mention.target, "direct"));
                let Some(subject) = self.subject(key, &raw.text) else {
                    continue;
                };
                let Some(kind) = mention_kind(kind) else {
                    let what = format!(
                        "passage {}: \"{kind}\" is not a kind of mention",
                        raw.number
                    );
                    self.problem(
                        &raw.text,
                        what,
                        "direct, demonym, metonym, historical, part-of-name or described",
                    );
                    continue;
                };
                mentions.push(Mention {
                    range: mention.range,
                    subject,
                    kind,
                });
            }
            let (number, fingerprint) = (raw.number, raw.fingerprint);
            let id = self.world.passages.push(Passage {
                number,
                text,
                mentions,
                fingerprint,
            });
            self.numbers.insert(number, id);
        }
    }

    fn load_topics(&mut self, rows: Vec<Value>) {
        for raw in self.rows::<RawTopic>("topics", rows) {
            let mut passages = Vec::new();
            for number in raw.passages {
                if let Some(&id) = self.numbers.get(&number) {
                    passages.push(id);
                } else {
                    let what = format!("there is no passage {number}");
                    self.problem(&raw.title, what, "the number of a passage");
                }
            }
            self.world.topics.push(Topic {
                title: raw.title,
                is_ours: raw.is_ours,
                passages,
            });
        }
    }
}
