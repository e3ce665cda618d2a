//! Reading a story's parts and rows one by one, and gathering what is wrong with its place.
//!
//! Out: what the rows mean (see `resolve` and `tables`).

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::json_text::{Piece, Slips, byte_in_string};
use super::kinds::strip;
use super::misfit::Misfit;
use super::places::Places;
use super::problem::Problem;
use crate::atlas::Atlas;
use crate::world::{Id, Passage, Source, Subject, World};

/// The parts a story can have: the fields of [`super::RawStory`].
pub(super) const PARTS: [&str; 14] = [
    "$schema", "format", "title", "article", "opening", "focus", "sources", "overlays", "actors",
    "places", "features", "passages", "topics", "scenes",
];

/// One row says no more faults than this, and then how many more it has.
const MOST_IN_ROW: usize = 20;

/// A file says no more than this, and then how many more there are.
const MOST_PROBLEMS: usize = 100_000;

/// One row of a list: what was read, and where it stands.
pub(super) struct Row<'a, T> {
    pub piece: Piece<'a>,
    pub raw: T,
}

pub(super) struct Loader<'a> {
    file: Arc<str>,
    text: &'a str,
    places: OnceCell<Places<'a>>,
    pub(super) atlas: &'a Atlas,
    pub(super) world: World,
    problems: Vec<Problem>,
    unsaid: usize,
    /// The row that had the last problem: its piece, how many it said, how many it did not.
    row: Option<(Piece<'a>, usize, usize)>,
    parts: BTreeMap<String, Piece<'a>>,
    /// "actor:taliban" and the like.
    pub(super) keys: BTreeMap<String, Subject>,
    /// Keys of rows that could not be used.
    lost: BTreeSet<String>,
    pub(super) sources: BTreeMap<String, Id<Source>>,
    /// Passages by their number in the article.
    pub(super) numbers: BTreeMap<u32, Id<Passage>>,
}

