//! The open story and its file: what is new in it is saved there.
//!
//! In: what is read and written, and what is said of it. Out: what a file then holds (see
//! `content::save`), how one is made whole (see `session::write_whole`), and what is kept until it is
//! saved (see `drafts`).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Ui;

use super::PassageApp;
use super::data_file::with_ending;
use super::drafts::Noted;
use super::pasting::without_number;
use crate::content::{self, Part};
use crate::export::Existing;
use crate::session::{Briefing, why_not_written, write_whole};
use crate::world::World;

/// The name a story's file ends with.
const ENDING: &str = "story.json";

/// A longer path is cut at its beginning, in characters.
const LONGEST_PATH: usize = 90;

/// Where the open story is from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum StoryOrigin {
    #[default]
    Bundled,
    StoryFile,
    /// It was made from an article's text, whose file is never written.
    Article,
}

/// What is known of the open story's file.
#[derive(Default)]
pub(super) struct StoryFile {
    pub(super) origin: StoryOrigin,
    /// As it was opened: what is saved as another file, whatever has become of this one since.
    bytes: Cow<'static, [u8]>,
    /// What it had of each part when what is on show was begun.
    pub(super) known: BTreeMap<Part, String>,
    /// The story as the file has it.
    pub(super) own: Arc<World>,
    pub(super) noted: Noted,
    /// As it was when somebody was told what saving would take from it.
    warned_of: Option<Vec<u8>>,
    has_complained: bool,
}

impl PassageApp {
    /// A story has been opened: what is on show is what its file has, or what was made of that and is
    /// not there yet.
    pub(super) fn begin_story(&mut self, bytes: Cow<'static, [u8]>, origin: StoryOrigin) {
        self.forget_story_dialog();
        self.withdraw_complaint();
        let own = self.world.scenes.clone();
        self.session.briefing = Briefing::new(own.clone(), own);
        self.story_file = StoryFile {
            origin,
            bytes,
            known: self.parts().into_iter().collect(),
            own: Arc::clone(&self.world),
            ..StoryFile::default()
        };
        self.take_drafts();
    }

    /// Each part as it would be saved.
    pub(super) fn parts(&self) -> Vec<(Part, String)> {
        let json = |part| match part {
            Part::Scenes => self.scenes_json(),
            _ => part.json(self.own_telling(), &self.atlas),
        };
        Part::ALL.map(|part| (part, json(part))).to_vec()
    }

    /// Those that are other ones than the file's.
    fn changed_parts(&self) -> Vec<(Part, String)> {
        let mut parts = self.parts();
        parts.retain(|(part, json)| self.story_file.known.get(part) != Some(json));
        parts
    }

    pub(super) fn scenes_json(&self) -> String {
        content::scenes_json(
            self.own_telling(),
            &self.atlas,
            self.session.briefing.scenes(),
        )
    }

    /// Writes what is new into the file it belongs to; a story without one is saved as a new file.
    pub(super) fn save_story(&mut self, ui: &Ui) {
        let (StoryOrigin::StoryFile, Some(path)) = (self.story_file.origin, self.story.clone())
        else {
            return self.choose_story_file(ui);
        };
        if self.world.is_empty() {
            return self.say(ui, "There is no story to save".to_owned());
        }
        if !self.session.is_edited() {
            let words = format!("Nothing to save: all of it is in {}", name_of(&path));
            return self.say(ui, words);
        }
        let changed = self.changed_parts();
        match self.save_over(&path, &changed) {
            Ok(words) => self.note_saved(ui, &path, &changed, words),
            Err(words) => self.complain(words),
        }
    }

    /// Into the file as it is now. Returns what else is to be said.
    fn save_over(
        &mut self,
        path: &Path,
        changed: &[(Part, String)],
    ) -> Result<&'static str, String> {
        let another = "Ctrl+Shift+S writes another file";
        let now =
            content::story_bytes(path).map_err(|what| self.not_saved(path, &what, another))?;
        if self.story_file.warned_of.as_ref() != Some(&now) {
            let known = |(part, _): &(Part, String)| {
                Some((*part, self.story_file.known.get(part)?.clone()))
            };
            let known: Vec<_> = changed.iter().filter_map(known).collect();
            if let Err(refusal) = content::may_replace(&now, &known, &self.atlas) {
                self.story_file.warned_of = Some(now);
                let either = format!("Ctrl+S again writes over them, {another}");
                return Err(self.not_saved(path, &refusal.to_string(), &either));
            }
        }
        let put = content::with_parts(&now, changed, &self.atlas);
        let bytes = put.map_err(|refusal| self.not_saved(path, &refusal.to_string(), another))?;
        write_whole(path, &bytes)
            .map_err(|error| self.not_saved(path, &why_not_written(&error), another))?;
        if content::differs_beside(&now, &self.story_file.bytes, changed) {
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
        if is_open_one && self.story_file.origin == StoryOrigin::Article {
            let right = "Choose another name, such as the one that is proposed";
            return self.complain(self.not_saved(path, "is the article itself", right));
        }
        if is_open_one {
            return self.save_story(ui);
        }
        let changed = self.changed_parts();
        match self.save_elsewhere(path) {
            Ok(path) => self.note_saved(ui, &path, &changed, ""),
            Err(words) => self.complain(words),
        }
    }

