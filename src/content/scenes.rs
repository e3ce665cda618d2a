//! Scenes: read from a story file, and written into one.
//!
//! In: what each field means, both ways. Out: saving the file (see `save`).

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::de::IgnoredAny;

use super::geometry::checked;
use super::json_text::Piece;
use super::letters::{is_hidden, is_hidden_in_lines, strip};
use super::loader::Loader;
use super::problem::Problem;
use super::raw_scene::{RawBackground, RawProjection, RawScene, RawStage, RawView};
use super::rows::Row;
use crate::atlas::{Atlas, Worldview};
use crate::geography::MapProjection;
use crate::world::{
    Background, Era, Feature, Id, Overlay, Scene, SceneView, Stage, Subject, WIDEST_VIEW_M, World,
};

/// A scene with more builds than these would never end.
const MOST_BUILDS: usize = 1_000;

const M_PER_KM: f64 = 1e3;

/// More digits a number does not hold.
const MOST_DECIMALS: i32 = 13;

impl<'a> Loader<'a> {
    /// Takes the keys of a story that was read before.
    pub(super) fn know_again(&mut self) {
        let world = &self.world;
        let overlays = world.overlays.ids().map(Subject::Overlay);
        let features = world.features.ids().map(Subject::Feature);
        let actors = world.actors.ids().map(Subject::Actor);
        let places = world.places.ids().map(Subject::Place);
        let subjects = overlays.chain(features).chain(actors).chain(places);
        let keyed = subjects.filter_map(|it| Some((world.key_of(self.atlas, it)?, it)));
        self.keys = keyed.collect();
        let passages = world.passages.iter();
        self.numbers = passages.map(|(id, passage)| (passage.number, id)).collect();
    }

    pub(super) fn load_scenes(&mut self) {
        for Row { piece, raw } in self.rows::<RawScene>("scenes") {
            let scene = Scene {
                title: self.name(piece, "title", raw.title),
                view: self.view(piece, &raw.stage),
                stage: self.stage(piece, raw.stage),
                builds: self.builds(piece, &raw.builds),
                notes: self.prose(piece, "notes", raw.notes),
            };
            self.world.scenes.push(scene);
        }
    }

    fn stage(&mut self, row: Piece<'a>, raw: RawStage) -> Stage {
        let mut subject = |path: &str, key: Option<String>| {
            let key = key?;
            self.subject(row, path, &key)
        };
        let selection = subject("stage/selection", raw.selection);
        let compare = subject("stage/compare", raw.compare);
        let background = raw.background.map(background_of).unwrap_or_default();
        let is_mercator = matches!(raw.projection, Some(RawProjection::WebMercator));
        let projection = if is_mercator || background.has_tiles() {
            MapProjection::WebMercator
        } else {
            MapProjection::EqualArea
        };
        let mut stage = Stage {
            compare: selection.and(compare),
            selection,
            overlays: self
                .overlays(row, "stage/overlays", &raw.overlays)
                .into_iter()
                .collect(),
            passage: raw
                .passage
                .and_then(|number| self.passage(row, "stage/passage", number)),
            shows_outside: raw.outside,
            era: raw.era.and_then(|key| self.era(row, &key)),
            shows_afterwards: raw.afterwards,
            worldview: raw
                .worldview
                .map_or_else(Worldview::default, |name| self.worldview(row, &name)),
            projection,
            background,
            shows_graticule: raw.graticule,
            ..Stage::default()
        };
        for (key, percent) in raw.opacity {
            let path = format!("stage/opacity/{key}");
            let overlay = self.overlays(row, &path, std::slice::from_ref(&key));
            for id in overlay {
                stage.set_opacity(id, percent);
            }
        }
        stage
    }

    fn era(&mut self, row: Piece<'a>, key: &str) -> Option<Id<Era>> {
        let is_it = |(_, era): &(Id<Era>, &Era)| era.key == key;
        let found = self.world.eras.iter().find(is_it).map(|(id, _)| id);
        if found.is_none() {
            let what = format!("there is no era {key}");
            self.problem(row, "stage/era", what, "the key of an era");
        }
        found
    }

    fn worldview(&mut self, row: Piece<'a>, name: &str) -> Worldview {
        name.parse().unwrap_or_else(|_| {
            let what = format!("\"{name}\" is no view of borders");
            let right = "neutral, de-facto, indian, pakistani, chinese or russian";
            self.problem(row, "stage/worldview", what, right);
            Worldview::default()
        })
    }

    fn view(&mut self, row: Piece<'a>, raw: &RawStage) -> SceneView {
        if let Some(RawView {
            center: [lon, lat],
            width_km,
            height_km,
        }) = raw.view
        {
            let is_size = |km: f64| km > 0.0 && km * M_PER_KM <= WIDEST_VIEW_M;
            if !is_size(width_km) || !is_size(height_km) {
                let what = "a view has no such width or height";
                self.problem(row, "stage/view", what, "kilometres, more than 0");
                return SceneView::Opening;
            }
            return match checked(lon, lat) {
                Ok(center) => SceneView::Region {
                    center,
                    width_m: width_km * M_PER_KM,
                    height_m: height_km * M_PER_KM,
                },
                Err(what) => {
                    let right = "longitude and latitude in degrees";
                    self.problem(row, "stage/view/center", what, right);
                    SceneView::Opening
                }
            };
        }
        let frame = raw
            .frame
            .and_then(|frame| self.bounds(row, "stage/frame", frame));
        frame.map_or(SceneView::Opening, SceneView::Frame)
    }

