//! Scenes into a story file: they are replaced, and every other byte stays as it is.
//!
//! In: the bytes of a file and scenes as text. Out: the disk (see `app::scenes`).

#[cfg(test)]
mod round_trip;

use thiserror::Error;

use super::decode::{BYTE_ORDER_MARK, is_utf_16, text_in_place};
use super::json_text::{Member, Piece, Slips};
use super::layout::Layout;
use super::places::Places;
use super::problem::Problem;
use super::resolve::load_story;
use super::scenes::scenes_json;
use crate::atlas::Atlas;

const PART: &str = "scenes";

/// Why scenes are not put into a file. Each is the rest of a sentence that begins with its name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("is saved as UTF-16; a text editor can save it as UTF-8")]
    Utf16,
    #[error("is no story any more: it does not begin with a curly bracket")]
    NoStory,
    #[error("is not whole: it has a bracket that is never closed")]
    CutOff,
    /// What the scenes show is not there: an overlay was taken out of the file.
    #[error("has changed, and the scenes no longer fit it: {0}")]
    NoLongerFits(String),
    /// Saving would take what somebody else has written.
    #[error("has other scenes now than when it was opened")]
    OtherScenes,
    /// Saving would take what could not be read.
    #[error("has scenes that could not be read (line {line}: {what})")]
    Unread { line: usize, what: String },
}

/// A story file with other scenes: none of any, where there are none. Refused when what the file
/// then says is not what was meant, because it is damaged or has changed.
pub fn with_scenes(bytes: &[u8], wanted: &str, atlas: &Atlas) -> Result<Vec<u8>, Refusal> {
    let put = put_scenes(bytes, wanted)?;
    let (world, problems) = load_story("", &put, atlas);
    if scenes_json(&world, atlas, &world.scenes) == wanted {
        return Ok(put);
    }
    let what = problem_in_scenes(&put, problems).map(|problem| problem.what);
    let what = what.unwrap_or_else(|| "they would be read as others".to_owned());
    Err(Refusal::NoLongerFits(what))
}

/// Whether a file's scenes may be replaced by somebody who knows these: refused when it has others,
/// or some that could not be read.
pub fn may_replace_scenes(bytes: &[u8], known: &str, atlas: &Atlas) -> Result<(), Refusal> {
    let (world, problems) = load_story("", bytes, atlas);
    if let Some(Problem { line, what, .. }) = problem_in_scenes(bytes, problems) {
        return Err(Refusal::Unread { line, what });
    }
    if scenes_json(&world, atlas, &world.scenes) == known {
        Ok(())
    } else {
        Err(Refusal::OtherScenes)
    }
}

/// Whether two versions of a file say different things beside their scenes, or in another way.
pub fn differs_beside_scenes(one: &[u8], other: &[u8]) -> bool {
    put_scenes(one, "[]") != put_scenes(other, "[]")
}

/// The first problem that stands in the scenes.
fn problem_in_scenes(bytes: &[u8], problems: Vec<Problem>) -> Option<Problem> {
    let text = text_in_place(without_mark(bytes));
    let scenes = Piece::new(&text, 0).get(PART)?;
    let places = Places::new(&text);
    let range = places.of(scenes.at)..=places.of(scenes.end());
    let stands_there = |problem: &Problem| range.contains(&(problem.line, problem.column));
    problems.into_iter().find(stands_there)
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)
}

/// Replaces the value of the first member of that name, which is the one that is read.
fn put_scenes(bytes: &[u8], wanted: &str) -> Result<Vec<u8>, Refusal> {
    if is_utf_16(bytes) {
        return Err(Refusal::Utf16);
    }
    let body = without_mark(bytes);
    let text = text_in_place(body);
    let whole = Piece::new(&text, 0);
    if !whole.text.starts_with('{') {
        return Err(Refusal::NoStory);
    }
    let mut slips = Slips::default();
    let members = whole.members(&mut slips);
    // Where there are too many slips to say, the last of them may be this one.
    let is_cut_off = slips.unsaid > 0 || slips.said.iter().any(|slip| slip.at == whole.end());
    if is_cut_off || members.iter().any(|member| is_open(member.value)) {
        return Err(Refusal::CutOff);
    }
    let is_it = |member: &&Member<'_>| member.key.string() == PART;
    let mut found = members.iter().filter(is_it);
    let (first, has_second) = (found.next(), found.next().is_some());
    let has_none = Piece::new(wanted, 0).elements(&mut slips).is_empty();
    let (start, end, put) = match first {
        // Without the first of two the second would be read.
        Some(member) if has_none && !has_second => removal(&text, member),
        Some(member) => {
            let put = Layout::of(&text, Some(member)).value(wanted);
            (member.value.at, member.value.end(), put)
        }
        None if has_none => return Ok(bytes.to_vec()),
        None => insertion(&text, whole, members.last(), wanted),
    };
    let mark = bytes.len() - body.len();
    let before = bytes.get(..mark + start).unwrap_or_default();
    let after = bytes.get(mark + end..).unwrap_or_default();
    Ok([before, put.as_bytes(), after].concat())
}

