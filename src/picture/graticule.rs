//! Meridians and parallels: which ones a view shows, their lines on the map plane, and their names.

use super::ground::project_line;
use super::view::View;
use crate::geography::{EAST_EDGE_DEG, LonLat, MapPoint, MapProjection, WEST_EDGE_DEG};

/// Between two lines, in minutes of a degree, the widest first.
const STEPS_MIN: [u16; 9] = [1800, 900, 600, 300, 120, 60, 30, 10, 5];

/// Lines are at least so far apart at the middle of the view, in points.
const LEAST_GAP_PX: f64 = 105.0;

/// Parallels run as far as these; what lies beyond, the map hardly shows.
const SOUTH_DEG: f64 = -80.0;
const NORTH_DEG: f64 = 85.0;

/// What is drawn is made for so many steps around the view, so that not every move makes it anew.
const TILE_STEPS: f64 = 6.0;

/// What a graticule is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GraticuleKey {
    pub projection: MapProjection,
    pub step_min: u16,
    west_deg: f64,
    south_deg: f64,
    east_deg: f64,
    north_deg: f64,
}

/// One meridian or parallel.
#[derive(Clone, Debug, PartialEq)]
pub struct GraticuleLine {
    pub kind: Circle,
    /// Longitude of a meridian, latitude of a parallel.
    pub deg: f64,
    pub points: Vec<MapPoint>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circle {
    Meridian,
    Parallel,
}

impl GraticuleKey {
    /// For a view: lines as close as the scale at its middle asks for, and around what it shows.
    pub fn of(view: &View, projection: MapProjection) -> Self {
        let center = projection.unproject(view.center);
        let px_per_deg = projection.pixels_per_meter(center) * 111_195.0 * view.scale;
        let is_apart = |&step: &u16| f64::from(step) / 60.0 * px_per_deg >= LEAST_GAP_PX;
        let step_min = STEPS_MIN.into_iter().rev().find(is_apart);
        let step_min = step_min.unwrap_or(STEPS_MIN[0]);
        let tile_deg = f64::from(step_min) / 60.0 * TILE_STEPS;
        let [west, south, east, north] = seen(view, projection);
        let floor = |deg: f64| (deg / tile_deg).floor() * tile_deg;
        let ceil = |deg: f64| (deg / tile_deg).ceil() * tile_deg;
        Self {
            projection,
            step_min,
            west_deg: floor(west).max(WEST_EDGE_DEG),
            south_deg: floor(south).max(SOUTH_DEG),
            east_deg: ceil(east).min(EAST_EDGE_DEG),
            north_deg: ceil(north).min(NORTH_DEG),
        }
    }

    /// All its lines; each is one piece, because none runs over the map's cut.
    pub fn lines(self) -> Vec<GraticuleLine> {
        let corner = |lon_deg: f64, lat_deg: f64| LonLat { lon_deg, lat_deg };
        let line = |kind, deg: f64, [from, to]: [LonLat; 2]| GraticuleLine {
            kind,
            deg,
            points: project_line(&[from, to], self.projection),
        };
        let meridians = self.multiples(self.west_deg, self.east_deg).map(|lon| {
            let ends = [corner(lon, self.south_deg), corner(lon, self.north_deg)];
            line(Circle::Meridian, lon, ends)
        });
        let parallels = self.multiples(self.south_deg, self.north_deg).map(|lat| {
            let ends = [corner(self.west_deg, lat), corner(self.east_deg, lat)];
            line(Circle::Parallel, lat, ends)
        });
        let mut lines: Vec<_> = meridians.collect();
        lines.extend(parallels);
        lines
    }

