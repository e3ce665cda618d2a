//! A longer quote of which a word or two inside were changed: "the pipeline that was planned".
//!
//! Only small words may differ. Another name, another number or a "not" make it another statement,
//! however alike it looks.

use std::collections::HashMap;
use std::ops::Range;

use super::Anchoring;
use super::agreement::agreements;
use super::plain::{Place, Plain};
use super::words::{is_of_word, words};

/// A shorter quote is a name, which is there or is not.
const LEAST_WORDS: usize = 4;

/// A longer quote is not compared.
const MOST_WORDS: usize = 80;

/// How alike the words are: twice those both have in order, of a hundred of all.
const LEAST_PERCENT: usize = 75;

/// So much of the text on one side agrees with the old one, in characters.
const LEAST_AROUND: usize = 8;

/// No more places than these are compared.
const MOST_PLACES: usize = 400;

const NEGATIONS: [&str; 8] = [
    "no", "not", "never", "neither", "nor", "without", "hardly", "cannot",
];

/// A stretch of a text that begins and ends with the words a quote does.
#[derive(Clone)]
struct Span {
    place: Place,
    percent: usize,
}

/// The only place that is so alike, and what is like it in the old text.
pub(super) struct Lookalike {
    only: Span,
    rivals: Vec<Span>,
}

impl Lookalike {
    /// The place, if what is around it is as it was, and no other words in the old text are as much
    /// alike to it.
    pub(super) fn place(&self, (old, new): (&[Plain], &[Plain]), mine: &Place) -> Option<Place> {
        let only = &self.only;
        let (before, after) = agreements((old, mine), (new, &only.place));
        let is_around =
            before.length.max(after.length) >= LEAST_AROUND || before.is_to_end && after.is_to_end;
        let is_own =
            |span: &Span| span.place.text == mine.text && overlaps(&span.place.range, &mine.range);
        let is_beaten = |span: &Span| !is_own(span) && span.percent >= only.percent;
        let is_sure = is_around && !self.rivals.iter().any(is_beaten);
        is_sure.then(|| only.place.clone())
    }
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The words of a group's paragraphs, in which what is alike is looked for.
pub(super) struct Lookalikes<'a> {
    old: WordList<'a>,
    new: WordList<'a>,
}

impl<'a> Lookalikes<'a> {
    pub(super) fn of(anchoring: &'a Anchoring, group: usize) -> Self {
        let group = anchoring.alignment.groups().get(group);
        let list = |texts: &'a [Plain], which: Option<&Vec<usize>>| {
            let which = which.into_iter().flatten();
            WordList::of(which.filter_map(|&at| Some((at, texts.get(at)?.text.as_str()))))
        };
        Self {
            old: list(&anchoring.old, group.map(|group| &group.old)),
            new: list(&anchoring.new, group.map(|group| &group.new)),
        }
    }

    /// What is like a quote, if there is one such place and no second.
    pub(super) fn find(&self, written: &str) -> Option<Lookalike> {
        // What begins or ends with a sign is not found by its words.
        if written.starts_with(|it| !is_of_word(it)) || written.ends_with(|it| !is_of_word(it)) {
            return None;
        }
        let quote: Vec<&str> = words(written).map(|(_, word)| word).collect();
        if !(LEAST_WORDS..=MOST_WORDS).contains(&quote.len()) {
            return None;
        }
        let mut found = self.new.spans(&quote)?;
        found.retain(|(span, _)| span.percent >= LEAST_PERCENT);
        let [(only, taken)] = found.as_slice() else {
            return None;
        };
        let taken: Vec<&str> = self
            .new
            .words
            .get(taken.clone())?
            .iter()
            .map(|it| it.letters)
            .collect();
        let rivals = self.old.spans(&taken)?;
        Some(Lookalike {
            only: only.clone(),
            rivals: rivals.into_iter().map(|(span, _)| span).collect(),
        })
    }
}

/// One word of a text.
struct Word<'a> {
    text: usize,
    range: Range<usize>,
    letters: &'a str,
}

/// The words of some texts, and where each stands among them.
struct WordList<'a> {
    words: Vec<Word<'a>>,
    places: HashMap<&'a str, Vec<usize>>,
    /// Names, numbers and negations among them.
    weighty: Vec<&'a str>,
    /// By word: how many of these come before it; and how many there are.
    weighty_before: Vec<usize>,
}

