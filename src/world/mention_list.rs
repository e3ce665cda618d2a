//! The mentions of one passage as a list: they nest, they never cross, an enclosing one comes first.
//!
//! In: where one more may stand, and where words are found again. Out: what words mean (see `meaning`).

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use super::{Mention, Passage};

/// Mentions lie no deeper one inside the other: a relation around countries needs two.
pub const MOST_NESTED: usize = 4;

impl Passage {
    /// Some of its words.
    pub fn words(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The innermost mention of exactly these words, by its place in the list.
    pub fn mention_of(&self, range: &Range<usize>) -> Option<usize> {
        self.mentions.iter().rposition(|it| it.range == *range)
    }

    /// Without spaces and stops at its ends, and with the whole of every word that it would cut. None
    /// where no letter is left.
    pub fn whole_words(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let chosen = self.text.get(range.clone())?;
        let after_start = chosen.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let start = range.end - after_start.len();
        let inner = after_start.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if inner.is_empty() {
            return None;
        }
        // The last point of "U.S." belongs to it.
        let is_short_form = inner.trim_end_matches(char::is_alphanumeric).ends_with('.');
        let has_point = after_start.get(inner.len()..)?.starts_with('.');
        let end = start + inner.len() + usize::from(is_short_form && has_point);
        Some(word_start(&self.text, start)..word_end(&self.text, end))
    }

    /// The same with the whole of every mention that it would cut: the least that a mention can be
    /// made of.
    pub fn whole(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let mut whole = self.whole_words(range)?;
        // Taking one in may cut another one.
        while let Some(cut) = self.mentions.iter().find(|it| crosses(&it.range, &whole)) {
            whole = whole.start.min(cut.range.start)..whole.end.max(cut.range.end);
        }
        Some(whole)
    }

    /// Whether a mention of these words would cross no other one, and not lie too deep.
    pub fn has_room(&self, range: &Range<usize>) -> bool {
        let others = || self.mentions.iter().map(|it| &it.range);
        if others().any(|other| crosses(other, range) || other == range) {
            return false;
        }
        let encloses = |outer: &Range<usize>, inner: &Range<usize>| {
            outer.start <= inner.start && inner.end <= outer.end
        };
        let around = others().filter(|other| encloses(other, range)).count();
        let inside = || others().filter(|other| encloses(range, other));
        let deepest = inside()
            .map(|inner| inside().filter(|outer| encloses(outer, inner)).count())
            .max();
        around + 1 + deepest.unwrap_or(0) <= MOST_NESTED
    }

    /// Where these very words stand, whole, one after the other.
    pub fn occurrences<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let found = self.text.match_indices(words);
        found
            .map(|(at, found)| at..at + found.len())
            .filter(|range| {
                !range.is_empty()
                    && word_start(&self.text, range.start) == range.start
                    && word_end(&self.text, range.end) == range.end
            })
    }

    /// Its mentions with one more, in their order.
    pub fn with_mention(&self, mention: Mention) -> Vec<Mention> {
        let mut mentions = self.mentions.clone();
        insert(&mut mentions, mention);
        mentions
    }

    /// The word that a byte lies in or at the edge of; none where there is no word.
    pub fn word_at(&self, byte: usize) -> Option<Range<usize>> {
        let (before, after) = self.text.split_at_checked(byte)?;
        let is_letter = char::is_alphanumeric;
        let end = self.text.len() - after.trim_start_matches(is_letter).len();
        let range = before.trim_end_matches(is_letter).len()..end;
        (!range.is_empty()).then_some(range)
    }

    /// Its words in order.
    pub fn all_words(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut end = 0;
        std::iter::from_fn(move || {
            let rest = self.text.get(end..)?;
            let start = end + rest.find(char::is_alphanumeric)?;
            end = word_end(&self.text, start);
            Some(start..end)
        })
    }
}

/// The order of a list: by start, and what is around others before them.
fn order(mention: &Mention) -> (usize, Reverse<usize>) {
    (mention.range.start, Reverse(mention.range.end))
}

/// Puts a mention where it belongs in a list.
pub fn insert(mentions: &mut Vec<Mention>, mention: Mention) {
    let at = mentions.partition_point(|other| order(other) <= order(&mention));
    mentions.insert(at, mention);
}

