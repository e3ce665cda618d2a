//! The scenes of a story while they are made: the list, every change to it, and the way back.
//!
//! In: plain values. Out: giving the briefing (see `show`), and the file it is kept in.

#[cfg(test)]
mod tests;

use super::steps::Steps;
use crate::world::{Feature, Id, Scene};

/// More scenes than these nobody shows.
pub const MOST_SCENES: usize = 500;

/// A longer title would not fit its line.
pub const LONGEST_TITLE: usize = 80;

/// A change to the list of scenes. Scenes go by their places in it, from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum SceneEdit {
    /// A scene of what is on show, after the current one.
    Add,
    Rename {
        at: usize,
        title: String,
    },
    SetNotes {
        at: usize,
        notes: String,
    },
    /// To where it then stands.
    Move {
        from: usize,
        to: usize,
    },
    Duplicate(usize),
    Delete(usize),
    /// The scene becomes what is on show; its title and notes stay.
    Update(usize),
    /// The feature appears by itself, after those that do already; or with the scene again.
    ToggleBuild {
        at: usize,
        feature: Id<Feature>,
    },
    /// What appears by itself does so earlier or later: to where it then stands.
    MoveBuild {
        at: usize,
        from: usize,
        to: usize,
    },
}

/// The list, and which of it one is at.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    scenes: Vec<Scene>,
    current: Option<usize>,
}

/// The scenes of a story under one of its texts, and what its file has of them.
#[derive(Clone, Debug)]
pub(super) struct SceneLists {
    now: Draft,
    saved: Vec<Scene>,
}

impl SceneLists {
    pub(super) fn new(scenes: Vec<Scene>, saved: Vec<Scene>) -> Self {
        let now = Draft {
            scenes,
            current: None,
        };
        Self { now, saved }
    }
}

/// The scenes as they are now.
#[derive(Clone, Debug, Default)]
pub struct Briefing {
    now: Draft,
    pub(super) steps: Steps<Splice>,
    /// What the story's file has.
    saved: Vec<Scene>,
    /// The scene whose words were changed last: going on with them is one step.
    writing: Option<(usize, Words)>,
}

/// A change to the list, as it is taken back: the scenes that stand in place of those it made. All
/// others are the same before and after, so a step is no larger than what it changed.
#[derive(Clone, Debug)]
pub(super) struct Splice {
    at: usize,
    /// So many scenes give way.
    count: usize,
    scenes: Vec<Scene>,
    current: Option<usize>,
}

impl Splice {
    /// What leads from the list as it is now back to what it was.
    fn back_to(before: Draft, now: &[Scene]) -> Self {
        let Draft {
            mut scenes,
            current,
        } = before;
        let same = |pair: &(&Scene, &Scene)| pair.0 == pair.1;
        let at = scenes.iter().zip(now).take_while(same).count();
        let rest = scenes.len().min(now.len()) - at;
        let ends = scenes.iter().rev().zip(now.iter().rev());
        let after = ends.take(rest).take_while(same).count();
        scenes.truncate(scenes.len() - after);
        scenes.drain(..at);
        Self {
            at,
            count: now.len() - after - at,
            scenes,
            current,
        }
    }

