//! Where the words of a lost link may be now: a place to look at, and no more than that.
//!
//! In: the words of the link and around it, and those of all passages. Out: putting it there, which only
//! a person does (see `session::LostInHand`).

use std::collections::{BTreeMap, BTreeSet};

use super::search::{plain, words_of};
use super::{Id, Orphan, Passage, World};

/// More places are not worth a look.
const MOST_PLACES: usize = 3;

/// Words that stand in more passages than this say nothing of any of them, in a text of any length.
const MOST_PASSAGES: usize = 64;

/// In a text of so many passages words that stand in most of them say nothing, either.
const FEW_PASSAGES: usize = 4;

/// A word of the link itself counts so much, and one from around it 1.
const WEIGHT_OF_OWN: f64 = 2.0;

/// Which passages have a word.
type Index = BTreeMap<String, Vec<Id<Passage>>>;

impl World {
    /// All lost links are these.
    pub fn set_orphans(&mut self, orphans: Vec<Orphan>) {
        self.orphans = orphans;
        self.derive_likeliest();
    }

    /// Where the words of a lost link may be now, by its place in the list: the likeliest first.
    pub fn likeliest_of(&self, at: usize) -> &[Id<Passage>] {
        self.links.likeliest.get(at).map_or(&[], Vec::as_slice)
    }

    /// Derives where to look for each lost link.
    pub(super) fn derive_likeliest(&mut self) {
        self.links.likeliest.clear();
        if self.orphans.is_empty() {
            return;
        }
        let index = self.index();
        let orphans = self.orphans.iter();
        self.links.likeliest = orphans.map(|it| self.likeliest(&index, it)).collect();
    }

    fn index(&self) -> Index {
        let mut index = Index::new();
        for (id, passage) in self.passages.iter() {
            let text = plain(&passage.text);
            let words: BTreeSet<&str> = words_of(&text).collect();
            for word in words {
                index.entry(word.to_owned()).or_default().push(id);
            }
        }
        index
    }

    /// The passages that have most of its words, above all of those that few passages have; of two as
    /// likely the one that stands nearer to where it stood.
    fn likeliest(&self, index: &Index, orphan: &Orphan) -> Vec<Id<Passage>> {
        let own = plain(&orphan.exact);
        let around = plain(&format!("{} {}", orphan.before, orphan.after));
        let own: BTreeSet<&str> = words_of(&own).collect();
        let around: BTreeSet<&str> = words_of(&around).filter(|it| !own.contains(it)).collect();
        let weighed = own.iter().map(|word| (word, WEIGHT_OF_OWN));
        let weighed = weighed.chain(around.iter().map(|word| (word, 1.0)));
        let count = self.passages.len();
        let most = if count < FEW_PASSAGES {
            count
        } else {
            (count / 2).min(MOST_PASSAGES)
        };
        let mut likeness: BTreeMap<Id<Passage>, f64> = BTreeMap::new();
        for (&word, weight) in weighed {
            let passages = index.get(word).map_or(&[][..], Vec::as_slice);
            if passages.is_empty() || passages.len() > most {
                continue;
            }
            let rarity = ((count + 1) as f64 / passages.len() as f64).ln();
            for &id in passages {
                *likeness.entry(id).or_default() += weight * rarity;
            }
        }
        let far = |id: Id<Passage>| {
            let passage = self.passages.get(id);
            passage.map_or(0, |it| it.number.abs_diff(orphan.passage_number))
        };
        let mut places: Vec<(Id<Passage>, f64)> = likeness.into_iter().collect();
        places.sort_by(|(one, mine), (other, theirs)| {
            let by_likeness = theirs.total_cmp(mine);
            by_likeness.then_with(|| far(*one).cmp(&far(*other)))
        });
        let best = places.first().map_or(0.0, |(_, likeness)| *likeness);
        let worth = places.into_iter().filter(|(_, it)| *it * 2.0 >= best);
        worth.map(|(id, _)| id).take(MOST_PLACES).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{MentionKind, Subject, Table};

    fn world(texts: &[&str]) -> World {
        let mut passages = Table::default();
        for (number, text) in (1..).zip(texts) {
            passages.push(Passage {
                number,
                text: (*text).to_owned(),
                mentions: Vec::new(),
                fingerprint: String::new(),
                touches: Vec::new(),
                is_verbatim: false,
            });
        }
        World {
            passages,
            ..World::default()
        }
    }

    /// The numbers of the passages to look at.
    fn looked_at(texts: &[&str], [before, exact, after]: [&str; 3]) -> Vec<u32> {
        let mut world = world(texts);
        world.set_orphans(vec![Orphan {
            passage_number: 1,
            exact: exact.to_owned(),
            before: before.to_owned(),
            after: after.to_owned(),
            subject: Subject::Place(Id::new(0)),
            kind: MentionKind::Direct,
            confidence_percent: 100,
            others: Vec::new(),
        }]);
        let found = world.links.likeliest[0].iter();
        found.map(|&id| world.passages[id].number).collect()
    }

    const TEXTS: [&str; 5] = [
        "The talks in the city were about the line.",
        "A pipeline from the \u{c9}tat to the sea was planned for the year after.",
        "The minister of the town said the same of the port.",
        "The port and the harbour of the town are in the south.",
        "The end.",
    ];

    #[test]
    fn the_passage_with_most_of_the_words_is_looked_at_first_whatever_their_case_and_accents() {
        let found = looked_at(&TEXTS, ["the", "Harbour of the TOWN", "is south"]);
        assert_eq!(found[0], 4);
        assert_eq!(looked_at(&TEXTS, ["", "etat", "to the sea"]), [2]);
    }

    #[test]
    fn words_that_are_everywhere_or_nowhere_lead_to_no_place() {
        assert!(looked_at(&TEXTS, ["the", "zebra", "the"]).is_empty());
        assert!(looked_at(&[], ["the", "zebra", "of the"]).is_empty());
        assert_eq!(looked_at(&["Only here."], ["", "here", ""]), [1]);
    }
}