/// Whether each has something that the other one has not, and something in common.
pub fn crosses(one: &Range<usize>, other: &Range<usize>) -> bool {
    let meet = one.start < other.end && other.start < one.end;
    let holds = |outer: &Range<usize>, inner: &Range<usize>| {
        outer.start <= inner.start && inner.end <= outer.end
    };
    meet && !holds(one, other) && !holds(other, one)
}

/// Mentions of one text that come in any order, thousands of them: a list in the making.
#[derive(Clone, Debug, Default)]
pub struct MentionGathering {
    mentions: Vec<Mention>,
    /// Starts with ends, and ends with starts: what could cross a range begins or ends inside of it,
    /// so that nothing else is compared.
    starts: BTreeSet<(usize, usize)>,
    ends: BTreeSet<(usize, usize)>,
}

impl MentionGathering {
    /// Takes a mention unless it crosses one that is there. Whether it did.
    pub fn put(&mut self, mention: Mention) -> bool {
        let Range { start, end } = mention.range;
        if start < end {
            let inside = (start + 1, 0)..(end, 0);
            let is_over_end = |&(_, other): &(usize, usize)| other > end;
            let is_before_start = |&(_, other): &(usize, usize)| other < start;
            if self.starts.range(inside.clone()).any(is_over_end)
                || self.ends.range(inside).any(is_before_start)
            {
                return false;
            }
        }
        self.starts.insert((start, end));
        self.ends.insert((end, start));
        self.mentions.push(mention);
        true
    }

    /// Whether there is a mention of exactly these words.
    pub fn holds(&self, range: &Range<usize>) -> bool {
        self.starts.contains(&(range.start, range.end))
    }

    pub fn iter(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.iter()
    }

    /// How many lie inside each other where most do.
    pub fn depth(&self) -> usize {
        let mut open: Vec<usize> = Vec::new();
        let mut deepest = 0;
        let mut ranges: Vec<&Range<usize>> = self.mentions.iter().map(|it| &it.range).collect();
        ranges.sort_by_key(|range| (range.start, Reverse(range.end)));
        for range in ranges {
            open.retain(|&end| end >= range.end && end > range.start);
            open.push(range.end);
            deepest = deepest.max(open.len());
        }
        deepest
    }

    /// In their order.
    pub fn into_list(mut self) -> Vec<Mention> {
        self.mentions.sort_by_key(order);
        self.mentions
    }
}

/// Where the word begins that goes on over a place; the place itself where none does.
fn word_start(text: &str, at: usize) -> usize {
    let (before, after) = (
        text.get(..at).unwrap_or_default(),
        text.get(at..).unwrap_or_default(),
    );
    if !after.starts_with(char::is_alphanumeric) {
        return at;
    }
    before.trim_end_matches(char::is_alphanumeric).len()
}

