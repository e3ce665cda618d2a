//! Where everything is on the pages.
//!
//! In: a handout; pages come out as lists of things at places, with links between them. Out: how
//! words fill columns ([`super::flow`]), a scene's own page ([`super::scene`]), drawing
//! ([`super::paint`]).

use std::collections::BTreeMap;

use egui::{Color32, Pos2, Rect, Vec2, pos2, vec2};

use super::faces::Faces;
use super::flow::{Flow, Paragraph, cut, fitting};
use super::lines::{cleaned, paragraphs};
use super::{Handout, HandoutChoice, scene};
use crate::picture::{Drawing, Face};
use crate::theme::UiColors;
use crate::theme::handout_sizes::{self as sizes, Type};

/// All pages.
pub(super) struct Plan<'a> {
    pub size: Vec2,
    pub title: String,
    pub subtitle: String,
    pub language: String,
    pub leaves: Vec<Leaf<'a>>,
    /// What things on the pages are, in reading order.
    pub blocks: Vec<Role>,
    /// Where links lead: page and place.
    pub spots: BTreeMap<Spot, (usize, Pos2)>,
    pub bookmarks: Vec<(String, Spot)>,
    pub ink: UiColors,
}

/// A page.
#[derive(Default)]
pub(super) struct Leaf<'a> {
    pub items: Vec<Item<'a>>,
    pub links: Vec<Link>,
}

pub(super) struct Item<'a> {
    /// Which of the blocks it belongs to; none for what only decorates.
    pub block: Option<usize>,
    pub shape: Shape<'a>,
}

pub(super) enum Shape<'a> {
    Words(Words),
    /// The number of the page of a spot, which ends at a place.
    PageOf(Spot, Pos2),
    Drawing {
        drawing: &'a Drawing,
        at: Pos2,
        scale: f32,
    },
    Disc(Pos2, String),
    /// The thing that a disc stands for, where it had to make room.
    Pointer {
        from: Pos2,
        to: Pos2,
    },
    Rule(Pos2, Pos2),
}

pub(super) struct Words {
    /// Where the base line begins.
    pub at: Pos2,
    pub text: String,
    pub style: Style,
}

#[derive(Clone, Copy)]
pub(super) struct Style {
    pub face: Face,
    pub of: Type,
    pub color: Color32,
}

pub(super) struct Link {
    pub rect: Rect,
    pub to: Spot,
    /// For those who hear the page read.
    pub words: String,
    pub block: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spot {
    Scene(usize),
    /// Of a scene, by its place in the list.
    Callout(usize, usize),
    /// Of a scene, by its number.
    Passage(usize, usize),
    Credits,
}

/// What a block is.
#[derive(Clone)]
pub(super) enum Role {
    Heading(u16, String),
    Paragraph,
    Figure(String),
}

impl Role {
    pub(super) fn figure(drawing: &Drawing) -> Self {
        let words = [&drawing.title, &drawing.description].map(|words| cleaned(words));
        let words = words.into_iter().filter(|words| !words.is_empty());
        Self::Figure(words.collect::<Vec<_>>().join(". "))
    }
}

impl<'a> Plan<'a> {
    pub(super) fn block(&mut self, role: Role) -> usize {
        self.blocks.push(role);
        self.blocks.len() - 1
    }

    /// An empty page, and its number from 0.
    pub(super) fn leaf(&mut self) -> usize {
        self.leaves.push(Leaf::default());
        self.leaves.len() - 1
    }

    pub(super) fn put(&mut self, leaf: usize, block: Option<usize>, shape: Shape<'a>) {
        if let Some(leaf) = self.leaves.get_mut(leaf) {
            leaf.items.push(Item { block, shape });
        }
    }

    pub(super) fn link(&mut self, leaf: usize, link: Link) {
        if let Some(leaf) = self.leaves.get_mut(leaf) {
            leaf.links.push(link);
        }
    }

    /// The first place a spot is at is where links lead.
    pub(super) fn mark(&mut self, spot: Spot, leaf: usize, at: Pos2) {
        self.spots.entry(spot).or_insert((leaf, at));
    }

    /// The page without its margins.
    pub(super) fn inner(&self) -> Rect {
        Rect::from_min_size(Pos2::ZERO, self.size).shrink(sizes::MARGIN)
    }

    pub(super) fn style(&self, face: Face, of: Type) -> Style {
        let color = self.ink.text;
        Style { face, of, color }
    }

    pub(super) fn muted(&self, face: Face, of: Type) -> Style {
        let color = self.ink.muted;
        Style { face, of, color }
    }

    pub(super) fn accent(&self, face: Face, of: Type) -> Style {
        let color = self.ink.accent;
        Style { face, of, color }
    }
}

/// All pages of a handout.
pub(super) fn planned<'a>(
    handout: &'a Handout,
    choice: HandoutChoice,
    faces: &mut Faces,
) -> Plan<'a> {
    let mut plan = Plan {
        size: choice.paper.size(),
        title: cleaned(&handout.title),
        subtitle: cleaned(&handout.subtitle),
        language: cleaned(&handout.language),
        leaves: Vec::new(),
        blocks: Vec::new(),
        spots: BTreeMap::new(),
        bookmarks: Vec::new(),
        ink: sizes::ink(),
    };
    cover(&mut plan, faces, handout);
    for (number, page) in handout.pages.iter().enumerate() {
        scene::put(&mut plan, faces, (number, page), choice);
    }
    credits(&mut plan, faces, handout);
    feet(&mut plan, faces);
    plan
}

