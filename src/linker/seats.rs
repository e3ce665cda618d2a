//! Whether the name of a capital, a palace or a street stands for the government that sits there or
//! for the place. In: the words around it, as newspapers put them. Out: people with such names.

use super::article::At;
use super::buildings::{is_number, is_of_court, is_of_other_state, is_other_building};
use super::judge::Verdict;
use super::names::Sense;
use super::people;
use super::surroundings::{after, before, chain, describing};
use super::tables::{Naming, Seat, SeatSort};
use super::text::{Shape, Token};
use super::vocabulary::{Classes, Word};
use super::{Entity, Reading};
use super::{predicates, titles};
use crate::world::MentionKind;

/// What the words around a seat of government make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Government(u8),
    Town(u8),
    /// A part of another name.
    Part,
    /// Nothing tells.
    Open,
}

pub(super) fn judge(at: At<'_>, sense: Sense) -> Option<Verdict> {
    let Sense::Seat(number) = sense else {
        return None;
    };
    let seat = at.article.tables.seats.get(number as usize)?;
    if seat.words == "Malé" && is_male(at) {
        return Some(Verdict::Nothing);
    }
    if people::is_name_of_person(at) {
        return Some(Verdict::Person {
            first: people::first_of_name(at),
            end: at.end,
        });
    }
    // "Moscow, Idaho": the town of that name that everybody knows is another one.
    if titles::is_town_of_state(at) && seat.country.as_str() != "USA" {
        return Some(Verdict::Nothing);
    }
    let building = matches!(seat.sort, SeatSort::Building | SeatSort::WeakBuilding);
    if building && (is_of_other_state(at, seat) || is_number(at, seat)) {
        return Some(Verdict::Nothing);
    }
    if !building && people::was_named(at) && !is_plainly(at) {
        return Some(Verdict::Person {
            first: at.first,
            end: at.end,
        });
    }
    if seat.words == "Washington" && is_state(at) {
        let state = Entity::Region("us-washington");
        return Some(Verdict::is(state, MentionKind::Direct, 85));
    }
    let is_sport = at.article.knowledge.is_sport();
    let states = Classes::TIES.with(Classes::BODY);
    let role = match role(at, seat) {
        // On the sports pages a town is its team or a place, unless states are spoken of.
        Role::Government(_) | Role::Open
            if is_sport && seat.sort != SeatSort::Building && !at.any_near(8, states) =>
        {
            Role::Town(70)
        }
        role => role,
    };
    Some(match role {
        Role::Government(sure) if stands_for_union(at, seat) => {
            let union = Entity::Organisation("european-union");
            let others = vec![Reading::Entity(Entity::Country(seat.country))];
            Verdict::unsure(union, MentionKind::Metonym, sure.min(80), others)
        }
        role => verdict(seat, role),
    })
}

/// Where Belgium is not spoken of, Brussels stands for the Union that has its seat there.
fn stands_for_union(at: At<'_>, seat: &Seat) -> bool {
    let belgian = ["Belgium", "Belgian", "Belgians"];
    let mut belgian = belgian.iter();
    seat.words == "Brussels" && !belgian.any(|name| at.article.knowledge.tells(name))
}

/// Without its accent the capital of the Maldives is a common word, but where they are told of.
fn is_male(at: At<'_>) -> bool {
    let is_accented = at.is_word(&["Malé"]);
    let is_told = at.article.knowledge.tells("Maldives") || at.article.knowledge.tells("Maldivian");
    !(is_accented || is_told && at.is_word(&["Male"]))
}

/// The state in the north-west.
fn is_state(at: At<'_>) -> bool {
    at.any_before(4, Classes::NORTHWEST)
        || at.any_after(4, Classes::NORTHWEST)
        || at.is_before(1, &["eastern", "western", "rural"])
        || at.is_after(1, &["Gov", "apples", "apple", "wine", "wines"])
}

/// A town that is no seat stands beside it: "New York and Washington".
fn beside_town(chain: At<'_>) -> bool {
    let mut first = chain.first;
    while first < chain.end {
        let Some(hit) = chain.paragraph.hit_from(first) else {
            first += 1;
            continue;
        };
        if hit
            .senses
            .iter()
            .all(|sense| matches!(sense, Sense::Place(_)))
        {
            return true;
        }
        first = hit.end;
    }
    false
}

/// A town's own words stand before it, so that it is no person even where one has its name.
fn is_plainly(at: At<'_>) -> bool {
    at.classes_before(1).has(Classes::WITHIN) || at.is_before(1, &["to", "from"])
}

