//! What was made of the open story and is not in its file yet: kept in the sitting, so that a crash
//! loses nothing, and taken up again at the next opening.
//!
//! In: when that is done, and what is said of it. Out: what is kept of corrections (see
//! `content::correction_texts`), and saving (see `story_file`).

use std::sync::Arc;

use super::PassageApp;
use crate::content::{self, CorrectionTexts, Part};
use crate::session::{Briefing, CorrectionDraft, SceneDraft};
use crate::world::{Scene, World};

/// What the sitting was last brought up to date with.
#[derive(Default)]
pub(super) struct Noted {
    /// The scenes, and whether the file has others.
    scenes: (Vec<Scene>, bool),
    /// The story, and whether the file has another one.
    world: (Arc<World>, bool),
}

impl PassageApp {
    /// Takes up what was not saved last time.
    pub(super) fn take_drafts(&mut self) {
        if !self.world.is_empty() {
            self.take_correction_draft();
            self.take_scene_draft();
        }
        let (briefing, corrections) = (&self.session.briefing, &self.session.corrections);
        self.story_file.noted = Noted {
            scenes: (briefing.scenes().to_vec(), briefing.is_edited()),
            world: (Arc::clone(&self.world), corrections.is_edited()),
        };
    }

    fn take_scene_draft(&mut self) {
        let story = self.story_name();
        let Some(draft) = self.saved.draft_of(&story).cloned() else {
            return;
        };
        let read = content::read_scenes(&draft.scenes, Arc::make_mut(&mut self.world), &self.atlas);
        let words = match read {
            None => Some("The scenes that were not saved last time can not be read any more"),
            Some((scenes, problems)) => {
                let own = self.world.scenes.clone();
                self.session.briefing = Briefing::new(scenes, own);
                let known = self
                    .story_file
                    .known
                    .insert(Part::Scenes, draft.before.clone());
                let has_changed = known != Some(draft.before);
                if !problems.is_empty() {
                    Some("Some of what your scenes show is not in the file any more")
                } else if has_changed {
                    Some(
                        "The file has other scenes than when you began yours, which are not saved \
                         yet.\nFile > Scenes of the file brings those",
                    )
                } else {
                    None
                }
            }
        };
        if let Some(words) = words {
            self.say_later(words);
        }
    }

    fn take_correction_draft(&mut self) {
        let story = self.story_name();
        let Some(draft) = self.saved.corrections_of(&story).cloned() else {
            return;
        };
        if !draft.whole.is_empty() {
            return self.take_whole(&draft);
        }
        let texts = CorrectionTexts {
            after: draft.after,
            before: draft.before,
        };
        let Some(read) = content::read_corrections(&texts, &self.world, &self.atlas) else {
            return self.say_later(
                "The corrections that were not saved last time can not be read any more",
            );
        };
        let world = Arc::make_mut(&mut self.world);
        world.set_orphans(read.orphans);
        self.apply_change(read.change);
        self.session.corrections.set_unsaved();
        match read.lost {
            0 => {}
            1 => self.say_later(
                "The text has changed, and one of your corrections has no place in it any more.\nIt \
                 is among the lost links",
            ),
            count => self.say_later(&format!(
                "The text has changed, and {count} of your corrections have no place in it any \
                 more.\nThey are among the lost links"
            )),
        }
    }

    /// The story under another text than its file has.
    fn take_whole(&mut self, draft: &CorrectionDraft) {
        if draft.file != self.file_print() {
            self.say_later(
                "The file has changed since a new text was put under its story, which is not saved \
                 yet",
            );
            // Saving asks before it takes what somebody else has written.
            self.story_file.known.clear();
            let unknown = Part::ALL.map(|part| (part, String::new()));
            self.story_file.known.extend(unknown);
        }
        let whole = draft.whole.as_bytes();
        let (world, _) = content::load_story("", whole, &self.atlas);
        let scenes = world.scenes.clone();
        self.world = Arc::new(world);
        self.session.briefing = Briefing::new(scenes.clone(), scenes);
        self.session.corrections.set_unsaved();
        self.session.stage.passage = None;
        self.session.reader_scroll = None;
    }

    /// Keeps what is new in the sitting as long as the file does not have it.
    pub(super) fn keep_drafts(&mut self) {
        if !self.world.is_empty() {
            self.keep_correction_draft();
            self.keep_scene_draft();
            self.keep_copy_drafts();
        }
    }

    fn keep_scene_draft(&mut self) {
        let briefing = &self.session.briefing;
        let (noted, was_edited) = &self.story_file.noted.scenes;
        let is_edited = briefing.is_edited();
        if noted == briefing.scenes() && *was_edited == is_edited {
            return;
        }
        self.story_file.noted.scenes = (briefing.scenes().to_vec(), is_edited);
        let story = self.story_name();
        let scenes = self.scenes_json();
        if is_edited {
            let before = self.story_file.known.get(&Part::Scenes);
            let before = before.cloned().unwrap_or_default();
            self.saved.keep_draft(SceneDraft {
                story,
                scenes,
                before,
            });
        } else {
            // Those of the file are on show again.
            if !self.has_other_text() {
                self.story_file.known.insert(Part::Scenes, scenes);
            }
            self.saved.drop_draft(&story);
        }
    }

    fn keep_correction_draft(&mut self) {
        let is_edited = self.session.corrections.is_edited();
        let (noted, was_edited) = &self.story_file.noted.world;
        if Arc::ptr_eq(noted, self.own_telling()) && *was_edited == is_edited {
            return;
        }
        self.story_file.noted.world = (Arc::clone(self.own_telling()), is_edited);
        let story = self.story_name();
        let draft = if !is_edited {
            None
        } else if self.has_other_text() {
            Some(CorrectionDraft {
                whole: content::story_json(self.own_telling(), &self.atlas),
                file: self.file_print(),
                ..CorrectionDraft::default()
            })
        } else {
            let texts =
                content::correction_texts(&self.story_file.own, self.own_telling(), &self.atlas);
            texts.map(|texts| CorrectionDraft {
                after: texts.after,
                before: texts.before,
                ..CorrectionDraft::default()
            })
        };
        match draft {
            Some(draft) => self
                .saved
                .keep_corrections(CorrectionDraft { story, ..draft }),
            None => self.saved.drop_corrections(&story),
        }
    }

    /// What tells the file, as it was opened or saved last, from others.
    fn file_print(&self) -> String {
        let parts = self.story_file.known.iter();
        let parts = parts.filter(|(part, _)| **part != Part::Scenes);
        content::fingerprint(&parts.map(|(_, json)| json.as_str()).collect::<String>())
    }

    /// Whether a new text was put under the story that its file does not have.
    fn has_other_text(&self) -> bool {
        let texts = |world: &World| -> Vec<String> {
            let passages = world.passages.iter();
            passages.map(|(_, passage)| passage.text.clone()).collect()
        };
        texts(self.own_telling()) != texts(&self.story_file.own)
    }

    /// The story is in a file of its own from now on.
    pub(super) fn drop_drafts(&mut self) {
        let story = self.story_name();
        self.saved.drop_draft(&story);
        self.saved.drop_corrections(&story);
    }
}
