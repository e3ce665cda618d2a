//! Backgrounds made of tiles: who agreed to the network, which file, and the projection they need.
//!
//! In: what follows from choosing one. Out: fetching and reading tiles (see `tiles`).

use std::path::PathBuf;

use super::update::Scope;
use super::{Background, Effect};
use crate::geography::MapProjection;

/// Where the terms of OpenStreetMap's data are.
pub const OPENSTREETMAP_TERMS: &str = "https://www.openstreetmap.org/copyright";

/// What a background of tiles needs besides the stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TileChoice {
    /// Whether a person agreed, in this sitting, to ask OpenStreetMap. Never read from a file.
    pub allows_online: bool,
    /// The map file that was chosen last.
    pub map_file: Option<PathBuf>,
    /// Background and projection from before the tiles.
    pub before: Option<(Background, MapProjection)>,
}

/// What copying the address of the terms asks for.
pub(super) fn copy_tile_terms() -> Effect {
    Effect::CopyText {
        text: OPENSTREETMAP_TERMS.to_owned(),
        notice: format!("Address copied: {OPENSTREETMAP_TERMS}"),
    }
}

impl Scope<'_> {
    /// OpenStreetMap asks first; a map file has to be known.
    pub(super) fn set_background(&mut self, background: Background) -> Option<Effect> {
        let session = &mut *self.session;
        match background {
            Background::OpenStreetMap if !session.tiles.allows_online => {
                session.panels.online = true;
                return None;
            }
            Background::MapFile if session.tiles.map_file.is_none() => {
                return Some(Effect::ChooseMapFile);
            }
            _ => {}
        }
        let projection = session.stage.projection;
        let from = std::mem::replace(&mut session.stage.background, background);
        if !background.has_tiles() {
            if let Some((_, earlier)) = session.tiles.before.take() {
                self.change_projection(earlier);
            }
            return None;
        }
        if !from.has_tiles() {
            session.tiles.before = Some((from, projection));
        }
        self.change_projection(MapProjection::WebMercator);
        let is_new = projection != MapProjection::WebMercator;
        is_new.then(|| Effect::Say("Web Mercator now: map tiles are made for it only".to_owned()))
    }

    pub(super) fn allow_online(&mut self) -> Option<Effect> {
        self.session.tiles.allows_online = true;
        self.session.panels.online = false;
        self.set_background(Background::OpenStreetMap)
    }

    pub(super) fn show_map_file(&mut self, path: PathBuf) -> Option<Effect> {
        self.session.tiles.map_file = Some(path);
        self.set_background(Background::MapFile)
    }

    /// Tiles do not fit another projection: they make way for it.
    pub(super) fn set_projection(&mut self, projection: MapProjection) -> Option<Effect> {
        let stage = &mut self.session.stage;
        let ends_tiles = stage.background.has_tiles() && projection != MapProjection::WebMercator;
        if ends_tiles {
            let before = self.session.tiles.before.take();
            stage.background = before.map(|(background, _)| background).unwrap_or_default();
        }
        self.change_projection(projection);
        ends_tiles
            .then(|| Effect::Say("The map tiles are off: they fit Web Mercator only".to_owned()))
    }

    fn change_projection(&mut self, projection: MapProjection) {
        let from = self.session.stage.projection;
        if from != projection {
            self.camera.change_projection(from, projection);
            self.session.stage.projection = projection;
        }
    }
}
