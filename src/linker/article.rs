//! One article as the rules see it: the words of its paragraphs, the names found in them, and what
//! the article as a whole tells. In: looking to the left and right of a name. Out: every decision.

use std::collections::HashSet;

use super::knowledge::Knowledge;
use super::names::{Match, Sense};
use super::tables::{Tables, tables};
use super::text::{Shape, Token, tokens};
use super::vocabulary::Classes;

/// A name of some table in a paragraph: the words from `first` to before `end`.
#[derive(Debug)]
pub(super) struct Hit {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) senses: Vec<Sense>,
}

/// No file has so many names.
const NO_HIT: u32 = u32::MAX;

#[derive(Debug)]
pub(super) struct Paragraph<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) hits: Vec<Hit>,
    /// For each word the number of the name that it is in; rules ask for a name's neighbours often.
    hit_at: Vec<u32>,
    /// Nearly every word has a capital, so a capital says little: a headline.
    pub(super) headline: bool,
    /// A quotation opens somewhere in it.
    pub(super) quotes: bool,
}

#[derive(Debug)]
pub(super) struct Article<'a> {
    pub(super) tables: &'static Tables,
    pub(super) paragraphs: Vec<Paragraph<'a>>,
    pub(super) knowledge: Knowledge,
}

impl<'a> Article<'a> {
    pub(super) fn read(paragraphs: &[&'a str]) -> Self {
        let tables = tables();
        let mut article = Self {
            tables,
            paragraphs: Vec::new(),
            knowledge: Knowledge::default(),
        };
        for text in paragraphs {
            let paragraph = Paragraph::read(text, tables);
            article.knowledge.learn(&paragraph, tables);
            article.paragraphs.push(paragraph);
        }
        article
    }

    /// The same with the people and towns of the article, which only a first look at all of it tells.
    pub(super) fn knowing(
        mut self,
        (people, towns): (HashSet<Box<str>>, HashSet<Box<str>>),
    ) -> Self {
        self.knowledge.people = people;
        self.knowledge.towns = towns;
        self
    }
}

impl<'a> Paragraph<'a> {
    fn read(text: &'a str, tables: &Tables) -> Self {
        let tokens = tokens(text, &tables.vocabulary);
        let mut hits = Vec::new();
        let mut hit_at = vec![NO_HIT; tokens.len()];
        let mut first = 0;
        while let Some(rest) = tokens.get(first..).filter(|rest| !rest.is_empty()) {
            match tables.names.longest(rest) {
                Some(Match { words, senses }) => {
                    let number = u32::try_from(hits.len()).unwrap_or(NO_HIT);
                    if let Some(inside) = hit_at.get_mut(first..first + words) {
                        inside.fill(number);
                    }
                    hits.push(Hit {
                        first,
                        end: first + words,
                        senses,
                    });
                    first += words;
                }
                None => first += 1,
            }
        }
        let headline = is_headline(&tokens);
        let quotes = text.contains(['“', '"', '‘', '«']);
        Self {
            text,
            tokens,
            hits,
            hit_at,
            headline,
            quotes,
        }
    }

    /// The name that starts at the word `first`.
    pub(super) fn hit_from(&self, first: usize) -> Option<&Hit> {
        let number = *self.hit_at.get(first)?;
        let hit = self.hits.get(number as usize)?;
        (hit.first == first).then_some(hit)
    }

    /// The name that ends before the word `end`.
    pub(super) fn hit_until(&self, end: usize) -> Option<&Hit> {
        let number = *self.hit_at.get(end.checked_sub(1)?)?;
        let hit = self.hits.get(number as usize)?;
        (hit.end == end).then_some(hit)
    }

    pub(super) fn words(&self, token: &Token) -> &'a str {
        self.text.get(token.start..token.end).unwrap_or_default()
    }
}

