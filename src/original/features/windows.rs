//! Stretches of a text that may tell of a feature, with how well each does.

use std::ops::Range;

use super::Mark;
use crate::original::tokens::Token;
use crate::world::Subject;

/// No longer stretch, in words, is one that a reader would point at.
const MOST_WORDS: usize = 24;

/// So many words that say nothing of it may stand between two that do.
const MOST_BETWEEN: usize = 6;

/// Of each feature only so many of the best stretches are looked at.
const MOST_WINDOWS: usize = 24;

/// What those who take part add to a stretch, on each side.
const END_WEIGHT: f32 = 2.0;

/// And what each more of them adds.
const MORE_ENDS_WEIGHT: f32 = 0.8;

/// What each word costs that says nothing of it.
const IDLE_COST: f32 = 0.25;

/// What a comma costs: the thought may be another one.
const COMMA_COST: f32 = 0.9;

/// What a word costs that begins another clause.
const CLAUSE_COST: f32 = 1.5;

const CLAUSE_WORDS: &[&str] = &[
    "although", "as", "because", "but", "if", "that", "when", "where", "which", "while", "who",
];

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
    let mut between = 0_usize;
    let pairs = tokens.iter().zip(marks).enumerate().skip(start);
    let sentence = tokens.get(start).map(|token| token.sentence);
    for (at, (token, mark)) in pairs.take(MOST_WORDS) {
        if Some(token.sentence) != sentence || between > MOST_BETWEEN {
            break;
        }
        if at > start && token.after_comma {
            window.cost += COMMA_COST;
        }
        if CLAUSE_WORDS.contains(&token.lower.as_str()) {
            window.cost += CLAUSE_COST;
        }
        if *mark == Mark::default() {
            if at == start {
                break;
            }
            window.cost += IDLE_COST;
            between += 1;
            continue;
        }
        between = 0;
        window.add(at, mark);
        let score = window.score();
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
    cost: f32,
    from: Vec<Subject>,
    to: Vec<Subject>,
}

impl Tally {
    fn add(&mut self, at: usize, mark: &Mark) {
        for (side, end) in [(&mut self.from, mark.from), (&mut self.to, mark.to)] {
            side.extend(end.filter(|end| !side.contains(end)));
        }
        if mark.weight > 0.0 {
            self.keywords.push(at);
            if !self.kinds.contains(&mark.keyword) {
                self.kinds.push(mark.keyword);
                self.weight += mark.weight;
            }
        }
    }

    fn score(&self) -> f32 {
        let side = |ends: &Vec<Subject>| match ends.len() {
            0 => 0.0,
            count => END_WEIGHT + MORE_ENDS_WEIGHT * (count - 1) as f32,
        };
        self.weight - self.cost + side(&self.from) + side(&self.to)
    }
}
