//! Pages as they are planned, in a PDF.
//!
//! In: a plan; bytes come out. Out: where things are ([`super::plan`]).

use egui::{Pos2, Rect, vec2};
use krilla::action::Action;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::FillRule;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::{Document, SerializeSettings};

use super::HandoutFault;
use super::faces::Faces;
use super::mark::{self, Ink, Line};
use super::plan::{Item, Leaf, Link, Plan, Shape, Spot, Words};
use super::tags::Tags;
use crate::picture::{Drawing, DrawingLayer, Face, Mark, Pen, TextMark};
use crate::theme::handout_sizes as sizes;

/// What draws a page.
struct Brush<'s, 'a> {
    surface: Surface<'s>,
    faces: &'s mut Faces,
    tags: &'s mut Tags,
    plan: &'s Plan<'a>,
}

pub(super) fn document(
    plan: &Plan<'_>,
    faces: &mut Faces,
    settings: SerializeSettings,
) -> Result<Vec<u8>, HandoutFault> {
    let mut document = Document::new_with(settings);
    let mut tags = Tags::new(plan.blocks.len());
    for leaf in &plan.leaves {
        let settings = PageSettings::from_wh(plan.size.x, plan.size.y);
        let mut page = document.start_page_with(settings.unwrap_or_default());
        Brush {
            surface: page.surface(),
            faces: &mut *faces,
            tags: &mut tags,
            plan,
        }
        .leaf(leaf)?;
        for link in &leaf.links {
            add_link(&mut page, &mut tags, plan, link);
        }
        page.finish();
    }
    document.set_outline(outline(plan));
    document.set_metadata(metadata(plan));
    document.set_tag_tree(tags.tree(&plan.blocks, &plan.language));
    let bytes = document.finish();
    bytes.map_err(|error| HandoutFault::Pages(error.to_string()))
}

/// Without a date, and with numbers that follow from what is in the file.
fn metadata(plan: &Plan<'_>) -> Metadata {
    let metadata = Metadata::new()
        .title(plan.title.clone())
        .description(plan.subtitle.clone())
        .creator("Passage".to_owned());
    if plan.language.is_empty() {
        metadata
    } else {
        metadata.language(plan.language.clone())
    }
}

fn outline(plan: &Plan<'_>) -> Outline {
    let mut outline = Outline::new();
    for (title, spot) in &plan.bookmarks {
        if let Some(to) = destination(plan, *spot) {
            outline.push_child(OutlineNode::new(title.clone(), to));
        }
    }
    outline
}

fn destination(plan: &Plan<'_>, spot: Spot) -> Option<XyzDestination> {
    let (leaf, at) = plan.spots.get(&spot)?;
    let is_there = *leaf < plan.leaves.len();
    is_there.then(|| XyzDestination::new(*leaf, Point::from_xy(at.x, at.y)))
}

fn add_link(page: &mut Page<'_>, tags: &mut Tags, plan: &Plan<'_>, link: &Link) {
    let rect = mark::krilla_rect(link.rect);
    if let Some((rect, to)) = rect.zip(destination(plan, link.to)) {
        let target = Target::Action(Action::Goto(to.into()));
        let annotation = LinkAnnotation::new(rect, target);
        let annotation = Annotation::new_link(annotation, Some(link.words.clone()));
        let id = page.add_tagged_annotation(annotation);
        tags.add_link(link.block, id);
    }
}

impl Brush<'_, '_> {
    fn leaf(mut self, leaf: &Leaf<'_>) -> Result<(), HandoutFault> {
        for item in &leaf.items {
            self.item(item)?;
        }
        Ok(())
    }

    fn item(&mut self, item: &Item<'_>) -> Result<(), HandoutFault> {
        let block = item.block;
        match &item.shape {
            Shape::Words(words) => {
                self.tagged(block, None, |brush| brush.words(words));
            }
            Shape::PageOf(spot, end) => {
                if let Some((leaf, _)) = self.plan.spots.get(spot) {
                    let words = self.ending_at(*end, (leaf + 1).to_string());
                    self.tagged(block, None, |brush| brush.words(&words));
                }
            }
            Shape::Disc(center, number) => {
                self.tagged(block, None, |brush| brush.disc(*center, number));
            }
            Shape::Pointer { from, to } => {
                self.tagged(block, None, |brush| brush.pointer([*from, *to]));
            }
            Shape::Rule(from, to) => self.tagged(block, None, |brush| {
                let (width, color) = (sizes::RULE_WIDTH, brush.plan.ink.rule);
                let dash = Vec::new();
                let pen = Pen { width, color, dash };
                mark::rule(&mut brush.surface, [*from, *to], &pen);
            }),
            Shape::Drawing { drawing, at, scale } => {
                self.drawing(block, drawing, (*at, *scale))?;
            }
        }
        Ok(())
    }

