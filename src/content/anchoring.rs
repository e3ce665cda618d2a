//! Where words of a text stand in another version of it.
//!
//! A link that is lost can be given back by a person who is told of it; one that was quietly put to
//! words that look like its own can not. So whatever is not sure is lost here: a place is taken only
//! if it is the best for these words, and these words are the best for it.
//!
//! In: paragraphs, before and after. Out: what the words mean (see `relink`).

mod agreement;
mod alignment;
mod exact;
mod inexact;
mod machine;
mod plain;
#[cfg(test)]
mod properties;
mod search;
#[cfg(test)]
mod tests;
mod whole_quotes;
mod words;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use alignment::Alignment;
use exact::Moves;
use inexact::{Lookalike, Lookalikes};
use plain::{Place, Plain};
use search::{Edges, Search, edges};

pub(super) use whole_quotes::stand_once;
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
pub(super) struct Anchoring {
    old: Vec<Plain>,
    new: Vec<Plain>,
    alignment: Alignment,
}

/// Words that others may lie inside of.
struct Outer {
    /// Where they end in the text as it is written.
    end: usize,
    /// Where they stood, and where they do now.
    places: Option<(Range<usize>, Place)>,
    /// Whether they are as they were.
    is_same: bool,
}

/// What was found out about quotes, which many a link has in common.
struct Known<'a> {
    search: Search<'a>,
    moves: HashMap<(usize, &'a str, Edges), Moves>,
    lookalikes: HashMap<(usize, &'a str), Option<Lookalike>>,
    /// By group.
    words: HashMap<usize, Lookalikes<'a>>,
}

impl Anchoring {
    pub(super) fn new(old: &[&str], new: &[&str]) -> Self {
        let plain = |texts: &[&str]| texts.iter().map(|text| Plain::of(text)).collect();
        Self {
            old: plain(old),
            new: plain(new),
            alignment: Alignment::of(old, new),
        }
    }

    /// The new paragraph that an old one is now, if it is there: as it was, or most of it.
    pub(super) fn home(&self, passage: usize) -> Option<usize> {
        self.alignment.home(passage)
    }

    /// An old paragraph, if it is not the same any more.
    fn changed(&self, passage: usize) -> Option<&Plain> {
        let is_changed = self.alignment.same(passage).is_none();
        self.old.get(passage).filter(|_| is_changed)
    }

    /// Where each of these words of each old paragraph stands; none where that is not sure. The ranges
    /// of a paragraph come as mentions do: by their start, and what is around others before them.
    pub(super) fn place(&self, asked: &[Vec<Range<usize>>]) -> Vec<Vec<Option<Placed>>> {
        let mut known = Known {
            search: Search::of(self, asked),
            moves: HashMap::new(),
            lookalikes: HashMap::new(),
            words: HashMap::new(),
        };
        let asked = asked.iter().enumerate();
        let placed = asked.map(|(passage, ranges)| self.place_in(passage, ranges, &mut known));
        placed.collect()
    }

    /// The same of one paragraph.
    #[cfg(test)]
    fn place_of_one(&self, passage: usize, ranges: &[Range<usize>]) -> Vec<Option<Placed>> {
        let mut asked = vec![Vec::new(); passage];
        asked.push(ranges.to_vec());
        self.place(&asked).pop().unwrap_or_default()
    }

    fn place_in<'a>(
        &'a self,
        passage: usize,
        ranges: &[Range<usize>],
        known: &mut Known<'a>,
    ) -> Vec<Option<Placed>> {
        if let Some(same) = self.alignment.same(passage) {
            let placed = |range: &Range<usize>| Placed {
                passage: same,
                range: range.clone(),
            };
            return ranges.iter().map(|range| Some(placed(range))).collect();
        }
        let mut placed: Vec<Option<Placed>> = Vec::with_capacity(ranges.len());
        // What lies around the words that are looked at, the innermost last.
        let mut around: Vec<Outer> = Vec::new();
        for range in ranges {
            while around.last().is_some_and(|outer| outer.end < range.end) {
                around.pop();
            }
            let mine = self.old.get(passage).and_then(|text| text.range(range));
            let mine = mine.filter(|it| !it.is_empty()).map(|range| Place {
                text: passage,
                range,
            });
            let found = mine
                .as_ref()
                .and_then(|mine| self.place_one(mine, around.last(), known));
            placed.push(found.as_ref().and_then(|found| self.placed(found)));
            let both = mine.zip(found);
            around.push(Outer {
                end: range.end,
                is_same: both.as_ref().is_some_and(|(mine, found)| {
                    words_at(&self.old, mine) == words_at(&self.new, found)
                }),
                places: both.map(|(mine, found)| (mine.range, found)),
            });
        }
        placed
    }

    fn placed(&self, place: &Place) -> Option<Placed> {
        Some(Placed {
            passage: place.text,
            range: self.new.get(place.text)?.written(&place.range)?,
        })
    }

    /// `outer` is what lies around the words.
    fn place_one<'a>(
        &'a self,
        mine: &Place,
        outer: Option<&Outer>,
        known: &mut Known<'a>,
    ) -> Option<Place> {
        let outer = outer.and_then(|outer| Some((outer.is_same, outer.places.as_ref()?)));
        // In words that are as they were the place is where it was.
        if let Some((true, (was, is))) = outer {
            let place = |byte: usize| Some(is.range.start + byte.checked_sub(was.start)?);
            return Some(Place {
                text: is.text,
                range: place(mine.range.start)?..place(mine.range.end)?,
            });
        }
        let quote = words_at(&self.old, mine)?;
        let group = self.alignment.group_of(mine.text);
        let places = known.search.places(group, quote)?;
        let is_anywhere = |it: &search::Places| !it.old.is_empty() && !it.new.is_empty();
        let found = if places.values().any(is_anywhere) {
            let edges = edges(&self.old.get(mine.text)?.text, &mine.range);
            let moves = known.moves.entry((group, quote, edges));
            let moves = moves.or_insert_with(|| {
                let places = places.get(&edges);
                let places = places.map_or((&[][..], &[][..]), |it| (&it.old, &it.new));
                exact::moves((&self.old, &self.new), places, quote)
            });
            moves.get(&(mine.text, mine.range.start)).cloned()
        } else {
            let lookalike = match known.lookalikes.entry((group, quote)) {
                Entry::Occupied(found) => found.into_mut(),
                Entry::Vacant(free) => {
                    let words = known.words.entry(group);
                    let words = words.or_insert_with(|| Lookalikes::of(self, group));
                    free.insert(words.find(quote))
                }
            };
            let lookalike = lookalike.as_ref();
            lookalike.and_then(|it| it.place((&self.old, &self.new), mine))
        };
        // What lay inside of something does so still, or was taken out of it.
        let is_inside = |found: &Place| {
            outer.is_none_or(|(_, (_, is))| {
                let inside = is.range.start <= found.range.start && found.range.end <= is.range.end;
                is.text == found.text && inside
            })
        };
        found.filter(is_inside)
    }
}

fn words_at<'a>(texts: &'a [Plain], place: &Place) -> Option<&'a str> {
    texts.get(place.text)?.text.get(place.range.clone())
}