impl<'a> Loader<'a> {
    pub(super) fn new(file: &Arc<str>, text: &'a str, atlas: &'a Atlas) -> Self {
        Self {
            file: file.clone(),
            text,
            places: OnceCell::new(),
            atlas,
            world: World::default(),
            problems: Vec::new(),
            unsaid: 0,
            row: None,
            parts: BTreeMap::new(),
            keys: BTreeMap::new(),
            lost: BTreeSet::new(),
            sources: BTreeMap::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// Finds the parts of the story. Whether there is any to read.
    pub(super) fn open(&mut self) -> bool {
        let whole = Piece::new(self.text, 0);
        if !whole.text.starts_with('{') {
            let what = if whole.text.is_empty() {
                "the file is empty"
            } else {
                "this is not a story"
            };
            let right = "an object in curly brackets, as story.schema.json describes it";
            self.problem_at(whole.at, what, right);
            return false;
        }
        let mut slips = Slips::default();
        for member in whole.members(&mut slips) {
            let written = member.key.text;
            let name = serde_json::from_str(written).unwrap_or_else(|_| written.to_owned());
            if !PARTS.contains(&name.as_str()) {
                let what = format!("\"{name}\" is not a part of a story");
                let right = "one of the parts story.schema.json names";
                self.problem_at(member.key.at, &what, right);
                continue;
            }
            match self.parts.entry(name) {
                Entry::Vacant(free) => {
                    free.insert(member.value);
                }
                Entry::Occupied(taken) => {
                    let what = format!("\"{}\" stands twice; the first is read", taken.key());
                    self.problem_at(member.key.at, &what, "one of each part");
                }
            }
        }
        self.say(slips);
        true
    }

    /// Says a problem of the value a path such as `from/1` leads to in a row.
    pub(super) fn problem(
        &mut self,
        row: Piece<'a>,
        path: &str,
        what: impl AsRef<str>,
        right: &'static str,
    ) {
        if self.may_say(row) {
            self.problem_at(row.find(path).at, what.as_ref(), right);
        }
    }

    /// Says a problem at a byte of the string a path leads to, counted without its escapes.
    pub(super) fn problem_in_string(
        &mut self,
        row: Piece<'a>,
        path: &str,
        byte: usize,
        what: &str,
        right: &'static str,
    ) {
        if self.may_say(row) {
            let string = row.find(path);
            self.problem_at(string.at + byte_in_string(string.text, byte), what, right);
        }
    }

    pub(super) fn problem_at(
        &mut self,
        byte: usize,
        what: &str,
        right: impl Into<Cow<'static, str>>,
    ) {
        if self.problems.len() >= MOST_PROBLEMS {
            self.unsaid += 1;
            return;
        }
        let places = self.places.get_or_init(|| Places::new(self.text));
        let problem = Problem::new(&self.file, places.of(byte), what, right);
        self.problems.push(problem);
    }

    /// Whether a row may say one more: finding a place takes time that grows with the row.
    fn may_say(&mut self, row: Piece<'a>) -> bool {
        if self.row.is_none_or(|(last, ..)| last.at != row.at) {
            self.end_row();
            self.row = Some((row, 0, 0));
        }
        let Some((_, said, unsaid)) = &mut self.row else {
            return true;
        };
        if *said == MOST_IN_ROW {
            *unsaid += 1;
            return false;
        }
        *said += 1;
        true
    }

    fn end_row(&mut self) {
        if let Some((row, _, unsaid @ 1..)) = self.row.take() {
            self.problem_more(row.end(), unsaid, "here");
        }
    }

    fn problem_more(&mut self, byte: usize, count: usize, place: &str) {
        let what = format!("{count} more problems {place}");
        self.problem_at(byte, &what, "fewer, once those before are put right");
    }

    /// Says more faults of a row than it lists.
    pub(super) fn leave_unsaid(&mut self, row: Piece<'a>, count: usize) {
        if count > 0 {
            self.problem_more(row.end(), count, "in this text");
        }
    }

    fn say(&mut self, slips: Slips) {
        let unsaid = slips.unsaid;
        let last = slips.said.last().map_or(0, |slip| slip.at);
        for slip in slips.said {
            self.problem_at(slip.at, slip.what, slip.right);
        }
        if unsaid > 0 {
            self.problem_more(last, unsaid, "of this kind");
        }
    }

    /// Reads a part that is one value and that a story may be without.
    pub(super) fn part<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let piece = self.parts.get(name).copied()?;
        self.read(piece, || format!("\"{name}\""))
    }

    /// Reads a part that is one value and that every story has.
    pub(super) fn needed_part<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        if !self.parts.contains_key(name) {
            let what = format!("the story has no \"{name}\"");
            let right = "a part of that name, as story.schema.json describes it";
            self.problem_at(Piece::new(self.text, 0).at, &what, right);
        }
        self.part(name)
    }