/// Whether a value ends before its last bracket.
fn is_open(value: Piece<'_>) -> bool {
    let lacks = |open, close| value.text.starts_with(open) && !value.text.ends_with(close);
    lacks('[', ']') || lacks('{', '}')
}

/// Which bytes give way to what, so that a member is there at the end.
fn insertion(
    text: &str,
    whole: Piece<'_>,
    last: Option<&Member<'_>>,
    wanted: &str,
) -> (usize, usize, String) {
    let layout = Layout::of(text, last);
    let lead = layout.before_part(1);
    let member = layout.member(PART, wanted);
    match last {
        Some(last) => {
            let space = if lead.is_empty() { layout.space() } else { "" };
            let end = last.value.end();
            (end, end, format!(",{lead}{space}{member}"))
        }
        None => (whole.at + 1, whole.at + 1, format!("{lead}{member}")),
    }
}

/// Which bytes give way so that a member is gone, and one comma with it.
fn removal(text: &str, member: &Member<'_>) -> (usize, usize, String) {
    let (start, end) = (member.key.at, member.value.end());
    let before = text.get(..start).unwrap_or_default().trim_end();
    if let Some(before) = before.strip_suffix(',') {
        return (before.len(), end, String::new());
    }
    let after = text.get(end..).unwrap_or_default();
    match after.trim_start().strip_prefix(',') {
        Some(rest) => {
            let next = text.len() - rest.trim_start().len();
            (start, next, String::new())
        }
        None => (before.len(), end, String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW: &str = r#"[{"title":"B","stage":{}}]"#;

    fn put(text: &str, scenes: &str) -> String {
        String::from_utf8(put_scenes(text.as_bytes(), scenes).unwrap()).unwrap()
    }

    #[test]
    fn scenes_come_last_where_there_were_none_and_take_the_place_of_those_there_were() {
        let new = "[\n    {\n      \"title\": \"B\",\n      \"stage\": {}\n    }\n  ]";
        let spaced = new.replace("\": ", "\" : ");
        for (text, expected) in [
            (
                "{\n  \"a\": 1\n}\n",
                format!("{{\n  \"a\": 1,\n  \"scenes\": {new}\n}}\n"),
            ),
            ("{\n}", format!("{{\n  \"scenes\": {new}\n}}")),
            (r#"{"a":1}"#, format!(r#"{{"a":1,"scenes":{NEW}}}"#)),
            (
                r#"{"a": 1}"#,
                r#"{"a": 1, "scenes": [{"title": "B", "stage": {}}]}"#.to_owned(),
            ),
            (
                "{}",
                r#"{"scenes": [{"title": "B", "stage": {}}]}"#.to_owned(),
            ),
            (
                "{\n  \"scenes\" : null ,\n  \"a\": 1 }",
                format!("{{\n  \"scenes\" : {spaced} ,\n  \"a\": 1 }}"),
            ),
            (
                r#"{"sc\u0065nes":[1],"a":2}"#,
                format!(r#"{{"sc\u0065nes":{NEW},"a":2}}"#),
            ),
        ] {
            assert_eq!(put(text, NEW), expected, "{text}");
        }
    }

    #[test]
    fn without_scenes_the_part_goes_and_one_comma_with_it() {
        for (text, expected) in [
            (
                "{\n  \"a\": 1,\n  \"scenes\": []\n}\n",
                "{\n  \"a\": 1\n}\n",
            ),
            ("{\n  \"scenes\": [{}],\n  \"a\": 1\n}", "{\n  \"a\": 1\n}"),
            (
                "{\"b\":2, \"scenes\": 3 , \"a\": 1}",
                "{\"b\":2 , \"a\": 1}",
            ),
            ("{\n  \"scenes\": [\"]}\"]\n}", "{\n}"),
            ("{\"a\": 1}", "{\"a\": 1}"),
            (
                "{\"scenes\": [1], \"scenes\": [2]}",
                "{\"scenes\": [], \"scenes\": [2]}",
            ),
        ] {
            assert_eq!(put(text, "[]"), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_text_and_what_is_badly_written_elsewhere_stays_to_the_byte() {
        let head = b"\xef\xbb\xbf{\"note\": \"\xe9t\xe9 \xff\", \"scenes\": ";
        let tail = b", \"b\": [1 2, ], \"\xff\": 3, }\r\n";
        let bytes = [&head[..], b"[]", tail].concat();
        let put = put_scenes(&bytes, NEW).unwrap();
        assert!(put.starts_with(head) && put.ends_with(tail));
    }

    #[test]
    fn what_is_no_whole_object_is_refused() {
        for (bytes, refusal) in [
            (&b""[..], Refusal::NoStory),
            (b"[]", Refusal::NoStory),
            (b"{\"a\": [1, 2}", Refusal::CutOff),
            (
                b"{\"a\": 1, \"scenes\": [{\"title\": \"A\"}",
                Refusal::CutOff,
            ),
            (b"\xff\xfe{\x00}\x00", Refusal::Utf16),
        ] {
            assert_eq!(put_scenes(bytes, NEW), Err(refusal));
        }
    }
}
