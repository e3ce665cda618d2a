//! What is wrong with a file, where, and what would be right.

use std::fmt;
use std::sync::Arc;

use super::kinds::is_format;

/// In characters: a file may hold a value of megabytes.
const LONGEST: usize = 240;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: Arc<str>,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub what: String,
    pub right: &'static str,
}

impl Problem {
    /// What a file holds goes into `what` only shortened and without control characters, for it
    /// is printed to terminals.
    pub fn new(
        file: &Arc<str>,
        (line, column): (usize, usize),
        what: &str,
        right: &'static str,
    ) -> Self {
        let is_shown = |letter: &char| !letter.is_control() && !is_format(*letter);
        let mut letters = what.chars().filter(is_shown);
        let mut what: String = letters.by_ref().take(LONGEST).collect();
        if letters.next().is_some() {
            what.push_str("...");
        }
        Self {
            file: file.clone(),
            line,
            column,
            what,
            right,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            column,
            what,
            right,
        } = self;
        write!(
            formatter,
            "{file}:{line}:{column}: {what}; right would be {right}"
        )
    }
}
