//! What an article as a whole tells, beyond the neighbours of a name: words that speak of the state
//! of Georgia or of the Caucasus, of cooking, of a match. In: counting. Out: what follows from it.

use std::collections::HashSet;

use super::CountryCode;
use super::article::Paragraph;
use super::names::Sense;
use super::tables::{Naming, Tables};
use super::text::Shape;
use super::vocabulary::{Classes, Word};

/// What the whole article tells, beyond a name's neighbours.
#[derive(Debug, Default)]
pub(super) struct Knowledge {
    /// Surnames and given names of people who were named in full, folded.
    pub(super) people: HashSet<Box<str>>,
    /// Words for countries that the article says are towns of a state: "Lebanon, Pennsylvania".
    pub(super) towns: HashSet<Box<str>>,
    pub(super) stateside: u32,
    pub(super) caucasus: u32,
    pub(super) brazzaville: u32,
    pub(super) kinshasa: u32,
    pub(super) matches: u32,
    pub(super) kitchen: u32,
    pub(super) channel: u32,
    pub(super) tribes: u32,
    pub(super) ligue: u32,
    pub(super) rhinos: u32,
    pub(super) bronzes: u32,
    pub(super) alexander: u32,
    pub(super) grocers: u32,
    pub(super) antilles: u32,
    pub(super) prison: u32,
    pub(super) basketball: u32,
    /// The bird, with a small letter.
    pub(super) birds: u32,
    pub(super) baseball: u32,
    pub(super) words: u32,
    /// Names of countries, and their people's, as the tables write them.
    pub(super) told: HashSet<&'static str>,
    pub(super) seats: HashSet<CountryCode>,
    pub(super) peoples: HashSet<CountryCode>,
}

impl Knowledge {
    /// The article is about a match: towns are teams or places there, not governments.
    pub(super) fn is_sport(&self) -> bool {
        self.matches >= 3 && self.matches * 70 >= self.words
    }

    /// The article names the country's seat of government.
    pub(super) fn tells_seat_of(&self, code: CountryCode) -> bool {
        self.seats.contains(&code)
    }

    /// The article tells of the country's people.
    pub(super) fn tells_people_of(&self, code: CountryCode) -> bool {
        self.peoples.contains(&code)
    }

    /// The article has this name of a country or people somewhere.
    pub(super) fn tells(&self, words: &str) -> bool {
        self.told.contains(words)
    }

    pub(super) fn learn(&mut self, paragraph: &Paragraph<'_>, tables: &Tables) {
        for token in paragraph
            .tokens
            .iter()
            .filter(|token| token.word != Word::UNKNOWN)
        {
            let classes = tables.vocabulary.classes(token.word);
            self.stateside += u32::from(classes.has(Classes::STATESIDE));
            self.caucasus += u32::from(classes.has(Classes::CAUCASUS));
            self.brazzaville += u32::from(classes.has(Classes::BRAZZAVILLE));
            self.kinshasa += u32::from(classes.has(Classes::KINSHASA));
            self.matches += u32::from(classes.has(Classes::MATCH));
            self.kitchen += u32::from(classes.has(Classes::KITCHEN));
            self.channel += u32::from(classes.has(Classes::CHANNEL) && token.is_capital());
            self.basketball += u32::from(classes.has(Classes::BASKETBALL));
            self.birds += u32::from(
                token.shape == Shape::Lower && paragraph.words(token).starts_with("turkey"),
            );
            self.prison += u32::from(classes.has(Classes::PRISON));
            self.grocers += u32::from(classes.has(Classes::GROCER));
            self.antilles += u32::from(classes.has(Classes::ANTILLES));
            self.bronzes += u32::from(classes.has(Classes::BRONZE));
            self.alexander += u32::from(classes.has(Classes::ALEXANDER) && token.is_capital());
            self.rhinos += u32::from(classes.has(Classes::RHINO));
            self.ligue += u32::from(classes.has(Classes::LIGUE) && token.is_capital());
            self.baseball += u32::from(classes.has(Classes::BASEBALL));
            self.tribes += u32::from(classes.has(Classes::TRIBE));
        }
        for hit in &paragraph.hits {
            for sense in &hit.senses {
                if let Sense::Seat(number) = sense
                    && let Some(seat) = tables.seats.get(*number as usize)
                {
                    self.seats.insert(seat.country);
                }
                if let Sense::Country(number) = sense
                    && let Some(row) = tables.countries.get(*number as usize)
                {
                    self.told.insert(row.words);
                    if row.naming == Naming::Demonym {
                        self.peoples.insert(row.code);
                    }
                }
            }
        }
        self.words += u32::try_from(paragraph.tokens.len())
            .unwrap_or(u32::MAX)
            .min(1 << 24);
    }
}
