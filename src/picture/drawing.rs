//! A sheet as a list of lines, fills and words: what a picture, a handout or a page is made of.
//!
//! In: nothing but geometry, colours and words, in points from the upper left corner; one point is
//! one pixel of a picture at scale 1. Out: who makes it (the very painters of the screen, see `ui`),
//! and files of any kind (see `export`).

use std::sync::Arc;

use egui::{Color32, FontFamily, Pos2, Rect, Vec2};

use super::clip::thinned_to;
use crate::theme::fonts;

/// A whole sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub size: Vec2,
    pub title: String,
    /// What is to be seen, for those who can not see it.
    pub description: String,
    pub background: Color32,
    /// From the bottom up.
    pub layers: Vec<DrawingLayer>,
    /// Where on the sheet what it shows of the story is, for callouts and links.
    pub places: Vec<DrawnPlace>,
    /// Where the map is on the sheet.
    pub map: Rect,
}

/// What is drawn and named together.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawingLayer {
    /// Unique on the sheet; lower case letters and hyphens.
    pub key: String,
    /// For people: "Rivers", "Pipelines".
    pub name: String,
    /// Nothing of the layer is seen outside.
    pub clip: Option<Rect>,
    pub groups: Vec<DrawingGroup>,
}

/// The marks of one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawingGroup {
    /// What it stands for, as the story's files name it: `country:PAK`, `feature:tapi`, `place:..`.
    pub subject: Option<String>,
    /// The key of the overlay that it belongs to.
    pub overlay: Option<String>,
    /// In words.
    pub title: Option<String>,
    pub marks: Vec<Mark>,
}

/// The smallest thing that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Path(PathMark),
    Circle {
        center: Pos2,
        radius: f32,
        fill: Option<Color32>,
        pen: Option<Pen>,
    },
    Text(TextMark),
    Image(ImageMark),
}

/// Lines, or the outline of a fill: holes by the even-odd rule.
#[derive(Clone, Debug, PartialEq)]
pub struct PathMark {
    pub runs: Vec<Vec<Pos2>>,
    pub is_closed: bool,
    pub fill: Option<Color32>,
    pub pen: Option<Pen>,
}

/// How a line is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Pen {
    pub width: f32,
    pub color: Color32,
    /// Lengths of dashes and gaps in turn; none for an unbroken line.
    pub dash: Vec<f32>,
}

/// One line of words in one face.
#[derive(Clone, Debug, PartialEq)]
pub struct TextMark {
    pub words: String,
    /// Where its base line begins.
    pub at: Pos2,
    /// How long it is as it was laid out.
    pub length: f32,
    pub face: Face,
    pub size: f32,
    /// Between letters, beside what the face has.
    pub spacing: f32,
    pub color: Color32,
    /// Colour and reach of what lies around the letters.
    pub halo: Option<(Color32, f32)>,
    /// By how many degrees it is turned clockwise, about a point.
    pub turn: Option<(f32, Pos2)>,
}

/// The faces there are; see `theme::fonts`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    Serif,
    SerifItalic,
    SerifSemibold,
    #[default]
    Sans,
    SansSemibold,
}

/// A picture of pixels, over a rectangle.
#[derive(Clone, Debug, PartialEq)]
pub struct ImageMark {
    pub rect: Rect,
    /// A file in PNG's format.
    pub png: Arc<[u8]>,
}

/// Something of the story on a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnPlace {
    /// As in [`DrawingGroup::subject`].
    pub subject: String,
    pub name: String,
    pub at: Pos2,
}

impl Default for Drawing {
    fn default() -> Self {
        Self {
            size: Vec2::ZERO,
            title: String::new(),
            description: String::new(),
            background: Color32::TRANSPARENT,
            layers: Vec::new(),
            places: Vec::new(),
            map: Rect::ZERO,
        }
    }
}

impl Face {
    const ALL: [Self; 5] = [
        Self::Serif,
        Self::SerifItalic,
        Self::SerifSemibold,
        Self::Sans,
        Self::SansSemibold,
    ];

