//! The linker as its user meets it: an article's paragraphs in, mentions out.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod any_input;
mod kinds;
mod lookup;
mod marked;
mod people;
mod scored;
mod seats;
mod traps;
