//! Where words of a text stand in another version of it.
//!
//! A link that is lost can be given back by a person who is told of it; one that was quietly put to
//! words that look like its own can not. So whatever is not sure is lost here: a place is taken only
//! if it is the best for these words, and these words are the best for it.
//!
//! In: paragraphs, before and after. Out: what the words mean (see `relink`).

mod alignment;
mod exact;
mod inexact;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use alignment::Alignment;
use exact::Matches;

pub(super) use words::Quote;

/// Where words stand in the new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// Which of the new paragraphs, from 0.
    pub passage: usize,
    /// Bytes of it.
    pub range: Range<usize>,
}

/// Two versions of a text, and which paragraph of the one became which of the other.
pub(super) struct Anchoring<'a> {
    old: Vec<&'a str>,
    new: Vec<&'a str>,
    alignment: Alignment,
}

impl<'a> Anchoring<'a> {
    pub(super) fn new(old: Vec<&'a str>, new: Vec<&'a str>) -> Self {
        let alignment = Alignment::of(&old, &new);
        Self {
            old,
            new,
            alignment,
        }
    }

    /// The new paragraph that an old one is now, if it is there: as it was, or most of it.
    pub(super) fn home(&self, passage: usize) -> Option<usize> {
        self.alignment.home(passage)
    }

    /// Where each of these words of an old paragraph stands; none where that is not sure. The ranges
    /// come as mentions do: by their start, and what is around others before them.
    pub(super) fn place(&self, passage: usize, ranges: &[Range<usize>]) -> Vec<Option<Placed>> {
        if let Some(same) = self.alignment.same(passage) {
            let placed = |range: &Range<usize>| Placed {
                passage: same,
                range: range.clone(),
            };
            return ranges.iter().map(|range| Some(placed(range))).collect();
        }
        let mut known: BTreeMap<&str, Matches> = BTreeMap::new();
        let mut placed: Vec<Option<Placed>> = Vec::with_capacity(ranges.len());
        // What lies around the words that are looked at, the innermost last.
        let mut around: Vec<usize> = Vec::new();
        for (index, range) in ranges.iter().enumerate() {
            while let Some(&outer) = around.last()
                && ranges.get(outer).is_some_and(|it| it.end < range.end)
            {
                around.pop();
            }
            let outer = around.last().copied();
            let outer = outer.and_then(|at| Some((ranges.get(at)?, placed.get(at)?.as_ref()?)));
            placed.push(self.place_one(passage, range, outer, &mut known));
            around.push(index);
        }
        placed
    }

    /// `outer` is what lies around the words, and where that stands now, if it does.
    fn place_one(
        &self,
        passage: usize,
        range: &Range<usize>,
        outer: Option<(&Range<usize>, &Placed)>,
        known: &mut BTreeMap<&'a str, Matches>,
    ) -> Option<Placed> {
        let text = *self.old.get(passage)?;
        let quote = text.get(range.clone()).filter(|quote| !quote.is_empty())?;
        if let Some((was, is)) = outer {
            let old = text.get(was.clone())?;
            let new = self.new.get(is.passage)?.get(is.range.clone())?;
            // In words that are as they were the place is where it was.
            if words::is_same(old, new) {
                let start = words::same_place(old, new, range.start - was.start)?;
                let end = words::same_place(old, new, range.end - was.start)?;
                return Some(Placed {
                    passage: is.passage,
                    range: is.range.start + start..is.range.start + end,
                });
            }
        }
        let group = self.alignment.group(passage);
        let matches = known
            .entry(quote)
            .or_insert_with(|| Matches::of(self, group, quote));
        let found = if matches.is_anywhere() {
            matches.find(passage, range.start)
        } else {
            inexact::find(self, group, passage, range)
        };
        // What lay inside of something does so still, or was taken out of it.
        let is_inside = |found: &Placed| {
            outer.is_none_or(|(_, is)| {
                let inside = is.range.start <= found.range.start && found.range.end <= is.range.end;
                is.passage == found.passage && inside
            })
        };
        found.filter(is_inside)
    }
}
