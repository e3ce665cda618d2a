//! What is true: the story as a model. Typed ids, no dangling keys, derived reverse links.
//!
//! In: plain values, immutable after loading. Out: files and serde (see `content`), the map's
//! geometry (see `atlas`), what is on show (see `session`).

mod background;
mod change;
mod copy;
mod era;
mod feature;
mod framed;
mod id;
mod keys;
mod length;
mod likeliest;
mod links;
mod meaning;
mod mention_list;
mod naming;
mod orphan;
mod passage;
mod queries;
mod scene;
mod search;
mod stage;
mod subject;
mod words;

pub use background::Background;
pub use change::{LostChange, StoryChange};
pub use copy::{ArticleCopy, Stranger};
pub use era::{Afterwards, Era};
pub use feature::{
    Basis, Confidence, Direction, Feature, FeatureKind, Geometry, Period, Status, Waypoint,
};
pub use framed::About;
pub(crate) use framed::INHABITED;
pub use id::{Id, Table};
pub use keys::free_key;
pub use length::DrawnLength;
pub use links::Links;
pub use meaning::Meaning;
pub use mention_list::{MOST_NESTED, MentionGathering, crosses, insert as insert_mention};
pub use naming::{MOST_STEPS, Naming, Tint, step_words, times_named_words};
pub use orphan::Orphan;
pub use passage::{Mention, MentionAt, MentionKind, Passage, Reading, Topic};
pub use scene::{Scene, SceneView, WIDEST_VIEW_M};
pub use search::{Found, found_words};
pub use stage::Stage;
pub use subject::{Actor, ActorKind, Overlay, OverlayStyle, Place, Subject};
pub use words::{
    basis_word, confidence_word, feature_word, grouped, naming_words, shortened, status_word,
    when_words, with_capital,
};

use crate::atlas::CountryId;
use crate::geography::GeoBounds;

/// Everything about one article.
#[derive(Clone, Debug, Default)]
pub struct World {
    pub title: String,
    pub article: Article,
    /// The countries that stand out on the map, in the story's order; derived, where tints say how
    /// often the text names them.
    pub focus: Vec<FocusCountry>,
    pub sources: Table<Source>,
    pub topics: Vec<Topic>,
    pub passages: Table<Passage>,
    pub overlays: Table<Overlay>,
    pub features: Table<Feature>,
    pub actors: Table<Actor>,
    pub places: Table<Place>,
    /// Stretches of the article's time, from the earliest.
    pub eras: Table<Era>,
    /// What has happened since, from the earliest.
    pub afterwards: Vec<Afterwards>,
    /// The overlays that are on when the story opens.
    pub opening_overlays: Vec<Id<Overlay>>,
    /// What the tints of countries say.
    pub tint: Tint,
    /// What the opening view frames.
    pub opening_frame: Option<GeoBounds>,
    /// The steps of the briefing, in order.
    pub scenes: Vec<Scene>,
    /// The reader's own copy of the article, where its words stand in the passages.
    pub copy: Option<ArticleCopy>,
    /// Mentions that have lost their words.
    pub orphans: Vec<Orphan>,
    /// Derived: who is mentioned where, who takes part in what.
    pub links: Links,
    /// Derived: how often each country is named, the most often named first.
    pub namings: Vec<Naming>,
    /// Derived when it is first asked for: what an article is about.
    pub about: About,
}

/// Where the text comes from.
#[derive(Clone, Debug, Default)]
pub struct Article {
    pub publisher: String,
    /// Title of the article as the story names it (our words).
    pub title: String,
    /// As printed, "23 January 2011".
    pub date: String,
    /// The year of that date, where it names one.
    pub year: Option<i32>,
    /// Authors and editors as the article credits them.
    pub credits: String,
    /// One or two sentences: whose words the story's own telling is in (see [`World::note`]).
    pub note: String,
    /// Fingerprints of the original's lines that are no paragraphs: headline and credits.
    pub lines: Vec<String>,
}

impl Article {
    /// Where it is from: "Reuters, \u{201c}Q+A on Russia and Pakistan\u{201d}, 23 January 2011".
    pub fn citation(&self) -> String {
        let title = match self.title.as_str() {
            "" => String::new(),
            title => format!("\u{201c}{title}\u{201d}"),
        };
        joined([&self.publisher, &title, &self.date])
    }

    /// The same without its title.
    pub fn publisher_and_date(&self) -> String {
        joined([&self.publisher, &self.date])
    }
}

/// With commas between, without what is empty.
fn joined<const COUNT: usize>(parts: [&String; COUNT]) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A focus country's part in the article.
#[derive(Clone, Debug)]
pub struct FocusCountry {
    pub country: CountryId,
    /// Its part in this article, one or two sentences.
    pub part: String,
}

/// A source outside the article.
#[derive(Clone, Debug)]
pub struct Source {
    pub key: String,
    pub title: String,
    pub date: String,
    pub url: String,
}
