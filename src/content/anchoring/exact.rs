//! Words that stand in the new text letter for letter: which of those are these.
//!
//! All places of the words, before and after, are compared with each other by how far the text
//! around them goes the same way. Two belong together if each is the other's best by far enough that
//! there is no second; so the place of words that were deleted is never taken for that of others.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use super::agreement::{Agreement, agreements, around, compared};
use super::plain::{Place, Plain};
use super::words::{words, words_back};

/// What agrees on one side only must be as long, in characters: about two words.
const LEAST_ON_A_SIDE: usize = 12;

/// What agrees on both sides together, where no whole context does.
const LEAST_ON_BOTH: usize = 24;

/// A quote of so many words is no name, and tells a good deal by itself.
const LONG_WORDS: usize = 4;

/// What then agrees on both sides together where it stands several times.
const LEAST_BY_LONG: usize = 8;

/// What agrees on one side better than the best place does, to make it doubtful.
const LEAST_OF_A_RIVAL: usize = 8;

/// Where text begins or ends on both sides, that counts as much as a short word.
const WORTH_OF_AN_END: usize = 4;

/// For words that stand only once, what is near is compared: so many words on each side.
const NEAR_WORDS: usize = 8;

/// Words that stand more often than this, before and after multiplied, are told apart by no one.
pub(super) const MOST_COMPARED: usize = 40_000;

/// Where the places of some words have gone: old text and start, and the new place.
pub(super) type Moves = BTreeMap<(usize, usize), Place>;

/// What is asked of two places.
#[derive(Clone, Copy)]
struct Question {
    is_long: bool,
    /// There is one place before and one after.
    is_only: bool,
}

/// How sure two places are the same.
#[derive(Clone, Copy)]
struct Evidence {
    strength: usize,
    is_enough: bool,
    sides: [usize; 2],
}

impl Evidence {
    /// Whether another place goes with it better on one of the sides: text was put in between two
    /// places of the same words, and nobody can say which of them is the old one.
    fn is_rivalled_by(self, other: Self) -> bool {
        let sides = self.sides.into_iter().zip(other.sides);
        let mut better = sides.map(|(own, theirs)| theirs > own && theirs >= LEAST_OF_A_RIVAL);
        better.any(|is| is)
    }
}

/// Which of the new places of a quote are which of the old ones.
pub(super) fn moves(
    texts: (&[Plain], &[Plain]),
    places: (&[Place], &[Place]),
    quote: &str,
) -> Moves {
    let (old, new) = places;
    if old.len() * new.len() > MOST_COMPARED {
        return Moves::new();
    }
    let question = Question {
        is_long: words(quote).nth(LONG_WORDS - 1).is_some(),
        is_only: old.len() == 1 && new.len() == 1,
    };
    let (old, new) = (told_apart(texts.0, old), told_apart(texts.1, new));
    let row = |one: &Apart<'_>| {
        let new = new.iter();
        new.map(|other| evidence(texts, (one.place, other.place), question))
            .collect()
    };
    let table: Vec<Vec<Evidence>> = old.iter().map(row).collect();
    let at = |one: usize, other: usize| {
        let row = table.get(one);
        row.and_then(|row| row.get(other)).copied()
    };
    let strength = |one, other| at(one, other).map_or(0, |it| it.strength);
    let best_old = |other| single_best((0..old.len()).map(move |one| strength(one, other)));
    let best_olds: Vec<Option<usize>> = (0..new.len()).map(best_old).collect();
    let mut moves = Moves::new();
    for (one, mine) in old.iter().enumerate().filter(|(_, it)| it.is_alone) {
        let theirs = (0..new.len()).map(|other| strength(one, other));
        let Some(best) = single_best(theirs) else {
            continue;
        };
        if best_olds.get(best) != Some(&Some(one)) {
            continue;
        }
        let rivals = (0..new.len()).map(|other| (one, other));
        let rivals = rivals.chain((0..old.len()).map(|other| (other, best)));
        let is_enough = at(one, best).is_some_and(|it| {
            let mut rivals = rivals.filter_map(|(one, other)| at(one, other));
            it.is_enough && !rivals.any(|rival| it.is_rivalled_by(rival))
        });
        if let Some(theirs) = new.get(best)
            && theirs.is_alone
            && is_enough
        {
            let from = (mine.place.text, mine.place.range.start);
            moves.insert(from, theirs.place.clone());
        }
    }
    moves
}

/// A place that can be told from others by what is around it.
struct Apart<'a> {
    place: &'a Place,
    /// Whether it is the only one with that around it.
    is_alone: bool,
}

/// Of places with the same around them one, for it stands for all: none of them is the best of any. A
/// text that says the same thing over and over has few others.
fn told_apart<'a>(texts: &'a [Plain], places: &'a [Place]) -> Vec<Apart<'a>> {
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    let mut apart: Vec<Apart<'_>> = Vec::new();
    for place in places {
        match known.entry(compared(texts, place)) {
            Entry::Vacant(free) => {
                free.insert(apart.len());
                let is_alone = true;
                apart.push(Apart { place, is_alone });
            }
            Entry::Occupied(first) => {
                if let Some(first) = apart.get_mut(*first.get()) {
                    first.is_alone = false;
                }
            }
        }
    }
    apart
}

/// The place of the largest, if there is one alone.
fn single_best(values: impl Iterator<Item = usize>) -> Option<usize> {
    let (mut best, mut most) = (None, None);
    for (at, value) in values.enumerate() {
        if most.is_none_or(|most| value > most) {
            (best, most) = (Some(at), Some(value));
        } else if most == Some(value) {
            best = None;
        }
    }
    best
}

fn evidence(
    (old, new): (&[Plain], &[Plain]),
    (mine, theirs): (&Place, &Place),
    question: Question,
) -> Evidence {
    let (before, after) = agreements((old, mine), (new, theirs));
    let ends = usize::from(before.is_to_end) + usize::from(after.is_to_end);
    let is_side = |side: Agreement| side.is_full && side.length >= LEAST_ON_A_SIDE;
    let is_both = before.is_full && after.is_full;
    let length = before.length + after.length;
    let Question { is_long, is_only } = question;
    let is_only_by_near = || is_near_alike(around(old, mine), around(new, theirs));
    Evidence {
        sides: [before.length, after.length],
        strength: length + ends * WORTH_OF_AN_END,
        is_enough: is_both
            || is_side(before)
            || is_side(after)
            || length >= LEAST_ON_BOTH
            || is_long && (is_only || length >= LEAST_BY_LONG)
            || is_only && is_only_by_near(),
    }
}

/// Whether at least half of the words around the one place are around the other, and the word next
/// to it on one side.
fn is_near_alike(one: (&str, &str), other: (&str, &str)) -> bool {
    fn near<'a>((before, after): (&'a str, &'a str)) -> [Vec<&'a str>; 2] {
        let after = words(after).map(|(_, word)| word);
        [
            words_back(before).take(NEAR_WORDS).collect(),
            after.take(NEAR_WORDS).collect(),
        ]
    }
    let (mine, theirs) = (near(one), near(other));
    let sides = || mine.iter().zip(&theirs);
    let shared = sides().map(|(mine, theirs)| {
        let mine = mine.iter();
        mine.filter(|word| theirs.contains(word)).count()
    });
    let all: usize = mine.iter().map(Vec::len).sum();
    let has_neighbour =
        sides().any(|(mine, theirs)| !mine.is_empty() && mine.first() == theirs.first());
    has_neighbour && shared.sum::<usize>() * 2 >= all
}
