//! When: periods, eras, and what came after the article.

use std::collections::BTreeSet;

use super::json_text::Piece;
use super::loader::Loader;
use super::raw::{RawAfterwards, RawEra, RawPeriod};
use super::rows::Row;
use crate::world::{Afterwards, Era, Period};

/// More eras than these no reader could choose from.
const MOST_ERAS: usize = 200;

/// The year a printed date names: its last number of four digits.
pub(super) fn year_of(date: &str) -> Option<i32> {
    let numbers = date.split(|letter: char| !letter.is_ascii_digit());
    numbers
        .filter(|number| number.len() == 4)
        .filter_map(|number| number.parse().ok())
        .next_back()
}

impl<'a> Loader<'a> {
    pub(super) fn load_eras(&mut self) {
        let mut keys = BTreeSet::new();
        for Row { piece, raw } in self.rows::<RawEra>("eras") {
            if !keys.insert(raw.key.clone()) {
                let what = format!("era {} stands twice", raw.key);
                self.problem(piece, "key", what, "a key of its own for each");
                continue;
            }
            if self.world.eras.len() == MOST_ERAS {
                let what = format!("more than {MOST_ERAS} eras; the rest is left out");
                self.problem(piece, "", what, "fewer eras");
                break;
            }
            let (from_year, to_year) = self.years(piece, "era", "", (raw.from, raw.to));
            let era = Era {
                key: self.name(piece, "key", raw.key),
                name: self.name(piece, "name", raw.name),
                about: self.prose(piece, "about", raw.about),
                from_year,
                to_year,
            };
            self.world.eras.push(era);
        }
    }

    pub(super) fn load_afterwards(&mut self) {
        let published = self.world.article.year;
        for Row { piece, raw } in self.rows::<RawAfterwards>("afterwards") {
            let Some(subject) = self.subject(piece, "subject", &raw.subject) else {
                continue;
            };
            let Some(&source) = self.sources.get(&raw.source) else {
                let what = format!("what came after {}: its source is missing", raw.subject);
                self.problem(piece, "source", what, "the key of a source");
                continue;
            };
            if published.is_some_and(|year| raw.year < year) {
                let what = format!("{} is before the article", raw.year);
                self.problem(
                    piece,
                    "year",
                    what,
                    "the year in which the article appeared, or a later one",
                );
                continue;
            }
            let text = self.prose(piece, "text", raw.text);
            self.world.afterwards.push(Afterwards {
                subject,
                year: raw.year,
                text,
                source,
            });
        }
        self.world.afterwards.sort_by_key(|note| note.year);
    }

    pub(super) fn period(&mut self, piece: Piece<'a>, raw: RawPeriod) -> Period {
        let text = self.name(piece, "period/text", raw.text);
        let (from_year, to_year) = self.years(piece, "period", "period/", (raw.from, raw.to));
        Period {
            text,
            from_year,
            to_year,
        }
    }

    /// Years that run backwards hold for no time, so they are left open.
    fn years(
        &mut self,
        piece: Piece<'a>,
        name: &str,
        path: &str,
        years: (Option<i32>, Option<i32>),
    ) -> (Option<i32>, Option<i32>) {
        if let (Some(from), Some(to)) = years
            && from > to
        {
            let what = format!("the {name} starts in {from}, after its end in {to}");
            let path = format!("{path}from");
            self.problem(piece, &path, what, "a year before \"to\"");
            return (None, None);
        }
        years
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_printed_date_is_its_last_number_of_four_digits() {
        assert_eq!(year_of("23 January 2011"), Some(2011));
        assert_eq!(year_of("2011-01-23"), Some(2011));
        assert_eq!(year_of("winter 2010/2011"), Some(2011));
        assert_eq!(year_of("23/01/11"), None);
        assert_eq!(year_of("no. 20111"), None);
        assert_eq!(year_of(""), None);
    }
}
