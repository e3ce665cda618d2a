//! Countries told by their half of the compass alone: "North and South Korea", and where the Koreas
//! are spoken of, "the North". In: names that no table can hold. Out: whole names.

use super::article::{Article, Paragraph};
use super::judge::kind_of;
use super::names::Sense;
use super::text::tokens;
use super::{CountryCode, Entity, FoundMention};
use crate::world::MentionKind;

const COMPASS: [&str; 4] = ["North", "South", "East", "West"];

/// "the North" is Korea's only where no other country of two halves is spoken of.
const OTHER_HALVES: [&str; 5] = ["VNM", "YEM", "SDN", "SSD", "CYP"];

pub(super) fn mentions(article: &Article<'_>, number: usize) -> Vec<FoundMention> {
    let Some(paragraph) = article.paragraphs.get(number) else {
        return Vec::new();
    };
    let earlier = number.checked_sub(1);
    let earlier = earlier.and_then(|earlier| article.paragraphs.get(earlier));
    let tells = |code: &str| {
        let here = codes(article, paragraph);
        let before = earlier.map(|earlier| codes(article, earlier));
        here.chain(before.into_iter().flatten())
            .any(|other| other.as_str() == code)
    };
    let mut found = Vec::new();
    let mut is_of_koreas = None;
    for (index, token) in paragraph.tokens.iter().enumerate() {
        let half = paragraph.words(token);
        if !COMPASS.contains(&half) || paragraph.hit_from(index).is_some() {
            continue;
        }
        let range = token.start..token.end;
        if let Some((entity, kind)) = joined(article, paragraph, index) {
            found.push(mention(range, entity, kind, 92));
            continue;
        }
        let code = match half {
            "North" => "PRK",
            "South" => "KOR",
            _ => continue,
        };
        if !stands_alone(paragraph, index) {
            continue;
        }
        let is_of_koreas = *is_of_koreas.get_or_insert_with(|| {
            (tells("PRK") || tells("KOR")) && !OTHER_HALVES.iter().any(|code| tells(code))
        });
        if let Some(code) = CountryCode::parse(code).filter(|_| is_of_koreas) {
            found.push(mention(
                range,
                Entity::Country(code),
                MentionKind::Direct,
                82,
            ));
        }
    }
    found
}

fn mention(
    range: std::ops::Range<usize>,
    entity: Entity,
    kind: MentionKind,
    confidence_percent: u8,
) -> FoundMention {
    FoundMention {
        range,
        entity,
        kind,
        confidence_percent,
        others: Vec::new(),
    }
}

/// "North and South Korea", "East or West German": the name of the second with the first's half.
fn joined(
    article: &Article<'_>,
    paragraph: &Paragraph<'_>,
    index: usize,
) -> Option<(Entity, MentionKind)> {
    let join = paragraph.tokens.get(index + 1)?;
    if !matches!(paragraph.words(join), "and" | "or" | "nor" | "&") {
        return None;
    }
    let other = paragraph.hit_from(index + 2)?;
    let half = paragraph.words(paragraph.tokens.get(other.first)?);
    if !COMPASS.contains(&half) {
        return None;
    }
    let start = paragraph.tokens.get(other.first + 1)?.start;
    let end = paragraph.tokens.get(other.end.checked_sub(1)?)?.end;
    let first = paragraph.words(paragraph.tokens.get(index)?);
    let name = format!("{first} {}", paragraph.text.get(start..end)?);
    let senses = article
        .tables
        .names
        .exactly(&tokens(&name, &article.tables.vocabulary));
    senses.iter().find_map(|sense| match sense {
        Sense::Country(number) => {
            let row = article.tables.countries.get(*number as usize)?;
            Some((Entity::Country(row.code), kind_of(row.naming)))
        }
        Sense::Former(number) => {
            let row = article.tables.former.get(*number as usize)?;
            Some((Entity::Country(row.country), MentionKind::Historical))
        }
        _ => None,
    })
}

/// "the North said", "the South's": not the North Sea, and not the north of anything.
fn stands_alone(paragraph: &Paragraph<'_>, index: usize) -> bool {
    let before = index.checked_sub(1);
    let before = before.and_then(|before| paragraph.tokens.get(before));
    let next = paragraph.tokens.get(index + 1);
    before.is_some_and(|token| paragraph.words(token).eq_ignore_ascii_case("the"))
        && next.is_none_or(|token| {
            !token.is_capital() && !matches!(paragraph.words(token), "of" | "-" | "\u{2013}")
        })
}

/// The countries that a paragraph names by any name but their people's languages.
fn codes<'a>(
    article: &'a Article<'_>,
    paragraph: &'a Paragraph<'_>,
) -> impl Iterator<Item = CountryCode> + 'a {
    let senses = paragraph.hits.iter().flat_map(|hit| &hit.senses);
    senses.filter_map(|sense| match sense {
        Sense::Country(number) => {
            let row = article.tables.countries.get(*number as usize)?;
            Some(row.code)
        }
        Sense::Former(number) => {
            let row = article.tables.former.get(*number as usize)?;
            Some(row.country)
        }
        _ => None,
    })
}
