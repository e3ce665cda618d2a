//! How long an article may be, so that a story is made of it.
//!
//! In: a text. Out: what is said of one that is too long. Looking for what a text names has no such
//! limits (see `linker`).

use super::ArticleText;
use crate::world::grouped;

/// A longer article is none that somebody reads, in characters.
const MOST_LETTERS: usize = 2_000_000;

/// One with more paragraphs is a list. Each takes room of its own, however short it is.
const MOST_PARAGRAPHS: usize = 100_000;

/// A longer paragraph is none that a window can show, in characters.
const MOST_IN_PARAGRAPH: usize = 50_000;

impl ArticleText {
    /// The text, if a story can be made of it; or what is wrong with it and what would be right, as the
    /// rest of a sentence.
    pub fn for_a_story(self) -> Result<Self, String> {
        let count = self.paragraphs.len();
        let letters: usize = self.paragraphs.iter().map(|it| it.chars().count()).sum();
        let advice = "\u{201c}passage link\u{201d}, which lists the mentions of longer ones";
        if letters > MOST_LETTERS {
            return Err(format!(
                "has {} characters, and up to {} million can be put on the map; right would be a \
                 shorter text, or {advice}",
                counted(letters),
                MOST_LETTERS / 1_000_000
            ));
        }
        if count > MOST_PARAGRAPHS {
            return Err(format!(
                "has {} paragraphs, and up to {} can be put on the map; right would be a shorter \
                 text, or {advice}",
                counted(count),
                counted(MOST_PARAGRAPHS)
            ));
        }
        Ok(self)
    }

    /// The same, if a window can show it too.
    pub fn for_a_window(self) -> Result<Self, String> {
        let text = self.for_a_story()?;
        let lengths = text.paragraphs.iter().map(|it| it.chars().count());
        match lengths.max() {
            Some(longest) if longest > MOST_IN_PARAGRAPH => Err(format!(
                "has a paragraph of {} characters, and the window shows up to {}; right would be a \
                 text with line breaks, or \u{201c}passage export\u{201d}, which takes it as it is",
                counted(longest),
                counted(MOST_IN_PARAGRAPH)
            )),
            _ => Ok(text),
        }
    }
}

fn counted(number: usize) -> String {
    grouped(&number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(paragraph: &str, count: usize) -> ArticleText {
        ArticleText {
            paragraphs: vec![paragraph.to_owned(); count],
            ..ArticleText::default()
        }
    }

    #[test]
    fn a_text_is_measured_in_characters_and_not_in_bytes() {
        let accents = "\u{e9}".repeat(40_000);
        assert!(text(&accents, 50).for_a_window().is_ok());
        let complaint = text(&accents, 51).for_a_story().unwrap_err();
        assert!(
            complaint.starts_with("has 2,040,000 characters, and up to 2 million can"),
            "{complaint}"
        );
    }

    #[test]
    fn a_list_of_many_short_lines_is_no_story() {
        assert!(text("a", MOST_PARAGRAPHS).for_a_window().is_ok());
        let complaint = text("a", MOST_PARAGRAPHS + 1).for_a_story().unwrap_err();
        assert!(
            complaint.starts_with("has 100,001 paragraphs, and up to 100,000 can"),
            "{complaint}"
        );
    }

    #[test]
    fn only_a_window_minds_a_long_paragraph() {
        let long = text(&"\u{e9}".repeat(50_001), 1);
        assert!(long.clone().for_a_story().is_ok());
        let complaint = long.for_a_window().unwrap_err();
        assert!(
            complaint.contains("a paragraph of 50,001 characters"),
            "{complaint}"
        );
    }
}
