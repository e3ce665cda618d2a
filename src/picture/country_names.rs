//! Where the names of countries may stand, and how large they may be set there.

use std::collections::BTreeMap;

use super::labels::{LabelKind, LabelSource, LabelStyle, map_text};
use super::room::{Anchor, Room, Walker};
use crate::atlas::{Atlas, Country, CountryId};
use crate::geography::{GeoBounds, LonLat, MapPoint, MapProjection, MapRect};
use crate::world::Subject;

/// Says whose land lies at a position. Several threads ask at once.
pub type OwnerAt<'a> = dyn Fn(LonLat) -> Option<CountryId> + Sync + 'a;

/// What it takes to ask whose land lies where.
pub(super) struct Land<'a> {
    pub projection: MapProjection,
    pub owner_at: &'a OwnerAt<'a>,
}

impl Land<'_> {
    pub(super) fn owner(&self, at: MapPoint) -> Option<CountryId> {
        (self.owner_at)(self.projection.unproject(at))
    }
}

/// Wider countries get their name also beside its best place: where there is more room, or where
/// only a part of the country is in view.
const WIDE_DEG: f64 = 6.0;

/// A name may move this far from its best place, in parts of the country's width, to be larger or
/// to keep off a line.
const HOME_RADIUS: f64 = 0.16;

/// How much of a group of islands' width its name may take: no land is under it.
const ISLANDS_PART: f64 = 0.4;

/// Wider groups of islands are called by one of them.
const SCATTERED_DEG: f64 = 90.0;

/// How far to each side of it.
const SPECK_DEG: f64 = 0.5;

/// The row a name's height is measured in, in parts of the width there is for it.
const ROW_HEIGHT: f64 = 0.05;

