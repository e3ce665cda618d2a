//! The words of the file for styles and kinds, and names without tricks.

use super::raw::{RawBasis, RawConfidence, RawDirection, RawKind, RawStatus, RawStyle};
use crate::world::{Basis, Confidence, Direction, FeatureKind, MentionKind, OverlayStyle, Status};

/// Whether a character is invisible and can make a name look like another.
pub(super) fn is_format(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A name without characters that could make it look like another, and the first such ones.
pub(super) fn strip(name: &str) -> (String, Vec<char>) {
    let is_hidden = |letter: &char| is_format(*letter) || letter.is_control();
    let hidden = name.chars().filter(is_hidden).take(3).collect();
    (
        name.chars().filter(|letter| !is_hidden(letter)).collect(),
        hidden,
    )
}

pub(super) fn overlay_style(raw: RawStyle) -> OverlayStyle {
    match raw {
        RawStyle::Alliances => OverlayStyle::Alliances,
        RawStyle::Arms => OverlayStyle::Arms,
        RawStyle::Wars => OverlayStyle::Wars,
        RawStyle::Militancy => OverlayStyle::Militancy,
        RawStyle::DrugRoutes => OverlayStyle::DrugRoutes,
        RawStyle::Pipelines => OverlayStyle::Pipelines,
        RawStyle::Diplomacy => OverlayStyle::Diplomacy,
    }
}

pub(super) fn feature_kind(raw: RawKind) -> FeatureKind {
    match raw {
        RawKind::Allied => FeatureKind::Allied,
        RawKind::Backed => FeatureKind::Backed,
        RawKind::Opposed => FeatureKind::Opposed,
        RawKind::SuppliedArms => FeatureKind::SuppliedArms,
        RawKind::PossibleArms => FeatureKind::PossibleArms,
        RawKind::Recognised => FeatureKind::Recognised,
        RawKind::Fought => FeatureKind::Fought,
        RawKind::Talks => FeatureKind::Talks,
        RawKind::Influence => FeatureKind::Influence,
        RawKind::Presence => FeatureKind::Presence,
        RawKind::Sheltered => FeatureKind::Sheltered,
        RawKind::SuspectedLink => FeatureKind::SuspectedLink,
        RawKind::CommonThreat => FeatureKind::CommonThreat,
        RawKind::Thaw => FeatureKind::Thaw,
        RawKind::Pipeline => FeatureKind::Pipeline,
        RawKind::DrugRoute => FeatureKind::DrugRoute,
        RawKind::Interest => FeatureKind::Interest,
    }
}

pub(super) fn direction(raw: RawDirection) -> Direction {
    match raw {
        RawDirection::Forward => Direction::Forward,
        RawDirection::Both => Direction::Both,
        RawDirection::None => Direction::None,
    }
}

pub(super) fn basis(raw: RawBasis) -> Basis {
    match raw {
        RawBasis::Stated => Basis::Stated,
        RawBasis::Schematic => Basis::Schematic,
        RawBasis::Outside => Basis::Outside,
    }
}

pub(super) fn status(raw: RawStatus) -> Status {
    match raw {
        RawStatus::InForce => Status::InForce,
        RawStatus::Ended => Status::Ended,
        RawStatus::Proposed => Status::Proposed,
        RawStatus::PartlyBuilt => Status::PartlyBuilt,
        RawStatus::Suspected => Status::Suspected,
        RawStatus::Unannounced => Status::Unannounced,
    }
}

pub(super) fn confidence(raw: RawConfidence) -> Confidence {
    match raw {
        RawConfidence::Low => Confidence::Low,
        RawConfidence::Medium => Confidence::Medium,
        RawConfidence::High => Confidence::High,
    }
}

pub(super) fn mention_kind(word: &str) -> Option<MentionKind> {
    Some(match word {
        "direct" => MentionKind::Direct,
        "demonym" => MentionKind::Demonym,
        "metonym" => MentionKind::Metonym,
        "historical" => MentionKind::Historical,
        "part-of-name" => MentionKind::PartOfName,
        "described" => MentionKind::Described,
        _ => return None,
    })
}
