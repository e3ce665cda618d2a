//! Which names the map could carry: their words, places and rank. Made once per story and
//! projection; `placement` chooses among them for a view.

use std::borrow::Cow;

use geo::{Coord, InteriorPoint as _, LineString, Polygon};

use super::city_names::{city_labels, other_city_labels};
use super::country_names::{Land, OwnerAt, country_labels};
use super::land_names::{land_labels, river_labels};
use super::overlay::{FeaturePath, FeatureShape, OverlayShapes};
use super::room::Anchor;
use super::sea_names::sea_label;
use crate::atlas::{Atlas, CountryId, SEAS};
use crate::geography::{MapPoint, MapRect};
use crate::world::{Feature, Id, Subject, World};

/// How a label is set; the theme gives it a face, a size and a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LabelStyle {
    /// Spaced capitals, large.
    FocusCountry,
    /// Spaced capitals, small.
    Country,
    /// Italic, in the colour of water.
    Sea,
    Capital,
    City,
    /// In the colour of its overlay.
    Feature,
    /// A region of the story, italic.
    Region,
    /// A river: italic, in the colour of water, small.
    River,
    /// Mountains, plains and regions that are not of the story: italic, muted.
    Land,
}

/// Where a label stands to its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// Centred on the anchor.
    Centered,
    /// Beside a dot at the anchor: right, left, above or below.
    BesideDot,
    /// Above or below a line that runs through the anchor.
    BesideLine,
    /// Beside a line that runs through the anchor, turned clockwise as it runs.
    AlongLine { turn_deg: i16 },
    /// Centred on the anchor and turned clockwise.
    Turned { turn_deg: i16 },
}

impl LabelKind {
    /// How far the words are turned, clockwise.
    pub fn turn_deg(self) -> i16 {
        match self {
            Self::AlongLine { turn_deg } | Self::Turned { turn_deg } => turn_deg,
            Self::Centered | Self::BesideDot | Self::BesideLine => 0,
        }
    }

    /// The room words of a size take as they are turned.
    pub fn turned_size(self, size: egui::Vec2) -> egui::Vec2 {
        let (sin, cos) = f32::from(self.turn_deg()).to_radians().abs().sin_cos();
        egui::vec2(size.x * cos + size.y * sin, size.x * sin + size.y * cos)
    }
}

/// A name the map could carry.
#[derive(Clone, Debug)]
pub struct LabelSource {
    /// What a click on it selects; none for plain names.
    pub subject: Option<Subject>,
    pub text: String,
    pub style: LabelStyle,
    pub kind: LabelKind,
    /// Where it may stand, the best place first.
    pub anchors: Vec<Anchor>,
    /// The first so many of the anchors are about as good as the best.
    pub home: usize,
    /// From this zoom on.
    pub min_zoom: f64,
    /// Up to this zoom.
    pub max_zoom: f64,
    /// Smaller goes first.
    pub rank: i64,
}

/// How a name is set: in which of its style's sizes, and whether it is broken into two lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Setting {
    /// 0 is the smallest size.
    pub step: u8,
    pub lines: Lines,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lines {
    #[default]
    One,
    Two,
}

impl LabelSource {
    /// The words as they are set: two lines are about equally long.
    pub fn set_text(&self, lines: Lines) -> Cow<'_, str> {
        let text = &self.text;
        let longer_line = |&at: &usize| at.max(text.len() - at - 1);
        let spaces = text.match_indices(' ').map(|(at, _)| at);
        // Of two breaks as good as each other the later one: "Gulf of" stays together.
        match spaces.rev().min_by_key(longer_line) {
            Some(at) if lines == Lines::Two => {
                let (first, second) = text.split_at(at);
                Cow::Owned(format!("{first}\n{}", second.trim_start()))
            }
            _ => Cow::Borrowed(text),
        }
    }

    /// Whether it may be set in two lines.
    pub fn can_break(&self) -> bool {
        let is_lettering = matches!(
            self.style,
            LabelStyle::FocusCountry | LabelStyle::Country | LabelStyle::Sea | LabelStyle::Land
        ) && self.kind == LabelKind::Centered;
        is_lettering && self.text.contains(' ')
    }
}

/// Knows how large words get on the screen.
pub trait TextMeasure {
    /// How many sizes a style has.
    fn steps(&self, style: LabelStyle) -> u8;

    /// Width and height in points of the source with that index.
    fn size(&mut self, index: usize, source: &LabelSource, setting: Setting) -> egui::Vec2;
}

/// Longer names are cut on the map: names come from files, and one must not cover it.
const MOST_LETTERS: usize = 60;

/// A name as the map can carry it: one line, and not too long.
pub(super) fn map_text(name: &str) -> String {
    let mut letters = name
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut text: String = letters.by_ref().take(MOST_LETTERS).collect();
    if letters.next().is_some() {
        text.pop();
        text.truncate(text.trim_end().len());
        text.push('\u{2026}');
    }
    text
}

