//! The reader's own copy of an article: recognised, laid over its story, and linked to the same
//! subjects.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../harness/mod.rs"]
mod harness;

mod copies;
mod linked;
mod made;
mod the_article;
