//! Names that are a place's and a person's alike, where the words around tell little: towns that
//! somebody is called after, and countries that nothing tells from a given name. In: what is asked
//! last. Out: names that are plainly a person's (see `people`).

use super::article::At;
use super::judge::Verdict;
use super::people::{first_of_name, given, is_surely_country, surname, was_named};
use super::tables::CountryName;
use super::text::Token;
use super::vocabulary::Classes;

/// Nothing tells a country from a person: no people, no seat, few other countries in the article.
pub(super) fn may_be_person(at: At<'_>, row: &CountryName) -> bool {
    let is_given_name = matches!(
        row.words,
        "Jordan" | "Chad" | "Israel" | "Georgia" | "Ireland" | "Holland" | "Kenya" | "India"
    );
    let knowledge = &at.article.knowledge;
    is_given_name
        && !at.paragraph.headline
        && knowledge.told.len() < 3
        && !knowledge.tells_people_of(row.code)
        && !knowledge.tells_seat_of(row.code)
        && !is_surely_country(at, row)
        && at.possessive().is_none()
}

/// "Sydney Sweeney", "Austin said" where Lloyd Austin was named: a town's name is a person's.
pub(super) fn place(at: At<'_>) -> Option<Verdict> {
    let person = |first, end| Some(Verdict::Person { first, end });
    if surname(at) {
        return person(first_of_name(at), at.end);
    }
    let is_given = at.end == at.first + 1
        && at
            .first_token()
            .is_some_and(|token| at.class_of(token).has(Classes::GIVEN));
    if is_given && given(at) && !is_plainly_place(at) {
        return person(at.first, at.end + 1);
    }
    (was_named(at) && !is_plainly_place(at))
        .then_some(())
        .and_then(|()| person(at.first, at.end))
}

/// What stands before it stands before places alone.
fn is_plainly_place(at: At<'_>) -> bool {
    at.classes_before(1)
        .has(Classes::WITHIN.with(Classes::TOWN))
        || at.is_before(1, &["to", "from", "of"])
        || at.is_after(1, &[","]) && at.is_capital_after(2)
}

/// "his son, Jordan", "wife Georgia", "named Chad".
pub(super) fn alone(at: At<'_>) -> bool {
    if at.is_before(1, &["named", "called", "nicknamed"]) {
        let land = [
            "country", "state", "nation", "kingdom", "republic", "land", "place", "region",
        ];
        let is_one = (2..=7).any(|number| at.is_before(number, &["a", "an"]))
            && !(2..=7).any(|number| at.is_before(number, &land));
        return at.is_before(1, &["nicknamed"]) || at.any_before(6, Classes::KIN) || is_one;
    }
    // "Kenya, who is filming"
    if at.is_after(1, &[","]) && at.is_after(2, &["who"]) {
        return true;
    }
    // "Jordan and Chelsea are expecting"
    let friend = |number: usize| {
        at.classes_after(number).has(Classes::GIVEN)
            && !at.classes_after(number).has(Classes::COUNTRY)
    };
    if at.is_after(1, &["and"])
        && friend(2)
        && at.after(2).is_some_and(Token::is_capital)
        && !at.is_capital_after(3)
    {
        return !at.paragraph.headline;
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
