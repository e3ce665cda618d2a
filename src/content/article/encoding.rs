//! From bytes to characters: the encodings that texts are saved in, and how each is told.
//!
//! A mark at the beginning tells it; then zeros, of which UTF-16 has many; then what a page says of
//! itself. What is left is UTF-8, and Windows-1252 where it can not be.

use std::borrow::Cow;

use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::ArticleFormat;
use super::not_text::refuse_if_binary;
use crate::world::with_capital;

/// So much of a text tells whether it is UTF-16.
const SAMPLE_BYTES: usize = 64 << 10;

/// So much of a page is searched for what it says of its encoding.
const HEAD_BYTES: usize = 16 << 10;

/// A text, and what was noticed while it was read.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub notes: Vec<String>,
}

/// The text of a file, or what is wrong with it as the rest of a sentence.
pub(super) fn decode(bytes: &[u8], format: ArticleFormat) -> Result<Decoded<'_>, String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        if encoding == UTF_8 {
            refuse_if_binary(rest)?;
        }
        return Ok(decoded(rest, encoding));
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return Ok(decoded(bytes, encoding));
    }
    refuse_if_binary(bytes)?;
    let declared = match format {
        ArticleFormat::Html => declared_in(bytes),
        ArticleFormat::Text | ArticleFormat::Markdown => None,
    };
    let is_utf_8 = is_rather_utf_8(bytes);
    let encoding = match declared {
        // A page that somebody saved anew may still say what it was; no text of such letters happens
        // to be sound UTF-8.
        Some(encoding) if encoding.is_single_byte() && is_utf_8 && !bytes.is_ascii() => UTF_8,
        Some(encoding) if encoding != UTF_8 => encoding,
        _ if is_utf_8 => UTF_8,
        _ => WINDOWS_1252,
    };
    Ok(decoded(bytes, encoding))
}

fn decoded<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let mut notes = Vec::new();
    if encoding != UTF_8 {
        notes.push(format!("Read as {}", with_capital(encoding.name())));
    }
    let (text, has_unread) = encoding.decode_without_bom_handling(bytes);
    if has_unread {
        let replaced = char::REPLACEMENT_CHARACTER;
        match text.matches(replaced).count() {
            1 => notes.push("1 character could not be read".to_owned()),
            count => notes.push(format!("{count} characters could not be read")),
        }
    }
    Decoded { text, notes }
}

/// Whether more of what is beyond ASCII is sound UTF-8 than is not: a few bad bytes do not make a
/// text one of another encoding.
fn is_rather_utf_8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut sound, mut unsound) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid().as_bytes();
        sound += valid.iter().filter(|byte| **byte >= 0xc0).count();
        unsound += usize::from(!chunk.invalid().is_empty());
    }
    sound > unsound
}

/// UTF-16 shows itself by the zeros in the halves of ASCII characters: every text has at least spaces
/// and ends of lines.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE_BYTES).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    let first = pairs.iter().filter(|pair| pair[0] == 0).count();
    let second = pairs.iter().filter(|pair| pair[1] == 0).count();
    let (encoding, many, few) = if second > first {
        (UTF_16LE, second, first)
    } else {
        (UTF_16BE, first, second)
    };
    // A zero or two may get into any text, which then is nearly all ASCII, or sound UTF-8.
    let is_common = |byte: &&u8| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t');
    let common = sample.iter().filter(is_common).count();
    let is_other = !sample.is_ascii() && std::str::from_utf8(sample).is_ok();
    let has_zeros = many > 0 && many >= pairs.len() / 200 && few <= many / 20;
    if !has_zeros || is_other || common > sample.len() / 10 * 7 {
        return None;
    }
    let (text, has_unread) = encoding.decode_without_bom_handling(sample);
    let is_odd = |letter: &char| letter.is_control() && !letter.is_whitespace();
    let odd = text.chars().filter(is_odd).count();
    (!has_unread && odd * 50 <= pairs.len()).then_some(encoding)
}

/// The encoding that a page says it is in, among those that a page can be read in so far.
fn declared_in(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut rest = head.as_str();
    if let Some(declaration) = rest.trim_start().strip_prefix("<?xml") {
        let (declaration, _) = declaration.split_once("?>")?;
        if let Some((_, value)) = declaration.split_once("encoding")
            && let Some(encoding) = encoding_of(value)
        {
            return Some(encoding);
        }
    }
    while let Some((_, after)) = rest.split_once('<') {
        rest = after;
        if let Some(comment) = rest.strip_prefix("!--") {
            (_, rest) = comment.split_once("-->")?;
        } else if let Some(tag) = rest.strip_prefix("meta") {
            let (tag, _) = tag.split_once('>').unwrap_or((tag, ""));
            let values = tag.match_indices("charset");
            let mut named =
                values.filter_map(|(at, word)| encoding_of(tag.get(at + word.len()..)?));
            if let Some(encoding) = named.next() {
                return Some(encoding);
            }
        }
    }
    None
}

/// The encoding of what follows the word: `="utf-8"`, `=koi8-r`.
fn encoding_of(value: &str) -> Option<&'static Encoding> {
    let value = value.trim_start().strip_prefix('=')?;
    let value = value.trim_start().trim_start_matches(['"', '\'']);
    let end = value.find(|letter: char| {
        letter.is_whitespace() || matches!(letter, '"' | '\'' | ';' | '/' | '>')
    });
    let label = value.get(..end.unwrap_or(value.len()))?;
    let encoding = Encoding::for_label(label.as_bytes()).filter(|known| *known != REPLACEMENT)?;
    // What could be read so far has no zeros, whatever it says.
    Some(
        if encoding.is_ascii_compatible() || encoding.name().starts_with("ISO-2022") {
            encoding
        } else {
            UTF_8
        },
    )
}
