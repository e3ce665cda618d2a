//! What is wrong with a file, where, and what would be right.

use std::fmt;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub what: String,
    pub right: String,
}

impl Problem {
    pub fn new(file: &str, (line, column): (usize, usize), what: String, right: &str) -> Self {
        Self {
            file: file.to_owned(),
            line,
            column,
            what,
            right: right.to_owned(),
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
