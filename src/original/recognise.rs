//! Which paragraphs of a copy are which passages: by fingerprint, over however many lines they run.
//!
//! In: pieces that are joined until they are known, or until no paragraph could be as long. Out: how
//! a text is cut (see `pieces`).

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use super::pieces::{Joint, Piece, ends_sentence, pieces};
use crate::content::folded;
use crate::world::{Id, Passage, World};

/// A paragraph has no more lines and sentences than these, taken together.
const MOST_JOINED: usize = 64;

/// Nor more bytes.
const MOST_BYTES: usize = 16_000;

/// Ways to read the dashes and hyphens of one paragraph that are tried side by side.
const MOST_WAYS: usize = 12;

/// So many ways are tried of a whole copy; after that, only the plainest.
const MOST_TRIES: usize = 400_000;

/// A line with fewer letters was not broken because it was full.
const LEAST_WRAPPED: usize = 30;

type Print = [u8; 32];

/// What a paragraph is known as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Passage(Id<Passage>),
    /// A headline or a line of credits.
    Line,
}

/// What a story knows of the original.
pub(super) struct Prints(BTreeMap<Print, Known>);

impl Prints {
    pub(super) fn of(world: &World) -> Self {
        let lines = world.article.lines.iter();
        let lines = lines.filter_map(|line| Some((bytes_of(line)?, Known::Line)));
        let passages = world.passages.iter().filter_map(|(id, passage)| {
            Some((bytes_of(&passage.fingerprint)?, Known::Passage(id)))
        });
        Self(lines.chain(passages).collect())
    }

    /// Whether a text is known as a headline or a line of credits.
    pub(super) fn has_line(&self, text: &str) -> bool {
        let print: Print = Sha256::digest(folded(text).as_bytes()).into();
        self.0.get(&print) == Some(&Known::Line)
    }
}

/// A fingerprint as a story writes it.
fn bytes_of(hex: &str) -> Option<Print> {
    let mut print = [0; 32];
    if hex.len() != 2 * print.len() || !hex.is_ascii() {
        return None;
    }
    for (at, byte) in print.iter_mut().enumerate() {
        *byte = u8::from_str_radix(hex.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(print)
}

/// A part of a copy, as a reader is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Passage(Id<Passage>, String),
    Line(String),
    Stranger(String),
}

/// All parts of a copy, in its order. What a copy has twice it has once.
pub(super) fn parts(prints: &Prints, paragraphs: &[String]) -> Vec<Part> {
    if prints.0.is_empty() {
        return Vec::new();
    }
    let pieces = pieces(paragraphs);
    let mut parts = Vec::new();
    let mut seen = BTreeSet::new();
    let mut strange: Vec<&Piece> = Vec::new();
    let mut is_wrapped = false;
    let mut tries = 0;
    let mut rest = pieces.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let Some(found) = known_run(prints, rest, &mut tries) else {
            if strange
                .last()
                .is_some_and(|last| last.paragraph != first.paragraph)
            {
                parts.extend(stranger(&mut strange));
            }
            strange.push(first);
            rest = after;
            continue;
        };
        parts.extend(stranger(&mut strange));
        let (run, others) = rest.split_at(found.joints.len() + 1);
        rest = others;
        let ends = (run.first(), run.last());
        is_wrapped |= ends.0.map(|piece| piece.paragraph) != ends.1.map(|piece| piece.paragraph);
        let text = joined(run, &found.joints);
        match found.known {
            Known::Passage(id) if seen.insert(id) => parts.push(Part::Passage(id, text)),
            Known::Passage(_) => {}
            Known::Line => parts.push(Part::Line(text)),
        }
    }
    parts.extend(stranger(&mut strange));
    if is_wrapped { unwrapped(parts) } else { parts }
}

/// Of a copy whose paragraphs run over several lines, strangers are put together again: a line that
/// is no short one and ends no sentence goes on in the next.
fn unwrapped(parts: Vec<Part>) -> Vec<Part> {
    let mut whole: Vec<Part> = Vec::new();
    for part in parts {
        if let (Part::Stranger(text), Some(Part::Stranger(before))) = (&part, whole.last_mut()) {
            let goes_on = before.chars().count() >= LEAST_WRAPPED && !ends_sentence(before);
            if goes_on {
                before.push(' ');
                before.push_str(text);
                continue;
            }
        }
        whole.push(part);
    }
    whole
}

