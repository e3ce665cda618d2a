//! Opening a story as it was last seen, and keeping what is on show for the next time.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Ui, ViewportCommand};

use super::PassageApp;
use super::opening::{CopyOf, Opened, ReadText, article_text};
use crate::session::{Command, Panels, SavedStage, Session, TileChoice, ViewHistory};

impl PassageApp {
    /// Opens a story file, or the bundled story, as it was last seen.
    pub(super) fn open(&mut self, story: Option<PathBuf>) {
        self.open_with(story, None);
    }

    /// The same with a copy of its article in place of the one that was open then.
    pub(super) fn open_with(&mut self, story: Option<PathBuf>, article: Option<PathBuf>) {
        let text = story.as_deref().and_then(article_text);
        self.open_text((story, text), article);
    }

    /// The same of a file whose text, where it is an article, was read already. Returns whether it is
    /// open then: what can not be read takes nothing away.
    pub(super) fn open_text(
        &mut self,
        (mut story, mut text): (Option<PathBuf>, Option<ReadText>),
        mut article: Option<PathBuf>,
    ) -> bool {
        self.keep_drafts();
        // A copy of a story's article belongs to that story.
        if let (None, Some(Ok(words))) = (&article, &text)
            && let Some(copy_of) = self.copy_of(words)
        {
            article = match copy_of {
                CopyOf::OpenStory => std::mem::replace(&mut story, self.story.clone()),
                CopyOf::Bundled => story.take(),
            };
            text = None;
        }
        let path = story.as_deref().unwrap_or(Path::new(""));
        let opened = match &text {
            None => Opened::story(story.as_deref(), &self.atlas),
            Some(text) => {
                Opened::article(path, text, &self.atlas, |text| self.story_of(path, text))
            }
        };
        if opened.is_nothing() && !self.world.is_empty() {
            self.refuse(path, &opened);
            return false;
        }
        self.withdraw_refusal();
        self.world = Arc::new(opened.world);
        self.tellings = None;
        self.problems = opened.problems;
        // The same file by whatever way it was named.
        self.story = story.map(|path| std::path::absolute(&path).unwrap_or(path));
        self.map.forget_story();
        self.forget_small_pictures();
        self.forget_show();
        self.reader.forget();
        self.strip = crate::ui::StripState::default();
        self.walk_reader.forget();
        self.levels.set_focus(self.world.focus_countries());
        self.begin_session();
        self.session.stage.overlays = self.world.opening_overlays.iter().copied().collect();
        self.choose_projection();
        self.run(Command::FlyHome);
        self.camera.finish_flight(self.session.stage.projection);
        if let Some(seen) = self.saved.stage_of(&self.story_name()).cloned() {
            seen.restore(
                &self.world,
                &self.atlas,
                &mut self.session,
                &mut self.camera,
            );
            self.note_background_left_off(&seen);
        }
        self.begin_story(opened.bytes, opened.origin);
        self.begin_words(article);
        if let Some(words) = opened.words {
            self.say_later(&words);
        }
        self.list_recent();
        self.session.history = ViewHistory::default();
        self.noted = None;
        true
    }

    /// What does not hold for any story begins anew.
    fn begin_session(&mut self) {
        self.session = Session {
            theme: self.session.theme,
            high_contrast: self.session.high_contrast,
            panels: Panels {
                problems: false,
                lost_links: false,
                online: false,
                notes: false,
                export: false,
                ..self.session.panels
            },
            reduced_motion: self.session.reduced_motion,
            color_vision: self.session.color_vision,
            tiles: TileChoice {
                allows_online: self.session.tiles.allows_online,
                ..TileChoice::default()
            },
            show_settings: self.session.show_settings,
            follows_reading: self.session.follows_reading,
            now_secs: self.session.now_secs,
            ..Session::default()
        };
    }

    /// What a saved sitting calls the story.
    pub(super) fn story_name(&self) -> String {
        let path = self.story.as_ref();
        path.map_or_else(String::new, |path| path.display().to_string())
    }

    /// Has the sitting kept, if it has changed. A story that could not be read leaves what is known
    /// of it alone.
    pub(super) fn keep_sitting(&mut self, ui: &Ui) {
        self.keep_drafts();
        // A drag changes the view in every frame; it is noted where it ends.
        let is_dragging = ui.input(|input| input.pointer.any_down());
        if self.saver.is_none() || is_dragging {
            return;
        }
        self.saved.note(&self.session);
        let stage = &self.session.stage;
        let view = self.camera.destination(stage.projection);
        let map_file = self.session.tiles.map_file.clone();
        let view = (view, map_file, self.session.own_copy.clone());
        let is_noted = self.noted.as_ref().is_some_and(|(noted, presets, from)| {
            noted == stage && *presets == self.session.presets && *from == view
        });
        // What a briefing puts on show is not where one was.
        let is_explored = self.session.show.is_none() && !self.world.is_empty();
        if !is_noted && is_explored {
            let (world, atlas) = (&self.world, &self.atlas);
            let name = self.story_name();
            let seen = SavedStage::of(name, world, atlas, &self.session, &self.camera);
            self.saved.note_stage(seen);
            self.noted = Some((stage.clone(), self.session.presets.clone(), view));
        }
        if let Some(saver) = &mut self.saver {
            saver.note(&self.saved);
            if let Some(why) = saver.take_failure() {
                let words = format!("What is on show can not be kept for the next start: {why}.");
                self.notice.get_or_insert(words);
            }
        }
    }

    /// A window is hidden until its first frame is there, and before that not every window manager
    /// lets it take the whole screen.
    pub(super) fn maximize(&mut self, ui: &Ui) {
        if self.frames_to_maximize == 0 {
            return;
        }
        self.frames_to_maximize -= 1;
        ui.request_repaint();
        if self.frames_to_maximize == 0 {
            ui.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
    }

    pub(super) fn note_window(&mut self, ui: &Ui) {
        let scale = ui.ctx().zoom_factor();
        let (full_screen, maximized, size) = ui.input(|input| {
            let window = input.viewport();
            let is = |flag: Option<bool>| flag == Some(true);
            // Unscaled: a briefing draws everything larger, the window stays as it is.
            let size = input.content_rect().size() * scale;
            (is(window.fullscreen), is(window.maximized), size)
        });
        if full_screen || self.frames_to_maximize > 0 {
            return;
        }
        self.saved.maximized = maximized;
        if !maximized {
            self.saved.window = Some([size.x, size.y]);
        }
    }
}
