//! What comes back at the next start, in stable keys.
//!
//! In: a sitting as plain values, and back. Out: the file (see `saving`).

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::camera::zoom_in;
use super::lenient::{each_that_fits, or_default, percents};
use super::presets::sound_presets;
use super::saved_show::SavedShow;
use super::{
    Background, Camera, CameraGoal, CorrectionDraft, OwnCopy, Preset, SceneDraft, Session,
    ThemeChoice,
};
use crate::atlas::{Atlas, Worldview};
use crate::geography::{LonLat, MapProjection};
use crate::world::{Subject, World};

/// So many stories are remembered, the one seen last first, and those with presets.
const MOST_STORIES: usize = 30;

/// A sitting as a file keeps it. What a newer version adds is passed over; what is missing, or is
/// not what it should be, has its default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedState {
    /// "light", "dark", or nothing to follow the system.
    #[serde(deserialize_with = "or_default")]
    pub theme: String,
    #[serde(deserialize_with = "or_default")]
    pub high_contrast: bool,
    #[serde(deserialize_with = "or_default")]
    pub reduced_motion: bool,
    #[serde(deserialize_with = "or_default")]
    pub follows_reading: bool,
    #[serde(deserialize_with = "or_default")]
    pub legend_hidden: bool,
    #[serde(deserialize_with = "or_default")]
    pub reader_hidden: bool,
    #[serde(deserialize_with = "or_default")]
    pub scenes_shown: bool,
    /// How briefings are given.
    #[serde(deserialize_with = "or_default")]
    pub show: SavedShow,
    #[serde(deserialize_with = "or_default")]
    pub legend_width: Option<f32>,
    #[serde(deserialize_with = "or_default")]
    pub reader_width: Option<f32>,
    #[serde(deserialize_with = "or_default")]
    pub window: Option<[f32; 2]>,
    #[serde(deserialize_with = "or_default")]
    pub maximized: bool,
    /// What was on show of each story.
    #[serde(deserialize_with = "each_that_fits")]
    pub stages: Vec<SavedStage>,
    /// Scenes that the stories' own files do not have yet.
    #[serde(deserialize_with = "each_that_fits")]
    pub drafts: Vec<SceneDraft>,
    /// Corrections that they do not have yet.
    #[serde(deserialize_with = "each_that_fits")]
    pub corrections: Vec<CorrectionDraft>,
}

/// What was on show of a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedStage {
    /// Which story: the path of its file, or nothing for the bundled one.
    #[serde(deserialize_with = "or_default")]
    pub story: String,
    #[serde(deserialize_with = "each_that_fits")]
    pub overlays: Vec<String>,
    /// In percent, by an overlay's key; full for what is not named.
    #[serde(deserialize_with = "percents")]
    pub opacity: BTreeMap<String, u8>,
    #[serde(deserialize_with = "each_that_fits")]
    pub presets: Vec<Preset>,
    /// Such as "country:PAK".
    #[serde(deserialize_with = "or_default")]
    pub selection: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub compare: Option<String>,
    /// The number of the passage being read.
    #[serde(deserialize_with = "or_default")]
    pub passage: Option<u32>,
    #[serde(deserialize_with = "or_default")]
    pub shows_outside: bool,
    /// Key of the era.
    #[serde(deserialize_with = "or_default")]
    pub era: Option<String>,
    #[serde(deserialize_with = "or_default")]
    pub shows_afterwards: bool,
    #[serde(deserialize_with = "or_default")]
    pub worldview: String,
    #[serde(deserialize_with = "or_default")]
    pub web_mercator: bool,
    #[serde(deserialize_with = "or_default")]
    pub background: String,
    #[serde(deserialize_with = "or_default")]
    pub shows_graticule: bool,
    #[serde(deserialize_with = "or_default")]
    pub hides_overview: bool,
    /// The background to come back to when tiles are off.
    #[serde(deserialize_with = "or_default")]
    pub background_before: String,
    /// The map file that was chosen last.
    #[serde(deserialize_with = "or_default")]
    pub map_file: Option<PathBuf>,
    /// The reader's own copy of the article: where it is, and never what is in it.
    #[serde(deserialize_with = "or_default")]
    pub article: Option<PathBuf>,
    /// Whether our words are on show although there is a copy.
    #[serde(deserialize_with = "or_default")]
    pub prefers_our_words: bool,
    /// Longitude, latitude, zoom.
    #[serde(deserialize_with = "or_default")]
    pub view: Option<[f64; 3]>,
}

