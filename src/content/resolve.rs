//! From rows to the model: keys become ids once, and what leads nowhere is said.

use std::sync::Arc;

use super::geometry::{checked, geometry};
use super::json_text::Piece;
use super::kinds::{basis, confidence, direction, feature_kind, mention_kind, status};
use super::loader::{Loader, Row};
use super::markup::{self, RawMention};
use super::places::Places;
use super::problem::Problem;
use super::raw::{RawArticle, RawBasis, RawFeature, RawOpening, RawPassage, RawScene, RawTopic};
use crate::atlas::Atlas;
use crate::geography::GeoBounds;
use crate::world::{
    Article, Feature, Geometry, Id, Mention, Overlay, Passage, Period, Scene, Subject, Topic, World,
};

/// Loads what is sound of a story and lists what is not.
pub fn load_story(file: &str, bytes: &[u8], atlas: &Atlas) -> (World, Vec<Problem>) {
    let file: Arc<str> = file.into();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let sound = String::from_utf8_lossy(sound);
            let place = Places::new(&sound).of(sound.len());
            let what = "the text is not UTF-8 from here on";
            let problem = Problem::new(&file, place, what, "a file saved as UTF-8");
            return (World::default(), vec![problem]);
        }
    };
    let mut loader = Loader::new(&file, text, atlas);
    if loader.open() {
        loader.load();
    }
    loader.finish()
}

impl<'a> Loader<'a> {
    fn load(&mut self) {
        if let Some(format @ (0 | 2..)) = self.needed_part::<u32>("format") {
            let what = format!("format {format} is not known");
            self.problem_at(self.part_piece("format").at, &what, "1");
        }
        let _: Option<String> = self.part("$schema");
        self.world.title = self.needed_part("title").unwrap_or_default();
        if let Some(article) = self.needed_part::<RawArticle>("article") {
            self.world.article = Article {
                publisher: article.publisher,
                title: article.title,
                date: article.date,
                credits: article.credits,
                note: article.note,
            };
        }
        self.load_tables();
        self.load_features();
        self.load_passages();
        self.load_topics();
        self.load_scenes();
        if let Some(opening) = self.part::<RawOpening>("opening") {
            let piece = self.part_piece("opening");
            self.world.opening_overlays = self.overlays(piece, "overlays", &opening.overlays);
            self.world.opening_frame = opening
                .frame
                .and_then(|frame| self.bounds(piece, "frame", frame));
        }
    }

    /// The overlays of a list of keys; each that is none is a problem.
    fn overlays(&mut self, row: Piece<'a>, path: &str, keys: &[String]) -> Vec<Id<Overlay>> {
        let mut found = Vec::new();
        for (index, key) in keys.iter().enumerate() {
            if let Some(&Subject::Overlay(id)) = self.keys.get(&format!("overlay:{key}")) {
                found.push(id);
            } else {
                let (what, _) = self.nowhere(&format!("overlay:{key}"));
                self.problem(
                    row,
                    &format!("{path}/{index}"),
                    what,
                    "the key of an overlay",
                );
            }
        }
        found
    }

