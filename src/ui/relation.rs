//! Who does what to whom: a feature as seen by one who takes part in it.
//!
//! In: words and ends. Out: how they are set.

use crate::world::{Direction, Feature, FeatureKind, Status, Subject};

/// Which side of a feature one looks from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// It starts here, or it points nowhere.
    Doing,
    /// It points here.
    Done,
}

/// How a subject takes part in a feature: what it does, and with whom. Nothing for one that does
/// not take part, or that is alone in it.
pub(super) fn relation(
    feature: &Feature,
    subject: Subject,
) -> Option<(&'static str, Vec<Subject>)> {
    let is_first = feature.from.contains(&subject);
    let (near, far) = match (is_first, feature.to.contains(&subject)) {
        (true, _) => (&feature.from, &feature.to),
        (false, true) => (&feature.to, &feature.from),
        (false, false) => return None,
    };
    let others = |side: &[Subject]| -> Vec<Subject> {
        let others = side.iter().copied().filter(|&other| other != subject);
        others.collect()
    };
    let mut with = others(far);
    if with.is_empty() {
        with = others(near);
    }
    if with.is_empty() {
        return None;
    }
    let side = if is_first || feature.direction != Direction::Forward {
        Side::Doing
    } else {
        Side::Done
    };
    let verb = match (feature.kind, feature.status) {
        (FeatureKind::Fought, Status::InForce) => "at war with",
        _ => verb(feature.kind, side),
    };
    Some((verb, with))
}

/// What one side does to the other, or has done to it: "backed", "backed by".
fn verb(kind: FeatureKind, side: Side) -> &'static str {
    let (doing, done) = match kind {
        FeatureKind::Allied => ("allied with", "allied with"),
        FeatureKind::Backed => ("backed", "backed by"),
        FeatureKind::Opposed => ("opposed to", "opposed to"),
        FeatureKind::SuppliedArms => ("arms to", "arms from"),
        FeatureKind::PossibleArms => ("possible arms to", "possible arms from"),
        FeatureKind::Recognised => ("recognised", "recognised by"),
        FeatureKind::Fought => ("fought", "fought"),
        FeatureKind::Talks => ("talks with", "talks with"),
        FeatureKind::Influence => ("influence on", "influenced by"),
        FeatureKind::Presence => ("forces in", "forces of"),
        FeatureKind::Sheltered => ("sheltered in", "shelter of"),
        FeatureKind::SuspectedLink => ("suspected link with", "suspected link with"),
        FeatureKind::CommonThreat => ("shared with", "shared with"),
        FeatureKind::Thaw => ("with", "with"),
        FeatureKind::Pipeline | FeatureKind::DrugRoute => ("to", "from"),
        FeatureKind::Interest => ("concerning", "of"),
    };
    match side {
        Side::Doing => doing,
        Side::Done => done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atlas::{Atlas, CountryId};
    use crate::world::World;

    fn bundled() -> (World, Atlas) {
        let atlas = Atlas::load().unwrap();
        (crate::content::bundled(&atlas).0, atlas)
    }

    fn feature<'a>(world: &'a World, key: &str) -> &'a Feature {
        let found = world
            .features
            .iter()
            .find(|(_, feature)| feature.key == key);
        found.unwrap().1
    }

    fn country(atlas: &Atlas, code: &str) -> Subject {
        let id: CountryId = atlas.country_by_code(code).unwrap();
        Subject::Country(id)
    }

    #[test]
    fn who_backs_and_who_is_backed_are_said_differently() {
        let (world, atlas) = bundled();
        let feature = feature(&world, "cold-war-sov-ind");
        let (russia, india) = (country(&atlas, "RUS"), country(&atlas, "IND"));
        assert_eq!(relation(feature, russia), Some(("backed", vec![india])));
        assert_eq!(relation(feature, india), Some(("backed by", vec![russia])));
        assert_eq!(relation(feature, country(&atlas, "IRN")), None);
    }

    #[test]
    fn an_alliance_points_neither_way() {
        let (world, atlas) = bundled();
        let feature = feature(&world, "cold-war-pak-usa");
        for (one, other) in [("PAK", "USA"), ("USA", "PAK")] {
            let with = vec![country(&atlas, other)];
            let expected = Some(("allied with", with));
            assert_eq!(relation(feature, country(&atlas, one)), expected);
        }
    }
}
