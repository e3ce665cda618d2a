//! What is known of a story while it is read, and what is wrong with it, each with its place.
//!
//! Out: reading its rows (see `rows`), what they mean (see `resolve` and `tables`).

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::json_text::{Piece, Slips, byte_in_string};
use super::places::Places;
use super::problem::Problem;
use crate::atlas::Atlas;
use crate::world::{Id, Passage, Source, Subject, World};

/// The parts a story can have: the fields of [`super::RawStory`].
pub(super) const PARTS: [&str; 17] = [
    "$schema",
    "format",
    "title",
    "article",
    "opening",
    "focus",
    "sources",
    "overlays",
    "actors",
    "places",
    "eras",
    "features",
    "passages",
    "topics",
    "orphans",
    "afterwards",
    "scenes",
];

/// One row says no more faults than this, and then how many more it has.
const MOST_IN_ROW: usize = 20;

/// A file says no more than this, and then how many more there are.
const MOST_PROBLEMS: usize = 100_000;

pub(super) struct Loader<'a> {
    file: Arc<str>,
    pub(super) text: &'a str,
    places: OnceCell<Places<'a>>,
    pub(super) atlas: &'a Atlas,
    pub(super) world: World,
    problems: Vec<Problem>,
    unsaid: usize,
    /// The row that had the last problem: its piece, how many it said, how many it did not.
    row: Option<(Piece<'a>, usize, usize)>,
    pub(super) parts: BTreeMap<String, Piece<'a>>,
    /// "actor:taliban" and the like.
    pub(super) keys: BTreeMap<String, Subject>,
    /// Keys of rows that could not be used.
    pub(super) lost: BTreeSet<String>,
    pub(super) sources: BTreeMap<String, Id<Source>>,
    /// Passages by their number in the article.
    pub(super) numbers: BTreeMap<u32, Id<Passage>>,
    /// Where each lost link stands in the file.
    pub(super) orphans_at: Vec<usize>,
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
            orphans_at: Vec::new(),
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

    /// Whether one more problem can be said; if not, it is counted.
    pub(super) fn has_room(&mut self) -> bool {
        let has_room = self.problems.len() < MOST_PROBLEMS;
        self.unsaid += usize::from(!has_room);
        has_room
    }

    pub(super) fn problem_at(
        &mut self,
        byte: usize,
        what: &str,
        right: impl Into<Cow<'static, str>>,
    ) {
        if !self.has_room() {
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

    /// Says what is wrong between the pieces of something.
    pub(super) fn say(&mut self, slips: Slips) {
        let unsaid = slips.unsaid;
        let last = slips.said.last().map_or(0, |slip| slip.at);
        for slip in slips.said {
            self.problem_at(slip.at, slip.what, slip.right);
        }
        if unsaid > 0 {
            self.problem_more(last, unsaid, "of this kind");
        }
    }

    /// Each lost link with its place in the file: nothing is wrong with it there, but it hangs in the air.
    pub(super) fn lost_links(&self) -> Vec<Problem> {
        let rows = self.world.orphans.iter().zip(&self.orphans_at);
        let rows = rows.map(|(orphan, &byte)| {
            let places = self.places.get_or_init(|| Places::new(self.text));
            let meant = self.world.name_of(self.atlas, orphan.subject);
            let what = format!(
                "the link of \"{}\" in passage {} to {meant} is lost",
                orphan.exact, orphan.passage_number
            );
            let right = "words of a passage that are linked so, or no such row";
            Problem::new(&self.file, places.of(byte), &what, right)
        });
        rows.collect()
    }

    /// What was read, and the problems in the order of the file.
    pub(super) fn finish(self) -> (World, Vec<Problem>) {
        let (mut world, problems) = self.close();
        world.derive_links();
        (world, problems)
    }

    /// How many problems there are so far.
    pub(super) fn problem_count(&self) -> usize {
        self.problems.len()
    }

    /// The same where nothing was read that links could be derived from.
    pub(super) fn close(mut self) -> (World, Vec<Problem>) {
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
        (self.world, self.problems)
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
