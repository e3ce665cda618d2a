//! Where the names of seas may stand, and how large they may be set there.

use super::country_names::Land;
use super::labels::{LabelKind, LabelSource, LabelStyle};
use super::room::{Anchor, Walker};
use crate::atlas::Sea;
use crate::geography::MapPoint;

/// The widest a sea's name gets on either side of its middle, in points.
const HALF_NAME_PX: f64 = 90.0;

/// The rows of water a name is measured in, in points where it is first shown.
const ROW_PX: f64 = 4.0;

/// Rows to the north and to the south of its place where a narrow water's name is tried too.
const OTHER_ROWS: [f64; 7] = [0.0, -3.0, 3.0, -6.0, 6.0, -9.0, 9.0];

/// A name whose half, in two lines, has this room in points needs no other place.
const WIDE_PX: f64 = 60.0;

pub(super) fn sea_label(sea: &Sea, order: usize, land: &Land<'_>) -> LabelSource {
    let anchors = anchors(sea, land);
    LabelSource {
        subject: None,
        text: sea.name.to_owned(),
        style: LabelStyle::Sea,
        kind: LabelKind::Centered,
        home: anchors.len(),
        anchors,
        min_zoom: sea.min_zoom,
        max_zoom: sea.min_zoom + 5.0,
        rank: 4_000 + order as i64,
    }
}

fn anchors(sea: &Sea, land: &Land<'_>) -> Vec<Anchor> {
    let at = land.projection.project(sea.at);
    let first_scale = sea.min_zoom.exp2();
    let walker = Walker {
        is_inside: &|at| land.owner(at).is_none(),
        step: HALF_NAME_PX / first_scale / 10.0,
        most_steps: 10,
    };
    let row_height = ROW_PX / first_scale;
    // A lake is part of a country's land, and has its zoom by hand.
    let Some(room) = walker.room(at, row_height) else {
        return vec![Anchor::free(at)];
    };
    let mut anchors = vec![Anchor { at, room }];
    if !room.fits(2.0 * WIDE_PX / first_scale, 6.0 * row_height) {
        anchors.extend(OTHER_ROWS.iter().filter_map(|row| {
            let from = MapPoint {
                y: at.y + row * row_height,
                ..at
            };
            let [west, east] = walker.reach(from)?;
            let at = MapPoint {
                x: from.x + (east - west) / 2.0,
                ..from
            };
            let room = walker.room(at, row_height)?;
            Some(Anchor { at, room })
        }));
    }
    anchors
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{AreaIndex, Atlas, Detail, Level, SEAS};
    use crate::geography::{LonLat, MapProjection};
    use crate::picture::Lines;

    #[test]
    fn every_sea_has_room_for_its_name_a_zoom_after_it_could_first_be_shown() {
        let atlas = Atlas::load().unwrap();
        for detail in [Detail::Coarse, Detail::Medium] {
            let index = AreaIndex::new(&Level::load(detail, &atlas).unwrap());
            let owner_at = |at: LonLat| {
                let area = index.area_at(at)?;
                atlas.area(area).map(|area| area.holder)
            };
            for projection in MapProjection::ALL {
                let land = Land {
                    projection,
                    owner_at: &owner_at,
                };
                for (order, sea) in SEAS.iter().enumerate() {
                    let label = sea_label(sea, order, &land);
                    // Italics of 11 points.
                    let scale = (sea.min_zoom + 1.0).exp2();
                    let has_room = [Lines::One, Lines::Two].into_iter().any(|lines| {
                        let text = label.set_text(lines);
                        let letters = text.lines().map(str::len).max().unwrap();
                        let width = letters as f64 * 6.0 / scale;
                        let height = text.lines().count() as f64 * 11.0 / scale;
                        label
                            .anchors
                            .iter()
                            .any(|anchor| anchor.room.fits(width, height))
                    });
                    assert!(has_room, "{}: {detail:?}, {projection:?}", sea.name);
                }
            }
        }
    }
}
