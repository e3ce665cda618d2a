//! What "to", "from" and "of" before a seat of government make of it: whether one goes there or deals
//! with it, and whose a thing is. In: the words before the name. Out: other prepositions.

use super::article::At;
use super::predicates::is_one_of;
use super::seats::Role;
use super::tables::{Seat, SeatSort};
use super::vocabulary::Classes;

/// Parts of a palace.
const GROUNDS: &str = "lawn steps grounds gardens corridors roof gates fence tour walls windows wing shadow \
    front outside";

/// What one is or does towards a government, and what a government shows.
const MINDED: &str = "critical wary suspicious afraid supportive independent distrustful fearful because \
    instead ahead regardless behalf spite envious ally silence nod blessing acquiescence \
    connivance complicity wrath ire goodwill favour favor patience";

/// "flew to Moscow", "pressure from Moscow": whether one goes there or deals with it.
pub(super) fn bound(at: At<'_>, seat: &Seat, near: usize) -> Role {
    let is_left = |words: &[&str]| at.is_before(near, words);
    let going = at.any_before(near + 5, Classes::GOING);
    let tied = at.any_before(near + 5, Classes::TIES.with(Classes::STATE));
    // "no word from the White House"
    if seat.sort == SeatSort::Building && is_left(&["from"]) && !going {
        return Role::Government(85);
    }
    // "from Tallinn by way of Riga to Vilnius"
    if is_left(&["from"]) && at.is_after(1, &["by"]) && at.is_after(2, &["way"]) {
        return Role::Town(85);
    }
    // "on its way from Khartoum to Amman"
    if is_left(&["from"]) && at.is_after(1, &["to"]) && at.is_capital_after(2) && !tied {
        return Role::Town(85);
    }
    let from_elsewhere = is_left(&["to"]) && at.any_before(near + 6, Classes::FROM);
    if from_elsewhere && !at.any_before(near + 8, Classes::TIES) {
        return Role::Town(80);
    }
    if going && (is_left(&["for"]) || from_elsewhere || !tied)
        || at.classes_before(near + 1).has(Classes::GOING)
    {
        return Role::Town(88);
    }
    if at.any_before(near + 4, Classes::DISTANCE) {
        return Role::Town(90);
    }
    let tie_is_near = (near..near + 3).any(|number| at.classes_before(number).has(Classes::TIES));
    if seat.sort == SeatSort::Town && !tie_is_near {
        return Role::Town(75);
    }
    match (tied, is_left(&["from"])) {
        (true, _) => Role::Government(90),
        (false, true) => Role::Town(66),
        (false, false) => Role::Government(75),
    }
}

/// "the streets of Moscow", "the policy of Moscow", "critical of Moscow".
pub(super) fn belonging(at: At<'_>, seat: &Seat, near: usize) -> Role {
    let owner = at.classes_before(near + 1);
    if owner.has(Classes::TOWN.with(Classes::COMPASS))
        || at.any_before(near + 3, Classes::TOWN.with(Classes::DISTANCE))
    {
        return Role::Town(92);
    }
    if owner.has(Classes::STATE.with(Classes::TIES)) {
        return Role::Government(88);
    }
    if seat.sort == SeatSort::Building {
        return if is_one_of(at.word_before(near + 1), GROUNDS) {
            Role::Town(80)
        } else {
            Role::Government(84)
        };
    }
    // Anything else is mostly of the town.
    if is_one_of(at.word_before(near + 1), MINDED) {
        Role::Government(84)
    } else {
        Role::Town(66)
    }
}