    /// What egui calls it.
    pub fn family(self) -> FontFamily {
        match self {
            Self::Serif => fonts::serif(),
            Self::SerifItalic => fonts::serif_italic(),
            Self::SerifSemibold => fonts::serif_semibold(),
            Self::Sans => fonts::sans(),
            Self::SansSemibold => fonts::sans_semibold(),
        }
    }

    /// The face of a family; the sans for one that is none of ours.
    pub fn of(family: &FontFamily) -> Self {
        if *family == fonts::countries() {
            return Self::Serif;
        }
        if *family == fonts::countries_in_focus() {
            return Self::SerifSemibold;
        }
        let found = Self::ALL.into_iter().find(|face| face.family() == *family);
        found.unwrap_or_default()
    }
}

impl Drawing {
    /// Makes everything so many times as large.
    pub fn enlarge(&mut self, factor: f32) {
        self.size *= factor;
        self.map = self.map * factor;
        for place in &mut self.places {
            place.at = (place.at.to_vec2() * factor).to_pos2();
        }
        for layer in &mut self.layers {
            layer.clip = layer.clip.map(|clip| clip * factor);
            for mark in layer.groups.iter_mut().flat_map(|group| &mut group.marks) {
                mark.enlarge(factor);
            }
        }
    }

    /// Puts every point of a line on the nearest of a grid, for files that are to be small.
    pub fn round_lines(&mut self, per_point: f32) {
        let groups = self.layers.iter_mut().flat_map(|layer| &mut layer.groups);
        for mark in groups.flat_map(|group| &mut group.marks) {
            if let Mark::Path(path) = mark {
                for run in &mut path.runs {
                    *run = thinned_to(run, 1.5 / per_point);
                    for at in run {
                        *at = ((at.to_vec2() * per_point).round() / per_point).to_pos2();
                    }
                }
            }
        }
    }

    /// Every line of words, in the order they are drawn.
    pub fn texts(&self) -> impl Iterator<Item = &TextMark> {
        let groups = self.layers.iter().flat_map(|layer| &layer.groups);
        groups
            .flat_map(|group| &group.marks)
            .filter_map(|mark| match mark {
                Mark::Text(text) => Some(text),
                _ => None,
            })
    }
}

impl DrawingLayer {
    /// A key, and a name for people.
    pub fn new((key, name): (&str, &str), clip: Option<Rect>, groups: Vec<DrawingGroup>) -> Self {
        Self {
            key: key.to_owned(),
            name: name.to_owned(),
            clip,
            groups,
        }
    }
}

impl DrawingGroup {
    /// Marks that stand for nothing of the story.
    pub fn of(marks: Vec<Mark>) -> Self {
        Self {
            marks,
            ..Self::default()
        }
    }
}

impl Mark {
    fn enlarge(&mut self, factor: f32) {
        let enlarge = |at: &mut Pos2| *at = (at.to_vec2() * factor).to_pos2();
        match self {
            Self::Path(path) => {
                path.runs.iter_mut().flatten().for_each(enlarge);
                if let Some(pen) = &mut path.pen {
                    pen.enlarge(factor);
                }
            }
            Self::Circle {
                center,
                radius,
                pen,
                ..
            } => {
                enlarge(center);
                *radius *= factor;
                if let Some(pen) = pen {
                    pen.enlarge(factor);
                }
            }
            Self::Text(text) => {
                enlarge(&mut text.at);
                text.length *= factor;
                text.size *= factor;
                text.spacing *= factor;
                if let Some((_, reach)) = &mut text.halo {
                    *reach *= factor;
                }
                if let Some((_, about)) = &mut text.turn {
                    enlarge(about);
                }
            }
            Self::Image(image) => image.rect = image.rect * factor,
        }
    }
}

impl Pen {
    /// Whether it leaves ink.
    pub fn is_seen(&self) -> bool {
        self.width > 0.0 && self.width.is_finite() && self.color.a() > 0
    }

    /// Whether its line has gaps. Lengths that are none make an unbroken line.
    pub fn is_dashed(&self) -> bool {
        let is_length = |length: &f32| *length >= 0.0 && length.is_finite();
        self.dash.iter().all(is_length) && self.dash.iter().any(|length| *length > 0.0)
    }

    fn enlarge(&mut self, factor: f32) {
        self.width *= factor;
        self.dash.iter_mut().for_each(|length| *length *= factor);
    }
}