    fn builds(&mut self, row: Piece<'a>, keys: &[String]) -> Vec<Id<Feature>> {
        let mut found = Vec::new();
        for (index, key) in keys.iter().take(MOST_BUILDS).enumerate() {
            let path = format!("builds/{index}");
            match self.subject(row, &path, &format!("feature:{key}")) {
                Some(Subject::Feature(id)) if found.contains(&id) => {
                    let what = format!("feature {key} appears twice");
                    self.problem(row, &path, what, "each feature once");
                }
                Some(Subject::Feature(id)) => found.push(id),
                _ => {}
            }
        }
        found
    }
}

fn background_of(raw: RawBackground) -> Background {
    match raw {
        RawBackground::None => Background::None,
        RawBackground::Relief => Background::Relief,
        RawBackground::OpenStreetMap => Background::OpenStreetMap,
        RawBackground::MapFile => Background::MapFile,
    }
}

/// Scenes as a story file has them: a JSON list, on one line. Equal scenes make equal texts.
pub fn scenes_json(world: &World, atlas: &Atlas, scenes: &[Scene]) -> String {
    let rows: Vec<RawScene> = scenes
        .iter()
        .map(|scene| raw_scene(world, atlas, scene))
        .collect();
    // Rows of plain strings and finite numbers can always be written.
    serde_json::to_string(&rows).unwrap_or_else(|_| "[]".to_owned())
}

/// Scenes that stand by themselves, as [`scenes_json`] writes them, of a story that is open; and
/// what of them does not fit it. None of what is no list.
pub fn read_scenes(
    json: &str,
    world: &mut World,
    atlas: &Atlas,
) -> Option<(Vec<Scene>, Vec<Problem>)> {
    serde_json::from_str::<Vec<IgnoredAny>>(json).ok()?;
    let text = format!("{{\"scenes\":{json}}}");
    let mut loader = Loader::new(&Arc::from("scenes"), &text, atlas);
    let own = std::mem::take(&mut world.scenes);
    loader.world = std::mem::take(world);
    loader.know_again();
    if loader.open() {
        loader.load_scenes();
    }
    let (known, problems) = loader.close();
    *world = known;
    Some((std::mem::replace(&mut world.scenes, own), problems))
}

fn raw_scene(world: &World, atlas: &Atlas, scene: &Scene) -> RawScene {
    let feature = |&id| Some(world.features.get(id)?.key.clone());
    RawScene {
        title: strip(scene.title.clone(), is_hidden).0,
        stage: raw_stage(world, atlas, scene),
        builds: scene.builds.iter().filter_map(feature).collect(),
        notes: strip(scene.notes.clone(), is_hidden_in_lines).0,
    }
}

fn raw_stage(world: &World, atlas: &Atlas, scene: &Scene) -> RawStage {
    let stage = &scene.stage;
    let subject = |subject: Option<Subject>| world.key_of(atlas, subject?);
    let overlay = |id: Id<Overlay>| Some(world.overlays.get(id)?.key.clone());
    let opacity: BTreeMap<String, u8> = stage
        .opacity
        .iter()
        .filter_map(|(&id, &percent)| Some((overlay(id)?, percent)))
        .collect();
    let is_default_view = stage.worldview == Worldview::default();
    let (frame, view) = raw_view(scene.view);
    RawStage {
        overlays: stage
            .overlays
            .iter()
            .filter_map(|&id| overlay(id))
            .collect(),
        opacity,
        selection: subject(stage.selection),
        compare: subject(stage.selection.and(stage.compare)),
        passage: stage
            .passage
            .and_then(|id| Some(world.passages.get(id)?.number)),
        era: stage
            .era
            .and_then(|id| Some(world.eras.get(id)?.key.clone())),
        outside: stage.shows_outside,
        afterwards: stage.shows_afterwards,
        worldview: (!is_default_view).then(|| stage.worldview.key().to_owned()),
        projection: (stage.projection == MapProjection::WebMercator)
            .then_some(RawProjection::WebMercator),
        background: match stage.background {
            Background::Relief => None,
            Background::None => Some(RawBackground::None),
            Background::OpenStreetMap => Some(RawBackground::OpenStreetMap),
            Background::MapFile => Some(RawBackground::MapFile),
        },
        graticule: stage.shows_graticule,
        frame,
        view,
    }
}

/// A scene's view as a box or as a stretch of land; neither is the opening view.
fn raw_view(view: SceneView) -> (Option<[f64; 4]>, Option<RawView>) {
    match view {
        SceneView::Opening => (None, None),
        SceneView::Frame(edges) => {
            let frame = [
                edges.west_deg,
                edges.south_deg,
                edges.east_deg,
                edges.north_deg,
            ];
            (Some(frame), None)
        }
        SceneView::Region {
            center,
            width_m,
            height_m,
        } => {
            let view = RawView {
                center: [center.lon_deg, center.lat_deg],
                width_km: kilometers(width_m),
                height_km: kilometers(height_m),
            };
            (None, Some(view))
        }
    }
}

/// The number that is read as these metres: the one of the fewest decimals, from none on.
fn kilometers(meters: f64) -> f64 {
    let plain = meters / M_PER_KM;
    let is_it = |km: &f64| (km * M_PER_KM).to_bits() == meters.to_bits();
    let mut rounded = (0..MOST_DECIMALS).map(|decimals| {
        let parts = 10_f64.powi(decimals);
        (plain * parts).round() / parts
    });
    let found = rounded.find(is_it);
    let near = [plain, plain.next_up(), plain.next_down()];
    found
        .or_else(|| near.into_iter().find(is_it))
        .unwrap_or(plain)
}
