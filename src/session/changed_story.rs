//! What a changed story means for what is on show: nothing may point at what is not there any more.
//!
//! In: the story as it is now. Out: the change itself (see `world::StoryChange`).

use super::update::Scope;
use super::{Camera, Followed, Session};
use crate::atlas::Atlas;
use crate::world::World;

/// Brings the sitting up to date with a story that has just changed. Returns what else is to be said.
pub fn story_changed(
    world: &World,
    atlas: &Atlas,
    session: &mut Session,
    camera: &mut Camera,
) -> Option<&'static str> {
    let mut scope = Scope {
        world,
        atlas,
        session,
        camera,
    };
    scope.let_go_of_missing();
    scope.session.correcting = None;
    scope.let_go_of_found();
    scope.walk_in_changed_story();
    // What is on show depends on mentions only while the map follows them.
    if let Some(followed) = scope.session.followed.take() {
        scope.session.followed = Some(Followed::new(world, followed.passage));
        scope.session.on_show.forget();
    }
    scope.settle_unsure()
}

impl Scope<'_> {
    /// An actor or a place that was taken back is chosen no more.
    pub(super) fn let_go_of_missing(&mut self) {
        let stage = &mut self.session.stage;
        let world = self.world;
        for chosen in [&mut stage.selection, &mut stage.compare] {
            *chosen = chosen.filter(|&subject| world.has(subject));
        }
        if stage.selection.is_none() {
            stage.selection = stage.compare.take();
        }
    }
}
