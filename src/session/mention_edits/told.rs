//! How a correction is said to whoever made it.

use crate::atlas::Atlas;
use crate::world::{MentionKind, Reading, World, naming_words};

/// What became of mentions.
#[derive(Clone, Debug)]
pub(super) enum Told {
    Confirmed(Reading),
    Means(Reading),
    /// By what it is named.
    Named(Reading, MentionKind),
    /// Something that is not there yet when it is said.
    New(String),
}

impl Told {
    /// "12 mentions of “Georgia” now mean Georgia, U.S. state".
    pub(super) fn words(
        &self,
        world: &World,
        atlas: &Atlas,
        (words, count): (&str, usize),
    ) -> String {
        let one = count == 1;
        let who = if one {
            format!("\u{201c}{words}\u{201d}")
        } else {
            format!("{count} mentions of \u{201c}{words}\u{201d}")
        };
        let (does, what) = match self {
            Self::Confirmed(reading) => (
                if one { "surely means" } else { "surely mean" },
                world.reading_words(atlas, *reading),
            ),
            Self::Means(reading) => (
                if one { "now means" } else { "now mean" },
                world.reading_words(atlas, *reading),
            ),
            Self::Named(reading, kind) => (
                if one { "names" } else { "name" },
                format!(
                    "{}, {}",
                    world.reading_words(atlas, *reading),
                    naming_words(*kind)
                ),
            ),
            Self::New(what) => (if one { "now means" } else { "now mean" }, what.clone()),
        };
        format!("{who} {does} {what}")
    }
}
