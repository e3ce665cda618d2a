//! Whether a country's or town's name is that of a person: Michael Jordan, Israel Adesanya, George
//! Washington. In: the words around it and the people named in full elsewhere in the article. Out:
//! people whose names no place has.

use std::collections::{HashMap, HashSet};

use super::article::{Article, At, Hit};
use super::judge::Verdict;
use super::names::Sense;
use super::namesake_people::alone;
use super::tables::{CountryName, Naming};
use super::text::{Shape, Token, fold};
use super::vocabulary::{Classes, Word};

/// The people of the article who have a place's name: given names and surnames, folded; and towns
/// and the like with a country's name. A name that the article as often gives to the place is not
/// among the people.
pub(super) fn learn(article: &Article<'_>) -> (HashSet<Box<str>>, HashSet<Box<str>>) {
    let mut towns = HashSet::new();
    let mut seen: HashMap<Box<str>, (u32, u32)> = HashMap::new();
    let mut folded = String::new();
    for paragraph in &article.paragraphs {
        for hit in paragraph.hits.iter().filter(|hit| hit.end == hit.first + 1) {
            let at = At {
                article,
                paragraph,
                first: hit.first,
                end: hit.end,
            };
            let (person, place) = who(at, hit);
            if (super::titles::is_town_of_state(at) || super::titles::is_namesake(at))
                && let Some(token) = at.first_token()
            {
                fold(paragraph.words(token), &mut folded);
                towns.insert(folded.as_str().into());
            }
            if (person || place)
                && let Some(token) = at.first_token()
            {
                fold(paragraph.words(token), &mut folded);
                let counts = seen.entry(folded.as_str().into()).or_default();
                counts.0 += u32::from(person);
                counts.1 += u32::from(place);
            }
        }
    }
    seen.retain(|_, (people, places)| *people > *places);
    (seen.into_keys().collect(), towns)
}

/// Whether the name stands where only a person's does, and where only a place's does.
fn who(at: At<'_>, hit: &Hit) -> (bool, bool) {
    hit.senses
        .iter()
        .find_map(|sense| match sense {
            Sense::Country(number) => {
                let row = at.article.tables.countries.get(*number as usize)?;
                // News calls people by their surname later on, but for stories of a few people.
                let familiar = at.article.knowledge.told.len() < 4;
                let person = row.traps.surname
                    && (surname(at) || strange_surname(at, row) || aged(at))
                    || row.traps.given
                        && (familiar && given(at) && fits_people(at, row) || alone(at));
                Some((
                    person,
                    !person && row.traps.any() && is_surely_country(at, row),
                ))
            }
            Sense::Seat(_) | Sense::Place(_) => {
                Some((surname(at), at.classes_before(1).has(Classes::WITHIN)))
            }
            _ => None,
        })
        .unwrap_or_default()
}

/// The verdict on a country's name that is a person's, if it is.
pub(super) fn judge(at: At<'_>, row: &CountryName) -> Option<Verdict> {
    if super::titles::is_namesake(at) || super::titles::is_town_of_state(at) {
        return Some(Verdict::Nothing);
    }
    if at.is_in(&at.article.knowledge.towns) && !at.article.knowledge.tells_people_of(row.code) {
        return Some(Verdict::Nothing);
    }
    if row.traps.surname && (surname(at) || strange_surname(at, row)) {
        return Some(Verdict::Person {
            first: first_of_name(at),
            end: at.end,
        });
    }
    if row.traps.given && given(at) && fits_people(at, row) {
        return Some(Verdict::Person {
            first: at.first,
            end: at.end + 1,
        });
    }
    if row.traps.given && alone(at) || row.traps.surname && aged(at) {
        return Some(Verdict::Person {
            first: at.first,
            end: at.end,
        });
    }
    if (row.traps.surname || row.traps.given)
        && named_before(at)
        && !at.article.knowledge.tells_seat_of(row.code)
        && !is_surely_country(at, row)
    {
        return Some(Verdict::Person {
            first: at.first,
            end: at.end,
        });
    }
    None
}

/// A region's or a seat's name is a person's.
pub(super) fn is_name_of_person(at: At<'_>) -> bool {
    surname(at)
}

/// Where the name of a person starts whose given name or title stands before `at`: with a word, and
/// with no full stop of "Mr."
pub(super) fn first_of_name(at: At<'_>) -> usize {
    let is_name = at.before(1).is_some_and(Token::is_word);
    at.first - usize::from(is_name && at.first > 0)
}

