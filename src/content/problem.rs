//! What is wrong with a file, where, and what would be right.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::letters::is_hidden;

/// In characters: a file may hold a value of megabytes.
const LONGEST: usize = 320;

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub file: Arc<str>,
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub what: String,
    pub right: Cow<'static, str>,
}

impl Problem {
    /// What a file holds goes in only shortened and without control characters, for it
    /// is printed to terminals.
    pub fn new(
        file: &Arc<str>,
        (line, column): (usize, usize),
        what: &str,
        right: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            file: file.clone(),
            line,
            column,
            what: shown(what).unwrap_or_else(|| what.to_owned()),
            right: match right.into() {
                Cow::Borrowed(ours) => Cow::Borrowed(ours),
                Cow::Owned(theirs) => Cow::Owned(shown(&theirs).unwrap_or(theirs)),
            },
        }
    }
}

/// A text without control characters and not too long; none when it is so already.
fn shown(text: &str) -> Option<String> {
    let is_shown = |letter: &char| !is_hidden(*letter);
    if text.len() <= LONGEST && text.chars().all(|letter| is_shown(&letter)) {
        return None;
    }
    let mut letters = text.chars().filter(is_shown);
    let mut shown: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        shown.push_str("...");
    }
    Some(shown)
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
        write!(formatter, "{file}:{line}:{column}: {what}")?;
        if right.is_empty() {
            return Ok(());
        }
        write!(formatter, "; right would be {right}")
    }
}
