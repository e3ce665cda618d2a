//! Words for statuses, bases and kinds, said the same way everywhere.

use super::UiContext;
use crate::world::{Basis, Feature, FeatureKind, MentionKind, Status, Subject};

pub(super) fn status_word(status: Status) -> &'static str {
    match status {
        Status::InForce => "as of publication",
        Status::Ended => "past",
        Status::Proposed => "proposed",
        Status::PartlyBuilt => "partly built",
        Status::Suspected => "suspected",
        Status::Unannounced => "not announced",
    }
}

pub(super) fn basis_word(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "stated in the article",
        Basis::Schematic => "schematic",
        Basis::Outside => "outside the article",
    }
}

pub(super) fn kind_word(kind: FeatureKind) -> &'static str {
    match kind {
        FeatureKind::Allied => "allied with",
        FeatureKind::Backed => "backed",
        FeatureKind::Opposed => "opposed",
        FeatureKind::SuppliedArms => "supplies arms to",
        FeatureKind::PossibleArms => "arms to, not announced",
        FeatureKind::Recognised => "recognised",
        FeatureKind::Fought => "fought",
        FeatureKind::Talks => "talks with",
        FeatureKind::Influence => "influence over",
        FeatureKind::Presence => "forces in",
        FeatureKind::Sheltered => "sheltered in",
        FeatureKind::SuspectedLink => "suspected link with",
        FeatureKind::CommonThreat => "common threat with",
        FeatureKind::Thaw => "warming with",
        FeatureKind::Pipeline => "pipeline to",
        FeatureKind::DrugRoute => "drug route to",
        FeatureKind::Interest => "interest in",
    }
}

/// How a mention names its subject, for a tooltip; nothing for a plain name.
pub(super) fn mention_word(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Direct => "",
        MentionKind::Demonym => "named by its people",
        MentionKind::Metonym => "named by its seat of government",
        MentionKind::Historical => "named by a former state",
        MentionKind::PartOfName => "inside another name",
        MentionKind::Described => "described",
    }
}

pub(super) fn subject_word(subject: Subject) -> &'static str {
    match subject {
        Subject::Country(_) => "Country",
        Subject::Overlay(_) => "Overlay",
        Subject::Feature(_) => "On the map",
        Subject::Actor(_) => "Actor",
        Subject::Place(_) => "Place",
    }
}

/// A feature in a line: name, period, status, basis, and who says so.
pub(super) fn feature_line(feature: &Feature) -> String {
    let mut parts = vec![feature.name.clone(), feature.period.text.clone()];
    if !matches!(feature.status, Status::InForce) {
        parts.push(status_word(feature.status).to_owned());
    }
    if feature.basis != Basis::Stated {
        parts.push(basis_word(feature.basis).to_owned());
    }
    parts.extend(feature.attribution.clone());
    parts.join(" \u{00b7} ")
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
            .map(feature_line)
            .unwrap_or_default(),
        _ => format!(
            "{} \u{00b7} {passages}",
            context.world.name_of(context.atlas, subject)
        ),
    }
}
