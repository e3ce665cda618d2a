//! The way back from changes of scenes, of mentions and of the text: whichever was done last is taken
//! back first.
//!
//! In: the order over all of them. Out: the steps themselves (see `steps`), another text (see
//! `other_text`), and what a changed story means for what is on show (see `changed_story`).

use super::corrections::{Correction, Turn};
use super::mention_edits::NOT_IN_COPY;
use super::steps::Way;
use super::update::Scope;
use super::{Effect, Session};

/// Which kind of step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Scenes,
    /// Mentions, lost links, and the whole text.
    Mentions,
}

impl Session {
    /// Has steps of this command follow those of the last one.
    pub(super) fn begin_command(&mut self) {
        let now = self.corrections.steps.now() + 1;
        self.briefing.steps.set_now(now);
        self.corrections.steps.set_now(now);
    }

    /// What was taken back before is gone once something else was done, of whichever kind that is.
    pub(super) fn end_command(&mut self) {
        if self.briefing.steps.has_new() || self.corrections.steps.has_new() {
            self.briefing.steps.forget_undone();
            self.corrections.steps.forget_undone();
        }
    }

    pub fn can_undo(&self) -> bool {
        self.last_done().is_some()
    }

    pub fn can_redo(&self) -> bool {
        self.next_undone().is_some()
    }

    fn last_done(&self) -> Option<(u64, Kind)> {
        let scenes = self.briefing.steps.last_done();
        let mentions = self.corrections.steps.last_done();
        let both = [(scenes, Kind::Scenes), (mentions, Kind::Mentions)];
        let both = both
            .into_iter()
            .filter_map(|(when, kind)| Some((when?, kind)));
        both.max_by_key(|(when, _)| *when)
    }

    /// Of what was taken back the first that was done.
    fn next_undone(&self) -> Option<(u64, Kind)> {
        let scenes = self.briefing.steps.next_undone();
        let mentions = self.corrections.steps.next_undone();
        let both = [(scenes, Kind::Scenes), (mentions, Kind::Mentions)];
        let both = both
            .into_iter()
            .filter_map(|(when, kind)| Some((when?, kind)));
        both.min_by_key(|(when, _)| *when)
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
            Some((_, Kind::Mentions)) => self.turn_mentions(Way::Back),
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
            Some((_, Kind::Mentions)) => self.turn_mentions(Way::Again),
        }
    }

    fn turn_mentions(&mut self, way: Way) -> Option<Effect> {
        if self.session.shows_original() {
            return Some(Effect::Say(NOT_IN_COPY.to_owned()));
        }
        let steps = &mut self.session.corrections.steps;
        let Turn::Change(change) = &steps.next(way)?.turn else {
            return Some(Effect::TurnText(way));
        };
        let inverse = self.world.inverse_of(change);
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
        Some(Effect::ChangeStory {
            change: Box::new(change),
            words: turned_words(way, &words),
        })
    }
}

/// How it is said that a step was taken back or made again.
pub(super) fn turned_words(way: Way, words: &str) -> String {
    let said = match way {
        Way::Back => "Taken back",
        Way::Again => "Again",
    };
    format!("{said}: {words}")
}
