//! A copy cut into the least pieces that a paragraph can begin or end with: lines, sentences, and
//! what a hyphen at the end of a line has parted.
//!
//! In: pieces and how they may be joined. Out: which of them are a paragraph (see `recognise`).

use unicode_normalization::UnicodeNormalization as _;

use crate::content::{folded, is_format};

/// What no article has as many of.
const MOST_PIECES: usize = 20_000;

const SOFT_HYPHEN: char = '\u{ad}';

/// How a piece goes on from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Space = 0,
    /// Nothing stands between.
    Tight = 1,
    /// Nothing stands between, and the hyphen at the end of the one before goes.
    Dropped = 2,
}

/// How dashes between words are written. Copies differ in the spaces around them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dashes {
    Spaced,
    Tight,
}

/// The least that a paragraph can begin or end with.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// As a reader is shown it.
    pub text: String,
    /// The paragraph of the file it stands in.
    pub paragraph: usize,
    /// The ways it may go on from the one before, the plainest first.
    pub joints: &'static [Joint],
    pub folded: String,
    /// The same with its dashes spaced and tight, where it has some.
    pub by_dashes: Option<[String; 2]>,
}

const PLAIN: &[Joint] = &[Joint::Space];
const AFTER_SOFT_HYPHEN: &[Joint] = &[Joint::Tight];
const AT_DASH: &[Joint] = &[Joint::Space, Joint::Tight];
const AFTER_HYPHEN: &[Joint] = &[Joint::Tight, Joint::Space, Joint::Dropped];

/// The pieces of a file, in order, and how many of its paragraphs are left when there are enough of
/// them.
pub(super) fn pieces(paragraphs: &[String]) -> (Vec<Piece>, usize) {
    let mut pieces = Vec::new();
    let mut joints = PLAIN;
    for (paragraph, text) in paragraphs.iter().enumerate() {
        for line in text.lines() {
            let mut words: Vec<&str> = Vec::new();
            let mut all = line.split_whitespace().peekable();
            while let Some(word) = all.next() {
                if words.is_empty() && joints == PLAIN && begins_with_dash(word) {
                    joints = AT_DASH;
                }
                words.push(word);
                let after = joints_after(word);
                if all.peek().is_some() && after == PLAIN && !ends_sentence(word) {
                    continue;
                }
                if pieces.len() >= MOST_PIECES {
                    return (pieces, paragraphs.len() - paragraph);
                }
                pieces.extend(piece(&words.join(" "), paragraph, joints));
                words.clear();
                joints = after;
            }
        }
    }
    (pieces, 0)
}

fn piece(words: &str, paragraph: usize, joints: &'static [Joint]) -> Option<Piece> {
    let text = shown(words);
    let plain = folded(words);
    if plain.is_empty() {
        return None;
    }
    let by_dashes = [Dashes::Spaced, Dashes::Tight].map(|dashes| folded(&with(dashes, words)));
    Some(Piece {
        text,
        paragraph,
        joints,
        by_dashes: by_dashes
            .iter()
            .any(|other| *other != plain)
            .then_some(by_dashes),
        folded: plain,
    })
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn begins_with_dash(word: &str) -> bool {
    let rest = word.trim_start_matches(is_dash);
    rest.len() < word.len() && rest.starts_with(char::is_alphanumeric)
}

/// Whether a paragraph can end with a word: what ends sentences, maybe with a quote or a bracket
/// after it.
pub(super) fn ends_sentence(word: &str) -> bool {
    let closing = |letter: char| matches!(letter, '"' | '\'' | ')' | ']' | '\u{2019}' | '\u{201d}');
    let bare = word.trim_end_matches(closing);
    bare.ends_with(['.', '?', '!', '\u{2026}', ':'])
}

/// How the text may go on after a word.
fn joints_after(word: &str) -> &'static [Joint] {
    if word.ends_with(SOFT_HYPHEN) {
        return AFTER_SOFT_HYPHEN;
    }
    let bare = word.trim_end_matches(is_dash);
    if bare.len() == word.len() || !bare.ends_with(char::is_alphanumeric) {
        PLAIN
    } else if word.ends_with(['-', '\u{2010}']) && !word.ends_with("--") {
        AFTER_HYPHEN
    } else {
        AT_DASH
    }
}

/// The words with their dashes spaced or not: two hyphens, and the long ones.
fn with(dashes: Dashes, words: &str) -> String {
    let long = ['\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}'];
    let one = words.replace("--", "\u{2014}").replace(long, "\u{2014}");
    let tight = one
        .replace(" \u{2014}", "\u{2014}")
        .replace("\u{2014} ", "\u{2014}");
    match dashes {
        Dashes::Spaced => tight.replace('\u{2014}', " \u{2014} "),
        Dashes::Tight => tight,
    }
}

/// Without letters that do not show, and with each ligature as the letters it is made of, so that
/// words can be found and copied.
fn shown(words: &str) -> String {
    let letters = words.chars().filter(|&letter| !is_format(letter));
    let mut text = String::with_capacity(words.len());
    for letter in letters {
        if matches!(letter, '\u{fb00}'..='\u{fb06}') {
            text.extend(letter.nfkc());
        } else {
            text.push(letter);
        }
    }
    text.nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(paragraphs: &[&str]) -> Vec<String> {
        let owned: Vec<String> = paragraphs.iter().map(|&it| it.to_owned()).collect();
        pieces(&owned)
            .0
            .into_iter()
            .map(|piece| piece.text)
            .collect()
    }

    #[test]
    fn a_text_is_cut_at_lines_sentences_and_parted_words() {
        assert_eq!(
            texts(&[
                "One two. Three,\nfour co-\nop \u{2013} five",
                "  ",
                "Six\u{a0}o\u{fb03}ce"
            ]),
            [
                "One two.",
                "Three,",
                "four co-",
                "op \u{2013} five",
                "Six office"
            ]
        );
    }

    #[test]
    fn dashes_are_spaced_or_tight_whatever_they_were() {
        for words in ["a--b", "a -- b", "a\u{2014}b", "a \u{2013} b"] {
            assert_eq!(folded(&with(Dashes::Spaced, words)), "a - b");
            assert_eq!(folded(&with(Dashes::Tight, words)), "a-b");
        }
    }
}
