//! Correcting what words are taken for: each a change of the story, and a step that can be taken back.
//!
//! In: which mentions become what, and how that is said. Out: choosing it (see `correcting`), making it
//! (only `app` changes the story), and the way back (see `taking_back`).

mod rows;
#[cfg(test)]
mod tests;
mod told;

use std::collections::BTreeMap;
use std::ops::Range;

use self::told::Told;
use super::Effect;
use super::corrections::{Correction, Turn};
use super::update::Scope;
use crate::world::{
    Id, Meaning, Mention, MentionAt, MentionKind, Passage, Reading, StoryChange, Subject,
    insert_mention, with_capital,
};

/// A correction of mentions.
#[derive(Clone, Debug, PartialEq)]
pub enum MentionEdit {
    /// The words mean what they are taken for.
    Confirm { at: MentionAt, reach: Reach },
    /// They mean something else.
    Change {
        at: MentionAt,
        to: Meaning,
        reach: Reach,
    },
    /// They name it by something else: by its people, by its seat of government.
    SetKind {
        at: MentionAt,
        kind: MentionKind,
        reach: Reach,
    },
    /// They mean nothing on the map.
    Remove { at: MentionAt, reach: Reach },
    /// Words that are no mention become one.
    Assign {
        passage: Id<Passage>,
        range: Range<usize>,
        to: Meaning,
        reach: Reach,
    },
}

/// How far a correction goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    #[default]
    One,
    /// All that are written the same and taken for the same.
    AllTheSame,
}

/// Mentions by their passages, as places in the lists of these.
type Places = BTreeMap<Id<Passage>, Vec<usize>>;