/// "Zaire Franklin": a former country's name with a surname.
pub(super) fn is_first_name(at: At<'_>, words: &str) -> bool {
    matches!(
        words,
        "Zaire" | "Persia" | "Siam" | "Ceylon" | "Rhodesia" | "Prussia"
    ) && (given(at) || alone(at))
}

/// A given name, an initial or "Mr" stands before.
pub(super) fn surname(at: At<'_>) -> bool {
    let Some(before) = at.before(1) else {
        return false;
    };
    if at.first_token().is_none_or(|token| !token.spaced) {
        return false;
    }
    // "J. France", "George W. London"
    if at.paragraph.words(before) == "." {
        let letter = at.before(2).is_some_and(|token| {
            token.is_capital() && token.end - token.start == 1 && token.spaced
        });
        return letter
            && !at.is_before(2, &["S", "K"])
            && at
                .classes_before(3)
                .has(Classes::GIVEN.with(Classes::TITLE))
            || at.is_before(
                2,
                &[
                    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Gov", "Rep", "Rev", "Sgt", "Capt",
                    "Lt",
                ],
            ) && at.before(2).is_some_and(Token::is_capital);
    }
    let classes = at.classes_before(1);
    if before.shape != Shape::Capital {
        return false;
    }
    if at.is_before(1, &["Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lady", "Dame"]) {
        return !at.possessive_is_state();
    }
    if classes.has(Classes::RANK) {
        return !at.paragraph.headline && !at.possessive_is_state();
    }
    classes.has(Classes::GIVEN)
        && !classes.has(Classes::COUNTRY.with(Classes::DATE).with(Classes::COMMON))
}

/// A given name that no list has stands before: no word of ours, with a capital in a sentence.
fn strange_surname(at: At<'_>, row: &CountryName) -> bool {
    // "Israel Holland": two countries side by side are a person.
    let named_alike = at.paragraph.hit_until(at.first).is_some_and(|hit| {
        hit.senses.iter().any(|sense| match sense {
            Sense::Country(number) => at
                .article
                .tables
                .countries
                .get(*number as usize)
                .is_some_and(|row| row.traps.given),
            _ => false,
        })
    });
    if named_alike
        && row.naming == Naming::Direct
        && at.first_token().is_some_and(|token| token.spaced)
    {
        return true;
    }
    let Some(before) = at.before(1) else {
        return false;
    };
    if row.naming != Naming::Direct
        || before.word != Word::UNKNOWN
        || before.shape != Shape::Capital
        || before.starts_sentence
        || at.paragraph.headline
        || !at.is_spaced(before)
    {
        return false;
    }
    let role = Classes::ROLE
        .with(Classes::STATE)
        .with(Classes::MATCH)
        .with(Classes::RULE)
        .with(Classes::BODY);
    at.possessive().is_none()
        && !at.classes_after(1).has(role)
        && !at
            .before(2)
            .is_some_and(|token| token.is_capital() && !token.starts_sentence)
        && !at.article.knowledge.is_sport()
}

/// "Holland, 71, said", "French joked": what only a person has or does.
fn aged(at: At<'_>) -> bool {
    let age = at.is_after(1, &[","])
        && at
            .after(2)
            .is_some_and(|token| token.shape == Shape::Number && token.end - token.start == 2)
        && at.is_after(3, &[",", "."])
        && !at
            .classes_before(1)
            .has(Classes::WITHIN.with(Classes::FUNCTION));
    let family = at.is_after(1, &["family", "brothers", "sisters", "siblings"])
        && at.is_before(1, &["the"])
        && at.article.knowledge.told.len() < 4;
    age || family || at.classes_after(1).has(Classes::HUMAN)
}

