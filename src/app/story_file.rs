//! The scenes of the open story and its file: saved there, and until then kept in the sitting.
//!
//! In: what is read and written, and what is said of it. Out: what a file then holds (see
//! `content::save`), and how one is made whole (see `session::write_whole`).

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Ui;

use super::PassageApp;
use crate::content;
use crate::session::{Briefing, SceneDraft, why_not_written, write_whole};
use crate::world::Scene;

/// The name a story's file ends with.
const ENDING: &str = ".story.json";

/// A longer path is cut at its beginning, in characters.
const LONGEST_PATH: usize = 90;

/// What is known of the open story's file.
#[derive(Default)]
pub(super) struct StoryFile {
    /// As it was opened: what is saved as another file, whatever has become of this one since.
    bytes: Cow<'static, [u8]>,
    /// The scenes it had when those on show were begun.
    known: String,
    /// The scenes as the sitting has them, and whether the file has others.
    noted: (Vec<Scene>, bool),
    /// As it was when somebody was told what saving would take from it.
    warned_of: Option<Vec<u8>>,
    has_complained: bool,
}

impl PassageApp {
    /// A story has been opened: its scenes are those of its file, or those made of them that it does
    /// not have yet.
    pub(super) fn begin_scenes(&mut self, bytes: Cow<'static, [u8]>) {
        self.forget_story_dialog();
        self.withdraw_complaint();
        let own = self.world.scenes.clone();
        let known = content::scenes_json(&self.world, &self.atlas, &own);
        self.session.briefing = Briefing::new(own.clone(), own);
        self.story_file = StoryFile {
            bytes,
            known,
            ..StoryFile::default()
        };
        if !self.world.is_empty() {
            self.take_draft();
        }
        let briefing = &self.session.briefing;
        self.story_file.noted = (briefing.scenes().to_vec(), briefing.is_edited());
    }

    fn take_draft(&mut self) {
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
                let has_changed = draft.before != self.story_file.known;
                self.story_file.known = draft.before;
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

    /// Keeps scenes in the sitting as long as the file does not have them.
    pub(super) fn keep_draft(&mut self) {
        let briefing = &self.session.briefing;
        let (noted, was_edited) = &self.story_file.noted;
        let is_edited = briefing.is_edited();
        let is_noted = noted == briefing.scenes() && *was_edited == is_edited;
        if is_noted || self.world.is_empty() {
            return;
        }
        self.story_file.noted = (briefing.scenes().to_vec(), is_edited);
        let story = self.story_name();
        let scenes = self.scenes_json();
        if is_edited {
            let before = self.story_file.known.clone();
            self.saved.keep_draft(SceneDraft {
                story,
                scenes,
                before,
            });
        } else {
            self.story_file.known = scenes;
            self.saved.drop_draft(&story);
        }
    }

    fn scenes_json(&self) -> String {
        content::scenes_json(&self.world, &self.atlas, self.session.briefing.scenes())
    }

    /// Writes the scenes into the file they belong to; a story without one is saved as a new file.
    pub(super) fn save_story(&mut self, ui: &Ui) {
        let Some(path) = self.story.clone() else {
            return self.choose_story_file(ui);
        };
        if self.world.is_empty() {
            return self.say(ui, "There is no story to save".to_owned());
        }
        if !self.session.briefing.is_edited() {
            let words = format!(
                "Nothing to save: the scenes are those of {}",
                name_of(&path)
            );
            return self.say(ui, words);
        }
        match self.save_over(&path) {
            Ok(words) => self.note_saved(ui, &path, words),
            Err(words) => self.complain(words),
        }
    }

    /// Into the file as it is now. Returns what else is to be said.
    fn save_over(&mut self, path: &Path) -> Result<&'static str, String> {
        let another = "Ctrl+Shift+S writes another file";
        let now = content::story_bytes(path).map_err(|what| not_saved(path, &what, another))?;
        if self.story_file.warned_of.as_ref() != Some(&now) {
            let known = [(content::Part::Scenes, self.story_file.known.clone())];
            if let Err(refusal) = content::may_replace(&now, &known, &self.atlas) {
                self.story_file.warned_of = Some(now);
                let either = format!("Ctrl+S again writes over them, {another}");
                return Err(not_saved(path, &refusal.to_string(), &either));
            }
        }
        let wanted = self.scenes_json();
        let put = content::with_scenes(&now, &wanted, &self.atlas);
        let bytes = put.map_err(|refusal| not_saved(path, &refusal.to_string(), another))?;
        write_whole(path, &bytes)
            .map_err(|error| not_saved(path, &why_not_written(&error), another))?;
        if content::differs_beside(
            &now,
            &self.story_file.bytes,
            &[(content::Part::Scenes, wanted)],
        ) {
            Ok("\nThe rest of the file has changed; open it again to see it")
        } else {
            Ok("")
        }
    }

