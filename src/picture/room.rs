//! How large a name may be set where it stands: the land or water around a point, row by row.

use crate::geography::MapPoint;

/// A point a name may stand at, and the room there.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    pub at: MapPoint,
    pub room: Room,
}

impl Anchor {
    /// A point that sets no limit to the name at it.
    pub fn free(at: MapPoint) -> Self {
        Self {
            at,
            room: Room::ANY,
        }
    }
}

/// Rows of a room above and below its middle one are looked at together, because a name is
/// centred: each row is as wide as the narrower of the two, and of the rows nearer the middle.
const ROWS: usize = 4;

/// The room around a point, in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// How far it reaches to both sides, for each distance from the middle row.
    half_widths: [f64; ROWS],
    row_height: f64,
}

impl Room {
    pub const ANY: Self = Self {
        half_widths: [f64::INFINITY; ROWS],
        row_height: f64::INFINITY,
    };

    /// Room of one width, however high the name.
    pub(super) fn of_width(width: f64) -> Self {
        Self {
            half_widths: [width / 2.0; ROWS],
            row_height: f64::INFINITY,
        }
    }

    /// From the reach to both sides in the rows around a point; the middle row is 0.
    pub(super) fn from_rows(row_height: f64, reach: impl Fn(i32) -> f64) -> Self {
        let mut half_widths = [0.0; ROWS];
        let mut narrowest = f64::INFINITY;
        for (half_width, row) in half_widths.iter_mut().zip(0..) {
            narrowest = narrowest.min(reach(row)).min(reach(-row));
            *half_width = narrowest;
        }
        Self {
            half_widths,
            row_height,
        }
    }

    /// Whether a name of that width and height, centred on the point, stays inside.
    pub fn fits(&self, width: f64, height: f64) -> bool {
        let row = (height / 2.0 / self.row_height).round() as usize;
        self.half_widths
            .get(row.min(ROWS - 1))
            .is_some_and(|&half| width <= 2.0 * half)
    }
}

/// Walks from points sideways until something ends, by steps and then by halves.
pub(super) struct Walker<'a> {
    pub is_inside: &'a dyn Fn(MapPoint) -> bool,
    pub step: f64,
    pub most_steps: u32,
}

/// Times the last step is halved.
const HALVINGS: u32 = 3;

impl Walker<'_> {
    /// How far it is from a point to the end, to the west and to the east; nothing from outside.
    pub(super) fn reach(&self, from: MapPoint) -> Option<[f64; 2]> {
        (self.is_inside)(from).then(|| [-1.0, 1.0].map(|sign| self.reach_to(from, sign)))
    }

    /// How far it is from a point inside to the end; -1 for the west, 1 for the east.
    pub(super) fn reach_to(&self, from: MapPoint, sign: f64) -> f64 {
        let is_inside = |far: f64| {
            (self.is_inside)(MapPoint {
                x: from.x + far * sign,
                y: from.y,
            })
        };
        let steps = (1..=self.most_steps).find(|&n| !is_inside(f64::from(n) * self.step));
        let Some(steps) = steps else {
            return f64::from(self.most_steps) * self.step;
        };
        let mut far = f64::from(steps - 1) * self.step;
        let mut half = self.step / 2.0;
        for _ in 0..HALVINGS {
            if is_inside(far + half) {
                far += half;
            }
            half /= 2.0;
        }
        far
    }

    /// The room around a point with rows of a height. None from outside.
    pub(super) fn room(&self, at: MapPoint, row_height: f64) -> Option<Room> {
        self.reach(at)?;
        Some(Room::from_rows(row_height, |row| {
            let from = MapPoint {
                y: at.y + f64::from(row) * row_height,
                ..at
            };
            self.reach(from).map_or(0.0, |[west, east]| west.min(east))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_lake_has_room_for_a_wide_low_name_or_a_narrow_high_one_and_for_none_that_is_both() {
        let walker = Walker {
            is_inside: &|at| at.x.hypot(at.y) < 10.0,
            step: 1.0,
            most_steps: 30,
        };
        let room = walker.room(MapPoint { x: 0.0, y: 0.0 }, 2.0).unwrap();
        assert!(room.fits(19.0, 1.0) && room.fits(15.0, 11.0));
        assert!(!room.fits(19.0, 15.0) && !room.fits(21.0, 0.1));
        assert_eq!(walker.room(MapPoint { x: 11.0, y: 0.0 }, 2.0), None);
    }
}
