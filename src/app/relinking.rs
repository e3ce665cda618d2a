//! Another version of the text under the open story.
//!
//! In: the file it is in, and the way back. Out: where the links stand then (see `content::relink`), and
//! what the sitting has with each text (see `session::OtherText`).

use std::path::Path;
use std::sync::Arc;

use egui::Ui;

use super::PassageApp;
use super::story_file::name_of;
use crate::content;
use crate::session::{OtherText, Way, story_changed};
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
        let saved = relinked.scenes_of(self.session.briefing.saved());
        let passage = self.session.stage.passage;
        let passage = passage.and_then(|id| relinked.home(id));
        let (text, is_any_lost) = (
            OtherText::new(relinked.world, saved, passage),
            relinked.lost > 0,
        );
        let step = format!("the text of {}", name_of(path));
        let own = Arc::clone(self.own_telling());
        self.world = self.session.put_text(own, text, step);
        self.session.panels.lost_links = is_any_lost;
        self.show_text();
        let notes = article.notes.iter().map(|note| format!("\n{note}"));
        let notes = notes.collect::<String>();
        self.say(ui, format!("{words}. Ctrl+Z takes it back{notes}"));
    }

    /// Takes the text back, or puts it there again.
    pub(super) fn turn_text(&mut self, ui: &Ui, way: Way) {
        self.keep_copy_drafts();
        let own = Arc::clone(self.own_telling());
        if let Some((world, words)) = self.session.turn_text(way, own) {
            self.world = world;
            self.show_text();
            self.say(ui, words);
        }
    }

    /// Nothing goes by the text any more that was there before.
    fn show_text(&mut self) {
        self.reader.forget();
        self.walk_reader.forget();
        self.show.forget_passages();
        self.forget_small_pictures();
        self.keep_own_telling();
        // The original stands over the new text, if it is the one on show.
        self.put_words();
        self.levels.set_focus(self.world.focus_countries());
        story_changed(
            &self.world,
            &self.atlas,
            &mut self.session,
            &mut self.camera,
        );
    }
}
