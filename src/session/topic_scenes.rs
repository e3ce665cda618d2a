//! A first briefing, made of the article's topics: something to change rather than a blank page.

use std::collections::BTreeSet;

use super::frame_of::frame_of;
use super::update::Scope;
use super::{Effect, LONGEST_TITLE, MOST_SCENES};
use crate::geography::{EAST_EDGE_DEG, GeoBounds, WEST_EDGE_DEG};
use crate::world::{Id, Overlay, Passage, Scene, SceneView, Stage, Subject, Topic, shortened};

/// So much is seen around a town, to each side.
const SURROUNDINGS_DEG: f64 = 2.0;

impl Scope<'_> {
    pub(super) fn make_scenes_of_topics(&mut self) -> Effect {
        let room = MOST_SCENES.saturating_sub(self.session.briefing.scenes().len());
        let scenes: Vec<Scene> = self.topic_scenes().into_iter().take(room).collect();
        let count = scenes.len();
        self.session.briefing.append(scenes);
        let words = match count {
            0 if room == 0 => {
                format!("There are {MOST_SCENES} scenes already, and no room for more")
            }
            0 => "The article has no passage to make a scene of".to_owned(),
            1 => "1 scene added at the end. Ctrl+Z takes it back".to_owned(),
            _ => format!("{count} scenes added at the end. Ctrl+Z takes them back"),
        };
        Effect::Say(words)
    }

    /// One scene of each topic; of an article without topics, one of each passage.
    fn topic_scenes(&self) -> Vec<Scene> {
        let topics = &self.world.topics;
        let with_passages = || topics.iter().filter(|topic| !topic.passages.is_empty());
        if with_passages().count() > 1 {
            with_passages()
                .map(|topic| self.scene_about(&topic.passages, self.title_of(topic)))
                .collect()
        } else {
            self.world
                .passages
                .iter()
                .map(|(id, passage)| self.scene_about(&[id], title_of_passage(passage)))
                .collect()
        }
    }

    fn title_of(&self, topic: &Topic) -> String {
        if topic.title.is_empty() {
            shortened(&self.world.title, LONGEST_TITLE)
        } else {
            shortened(&topic.title, LONGEST_TITLE)
        }
    }

    /// What passages name, on the map and in view.
    fn scene_about(&self, passages: &[Id<Passage>], title: String) -> Scene {
        let world = self.world;
        let named = passages.iter().flat_map(|&id| world.subjects_in(id));
        let overlays: BTreeSet<Id<Overlay>> = named
            .filter_map(|subject| world.overlay_of(subject))
            .collect();
        let framed: BTreeSet<Subject> = passages
            .iter()
            .flat_map(|&id| world.framed_by(id))
            .flat_map(|subject| self.drawn_of(subject))
            .collect();
        let points = framed
            .into_iter()
            .filter_map(|subject| frame_of(world, self.atlas, subject))
            .flatten();
        let bounds = GeoBounds::around(points).map(with_surroundings);
        let view = bounds.map_or(SceneView::Opening, SceneView::Frame);
        Scene {
            title,
            stage: Stage {
                selection: None,
                compare: None,
                overlays,
                passage: passages.first().copied(),
                withheld: BTreeSet::new(),
                era: None,
                ..self.session.stage.clone()
            },
            view,
            builds: Vec::new(),
            notes: self.notes_about(passages),
        }
    }

    /// Where it stands, and what is named there.
    fn notes_about(&self, passages: &[Id<Passage>]) -> String {
        let number = |id: &Id<Passage>| self.world.passages.get(*id).map(|it| it.number);
        let numbers = (
            passages.first().and_then(number),
            passages.last().and_then(number),
        );
        let place = match numbers {
            (Some(first), Some(last)) if first != last => format!("Paragraphs {first} to {last}."),
            (Some(first), _) => format!("Paragraph {first}."),
            _ => String::new(),
        };
        let mut names: Vec<&str> = Vec::new();
        let subjects = passages.iter().flat_map(|&id| self.world.subjects_in(id));
        for subject in subjects.filter(|&subject| !self.world.is_of_copy(subject)) {
            let name = self.world.name_of(self.atlas, subject);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            place
        } else {
            format!("{place} Named here: {}.", names.join(", "))
        }
    }
}

/// The beginning of a passage. Scenes are saved, so no word of the reader's own copy is in them.
fn title_of_passage(passage: &Passage) -> String {
    if passage.is_verbatim {
        format!("Paragraph {}", passage.number)
    } else {
        shortened(&passage.text, LONGEST_TITLE)
    }
}

/// Of a single town there is no box, so what lies around it is in view as well.
fn with_surroundings(bounds: GeoBounds) -> GeoBounds {
    let is_flat = |from_deg: f64, to_deg: f64| to_deg - from_deg < 2.0 * SURROUNDINGS_DEG;
    let mut bounds = bounds;
    if is_flat(bounds.west_deg, bounds.east_deg) {
        bounds.west_deg = (bounds.west_deg - SURROUNDINGS_DEG).max(WEST_EDGE_DEG);
        bounds.east_deg = (bounds.east_deg + SURROUNDINGS_DEG).min(EAST_EDGE_DEG);
    }
    if is_flat(bounds.south_deg, bounds.north_deg) {
        bounds.south_deg = (bounds.south_deg - SURROUNDINGS_DEG).max(-90.0);
        bounds.north_deg = (bounds.north_deg + SURROUNDINGS_DEG).min(90.0);
    }
    bounds
}
