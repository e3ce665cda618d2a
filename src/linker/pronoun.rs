//! "US" where all is shouted: the country or the pronoun.

use super::article::At;
use super::text::Shape;
use super::vocabulary::Classes;

/// "JOIN US": the pronoun in capitals.
pub(super) fn is_pronoun(at: At<'_>) -> bool {
    let upper = |token: Option<&super::text::Token>| {
        token.is_some_and(|token| token.shape == Shape::Upper && token.end - token.start > 1)
    };
    let around = (1..=4).filter(|number| upper(at.before(*number))).count()
        + (1..=4).filter(|number| upper(at.after(*number))).count();
    let small = (1..=3).any(|number| {
        [at.before(number), at.after(number)]
            .into_iter()
            .flatten()
            .any(|token| token.shape == Shape::Lower)
    });
    // "JOIN US today" shouts no more than the two.
    let opens = at.classes_before(1).has(Classes::IMPERATIVE)
        && at.before(1).is_some_and(|token| token.starts_sentence);
    let shouted = upper(at.before(1)) && (opens || !small && (around > 1 || at.first <= 1));
    if !shouted
        || at
            .first_token()
            .is_none_or(|token| token.end - token.start != 2)
    {
        return false;
    }
    // "LET US PRAY", "ALL OF US VOTE"
    if at.is_before(1, &["let"])
        || at.is_before(1, &["of"])
            && at.is_before(2, &["all", "both", "many", "some", "most", "none", "each"])
    {
        return true;
    }
    at.classes_before(1).has(Classes::IMPERATIVE)
        || at.is_before(
            1,
            &[
                "of", "to", "for", "with", "about", "from", "between", "like",
            ],
        ) && at
            .after(1)
            .is_none_or(|token| !token.is_word() || at.classes_after(1).has(Classes::FUNCTION))
}