impl SavedState {
    /// Takes what holds for any story from a sitting.
    pub fn note(&mut self, session: &Session) {
        match session.theme {
            ThemeChoice::System => "",
            ThemeChoice::Light => "light",
            ThemeChoice::Dark => "dark",
        }
        .clone_into(&mut self.theme);
        self.high_contrast = session.high_contrast;
        self.reduced_motion = session.reduced_motion;
        self.follows_reading = session.follows_reading;
        self.legend_hidden = !session.panels.legend;
        self.reader_hidden = !session.panels.reader;
        self.scenes_shown = session.panels.scenes;
        self.show = SavedShow::of(session.show_settings);
    }

    /// Remembers what is on show of a story, before all others.
    pub fn note_stage(&mut self, stage: SavedStage) {
        self.stages.retain(|other| other.story != stage.story);
        self.stages.insert(0, stage);
        // What somebody has made stays; what was merely looked at is forgotten in time.
        let mut count = 0;
        self.stages.retain(|stage| {
            count += 1;
            count <= MOST_STORIES || !stage.presets.is_empty()
        });
    }

    /// Puts back what holds for any story.
    pub fn restore(&self, session: &mut Session) {
        session.theme = match self.theme.as_str() {
            "light" => ThemeChoice::Light,
            "dark" => ThemeChoice::Dark,
            _ => ThemeChoice::System,
        };
        session.high_contrast = self.high_contrast;
        session.reduced_motion = self.reduced_motion;
        session.follows_reading = self.follows_reading;
        session.panels.legend = !self.legend_hidden;
        session.panels.reader = !self.reader_hidden;
        session.panels.scenes = self.scenes_shown;
        session.show_settings = self.show.settings();
    }

    /// What was on show of a story when it was last seen.
    pub fn stage_of(&self, story: &str) -> Option<&SavedStage> {
        self.stages.iter().find(|stage| stage.story == story)
    }
}

impl SavedStage {
    pub fn of(
        story: String,
        world: &World,
        atlas: &Atlas,
        session: &Session,
        camera: &Camera,
    ) -> Self {
        let stage = &session.stage;
        let key = |subject: Subject| world.key_of(atlas, subject);
        let overlays = stage.overlays.iter();
        let opacity = stage.opacity.iter();
        let (center, zoom) = camera.destination(stage.projection);
        let background_before = session.tiles.before.map(|(background, _)| background);
        // A name that is no text has no place in the file, and would cost all the rest of it.
        let is_text = |path: &PathBuf| path.to_str().is_some();
        Self {
            story,
            overlays: overlays
                .filter_map(|&id| world.overlays.get(id))
                .map(|overlay| overlay.key.clone())
                .collect(),
            opacity: opacity
                .filter_map(|(&id, &percent)| Some((world.overlays.get(id)?.key.clone(), percent)))
                .collect(),
            presets: session.presets.clone(),
            selection: stage.selection.and_then(key),
            compare: stage.compare.and_then(key),
            passage: stage
                .passage
                .and_then(|id| Some(world.passages.get(id)?.number)),
            shows_outside: stage.shows_outside,
            era: stage
                .era
                .and_then(|id| Some(world.eras.get(id)?.key.clone())),
            shows_afterwards: stage.shows_afterwards,
            worldview: stage.worldview.key().to_owned(),
            web_mercator: session.projection_without_tiles() == MapProjection::WebMercator,
            background: stage.background.key().to_owned(),
            shows_graticule: stage.shows_graticule,
            hides_overview: stage.hides_overview,
            background_before: background_before.map_or("", Background::key).to_owned(),
            map_file: session.tiles.map_file.clone().filter(is_text),
            article: session
                .own_copy
                .as_ref()
                .filter(|copy| !copy.is_pasted)
                .map(|copy| copy.path.clone())
                .filter(is_text),
            prefers_our_words: session
                .own_copy
                .as_ref()
                .is_some_and(|copy| !copy.is_wanted),
            view: Some([center.lon_deg, center.lat_deg, zoom]),
        }
    }

