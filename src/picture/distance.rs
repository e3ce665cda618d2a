//! Distances in words: kilometres and miles side by side.

use crate::geography::METERS_PER_MILE;

/// "3,690 km · 2,293 mi". Short ways have a decimal.
pub fn distance_words(meters: f64) -> String {
    let [km, miles] = [meters / 1_000.0, meters / METERS_PER_MILE].map(|length| {
        if length < 9.95 {
            format!("{length:.1}")
        } else {
            grouped(length)
        }
    });
    format!("{km} km \u{00b7} {miles} mi")
}

/// "about 1,700 km · 1,100 mi": no more digits than the drawing is good for.
pub fn rough_distance_words(meters: f64, digits: i32) -> String {
    let [km, miles] = [meters / 1_000.0, meters / METERS_PER_MILE].map(|length| {
        if length <= 0.0 {
            return "0".to_owned();
        }
        let unit = 10_f64.powi(length.log10().floor() as i32 + 1 - digits);
        let rounded = (length / unit).round() * unit;
        if unit < 1.0 {
            format!("{rounded:.1}")
        } else {
            grouped(rounded)
        }
    });
    format!("about {km} km \u{00b7} {miles} mi")
}

/// A whole number with its thousands parted.
pub(super) fn grouped(number: f64) -> String {
    crate::world::grouped(&format!("{number:.0}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_said_in_kilometres_and_miles_with_no_false_digits() {
        for (meters, words) in [
            (0.0, "0.0 km \u{00b7} 0.0 mi"),
            (4_321.0, "4.3 km \u{00b7} 2.7 mi"),
            (375_400.0, "375 km \u{00b7} 233 mi"),
            (3_690_123.0, "3,690 km \u{00b7} 2,293 mi"),
            (20_003_931.0, "20,004 km \u{00b7} 12,430 mi"),
        ] {
            assert_eq!(distance_words(meters), words);
        }
        for (meters, digits, words) in [
            (1_732_000.0, 2, "about 1,700 km \u{00b7} 1,100 mi"),
            (1_732_000.0, 3, "about 1,730 km \u{00b7} 1,080 mi"),
            (999_600.0, 2, "about 1,000 km \u{00b7} 620 mi"),
            (2_340.0, 2, "about 2.3 km \u{00b7} 1.5 mi"),
            (0.0, 2, "about 0 km \u{00b7} 0 mi"),
        ] {
            assert_eq!(rough_distance_words(meters, digits), words);
        }
    }
}
