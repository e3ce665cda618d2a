//! Reading with the map: what the paragraph in view names is lit, the rest is quiet. So it is on a
//! walk.
//!
//! In: which paragraph, and what that lights. Out: which one is in view (see `ui::reader`).

use std::collections::BTreeSet;

use super::Session;
use super::update::Scope;
use crate::world::{Feature, Id, Passage, Subject, World};

/// The paragraph that the map follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    pub passage: Id<Passage>,
    subjects: BTreeSet<Subject>,
}

impl Followed {
    pub(super) fn new(world: &World, passage: Id<Passage>) -> Self {
        Self {
            passage,
            subjects: world.subjects_in(passage).into_iter().collect(),
        }
    }

    pub fn names(&self, subject: Subject) -> bool {
        self.subjects.contains(&subject)
    }

    /// What it names, each once.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        self.subjects.iter().copied()
    }

    /// What it names of the features, whether or not their overlays are on: they are drawn.
    pub fn features(&self) -> impl Iterator<Item = Id<Feature>> {
        self.subjects().filter_map(|subject| match subject {
            Subject::Feature(id) => Some(id),
            _ => None,
        })
    }
}

impl Session {
    /// Whether the paragraph being read brings a feature onto the map.
    pub(super) fn is_read_of(&self, feature: Id<Feature>) -> bool {
        let followed = self.followed.as_ref();
        followed.is_some_and(|followed| followed.names(Subject::Feature(feature)))
    }
}

impl Scope<'_> {
    pub(super) fn toggle_following(&mut self) {
        self.end_walk();
        let follows = &mut self.session.follows_reading;
        *follows = !*follows;
        self.session.followed = None;
        if self.session.follows_reading {
            self.open_reader();
            let first = self.world.passages.ids().next();
            if let Some(passage) = self.session.stage.passage.or(first) {
                self.follow(passage);
                self.session.reader_scroll = Some(passage);
            }
        }
    }

    /// Somebody has scrolled to a paragraph: now the text is what one looks at, and nothing else is
    /// chosen.
    pub(super) fn turn_to(&mut self, passage: Id<Passage>) {
        if !self.session.follows_reading {
            return;
        }
        if self.session.stage.selection.is_some() {
            self.remember();
            let stage = &mut self.session.stage;
            (stage.selection, stage.compare) = (None, None);
        }
        self.follow(passage);
    }

    /// The map turns to what a paragraph names.
    fn follow(&mut self, passage: Id<Passage>) {
        self.session.stage.passage = Some(passage);
        self.session.followed = Some(Followed::new(self.world, passage));
        self.frame_with_air(&self.world.framed_by(passage));
    }

    /// The same from another side, where reading is followed at all.
    pub(super) fn follow_if_on(&mut self, passage: Id<Passage>) {
        if self.session.follows_reading {
            self.follow(passage);
        }
    }
}
