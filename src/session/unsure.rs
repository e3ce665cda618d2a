//! The walk through mentions that may mean something else: each with its readings, one after the other.
//!
//! In: which one is in hand. Out: what an answer does (see `mention_edits`), and how it is drawn (see
//! `ui::unsure`).

use std::cmp::Reverse;
use std::ops::Range;

use super::update::Scope;
use super::{Effect, Reach};
use crate::world::{Id, MentionAt, Passage, Subject, World};

/// What somebody who goes through them wants to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsureCommand {
    /// To the next one; the first press begins at the passage being read.
    Next,
    Previous,
    /// An answer is for one, or for all the same.
    ToggleReach,
}

/// A walk under way.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsureWalk {
    /// The words in hand: mentions around them come and go, and with them places in the list.
    place: (Id<Passage>, Range<usize>),
    pub reach: Reach,
    /// So many others are written the same and taken for the same.
    pub others: usize,
}

/// In reading order, an enclosing mention before the ones inside it.
type Order = (Id<Passage>, usize, Reverse<usize>);

fn order_of(passage: Id<Passage>, range: &Range<usize>) -> Order {
    (passage, range.start, Reverse(range.end))
}

fn order_at(world: &World, at: MentionAt) -> Option<Order> {
    let mention = world.mention(at)?;
    Some(order_of(at.passage, &mention.range))
}

/// Which of the unsure mentions is the first at a place or behind it, from 0.
fn first_from(world: &World, order: Order) -> usize {
    let is_before = |&at: &MentionAt| order_at(world, at).is_some_and(|other| other < order);
    world.links.unsure.partition_point(is_before)
}

impl UnsureWalk {
    /// The words in hand.
    pub fn words_in(&self, passage: Id<Passage>) -> Option<&Range<usize>> {
        let (of, range) = &self.place;
        (*of == passage).then_some(range)
    }

    /// The mention in hand, which it is, from 1, and of how many.
    pub fn current(&self, world: &World) -> Option<(MentionAt, usize, usize)> {
        let (passage, range) = &self.place;
        let at = first_from(world, order_of(*passage, range));
        let &mention = world.links.unsure.get(at)?;
        Some((mention, at + 1, world.links.unsure.len()))
    }
}

impl Scope<'_> {
    pub(super) fn go_through_unsure(&mut self, command: UnsureCommand) -> Option<Effect> {
        let by = match command {
            UnsureCommand::ToggleReach => {
                let walk = self.session.unsure.as_mut()?;
                walk.reach = walk.reach.other();
                return None;
            }
            UnsureCommand::Next => 1,
            UnsureCommand::Previous => -1,
        };
        let count = self.world.links.unsure.len();
        if count == 0 {
            let words = "No mention is unsure";
            return Some(Effect::Say(words.to_owned()));
        }
        let current = self.session.unsure.as_ref();
        let current = current.and_then(|walk| walk.current(self.world));
        let at = if let Some((_, number, _)) = current {
            // After the last one comes the first.
            (number - 1 + count).saturating_add_signed(by) % count
        } else {
            self.end_walk();
            self.session.followed = None;
            self.remember();
            let read = self.session.stage.passage.unwrap_or(Id::new(0));
            first_from(self.world, order_of(read, &(0..usize::MAX))) % count
        };
        self.go_to_unsure(at);
        None
    }

    /// Reads the passage, with what the words are taken for in view.
    fn go_to_unsure(&mut self, at: usize) {
        let Some((passage, subject)) = self.take_unsure(at) else {
            return;
        };
        (self.session.correcting, self.session.lost_in_hand) = (None, None);
        self.open_reader();
        let stage = &mut self.session.stage;
        (stage.selection, stage.compare) = (Some(subject), None);
        self.read(passage);
        self.frame_with_air(&[subject]);
    }

    /// Has one in hand. Returns where it is, and what it is taken for.
    fn take_unsure(&mut self, at: usize) -> Option<(Id<Passage>, Subject)> {
        let &at = self.world.links.unsure.get(at)?;
        let mention = self.world.mention(at)?;
        let reach = self.session.unsure.as_ref().map(|walk| walk.reach);
        let same = self.same_as(at, Reach::AllTheSame);
        let count: usize = same.values().map(Vec::len).sum();
        self.session.unsure = Some(UnsureWalk {
            place: (at.passage, mention.range.clone()),
            reach: reach.unwrap_or_default(),
            others: count.saturating_sub(1),
        });
        Some((at.passage, mention.subject))
    }

    /// In other words another mention is in hand: the next from the passage on. None where these words
    /// have none that is unsure.
    pub(super) fn unsure_in_other_words(&mut self) {
        let Some(walk) = self.session.unsure.take() else {
            return;
        };
        let order = order_of(walk.place.0, &(0..usize::MAX));
        let count = self.world.links.unsure.len();
        if count > 0 {
            self.take_unsure(first_from(self.world, order) % count);
        }
    }

    /// The story has changed: on to the next one, if the one in hand is sure now. Says so where none is
    /// left.
    pub(super) fn settle_unsure(&mut self) -> Option<&'static str> {
        let walk = self.session.unsure.as_mut()?;
        // An answer is for one; the next one is asked anew.
        walk.reach = Reach::One;
        let (passage, range) = &walk.place;
        let order = order_of(*passage, range);
        let count = self.world.links.unsure.len();
        if count == 0 {
            self.session.unsure = None;
            return Some("No mention is unsure any more");
        }
        self.go_to_unsure(first_from(self.world, order) % count);
        None
    }

    /// Words were brought back to what they were: they are in hand again.
    pub(super) fn go_back_to(&mut self, passage: Id<Passage>, range: &Range<usize>) {
        if let Some(walk) = &mut self.session.unsure {
            walk.place = (passage, range.clone());
        } else {
            self.read(passage);
        }
    }
}
