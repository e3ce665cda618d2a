//! Whether the name of a country is only a part of another's: "Bank of England", "Kenya Airways",
//! "Toyota Australia", "New Spain", a book's or a film's title. In: patterns that hold for any
//! country. Out: names that tables list one by one.

use super::article::At;
use super::tables::{CountryName, Naming};
use super::text::Shape;
use super::vocabulary::Classes;

/// The country's name at `at` belongs to a longer one.
pub(super) fn is_part_of_name(at: At<'_>, row: &CountryName) -> bool {
    if at.paragraph.headline {
        return false;
    }
    is_quoted_title(at) || carries_on(at, row) || row.naming == Naming::Direct && (is_owned(at) || follows_name(at))
}

/// "Bank of (the) X", where the head has a capital of its own.
fn is_owned(at: At<'_>) -> bool {
    let of = if at.is_before(1, &["the"]) { 2 } else { 1 };
    at.is_before(of, &["of", "for"])
        && at.classes_before(of + 1).has(Classes::HEAD)
        && at.before(of + 1).is_some_and(|token| token.is_capital() && !(token.starts_sentence && of == 2))
}

/// "Air X", "Hotel X", "HMS X", "New X", "Toyota X", "Cricket X".
fn follows_name(at: At<'_>) -> bool {
    let Some(before) = at.before(1).filter(|token| token.is_capital() && at.is_spaced(token)) else { return false };
    let first = [
        "air", "radio", "miss", "brand", "hotel", "cafe", "café", "camp", "fort", "mount", "lake", "cape", "casa",
        "villa", "operation", "hms", "uss", "ss", "mv", "rms", "hmas", "ins", "banco", "banque", "fc", "sv", "real",
    ];
    if at.is_before(1, &first) {
        return true;
    }
    if at.classes_before(1).has(Classes::BRAND) {
        return true;
    }
    // "New Germany coach" is not of a New Germany.
    let role = Classes::ROLE.with(Classes::STATE).with(Classes::MATCH).with(Classes::RULE);
    at.is_before(1, &["new", "little", "nueva", "nouvelle"])
        && (!before.starts_sentence || !at.classes_after(1).has(role) && !at.capital_after())
}

/// "X Airways", "X Wildlife Service": nouns with capitals carry the name on to one of a body. With
/// an adjective it is only a society's or a firm's: the "French Navy" is still France's.
fn carries_on(at: At<'_>, row: &CountryName) -> bool {
    let Some(next) = at.after(1).filter(|token| token.is_capital() && token.spaced) else { return false };
    if matches!(row.words, "US" | "U.S." | "U.S" | "UK" | "U.K." | "USA" | "UAE") {
        return at.classes_after(1).has(Classes::GUILD) || at.classes_after(2).has(Classes::SOCIETY) && at.is_capital_after(2);
    }
    let body = match row.naming {
        Naming::Direct => Classes::TAIL.with(Classes::SOCIETY),
        Naming::Demonym => Classes::SOCIETY,
    };
    if at.classes_after(1).has(Classes::TAIL) && row.naming == Naming::Direct {
        return true;
    }
    if at.classes_after(1).has(Classes::ROLE.with(Classes::DATE).with(Classes::TITLE).with(Classes::COUNTRY)) {
        return at.classes_after(1).has(body) && next.shape == Shape::Capital;
    }
    (1..=6)
        .take_while(|number| at.is_capital_after(*number) || at.is_after(*number, &["of", "and", "for", "&", "the"]))
        .any(|number| at.is_capital_after(number) && at.classes_after(number).has(body))
}

/// The words stand in quotation marks, and all that matter have capitals: "A Passage to India".
fn is_quoted_title(at: At<'_>) -> bool {
    let open = (1..=8).find(|number| at.is_before(*number, &["“", "\"", "‘", "«"]));
    let close = (1..=8).find(|number| at.is_after(*number, &["”", "\"", "’", "»"]));
    let (Some(open), Some(close)) = (open, close) else { return false };
    let before = (1..open).filter_map(|number| at.before(number));
    let after = (1..close).filter_map(|number| at.after(number));
    let (mut words, mut capitals, mut small) = (0, 0, 0);
    for token in before.chain(after) {
        if !token.is_word() {
            if !matches!(at.paragraph.words(token), "," | "'" | "’" | ":" | "!" | "?") {
                return false;
            }
            continue;
        }
        words += 1;
        capitals += usize::from(token.shape == Shape::Capital);
        small += usize::from(token.shape == Shape::Lower && token.end - token.start > 3);
    }
    words >= 2 && capitals >= 1 && small == 0 && capitals * 2 >= words
}
