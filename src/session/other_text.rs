//! Another text under the story, as a step that can be taken back.
//!
//! All passages are others then, and with them the links, the topics and what scenes read. So a step
//! keeps the whole story of its other side: it shares what it is made of with whoever else has it, and
//! nobody puts many new texts under one story.
//!
//! In: the story on the other side. Out: how it was made (see `content::relink`), and showing it (only
//! `app` changes the story).

use std::sync::Arc;

use super::briefing::SceneLists;
use super::corrections::{Correction, Corrections, Turn};
use super::steps::Way;
use super::taking_back::turned_words;
use super::{Session, ViewHistory};
use crate::world::{Id, Passage, Scene, World};

/// A story under another text, and what the sitting has with it.
#[derive(Clone, Debug)]
pub struct OtherText {
    world: Arc<World>,
    scenes: SceneLists,
    /// What is read of it.
    passage: Option<Id<Passage>>,
}

impl OtherText {
    /// `saved` is what the story's file has of the scenes, as they are with this text.
    pub fn new(world: World, saved: Vec<Scene>, passage: Option<Id<Passage>>) -> Self {
        Self {
            scenes: SceneLists::new(world.scenes.clone(), saved),
            world: Arc::new(world),
            passage,
        }
    }
}

impl Session {
    /// Puts a text in the place of the one there is, and returns the story to show.
    pub fn put_text(&mut self, own: Arc<World>, text: OtherText, words: String) -> Arc<World> {
        let (world, before) = self.exchange_text(own, text);
        self.corrections.steps.add(Correction {
            turn: Turn::Text(Box::new(before)),
            words,
            place: None,
        });
        self.end_command();
        world
    }

    /// Goes over the next step, which has another text on its other side. Returns the story to show,
    /// and what is to be said of it.
    pub fn turn_text(&mut self, way: Way, own: Arc<World>) -> Option<(Arc<World>, String)> {
        let Turn::Text(text) = &self.corrections.steps.next(way)?.turn else {
            return None;
        };
        let (world, before) = self.exchange_text(own, OtherText::clone(text));
        let mut said = String::new();
        self.corrections.steps.turn(way, |step| {
            said = turned_words(way, "", &step.words);
            Correction {
                turn: Turn::Text(Box::new(before)),
                ..step
            }
        });
        Some((world, said))
    }

    /// Whatever goes by a passage goes by those of the other text, or is over.
    fn exchange_text(&mut self, own: Arc<World>, text: OtherText) -> (Arc<World>, OtherText) {
        let OtherText {
            world,
            scenes,
            passage,
        } = text;
        let before = OtherText {
            world: own,
            scenes: self.briefing.exchange(scenes),
            passage: self.stage.passage,
        };
        self.stage.passage = passage;
        self.reader_scroll = passage;
        // What a new text names is found in it, and is no more without it.
        let overlays = &mut self.stage.overlays;
        overlays.retain(|&id| world.overlays.get(id).is_some());
        // Steps in a copy go by its paragraphs under the text of before.
        self.copy_corrections = Corrections::default();
        self.walk = None;
        self.unsure = None;
        self.correcting = None;
        self.lost_in_hand = None;
        self.search = None;
        self.followed = None;
        self.history = ViewHistory::default();
        (world, before)
    }
}