    fn save_elsewhere(&mut self, path: &Path) -> Result<PathBuf, String> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let path = self.with_story_ending(path)?;
        let another = "Ctrl+Shift+S asks for another file";
        let (opened, _) = content::load_story("", &self.story_file.bytes, &self.atlas);
        let mut wanted = self.parts();
        wanted.retain(|(part, json)| part.json(&opened, &self.atlas) != *json);
        let put = content::with_parts(&self.story_file.bytes, &wanted, &self.atlas);
        let bytes = put.map_err(|refusal| {
            // It is the file that was opened which is no good.
            let opened = self.story.clone().unwrap_or_default();
            self.not_saved(&opened, &refusal.to_string(), "Put that right there")
        })?;
        write_whole(&path, &bytes)
            .map_err(|error| self.not_saved(&path, &why_not_written(&error), another))?;
        self.drop_drafts();
        self.story = Some(path.clone());
        self.story_file.origin = StoryOrigin::StoryFile;
        self.story_file.bytes = bytes.into();
        // What is on show is kept under the new name from now on.
        self.noted = None;
        Ok(path)
    }

    fn note_saved(&mut self, ui: &Ui, path: &Path, saved: &[(Part, String)], more: &str) {
        let scenes = self.session.briefing.scenes().to_vec();
        let has_more = saved.iter().any(|(part, _)| *part != Part::Scenes);
        let what = match scenes.len() {
            _ if has_more => "The story is saved".to_owned(),
            0 => "Saved without scenes".to_owned(),
            1 => "One scene saved".to_owned(),
            count => format!("{count} scenes saved"),
        };
        self.session.briefing.set_saved(scenes);
        self.session.corrections.set_saved();
        self.story_file.known.extend(saved.iter().cloned());
        self.story_file.own = Arc::clone(self.own_telling());
        self.story_file.warned_of = None;
        self.withdraw_complaint();
        self.say(ui, format!("{what} in {}{more}", shortened(path)));
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
        let Some(path) = &self.story else {
            return (documents(), content::BUNDLED.0.to_owned());
        };
        let name = name_of(path);
        // Nobody looks for a story where pasted texts are kept, nor calls it as these are.
        if self.is_pasted(path) {
            let stem = name.split_once('.').map_or(name.as_str(), |(stem, _)| stem);
            return (documents(), format!("{}.{ENDING}", without_number(stem)));
        }
        let name = match self.story_file.origin {
            StoryOrigin::Article => {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                format!("{stem}.{ENDING}")
            }
            StoryOrigin::Bundled | StoryOrigin::StoryFile => name,
        };
        (path.parent().map(Path::to_owned), name)
    }

    /// The name that a story is written under. One that an article could have would be opened as one.
    fn with_story_ending(&self, path: PathBuf) -> Result<PathBuf, String> {
        let (path, existing) = with_ending(path, ENDING, |path| {
            path.extension().is_some() && !content::is_article_name(path)
        });
        if existing == Existing::Keep && path.symlink_metadata().is_ok() {
            let choose = "Choose it by its whole name to write over it";
            return Err(self.not_saved(&path, "is there already", choose));
        }
        Ok(path)
    }

    /// What is wrong first and the folder last: a line that is too long is cut at its end.
    fn not_saved(&self, path: &Path, what: &str, right: &str) -> String {
        let folder = path.parent().unwrap_or(Path::new(""));
        let name = name_of(path);
        let unsaved = if self.session.corrections.is_edited() {
            "The changes are"
        } else {
            "The scenes are"
        };
        format!(
            "{unsaved} not saved: {name} {what}. {right}. (In {})",
            folder.display()
        )
    }
}

/// Where a person keeps what they have made.
fn documents() -> Option<PathBuf> {
    let folders = directories::UserDirs::new()?;
    let documents = folders.document_dir();
    Some(documents.unwrap_or(folders.home_dir()).to_owned())
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
