//! Mentions that have lost their words, both ways: as a story file keeps them.

use super::loader::Loader;
use super::raw::RawOrphan;
use super::rows::Row;
use super::written::{Members, kind_written, list};
use crate::atlas::Atlas;
use crate::world::{Orphan, World};

impl Loader<'_> {
    /// Reads them. The passage may be gone with the words, so that none need have its number.
    pub(super) fn load_orphans(&mut self) {
        for Row { piece, raw } in self.rows::<RawOrphan>("orphans") {
            let Some(subject) = self.subject(piece, "subject", &raw.subject) else {
                continue;
            };
            let said = match self.read_kind(&raw.kind) {
                Ok(said) => said,
                Err((what, right)) => {
                    self.problem(piece, "kind", what, right);
                    continue;
                }
            };
            let orphan = Orphan {
                passage_number: raw.passage,
                exact: self.prose(piece, "exact", raw.exact),
                before: self.prose(piece, "before", raw.before),
                after: self.prose(piece, "after", raw.after),
                subject,
                kind: said.kind,
                confidence_percent: said.confidence_percent,
                others: said.others,
            };
            self.world.orphans.push(orphan);
            self.orphans_at.push(piece.at);
        }
    }
}

/// A story's lost mentions.
pub(super) fn orphans_json(world: &World, atlas: &Atlas) -> String {
    list(world.orphans.iter().filter_map(|orphan| {
        let percent = orphan.confidence_percent.min(100);
        let said = (orphan.kind, percent, orphan.others.as_slice());
        let row = Members::default()
            .json("passage", &orphan.passage_number.to_string())
            .prose("exact", &orphan.exact)
            .prose_if("before", &orphan.before)
            .prose_if("after", &orphan.after)
            .name("subject", &world.key_of(atlas, orphan.subject)?)
            .name("kind", &kind_written(world, atlas, said));
        Some(row.object())
    }))
}
