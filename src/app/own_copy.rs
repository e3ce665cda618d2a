//! The reader's own copy of the article: opened, laid over the story, and changed for the story's own
//! words.
//!
//! In: which of the two is on show, and what is said of a copy. Out: how it is recognised (see
//! `original`), and what is corrected in it (see `copy_corrections`). Only its path is kept; its words
//! are written nowhere but into exports.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Ui;

use super::PassageApp;
use super::copy_corrections::Unplaced;
use super::story_file::{name_of, shortened};
use crate::content::{self, ArticleText};
use crate::original::lay_over;
use crate::session::{Corrections, OwnCopy, Switch, words_changed};
use crate::world::World;

/// Begins what is said of a copy that is none.
const NOT_OPENED: &str = "The original article is not shown";

/// What a copy from the clipboard is called in place of a file.
const PASTED: &str = "the pasted text";

/// One story in two tellings, with the same ids.
pub(super) struct Tellings {
    pub(super) ours: Arc<World>,
    /// In the words of the copy, as its mentions were found.
    pub(super) found: Arc<World>,
    /// The same with what the reader has corrected in it.
    pub(super) original: Arc<World>,
    /// The original as its corrections were kept last.
    pub(super) kept: Arc<World>,
    pub(super) unplaced: Unplaced,
    /// The copy, for as long as it is open.
    text: ArticleText,
    /// Whether ours has changed since.
    is_outdated: bool,
}

impl PassageApp {
    /// Shows a copy that somebody has chosen.
    pub(super) fn show_article(&mut self, ui: &Ui, path: PathBuf) {
        match self.open_article(path, Switch::On) {
            Ok((words, unplaced)) => self.say(ui, words + &unplaced),
            Err(words) => self.complain_of_article(&words),
        }
    }

    /// Shows a copy from the clipboard. It is kept in memory, for as long as it is open.
    pub(super) fn show_pasted_copy(&mut self, text: ArticleText) {
        match self.lay_article(PASTED.into(), text, Switch::On) {
            Ok((words, unplaced)) => {
                self.say_later(&format!("{words}. It is kept nowhere{unplaced}"));
            }
            Err(words) => self.complain_of_article(&words),
        }
    }

    /// A story has been opened: with it the copy that is asked for, or else the one it was last seen
    /// with.
    pub(super) fn begin_words(&mut self, asked: Option<PathBuf>) {
        self.withdraw_article_complaint();
        if let Some(path) = asked {
            match self.open_article(path, Switch::On) {
                Ok((words, unplaced)) => self.say_later(&(words + &unplaced)),
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
        match self.open_article(path, is_wanted.into()) {
            Ok((_, unplaced)) if unplaced.is_empty() => {}
            Ok((_, unplaced)) => self.say_later(unplaced.trim_start()),
            Err(words) => self.say_later(&format!("{words}. The story is told in our words")),
        }
    }

    /// Lays a copy over the story. Returns what is to be said of it, and of corrections that have no
    /// place in it.
    fn open_article(&mut self, path: PathBuf, wanted: Switch) -> Result<(String, String), String> {
        let tellings = self.tellings.as_ref();
        if path == Path::new(PASTED)
            && let Some(text) = tellings.map(|it| it.text.clone())
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
    ) -> Result<(String, String), String> {
        let is_pasted = path == Path::new(PASTED);
        let file = name_of(&path);
        let overlaid = lay_over(self.own_telling(), &self.atlas, &file, &text);
        let words = overlaid.summary(&shortened(&path), &file)?;
        self.keep_copy_drafts();
        // Steps go by the letters of the copy that was open before.
        self.session.copy_corrections = Corrections::default();
        let found = Arc::new(overlaid.world);
        self.tellings = Some(Tellings {
            ours: self.own_telling().clone(),
            original: found.clone(),
            kept: found.clone(),
            found,
            unplaced: Unplaced::default(),
            text,
            is_outdated: false,
        });
        self.session.own_copy = Some(OwnCopy {
            path,
            is_pasted,
            is_open: true,
            is_wanted: wanted == Switch::On,
        });
        self.take_copy_drafts();
        self.reader.forget();
        self.walk_reader.forget();
        self.withdraw_article_complaint();
        self.put_words();
        let unplaced = self.tellings.as_ref().map(|it| it.unplaced.words(&file));
        Ok((words, unplaced.unwrap_or_default()))
    }

    /// Our words have been corrected: a copy that lies beside them is laid over what is true now.
    pub(super) fn keep_own_telling(&mut self) {
        if let Some(tellings) = &mut self.tellings {
            tellings.ours = self.world.clone();
            tellings.is_outdated = true;
        }
    }

    /// Lays the copy over ours as it is now. What the reader has corrected in it stays.
    pub(super) fn lay_again(&mut self) {
        self.keep_copy_drafts();
        let Some(tellings) = &mut self.tellings else {
            return;
        };
        let (rows, before) = (tellings.own_rows(), tellings.unplaced.clone());
        let copy = tellings.original.copy.as_ref();
        let file = copy.map_or_else(String::new, |copy| copy.file.clone());
        let overlaid = lay_over(&tellings.ours, &self.atlas, &file, &tellings.text);
        tellings.found = Arc::new(overlaid.world);
        tellings.original = tellings.found.clone();
        // Steps that can be taken back know them by their ids.
        Arc::make_mut(&mut tellings.original).apply(rows);
        tellings.is_outdated = false;
        self.take_copy_drafts();
        self.reader.forget();
        self.walk_reader.forget();
        let after = self.tellings.as_ref().map(|it| it.unplaced.clone());
        if let Some(after) = after.filter(|after| *after != before) {
            let words = after.words(&file);
            // All have their places again: what is on show already may be read in peace.
            if !words.is_empty() {
                self.say_later(words.trim_start());
            }
        }
    }

    /// The telling that is wanted is the one on show. Everything else stays as it is.
    pub(super) fn put_words(&mut self) {
        if self.session.own_copy.is_none() {
            self.keep_copy_drafts();
        }
        let is_outdated = self.tellings.as_ref().is_some_and(|it| it.is_outdated);
        if is_outdated && self.session.shows_original() {
            self.lay_again();
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
            words_changed(
                &self.world,
                &self.atlas,
                &mut self.session,
                &mut self.camera,
            );
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
