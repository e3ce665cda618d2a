//! The features of the open story, and what an article names, as data in a file for others.
//!
//! In: which file, and what is said of it. Out: what is in it (see `export::data`).

use std::path::{Path, PathBuf};

use egui::Ui;

use super::PassageApp;
use super::story_file::{name_of, shortened};
use crate::export::data::{DataChoice, DataFormat, SceneChoice, StoryData, data_file};
use crate::export::{Existing, FileFault, write_file};
use crate::world::with_capital;

/// What a story's file is called before its name for data is made of it.
const STORY_ENDINGS: [&str; 2] = [".story.json", ".json"];

/// Begins what is said of a file that there is not.
const NOT_WRITTEN: &str = "No data is written";

impl PassageApp {
    /// Writes all there is of the story. The dialog has asked about a file that is there already.
    pub(super) fn export_data_to(&mut self, ui: &Ui, path: &Path) {
        self.notice
            .take_if(|notice| notice.starts_with(NOT_WRITTEN));
        match (self.export_data(path), &self.notice) {
            (Ok(words), _) => self.say(ui, words),
            // Stays until it is hidden: nobody should look for a file that is not there.
            (Err(words), None) => self.notice = Some(format!("{NOT_WRITTEN}: {words}")),
            // What is said of scenes that are not saved weighs more.
            (Err(words), Some(_)) => self.say(ui, format!("{NOT_WRITTEN}: {words}")),
        }
    }

    fn export_data(&self, path: &Path) -> Result<String, String> {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let has_one = |path: &Path| path.extension().is_some();
        let (path, existing) = with_ending(path, DataFormat::GeoJson.key(), has_one);
        let name = name_of(&path);
        let format = DataFormat::of_path(&path).ok_or_else(|| {
            let endings = DataFormat::endings();
            format!("{name} is in no format there is. It takes a name that ends in {endings}")
        })?;
        let story = StoryData {
            world: &self.world,
            atlas: &self.atlas,
            scenes: self.session.briefing.scenes(),
            is_bundled: self.story.is_none(),
        };
        let choice = DataChoice {
            scenes: SceneChoice::Story,
            worldview: self.session.stage.worldview,
        };
        let data = data_file(&story, choice, format).map_err(|fault| fault.to_string())?;
        write_file(&path, &data.bytes, existing).map_err(|fault| match fault {
            FileFault::AlreadyThere(_) => {
                format!("{fault}. Choose it by its whole name to write over it")
            }
            FileFault::NotWritten(_) => fault.to_string(),
        })?;
        let what = with_capital(&data.words());
        Ok(format!("{what} written to {}", shortened(&path)))
    }

    /// Where data is written, if nothing else is chosen: beside the story, under its name.
    pub(super) fn proposed_data_file(&self) -> (Option<PathBuf>, String) {
        self.proposed_export_file(DataFormat::GeoJson.key())
    }

    /// The same for a file with any ending.
    pub(super) fn proposed_export_file(&self, ending: &str) -> (Option<PathBuf>, String) {
        let (folder, name) = self.proposed_file();
        let mut endings = STORY_ENDINGS.into_iter();
        let stem = endings.find_map(|ending| name.strip_suffix(ending));
        (folder, format!("{}.{ending}", stem.unwrap_or(&name)))
    }
}

/// A name that was typed with another ending or none gets one. Whoever typed it was not asked whether
/// to write over a file of that name.
pub(super) fn with_ending(
    path: PathBuf,
    ending: &str,
    has_right_one: impl FnOnce(&Path) -> bool,
) -> (PathBuf, Existing) {
    if has_right_one(&path) {
        (path, Existing::Replace)
    } else {
        (path.with_added_extension(ending), Existing::Keep)
    }
}
