//! Whether a word that is both a people's and a language's names the language, which is no country:
//! "in broken English", "speaks Russian". In: the words around it. Out: other namesakes.

use super::article::At;
use super::text::Token;
use super::vocabulary::Classes;

/// The name at `at` is that of a language.
pub(super) fn is_language(at: At<'_>) -> bool {
    if at.hyphen_after() {
        return at.paragraph.tokens.get(at.end + 1).is_some_and(|_| {
            let next = at.moved(at.first, at.end + 1);
            next.classes_after(1).has(Classes::TONGUE)
        });
    }
    if at.possessive().is_some() {
        return false;
    }
    if at.classes_after(1).has(Classes::TONGUE) {
        return true;
    }
    if spoken(at, 1) {
        return is_noun(at);
    }
    // "his Vietnamese was good": nobody's people are his.
    if at.is_before(1, &["my", "his", "her", "your", "their", "our"])
        && is_noun(at)
        && !at.word_after(1).is_empty()
    {
        return true;
    }
    listed(at)
}

/// The words before tell of speaking: "in", "into", "speaks", "fluent".
fn spoken(at: At<'_>, number: usize) -> bool {
    let classes = at.classes_before(number);
    if classes.has(Classes::FLUENT) {
        return true;
    }
    if classes.has(Classes::SPEAK) {
        return true;
    }
    if at.is_before(number, &["in", "into", "from"]) {
        return !at.is_before(number, &["from"]) || at.any_before(number + 4, Classes::SPEAK);
    }
    // "speaks excellent Russian", "speak no English", "learned some Arabic", "sang in courtly Spanish".
    (at.is_before(
        number,
        &[
            "no", "some", "little", "any", "only", "a", "the", "both", "more", "enough", "and",
        ],
    ) || at
        .before(number)
        .is_some_and(|token| token.is_word() && !token.is_capital()))
        && (at.classes_before(number + 1).has(Classes::SPEAK)
            || at.is_before(
                number,
                &["no", "some", "little", "any", "only", "both", "enough"],
            ) && at.any_before(number + 3, Classes::SPEAK)
            || at.is_before(number + 1, &["in", "into", "a"])
                && at.any_before(number + 5, Classes::SPEAK))
}

/// Nothing follows that the word could be the adjective of.
pub(super) fn is_noun(at: At<'_>) -> bool {
    let Some(next) = at.after(1) else { return true };
    if !next.is_word() {
        return !(at.paragraph.words(next) == "-" && !next.spaced);
    }
    let classes = at.classes_after(1);
    classes.has(
        Classes::FUNCTION
            .with(Classes::JOIN)
            .with(Classes::HELP)
            .with(Classes::CLAUSE)
            .with(Classes::WITHIN),
    ) || at.word_after(1).ends_with("ly")
}

/// A list of languages: "in Portuguese, Greek and Spanish".
fn listed(at: At<'_>) -> bool {
    if !is_noun(at) {
        return false;
    }
    let mut number = 1;
    // Look past other languages, commas and joining words to the first of the list.
    let mut passed = false;
    while number < 16 {
        let classes = at.classes_before(number);
        let is_mark = at.before(number).is_some_and(|token| !token.is_word());
        let in_list = classes.has(
            Classes::JOIN
                .with(Classes::FLUENT)
                .with(Classes::COUNTRY)
                .with(Classes::DETERMINER),
        ) || is_mark && at.is_before(number, &[","])
            || (number == 1
                && at
                    .before(1)
                    .is_some_and(|token| token.is_word() && !Token::is_capital(token))
                && at.is_before(2, &["a", "and"]));
        if !in_list {
            break;
        }
        passed |= classes.has(Classes::COUNTRY);
        number += 1;
    }
    passed && spoken(at, number)
}
