//! Every word that any table or rule knows, with a number for each and the classes it belongs to.
//! In: `geodata/linker-words.tsv`, `geodata/given-names.tsv`. Out: names of several words.

use std::collections::HashMap;

use super::text::fold;

/// A word's number; 0 is any word that no table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Word(pub(super) u32);

impl Word {
    pub(super) const UNKNOWN: Self = Self(0);
}

/// A set of classes of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Classes(u128);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $key:literal,)*) => {
        impl Classes {
            classes!(@ 0; $($(#[$doc])* $name,)*);

            /// The class that a table calls `key`.
            fn named(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$name),)* _ => None }
            }
        }
    };
    (@ $bit:expr; $(#[$doc:meta])* $name:ident, $($tail:tt)*) => {
        $(#[$doc])*
        pub(super) const $name: Self = Self(1 << ($bit));
        classes!(@ $bit + 1; $($tail)*);
    };
    (@ $bit:expr;) => {};
}

classes! {
    /// A given name.
    GIVEN = "given",
    /// A title or role before a person's name.
    TITLE = "title",
    /// A word of family: wife, son, daughter.
    KIN = "kin",
    /// A verb that governments are the subject of: said, denies, accused.
    ACT = "act",
    /// Is, was, has, will: the words after it decide.
    HELP = "help",
    /// A preposition that a town stands after: in, near, outside.
    WITHIN = "within",
    /// A verb or noun of going.
    GOING = "going",
    /// A noun that belongs to a town: streets, suburb, mayor.
    TOWN = "town",
    /// A noun that belongs to a government: policy, ties, envoy.
    STATE = "state",
    /// A noun of what stands between two governments: ties, relations, talks.
    TIES = "ties",
    /// A verb that has a government as its object: urged, told, angered.
    TOWARDS = "towards",
    /// A word that starts a clause: that, as, if, while.
    CLAUSE = "clause",
    /// And, or, comma's brothers.
    JOIN = "join",
    /// An article or a possessive.
    DETERMINER = "determiner",
    /// A verb of speaking a language.
    SPEAK = "speak",
    /// A noun of language: accent, grammar, translation.
    TONGUE = "tongue",
    /// An adjective of speaking: fluent, broken.
    FLUENT = "fluent",
    /// The first noun of an organisation's name: Bank, University.
    HEAD = "head",
    /// A role before or after a country's name that makes no name of it: President, Prime.
    ROLE = "role",
    /// A day or a month.
    DATE = "date",
    /// A word that tells of the state of Georgia, or of the United States.
    STATESIDE = "stateside",
    /// A word that tells of the Caucasus.
    CAUCASUS = "caucasus",
    /// A word of cooking.
    KITCHEN = "kitchen",
    /// A preposition, conjunction or pronoun: no noun starts here.
    FUNCTION = "function",
    /// A noun of rivers: banks, bridge.
    RIVER = "river",
    /// Of the second half of a compound that makes a government of a town: backed, led.
    DRIVEN = "driven",
    /// Of the second half of a compound that makes a place of a town: based, born.
    BASED = "based",
    /// Jersey's neighbours.
    CHANNEL = "channel",
    /// Of American Indians: tribe, reservation.
    TRIBE = "tribe",
    /// A country's own word or its people's; set by the names' tables.
    COUNTRY = "country",
    /// A compass word: north, southern.
    COMPASS = "compass",
    /// A noun of armed force or of rule after a demonym.
    BODY = "body",
    /// A measure of distance: miles, kilometres.
    DISTANCE = "distance",
    /// A verb that asks an imperative "us": join, tell.
    IMPERATIVE = "imperative",
    /// Ordinary words that often start a sentence or a headline with a capital.
    COMMON = "common",
    /// A word that tells of the Congo whose capital is Brazzaville.
    BRAZZAVILLE = "brazzaville",
    /// A word that tells of the Congo whose capital is Kinshasa.
    KINSHASA = "kinshasa",
    /// Words that tell of football, cricket and the like.
    MATCH = "match",
    /// Confidence, faith: what one has "in" a government.
    TRUST = "trust",
    /// "From", for ways from one town to the next.
    FROM = "from",
    /// An attack on a town: raid, strike.
    RAID = "raid",
    /// A firm or a sport that a country's name follows for its branch there: Toyota, Cricket.
    BRAND = "brand",
    /// A noun of ruling that makes a government of a town before it: officials, regime.
    RULE = "rule",
    /// The noun of a society, party or firm, whose name covers even its people's adjective.
    SOCIETY = "society",
    /// What makes a name of "US" or "UK" before it: Steel, Athletics.
    GUILD = "guild",
    /// A title that no country's name follows but as a person's: Judge, Sergeant.
    RANK = "rank",
    /// A word of prisons, for the one at Angola, Louisiana.
    PRISON = "prison",
    /// The north-west of the United States, where Washington is a state.
    NORTHWEST = "northwest",
    /// Words of time and manner, after which no noun is described.
    ASIDE = "aside",
    /// A word with a capital of its own after a country's name: War, National, Test.
    STATESMANLIKE = "statesmanlike",
    /// What is given any name: a town, a dog, a song.
    NAMED = "named",
    /// A word of supermarkets, for the one called Iceland.
    GROCER = "grocer",
    /// The islands of the Caribbean and what tells of them.
    ANTILLES = "antilles",
    /// A word of the kingdom of Benin in Nigeria.
    BRONZE = "bronze",
    /// A word of the Macedonia of old, or of the region in Greece.
    ALEXANDER = "alexander",
    /// A word of pictures, for the format PNG.
    IMAGE = "image",
    /// A meat or a dish beside the turkey.
    MEAT = "meat",
    /// A state of the United States, or its short form.
    STATEHOOD = "statehood",
    /// Fruit beside the kiwi.
    FRUIT = "fruit",
    /// Rhinoceroses, one of which was called Sudan.
    RHINO = "rhino",
    /// Parts of New York beside Jamaica.
    QUEENS = "queens",
    /// What only a person does: joked, wept.
    HUMAN = "human",
    /// A word that tells of American basketball.
    BASKETBALL = "basketball",
    /// A club of the French league.
    LIGUE = "ligue",
    /// A word that tells of American baseball.
    BASEBALL = "baseball",
    /// Of a name that carries on to the right: FC, United, University.
    TAIL = "tail",
}

impl Classes {
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn has(self, any_of: Self) -> bool {
        self.0 & any_of.0 != 0
    }
}

/// Words by what they are, folded.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<Box<str>, Word>,
    classes: Vec<Classes>,
}

