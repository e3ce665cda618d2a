//! A handout: the briefing on paper, for those who were there and those who were not.
//!
//! In: titles, maps as they are drawn ([`Drawing`]), callouts on them and the passages behind them;
//! bytes of a PDF come out, one page a scene between contents and credits. Words stay words, lines
//! stay lines. Out: what is on show in a scene and how it is drawn (see `picture` and `ui`), where the
//! file goes.
//!
//! Made in two steps: everything gets its place on a page first ([`plan`]), so that contents and links
//! know where things are; then it is drawn ([`paint`]). No clock and no chance: the same handout is
//! the same bytes, on any machine: letters that no face of the program has are boxes.

mod callouts;
mod faces;
mod flow;
mod lines;
mod mark;
mod paint;
mod plan;
mod scene;
mod tags;
#[cfg(test)]
mod tests;

use std::str::FromStr;

use egui::{Pos2, Vec2};
use krilla::SerializeSettings;
use thiserror::Error;

use self::faces::Faces;
use crate::picture::Drawing;
use crate::theme::handout_sizes as sizes;

/// All that is in a handout.
#[derive(Clone, Debug, PartialEq)]
pub struct Handout {
    pub title: String,
    /// Publisher and date.
    pub subtitle: String,
    /// Of the words: "en".
    pub language: String,
    /// One a scene, in order.
    pub pages: Vec<HandoutPage>,
    /// What a reader must know of the maps: whose borders they show, what is schematic. A paragraph
    /// each, on the last page.
    pub notes: Vec<String>,
    /// Sources and licences, a paragraph each, after the notes.
    pub credits: Vec<String>,
}

/// One scene.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoutPage {
    pub title: String,
    /// Only the map. It is drawn as large as the page lets it be.
    pub map: Drawing,
    /// What the signs on the map mean: below the map where it fits, in the column beside it otherwise.
    pub legend: Option<Drawing>,
    /// In the order of their numbers, which are from 1.
    pub callouts: Vec<Callout>,
    /// What the scene is about, in the order they are read.
    pub passages: Vec<HandoutPassage>,
    /// What the speaker wants to say.
    pub notes: Option<String>,
}

/// A numbered disc on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout {
    /// In points of [`HandoutPage::map`].
    pub at: Pos2,
    pub name: String,
    /// Numbers of the paragraphs that tell of it.
    pub passages: Vec<usize>,
}

/// A paragraph of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoutPassage {
    pub number: usize,
    pub text: String,
    /// Who says so; written once below passages that share it.
    pub source: String,
}

/// What it is printed on, or shown on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    #[default]
    A4,
    Letter,
    /// As screens are: 16 to 9.
    Wide,
}

impl FromStr for Paper {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "a4" => Ok(Self::A4),
            "letter" => Ok(Self::Letter),
            "wide" => Ok(Self::Wide),
            _ => Err(format!(
                "no paper is called \"{text}\"; there are a4, letter, wide"
            )),
        }
    }
}

impl Paper {
    /// In points; the long side is the width.
    fn size(self) -> Vec2 {
        match self {
            Self::A4 => sizes::A4,
            Self::Letter => sizes::LETTER,
            Self::Wide => sizes::WIDE,
        }
    }
}

/// What is wanted of a handout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HandoutChoice {
    pub paper: Paper,
    /// Whether the speaker's notes are in it.
    pub has_notes: bool,
}

/// Why there is no handout.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum HandoutFault {
    #[error("a picture on a map can not be read: {0}")]
    Picture(String),
    #[error("the pages can not be written: {0}")]
    Pages(String),
}

/// The file.
pub fn pdf(handout: &Handout, choice: HandoutChoice) -> Result<Vec<u8>, HandoutFault> {
    written(handout, choice, SerializeSettings::default())
}

fn written(
    handout: &Handout,
    choice: HandoutChoice,
    settings: SerializeSettings,
) -> Result<Vec<u8>, HandoutFault> {
    let mut faces = Faces::new();
    let plan = plan::planned(handout, choice, &mut faces);
    paint::document(&plan, &mut faces, settings)
}
