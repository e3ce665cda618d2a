//! Words for statuses and bases, said the same way on the screen and in what leaves the program.

use super::{Basis, Confidence, Status};

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
