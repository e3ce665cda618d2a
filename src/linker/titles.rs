//! Whether the name of a country is only a part of another's: "Bank of England", "Kenya Airways",
//! "Toyota Australia", "New Spain", a book's or a film's title. In: patterns that hold for any
//! country. Out: names that tables list one by one.

use super::article::At;
use super::names::Sense;
use super::tables::{CountryName, Naming};
use super::text::Shape;
use super::vocabulary::Classes;

/// The country's name at `at` belongs to a longer one.
pub(super) fn is_part_of_name(at: At<'_>, row: &CountryName) -> bool {
    // "US$5m", "NZ$40", "U.S. 41", "US Route 1"
    if at
        .after(1)
        .is_some_and(|mark| !mark.spaced && at.paragraph.words(mark) == "$")
        || is_abbreviation(row) && (at.is_after(1, &["Route", "Highway"]) || is_road(at))
    {
        return true;
    }
    // "Jordan & Sons"
    let kin = [
        "Sons",
        "Co",
        "Company",
        "Partners",
        "Brothers",
        "Bros",
        "Daughters",
        "Associates",
    ];
    if at.is_after(1, &["&"]) && at.is_after(2, &kin) {
        return true;
    }
    if at.paragraph.headline {
        return false;
    }
    is_quoted_title(at)
        || carries_on(at, row)
        || row.naming == Naming::Direct
            && (is_owned(at) || follows_name(at) || follows_foreign_word(at))
}

fn is_abbreviation(row: &CountryName) -> bool {
    matches!(
        row.words,
        "US" | "U.S." | "U.S" | "UK" | "U.K." | "USA" | "UAE"
    )
}

/// "on U.S. 41", where the number is a road's.
fn is_road(at: At<'_>) -> bool {
    at.after(1).is_some_and(|token| {
        token.shape == Shape::Number && token.spaced && token.end - token.start <= 3
    }) && at.is_before(
        1,
        &["on", "along", "near", "of", "off", "and", "from", "to"],
    ) && at.after(2).is_none_or(|token| {
        token.spaced == token.is_word() && !matches!(at.paragraph.words(token), "-" | "%")
    }) && !at.after(2).is_some_and(|token| {
        token.shape == Shape::Lower && !at.classes_after(2).has(Classes::FUNCTION)
    })
}

/// "Bank of (the) X", where the head has a capital of its own.
fn is_owned(at: At<'_>) -> bool {
    let of = if at.is_before(1, &["the"]) { 2 } else { 1 };
    // "the Triple Alliance of Brazil, Argentina and Uruguay": members, and no name.
    let is_listed = at.is_after(1, &[",", "and"])
        && at.paragraph.hit_from(at.end + 1).is_some_and(|hit| {
            let mut senses = hit.senses.iter();
            senses.any(|sense| matches!(sense, Sense::Country(_)))
        });
    if is_listed && !at.is_before(of + 1, &["bank", "university"]) {
        return false;
    }
    at.is_before(of, &["of", "for"])
        && at.classes_before(of + 1).has(Classes::HEAD)
        && at
            .before(of + 1)
            .is_some_and(|token| token.is_capital() && !(token.starts_sentence && of == 2))
}

/// "Petróleos de X", "Île-de-X", "Mt. X".
fn follows_foreign_word(at: At<'_>) -> bool {
    let particle = [
        "de", "do", "del", "da", "di", "des", "du", "della", "von", "van",
    ];
    let small = |number: usize| {
        at.before(number)
            .is_some_and(|token| token.shape == Shape::Lower)
    };
    at.is_before(1, &particle) && small(1)
        || at.is_before(1, &["-", "‑"]) && at.is_before(2, &particle) && small(2)
        || at.is_before(1, &["."]) && at.is_before(2, &["mt", "ft", "pt"])
}

/// "Air X", "Hotel X", "HMS X", "New X", "Toyota X", "Cricket X".
#[expect(
    clippy::too_many_lines,
    reason = "one rule after the other, as they are tried"
)]
fn follows_name(at: At<'_>) -> bool {
    let Some(before) = at
        .before(1)
        .filter(|token| token.is_capital() && at.is_spaced(token))
    else {
        return false;
    };
    let first = [
        "air",
        "radio",
        "miss",
        "brand",
        "hotel",
        "cafe",
        "café",
        "camp",
        "fort",
        "mount",
        "lake",
        "cape",
        "casa",
        "villa",
        "operation",
        "hms",
        "uss",
        "ss",
        "mv",
        "rms",
        "hmas",
        "ins",
        "banco",
        "banque",
        "fc",
        "sv",
        "real",
        "mt",
        "plaza",
        "place",
        "piazza",
        "avenida",
        "calle",
        "rua",
        "rue",
        "via",
        "estadio",
    ];
    if at.is_before(1, &first) {
        return true;
    }
    if at.classes_before(1).has(Classes::BRAND) {
        return true;
    }
    // "Amazon UK said", "Make UK": the last word of a firm's name.
    let other = Classes::DATE
        .with(Classes::COUNTRY)
        .with(Classes::FUNCTION)
        .with(Classes::COMMON)
        .with(Classes::TITLE);
    if at.is_word(&["UK", "USA"])
        && !before.starts_sentence
        && !at.classes_before(1).has(other)
        && super::tongues::is_noun(at)
    {
        return true;
    }
    // "New Germany coach" is not of a New Germany.
    let role = Classes::ROLE
        .with(Classes::STATE)
        .with(Classes::MATCH)
        .with(Classes::RULE);
    at.is_before(1, &["new", "little", "lesser", "nueva", "nouvelle"])
        && (!before.starts_sentence || !at.classes_after(1).has(role) && !at.capital_after())
}