fn verdict(seat: &Seat, role: Role) -> Verdict {
    let country = Entity::Country(seat.country);
    let town = super::tables::tables()
        .place_by_key
        .get_key_value(seat.place)
        .map(|(key, _)| Entity::Place(key));
    let building = matches!(seat.sort, SeatSort::Building | SeatSort::WeakBuilding);
    match (role, town) {
        (Role::Government(sure), town) => {
            let others = town
                .filter(|_| sure < 80)
                .map(Reading::Entity)
                .into_iter()
                .collect();
            Verdict::unsure(country, MentionKind::Metonym, sure, others)
        }
        (Role::Town(_), _) if building => Verdict::Nothing,
        (Role::Town(sure), Some(town)) => {
            let others = if sure < 75 {
                vec![Reading::Entity(country)]
            } else {
                Vec::new()
            };
            Verdict::unsure(town, MentionKind::Direct, sure, others)
        }
        (Role::Part, Some(town)) if !building => Verdict::is(town, MentionKind::PartOfName, 85),
        (Role::Open, town) => match (seat.sort, town) {
            (SeatSort::Building, _) => Verdict::is(country, MentionKind::Metonym, 90),
            (SeatSort::Government, town) => {
                let others = town.map(Reading::Entity).into_iter().collect();
                Verdict::unsure(country, MentionKind::Metonym, 65, others)
            }
            (SeatSort::Town | SeatSort::Unsure, Some(town)) => Verdict::unsure(
                town,
                MentionKind::Direct,
                65,
                vec![Reading::Entity(country)],
            ),
            _ => Verdict::Nothing,
        },
        _ => Verdict::Nothing,
    }
}

fn role(at: At<'_>, seat: &Seat) -> Role {
    let building = matches!(seat.sort, SeatSort::Building | SeatSort::WeakBuilding);
    if is_dateline(at) {
        return Role::Town(97);
    }
    if is_of_court(at, seat) {
        return Role::Town(74);
    }
    if let Some(role) = compound(at) {
        return role;
    }
    if building && is_other_building(at, seat) {
        return Role::Town(80);
    }
    if !building && is_part(at) {
        return Role::Part;
    }
    if let Some(role) = owned(at, seat) {
        return role;
    }
    let chain = chain(at);
    if let Some(role) = followed_by_land(at, seat) {
        return role;
    }
    if !building && let Some(role) = predicates::judge(chain, at, seat) {
        return role;
    }
    if !building && let Some(role) = describing(chain, at) {
        return role;
    }
    if let Some(role) = before(chain, seat) {
        return role;
    }
    if let Some(role) = after(chain, seat) {
        return role;
    }
    if !building && (at.is_before(1, &["("]) || beside_town(chain)) {
        return Role::Town(70);
    }
    if at
        .after(1)
        .is_some_and(|token| token.shape == Shape::Number && token.spaced)
    {
        return Role::Town(70);
    }
    Role::Open
}

/// "ISLAMABAD (Reuters) -", "PARIS, Jan 5 -", "BEIRUT —" at the start of a paragraph.
fn is_dateline(at: At<'_>) -> bool {
    let capitals = at
        .first_token()
        .is_some_and(|token| token.shape == Shape::Upper);
    let alone = at.after(1).is_none_or(|token| token.shape == Shape::Number);
    // "RAMALLAH, West Bank", with the day or nothing after it.
    let placed = at.is_after(1, &[","]) && at.paragraph.hit_from(at.end + 1).is_some();
    if capitals && at.first == 0 && (alone || placed || at.is_after(1, &[":"])) {
        return true;
    }
    if at.first > 5 || at.paragraph.headline && at.paragraph.tokens.len() < 14 {
        return false;
    }
    let before_is_town = (1..=at.first).all(|number| {
        at.before(number)
            .is_some_and(|token| token.is_capital() || !token.is_word())
    });
    if !before_is_town {
        return false;
    }
    if at.is_after(1, &["—", "–", "--"])
        || at.is_after(1, &["-"]) && at.after(1).is_some_and(|mark| mark.spaced)
    {
        return true;
    }
    if at.is_after(1, &["("]) {
        return (2..14).any(|number| {
            at.is_after(number, &[")"]) && at.is_after(number + 1, &["—", "–", "-", "--", ":"])
        }) || at.first == 0;
    }
    capitals
        && at.first == 0
        && at.is_after(1, &[",", "/", ":"])
        && (2..14).any(|number| at.is_after(number, &["—", "–", "-", "--", ")", ":"]))
}

