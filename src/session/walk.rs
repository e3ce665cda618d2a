//! A walk through the article: from mention to mention in reading order, the map following.
//!
//! In: where one is, and what the map shows of it. Out: how the passage is set (see `ui::walk`), and
//! scenes of what was walked through (see `topic_scenes`).

use std::sync::Arc;

use super::frame_of::frame_of;
use super::update::Scope;
use super::{Effect, Followed, Origin};
use crate::geography::GeoBounds;
use crate::world::{Id, Overlay, Passage, Subject, World};

/// What somebody who walks wants to happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WalkCommand {
    /// To the next mention; the first press begins at the passage being read.
    Next,
    Previous,
    /// A scene of each topic, after the current one.
    MakeScenes,
}

/// A passage and something that it names. What it names twice is one stop.
pub type Stop = (Id<Passage>, Subject);

/// A walk under way.
#[derive(Clone, Debug)]
pub struct Walk {
    stops: Arc<[Stop]>,
    at: usize,
    /// The overlay that is on only because something of it is named here.
    switched_on: Option<Id<Overlay>>,
}

impl Walk {
    pub fn stop(&self) -> Option<Stop> {
        self.stops.get(self.at).copied()
    }

    /// Which stop, from 1, and of how many.
    pub fn place(&self) -> (usize, usize) {
        (self.at + 1, self.stops.len())
    }

    /// The same article in other words: at the same stop, or else at the passage it was in.
    pub(super) fn follow_words(&mut self, world: &World) {
        let at = self.stop();
        self.stops = stops(world);
        let same = self.stops.iter().position(|stop| Some(*stop) == at);
        let near = at.and_then(|(passage, _)| {
            let mut stops = self.stops.iter();
            stops.position(|(other, _)| *other >= passage)
        });
        let last = self.stops.len().saturating_sub(1);
        self.at = same.or(near).unwrap_or(last);
    }

    pub fn is_at_end(&self) -> bool {
        self.at + 1 >= self.stops.len()
    }

    pub fn is_at_start(&self) -> bool {
        self.at == 0
    }
}

/// All stops of a story.
fn stops(world: &World) -> Arc<[Stop]> {
    let passages = world.passages.ids();
    let of_passage = |passage| {
        let subjects = world.named_in(passage).into_iter();
        subjects.map(move |subject| (passage, subject))
    };
    passages.flat_map(of_passage).collect()
}

impl Scope<'_> {
    pub(super) fn walk(&mut self, command: WalkCommand) -> Option<Effect> {
        match command {
            WalkCommand::Next => self.walk_on(1),
            WalkCommand::Previous => self.walk_on(-1),
            WalkCommand::MakeScenes => Some(self.make_scenes_of_topics()),
        }
    }

    fn walk_on(&mut self, by: isize) -> Option<Effect> {
        if self.session.show.is_some() {
            return None;
        }
        if let Some(walk) = &self.session.walk {
            let at = walk.at.saturating_add_signed(by);
            if at >= walk.stops.len() {
                let words = "This is the end of the article";
                return Some(Effect::Say(words.to_owned()));
            }
            self.walk_to(at);
            return None;
        }
        let stops = stops(self.world);
        if stops.is_empty() {
            let words = "The article names nothing that is on the map";
            return Some(Effect::Say(words.to_owned()));
        }
        let read = self.session.stage.passage;
        let begins = |&(passage, _): &Stop| read.is_some_and(|read| passage >= read);
        let at = stops.iter().position(begins).unwrap_or(0);
        self.remember();
        (self.session.unsure, self.session.lost_in_hand) = (None, None);
        self.session.walk = Some(Walk {
            stops,
            at,
            switched_on: None,
        });
        self.walk_to(at);
        None
    }

    /// Chooses what is named there, reads the passage, and has both in view. The map moves where the
    /// passage ends or what it names lies outside of the view, not at each word.
    fn walk_to(&mut self, at: usize) {
        let Some(mut walk) = self.session.walk.take() else {
            return;
        };
        walk.at = at;
        let Some((passage, subject)) = walk.stop() else {
            return;
        };
        let stage = &mut self.session.stage;
        stage.selection = Some(subject);
        stage.compare = None;
        // What the last mention brought goes with it.
        if let Some(overlay) = walk.switched_on.take() {
            stage.overlays.remove(&overlay);
        }
        if let Some(overlay) = self.world.overlay_of(subject) {
            let is_new = stage.overlays.insert(overlay);
            walk.switched_on = is_new.then_some(overlay);
        }
        self.session.followed = Some(Followed::new(self.world, passage));
        self.show_time_of(subject);
        self.open_reader();
        self.session.stage.passage = Some(passage);
        self.session.reader_scroll = Some(passage);
        let mut framed = self.world.framed_by(passage);
        let is_missing = !framed.contains(&subject) && !self.is_among(subject, &framed);
        if is_missing && self.world.is_on_ground(subject) {
            framed.push(subject);
        }
        self.frame_with_air(&framed);
        self.session.walk = Some(walk);
    }

    /// Whether a country or an organisation has its seat where those lie that are framed: then it can
    /// be seen there, and a country as large as Russia need not be, whole.
    fn is_among(&self, subject: Subject, framed: &[Subject]) -> bool {
        let points = framed
            .iter()
            .filter_map(|&subject| frame_of(self.world, self.atlas, subject))
            .flatten();
        let seat = self.world.anchor(self.atlas, subject);
        match (GeoBounds::around(points), seat) {
            (Some(bounds), Some(seat)) => bounds.contains(seat),
            _ => false,
        }
    }

    /// The story has changed: the walk goes on where it is, or at the next stop there is now.
    pub(super) fn walk_in_changed_story(&mut self) {
        let Some(walk) = &mut self.session.walk else {
            return;
        };
        let stop = walk.stop();
        walk.stops = stops(self.world);
        let last = walk.stops.len().saturating_sub(1);
        let same = walk.stops.iter().position(|&it| Some(it) == stop);
        if let Some(at) = same {
            walk.at = at;
        } else if walk.stops.is_empty() {
            self.end_walk();
        } else {
            let read = stop.map(|(passage, _)| passage);
            let mut others = walk.stops.iter();
            let next = others.position(|&(passage, _)| Some(passage) >= read);
            self.walk_to(next.unwrap_or(last));
        }
    }

    /// Whether there was one. What was chosen last stays chosen.
    pub(super) fn end_walk(&mut self) -> bool {
        let is_over = self.session.walk.take().is_some();
        if is_over {
            self.session.followed = None;
            // The reader takes the place of the walk, at the passage one has come to.
            self.session.reader_scroll = self.session.stage.passage;
        }
        is_over
    }

    /// Whoever chooses something else leaves the walk; another word of the same passage is a stop of
    /// it. Whether it was one, and the walk has gone there.
    pub(super) fn walks_to(&mut self, subject: Subject, origin: Origin) -> bool {
        let Some(walk) = &self.session.walk else {
            return false;
        };
        let stop = match origin {
            Origin::Reader(passage) => walk.stops.iter().position(|&it| it == (passage, subject)),
            Origin::Map | Origin::Panel => None,
        };
        match stop {
            Some(at) => self.walk_to(at),
            None => {
                self.end_walk();
            }
        }
        stop.is_some()
    }
}
