//! Words from the clipboard: an article of their own, or a copy of the article of a story.
//!
//! In: where the former are kept, and what the latter is laid over. Out: how an article is opened (see
//! `opening`), and a copy is shown (see `own_copy`): its words are written nowhere.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use egui::{Ui, ViewportCommand};

use super::PassageApp;
use super::opening::CopyOf;
use super::story_file::name_of;
use crate::content::{self, ArticleFormat, ArticleText};
use crate::session::write_whole;

/// Words of a pasted text that its file is called by.
const WORDS_IN_NAME: usize = 6;

/// Letters of the number that tells the files of pasted texts from each other.
const NUMBER_LENGTH: usize = 8;

impl PassageApp {
    /// The system brings what is on the clipboard with the next frame.
    pub(super) fn ask_for_paste(ui: &Ui) {
        ui.send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    /// An article is kept as a file, so that it is among the recent ones, and there at the next start.
    pub(super) fn open_pasted(&mut self, ui: &Ui, words: &str) {
        if words.trim().is_empty() {
            return self.say(ui, "The clipboard holds no text".to_owned());
        }
        let text = match article_of(words) {
            Ok(text) => text,
            Err(what) => return self.say_not_opened(&format!("the pasted text {what}")),
        };
        if let Some(text) = &text
            && let Some(copy_of) = self.copy_of(text)
        {
            let way_back = self.way_back().filter(|_| copy_of == CopyOf::Bundled);
            if copy_of == CopyOf::Bundled {
                self.open(None);
            }
            self.show_pasted_copy(text.clone());
            return way_back.iter().for_each(|words| self.say_later(words));
        }
        let folder = self.pasted_folder();
        let path = folder.join(file_name_of(words));
        let is_open_already = self.story.as_ref() == Some(&path);
        let way_back = self.way_back().filter(|_| !is_open_already);
        let written = make_private(&folder).and_then(|()| write_whole(&path, words.as_bytes()));
        if let Err(error) = written {
            let words = format!("The text can not be kept in {}: {error}", folder.display());
            return self.say(ui, words);
        }
        let is_open = self.open_text((Some(path), text.map(Ok)), None);
        if let Some(words) = way_back.filter(|_| is_open) {
            self.say_later(&words);
        }
    }

    /// How one gets back to what is open now, for whoever pasted by mistake.
    fn way_back(&self) -> Option<String> {
        if self.world.is_empty() {
            return None;
        }
        let mut words = match &self.story {
            Some(path) => format!("{} is under File > Open recent", name_of(path)),
            None => "The former story is there by File > Open the bundled story".to_owned(),
        };
        if self.session.is_edited() {
            words.push_str(", with what is not saved yet");
        }
        Some(words)
    }

    fn pasted_folder(&self) -> PathBuf {
        let folder = match &self.data_dir {
            Some(folder) => folder.join("pasted"),
            None => std::env::temp_dir().join("passage-pasted"),
        };
        std::path::absolute(&folder).unwrap_or(folder)
    }

    /// Whether a file has only been made for a text that was pasted.
    pub(super) fn is_pasted(&self, path: &Path) -> bool {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        path.parent() == Some(self.pasted_folder().as_path())
    }
}

/// The text as an article; none where it is a story. What is wrong is the rest of a sentence.
fn article_of(words: &str) -> Result<Option<ArticleText>, String> {
    if is_json(words) {
        return Ok(None);
    }
    let read = content::read_article(words.as_bytes(), ArticleFormat::Text);
    let text = read.map_err(|what| what.trim_start_matches("the article ").to_owned())?;
    text.for_a_window().map(Some)
}

fn is_json(words: &str) -> bool {
    words.trim_start().starts_with('{')
}

/// The first words of a text, and a number that differs from text to text.
fn file_name_of(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).take(WORDS_IN_NAME);
    let name: String = words.collect::<Vec<_>>().join("-");
    let name: String = name.chars().take(60).collect();
    let digest = content::fingerprint(text);
    let number = digest.get(..NUMBER_LENGTH).unwrap_or_default();
    let ending = if is_json(text) { "story.json" } else { "txt" };
    format!("{name}-{number}.{ending}")
}

/// The name without that number.
pub(super) fn without_number(stem: &str) -> &str {
    match stem.rsplit_once('-') {
        Some((name, number)) if number.len() == NUMBER_LENGTH && !name.is_empty() => name,
        Some(("", _)) => "pasted-text",
        _ => stem,
    }
}

/// Makes a folder that nobody else may look into. One that is there already is closed to others.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
        builder.mode(0o700).create(folder)?;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
    }
    #[cfg(not(unix))]
    builder.create(folder)
}