impl Scope<'_> {
    pub(super) fn edit_mentions(&mut self, edit: MentionEdit) -> Option<Effect> {
        match edit {
            MentionEdit::Confirm { at, reach } => self.confirm_mention(at, reach),
            MentionEdit::Change {
                at,
                to: Meaning::NoPlace,
                reach,
            }
            | MentionEdit::Remove { at, reach } => self.remove_mention(at, reach),
            MentionEdit::Change { at, to, reach } => self.change_mention(at, to, reach),
            MentionEdit::SetKind { at, kind, reach } => self.set_kind(at, kind, reach),
            MentionEdit::Assign {
                passage,
                range,
                to,
                reach,
            } => self.assign_words(passage, &range, to, reach),
        }
    }

    fn confirm_mention(&mut self, at: MentionAt, reach: Reach) -> Option<Effect> {
        let subject = self.world.mention(at)?.subject;
        let sure = |_: &Passage, mention: &Mention| {
            Some(Mention::sure(
                mention.range.clone(),
                mention.subject,
                mention.kind,
            ))
        };
        let (change, count) = self.changed(&self.same_as(at, reach), sure);
        let told = Told::Confirmed(Reading::Subject(subject));
        self.correct(change, (at, count), &told)
    }

    fn remove_mention(&mut self, at: MentionAt, reach: Reach) -> Option<Effect> {
        let (change, count) = self.changed(&self.same_as(at, reach), |_, _| None);
        self.correct(change, (at, count), &Told::Means(Reading::NoPlace))
    }

    fn change_mention(&mut self, at: MentionAt, to: Meaning, reach: Reach) -> Option<Effect> {
        let words = self.world.words_of_mention(at)?.to_owned();
        let (subject, rows) = self.subject_of(to, &words)?;
        let kind = self.kind_of(&words, subject, &rows);
        let meant = |_: &Passage, mention: &Mention| {
            // Inside another name it stays, whatever it is a part of.
            let kind = match mention.kind {
                MentionKind::PartOfName => MentionKind::PartOfName,
                _ if mention.subject == subject => mention.kind,
                _ => kind,
            };
            Some(Mention::sure(mention.range.clone(), subject, kind))
        };
        let (change, count) = self.changed(&self.same_as(at, reach), meant);
        let told = self.told_of(subject, &rows);
        self.correct(rows.with(change), (at, count), &told)
    }

    /// What they mean stays, and how sure that is.
    fn set_kind(&mut self, at: MentionAt, kind: MentionKind, reach: Reach) -> Option<Effect> {
        let subject = self.world.mention(at)?.subject;
        let named = |_: &Passage, mention: &Mention| {
            Some(Mention {
                kind,
                ..mention.clone()
            })
        };
        let (change, count) = self.changed(&self.same_as(at, reach), named);
        let told = Told::Named(Reading::Subject(subject), kind);
        self.correct(change, (at, count), &told)
    }

    fn assign_words(
        &mut self,
        passage: Id<Passage>,
        range: &Range<usize>,
        to: Meaning,
        reach: Reach,
    ) -> Option<Effect> {
        let row = self.world.passages.get(passage)?;
        let range = row.whole(range)?;
        if let Some(index) = row.mention_of(&range) {
            return self.change_mention(MentionAt { passage, index }, to, reach);
        }
        let words = row.words(&range).to_owned();
        let mut places: BTreeMap<Id<Passage>, Vec<Range<usize>>> = BTreeMap::new();
        if row.has_room(&range) {
            places.insert(passage, vec![range.clone()]);
        } else {
            return Some(Effect::Say(no_room_words()));
        }
        if reach == Reach::AllTheSame {
            places = self.unnamed(passage, &words);
        }
        let (subject, rows) = self.subject_of(to, &words)?;
        let kind = self.kind_of(&words, subject, &rows);
        let mut count = 0;
        let mut mentions = Vec::new();
        for (id, ranges) in places {
            let row = self.world.passages.get(id)?;
            let mut list = row.mentions.clone();
            count += ranges.len();
            for range in ranges {
                let kind = kind_inside(row, &range).unwrap_or(kind);
                insert_mention(&mut list, Mention::sure(range, subject, kind));
            }
            mentions.push((id, list));
        }
        let told = self.told_of(subject, &rows);
        let change = StoryChange {
            mentions,
            ..StoryChange::default()
        };
        self.correct_words(rows.with(change), (passage, range), (&words, count), &told)
    }

    /// The passages in the same words as one: the article's own, or the story's.
    fn in_the_same_words(
        &self,
        passage: Id<Passage>,
    ) -> impl Iterator<Item = (Id<Passage>, &Passage)> {
        let is_verbatim = self.world.is_verbatim(passage);
        let passages = self.world.passages.iter();
        passages.filter(move |(_, row)| row.is_verbatim == is_verbatim)
    }

    /// Where words stand that are no mention and can be one.
    pub(super) fn unnamed(
        &self,
        passage: Id<Passage>,
        words: &str,
    ) -> BTreeMap<Id<Passage>, Vec<Range<usize>>> {
        let passages = self.in_the_same_words(passage).map(|(id, row)| {
            let found = row.occurrences(words);
            let free = found.filter(|range| row.has_room(range));
            (id, free.collect::<Vec<_>>())
        });
        passages.filter(|(_, found)| !found.is_empty()).collect()
    }

    /// A mention, or all of the same words that are taken for the same.
    pub(super) fn same_as(&self, at: MentionAt, reach: Reach) -> Places {
        let Some(mention) = self.world.mention(at) else {
            return Places::new();
        };
        if reach == Reach::One {
            return Places::from([(at.passage, vec![at.index])]);
        }
        let words = self.world.words_of_mention(at);
        let passages = self.in_the_same_words(at.passage).map(|(id, row)| {
            let is_same = |other: &Mention| {
                other.subject == mention.subject && Some(row.words(&other.range)) == words
            };
            let all = row.mentions.iter().enumerate();
            let found = all.filter(|(_, other)| is_same(other));
            (id, found.map(|(index, _)| index).collect::<Vec<_>>())
        });
        passages.filter(|(_, found)| !found.is_empty()).collect()
    }

    /// The lists of those mentions with each become what `meant` makes of it, or gone, and how many
    /// differ from before.
    fn changed(
        &self,
        places: &Places,
        meant: impl Fn(&Passage, &Mention) -> Option<Mention>,
    ) -> (StoryChange, usize) {
        let mut count = 0;
        let mut mentions = Vec::new();
        for (&id, indexes) in places {
            let Some(row) = self.world.passages.get(id) else {
                continue;
            };
            let before = count;
            let all = row.mentions.iter().enumerate();
            let list = all.filter_map(|(index, mention)| {
                if indexes.binary_search(&index).is_err() {
                    return Some(mention.clone());
                }
                let after = meant(row, mention);
                count += usize::from(after.as_ref() != Some(mention));
                after
            });
            let list: Vec<Mention> = list.collect();
            if count > before {
                mentions.push((id, list));
            }
        }
        let change = StoryChange {
            mentions,
            ..StoryChange::default()
        };
        (change, count)
    }

    fn correct(
        &mut self,
        change: StoryChange,
        (at, count): (MentionAt, usize),
        told: &Told,
    ) -> Option<Effect> {
        let words = self.world.words_of_mention(at)?.to_owned();
        let range = self.world.mention(at)?.range.clone();
        self.correct_words(change, (at.passage, range), (&words, count), told)
    }

    /// Nothing happens where nothing would differ.
    fn correct_words(
        &mut self,
        change: StoryChange,
        place: (Id<Passage>, Range<usize>),
        (words, count): (&str, usize),
        told: &Told,
    ) -> Option<Effect> {
        self.session.correcting = None;
        if count == 0 {
            return None;
        }
        let said = told.words(self.world, self.atlas, (words, count));
        Some(self.change_story(change, Some(place), said))
    }

    /// Notes the step, and asks for the change.
    pub(super) fn change_story(
        &mut self,
        change: StoryChange,
        place: Option<(Id<Passage>, Range<usize>)>,
        said: String,
    ) -> Effect {
        self.session.briefing.end_writing();
        let words = format!("{}. Ctrl+Z takes it back", with_capital(&said));
        let is_of_copy = place
            .as_ref()
            .is_some_and(|(passage, _)| self.world.is_verbatim(*passage));
        let step = Correction {
            turn: Turn::Change(self.world.inverse_of(&change)),
            words: said,
            place,
        };
        let corrections = if is_of_copy {
            &mut self.session.copy_corrections
        } else {
            &mut self.session.corrections
        };
        corrections.steps.add(step);
        Effect::ChangeStory {
            change: Box::new(change),
            words,
        }
    }
}

/// A name inside the name of an organisation or a person is a part of that.
fn kind_inside(passage: &Passage, range: &Range<usize>) -> Option<MentionKind> {
    let is_name_around = |other: &Mention| {
        other.kind == MentionKind::Direct
            && matches!(other.subject, Subject::Actor(_))
            && other.range.start <= range.start
            && range.end <= other.range.end
    };
    let mut mentions = passage.mentions.iter();
    let is_inside = mentions.any(is_name_around);
    is_inside.then_some(MentionKind::PartOfName)
}

/// Why words can not be named.
pub(super) fn no_room_words() -> String {
    "These words lie in so many others that are named that there is no room for one more".to_owned()
}
