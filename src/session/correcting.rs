//! Choosing what words mean: the words in hand, and the list of what they may be taken for.
//!
//! In: where one is in that. Out: the correction it ends in (see `mention_edits`), and how it is drawn
//! (see `ui::correcting`).

use std::ops::Range;

use super::mention_edits::no_room_words;
use super::update::Scope;
use super::{Effect, MentionEdit, Reach};
use crate::world::{Id, Meaning, MentionAt, Passage};

/// Words whose meaning is being chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Correcting {
    pub passage: Id<Passage>,
    pub range: Range<usize>,
    /// The mention that these words are already.
    pub mention: Option<usize>,
    /// So many others are the same: written so, and taken for the same or for nothing.
    pub others: usize,
    pub reach: Reach,
    pub page: CorrectingPage,
}

/// How far one is.
#[derive(Clone, Debug, PartialEq)]
pub enum CorrectingPage {
    /// Words are being chosen by keys.
    Words,
    /// What can be done with a mention.
    Choices,
    /// By what the words name what they mean.
    Kinds,
    /// The list of what the words may mean.
    Meanings {
        query: String,
        found: Vec<Meaning>,
        /// Which of them Enter takes.
        chosen: usize,
    },
}

/// What somebody who corrects wants to happen.
#[derive(Clone, Debug, PartialEq)]
pub enum CorrectCommand {
    /// What can be done with a mention.
    Open(MentionAt),
    /// What these words may mean.
    Choose {
        passage: Id<Passage>,
        range: Range<usize>,
    },
    /// Choose words by keys, in the passage that is being read.
    ChooseByKeys,
    /// Other words than those in hand.
    Go(WordStep),
    /// A list of what the words in hand may mean.
    FindMeaning,
    /// By what the mention in hand names what it means.
    ChooseKind,
    Ask(String),
    /// So many further down the list.
    Move(isize),
    /// The words mean what is chosen.
    Take,
    /// They mean one of the list.
    TakeAt(usize),
    ToggleReach,
    Close,
}

/// From words to other words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordStep {
    Next,
    Previous,
    More,
    Fewer,
    NextPassage,
    PreviousPassage,
}

impl Correcting {
    pub fn at(&self) -> Option<MentionAt> {
        let passage = self.passage;
        self.mention.map(|index| MentionAt { passage, index })
    }
}

impl Reach {
    pub fn other(self) -> Self {
        match self {
            Self::One => Self::AllTheSame,
            Self::AllTheSame => Self::One,
        }
    }
}

