//! The coverage audit, and the report `passage check` prints.

use std::borrow::Cow;
use std::path::Path;

use super::resolve::load_with_lost_links;
use super::{BUNDLED, Problem, is_article_name, read_file, story_bytes};
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

/// A story that is looked over: what is sound of it, its problems, and its lost links, which are none
/// but hang in the air.
pub struct Checked {
    pub world: World,
    pub problems: Vec<Problem>,
    pub lost_links: Vec<Problem>,
}

impl Checked {
    /// Looks over a story file or an article, or else the bundled story.
    pub fn of(path: Option<&Path>, atlas: &Atlas) -> Self {
        let read: Option<(String, Cow<'_, [u8]>)> = match path {
            None => Some((BUNDLED.0.to_owned(), BUNDLED.1.into())),
            Some(path) if is_article_name(path) => None,
            Some(path) => {
                let bytes = story_bytes(path).ok();
                bytes.map(|bytes| (path.display().to_string(), bytes.into()))
            }
        };
        let ((world, problems), lost_links) = match (read, path) {
            (Some((name, bytes)), _) => load_with_lost_links(&name, &bytes, atlas),
            // An article has no lost links, nor has what can not be read.
            (None, Some(path)) => (read_file(path, atlas), Vec::new()),
            (None, None) => Default::default(),
        };
        Self {
            world,
            problems,
            lost_links,
        }
    }

    /// Every problem on a line, then the lost links and the coverage audit; and whether all is well.
    pub fn report(&self, atlas: &Atlas) -> (String, bool) {
        let Self {
            world,
            problems,
            lost_links,
        } = self;
        let gaps = coverage(world, atlas);
        let said = problems.iter().chain(lost_links);
        let mut lines: Vec<String> = said.map(ToString::to_string).collect();
        lines.extend(gaps.iter().map(|gap| format!("coverage: {gap}")));
        lines.push(format!(
            "{}, {}, {}, {}, {}",
            counted(world.passages.len(), "passage"),
            counted(world.features.len(), "feature"),
            counted(problems.len(), "problem"),
            counted(gaps.len(), "gap"),
            counted(lost_links.len(), "lost link")
        ));
        let is_sound = problems.is_empty() && gaps.is_empty() && lost_links.is_empty();
        (lines.join("\n"), is_sound)
    }
}

fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
