//! Whether the name of a capital, a palace or a street stands for the government that sits there or
//! for the place. In: the words around it, as newspapers put them. Out: people with such names.

use super::article::At;
use super::judge::Verdict;
use super::names::Sense;
use super::people;
use super::tables::{Seat, SeatSort};
use super::text::Shape;
use super::vocabulary::Classes;
use super::{Entity, FoundKind, Reading};

/// What the words around a seat of government make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
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
    if people::is_name_of_person(at) {
        return Some(Verdict::Person {
            first: at.first.saturating_sub(1),
            end: at.end,
        });
    }
    if !matches!(seat.sort, SeatSort::Building | SeatSort::WeakBuilding)
        && people::was_named(at)
        && !is_plainly(at)
    {
        return Some(Verdict::Person {
            first: at.first,
            end: at.end,
        });
    }
    let role = match role(at, seat) {
        // On the sports pages a town is its team or a place, unless states are spoken of.
        Role::Government(_) | Role::Open
            if at.article.knowledge.is_sport()
                && seat.sort != SeatSort::Building
                && !at.any_before(8, Classes::TIES.with(Classes::BODY))
                && !at.any_after(8, Classes::TIES.with(Classes::BODY)) =>
        {
            Role::Town(70)
        }
        role => role,
    };
    Some(verdict(seat, role))
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
            Verdict::unsure(country, FoundKind::Metonym, sure, others)
        }
        (Role::Town(_), _) if building => Verdict::Nothing,
        (Role::Town(sure), Some(town)) => {
            let others = if sure < 75 {
                vec![Reading::Entity(country)]
            } else {
                Vec::new()
            };
            Verdict::unsure(town, FoundKind::Direct, sure, others)
        }
        (Role::Part, Some(town)) if !building => Verdict::is(town, FoundKind::PartOfName, 85),
        (Role::Open, town) => match (seat.sort, town) {
            (SeatSort::Building, _) => Verdict::is(country, FoundKind::Metonym, 90),
            (SeatSort::Government, town) => {
                let others = town.map(Reading::Entity).into_iter().collect();
                Verdict::unsure(country, FoundKind::Metonym, 65, others)
            }
            (SeatSort::Town | SeatSort::Unsure, Some(town)) => {
                Verdict::unsure(town, FoundKind::Direct, 65, vec![Reading::Entity(country)])
            }
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
    if let Some(role) = followed_by_land(at) {
        return role;
    }
    // "the Warsaw exchange": the noun it describes decides, not what stands before them both.
    if !building && at.classes_before(1).has(Classes::DETERMINER) && is_town_noun(at) {
        return Role::Town(88);
    }
    if let Some(role) = before(chain, seat) {
        return role;
    }
    if let Some(role) = after(chain, seat) {
        return role;
    }
    Role::Open
}

