//! The way back from changes of scenes, of mentions and of the text: whichever was done last is taken
//! back first.
//!
//! In: the order over all of them. Out: the steps themselves (see `steps`), another text (see
//! `other_text`), and what a changed story means for what is on show (see `changed_story`).

use super::corrections::{Correction, Corrections, Turn};
use super::steps::Way;
use super::update::Scope;
use super::{Command, Effect, Session, Switch};

/// Which kind of step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Scenes,
    /// Mentions in the story's own words, lost links, and the whole text.
    Mentions,
    /// In the words of the reader's own copy.
    CopyMentions,
}

impl Session {
    /// Has steps of this command follow those of the last one.
    pub(super) fn begin_command(&mut self) {
        let now = self.corrections.steps.now() + 1;
        self.briefing.steps.set_now(now);
        self.corrections.steps.set_now(now);
        self.copy_corrections.steps.set_now(now);
    }

    /// What was taken back before is gone once something else was done, of whichever kind that is.
    pub(super) fn end_command(&mut self) {
        if self.briefing.steps.has_new()
            || self.corrections.steps.has_new()
            || self.copy_corrections.steps.has_new()
        {
            self.briefing.steps.forget_undone();
            self.corrections.steps.forget_undone();
            self.copy_corrections.steps.forget_undone();
        }
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

    /// Of what was taken back the first that was done.
    fn next_undone(&self) -> Option<(u64, Kind)> {
        let copy_mentions = self.copy_corrections.steps.next_undone();
        let all = [
            (self.briefing.steps.next_undone(), Kind::Scenes),
            (self.corrections.steps.next_undone(), Kind::Mentions),
            (copy_mentions, Kind::CopyMentions),
        ];
        let all = all
            .into_iter()
            .filter_map(|(when, kind)| Some((when?, kind)));
        all.min_by_key(|(when, _)| *when)
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
        let steps = &mut self.corrections_of(kind).steps;
        let Turn::Change(change) = &steps.next(way)?.turn else {
            return Some(Effect::TurnText(way));
        };
        let inverse = world.inverse_of(change);
        let mut made = None;
        steps.turn(way, |step| {
            let Correction { turn, words, place } = step;
            made = Some((turn, words.clone(), place.clone()));
            Correction {
                turn: Turn::Change(inverse),
                words,
                place,
            }
        });
        let (Turn::Change(change), words, place) = made? else {
            return None;
        };
        self.session.briefing.end_writing();
        if let Some((passage, range)) = place {
            self.go_back_to(passage, &range);
        }
        let telling = match kind {
            Kind::CopyMentions => " in the original",
            _ if self.session.has_original() => " in our words",
            _ => "",
        };
        Some(Effect::ChangeStory {
            change: Box::new(change),
            words: turned_words(way, telling, &words),
        })
    }

    /// A step is turned where it can be seen: in the words it was made in. Brings these first, where
    /// others are on show.
    fn words_for(&mut self, way: Way, kind: Kind) -> Option<Effect> {
        let world = self.world;
        let is_of_copy = kind == Kind::CopyMentions;
        let steps = &self.corrections_of(kind).steps;
        let Turn::Change(change) = &steps.next(way)?.turn else {
            return None;
        };
        let command = match way {
            Way::Back => Command::Undo,
            Way::Again => Command::Redo,
        };
        // What a copy lacks stands in both tellings.
        let is_on_show = |passage| world.is_verbatim(passage) == is_of_copy;
        let mut passages = change.mentions.iter().map(|(passage, _)| *passage);
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

/// How it is said that a step was taken back or made again, in which telling.
pub(super) fn turned_words(way: Way, telling: &str, words: &str) -> String {
    let said = match way {
        Way::Back => "Taken back",
        Way::Again => "Again",
    };
    format!("{said}{telling}: {words}")
}
