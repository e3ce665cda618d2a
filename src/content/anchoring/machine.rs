//! Looks for any number of quotes in one reading of a text (after Aho and Corasick).
//!
//! By bytes: what is a letter in both texts begins and ends where one does.

use std::collections::VecDeque;
use std::ops::Range;

/// The state in which nothing of a quote has been read.
const START: u32 = 0;

/// Where a list of states ends; no other state leads back to the start that way.
const NONE: u32 = 0;

/// What has been read of some quotes. The states are a tree, each below the one with a byte less.
#[derive(Clone, Copy, Default)]
struct State {
    /// The byte that leads here.
    byte: u8,
    /// The first of the states below, and the next one below the same.
    child: u32,
    sibling: u32,
    /// The state of the longest of what was read last that begins a quote, too.
    shorter: u32,
    /// The first one that way with a whole quote.
    shorter_whole: u32,
    /// The quote that has been read.
    quote: Option<u32>,
}

pub(super) struct Machine {
    states: Vec<State>,
    /// The states below the start, by byte, for most of a text leads to these.
    first: Vec<u32>,
    lengths: Vec<usize>,
}

impl Machine {
    /// Quotes that are not empty, each once.
    pub(super) fn of(quotes: &[&str]) -> Self {
        let mut machine = Self {
            states: vec![State::default()],
            first: vec![NONE; 256],
            lengths: quotes.iter().map(|quote| quote.len()).collect(),
        };
        for (quote, text) in (0..).zip(quotes) {
            let mut at = START;
            for byte in text.bytes() {
                at = match machine.below(at, byte) {
                    NONE => machine.grow(at, byte),
                    below => below,
                };
            }
            machine.change(at, |state| state.quote = Some(quote));
        }
        machine.link();
        machine
    }

    /// Calls back for each place of each quote, with the quote's index.
    pub(super) fn read(&self, text: &str, mut found: impl FnMut(usize, Range<usize>)) {
        let mut at = START;
        for (end, byte) in (1..).zip(text.bytes()) {
            at = self.next(at, byte);
            let mut whole = at;
            while whole != START {
                let state = self.state(whole);
                if let Some(quote) = state.quote {
                    let quote = quote as usize;
                    let length = self.lengths.get(quote).copied().unwrap_or_default();
                    found(quote, end - length..end);
                }
                whole = state.shorter_whole;
            }
        }
    }

    fn state(&self, at: u32) -> State {
        self.states.get(at as usize).copied().unwrap_or_default()
    }

    fn change(&mut self, at: u32, change: impl FnOnce(&mut State)) {
        if let Some(state) = self.states.get_mut(at as usize) {
            change(state);
        }
    }

    fn grow(&mut self, at: u32, byte: u8) -> u32 {
        let new = self.states.len() as u32;
        let state = State {
            byte,
            sibling: self.state(at).child,
            ..State::default()
        };
        self.states.push(state);
        self.change(at, |state| state.child = new);
        if at == START
            && let Some(first) = self.first.get_mut(usize::from(byte))
        {
            *first = new;
        }
        new
    }

    /// The state with a byte more, if any quote goes on so.
    fn below(&self, at: u32, byte: u8) -> u32 {
        if at == START {
            return self.first.get(usize::from(byte)).copied().unwrap_or(NONE);
        }
        let mut below = self.state(at).child;
        while below != NONE {
            let state = self.state(below);
            if state.byte == byte {
                break;
            }
            below = state.sibling;
        }
        below
    }

    /// The state after a byte of a text.
    fn next(&self, mut at: u32, byte: u8) -> u32 {
        loop {
            let below = self.below(at, byte);
            if below != NONE || at == START {
                return below;
            }
            at = self.state(at).shorter;
        }
    }

    /// Finds what each state goes on with where its quotes do not: the shorter ones first.
    fn link(&mut self) {
        let mut queue = VecDeque::from([START]);
        while let Some(at) = queue.pop_front() {
            let mut below = self.state(at).child;
            while below != NONE {
                let State { byte, sibling, .. } = self.state(below);
                let shorter = match at {
                    START => START,
                    _ => self.next(self.state(at).shorter, byte),
                };
                let whole = match self.state(shorter) {
                    State { quote: Some(_), .. } => shorter,
                    state => state.shorter_whole,
                };
                self.change(below, |state| {
                    state.shorter = shorter;
                    state.shorter_whole = whole;
                });
                queue.push_back(below);
                below = sibling;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::btree_set;
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    proptest! {
        #[test]
        fn all_places_are_found_that_are_found_one_by_one(
            quotes in btree_set("[ab\u{e9}\u{e8}\u{1f600}]{1,4}|[ab]{1,9}", 0..9),
            text in "[ab\u{e9}\u{e8}\u{1f600} ]{0,60}",
        ) {
            let quotes: Vec<&str> = quotes.iter().map(String::as_str).collect();
            let mut found = BTreeSet::new();
            Machine::of(&quotes).read(&text, |quote, range| {
                assert!(found.insert((quote, range.start, range.end)));
            });
            let mut expected = BTreeSet::new();
            for (at, quote) in quotes.iter().enumerate() {
                let starts = text.char_indices().map(|(start, _)| start);
                for start in starts.filter(|&start| text[start..].starts_with(quote)) {
                    expected.insert((at, start, start + quote.len()));
                }
            }
            prop_assert_eq!(found, expected);
        }
    }
}
