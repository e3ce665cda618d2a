//! Cuts JSON text into the pieces of its objects and lists without judging the pieces.
//!
//! A story is written by hand, so one slip must cost one row and not the file. The cut follows
//! strings and brackets only; each piece is then read by `serde_json` alone, and what is wrong
//! with it has a place in the file, for a piece knows where it stands. Out: values, meanings.

use std::borrow::Cow;

/// Places are not looked for deeper than this, nor an opening bracket further back.
const DEEPEST: usize = 16;

/// One object or list says no more slips than this, and then how many there are.
const MOST_SLIPS: usize = 100;

/// A piece of a file's text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    /// Byte offset of the text in the file.
    pub at: usize,
    /// Without white space around it.
    pub text: &'a str,
}

/// A key with its quotes, and its value.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member<'a> {
    pub key: Piece<'a>,
    pub value: Piece<'a>,
}

/// What is wrong between the pieces, and at which byte of the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Slip {
    pub at: usize,
    pub what: &'static str,
    pub right: &'static str,
}

/// The slips of one object or list: the first of them, and how many more there are.
#[derive(Default)]
pub(super) struct Slips {
    pub said: Vec<Slip>,
    pub unsaid: usize,
}

impl Slips {
    pub(super) fn push(&mut self, at: usize, what: &'static str, right: &'static str) {
        if self.said.len() < MOST_SLIPS {
            self.said.push(Slip { at, what, right });
        } else {
            self.unsaid += 1;
        }
    }
}

impl<'a> Piece<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        let skipped = text.len() - text.trim_start().len();
        Self {
            at: at + skipped,
            text: text.trim(),
        }
    }

    pub(super) fn end(&self) -> usize {
        self.at + self.text.len()
    }

    fn holds(&self, at: usize) -> bool {
        (self.at..self.end()).contains(&at)
    }

    /// The members of an object; none of anything else.
    pub(super) fn members(&self, slips: &mut Slips) -> Vec<Member<'a>> {
        let mut members = Vec::new();
        for part in cut(*self, b'{', slips) {
            let key_end = string_end(part.text).unwrap_or(0);
            let (key, rest) = part.text.split_at(key_end);
            let value = rest.trim_start().strip_prefix(':');
            if let (false, Some(value)) = (key.is_empty(), value) {
                members.push(Member {
                    key: Piece::new(key, part.at),
                    value: Piece::new(value, part.end() - value.len()),
                });
            } else {
                slips.push(
                    part.at,
                    "this stands where a named part should",
                    "a name in double quotes, a colon and a value",
                );
            }
        }
        members
    }

    /// The elements of a list; none of anything else.
    pub(super) fn elements(&self, slips: &mut Slips) -> Vec<Piece<'a>> {
        cut(*self, b'[', slips)
    }

    /// The value of a member of an object.
    pub(super) fn get(&self, key: &str) -> Option<Piece<'a>> {
        let members = self.members(&mut Slips::default());
        members
            .into_iter()
            .find(|member| member.key.string() == key)
            .map(|member| member.value)
    }

    /// What a string says, its escapes read; the text itself where it is no sound string.
    pub(super) fn string(&self) -> Cow<'a, str> {
        let inner = self.text.strip_prefix('"');
        match inner.and_then(|inner| inner.strip_suffix('"')) {
            Some(plain) if !plain.contains('\\') => plain.into(),
            _ => serde_json::from_str(self.text).map_or(self.text.into(), Cow::Owned),
        }
    }

    /// The value a path such as `from/1` leads to, or as far towards it as there is anything.
    pub(super) fn find(&self, path: &str) -> Piece<'a> {
        let mut at = *self;
        for step in path.split('/').filter(|step| !step.is_empty()) {
            let next = match step.parse::<usize>() {
                Ok(index) => at.elements(&mut Slips::default()).get(index).copied(),
                Err(_) => at.get(step),
            };
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// Where the smallest part starts that holds a byte of the file: what an error that names the
    /// byte after it is about.
    pub(super) fn part_at(&self, byte: usize) -> usize {
        let mut slips = Slips::default();
        let mut at = *self;
        // A position in a polygon of a geometry is six deep.
        for _ in 0..DEEPEST {
            let members = at.members(&mut slips);
            if let Some(member) = members.iter().find(|member| member.key.holds(byte)) {
                return member.key.at;
            }
            let values = members.iter().map(|member| member.value);
            let mut parts = values.chain(at.elements(&mut slips));
            match parts.find(|part| part.holds(byte)) {
                Some(part) => at = part,
                None => break,
            }
        }
        at.at
    }
}

