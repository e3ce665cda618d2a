//! Which town is a country's capital: the source has the two in files that spell them differently.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Capitals that the source's list of countries calls by another name than its list of towns.
const OTHERWISE: &[(&str, &str)] = &[("KAZ", "Astana"), ("MNG", "Ulan Bator")];

/// Not countries of their own, whatever the list says.
const NO_CAPITALS: &[&str] = &["HKG", "MAC"];

/// Whether a town is what the list of countries calls a country's capital.
pub(crate) fn is_seat(country: &str, capital: &str, town: &str) -> bool {
    let otherwise = OTHERWISE.iter().find(|(code, _)| *code == country);
    let capital = otherwise.map_or(capital, |&(_, name)| name);
    !NO_CAPITALS.contains(&country) && folded(capital) == folded(town)
}

/// Without accents and blanks around it, which one of the lists leaves out.
fn folded(name: &str) -> String {
    let letters = name.trim().nfd();
    letters
        .filter(|&letter| !is_combining_mark(letter))
        .collect()
}
