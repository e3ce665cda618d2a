//! Lost links: given up, or put on words again by hand.
//!
//! In: which of them is in hand, and the words somebody chooses for it. Out: how a link comes to be lost
//! (see `content::relink`), where to look for its words (see `world::Links::likeliest`), how words are
//! chosen (see `correcting`), and how it is drawn (see `ui::lost_link`).

use std::ops::Range;

use super::Effect;
use super::mention_edits::no_room_words;
use super::update::Scope;
use crate::world::{Id, LostChange, Mention, Orphan, Passage, StoryChange, World, insert_mention};

/// The links of a story are in its own words.
const IN_OUR_WORDS: &str = "Lost links are put on our words: W shows these";

/// A lost link that is to be put on words again: on those that are chosen next.
#[derive(Clone, Debug, PartialEq)]
pub struct LostInHand {
    /// Places in the list change while it is in hand.
    orphan: Orphan,
}

/// What somebody who has a lost link in mind wants to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LostCommand {
    /// Has one in hand, by its place in the list.
    Take(usize),
    /// The one after that in hand; the first press begins.
    Next,
    Previous,
}

impl LostInHand {
    /// The link, and its place in the list.
    pub fn current<'a>(&self, world: &'a World) -> Option<(usize, &'a Orphan)> {
        let mut orphans = world.orphans.iter().enumerate();
        orphans.find(|(_, orphan)| **orphan == self.orphan)
    }
}

impl Scope<'_> {
    pub(super) fn put_lost_by(&mut self, command: LostCommand) -> Option<Effect> {
        if self.session.shows_original() {
            return Some(Effect::Say(IN_OUR_WORDS.to_owned()));
        }
        let count = self.world.orphans.len();
        if count == 0 {
            return Some(Effect::Say("No link is lost".to_owned()));
        }
        let hand = self.session.lost_in_hand.as_ref();
        let current = hand.and_then(|hand| hand.current(self.world));
        let beside = |by: isize| {
            current.map_or(0, |(at, _)| {
                // After the last one comes the first.
                (at + count).saturating_add_signed(by) % count
            })
        };
        self.take_lost(match command {
            LostCommand::Take(at) => at,
            LostCommand::Next => beside(1),
            LostCommand::Previous => beside(-1),
        });
        None
    }

    /// Reads the passage where its words may be now. Nothing is put anywhere.
    fn take_lost(&mut self, at: usize) {
        let Some(orphan) = self.world.orphans.get(at).cloned() else {
            return;
        };
        if self.session.lost_in_hand.is_none() {
            self.end_walk();
            self.session.followed = None;
            self.remember();
        }
        (self.session.correcting, self.session.unsure) = (None, None);
        self.session.panels.lost_links = false;
        self.session.lost_in_hand = Some(LostInHand { orphan });
        self.open_reader();
        if let Some(&passage) = self.world.likeliest_of(at).first() {
            self.read(passage);
        }
    }

    /// Puts the link in hand on words: they mean what it meant, by what and as surely as it did.
    pub(super) fn put_lost(
        &mut self,
        passage: Id<Passage>,
        chosen: &Range<usize>,
    ) -> Option<Effect> {
        self.session.correcting = None;
        let hand = self.session.lost_in_hand.as_ref()?;
        let (at, orphan) = hand.current(self.world)?;
        let row = self.world.passages.get(passage)?;
        let range = row.whole(chosen)?;
        let mut mentions = row.mentions.clone();
        // Of words that are a mention already this one is said last, and counts.
        if let Some(index) = row.mention_of(&range) {
            mentions.remove(index);
        } else if !row.has_room(&range) {
            return Some(Effect::Say(no_room_words()));
        }
        let mention = Mention {
            range: range.clone(),
            subject: orphan.subject,
            kind: orphan.kind,
            confidence_percent: orphan.confidence_percent,
            others: orphan.others.clone(),
        };
        insert_mention(&mut mentions, mention);
        let meant = self.world.name_of(self.atlas, orphan.subject);
        let words = row.words(&range);
        let is_wider = row.whole_words(chosen).as_ref() != Some(&range);
        let wider = if is_wider {
            ", all of them so that no mention is cut in two"
        } else {
            ""
        };
        let said = format!("the lost link to {meant} is on \u{201c}{words}\u{201d}{wider}");
        let change = StoryChange {
            mentions: vec![(passage, mentions)],
            lost: Some(LostChange::Take(at)),
            ..StoryChange::default()
        };
        self.session.lost_in_hand = None;
        self.session.stage.passage = Some(passage);
        Some(self.change_story(change, Some((passage, range)), said))
    }

    /// Gives one up, by its place in the list.
    pub(super) fn let_link_go(&mut self, at: usize) -> Option<Effect> {
        let orphan = self.world.orphans.get(at)?;
        let words = orphan.short_words();
        let said = format!("the lost link of \u{201c}{words}\u{201d} is let go");
        let change = StoryChange {
            lost: Some(LostChange::Take(at)),
            ..StoryChange::default()
        };
        Some(self.change_story(change, None, said))
    }

    /// The link in hand is on the list no more; and no list is open that has nothing on it.
    pub(super) fn let_go_of_found(&mut self) {
        let world = self.world;
        let hand = &mut self.session.lost_in_hand;
        hand.take_if(|hand| hand.current(world).is_none());
        self.session.panels.lost_links &= !world.orphans.is_empty();
    }
}
