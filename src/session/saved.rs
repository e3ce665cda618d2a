//! What comes back at the next start, in stable keys: written beside, flushed, renamed.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Camera, CameraGoal, Session, ThemeChoice};
use crate::geography::{LonLat, MapProjection};
use crate::world::World;

const FILE: &str = "session.json";

/// A sitting as a file keeps it. What a newer version adds is passed over, what is missing has
/// its default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedState {
    /// Whose stage this is: the story's title.
    pub story: String,
    pub overlays: Vec<String>,
    /// Longitude, latitude, zoom.
    pub view: Option<[f64; 3]>,
    pub web_mercator: bool,
    /// "light", "dark", or nothing to follow the system.
    pub theme: String,
    pub reduced_motion: bool,
    pub legend_hidden: bool,
    pub reader_hidden: bool,
    pub legend_width: Option<f32>,
    pub reader_width: Option<f32>,
    pub window: Option<[f32; 2]>,
}

/// Where sittings are kept.
#[derive(Clone, Debug)]
pub struct Saving {
    folder: PathBuf,
}

impl Saving {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The last sitting; a damaged file is set aside and said, and the sitting starts afresh.
    pub fn load(&self) -> (SavedState, Option<String>) {
        let path = self.folder.join(FILE);
        let Ok(text) = fs::read(&path) else {
            return (SavedState::default(), None);
        };
        match serde_json::from_slice(&text) {
            Ok(state) => (state, None),
            Err(error) => {
                let aside = self.free_name();
                let moved = match fs::rename(&path, &aside) {
                    Ok(()) => format!("It was set aside as {}.", aside.display()),
                    Err(error) => format!("It could not be set aside: {error}."),
                };
                let message = format!("The last session could not be read ({error}). {moved}");
                (SavedState::default(), Some(message))
            }
        }
    }

    /// The last sitting if it can be read, touching nothing.
    pub fn peek(&self) -> SavedState {
        fs::read(self.folder.join(FILE))
            .ok()
            .and_then(|text| serde_json::from_slice(&text).ok())
            .unwrap_or_default()
    }

    /// Writes beside, flushes, renames: a crash leaves the old file or the new one.
    pub fn save(&self, state: &SavedState) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let beside = self.folder.join("session.json.new");
        let mut file = File::create(&beside)?;
        file.write_all(&serde_json::to_vec_pretty(state)?)?;
        file.sync_all()?;
        drop(file);
        fs::rename(&beside, self.folder.join(FILE))
    }

    fn free_name(&self) -> PathBuf {
        let name = |n: u32| self.folder.join(format!("session.damaged-{n}.json"));
        (1..1000)
            .map(name)
            .find(|path| !Path::exists(path))
            .unwrap_or_else(|| name(0))
    }
}

impl SavedState {
    pub fn of(world: &World, session: &Session, camera: &Camera) -> Self {
        let at = camera.center();
        Self {
            story: world.title.clone(),
            overlays: session
                .stage
                .overlays
                .iter()
                .filter_map(|&id| world.overlays.get(id))
                .map(|overlay| overlay.key.clone())
                .collect(),
            view: Some([at.lon_deg, at.lat_deg, camera.zoom()]),
            web_mercator: session.stage.projection == MapProjection::WebMercator,
            theme: match session.theme {
                ThemeChoice::System => "",
                ThemeChoice::Light => "light",
                ThemeChoice::Dark => "dark",
            }
            .to_owned(),
            reduced_motion: session.reduced_motion,
            legend_hidden: !session.panels.legend,
            reader_hidden: !session.panels.reader,
            ..Self::default()
        }
    }

    /// Puts the sitting back. Overlays and view only when it is the same story; keys that the
    /// story no longer has are passed over.
    pub fn restore(&self, world: &World, session: &mut Session, camera: &mut Camera) {
        session.theme = match self.theme.as_str() {
            "light" => ThemeChoice::Light,
            "dark" => ThemeChoice::Dark,
            _ => ThemeChoice::System,
        };
        session.reduced_motion = self.reduced_motion;
        session.panels.legend = !self.legend_hidden;
        session.panels.reader = !self.reader_hidden;
        if self.web_mercator {
            session.stage.projection = MapProjection::WebMercator;
        }
        if self.story != world.title {
            return;
        }
        let known: BTreeSet<_> = world
            .overlays
            .iter()
            .filter(|(_, overlay)| self.overlays.contains(&overlay.key))
            .map(|(id, _)| id)
            .collect();
        session.stage.overlays = known;
        if let Some([lon, lat, zoom]) = self.view {
            let goal = CameraGoal::View {
                center: LonLat::new(lon, lat),
                zoom,
            };
            camera.jump_to(&goal, session.stage.projection);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("passage-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    #[test]
    fn a_sitting_comes_back_as_it_was_saved() {
        let saving = Saving::new(folder("comes-back"));
        let state = SavedState {
            theme: "dark".into(),
            view: Some([70.0, 33.0, 5.0]),
            ..Default::default()
        };
        saving.save(&state).unwrap();
        assert_eq!(saving.load(), (state, None));
    }

    #[test]
    fn a_file_cut_off_anywhere_is_set_aside_and_said() {
        let folder = folder("cut-off");
        let saving = Saving::new(folder.clone());
        saving
            .save(&SavedState {
                theme: "dark".into(),
                ..Default::default()
            })
            .unwrap();
        let whole = fs::read(folder.join(FILE)).unwrap();
        for length in (0..whole.len()).step_by(7) {
            fs::write(folder.join(FILE), &whole[..length]).unwrap();
            let (state, message) = saving.load();
            assert_eq!(state, SavedState::default());
            assert!(message.unwrap().contains("damaged"), "cut at {length}");
            assert!(!folder.join(FILE).exists());
        }
    }

    #[test]
    fn what_a_newer_version_adds_does_not_matter() {
        let folder = folder("newer");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join(FILE), r#"{"theme":"light","hologram":true}"#).unwrap();
        let (state, message) = Saving::new(folder).load();
        assert_eq!((state.theme.as_str(), message), ("light", None));
    }
}