/// Where the string a text starts with ends, its quote included. A line's end also ends it.
fn string_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.first() != Some(&b'"') {
        return None;
    }
    let mut at = 1;
    loop {
        match bytes.get(at) {
            Some(b'"') => return Some(at + 1),
            Some(b'\\') if bytes.get(at + 1).is_some_and(u8::is_ascii) => at += 2,
            None | Some(b'\n') => return Some(at),
            Some(_) => at += 1,
        }
    }
}

/// Where a byte of a string's value stands in the string as it is written, quote included.
pub(super) fn byte_in_string(written: &str, byte: usize) -> usize {
    let (mut at, mut value) = (1, 0);
    while value < byte {
        let Some(rest) = written.get(at..) else { break };
        let length = match rest.as_bytes() {
            [b'\\', b'u', ..] => 6,
            [b'\\', ..] => 2,
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        let Some(escape) = rest.get(..length) else {
            break;
        };
        let letter = serde_json::from_str::<String>(&format!("\"{escape}\""));
        // Half of a pair of escapes is no character by itself; the pair has four bytes.
        value += letter.map_or(2, |letter| letter.len());
        at += length;
    }
    at
}

/// The pieces between the commas of an object or a list.
fn cut<'a>(whole: Piece<'a>, opener: u8, slips: &mut Slips) -> Vec<Piece<'a>> {
    let bytes = whole.text.as_bytes();
    let mut cutter = Cutter {
        whole,
        pieces: Vec::new(),
        start: 1,
        last: None,
    };
    if bytes.first() != Some(&opener) {
        return cutter.pieces;
    }
    let mut stack = vec![opener];
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        let mut next = at + 1;
        if stack.len() == 1 && byte == b',' {
            cutter.comma(at, slips);
            at = next;
            continue;
        }
        if stack.len() == 1 && matches!(byte, b'"' | b'{' | b'[') {
            cutter.opener(at, slips);
        }
        match byte {
            b'"' => next = at + string_end(whole.text.get(at..).unwrap_or_default()).unwrap_or(1),
            b'{' | b'[' => stack.push(byte),
            b'}' | b']' => close(&mut stack, byte, bytes.get(next..).unwrap_or_default()),
            _ => {}
        }
        if stack.is_empty() {
            cutter.end(at, slips);
            return cutter.pieces;
        }
        if !byte.is_ascii_whitespace() {
            cutter.last = Some(byte);
        }
        at = next;
    }
    cutter.take(bytes.len());
    slips.push(
        whole.end(),
        "the text ends before its last bracket",
        "a closing bracket for each opening one",
    );
    cutter.pieces
}

struct Cutter<'a> {
    whole: Piece<'a>,
    pieces: Vec<Piece<'a>>,
    /// Of the present piece.
    start: usize,
    /// The last byte of the present piece that is not white space.
    last: Option<u8>,
}

impl Cutter<'_> {
    /// The present piece ends before a byte.
    fn take(&mut self, end: usize) {
        let text = self.whole.text.get(self.start..end).unwrap_or_default();
        let piece = Piece::new(text, self.whole.at + self.start);
        if !piece.text.is_empty() {
            self.pieces.push(piece);
        }
    }

    fn comma(&mut self, at: usize, slips: &mut Slips) {
        if self.last.is_none() {
            slips.push(
                self.whole.at + at,
                "a comma with nothing before it",
                "one comma between one part and the next",
            );
        }
        self.take(at);
        (self.start, self.last) = (at + 1, None);
    }

    /// The last bracket: what stands before it is a piece, or nothing when there is none.
    fn end(&mut self, at: usize, slips: &mut Slips) {
        if self.last.is_none() && !self.pieces.is_empty() {
            slips.push(
                self.whole.at + self.start - 1,
                "a comma with nothing after it",
                "no comma after the last part",
            );
        }
        self.take(at);
    }

    /// A string or a bracket begins: a new piece, unless it begins this one or is its value.
    fn opener(&mut self, at: usize, slips: &mut Slips) {
        if self.last.is_some_and(|byte| byte != b':') {
            slips.push(
                self.whole.at + at,
                "a comma is missing before this",
                "a comma between one part and the next",
            );
            self.take(at);
            self.start = at;
        }
    }
}

