//! What is told of a feature, in columns that all formats share.

use serde::Serialize;

use super::StoryData;
use super::shape::Shape;
use crate::world::{Feature, Geometry, Id, Overlay, Passage, Source, Subject, Waypoint};

/// What stands in a column. Untagged: what a reader of the file sees is the value alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Value {
    Nothing,
    Text(String),
    Texts(Vec<String>),
    Year(i32),
    Numbers(Vec<usize>),
    Flag(bool),
}

impl Value {
    fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text.to_owned())
        }
    }

    fn year(year: Option<i32>) -> Self {
        year.map_or(Self::Nothing, Self::Year)
    }

    /// As one piece of text, for formats that have no lists; `between` parts the entries of one.
    pub(super) fn to_text(&self, between: &str) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) => text.clone(),
            Self::Texts(texts) => texts.join(between),
            Self::Year(year) => year.to_string(),
            Self::Numbers(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
                numbers.join(between)
            }
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// A feature with what its columns are made of.
pub(super) struct Told<'a> {
    pub story: &'a StoryData<'a>,
    pub id: Id<Feature>,
    pub feature: &'a Feature,
    pub shape: &'a Shape,
    /// The numbers of the scenes that have it on show, from 1.
    pub scenes: Vec<usize>,
}

/// The name of a column, and what stands in it.
pub(super) type Column = (&'static str, fn(&Told<'_>) -> Value);

/// All there is to say of a feature but where it is, in the order it is written.
pub(super) const COLUMNS: &[Column] = &[
    ("key", |it| Value::text(&it.feature.key)),
    ("name", |it| Value::text(&it.feature.name)),
    ("short_name", |it| Value::text(&it.feature.short_name)),
    ("overlay", |it| Value::text(it.overlay(|row| &row.key))),
    ("overlay_name", |it| {
        Value::text(it.overlay(|row| &row.name))
    }),
    ("kind", |it| Value::text(it.feature.kind.key())),
    ("direction", |it| Value::text(it.feature.direction.key())),
    ("from", |it| it.keys(&it.feature.from)),
    ("from_names", |it| it.names(&it.feature.from)),
    ("to", |it| it.keys(&it.feature.to)),
    ("to_names", |it| it.names(&it.feature.to)),
    ("waypoints", |it| waypoints(it.feature)),
    ("geometry_is", |it| Value::text(it.shape.words(it.feature))),
    ("status", |it| Value::text(it.feature.status.key())),
    ("period", |it| Value::text(&it.feature.period.text)),
    ("from_year", |it| Value::year(it.feature.period.from_year)),
    ("to_year", |it| Value::year(it.feature.period.to_year)),
    ("is_afterwards", |it| Value::Flag(it.feature.is_afterwards)),
    ("basis", |it| Value::text(it.feature.basis.key())),
    ("attribution", |it| {
        Value::text(it.feature.attribution.as_deref().unwrap_or_default())
    }),
    ("confidence", |it| Value::text(it.feature.confidence.key())),
    ("about", |it| Value::text(&it.feature.about)),
    ("source", |it| Value::text(it.source(|row| &row.title))),
    ("source_date", |it| Value::text(it.source(|row| &row.date))),
    ("source_url", |it| Value::text(it.source(|row| &row.url))),
    ("passages", |it| {
        Value::Numbers(it.passages().map(|row| row.number as usize).collect())
    }),
    ("passage_texts", |it| {
        Value::Texts(it.passages().map(|row| row.text.clone()).collect())
    }),
    ("afterwards", |it| it.afterwards()),
    ("variant_of", |it| Value::text(it.variant_of())),
    ("scenes", |it| Value::Numbers(it.scenes.clone())),
    ("article", |it| {
        Value::text(&it.story.world.article.citation())
    }),
];

impl<'a> Told<'a> {
    fn overlay(&self, part: fn(&Overlay) -> &str) -> &'a str {
        let world = self.story.world;
        world.overlays.get(self.feature.overlay).map_or("", part)
    }

    /// Where from what the article has not; empty where all is the article's.
    pub(super) fn source(&self, part: fn(&Source) -> &str) -> &'a str {
        let source = self.feature.source;
        let source = source.and_then(|id| self.story.world.sources.get(id));
        source.map_or("", part)
    }

    pub(super) fn passages(&self) -> impl Iterator<Item = &'a Passage> {
        let world = self.story.world;
        let passages = world.links.passages(Subject::Feature(self.id)).iter();
        passages.filter_map(|&id| world.passages.get(id))
    }

    fn keys(&self, side: &[Subject]) -> Value {
        let StoryData { world, atlas, .. } = self.story;
        let keys = side.iter();
        Value::Texts(keys.filter_map(|&end| world.key_of(atlas, end)).collect())
    }

    fn names(&self, side: &[Subject]) -> Value {
        let StoryData { world, atlas, .. } = self.story;
        let names = side.iter().map(|&end| world.name_of(atlas, end));
        Value::Texts(names.map(str::to_owned).collect())
    }

    fn variant_of(&self) -> &'a str {
        let parent = self.feature.variant_of;
        let parent = parent.and_then(|id| self.story.world.features.get(id));
        parent.map_or("", |parent| &parent.key)
    }

    /// What has become of it since the article, with who says so.
    fn afterwards(&self) -> Value {
        let world = self.story.world;
        let notes = world.afterwards_of(Subject::Feature(self.id)).map(|note| {
            let source = world.sources.get(note.source);
            let source = source.map_or("", |source| &source.title);
            format!("{}: {} ({source})", note.year, note.text)
        });
        Value::Texts(notes.collect())
    }
}

/// The names along a way, or of sites; points that only shape a line have none.
fn waypoints(feature: &Feature) -> Value {
    let points: Vec<&Waypoint> = match &feature.geometry {
        Geometry::Lines(lines) => lines.iter().flatten().collect(),
        Geometry::Points(points) => points.iter().collect(),
        Geometry::Ends | Geometry::Polygons(_) => Vec::new(),
    };
    let names = points.into_iter().map(|point| point.name.clone());
    Value::Texts(names.filter(|name| !name.is_empty()).collect())
}