impl Vocabulary {
    /// The words of the classes' tables.
    pub(super) fn load(words: &str, given_names: &str) -> Self {
        let mut vocabulary = Self {
            numbers: HashMap::with_capacity(24_000),
            classes: vec![Classes::default()],
        };
        let mut folded = String::new();
        for line in words.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let class = columns.next().and_then(Classes::named);
            let (Some(class), Some(words)) = (class, columns.next()) else {
                continue;
            };
            for word in words.split_whitespace() {
                fold(word, &mut folded);
                vocabulary.add(&folded, class);
            }
        }
        for name in given_names
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
        {
            fold(name, &mut folded);
            vocabulary.add(&folded, Classes::GIVEN);
        }
        vocabulary
    }

    /// The number of `folded`, which is made where there is none yet, with `class` added to it.
    pub(super) fn add(&mut self, folded: &str, class: Classes) -> Word {
        if let Some(&word) = self.numbers.get(folded) {
            if let Some(classes) = self.classes.get_mut(word.0 as usize) {
                *classes = classes.with(class);
            }
            return word;
        }
        let word = Word(u32::try_from(self.classes.len()).unwrap_or(0));
        self.classes.push(class);
        self.numbers.insert(folded.into(), word);
        word
    }

    pub(super) fn find(&self, folded: &str) -> Word {
        self.numbers.get(folded).copied().unwrap_or(Word::UNKNOWN)
    }

    pub(super) fn classes(&self, word: Word) -> Classes {
        self.classes
            .get(word.0 as usize)
            .copied()
            .unwrap_or_default()
    }
}