/// The names of all countries. Measuring the land takes most of the time there is before the first
/// frame, so the countries are shared among the processor's cores.
pub(super) fn country_labels(
    atlas: &Atlas,
    focus: &[CountryId],
    land: &Land<'_>,
) -> Vec<LabelSource> {
    let label = |index: usize, country: &Country| {
        let id = CountryId(u16::try_from(index).unwrap_or(u16::MAX));
        let style = if focus.contains(&id) {
            LabelStyle::FocusCountry
        } else {
            LabelStyle::Country
        };
        country_label(country, id, style, land)
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let shares = cores.min(MOST_THREADS);
    // Every n-th country each: neighbours in the list can be of very different size.
    let share = |first: usize| -> Vec<(usize, LabelSource)> {
        let countries = atlas.countries.iter().enumerate();
        let own = countries.skip(first).step_by(shares);
        own.map(|(index, country)| (index, label(index, country)))
            .collect()
    };
    let mut labels = std::thread::scope(|scope| {
        let others: Vec<_> = (1..shares)
            .map(|first| scope.spawn(move || share(first)))
            .collect();
        let mut labels = share(0);
        for other in others {
            labels.extend(other.join().unwrap_or_default());
        }
        labels
    });
    labels.sort_by_key(|&(index, _)| index);
    labels.into_iter().map(|(_, label)| label).collect()
}

/// More than these would be waiting for memory.
const MOST_THREADS: usize = 4;

fn country_label(
    country: &Country,
    id: CountryId,
    style: LabelStyle,
    land: &Land<'_>,
) -> LabelSource {
    let is_focus = style == LabelStyle::FocusCountry;
    let label = land.projection.project(country.label);
    let width_deg = country.frame.east_deg - country.frame.west_deg;
    // Specks all over an ocean are no land as wide as that.
    let is_scattered = width_deg > SCATTERED_DEG && land.owner(label) != Some(id);
    let bounds = if is_scattered {
        around(country.label)
    } else {
        country.frame
    };
    let frame = frame_rect(bounds, land.projection);
    let mut anchors = vec![best_place(country, frame, id, land)];
    if is_focus || (width_deg > WIDE_DEG && !is_scattered) {
        anchors.extend(inner_anchors(label, frame, id, style, land));
    }
    let is_home =
        |anchor: &&Anchor| super::curve::distance(anchor.at, label) < HOME_RADIUS * frame.width();
    let home = anchors.iter().take_while(is_home).count().max(1);
    // A name about as wide as its country: 7 points a letter with the spacing.
    let width_px = country.name.chars().count() as f64 * 7.0;
    let fits_at = (width_px / frame.width().max(1e-6)).log2();
    let size = (frame.width() * frame.height()).max(1e-9);
    LabelSource {
        subject: Some(Subject::Country(id)),
        text: map_text(&country.name).to_uppercase(),
        style,
        kind: LabelKind::Centered,
        anchors,
        home,
        min_zoom: if is_focus { 0.0 } else { fits_at - 1.25 },
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

/// What a single speck would be framed by.
fn around(at: LonLat) -> GeoBounds {
    GeoBounds {
        west_deg: at.lon_deg - SPECK_DEG,
        south_deg: at.lat_deg - SPECK_DEG,
        east_deg: at.lon_deg + SPECK_DEG,
        north_deg: at.lat_deg + SPECK_DEG,
    }
}

/// The label's place in the atlas, or the middle of the land in its row where that is elsewhere.
fn best_place(country: &Country, frame: MapRect, id: CountryId, land: &Land<'_>) -> Anchor {
    let label = land.projection.project(country.label);
    let walker = Walker {
        is_inside: &|at| land.owner(at) == Some(id),
        step: frame.width() / 10.0,
        most_steps: 10,
    };
    let Some([west, east]) = walker.reach(label) else {
        // Too small for the level of detail at hand, or islands with sea between them.
        let room = Room::of_width(ISLANDS_PART * frame.width());
        return Anchor { at: label, room };
    };
    let middle = MapPoint {
        x: label.x + (east - west) / 2.0,
        ..label
    };
    let width_deg = country.frame.east_deg - country.frame.west_deg;
    // A small country's land is measured in one row only: there are many, and their names are
    // small.
    if width_deg <= WIDE_DEG {
        let room = Room::of_width(west + east);
        return Anchor { at: middle, room };
    }
    let is_off_middle = west.min(east) < 0.8 * west.max(east);
    let at = if is_off_middle { middle } else { label };
    let room = walker.room(at, ROW_HEIGHT * (west + east));
    Anchor {
        at,
        room: room.unwrap_or(Room::of_width(0.0)),
    }
}

/// A net of points inside the country with the room around each, nearest to its label first.
fn inner_anchors(
    label: MapPoint,
    frame: MapRect,
    id: CountryId,
    style: LabelStyle,
    land: &Land<'_>,
) -> Vec<Anchor> {
    let (columns, rows) = if style == LabelStyle::FocusCountry {
        (30, 20)
    } else {
        (11, 8)
    };
    let (cell_width, cell_height) = (
        frame.width() / f64::from(columns),
        frame.height() / f64::from(rows),
    );
    let at = |column: i32, row: i32| MapPoint {
        x: frame.min.x + (f64::from(column) + 0.5) * cell_width,
        y: frame.min.y + (f64::from(row) + 0.5) * cell_height,
    };
    let is_inside = |at: MapPoint| land.owner(at) == Some(id);
    let walker = Walker {
        is_inside: &is_inside,
        step: cell_width,
        most_steps: 1,
    };
    // How far the country reaches to both sides of each cell's middle; nothing outside.
    let mut reaches: BTreeMap<(i32, i32), f64> = BTreeMap::new();
    for row in 0..rows {
        let own: Vec<bool> = (0..columns)
            .map(|column| is_inside(at(column, row)))
            .collect();
        let mut column = 0;
        for run in own.chunk_by(|a, b| a == b) {
            let (first, next) = (column, column + i32::try_from(run.len()).unwrap_or(columns));
            column = next;
            if run.first() != Some(&true) {
                continue;
            }
            let west = walker.reach_to(at(first, row), -1.0);
            let east = walker.reach_to(at(next - 1, row), 1.0);
            for column in first..next {
                let west = west + f64::from(column - first) * cell_width;
                let east = east + f64::from(next - 1 - column) * cell_width;
                reaches.insert((column, row), west.min(east));
            }
        }
    }
    let reach = |column: i32, row: i32| reaches.get(&(column, row)).copied().unwrap_or(0.0);
    let mut anchors: Vec<Anchor> = reaches
        .keys()
        .map(|&(column, row)| Anchor {
            at: at(column, row),
            room: Room::from_rows(cell_height, |step| reach(column, row + step)),
        })
        .collect();
    let far = |anchor: &Anchor| super::curve::distance(anchor.at, label);
    anchors.sort_by(|a, b| far(a).total_cmp(&far(b)));
    anchors
}

/// Steps along each side of a frame: its sides are curves on the map.
const FRAME_STEPS: u32 = 8;

fn frame_rect(frame: GeoBounds, projection: MapProjection) -> MapRect {
    let at = |column: u32, row: u32| {
        let part = |step: u32| f64::from(step) / f64::from(FRAME_STEPS);
        // A hair inside, because the eastern edge of the world wraps to the western one.
        let width = frame.east_deg - frame.west_deg - 1e-9;
        let height = frame.north_deg - frame.south_deg;
        projection.project(LonLat::new(
            frame.west_deg + width * part(column),
            frame.south_deg + height * part(row),
        ))
    };
    let steps = 0..=FRAME_STEPS;
    MapRect::around(
        steps.flat_map(|n| [at(n, 0), at(n, FRAME_STEPS), at(0, n), at(FRAME_STEPS, n)]),
    )
}
