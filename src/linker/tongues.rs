//! Whether a word that is both a people's and a language's names the language, which is no country:
//! "in broken English", "speaks Russian". In: the words around it. Out: other namesakes.

use super::article::At;
use super::vocabulary::Classes;

/// The name at `at` is that of a language.
pub(super) fn is_language(at: At<'_>) -> bool {
    if at.hyphen_after() {
        return at.classes_after(2).has(Classes::TONGUE);
    }
    if at.hyphen_before() || at.possessive().is_some() {
        return false;
    }
    if at.classes_after(1).has(Classes::TONGUE) {
        return true;
    }
    if !is_noun(at) {
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
        return true;
    }
    if at.is_before(1, &["a", "an", "every", "another", "fellow", "one"]) {
        return false;
    }
    if at.is_before(1, &["the"]) {
        // "the Russian for bread", "translated from the Danish by": but the French are a people.
        return at.is_after(1, &["for", "by", "of", "original"]) && tells_of_speech(at, 5, 0);
    }
    if at.is_before(1, &["is", "was", "are", "were", "be", "am", "been", "being", "not", "half", "part"]) {
        return at.any_before(6, Classes::TONGUE);
    }
    if is_adjective_in_list(at) {
        return false;
    }
    bare(at)
}

/// It stands without an article, where only a language can, or a people in the plural.
fn bare(at: At<'_>) -> bool {
    let name = at.paragraph.text.get(at.range()).unwrap_or_default();
    let in_plural = name.ends_with("ese") || matches!(name, "Swiss" | "Thai" | "Lao" | "Iroquois");
    if at.is_before(1, &["in", "into"]) {
        return !in_plural || !at.is_after(1, &["who", "and"]) || tells_of_speech(at, 6, 6);
    }
    if at.is_before(1, &["no", "some", "any", "little", "enough", "only", "speaks", "both"]) {
        return at.classes_before(2).has(Classes::SPEAK.with(Classes::HELP)) || tells_of_speech(at, 5, 2);
    }
    if at.classes_before(1).has(Classes::SPEAK) {
        return true;
    }
    if tells_of_speech(at, 9, 5) {
        return true;
    }
    let starts = at.first_token().is_some_and(|token| token.starts_sentence);
    if starts {
        return !in_plural && !at.paragraph.headline && at.is_after(1, &["is", "was", "has", "remains", "became"]);
    }
    !in_plural
        && (at.is_before(1, &["from", "of", "to", "with", "between", "than", "like", "has", "have", "had", "as"])
            || at.is_before(1, &["and", "or", ","]) && listed(at))
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
        return !(matches!(at.paragraph.words(next), "-" | "/" | "‑") && !next.spaced);
    }
    let classes = at.classes_after(1);
    classes.has(
        Classes::FUNCTION.with(Classes::JOIN).with(Classes::HELP).with(Classes::CLAUSE).with(Classes::WITHIN),
    ) || at.word_after(1).ends_with("ly")
        || next.shape == super::text::Shape::Number
}

/// "German and French troops": the last of the list has a noun, which is everyone's.
fn is_adjective_in_list(at: At<'_>) -> bool {
    let mut number = 1;
    while number < 14 && at.classes_after(number).has(Classes::JOIN) || at.is_after(number, &[","]) {
        let next = if at.classes_after(number + 1).has(Classes::JOIN) { number + 2 } else { number + 1 };
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

/// A list of languages began before: "in Portuguese, Greek and Spanish".
fn listed(at: At<'_>) -> bool {
    let mut number = 1;
    let mut passed = false;
    while number < 16 {
        let classes = at.classes_before(number);
        let in_list = classes
            .has(Classes::JOIN.with(Classes::FLUENT).with(Classes::COUNTRY).with(Classes::DETERMINER))
            || at.is_before(number, &[","]);
        if !in_list {
            break;
        }
        passed |= classes.has(Classes::COUNTRY);
        number += 1;
    }
    passed && (at.is_before(number, &["in", "into"]) || at.classes_before(number).has(Classes::SPEAK))
}
