//! Words that fill columns, one after the other, and go on on further pages.
//!
//! In: paragraphs, and the columns there are. Out: what is in them.

use std::collections::VecDeque;
use std::ops::Range;

use egui::{Rect, Vec2, pos2, vec2};

use super::faces::Faces;
use super::lines::line;
use super::plan::{Link, Plan, Role, Shape, Spot, Style, Words, columns};
use crate::picture::{Drawing, Face};
use crate::theme::handout_sizes as sizes;

/// Where a base line is, as a share of the distance of lines.
const BASE_LINE: f32 = 0.76;

/// Words that stay together, and what they lead to.
pub(super) struct Paragraph<'t> {
    text: &'t str,
    style: Style,
    role: Role,
    /// Above it, where it is not the first of its column.
    space: f32,
    /// Free of words at the left; the number stands there.
    indent: f32,
    number: Option<Number>,
    links: Vec<(Range<usize>, Spot)>,
    /// Links lead here.
    spot: Option<Spot>,
    /// The whole of it is a link, with the number of the page at the right.
    leads_to: Option<Spot>,
}

/// What stands left of a paragraph.
pub(super) enum Number {
    /// In words, and where it leads.
    Plain(String, Option<Spot>),
    /// As on the map.
    Disc(String, Spot),
}

impl<'t> Paragraph<'t> {
    pub(super) fn new(text: &'t str, style: Style) -> Self {
        Self {
            text,
            style,
            role: Role::Paragraph,
            space: 0.0,
            indent: 0.0,
            number: None,
            links: Vec::new(),
            spot: None,
            leads_to: None,
        }
    }

    pub(super) fn heading(mut self, level: u16) -> Self {
        self.role = Role::Heading(level, self.text.to_owned());
        self
    }

    pub(super) fn after(mut self, space: f32) -> Self {
        self.space = space;
        self
    }

    pub(super) fn leading_to(mut self, spot: Spot) -> Self {
        self.leads_to = Some(spot);
        self
    }

    pub(super) fn indented(mut self) -> Self {
        self.indent = sizes::GUTTER;
        self
    }

    pub(super) fn numbered(mut self, number: Number) -> Self {
        self.number = Some(number);
        self.indented()
    }

    pub(super) fn linking(mut self, links: Vec<(Range<usize>, Spot)>) -> Self {
        self.links = links;
        self
    }

    pub(super) fn at(mut self, spot: Spot) -> Self {
        self.spot = Some(spot);
        self
    }
}

/// Columns that are being filled.
pub(super) struct Flow<'p, 'a> {
    pub plan: &'p mut Plan<'a>,
    pub faces: &'p mut Faces,
    leaf: usize,
    frame: Rect,
    y: f32,
    frames: VecDeque<(usize, Rect)>,
    /// What stands over pages that are added; without it there are no more.
    more: Option<String>,
}

impl<'p, 'a> Flow<'p, 'a> {
    pub(super) fn new(
        plan: &'p mut Plan<'a>,
        faces: &'p mut Faces,
        frames: Vec<(usize, Rect)>,
        more: Option<String>,
    ) -> Self {
        let mut frames = VecDeque::from(frames);
        let (leaf, frame) = frames.pop_front().unwrap_or((0, Rect::ZERO));
        Self {
            plan,
            faces,
            leaf,
            frame,
            y: frame.top(),
            frames,
            more,
        }
    }

    /// The page, and how far down it is filled.
    pub(super) fn place(&self) -> (usize, f32) {
        (self.leaf, self.y)
    }

    fn is_at_top(&self) -> bool {
        self.y <= self.frame.top()
    }

    /// Goes on in the next column where there is no room for so much. A whole column is room enough
    /// for anything.
    fn make_room(&mut self, height: f32) {
        if self.y + height > self.frame.bottom() + 0.01 && !self.is_at_top() {
            self.next_frame();
        }
    }

