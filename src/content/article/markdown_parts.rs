//! Long Markdown in parts that can be read one after the other: read at once it takes fifty times its
//! room in memory.

use std::collections::HashSet;

use super::date::date_in_words;
use super::gathering::Gathering;

/// A shorter text is read in one part.
const PART_BYTES: usize = 128 << 10;

/// A part with more marks than this takes more memory than any article should.
const MOST_MARKS: usize = 1_500_000;

/// Whether a part, which can not be divided, is more of marks than of text.
pub(super) fn is_too_heavy(part: &str) -> bool {
    let is_mark = |byte: &u8| byte.is_ascii_punctuation() || *byte == b'\n';
    part.len() > MOST_MARKS && part.bytes().filter(is_mark).count() > MOST_MARKS
}

/// What some programs put before a text.
#[derive(Default)]
pub(super) struct FrontMatter {
    pub(super) title: String,
    /// As people write it.
    pub(super) date: String,
}

/// A text without what stands before it between two lines of dashes, and that.
pub(super) fn without_front_matter(text: &str) -> (&str, FrontMatter) {
    let mut front = FrontMatter::default();
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    if first.trim_end() != "---" {
        return (text, front);
    }
    let mut at = first.len();
    for line in lines {
        at += line.len();
        let content = line.trim_end();
        if matches!(content, "---" | "...") {
            return (text.get(at..).unwrap_or_default(), front);
        }
        let is_entry = content.contains(':') || content.starts_with(['#', ' ', '\t', '-']);
        let is_first = at == first.len() + line.len();
        if !is_entry && (is_first || !content.is_empty()) {
            break;
        }
        let value = |name: &str| {
            let value = content.strip_prefix(name);
            value.map(|value| value.trim().trim_matches(['"', '\'']))
        };
        if let Some(title) = value("title:") {
            title.clone_into(&mut front.title);
        }
        if let Some(date) = value("date:") {
            front.date = date_in_words(date);
        }
    }
    (text, FrontMatter::default())
}

/// What a line at the left edge has begun that blank lines do not end.
enum Inside {
    Fence(char, usize),
    Page(&'static str),
}

/// How blocks of HTML begin that blank lines do not end, and what does.
const PAGES: &[(&str, &str)] = &[
    ("<script", "</script>"),
    ("<pre", "</pre>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
    ("<!--", "-->"),
    ("<?", "?>"),
    ("<![cdata[", "]]>"),
    ("<!", ">"),
];

/// A text in parts that end where no block goes on: before a line at the left edge after a blank one.
pub(super) fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    let mut inside: Option<Inside> = None;
    let mut is_after_blank = false;
    for line in text.split_inclusive('\n') {
        let is_edge =
            is_after_blank && inside.is_none() && !line.starts_with([' ', '\t', '\n', '\r']);
        if is_edge && at - start >= PART_BYTES {
            parts.extend(text.get(start..at));
            start = at;
        }
        at += line.len();
        is_after_blank = line.trim().is_empty();
        inside = match inside {
            Some(Inside::Fence(mark, length)) if ends_fence(line, mark, length) => None,
            Some(Inside::Page(end)) if has_end(line, end) => None,
            None => begun_by(line),
            still => still,
        };
    }
    parts.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    parts
}

/// A line without its indent, or nothing where it is code.
fn at_edge(line: &str) -> Option<&str> {
    let content = line.trim_start_matches(' ');
    (line.len() - content.len() < 4).then_some(content)
}

fn begun_by(line: &str) -> Option<Inside> {
    let content = at_edge(line)?;
    let mark = content.chars().next()?;
    if matches!(mark, '`' | '~') {
        let rest = content.trim_start_matches(mark);
        let length = content.len() - rest.len();
        let is_fence = length > 2 && !(mark == '`' && rest.contains('`'));
        return is_fence.then_some(Inside::Fence(mark, length));
    }
    if mark != '<' {
        return None;
    }
    let beginning = content.get(..10).unwrap_or(content).to_ascii_lowercase();
    let (begin, end) = PAGES
        .iter()
        .find(|(begin, _)| beginning.starts_with(begin))?;
    let rest = content.get(begin.len()..).unwrap_or_default();
    (!has_end(rest, end)).then_some(Inside::Page(end))
}

fn ends_fence(line: &str, mark: char, length: usize) -> bool {
    at_edge(line).is_some_and(|content| {
        let content = content.trim_end();
        content.len() >= length && content.chars().all(|letter| letter == mark)
    })
}

fn has_end(line: &str, end: &str) -> bool {
    line.as_bytes()
        .windows(end.len())
        .any(|here| here.eq_ignore_ascii_case(end.as_bytes()))
}

/// The names by which links find their addresses elsewhere in a text.
#[derive(Default)]
pub(super) struct Labels(HashSet<String>);

impl Labels {
    pub(super) fn of_text(text: &str) -> Self {
        let labels = text.lines().filter_map(|line| {
            let (label, _) = at_edge(line)?.strip_prefix('[')?.split_once("]:")?;
            Some(folded(label))
        });
        Self(labels.collect())
    }

    pub(super) fn has(&self, label: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&folded(label))
    }
}

/// A label as it is compared: letters of one size, one space between words.
fn folded(label: &str) -> String {
    let mut folded = Gathering::default();
    folded.add(&label.to_lowercase());
    folded.take()
}