/// "X Airways", "X Wildlife Service": nouns with capitals carry the name on to one of a body. With
/// an adjective it is only a society's or a firm's: the "French Navy" is still France's.
fn carries_on(at: At<'_>, row: &CountryName) -> bool {
    let Some(next) = at
        .after(1)
        .filter(|token| token.is_capital() && token.spaced)
    else {
        return false;
    };
    if is_abbreviation(row) {
        return at.classes_after(1).has(Classes::GUILD)
            || at.classes_after(2).has(Classes::SOCIETY) && at.is_capital_after(2);
    }
    let body = match row.naming {
        Naming::Direct => Classes::TAIL.with(Classes::SOCIETY),
        Naming::Demonym => Classes::SOCIETY,
    };
    if row.naming == Naming::Direct && next.shape == Shape::Capital && !opens_other(at) {
        return true;
    }
    if at.classes_after(1).has(
        Classes::ROLE
            .with(Classes::DATE)
            .with(Classes::TITLE)
            .with(Classes::COUNTRY),
    ) {
        // "China International Capital Corp", "Korea Economic Institute"
        let is_firm = row.naming == Naming::Direct
            && (2..=5)
                .take_while(|number| at.is_capital_after(*number))
                .any(|number| at.classes_after(number).has(Classes::SOCIETY));
        return is_firm || at.classes_after(1).has(body) && next.shape == Shape::Capital;
    }
    (1..=6)
        .take_while(|number| {
            at.is_capital_after(*number) || at.is_after(*number, &["of", "and", "for", "&", "the"])
        })
        .any(|number| at.is_capital_after(number) && at.classes_after(number).has(body))
}

/// The word after the country's name has a capital, but begins a name of its own: a title, a day,
/// another people.
fn opens_other(at: At<'_>) -> bool {
    let other = Classes::ROLE
        .with(Classes::TITLE)
        .with(Classes::DATE)
        .with(Classes::COUNTRY)
        .with(Classes::FUNCTION)
        .with(Classes::COMMON)
        .with(Classes::ASIDE)
        .with(Classes::STATESMANLIKE);
    at.after(1).is_some_and(|token| token.starts_sentence)
        || at.classes_after(1).has(other) && !at.classes_after(1).has(Classes::TAIL)
}

/// "a town called Norway", "a dog named Cuba", "the Maine towns of Mexico, Poland and Peru".
pub(super) fn is_namesake(at: At<'_>) -> bool {
    // The head of a list speaks for all of it.
    let mut head = at;
    while head.first > 1
        && at.first - head.first < 16
        && (head.is_before(1, &[","]) || head.classes_before(1).has(Classes::JOIN))
    {
        let joined = if head.classes_before(1).has(Classes::JOIN) && head.is_before(2, &[","]) {
            2
        } else {
            1
        };
        let end = head.first - joined;
        match at.paragraph.hit_until(end) {
            Some(hit) => head = at.moved(hit.first, hit.end),
            None => break,
        }
    }
    let of = head.is_before(1, &["of", "in", "from", "to"])
        && head.is_before(
            2,
            &[
                "town",
                "towns",
                "village",
                "villages",
                "hamlet",
                "hamlets",
                "township",
                "townships",
            ],
        )
        && (head.is_before(1, &["of"]) || head.any_before(4, Classes::STATESIDE));
    let called = head.is_before(
        1,
        &[
            "named",
            "called",
            "titled",
            "entitled",
            "dubbed",
            "nicknamed",
            "christened",
        ],
    ) && head.any_before(6, Classes::NAMED);
    // "names such as Chad, Jordan and Kenya"
    let name = head.is_before(
        1,
        &[
            "as",
            "like",
            "including",
            "include",
            "are",
            "were",
            ":",
            "(",
        ],
    ) && (1..=5)
        .any(|number| head.is_before(number, &["names", "surnames", "nicknames", "namesakes"]))
        && !(1..=5).any(|number| head.is_before(number, &["country", "place"]));
    of || called || name
}

/// "Lebanon, Pennsylvania", "Mexico, Mo.", "Cuba, N.Y."
pub(super) fn is_town_of_state(at: At<'_>) -> bool {
    if !at.is_after(1, &[","]) || !at.is_capital_after(2) {
        return false;
    }
    let short = at.is_after(2, &["N", "W", "R", "S"])
        && at.is_after(3, &["."])
        && at.is_after(4, &["Y", "J", "H", "M", "C", "D", "I", "Va"]);
    short || at.classes_after(2).has(Classes::STATEHOOD) && !at.is_after(2, &["Georgia"])
}

/// The name of a former country is part of a title or of a firm's name: "Siam Commercial Bank".
pub(super) fn covers_former(at: At<'_>, words: &str) -> bool {
    let firm = Classes::TAIL.with(Classes::SOCIETY);
    is_quoted_title(at) && !at.paragraph.headline
        || !words.starts_with("Soviet")
            && !words.contains("German")
            && !at.paragraph.headline
            && (1..=4)
                .take_while(|number| at.is_capital_after(*number))
                .any(|number| at.classes_after(number).has(firm))
}

/// The words stand in quotation marks, and all that matter have capitals: "A Passage to India".
fn is_quoted_title(at: At<'_>) -> bool {
    if !at.paragraph.quotes {
        return false;
    }
    let open = (1..=8).find(|number| at.is_before(*number, &["“", "\"", "‘", "«"]));
    let close = (1..=8).find(|number| at.is_after(*number, &["”", "\"", "’", "»"]));
    let (Some(open), Some(close)) = (open, close) else {
        return false;
    };
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
