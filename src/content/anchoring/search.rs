//! Where quotes stand letter for letter, all of them looked for in one reading of the texts.
//!
//! To look for each by itself takes the length of the text times their number, which is minutes for
//! a long text with thousands of links.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::Anchoring;
use super::exact::MOST_COMPARED;
use super::machine::Machine;
use super::plain::{Place, Plain};
use super::words::is_inside_word;

/// Whether a word goes on across the two ends of a place: words that are a part of one are another
/// thing than whole ones.
pub(super) type Edges = (bool, bool);

pub(super) fn edges(text: &str, range: &Range<usize>) -> Edges {
    (
        is_inside_word(text, range.start),
        is_inside_word(text, range.end),
    )
}

/// The places of a quote in the paragraphs of a group.
#[derive(Default)]
pub(super) struct Places {
    pub old: Vec<Place>,
    pub new: Vec<Place>,
}

/// Where all the words stand that are asked about.
pub(super) struct Search<'a> {
    /// By group and quote.
    known: HashMap<(usize, &'a str), HashMap<Edges, Places>>,
}

impl<'a> Search<'a> {
    /// `asked` are the words of each old text.
    pub(super) fn of(anchoring: &'a Anchoring, asked: &[Vec<Range<usize>>]) -> Self {
        let mut known: HashMap<(usize, &str), HashMap<Edges, Places>> = HashMap::new();
        for (passage, ranges) in asked.iter().enumerate() {
            if let Some(text) = anchoring.changed(passage) {
                let group = anchoring.alignment.group_of(passage);
                let quotes = ranges
                    .iter()
                    .filter_map(|it| text.text.get(text.range(it)?));
                for quote in quotes.filter(|quote| !quote.is_empty()) {
                    known.entry((group, quote)).or_default();
                }
            }
        }
        let quotes: BTreeSet<&str> = known.keys().map(|(_, quote)| *quote).collect();
        let quotes: Vec<&str> = quotes.into_iter().collect();
        let machine = Machine::of(&quotes);
        let mut note = |texts: &[Plain], group: usize, at: usize, is_old: bool| {
            let text = texts.get(at).map_or("", |text| &text.text);
            machine.read(text, |quote, range| {
                let quote = quotes.get(quote).copied().unwrap_or_default();
                let Some(known) = known.get_mut(&(group, quote)) else {
                    return;
                };
                let places = known.entry(edges(text, &range)).or_default();
                let list = if is_old {
                    &mut places.old
                } else {
                    &mut places.new
                };
                // One more than can be told apart is as many as there may be.
                if list.len() <= MOST_COMPARED {
                    list.push(Place { text: at, range });
                }
            });
        };
        let groups = anchoring.alignment.groups().iter().enumerate();
        // What has become nothing needs no search.
        for (at, group) in groups.filter(|(_, group)| !group.new.is_empty()) {
            for &text in &group.old {
                note(&anchoring.old, at, text, true);
            }
            for &text in &group.new {
                note(&anchoring.new, at, text, false);
            }
        }
        Self { known }
    }

    /// Places of a quote by their edges; nothing of one that was not asked about.
    pub(super) fn places(&self, group: usize, quote: &'a str) -> Option<&HashMap<Edges, Places>> {
        self.known.get(&(group, quote))
    }
}
