//! Which names the map could carry: their words, places and rank. Made once per story and
//! projection; `placement` chooses among them for a view.

use super::overlay::OverlayShapes;
use crate::atlas::{Atlas, Country, CountryId, SEAS};
use crate::geography::{GeoBounds, LonLat, MapPoint, MapProjection, MapRect};
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
    pub anchors: Vec<MapPoint>,
    /// From this zoom on.
    pub min_zoom: f64,
    /// Up to this zoom.
    pub max_zoom: f64,
    /// Smaller goes first.
    pub rank: i64,
}

/// Knows how large words get on the screen.
pub trait TextMeasure {
    /// Width and height in points of the source with that index.
    fn size(&mut self, index: usize, source: &LabelSource) -> egui::Vec2;
}

/// All names, best first.
pub fn label_sources(
    world: &World,
    atlas: &Atlas,
    shapes: &OverlayShapes,
    owner_at: &dyn Fn(LonLat) -> Option<CountryId>,
) -> Vec<LabelSource> {
    let projection = shapes.projection;
    let focus: Vec<CountryId> = world.focus.iter().map(|focus| focus.country).collect();
    let mut sources: Vec<LabelSource> = Vec::new();
    for (index, country) in atlas.countries.iter().enumerate() {
        let id = CountryId(u16::try_from(index).unwrap_or(u16::MAX));
        let style = if focus.contains(&id) {
            LabelStyle::FocusCountry
        } else {
            LabelStyle::Country
        };
        sources.push(country_label(country, id, style, projection, owner_at));
    }
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
            text: place.name.clone(),
            style: LabelStyle::Region,
            kind: LabelKind::Centered,
            anchors: vec![projection.project(place.at)],
            min_zoom: 2.0,
            max_zoom: 9.0,
            rank: 2_500,
        });
    }
    for (order, sea) in SEAS.iter().enumerate() {
        sources.push(LabelSource {
            subject: None,
            text: sea.name.to_owned(),
            style: LabelStyle::Sea,
            kind: LabelKind::Centered,
            anchors: vec![projection.project(sea.at)],
            min_zoom: sea.min_zoom,
            max_zoom: sea.min_zoom + 5.0,
            rank: 4_000 + order as i64,
        });
    }
    sources.extend(city_labels(atlas, &focus, projection));
    sources.sort_by_key(|source| source.rank);
    sources
}

fn country_label(
    country: &Country,
    id: CountryId,
    style: LabelStyle,
    projection: MapProjection,
    owner_at: &dyn Fn(LonLat) -> Option<CountryId>,
) -> LabelSource {
    let is_focus = style == LabelStyle::FocusCountry;
    let frame = frame_rect(country.frame, projection);
    let mut anchors = vec![projection.project(country.label)];
    // A large country of which the view shows only a part still gets its name, inside that part.
    if is_focus || country.frame.east_deg - country.frame.west_deg > 12.0 {
        anchors.extend(inner_points(country, id, owner_at).map(|at| projection.project(at)));
    }
    // A name about as wide as its country: 8 points a letter with the spacing.
    let width_px = country.name.chars().count() as f64 * if is_focus { 9.0 } else { 7.0 };
    let fits_at = (width_px / frame.width().max(1e-6)).log2();
    let size = (frame.width() * frame.height()).max(1e-9);
    LabelSource {
        subject: Some(Subject::Country(id)),
        text: country.name.to_uppercase(),
        style,
        kind: LabelKind::Centered,
        anchors,
        min_zoom: if is_focus { 0.0 } else { fits_at - 0.25 },
        max_zoom: if is_focus {
            12.0
        } else {
            (fits_at + 5.0).max(7.0)
        },
        rank: if is_focus {
            0
        } else {
            5_000 - (size.log2() * 20.0) as i64
        },
    }
}

