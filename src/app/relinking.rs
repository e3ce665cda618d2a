//! Another version of the text under the open story.
//!
//! In: the file it is in, and what the sitting knew of the old text. Out: where the links stand then
//! (see `content::relink`).

use std::path::Path;
use std::sync::Arc;

use egui::Ui;

use super::PassageApp;
use super::story_file::name_of;
use crate::content;
use crate::session::{Briefing, Corrections, ViewHistory, story_changed};
use crate::world::{Tint, World};

impl PassageApp {
    pub(super) fn put_text_under(&mut self, ui: &Ui, path: &Path) {
        let article = match content::read_article_file(path) {
            Ok(article) => article,
            Err(what) => return self.say(ui, format!("The text stays as it is: {what}")),
        };
        let mut world = World::clone(self.own_telling());
        world.scenes = self.session.briefing.scenes().to_vec();
        let mut relinked = content::relink(&world, &article.paragraphs);
        // In an article all that it names is linked; of a told story somebody has to decide.
        if relinked.world.tint == Tint::Mentions {
            let new = relinked.new_passages();
            content::link_passages(&mut relinked.world, &new, &self.atlas);
        }
        let words = format!(
            "{} paragraphs of {}: {} links kept, {} lost",
            relinked.world.passages.len(),
            name_of(path),
            relinked.kept,
            relinked.lost
        );
        self.keep_copy_drafts();
        let words = words + &self.unknown_paragraphs(&world, &relinked.world);
        let passage = self.session.stage.passage;
        self.forget_passages();
        self.session.stage.passage = passage.and_then(|id| relinked.home(id));
        self.session.reader_scroll = self.session.stage.passage;
        let scenes = relinked.world.scenes.clone();
        self.session.briefing = Briefing::new(scenes.clone(), scenes);
        self.session.panels.lost_links = relinked.lost > 0;
        self.world = Arc::new(relinked.world);
        self.keep_own_telling();
        // The original stands over the new text, if it is the one on show.
        self.put_words();
        self.levels.set_focus(self.world.focus_countries());
        self.session.corrections.set_unsaved();
        // Nothing goes by the old text any more, so that this has nothing to say.
        story_changed(
            &self.world,
            &self.atlas,
            &mut self.session,
            &mut self.camera,
        );
        let notes = article.notes.iter().map(|note| format!("\n{note}"));
        self.say(ui, words + &notes.collect::<String>());
    }

    /// Whatever goes by a passage of the old text.
    fn forget_passages(&mut self) {
        self.reader.forget();
        self.walk_reader.forget();
        self.forget_small_pictures();
        let session = &mut self.session;
        session.walk = None;
        session.unsure = None;
        session.correcting = None;
        session.followed = None;
        session.history = ViewHistory::default();
        session.corrections = Corrections::default();
        session.copy_corrections = Corrections::default();
    }

    /// A lost link is given up.
    pub(super) fn let_link_go(&mut self, at: usize) {
        let mut world = World::clone(self.own_telling());
        if at < world.orphans.len() {
            world.orphans.remove(at);
            self.session.panels.lost_links &= !world.orphans.is_empty();
            self.session.corrections.set_unsaved();
            self.world = Arc::new(world);
            self.keep_own_telling();
            self.put_words();
        }
    }
}
