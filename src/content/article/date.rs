//! The date that stands before a text, as people write it.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What is longer is no date.
const LONGEST: usize = 40;

/// "2024-08-11" is 11 August 2024, and so it is with an hour after it; other words of a date stay as
/// they are, and what is none is left out.
pub(super) fn date_in_words(date: &str) -> String {
    let date = date.trim();
    let is_of_date = |letter: char| letter.is_alphanumeric() || " -.,/:+".contains(letter);
    let has_digit = date.contains(|letter: char| letter.is_ascii_digit());
    if date.chars().count() > LONGEST || !has_digit || !date.chars().all(is_of_date) {
        return String::new();
    }
    day_of(date).unwrap_or_else(|| date.to_owned())
}

/// Of year, month and day in this order, and whatever hour.
fn day_of(date: &str) -> Option<String> {
    let (day, hour) = date.split_at_checked(10).filter(|_| date.is_ascii())?;
    if !(hour.is_empty() || hour.starts_with(['T', ' '])) {
        return None;
    }
    let mut parts = day.splitn(3, '-').map(str::parse::<usize>);
    let (year, month, day) = (
        parts.next()?.ok()?,
        parts.next()?.ok()?,
        parts.next()?.ok()?,
    );
    let name = MONTHS.get(month.checked_sub(1)?)?;
    (1..=31)
        .contains(&day)
        .then(|| format!("{day} {name} {year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_numbers_is_told_in_words_and_what_is_no_date_is_left_out() {
        for (given, told) in [
            ("2024-08-11", "11 August 2024"),
            ("2024-08-11T06:30:00Z", "11 August 2024"),
            ("11 August 2024", "11 August 2024"),
            ("2024-13-11", "2024-13-11"),
            ("August", ""),
            ("<b>2024</b>", ""),
            ("", ""),
        ] {
            assert_eq!(date_in_words(given), told, "{given}");
        }
    }
}
