//! Which paragraphs of a copy are which passages: by fingerprint, over however many lines they run.
//!
//! In: pieces that are joined until they are known, or until no paragraph could be as long. Out: how
//! a text is cut (see `pieces`).

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::pieces::{Joint, Piece, ends_sentence, pieces};
use crate::content::folded;
use crate::world::{Id, Passage, World};

/// A paragraph has no more lines and sentences than these, taken together.
const MOST_JOINED: usize = 63;

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

/// The parts of a copy, in its order, and how many paragraphs at its end were not looked at. What a
/// copy has twice it has once.
pub(super) fn parts(prints: &Prints, paragraphs: &[String]) -> (Vec<Part>, usize) {
    if prints.0.is_empty() {
        return (Vec::new(), 0);
    }
    let (pieces, left) = pieces(paragraphs);
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
    let parts = if is_wrapped { unwrapped(parts) } else { parts };
    (parts, left)
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

/// One way to read the dashes and hyphens of a run. There are many, so one is small.
#[derive(Clone)]
struct Way<'a> {
    /// Of all but the last piece, which may yet lose its hyphen.
    hasher: Sha256,
    last: &'a str,
    /// Spaced or tight, once there was a dash.
    dashes: Option<usize>,
    /// Two bits for each, the last one lowest.
    joints: u128,
    count: usize,
}

impl<'a> Way<'a> {
    fn print(&self) -> Print {
        let hasher = self.hasher.clone().chain_update(self.last);
        hasher.finalize().into()
    }

    /// The way on over a joint, to a piece that is yet to be read.
    fn over(&self, joint: Joint) -> Self {
        let mut way = self.clone();
        way.hasher.update(match joint {
            Joint::Dropped => self.last.strip_suffix('-').unwrap_or(self.last),
            Joint::Space | Joint::Tight => self.last,
        });
        if joint == Joint::Space {
            way.hasher.update(" ");
        }
        way.last = "";
        way.joints = (way.joints << 2) | joint as u128;
        way.count += 1;
        way
    }

    /// The ways to read a piece.
    fn read(self, piece: &'a Piece) -> impl Iterator<Item = Self> {
        let written = (piece.folded.as_str(), self.dashes);
        let by_dashes = piece.by_dashes.as_ref();
        let of = move |at: usize| Some((by_dashes?.get(at)?.as_str(), Some(at)));
        let readings = match self.dashes {
            Some(at) => [Some(of(at).unwrap_or(written)), None, None],
            None => [Some(written), of(0), of(1)],
        };
        let read = move |(last, dashes)| Self {
            last,
            dashes,
            ..self.clone()
        };
        readings.into_iter().flatten().map(read)
    }

    fn joints(&self) -> Vec<Joint> {
        let all = (0..self.count).rev();
        all.map(|at| match (self.joints >> (2 * at)) & 3 {
            0 => Joint::Space,
            1 => Joint::Tight,
            _ => Joint::Dropped,
        })
        .collect()
    }
}

/// The paragraph that begins with the first of these pieces, if it is known.
fn known_run(prints: &Prints, pieces: &[Piece], tries: &mut usize) -> Option<Found> {
    let most_ways = if *tries < MOST_TRIES { MOST_WAYS } else { 1 };
    let (first, rest) = pieces.split_first()?;
    let start = Way {
        hasher: Sha256::new(),
        last: "",
        dashes: None,
        joints: 0,
        count: 0,
    };
    let mut ways: Vec<Way<'_>> = start.read(first).collect();
    let mut bytes = first.folded.len();
    let mut rest = rest.iter().take(MOST_JOINED);
    loop {
        for way in &ways {
            if let Some(&known) = prints.0.get(&way.print()) {
                return Some(Found {
                    known,
                    joints: way.joints(),
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
