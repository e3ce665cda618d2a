//! HTML: what a reader of the page would read, and nothing that is run, fetched or only in the way.
//!
//! In: tags and text in the order they come, however broken, and which of them are open. Out: a tree
//! of them, which nobody needs here and which a page could make as deep as it likes.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, State, Tokenizer};

use super::chosen_text::{Found, Scope, chosen};
use super::elements::{ELEMENTS, Element, Role};
use super::gathering::{Gathering, Paragraphs, shown};

/// How far up an open paragraph is looked for: what is in between is open by mistake.
const MOST_OPEN_IN_LINE: usize = 64;

/// What of a page is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Its article, without what every page of the place has around it.
    Article,
    /// All that is on show.
    Everything,
}

/// Adds the paragraphs of a page; its title.
pub(super) fn read(text: &str, paragraphs: &mut Paragraphs) -> String {
    let mut page = Page::of_text(text, Reach::Article);
    if page.found.is_empty() {
        // Broken tags can put a whole article into a menu.
        page = Page::of_text(text, Reach::Everything);
    }
    paragraphs.count_hidden(page.hidden);
    let mut headline = None;
    for found in chosen(page.found) {
        paragraphs.push(&found.text);
        if found.is_headline && headline.is_none() {
            headline = Some(found.text);
        }
    }
    let headline = headline.or(page.headline).unwrap_or_default();
    let headline = shown(&headline, &mut 0);
    // A page's title has the publisher's name behind the headline.
    if page.title.is_empty() || (!headline.is_empty() && page.title.starts_with(&*headline)) {
        headline.into_owned()
    } else {
        page.title
    }
}

/// Adds the paragraphs of a piece of a page that stands in another text.
pub(super) fn read_piece(text: &str, paragraphs: &mut Paragraphs) {
    for found in Page::of_text(text, Reach::Everything).found {
        paragraphs.push(&found.text);
    }
}

struct Open {
    element: Element,
    is_dropped: bool,
}

struct Page {
    reach: Reach,
    found: Vec<Found>,
    title: String,
    /// The first one, wherever it stands.
    headline: Option<String>,
    /// In the title; others are counted with their paragraphs.
    hidden: usize,
    gathering: Gathering,
    open: Vec<Open>,
    /// How many of each element are open.
    counts: [u32; ELEMENTS.len()],
    /// How many of each role are.
    counts_of_roles: [u32; Role::COUNT],
    /// How many of those that are open are dropped.
    dropped: u32,
    articles: u32,
    /// Since the last word.
    line_ends: u32,
    /// The start tag that is being read, and whether its attributes hide it.
    starting: Option<Element>,
    is_hiding: bool,
    attribute: Attribute,
}

/// The attribute that is being read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Attribute {
    Style,
    Other,
}