/// A surname stands after: a word with a capital that is no title and no name of ours.
#[expect(
    clippy::too_many_lines,
    reason = "one rule after the other, as they are tried"
)]
pub(super) fn given(at: At<'_>) -> bool {
    // "Chad le Clos"
    if at.is_after(
        1,
        &[
            "le", "de", "van", "von", "al", "bin", "del", "da", "dos", "di", "ten", "la",
        ],
    ) && at.after(1).is_some_and(|token| token.shape == Shape::Lower)
        && (at.is_capital_after(2) || at.is_capital_after(3))
    {
        return true;
    }
    // "Israel “Izzy” Adesanya"
    if at.is_after(1, &["“", "\"", "‘", "("])
        && at.is_after(3, &["”", "\"", "’", ")"])
        && at.is_capital_after(4)
        && at
            .after(2)
            .is_some_and(|token| token.shape == Shape::Capital)
    {
        return !at.classes_after(4).has(Classes::COUNTRY);
    }
    if !at.capital_after() || at.is_before(1, &["in", "across", "near", "through", "throughout"]) {
        return false;
    }
    let Some(after) = at.after(1) else {
        return false;
    };
    // "Jordan B. Peterson"
    if after.end - after.start == 1 && at.is_after(2, &["."]) && at.is_capital_after(3) {
        return true;
    }
    if after.end - after.start < 3 || after.shape == Shape::Upper {
        return false;
    }
    // "Finn Juha Kankkunen" has a name of his own.
    if at.classes_after(1).has(Classes::GIVEN) && at.after(2).is_some_and(Token::is_capital) {
        return false;
    }
    // "India Petrochemicals Limited" is a firm.
    let firm = Classes::TAIL.with(Classes::SOCIETY).with(Classes::GUILD);
    if (1..=4)
        .take_while(|number| at.is_capital_after(*number))
        .any(|number| at.classes_after(number).has(firm))
    {
        return false;
    }
    if at.paragraph.hit_from(at.end).is_some_and(|next| {
        next.senses.iter().any(|sense| match sense {
            Sense::Country(number) => at
                .article
                .tables
                .countries
                .get(*number as usize)
                .is_some_and(|row| row.traps.surname && row.naming == Naming::Direct),
            _ => false,
        })
    }) {
        return true;
    }
    // A mark of a new name: "the Jordan Times" has an article, a person has none.
    if at.classes_before(1).has(Classes::DETERMINER) {
        return false;
    }
    !at.classes_after(1).has(
        Classes::COUNTRY
            .with(Classes::ROLE)
            .with(Classes::DATE)
            .with(Classes::TITLE)
            .with(Classes::TAIL)
            .with(Classes::COMPASS)
            .with(Classes::BODY)
            .with(Classes::COMMON)
            .with(Classes::FUNCTION),
    )
}

/// A people's adjective stands before many a capital: only "Danish Siddiqui said" is a person.
fn fits_people(at: At<'_>, row: &CountryName) -> bool {
    row.naming == Naming::Direct
        || !matches!(row.words, "German" | "Dutch" | "Danish" | "Kenyan")
        || at.after(1).is_some_and(|token| token.word == Word::UNKNOWN)
            && !at.word_after(1).ends_with('s')
            && (at.classes_after(2).has(Classes::ACT.with(Classes::HUMAN))
                || at.is_after(2, &[","]))
}

/// A person of this surname was named in full somewhere in the article.
pub(super) fn was_named(at: At<'_>) -> bool {
    named_before(at)
}

fn named_before(at: At<'_>) -> bool {
    at.is_in(&at.article.knowledge.people)
}

/// The words next to it can only stand next to a country's name.
pub(super) fn is_surely_country(at: At<'_>, row: &CountryName) -> bool {
    if row.naming == Naming::Demonym {
        // "the French army", but not "French said".
        return at.after(1).is_some_and(|token| token.shape == Shape::Lower)
            && !super::tongues::is_noun(at)
            && !at.classes_after(1).has(Classes::ACT.with(Classes::HUMAN));
    }
    at.classes_before(1)
        .has(Classes::WITHIN.with(Classes::GOING))
        && at.possessive().is_none()
        || at.is_before(1, &["to", "from", "of"])
        || at.is_after(1, &["itself"])
        || at.classes_after(2).has(Classes::COUNTRY)
            && at.after(1).is_some_and(|token| token.shape == Shape::Lower)
        || at.classes_before(1).has(Classes::COMPASS)
        || at.classes_before(1).has(Classes::DETERMINER)
            && at.after(1).is_some_and(|token| token.shape == Shape::Lower)
        || at.classes_after(1).has(Classes::COUNTRY)
        || at.classes_before(2).has(Classes::COUNTRY) && at.is_before(1, &["and", ","])
        || at.classes_after(2).has(Classes::COUNTRY) && at.is_after(1, &["and", ","])
        || at.possessive().is_some() && at.possessive_is_state()
}
