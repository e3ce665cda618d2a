//! Passages with their mentions, and the topics they stand under.

use std::collections::BTreeSet;

use super::json_text::Piece;
use super::loader::Loader;
use super::markup::{self, RawMention};
use super::raw::{RawPassage, RawTopic};
use super::rows::Row;
use crate::world::{Id, Mention, MentionKind, Passage, Reading, Subject, Topic};

/// What a file calls a reading that is nothing on the map.
pub(super) const NO_PLACE: &str = "none";

/// What the round brackets of a mention say: `country:GEO direct~62|place:us-georgia|none` is a
/// country, by its name, with 62 of 100; or else a place, or else nothing on the map.
struct Target {
    subject: Subject,
    said: SaidOfKind,
}

/// What stands behind the subject.
pub(super) struct SaidOfKind {
    pub kind: MentionKind,
    pub confidence_percent: u8,
    pub others: Vec<Reading>,
}

impl<'a> Loader<'a> {
    /// Reads the passages, and the topics they stand under.
    pub(super) fn load_passages(&mut self) {
        let mut pieces = Vec::new();
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
                touches: Vec::new(),
                is_verbatim: false,
                fingerprint: raw.fingerprint,
            });
            self.numbers.insert(raw.number, id);
            pieces.push(piece);
        }
        self.load_topics(&pieces);
    }

    /// A mention whose subject there is and whose kind is known.
    fn mention(&mut self, row: Piece<'a>, number: u32, written: RawMention) -> Option<Mention> {
        match self.read_target(&written.target) {
            Ok(target) => Some(Mention {
                range: written.range,
                subject: target.subject,
                kind: target.said.kind,
                confidence_percent: target.said.confidence_percent,
                others: target.said.others,
            }),
            Err((what, right)) => {
                let what = format!("passage {number}: {what}");
                self.problem_in_string(row, "text", written.target_at, &what, right);
                None
            }
        }
    }

    /// What stands in the round brackets of a mention.
    fn read_target(&self, written: &str) -> Result<Target, (String, &'static str)> {
        let (key, rest) = written.split_once(' ').unwrap_or((written, "direct"));
        let subject = self.find_subject(key).ok_or_else(|| self.nowhere(key))?;
        let said = self.read_kind(rest)?;
        Ok(Target { subject, said })
    }

    /// A kind, how sure that is, and what it may be instead.
    pub(super) fn read_kind(&self, written: &str) -> Result<SaidOfKind, (String, &'static str)> {
        let mut readings = written.split('|');
        let (kind, confidence) = split_confidence(readings.next().unwrap_or_default());
        let kind = MentionKind::from_key(kind).ok_or_else(|| {
            let what = format!("\"{kind}\" is not a kind of mention");
            let right = "direct, demonym, metonym, historical, part-of-name or described";
            (what, right)
        })?;
        let confidence_percent = match confidence {
            None => 100,
            Some(digits) => digits
                .parse()
                .ok()
                .filter(|percent| *percent <= 100)
                .ok_or_else(|| {
                    let what = format!("\"{digits}\" does not say how sure a mention is");
                    (what, "a number from 0 to 100")
                })?,
        };
        let others = readings.map(|key| match key {
            NO_PLACE => Ok(Reading::NoPlace),
            _ => match self.find_subject(key) {
                Some(subject) => Ok(Reading::Subject(subject)),
                None => Err(self.nowhere(key)),
            },
        });
        Ok(SaidOfKind {
            kind,
            confidence_percent,
            others: others.collect::<Result<_, _>>()?,
        })
    }

    /// The passage of a number; a problem where there is none.
    pub(super) fn passage(
        &mut self,
        row: Piece<'a>,
        path: &str,
        number: u32,
    ) -> Option<Id<Passage>> {
        let found = self.numbers.get(&number).copied();
        if found.is_none() {
            let what = format!("there is no passage {number}");
            self.problem(row, path, what, "the number of a passage");
        }
        found
    }

    /// Every passage stands under a topic, for a reader is shown topics. `pieces` are those of the
    /// passages.
    fn load_topics(&mut self, pieces: &[Piece<'a>]) {
        let mut listed = BTreeSet::new();
        for Row { piece, raw } in self.rows::<RawTopic>("topics") {
            let mut passages = Vec::new();
            for (index, number) in raw.passages.into_iter().enumerate() {
                let path = format!("passages/{index}");
                let Some(id) = self.passage(piece, &path, number) else {
                    continue;
                };
                if listed.insert(id) {
                    passages.push(id);
                } else {
                    let what = format!("passage {number} is listed twice");
                    self.problem(piece, &path, what, "each passage under one topic");
                }
            }
            let title = self.name(piece, "title", raw.title);
            self.world.topics.push(Topic {
                title,
                is_ours: raw.is_ours,
                passages,
            });
        }
        let ids = self.world.passages.ids().zip(pieces.iter().copied());
        let rest: Vec<_> = ids.filter(|(id, _)| !listed.contains(id)).collect();
        // Topics are not needed; where there are none it is no fault to be under none.
        if !self.world.topics.is_empty() {
            for &(_, piece) in &rest {
                let what = "this passage is under no topic, so it comes last";
                self.problem(piece, "number", what, "its number in the list of a topic");
            }
        }
        if !rest.is_empty() {
            self.world.topics.push(Topic {
                title: String::new(),
                is_ours: false,
                passages: rest.into_iter().map(|(id, _)| id).collect(),
            });
        }
    }
}

/// A kind, and the number after its tilde where it has one.
fn split_confidence(written: &str) -> (&str, Option<&str>) {
    match written.split_once('~') {
        Some((kind, digits)) => (kind, Some(digits)),
        None => (written, None),
    }
}
