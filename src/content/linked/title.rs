//! What a story is called that was made of an article.

use crate::content::article::ArticleText;

/// A first paragraph that is no longer than this, in characters, can be a headline.
const LONGEST_HEADLINE: usize = 120;

/// So many words stand for a text that has no title.
const FIRST_WORDS: usize = 8;

/// And no more than these characters: not every script has spaces between its words.
const LONGEST_BEGINNING: usize = 80;

/// What the text says, or a headline; none where it has neither.
pub(super) fn title_of(text: &ArticleText) -> Option<&str> {
    if !text.title.is_empty() {
        return Some(&text.title);
    }
    let first = text.paragraphs.first().map(String::as_str);
    first.filter(|first| is_headline(first))
}

/// A headline is short and does not end as a sentence does, unless it asks.
fn is_headline(words: &str) -> bool {
    words.chars().count() <= LONGEST_HEADLINE && !words.ends_with(['.', ':', ','])
}

/// How a text begins.
pub(super) fn first_words(text: &ArticleText) -> String {
    let Some(first) = text.paragraphs.first() else {
        return String::new();
    };
    let words: Vec<&str> = first.split_whitespace().take(FIRST_WORDS).collect();
    let words = words.join(" ");
    let beginning: String = words.chars().take(LONGEST_BEGINNING).collect();
    if beginning.len() == first.len() {
        return beginning;
    }
    let is_pause = |letter: char| matches!(letter, ',' | ';' | ':' | '.' | '\u{2013}' | '\u{2014}');
    let beginning = beginning.trim_end_matches(|it: char| is_pause(it) || it.is_whitespace());
    format!("{beginning}\u{2026}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_with_its_first_words() {
        let begins = |words: &str| {
            first_words(&ArticleText {
                paragraphs: vec![words.to_owned()],
                ..ArticleText::default()
            })
        };
        assert_eq!(begins("Kenya and Uganda met."), "Kenya and Uganda met.");
        assert_eq!(
            begins("One two three four five six seven eight, nine ten."),
            "One two three four five six seven eight\u{2026}"
        );
        assert_eq!(begins(&"\u{6f22}".repeat(100)).chars().count(), 81);
    }
}
