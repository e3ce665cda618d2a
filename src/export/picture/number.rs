//! Numbers in as few digits as do: a map has a hundred thousand of them.

/// Parts of a point in a picture that are told apart.
const PER_POINT: f64 = 100.0;

/// Adds a number to two places, without the zeros at its end.
pub(super) fn number(text: &mut String, value: f32) {
    number_of_hundredths(text, hundredths(value));
}

/// What is written of a number; equal ones are the same on paper.
pub(super) fn hundredths(value: f32) -> i64 {
    // What is no number, or is off all paper, becomes some number.
    (f64::from(value) * PER_POINT).round() as i64
}

pub(super) fn number_of_hundredths(text: &mut String, hundredths: i64) {
    if hundredths < 0 {
        text.push('-');
    }
    let (whole, part) = (
        hundredths.unsigned_abs() / 100,
        hundredths.unsigned_abs() % 100,
    );
    digits(text, whole);
    if part > 0 {
        text.push('.');
        digit(text, part / 10);
        if part % 10 > 0 {
            digit(text, part % 10);
        }
    }
}

fn digits(text: &mut String, value: u64) {
    if value >= 10 {
        digits(text, value / 10);
    }
    digit(text, value % 10);
}

fn digit(text: &mut String, value: u64) {
    text.push(char::from(b'0' + (value % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: f32) -> String {
        let mut text = String::new();
        number(&mut text, value);
        text
    }

    #[test]
    fn numbers_have_no_more_digits_than_needed() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.004, "0"),
            (-0.005_1, "-0.01"),
            (0.1, "0.1"),
            (0.05, "0.05"),
            (12.345_6, "12.35"),
            (-12.5, "-12.5"),
            (1920.0, "1920"),
            (100.999, "101"),
            (1_000_000.0, "1000000"),
        ] {
            assert_eq!(written(value), expected, "{value}");
        }
    }

    #[test]
    fn what_is_no_number_is_written_as_one() {
        for value in [
            f32::NAN,
            f32::INFINITY,
            f32::NEG_INFINITY,
            f32::MAX,
            f32::MIN,
        ] {
            let text = written(value);
            assert!(text.parse::<f64>().is_ok_and(f64::is_finite), "{text}");
        }
    }
}