/// All names, best first.
pub fn label_sources(
    world: &World,
    atlas: &Atlas,
    shapes: &OverlayShapes,
    owner_at: &OwnerAt<'_>,
) -> Vec<LabelSource> {
    let projection = shapes.projection;
    let land = Land {
        projection,
        owner_at,
    };
    let focus: Vec<CountryId> = world.focus.iter().map(|focus| focus.country).collect();
    let mut sources = country_labels(atlas, &focus, &land);
    for (id, _) in world.features.iter() {
        sources.extend(feature_label(world, shapes, id));
    }
    for (id, place) in world
        .places
        .iter()
        .filter(|(_, place)| place.extent.is_some())
    {
        sources.push(LabelSource {
            subject: Some(Subject::Place(id)),
            text: map_text(&place.name),
            style: LabelStyle::Region,
            kind: LabelKind::Centered,
            anchors: vec![Anchor::free(projection.project(place.at))],
            home: 1,
            min_zoom: 2.0,
            max_zoom: 9.0,
            rank: 2_500,
        });
    }
    let seas = SEAS.iter().enumerate();
    sources.extend(seas.map(|(order, sea)| sea_label(sea, order, &land)));
    sources.extend(river_labels(projection));
    sources.extend(land_labels(world, projection));
    sources.extend(city_labels(world, atlas, &focus, projection));
    sources.extend(other_city_labels(world, atlas, projection));
    sources.sort_by_key(|source| source.rank);
    sources
}

/// The short name at the best of several points along the feature's longest path.
fn feature_label(world: &World, shapes: &OverlayShapes, id: Id<Feature>) -> Option<LabelSource> {
    let feature = world.features.get(id)?;
    let shape = shapes.shape(id)?;
    let (kind, anchors) = places_of(shape);
    (!anchors.is_empty()).then(|| LabelSource {
        subject: Some(Subject::Feature(id)),
        text: map_text(&feature.short_name),
        style: LabelStyle::Feature,
        kind,
        home: anchors.len(),
        anchors: anchors.into_iter().map(Anchor::free).collect(),
        min_zoom: 2.0,
        max_zoom: 13.0,
        rank: 1_000 + id.index() as i64,
    })
}

/// Where the name of a shape may stand: along its longest path, beside a site, or in an area.
fn places_of(shape: &FeatureShape) -> (LabelKind, Vec<MapPoint>) {
    let longest = shape.paths.iter().max_by(|a, b| {
        (a.bounds.width() + a.bounds.height()).total_cmp(&(b.bounds.width() + b.bounds.height()))
    });
    if let Some(path) = longest {
        (LabelKind::BesideLine, points_along(path))
    } else if let Some(&site) = shape.sites.first() {
        (LabelKind::BesideDot, vec![site])
    } else {
        let largest = shape.areas.iter().max_by(|a, b| {
            let size = |rings: &[Vec<MapPoint>]| {
                let bounds = MapRect::around(rings.iter().flatten().copied());
                bounds.width() * bounds.height()
            };
            size(a).total_cmp(&size(b))
        });
        let inside = largest.and_then(|rings| point_inside(rings));
        (LabelKind::Centered, inside.into_iter().collect())
    }
}

/// Moves the name of a feature to where the feature is drawn.
pub fn move_label(source: &mut LabelSource, shape: &FeatureShape) {
    let (_, anchors) = places_of(shape);
    if anchors.len() >= source.home {
        source.home = anchors.len();
        source.anchors = anchors.into_iter().map(Anchor::free).collect();
    }
}

/// Points of a line a name may stand at, from the middle outwards.
fn points_along(path: &FeaturePath) -> Vec<MapPoint> {
    let last = path.points.len().saturating_sub(1);
    [
        0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9, 0.0, 1.0,
    ]
    .iter()
    .filter_map(|part| path.points.get((last as f64 * part).round() as usize))
    .copied()
    .collect()
}

/// A point well inside an area: an outer ring with its holes.
fn point_inside(rings: &[Vec<MapPoint>]) -> Option<MapPoint> {
    let mut rings = rings.iter().map(|ring| {
        let coords = ring.iter().map(|&MapPoint { x, y }| Coord { x, y });
        LineString::new(coords.collect())
    });
    let area = Polygon::new(rings.next()?, rings.collect());
    let point = area.interior_point()?;
    Some(MapPoint {
        x: point.x(),
        y: point.y(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_ten_thousand_letters_or_of_several_lines_is_one_short_line_on_the_map() {
        let long = map_text(&"word ".repeat(2_000));
        assert!(long.chars().count() <= MOST_LETTERS, "{long}");
        assert!(long.ends_with("word\u{2026}"), "{long}");
        let of_length = |length: usize| map_text(&"a".repeat(length)).chars().count();
        assert_eq!([of_length(60), of_length(61)], [60, 60]);
        assert_eq!(map_text("up\nand\tdown\u{7}"), "up and down ");
        assert_eq!(map_text(""), "");
    }

    #[test]
    fn a_name_in_two_lines_has_them_about_equally_long() {
        let set = |text: &str| {
            let source = LabelSource {
                subject: None,
                text: text.to_owned(),
                style: LabelStyle::Sea,
                kind: LabelKind::Centered,
                anchors: Vec::new(),
                home: 0,
                min_zoom: 0.0,
                max_zoom: 9.0,
                rank: 0,
            };
            source.set_text(Lines::Two).into_owned()
        };
        assert_eq!(set("Persian Gulf"), "Persian\nGulf");
        assert_eq!(set("Gulf of Aden"), "Gulf of\nAden");
        assert_eq!(set("UNITED ARAB EMIRATES"), "UNITED ARAB\nEMIRATES");
        assert_eq!(set("Kattegat"), "Kattegat");
    }
}