    pub(super) fn bounds(
        &mut self,
        row: Piece<'a>,
        path: &str,
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
                self.problem(row, path, what, "west, south, east, north in degrees");
                None
            }
        }
    }

    fn find_subject(&self, key: &str) -> Option<Subject> {
        match key.strip_prefix("country:") {
            Some(code) => self.atlas.country_by_code(code).map(Subject::Country),
            None => self.keys.get(key).copied(),
        }
    }

    /// The subject a key means; a problem where there is none.
    fn subject(&mut self, row: Piece<'a>, path: &str, key: &str) -> Option<Subject> {
        let found = self.find_subject(key);
        if found.is_none() {
            let (what, right) = self.nowhere(key);
            self.problem(row, path, what, right);
        }
        found
    }

    fn load_features(&mut self) {
        let mut variants = Vec::new();
        let mut loaded: Vec<Feature> = Vec::new();
        for Row { piece, mut raw } in self.rows::<RawFeature>("features") {
            let Some(&Subject::Overlay(overlay)) =
                self.keys.get(&format!("overlay:{}", raw.overlay))
            else {
                let (what, _) = self.nowhere(&format!("overlay:{}", raw.overlay));
                let what = format!("feature \"{}\": {what}", raw.key);
                self.problem(piece, "overlay", what, "the key of an overlay");
                self.lose("feature", piece);
                continue;
            };
            let written = raw.geometry.and_then(|_| piece.get("geometry"));
            let geometry = match written.map(|piece| geometry(piece, &raw.waypoints)) {
                None => Geometry::Ends,
                Some(Ok(geometry)) => geometry,
                Some(Err(wrong)) => {
                    let what = format!("feature \"{}\": {}", raw.key, wrong.what);
                    self.problem_at(wrong.at, &what, "a GeoJSON geometry, longitude first");
                    self.lose("feature", piece);
                    continue;
                }
            };
            let id: Id<Feature> = Id::new(loaded.len());
            self.keep("feature", &raw.key, piece, Subject::Feature(id));
            variants.push(raw.variant_of.take().map(|key| (piece, key)));
            let row = self.feature(piece, raw, overlay, geometry);
            loaded.push(row);
        }
        for (row, variant) in loaded.iter_mut().zip(variants) {
            let Some((piece, key)) = variant else {
                continue;
            };
            let found = self.subject(piece, "variant_of", &format!("feature:{key}"));
            if let Some(Subject::Feature(id)) = found {
                row.variant_of = Some(id);
            }
        }
        for row in loaded {
            self.world.features.push(row);
        }
    }

    fn feature(
        &mut self,
        piece: Piece<'a>,
        raw: RawFeature,
        overlay: Id<Overlay>,
        geometry: Geometry,
    ) -> Feature {
        let mut ends = |path: &str, keys: &[String]| -> Vec<Subject> {
            let keys = keys.iter().enumerate();
            keys.filter_map(|(index, key)| self.subject(piece, &format!("{path}/{index}"), key))
                .collect()
        };
        let (from, to) = (ends("from", &raw.from), ends("to", &raw.to));
        if matches!(geometry, Geometry::Ends) && from.is_empty() && to.is_empty() {
            let what = format!(
                "feature \"{}\": no geometry and no ends, so nothing is drawn",
                raw.key
            );
            self.problem(
                piece,
                "",
                what,
                "a geometry, or subjects in \"from\" and \"to\"",
            );
        }
        let source = raw.source.as_ref();
        let source = source.and_then(|key| self.sources.get(key).copied());
        if source.is_none() && (raw.source.is_some() || matches!(raw.basis, RawBasis::Outside)) {
            let what = format!("feature \"{}\": its source is missing", raw.key);
            self.problem(piece, "source", what, "the key of a source");
        }
        let name = self.name(piece, "name", &raw.name);
        let short_name = self.name(piece, "short_name", &raw.short_name);
        Feature {
            key: raw.key,
            name,
            short_name,
            overlay,
            kind: feature_kind(raw.kind),
            variant_of: None,
            from,
            to,
            direction: direction(raw.direction),
            geometry,
            period: Period {
                text: raw.period.text,
                from_year: raw.period.from,
                to_year: raw.period.to,
            },
            basis: basis(raw.basis),
            status: status(raw.status),
            attribution: raw.attribution,
            source,
            confidence: confidence(raw.confidence),
            about: raw.about,
        }
    }

    fn load_passages(&mut self) {
        for Row { piece, raw } in self.rows::<RawPassage>("passages") {
            if self.numbers.contains_key(&raw.number) {
                let what = format!("passage {} stands twice", raw.number);
                self.problem(piece, "number", what, "a number of its own for each");
                continue;
            }
            let (text, written, wrong) = markup::parse(&raw.text);
            for (byte, what) in &wrong.said {
                let what = format!("passage {}: {what}", raw.number);
                self.problem_in_string(piece, "text", *byte, &what, "[words](subject kind)");
            }
            self.leave_unsaid(piece, wrong.unsaid);
            let mentions = written
                .into_iter()
                .filter_map(|mention| self.mention(piece, raw.number, mention))
                .collect();
            let id = self.world.passages.push(Passage {
                number: raw.number,
                text,
                mentions,
                fingerprint: raw.fingerprint,
            });
            self.numbers.insert(raw.number, id);
        }
    }

    /// A mention whose subject there is and whose kind is known.
    fn mention(&mut self, row: Piece<'a>, number: u32, written: RawMention) -> Option<Mention> {
        let target = &written.target;
        let (key, kind) = target.split_once(' ').unwrap_or((target, "direct"));
        let (what, right) = match (self.find_subject(key), mention_kind(kind)) {
            (Some(subject), Some(kind)) => {
                return Some(Mention {
                    range: written.range,
                    subject,
                    kind,
                });
            }
            (None, _) => self.nowhere(key),
            (Some(_), None) => (
                format!("\"{kind}\" is not a kind of mention"),
                "direct, demonym, metonym, historical, part-of-name or described",
            ),
        };
        let what = format!("passage {number}: {what}");
        self.problem_in_string(row, "text", written.target_at, &what, right);
        None
    }

    /// The passage of a number; a problem where there is none.
    fn passage(&mut self, row: Piece<'a>, path: &str, number: u32) -> Option<Id<Passage>> {
        let found = self.numbers.get(&number).copied();
        if found.is_none() {
            let what = format!("there is no passage {number}");
            self.problem(row, path, what, "the number of a passage");
        }
        found
    }

    fn load_topics(&mut self) {
        for Row { piece, raw } in self.rows::<RawTopic>("topics") {
            let numbers = raw.passages.into_iter().enumerate();
            let passages = numbers
                .filter_map(|(index, number)| {
                    self.passage(piece, &format!("passages/{index}"), number)
                })
                .collect();
            self.world.topics.push(Topic {
                title: raw.title,
                is_ours: raw.is_ours,
                passages,
            });
        }
    }

    fn load_scenes(&mut self) {
        for Row { piece, raw } in self.rows::<RawScene>("scenes") {
            let stage = raw.stage;
            let scene = Scene {
                title: self.name(piece, "title", &raw.title),
                overlays: self.overlays(piece, "stage/overlays", &stage.overlays),
                selection: stage
                    .selection
                    .and_then(|key| self.subject(piece, "stage/selection", &key)),
                passage: stage
                    .passage
                    .and_then(|number| self.passage(piece, "stage/passage", number)),
                frame: stage
                    .frame
                    .and_then(|frame| self.bounds(piece, "stage/frame", frame)),
                notes: raw.notes,
            };
            self.world.scenes.push(scene);
        }
    }
}
