//! Which reading of a name is meant, for every name found in an article. In: the order in which
//! readings are asked, names inside names, and how sure each answer is. Out: the rules for seats of
//! government, people, languages and namesakes, which have files of their own.

use super::article::{Article, At, Hit, Paragraph};
use super::names::Sense;
use super::tables::{CountryName, Naming};
use super::{
    CountryCode, Entity, FoundMention, Reading, compass, namesake_people, namesakes, people, seats,
    titles, tongues,
};
use crate::world::MentionKind;

/// What a rule says of a name.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// It is this.
    Is {
        entity: Entity,
        kind: MentionKind,
        sure: u8,
        others: Vec<Reading>,
    },
    /// It is the name of a person, which is told; the words are those of the whole name.
    Person { first: usize, end: usize },
    /// It is part of another name.
    Part,
    /// It is nothing we tell of.
    Nothing,
}

impl Verdict {
    pub(super) fn is(entity: Entity, kind: MentionKind, sure: u8) -> Self {
        Self::Is {
            entity,
            kind,
            sure,
            others: Vec::new(),
        }
    }

    pub(super) fn unsure(
        entity: Entity,
        kind: MentionKind,
        sure: u8,
        others: Vec<Reading>,
    ) -> Self {
        Self::Is {
            entity,
            kind,
            sure,
            others,
        }
    }
}

pub(super) fn mentions(paragraphs: &[&str]) -> Vec<Vec<FoundMention>> {
    let article = Article::read(paragraphs);
    let people = people::learn(&article);
    let article = article.knowing(people);
    article
        .paragraphs
        .iter()
        .enumerate()
        .map(|(number, paragraph)| of_paragraph(&article, number, paragraph))
        .collect()
}

fn of_paragraph(
    article: &Article<'_>,
    number: usize,
    paragraph: &Paragraph<'_>,
) -> Vec<FoundMention> {
    let mut found = compass::mentions(article, number);
    found.reserve(paragraph.hits.len());
    for hit in &paragraph.hits {
        let at = At {
            article,
            paragraph,
            first: hit.first,
            end: hit.end,
        };
        judge(at, hit, &mut found);
    }
    in_order(found)
}

/// By start, the longer first; where two would cross or are the same, the first found stays.
fn in_order(mut found: Vec<FoundMention>) -> Vec<FoundMention> {
    found.sort_by_key(|mention| (mention.range.start, std::cmp::Reverse(mention.range.end)));
    let mut kept: Vec<FoundMention> = Vec::with_capacity(found.len());
    let mut open: Vec<std::ops::Range<usize>> = Vec::new();
    for mention in found {
        open.retain(|range| range.end > mention.range.start);
        let fits = open
            .last()
            .is_none_or(|outer| mention.range.end <= outer.end && mention.range != *outer);
        if fits && !mention.range.is_empty() {
            open.push(mention.range.clone());
            kept.push(mention);
        }
    }
    kept
}

