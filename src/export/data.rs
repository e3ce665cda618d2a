//! Features as data: for a GIS, a spreadsheet, a globe.
//!
//! In: a story, and which of its features are wanted. Each is a row of the same columns with its
//! passages, period, basis and source, and a shape ([`Shape`]), in the story's order; the formats
//! ([`DataFormat`]) only write them down. Of an article there are rows of what it names as well.
//! Out: looks (but for the colours of KML), and what a country's area is.

mod about;
mod antimeridian;
mod clip;
mod columns;
mod csv;
mod format;
mod geojson;
mod kml;
mod kml_note;
mod named;
mod shape;
mod wkt;

pub(super) use about::licence;
pub use format::DataFormat;
pub use shape::{Position, Shape};

use thiserror::Error;

use self::columns::{COLUMNS, Told, Value};
use self::named::{NamedAs, is_in_scene, namings};
use crate::atlas::{Atlas, Worldview};
use crate::session::Session;
use crate::world::{Feature, Scene, Subject, World};

/// A story, as much of it as data is made of.
#[derive(Clone, Copy, Debug)]
pub struct StoryData<'a> {
    pub world: &'a World,
    pub atlas: &'a Atlas,
    /// The steps of the briefing, as they are now.
    pub scenes: &'a [Scene],
    /// Whether it is the one that comes with the program, whose licence is known.
    pub is_bundled: bool,
}

/// What is wanted of a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DataChoice {
    pub scenes: SceneChoice,
    /// Whose view of disputed borders the file is made in; no shape depends on it.
    pub worldview: Worldview,
}

/// Which features.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SceneChoice {
    /// All of the story.
    #[default]
    Story,
    /// Those on show in some scene.
    AnyScene,
    /// Those on show in a scene, by its number from 1, when all of it has appeared.
    Scene(usize),
}

/// A file's bytes, and what is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    pub bytes: Vec<u8>,
    pub features: usize,
    /// Countries, places, organisations, people and overlays that an article names.
    pub named: usize,
}

impl DataFile {
    /// "51 features", "12 names with their passages".
    pub fn words(&self) -> String {
        let features = match self.features {
            1 => "one feature".to_owned(),
            count => format!("{count} features"),
        };
        let named = match self.named {
            1 => "one name with its passages".to_owned(),
            count => format!("{count} names with their passages"),
        };
        match (self.features, self.named) {
            (_, 0) => features,
            (0, _) => named,
            _ => format!("{features} and {named}"),
        }
    }
}

/// Why there is no data.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DataFault {
    #[error("there is no scene {number}: the story has {}", scenes_word(*.count))]
    NoSuchScene { number: usize, count: usize },
    /// Not of the story: a format's own writer gave up.
    #[error("the data can not be written down: {0}")]
    Unwritable(String),
}

fn scenes_word(count: usize) -> String {
    match count {
        0 => "no scenes".to_owned(),
        1 => "one, numbered 1".to_owned(),
        _ => format!("{count}, numbered from 1"),
    }
}

/// A feature ready to be written, or what is named.
struct Row<'a> {
    subject: Subject,
    /// None of what is only named.
    feature: Option<&'a Feature>,
    key: String,
    name: &'a str,
    naming: NamedAs,
    /// One for each of the columns.
    values: Vec<Value>,
    shape: Shape,
}

impl Row<'_> {
    fn named_values(&self) -> impl ExactSizeIterator<Item = (&'static str, &Value)> {
        let names = COLUMNS.iter().map(|(name, _)| *name);
        names.zip(&self.values)
    }
}

/// Writes the features that are wanted.
pub fn data_file(
    story: &StoryData<'_>,
    choice: DataChoice,
    format: DataFormat,
) -> Result<DataFile, DataFault> {
    let rows = story.rows(choice.scenes)?;
    let written = match format {
        DataFormat::GeoJson => geojson::write(story, choice, &rows),
        DataFormat::Kml => kml::write(story, choice, &rows),
        DataFormat::Csv => csv::write(&rows),
    };
    Ok(DataFile {
        bytes: written.map_err(DataFault::Unwritable)?,
        features: rows.iter().filter(|row| row.feature.is_some()).count(),
        named: rows.iter().filter(|row| row.feature.is_none()).count(),
    })
}

impl StoryData<'_> {
    fn rows(&self, choice: SceneChoice) -> Result<Vec<Row<'_>>, DataFault> {
        if let SceneChoice::Scene(number) = choice
            && !(1..=self.scenes.len()).contains(&number)
        {
            let count = self.scenes.len();
            return Err(DataFault::NoSuchScene { number, count });
        }
        let world = self.world;
        let namings = namings(world);
        let sittings: Vec<Session> = self.scenes.iter().map(sitting_of).collect();
        let features = world.features.iter().map(|(id, _)| Subject::Feature(id));
        let named = named::rows_of(world, &namings).into_iter();
        let rows = features.chain(named).filter_map(|subject| {
            let naming = namings.get(&subject).cloned().unwrap_or_default();
            let scenes = self.scenes_with(&sittings, subject, &naming);
            let is_wanted = match choice {
                SceneChoice::Story => true,
                SceneChoice::AnyScene => !scenes.is_empty(),
                SceneChoice::Scene(number) => scenes.contains(&number),
            };
            is_wanted.then(|| self.row(subject, naming, scenes))
        });
        Ok(rows.collect())
    }

    fn row(&self, subject: Subject, naming: NamedAs, scenes: Vec<usize>) -> Row<'_> {
        let feature = match subject {
            Subject::Feature(id) => self.world.features.get(id),
            _ => None,
        };
        let shape = match feature {
            Some(feature) => Shape::of(self.world, self.atlas, feature),
            None => Shape::of_named(self.world, self.atlas, subject),
        };
        let told = Told {
            story: self,
            subject,
            feature,
            shape: &shape,
            naming: &naming,
            scenes,
        };
        let values = COLUMNS.iter().map(|(_, value_of)| value_of(&told));
        Row {
            subject,
            feature,
            values: values.collect(),
            key: told.key(),
            name: self.world.name_of(self.atlas, subject),
            naming,
            shape,
        }
    }

    /// The numbers of the scenes that have something on show, from 1.
    fn scenes_with(&self, sittings: &[Session], subject: Subject, naming: &NamedAs) -> Vec<usize> {
        let numbered = self.scenes.iter().zip(sittings).zip(1..);
        let with = numbered.filter(|((scene, sitting), _)| match subject {
            Subject::Feature(id) => sitting.shows(self.world, id),
            _ => is_in_scene(scene, subject, naming),
        });
        with.map(|(_, number)| number).collect()
    }
}

fn sitting_of(scene: &Scene) -> Session {
    Session {
        stage: scene.stage.clone(),
        ..Session::default()
    }
}
