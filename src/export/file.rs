//! Files that are made for others: whole or not there, and never over another one unasked.

use std::fs;
use std::path::Path;

use thiserror::Error;

use crate::session::{why_not_written, write_whole};

/// What becomes of a file that has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    Keep,
    Replace,
}

/// Why a file is not written, naming it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FileFault {
    #[error("{0} is there already")]
    AlreadyThere(String),
    #[error("{0}")]
    NotWritten(String),
}

/// Writes a file beside its name, flushes it and renames it, so that nobody finds half of one.
pub fn write_file(path: &Path, bytes: &[u8], existing: Existing) -> Result<(), FileFault> {
    let name = path.display();
    // A link that leads nowhere has the name too.
    if existing == Existing::Keep && fs::symlink_metadata(path).is_ok() {
        return Err(FileFault::AlreadyThere(name.to_string()));
    }
    write_whole(path, bytes)
        .map_err(|error| FileFault::NotWritten(format!("{name} {}", why_not_written(&error))))
}
