//! Stretches of a text that may tell of a feature, with how well each does.

use std::ops::Range;

use super::Mark;
use crate::original::tokens::Token;

/// No longer stretch, in words, is one that a reader would point at.
const MOST_WORDS: usize = 16;

/// So many words that say nothing of it may stand between two that do.
const MOST_BETWEEN: usize = 4;

/// Of each feature only so many of the best stretches are looked at.
const MOST_WINDOWS: usize = 24;

/// What those who take part add to a stretch, on each side.
const END_WEIGHT: f32 = 2.0;

/// What each word costs that says nothing of it.
const IDLE_COST: f32 = 0.25;

/// Less than this is chance.
const LEAST_SCORE: f32 = 2.0;

/// A stretch of whole words.
#[derive(Clone, Debug)]
pub(super) struct Window {
    pub tokens: Range<usize>,
    /// Those of its words that tell of the feature.
    pub keywords: Vec<usize>,
    pub score: f32,
}

impl Window {
    /// The bytes of the text it covers.
    pub(super) fn bytes(&self, tokens: &[Token]) -> Option<Range<usize>> {
        let run = tokens.get(self.tokens.clone())?;
        Some(run.first()?.range.start..run.last()?.range.end)
    }
}

/// The best stretches, each of one sentence, that begin and end with words of the feature.
pub(super) fn windows(tokens: &[Token], marks: &[Mark]) -> Vec<Window> {
    let mut found = Vec::new();
    for start in 0..tokens.len() {
        found.extend(windows_from(tokens, marks, start));
    }
    found.sort_by(|one: &Window, other| other.score.total_cmp(&one.score));
    found.truncate(MOST_WINDOWS);
    found
}

fn windows_from(tokens: &[Token], marks: &[Mark], start: usize) -> Vec<Window> {
    let mut found = Vec::new();
    let mut window = Tally::default();
    let (mut idle, mut between) = (0_usize, 0_usize);
    let pairs = tokens.iter().zip(marks).enumerate().skip(start);
    let sentence = tokens.get(start).map(|token| token.sentence);
    for (at, (token, mark)) in pairs.take(MOST_WORDS) {
        if Some(token.sentence) != sentence || between > MOST_BETWEEN {
            break;
        }
        if *mark == Mark::default() {
            if at == start {
                break;
            }
            idle += 1;
            between += 1;
            continue;
        }
        between = 0;
        window.add(at, mark);
        let score = window.score() - IDLE_COST * idle as f32;
        if !window.keywords.is_empty() && score >= LEAST_SCORE {
            found.push(Window {
                tokens: start..at + 1,
                keywords: window.keywords.clone(),
                score,
            });
        }
    }
    found
}

/// What a stretch has of a feature so far.
#[derive(Default)]
struct Tally {
    keywords: Vec<usize>,
    kinds: Vec<usize>,
    weight: f32,
    has_from: bool,
    has_to: bool,
}

impl Tally {
    fn add(&mut self, at: usize, mark: &Mark) {
        self.has_from |= mark.is_from;
        self.has_to |= mark.is_to;
        if mark.weight > 0.0 {
            self.keywords.push(at);
            if !self.kinds.contains(&mark.keyword) {
                self.kinds.push(mark.keyword);
                self.weight += mark.weight;
            }
        }
    }

    fn score(&self) -> f32 {
        let sides = f32::from(u8::from(self.has_from)) + f32::from(u8::from(self.has_to));
        self.weight + END_WEIGHT * sides
    }
}
