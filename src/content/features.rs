//! Features: their shapes, their ends, and what each is a variant of.

use super::geometry::geometry;
use super::json_text::Piece;
use super::kinds::{basis, confidence, direction, feature_kind, status};
use super::loader::Loader;
use super::raw::{RawBasis, RawFeature};
use super::rows::Row;
use crate::world::{Feature, Geometry, Id, Overlay, Source, Subject};

impl<'a> Loader<'a> {
    pub(super) fn load_features(&mut self) {
        let mut variants = Vec::new();
        let mut loaded: Vec<Feature> = Vec::new();
        for Row { piece, mut raw } in self.rows::<RawFeature>("features") {
            let key = raw.key.clone();
            let variant = raw.variant_of.take();
            let Some(feature) = self.feature(piece, raw) else {
                self.lose("feature", piece);
                continue;
            };
            let id: Id<Feature> = Id::new(loaded.len());
            self.keep("feature", &key, piece, Subject::Feature(id));
            variants.push(variant.map(|key| (piece, key)));
            loaded.push(feature);
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

    /// A feature that belongs to an overlay and has a shape or ends; a problem where there is none.
    fn feature(&mut self, piece: Piece<'a>, mut raw: RawFeature) -> Option<Feature> {
        let overlay = self.overlay_of(piece, &raw)?;
        let written = raw.geometry.and_then(|_| piece.get("geometry"));
        let geometry =
            self.geometry(piece, &raw.key, written, std::mem::take(&mut raw.waypoints))?;
        let from = self.ends(piece, "from", &raw.from);
        let to = self.ends(piece, "to", &raw.to);
        if matches!(geometry, Geometry::Ends) && from.is_empty() && to.is_empty() {
            let what = format!(
                "feature \"{}\": no geometry and no ends, so nothing is drawn",
                raw.key
            );
            let right = "a geometry, or subjects in \"from\" and \"to\"";
            self.problem(piece, "", what, right);
            return None;
        }
        let source = self.source_of(piece, &raw);
        let period = self.period(piece, raw.period);
        Some(Feature {
            name: self.name(piece, "name", raw.name),
            short_name: self.name(piece, "short_name", raw.short_name),
            key: self.name(piece, "key", raw.key),
            overlay,
            kind: feature_kind(raw.kind),
            variant_of: None,
            from,
            to,
            direction: direction(raw.direction),
            geometry,
            is_afterwards: period.is_after(self.world.article.year),
            period,
            basis: basis(raw.basis),
            status: status(raw.status),
            attribution: raw
                .attribution
                .map(|words| self.name(piece, "attribution", words)),
            source,
            confidence: confidence(raw.confidence),
            about: self.prose(piece, "about", raw.about),
        })
    }

    fn overlay_of(&mut self, piece: Piece<'a>, raw: &RawFeature) -> Option<Id<Overlay>> {
        let key = format!("overlay:{}", raw.overlay);
        if let Some(&Subject::Overlay(overlay)) = self.keys.get(&key) {
            return Some(overlay);
        }
        let (what, _) = self.nowhere(&key);
        let what = format!("feature \"{}\": {what}", raw.key);
        self.problem(piece, "overlay", what, "the key of an overlay");
        None
    }

    /// The geometry with its names; [`Geometry::Ends`] where the row has none.
    fn geometry(
        &mut self,
        piece: Piece<'a>,
        key: &str,
        written: Option<Piece<'a>>,
        waypoints: Vec<String>,
    ) -> Option<Geometry> {
        let count = waypoints.len();
        let mut names = Vec::with_capacity(count);
        for (index, name) in waypoints.into_iter().enumerate() {
            names.push(self.name(piece, &format!("waypoints/{index}"), name));
        }
        let mut names = names.into_iter();
        let geometry = match written.map(|written| geometry(written, &mut names)) {
            None => Geometry::Ends,
            Some(Ok(geometry)) => geometry,
            Some(Err(wrong)) => {
                let what = format!("feature \"{key}\": {}", wrong.what);
                self.problem_at(wrong.at, &what, "a GeoJSON geometry, longitude first");
                return None;
            }
        };
        let points = count - names.len();
        if points < count {
            let what = format!("feature \"{key}\": {count} names for {points} points");
            let path = format!("waypoints/{points}");
            self.problem(
                piece,
                &path,
                what,
                "a name for each point of a line, or fewer",
            );
        }
        Some(geometry)
    }

    fn ends(&mut self, piece: Piece<'a>, path: &str, keys: &[String]) -> Vec<Subject> {
        let keys = keys.iter().enumerate();
        keys.filter_map(|(index, key)| self.subject(piece, &format!("{path}/{index}"), key))
            .collect()
    }

    fn source_of(&mut self, piece: Piece<'a>, raw: &RawFeature) -> Option<Id<Source>> {
        let key = raw.source.as_ref();
        let source = key.and_then(|key| self.sources.get(key).copied());
        if source.is_none() && (key.is_some() || matches!(raw.basis, RawBasis::Outside)) {
            let what = format!("feature \"{}\": its source is missing", raw.key);
            self.problem(piece, "source", what, "the key of a source");
        }
        source
    }
}
