//! Where a text tells of the story's features. The story's own telling of the passage says which; the
//! words are found by what the feature is called, what it is, and who takes part in it.
//!
//! In: a text whose names are known. Out: the words of each kind of feature (see `kind_words`).

mod kind_words;
mod windows;

use std::ops::Range;

use self::windows::{Window, windows};
use super::names::Trigger;
use super::tokens::{Token, is_same_stem, tokens};
use crate::world::{Feature, Id, Mention, MentionKind, Passage, Subject, World, crosses};

/// Mentions of the features that a passage of the story tells of, in another text of it.
pub(super) fn mentions(
    world: &World,
    text: &str,
    names: &[Mention],
    triggers: &[Trigger],
    ours: &Passage,
) -> Vec<Mention> {
    let tokens = tokens(text);
    let told = told(world, ours);
    let mut all: Vec<(Id<Feature>, Window)> = Vec::new();
    for it in &told {
        let marks = marks(it, &tokens, names);
        let windows = windows(&tokens, &marks).into_iter();
        all.extend(windows.map(|window| (it.id, window)));
    }
    all.sort_by(|(_, one), (_, other)| other.score.total_cmp(&one.score));
    let mut placed = Placed::new(names);
    for (id, window) in &all {
        placed.place(*id, window, &tokens);
    }
    placed.point(&told, &tokens, triggers);
    placed.mentions
}

/// A feature that a passage of the story tells of, with words that may tell of it elsewhere.
struct Told<'a> {
    id: Id<Feature>,
    feature: &'a Feature,
    /// With how much each says.
    keywords: Vec<(String, f32)>,
}

/// The features a passage tells of, each once.
fn told<'a>(world: &'a World, ours: &Passage) -> Vec<Told<'a>> {
    let mut told: Vec<Told<'a>> = Vec::new();
    for mention in &ours.mentions {
        if let Subject::Feature(id) = mention.subject
            && told.iter().all(|told| told.id != id)
            && let Some(feature) = world.features.get(id)
        {
            let keywords = keywords(world, (id, feature), ours);
            told.push(Told {
                id,
                feature,
                keywords,
            });
        }
    }
    told
}

/// What a word has to do with a feature.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Mark {
    /// How much the word says of it; nothing for most.
    weight: f32,
    /// Which of its words it is, so that none counts twice.
    keyword: usize,
    /// Who takes part in it and is named by the word.
    from: Option<Subject>,
    to: Option<Subject>,
}

/// Marks the words of a text that have to do with a feature.
fn marks(told: &Told<'_>, tokens: &[Token], names: &[Mention]) -> Vec<Mark> {
    let Told {
        feature, keywords, ..
    } = told;
    let mark_of = |token: &Token| {
        let is_in = |mention: &&Mention| {
            mention.range.start <= token.range.start && token.range.end <= mention.range.end
        };
        let subjects = || names.iter().filter(is_in).map(|mention| mention.subject);
        let is_name = subjects().next().is_some();
        let best = keywords
            .iter()
            .enumerate()
            .filter(|(_, (word, _))| !is_name && is_same_stem(word, &token.lower))
            .max_by(|(_, (_, one)), (_, (_, other))| one.total_cmp(other));
        Mark {
            weight: best.map_or(0.0, |(_, (_, weight))| *weight),
            keyword: best.map_or(0, |(at, _)| at),
            from: subjects().find(|subject| feature.from.contains(subject)),
            to: subjects().find(|subject| feature.to.contains(subject)),
        }
    };
    tokens.iter().map(mark_of).collect()
}

/// Words that tell of a feature, with how much each says: what it is, what it is called, and what the
/// story's own telling of this passage says of it.
fn keywords(
    world: &World,
    (id, feature): (Id<Feature>, &Feature),
    ours: &Passage,
) -> Vec<(String, f32)> {
    let mut words: Vec<(String, f32)> = Vec::new();
    let mut add = |word: &str, weight: f32| {
        let known = words
            .iter_mut()
            .find(|(known, _)| is_same_stem(known, word));
        match known {
            Some((_, known)) => *known = known.max(weight),
            None => words.push((word.to_owned(), weight)),
        }
    };
    for word in kind_words::of(feature.kind) {
        add(word, 3.0);
    }
    for name in [&feature.name, &feature.short_name] {
        for token in content_words(name) {
            add(&token.lower, 2.0);
        }
    }
    let is_it = |mention: &&Mention| mention.subject == Subject::Feature(id);
    for mention in ours.mentions.iter().filter(is_it) {
        // Names are known as such; what another mention inside of it describes is not this feature.
        let is_other = |token: &Token| {
            ours.mentions.iter().any(|inner| {
                let is_inner = inner.range.len() < mention.range.len();
                (is_inner || inner.kind != MentionKind::Described)
                    && inner.range.start <= token.range.start
                    && token.range.end <= inner.range.end
            })
        };
        let all = content_words(&ours.text);
        let inside = all.into_iter().filter(|token| {
            mention.range.start <= token.range.start && token.range.end <= mention.range.end
        });
        for token in inside.filter(|token| !is_other(token)) {
            add(&token.lower, 2.0);
        }
    }
    // Names of those who take part are marked as that.
    let is_end = |word: &str| {
        let ends = feature.from.iter().chain(&feature.to);
        let mut names = ends.filter_map(|&end| match end {
            Subject::Actor(id) => world.actors.get(id).map(|it| it.name.as_str()),
            Subject::Place(id) => world.places.get(id).map(|it| it.name.as_str()),
            _ => None,
        });
        names.any(|name| tokens(name).iter().any(|token| token.lower == word))
    };
    words.retain(|(word, _)| !is_end(word));
    words
}

