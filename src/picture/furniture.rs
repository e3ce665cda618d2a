//! The scale bar's length and words.

use super::View;
use crate::geography::MapProjection;

/// A scale bar: its words, and how long it is on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct ScaleBar {
    pub text: String,
    pub length_px: f32,
}

/// The longest round distance (1, 2 or 5 times a power of ten) that fits into `most_px`, true at
/// the centre of the view.
pub fn scale_bar(view: &View, projection: MapProjection, most_px: f32) -> ScaleBar {
    let center = projection.unproject(view.center);
    let px_per_km = projection.pixels_per_meter(center) * 1000.0 * view.scale;
    let most_km = f64::from(most_px) / px_per_km;
    let power = 10_f64.powf(most_km.log10().floor());
    let km = [5.0, 2.0, 1.0]
        .map(|factor| factor * power)
        .into_iter()
        .find(|&km| km <= most_km)
        .unwrap_or(power);
    let text = if km >= 1.0 {
        format!("{km:.0} km")
    } else {
        format!("{:.0} m", km * 1000.0)
    };
    ScaleBar {
        text,
        length_px: (km * px_per_km) as f32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geography::LonLat;
    use egui::{Rect, pos2};

    #[test]
    fn the_bar_is_round_and_not_longer_than_it_may_be() {
        let rect = Rect::from_min_max(pos2(0.0, 0.0), pos2(1000.0, 700.0));
        for projection in MapProjection::ALL {
            for zoom in [2.0, 4.5, 7.3, 11.9] {
                let center = projection.project(LonLat::new(70.0, 33.0));
                let bar = scale_bar(&View::new(rect, center, zoom), projection, 140.0);
                assert!(
                    bar.length_px <= 140.0 && bar.length_px > 50.0,
                    "{zoom}: {bar:?}"
                );
                assert!(bar.text.starts_with(['1', '2', '5']), "{bar:?}");
            }
        }
    }
}
