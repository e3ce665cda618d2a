//! What the reader corrects in their own copy of the article: made in that telling only, and kept
//! for the next start by paragraph, without the copy's words.
//!
//! In: which telling a change is of, and when what is corrected is kept and taken up again. Out:
//! what is kept of a paragraph (see `content::copy_corrections`), and the copy itself (see
//! `own_copy`).

use std::sync::Arc;

use super::PassageApp;
use super::own_copy::Tellings;
use crate::content::{self, CorrectionTexts};
use crate::session::{CorrectionDraft, paragraph_name};
use crate::world::{StoryChange, World};

/// Rows that only the original has, under their ids.
type OwnRows = StoryChange;

/// Numbers of paragraphs whose corrections have no place now. They are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unplaced {
    /// The copy lacks them.
    lacking: Vec<u32>,
    /// The story lacks what their words were said to mean.
    unreadable: Vec<u32>,
}

impl Unplaced {
    /// As lines of their own; nothing where all have their places.
    pub(super) fn words(&self, file: &str) -> String {
        let mut lines = vec![String::new()];
        if !self.lacking.is_empty() {
            let which = paragraphs(&self.lacking);
            let lacks = format!("{file} lacks {which} of those you have corrected; that is kept");
            lines.push(lacks);
        }
        if !self.unreadable.is_empty() {
            let which = paragraphs(&self.unreadable);
            let what = "names what the story does not have; it is kept";
            lines.push(format!("What you have corrected in {which} {what}"));
        }
        lines.join("\n")
    }
}

/// "paragraphs 3, 4 and 7".
fn paragraphs(numbers: &[u32]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
    match numbers.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("paragraphs {} and {last}", rest.join(", "))
        }
        _ => format!("paragraph {}", numbers.concat()),
    }
}

impl Tellings {
    /// The rows that the reader's corrections have brought.
    pub(super) fn own_rows(&self) -> OwnRows {
        let (found, original) = (&self.found, &self.original);
        let actors = original.actors.iter();
        let actors =
            actors.filter(|(id, row)| !row.is_blank() && found.actors.get(*id) != Some(row));
        let places = original.places.iter();
        let places =
            places.filter(|(id, row)| !row.is_blank() && found.places.get(*id) != Some(row));
        StoryChange {
            actors: actors.map(|(id, row)| (id, row.clone())).collect(),
            places: places.map(|(id, row)| (id, row.clone())).collect(),
            ..StoryChange::default()
        }
    }

    /// After the original has changed: ids are the same in ours, where its own rows are blank, and
    /// it is known which names are the copy's.
    pub(super) fn keep_apart(&mut self) {
        let own = self.own_rows().actors.into_iter();
        let actors = own.map(|(id, _)| id).collect();
        let original = Arc::make_mut(&mut self.original);
        if let Some(copy) = &mut original.copy {
            copy.actors = actors;
        }
        let rows = |world: &World| (world.actors.len(), world.places.len());
        if rows(&self.ours) != rows(original) {
            Arc::make_mut(&mut self.ours).keep_ids_of(original);
        }
    }
}

impl PassageApp {
    /// Makes a change in the telling it is of: the one whose words its passages are in.
    pub(super) fn change_telling(&mut self, change: StoryChange) {
        let mut passages = change.mentions.iter().map(|(passage, _)| *passage);
        let is_of_copy = passages.any(|passage| self.world.is_verbatim(passage));
        match &mut self.tellings {
            Some(tellings) if is_of_copy => {
                Arc::make_mut(&mut tellings.original).apply(change);
                tellings.keep_apart();
                self.world = tellings.original.clone();
            }
            // What the copy lacks stands in our words there, too.
            Some(tellings) if self.session.shows_original() => {
                Arc::make_mut(&mut tellings.ours).apply(change);
                self.lay_again();
                self.put_words();
            }
            _ => {
                Arc::make_mut(&mut self.world).apply(change);
                self.keep_own_telling();
            }
        }
    }

    /// Keeps what was corrected in the copy since it was kept last.
    pub(super) fn keep_copy_drafts(&mut self) {
        let Some(tellings) = &mut self.tellings else {
            return;
        };
        if Arc::ptr_eq(&tellings.kept, &tellings.original) {
            return;
        }
        let (found, now) = (&tellings.found, &tellings.original);
        let pairs = now.passages.iter().zip(tellings.kept.passages.iter());
        for ((id, passage), (_, kept)) in pairs {
            if passage.mentions == kept.mentions || !passage.is_verbatim {
                continue;
            }
            let story = paragraph_name(&passage.fingerprint);
            match content::copy_corrections(found, now, id, &self.atlas) {
                Some(texts) => self.saved.keep_corrections(CorrectionDraft {
                    story,
                    after: texts.after,
                    before: texts.before,
                    ..CorrectionDraft::default()
                }),
                None => self.saved.drop_corrections(&story),
            }
        }
        tellings.kept = tellings.original.clone();
    }

    /// Paragraphs of the original that were corrected and that the story does not know any more, as
    /// a line of its own.
    pub(super) fn unknown_paragraphs(&self, before: &World, now: &World) -> String {
        let is_known = |print: &str| now.passages.iter().any(|(_, it)| it.fingerprint == print);
        let is_kept = |print: &str| self.saved.corrections_of(&paragraph_name(print)).is_some();
        let gone = before.passages.iter().filter(|(_, passage)| {
            let print = passage.fingerprint.as_str();
            is_kept(print) && !is_known(print)
        });
        let numbers: Vec<u32> = gone.map(|(_, passage)| passage.number).collect();
        if numbers.is_empty() {
            return String::new();
        }
        let which = paragraphs(&numbers);
        format!(
            "\nWhat you have corrected in the original of {which} has no place in it; it is kept"
        )
    }

    /// Makes again what was corrected in this copy, or in another one of the same paragraphs.
    pub(super) fn take_copy_drafts(&mut self) {
        let Some(tellings) = &mut self.tellings else {
            return;
        };
        let mut unplaced = Unplaced::default();
        let world = Arc::make_mut(&mut tellings.original);
        let ids = world.passages.ids();
        for id in ids {
            let Some(passage) = world.passages.get(id) else {
                continue;
            };
            let name = paragraph_name(&passage.fingerprint);
            let Some(draft) = self.saved.corrections_of(&name) else {
                continue;
            };
            let number = passage.number;
            if !passage.is_verbatim {
                unplaced.lacking.push(number);
                continue;
            }
            let texts = CorrectionTexts {
                after: draft.after.clone(),
                before: draft.before.clone(),
            };
            match content::read_copy_corrections(&texts, world, id, &self.atlas) {
                Some(change) => world.apply(change),
                None => unplaced.unreadable.push(number),
            }
        }
        tellings.keep_apart();
        tellings.kept = tellings.original.clone();
        tellings.unplaced = unplaced;
    }
}
