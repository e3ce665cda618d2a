//! The shapes of a story file: each part and row is read into one of them by itself. The JSON
//! Schema is made from them too, so their comments are what an editor shows.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::raw_scene::RawScene;

/// A story: one article on the map.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RawStory {
    #[serde(rename = "$schema", default)]
    pub schema: Option<String>,
    /// The format's version; 1.
    pub format: u32,
    pub title: String,
    pub article: RawArticle,
    #[serde(default)]
    pub opening: RawOpening,
    #[serde(default)]
    pub focus: Vec<RawFocus>,
    #[serde(default)]
    pub sources: Vec<RawSource>,
    #[serde(default)]
    pub overlays: Vec<RawOverlay>,
    #[serde(default)]
    pub actors: Vec<RawActor>,
    #[serde(default)]
    pub places: Vec<RawPlace>,
    /// Stretches of the article's time, from the earliest.
    #[serde(default)]
    pub eras: Vec<RawEra>,
    #[serde(default)]
    pub features: Vec<RawFeature>,
    #[serde(default)]
    pub passages: Vec<RawPassage>,
    #[serde(default)]
    pub topics: Vec<RawTopic>,
    /// Mentions that have lost their words, since the text was changed.
    #[serde(default)]
    pub orphans: Vec<RawOrphan>,
    /// What has happened since the article appeared.
    #[serde(default)]
    pub afterwards: Vec<RawAfterwards>,
    #[serde(default)]
    pub scenes: Vec<RawScene>,
}

/// Where the text comes from.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawArticle {
    pub publisher: String,
    pub title: String,
    /// As printed: "23 January 2011".
    pub date: String,
    #[serde(default)]
    pub credits: String,
    /// Whose words the passages are in.
    #[serde(default)]
    pub note: String,
    /// SHA-256 of the original's lines that are no paragraphs, normalised: headline and credits.
    #[serde(default)]
    pub lines: Vec<String>,
}

/// The first sight.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOpening {
    /// Keys of the overlays that are on.
    #[serde(default)]
    pub overlays: Vec<String>,
    /// West, south, east, north in degrees.
    #[serde(default)]
    pub frame: Option<[f64; 4]>,
    /// What the tints of countries say.
    #[serde(default)]
    pub tint: RawTint,
}

#[derive(Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawTint {
    /// Which country of "focus" it is.
    #[default]
    Focus,
    /// How often the text names it; "focus" has nothing to say then.
    Mentions,
}

/// A country that stands out.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFocus {
    /// ISO 3166-1 alpha-3.
    pub country: String,
    /// Its part in this article.
    pub part: String,
}

/// A source other than the article.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    pub key: String,
    pub title: String,
    #[serde(default)]
    pub date: String,
    #[serde(default)]
    pub url: String,
}

/// A layer one can switch.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOverlay {
    pub key: String,
    pub name: String,
    pub about: String,
    /// What it can not tell: one to three sentences.
    #[serde(default)]
    pub limits: String,
    pub style: RawStyle,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawStyle {
    Alliances,
    Arms,
    Wars,
    Militancy,
    DrugRoutes,
    Pipelines,
    Diplomacy,
}

/// An organisation or a person.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawActor {
    pub key: String,
    pub name: String,
    #[serde(default)]
    pub is_person: bool,
    pub about: String,
    /// Longitude and latitude where lines to it end.
    #[serde(default)]
    pub at: Option<[f64; 2]>,
}

/// A city or a region.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPlace {
    pub key: String,
    pub name: String,
    pub about: String,
    /// Longitude and latitude.
    pub at: [f64; 2],
    /// A region's west, south, east, north.
    #[serde(default)]
    pub extent: Option<[f64; 4]>,
    #[serde(default)]
    pub country: Option<String>,
}

/// One line, relation or site of an overlay.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawFeature {
    pub key: String,
    pub name: String,
    /// For the map: about 24 characters.
    pub short_name: String,
    pub overlay: String,
    pub kind: RawKind,
    /// The key of the feature this is another way of drawing.
    #[serde(default)]
    pub variant_of: Option<String>,
    /// Subjects: "country:PAK", "actor:taliban", "place:balkans".
    #[serde(default)]
    pub from: Vec<String>,
    #[serde(default)]
    pub to: Vec<String>,
    #[serde(default)]
    pub direction: RawDirection,
    // Read from the text by itself: as values it would take many times the file's size.
    /// A `GeoJSON` geometry; without one it is drawn between its ends.
    #[serde(default)]
    #[schemars(with = "Option<Value>")]
    pub geometry: Option<IgnoredAny>,
    /// Names of the geometry's points, in order.
    #[serde(default)]
    pub waypoints: Vec<String>,
    pub period: RawPeriod,
    pub basis: RawBasis,
    pub status: RawStatus,
    #[serde(default)]
    pub attribution: Option<String>,
    /// Key of a source; needed when the basis is "outside".
    #[serde(default)]
    pub source: Option<String>,
    pub confidence: RawConfidence,
    pub about: String,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawKind {
    Allied,
    Backed,
    Opposed,
    SuppliedArms,
    PossibleArms,
    Recognised,
    Fought,
    Talks,
    Influence,
    Presence,
    Sheltered,
    SuspectedLink,
    CommonThreat,
    Thaw,
    Pipeline,
    DrugRoute,
    Interest,
}

#[derive(Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawDirection {
    Forward,
    Both,
    #[default]
    None,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawBasis {
    Stated,
    Schematic,
    Outside,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawStatus {
    InForce,
    Ended,
    Proposed,
    PartlyBuilt,
    Suspected,
    Unannounced,
}

#[derive(Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawConfidence {
    Low,
    Medium,
    High,
}

/// A stretch of the article's time, in whole years, ends included.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawEra {
    pub key: String,
    /// Short, for a row of them over the map.
    pub name: String,
    /// What a reader should know of the map in it.
    #[serde(default)]
    pub about: String,
    #[serde(default)]
    pub from: Option<i32>,
    #[serde(default)]
    pub to: Option<i32>,
}

/// What has become of a subject after the article appeared.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawAfterwards {
    /// Of whom or what: "country:PAK", "feature:tapi".
    pub subject: String,
    pub year: i32,
    pub text: String,
    /// Key of a source.
    pub source: String,
}

/// When it holds. Without years it holds when the article appeared, and with an open end until then;
/// what starts later has happened since.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPeriod {
    pub text: String,
    #[serde(default)]
    pub from: Option<i32>,
    #[serde(default)]
    pub to: Option<i32>,
}

/// A numbered paragraph. Mentions are written `[words](subject kind)`; one that is not certain says
/// how sure it is, of 100, and what else the words may mean:
/// `[Georgia](country:GEO direct~62|place:us-georgia|none)`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPassage {
    pub number: u32,
    /// SHA-256 of the original paragraph's normalised text.
    #[serde(default)]
    pub fingerprint: String,
    pub text: String,
}

/// A heading over passages.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTopic {
    pub title: String,
    /// Whether the heading is the story's own and not the article's.
    #[serde(default)]
    pub is_ours: bool,
    /// Numbers of its passages.
    pub passages: Vec<u32>,
}

/// A mention whose words are not in the text any more.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawOrphan {
    /// Number of the passage it stood in.
    pub passage: u32,
    /// Its words.
    pub exact: String,
    /// What stood just before them.
    #[serde(default)]
    pub before: String,
    /// What stood just after them.
    #[serde(default)]
    pub after: String,
    /// What they meant: "country:PAK".
    pub subject: String,
    /// The kind of mention, and how sure it was, as in the text of a passage: "direct", "demonym~62|none".
    pub kind: String,
}
