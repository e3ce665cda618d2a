//! Reading a story's parts and rows one by one.
//!
//! Out: what the rows mean (see `resolve` and `tables`).

use std::borrow::Cow;
use std::collections::btree_map::Entry;

use serde::de::DeserializeOwned;

use super::json_text::{Piece, Slips};
use super::loader::Loader;
use super::misfit::Misfit;
use crate::world::Subject;

/// One row of a list: what was read, and where it stands.
pub(super) struct Row<'a, T> {
    pub piece: Piece<'a>,
    pub raw: T,
}

impl<'a> Loader<'a> {
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
        if !self.has_room() {
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
}

/// The key of a row, where it can be made out.
fn key_of(row: Piece<'_>) -> Option<Cow<'_, str>> {
    serde_json::from_str(row.get("key")?.text).ok()
}

/// A row's kind: "feature" of the list of features.
fn kind_of(list: &str) -> &str {
    match list {
        "focus" => "focus country",
        "afterwards" => "note of what came afterwards",
        _ => list.trim_end_matches('s'),
    }
}
