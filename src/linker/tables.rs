//! The tables that are part of the program, read once. In: reading rows, and which names a row
//! has. Out: finding those names in a text.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::names::{Names, Sense};
use super::text::fold;
use super::vocabulary::{Classes, Vocabulary};
use super::{CountryCode, OrganisationRow, OverlayRow, PlaceRow, RegionRow};

/// Whether a word names the country itself or its people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    Direct,
    Demonym,
}

/// What else a name is, so that the words around it have to be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traps {
    /// Also a given name: Chad, Israel.
    pub(super) given: bool,
    /// Also a surname: England, French.
    pub(super) surname: bool,
    /// Also a language: Russian.
    pub(super) language: bool,
    /// Only the first half of a compound: Sino, Franco.
    pub(super) prefix: bool,
    /// It has a rule of its own: Georgia, Turkey, US.
    pub(super) own: bool,
}

impl Traps {
    fn parse(column: &str) -> Self {
        let has = |trap: &str| column.split(' ').any(|word| word == trap);
        Self {
            given: has("given"),
            surname: has("surname"),
            language: has("language"),
            prefix: has("prefix"),
            own: has("own"),
        }
    }

    pub(super) fn any(self) -> bool {
        self != Self::default()
    }
}

#[derive(Debug)]
pub(super) struct CountryName {
    pub(super) words: &'static str,
    pub(super) code: CountryCode,
    pub(super) naming: Naming,
    pub(super) traps: Traps,
    /// Countries that the same word may mean.
    pub(super) also: Vec<CountryCode>,
}

#[derive(Debug)]
pub(super) struct FormerName {
    pub(super) words: &'static str,
    pub(super) country: CountryCode,
    pub(super) from_year: i16,
    pub(super) to_year: i16,
    pub(super) others: Vec<CountryCode>,
    pub(super) about: &'static str,
}

/// What a seat of government means when nothing around it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SeatSort {
    /// A house or street that is always its government.
    Building,
    /// A house or street that is often only that.
    WeakBuilding,
    /// A capital that news mostly names for its government.
    Government,
    /// A capital that news mostly names as a town.
    Town,
    /// A capital that is as often something else.
    Unsure,
}

#[derive(Debug)]
pub(super) struct Seat {
    pub(super) words: &'static str,
    pub(super) country: CountryCode,
    pub(super) sort: SeatSort,
    pub(super) place: &'static str,
}

#[derive(Debug)]
pub(super) struct Cover {
    /// The countries inside it are a part of a name, and are told as such.
    pub(super) tells_parts: bool,
}

#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) vocabulary: Vocabulary,
    pub(super) names: Names,
    pub(super) countries: Vec<CountryName>,
    pub(super) former: Vec<FormerName>,
    pub(super) seats: Vec<Seat>,
    pub(super) places: Vec<PlaceRow>,
    pub(super) place_by_key: HashMap<&'static str, usize>,
    pub(super) regions: Vec<RegionRow>,
    pub(super) organisations: Vec<OrganisationRow>,
    pub(super) overlays: Vec<OverlayRow>,
    pub(super) covers: Vec<Cover>,
}

/// The tables; the first call reads them.
pub(super) fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(Tables::load)
}

/// The rows of a table without its heading and remarks, each as its columns.
fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .skip(1)
        .map(Row)
}

#[derive(Clone, Copy)]
struct Row(&'static str);

impl Row {
    fn column(&self, number: usize) -> &'static str {
        self.0.split('\t').nth(number).unwrap_or_default()
    }

    fn number(&self, number: usize) -> f64 {
        self.column(number).parse().unwrap_or(0.0)
    }

    fn codes(&self, number: usize) -> Vec<CountryCode> {
        self.column(number)
            .split(',')
            .filter_map(CountryCode::parse)
            .collect()
    }
}

fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Tables {
    fn load() -> Self {
        let mut tables = Self {
            vocabulary: Vocabulary::load(
                include_str!("../../geodata/linker-words.tsv"),
                include_str!("../../geodata/given-names.tsv"),
            ),
            ..Self::default()
        };
        tables.load_countries();
        tables.load_former();
        tables.load_places();
        tables.load_seats();
        tables.load_regions();
        tables.load_organisations();
        tables.load_overlays();
        tables.load_covers();
        tables
    }

    fn load_countries(&mut self) {
        for row in rows(include_str!("../../geodata/country-names.tsv")) {
            let Some(code) = CountryCode::parse(row.column(1)) else {
                continue;
            };
            let naming = if row.column(2) == "demonym" {
                Naming::Demonym
            } else {
                Naming::Direct
            };
            let traps = Traps::parse(row.column(3));
            let words = row.column(0);
            self.names.add(
                words,
                Sense::Country(index(self.countries.len())),
                &mut self.vocabulary,
            );
            self.mark(words, Classes::COUNTRY);
            self.countries.push(CountryName {
                words,
                code,
                naming,
                traps,
                also: row.codes(4),
            });
        }
    }

    fn load_former(&mut self) {
        for row in rows(include_str!("../../geodata/former-countries.tsv")) {
            let Some(country) = CountryCode::parse(row.column(1)) else {
                continue;
            };
            let words = row.column(0);
            self.names.add(
                words,
                Sense::Former(index(self.former.len())),
                &mut self.vocabulary,
            );
            self.mark(words, Classes::COUNTRY);
            self.former.push(FormerName {
                words,
                country,
                from_year: row.column(2).parse().unwrap_or(0),
                to_year: row.column(3).parse().unwrap_or(0),
                others: row.codes(4),
                about: row.column(5),
            });
        }
    }

    fn load_places(&mut self) {
        let ours = rows(include_str!("../../geodata/cities.tsv")).map(|row| (row, ""));
        let more =
            rows(include_str!("../../geodata/more-places.tsv")).map(|row| (row, row.column(6)));
        for (row, other_names) in ours.chain(more) {
            let Some(country) = CountryCode::parse(row.column(1)) else {
                continue;
            };
            let name = row.column(0);
            let key = self.free_key(name, country);
            let number = self.places.len();
            let is_name = !include_str!("../../geodata/not-places.tsv")
                .lines()
                .any(|line| line == name);
            for words in std::iter::once(name)
                .filter(|_| is_name)
                .chain(other_names.split('|'))
            {
                self.names
                    .add(words, Sense::Place(index(number)), &mut self.vocabulary);
            }
            self.place_by_key.insert(key, number);
            self.places.push(PlaceRow {
                key,
                name,
                lon_deg: row.number(2),
                lat_deg: row.number(3),
                country,
                is_capital: row.column(5) == "1",
            });
        }
    }

    /// A key for a place: its folded name, with its country where the name alone is taken.
    fn free_key(&self, name: &str, country: CountryCode) -> &'static str {
        let mut folded = String::new();
        fold(name, &mut folded);
        let mut key: String = folded
            .chars()
            .map(|letter| {
                if letter.is_alphanumeric() {
                    letter
                } else {
                    '-'
                }
            })
            .collect();
        let mut number = 1;
        while self.place_by_key.contains_key(key.as_str()) {
            key = match number {
                1 => format!("{key}-{}", country.as_str().to_lowercase()),
                _ => format!("{key}-{number}"),
            };
            number += 1;
        }
        // The tables are read once and live as long as the program.
        Box::leak(key.into_boxed_str())
    }

    fn load_seats(&mut self) {
        for row in rows(include_str!("../../geodata/seats.tsv")) {
            let Some(country) = CountryCode::parse(row.column(1)) else {
                continue;
            };
            let sort = match row.column(2) {
                "building" => SeatSort::Building,
                "building-weak" => SeatSort::WeakBuilding,
                "capital-government" => SeatSort::Government,
                "capital-place" => SeatSort::Town,
                _ => SeatSort::Unsure,
            };
            let words = row.column(0);
            if row.column(2) == "place" {
                if let Some(&number) = self.place_by_key.get(row.column(3)) {
                    self.names
                        .add(words, Sense::Place(index(number)), &mut self.vocabulary);
                }
                continue;
            }
            self.names.add(
                words,
                Sense::Seat(index(self.seats.len())),
                &mut self.vocabulary,
            );
            self.seats.push(Seat {
                words,
                country,
                sort,
                place: row.column(3),
            });
        }
    }

    fn load_regions(&mut self) {
        for row in rows(include_str!("../../geodata/regions.tsv")) {
            let number = index(self.regions.len());
            for words in std::iter::once(row.column(1)).chain(row.column(9).split('|')) {
                self.names
                    .add(words, Sense::Region(number), &mut self.vocabulary);
            }
            for words in row.column(10).split('|') {
                self.names
                    .add(words, Sense::RegionPeople(number), &mut self.vocabulary);
            }
            self.regions.push(RegionRow {
                key: row.column(0),
                name: row.column(1),
                about: row.column(2),
                at: (row.number(3), row.number(4)),
                west: row.number(5),
                south: row.number(6),
                east: row.number(7),
                north: row.number(8),
            });
        }
    }

    fn load_organisations(&mut self) {
        for row in rows(include_str!("../../geodata/organisations.tsv")) {
            let number = index(self.organisations.len());
            for words in std::iter::once(row.column(1)).chain(row.column(5).split('|')) {
                self.names
                    .add(words, Sense::Organisation(number), &mut self.vocabulary);
            }
            let at = (!row.column(3).is_empty()).then(|| (row.number(3), row.number(4)));
            self.organisations.push(OrganisationRow {
                key: row.column(0),
                name: row.column(1),
                about: row.column(2),
                at,
            });
        }
    }

    fn load_overlays(&mut self) {
        for row in rows(include_str!("../../geodata/overlay-words.tsv")) {
            let number = index(self.overlays.len());
            for words in row.column(4).split('|') {
                self.names
                    .add(words, Sense::Overlay(number), &mut self.vocabulary);
            }
            self.overlays.push(OverlayRow {
                key: row.column(0),
                name: row.column(1),
                about: row.column(2),
                style: row.column(3),
            });
        }
    }

    fn load_covers(&mut self) {
        for row in rows(include_str!("../../geodata/not-countries.tsv")) {
            self.names.add(
                row.column(0),
                Sense::Cover(index(self.covers.len())),
                &mut self.vocabulary,
            );
            self.covers.push(Cover {
                tells_parts: row.column(1) == "name",
            });
        }
    }

    /// Adds `class` to the only word of a name of one word.
    fn mark(&mut self, words: &str, class: Classes) {
        if words.chars().all(char::is_alphanumeric) {
            let mut folded = String::new();
            fold(words, &mut folded);
            self.vocabulary.add(&folded, class);
        }
    }
}
