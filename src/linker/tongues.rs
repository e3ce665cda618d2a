//! Whether a word that is both a people's and a language's names the language, which is no country:
//! "in broken English", "speaks Russian". In: the words around it. Out: other namesakes.

use super::article::At;
use super::text::{Shape, Token};
use super::vocabulary::Classes;

/// The name at `at` is that of a language.
pub(super) fn is_language(at: At<'_>) -> bool {
    if at.hyphen_after() {
        // "Spanish-language", "a Spanish-English dictionary"
        return at.classes_after(2).has(Classes::TONGUE)
            || at.classes_after(2).has(Classes::COUNTRY)
                && at.classes_after(3).has(Classes::TONGUE);
    }
    if at.possessive().is_some() {
        return false;
    }
    if at.classes_after(1).has(Classes::TONGUE) {
        return true;
    }
    // "Brazilian Portuguese", "Old English verse": a variety has no country of its own.
    if is_variety(at) {
        return true;
    }
    // "lessons in Italian cost more"
    if at.is_before(1, &["in", "into"])
        && at
            .classes_before(2)
            .has(Classes::TONGUE.with(Classes::FLUENT))
    {
        return true;
    }
    if !is_noun(at) || at.hyphen_before() {
        return false;
    }
    let before = at.classes_before(1);
    if before.has(Classes::FLUENT) {
        return true;
    }
    if at.is_before(1, &["native"]) {
        return !at.is_before(2, &["a", "an", "the", "fellow"]);
    }
    if at.is_before(1, &["my", "his", "her", "your", "their", "our"]) {
        // "her Armenian and Georgian counterparts"
        return !is_adjective_in_list(at);
    }
    if at.is_before(1, &["a", "an", "every", "another", "fellow", "one", "old"]) {
        return false;
    }
    if at.is_before(1, &["the"]) {
        // "the Russian for bread", "translated from the Danish by": but the French are a people.
        return at.is_after(1, &["for", "by", "of", "original"]) && tells_of_speech(at, 5, 0);
    }
    if at.is_before(
        1,
        &[
            "is", "was", "are", "were", "be", "am", "been", "being", "not", "half", "part",
        ],
    ) {
        return at.any_before(6, Classes::TONGUE);
    }
    if is_adjective_in_list(at) {
        return false;
    }
    bare(at)
}

fn is_variety(at: At<'_>) -> bool {
    let of_country = at.before(1).is_some_and(Token::is_capital)
        && at
            .first
            .checked_sub(1)
            .is_some_and(|first| names_variety(at.moved(first, at.first)));
    of_country
        || at.is_before(
            1,
            &[
                "old",
                "middle",
                "high",
                "low",
                "mandarin",
                "classical",
                "pidgin",
                "plain",
                "ancient",
            ],
        ) && (is_noun(at)
            || at
                .before(1)
                .is_some_and(|token| token.is_capital() && !token.starts_sentence))
}

/// A language that the country has a variety of follows: "American English", "Swiss German".
pub(super) fn names_variety(at: At<'_>) -> bool {
    let name = at.paragraph.text.get(at.range()).unwrap_or_default();
    let varieties: &[&str] = match at.word_after(1) {
        "English" => &[
            "American",
            "British",
            "Indian",
            "Australian",
            "Canadian",
            "Irish",
            "Scottish",
            "Nigerian",
            "Jamaican",
            "African",
        ],
        "Portuguese" => &["Brazilian", "Angolan"],
        "German" => &["Swiss", "Austrian"],
        "Arabic" => &[
            "Egyptian", "Moroccan", "Lebanese", "Syrian", "Iraqi", "Tunisian", "Algerian",
            "Sudanese",
        ],
        "Spanish" => &["Mexican", "Argentine", "Chilean", "Cuban", "American"],
        "French" => &["Canadian", "Swiss", "Belgian"],
        "Gaelic" => &["Scottish", "Scots", "Irish"],
        "Chinese" => &["Mandarin"],
        "Sign" => &["American", "British"],
        _ => &[],
    };
    at.after(1).is_some_and(|token| token.spaced) && varieties.contains(&name)
}

