//! The text: paragraphs under their headings, with their numbers and every mention as a link.
//!
//! Links can not hold links, but mentions hold mentions. One that encloses others is therefore a
//! span over all of its words, and the first words that are its own are its link: "Pakistan",
//! "allied with the" and "United States" are three links, in reading order.

use std::fmt::Write as _;
use std::ops::Range;

use super::PageContent;
use super::html::{Escaped, add, entry_id, overlay_class};
use crate::world::{Id, Mention, MentionKind, Passage, Subject};

/// How a paragraph gets its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numbering {
    /// It is the place that links lead to.
    Place,
    /// It is shown once more, and its number leads to that place.
    Linked,
}

pub(super) fn write_text(out: &mut String, content: &PageContent<'_>) {
    let world = content.world;
    out.push_str(
        "<article id=\"text\" tabindex=\"-1\" aria-labelledby=\"text-heading\">\n\
         <h2 id=\"text-heading\" class=\"unseen\">The text</h2>\n",
    );
    let note = format!(
        "{} Numbers are the article\u{2019}s paragraphs.",
        world.note()
    );
    add(out, "p class=\"note\"", note.trim());
    write_strangers(out, content, None);
    for topic in &world.topics {
        add(out, "h3", &topic.title);
        for &id in &topic.passages {
            write_passage(out, content, id, Numbering::Place);
            write_strangers(out, content, Some(id));
        }
    }
    out.push_str("</article>\n");
}

/// What the reader's own copy has there and is not known as the article's.
fn write_strangers(out: &mut String, content: &PageContent<'_>, after: Option<Id<Passage>>) {
    for stranger in content.world.strangers_after(after) {
        let text = format!(
            "{} (Not a paragraph of the article as we know it)",
            stranger.text
        );
        add(out, "p class=\"note\"", &text);
    }
}

pub(super) fn write_passage(
    out: &mut String,
    content: &PageContent<'_>,
    id: Id<Passage>,
    numbering: Numbering,
) {
    let Some(passage) = content.world.passages.get(id) else {
        return;
    };
    let number = passage.number;
    let _ = match numbering {
        Numbering::Place => write!(
            out,
            "<p class=\"passage\" id=\"p-{number}\" tabindex=\"-1\">\
             <span class=\"number\">{number}</span>"
        ),
        Numbering::Linked => write!(
            out,
            "<p class=\"passage\"><a class=\"number\" href=\"#p-{number}\" \
             aria-label=\"Paragraph {number}\">{number}</a>"
        ),
    };
    let marked = Marked {
        content,
        text: &passage.text,
    };
    let all = 0..passage.text.len();
    marked.write_run(out, &passage.mentions, all, &mut None);
    out.push_str("</p>\n");
}

/// The link of an enclosing mention that is still to be written: what opens it.
type Grip = Option<String>;

struct Marked<'a> {
    content: &'a PageContent<'a>,
    text: &'a str,
}