/// A net of points inside the country, nearest to its label first.
fn inner_points<'a>(
    country: &'a Country,
    id: CountryId,
    owner_at: &'a dyn Fn(LonLat) -> Option<CountryId>,
) -> impl Iterator<Item = LonLat> + 'a {
    let GeoBounds {
        west_deg,
        south_deg,
        east_deg,
        north_deg,
    } = country.frame;
    let (columns, rows) = (14, 9);
    let mut points: Vec<LonLat> = (1..columns)
        .flat_map(|column| (1..rows).map(move |row| (column, row)))
        .map(|(column, row)| {
            LonLat::new(
                west_deg + (east_deg - west_deg) * f64::from(column) / f64::from(columns),
                south_deg + (north_deg - south_deg) * f64::from(row) / f64::from(rows),
            )
        })
        .filter(|&point| owner_at(point) == Some(id))
        .collect();
    let far = |point: &LonLat| {
        (point.lon_deg - country.label.lon_deg).hypot(point.lat_deg - country.label.lat_deg)
    };
    points.sort_by(|a, b| far(a).total_cmp(&far(b)));
    points.into_iter()
}

fn frame_rect(frame: GeoBounds, projection: MapProjection) -> MapRect {
    let (middle_lon, middle_lat) = (frame.center().lon_deg, frame.center().lat_deg);
    MapRect::around(
        [
            LonLat::new(frame.west_deg, middle_lat),
            LonLat::new(frame.east_deg - 1e-9, middle_lat),
            LonLat::new(middle_lon, frame.south_deg),
            LonLat::new(middle_lon, frame.north_deg),
        ]
        .map(|at| projection.project(at)),
    )
}

/// The short name at the best of several points along the feature's longest path.
fn feature_label(world: &World, shapes: &OverlayShapes, id: Id<Feature>) -> Option<LabelSource> {
    let feature = world.features.get(id)?;
    let shape = shapes.shape(id)?;
    let longest = shape.paths.iter().max_by(|a, b| {
        (a.bounds.width() + a.bounds.height()).total_cmp(&(b.bounds.width() + b.bounds.height()))
    });
    let anchors: Vec<MapPoint> = if let Some(path) = longest {
        let last = path.points.len().saturating_sub(1);
        [
            0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9,
        ]
        .iter()
        .filter_map(|part| path.points.get((last as f64 * part).round() as usize))
        .copied()
        .collect()
    } else {
        shape.sites.first().copied().into_iter().collect()
    };
    let kind = if longest.is_some() {
        LabelKind::BesideLine
    } else {
        LabelKind::BesideDot
    };
    (!anchors.is_empty()).then(|| LabelSource {
        subject: Some(Subject::Feature(id)),
        text: feature.short_name.clone(),
        style: LabelStyle::Feature,
        kind,
        anchors,
        min_zoom: 2.0,
        max_zoom: 13.0,
        rank: 1_000 + id.index() as i64,
    })
}

fn city_labels(
    atlas: &Atlas,
    focus: &[CountryId],
    projection: MapProjection,
) -> impl Iterator<Item = LabelSource> {
    atlas.cities.iter().enumerate().map(move |(order, city)| {
        let is_focus = focus.contains(&city.country);
        let by_size = match city.population {
            5_000_000.. => 4.0,
            2_000_000.. => 4.7,
            1_000_000.. => 5.3,
            500_000.. => 6.0,
            250_000.. => 6.8,
            _ => 7.5,
        };
        let min_zoom = match (city.is_capital, is_focus) {
            (true, true) => 2.0,
            (true, false) => 4.4,
            (false, true) => by_size,
            (false, false) => by_size + 0.6,
        };
        LabelSource {
            subject: None,
            text: city.name.clone(),
            style: if city.is_capital {
                LabelStyle::Capital
            } else {
                LabelStyle::City
            },
            kind: LabelKind::BesideDot,
            anchors: vec![projection.project(city.at)],
            min_zoom,
            max_zoom: 14.0,
            rank: match (city.is_capital, is_focus) {
                (true, true) => 500,
                (true, false) => 5_500,
                (false, true) => 6_000,
                (false, false) => 7_000,
            } + i64::try_from(order).unwrap_or(0).min(400),
        }
    })
}
