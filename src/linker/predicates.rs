//! What a sentence says of a seat of government: governments hesitate and have troops, towns are
//! large and are taken. In: the clause that the name is the subject or the object of. Out: single
//! words beside the name (see `surroundings`).

use super::article::At;
use super::seats::Role;
use super::surroundings::{is_adverb, starts_clause};
use super::tables::{Seat, SeatSort};
use super::text::{Shape, Token};
use super::vocabulary::Classes;

/// What a town is called.
const TOWN_NOUNS: [&str; 5] = ["city", "town", "port", "metropolis", "village"];

/// What an army does to a town.
const TAKEN: &str = "occupied captured recaptured retaken retook reconquered conquered besieged \
    liberated stormed sacked evacuated shelled bombed razed looted destroyed rebuilt burned burnt \
    flooded encircled surrounded founded painted renamed located situated crowded deserted \
    gridlocked overrun";

/// What a government does with a town that it owns.
const GIVEN: &str = "gave gives giving given ceded cedes ceding surrendered handed returned";

/// What only those who decide can be.
const MINDS: &str = "furious angry angered irate livid incensed pretending keen wary ready willing \
    unwilling reluctant worried alarmed adamant determined cautious unmoved content eager prepared \
    convinced sceptical skeptical embarrassed isolated obliged forced compelled able unable afraid \
    anxious nervous delighted relieved divided undecided hesitant suspicious confident aware \
    unconvinced impatient desperate committed opposed neutral loath entitled powerless outraged \
    dismayed displeased humiliated stunned accused pushing pressing bluffing stalling losing \
    hoping betting waiting";

/// What only towns do.
const TOWN_VERBS: &str = "twinkled twinkles glittered glitters sparkled sparkles slept sleeps woke \
    wakes sprawled sprawls bustled bustles gleamed gleams shimmered shimmers hummed hums";

/// What towns do as well, once helped by "has".
const GROWTH: &str = "changed grown doubled tripled expanded emerged flourished boomed attracted \
    swollen spread sprawled suffered lived lain hosted";

/// Those who run a state from afar.
const RUN: &str = "directed controlled orchestrated steered dictated";

/// Ways of a state that leans towards another.
const LEANING: &str = "moved tilted leaned swung drifted gravitated turned pivoted shifted lurched \
    edged inched drew tilting leaning drifting turning shifting edging inching";

/// Words that can follow no noun, so that the word before them is a verb: "Kabul cast the vote".
const OBJECTS: &str = "the a an its it this no him them his their every nothing nobody both";

/// Places are there, and so are the people in them.
const STANDING: &str = "lies lay stands stood sits sat lives lived";

/// What stands before "to" where one listens to a government.
const MINDING: &str = "looked look looks looking bound tied allied beholden loyal deferred defers \
    answer answers answerable subservient listens listened appealed";

pub(super) fn judge(chain: At<'_>, at: At<'_>, seat: &Seat) -> Option<Role> {
    town(chain, at).or_else(|| government(chain, at, seat))
}

