//! What the dash, the band and the mark of a line mean: the same words in the legend and on an
//! overlay's card.
//!
//! In: which there are, in the order they are told, and the words. Out: how they are painted.

use super::words::{status_word, with_capital};
use crate::theme::Marks;
use crate::world::{Basis, Status};

/// What dash and ends say.
pub(super) const STATUSES: [Status; 6] = [
    Status::InForce,
    Status::PartlyBuilt,
    Status::Proposed,
    Status::Suspected,
    Status::Unannounced,
    Status::Ended,
];

/// What a band says. A line that the article states has none.
pub(super) const BASES: [(Basis, &str); 2] = [
    (Basis::Schematic, "Soft band: the way is ours"),
    (Basis::Outside, "Hollow: not in the article"),
];

/// What a line says beside its overlay.
pub(super) const MARKS: [(Marks, &str); 5] = [
    (Marks::Link, "Linked rings: allied"),
    (Marks::Plus, "Plus: backs another"),
    (Marks::Tick, "Tick: recognises another"),
    (Marks::Bars, "Bars: opposed, not allied"),
    (Marks::Closer, "Points: growing closer"),
];

/// "Not announced": a status as every row names it, at the start of a line.
pub(super) fn status_sign(status: Status) -> String {
    with_capital(status_word(status))
}
