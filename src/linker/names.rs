//! Every name of every table, as a tree of words: the longest name that starts at a word is found
//! in as many steps as it has words. In: matching, with capitals as the table writes them. Out:
//! what the tables hold (`tables.rs`), and which reading is right (`judge.rs`).

use std::collections::HashMap;

use super::text::{Shape, Token, tokens};
use super::vocabulary::{Classes, Vocabulary, Word};

/// What a name of ours may stand for. The number is that of a row of the table in question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    Country(u32),
    Former(u32),
    Seat(u32),
    Place(u32),
    Region(u32),
    /// The people or adjective of a region.
    RegionPeople(u32),
    Organisation(u32),
    Overlay(u32),
    /// No place at all, though there is one in it.
    Cover(u32),
}

/// How a word of a name has to be written to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Any,
    Capital,
    AllCapitals,
}

#[derive(Debug)]
struct Entry {
    case: Box<[Case]>,
    sense: Sense,
}

/// The tree. A node is a number; its children are found by the pair of it and the next word.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The node of a name's first word, by the word's number; 0 for none.
    first: Vec<u32>,
    next: HashMap<(u32, Word), u32>,
    /// The names that end at a node.
    entries: Vec<Vec<Entry>>,
}

/// What was found at a word: how many words it has, and what it may stand for.
#[derive(Debug)]
pub(super) struct Match {
    pub(super) words: usize,
    pub(super) senses: Vec<Sense>,
}

impl Names {
    pub(super) fn add(&mut self, name: &str, sense: Sense, vocabulary: &mut Vocabulary) {
        let mut folded = String::new();
        let plain = tokens(name, vocabulary);
        if plain.is_empty() {
            return;
        }
        let mut node = 0;
        let mut case = Vec::with_capacity(plain.len());
        for (index, token) in plain.iter().enumerate() {
            let written = name.get(token.start..token.end).unwrap_or_default();
            super::text::fold(written, &mut folded);
            let word = vocabulary.add(&folded, Classes::default());
            case.push(match token.shape {
                Shape::Upper => Case::AllCapitals,
                Shape::Capital | Shape::Inner => Case::Capital,
                Shape::Lower | Shape::Number | Shape::Mark => Case::Any,
            });
            node = if index == 0 {
                self.start(word)
            } else {
                self.step(node, word)
            };
        }
        if let Some(entries) = self.entries.get_mut(node as usize) {
            let entry = Entry {
                case: case.into(),
                sense,
            };
            if !entries
                .iter()
                .any(|other| other.sense == sense && other.case == entry.case)
            {
                entries.push(entry);
            }
        }
    }

    fn start(&mut self, word: Word) -> u32 {
        let index = word.0 as usize;
        if self.first.len() <= index {
            self.first.resize(index + 1, 0);
        }
        if self.first.get(index) == Some(&0) {
            let node = self.node();
            if let Some(first) = self.first.get_mut(index) {
                *first = node;
            }
        }
        self.first.get(index).copied().unwrap_or(0)
    }

    fn step(&mut self, node: u32, word: Word) -> u32 {
        if let Some(&next) = self.next.get(&(node, word)) {
            return next;
        }
        let next = self.node();
        self.next.insert((node, word), next);
        next
    }

    fn node(&mut self) -> u32 {
        if self.entries.is_empty() {
            self.entries.push(Vec::new());
        }
        self.entries.push(Vec::new());
        u32::try_from(self.entries.len().saturating_sub(1)).unwrap_or(0)
    }

    /// The longest name that starts at the first of `tokens`.
    pub(super) fn longest(&self, tokens: &[Token]) -> Option<Match> {
        let mut best = None;
        self.each(tokens, |words, senses| best = Some(Match { words, senses }));
        best
    }

    /// Calls `found` with every name that starts at the first of `tokens`, shorter ones first.
    fn each(&self, tokens: &[Token], mut found: impl FnMut(usize, Vec<Sense>)) {
        let Some(first) = tokens.first() else { return };
        let mut node = self.first.get(first.word.0 as usize).copied().unwrap_or(0);
        let mut words = 1;
        while node != 0 {
            let entries = self
                .entries
                .get(node as usize)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let senses: Vec<Sense> = entries
                .iter()
                .filter(|entry| entry.fits(tokens))
                .map(|entry| entry.sense)
                .collect();
            if !senses.is_empty() {
                found(words, senses);
            }
            let Some(token) = tokens
                .get(words)
                .filter(|token| token.word != Word::UNKNOWN)
            else {
                return;
            };
            node = self.next.get(&(node, token.word)).copied().unwrap_or(0);
            words += 1;
        }
    }

    /// What `words` stands for as a whole, however it is written.
    pub(super) fn exactly(&self, tokens: &[Token]) -> Vec<Sense> {
        let mut node = match tokens.first() {
            Some(first) => self.first.get(first.word.0 as usize).copied().unwrap_or(0),
            None => 0,
        };
        for token in tokens.iter().skip(1) {
            node = self.next.get(&(node, token.word)).copied().unwrap_or(0);
            if node == 0 {
                break;
            }
        }
        let entries = self
            .entries
            .get(node as usize)
            .map(Vec::as_slice)
            .unwrap_or_default();
        entries.iter().map(|entry| entry.sense).collect()
    }
}

impl Entry {
    fn fits(&self, tokens: &[Token]) -> bool {
        self.case
            .iter()
            .zip(tokens)
            .all(|(case, token)| match case {
                Case::Any => true,
                Case::Capital => token.is_capital(),
                Case::AllCapitals => token.shape == Shape::Upper,
            })
    }
}