fn town(chain: At<'_>, at: At<'_>) -> Option<Role> {
    let object_follows = chain.is_after(1, &["to"]);
    if is_one_of(at.word_before(1), TAKEN)
        || object_follows && is_one_of(at.word_before(1), GIVEN)
        || is_one_of(chain.word_after(1), TAKEN) && !starts_clause(chain)
    {
        return Some(Role::Town(85));
    }
    // "then it was Astana again", "the village became Brasília"
    if chain.is_after(1, &["again"])
        || at.is_before(1, &["renamed", "called", "named"]) && !at.is_after(1, &["to"])
    {
        return Some(Role::Town(78));
    }
    // "A letter from Tbilisi."
    let opens = |within: usize| {
        (2..=within).any(|number| at.before(number).is_some_and(|token| token.starts_sentence))
    };
    let is_whole = chain.after(1).is_none_or(|token| !token.is_word());
    let letters = [
        "letter", "letters", "notes", "postcard", "dispatch", "report", "reports", "view",
    ];
    if at.is_before(1, &["from"]) && at.is_before(2, &letters) && is_whole && opens(3) {
        return Some(Role::Town(80));
    }
    // "listed in New York rather than London"
    if at.is_before(1, &["than"])
        && at.is_before(2, &["rather"])
        && (3..8).any(|number| at.classes_before(number).has(Classes::WITHIN))
    {
        return Some(Role::Town(80));
    }
    // "went to Bangkok, and then to Kuala Lumpur"
    let onward = [
        "then", "on", "back", "down", "up", "over", "straight", "home",
    ];
    if at.is_before(1, &["to"]) && at.is_before(2, &onward) {
        return Some(Role::Town(80));
    }
    if is_one_of(chain.word_after(1), TOWN_VERBS) {
        return Some(Role::Town(82));
    }
    // "Caracas in the 1970s had night clubs"
    if chain.is_after(1, &["in"])
        && chain.is_after(2, &["the"])
        && chain
            .after(3)
            .is_some_and(|token| token.shape == Shape::Number)
    {
        return Some(Role::Town(76));
    }
    if chain.is_after(1, &["a", "an"]) && names_town(chain, 2) {
        return Some(Role::Town(84));
    }
    let predicate = predicate(chain)?;
    (is_one_of(chain.word_after(predicate), TAKEN) || names_town(chain, predicate))
        .then_some(Role::Town(86))
}

fn government(chain: At<'_>, at: At<'_>, seat: &Seat) -> Option<Role> {
    if at.is_before(1, &["to"]) && is_one_of(at.word_before(2), MINDING) {
        return Some(Role::Government(80));
    }
    let leaning = || (2..4).any(|number| is_one_of(at.word_before(number), LEANING));
    let run = || (2..8).any(|number| is_one_of(at.word_before(number), RUN));
    if at.is_before(1, &["towards", "toward"]) && leaning() || at.is_before(1, &["from"]) && run() {
        return Some(Role::Government(80));
    }
    if !starts_clause(chain) || at.classes_before(1).has(Classes::DETERMINER) {
        return None;
    }
    let sure = if seat.sort == SeatSort::Government {
        80
    } else {
        76
    };
    if acts_after_aside(chain) {
        return Some(Role::Government(85));
    }
    if acts_on_something(chain) {
        return Some(Role::Government(sure));
    }
    let predicate = predicate(chain)?;
    if is_one_of(chain.word_after(predicate), MINDS) {
        return Some(Role::Government(sure));
    }
    let is_negative = |number: usize| {
        chain.is_after(number, &["not"])
            || chain.word_after(number).ends_with("n't")
            || chain.is_after(number, &["t"])
                && chain.is_after(number.saturating_sub(1), &["'", "\u{2019}"])
    };
    // "Jakarta didn't.", "The Hague and Vienna do not."
    let end = predicate + usize::from(chain.is_after(predicate, &["not", "too", "also"]));
    if end <= 4 && chain.after(end).is_none_or(|token| !token.is_word()) {
        return Some(Role::Government(76));
    }
    // "London doesn't care"
    let does = [
        "do", "does", "did", "don", "doesn", "didn", "won", "don't", "doesn't", "didn't", "won't",
    ];
    if chain.is_after(1, &does) && (2..=predicate).any(is_negative) {
        return Some(Role::Government(74));
    }
    // "London has dithered"
    let done = chain.word_after(predicate);
    if chain.is_after(1, &["has", "have"]) && done.ends_with("ed") && !is_one_of(done, GROWTH) {
        return Some(Role::Government(sure));
    }
    let has = (1..predicate).any(|number| chain.is_after(number, &["has", "had"]));
    let owned = || (predicate..predicate + 4).map_while(|number| inside(chain, number));
    let owns_troops = owned().any(|number| {
        let classes = chain.classes_after(number);
        classes.has(Classes::STATE.with(Classes::BODY)) && !classes.has(Classes::TOWN)
            || chain.is_after(number, &["bases", "base", "doubts", "veto", "choice"])
    });
    (has && owns_troops).then_some(Role::Government(sure))
}

