//! From a paragraph to its words, each with where it stands, what it is in our vocabulary and how
//! it is written. In: what a word is, folding of case and accents. Out: what any word means.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::vocabulary::{Vocabulary, Word};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// No letter is a capital.
    Lower,
    /// The first letter is a capital, and some other is not.
    Capital,
    /// Every letter is a capital; also a single capital letter.
    Upper,
    /// A capital stands inside, but not at the start: eSwatini.
    Inner,
    /// It starts with a digit.
    Number,
    /// Not a word but a mark: a comma, a dash, a bracket.
    Mark,
}

/// One word or mark of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) word: Word,
    pub(super) shape: Shape,
    /// A new sentence, headline or quotation starts here, so a capital says nothing.
    pub(super) starts_sentence: bool,
    /// White space stands before it.
    pub(super) spaced: bool,
}

impl Token {
    pub(super) fn is_word(&self) -> bool {
        self.shape != Shape::Mark
    }

    /// It starts with a capital letter.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Inner)
    }
}

/// The words and marks of `text`.
pub(super) fn tokens(text: &str, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut folded = String::with_capacity(32);
    let mut starts_sentence = true;
    let mut spaced = false;
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() || is_invisible(first) {
            spaced = spaced || first.is_whitespace();
            continue;
        }
        let mut end = start + first.len_utf8();
        let shape = if first.is_alphanumeric() {
            let mut written = Written::of(first);
            while let Some(&(at, next)) = rest.peek() {
                if !continues(next) {
                    break;
                }
                written.add(next);
                end = at + next.len_utf8();
                rest.next();
            }
            written.shape()
        } else {
            Shape::Mark
        };
        let slice = text.get(start..end).unwrap_or_default();
        fold(slice, &mut folded);
        let word = vocabulary.find(&folded);
        tokens.push(Token {
            start,
            end,
            word,
            shape,
            starts_sentence,
            spaced,
        });
        spaced = false;
        // An opening quotation mark or bracket hands on what stood before it.
        starts_sentence = match first {
            '.' => !follows_abbreviation(&tokens, text),
            '!' | '?' | ':' | '…' | '•' | '—' | '–' => true,
            '"' | '\'' | '“' | '‘' | '«' | '(' | '[' | '”' | '’' => {
                starts_sentence || opens(first)
            }
            _ => false,
        };
    }
    tokens
}

/// A quotation may start with a capital that says nothing.
fn opens(mark: char) -> bool {
    matches!(mark, '“' | '‘' | '«' | '"')
}

/// The full stop at the end of `tokens` belongs to an abbreviation: "U.S." or "St.".
fn follows_abbreviation(tokens: &[Token], text: &str) -> bool {
    let Some(before) = tokens
        .len()
        .checked_sub(2)
        .and_then(|index| tokens.get(index))
    else {
        return false;
    };
    let letters = text.get(before.start..before.end).unwrap_or_default();
    (letters.chars().count() == 1 && before.is_capital())
        || matches!(
            letters,
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "St"
                | "Gen"
                | "Sen"
                | "Rep"
                | "Gov"
                | "Lt"
                | "Col"
                | "Maj"
                | "Sgt"
                | "Capt"
                | "Prof"
                | "Rev"
                | "Jan"
                | "Feb"
                | "Aug"
                | "Sept"
                | "Oct"
                | "Nov"
                | "Dec"
                | "No"
                | "vs"
                | "Jr"
                | "Sr"
                | "Pres"
                | "Adm"
                | "Brig"
                | "Hon"
                | "Ft"
                | "Mt"
        )
}

/// Soft hyphens and marks of no width are not there for a reader.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

fn continues(letter: char) -> bool {
    letter.is_alphanumeric() || is_invisible(letter) || is_combining_mark(letter)
}

/// What was seen of a word's letters so far.
struct Written {
    first_capital: bool,
    number: bool,
    capitals: u32,
    small: u32,
}

impl Written {
    fn of(first: char) -> Self {
        let mut written = Self {
            first_capital: first.is_uppercase(),
            number: first.is_numeric(),
            capitals: 0,
            small: 0,
        };
        written.add(first);
        written
    }

    fn add(&mut self, letter: char) {
        if letter.is_uppercase() {
            self.capitals = self.capitals.saturating_add(1);
        } else if letter.is_lowercase() {
            self.small = self.small.saturating_add(1);
        }
    }

    fn shape(&self) -> Shape {
        match (self.number, self.capitals, self.small) {
            (true, ..) => Shape::Number,
            (_, 0, _) => Shape::Lower,
            (_, _, 0) => Shape::Upper,
            _ if self.first_capital => Shape::Capital,
            _ => Shape::Inner,
        }
    }
}

/// Writes `word` into `folded` in small letters, without accents, with one kind of apostrophe and
/// one kind of hyphen.
pub(super) fn fold(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        return;
    }
    // A word no longer than any of ours need not be folded: it can't be one of them.
    if word.len() > 120 {
        return;
    }
    for letter in word
        .nfd()
        .filter(|letter| !is_combining_mark(*letter) && !is_invisible(*letter))
    {
        match letter {
            '’' | '‘' | 'ʼ' | '`' | '´' | 'ʻ' | '′' => folded.push('\''),
            '‐' | '‑' | '−' | '–' | '—' => folded.push('-'),
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            'đ' | 'Đ' | 'ð' | 'Ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            other => folded.extend(
                other
                    .to_lowercase()
                    .filter(|small| !is_combining_mark(*small)),
            ),
        }
    }
}
