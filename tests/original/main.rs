//! The reader's own copy of the article: recognised, laid over, and linked to the same subjects.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

#[path = "../harness/mod.rs"]
mod harness;
mod show;
