//! Keeping the tiles in step with the background that was chosen.
//!
//! The one place that opens a source of tiles, and with it the only one from which a connection can
//! come: for OpenStreetMap only after a person agreed in this sitting.

use std::path::{Path, PathBuf};

use egui::Ui;

use super::PassageApp;
use crate::session::{Background, Command, SavedStage};
use crate::tiles::{Shelf, Source};
use crate::ui::Toast;

impl PassageApp {
    /// Where the tiles should come from now.
    fn wanted_tiles(&self) -> Option<Source> {
        let tiles = &self.session.tiles;
        match self.session.stage.background {
            Background::OpenStreetMap if tiles.allows_online => Some(Source::Server {
                server: self.tile_server.clone(),
                folder: self.data_dir.as_ref().map(|dir| dir.join("tiles")),
                sight: self.theme.sight,
            }),
            Background::MapFile => Some(Source::File {
                path: tiles.map_file.clone()?,
                kind: self.theme.kind,
                sight: self.theme.sight,
            }),
            _ => None,
        }
    }

    /// Opens and closes sources; neither waits for anything.
    pub(super) fn keep_tiles(&mut self, ui: &Ui) {
        let wanted = self.wanted_tiles();
        if self.map.tiles().map(Shelf::source) != wanted.as_ref() {
            let opened = wanted.map(|source| Shelf::open(source, ui.ctx()));
            self.map.set_tiles(opened);
        }
    }

    /// Says once what came to mind while there was no frame to say it in.
    pub(super) fn say_waiting(&mut self, ui: &Ui) {
        if let Some(words) = self.waiting_words.take() {
            self.say(ui, words);
        }
    }

    pub(super) fn say(&mut self, ui: &Ui, words: String) {
        self.toast = Some(Toast::new(words, ui.input(|input| input.time)));
    }

    /// A background that needs the network does not come back by itself.
    pub(super) fn note_background_left_off(&mut self, seen: &SavedStage) {
        if Background::from_key(&seen.background) == Background::OpenStreetMap {
            let words = "OpenStreetMap was on last time; it stays off until you choose it in View";
            self.say_later(words);
        }
    }

    /// Says it as soon as there is a frame, after what waits already.
    pub(super) fn say_later(&mut self, words: &str) {
        let waiting = self.waiting_words.get_or_insert_default();
        if !waiting.is_empty() {
            waiting.push('\n');
        }
        waiting.push_str(words);
    }
}

/// What a file dropped on the window is meant for, by its name.
pub(super) fn dropped(path: PathBuf) -> Command {
    if is_map_file(&path) {
        Command::ShowMapFile(path)
    } else {
        Command::OpenStory(path)
    }
}

fn is_map_file(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| ending.eq_ignore_ascii_case("pmtiles"))
}
