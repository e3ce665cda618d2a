//! What words of the article may be taken for: the likeliest first.
//!
//! In: names, and how near they are to some words. Out: who chooses (see `session::Correcting`).

use super::search::{plain, words_of};
use super::{ActorKind, Mention, MentionKind, Subject, World};
use crate::atlas::Atlas;

/// A list is no longer: one types a letter more.
const MOST_SUBJECTS: usize = 12;
const MOST_CITIES: usize = 3;

/// Words that share so many letters at their beginnings are related: "Georgian", "Georgia".
const RELATED_LETTERS: usize = 4;

/// What words can be taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    Subject(Subject),
    /// A city of the atlas, which becomes a place of the story.
    City(usize),
    /// An actor that the story does not have yet, called as the words are.
    New(ActorKind),
    /// Nothing on the map.
    NoPlace,
}

/// How near a name is to what is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Same,
    /// It has all the words, or their beginnings.
    HasAll,
    /// A country's capital is called so.
    Seat,
    Related,
}

impl World {
    /// What some words may mean; `query` is asked for instead of them where somebody has typed one.
    /// New actors stand last.
    pub fn meanings(&self, atlas: &Atlas, words: &str, query: &str) -> Vec<Meaning> {
        let asked = plain(if query.trim().is_empty() {
            words
        } else {
            query
        });
        let asked: Vec<&str> = words_of(&asked).collect();
        let mut subjects: Vec<_> = self
            .all_subjects(atlas)
            .filter(|&subject| self.has(subject))
            .filter_map(|subject| {
                let name = plain(self.name_of(atlas, subject));
                let fits = [fit(&name, &asked), seat_fit(atlas, subject, &asked)];
                let fit = fits.into_iter().flatten().min()?;
                Some(((fit, self.nearness(subject, name.len())), subject))
            })
            .collect();
        subjects.sort_unstable();
        subjects.truncate(MOST_SUBJECTS);
        let (same, others) =
            subjects.split_at(subjects.partition_point(|row| row.0.0 == Fit::Same));
        let as_meaning = |row: &(_, Subject)| Meaning::Subject(row.1);
        let mut found: Vec<Meaning> = same.iter().map(as_meaning).collect();
        found.extend(self.cities(atlas, &asked).map(Meaning::City));
        found.extend(others.iter().map(as_meaning));
        found.extend([ActorKind::Organisation, ActorKind::Person].map(Meaning::New));
        found
    }

    /// Cities of that name that the story does not have as places.
    fn cities(&self, atlas: &Atlas, asked: &[&str]) -> impl Iterator<Item = usize> {
        let is_wanted = move |name: &str| {
            let name = plain(name);
            matches!(fit(&name, asked), Some(Fit::Same | Fit::HasAll))
        };
        let cities = atlas.cities.iter().enumerate();
        cities
            .filter(move |(_, city)| is_wanted(&city.name))
            .filter(|(_, city)| {
                let mut places = self.places.iter();
                !places.any(|(_, place)| place.name == city.name)
            })
            .map(|(at, _)| at)
            .take(MOST_CITIES)
    }

    /// By what words name a subject.
    pub fn kind_of_naming(&self, atlas: &Atlas, words: &str, subject: Subject) -> MentionKind {
        let (words, name) = (plain(words), plain(self.name_of(atlas, subject)));
        let asked: Vec<&str> = words_of(&words).collect();
        let is_country = matches!(subject, Subject::Country(_));
        match fit(&name, &asked) {
            Some(Fit::Same) => MentionKind::Direct,
            // "Georgia" for "Georgia (U.S. state)".
            Some(Fit::HasAll) if name.starts_with(&words) && !is_country => MentionKind::Direct,
            _ if seat_fit(atlas, subject, &asked).is_some() => MentionKind::Metonym,
            Some(_) if is_country => MentionKind::Demonym,
            _ => MentionKind::Described,
        }
    }
}