    /// Writes the whole story into a file, which from then on is the one that is open.
    pub(super) fn save_story_to(&mut self, ui: &Ui, path: &Path) {
        let real = |path: &Path| path.canonicalize().ok();
        let is_open_one = self.story.as_deref().is_some_and(|open| {
            let open = real(open);
            open.is_some() && open == real(path)
        });
        if is_open_one {
            return self.save_story(ui);
        }
        match self.save_elsewhere(path) {
            Ok(path) => self.note_saved(ui, &path, ""),
            Err(words) => self.complain(words),
        }
    }

    fn save_elsewhere(&mut self, path: &Path) -> Result<PathBuf, String> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let path = with_ending(path)?;
        let another = "Ctrl+Shift+S asks for another file";
        let wanted = self.scenes_json();
        let put = content::with_scenes(&self.story_file.bytes, &wanted, &self.atlas);
        let bytes = put.map_err(|refusal| {
            // It is the file that was opened which is no good.
            let opened = self.story.clone().unwrap_or_default();
            not_saved(&opened, &refusal.to_string(), "Put that right there")
        })?;
        write_whole(&path, &bytes)
            .map_err(|error| not_saved(&path, &why_not_written(&error), another))?;
        let left = self.story_name();
        self.saved.drop_draft(&left);
        self.story = Some(path.clone());
        self.story_file.bytes = bytes.into();
        // What is on show is kept under the new name from now on.
        self.noted = None;
        Ok(path)
    }

    fn note_saved(&mut self, ui: &Ui, path: &Path, more: &str) {
        let scenes = self.session.briefing.scenes().to_vec();
        let count = match scenes.len() {
            0 => "Saved without scenes".to_owned(),
            1 => "One scene saved".to_owned(),
            count => format!("{count} scenes saved"),
        };
        self.session.briefing.set_saved(scenes);
        self.story_file.warned_of = None;
        self.withdraw_complaint();
        self.say(ui, format!("{count} in {}{more}", shortened(path)));
    }

    /// Stays until it is put right or hidden: nobody should believe that the scenes are saved.
    fn complain(&mut self, words: String) {
        self.notice = Some(words);
        self.story_file.has_complained = true;
    }

    fn withdraw_complaint(&mut self) {
        if std::mem::take(&mut self.story_file.has_complained) {
            self.notice = None;
        }
    }

    /// Where a story is saved as another file, if nothing else is chosen.
    pub(super) fn proposed_file(&self) -> (Option<PathBuf>, String) {
        if let Some(path) = &self.story {
            return (path.parent().map(Path::to_owned), name_of(path));
        }
        let folders = directories::UserDirs::new();
        let documents = folders.and_then(|folders| folders.document_dir().map(Path::to_owned));
        (documents, content::BUNDLED.0.to_owned())
    }
}

/// A name that was typed without an ending gets one, if no file has that name: whoever typed it was
/// not asked whether to write over it.
fn with_ending(path: PathBuf) -> Result<PathBuf, String> {
    if path.extension().is_some() {
        return Ok(path);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ENDING);
    let path = path.with_file_name(name);
    if path.exists() {
        let choose = "Choose it by its whole name to write over it";
        return Err(not_saved(&path, "is there already", choose));
    }
    Ok(path)
}

/// What is wrong first and the folder last: a line that is too long is cut at its end.
fn not_saved(path: &Path, what: &str, right: &str) -> String {
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = name_of(path);
    format!(
        "The scenes are not saved: {name} {what}. {right}. (In {})",
        folder.display()
    )
}

pub(super) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

pub(super) fn shortened(path: &Path) -> String {
    let path = path.display().to_string();
    let length = path.chars().count();
    if length <= LONGEST_PATH {
        return path;
    }
    let end: String = path.chars().skip(length - LONGEST_PATH).collect();
    format!("\u{2026}{end}")
}
