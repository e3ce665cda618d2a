//! Whose words are on show: the story's own, or those of the reader's copy of the article.
//!
//! In: which copy, and what a change of words leaves as it was. Out: reading the copy and laying it
//! over the story (see `original`), and which of the two is shown (see `app`).

use std::path::PathBuf;

use super::update::Scope;
use super::{Camera, Corrections, Effect, Followed, Session, Switch};
use crate::atlas::Atlas;
use crate::world::{Subject, World, with_capital};

/// The reader's own copy of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCopy {
    pub path: PathBuf,
    /// Whether it is from the clipboard: the path is no more than its name then.
    pub is_pasted: bool,
    /// Whether it could be read. One that could not is asked for again at the next start.
    pub is_open: bool,
    /// Whether its words are wanted, and not the story's own.
    pub is_wanted: bool,
}

impl Session {
    /// Whether there is a copy to change to.
    pub fn has_original(&self) -> bool {
        self.own_copy.as_ref().is_some_and(|copy| copy.is_open)
    }

    /// Whether the article's own words are on show.
    pub fn shows_original(&self) -> bool {
        let copy = self.own_copy.as_ref();
        copy.is_some_and(|copy| copy.is_open && copy.is_wanted)
    }
}

/// The same story is told in other words: what depends on them follows, the rest stays.
pub fn words_changed(world: &World, atlas: &Atlas, session: &mut Session, camera: &mut Camera) {
    let mut scope = Scope {
        world,
        atlas,
        session,
        camera,
    };
    scope.let_go_of_missing();
    scope.session.correcting = None;
    scope.unsure_in_other_words();
    if let Some(walk) = &mut scope.session.walk {
        walk.follow_words(world);
    }
    if let Some(followed) = &mut scope.session.followed {
        *followed = Followed::new(world, followed.passage);
    }
    session.refresh(world);
}

impl Scope<'_> {
    pub(super) fn toggle_words(&mut self) -> Option<Effect> {
        if self.session.has_original() {
            let is_shown = self.session.shows_original();
            self.show_original(if is_shown { Switch::Off } else { Switch::On });
            return None;
        }
        let words = "There are only our words. File > Open the original article\u{2026} takes your \
                     own copy";
        Some(Effect::Say(words.to_owned()))
    }

    pub(super) fn show_original(&mut self, switch: Switch) {
        if let Some(copy) = &mut self.session.own_copy {
            copy.is_wanted = switch == Switch::On;
        }
        // What was found is in the other words.
        self.session.search = None;
    }

    /// What is chosen, as far as it can be in a file: no word of the reader's own copy is.
    pub(super) fn saveable_choice(&self) -> (Option<Subject>, Option<Subject>) {
        let stage = &self.session.stage;
        let known = |it: Option<Subject>| it.filter(|&it| !self.world.is_of_copy(it));
        let (one, other) = (known(stage.selection), known(stage.compare));
        (one.or(other), one.and(other))
    }

    pub(super) fn close_article(&mut self) -> Option<Effect> {
        let copy = self.session.own_copy.take()?;
        // They are kept, and there again with the copy; the way back from them is not.
        self.session.copy_corrections = Corrections::default();
        let name = copy.path.file_name().unwrap_or(copy.path.as_os_str());
        let words = format!(
            "{} is closed; the story is told in our words",
            name.to_string_lossy()
        );
        let words = if copy.is_pasted {
            with_capital(&words)
        } else {
            words
        };
        Some(Effect::Say(words))
    }
}