    /// What is drawn meanwhile belongs to a block, or only decorates. With words, these are read and
    /// copied in place of letters that stand too far apart to be one word.
    fn tagged(&mut self, block: Option<usize>, words: Option<&str>, draw: impl FnOnce(&mut Self)) {
        let tag = match (block, words) {
            (None, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
            (Some(_), None) => ContentTag::Other,
            (Some(_), Some(words)) => {
                ContentTag::Span(SpanTag::empty().with_actual_text(Some(words)))
            }
        };
        let id = self.surface.start_tagged(tag);
        draw(self);
        self.surface.end_tagged();
        if let Some(block) = block {
            self.tags.add(block, id);
        }
    }

    fn words(&mut self, words: &Words) {
        let line = Line {
            words: &words.text,
            at: words.at,
            face: words.style.face,
            size: words.style.of.size,
            spacing: 0.0,
        };
        let ink = Ink::Fill(words.style.color);
        mark::words(&mut self.surface, self.faces, line, ink);
    }

    fn ending_at(&mut self, end: Pos2, text: String) -> Words {
        let style = self.plan.muted(Face::Sans, sizes::LIST);
        let width = self.faces.width(style.face, style.of.size, &text);
        let at = end - vec2(width, 0.0);
        Words { at, text, style }
    }

    /// A number in a disc of the accent's colour, with a ring of paper around it.
    fn disc(&mut self, center: Pos2, number: &str) {
        let (accent, paper) = (self.plan.ink.accent, sizes::PAPER);
        let radius = sizes::DISC_RADIUS;
        let ring = (center, radius + sizes::DISC_RING);
        mark::circle(&mut self.surface, ring, Some(paper), None);
        mark::circle(&mut self.surface, (center, radius), Some(accent), None);
        let (face, mut size) = (Face::SansSemibold, sizes::IN_DISC);
        let room = 1.7 * radius;
        let width = self.faces.width(face, size, number);
        size *= (room / width.max(1.0)).min(1.0);
        let width = self.faces.width(face, size, number);
        // Digits are about two thirds as high as their size.
        let at = center + vec2(-width / 2.0, 0.33 * size);
        let line = Line {
            words: number,
            at,
            face,
            size,
            spacing: 0.0,
        };
        mark::words(&mut self.surface, self.faces, line, Ink::Fill(paper));
    }

    fn pointer(&mut self, [from, to]: [Pos2; 2]) {
        let color = self.plan.ink.accent;
        let (width, dash) = (sizes::RULE_WIDTH, Vec::new());
        let pen = Pen { width, color, dash };
        mark::rule(&mut self.surface, [from, to], &pen);
        let dot = (to, sizes::DOT_RADIUS);
        mark::circle(&mut self.surface, dot, Some(color), None);
    }

    fn drawing(
        &mut self,
        block: Option<usize>,
        drawing: &Drawing,
        (at, scale): (Pos2, f32),
    ) -> Result<(), HandoutFault> {
        let place = Transform::from_row(scale, 0.0, 0.0, scale, at.x, at.y);
        let sheet = Rect::from_min_size(Pos2::ZERO, drawing.size);
        let Some(edge) = mark::outline(sheet) else {
            return Ok(());
        };
        self.surface.push_transform(&place);
        self.surface.push_clip_path(&edge, &FillRule::NonZero);
        self.tagged(block, None, |brush| {
            mark::rectangle(&mut brush.surface, sheet, drawing.background);
        });
        let layers = drawing.layers.iter();
        let drawn = layers.map(|layer| self.layer(block, layer));
        let drawn = drawn.collect();
        self.surface.pop();
        self.surface.pop();
        drawn
    }

    fn layer(&mut self, block: Option<usize>, layer: &DrawingLayer) -> Result<(), HandoutFault> {
        let clip = match layer.clip {
            None => None,
            // Nothing is seen through a clip without size.
            Some(clip) => match mark::outline(clip) {
                Some(path) => Some(path),
                None => return Ok(()),
            },
        };
        if let Some(clip) = &clip {
            self.surface.push_clip_path(clip, &FillRule::NonZero);
        }
        let marks: Vec<&Mark> = layer.groups.iter().flat_map(|group| &group.marks).collect();
        let is_text = |mark: &&Mark| matches!(mark, Mark::Text(_));
        let mut drawn = Ok(());
        for marks in marks.chunk_by(|one, other| !is_text(one) && !is_text(other)) {
            if let [Mark::Text(text)] = marks {
                self.text(block, text);
            } else {
                self.tagged(block, None, |brush| drawn = brush.marks(marks));
            }
        }
        if clip.is_some() {
            self.surface.pop();
        }
        drawn
    }

    fn marks(&mut self, marks: &[&Mark]) -> Result<(), HandoutFault> {
        let surface = &mut self.surface;
        for mark in marks {
            match mark {
                Mark::Path(path) => mark::path(surface, path),
                Mark::Circle {
                    center,
                    radius,
                    fill,
                    pen,
                } => mark::circle(surface, (*center, *radius), *fill, pen.as_ref()),
                Mark::Image(image) => mark::image(surface, image)?,
                Mark::Text(_) => {}
            }
        }
        Ok(())
    }

    /// The halo below only decorates, so that no word is read twice.
    fn text(&mut self, block: Option<usize>, text: &TextMark) {
        let line = Line {
            words: &text.words,
            at: text.at,
            face: text.face,
            size: text.size,
            spacing: text.spacing,
        };
        let turn = text
            .turn
            .filter(|(angle_deg, about)| angle_deg.is_finite() && about.is_finite());
        if let Some((angle_deg, about)) = turn {
            let turn = Transform::from_rotate_at(angle_deg, about.x, about.y);
            self.surface.push_transform(&turn);
        }
        if let Some((color, reach)) = text.halo {
            let ink = Ink::Halo(color, reach);
            self.tagged(None, None, |brush| {
                mark::words(&mut brush.surface, brush.faces, line, ink);
            });
        }
        let spaced = (text.spacing != 0.0).then_some(text.words.as_str());
        self.tagged(block, spaced, |brush| {
            let ink = Ink::Fill(text.color);
            mark::words(&mut brush.surface, brush.faces, line, ink);
        });
        if turn.is_some() {
            self.surface.pop();
        }
    }
}
