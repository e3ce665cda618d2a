//! Positions and boxes on the flat map, in pixels at zoom 0.

/// A position on the map plane: pixels at zoom 0, x to the east, y to the south.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPoint {
    pub x: f64,
    pub y: f64,
}

/// A box on the map plane, in pixels at zoom 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapRect {
    pub min: MapPoint,
    pub max: MapPoint,
}

impl MapRect {
    /// A box that holds nothing and grows with [`MapRect::extend`].
    pub const NOTHING: Self = Self {
        min: MapPoint {
            x: f64::INFINITY,
            y: f64::INFINITY,
        },
        max: MapPoint {
            x: f64::NEG_INFINITY,
            y: f64::NEG_INFINITY,
        },
    };

    /// The smallest box around the points; [`MapRect::NOTHING`] when there are none.
    pub fn around(points: impl IntoIterator<Item = MapPoint>) -> Self {
        let mut rect = Self::NOTHING;
        for point in points {
            rect.extend(point);
        }
        rect
    }

    pub fn extend(&mut self, point: MapPoint) {
        self.min.x = self.min.x.min(point.x);
        self.min.y = self.min.y.min(point.y);
        self.max.x = self.max.x.max(point.x);
        self.max.y = self.max.y.max(point.y);
    }

    pub fn union(self, other: Self) -> Self {
        let mut rect = self;
        rect.extend(other.min);
        rect.extend(other.max);
        rect
    }

    pub fn is_empty(self) -> bool {
        self.min.x > self.max.x || self.min.y > self.max.y
    }

    pub fn width(self) -> f64 {
        (self.max.x - self.min.x).max(0.0)
    }

    pub fn height(self) -> f64 {
        (self.max.y - self.min.y).max(0.0)
    }

    pub fn center(self) -> MapPoint {
        MapPoint {
            x: f64::midpoint(self.min.x, self.max.x),
            y: f64::midpoint(self.min.y, self.max.y),
        }
    }

    pub fn intersects(self, other: Self) -> bool {
        self.min.x <= other.max.x
            && self.max.x >= other.min.x
            && self.min.y <= other.max.y
            && self.max.y >= other.min.y
    }

    pub fn contains(self, point: MapPoint) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }
}
