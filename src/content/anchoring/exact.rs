//! Words that stand in the new text letter for letter: which of those are these.
//!
//! All places of the words, before and after, are compared with each other by how far the text
//! around them goes the same way. Two belong together if each is the other's best by far enough that
//! there is no second; so the place of words that were deleted is never taken for that of others.

use std::collections::BTreeSet;
use std::ops::Range;

use super::alignment::Group;
use super::words::{Agreement, agreements, places_of, words};
use super::{Anchoring, Placed};

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
const MOST_COMPARED: usize = 40_000;

/// Where the places of some words have gone.
pub(super) struct Matches {
    /// Old paragraph and start, and the place.
    found: Vec<((usize, usize), Placed)>,
    is_anywhere: bool,
}

/// One place of the words.
type Place = (usize, Range<usize>);

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

impl Matches {
    pub(super) fn of(anchoring: &Anchoring<'_>, group: &Group, quote: &str) -> Self {
        let all = |texts: &[&str], which: &[usize], edges| -> Vec<Place> {
            let which = which.iter();
            let places = which.flat_map(|&at| {
                let text = texts.get(at).copied().unwrap_or_default();
                let places = places_of(text, quote, edges).into_iter();
                places.map(move |range| (at, range))
            });
            places.collect()
        };
        let mut found = Vec::new();
        let mut is_anywhere = false;
        // Words that are a part of one are another thing than whole ones.
        for edges in [(false, false), (true, false), (false, true), (true, true)] {
            let old = all(&anchoring.old, &group.old, edges);
            let new = all(&anchoring.new, &group.new, edges);
            if old.is_empty() || new.is_empty() {
                continue;
            }
            is_anywhere = true;
            if old.len() * new.len() <= MOST_COMPARED {
                let is_long = words(quote).len() >= LONG_WORDS;
                let is_only = old.len() == 1 && new.len() == 1;
                found.extend(pair_up(
                    anchoring,
                    (&old, &new),
                    Question { is_long, is_only },
                ));
            }
        }
        Self { found, is_anywhere }
    }

    /// Whether the words stand in the new text at all.
    pub(super) fn is_anywhere(&self) -> bool {
        self.is_anywhere
    }

    pub(super) fn find(&self, passage: usize, start: usize) -> Option<Placed> {
        let mut found = self.found.iter();
        let it = found.find(|(from, _)| *from == (passage, start));
        it.map(|(_, placed)| placed.clone())
    }
}

fn pair_up(
    anchoring: &Anchoring<'_>,
    (old, new): (&[Place], &[Place]),
    question: Question,
) -> Vec<((usize, usize), Placed)> {
    let row = |one| {
        let new = new.iter();
        new.map(|other| evidence(anchoring, one, other, question))
            .collect()
    };
    let table: Vec<Vec<Evidence>> = old.iter().map(row).collect();
    let at = |one: usize, other: usize| {
        let row = table.get(one);
        row.and_then(|row| row.get(other)).copied()
    };
    let strength = |one, other| at(one, other).map_or(0, |it| it.strength);
    let mut found = Vec::new();
    for (one, (passage, range)) in old.iter().enumerate() {
        let theirs = (0..new.len()).map(|other| strength(one, other));
        let Some(best) = single_best(theirs) else {
            continue;
        };
        let mine = (0..old.len()).map(|one| strength(one, best));
        let is_mutual = single_best(mine) == Some(one);
        let rivals = (0..new.len()).map(|other| (one, other));
        let rivals = rivals.chain((0..old.len()).map(|other| (other, best)));
        let is_enough = at(one, best).is_some_and(|it| {
            let mut rivals = rivals.filter_map(|(one, other)| at(one, other));
            it.is_enough && !rivals.any(|rival| it.is_rivalled_by(rival))
        });
        if let Some((at, place)) = new.get(best)
            && is_mutual
            && is_enough
        {
            let placed = Placed {
                passage: *at,
                range: place.clone(),
            };
            found.push(((*passage, range.start), placed));
        }
    }
    found
}

/// The place of the largest, if there is one alone.
fn single_best(values: impl Iterator<Item = usize> + Clone) -> Option<usize> {
    let most = values.clone().max()?;
    let mut best = values.enumerate().filter(|&(_, value)| value == most);
    let (at, _) = best.next()?;
    best.next().is_none().then_some(at)
}

fn evidence(
    anchoring: &Anchoring<'_>,
    (passage, mine): &Place,
    (at, theirs): &Place,
    question: Question,
) -> Evidence {
    let one = anchoring.old.get(*passage).copied().unwrap_or_default();
    let other = anchoring.new.get(*at).copied().unwrap_or_default();
    let (before, after) = agreements((one, mine), (other, theirs));
    let ends = usize::from(before.is_to_end) + usize::from(after.is_to_end);
    let is_side = |side: Agreement| side.is_full && side.length >= LEAST_ON_A_SIDE;
    let is_both = before.is_full && after.is_full;
    let length = before.length + after.length;
    let Question { is_long, is_only } = question;
    let is_only_by_near = || is_near_alike((one, mine), (other, theirs));
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
fn is_near_alike(
    (one, mine): (&str, &Range<usize>),
    (other, theirs): (&str, &Range<usize>),
) -> bool {
    let near = |text: &'_ str, range: &Range<usize>| {
        let before = text.get(..range.start).unwrap_or_default();
        let after = text.get(range.end..).unwrap_or_default();
        let owned = |(_, word): &(Range<usize>, &str)| (*word).to_owned();
        let before: Vec<String> = words(before)
            .iter()
            .rev()
            .take(NEAR_WORDS)
            .map(owned)
            .collect();
        let after: Vec<String> = words(after).iter().take(NEAR_WORDS).map(owned).collect();
        (before, after)
    };
    let (before, after) = near(one, mine);
    let (other_before, other_after) = near(other, theirs);
    let shared = |mine: &[String], theirs: &[String]| {
        let theirs: BTreeSet<&String> = theirs.iter().collect();
        mine.iter().filter(|word| theirs.contains(word)).count()
    };
    let count = shared(&before, &other_before) + shared(&after, &other_after);
    let all = before.len() + after.len();
    let is_next =
        |mine: &[String], theirs: &[String]| !mine.is_empty() && mine.first() == theirs.first();
    let has_neighbour = is_next(&before, &other_before) || is_next(&after, &other_after);
    has_neighbour && count * 2 >= all
}
