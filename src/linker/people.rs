//! Whether a country's or town's name is that of a person: Michael Jordan, Israel Adesanya, George
//! Washington. In: the words around it and the people named in full elsewhere in the article. Out:
//! people whose names no place has.

use std::collections::HashSet;

use super::article::{Article, At};
use super::judge::Verdict;
use super::names::Sense;
use super::tables::{CountryName, Naming, Trap};
use super::text::fold;
use super::vocabulary::Classes;

/// The people of the article who have a place's name: given names and surnames, folded.
pub(super) fn learn(article: &Article<'_>) -> HashSet<Box<str>> {
    let mut people = HashSet::new();
    let mut folded = String::new();
    for paragraph in &article.paragraphs {
        for hit in &paragraph.hits {
            let at = At {
                article,
                paragraph,
                first: hit.first,
                end: hit.end,
            };
            let person = hit.senses.iter().any(|sense| match sense {
                Sense::Country(number) => article
                    .tables
                    .countries
                    .get(*number as usize)
                    .is_some_and(|row| {
                        (takes_surname(row.trap) && surname(at))
                            || (takes_given(row.trap) && given(at))
                    }),
                Sense::Seat(_) => surname(at),
                _ => false,
            });
            if person && let Some(token) = at.first_token() {
                fold(paragraph.words(token), &mut folded);
                people.insert(folded.as_str().into());
            }
        }
    }
    people
}

fn takes_surname(trap: Trap) -> bool {
    matches!(
        trap,
        Trap::Surname | Trap::Person | Trap::LanguageSurname | Trap::Own
    )
}

fn takes_given(trap: Trap) -> bool {
    matches!(trap, Trap::Given | Trap::Person | Trap::Own)
}

/// The verdict on a country's name that is a person's, if it is.
pub(super) fn judge(at: At<'_>, row: &CountryName) -> Option<Verdict> {
    if takes_surname(row.trap) && surname(at) {
        return Some(Verdict::Person {
            first: at.first - 1,
            end: at.end,
        });
    }
    if takes_given(row.trap) && given(at) {
        return Some(Verdict::Person {
            first: at.first,
            end: at.end + 1,
        });
    }
    if takes_given(row.trap) && alone(at) {
        return Some(Verdict::Person {
            first: at.first,
            end: at.end,
        });
    }
    if (takes_surname(row.trap) || takes_given(row.trap))
        && named_before(at)
        && !is_surely_country(at, row)
    {
        return Some(Verdict::Person {
            first: at.first,
            end: at.end,
        });
    }
    None
}

/// A town's or region's name is a person's.
pub(super) fn is_name_of_person(at: At<'_>) -> bool {
    surname(at)
}

/// A given name, an initial or "Mr" stands before.
fn surname(at: At<'_>) -> bool {
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
            ) && at.before(2).is_some_and(|token| token.is_capital());
    }
    let classes = at.classes_before(1);
    if !before.is_capital() {
        return false;
    }
    if at.is_before(1, &["Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lady", "Dame"]) {
        return !at.possessive_is_state();
    }
    classes.has(Classes::GIVEN)
        && !classes.has(Classes::COUNTRY.with(Classes::DATE).with(Classes::COMMON))
}

/// A surname stands after: a word with a capital that is no title and no name of ours.
fn given(at: At<'_>) -> bool {
    if !at.capital_after() || at.is_before(1, &["in", "to", "from", "across", "near", "through"]) {
        return false;
    }
    let Some(after) = at.after(1) else {
        return false;
    };
    if after.end - after.start < 3
        || after.shape == super::text::Shape::Upper
            && !at
                .first_token()
                .is_some_and(|token| token.shape == super::text::Shape::Upper)
    {
        return false;
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

/// "his son, Jordan", "wife Georgia", "named Chad".
fn alone(at: At<'_>) -> bool {
    if at.is_before(1, &["named", "called", "nicknamed"]) {
        return at.any_before(6, Classes::KIN);
    }
    let mut number = 1;
    while number < 8 {
        if at.classes_before(number).has(Classes::KIN) {
            return number == 1 || !at.is_before(1, &["in", "of", "from", "to", "for"]);
        }
        let passes = at.is_before(number, &[",", "and", "(", "-", "—"])
            || at
                .before(number)
                .is_some_and(|token| token.is_capital() && !token.starts_sentence)
                && !at.is_before(1, &["in", "of", "from", "to"]);
        if !passes {
            return false;
        }
        number += 1;
    }
    false
}

/// A person of this surname was named in full somewhere in the article.
pub(super) fn was_named(at: At<'_>) -> bool {
    named_before(at)
}

fn named_before(at: At<'_>) -> bool {
    let Some(token) = at.first_token().filter(|_| at.end == at.first + 1) else {
        return false;
    };
    let mut folded = String::new();
    fold(at.paragraph.words(token), &mut folded);
    at.article.knowledge.people.contains(folded.as_str())
}

/// The words next to it can only stand next to a country's name.
fn is_surely_country(at: At<'_>, row: &CountryName) -> bool {
    if row.naming == Naming::Demonym {
        return !super::tongues::is_noun(at);
    }
    at.classes_before(1).has(Classes::WITHIN)
        || at.is_before(1, &["to", "from", "of"])
        || at.classes_before(1).has(Classes::COMPASS)
        || at.classes_after(1).has(Classes::COUNTRY)
        || at.classes_before(2).has(Classes::COUNTRY) && at.is_before(1, &["and", ","])
        || at.classes_after(2).has(Classes::COUNTRY) && at.is_after(1, &["and", ","])
        || at.possessive().is_some() && at.possessive_is_state()
}
