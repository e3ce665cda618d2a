//! Making scenes of what is on show, and changing them.

use super::update::Scope;
use super::{Effect, MOST_SCENES, SceneEdit};
use crate::world::{Feature, Id, Scene};

impl Scope<'_> {
    pub(super) fn edit_scenes(&mut self, edit: SceneEdit) -> Option<Effect> {
        let effect = self.change_scenes(edit);
        self.close_words_of_none();
        effect
    }

    /// The words of a scene close when one is at none any more.
    pub(super) fn close_words_of_none(&mut self) {
        if self.session.briefing.current().is_none() {
            self.session.panels.notes = false;
        }
    }

    fn change_scenes(&mut self, edit: SceneEdit) -> Option<Effect> {
        match edit {
            SceneEdit::Add => return self.add_scene(),
            SceneEdit::Rename { at, title } => self.session.briefing.rename(at, &title),
            SceneEdit::SetNotes { at, notes } => self.session.briefing.set_notes(at, notes),
            SceneEdit::Move { from, to } => self.session.briefing.move_to(from, to),
            SceneEdit::Duplicate(at) => self.session.briefing.duplicate(at),
            SceneEdit::Delete(at) => {
                let title = self.session.briefing.scene(at)?.title.clone();
                self.session.briefing.delete(at);
                let words = format!("\u{201c}{title}\u{201d} deleted. Ctrl+Z brings it back");
                return Some(Effect::Say(words));
            }
            SceneEdit::Update(at) => return self.update_scene(at),
            SceneEdit::ToggleBuild { at, feature } => self.toggle_build(at, feature),
            SceneEdit::MoveBuild { at, from, to } => self.move_build(at, from, to),
        }
        None
    }

    fn add_scene(&mut self) -> Option<Effect> {
        if self.session.briefing.scenes().len() >= MOST_SCENES {
            let words = format!("There are {MOST_SCENES} scenes already, and no room for more");
            return Some(Effect::Say(words));
        }
        let scene = self.scene_of_now();
        // The first time one sees where it has gone to.
        self.session.panels.scenes |= !self.session.briefing.can_undo();
        self.session.briefing.add(vec![scene]);
        let at = self.session.briefing.current()?;
        Some(Effect::Say(format!("Scene {} added", at + 1)))
    }

    /// The scene becomes what is on show. What appears one by one in it still does, as far as it is
    /// on show at all.
    fn update_scene(&mut self, at: usize) -> Option<Effect> {
        let old = self.session.briefing.scene(at)?.clone();
        let now = self.scene_of_now();
        let stage = now.stage.clone();
        let is_on = |id: &Id<Feature>| {
            let feature = self.world.features.get(*id);
            feature.is_some_and(|feature| stage.draws(self.world, feature))
        };
        let scene = Scene {
            title: old.title,
            notes: old.notes,
            builds: old.builds.into_iter().filter(is_on).collect(),
            ..now
        };
        self.session.briefing.replace(at, scene);
        let words = format!("Scene {} is what is on show now", at + 1);
        Some(Effect::Say(words))
    }

    fn toggle_build(&mut self, at: usize, feature: Id<Feature>) {
        let Some(mut scene) = self.session.briefing.scene(at).cloned() else {
            return;
        };
        if let Some(place) = scene.builds.iter().position(|&build| build == feature) {
            scene.builds.remove(place);
        } else {
            scene.builds.push(feature);
        }
        self.session.briefing.replace(at, scene);
    }

    pub(super) fn revert_scenes(&mut self) -> Effect {
        let words = if self.session.briefing.is_edited() {
            self.session.briefing.revert();
            self.close_words_of_none();
            "The scenes of the file are back. Ctrl+Z brings yours again"
        } else {
            "These are the scenes of the file"
        };
        Effect::Say(words.to_owned())
    }

    fn move_build(&mut self, at: usize, from: usize, to: usize) {
        let Some(mut scene) = self.session.briefing.scene(at).cloned() else {
            return;
        };
        if from.max(to) < scene.builds.len() {
            let build = scene.builds.remove(from);
            scene.builds.insert(to, build);
            self.session.briefing.replace(at, scene);
        }
    }
}
