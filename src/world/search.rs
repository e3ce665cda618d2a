//! Finding passages and subjects by words: the answer to "where does it say that?".
//!
//! In: what matches, the best first. Out: what is done with it (see `session`).

use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{Id, Passage, Subject, World};
use crate::atlas::{Atlas, CountryId};

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    Subject(Subject),
    Passage(Id<Passage>),
}

/// Whether the article is silent about it, whether it is a variant, how long its name is.
pub(super) type Nearness = (bool, bool, usize);

/// More than these nobody looks through.
const MOST_FOUND: usize = 40;

impl World {
    /// Subjects whose names, and passages whose text, hold all the words: beginnings of words, in
    /// any order, whatever their case and accents. Subjects that the article names come first, then
    /// passages as they are read.
    pub fn find(&self, atlas: &Atlas, query: &str) -> Vec<Found> {
        let query = plain(query);
        let wanted: Vec<&str> = words_of(&query).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut subjects: Vec<(Nearness, Subject)> = self
            .all_subjects(atlas)
            .filter_map(|subject| {
                let name = plain(self.name_of(atlas, subject));
                has_all(&name, &wanted).then(|| (self.nearness(subject, name.len()), subject))
            })
            .collect();
        subjects.sort_unstable();
        let subjects = subjects
            .into_iter()
            .map(|(_, subject)| Found::Subject(subject));
        let passages = self
            .passages
            .iter()
            .filter(|(_, passage)| has_all(&plain(&passage.text), &wanted))
            .map(|(id, _)| Found::Passage(id));
        subjects
            .take(MOST_FOUND / 4)
            .chain(passages)
            .take(MOST_FOUND)
            .collect()
    }

    /// What the article names comes first, another way of drawing a line after the line, and of the
    /// rest the shortest name, which is the nearest to what was asked.
    pub(super) fn nearness(&self, subject: Subject, letters: usize) -> Nearness {
        let is_variant = match subject {
            Subject::Feature(id) => self
                .features
                .get(id)
                .is_some_and(|feature| feature.variant_of.is_some()),
            _ => false,
        };
        (self.links.passages(subject).is_empty(), is_variant, letters)
    }

    /// All that has a name, in the article or on the map.
    pub(super) fn all_subjects(&self, atlas: &Atlas) -> impl Iterator<Item = Subject> {
        let overlays = self.overlays.ids().map(Subject::Overlay);
        let features = self.features.ids().map(Subject::Feature);
        let actors = self.actors.ids().map(Subject::Actor);
        let places = self.places.ids().map(Subject::Place);
        let countries = (0_u16..).zip(&atlas.countries);
        let countries = countries.map(|(at, _)| Subject::Country(CountryId(at)));
        let disputes = atlas.dispute_ids().map(|(id, _)| Subject::Dispute(id));
        overlays
            .chain(features)
            .chain(actors)
            .chain(places)
            .chain(countries)
            .chain(disputes)
    }
}

/// Where in a text the words stand that a query asks for: whole words, in their order, as byte
/// ranges.
pub fn found_words(text: &str, query: &str) -> Vec<Range<usize>> {
    let query = plain(query);
    let wanted: Vec<&str> = words_of(&query).collect();
    let starts_one = |word: &str| {
        let word = plain(word);
        wanted.iter().any(|start| word.starts_with(start))
    };
    let mut found = Vec::new();
    let mut start = None;
    let ends = text.char_indices().map(|(at, letter)| (at, Some(letter)));
    for (at, letter) in ends.chain([(text.len(), None)]) {
        let is_in_word =
            letter.is_some_and(|letter| letter.is_alphanumeric() || is_combining_mark(letter));
        match (is_in_word, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                let word = text.get(from..at);
                found.extend(word.filter(|word| starts_one(word)).map(|_| from..at));
            }
            _ => {}
        }
    }
    found
}

/// Lower case, without accents.
pub(super) fn plain(text: &str) -> String {
    let letters = text.nfd().filter(|&letter| !is_combining_mark(letter));
    letters.flat_map(char::to_lowercase).collect()
}

pub(super) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

fn has_all(text: &str, wanted: &[&str]) -> bool {
    let begins = |start: &&str| words_of(text).any(|word| word.starts_with(start));
    wanted.iter().all(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;

    #[test]
    fn words_are_found_by_their_beginnings_in_any_order_whatever_their_case() {
        let atlas = Atlas::load().unwrap();
        let world = content::bundled(&atlas).0;
        let tapi = world.subject_of(&atlas, "feature:tapi").unwrap();
        let found = world.find(&atlas, "PIPE turkm");
        assert!(found.contains(&Found::Subject(tapi)), "{found:?}");
        for query in ["pipeline", "Taliban", "drug"] {
            let found = world.find(&atlas, query);
            let passages = found.iter().filter_map(|found| match found {
                Found::Passage(id) => world.passages.get(*id),
                Found::Subject(_) => None,
            });
            let mut count = 0;
            for passage in passages {
                let text = passage.text.to_lowercase();
                assert!(text.contains(&query.to_lowercase()), "{query}: {text}");
                count += 1;
            }
            assert!(count > 0, "{query}");
        }
        assert!(world.find(&atlas, " ,. ").is_empty());
        assert!(world.find(&atlas, "xyzzy").is_empty());
    }

    #[test]
    fn the_words_that_were_asked_for_are_pointed_out_whole() {
        let text = "The pipelines, once piped: pip\u{e9}, PIPE";
        let words = |query| -> Vec<&str> {
            let found = found_words(text, query);
            found.into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(words("pipe"), ["pipelines", "piped", "pip\u{e9}", "PIPE"]);
        assert_eq!(words("once the"), ["The", "once"]);
        assert!(words("").is_empty() && words("ipe").is_empty());
    }
}