impl<'a> WordList<'a> {
    fn of(texts: impl Iterator<Item = (usize, &'a str)>) -> Self {
        let mut list = Self {
            words: Vec::new(),
            places: HashMap::new(),
            weighty: Vec::new(),
            weighty_before: vec![0],
        };
        for (text, (range, word)) in
            texts.flat_map(|(at, text)| words(text).map(move |it| (at, it)))
        {
            list.places.entry(word).or_default().push(list.words.len());
            list.words.push(Word {
                text,
                range,
                letters: word,
            });
            if is_weighty(word) {
                list.weighty.push(word);
            }
            list.weighty_before.push(list.weighty.len());
        }
        list
    }

    fn places(&self, word: &str) -> &[usize] {
        self.places.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether names, numbers and negations of a stretch are these ones in the same order.
    fn says_the_same(&self, stretch: &Range<usize>, weighty: &[&str]) -> bool {
        let count = |at: usize| self.weighty_before.get(at).copied().unwrap_or_default();
        self.weighty.get(count(stretch.start)..count(stretch.end)) == Some(weighty)
    }

    /// Stretches that begin and end as the quote does and say the same names and numbers, each with
    /// its place among the words; none where there are too many to compare.
    fn spans(&self, quote: &[&str]) -> Option<Vec<(Span, Range<usize>)>> {
        let (first, last) = (quote.first()?, quote.last()?);
        let weighty: Vec<&str> = quote.iter().copied().filter(|it| is_weighty(it)).collect();
        let longest = (quote.len() * 4).div_ceil(3);
        let shortest = (quote.len() * 2 / 3).max(2);
        let mut found = Vec::new();
        for start in self.starts(first, weighty.iter().chain([last]), longest) {
            for length in shortest..=longest {
                let stretch = start..start + length;
                let (Some(from), Some(to)) =
                    (self.words.get(start), self.words.get(stretch.end - 1))
                else {
                    break;
                };
                if from.text != to.text {
                    break;
                }
                if to.letters != *last || !self.says_the_same(&stretch, &weighty) {
                    continue;
                }
                if found.len() == MOST_PLACES {
                    return None;
                }
                let words = self.words.get(stretch.clone()).unwrap_or_default();
                let place = Place {
                    text: from.text,
                    range: from.range.start..to.range.end,
                };
                let percent = likeness(words, quote);
                found.push((Span { place, percent }, stretch));
            }
        }
        Some(found)
    }

    /// Where a stretch may begin that has all of some words: near the rarest of them, for it is slow
    /// to try each "the" of a long text.
    fn starts<'w>(
        &self,
        first: &str,
        others: impl Iterator<Item = &'w &'w str>,
        longest: usize,
    ) -> Vec<usize> {
        let firsts = self.places(first);
        let rarest = others
            .map(|word| self.places(word))
            .min_by_key(|it| it.len());
        let Some(rarest) = rarest.filter(|it| it.len() * longest < firsts.len()) else {
            return firsts.to_vec();
        };
        let near = |&place: &usize| place.saturating_sub(longest - 1)..=place;
        let is_first = |at: &usize| self.words.get(*at).is_some_and(|it| it.letters == first);
        let mut starts: Vec<usize> = rarest.iter().flat_map(near).filter(is_first).collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }
}

fn is_weighty(word: &str) -> bool {
    let is_name = word
        .chars()
        .any(|letter| letter.is_uppercase() || letter.is_numeric());
    is_name || NEGATIONS.contains(&word) || word == "t"
}

/// Twice the words both have in order, of a hundred of all.
fn likeness(one: &[Word<'_>], other: &[&str]) -> usize {
    let mut row = vec![0_usize; other.len() + 1];
    for mine in one {
        let mut corner = 0;
        for (at, theirs) in other.iter().enumerate() {
            let left = row.get(at).copied().unwrap_or_default();
            if let Some(cell) = row.get_mut(at + 1) {
                let above = *cell;
                *cell = if mine.letters == *theirs {
                    corner + 1
                } else {
                    left.max(above)
                };
                corner = above;
            }
        }
    }
    let shared = row.last().copied().unwrap_or_default();
    shared * 200 / (one.len() + other.len())
}
