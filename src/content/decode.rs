//! From the bytes of a file to its text: a bad byte costs itself, not the file.

use std::borrow::Cow;

use super::json_text::Slips;

/// What some editors put before a text.
pub(super) const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file, and what of it is no text, by its place in the text that was made of it.
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub slips: Slips,
}

/// One error sentence for a file of which nothing can be read.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, &'static str> {
    if is_utf_16(bytes) {
        return Err("the text is saved as UTF-16");
    }
    let mut slips = Slips::default();
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        let text = text.into();
        return Ok(Decoded { text, slips });
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            slips.push(
                text.len(),
                "this is not UTF-8",
                "a character, in a file saved as UTF-8",
            );
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    let text = text.into();
    Ok(Decoded { text, slips })
}

/// Whether a file is text of another kind, of which nothing can be read.
pub(super) fn is_utf_16(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..]
    )
}

/// A file's text in which every byte stands where it does in the file: what is no text is one
/// question mark for each byte.
pub(super) fn text_in_place(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.into();
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    text.into()
}
