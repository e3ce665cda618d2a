//! Palaces, ministries and courts whose names others bear too: "the German Foreign Office", "ranked
//! No. 10", a court in The Hague. In: what takes the famous one away. Out: towns.

use super::article::At;
use super::names::Sense;
use super::tables::{Seat, SeatSort};
use super::vocabulary::Classes;

/// "the German Foreign Office", "Mexico's State Department": not the famous one of that name.
pub(super) fn is_of_other_state(at: At<'_>, seat: &Seat) -> bool {
    let possessive = at.is_before(1, &["s"]) && at.is_before(2, &["'", "\u{2019}"]);
    let end = at.first.saturating_sub(if possessive { 2 } else { 0 });
    let of_country = at.paragraph.hit_until(end).is_some_and(|hit| {
        hit.senses.iter().any(|sense| match sense {
            Sense::Country(number) => {
                let row = at.article.tables.countries.get(*number as usize);
                row.is_some_and(|row| row.code != seat.country)
            }
            _ => false,
        })
    });
    of_country || at.classes_before(1).has(Classes::STATEHOOD)
}

/// "ranked No. 10 in the country": a house in Downing Street only where one lives or decides.
pub(super) fn is_number(at: At<'_>, seat: &Seat) -> bool {
    matches!(seat.words, "Number 10" | "No 10" | "No. 10" | "Number Ten")
        && !at.is_before(
            1,
            &["at", "in", "from", "by", "inside", "outside", "to", "into"],
        )
        && !at.classes_after(1).has(Classes::ACT.with(Classes::HELP))
        && at.possessive().is_none()
}

/// Courts of all the world sit in The Hague.
pub(super) fn is_of_court(at: At<'_>, seat: &Seat) -> bool {
    let court = [
        "court",
        "courts",
        "tribunal",
        "judges",
        "warrant",
        "warrants",
        "prosecutor",
        "prosecutors",
        "genocide",
        "trial",
        "ICC",
        "ICJ",
        "ruling",
    ];
    seat.words.contains("Hague")
        && (1..=10).any(|number| at.is_before(number, &court) || at.is_after(number, &court))
}

/// "Westminster Abbey", "the Kazan Kremlin": another house of that name.
pub(super) fn is_other_building(at: At<'_>, seat: &Seat) -> bool {
    let more = at.capital_after()
        && seat.sort == SeatSort::WeakBuilding
        && !at.classes_after(1).has(
            Classes::DATE
                .with(Classes::COUNTRY)
                .with(Classes::TITLE)
                .with(Classes::ROLE),
        );
    let name = at.capital_before()
        && seat.words == "Kremlin"
        && !at.classes_before(1).has(
            Classes::DATE
                .with(Classes::COUNTRY)
                .with(Classes::CLAUSE)
                .with(Classes::TITLE),
        );
    more || name
}