impl<'a> Marked<'a> {
    fn words(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// Writes a stretch of text with the mentions in it.
    fn write_run(
        &self,
        out: &mut String,
        mentions: &[Mention],
        range: Range<usize>,
        grip: &mut Grip,
    ) {
        let mut at = range.start;
        let mut rest = mentions;
        while let Some((mention, after)) = rest.split_first() {
            let is_inside = |inner: &Mention| inner.range.end <= mention.range.end;
            let count = after.iter().take_while(|inner| is_inside(inner)).count();
            let (inner, next) = after.split_at(count);
            rest = next;
            // What crosses another is no mention; no story that was read has one.
            if mention.range.start < at || mention.range.end > range.end {
                continue;
            }
            write_own(out, self.words(at..mention.range.start), grip);
            self.write_mention(out, mention, inner);
            at = mention.range.end;
        }
        write_own(out, self.words(at..range.end), grip);
    }

    fn write_mention(&self, out: &mut String, mention: &Mention, inner: &[Mention]) {
        let PageContent { world, atlas, .. } = self.content;
        let Some(key) = world.key_of(atlas, mention.subject) else {
            out.push_str(&Escaped(self.words(mention.range.clone())).to_string());
            return;
        };
        let (id, key) = (entry_id(&key), Escaped(&key));
        let title = self.title(mention);
        let mut attributes = format!(
            "class=\"mention{}\" data-subject=\"{key}\"",
            self.classes(mention, inner)
        );
        if let Some(overlay) = world.overlay_of(mention.subject)
            && let Some(row) = world.overlays.get(overlay)
        {
            let _ = write!(attributes, " data-overlay=\"{}\"", Escaped(&row.key));
        }
        if inner.is_empty() {
            let words = Escaped(self.words(mention.range.clone()));
            let _ = write!(out, "<a href=\"#{id}\" {attributes}{title}>{words}</a>");
            return;
        }
        let _ = write!(out, "<span {attributes}>");
        let mut grip = Some(format!("<a class=\"grip\" href=\"#{id}\"{title}>"));
        self.write_run(out, inner, mention.range.clone(), &mut grip);
        if let Some(open) = grip {
            let name = Escaped(world.name_of(atlas, mention.subject));
            let open = open.trim_end_matches('>');
            let _ = write!(out, "{open} aria-label=\"{name}\">\u{25e6}</a>");
        }
        out.push_str("</span>");
    }

    /// What the words stand for, where they are not the name itself.
    fn title(&self, mention: &Mention) -> String {
        let PageContent { world, atlas, .. } = self.content;
        let name = world.name_of(atlas, mention.subject);
        if self.words(mention.range.clone()) == name {
            return String::new();
        }
        format!(" title=\"{}\"", Escaped(name))
    }

    /// A colour, how directly it is named, and how many mentions lie within.
    fn classes(&self, mention: &Mention, inner: &[Mention]) -> String {
        let world = self.content.world;
        let mut classes = String::new();
        if let Some(overlay) = world.overlay_of(mention.subject) {
            let _ = write!(classes, " {}", overlay_class(overlay));
        }
        match mention.subject {
            Subject::Country(id) => {
                classes.push_str(" country");
                let index = world.focus.iter().position(|focus| focus.country == id);
                if let Some(index) = index {
                    let _ = write!(classes, " f{index}");
                }
            }
            Subject::Place(_) | Subject::Dispute(_) => classes.push_str(" place"),
            Subject::Actor(_) => classes.push_str(" actor"),
            Subject::Feature(_) | Subject::Overlay(_) => {}
        }
        match mention.kind {
            MentionKind::Metonym | MentionKind::Historical => classes.push_str(" by-proxy"),
            MentionKind::PartOfName => classes.push_str(" in-name"),
            MentionKind::Direct | MentionKind::Demonym | MentionKind::Described => {}
        }
        match depth(inner) {
            0 => {}
            depth => {
                let _ = write!(classes, " around l{}", depth.min(3));
            }
        }
        classes
    }
}

/// How many mentions lie in each other.
fn depth(mentions: &[Mention]) -> usize {
    let mut deepest = 0;
    let mut rest = mentions;
    while let Some((mention, after)) = rest.split_first() {
        let is_inside = |inner: &&Mention| inner.range.end <= mention.range.end;
        let count = after.iter().take_while(is_inside).count();
        let (inner, next) = after.split_at(count);
        deepest = deepest.max(1 + depth(inner));
        rest = next;
    }
    deepest
}

/// Writes words that no inner mention has; the first of an enclosing mention are its link.
fn write_own(out: &mut String, words: &str, grip: &mut Grip) {
    let trimmed = words.trim();
    let can_hold = trimmed.chars().any(char::is_alphanumeric);
    match grip.take_if(|_| can_hold) {
        None => out.push_str(&Escaped(words).to_string()),
        Some(open) => {
            let start = words.len() - words.trim_start().len();
            let end = start + trimmed.len();
            let part = |range: Range<usize>| Escaped(words.get(range).unwrap_or_default());
            let (before, held, after) = (part(0..start), part(start..end), part(end..words.len()));
            let _ = write!(out, "{before}{open}{held}</a>{after}");
        }
    }
}