#[expect(
    clippy::too_many_lines,
    reason = "one rule after the other, as they are tried"
)]
fn judge(at: At<'_>, hit: &Hit, found: &mut Vec<FoundMention>) {
    let verdict = hit
        .senses
        .iter()
        .find_map(|sense| match sense {
            Sense::Cover(number) => {
                let cover = at.article.tables.covers.get(*number as usize);
                if cover.is_some_and(|cover| cover.tells_parts) {
                    parts(at, found);
                }
                // A region may bear the very name: the Persian Gulf.
                hit.senses
                    .iter()
                    .find_map(|other| region(at, *other))
                    .or(Some(Verdict::Nothing))
            }
            Sense::Organisation(number) => {
                parts(at, found);
                let row = at.article.tables.organisations.get(*number as usize)?;
                Some(Verdict::is(
                    Entity::Organisation(row.key),
                    MentionKind::Direct,
                    95,
                ))
            }
            _ => None,
        })
        .or_else(|| countries(at, &hit.senses))
        .or_else(|| hit.senses.iter().find_map(|sense| former(at, *sense)))
        .or_else(|| hit.senses.iter().find_map(|sense| seats::judge(at, *sense)))
        .or_else(|| hit.senses.iter().find_map(|sense| region(at, *sense)))
        .or_else(|| place(at, &hit.senses))
        .or_else(|| hit.senses.iter().find_map(|sense| overlay(at, *sense)));
    match verdict {
        Some(Verdict::Is {
            entity,
            kind,
            sure,
            others,
        }) => {
            found.push(FoundMention {
                range: at.range(),
                entity,
                kind,
                confidence_percent: sure,
                others,
            });
        }
        Some(Verdict::Person { first, end }) => {
            let range = at.moved(first, end).range();
            let name = at
                .paragraph
                .text
                .get(range.clone())
                .unwrap_or_default()
                .to_owned();
            let entity = Entity::Person(name);
            found.push(FoundMention {
                range,
                entity,
                kind: MentionKind::Direct,
                confidence_percent: 85,
                others: Vec::new(),
            });
        }
        Some(Verdict::Part) => part(at, &hit.senses, found),
        Some(Verdict::Nothing) | None => {}
    }
}

/// The name itself is only a part of another's.
fn part(at: At<'_>, senses: &[Sense], found: &mut Vec<FoundMention>) {
    let country = senses.iter().find_map(|sense| match sense {
        Sense::Country(number) => at
            .article
            .tables
            .countries
            .get(*number as usize)
            .map(|row| row.code),
        Sense::Former(number) => at
            .article
            .tables
            .former
            .get(*number as usize)
            .map(|row| row.country),
        _ => None,
    });
    if let Some(code) = country {
        found.push(FoundMention {
            range: at.range(),
            entity: Entity::Country(code),
            kind: MentionKind::PartOfName,
            confidence_percent: 90,
            others: Vec::new(),
        });
    }
}

/// Tells of the countries whose names are inside the name `at`.
fn parts(at: At<'_>, found: &mut Vec<FoundMention>) {
    let mut first = at.first;
    while first < at.end {
        let inside = at.paragraph.tokens.get(first..at.end).unwrap_or_default();
        // The whole name would be found again at its own first word.
        let inside = if first == at.first {
            inside
                .get(..inside.len().saturating_sub(1))
                .unwrap_or_default()
        } else {
            inside
        };
        match at.article.tables.names.longest(inside) {
            Some(name) => {
                part(at.moved(first, first + name.words), &name.senses, found);
                first += name.words;
            }
            None => first += 1,
        }
    }
}

fn countries(at: At<'_>, senses: &[Sense]) -> Option<Verdict> {
    let row = senses.iter().find_map(|sense| match sense {
        Sense::Country(number) => at.article.tables.countries.get(*number as usize),
        _ => None,
    })?;
    let other_region = senses.iter().find_map(|sense| match sense {
        Sense::Region(number) => at
            .article
            .tables
            .regions
            .get(*number as usize)
            .map(|row| row.key),
        _ => None,
    });
    Some(country(at, row, other_region))
}

