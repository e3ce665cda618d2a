//! The faces of a handout: how wide letters are, and which font draws them.
//!
//! In: the very families of the screen, so that a letter which a face lacks comes from the same font
//! as there. Out: where words break ([`super::lines`]) and how they are drawn ([`super::mark`]).

use std::collections::BTreeMap;

use egui::FontId;
use egui::epaint::text::{Fonts, TextOptions};
use krilla::text::Font;

use super::lines::{is_joined, is_leftward};
use crate::picture::Face;
use crate::theme::fonts;

/// Letters are measured at that size, and multiplied.
const MEASURED_AT: f32 = 100.0;

/// How wide a letter is taken to be that no font has: so is the box in its place.
const MISSING_EM: f32 = 0.65;

pub(super) struct Faces {
    measures: Fonts,
    letters: BTreeMap<(Face, char), Letter>,
    /// By their names; none for a file that is no font.
    prints: BTreeMap<String, Option<Print>>,
}

/// A font, and how much larger or smaller than asked it is set, to go with the others.
#[derive(Clone)]
pub(super) struct Print {
    pub font: Font,
    pub scale: f32,
}

#[derive(Clone)]
struct Letter {
    /// Which font has it.
    font: String,
    advance_em: f32,
}

/// Letters in a row that one font draws.
pub(super) struct Run<'a> {
    pub text: &'a str,
    /// From the start of the whole text, and how long it is, in points.
    pub x: f32,
    pub print: Print,
    pub is_leftward: bool,
}

impl Faces {
    pub(super) fn new() -> Self {
        Self {
            measures: Fonts::new(TextOptions::default(), fonts::definitions()),
            letters: BTreeMap::new(),
            prints: BTreeMap::new(),
        }
    }

    pub(super) fn advance(&mut self, face: Face, size: f32, letter: char) -> f32 {
        self.letter(face, letter).advance_em * size
    }

    pub(super) fn width(&mut self, face: Face, size: f32, text: &str) -> f32 {
        let letters = text.chars();
        letters.map(|letter| self.advance(face, size, letter)).sum()
    }

    /// A text as runs of one font and one direction each. Spaces and marks stay with the letters
    /// before them.
    pub(super) fn runs<'a>(&mut self, face: Face, size: f32, text: &'a str) -> Vec<Run<'a>> {
        let mut runs = Vec::new();
        let (mut start, mut start_x, mut x) = (0, 0.0, 0.0);
        let mut current: Option<(String, bool)> = None;
        for (at, letter) in text.char_indices() {
            let found = self.letter(face, letter);
            let stays = is_joined(letter)
                || letter == ' ' && current.as_ref().is_some_and(|(_, leftward)| *leftward);
            let kind = (found.font, is_leftward(letter));
            if current.as_ref() != Some(&kind) && !(stays && current.is_some()) {
                if let Some(kind) = current.take() {
                    runs.extend(self.run(text.get(start..at), start_x, kind));
                }
                (start, start_x) = (at, x);
                current = Some(kind);
            }
            x += found.advance_em * size;
        }
        if let Some(kind) = current {
            runs.extend(self.run(text.get(start..), start_x, kind));
        }
        runs
    }

    fn run<'a>(&mut self, text: Option<&'a str>, x: f32, kind: (String, bool)) -> Option<Run<'a>> {
        let (font, is_leftward) = kind;
        Some(Run {
            text: text?,
            x,
            print: self.print(&font)?,
            is_leftward,
        })
    }

    fn letter(&mut self, face: Face, letter: char) -> Letter {
        if let Some(known) = self.letters.get(&(face, letter)) {
            return known.clone();
        }
        let family = face.family();
        let mut measures = self.measures.with_pixels_per_point(1.0);
        let fonts = measures.characters(&family).get(&letter);
        let font = fonts.and_then(|fonts| fonts.first().cloned());
        let advance_em = if is_joined(letter) {
            0.0
        } else if font.is_some() {
            measures.glyph_width(&FontId::new(MEASURED_AT, family), letter) / MEASURED_AT
        } else {
            MISSING_EM
        };
        let found = Letter {
            font: font.or_else(|| self.first(face)).unwrap_or_default(),
            advance_em,
        };
        self.letters.insert((face, letter), found.clone());
        found
    }

    /// The name of the font a face is of.
    fn first(&self, face: Face) -> Option<String> {
        let families = &self.measures.definitions().families;
        families.get(&face.family())?.first().cloned()
    }

    fn print(&mut self, name: &str) -> Option<Print> {
        if let Some(known) = self.prints.get(name) {
            return known.clone();
        }
        let definitions = self.measures.definitions();
        let print = definitions.font_data.get(name).and_then(|data| {
            let font = Font::new(data.font.clone().into(), data.index)?;
            let scale = data.tweak.scale;
            Some(Print { font, scale })
        });
        self.prints.insert(name.to_owned(), print.clone());
        print
    }
}