/// "Westminster Abbey", "the Kazan Kremlin": another house of that name.
fn is_other_building(at: At<'_>, seat: &Seat) -> bool {
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

/// The next word is a noun of towns, and no verb.
fn is_town_noun(at: At<'_>) -> bool {
    let classes = at.classes_after(1);
    classes.has(Classes::TOWN.with(Classes::TAIL)) && !classes.has(Classes::ACT.with(Classes::HELP))
}

/// "ISLAMABAD (Reuters) -", "PARIS, Jan 5 -", "BEIRUT —" at the start of a paragraph.
fn is_dateline(at: At<'_>) -> bool {
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
    let capitals = at
        .first_token()
        .is_some_and(|token| token.shape == Shape::Upper);
    let alone = at.after(1).is_none_or(|token| token.shape == Shape::Number);
    if capitals && at.first == 0 && alone {
        return true;
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
        && (2..14).any(|number| at.is_after(number, &["—", "–", "-", "--", ")"]))
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
    let first = at.capital_before()
        && !at.classes_before(1).has(
            Classes::DATE
                .with(Classes::COUNTRY)
                .with(Classes::COMPASS)
                .with(Classes::FUNCTION)
                .with(Classes::WITHIN)
                .with(Classes::CLAUSE),
        );
    head || first
}

/// "Moscow's foreign policy", "London's streets".
fn owned(at: At<'_>, seat: &Seat) -> Option<Role> {
    let words = at.possessive()?;
    if at.classes_before(1).has(Classes::WITHIN) && !at.is_before(1, &["in"]) {
        return Some(Role::Town(85));
    }
    for number in words + 1..=words + 4 {
        let classes = at.classes_after(number);
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
    let name_follows =
        at.after(words + 1).is_some_and(|token| token.is_capital()) && !at.paragraph.headline;
    match seat.sort {
        SeatSort::Building | SeatSort::WeakBuilding => Some(Role::Government(88)),
        SeatSort::Government if !name_follows => Some(Role::Government(78)),
        _ => Some(Role::Town(70)),
    }
}

/// "Moscow, Idaho", "Paris, France".
fn followed_by_land(at: At<'_>) -> Option<Role> {
    let land = at.is_after(1, &[","]).then(|| at.after(2)).flatten()?;
    let here = at.end + 1;
    let hit = at.paragraph.hits.iter().find(|hit| hit.first == here)?;
    let own = hit.senses.iter().any(|sense| match sense {
        Sense::Country(number) => at
            .article
            .tables
            .countries
            .get(*number as usize)
            .is_some_and(|row| {
                row.naming == super::tables::Naming::Direct
                    && at
                        .article
                        .tables
                        .seats
                        .iter()
                        .any(|seat| seat.country == row.code && is_named(at, seat.words))
            }),
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

fn is_named(at: At<'_>, words: &str) -> bool {
    at.paragraph
        .text
        .get(at.range())
        .is_some_and(|text| text.eq_ignore_ascii_case(words))
}

/// The name with its like on both sides: in "Moscow, Beijing and Tehran said" all three speak.
fn chain(at: At<'_>) -> At<'_> {
    let is_place = |first: usize, end: usize| {
        at.paragraph.hits.iter().any(|hit| {
            (hit.first == first || first == usize::MAX)
                && (hit.end == end || end == usize::MAX)
                && hit.senses.iter().any(|sense| {
                    matches!(sense, Sense::Seat(_) | Sense::Place(_) | Sense::Country(_))
                })
        })
    };
    let (mut first, mut end) = (at.first, at.end);
    for _ in 0..6 {
        let here = at.moved(first, end);
        let join = if here.is_before(1, &["and", "or", "&", "nor"]) && here.is_before(2, &[","]) {
            2
        } else if here.is_before(1, &["and", "or", "&", ",", "nor"]) {
            1
        } else {
            break;
        };
        let Some(previous) = first.checked_sub(join) else {
            break;
        };
        let hit = at
            .paragraph
            .hits
            .iter()
            .find(|hit| hit.end == previous && is_place(hit.first, previous));
        match hit {
            Some(hit) => first = hit.first,
            None => break,
        }
    }
    for _ in 0..6 {
        let here = at.moved(first, end);
        let join = if here.is_after(1, &[","]) && here.is_after(2, &["and", "or"]) {
            2
        } else if here.is_after(1, &["and", "or", "&", ",", "nor"]) {
            1
        } else {
            break;
        };
        let next = end + join;
        match at
            .paragraph
            .hits
            .iter()
            .find(|hit| hit.first == next && is_place(next, hit.end))
        {
            Some(hit) => end = hit.end,
            None => break,
        }
    }
    at.moved(first, end)
}

fn before(at: At<'_>, seat: &Seat) -> Option<Role> {
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
    if is_left(1, &["at"]) && at_left(2).has(Classes::TOWN.with(Classes::GOING)) {
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
    let tied = at.any_before(near + 5, Classes::TIES.with(Classes::STATE));
    if is_left(1, &["from", "to", "for", "towards", "toward"]) {
        if is_left(1, &["to"]) && at.any_before(near + 6, Classes::FROM) && going {
            return Some(Role::Town(90));
        }
        if at_left(2).has(Classes::GOING) || going && !tied {
            return Some(Role::Town(88));
        }
        if at.any_before(near + 4, Classes::DISTANCE) {
            return Some(Role::Town(90));
        }
        if is_left(1, &["to"]) || tied {
            return Some(Role::Government(if tied { 90 } else { 75 }));
        }
        return None;
    }
    if is_left(1, &["of"]) {
        if at_left(2).has(Classes::TOWN.with(Classes::COMPASS).with(Classes::DISTANCE))
            || at.any_before(near + 3, Classes::TOWN.with(Classes::DISTANCE))
        {
            return Some(Role::Town(92));
        }
        if at_left(2).has(Classes::STATE.with(Classes::TIES)) {
            return Some(Role::Government(88));
        }
        return None;
    }
    if is_left(1, &["on"]) {
        return Some(if at.any_before(near + 3, Classes::RAID) {
            Role::Town(82)
        } else {
            Role::Government(86)
        });
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
    None
}

fn after(at: At<'_>, seat: &Seat) -> Option<Role> {
    let sort = seat.sort;
    let mut number = 1;
    // ", which once threatened to use force," says what a verb would.
    if at.is_after(1, &[","]) && at.is_after(2, &["which", "itself", "too", "however", "meanwhile"])
    {
        number = 3;
    }
    let first_classes = at.classes_after(number);
    if number == 1 && !first_classes.has(Classes::ACT.with(Classes::HELP)) {
        if first_classes.has(Classes::STATE.with(Classes::BODY)) {
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
    let clause = at.first_token().is_some_and(|token| token.starts_sentence)
        || at.classes_before(1).has(Classes::CLAUSE);
    if helped && clause && sort == SeatSort::Government {
        return Some(Role::Government(76));
    }
    None
}

fn is_adverb(word: &str) -> bool {
    [
        "also",
        "now",
        "still",
        "then",
        "again",
        "once",
        "already",
        "long",
        "even",
        "itself",
        "first",
        "later",
        "never",
        "often",
        "always",
        "soon",
        "not",
        "only",
        "just",
        "too",
        "instead",
        "meanwhile",
        "yet",
    ]
    .iter()
    .any(|adverb| adverb.eq_ignore_ascii_case(word))
}
