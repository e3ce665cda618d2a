//! Words for statuses, bases and kinds, said the same way on the screen and in what leaves the program.

use super::{
    ActorKind, Basis, Confidence, Feature, FeatureKind, MentionKind, Reading, Status, Subject,
    World,
};
use crate::atlas::{Atlas, BorderKind, DisputeId};

/// The same with a capital at its start.
pub fn with_capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// At most so many letters of a text on one line, ending with a whole word.
pub fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text;
    };
    // One letter less makes room for the mark.
    let cut = text.get(..end).unwrap_or_default();
    let last = cut.char_indices().next_back().map_or(0, |(at, _)| at);
    let cut = cut.get(..last).unwrap_or_default();
    let whole = cut.rfind(' ').and_then(|space| cut.get(..space));
    format!("{}\u{2026}", whole.unwrap_or(cut))
}

/// By what words name it, after it.
pub fn naming_words(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Direct => "by its name",
        MentionKind::Demonym => "by its people",
        MentionKind::Metonym => "by its seat of government",
        MentionKind::Historical => "by a former name",
        MentionKind::PartOfName => "inside another name",
        MentionKind::Described => "by a description",
    }
}

/// Digits with their thousands parted.
pub fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

pub fn status_word(status: Status) -> &'static str {
    match status {
        Status::InForce => "held at publication",
        Status::Ended => "past",
        Status::Proposed => "proposed",
        Status::PartlyBuilt => "partly built",
        Status::Suspected => "suspected",
        Status::Unannounced => "not announced",
    }
}

pub fn basis_word(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated in the article",
        Basis::Schematic => "schematic",
        Basis::Outside => "outside the article",
    }
}

pub fn confidence_word(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => "low",
        Confidence::Medium => "medium",
        Confidence::High => "high",
    }
}

/// When a feature holds and how it stands, as a sentence has it.
pub fn when_words(feature: &Feature) -> String {
    let standing = if feature.is_afterwards {
        "since the article"
    } else {
        status_word(feature.status)
    };
    let text = feature.period.text.as_str();
    // "At publication" needs no second one.
    let is_said = text.contains(standing)
        || feature.status == Status::InForce && text.contains("at publication");
    match text {
        "" => standing.to_owned(),
        _ if is_said => text.to_owned(),
        _ => format!("{text}; {standing}"),
    }
}

/// What a feature is, for the line over its name.
pub fn feature_word(kind: FeatureKind) -> &'static str {
    match kind {
        FeatureKind::Allied => "Alliance",
        FeatureKind::Backed => "Backing",
        FeatureKind::Opposed => "Opposition",
        FeatureKind::SuppliedArms => "Arms supply",
        FeatureKind::PossibleArms => "Possible arms supply",
        FeatureKind::Recognised => "Recognition",
        FeatureKind::Fought => "War",
        FeatureKind::Talks => "Talks",
        FeatureKind::Influence => "Influence",
        FeatureKind::Presence => "Forces",
        FeatureKind::Sheltered => "Shelter",
        FeatureKind::SuspectedLink => "Suspected link",
        FeatureKind::CommonThreat => "Common threat",
        FeatureKind::Thaw => "Thaw",
        FeatureKind::Pipeline => "Pipeline",
        FeatureKind::DrugRoute => "Drug route",
        FeatureKind::Interest => "Interest",
    }
}

impl World {
    /// What a subject is, for the line over its name.
    pub fn word_for(&self, atlas: &Atlas, subject: Subject) -> &'static str {
        match subject {
            Subject::Country(_) => "Country",
            Subject::Overlay(_) => "Overlay",
            Subject::Feature(id) => {
                let feature = self.features.get(id);
                feature.map_or("On the map", |feature| feature_word(feature.kind))
            }
            Subject::Actor(id) => match self.actors.get(id).map(|actor| actor.kind) {
                Some(ActorKind::Person) => "Person",
                _ => "Organisation",
            },
            Subject::Place(id) => match self.places.get(id).map(|place| place.extent) {
                Some(None) => "City",
                _ => "Region",
            },
            Subject::Dispute(id) => dispute_word(atlas, id),
        }
    }
}

/// What stands behind a place's name may say what it is; a longer text does not.
const LONGEST_SHORT_ABOUT: usize = 32;

impl World {
    /// A reading, told apart from others of the same name: "Georgia, the country", "Georgia, U.S.
    /// state", "nothing on the map".
    pub fn reading_words(&self, atlas: &Atlas, reading: Reading) -> String {
        let Reading::Subject(subject) = reading else {
            return "nothing on the map".to_owned();
        };
        let name = self.name_of(atlas, subject);
        let word = self.word_for(atlas, subject).to_lowercase();
        match subject {
            Subject::Country(_) => format!("{name}, the country"),
            // The name itself says what it is.
            _ if name.contains([',', '(']) => name.to_owned(),
            Subject::Place(_) => format!("{name}, {}", self.word_and_country(atlas, subject)),
            // A long name of a line says what it is.
            Subject::Feature(_) | Subject::Overlay(_) | Subject::Dispute(_) => name.to_owned(),
            Subject::Actor(_) => format!("{name}, {word}"),
        }
    }

    /// What a subject is, and of a place where: "U.S. state", "city in Georgia".
    pub fn word_and_country(&self, atlas: &Atlas, subject: Subject) -> String {
        let word = self.word_for(atlas, subject);
        let place = match subject {
            Subject::Place(id) => self.places.get(id),
            _ => None,
        };
        let Some(place) = place else {
            return word.to_owned();
        };
        let about = place.about.trim_end_matches('.');
        if (1..=LONGEST_SHORT_ABOUT).contains(&about.chars().count()) {
            return about.to_owned();
        }
        let word = word.to_lowercase();
        match place.country {
            Some(country) => format!("{word} in {}", atlas.country_name(country)),
            None => word,
        }
    }
}

/// What a dispute is about.
fn dispute_word(atlas: &Atlas, id: DisputeId) -> &'static str {
    let dispute = atlas.dispute(id);
    match dispute.and_then(|dispute| dispute.border(atlas)) {
        None => "Disputed area",
        Some(BorderKind::International) => "International boundary, disputed",
        Some(BorderKind::Claim) => "Edge of a claim",
        Some(_) => "Disputed line",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_heading_ends_with_a_whole_word() {
        assert_eq!(shortened("  What   now? ", 40), "What now?");
        let long = shortened(&"word ".repeat(40), 40);
        assert!(long.ends_with("word\u{2026}") && long.chars().count() <= 40);
        let one_word = shortened(&"\u{e9}".repeat(200), 40);
        assert_eq!(one_word.chars().count(), 40);
    }
}