/// "Moscow-backed", "Beijing-based", "anti-Kremlin", "Moscow-Beijing ties".
fn compound(at: At<'_>) -> Option<Role> {
    if at.hyphen_after() {
        let classes = at.classes_after(2);
        if classes.has(Classes::BASED) {
            return Some(Role::Town(92));
        }
        if classes.has(Classes::DRIVEN) {
            return Some(Role::Government(93));
        }
        return Some(if at.any_after(6, Classes::TIES) {
            Role::Government(85)
        } else {
            Role::Town(70)
        });
    }
    if at.hyphen_before() {
        if at.is_before(2, &["pro", "anti", "non", "ex"]) {
            return Some(Role::Government(93));
        }
        return Some(if at.any_after(4, Classes::TIES) {
            Role::Government(85)
        } else {
            Role::Town(70)
        });
    }
    None
}

/// Another word with a capital makes one name with it: "Washington Post", "Real Madrid",
/// "University of London".
fn is_part(at: At<'_>) -> bool {
    let tail = at.capital_after()
        && !at
            .classes_after(1)
            .has(Classes::DATE.with(Classes::COUNTRY).with(Classes::TITLE))
        && !at.is_after(1, &["I", "I’m", "US", "UN", "EU", "NATO"]);
    if tail {
        return true;
    }
    let head = at.is_before(1, &["of"])
        && at.classes_before(2).has(Classes::HEAD)
        && at
            .before(2)
            .is_some_and(|token| token.is_capital() && !token.starts_sentence);
    let team = at.before(1).is_some_and(|token| {
        let word = at.paragraph.words(token);
        token.starts_sentence
            && token.word == Word::UNKNOWN
            && token.shape == Shape::Capital
            && at.is_spaced(token)
            && !(word.ends_with("ing") || word.ends_with("ly") || word.ends_with("ed"))
    });
    let first = at.capital_before()
        && !at.classes_before(1).has(
            Classes::DATE
                .with(Classes::COUNTRY)
                .with(Classes::COMPASS)
                .with(Classes::FUNCTION)
                .with(Classes::WITHIN)
                .with(Classes::CLAUSE),
        );
    head || first || team
}

/// "Moscow's foreign policy", "London's streets".
fn owned(at: At<'_>, seat: &Seat) -> Option<Role> {
    let words = at.possessive()?;
    if at.classes_before(1).has(Classes::WITHIN) && !at.is_before(1, &["in"]) {
        return Some(Role::Town(85));
    }
    for number in words + 1..=words + 4 {
        let classes = at.classes_after(number);
        if at.is_capital_after(number) {
            break;
        }
        if classes.has(Classes::TOWN) {
            return Some(Role::Town(88));
        }
        if classes.has(Classes::STATE.with(Classes::TIES).with(Classes::ROLE)) {
            return Some(Role::Government(92));
        }
        if classes.has(Classes::FUNCTION.with(Classes::HELP))
            || at.after(number).is_none_or(|token| !token.is_word())
        {
            break;
        }
    }
    if at.is_before(1, &["in"]) {
        return Some(Role::Town(85));
    }
    let name_follows = at.after(words + 1).is_some_and(Token::is_capital) && !at.paragraph.headline;
    match seat.sort {
        SeatSort::Building | SeatSort::WeakBuilding => Some(Role::Government(88)),
        SeatSort::Government if !name_follows => Some(Role::Government(78)),
        _ => Some(Role::Town(70)),
    }
}

/// "Moscow, Idaho", "Paris, France".
fn followed_by_land(at: At<'_>, seat: &Seat) -> Option<Role> {
    if super::titles::is_town_of_state(at) {
        return Some(Role::Town(95));
    }
    let land = at.is_after(1, &[","]).then(|| at.after(2)).flatten()?;
    let hit = at.paragraph.hit_from(at.end + 1)?;
    let own = hit.senses.iter().any(|sense| match sense {
        Sense::Country(number) => at
            .article
            .tables
            .countries
            .get(*number as usize)
            .is_some_and(|row| row.naming == Naming::Direct && row.code == seat.country),
        Sense::Region(number) => at
            .article
            .tables
            .regions
            .get(*number as usize)
            .is_some_and(|row| row.key.starts_with("us-")),
        _ => false,
    });
    (own && land.is_capital()).then_some(Role::Town(95))
}
