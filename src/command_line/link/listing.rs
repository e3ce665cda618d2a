//! What an article's words name as a list for people.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use passage::atlas::Atlas;
use passage::linker::{self, CountryCode, Entity, FoundMention, Reading};
use passage::world::MentionKind;

/// In characters: longer words are cut.
const LONGEST_WORDS: usize = 40;

/// There are fewer countries and territories, and they come first among all names.
const MOST_COUNTRIES: usize = 400;

/// Writes a line for each mention with its paragraph's number, then what all of it comes to.
pub(super) fn write(
    output: &mut impl Write,
    found: &[(&str, Vec<FoundMention>)],
    notes: &[String],
    atlas: &Atlas,
) -> io::Result<()> {
    let mut names = Names {
        atlas,
        known: HashMap::new(),
    };
    let mut countries = HashSet::new();
    let (mut mentions_count, mut unsure) = (0, 0);
    let width = found.len().to_string().len();
    for (index, (paragraph, mentions)) in found.iter().enumerate() {
        for mention in mentions {
            let words = paragraph.get(mention.range.clone()).unwrap_or_default();
            let words = shortened(words);
            let name = names.of(&mention.entity);
            let kind = kind_words(mention.kind);
            write!(output, "{:>width$}  {words}: {name}, {kind}", index + 1)?;
            if !mention.others.is_empty() {
                unsure += 1;
                write!(output, "; unsure, may be")?;
                for (number, other) in mention.others.iter().enumerate() {
                    let or = if number > 0 { " or" } else { "" };
                    let other = match other {
                        Reading::Entity(entity) => names.of(entity),
                        Reading::NoPlace => "no such name at all",
                    };
                    write!(output, "{or} {other}")?;
                }
            }
            writeln!(output)?;
            mentions_count += 1;
            if let Entity::Country(code) = mention.entity {
                countries.insert(code);
            }
        }
    }
    if mentions_count > 0 {
        writeln!(output)?;
    }
    writeln!(
        output,
        "{}, {}, {}, {unsure} unsure",
        counted(found.len(), "paragraph", "paragraphs"),
        counted(mentions_count, "mention", "mentions"),
        counted(countries.len(), "country", "countries"),
    )?;
    for note in notes {
        writeln!(output, "{note}")?;
    }
    Ok(())
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn shortened(words: &str) -> String {
    let mut letters = words.chars();
    let mut short: String = letters.by_ref().take(LONGEST_WORDS).collect();
    if letters.next().is_some() {
        short.push_str("...");
    }
    short
}

fn kind_words(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Direct => "by name",
        MentionKind::Demonym => "by its people or its adjective",
        MentionKind::Metonym => "its government by the seat",
        MentionKind::Historical => "by a state that is no more",
        MentionKind::PartOfName => "in the name of something else",
        MentionKind::Described => "by what is told of it",
    }
}

/// What entities are called. Each is looked up once, for an article may name one a million times.
struct Names<'a> {
    atlas: &'a Atlas,
    known: HashMap<Entity, String>,
}

impl Names<'_> {
    fn of(&mut self, entity: &Entity) -> &str {
        if !self.known.contains_key(entity) {
            let name = self.look_up(entity);
            self.known.insert(entity.clone(), name);
        }
        self.known.get(entity).map_or("", String::as_str)
    }

    fn look_up(&self, entity: &Entity) -> String {
        let country = |code: CountryCode| {
            let known = self.atlas.country_by_code(code.as_str());
            known.map_or_else(
                || name_in_text(code),
                |id| self.atlas.country_name(id).to_owned(),
            )
        };
        let (name, what) = match entity {
            Entity::Country(code) => (Some(country(*code)), "country"),
            Entity::Place(key) => {
                let place = linker::place(key);
                let with_country =
                    place.map(|row| format!("{}, {}", row.name, country(row.country)));
                (with_country, "place")
            }
            Entity::Region(key) => (linker::region(key).map(|row| row.name.to_owned()), "region"),
            Entity::Organisation(key) => {
                let row = linker::organisation(key);
                (row.map(|row| row.name.to_owned()), "organisation")
            }
            Entity::Person(name) => (Some(name.clone()), "person"),
            Entity::Overlay(key) => (
                linker::overlay(key).map(|row| row.name.to_owned()),
                "overlay",
            ),
        };
        format!("{} ({what})", name.unwrap_or_else(|| entity.key()))
    }
}

/// What texts call a country that is not yet in the atlas of January 2011, or else its code.
fn name_in_text(code: CountryCode) -> String {
    let all = linker::entities_matching("", MOST_COUNTRIES);
    let mut known = all.into_iter();
    let known = known.find(|(_, entity)| *entity == Entity::Country(code));
    known.map_or_else(|| code.to_string(), |(name, _)| name.to_owned())
}