/// Takes a closing bracket: it closes the nearest of its kind and whatever stands open inside
/// that. Only the last bracket of the whole can close the whole; any other is one too many.
fn close(stack: &mut Vec<u8>, closer: u8, rest: &[u8]) {
    let opener = if closer == b'}' { b'{' } else { b'[' };
    let back = stack.iter().rev().take(DEEPEST);
    let found = back.enumerate().find(|&(_, &open)| open == opener);
    match found.map(|(back, _)| stack.len() - 1 - back) {
        Some(0) if !rest.iter().all(u8::is_ascii_whitespace) => {}
        Some(depth) => stack.truncate(depth),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> (Vec<&str>, Vec<&'static str>) {
        let mut slips = Slips::default();
        let pieces = cut(Piece::new(text, 0), b'[', &mut slips);
        (
            pieces.iter().map(|piece| piece.text).collect(),
            slips.said.iter().map(|slip| slip.what).collect(),
        )
    }

    #[test]
    fn a_slip_costs_the_row_it_is_in() {
        for (text, rows, slips) in [
            (r#"[1, "a,]" , {"b": [2, 3]}]"#, 3, 0),
            (r"[{}, {} {}]", 3, 1),
            (r"[1, , 2]", 2, 1),
            (r"[1, 2, ]", 2, 1),
            (r"[,]", 0, 1),
            (r"[ ]", 0, 0),
            (r#"[{"a": NaN}, {"b": 1}]"#, 2, 0),
            (r#"[{"a": [1}, {"b": 1}]"#, 2, 0),
            (r#"[{"a": 1}}, {"b": 1}]"#, 2, 0),
            ("[{\"a\": \"b,\n\"c\": 1}, 2]", 2, 0),
            (r#"[{"a": 1}, {"b": "#, 2, 1),
            ("", 0, 0),
            ("7", 0, 0),
        ] {
            let (found, wrong) = texts(text);
            assert_eq!(
                (found.len(), wrong.len()),
                (rows, slips),
                "{text}: {found:?} {wrong:?}"
            );
        }
    }

    #[test]
    fn a_path_leads_to_the_place_of_a_value() {
        let text = r#" {"key": "k", "from": ["a", "é", "b"]}"#;
        let whole = Piece::new(text, 0);
        assert_eq!(whole.find("from/2").text, "\"b\"");
        assert_eq!(text.find("\"b\""), Some(whole.find("from/2").at));
        assert_eq!(whole.find("from/9").text, r#"["a", "é", "b"]"#);
        assert_eq!(whole.find("nothing").at, 1);
    }

    #[test]
    fn an_error_is_about_the_smallest_part_that_holds_it() {
        let text = r#"{"a": {"b": [1, 22]}, "c": 3}"#;
        let whole = Piece::new(text, 0);
        assert_eq!(whole.part_at(17), 16);
        assert_eq!(whole.part_at(24), 22);
    }

    #[test]
    fn a_byte_of_a_string_is_found_behind_its_escapes() {
        for (written, letters) in [
            (r#""abX""#, "ab"),
            (r#""a\nX""#, "a\n"),
            (r#""\u00e9X""#, "\u{e9}"),
            (r#""\ud83d\ude00X""#, "\u{1f600}"),
            (r#""éX""#, "é"),
        ] {
            let at = byte_in_string(written, letters.len());
            assert_eq!(written.get(at..=at), Some("X"), "{written}");
        }
    }
}
