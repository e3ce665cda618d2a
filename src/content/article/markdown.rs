//! Markdown: every block is a paragraph, without its marks and the addresses of its links.

use std::borrow::Cow;

use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::gathering::{Gathering, Paragraphs, shown};
use super::markdown_parts::{Labels, is_too_heavy, parts, without_front_matter};
use super::{html, plain};

/// Adds the paragraphs of a text; its title. Its date goes to `date`, and what else was noticed to
/// `notes`.
pub(super) fn read(
    text: &str,
    found: &mut Paragraphs,
    (date, notes): (&mut String, &mut Vec<String>),
) -> String {
    let text = with_plain_line_ends(text);
    let (text, front) = without_front_matter(&text);
    let mut title = front.title;
    *date = front.date;
    let parts = parts(text);
    // A link's address may stand in another part than the link.
    let labels = if parts.len() > 1 {
        Labels::of_text(text)
    } else {
        Labels::default()
    };
    let mut has_marks = false;
    for part in parts {
        if is_too_heavy(part) {
            has_marks = true;
            plain::read(part, found);
        } else {
            read_part(part, &labels, found, &mut title);
        }
    }
    if has_marks {
        notes.push("A part has too many marks to be read as Markdown, and shows them".to_owned());
    }
    title
}

fn with_plain_line_ends(text: &str) -> Cow<'_, str> {
    let is_other = |letter: char| plain::ends_line(letter) && letter != '\n';
    if text.contains(is_other) {
        let text = text.replace("\r\n", "\n").replace('\u{2029}', "\n\n");
        text.replace(is_other, "\n").into()
    } else {
        text.into()
    }
}

fn read_part(part: &str, labels: &Labels, found: &mut Paragraphs, title: &mut String) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_OLD_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM;
    let resolve = |link: BrokenLink<'_>| {
        let is_known = labels.has(&link.reference);
        is_known.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
    };
    let mut reading = Reading {
        found,
        title,
        gathering: Gathering::default(),
        page: String::new(),
        pictures: 0,
        is_code: false,
        is_heading: false,
        unseen: None,
    };
    for event in Parser::new_with_broken_link_callback(part, options, Some(resolve)) {
        reading.take(event);
    }
    reading.end_paragraph();
}

struct Reading<'a> {
    found: &'a mut Paragraphs,
    title: &'a mut String,
    gathering: Gathering,
    /// The HTML block that is being read.
    page: String,
    pictures: usize,
    is_code: bool,
    is_heading: bool,
    /// The element in a line whose text is none.
    unseen: Option<&'static str>,
}

impl Reading<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.is_code => {
                for (index, line) in text.split('\n').enumerate() {
                    if index > 0 {
                        self.end_paragraph();
                    }
                    self.gathering.add(line);
                }
            }
            Event::Text(text) | Event::Code(text) => self.text(&text),
            Event::Html(text) => self.page.push_str(&text),
            Event::InlineHtml(tag) => self.tag_in_line(&tag),
            Event::SoftBreak | Event::HardBreak => self.gathering.add_space(),
            Event::Rule => self.end_paragraph(),
            Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } => self.pictures += 1,
            Tag::TableCell => self.gathering.add_cell(),
            Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Superscript
            | Tag::Subscript => {}
            _ => {
                self.end_paragraph();
                self.is_code = matches!(tag, Tag::CodeBlock(_));
                self.is_heading = matches!(tag, Tag::Heading { .. });
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Superscript
            | TagEnd::Subscript => {}
            TagEnd::HtmlBlock => {
                html::read_piece(&self.page, self.found);
                self.page.clear();
            }
            _ => {
                self.end_paragraph();
                self.is_code = false;
                self.is_heading = false;
            }
        }
    }

    fn text(&mut self, text: &str) {
        if self.pictures == 0 && self.unseen.is_none() {
            self.gathering.add(text);
        }
    }

    /// A tag is no text, and what is in a script is none either.
    fn tag_in_line(&mut self, tag: &str) {
        let has_name = |name: &str, start: usize| {
            let here = tag.get(start..start + name.len());
            here.is_some_and(|here| here.eq_ignore_ascii_case(name))
        };
        match self.unseen {
            Some(name) if tag.starts_with("</") && has_name(name, 2) => self.unseen = None,
            Some(_) => {}
            None if has_name("br", 1) => self.gathering.add_space(),
            None => {
                let mut names = ["script", "style", "noscript", "template", "svg"].into_iter();
                self.unseen = names.find(|name| has_name(name, 1));
            }
        }
    }

    fn end_paragraph(&mut self) {
        self.unseen = None;
        let is_title = self.is_heading && self.title.is_empty();
        self.gathering.end(|text| {
            if is_title {
                *self.title = shown(text, &mut 0).into_owned();
            }
            self.found.push(text);
        });
    }
}