/// Without the small words that are everywhere.
fn content_words(text: &str) -> Vec<Token> {
    let mut words = tokens(text);
    words.retain(|token| {
        token.lower.chars().count() > 2 && !kind_words::SMALL.contains(&token.lower.as_str())
    });
    words
}

/// What has found its words so far.
struct Placed<'a> {
    names: &'a [Mention],
    mentions: Vec<Mention>,
    /// Tokens that already lead to a feature.
    used: Vec<usize>,
}

impl<'a> Placed<'a> {
    fn new(names: &'a [Mention]) -> Self {
        Self {
            names,
            mentions: Vec::new(),
            used: Vec::new(),
        }
    }

    fn has(&self, id: Id<Feature>) -> bool {
        let subject = Subject::Feature(id);
        self.mentions
            .iter()
            .any(|mention| mention.subject == subject)
    }

    /// Gives a feature its words, if it has none yet and they are still free.
    fn place(&mut self, id: Id<Feature>, window: &Window, tokens: &[Token]) {
        let Some(range) = window.bytes(tokens) else {
            return;
        };
        let has_own_words = window.keywords.iter().any(|at| !self.used.contains(at));
        if self.has(id) || !has_own_words {
            return;
        }
        let Some(range) = self.fitted(range) else {
            return;
        };
        self.used.extend(&window.keywords);
        self.put(range, Subject::Feature(id));
    }

    /// The words of overlays lead to the features of theirs that the passage tells of: to the only one,
    /// or to the one whose word it is; and else to the overlay.
    fn point(&mut self, told: &[Told<'_>], tokens: &[Token], triggers: &[Trigger]) {
        for trigger in triggers {
            let of_overlay: Vec<&Told<'_>> = told
                .iter()
                .filter(|told| told.feature.overlay == trigger.overlay)
                .collect();
            let is_word_of = |told: &&&Told<'_>| {
                let inside = tokens
                    .iter()
                    .filter(|token| overlaps(&token.range, &trigger.range));
                let mut words = inside.map(|token| &token.lower);
                words.any(|word| told.keywords.iter().any(|(own, _)| is_same_stem(own, word)))
            };
            let ends = |told: &&Told<'_>| self.ends_beside(tokens, &trigger.range, told.feature);
            let worded: Vec<&Told<'_>> = of_overlay.iter().filter(is_word_of).copied().collect();
            let most = worded.iter().map(ends).max();
            let best: Vec<&Told<'_>> = worded
                .into_iter()
                .filter(|told| Some(ends(told)) == most)
                .collect();
            let subject = match (of_overlay.as_slice(), best.as_slice()) {
                ([], _) => continue,
                ([only], _) | (_, [only]) => Subject::Feature(only.id),
                _ => Subject::Overlay(trigger.overlay),
            };
            let meets = |mention: &Mention| overlaps(&mention.range, &trigger.range);
            if !self.mentions.iter().chain(self.names).any(meets) {
                self.put(trigger.range.clone(), subject);
            }
        }
    }

    /// How many of those who take part in a feature are named in the same sentence.
    fn ends_beside(&self, tokens: &[Token], range: &Range<usize>, feature: &Feature) -> usize {
        let sentence_of = |range: &Range<usize>| {
            let token = tokens.iter().find(|token| token.range.end > range.start);
            token.map(|token| token.sentence)
        };
        let sentence = sentence_of(range);
        let is_named = |end: &&Subject| {
            let mut names = self.names.iter();
            names.any(|name| name.subject == **end && sentence_of(&name.range) == sentence)
        };
        feature
            .from
            .iter()
            .chain(&feature.to)
            .filter(is_named)
            .count()
    }

    /// A range that crosses nothing: it takes all of each name it touches.
    fn fitted(&self, mut range: Range<usize>) -> Option<Range<usize>> {
        for name in self.names {
            if overlaps(&name.range, &range) {
                range = range.start.min(name.range.start)..range.end.max(name.range.end);
            }
        }
        let is_bad = |other: &Mention| crosses(&other.range, &range) || other.range == range;
        let is_free = !self.mentions.iter().chain(self.names).any(is_bad);
        is_free.then_some(range)
    }

    fn put(&mut self, range: Range<usize>, subject: Subject) {
        let mention = Mention::sure(range, subject, MentionKind::Described);
        self.mentions.push(mention);
    }
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