    /// Puts it back. Keys that the story no longer has are passed over.
    pub fn restore(
        &self,
        world: &World,
        atlas: &Atlas,
        session: &mut Session,
        camera: &mut Camera,
    ) {
        let stage = &mut session.stage;
        let known = world.overlays.iter();
        stage.overlays = known
            .filter(|(_, overlay)| self.overlays.contains(&overlay.key))
            .map(|(id, _)| id)
            .collect();
        for (id, overlay) in world.overlays.iter() {
            if let Some(&percent) = self.opacity.get(&overlay.key) {
                stage.set_opacity(id, percent);
            }
        }
        session.presets = sound_presets(&self.presets);
        let subject = |key: &Option<String>| world.subject_of(atlas, key.as_deref()?);
        stage.selection = subject(&self.selection);
        stage.compare = stage.selection.and_then(|_| subject(&self.compare));
        let mut passages = world.passages.iter();
        let passage = passages.find(|(_, passage)| Some(passage.number) == self.passage);
        stage.passage = passage.map(|(id, _)| id);
        session.reader_scroll = stage.passage;
        stage.shows_outside = self.shows_outside;
        let mut eras = world.eras.iter();
        let era = eras.find(|(_, era)| Some(&era.key) == self.era.as_ref());
        stage.era = era.map(|(id, _)| id);
        stage.shows_afterwards = self.shows_afterwards;
        stage.worldview = self.worldview.parse::<Worldview>().unwrap_or_default();
        stage.shows_graticule = self.shows_graticule;
        stage.hides_overview = self.hides_overview;
        session.own_copy = self.article.clone().map(|path| OwnCopy {
            path,
            is_pasted: false,
            is_open: false,
            is_wanted: !self.prefers_our_words,
        });
        if self.web_mercator {
            stage.projection = MapProjection::WebMercator;
        }
        let saved_in = self.restore_background(session);
        let projection = session.stage.projection;
        if let Some([lon, lat, zoom]) = self.view {
            let center = LonLat::new(lon, lat);
            let zoom = zoom_in(projection, saved_in, center, zoom);
            camera.jump_to(&CameraGoal::View { center, zoom }, projection);
        }
    }

    /// Puts the background back, but for one that needs the network: that waits for a person.
    /// Returns the projection the view was saved in.
    fn restore_background(&self, session: &mut Session) -> MapProjection {
        let saved = Background::from_key(&self.background);
        let before = Some(Background::from_key(&self.background_before));
        let before = before.filter(|background| !background.has_tiles());
        let before = before.unwrap_or_default();
        let (stage, tiles) = (&mut session.stage, &mut session.tiles);
        tiles.map_file.clone_from(&self.map_file);
        let has_file = saved == Background::MapFile && tiles.map_file.is_some();
        stage.background = match saved {
            Background::MapFile if has_file => saved,
            _ if saved.has_tiles() => before,
            _ => saved,
        };
        if has_file {
            tiles.before = Some((before, stage.projection));
            stage.projection = MapProjection::WebMercator;
        }
        if saved.has_tiles() {
            MapProjection::WebMercator
        } else {
            stage.projection
        }
    }
}
