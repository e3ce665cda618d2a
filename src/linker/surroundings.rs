//! What the words around a seat of government make of it: the noun that it describes, its fellows
//! in a list, what stands before it and what it does. In: grammar of news. Out: names, datelines and
//! compounds, and what follows from a role.

use super::article::{At, Hit};
use super::names::Sense;
use super::relations::{belonging, bound};
use super::seats::Role;
use super::tables::{Seat, SeatSort};
use super::text::Shape;
use super::vocabulary::Classes;

/// "the Warsaw exchange", "Jakarta shares", "Moscow officials": the noun that it describes decides,
/// not what stands before them both.
pub(super) fn describing(chain: At<'_>, at: At<'_>) -> Option<Role> {
    let next = at
        .after(1)
        .filter(|token| token.shape == Shape::Lower && token.spaced)?;
    let word = at.paragraph.words(next);
    let classes = at.classes_after(1);
    // "the pressure on Kabul grows"
    let bound = at.is_before(
        1,
        &["on", "with", "against", "between", "to", "from", "by", "of"],
    ) && at.classes_before(2).has(Classes::TIES.with(Classes::STATE));
    if bound && word.ends_with('s') && !at.classes_after(1).has(Classes::TOWN) {
        return None;
    }
    let starts = starts_clause(chain);
    // "Dhaka stocks ended": a verb follows, so this is its noun.
    let acts_next = at.classes_after(2).has(Classes::ACT.with(Classes::HELP))
        || at.word_after(2).ends_with("ed");
    let determined = at.classes_before(1).has(Classes::DETERMINER);
    let verb = classes.has(Classes::ACT) || word.ends_with("ed") || word.ends_with("es");
    if classes.has(
        Classes::HELP
            .with(Classes::FUNCTION)
            .with(Classes::ASIDE)
            .with(Classes::JOIN)
            .with(Classes::CLAUSE)
            .with(Classes::WITHIN),
    ) || word.ends_with("ly")
        || is_adverb(word)
        || verb && !determined && !is_noun_too(word)
        || starts && (verb || word.ends_with('s') && !acts_next)
    {
        return None;
    }
    if classes.has(Classes::RULE) || at.classes_after(2).has(Classes::RULE) {
        return Some(Role::Government(87));
    }
    Some(Role::Town(82))
}

/// Verbs of governments that are more often nouns after a town's name.
fn is_noun_too(word: &str) -> bool {
    matches!(
        word,
        "shares"
            | "court"
            | "courts"
            | "talks"
            | "plans"
            | "links"
            | "offers"
            | "stands"
            | "attack"
            | "attacks"
            | "strike"
            | "strikes"
            | "bomb"
            | "bombs"
            | "fires"
            | "fights"
            | "moves"
            | "hosts"
            | "arms"
            | "forces"
            | "orders"
            | "controls"
            | "signals"
            | "protests"
            | "protest"
            | "host"
            | "start"
            | "talk"
            | "plan"
            | "launch"
            | "launches"
            | "release"
            | "trains"
            | "train"
            | "stops"
            | "stop"
            | "visit"
            | "visits"
            | "base"
    )
}

/// A sentence or a clause begins with the name, so that a verb may follow.
pub(super) fn starts_clause(at: At<'_>) -> bool {
    at.first_token().is_some_and(|token| token.starts_sentence)
        || at
            .classes_before(1)
            .has(Classes::CLAUSE.with(Classes::JOIN))
        || at.is_before(1, &[",", ";", "-", "—", "–", "said", "says"])
        || at.classes_before(1).has(Classes::DATE)
}

