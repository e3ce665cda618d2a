//! What the story itself calls its subjects: names of its actors and places, and the words of its own
//! telling for them. A general table of names has not all of them.
//!
//! In: words and what they name. Out: which of two readings is meant (see `names`).

use std::collections::BTreeMap;

use super::tokens::{Token, tokens};
use crate::atlas::Atlas;
use crate::world::{ActorKind, MentionKind, Subject, World};

/// Words for a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// In lower case.
    words: Vec<String>,
    pub subject: Subject,
    pub kind: MentionKind,
    /// Names of countries are also common words: "turkey".
    needs_capital: bool,
    /// A surname alone names somebody only after the whole name.
    pub is_surname: bool,
}

/// All of them, by their first word.
pub(super) struct StoryWords(BTreeMap<String, Vec<Entry>>);

impl StoryWords {
    pub(super) fn of(world: &World, atlas: &Atlas) -> Self {
        let mut all = Self(BTreeMap::new());
        for (id, actor) in world.actors.iter() {
            let subject = Subject::Actor(id);
            all.add(&actor.name, subject, MentionKind::Direct);
            if actor.kind == ActorKind::Person {
                all.add_surname(&actor.name, subject);
            }
        }
        for (id, place) in world.places.iter() {
            all.add(&place.name, Subject::Place(id), MentionKind::Direct);
        }
        for focus in &world.focus {
            let subject = Subject::Country(focus.country);
            let name = world.name_of(atlas, subject);
            all.add(name, subject, MentionKind::Direct);
        }
        for (_, passage) in world.passages.iter() {
            for mention in &passage.mentions {
                let is_named = mention.kind != MentionKind::Described && !mention.is_unsure();
                let is_own = !matches!(mention.subject, Subject::Feature(_) | Subject::Overlay(_));
                if let (true, Some(words)) =
                    (is_named && is_own, passage.text.get(mention.range.clone()))
                {
                    all.add(words, mention.subject, mention.kind);
                }
            }
        }
        all
    }

    fn add(&mut self, words: &str, subject: Subject, kind: MentionKind) {
        self.put(Entry {
            words: tokens(words).into_iter().map(|token| token.lower).collect(),
            subject,
            kind,
            needs_capital: matches!(subject, Subject::Country(_)),
            is_surname: false,
        });
    }

    fn add_surname(&mut self, name: &str, subject: Subject) {
        let words = tokens(name);
        if let ([_, .., _], Some(last)) = (words.as_slice(), words.last()) {
            self.put(Entry {
                words: vec![last.lower.clone()],
                subject,
                kind: MentionKind::Direct,
                needs_capital: true,
                is_surname: true,
            });
        }
    }

    fn put(&mut self, entry: Entry) {
        let Some(first) = entry.words.first().cloned() else {
            return;
        };
        let of_first = self.0.entry(first).or_default();
        let is_there = |other: &Entry| other.words == entry.words && other.subject == entry.subject;
        if !of_first.iter().any(is_there) {
            of_first.push(entry);
        }
    }

    /// What these words may begin with, and how many of them it takes.
    pub(super) fn at<'a>(
        &'a self,
        tokens: &'a [Token],
    ) -> impl Iterator<Item = (&'a Entry, usize)> + 'a {
        let first = tokens.first().and_then(|token| self.0.get(&token.lower));
        first.into_iter().flatten().filter_map(|entry| {
            let run = tokens.get(..entry.words.len())?;
            let is_same = run
                .iter()
                .zip(&entry.words)
                .all(|(token, word)| token.lower == *word);
            let is_together = run.iter().skip(1).all(|token| token.goes_on);
            let has_capital = run.first().is_some_and(|token| token.has_capital);
            let is_it = is_same && is_together && (has_capital || !entry.needs_capital);
            is_it.then_some((entry, entry.words.len()))
        })
    }
}