    /// Makes it, and returns what leads to the other side again.
    fn make(self, draft: &mut Draft) -> Self {
        let count = self.scenes.len();
        let range = self.at..self.at + self.count;
        Self {
            at: self.at,
            count,
            scenes: draft.scenes.splice(range, self.scenes).collect(),
            current: std::mem::replace(&mut draft.current, self.current),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Words {
    Title,
    Notes,
}

impl Words {
    fn of(self, scene: &Scene) -> &String {
        match self {
            Self::Title => &scene.title,
            Self::Notes => &scene.notes,
        }
    }

    fn of_mut(self, scene: &mut Scene) -> &mut String {
        match self {
            Self::Title => &mut scene.title,
            Self::Notes => &mut scene.notes,
        }
    }
}

impl Briefing {
    /// The scenes of a story, and what its file has of them.
    pub fn new(scenes: Vec<Scene>, saved: Vec<Scene>) -> Self {
        Self {
            now: Draft {
                scenes,
                current: None,
            },
            saved,
            ..Self::default()
        }
    }

    pub fn scenes(&self) -> &[Scene] {
        &self.now.scenes
    }

    pub fn scene(&self, at: usize) -> Option<&Scene> {
        self.now.scenes.get(at)
    }

    /// The scene one is at: the one that was put on show or made last.
    pub fn current(&self) -> Option<usize> {
        self.now.current
    }

    pub fn set_current(&mut self, at: usize) {
        self.now.current = (at < self.now.scenes.len()).then_some(at);
        self.writing = None;
    }

    /// Whether there is something the story's file does not have.
    pub fn is_edited(&self) -> bool {
        self.now.scenes != self.saved
    }

    /// What the story's file has.
    pub fn saved(&self) -> &[Scene] {
        &self.saved
    }

    /// The story has another text, with which its scenes are these. The steps stay: each is taken back
    /// under the text it was done under.
    pub(super) fn exchange(&mut self, lists: SceneLists) -> SceneLists {
        self.writing = None;
        SceneLists {
            now: std::mem::replace(&mut self.now, lists.now),
            saved: std::mem::replace(&mut self.saved, lists.saved),
        }
    }

    /// The scenes of the file again.
    pub fn revert(&mut self) {
        let saved = self.saved.clone();
        self.change(|draft| {
            draft.current = draft.current.filter(|&at| at < saved.len());
            draft.scenes = saved;
        });
    }

    /// The file has them now.
    pub fn set_saved(&mut self, scenes: Vec<Scene>) {
        self.saved = scenes;
    }

    pub fn can_undo(&self) -> bool {
        self.steps.last_done().is_some()
    }

    pub fn can_redo(&self) -> bool {
        self.steps.next_undone().is_some()
    }

    /// Takes the last change back. Whether there was one.
    pub fn undo(&mut self) -> bool {
        self.writing = None;
        self.steps.undo(|splice| splice.make(&mut self.now))
    }

    pub fn redo(&mut self) -> bool {
        self.writing = None;
        self.steps.redo(|splice| splice.make(&mut self.now))
    }

    /// Puts scenes after the current one, or at the end where there is none, and is at the first of
    /// them.
    pub fn add(&mut self, added: Vec<Scene>) {
        let end = self.now.scenes.len();
        let at = self.now.current.map_or(end, |at| (at + 1).min(end));
        self.insert(at, added);
    }

    /// Puts scenes at the end, and is at the first of them.
    pub fn append(&mut self, added: Vec<Scene>) {
        self.insert(self.now.scenes.len(), added);
    }

    fn insert(&mut self, at: usize, added: Vec<Scene>) {
        let room = MOST_SCENES.saturating_sub(self.now.scenes.len());
        let added: Vec<Scene> = added.into_iter().take(room).collect();
        if added.is_empty() {
            return;
        }
        self.change(|draft| {
            draft.scenes.splice(at..at, added);
            draft.current = Some(at);
        });
    }

    /// Letters typed one after the other are one step, here as in the notes.
    pub fn rename(&mut self, at: usize, title: &str) {
        let title: String = title.chars().take(LONGEST_TITLE).collect();
        self.write((at, Words::Title), title);
    }

    pub fn set_notes(&mut self, at: usize, notes: String) {
        self.write((at, Words::Notes), notes);
    }

    fn write(&mut self, (at, what): (usize, Words), text: String) {
        let Some(scene) = self.now.scenes.get(at) else {
            return;
        };
        if *what.of(scene) == text {
            return;
        }
        if self.writing == Some((at, what)) {
            self.steps.forget_undone();
        } else {
            self.steps.add(Splice {
                at,
                count: 1,
                scenes: vec![scene.clone()],
                current: self.now.current,
            });
        }
        self.writing = Some((at, what));
        if let Some(scene) = self.now.scenes.get_mut(at) {
            *what.of_mut(scene) = text;
        }
    }

    /// Replaces what a scene puts on show.
    pub fn replace(&mut self, at: usize, scene: Scene) {
        self.change(|draft| {
            if let Some(old) = draft.scenes.get_mut(at) {
                *old = scene;
                draft.current = Some(at);
            }
        });
    }

    pub fn move_to(&mut self, from: usize, to: usize) {
        self.change(|draft| {
            let last = draft.scenes.len().saturating_sub(1);
            if from <= last && !draft.scenes.is_empty() {
                let scene = draft.scenes.remove(from);
                draft.scenes.insert(to.min(last), scene);
                draft.current = draft.current.map(|at| moved(at, from, to.min(last)));
            }
        });
    }

    pub fn duplicate(&mut self, at: usize) {
        if let Some(scene) = self.scene(at).cloned()
            && self.now.scenes.len() < MOST_SCENES
        {
            self.change(|draft| {
                draft.scenes.insert(at + 1, scene);
                draft.current = Some(at + 1);
            });
        }
    }

    pub fn delete(&mut self, at: usize) {
        self.change(|draft| {
            if at >= draft.scenes.len() {
                return;
            }
            draft.scenes.remove(at);
            // Of the others only those behind it have another place now.
            draft.current = match draft.current {
                Some(current) if current == at => None,
                Some(current) if current > at => Some(current - 1),
                other => other,
            };
        });
    }

    fn change(&mut self, change: impl FnOnce(&mut Draft)) {
        let before = self.now.clone();
        change(&mut self.now);
        if before.scenes == self.now.scenes {
            return;
        }
        self.steps.add(Splice::back_to(before, &self.now.scenes));
        self.writing = None;
    }

    /// What is written next is a step of its own: something else was done in between.
    pub(super) fn end_writing(&mut self) {
        self.writing = None;
    }
}

/// Where a scene stands after another one was moved.
fn moved(at: usize, from: usize, to: usize) -> usize {
    if at == from {
        to
    } else if from < at && at <= to {
        at - 1
    } else if to <= at && at < from {
        at + 1
    } else {
        at
    }
}
