//! Words for statuses, bases and kinds, said the same way everywhere.
//!
//! In: words. Out: how they are set, and who does what to whom (see `relation`).

use super::UiContext;
use super::dispute_words::dispute_line;
use crate::linker::former_country;
use crate::picture::rough_distance_words;
use crate::world::{Basis, Feature, Mention, MentionKind, Status, Subject};

pub(super) use crate::world::{
    basis_word, confidence_word, naming_words, status_word, with_capital,
};

/// What a basis means, for tooltips.
pub(super) fn basis_meaning(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "Stated: the article says so.",
        Basis::Schematic => "Schematic: the article names the ends, the way is ours.",
        Basis::Outside => "Outside: not in the article but from another source, named on the card.",
    }
}

/// How wide a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    Narrow,
    Wide,
}

/// The second line of a feature's row: when it holds, and what has to be said of it.
pub(super) fn feature_facts(feature: &Feature, room: Room) -> String {
    let mut facts = Vec::new();
    if !feature.period.text.is_empty() {
        facts.push(feature.period.text.as_str());
    }
    if feature.status != Status::InForce {
        let word = status_word(feature.status);
        // A period that says "proposed" needs no second "proposed".
        if !feature.period.text.contains(word) {
            facts.push(word);
        }
    }
    match (feature.basis, room) {
        _ if feature.is_afterwards => facts.push("since the article"),
        (Basis::Stated, _) => {}
        // The colour of the line says the rest.
        (Basis::Outside, Room::Narrow) => facts.push("outside"),
        (basis, _) => facts.push(basis_word(basis)),
    }
    facts.join(" \u{00b7} ")
}

/// What the words of a mention stand for, for its tooltip; nothing where they are the name itself.
pub(super) fn mention_meaning(kind: MentionKind, words: &str, name: &str) -> Option<String> {
    match kind {
        _ if words == name => None,
        MentionKind::Direct | MentionKind::Described => None,
        MentionKind::Demonym => Some(format!("\u{201c}{words}\u{201d}: of {name}")),
        MentionKind::Metonym => Some(format!(
            "\u{201c}{words}\u{201d}, standing for the government of {name}"
        )),
        MentionKind::Historical => Some(former_words(words, name)),
        MentionKind::PartOfName => Some(format!("{name}, inside another name")),
    }
}

/// A state that is no more, with its time: of a tint that it gives to its heir, a reader should know.
fn former_words(words: &str, name: &str) -> String {
    let Some(former) = former_country(words) else {
        return format!("\u{201c}{words}\u{201d}: {name}, named by a former state");
    };
    let year = |year: i16| match year {
        ..0 => format!("{} BC", year.unsigned_abs()),
        _ => year.to_string(),
    };
    let (from, to) = (year(former.from_year), year(former.to_year));
    let others = match former.others.len() {
        0 => "",
        _ => ", though other countries lie on its land too",
    };
    format!(
        "\u{201c}{words}\u{201d}: a former state or name, {from} to {to}; counted for {name}{others}"
    )
}

/// Between what a reader has to choose: "Georgia, the country, or Georgia, U.S. state, or nothing on
/// the map; 62 of 100".
pub(super) fn doubt_words(context: UiContext<'_>, mention: &Mention, words: &str) -> String {
    let name = |reading| context.world.reading_words(context.atlas, reading);
    let readings: Vec<String> = mention.readings().map(name).collect();
    let readings = readings.join(", or ");
    let percent = mention.confidence_percent;
    format!("Unsure. \u{201c}{words}\u{201d} may mean {readings}; {percent} of 100")
}

/// What a subject is, for the line over its name.
pub(super) fn subject_word(context: UiContext<'_>, subject: Subject) -> &'static str {
    context.world.word_for(context.atlas, subject)
}

/// Names joined as in a sentence: "Russia, India and Iran".
pub(super) fn joined(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A feature in a few lines, for tooltips: its name; when it holds and how it stands; on what
/// basis it is drawn, and who says so.
pub(super) fn feature_lines(feature: &Feature) -> String {
    let mut times: Vec<&str> = Vec::new();
    if !feature.period.text.is_empty() {
        times.push(&feature.period.text);
    }
    if feature.is_afterwards {
        times.push("since the article");
    }
    let length = length_words(feature);
    times.extend(length.as_deref());
    let status = status_word(feature.status);
    let is_said = is_told_by_time(feature)
        || feature.period.text.contains(status)
        || (feature.status == Status::InForce && feature.period.text.contains("at publication"));
    if !is_said {
        times.push(status);
    }
    let times = times.join(" \u{00b7} ");
    let basis = basis_meaning(feature.basis);
    match &feature.attribution {
        Some(attribution) => format!("{}\n{times}\n{attribution}. {basis}", feature.name),
        None => format!("{}\n{times}\n{basis}", feature.name),
    }
}

/// What is in force since after the article did not hold when it appeared, and its time says so.
fn is_told_by_time(feature: &Feature) -> bool {
    feature.is_afterwards && feature.status == Status::InForce
}

/// How a feature stands, for its card.
pub(super) fn standing(feature: &Feature) -> &'static str {
    if is_told_by_time(feature) {
        "since the article"
    } else {
        status_word(feature.status)
    }
}

/// "about 1,700 km · 1,100 mi as drawn": how long a drawn way is, with no more digits than it is
/// good for; none for what is no way.
pub(super) fn length_words(feature: &Feature) -> Option<String> {
    let length = feature.drawn_length()?;
    let digits = if feature.basis == Basis::Schematic {
        2
    } else {
        3
    };
    let words = rough_distance_words(length.meters, digits);
    Some(if length.branches > 1 {
        format!(
            "{words} as drawn, all {} branches together",
            length.branches
        )
    } else {
        format!("{words} as drawn")
    })
}

/// A subject in a line, for tooltips.
pub(super) fn one_line(context: UiContext<'_>, subject: Subject) -> String {
    let count = context.world.links.passages(subject).len();
    let passages = match count {
        0 => "not in the article".to_owned(),
        1 => "1 passage".to_owned(),
        _ => format!("{count} passages"),
    };
    match subject {
        Subject::Feature(id) => context
            .world
            .features
            .get(id)
            .map(feature_lines)
            .unwrap_or_default(),
        Subject::Dispute(id) => dispute_line(context, id),
        _ => format!(
            "{} \u{00b7} {passages}",
            context.world.name_of(context.atlas, subject)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_joined_as_in_a_sentence() {
        assert_eq!(joined(&[]), "");
        assert_eq!(joined(&["Russia"]), "Russia");
        assert_eq!(
            joined(&["Russia", "India", "Iran"]),
            "Russia, India and Iran"
        );
    }

    #[test]
    fn a_mention_is_explained_only_where_its_words_stand_for_something_else() {
        let explain = |kind, words| mention_meaning(kind, words, "Russia");
        assert_eq!(explain(MentionKind::Direct, "Russia"), None);
        assert_eq!(
            explain(MentionKind::Metonym, "Moscow").as_deref(),
            Some("\u{201c}Moscow\u{201d}, standing for the government of Russia")
        );
        let soviet = explain(MentionKind::Historical, "Soviet Union").unwrap();
        assert!(soviet.ends_with("a former state or name, 1922 to 1991; counted for Russia"));
        let yugoslav = explain(MentionKind::Historical, "Yugoslavia").unwrap();
        assert!(yugoslav.ends_with("though other countries lie on its land too"));
    }
}
