//! The way back from changes of scenes and of mentions: whichever was done last is taken back first.
//!
//! In: the order over both. Out: the steps themselves (see `steps`), and what a changed story means for
//! what is on show (see `changed_story`).

use super::corrections::Correction;
use super::update::Scope;
use super::{Effect, Session};

/// Which kind of step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Scenes,
    Mentions,
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

    /// Of what was taken back the first that was done. After anything else was done it is gone.
    fn next_undone(&self) -> Option<(u64, Kind)> {
        let scenes = self.briefing.steps.next_undone();
        let mentions = self.corrections.steps.next_undone();
        let last = self.last_done().map(|(when, _)| when);
        let both = [(scenes, Kind::Scenes), (mentions, Kind::Mentions)];
        let both = both
            .into_iter()
            .filter_map(|(when, kind)| Some((when?, kind)));
        both.filter(|&(when, _)| Some(when) >= last)
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
        let steps = &mut self.session.corrections.steps;
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
        Some(Effect::ChangeStory {
            change: Box::new(change),
            words: format!("{said}: {words}"),
        })
    }
}
