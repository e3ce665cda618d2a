//! Links that an earlier text had lost, in a new one.
//!
//! In: what was kept of them. Out: where that stands (see `anchoring`).

use crate::content::anchoring::{Quote, stand_once};
use crate::world::{MOST_NESTED, Mention, MentionGathering, Orphan};

/// Puts lost links where their words stand again with all that was around them, if they do so once.
/// Those that do not are left.
pub(super) fn put_back(
    orphans: &[Orphan],
    texts: &[&str],
    lists: &mut [MentionGathering],
) -> Vec<Orphan> {
    let quote = |orphan: &Orphan| Quote {
        exact: orphan.exact.clone(),
        before: orphan.before.clone(),
        after: orphan.after.clone(),
    };
    let quotes: Vec<Quote> = orphans.iter().map(quote).collect();
    let mut is_back = vec![false; orphans.len()];
    let mut by_passage: Vec<Vec<(usize, Mention)>> = vec![Vec::new(); lists.len()];
    let rows = orphans.iter().zip(stand_once(&quotes, texts)).enumerate();
    for (at, (orphan, placed)) in rows {
        if let Some(placed) = placed
            && let Some(row) = by_passage.get_mut(placed.passage)
        {
            // With a lost link it is not kept how sure it was.
            row.push((
                at,
                Mention {
                    range: placed.range,
                    subject: orphan.subject,
                    kind: orphan.kind,
                    confidence_percent: orphan.confidence_percent,
                    others: orphan.others.clone(),
                },
            ));
        }
    }
    for (list, mut found) in lists.iter_mut().zip(by_passage) {
        if found.is_empty() {
            continue;
        }
        found.retain(|(_, mention)| !list.holds(&mention.range));
        let mut with = list.clone();
        found.retain(|(_, mention)| with.put(mention.clone()));
        // A file could not say what lies deeper.
        if with.depth() <= MOST_NESTED {
            *list = with;
            for (at, _) in found {
                if let Some(is_back) = is_back.get_mut(at) {
                    *is_back = true;
                }
            }
        }
    }
    let left = orphans.iter().zip(is_back);
    let left = left.filter(|(_, is_back)| !is_back);
    left.map(|(orphan, _)| orphan.clone()).collect()
}