/// Title and contents.
fn cover(plan: &mut Plan<'_>, faces: &mut Faces, handout: &Handout) {
    let leaf = plan.leaf();
    let inner = plan.inner();
    let lines = (inner.width(), sizes::MOST_TITLE_LINES);
    let style = plan.style(Face::SerifSemibold, sizes::COVER);
    let title = cut(faces, &plan.title, style, lines);
    let muted = plan.muted(Face::Sans, sizes::SUBTITLE);
    let subtitle = cut(faces, &plan.subtitle, muted, lines);
    let mut flow = Flow::new(plan, faces, vec![(leaf, inner)], None);
    flow.put(Paragraph::new(&title, style).heading(1));
    flow.put(Paragraph::new(&subtitle, muted).after(4.0));
    let (leaf, top) = flow.place();
    let top = top + 2.0 * sizes::HEAD_GAP;
    let ends = [inner.left(), inner.right()].map(|x| pos2(x, top));
    flow.plan.put(leaf, None, Shape::Rule(ends[0], ends[1]));
    let rest = inner.with_min_y((top + sizes::HEAD_GAP).min(inner.bottom()));
    let frames = columns(rest, sizes::LEAST_CONTENTS)
        .into_iter()
        .map(|frame| (leaf, frame));
    let mut flow = Flow::new(plan, faces, frames.collect(), Some(String::new()));
    let style = flow.plan.accent(Face::SansSemibold, sizes::HEADING);
    flow.put(Paragraph::new("Contents", style).heading(2));
    let scenes = handout.pages.iter().enumerate();
    let scenes = scenes.map(|(number, page)| (cleaned(&page.title), Spot::Scene(number)));
    for (title, spot) in scenes.chain([(ABOUT.to_owned(), Spot::Credits)]) {
        let style = flow.plan.style(Face::Serif, sizes::ENTRY);
        flow.put(Paragraph::new(&title, style).leading_to(spot));
    }
}

const ABOUT: &str = "About the maps and their sources";

/// What holds of every map, and who is owed thanks.
fn credits(plan: &mut Plan<'_>, faces: &mut Faces, handout: &Handout) {
    let leaf = plan.leaf();
    plan.mark(Spot::Credits, leaf, Pos2::ZERO);
    plan.bookmarks.push((ABOUT.to_owned(), Spot::Credits));
    let rest = heading(plan, faces, leaf, ABOUT);
    let frames = columns(rest, sizes::LEAST_COLUMN)
        .into_iter()
        .map(|frame| (leaf, frame));
    let more = Some(ABOUT.to_owned());
    let mut flow = Flow::new(plan, faces, frames.collect(), more);
    for (title, texts) in [("Notes", &handout.notes), ("Sources", &handout.credits)] {
        let texts = texts.iter().flat_map(|text| paragraphs(text));
        for (at, text) in texts.enumerate() {
            if at == 0 {
                let style = flow.plan.accent(Face::SansSemibold, sizes::HEADING);
                let heading = Paragraph::new(title, style).heading(2);
                flow.put(heading.after(sizes::HEAD_GAP));
            }
            let style = flow.plan.style(Face::Serif, sizes::READING);
            flow.put(Paragraph::new(&text, style).after(4.0));
        }
    }
}

/// A page's title, as many lines of it as there is room for; what room is left comes back.
pub(super) fn heading(plan: &mut Plan<'_>, faces: &mut Faces, leaf: usize, title: &str) -> Rect {
    let inner = plan.inner();
    let style = plan.style(Face::SerifSemibold, sizes::TITLE);
    // A title that fills the page is cut: it is whole in the bookmarks and the contents.
    let short = cut(
        faces,
        title,
        style,
        (inner.width(), sizes::MOST_TITLE_LINES),
    );
    let mut flow = Flow::new(plan, faces, vec![(leaf, inner)], None);
    flow.put(Paragraph::new(&short, style).heading(1));
    let top = flow.place().1 + sizes::HEAD_GAP;
    inner.with_min_y(top)
}

/// As many columns as are at least so wide.
pub(super) fn columns(room: Rect, least: f32) -> Vec<Rect> {
    let count = ((room.width() + sizes::GAP) / (least + sizes::GAP)).floor();
    let count = count.max(1.0);
    let width = (room.width() - sizes::GAP * (count - 1.0)) / count;
    let lefts = (0..count as usize).map(|at| room.left() + at as f32 * (width + sizes::GAP));
    lefts
        .map(|left| Rect::from_min_size(pos2(left, room.top()), vec2(width, room.height())))
        .collect()
}

/// What stands at the lower edge of every page: what it is, and which page of how many.
fn feet(plan: &mut Plan<'_>, faces: &mut Faces) {
    let (inner, count) = (plan.inner(), plan.leaves.len());
    let style = plan.muted(Face::Sans, sizes::SMALL);
    let y = plan.size.y - sizes::FOOT;
    for leaf in 0..count {
        let number = format!("{} of {count}", leaf + 1);
        let width = faces.width(style.face, style.of.size, &number);
        let room = inner.width() - width - sizes::GAP;
        let title = plan.title.clone();
        let title = fitting(faces, &title, style, room);
        for (text, x) in [(title, inner.left()), (number, inner.right() - width)] {
            let at = pos2(x, y);
            plan.put(leaf, None, Shape::Words(Words { at, text, style }));
        }
    }
}
