//! What an article's words name as one line of JSON, written as it comes.

use std::io::{self, Write};

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
) -> io::Result<()> {
    output.write_all(b"{\"paragraphs\":[")?;
    for (index, (paragraph, mentions)) in found.iter().enumerate() {
        let comma = if index > 0 { "," } else { "" };
        write!(output, "{comma}{{\"index\":{},\"mentions\":[", index + 1)?;
        let mut counted = CodePoints::of(paragraph);
        let mut comma: &[u8] = b"";
        for mention in mentions {
            let Some(text) = paragraph.get(mention.range.clone()) else {
                continue;
            };
            output.write_all(comma)?;
            comma = b",";
            let mention = Mention {
                start: counted.before(mention.range.start),
                len: text.chars().count(),
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
