//! Measuring on the map: the points one has clicked, and what lies between them.
//!
//! In: points and lengths. Out: how a point is found under the pointer, and how it is drawn.

use crate::atlas::Atlas;
use crate::geography::{LonLat, distance_m};
use crate::world::{Subject, World};

/// Nobody clicks more often, and a list must not grow without end.
const MOST_POINTS: usize = 200;

/// A point that is measured from or to.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredPoint {
    pub at: LonLat,
    /// Of the city or site it was set on; none for a mere place on the map.
    pub name: Option<String>,
}

/// The way that is being measured, leg by leg.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measure {
    points: Vec<MeasuredPoint>,
}

impl Measure {
    pub fn points(&self) -> &[MeasuredPoint] {
        &self.points
    }

    /// The ends of each leg.
    pub fn legs(&self) -> impl Iterator<Item = &[MeasuredPoint; 2]> {
        self.points.array_windows()
    }

    /// Over the ground, all legs together, in metres.
    pub fn length_m(&self) -> f64 {
        self.legs()
            .map(|[from, to]| distance_m(from.at, to.at))
            .sum()
    }

    /// One leg more; a second click on the same place adds none.
    pub(super) fn add(&mut self, point: MeasuredPoint) {
        let is_new = self.points.last().is_none_or(|last| last.at != point.at);
        if is_new && self.points.len() < MOST_POINTS {
            self.points.push(point);
        }
    }

    pub(super) fn take_back(&mut self) {
        self.points.pop();
    }
}

/// Where one measures from at a subject: a country's capital, a place.
pub fn measured_at(world: &World, atlas: &Atlas, subject: Subject) -> Option<MeasuredPoint> {
    let at = world.anchor(atlas, subject)?;
    let capital = match subject {
        Subject::Country(id) => atlas.country(id).and_then(|country| country.capital),
        _ => None,
    };
    let name = capital
        .and_then(|index| atlas.cities.get(index))
        .map_or_else(|| world.name_of(atlas, subject), |city| &city.name);
    Some(MeasuredPoint {
        at,
        name: Some(name.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(lon_deg: f64) -> MeasuredPoint {
        MeasuredPoint {
            at: LonLat::new(lon_deg, 30.0),
            name: None,
        }
    }

    #[test]
    fn each_point_adds_a_leg_and_a_second_click_on_the_same_place_none() {
        let mut measure = Measure::default();
        for lon in [70.0, 71.0, 71.0, 73.0] {
            measure.add(point(lon));
        }
        assert_eq!(measure.legs().count(), 2);
        let whole = measure.length_m();
        measure.take_back();
        assert_eq!(measure.legs().count(), 1);
        assert!((measure.length_m() - whole / 3.0).abs() < 100.0);
        for _ in 0..5 {
            measure.take_back();
        }
        assert!(measure.points().is_empty() && measure.length_m() == 0.0);
    }
}