/// The name with its like on both sides: in "Moscow, Beijing and Tehran said" all three speak.
pub(super) fn chain(at: At<'_>) -> At<'_> {
    let is_place = |hit: &&Hit| {
        hit.senses
            .iter()
            .any(|sense| matches!(sense, Sense::Seat(_) | Sense::Place(_) | Sense::Country(_)))
    };
    let (mut first, mut end) = (at.first, at.end);
    for _ in 0..6 {
        let here = at.moved(first, end);
        let joined = here.is_before(1, &["and", "or", "&", ",", "nor"]);
        let join = if joined && here.is_before(2, &[","]) {
            2
        } else {
            1
        };
        let previous = first.checked_sub(join).filter(|_| joined);
        // "landed at Port Said, and Washington pulled out": of two, a comma parts clauses.
        let is_listed = |hit: &&Hit| join == 1 || at.moved(hit.first, end).is_before(1, &[","]);
        match previous
            .and_then(|previous| at.paragraph.hit_until(previous))
            .filter(is_place)
            .filter(is_listed)
        {
            Some(hit) => first = hit.first,
            None => break,
        }
    }
    for _ in 0..6 {
        let here = at.moved(first, end);
        let joined = here.is_after(1, &["and", "or", "&", ",", "nor"]);
        let join = if joined && here.is_after(2, &["and", "or"]) {
            2
        } else {
            1
        };
        match at
            .paragraph
            .hit_from(end + join)
            .filter(|_| joined)
            .filter(is_place)
        {
            Some(hit) => end = hit.end,
            None => break,
        }
    }
    at.moved(first, end)
}

#[expect(
    clippy::too_many_lines,
    reason = "one rule after the other, as they are tried"
)]
pub(super) fn before(at: At<'_>, seat: &Seat) -> Option<Role> {
    let building = matches!(seat.sort, SeatSort::Building | SeatSort::WeakBuilding);
    // Articles and adjectives that say nothing: "the Kremlin", "a defiant Moscow".
    let near = if at.classes_before(1).has(Classes::DETERMINER) {
        2
    } else {
        1
    };
    let at_left = |number: usize| at.classes_before(near + number - 1);
    let is_left = |number: usize, words: &[&str]| at.is_before(near + number - 1, words);
    if is_left(1, &["in"]) && at.any_before(near + 2, Classes::TRUST) {
        return Some(Role::Government(85));
    }
    if at_left(1).has(Classes::COMPASS)
        || is_left(1, &["downtown", "central", "greater", "inner", "old"])
    {
        return Some(Role::Town(90));
    }
    // "the capital, Conakry", "the city of Lyon", "the capital Port Louis"
    if at.classes_before(1).has(Classes::TOWN)
        || at.is_before(1, &[","]) && at.is_before(2, &["capital", "city"])
    {
        return Some(Role::Town(90));
    }
    if at_left(1).has(Classes::WITHIN) {
        return Some(Role::Town(if building { 75 } else { 94 }));
    }
    if is_left(1, &["at"])
        && (at_left(2).has(Classes::TOWN.with(Classes::GOING))
            || at.any_before(near + 5, Classes::TOWN))
    {
        return Some(Role::Town(88));
    }
    if is_left(1, &["at"]) {
        return Some(if building {
            Role::Town(70)
        } else {
            Role::Government(72)
        });
    }
    let going = at.any_before(near + 5, Classes::GOING);
    if is_left(1, &["from", "to", "for", "towards", "toward"]) {
        return Some(bound(at, seat, near));
    }
    if is_left(1, &["of"]) {
        return Some(belonging(at, seat, near));
    }
    if is_left(1, &["on"]) {
        // "On Tarawa", which is an island
        let is_ground = matches!(seat.words, "Tarawa" | "Funafuti");
        return Some(if is_ground || at.any_before(near + 3, Classes::RAID) {
            Role::Town(82)
        } else {
            Role::Government(86)
        });
    }
    if is_left(1, &["between"]) && at.is_capital_after(2) && at.classes_after(1).has(Classes::JOIN)
    {
        // The other end is no state and no seat, or the chain would have taken it in.
        return Some(Role::Town(82));
    }
    if is_left(1, &["between"]) {
        return Some(if going || at.any_after(4, Classes::GOING) {
            Role::Town(85)
        } else {
            Role::Government(88)
        });
    }
    if is_left(1, &["with", "against", "by", "without", "upon", "than"]) {
        return Some(Role::Government(if at.article.knowledge.is_sport() {
            65
        } else {
            87
        }));
    }
    if at_left(1).has(Classes::TOWARDS) {
        return Some(Role::Government(90));
    }
    if at_left(1).has(Classes::GOING) {
        return Some(Role::Town(85));
    }
    // "slammed Damascus", but not "bombed Damascus"
    if at_left(1).has(Classes::ACT)
        && !at_left(1).has(Classes::RAID)
        && seat.sort == SeatSort::Government
    {
        return Some(Role::Government(78));
    }
    None
}

pub(super) fn after(at: At<'_>, seat: &Seat) -> Option<Role> {
    let sort = seat.sort;
    let mut number = 1;
    // ", which once threatened to use force," says what a verb would.
    if at.is_after(1, &[","]) && at.is_after(2, &["which", "itself", "too", "however", "meanwhile"])
    {
        number = 3;
    }
    let first_classes = at.classes_after(number);
    if number == 1 && !first_classes.has(Classes::ACT.with(Classes::HELP)) {
        if first_classes.has(Classes::RULE) {
            return Some(Role::Government(85));
        }
        if first_classes.has(Classes::TOWN.with(Classes::TAIL)) {
            return Some(Role::Town(88));
        }
    }
    let mut helped = false;
    for _ in 0..5 {
        let Some(token) = at.after(number) else { break };
        let word = at.paragraph.words(token);
        let classes = at.classes_after(number);
        if !token.is_word() {
            break;
        }
        if classes.has(Classes::ACT) {
            return Some(Role::Government(90));
        }
        if classes.has(Classes::TOWN) && helped {
            return Some(Role::Town(80));
        }
        if classes.has(Classes::HELP) {
            helped = true;
        } else if !(word.ends_with("ly") || is_adverb(word)) {
            let verb = token.shape == Shape::Lower
                && (word.ends_with("ed") || word.ends_with('s') && !word.ends_with("ss"));
            if verb && sort == SeatSort::Government && !classes.has(Classes::FUNCTION) {
                return Some(Role::Government(76));
            }
            break;
        }
        number += 1;
    }
    // A clause starts with it and a helping verb follows: it acts.
    if helped && starts_clause(at) && sort == SeatSort::Government {
        return Some(Role::Government(76));
    }
    None
}

/// Words that are no nouns, so that a name before them does not describe them: adverbs, and numbers
/// as in "relations with Tehran three years ago".
const NO_NOUNS: &str = "also now still then again once already long even itself first later never often \
    always soon not only just too instead meanwhile yet two three four five six \
    seven eight nine ten several some last this next earlier twice open shut closed alive alone \
    silent away aside back down up off out over";

pub(super) fn is_adverb(word: &str) -> bool {
    let mut known = NO_NOUNS.split_ascii_whitespace();
    known.any(|known| known.eq_ignore_ascii_case(word))
}
