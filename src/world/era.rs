//! When statements hold: eras of the article, and what has happened after it appeared.

use super::{Feature, Id, Period, Source, Subject, World};

/// A stretch of the article's time, in whole years, ends included.
#[derive(Clone, Debug, PartialEq)]
pub struct Era {
    pub key: String,
    /// "Cold War"; short, for a row of them over the map.
    pub name: String,
    /// What a reader should know of the map in it.
    pub about: String,
    pub from_year: Option<i32>,
    pub to_year: Option<i32>,
}

/// What has become of a subject after the article appeared. Never mixed with what the article
/// says.
#[derive(Clone, Debug, PartialEq)]
pub struct Afterwards {
    pub subject: Subject,
    pub year: i32,
    pub text: String,
    pub source: Id<Source>,
}

impl Period {
    /// First and last year it holds, as far as is known. Without any year it holds when the
    /// article appeared; with an open end, until then.
    pub fn years(&self, published_year: Option<i32>) -> (i32, i32) {
        let published = published_year.unwrap_or(i32::MAX);
        match (self.from_year, self.to_year) {
            (None, None) => (published_year.unwrap_or(i32::MIN), published),
            (Some(from), None) => (from, published.max(from)),
            (from, Some(to)) => (from.unwrap_or(i32::MIN), to),
        }
    }

    /// Whether it began only after the article had appeared.
    pub fn is_after(&self, published_year: Option<i32>) -> bool {
        matches!((self.from_year, published_year), (Some(from), Some(year)) if from > year)
    }

    /// Whether it holds in some year of an era.
    pub fn holds_in(&self, era: &Era, published_year: Option<i32>) -> bool {
        let (from, to) = self.years(published_year);
        let is_before = era.from_year.is_some_and(|start| to < start);
        let is_after = era.to_year.is_some_and(|end| from > end);
        !is_before && !is_after
    }
}

impl Era {
    /// "1947–1991", "from 2002", "until 1989".
    pub fn years_text(&self) -> String {
        match (self.from_year, self.to_year) {
            (Some(from), Some(to)) if from == to => from.to_string(),
            (Some(from), Some(to)) => format!("{from}\u{2013}{to}"),
            (Some(from), None) => format!("from {from}"),
            (None, Some(to)) => format!("until {to}"),
            (None, None) => String::new(),
        }
    }
}

impl World {
    /// Whether a feature holds in an era; in any time, without one. What came about after the
    /// article goes with the eras that reach up to the article, and with no earlier one.
    pub fn holds_in(&self, feature: &Feature, era: Option<Id<Era>>) -> bool {
        let year = self.article.year;
        era.and_then(|id| self.eras.get(id)).is_none_or(|era| {
            let reaches_article = era
                .to_year
                .is_none_or(|to| year.is_some_and(|year| to >= year));
            feature.period.holds_in(era, year) || feature.is_afterwards && reaches_article
        })
    }

    /// What has become of a subject since, in order of the years.
    pub fn afterwards_of(&self, subject: Subject) -> impl Iterator<Item = &Afterwards> {
        let all = self.afterwards.iter();
        all.filter(move |note| note.subject == subject)
    }

    /// The era before the first is none: any time. After the last comes that again.
    pub fn era_after(&self, era: Option<Id<Era>>) -> Option<Id<Era>> {
        let mut eras = self.eras.ids();
        match era {
            None => eras.next(),
            Some(era) => eras.find(|&other| other > era),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn era(from_year: Option<i32>, to_year: Option<i32>) -> Era {
        Era {
            key: String::new(),
            name: String::new(),
            about: String::new(),
            from_year,
            to_year,
        }
    }

    fn period(from_year: Option<i32>, to_year: Option<i32>) -> Period {
        Period {
            text: String::new(),
            from_year,
            to_year,
        }
    }

    #[test]
    fn a_period_holds_in_an_era_it_shares_a_year_with() {
        let era = era(Some(1979), Some(1989));
        for (from, to, holds) in [
            (Some(1947), Some(1991), true),
            (Some(1989), Some(1996), true),
            (Some(1990), Some(1996), false),
            (None, Some(1979), true),
            (None, Some(1978), false),
            (Some(1985), None, true),
            (Some(1990), None, false),
            (None, None, false),
        ] {
            let period = period(from, to);
            assert_eq!(period.holds_in(&era, Some(2011)), holds, "{from:?} {to:?}");
        }
    }

    #[test]
    fn without_years_it_holds_at_publication_and_with_an_open_end_until_then() {
        let (now, later) = (era(Some(2011), Some(2011)), era(Some(2012), None));
        for open in [period(None, None), period(Some(2003), None)] {
            assert!(open.holds_in(&now, Some(2011)), "{open:?}");
            assert!(!open.holds_in(&later, Some(2011)), "{open:?}");
        }
        assert!(period(Some(2018), None).holds_in(&later, Some(2011)));
    }

    #[test]
    fn where_the_year_of_the_article_is_not_known_undated_things_hold_in_every_era() {
        assert!(period(None, None).holds_in(&era(Some(1979), Some(1989)), None));
    }
}
