//! What an article's words name as one line of JSON, written as it comes.

use std::io::{self, Write};
use std::ops::Range;

use passage::content::ArticleText;
use passage::linker::{FoundMention, Reading};
use serde::Serialize;

#[derive(Serialize)]
struct Mention<'a> {
    /// In code points of the paragraph, and so is the length.
    start: usize,
    len: usize,
    text: &'a str,
    entity: String,
    kind: &'static str,
    confidence: f64,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    others: Vec<String>,
}

/// Writes all paragraphs, each with its mentions.
pub(super) fn write(
    output: &mut impl Write,
    found: &[(&str, Vec<FoundMention>)],
    article: &ArticleText,
) -> io::Result<()> {
    output.write_all(b"{\"paragraphs\":[")?;
    for (index, (paragraph, mentions)) in found.iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        write!(output, "{comma}{{\"index\":{},\"mentions\":[", index + 1)?;
        let mut counted = CodePoints::of(paragraph);
        let as_written = article.as_written(index);
        let mut comma: &[u8] = b"";
        for mention in mentions {
            let Some(text) = paragraph.get(mention.range.clone()) else {
                continue;
            };
            output.write_all(comma)?;
            comma = b",";
            let start = counted.before(mention.range.start);
            let points = start..start + text.chars().count();
            let written = as_written.as_ref().and_then(|it| written(it, &points));
            let (points, text) = written.unwrap_or((points, text));
            let mention = Mention {
                start: points.start,
                len: points.len(),
                text,
                entity: mention.entity.key(),
                kind: mention.kind.key(),
                confidence: f64::from(mention.confidence_percent) / 100.0,
                others: mention.others.iter().map(reading_key).collect(),
            };
            serde_json::to_writer(&mut *output, &mention)?;
        }
        output.write_all(b"]}")?;
    }
    output.write_all(b"]}\n")
}

/// Code points of a paragraph in what is written, with what stands there.
fn written<'a>(
    (written, places): &(&'a str, Vec<(u32, u32)>),
    points: &Range<usize>,
) -> Option<(Range<usize>, &'a str)> {
    let &(first, start) = places.get(points.start)?;
    let &(last, last_start) = places.get(points.end.checked_sub(1)?)?;
    let rest = written.get(last_start as usize..)?;
    let end = last_start as usize + rest.chars().next()?.len_utf8();
    let text = written.get(start as usize..end)?;
    Some((first as usize..last as usize + 1, text))
}

/// How many code points are before a byte: asked in order, each of a paragraph is counted once.
struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    count: usize,
}

impl<'a> CodePoints<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text,
            byte: 0,
            count: 0,
        }
    }

    fn before(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            *self = Self::of(self.text);
        }
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        self.count += passed.chars().count();
        self.byte = byte;
        self.count
    }
}

fn reading_key(reading: &Reading) -> String {
    match reading {
        Reading::Entity(entity) => entity.key(),
        Reading::NoPlace => "none".to_owned(),
    }
}
