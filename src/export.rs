//! What leaves the program: files for others, without a window, a graphics card or a network.
//!
//! In: the story, and what of it is wanted; each kind of file has a folder of its own, which makes
//! bytes ([`data`], [`handout`], [`page`], [`picture`]). [`write_file`] puts bytes of any kind on the
//! disk, whole. Out: what is asked of whom (see the command line, and `app`).
//!
//! The same input makes the same bytes: no file carries a clock.

pub mod data;
mod file;
pub mod handout;
mod markup;
pub mod page;
pub mod picture;

pub use file::{Existing, FileFault, write_file};
