//! From rows to the model: keys become ids once, and what leads nowhere is said.

use std::sync::Arc;

use super::decode::decode;
use super::geometry::bounds;
use super::json_text::Piece;
use super::kinds::tint;
use super::loader::Loader;
use super::problem::Problem;
use super::raw::{RawArticle, RawOpening};
use crate::atlas::Atlas;
use crate::geography::GeoBounds;
use crate::world::{Article, Id, Overlay, Subject, World};

/// Loads what is sound of a story and lists what is not.
pub fn load_story(file: &str, bytes: &[u8], atlas: &Atlas) -> (World, Vec<Problem>) {
    load(file, bytes, atlas, |_| ()).0
}

/// The same, and where each of its lost links stands.
pub(super) fn load_with_lost_links(
    file: &str,
    bytes: &[u8],
    atlas: &Atlas,
) -> ((World, Vec<Problem>), Vec<Problem>) {
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method's path does not hold for every lifetime"
    )]
    load(file, bytes, atlas, |loader| loader.lost_links())
}

/// `told` is asked once all is read.
fn load<T: Default>(
    file: &str,
    bytes: &[u8],
    atlas: &Atlas,
    told: impl FnOnce(&Loader<'_>) -> T,
) -> ((World, Vec<Problem>), T) {
    let file: Arc<str> = file.into();
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(what) => {
            let problem = Problem::new(&file, (1, 1), what, "a file saved as UTF-8");
            return ((World::default(), vec![problem]), T::default());
        }
    };
    let mut loader = Loader::new(&file, &decoded.text, atlas);
    loader.say(decoded.slips);
    if loader.open() {
        loader.load();
    }
    let told = told(&loader);
    (loader.finish(), told)
}

impl<'a> Loader<'a> {
    fn load(&mut self) {
        if let Some(format @ (0 | 2..)) = self.needed_part::<u32>("format") {
            let what = format!("format {format} is not known");
            self.problem_at(self.part_piece("format").at, &what, "1");
        }
        let _: Option<String> = self.part("$schema");
        if let Some(title) = self.needed_part("title") {
            self.world.title = self.name(self.part_piece("title"), "", title);
        }
        if let Some(article) = self.needed_part::<RawArticle>("article") {
            let piece = self.part_piece("article");
            self.world.article = Article {
                publisher: self.name(piece, "publisher", article.publisher),
                title: self.name(piece, "title", article.title),
                year: super::times::year_of(&article.date),
                date: self.name(piece, "date", article.date),
                credits: self.prose(piece, "credits", article.credits),
                note: self.prose(piece, "note", article.note),
                lines: article.lines,
            };
        }
        self.load_tables();
        self.load_eras();
        self.load_features();
        self.load_passages();
        self.load_orphans();
        self.load_afterwards();
        self.load_scenes();
        if let Some(opening) = self.part::<RawOpening>("opening") {
            let piece = self.part_piece("opening");
            self.world.opening_overlays = self.overlays(piece, "overlays", &opening.overlays);
            self.world.opening_frame = opening
                .frame
                .and_then(|frame| self.bounds(piece, "frame", frame));
            self.world.tint = tint(opening.tint);
        }
    }

    /// The overlays of a list of keys; each that is none is a problem.
    pub(super) fn overlays(
        &mut self,
        row: Piece<'a>,
        path: &str,
        keys: &[String],
    ) -> Vec<Id<Overlay>> {
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

    /// A box on the map; a problem where there is none.
    pub(super) fn bounds(
        &mut self,
        row: Piece<'a>,
        path: &str,
        edges: [f64; 4],
    ) -> Option<GeoBounds> {
        let found = bounds(edges);
        if let Err(what) = &found {
            self.problem(row, path, what, "west, south, east, north in degrees");
        }
        found.ok()
    }

    pub(super) fn find_subject(&self, key: &str) -> Option<Subject> {
        match key.split_once(':') {
            Some(("country", code)) => self.atlas.country_by_code(code).map(Subject::Country),
            Some(("dispute", key)) => self.atlas.dispute_by_key(key).map(Subject::Dispute),
            _ => self.keys.get(key).copied(),
        }
    }

    /// The subject a key means; a problem where there is none.
    pub(super) fn subject(&mut self, row: Piece<'a>, path: &str, key: &str) -> Option<Subject> {
        let found = self.find_subject(key);
        if found.is_none() {
            let (what, right) = self.nowhere(key);
            self.problem(row, path, what, right);
        }
        found
    }
}
