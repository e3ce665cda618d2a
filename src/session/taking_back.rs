//! The way back from changes of scenes and of mentions: whichever was done last is taken back first.
//!
//! In: the order over both. Out: the steps themselves (see `steps`), and what a changed story means for
//! what is on show (see `changed_story`).

use super::corrections::{Correction, Corrections};
use super::update::Scope;
use super::{Command, Effect, Session, Switch};

/// Which kind of step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Scenes,
    /// In the story's own words.
    Mentions,
    /// In the words of the reader's own copy.
    CopyMentions,
}

/// To one side of a step or to the other.
#[derive(Clone, Copy, Debug)]
enum Way {
    Back,
    Again,
}

impl Session {
    /// Has steps of this command follow those of the last one.
    pub(super) fn begin_command(&mut self) {
        let now = self.corrections.steps.now() + 1;
        self.briefing.steps.set_now(now);
        self.corrections.steps.set_now(now);
        self.copy_corrections.steps.set_now(now);
    }

    pub fn can_undo(&self) -> bool {
        self.last_done().is_some()
    }

    pub fn can_redo(&self) -> bool {
        self.next_undone().is_some()
    }

    fn last_done(&self) -> Option<(u64, Kind)> {
        let all = [
            (self.briefing.steps.last_done(), Kind::Scenes),
            (self.corrections.steps.last_done(), Kind::Mentions),
            (self.copy_corrections.steps.last_done(), Kind::CopyMentions),
        ];
        let all = all
            .into_iter()
            .filter_map(|(when, kind)| Some((when?, kind)));
        all.max_by_key(|(when, _)| *when)
    }

    /// Of what was taken back the first that was done. After anything else was done it is gone.
    fn next_undone(&self) -> Option<(u64, Kind)> {
        let copy_mentions = self.copy_corrections.steps.next_undone();
        let all = [
            (self.briefing.steps.next_undone(), Kind::Scenes),
            (self.corrections.steps.next_undone(), Kind::Mentions),
            (copy_mentions, Kind::CopyMentions),
        ];
        let last = self.last_done().map(|(when, _)| when);
        let all = all
            .into_iter()
            .filter_map(|(when, kind)| Some((when?, kind)));
        all.filter(|&(when, _)| Some(when) >= last)
            .min_by_key(|(when, _)| *when)
    }
}

impl Scope<'_> {
    pub(super) fn undo(&mut self) -> Option<Effect> {
        match self.session.last_done() {
            None => Some(Effect::Say("Nothing to take back".to_owned())),
            Some((_, Kind::Scenes)) => {
                self.session.briefing.undo();
                self.close_words_of_none();
                None
            }
            Some((_, kind)) => self.turn_mentions(Way::Back, kind),
        }
    }

    pub(super) fn redo(&mut self) -> Option<Effect> {
        match self.session.next_undone() {
            None => Some(Effect::Say("Nothing was taken back".to_owned())),
            Some((_, Kind::Scenes)) => {
                self.session.briefing.redo();
                self.close_words_of_none();
                None
            }
            Some((_, kind)) => self.turn_mentions(Way::Again, kind),
        }
    }

    fn turn_mentions(&mut self, way: Way, kind: Kind) -> Option<Effect> {
        if let Some(first) = self.words_for(way, kind) {
            return Some(first);
        }
        let world = self.world;
        let mut made = None;
        let reverse = |step: Correction| {
            let Correction {
                change,
                words,
                place,
            } = step;
            let reversed = Correction {
                change: world.inverse_of(&change),
                words: words.clone(),
                place: place.clone(),
            };
            made = Some((change, words, place));
            reversed
        };
        let steps = &mut self.corrections_of(kind).steps;
        let said = match way {
            Way::Back => {
                steps.undo(reverse);
                "Taken back"
            }
            Way::Again => {
                steps.redo(reverse);
                "Again"
            }
        };
        let (change, words, (passage, range)) = made?;
        self.session.briefing.end_writing();
        self.go_back_to(passage, &range);
        let place = match kind {
            Kind::CopyMentions => " in the original",
            _ if self.session.has_original() => " in our words",
            _ => "",
        };
        Some(Effect::ChangeStory {
            change: Box::new(change),
            words: format!("{said}{place}: {words}"),
        })
    }

    /// A step is turned where it can be seen: in the words it was made in. Brings these first, where
    /// others are on show.
    fn words_for(&mut self, way: Way, kind: Kind) -> Option<Effect> {
        let world = self.world;
        let is_of_copy = kind == Kind::CopyMentions;
        let steps = &self.corrections_of(kind).steps;
        let (step, command) = match way {
            Way::Back => (steps.last()?, Command::Undo),
            Way::Again => (steps.next()?, Command::Redo),
        };
        // What a copy lacks stands in both tellings.
        let is_on_show = |passage| world.is_verbatim(passage) == is_of_copy;
        let mut passages = step.change.mentions.iter().map(|(passage, _)| *passage);
        if passages.all(is_on_show) || self.session.shows_original() == is_of_copy {
            return None;
        }
        self.show_original(if is_of_copy { Switch::On } else { Switch::Off });
        Some(Effect::Then(Box::new(command)))
    }

    fn corrections_of(&mut self, kind: Kind) -> &mut Corrections {
        match kind {
            Kind::CopyMentions => &mut self.session.copy_corrections,
            Kind::Mentions | Kind::Scenes => &mut self.session.corrections,
        }
    }
}