    fn next_frame(&mut self) {
        if self.frames.is_empty() {
            let Some(title) = self.more.clone() else {
                return;
            };
            let leaf = self.plan.leaf();
            let room = self.continued(leaf, &title);
            let frames = columns(room, sizes::LEAST_COLUMN)
                .into_iter()
                .map(|frame| (leaf, frame));
            self.frames.extend(frames);
        }
        if let Some((leaf, frame)) = self.frames.pop_front() {
            (self.leaf, self.frame, self.y) = (leaf, frame, frame.top());
        }
    }

    /// What stands over a page that goes on with the last one.
    fn continued(&mut self, leaf: usize, title: &str) -> Rect {
        let inner = self.plan.inner();
        if title.is_empty() {
            return inner;
        }
        let style = self.plan.muted(Face::SerifSemibold, sizes::CONTINUED);
        let room = inner.width() - self.faces.width(style.face, style.of.size, GOES_ON);
        let mut text = fitting(self.faces, title, style, room);
        text.push_str(GOES_ON);
        let at = inner.min + vec2(0.0, style.of.leading * BASE_LINE);
        let words = Words { at, text, style };
        self.plan.put(leaf, None, Shape::Words(words));
        inner.with_min_y(inner.top() + style.of.leading + sizes::HEAD_GAP)
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "whoever puts a paragraph is done with it"
    )]
    pub(super) fn put(&mut self, paragraph: Paragraph<'_>) {
        if paragraph.text.is_empty() && paragraph.number.is_none() {
            return;
        }
        let leading = paragraph.style.of.leading;
        if !self.is_at_top() {
            self.y += paragraph.space;
        }
        let least = self.least(&paragraph);
        self.make_room(least);
        let block = self.plan.block(paragraph.role.clone());
        self.begin(&paragraph, block);
        let mut from = 0;
        loop {
            let range = self.next_line(&paragraph, from);
            from = range.end;
            self.line(&paragraph, range, block);
            if from >= paragraph.text.len() {
                break;
            }
            // The next column may be of another width, so lines are broken one by one.
            self.make_room(leading);
        }
        if let Some(spot) = paragraph.leads_to {
            let y = self.y - leading * (1.0 - BASE_LINE);
            let shape = Shape::PageOf(spot, pos2(self.frame.right(), y));
            self.plan.put(self.leaf, Some(block), shape);
        }
    }

    /// How much of a paragraph has to stand together: a heading goes with two lines of what follows,
    /// and no paragraph leaves a single line behind.
    fn least(&mut self, paragraph: &Paragraph<'_>) -> f32 {
        let leading = paragraph.style.of.leading;
        let is_one_line = self.next_line(paragraph, 0).end == paragraph.text.len();
        match paragraph.role {
            Role::Heading(..) => leading + 2.0 * sizes::READING.leading + sizes::HEAD_GAP,
            _ if is_one_line => leading,
            _ => 2.0 * leading,
        }
    }

    fn next_line(&mut self, paragraph: &Paragraph<'_>, from: usize) -> Range<usize> {
        let mut width = self.frame.width() - paragraph.indent;
        if paragraph.leads_to.is_some() {
            width -= sizes::PAGE_NUMBER_WIDTH;
        }
        let Style { face, of, .. } = paragraph.style;
        let advance = |letter| self.faces.advance(face, of.size, letter);
        line(paragraph.text, from, width, advance)
    }

    /// What stands left of the first line.
    fn begin(&mut self, paragraph: &Paragraph<'_>, block: usize) {
        let (left, leading) = (self.frame.left(), paragraph.style.of.leading);
        if let Some(spot) = paragraph.spot {
            self.plan.mark(spot, self.leaf, pos2(left, self.y));
        }
        let rect = Rect::from_min_size(pos2(left, self.y), vec2(paragraph.indent, leading));
        let (spot, words) = match &paragraph.number {
            None => return,
            Some(Number::Plain(number, spot)) => {
                let style = self.plan.accent(Face::SansSemibold, sizes::NUMBER);
                let at = pos2(left, self.y + leading * BASE_LINE);
                let text = format!("{number} ");
                let words = Words { at, text, style };
                self.plan.put(self.leaf, Some(block), Shape::Words(words));
                (*spot, "On the map")
            }
            Some(Number::Disc(number, spot)) => {
                let center = pos2(left + sizes::DISC_RADIUS, rect.center().y);
                let shape = Shape::Disc(center, number.clone());
                self.plan.put(self.leaf, Some(block), shape);
                (Some(*spot), "On the map")
            }
        };
        if let Some(to) = spot {
            self.link(rect, to, words.to_owned(), block);
        }
    }

    fn link(&mut self, rect: Rect, to: Spot, words: String, block: usize) {
        let link = Link {
            rect,
            to,
            words,
            block,
        };
        self.plan.link(self.leaf, link);
    }

    fn line(&mut self, paragraph: &Paragraph<'_>, range: Range<usize>, block: usize) {
        let Style { face, of, .. } = paragraph.style;
        let left = self.frame.left() + paragraph.indent;
        let part = |range: Range<usize>| paragraph.text.get(range).unwrap_or_default();
        let text = part(range.clone()).to_owned();
        let at = pos2(left, self.y + of.leading * BASE_LINE);
        for (linked, to) in &paragraph.links {
            let (from, to_end) = (linked.start.max(range.start), linked.end.min(range.end));
            if from < to_end {
                let before = self.faces.width(face, of.size, part(range.start..from));
                let width = self.faces.width(face, of.size, part(from..to_end));
                let corner = pos2(left + before, self.y);
                let rect = Rect::from_min_size(corner, vec2(width, of.leading));
                self.link(rect, *to, part(linked.clone()).to_owned(), block);
            }
        }
        if let Some(to) = paragraph.leads_to {
            let corner = pos2(self.frame.left(), self.y);
            let rect = Rect::from_min_size(corner, vec2(self.frame.width(), of.leading));
            self.link(rect, to, paragraph.text.to_owned(), block);
        }
        let style = paragraph.style;
        let words = Words { at, text, style };
        self.plan.put(self.leaf, Some(block), Shape::Words(words));
        self.y += of.leading;
    }

    /// A drawing among the words, no larger than it is and than its column.
    pub(super) fn picture(&mut self, drawing: &'a Drawing) {
        let Some(natural) = drawn_size(drawing) else {
            return;
        };
        let room = vec2(self.frame.width(), self.frame.height());
        let scale = (room / natural).min_elem().min(1.0);
        if !self.is_at_top() {
            self.y += sizes::HEAD_GAP;
        }
        self.make_room(natural.y * scale);
        let at = pos2(self.frame.left(), self.y);
        let block = self.plan.block(Role::figure(drawing));
        let shape = Shape::Drawing { drawing, at, scale };
        self.plan.put(self.leaf, Some(block), shape);
        self.y += natural.y * scale;
    }
}

