//! What a border is under a worldview: it follows from the owners of the areas on its two sides.

use super::{Arc, Area, Atlas, CountryId, Level, Owner, Worldview};

/// What an arc is under a worldview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BorderKind {
    Coast,
    International,
    /// Between two holders, one of whom claims land on the other's side.
    LineOfControl,
    /// Between two holders who agree on it, where a third claims the land on both sides.
    Disputed,
    /// The inner edge of a disputed area, where its holder's undisputed land begins.
    Claim,
    /// Not drawn: one owner on both sides.
    Internal,
}

impl Level {
    /// What an arc is under a worldview.
    pub fn border_kind(&self, arc: &Arc, atlas: &Atlas, worldview: Worldview) -> BorderKind {
        let [Some(a), Some(b)] = arc.sides else {
            return BorderKind::Coast;
        };
        let (Some(left), Some(right)) = (atlas.area(a), atlas.area(b)) else {
            return BorderKind::Coast;
        };
        let as_held = kind_as_held(left, right);
        match (atlas.owner(a, worldview), atlas.owner(b, worldview)) {
            (Owner::Country(one), Owner::Country(other)) if one == other => BorderKind::Internal,
            (Owner::Country(_), Owner::Country(_)) => {
                // To a view without a side in the dispute a line of control stays one.
                let mut sides = [left, right].into_iter();
                let takes_side = sides.any(|area| worldview.takes_side(atlas, area));
                let is_open = matches!(as_held, BorderKind::LineOfControl | BorderKind::Disputed);
                if is_open && !takes_side {
                    as_held
                } else {
                    BorderKind::International
                }
            }
            _ => as_held,
        }
    }
}

/// What it is to one who takes no side.
pub(super) fn kind_as_held(left: &Area, right: &Area) -> BorderKind {
    if left.holder == right.holder {
        return if left.claimants == right.claimants {
            BorderKind::Internal
        } else {
            BorderKind::Claim
        };
    }
    let is_claimed_across =
        left.claimants.contains(&right.holder) || right.claimants.contains(&left.holder);
    let claims_both = |claimant: &CountryId| right.claimants.contains(claimant);
    if is_claimed_across {
        BorderKind::LineOfControl
    } else if left.claimants.iter().any(claims_both) {
        BorderKind::Disputed
    } else {
        BorderKind::International
    }
}
