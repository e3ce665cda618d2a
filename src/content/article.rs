//! The text of any article: from a file, or from what was pasted, to its paragraphs.
//!
//! In: plain text, Markdown and HTML in any common encoding, and what to answer to a file that is
//! neither. Out: what the words name, and the article that a story is about. Nothing in a page is
//! ever run or fetched, and nothing in a file may panic or hang.

mod chosen_text;
mod date;
mod elements;
mod encoding;
mod gathering;
mod html;
mod limits;
mod markdown;
mod markdown_parts;
mod not_text;
mod plain;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use self::gathering::Paragraphs;
use super::bytes_of_file::{bytes_of, bytes_of_stream};
use super::letters::{is_hidden, strip};

/// What is asked for where a file is none.
const KIND: &str = "a text, Markdown or HTML file";

/// An article as it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleText {
    /// Empty where the text does not say it.
    pub title: String,
    /// "11 August 2024"; empty where what stands before the text does not say it.
    pub date: String,
    /// In order, none of them blank.
    pub paragraphs: Vec<String>,
    /// What was noticed while reading, in plain words.
    pub notes: Vec<String>,
    /// The paragraphs that have hidden characters, as they are written, by their place.
    pub written: BTreeMap<usize, String>,
}

impl ArticleText {
    /// A paragraph as it is written, trimmed of white space alone, where that is not as it is shown;
    /// with it where each code point of the shown one stands in it: its code point and its byte.
    pub fn as_written(&self, index: usize) -> Option<(&str, Vec<(u32, u32)>)> {
        let written = self.written.get(&index)?;
        let letters = written.char_indices().enumerate();
        let shown = letters.filter(|(_, (_, letter))| !gathering::is_left_out(*letter));
        // What is hidden may stand before white space, which is trimmed then.
        let shown = shown.skip_while(|(_, (_, letter))| letter.is_whitespace());
        // No file has so many that a number had to be cut.
        let places = shown.map(|(point, (byte, _))| (point as u32, byte as u32));
        Some((written, places.collect()))
    }
}

/// How an article's text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleFormat {
    /// Every line that is not blank is a paragraph.
    Text,
    Markdown,
    Html,
}

/// How the names of articles' files end, and how what is in them is marked up.
pub const ARTICLE_ENDINGS: [(&str, ArticleFormat); 6] = [
    ("txt", ArticleFormat::Text),
    ("text", ArticleFormat::Text),
    ("md", ArticleFormat::Markdown),
    ("markdown", ArticleFormat::Markdown),
    ("html", ArticleFormat::Html),
    ("htm", ArticleFormat::Html),
];

impl ArticleFormat {
    /// The format that a name's ending tells.
    fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        let mut known = ARTICLE_ENDINGS.into_iter();
        let found = known.find(|(own, _)| ending.eq_ignore_ascii_case(own));
        found.map(|(_, format)| format)
    }

    /// The format of a file whose name does not tell it.
    fn of_beginning(bytes: &[u8]) -> Self {
        let mut beginning = bytes.get(..1024).unwrap_or(bytes).to_ascii_lowercase();
        // Marks come before it, and of UTF-16 every second byte is a zero.
        beginning.retain(u8::is_ascii_graphic);
        let has = |words: &[u8]| beginning.windows(words.len()).any(|part| part == words);
        let begins = |words: &[u8]| beginning.starts_with(words);
        let may_be = begins(b"<?xml") || begins(b"<!--") || begins(b"<!doctype");
        if begins(b"<html") || begins(b"<!doctypehtml") || (may_be && has(b"<html")) {
            Self::Html
        } else {
            Self::Text
        }
    }
}

/// Whether a file's name is that of an article.
pub fn is_article_name(path: &Path) -> bool {
    ArticleFormat::of_name(path).is_some()
}

/// The text of a file, whose format its name tells, or else how it begins. What is wrong with it is a
/// sentence that names the file and what would be right.
pub fn read_article_file(path: &Path) -> Result<ArticleText, String> {
    let (name, _) = strip(path.display().to_string(), is_hidden);
    let bytes = bytes_of(path, KIND)
        .map_err(|(what, right)| format!("{name} {what}; right would be {right}"))?;
    if name.to_lowercase().ends_with(".story.json") {
        return Err(format!(
            "{name} is a story file; right would be {KIND} with an article"
        ));
    }
    let format =
        ArticleFormat::of_name(path).unwrap_or_else(|| ArticleFormat::of_beginning(&bytes));
    read(&bytes, format).map_err(|what| format!("{name} {what}"))
}

/// The text of an article that comes from standard input or from a pipe.
pub fn read_article_stream(
    stream: impl io::Read,
    format: ArticleFormat,
) -> Result<ArticleText, String> {
    let bytes = bytes_of_stream(stream, 0)
        .map_err(|error| format!("the article can not be read: {error}"))?
        .ok_or_else(|| {
            format!("the article is more than 64 MB large; right would be {KIND} of less")
        })?;
    read_article(&bytes, format)
}

/// The text of an article from what a file holds, or from what was pasted.
pub fn read_article(bytes: &[u8], format: ArticleFormat) -> Result<ArticleText, String> {
    read(bytes, format).map_err(|what| format!("the article {what}"))
}

/// What is wrong is the rest of a sentence.
fn read(bytes: &[u8], format: ArticleFormat) -> Result<ArticleText, String> {
    if let Some(what) = not_text::kind_of(bytes) {
        return Err(what);
    }
    let decoded = encoding::decode(bytes, format)?;
    let mut notes = decoded.notes;
    let mut found = Paragraphs::default();
    let mut date = String::new();
    let title = match format {
        ArticleFormat::Text => {
            plain::read(&decoded.text, &mut found);
            String::new()
        }
        ArticleFormat::Markdown => {
            markdown::read(&decoded.text, &mut found, (&mut date, &mut notes))
        }
        ArticleFormat::Html => html::read(&decoded.text, &mut found),
    };
    let (paragraphs, written, hidden) = found.finish()?;
    match hidden {
        0 => {}
        1 => notes.push("1 hidden character was left out".to_owned()),
        _ => notes.push(format!("{hidden} hidden characters were left out")),
    }
    let has_word = |text: &String| text.chars().any(char::is_alphanumeric);
    if !paragraphs.iter().any(has_word) {
        return Err(match format {
            ArticleFormat::Html => {
                "has no words of its own; what scripts put into a page is not read, so copy its text \
                 into a .txt file"
            }
            _ => "has no words; right would be an article's text",
        }
        .to_owned());
    }
    Ok(ArticleText {
        title,
        date,
        paragraphs,
        notes,
        written,
    })
}