/// What was gathered of a paragraph that is not known.
fn stranger(pieces: &mut Vec<&Piece>) -> Option<Part> {
    let joints: Vec<Joint> = pieces
        .iter()
        .skip(1)
        .map(|piece| piece.joints.first().copied().unwrap_or(Joint::Space))
        .collect();
    let run: Vec<Piece> = std::mem::take(pieces).into_iter().cloned().collect();
    (!run.is_empty()).then(|| Part::Stranger(joined(&run, &joints)))
}

fn joined(run: &[Piece], joints: &[Joint]) -> String {
    let mut text = String::new();
    let joints = std::iter::once(None).chain(joints.iter().copied().map(Some));
    for (piece, joint) in run.iter().zip(joints) {
        match joint {
            Some(Joint::Space) => text.push(' '),
            Some(Joint::Dropped) => {
                text.pop();
            }
            Some(Joint::Tight) | None => {}
        }
        text.push_str(&piece.text);
    }
    text
}

struct Found {
    known: Known,
    joints: Vec<Joint>,
}

/// One way to read the dashes and hyphens of a run.
#[derive(Clone)]
struct Way {
    /// Of all but the last piece, which may yet lose its hyphen.
    hasher: Sha256,
    last: String,
    /// Spaced or tight, once there was a dash.
    dashes: Option<usize>,
    joints: Vec<Joint>,
}

impl Way {
    fn print(&self) -> Print {
        self.hasher
            .clone()
            .chain_update(&self.last)
            .finalize()
            .into()
    }

    /// The ways on, over a joint.
    fn over(&self, joint: Joint) -> Self {
        let mut way = self.clone();
        let last = match joint {
            Joint::Dropped => self.last.strip_suffix('-').unwrap_or(&self.last),
            Joint::Space | Joint::Tight => &self.last,
        };
        way.hasher.update(last);
        if joint == Joint::Space {
            way.hasher.update(" ");
        }
        way.last.clear();
        way.joints.push(joint);
        way
    }

    /// The ways to read a piece.
    fn read(mut self, piece: &Piece) -> Vec<Self> {
        let Some(by_dashes) = &piece.by_dashes else {
            self.last.clone_from(&piece.folded);
            return vec![self];
        };
        let of = |way: &Self, text: &String, dashes| Self {
            last: text.clone(),
            dashes,
            ..way.clone()
        };
        if let Some(text) = self.dashes.and_then(|at| by_dashes.get(at)) {
            return vec![of(&self, text, self.dashes)];
        }
        let written = of(&self, &piece.folded, None);
        let others = by_dashes.iter().enumerate();
        let others = others.map(|(at, text)| of(&self, text, Some(at)));
        std::iter::once(written).chain(others).collect()
    }
}

/// The paragraph that begins with the first of these pieces, if it is known.
fn known_run(prints: &Prints, pieces: &[Piece], tries: &mut usize) -> Option<Found> {
    let most_ways = if *tries < MOST_TRIES { MOST_WAYS } else { 1 };
    let (first, rest) = pieces.split_first()?;
    let start = Way {
        hasher: Sha256::new(),
        last: String::new(),
        dashes: None,
        joints: Vec::new(),
    };
    let mut ways = start.read(first);
    let mut bytes = first.folded.len();
    let mut rest = rest.iter().take(MOST_JOINED);
    loop {
        for way in &ways {
            if let Some(&known) = prints.0.get(&way.print()) {
                return Some(Found {
                    known,
                    joints: way.joints.clone(),
                });
            }
        }
        let next = rest.next()?;
        bytes += next.folded.len();
        if bytes > MOST_BYTES {
            return None;
        }
        ways = ways
            .iter()
            .flat_map(|way| next.joints.iter().map(|&joint| way.over(joint)))
            .flat_map(|way| way.read(next))
            .take(most_ways)
            .collect();
        *tries += ways.len();
    }
}