fn country(at: At<'_>, row: &CountryName, other_region: Option<&'static str>) -> Verdict {
    if row.traps.prefix && !at.hyphen_after() {
        return Verdict::Nothing;
    }
    if let Some(verdict) = people::judge(at, row) {
        return verdict;
    }
    if row.words != "Georgia" && titles::is_part_of_name(at, row) {
        return Verdict::Part;
    }
    if row.traps.own
        && let Some(verdict) = namesakes::judge(at, row, other_region)
    {
        return match verdict {
            Verdict::Is {
                entity: Entity::Country(code),
                kind,
                sure,
                others,
            } if code == row.code
                && sure > 70
                && others.is_empty()
                && namesake_people::may_be_person(at, row) =>
            {
                Verdict::unsure(Entity::Country(code), kind, 70, vec![Reading::NoPlace])
            }
            verdict => verdict,
        };
    }
    if row.naming == Naming::Demonym && tongues::names_variety(at) {
        return Verdict::Nothing;
    }
    if row.traps.language && tongues::is_language(at) {
        return Verdict::Nothing;
    }
    let kind = kind_of(row.naming);
    if namesake_people::may_be_person(at, row) {
        return Verdict::unsure(Entity::Country(row.code), kind, 70, vec![Reading::NoPlace]);
    }
    if row.also.is_empty() {
        let sure = if row.traps.any() { 92 } else { 98 };
        Verdict::is(Entity::Country(row.code), kind, sure)
    } else {
        let others = row
            .also
            .iter()
            .map(|code| Reading::Entity(Entity::Country(*code)))
            .collect();
        Verdict::unsure(Entity::Country(row.code), kind, 65, others)
    }
}

pub(super) fn kind_of(naming: Naming) -> MentionKind {
    match naming {
        Naming::Direct => MentionKind::Direct,
        Naming::Demonym => MentionKind::Demonym,
    }
}

fn former(at: At<'_>, sense: Sense) -> Option<Verdict> {
    let Sense::Former(number) = sense else {
        return None;
    };
    let row = at.article.tables.former.get(number as usize)?;
    if namesakes::is_common_word(at, row.words) || people::is_first_name(at, row.words) {
        return Some(Verdict::Nothing);
    }
    if titles::covers_former(at, row.words) {
        return Some(Verdict::Part);
    }
    let others: Vec<Reading> = row
        .others
        .iter()
        .map(|code| Reading::Entity(Entity::Country(*code)))
        .collect();
    let sure = if others.is_empty() { 92 } else { 75 };
    Some(Verdict::unsure(
        Entity::Country(row.country),
        MentionKind::Historical,
        sure,
        others,
    ))
}

fn region(at: At<'_>, sense: Sense) -> Option<Verdict> {
    let (number, kind) = match sense {
        Sense::Region(number) => (number, MentionKind::Direct),
        Sense::RegionPeople(number) => (number, MentionKind::Demonym),
        _ => return None,
    };
    let row = at.article.tables.regions.get(number as usize)?;
    if people::is_name_of_person(at) {
        return Some(Verdict::Nothing);
    }
    Some(Verdict::is(Entity::Region(row.key), kind, 92))
}

fn place(at: At<'_>, senses: &[Sense]) -> Option<Verdict> {
    let mut rows = senses.iter().filter_map(|sense| match sense {
        Sense::Place(number) => at.article.tables.places.get(*number as usize),
        _ => None,
    });
    let row = rows.next()?;
    if let Some(verdict) = namesake_people::place(at) {
        return Some(verdict);
    }
    if row.country.as_str() != "USA" && titles::is_town_of_state(at) {
        return Some(Verdict::Nothing);
    }
    // Two towns of one name: the larger one stands first.
    let others: Vec<Reading> = rows
        .map(|row| Reading::Entity(Entity::Place(row.key)))
        .collect();
    let sure = if others.is_empty() { 88 } else { 70 };
    Some(Verdict::unsure(
        Entity::Place(row.key),
        MentionKind::Direct,
        sure,
        others,
    ))
}

fn overlay(at: At<'_>, sense: Sense) -> Option<Verdict> {
    let Sense::Overlay(number) = sense else {
        return None;
    };
    let row = at.article.tables.overlays.get(number as usize)?;
    Some(Verdict::is(
        Entity::Overlay(row.key),
        MentionKind::Described,
        70,
    ))
}

/// The countries of a list of codes, as other readings.
pub(super) fn or_countries(codes: &[CountryCode]) -> Vec<Reading> {
    codes
        .iter()
        .map(|code| Reading::Entity(Entity::Country(*code)))
        .collect()
}
