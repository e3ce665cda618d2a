//! The coverage audit, and the report `passage check` prints.

use super::Problem;
use crate::atlas::Atlas;
use crate::world::{Passage, Subject, Tint, World};

/// What hangs in the air: a passage that touches nothing, a feature no passage names, a focus
/// country without a passage. One sentence each.
pub fn coverage(world: &World, atlas: &Atlas) -> Vec<String> {
    let mut gaps = Vec::new();
    // Nobody chose what the paragraphs of an article are about; a story's passages were written to
    // touch something.
    let is_told = world.tint == Tint::Focus;
    let is_gap = |(_, passage): &(_, &Passage)| {
        is_told && passage.mentions.is_empty() && passage.touches.is_empty()
    };
    for (_, passage) in world.passages.iter().filter(is_gap) {
        gaps.push(format!("passage {} touches nothing", passage.number));
    }
    for (id, feature) in world.features.iter() {
        // No passage can name what came later.
        if !feature.is_afterwards && world.links.passages(Subject::Feature(id)).is_empty() {
            gaps.push(format!("feature {} is named by no passage", feature.key));
        }
    }
    for focus in &world.focus {
        if world
            .links
            .passages(Subject::Country(focus.country))
            .is_empty()
        {
            gaps.push(format!(
                "{} has no passage",
                atlas.country_name(focus.country)
            ));
        }
    }
    gaps
}

/// Every problem on a line, then the coverage audit; and whether all is well.
pub fn report(world: &World, atlas: &Atlas, problems: &[Problem]) -> (String, bool) {
    let gaps = coverage(world, atlas);
    let mut lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.extend(gaps.iter().map(|gap| format!("coverage: {gap}")));
    lines.push(format!(
        "{}, {}, {}, {}",
        counted(world.passages.len(), "passage"),
        counted(world.features.len(), "feature"),
        counted(problems.len(), "problem"),
        counted(gaps.len(), "gap")
    ));
    (lines.join("\n"), problems.is_empty() && gaps.is_empty())
}

fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