/// "Kabul cast the only vote", "Algiers read it": a verb of any kind with what it is done to.
fn acts_on_something(chain: At<'_>) -> bool {
    let classes = chain.classes_after(1);
    let other = Classes::HELP
        .with(Classes::FUNCTION)
        .with(Classes::ASIDE)
        .with(Classes::JOIN)
        .with(Classes::CLAUSE)
        .with(Classes::WITHIN)
        .with(Classes::TOWN)
        .with(Classes::GOING);
    let word = chain.word_after(1);
    chain
        .after(1)
        .is_some_and(|token| token.shape == Shape::Lower && token.spaced)
        && !classes.has(other)
        && !is_adverb(word)
        && !is_one_of(word, STANDING)
        && is_one_of(chain.word_after(2), OBJECTS)
        || chain.is_after(1, &["went"])
            && chain.is_after(2, &["the", "ahead", "along", "further", "its"])
}

/// "Lisbon, after its own revolution in 1974, let its colonies go".
fn acts_after_aside(chain: At<'_>) -> bool {
    let starts = chain
        .first_token()
        .is_some_and(|token| token.starts_sentence);
    if !starts || !chain.is_after(1, &[","]) || chain.is_capital_after(2) {
        return false;
    }
    let end = (2..16)
        .map_while(|number| inside(chain, number).or(comma(chain, number)))
        .find(|number| comma(chain, *number).is_some());
    end.is_some_and(|end| {
        if (2..end).any(|number| chain.is_after(number, &TOWN_NOUNS)) {
            return false;
        }
        let helps = |number: &usize| chain.classes_after(*number).has(Classes::HELP);
        let verb = (end + 1..end + 4).find(|number| !helps(number));
        verb.is_some_and(|verb| chain.classes_after(verb).has(Classes::ACT))
    })
}

/// The number of the first word after the helping verbs that follow the name; none where none does.
fn predicate(chain: At<'_>) -> Option<usize> {
    let mut helped = false;
    let mut number = 1;
    while number < 6 {
        let token = chain.after(number)?;
        let word = chain.paragraph.words(token);
        let helps = chain.classes_after(number).has(Classes::HELP)
            || is_one_of(word, "became becomes remains remained");
        if helps {
            helped = true;
            // The rest of "didn't".
            let is_short = chain.is_after(number + 1, &["'", "\u{2019}"])
                && chain.after(number + 1).is_some_and(|mark| !mark.spaced);
            if is_short {
                number += 2;
            }
        } else if !(token.is_word() && (is_adverb(word) || word.ends_with("ly"))) {
            break;
        }
        number += 1;
    }
    helped.then_some(number)
}

/// A town's noun follows within the same breath: "a grey city", "never an easy city to love".
fn names_town(chain: At<'_>, from: usize) -> bool {
    (from..from + 5)
        .map_while(|number| inside(chain, number))
        .take_while(|number| !chain.is_after(*number, &["that", "which", "who", "in", "for", "to"]))
        .any(|number| chain.is_after(number, &TOWN_NOUNS))
}

fn inside(chain: At<'_>, number: usize) -> Option<usize> {
    chain
        .after(number)
        .is_some_and(Token::is_word)
        .then_some(number)
}

fn comma(chain: At<'_>, number: usize) -> Option<usize> {
    chain.is_after(number, &[","]).then_some(number)
}

pub(super) fn is_one_of(word: &str, words: &str) -> bool {
    // Marks are in no list, and most of what stands beside names in one is marks.
    if !word.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
        return false;
    }
    let mut words = words.split_ascii_whitespace();
    words.any(|other| other.eq_ignore_ascii_case(word))
}
