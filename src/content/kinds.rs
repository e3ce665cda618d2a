//! The words of the file for styles and kinds.

use super::raw::{RawBasis, RawConfidence, RawDirection, RawKind, RawStatus, RawStyle, RawTint};
use crate::world::{Basis, Confidence, Direction, FeatureKind, OverlayStyle, Status, Tint};

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

pub(super) fn tint(raw: RawTint) -> Tint {
    match raw {
        RawTint::Focus => Tint::Focus,
        RawTint::Mentions => Tint::Mentions,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a file's word is read as.
    fn read<Raw: serde::de::DeserializeOwned>(word: &str) -> Raw {
        serde_json::from_value(word.into()).unwrap()
    }

    #[test]
    fn what_leaves_the_program_is_called_as_story_files_call_it() {
        use crate::world::FeatureKind as Kind;
        for kind in [
            Kind::Allied,
            Kind::Backed,
            Kind::Opposed,
            Kind::SuppliedArms,
            Kind::PossibleArms,
            Kind::Recognised,
            Kind::Fought,
            Kind::Talks,
            Kind::Influence,
            Kind::Presence,
            Kind::Sheltered,
            Kind::SuspectedLink,
            Kind::CommonThreat,
            Kind::Thaw,
            Kind::Pipeline,
            Kind::DrugRoute,
            Kind::Interest,
        ] {
            assert_eq!(feature_kind(read(kind.key())), kind);
        }
        for status in [
            Status::InForce,
            Status::Ended,
            Status::Proposed,
            Status::PartlyBuilt,
            Status::Suspected,
            Status::Unannounced,
        ] {
            assert_eq!(super::status(read(status.key())), status);
        }
        for basis in [Basis::Stated, Basis::Schematic, Basis::Outside] {
            assert_eq!(super::basis(read(basis.key())), basis);
        }
        for confidence in [Confidence::Low, Confidence::Medium, Confidence::High] {
            assert_eq!(super::confidence(read(confidence.key())), confidence);
        }
        for direction in [Direction::Forward, Direction::Both, Direction::None] {
            assert_eq!(super::direction(read(direction.key())), direction);
        }
    }
}
