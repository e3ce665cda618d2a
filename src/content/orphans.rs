//! Mentions that have lost their words, both ways: as a story file keeps them.

use super::loader::Loader;
use super::raw::RawOrphan;
use super::rows::Row;
use super::written::{Members, list};
use crate::atlas::Atlas;
use crate::world::{MentionKind, Orphan, World};

impl Loader<'_> {
    /// Reads them. The passage may be gone with the words, so that none need have its number.
    pub(super) fn load_orphans(&mut self) {
        for Row { piece, raw } in self.rows::<RawOrphan>("orphans") {
            let Some(kind) = MentionKind::from_key(&raw.kind) else {
                let what = format!("\"{}\" is not a kind of mention", raw.kind);
                let right = "direct, demonym, metonym, historical, part-of-name or described";
                self.problem(piece, "kind", what, right);
                continue;
            };
            let Some(subject) = self.subject(piece, "subject", &raw.subject) else {
                continue;
            };
            let orphan = Orphan {
                passage_number: raw.passage,
                exact: self.prose(piece, "exact", raw.exact),
                before: self.prose(piece, "before", raw.before),
                after: self.prose(piece, "after", raw.after),
                subject,
                kind,
            };
            self.world.orphans.push(orphan);
            self.orphans_at.push(piece.at);
        }
    }
}

/// A story's lost mentions.
pub(super) fn orphans_json(world: &World, atlas: &Atlas) -> String {
    list(world.orphans.iter().filter_map(|orphan| {
        let row = Members::default()
            .json("passage", &orphan.passage_number.to_string())
            .prose("exact", &orphan.exact)
            .prose_if("before", &orphan.before)
            .prose_if("after", &orphan.after)
            .name("subject", &world.key_of(atlas, orphan.subject)?)
            .name("kind", orphan.kind.key());
        Some(row.object())
    }))
}
