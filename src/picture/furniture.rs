//! The scale bars' lengths and words.

use super::View;
use super::distance::grouped;
use crate::geography::{METERS_PER_MILE, MapPoint, MapProjection, distance_m};

/// A scale bar: its words, and how long it is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleBar {
    pub text: String,
    pub length_px: f32,
}

/// What a scale bar counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScaleUnit {
    Kilometers,
    Miles,
}

/// The longest round distance (1, 2 or 5 times a power of ten, or 3 for miles) that fits into
/// `most_px`, true at the centre of the view: the bar laid across the centre spans just that on the
/// ground. Away from there no flat map can keep that promise.
pub fn scale_bar(
    view: &View,
    projection: MapProjection,
    unit: ScaleUnit,
    most_px: f32,
) -> Option<ScaleBar> {
    let unit_m = match unit {
        ScaleUnit::Kilometers => 1_000.0,
        ScaleUnit::Miles => METERS_PER_MILE,
    };
    let most = span_m(view, projection, f64::from(most_px)) / unit_m;
    if !most.is_finite() || most <= 0.0 {
        return None;
    }
    let power = 10_f64.powf(most.log10().floor());
    let factors: &[f64] = match unit {
        ScaleUnit::Kilometers => &[5.0, 2.0, 1.0],
        // 300 miles go well with 500 kilometres.
        ScaleUnit::Miles => &[5.0, 3.0, 2.0, 1.0],
    };
    let factors = factors.iter().map(|factor| factor * power);
    let count = factors.into_iter().find(|&count| count <= most)?;
    let text = match unit {
        ScaleUnit::Kilometers if count >= 1.0 => format!("{} km", grouped(count)),
        ScaleUnit::Kilometers => format!("{:.0} m", count * 1_000.0),
        ScaleUnit::Miles if count >= 1.0 => format!("{} mi", grouped(count)),
        ScaleUnit::Miles => format!("{count:.1} mi"),
    };
    Some(ScaleBar {
        text,
        length_px: length_px(view, projection, count * unit_m, most_px),
    })
}

/// How long a level stretch around the centre of the view is on the ground.
fn span_m(view: &View, projection: MapProjection, length_px: f64) -> f64 {
    let half = length_px / view.scale / 2.0;
    let [from, to] = [-half, half].map(|dx| {
        projection.unproject(MapPoint {
            x: view.center.x + dx,
            y: view.center.y,
        })
    });
    distance_m(from, to)
}

/// Corrections smaller than this can not be seen.
const NO_MORE_PX: f64 = 0.02;

/// How long a level stretch around the centre has to be to span so many metres, and not more than
/// `most_px`. Spans grow nearly as their stretches do, so a few corrections are enough.
fn length_px(view: &View, projection: MapProjection, meters: f64, most_px: f32) -> f32 {
    let most_px = f64::from(most_px);
    let mut length_px = most_px;
    for _ in 0..9 {
        let span_m = span_m(view, projection, length_px);
        let before_px = length_px;
        length_px = (length_px * meters / span_m.max(1e-9)).min(most_px);
        if (length_px - before_px).abs() < NO_MORE_PX {
            break;
        }
    }
    length_px as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geography::LonLat;
    use egui::{Rect, pos2};
    use geo::{Distance as _, Geodesic, Haversine, Point};

    fn view(at: LonLat, zoom: f64, projection: MapProjection) -> View {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 700.0));
        View::new(rect, projection.project(at), zoom)
    }

    #[test]
    fn the_bar_is_round_and_not_longer_than_it_may_be() {
        for projection in MapProjection::ALL {
            for unit in [ScaleUnit::Kilometers, ScaleUnit::Miles] {
                for zoom in [2.0, 4.5, 7.3, 11.9] {
                    let view = view(LonLat::new(70.0, 33.0), zoom, projection);
                    let bar = scale_bar(&view, projection, unit, 140.0).unwrap();
                    assert!(
                        bar.length_px <= 140.0 && bar.length_px > 50.0,
                        "{zoom}: {bar:?}"
                    );
                    assert!(bar.text.starts_with(['1', '2', '3', '5']), "{bar:?}");
                }
            }
        }
    }

    /// What the words say, in metres.
    fn said_m(text: &str) -> f64 {
        let (number, unit) = text.split_once(' ').unwrap();
        let number: f64 = number.replace(',', "").parse().unwrap();
        number
            * match unit {
                "km" => 1_000.0,
                "mi" => METERS_PER_MILE,
                _ => 1.0,
            }
    }

    #[test]
    fn the_bar_across_the_centre_spans_what_it_says_by_two_other_measures_wherever_one_looks() {
        let mut count = 0;
        for projection in MapProjection::ALL {
            for lon in (-20..=170).step_by(19) {
                for lat in (-30..=75).step_by(15) {
                    for zoom in [3.0, 5.5, 9.0] {
                        let at = LonLat::new(f64::from(lon), f64::from(lat));
                        let view = view(at, zoom, projection);
                        for unit in [ScaleUnit::Kilometers, ScaleUnit::Miles] {
                            let bar = scale_bar(&view, projection, unit, 120.0).unwrap();
                            let ends = [-0.5, 0.5].map(|side| {
                                let center = view.rect.center();
                                let x = center.x + side * bar.length_px;
                                let map = view.map_from_screen(pos2(x, center.y));
                                let at = projection.unproject(map);
                                Point::new(at.lon_deg, at.lat_deg)
                            });
                            let said = said_m(&bar.text);
                            for spans in [
                                Geodesic.distance(ends[0], ends[1]),
                                Haversine.distance(ends[0], ends[1]),
                            ] {
                                let off = (spans / said - 1.0).abs();
                                assert!(off < 0.01, "{projection:?} {at:?} {zoom} {bar:?}: {off}");
                            }
                            count += 1;
                        }
                    }
                }
            }
        }
        assert!(count > 500);
    }
}
