//! What the words of a copy name: found by the linker, and by what the story calls its subjects.
//!
//! In: countries, actors and places of the story. Out: its features (see `features`), and how names
//! are found in any text (see `linker`).

use std::collections::BTreeSet;
use std::ops::Range;

use super::story_words::StoryWords;
use super::tokens::{Token, tokens};
use crate::world::{Id, Mention, MentionKind, Overlay, Passage, Reading, Subject};

/// What was found in a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub names: Vec<Mention>,
    pub triggers: Vec<Trigger>,
}

/// A word that tells of what an overlay shows, such as "pipeline".
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    pub range: Range<usize>,
    pub overlay: Id<Overlay>,
}

/// People whose whole names have been read.
#[derive(Default)]
pub(super) struct Introduced(BTreeSet<Subject>);

/// A reading of some words, and how well it goes with the story's own telling.
struct Candidate {
    mention: Mention,
    fit: u32,
}

/// Mentions in a text that tells what a passage of the story tells.
pub(super) fn mentions(
    words: &StoryWords,
    people: &mut Introduced,
    text: &str,
    named: &[Mention],
    ours: &Passage,
) -> Vec<Mention> {
    let tokens = tokens(text);
    let told: BTreeSet<Subject> = ours.mentions.iter().map(|it| it.subject).collect();
    let mut all: Vec<Candidate> = named
        .iter()
        .map(|mention| candidate(sure_where_told(mention, &told), &told, 1))
        .collect();
    for at in 0..tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        for (entry, count) in words.at(rest) {
            if entry.is_surname && !people.0.contains(&entry.subject) {
                continue;
            }
            if matches!(entry.subject, Subject::Actor(_)) {
                people.0.insert(entry.subject);
            }
            let range = range_of(rest, count);
            let mention = Mention::sure(range, entry.subject, entry.kind);
            all.push(candidate(mention, &told, 0));
        }
    }
    for it in &mut all {
        if is_place(it.mention.subject) == stands_as_place(text, &tokens, &it.mention.range) {
            it.fit += 3;
        }
    }
    kept(all)
}

fn candidate(mention: Mention, told: &BTreeSet<Subject>, fit: u32) -> Candidate {
    let fit = fit
        + if told.contains(&mention.subject) {
            4
        } else {
            0
        };
    Candidate { mention, fit }
}

/// What the story's own telling names is no question any more.
fn sure_where_told(mention: &Mention, told: &BTreeSet<Subject>) -> Mention {
    let is_told = |reading: &&Reading| match reading {
        Reading::Subject(subject) => told.contains(subject),
        Reading::NoPlace => false,
    };
    let sure = |subject| Mention::sure(mention.range.clone(), subject, mention.kind);
    match mention.others.iter().find(is_told) {
        _ if told.contains(&mention.subject) => sure(mention.subject),
        Some(Reading::Subject(subject)) => sure(*subject),
        _ => mention.clone(),
    }
}

fn range_of(tokens: &[Token], count: usize) -> Range<usize> {
    let start = tokens.first().map_or(0, |token| token.range.start);
    let last = tokens.get(count.saturating_sub(1));
    start..last.map_or(start, |token| token.range.end)
}

fn is_place(subject: Subject) -> bool {
    matches!(subject, Subject::Place(_))
}

/// Words after which a town is a town, and not its government.
const BEFORE_TOWNS: &[&str] = &["at", "from", "in", "into", "near", "outside", "around"];

/// Whether the words name where something is: after "in", or as the place a report is from.
fn stands_as_place(text: &str, tokens: &[Token], range: &Range<usize>) -> bool {
    let before = tokens.iter().rfind(|token| token.range.end <= range.start);
    let Some(before) = before else {
        let after = text.get(range.end..).unwrap_or_default();
        return after.starts_with(" (") || after.starts_with(',');
    };
    let between = text.get(before.range.end..range.start);
    between == Some(" ") && BEFORE_TOWNS.contains(&before.lower.as_str())
}

/// The readings that go together: the best of the same words, the longest where words are shared,
/// and a country inside of the name of something else.
fn kept(mut all: Vec<Candidate>) -> Vec<Mention> {
    let length = |it: &Candidate| it.mention.range.len();
    all.sort_by(|one, other| {
        let by_length = length(other).cmp(&length(one));
        by_length.then(other.fit.cmp(&one.fit))
    });
    let mut kept: Vec<Mention> = Vec::new();
    for Candidate { mut mention, .. } in all {
        let range = mention.range.clone();
        let meets =
            |other: &&Mention| other.range.start < range.end && range.start < other.range.end;
        let mut met = kept.iter().filter(meets);
        match (met.next(), met.next()) {
            (None, _) => {
                if mention.kind == MentionKind::PartOfName {
                    mention.kind = MentionKind::Direct;
                }
            }
            (Some(outer), None) if holds(outer, &mention) => {
                if matches!(outer.subject, Subject::Actor(_)) {
                    mention.kind = MentionKind::PartOfName;
                }
            }
            _ => continue,
        }
        kept.push(mention);
    }
    kept
}

/// Whether one is the name of something that has a country's in it.
fn holds(outer: &Mention, inner: &Mention) -> bool {
    let is_name = matches!(outer.subject, Subject::Actor(_) | Subject::Place(_));
    let is_country = matches!(inner.subject, Subject::Country(_));
    let is_inside = outer.range.start <= inner.range.start && inner.range.end <= outer.range.end;
    is_name && is_country && is_inside && outer.range != inner.range
}
