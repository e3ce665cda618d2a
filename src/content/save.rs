//! Parts of a story into its file: they are replaced, and every other byte stays as it is.
//!
//! In: the bytes of a file and parts as text. Out: the disk (see `app::story_file`).

#[cfg(test)]
mod round_trip;

use thiserror::Error;

use super::decode::{BYTE_ORDER_MARK, is_utf_16, text_in_place};
use super::json_text::{Member, Piece, Slips};
use super::layout::Layout;
use super::part::Part;
use super::places::Places;
use super::problem::Problem;
use super::resolve::load_story;
use crate::atlas::Atlas;

/// Why parts are not put into a file. Each is the rest of a sentence that begins with its name.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("is saved as UTF-16; a text editor can save it as UTF-8")]
    Utf16,
    #[error("is no story any more: it does not begin with a curly bracket")]
    NoStory,
    #[error("is not whole: it has a bracket that is never closed")]
    CutOff,
    /// What the part refers to is not there: an overlay was taken out of the file.
    #[error("has changed, and the {} no longer fit it: {what}", part.word())]
    NoLongerFits { part: Part, what: String },
    /// Saving would take what somebody else has written.
    #[error("has other {} now than when it was opened", .0.word())]
    Others(Part),
    /// Saving would take what could not be read.
    #[error("has {} that could not be read (line {line}: {what})", part.word())]
    Unread {
        part: Part,
        line: usize,
        what: String,
    },
}

/// A story file with other scenes: none of any, where there are none.
pub fn with_scenes(bytes: &[u8], wanted: &str, atlas: &Atlas) -> Result<Vec<u8>, Refusal> {
    with_parts(bytes, &[(Part::Scenes, wanted.to_owned())], atlas)
}

/// A story file with these parts in place of its own; what is an empty list is left out. Refused when
/// what the file then says is not what was meant, because it is damaged or has changed.
pub fn with_parts(
    bytes: &[u8],
    wanted: &[(Part, String)],
    atlas: &Atlas,
) -> Result<Vec<u8>, Refusal> {
    let mut put = bytes.to_vec();
    for (part, json) in wanted {
        put = put_part(&put, *part, json)?;
    }
    let (world, problems) = load_story("", &put, atlas);
    let is_other = |(part, json): &&(Part, String)| part.json(&world, atlas) != *json;
    let Some(&(part, _)) = wanted.iter().find(is_other) else {
        return Ok(put);
    };
    let what = problem_in(part, &put, &problems).map(|problem| problem.what.clone());
    let what = what.unwrap_or_else(|| "they would be read as others".to_owned());
    Err(Refusal::NoLongerFits { part, what })
}

/// Whether a file's parts may be replaced by somebody who knows these: refused when it has others,
/// or some that could not be read.
pub fn may_replace(bytes: &[u8], known: &[(Part, String)], atlas: &Atlas) -> Result<(), Refusal> {
    let (world, problems) = load_story("", bytes, atlas);
    for &(part, _) in known {
        if let Some(Problem { line, what, .. }) = problem_in(part, bytes, &problems) {
            let (line, what) = (*line, what.clone());
            return Err(Refusal::Unread { part, line, what });
        }
    }
    let is_other = |(part, json): &&(Part, String)| part.json(&world, atlas) != *json;
    match known.iter().find(is_other) {
        Some(&(part, _)) => Err(Refusal::Others(part)),
        None => Ok(()),
    }
}

/// Whether two versions of a file say different things beside these parts, or in another way.
pub fn differs_beside(one: &[u8], other: &[u8], parts: &[(Part, String)]) -> bool {
    let without = |bytes: &[u8]| {
        let mut parts = parts.iter();
        parts.try_fold(bytes.to_vec(), |bytes, (part, _)| {
            put_part(&bytes, *part, "[]")
        })
    };
    without(one) != without(other)
}

/// The first problem that stands in a part.
fn problem_in<'a>(part: Part, bytes: &[u8], problems: &'a [Problem]) -> Option<&'a Problem> {
    let text = text_in_place(without_mark(bytes));
    let scenes = Piece::new(&text, 0).get(part.key())?;
    let places = Places::new(&text);
    let range = places.of(scenes.at)..=places.of(scenes.end());
    let stands_there = |problem: &&Problem| range.contains(&(problem.line, problem.column));
    problems.iter().find(stands_there)
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)
}

/// Replaces the value of the first member of that name, which is the one that is read.
fn put_part(bytes: &[u8], part: Part, wanted: &str) -> Result<Vec<u8>, Refusal> {
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
    let is_it = |member: &&Member<'_>| member.key.string() == part.key();
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
        None => insertion(&text, whole, members.last(), (part, wanted)),
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
    (part, wanted): (Part, &str),
) -> (usize, usize, String) {
    let layout = Layout::of(text, last);
    let lead = layout.before_part(1);
    let member = layout.member(part.key(), wanted);
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
        String::from_utf8(put_part(text.as_bytes(), Part::Scenes, scenes).unwrap()).unwrap()
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
        let put = put_part(&bytes, Part::Scenes, NEW).unwrap();
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
            assert_eq!(put_part(bytes, Part::Scenes, NEW), Err(refusal));
        }
    }

    #[test]
    fn several_parts_are_put_at_once_and_others_than_were_known_are_not_replaced() {
        let atlas = Atlas::load().unwrap();
        let bytes = r#"{"format": 1, "title": "T",
  "article": {"publisher": "", "title": "", "date": ""},
  "passages": [{"number": 1, "text": "The bank of [India](country:IND)"}]
}"#;
        let (mut world, _) = load_story("", bytes.as_bytes(), &atlas);
        let known: Vec<_> = [Part::Actors, Part::Passages]
            .map(|part| (part, part.json(&world, &atlas)))
            .to_vec();
        assert_eq!(may_replace(bytes.as_bytes(), &known, &atlas), Ok(()));
        let actor = crate::world::Actor {
            key: "bank".to_owned(),
            name: "The bank".to_owned(),
            ..crate::world::Actor::blank()
        };
        let bank = crate::world::Subject::Actor(world.actors.push(actor));
        let passage = crate::world::Id::new(0);
        let mention = crate::world::Mention::sure(4..8, bank, crate::world::MentionKind::Direct);
        let mut mentions = world.passages[passage].mentions.clone();
        mentions.insert(0, mention);
        world.apply(crate::world::StoryChange {
            mentions: vec![(passage, mentions)],
            ..Default::default()
        });
        let wanted: Vec<_> = [Part::Passages, Part::Actors]
            .map(|part| (part, part.json(&world, &atlas)))
            .to_vec();
        let put = with_parts(bytes.as_bytes(), &wanted, &atlas).unwrap();
        let text = std::str::from_utf8(&put).unwrap();
        assert!(
            text.contains("[bank](actor:bank) of [India](country:IND)"),
            "{text}"
        );
        assert!(text.starts_with(bytes.split("[{").next().unwrap()));
        assert!(!differs_beside(bytes.as_bytes(), &put, &wanted));
        let refusal = may_replace(&put, &known, &atlas).unwrap_err();
        assert_eq!(refusal, Refusal::Others(Part::Actors));
        assert_eq!(
            refusal.to_string(),
            "has other actors now than when it was opened"
        );
        // Without the actor the passages would be read as others.
        let refusal = with_parts(bytes.as_bytes(), &wanted[..1], &atlas).unwrap_err();
        assert!(
            refusal
                .to_string()
                .contains("the passages no longer fit it"),
            "{refusal}"
        );
    }
}
