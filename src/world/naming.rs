//! How often an article names each country: what its map is tinted by where no story has chosen the
//! countries that stand out.

use std::collections::BTreeMap;

use super::{About, FocusCountry, MentionKind, Subject, World};
use crate::atlas::CountryId;

/// What the tints of countries say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tint {
    /// Which of the story's countries it is.
    #[default]
    Focus,
    /// How often the text names it.
    Mentions,
}

/// The map knows one day only; of a told story it is the article's.
const MAP_DATE: &str = "The map is of January 2011.";

/// How often a country is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Naming {
    pub country: CountryId,
    pub mentions: usize,
    /// Passages that have at least one of them.
    pub passages: usize,
}

/// More steps could not be told apart on a map.
pub const MOST_STEPS: usize = 5;

impl World {
    /// The countries that are named, the most often named first. Inside another name is no naming:
    /// the Bank of England is no England.
    pub(super) fn count_namings(&self) -> Vec<Naming> {
        let mut counts: BTreeMap<CountryId, Naming> = BTreeMap::new();
        for (_, passage) in self.passages.iter() {
            let mut here: BTreeMap<CountryId, usize> = BTreeMap::new();
            for mention in &passage.mentions {
                if let Subject::Country(country) = mention.subject
                    && mention.kind != MentionKind::PartOfName
                {
                    *here.entry(country).or_default() += 1;
                }
            }
            for (country, mentions) in here {
                let naming = counts.entry(country).or_insert(Naming {
                    country,
                    mentions: 0,
                    passages: 0,
                });
                naming.mentions += mentions;
                naming.passages += 1;
            }
        }
        let mut namings: Vec<Naming> = counts.into_values().collect();
        namings.sort_by_key(|naming| std::cmp::Reverse(naming.mentions));
        namings
    }

    /// The countries that stand out are those the text names.
    pub(super) fn derive_focus(&mut self) {
        self.namings = self.count_namings();
        self.about = About::default();
        if self.tint == Tint::Mentions {
            let focus = self.namings.iter().map(|naming| FocusCountry {
                country: naming.country,
                part: times_named_words(naming.mentions, naming.passages),
            });
            self.focus = focus.collect();
        }
    }

    /// The countries that paragraphs name beside something that is nowhere drawn: an overlay that is
    /// only talked of, an organisation without a part in anything. Those in most of its paragraphs
    /// come first; of what is drawn, none.
    pub fn named_beside(&self, subject: Subject) -> Vec<CountryId> {
        let is_drawn = match subject {
            Subject::Overlay(id) => !self.links.in_overlay(id).is_empty(),
            Subject::Actor(_) => !self.links.features(subject).is_empty(),
            _ => true,
        };
        if is_drawn {
            return Vec::new();
        }
        let mut counts: BTreeMap<CountryId, usize> = BTreeMap::new();
        for &passage in self.links.passages(subject) {
            for named in self.subjects_in(passage) {
                if let Subject::Country(country) = named {
                    *counts.entry(country).or_default() += 1;
                }
            }
        }
        let mut countries: Vec<(CountryId, usize)> = counts.into_iter().collect();
        countries.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        countries.into_iter().map(|(country, _)| country).collect()
    }

    /// As of when the map is, where that is not told already by the article's date.
    pub fn map_date_note(&self) -> Option<&'static str> {
        (self.tint == Tint::Mentions).then_some(MAP_DATE)
    }

    /// The article's date as it stands beside the map; none where nobody knows it.
    pub fn date_words(&self) -> Option<String> {
        let date = &self.article.date;
        let words = match self.tint {
            Tint::Focus => format!("As of {date}"),
            Tint::Mentions => format!("Article of {date}"),
        };
        (!date.is_empty()).then_some(words)
    }

    /// How often a country is named, if at all.
    pub fn naming(&self, country: CountryId) -> Option<Naming> {
        let mut namings = self.namings.iter().copied();
        namings.find(|naming| naming.country == country)
    }

    /// The upper ends of the steps by which countries are tinted, from the least: none where tints
    /// do not say how often one is named.
    pub fn naming_steps(&self) -> Vec<usize> {
        match self.namings.first() {
            Some(most) if self.tint == Tint::Mentions => steps_to(most.mentions),
            _ => Vec::new(),
        }
    }

    /// The step of each country that stands out, in their order.
    pub fn steps_of_focus(&self) -> Vec<u8> {
        let ends = self.naming_steps();
        if ends.is_empty() {
            return Vec::new();
        }
        let step_of = |naming: &super::Naming| {
            let step = ends.iter().position(|&end| naming.mentions <= end);
            step.and_then(|step| u8::try_from(step).ok()).unwrap_or(0)
        };
        self.namings.iter().map(step_of).collect()
    }
}

/// What the steps with these upper ends hold: "1", "2\u{2013}4".
pub fn step_words(ends: &[usize]) -> Vec<String> {
    let starts = std::iter::once(1).chain(ends.iter().map(|end| end + 1));
    let words = |(start, &end): (usize, &usize)| {
        if start == end {
            end.to_string()
        } else {
            format!("{start}\u{2013}{end}")
        }
    };
    starts.zip(ends).map(words).collect()
}

/// "Named 12 times, in 5 paragraphs."
pub fn times_named_words(mentions: usize, passages: usize) -> String {
    let times = match mentions {
        1 => return "Named once.".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    };
    match passages {
        1 => format!("Named {times}, in one paragraph."),
        count => format!("Named {times}, in {count} paragraphs."),
    }
}

/// Upper ends of steps up to a count. Each step is about as many times wider than the one before:
/// articles name a few countries often and many once.
fn steps_to(most: usize) -> Vec<usize> {
    let steps = most.min(MOST_STEPS);
    let mut ends: Vec<usize> = Vec::new();
    for step in 1..=steps {
        let part = step as f64 / steps as f64;
        let end = (most as f64).powf(part).round() as usize;
        // Small counts come out the same twice.
        let least = ends.last().map_or(1, |last| last + 1);
        ends.push(end.max(least));
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_rise_to_the_largest_count_and_start_at_one() {
        for most in 1..=3000 {
            let ends = steps_to(most);
            assert!(ends.len() <= MOST_STEPS && ends.is_sorted(), "{most}");
            assert_eq!(ends.last(), Some(&most));
        }
        assert_eq!(steps_to(1), [1]);
        assert_eq!(steps_to(4), [1, 2, 3, 4]);
        assert_eq!(steps_to(40), [2, 4, 9, 19, 40]);
    }
}
