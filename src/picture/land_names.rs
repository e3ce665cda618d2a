//! Names of rivers, mountains and regions as labels: along what they name where it has a
//! direction, and none that the story has for itself.

use super::labels::{LabelKind, LabelSource, LabelStyle};
use super::room::Anchor;
use crate::atlas::{LANDS, LandPlace, RIVERS};
use crate::geography::{LonLat, MapPoint, MapProjection};
use crate::world::World;

/// Zooms from a name's first to its last: nearer, what it names is larger than the view.
const LAND_ZOOMS: f64 = 3.2;
const RIVER_ZOOMS: f64 = 5.0;

/// After the names of countries and foreign capitals.
const LAND_RANK: i64 = 5_800;

/// After the names of large cities.
const RIVER_RANK: i64 = 6_150;

pub(super) fn river_labels(projection: MapProjection) -> impl Iterator<Item = LabelSource> {
    RIVERS.iter().zip(RIVER_RANK..).map(move |(river, rank)| {
        let (at, turn_deg) = middle(river.run, projection);
        LabelSource {
            kind: LabelKind::AlongLine { turn_deg },
            min_zoom: river.min_zoom,
            max_zoom: river.min_zoom + RIVER_ZOOMS,
            ..plain(river.name, LabelStyle::River, at, rank)
        }
    })
}

pub(super) fn land_labels(
    world: &World,
    projection: MapProjection,
) -> impl Iterator<Item = LabelSource> {
    let is_in_story = |name: &str| {
        let mut places = world.places.iter();
        places.any(|(_, place)| place.name.eq_ignore_ascii_case(name))
    };
    let lands = LANDS.iter().zip(LAND_RANK..);
    lands
        .filter(move |(land, _)| !is_in_story(land.name))
        .map(move |(land, rank)| {
            let (at, kind) = match land.place {
                LandPlace::Along(run) => {
                    let (at, turn_deg) = middle(run, projection);
                    (at, LabelKind::Turned { turn_deg })
                }
                LandPlace::At(at) => (projection.project(at), LabelKind::Centered),
            };
            LabelSource {
                kind,
                min_zoom: land.min_zoom,
                max_zoom: land.min_zoom + LAND_ZOOMS,
                ..plain(land.name, LabelStyle::Land, at, rank)
            }
        })
}

fn plain(name: &str, style: LabelStyle, at: MapPoint, rank: i64) -> LabelSource {
    LabelSource {
        subject: None,
        text: name.to_owned(),
        style,
        kind: LabelKind::Centered,
        anchors: vec![Anchor::free(at)],
        home: 1,
        min_zoom: 0.0,
        max_zoom: 0.0,
        rank,
    }
}

/// The middle of a run on the map, and its direction as words read it: from left to right,
/// clockwise from level.
fn middle(run: [LonLat; 2], projection: MapProjection) -> (MapPoint, i16) {
    let [a, b] = run.map(|end| projection.project(end));
    let (left, right) = if a.x <= b.x { (a, b) } else { (b, a) };
    let turn = (right.y - left.y).atan2(right.x - left.x);
    let at = MapPoint {
        x: f64::midpoint(a.x, b.x),
        y: f64::midpoint(a.y, b.y),
    };
    (at, turn.to_degrees().round() as i16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_along_a_run_reads_from_left_to_right_whichever_way_the_water_flows() {
        for projection in MapProjection::ALL {
            for label in river_labels(projection).chain(land_labels(&World::default(), projection))
            {
                if let LabelKind::AlongLine { turn_deg } | LabelKind::Turned { turn_deg } =
                    label.kind
                {
                    assert!((-90..=90).contains(&turn_deg), "{}: {turn_deg}", label.text);
                }
            }
        }
        let ural = [LonLat::new(59.0, 64.0), LonLat::new(59.0, 55.0)];
        let (_, turn_deg) = middle(ural, MapProjection::WebMercator);
        assert_eq!(turn_deg.abs(), 90);
    }
}
