//! The shapes of a story file's scenes, which the program also writes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One step of a briefing.
#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawScene {
    pub title: String,
    pub stage: RawStage,
    /// Keys of features that are not there at first and then appear one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub builds: Vec<String>,
    /// For the one who speaks.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

/// What a scene puts on show. What is left out is as when a story opens, with no overlay on.
#[derive(Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RawStage {
    /// Keys of the overlays that are on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overlays: Vec<String>,
    /// How opaque overlays are that are not fully so, in percent, by key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub opacity: BTreeMap<String, u8>,
    /// The subject that is selected: "country:PAK".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selection: Option<String>,
    /// A second country it is compared with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compare: Option<String>,
    /// The number of the passage that is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passage: Option<u32>,
    /// Key of the era.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub era: Option<String>,
    /// Whether features that are not in the article are drawn.
    #[serde(skip_serializing_if = "is_false")]
    pub outside: bool,
    /// Whether what has happened since is drawn.
    #[serde(skip_serializing_if = "is_false")]
    pub afterwards: bool,
    /// Whose view of disputed borders: "neutral", "de facto", "indian" and so on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worldview: Option<String>,
    /// "web mercator"; otherwise the map is equal-area.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projection: Option<RawProjection>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub background: Option<RawBackground>,
    /// Whether meridians and parallels are drawn.
    #[serde(skip_serializing_if = "is_false")]
    pub graticule: bool,
    /// West, south, east, north in degrees, to be framed with some air around.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frame: Option<[f64; 4]>,
    /// What is in sight at least, instead of a frame.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view: Option<RawView>,
}

#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawProjection {
    EqualArea,
    WebMercator,
}

#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawBackground {
    None,
    Relief,
    /// Only shown to those who have agreed to go online; relief until then.
    OpenStreetMap,
    /// Of the file that was chosen last; relief without one.
    MapFile,
}

/// A stretch of land around a point.
#[derive(Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawView {
    /// Longitude and latitude.
    pub center: [f64; 2],
    pub width_km: f64,
    pub height_km: f64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it so")]
fn is_false(value: &bool) -> bool {
    !value
}
