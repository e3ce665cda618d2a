//! The reader's own copy of the article: what of it is no passage, and whose words are on show.
//!
//! In: questions about it. Out: how a copy is recognised and laid over the story (see `original`).

use std::collections::BTreeSet;

use super::{Actor, Id, Passage, Subject, World};

/// The reader's own copy of the article, where its words stand in the passages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleCopy {
    /// The file's name, without its folder.
    pub file: String,
    /// What stands over the first paragraph, and is known as the article's.
    pub headline: Vec<String>,
    /// What stands after a paragraph, and is known as the article's.
    pub credits: Vec<String>,
    /// What the article does not have, as far as the story knows it; in the copy's order.
    pub strangers: Vec<Stranger>,
    /// So many more of them are not shown.
    pub more_strangers: usize,
    /// What the reader has called by words of the copy. No story's file has them.
    pub actors: BTreeSet<Id<Actor>>,
}

/// A paragraph of the copy that is not known as one of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranger {
    pub text: String,
    /// The passage it follows; none before the first.
    pub after: Option<Id<Passage>>,
}

impl World {
    /// Whether a passage is told in the story's own words although the rest is the article's: the
    /// copy lacks it.
    pub fn is_lacking(&self, passage: &Passage) -> bool {
        self.copy.is_some() && !passage.is_verbatim
    }

    /// Whether a subject is called by words of the copy, which are in nothing that is saved.
    pub fn is_of_copy(&self, subject: Subject) -> bool {
        let copy = self.copy.as_ref();
        copy.is_some_and(|copy| matches!(subject, Subject::Actor(id) if copy.actors.contains(&id)))
    }

    /// Whether a passage is in the words of the copy.
    pub fn is_verbatim(&self, passage: Id<Passage>) -> bool {
        let passage = self.passages.get(passage);
        passage.is_some_and(|passage| passage.is_verbatim)
    }

    /// Strangers that follow a passage, or stand before all of them.
    pub fn strangers_after(&self, passage: Option<Id<Passage>>) -> impl Iterator<Item = &Stranger> {
        let copy = self.copy.iter();
        copy.flat_map(|copy| &copy.strangers)
            .filter(move |stranger| stranger.after == passage)
    }

    /// Whose words these are, in one or two sentences.
    pub fn note(&self) -> String {
        let Some(copy) = &self.copy else {
            return self.article.note.clone();
        };
        let lacking: Vec<String> = self
            .passages
            .iter()
            .filter(|(_, passage)| self.is_lacking(passage))
            .map(|(_, passage)| passage.number.to_string())
            .collect();
        let whose = format!("The article\u{2019}s own words, from {}.", copy.file);
        match lacking.split_last() {
            None => whose,
            Some((only, [])) => {
                format!(
                    "{whose} Paragraph {only} is not in it, and is told in the story\u{2019}s words."
                )
            }
            Some((last, rest)) => format!(
                "{whose} Paragraphs {} and {last} are not in it, and are told in the \
                 story\u{2019}s words.",
                rest.join(", ")
            ),
        }
    }

    /// The same at the end of the text, where headings that are not the article's have been read.
    pub fn closing_note(&self) -> String {
        let mut note = self.note();
        if self.topics.iter().any(|topic| topic.is_ours) {
            note.push_str(match self.copy {
                Some(_) => " Headings are ours.",
                None => " Headings are ours, too.",
            });
        }
        note
    }

    /// Whose words a single passage is in, for whoever sees no other; nothing where they are the
    /// article's.
    pub fn note_of<'a>(&'a self, passage: &Passage) -> &'a str {
        if passage.is_verbatim {
            ""
        } else {
            &self.article.note
        }
    }
}
