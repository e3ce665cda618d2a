//! What is told of a feature, and of what an article names, in columns that all formats share.

use serde::Serialize;

use super::StoryData;
use super::named::{NamedAs, about_of, code_of, kind_of};
use super::shape::Shape;
use crate::world::{Feature, Geometry, Overlay, Passage, Source, Subject, Waypoint};

/// What stands in a column. Untagged: what a reader of the file sees is the value alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(super) enum Value {
    Nothing,
    Text(String),
    Texts(Vec<String>),
    Year(i32),
    Count(usize),
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
            Self::Count(count) => count.to_string(),
            Self::Numbers(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
                numbers.join(between)
            }
            Self::Flag(flag) => flag.to_string(),
        }
    }
}

/// A feature, or what the text names, with what its columns are made of.
pub(super) struct Told<'a> {
    pub story: &'a StoryData<'a>,
    pub subject: Subject,
    /// None of what is only named.
    pub feature: Option<&'a Feature>,
    pub shape: &'a Shape,
    /// How the text names it.
    pub naming: &'a NamedAs,
    /// The numbers of the scenes that have it on show, from 1.
    pub scenes: Vec<usize>,
}

/// The name of a column, and what stands in it.
pub(super) type Column = (&'static str, fn(&Told<'_>) -> Value);

/// All there is to say of a feature but where it is, in the order it is written.
pub(super) const COLUMNS: &[Column] = &[
    ("key", |it| Value::text(&it.key())),
    ("name", |it| Value::text(it.name())),
    ("short_name", |it| it.text(|row| &row.short_name)),
    ("code", |it| Value::text(it.code())),
    ("overlay", |it| Value::text(it.overlay(|row| &row.key))),
    ("overlay_name", |it| {
        Value::text(it.overlay(|row| &row.name))
    }),
    ("kind", |it| Value::text(it.kind())),
    ("direction", |it| it.text(|row| row.direction.key())),
    ("from", |it| it.of(|row| it.keys(&row.from))),
    ("from_names", |it| it.of(|row| it.names(&row.from))),
    ("to", |it| it.of(|row| it.keys(&row.to))),
    ("to_names", |it| it.of(|row| it.names(&row.to))),
    ("waypoints", |it| it.of(waypoints)),
    ("geometry_is", |it| Value::text(it.shape_words())),
    ("status", |it| it.text(|row| row.status.key())),
    ("period", |it| it.text(|row| &row.period.text)),
    ("from_year", |it| {
        it.of(|row| Value::year(row.period.from_year))
    }),
    ("to_year", |it| it.of(|row| Value::year(row.period.to_year))),
    ("is_afterwards", |it| {
        it.of(|row| Value::Flag(row.is_afterwards))
    }),
    ("basis", |it| it.text(|row| row.basis.key())),
    ("attribution", |it| {
        it.text(|row| row.attribution.as_deref().unwrap_or_default())
    }),
    ("confidence", |it| it.text(|row| row.confidence.key())),
    ("about", |it| Value::text(it.about())),
    ("source", |it| Value::text(it.source(|row| &row.title))),
    ("source_date", |it| Value::text(it.source(|row| &row.date))),
    ("source_url", |it| Value::text(it.source(|row| &row.url))),
    ("mentions", |it| Value::Count(it.naming.mentions)),
    ("mentions_unsure", |it| Value::Count(it.naming.unsure)),
    ("mentioned_as", |it| Value::Texts(it.naming.words.clone())),
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
    /// A column that only features have.
    fn of(&self, value_of: impl FnOnce(&'a Feature) -> Value) -> Value {
        self.feature.map_or(Value::Nothing, value_of)
    }

    fn text(&self, words_of: fn(&Feature) -> &str) -> Value {
        self.of(|feature| Value::text(words_of(feature)))
    }

    /// A feature's own, and of what is named the one that a story's file has in "from" and "to".
    pub(super) fn key(&self) -> String {
        let StoryData { world, atlas, .. } = self.story;
        match self.feature {
            Some(feature) => feature.key.clone(),
            None => world.key_of(atlas, self.subject).unwrap_or_default(),
        }
    }

    pub(super) fn name(&self) -> &'a str {
        let StoryData { world, atlas, .. } = self.story;
        world.name_of(atlas, self.subject)
    }

    fn code(&self) -> &'a str {
        code_of(self.story.world, self.story.atlas, self.subject)
    }

    fn kind(&self) -> &'static str {
        match self.feature {
            Some(feature) => feature.kind.key(),
            None => kind_of(self.story.world, self.subject),
        }
    }

    fn about(&self) -> &'a str {
        match self.feature {
            Some(feature) => &feature.about,
            None => about_of(self.story.world, self.story.atlas, self.subject),
        }
    }

    fn shape_words(&self) -> &'static str {
        match (self.feature, self.subject) {
            (Some(feature), _) => self.shape.words(feature),
            (None, _) if self.shape.points.is_empty() => "none: it is no place",
            (None, Subject::Country(_)) => "its seat of government",
            (None, _) => "a point in it",
        }
    }

    fn overlay(&self, part: fn(&Overlay) -> &str) -> &'a str {
        let world = self.story.world;
        let overlay = world.overlay_of(self.subject);
        let overlay = overlay.and_then(|overlay| world.overlays.get(overlay));
        overlay.map_or("", part)
    }

    /// Where from what the article has not; empty where all is the article's.
    fn source(&self, part: fn(&Source) -> &str) -> &'a str {
        let source = self.feature.and_then(|feature| feature.source);
        let source = source.and_then(|id| self.story.world.sources.get(id));
        source.map_or("", part)
    }

    fn passages(&self) -> impl Iterator<Item = &'a Passage> {
        let world = self.story.world;
        let passages = world.links.passages(self.subject).iter();
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
        let parent = self.feature.and_then(|feature| feature.variant_of);
        let parent = parent.and_then(|id| self.story.world.features.get(id));
        parent.map_or("", |parent| &parent.key)
    }

    /// What has become of it since the article, with who says so.
    fn afterwards(&self) -> Value {
        let world = self.story.world;
        let notes = world.afterwards_of(self.subject).map(|note| {
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