/// How large a drawing is; nothing for one that has no size.
pub(super) fn drawn_size(drawing: &Drawing) -> Option<Vec2> {
    let size = drawing.size;
    (size.is_finite() && size.min_elem() > 0.0).then_some(size)
}

/// As much of a text as fits in a line, with an ellipsis where that is not all of it.
pub(super) fn fitting(faces: &mut Faces, text: &str, style: Style, width: f32) -> String {
    let (face, size) = (style.face, style.of.size);
    if faces.width(face, size, text) <= width {
        return text.to_owned();
    }
    let room = width - faces.advance(face, size, ELLIPSIS);
    let mut x = 0.0;
    let fits = |letter: &char| {
        x += faces.advance(face, size, *letter);
        x <= room
    };
    let start: String = text.chars().take_while(fits).collect();
    format!("{}{ELLIPSIS}", start.trim_end())
}

/// As much of a text as fits in so many lines.
pub(super) fn cut(
    faces: &mut Faces,
    text: &str,
    style: Style,
    (width, lines): (f32, usize),
) -> String {
    let (face, size) = (style.face, style.of.size);
    let mut from = 0;
    for _ in 1..lines {
        let advance = |letter| faces.advance(face, size, letter);
        from = line(text, from, width, advance).end;
    }
    let (start, rest) = text.split_at_checked(from).unwrap_or((text, ""));
    start.to_owned() + &fitting(faces, rest, style, width)
}

const ELLIPSIS: char = '\u{2026}';
const GOES_ON: &str = " (continued)";