    fn multiples(self, from_deg: f64, to_deg: f64) -> impl Iterator<Item = f64> {
        let step = f64::from(self.step_min) / 60.0;
        let first = (from_deg / step).ceil() as i32;
        let last = (to_deg / step).floor() as i32;
        (first..=last).map(move |count| f64::from(count) * step)
    }
}

/// West, south, east and north of what a view shows: its edge, and its middle, which on the cone
/// can lie nearer to the pole than any of its edge.
fn seen(view: &View, projection: MapProjection) -> [f64; 4] {
    let visible = view.visible(4.0);
    let steps = || (0..=12).map(|step| f64::from(step) / 12.0);
    let mut bounds = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for across in steps() {
        for down in steps() {
            let at = projection.unproject(MapPoint {
                x: visible.min.x + visible.width() * across,
                y: visible.min.y + visible.height() * down,
            });
            let [west, south, east, north] = &mut bounds;
            *west = west.min(at.lon_deg);
            *south = south.min(at.lat_deg);
            *east = east.max(at.lon_deg);
            *north = north.max(at.lat_deg);
        }
    }
    bounds
}

impl GraticuleLine {
    /// "30° N", "169° W", "12° 30′ E"; neither side for 0 and 180.
    pub fn name(&self) -> String {
        let deg = match self.kind {
            Circle::Meridian if self.deg > 180.0 => self.deg - 360.0,
            _ => self.deg,
        };
        let minutes = (deg.abs() * 60.0).round() as u32;
        let (whole, rest) = (minutes / 60, minutes % 60);
        let side = match self.kind {
            _ if minutes == 0 => "",
            Circle::Meridian if minutes == 180 * 60 => "",
            Circle::Meridian if deg > 0.0 => " E",
            Circle::Meridian => " W",
            Circle::Parallel if deg > 0.0 => " N",
            Circle::Parallel => " S",
        };
        if rest == 0 {
            format!("{whole}\u{00b0}{side}")
        } else {
            format!("{whole}\u{00b0}\u{202f}{rest}\u{2032}{side}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Rect, pos2};

    fn view(lon: f64, lat: f64, zoom: f64, projection: MapProjection) -> View {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 700.0));
        View::new(rect, projection.project(LonLat::new(lon, lat)), zoom)
    }

    #[test]
    fn nearer_views_have_closer_lines_and_none_has_a_great_many() {
        for projection in MapProjection::ALL {
            let mut last = u16::MAX;
            for zoom in [1.5, 2.5, 3.5, 4.5, 6.0, 8.0, 10.0, 12.0] {
                let key = GraticuleKey::of(&view(70.0, 33.0, zoom, projection), projection);
                assert!(key.step_min <= last, "{zoom}: {key:?}");
                last = key.step_min;
                let count = key.lines().len();
                assert!((4..90).contains(&count), "{projection:?} {zoom}: {count}");
            }
            assert_eq!(last, 5);
        }
    }

    #[test]
    fn every_line_keeps_to_its_meridian_or_parallel_and_none_crosses_the_map() {
        for projection in MapProjection::ALL {
            for (lon, lat) in [(70.0, 33.0), (180.0, 65.0), (-165.0, 60.0), (100.0, 80.0)] {
                let key = GraticuleKey::of(&view(lon, lat, 3.0, projection), projection);
                for line in key.lines() {
                    for pair in line.points.windows(2) {
                        let step = (pair[0].x - pair[1].x).hypot(pair[0].y - pair[1].y);
                        assert!(step < 8.0, "{projection:?} {}: {step}", line.name());
                    }
                    for &point in &line.points {
                        let at = projection.unproject(point);
                        let own = match line.kind {
                            Circle::Meridian => at.lon_deg,
                            Circle::Parallel => at.lat_deg,
                        };
                        assert!((own - line.deg).abs() < 1e-6, "{} {at:?}", line.name());
                    }
                }
            }
        }
    }

    #[test]
    fn lines_are_called_as_a_chart_calls_them() {
        let name = |kind, deg| {
            let points = Vec::new();
            GraticuleLine { kind, deg, points }.name()
        };
        let names = [60.0, -30.0, 0.0, 180.0, 190.0].map(|deg| name(Circle::Meridian, deg));
        assert_eq!(names, ["60° E", "30° W", "0°", "180°", "170° W"]);
        let names = [30.0, -10.0, 0.0, 12.5].map(|deg| name(Circle::Parallel, deg));
        assert_eq!(names, ["30° N", "10° S", "0°", "12°\u{202f}30′ N"]);
    }
}