/// Where the word ends that a place lies in or at the end of.
fn word_end(text: &str, at: usize) -> usize {
    let (before, after) = (
        text.get(..at).unwrap_or_default(),
        text.get(at..).unwrap_or_default(),
    );
    let is_in_word =
        before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
    if !is_in_word {
        return at;
    }
    at + after.len() - after.trim_start_matches(char::is_alphanumeric).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{Id, MentionKind, Subject};

    fn passage(text: &str, named: &[&str]) -> Passage {
        let mut mentions = Vec::new();
        for words in named {
            let start = text.find(words).unwrap();
            let subject = Subject::Place(Id::new(0));
            let range = start..start + words.len();
            insert(
                &mut mentions,
                Mention::sure(range, subject, MentionKind::Direct),
            );
        }
        Passage {
            number: 1,
            text: text.to_owned(),
            mentions,
            fingerprint: String::new(),
            touches: Vec::new(),
            is_verbatim: false,
        }
    }

    const TEXT: &str = "Envoys of Georgia met U.S. officials in Tbilisi, Georgia; Georgians left.";

    fn whole(passage: &Passage, words: &str) -> Option<String> {
        let start = passage.text.find(words).unwrap();
        let range = passage.whole(&(start..start + words.len()))?;
        Some(passage.text[range].to_owned())
    }

    #[test]
    fn what_is_chosen_becomes_whole_words_and_takes_in_what_it_would_cut() {
        let plain = passage(TEXT, &[]);
        for (chosen, expected) in [
            ("eorg", Some("Georgia")),
            (" Georgia ", Some("Georgia")),
            ("U.S.", Some("U.S.")),
            ("U.S", Some("U.S")),
            ("f Georgia m", Some("of Georgia met")),
            ("Georgia; ", Some("Georgia")),
            (", Georgia;", Some("Georgia")),
            (", ", None),
            (" ", None),
        ] {
            assert_eq!(whole(&plain, chosen).as_deref(), expected, "{chosen:?}");
        }
        let marked = passage(
            TEXT,
            &["officials in Tbilisi", "Tbilisi", "Georgia; Georgians"],
        );
        assert_eq!(
            whole(&marked, "in Tbilisi, Georgia").as_deref(),
            Some("officials in Tbilisi, Georgia; Georgians")
        );
        assert_eq!(whole(&marked, "in").as_deref(), Some("in"));
    }

    #[test]
    fn there_is_room_where_nothing_is_crossed_and_nesting_stays_shallow() {
        let text = "a b c d e f g";
        let all = ["a b c d e f", "a b c d", "a b c"];
        let marked = passage(text, &all);
        assert!(marked.has_room(&(0..1)) && marked.has_room(&(0..13)));
        assert!(!marked.has_room(&(4..9)), "it crosses");
        assert!(!marked.has_room(&(0..5)), "there is one already");
        let full = passage(text, &["a b c d e f", "a b c d", "a b c", "a b"]);
        assert!(!full.has_room(&(0..1)) && !full.has_room(&(0..13)));
        assert!(full.has_room(&(4..5)) && full.has_room(&(12..13)));
    }

    #[test]
    fn a_list_in_the_making_takes_whatever_crosses_nothing_that_is_in_it() {
        let subject = Subject::Place(Id::new(0));
        let mention =
            |range: &Range<usize>| Mention::sure(range.clone(), subject, MentionKind::Direct);
        let ranges = || (0..6).flat_map(|start| (start + 1..7).map(move |end| start..end));
        for one in ranges() {
            for other in ranges() {
                for third in ranges() {
                    let mut gathering = MentionGathering::default();
                    let mut taken: Vec<Range<usize>> = Vec::new();
                    for range in [&one, &other, &third] {
                        let is_free = !taken.iter().any(|it| crosses(it, range));
                        assert_eq!(
                            gathering.put(mention(range)),
                            is_free,
                            "{range:?} in {taken:?}"
                        );
                        taken.extend(is_free.then(|| range.clone()));
                        assert_eq!(gathering.holds(range), is_free);
                    }
                    let mut expected = Vec::new();
                    for range in &taken {
                        insert(&mut expected, mention(range));
                    }
                    assert_eq!(gathering.into_list(), expected);
                }
            }
        }
    }

    #[test]
    fn depth_is_counted_where_most_lie_inside_each_other() {
        let subject = Subject::Place(Id::new(0));
        let depth = |ranges: &[Range<usize>]| {
            let mut gathering = MentionGathering::default();
            for range in ranges {
                gathering.put(Mention::sure(range.clone(), subject, MentionKind::Direct));
            }
            gathering.depth()
        };
        assert_eq!((depth(&[]), depth(&[2..3, 0..1])), (0, 1));
        assert_eq!(depth(&[2..3, 0..9, 2..5, 5..6]), 3);
    }

    #[test]
    fn words_are_found_again_only_where_they_stand_whole() {
        let plain = passage(TEXT, &[]);
        let found: Vec<_> = plain.occurrences("Georgia").collect();
        assert_eq!(found.len(), 2);
        assert_eq!(plain.occurrences("U.S.").count(), 1);
        assert_eq!(plain.occurrences("georgia").count(), 0);
        assert_eq!(plain.occurrences("").count(), 0);
        assert_eq!(plain.all_words().count(), 12);
        assert_eq!(plain.word_at(12).map(|it| &TEXT[it]), Some("Georgia"));
        assert_eq!(passage("\u{2014} \u{e9}t\u{e9}", &[]).word_at(0), None);
    }
}