impl Scope<'_> {
    pub(super) fn correct_by(&mut self, command: CorrectCommand) -> Option<Effect> {
        match command {
            CorrectCommand::Open(at) => self.open_mention(at),
            CorrectCommand::Choose { passage, range } => return self.choose(passage, &range),
            CorrectCommand::ChooseByKeys => return self.choose_by_keys(),
            CorrectCommand::Go(step) => self.go_to_words(step),
            CorrectCommand::FindMeaning => {
                let correcting = self.session.correcting.as_ref()?;
                if correcting.page == CorrectingPage::Words {
                    let (passage, range) = (correcting.passage, correcting.range.clone());
                    return self.choose(passage, &range);
                }
                self.ask(String::new());
            }
            CorrectCommand::ChooseKind => {
                let correcting = self.session.correcting.as_mut()?;
                if correcting.mention.is_some() {
                    correcting.page = CorrectingPage::Kinds;
                }
            }
            CorrectCommand::Ask(query) => self.ask(query),
            CorrectCommand::Move(by) => {
                if let CorrectingPage::Meanings { found, chosen, .. } =
                    &mut self.session.correcting.as_mut()?.page
                {
                    let last = found.len().saturating_sub(1);
                    *chosen = chosen.saturating_add_signed(by).min(last);
                }
            }
            CorrectCommand::Take => {
                if let CorrectingPage::Meanings { chosen, .. } =
                    self.session.correcting.as_ref()?.page
                {
                    return self.take_at(chosen);
                }
            }
            CorrectCommand::TakeAt(at) => return self.take_at(at),
            CorrectCommand::ToggleReach => {
                let correcting = self.session.correcting.as_mut()?;
                correcting.reach = correcting.reach.other();
            }
            CorrectCommand::Close => self.session.correcting = None,
        }
        None
    }

    fn open_mention(&mut self, at: MentionAt) {
        let Some(mention) = self.world.mention(at) else {
            return;
        };
        let range = mention.range.clone();
        let same = self.same_as(at, Reach::AllTheSame);
        let count: usize = same.values().map(Vec::len).sum();
        self.session.correcting = Some(Correcting {
            passage: at.passage,
            range,
            mention: Some(at.index),
            others: count.saturating_sub(1),
            reach: Reach::One,
            page: CorrectingPage::Choices,
        });
    }

    /// A lost link in hand is put on the words. Words that are a mention already are that mention. Others are chosen whole, and so that they cut
    /// no mention: what was added for that is said.
    fn choose(&mut self, passage: Id<Passage>, range: &Range<usize>) -> Option<Effect> {
        if self.session.lost_in_hand.is_some() {
            return self.put_lost(passage, range);
        }
        self.session.correcting = None;
        let row = self.world.passages.get(passage)?;
        let chosen = row.whole_words(range)?;
        let whole = row.whole(range)?;
        if let Some(index) = row.mention_of(&whole) {
            self.open_mention(MentionAt { passage, index });
        } else if row.has_room(&whole) {
            let words = row.words(&whole);
            let free = self.unnamed(passage, words);
            let count: usize = free.values().map(Vec::len).sum();
            self.session.correcting = Some(Correcting {
                passage,
                range: whole.clone(),
                mention: None,
                others: count.saturating_sub(1),
                reach: Reach::One,
                page: CorrectingPage::Choices,
            });
            self.ask(String::new());
        } else {
            return Some(Effect::Say(no_room_words()));
        }
        let words = row.words(&whole);
        (chosen != whole).then(|| {
            let what = "so that no mention is cut in two";
            Effect::Say(format!("\u{201c}{words}\u{201d} is chosen, {what}"))
        })
    }

    fn ask(&mut self, query: String) {
        let Some(correcting) = &self.session.correcting else {
            return;
        };
        let Some(row) = self.world.passages.get(correcting.passage) else {
            return;
        };
        let words = row.words(&correcting.range);
        let mut found = self.world.meanings(self.atlas, words, &query);
        if let Some(mention) = correcting.at().and_then(|at| self.world.mention(at)) {
            // What it may be instead comes first, unless something else is asked for; that it is what it
            // is, is no change.
            found.retain(|&meaning| meaning != Meaning::Subject(mention.subject));
            if query.trim().is_empty() {
                let others: Vec<Meaning> = mention.others.iter().map(|&it| it.into()).collect();
                found.retain(|meaning| !others.contains(meaning));
                found.splice(0..0, others);
            }
            if !found.contains(&Meaning::NoPlace) {
                found.push(Meaning::NoPlace);
            }
        }
        if let Some(correcting) = &mut self.session.correcting {
            correcting.page = CorrectingPage::Meanings {
                query,
                found,
                chosen: 0,
            };
        }
    }

    fn take_at(&mut self, at: usize) -> Option<Effect> {
        let correcting = self.session.correcting.as_ref()?;
        let CorrectingPage::Meanings { found, .. } = &correcting.page else {
            return None;
        };
        let &to = found.get(at)?;
        let reach = correcting.reach;
        let edit = match correcting.at() {
            Some(at) => MentionEdit::Change { at, to, reach },
            None => MentionEdit::Assign {
                passage: correcting.passage,
                range: correcting.range.clone(),
                to,
                reach,
            },
        };
        self.edit_mentions(edit)
    }

    fn choose_by_keys(&mut self) -> Option<Effect> {
        let first = self.world.passages.ids().next();
        let Some(passage) = self.session.stage.passage.or(first) else {
            let words = "The story has no words to choose from";
            return Some(Effect::Say(words.to_owned()));
        };
        self.open_reader();
        self.take_words(passage, 0..1);
        None
    }

    /// Has so many words of a passage in hand, by their places among its words.
    fn take_words(&mut self, passage: Id<Passage>, words: Range<usize>) {
        let Some(row) = self.world.passages.get(passage) else {
            return;
        };
        let all: Vec<Range<usize>> = row.all_words().collect();
        let (Some(first), Some(last)) = (all.get(words.start), all.get(words.end - 1)) else {
            return;
        };
        if self.session.correcting.as_ref().map(|it| it.passage) != Some(passage) {
            self.session.reader_scroll = Some(passage);
        }
        self.session.correcting = Some(Correcting {
            passage,
            range: first.start..last.end,
            mention: None,
            others: 0,
            reach: Reach::One,
            page: CorrectingPage::Words,
        });
    }

    fn go_to_words(&mut self, step: WordStep) {
        let Some(correcting) = &self.session.correcting else {
            return;
        };
        let (passage, range) = (correcting.passage, correcting.range.clone());
        let Some(row) = self.world.passages.get(passage) else {
            return;
        };
        let all: Vec<Range<usize>> = row.all_words().collect();
        let first = all.partition_point(|word| word.end <= range.start);
        let end = all
            .partition_point(|word| word.end <= range.end)
            .max(first + 1);
        let beside = |by: isize| Id::new(passage.index().saturating_add_signed(by));
        match step {
            WordStep::Next => self.take_words(passage, end..end + 1),
            WordStep::Previous => self.take_words(passage, first.saturating_sub(1)..first.max(1)),
            WordStep::More => self.take_words(passage, first..end + 1),
            WordStep::Fewer => self.take_words(passage, first..(end - 1).max(first + 1)),
            WordStep::NextPassage => self.take_words(beside(1), 0..1),
            WordStep::PreviousPassage => self.take_words(beside(-1), 0..1),
        }
    }
}