impl Mention {
    /// What it may mean, as it is and as it may be instead.
    pub fn readings(&self) -> impl Iterator<Item = super::Reading> + '_ {
        let own = super::Reading::Subject(self.subject);
        std::iter::once(own).chain(self.others.iter().copied().filter(move |&it| it != own))
    }
}

impl From<super::Reading> for Meaning {
    fn from(reading: super::Reading) -> Self {
        match reading {
            super::Reading::Subject(subject) => Self::Subject(subject),
            super::Reading::NoPlace => Self::NoPlace,
        }
    }
}

/// How near a name is to all the words together.
fn fit(name: &str, asked: &[&str]) -> Option<Fit> {
    let mut own = words_of(name);
    if !asked.is_empty() && own.by_ref().eq(asked.iter().copied()) {
        return Some(Fit::Same);
    }
    let begins = |wanted: &&str| words_of(name).any(|word| word.starts_with(wanted));
    if !asked.is_empty() && asked.iter().all(begins) {
        return Some(Fit::HasAll);
    }
    let is_long = |word: &str| word.chars().count() >= RELATED_LETTERS;
    let is_related = |wanted: &&str| {
        let is_one = |word: &str| {
            let (short, long) = if word.len() < wanted.len() {
                (word, *wanted)
            } else {
                (*wanted, word)
            };
            is_long(short) && long.starts_with(short)
        };
        words_of(name).any(is_one)
    };
    asked.iter().any(is_related).then_some(Fit::Related)
}

/// Whether a country's seat of government is called so.
fn seat_fit(atlas: &Atlas, subject: Subject, asked: &[&str]) -> Option<Fit> {
    let Subject::Country(id) = subject else {
        return None;
    };
    let seat = atlas.cities.get(atlas.country(id)?.capital?)?;
    (fit(&plain(&seat.name), asked) == Some(Fit::Same)).then_some(Fit::Seat)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::world::Id;

    fn names(words: &str, query: &str) -> Vec<String> {
        let atlas = Atlas::load().unwrap();
        let world = content::bundled(&atlas).0;
        let found = world.meanings(&atlas, words, query).into_iter();
        let name = |meaning| match meaning {
            Meaning::Subject(subject) => world.name_of(&atlas, subject).to_owned(),
            Meaning::City(at) => format!("city of {}", atlas.cities[at].name),
            Meaning::New(kind) => format!("new {kind:?}"),
            Meaning::NoPlace => "nothing".to_owned(),
        };
        found.map(name).collect()
    }

    #[test]
    fn the_thing_of_that_very_name_comes_first_and_new_actors_come_last() {
        for words in ["Georgia", "Pakistan", "PAKISTAN"] {
            let found = names(words, "");
            assert_eq!(found[0].to_lowercase(), words.to_lowercase(), "{found:?}");
            assert!(found.ends_with(&["new Organisation".to_owned(), "new Person".to_owned()]));
        }
        assert_eq!(names("Tbilisi", "")[..2], ["city of Tbilisi", "Georgia"]);
        assert_eq!(names("Georgian officials", "")[0], "Georgia");
        assert_eq!(names("they", "Pakist")[0], "Pakistan");
        assert_eq!(names("xyzzy", "").len(), 2);
    }

    #[test]
    fn words_name_a_subject_by_its_name_its_people_its_seat_or_a_description() {
        let atlas = Atlas::load().unwrap();
        let world = content::bundled(&atlas).0;
        let russia = Subject::Country(atlas.country_by_code("RUS").unwrap());
        for (words, subject, kind) in [
            ("Russia", russia, MentionKind::Direct),
            ("Russian", russia, MentionKind::Demonym),
            ("Moscow", russia, MentionKind::Metonym),
            ("the Kremlin", russia, MentionKind::Described),
            (
                "the line",
                Subject::Feature(Id::new(0)),
                MentionKind::Described,
            ),
        ] {
            assert_eq!(
                world.kind_of_naming(&atlas, words, subject),
                kind,
                "{words}"
            );
        }
    }
}