impl Page {
    fn of_text(text: &str, reach: Reach) -> Self {
        let mut page = Self {
            reach,
            found: Vec::new(),
            title: String::new(),
            headline: None,
            hidden: 0,
            gathering: Gathering::default(),
            open: Vec::new(),
            counts: [0; ELEMENTS.len()],
            counts_of_roles: [0; Role::COUNT],
            dropped: 0,
            articles: 0,
            line_ends: 0,
            starting: None,
            is_hiding: false,
            attribute: Attribute::Other,
        };
        let emitter =
            CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| page.take(&event));
        let mut tokenizer = Tokenizer::new_with_emitter(text, emitter);
        while let Some(Ok(state)) = tokenizer.next() {
            tokenizer.set_state(state);
        }
        drop(tokenizer);
        page.end_paragraph();
        page
    }

    /// How the tokenizer is to go on, where that is not as before.
    fn take(&mut self, event: &CallbackEvent<'_>) -> Option<State> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.starting = Element::of_name(name);
                self.is_hiding = false;
                self.attribute = Attribute::Other;
            }
            CallbackEvent::AttributeName { name } => {
                self.is_hiding |= *name == b"hidden";
                self.attribute = if *name == b"style" {
                    Attribute::Style
                } else {
                    Attribute::Other
                };
            }
            CallbackEvent::AttributeValue { value } if self.attribute == Attribute::Style => {
                let plain = value.iter().filter(|byte| !byte.is_ascii_whitespace());
                let plain: Vec<u8> = plain.take(1000).map(u8::to_ascii_lowercase).collect();
                self.is_hiding |= plain.windows(12).any(|here| here == b"display:none");
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                return self.start(self.starting?, *self_closing);
            }
            CallbackEvent::EndTag { name } => {
                if let Some(element) = Element::of_name(name) {
                    self.end(element);
                }
            }
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value)),
            _ => {}
        }
        None
    }

    fn start(&mut self, element: Element, is_self_closing: bool) -> Option<State> {
        let role = element.role();
        if role.ends_paragraph() {
            self.close_what_a_block_ends(element);
            self.end_paragraph_on_show();
        }
        match role {
            Role::LineEnd => {
                self.line_ends += 1;
                if self.line_ends > 1 {
                    self.end_paragraph();
                }
                self.gathering.add_space();
            }
            Role::Cell => self.gathering.add_cell(),
            Role::Article if self.count(Role::Article) == 0 => self.articles += 1,
            _ => {}
        }
        // Only within a drawing a slash at a tag's end means that nothing is in it.
        let is_in_drawing = role == Role::Drawing || self.count(Role::Drawing) > 0;
        if !role.has_end() || (is_in_drawing && is_self_closing) {
            return None;
        }
        let is_kept = role == Role::Furniture && self.reach == Reach::Everything;
        self.push(element, self.is_hiding || (role.is_dropped() && !is_kept));
        element.state().filter(|_| !is_in_drawing)
    }

    fn end(&mut self, element: Element) {
        if element.role().ends_paragraph() {
            self.end_paragraph_on_show();
        }
        if self
            .counts
            .get(element.index())
            .is_some_and(|count| *count > 0)
        {
            while self.pop().is_some_and(|closed| closed != element) {}
        }
    }

    /// A block ends the paragraph that it stands in, an entry of a list the one before it, and any a
    /// drawing that was left open.
    fn close_what_a_block_ends(&mut self, element: Element) {
        if self.count(Role::DrawnText) == 0 {
            while self.count(Role::Drawing) > 0 && self.pop().is_some() {}
        }
        let in_line = self.open.iter().rev().take(MOST_OPEN_IN_LINE);
        let in_line = in_line.take_while(|open| open.element.role() == Role::Inline);
        let index = self.open.len() - in_line.count();
        let ends = |open: &Open| open.element.name() == "p" || is_next(open.element, element);
        if index
            .checked_sub(1)
            .and_then(|index| self.open.get(index))
            .is_some_and(ends)
        {
            while self.open.len() >= index {
                self.pop();
            }
        }
    }

    fn push(&mut self, element: Element, is_dropped: bool) {
        for count in self.counts_with(element) {
            *count += 1;
        }
        self.dropped += u32::from(is_dropped);
        self.open.push(Open {
            element,
            is_dropped,
        });
    }

    fn pop(&mut self) -> Option<Element> {
        let closed = self.open.pop()?;
        for count in self.counts_with(closed.element) {
            *count -= 1;
        }
        self.dropped -= u32::from(closed.is_dropped);
        Some(closed.element)
    }

    /// What counts an element while it is open.
    fn counts_with(&mut self, element: Element) -> impl Iterator<Item = &mut u32> {
        let of_element = self.counts.get_mut(element.index());
        let of_role = self.counts_of_roles.get_mut(element.role() as usize);
        of_element.into_iter().chain(of_role)
    }

    fn text(&mut self, text: &str) {
        if self
            .open
            .last()
            .is_some_and(|open| open.element.role() == Role::Title)
        {
            if self.title.is_empty() && self.count(Role::Drawing) == 0 {
                let mut title = Gathering::default();
                title.add(&shown(text, &mut self.hidden));
                self.title = title.take();
            }
            return;
        }
        if self.dropped > 0 {
            return;
        }
        if text.contains(|letter: char| !letter.is_whitespace()) {
            self.line_ends = 0;
        }
        if self.count(Role::Preformatted) == 0 {
            self.gathering.add(text);
            return;
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_paragraph();
            }
            self.gathering.add(line);
        }
    }

    /// What nobody sees ends nothing.
    fn end_paragraph_on_show(&mut self) {
        if self.dropped == 0 {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        self.line_ends = 0;
        let is_in_article = self.count(Role::Article) > 0;
        let scope = Scope {
            article: is_in_article.then_some(self.articles),
            is_in_main: self.count(Role::Main) > 0,
        };
        let is_headline = self.count(Role::Headline) > 0;
        self.gathering.end(|text| {
            if is_headline && self.headline.is_none() {
                self.headline = Some(text.to_owned());
            }
            self.found.push(Found {
                text: text.to_owned(),
                scope,
                is_headline,
            });
        });
    }

    fn count(&self, role: Role) -> u32 {
        let count = self.counts_of_roles.get(role as usize);
        count.copied().unwrap_or_default()
    }
}

/// Whether an entry of a list is the next one after an open one, which it ends.
fn is_next(open: Element, next: Element) -> bool {
    let is_term = |element: Element| matches!(element.name(), "dd" | "dt");
    next.role() == Role::Line && (open == next || (is_term(open) && is_term(next)))
}