/// It stands without an article, where only a language can, or a people in the plural.
fn bare(at: At<'_>) -> bool {
    let name = at.paragraph.text.get(at.range()).unwrap_or_default();
    let in_plural = name.ends_with("ese") || matches!(name, "Swiss" | "Thai" | "Lao" | "Iroquois");
    if at.is_before(1, &["in", "into"]) {
        return !in_plural || !at.is_after(1, &["who", "whose"]);
    }
    if let Some(of_people) = list_of_people(at) {
        return !of_people;
    }
    if tells_of_speech(at, 9, 5) {
        return true;
    }
    if in_plural || at.paragraph.headline || at.is_before(1, &["("]) && at.is_after(1, &[")"]) {
        return false;
    }
    // "Russian and rebel forces"
    if at.classes_after(1).has(Classes::JOIN)
        && at.after(2).is_some_and(|token| token.shape == Shape::Lower)
    {
        return false;
    }
    let Some(before) = at.before(1).filter(|_| !starts_sentence(at)) else {
        // "German, 34, won": no sentence starts with a language and a comma.
        return !at.is_after(1, &[",", "and"]);
    };
    // "the victorious French", "many Dutch", "the 21-year-old German", "two Danish and three Swedish"
    let lead = Classes::FUNCTION
        .with(Classes::JOIN)
        .with(Classes::ACT)
        .with(Classes::WITHIN);
    !before.is_word() && before.shape != Shape::Number
        || at.classes_before(1).has(lead) && !is_counted(at)
}

fn starts_sentence(at: At<'_>) -> bool {
    at.first_token().is_some_and(|token| token.starts_sentence)
}

fn is_counted(at: At<'_>) -> bool {
    at.is_before(
        1,
        &[
            "many", "most", "few", "several", "all", "those", "these", "more", "some", "other",
            "fellow", "first", "second", "third", "only", "another", "half", "mostly", "among",
            "by", "both", "each", "any", "every",
        ],
    )
}

/// A word of speaking, writing or reading is near, in the same sentence.
fn tells_of_speech(at: At<'_>, before: usize, after: usize) -> bool {
    let speech = Classes::SPEAK.with(Classes::TONGUE).with(Classes::FLUENT);
    at.any_before(before, speech) || at.any_after(after, speech)
}

/// Nothing follows that the word could be the adjective of.
pub(super) fn is_noun(at: At<'_>) -> bool {
    let Some(next) = at.after(1) else { return true };
    if !next.is_word() {
        return next.spaced || !matches!(at.paragraph.words(next), "-" | "/" | "‑");
    }
    let classes = at.classes_after(1);
    classes.has(
        Classes::FUNCTION
            .with(Classes::JOIN)
            .with(Classes::HELP)
            .with(Classes::CLAUSE)
            .with(Classes::WITHIN),
    ) || next.shape == Shape::Lower && at.word_after(1).ends_with("ly")
}

/// "German and French troops": the last of the list has a noun, which is everyone's.
fn is_adjective_in_list(at: At<'_>) -> bool {
    let mut number = 1;
    while number < 14 && at.classes_after(number).has(Classes::JOIN) || at.is_after(number, &[","])
    {
        let next = if at.classes_after(number + 1).has(Classes::JOIN) {
            number + 2
        } else {
            number + 1
        };
        if !at.classes_after(next).has(Classes::COUNTRY) || number >= 14 {
            return false;
        }
        let other = at.moved(at.end + next - 1, at.end + next);
        if !is_noun(other) {
            return true;
        }
        number = next + 1;
    }
    false
}

/// The head of a list says what all of it is: "in Portuguese, Greek and Spanish", but "those
/// arrested were Polish, Czech and Hungarian". Nothing where there is no list or its head is silent.
fn list_of_people(at: At<'_>) -> Option<bool> {
    let mut number = 1;
    let mut passed = false;
    while number < 16 {
        let classes = at.classes_before(number);
        let in_list = classes.has(Classes::JOIN.with(Classes::FLUENT).with(Classes::COUNTRY))
            || at.is_before(number, &[","]);
        if !in_list {
            break;
        }
        passed |= classes.has(Classes::COUNTRY);
        number += 1;
    }
    if !passed {
        return None;
    }
    if at.is_before(number, &["is", "are", "was", "were", "be", "been", "being"]) {
        return Some(!tells_of_speech(at, number + 4, 0));
    }
    (at.is_before(number, &["in", "into", "between"])
        || at.classes_before(number).has(Classes::SPEAK))
    .then_some(false)
}