    /// Where a part stands; the start of the file when it does not.
    pub(super) fn part_piece(&self, name: &str) -> Piece<'a> {
        let start = Piece { at: 0, text: "" };
        self.parts.get(name).copied().unwrap_or(start)
    }

    /// Reads the rows of a list; a row that does not fit is a problem and the next is read.
    pub(super) fn rows<T: DeserializeOwned>(&mut self, list: &str) -> Vec<Row<'a, T>> {
        let Some(&piece) = self.parts.get(list) else {
            return Vec::new();
        };
        if !piece.text.starts_with('[') {
            let what = format!("\"{list}\" is not a list");
            self.problem_at(piece.at, &what, "a list in square brackets");
        }
        let mut slips = Slips::default();
        let elements = piece.elements(&mut slips);
        self.say(slips);
        let mut rows = Vec::new();
        for (index, piece) in elements.into_iter().enumerate() {
            let name = || match key_of(piece) {
                Some(key) => format!("{} \"{key}\"", kind_of(list)),
                None => format!("{} number {}", kind_of(list), index + 1),
            };
            match self.read(piece, name) {
                Some(raw) => rows.push(Row { piece, raw }),
                None => self.lose(kind_of(list), piece),
            }
        }
        rows
    }

    /// Remembers a row that is not there, for those that refer to it.
    pub(super) fn lose(&mut self, kind: &str, row: Piece<'a>) {
        if let Some(key) = key_of(row) {
            self.lost.insert(format!("{kind}:{key}"));
        }
    }

    /// What is wrong with a key that leads to nothing, and what would be right.
    pub(super) fn nowhere(&self, key: &str) -> (String, &'static str) {
        if self.lost.contains(key) {
            (
                format!("\"{key}\" has a problem of its own, so this leads nowhere"),
                "the same, once that is put right",
            )
        } else {
            (
                format!("\"{key}\" leads nowhere"),
                "the key of something in the story, or country:CODE",
            )
        }
    }

    fn read<T: DeserializeOwned>(
        &mut self,
        piece: Piece<'a>,
        name: impl FnOnce() -> String,
    ) -> Option<T> {
        let error = match serde_json::from_str(piece.text) {
            Ok(read) => return Some(read),
            Err(error) => error,
        };
        if self.problems.len() >= MOST_PROBLEMS {
            self.unsaid += 1;
            return None;
        }
        let misfit = Misfit::new(piece, &error);
        let what = format!("{}: {}", name(), misfit.what);
        self.problem_at(misfit.at, &what, misfit.right);
        None
    }

    /// Keeps a key; a second one of the same name is a problem and the first stays.
    pub(super) fn keep(&mut self, kind: &str, key: &str, row: Piece<'a>, subject: Subject) {
        match self.keys.entry(format!("{kind}:{key}")) {
            Entry::Vacant(free) => {
                free.insert(subject);
            }
            Entry::Occupied(taken) => {
                let what = format!("{} stands twice", taken.key());
                self.problem(row, "key", what, "a key of its own for each");
            }
        }
    }

    /// A name without characters that could make it look like another; each one is a problem.
    pub(super) fn name(&mut self, row: Piece<'a>, path: &str, written: &str) -> String {
        let (name, hidden) = strip(written);
        for letter in hidden {
            let what = format!("an invisible character, U+{:04X}", u32::from(letter));
            self.problem(row, path, what, "a name of visible characters");
        }
        name
    }

    /// What was read, and the problems in the order of the file.
    pub(super) fn finish(mut self) -> (World, Vec<Problem>) {
        self.end_row();
        self.problems
            .sort_by_key(|problem| (problem.line, problem.column));
        // A text that is cut off is so for all that stands open in it.
        self.problems.dedup();
        if self.unsaid > 0 {
            let places = self.places.get_or_init(|| Places::new(self.text));
            let end = places.of(self.text.len());
            let what = format!("{} more problems in the file", self.unsaid);
            let right = "fewer, once those before are put right";
            self.problems
                .push(Problem::new(&self.file, end, &what, right));
        }
        self.world.derive_links();
        (self.world, self.problems)
    }
}

/// The key of a row, where it can be made out.
fn key_of(row: Piece<'_>) -> Option<Cow<'_, str>> {
    serde_json::from_str(row.get("key")?.text).ok()
}

/// A row's kind: "feature" of the list of features.
fn kind_of(list: &str) -> &str {
    if list == "focus" {
        "focus country"
    } else {
        list.trim_end_matches('s')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_that_are_read_are_those_of_the_schema() {
        let schema = serde_json::to_value(schemars::schema_for!(crate::content::RawStory));
        let schema = schema.unwrap_or_default();
        let parts = schema.get("properties").and_then(|parts| parts.as_object());
        let mut named: Vec<&str> = parts
            .into_iter()
            .flat_map(|parts| parts.keys().map(String::as_str))
            .collect();
        let mut read = PARTS.to_vec();
        named.sort_unstable();
        read.sort_unstable();
        assert_eq!(named, read);
    }
}