/// Most words of some length start with a capital, as they do in headlines and never in prose.
fn is_headline(tokens: &[Token]) -> bool {
    let long = tokens
        .iter()
        .filter(|token| token.is_word() && token.end - token.start > 3);
    let (mut capitals, mut shouted, mut all) = (0_usize, 0_usize, 0_usize);
    for token in long.take(60) {
        all += 1;
        capitals += usize::from(token.is_capital() || token.shape == Shape::Number);
        shouted += usize::from(token.shape == Shape::Upper);
    }
    let is_sentence = tokens
        .last()
        .is_some_and(|last| last.end - last.start == 1 && !last.is_word() && !last.spaced);
    let most = |some: usize| all >= 3 && tokens.len() < 60 && some * 10 >= all * 8;
    most(shouted) || !is_sentence && most(capitals)
}

/// A name where it stands, with its neighbours.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) article: &'a Article<'a>,
    pub(super) paragraph: &'a Paragraph<'a>,
    pub(super) first: usize,
    pub(super) end: usize,
}

impl<'a> At<'a> {
    /// The `number`th word or mark before the name; 1 is the nearest.
    pub(super) fn before(&self, number: usize) -> Option<&'a Token> {
        self.paragraph.tokens.get(self.first.checked_sub(number)?)
    }

    /// The `number`th word or mark after the name; 1 is the nearest.
    pub(super) fn after(&self, number: usize) -> Option<&'a Token> {
        self.paragraph
            .tokens
            .get(self.end.checked_add(number)?.checked_sub(1)?)
    }

    pub(super) fn first_token(&self) -> Option<&'a Token> {
        self.paragraph.tokens.get(self.first)
    }

    fn classes_of(&self, token: Option<&Token>) -> Classes {
        token
            .map(|token| self.article.tables.vocabulary.classes(token.word))
            .unwrap_or_default()
    }

    pub(super) fn class_of(&self, token: &Token) -> Classes {
        self.classes_of(Some(token))
    }

    pub(super) fn classes_before(&self, number: usize) -> Classes {
        self.classes_of(self.before(number))
    }

    pub(super) fn classes_after(&self, number: usize) -> Classes {
        self.classes_of(self.after(number))
    }

    pub(super) fn word_before(&self, number: usize) -> &'a str {
        self.before(number)
            .map(|token| self.paragraph.words(token))
            .unwrap_or_default()
    }

    pub(super) fn word_after(&self, number: usize) -> &'a str {
        self.after(number)
            .map(|token| self.paragraph.words(token))
            .unwrap_or_default()
    }

    pub(super) fn is_before(&self, number: usize, words: &[&str]) -> bool {
        let word = self.word_before(number);
        words.iter().any(|other| other.eq_ignore_ascii_case(word))
    }

    pub(super) fn is_after(&self, number: usize, words: &[&str]) -> bool {
        let word = self.word_after(number);
        words.iter().any(|other| other.eq_ignore_ascii_case(word))
    }

    /// A sentence or a half of one ends with this mark, or the paragraph does.
    fn is_end(&self, token: Option<&Token>) -> bool {
        token.is_none_or(|token| {
            !token.is_word() && matches!(self.paragraph.words(token), "." | "!" | "?" | ";")
        })
    }

    /// One of the `within` words before the name, in the same sentence, is of `classes`.
    pub(super) fn any_before(&self, within: usize, classes: Classes) -> bool {
        (1..=within)
            .take_while(|number| !self.is_end(self.before(*number)))
            .any(|number| self.classes_before(number).has(classes))
    }

    /// One of the `within` words after the name, in the same sentence, is of `classes`.
    pub(super) fn any_after(&self, within: usize, classes: Classes) -> bool {
        (1..=within)
            .take_while(|number| !self.is_end(self.after(*number)))
            .any(|number| self.classes_after(number).has(classes))
    }

    /// One of the `within` words on either side, in the same sentence, is of `classes`.
    pub(super) fn any_near(&self, within: usize, classes: Classes) -> bool {
        self.any_before(within, classes) || self.any_after(within, classes)
    }

    /// An apostrophe and an s follow: how many words and marks they are.
    pub(super) fn possessive(&self) -> Option<usize> {
        let apostrophe = self.after(1).filter(|token| !token.spaced)?;
        if !matches!(self.paragraph.words(apostrophe), "'" | "’" | "‘" | "ʼ") {
            return None;
        }
        match self.after(2) {
            Some(letter) if !letter.spaced && matches!(self.paragraph.words(letter), "s" | "S") => {
                Some(2)
            }
            Some(word) if word.spaced && word.is_word() && self.ends_in_s() => Some(1),
            _ => None,
        }
    }

    fn ends_in_s(&self) -> bool {
        let last = self
            .end
            .checked_sub(1)
            .and_then(|last| self.paragraph.tokens.get(last));
        last.is_some_and(|token| self.paragraph.words(token).ends_with(['s', 'S']))
    }

    /// The names that a hyphen or a slash ties to this one's right, without a space.
    pub(super) fn hyphen_after(&self) -> bool {
        self.after(1)
            .is_some_and(|mark| !mark.spaced && is_tie(self.paragraph.words(mark)))
            && self
                .after(2)
                .is_some_and(|word| !word.spaced && word.is_word())
    }

    pub(super) fn hyphen_before(&self) -> bool {
        self.first_token().is_some_and(|token| !token.spaced)
            && self
                .before(1)
                .is_some_and(|mark| !mark.spaced && is_tie(self.paragraph.words(mark)))
            && self.before(2).is_some_and(Token::is_word)
    }

    /// The word before starts with a capital of its own, so it is a name.
    pub(super) fn capital_before(&self) -> bool {
        self.before(1)
            .is_some_and(|token| token.is_capital() && !token.starts_sentence)
            && !self.paragraph.headline
            && self.first_token().is_some_and(|token| token.spaced)
    }

    /// The word after starts with a capital of its own.
    pub(super) fn capital_after(&self) -> bool {
        self.after(1)
            .is_some_and(|token| token.is_capital() && token.spaced)
            && !self.paragraph.headline
    }

    /// The `number`th word after the name starts with a capital.
    pub(super) fn is_capital_after(&self, number: usize) -> bool {
        self.after(number)
            .is_some_and(|token| token.is_capital() && token.spaced)
    }

    /// The name is written as one of these.
    pub(super) fn is_word(&self, words: &[&str]) -> bool {
        self.paragraph
            .text
            .get(self.range())
            .is_some_and(|text| words.contains(&text))
    }

    /// The name stands apart from the word before it.
    pub(super) fn is_spaced(&self, before: &Token) -> bool {
        before.is_word() && self.first_token().is_some_and(|token| token.spaced)
    }

    pub(super) fn moved(&self, first: usize, end: usize) -> Self {
        Self {
            first,
            end,
            ..*self
        }
    }

    pub(super) fn range(&self) -> std::ops::Range<usize> {
        let start = self.first_token().map_or(0, |token| token.start);
        let last = self
            .end
            .checked_sub(1)
            .and_then(|last| self.paragraph.tokens.get(last));
        start..last.map_or(start, |token| token.end)
    }
}

/// A hyphen, a dash or a slash.
fn is_tie(mark: &str) -> bool {
    matches!(mark, "-" | "‐" | "‑" | "–" | "/" | "−")
}

impl At<'_> {
    /// The name is one word, and one of these.
    pub(super) fn is_in(&self, words: &HashSet<Box<str>>) -> bool {
        let Some(token) = self
            .first_token()
            .filter(|_| self.end == self.first + 1 && !words.is_empty())
        else {
            return false;
        };
        let mut folded = String::new();
        super::text::fold(self.paragraph.words(token), &mut folded);
        words.contains(folded.as_str())
    }

    /// "Jordan's king", "Washington's policy": what is owned is a state's.
    pub(super) fn possessive_is_state(&self) -> bool {
        let Some(words) = self.possessive() else {
            return false;
        };
        (words + 1..=words + 3).any(|number| {
            self.classes_after(number)
                .has(Classes::STATE.with(Classes::ROLE).with(Classes::TIES))
        })
    }
}
