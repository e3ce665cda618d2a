//! Paragraphs while they are read: hidden characters go, white space is evened out, blank ones are none.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::mem;

use super::super::letters::is_hidden_in_lines;

/// Beyond this a file is a list and no article, and would take the machine's memory.
const MOST_PARAGRAPHS: usize = 6_000_000;

/// Paragraphs as they are written, with their hidden characters, by their place.
pub(super) type Written = BTreeMap<usize, String>;

/// The paragraphs of an article so far.
#[derive(Default)]
pub(super) struct Paragraphs {
    texts: Vec<String>,
    written: Written,
    hidden: usize,
    is_too_many: bool,
}

impl Paragraphs {
    /// Adds a text as it stands but for white space at its ends; a blank one is none.
    pub(super) fn push(&mut self, text: &str) {
        let shown = shown(text, &mut self.hidden);
        let is_as_written = matches!(shown, Cow::Borrowed(_));
        let shown = trimmed(&shown);
        if shown.is_empty() {
            return;
        }
        if self.texts.len() == MOST_PARAGRAPHS {
            self.is_too_many = true;
            return;
        }
        if !is_as_written {
            let written = text.trim().to_owned();
            self.written.insert(self.texts.len(), written);
        }
        self.texts.push(shown.to_owned());
    }

    /// Adds a text that nobody else needs, in the room that it has.
    pub(super) fn push_own(&mut self, text: String) {
        let is_ready = trimmed(&text).len() == text.len()
            && matches!(shown(&text, &mut 0), Cow::Borrowed(_))
            && self.texts.len() < MOST_PARAGRAPHS;
        if is_ready && !text.is_empty() {
            self.texts.push(text);
        } else {
            self.push(&text);
        }
    }

    /// How many hidden characters were left out elsewhere.
    pub(super) fn count_hidden(&mut self, count: usize) {
        self.hidden += count;
    }

    /// The paragraphs, those that are not shown as they are written, and how many hidden characters
    /// all had; or what is wrong as the rest of a sentence.
    pub(super) fn finish(self) -> Result<(Vec<String>, Written, usize), String> {
        if self.is_too_many {
            return Err(format!(
                "has more than {} million paragraphs; right would be an article",
                MOST_PARAGRAPHS / 1_000_000
            ));
        }
        Ok((self.texts, self.written, self.hidden))
    }
}

/// A text without white space and byte order marks at its ends.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}')
}

/// A text without its hidden characters, which are counted. White space of any kind stays.
pub(super) fn shown<'a>(text: &'a str, hidden: &mut usize) -> Cow<'a, str> {
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~' | b'\t');
    if text.as_bytes().iter().all(is_plain) || !text.chars().any(is_left_out) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if is_left_out(letter) {
            *hidden += 1;
        } else {
            shown.push(letter);
        }
    }
    shown.into()
}

/// Whether a paragraph is shown without a character that it is written with.
pub(super) fn is_left_out(letter: char) -> bool {
    // Signs over the numbers after them, which Unicode counts among what does not show.
    let is_sign = matches!(
        letter,
        '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
    );
    !is_sign && is_hidden_in_lines(letter) && !letter.is_whitespace()
}

/// What stands between two pieces of a paragraph.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Cell,
}

/// A paragraph of marked-up text while its pieces come.
#[derive(Default)]
pub(super) struct Gathering {
    text: String,
    gap: Gap,
}

impl Gathering {
    /// Adds a piece. Every run of white space is one space.
    pub(super) fn add(&mut self, piece: &str) {
        for (index, word) in piece.split(char::is_whitespace).enumerate() {
            if index > 0 {
                self.add_gap(Gap::Space);
            }
            if word.is_empty() {
                continue;
            }
            if !self.text.is_empty() {
                self.text.push_str(match self.gap {
                    Gap::None => "",
                    Gap::Space => " ",
                    Gap::Cell => " | ",
                });
            }
            self.gap = Gap::None;
            self.text.push_str(word);
        }
    }

    pub(super) fn add_space(&mut self) {
        self.add_gap(Gap::Space);
    }

    /// What follows is in the next cell of a table's row.
    pub(super) fn add_cell(&mut self) {
        self.add_gap(Gap::Cell);
    }

    fn add_gap(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// What was gathered, of which nothing stays.
    pub(super) fn take(&mut self) -> String {
        self.gap = Gap::None;
        mem::take(&mut self.text)
    }

    /// Hands what was gathered to `put`; nothing of it stays but the room it took.
    pub(super) fn end(&mut self, put: impl FnOnce(&str)) {
        self.gap = Gap::None;
        if !self.text.is_empty() {
            put(&self.text);
            self.text.clear();
        }
    }
}
