//! What to frame to show a subject.

use super::CameraGoal;
use crate::atlas::Atlas;
use crate::geography::{GeoBounds, LonLat};
use crate::world::{Feature, Geometry, INHABITED, SceneView, Subject, Tint, World};

/// The points that have to be in view to see a subject; none for one without a place.
pub fn frame_of(world: &World, atlas: &Atlas, subject: Subject) -> Option<Vec<LonLat>> {
    let points = match subject {
        Subject::Country(id) => edge_of(atlas.country(id)?.frame),
        Subject::Overlay(id) => {
            let features = world.links.in_overlay(id).iter();
            features
                .filter_map(|&feature| world.features.get(feature))
                .flat_map(|feature| points_of(feature, world, atlas))
                .collect()
        }
        Subject::Feature(id) => points_of(world.features.get(id)?, world, atlas),
        Subject::Actor(id) => {
            let own = world.actors.get(id)?.at;
            let features = world.links.features(subject).iter();
            features
                .filter_map(|&feature| world.features.get(feature))
                .flat_map(|feature| points_of(feature, world, atlas))
                .chain(own)
                .collect()
        }
        Subject::Place(id) => {
            let place = world.places.get(id)?;
            place.extent.map_or_else(|| vec![place.at], edge_of)
        }
        Subject::Dispute(id) => edge_of(atlas.dispute(id)?.frame),
    };
    if !points.is_empty() {
        return Some(points);
    }
    let beside = world.named_beside(subject);
    let frames = beside
        .iter()
        .filter_map(|&id| Some(atlas.country(id)?.frame));
    let points: Vec<LonLat> = frames.flat_map(edge_of).collect();
    (!points.is_empty()).then_some(points)
}

/// What a scene's view means for the camera; none where a story has no opening view.
pub fn goal_of(world: &World, atlas: &Atlas, view: SceneView) -> Option<CameraGoal> {
    match view {
        SceneView::Opening => home_frame(world, atlas).map(CameraGoal::Frame),
        SceneView::Frame(edges) => Some(CameraGoal::Frame(edge_of(edges))),
        SceneView::Region {
            center,
            width_m,
            height_m,
        } => Some(CameraGoal::Region {
            center,
            width_m,
            height_m,
        }),
    }
}

/// What the opening view frames: what the story says, or else its focus countries, or else all its
/// features; none for a story of nothing but words. Of an article, what it is about, or else the world.
pub(super) fn home_frame(world: &World, atlas: &Atlas) -> Option<Vec<LonLat>> {
    if let Some(frame) = world.opening_frame {
        return Some(edge_of(frame));
    }
    let countries = world
        .focus
        .iter()
        .map(|focus| Subject::Country(focus.country));
    let features = world.features.ids().map(Subject::Feature);
    let around = |subjects: &mut dyn Iterator<Item = Subject>| -> Vec<LonLat> {
        let frames = subjects.filter_map(|subject| frame_of(world, atlas, subject));
        frames.flatten().collect()
    };
    if world.tint == Tint::Mentions {
        let points = around(&mut world.is_about(atlas).iter().copied());
        let is_nowhere = points.is_empty();
        return Some(if is_nowhere {
            edge_of(INHABITED)
        } else {
            points
        });
    }
    let mut points = around(&mut countries.into_iter());
    if points.is_empty() {
        points = around(&mut features.into_iter());
    }
    (!points.is_empty()).then_some(points)
}

fn points_of(feature: &Feature, world: &World, atlas: &Atlas) -> Vec<LonLat> {
    match &feature.geometry {
        Geometry::Lines(lines) => lines.iter().flatten().map(|waypoint| waypoint.at).collect(),
        Geometry::Points(points) => points.iter().map(|waypoint| waypoint.at).collect(),
        Geometry::Polygons(polygons) => polygons.iter().flatten().flatten().copied().collect(),
        Geometry::Ends => feature
            .from
            .iter()
            .chain(&feature.to)
            .filter_map(|&end| world.anchor(atlas, end))
            .collect(),
    }
}

/// Points along a box's edge: on a conic map its corners alone do not bound it.
fn edge_of(bounds: GeoBounds) -> Vec<LonLat> {
    let GeoBounds {
        west_deg,
        south_deg,
        east_deg,
        north_deg,
    } = bounds;
    (0..=8)
        .flat_map(|step| {
            let part = f64::from(step) / 8.0;
            let lon_deg = west_deg + (east_deg - west_deg) * part;
            let lat_deg = south_deg + (north_deg - south_deg) * part;
            [
                LonLat {
                    lon_deg,
                    lat_deg: south_deg,
                },
                LonLat {
                    lon_deg,
                    lat_deg: north_deg,
                },
                LonLat {
                    lon_deg: west_deg,
                    lat_deg,
                },
                LonLat {
                    lon_deg: east_deg,
                    lat_deg,
                },
            ]
        })
        .collect()
}
