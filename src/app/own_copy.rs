//! The reader's own copy of the article: opened, laid over the story, and changed for the story's own
//! words.
//!
//! In: which of the two is on show, and what is said of a copy. Out: how it is recognised (see
//! `original`). Only its path is kept; its words are written nowhere but into exports.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Ui;

use super::PassageApp;
use super::story_file::{name_of, shortened};
use crate::content::{self, ArticleText};
use crate::original::lay_over;
use crate::session::{OwnCopy, Switch};
use crate::world::World;

/// Begins what is said of a copy that is none.
const NOT_OPENED: &str = "The original article is not shown";

/// What a copy from the clipboard is called in place of a file.
const PASTED: &str = "the pasted text";

/// One story in two tellings, with the same ids.
pub(super) struct Tellings {
    ours: Arc<World>,
    original: Arc<World>,
    /// The copy, where it is from the clipboard and in no file.
    pasted: Option<ArticleText>,
    /// Whether ours has changed since.
    is_outdated: bool,
}

impl PassageApp {
    /// Shows a copy that somebody has chosen.
    pub(super) fn show_article(&mut self, ui: &Ui, path: PathBuf) {
        match self.open_article(path, Switch::On) {
            Ok(words) => self.say(ui, words),
            Err(words) => self.complain_of_article(&words),
        }
    }

    /// Shows a copy from the clipboard. It is kept in memory, for as long as it is open.
    pub(super) fn show_pasted_copy(&mut self, text: ArticleText) {
        match self.lay_article(PASTED.into(), text, Switch::On) {
            Ok(words) => self.say_later(&format!("{words}. It is kept nowhere")),
            Err(words) => self.complain_of_article(&words),
        }
    }

    /// A story has been opened: with it the copy that is asked for, or else the one it was last seen
    /// with.
    pub(super) fn begin_words(&mut self, asked: Option<PathBuf>) {
        self.withdraw_article_complaint();
        if let Some(path) = asked {
            match self.open_article(path, Switch::On) {
                Ok(words) => self.say_later(&words),
                Err(words) => self.complain_of_article(&words),
            }
            return;
        }
        let Some(OwnCopy {
            path, is_wanted, ..
        }) = self.session.own_copy.clone()
        else {
            return;
        };
        if let Err(words) = self.open_article(path, is_wanted.into()) {
            self.say_later(&format!("{words}. The story is told in our words"));
        }
    }

    /// Lays a copy over the story. Returns what is to be said of it.
    fn open_article(&mut self, path: PathBuf, wanted: Switch) -> Result<String, String> {
        let tellings = self.tellings.as_ref();
        if let Some(text) = tellings.and_then(|it| it.pasted.clone())
            && path == Path::new(PASTED)
        {
            return self.lay_article(path, text, wanted);
        }
        let path = std::path::absolute(&path).unwrap_or(path);
        let text = content::read_article_file(&path)?;
        self.lay_article(path, text, wanted)
    }

    fn lay_article(
        &mut self,
        path: PathBuf,
        text: ArticleText,
        wanted: Switch,
    ) -> Result<String, String> {
        let is_pasted = path == Path::new(PASTED);
        let ours = match &self.tellings {
            Some(tellings) => tellings.ours.clone(),
            None => self.world.clone(),
        };
        let file = name_of(&path);
        let overlaid = lay_over(&ours, &self.atlas, &file, &text);
        let words = overlaid.summary(&shortened(&path), &file)?;
        self.tellings = Some(Tellings {
            ours,
            original: Arc::new(overlaid.world),
            pasted: is_pasted.then_some(text),
            is_outdated: false,
        });
        self.session.own_copy = Some(OwnCopy {
            path,
            is_pasted,
            is_open: true,
            is_wanted: wanted == Switch::On,
        });
        self.reader.forget();
        self.walk_reader.forget();
        self.withdraw_article_complaint();
        self.put_words();
        Ok(words)
    }

    /// Our words have been corrected: a copy that lies beside them is laid over what is true now.
    pub(super) fn keep_own_telling(&mut self) {
        if let Some(tellings) = &mut self.tellings {
            tellings.ours = self.world.clone();
            tellings.is_outdated = true;
        }
    }

    /// The telling that is wanted is the one on show. Everything else stays as it is.
    pub(super) fn put_words(&mut self) {
        let is_outdated = self.tellings.as_ref().is_some_and(|it| it.is_outdated);
        let copy = self.session.own_copy.clone();
        if let Some(OwnCopy {
            path, is_wanted, ..
        }) = copy
            && is_outdated
            && self.session.shows_original()
            && let Err(words) = self.open_article(path, is_wanted.into())
        {
            // The copy is gone from the disk: only our words are left.
            self.session.own_copy = None;
            self.complain_of_article(&words);
        }
        let Some(tellings) = &self.tellings else {
            return;
        };
        let wanted = if self.session.shows_original() {
            &tellings.original
        } else {
            &tellings.ours
        };
        if !Arc::ptr_eq(&self.world, wanted) {
            self.world = wanted.clone();
            self.session.follow_words(&self.world);
        }
        if self.session.own_copy.is_none() {
            self.tellings = None;
        }
    }

    /// The story in its own words, whichever are on show.
    pub(super) fn own_telling(&self) -> &Arc<World> {
        match &self.tellings {
            Some(tellings) => &tellings.ours,
            None => &self.world,
        }
    }

    /// Stays until it is hidden: nobody should look for words that are not there.
    fn complain_of_article(&mut self, words: &str) {
        self.notice = Some(format!("{NOT_OPENED}: {words}"));
    }

    fn withdraw_article_complaint(&mut self) {
        self.notice.take_if(|notice| notice.starts_with(NOT_OPENED));
    }
}
