//! A sheet as a picture: SVG, whose words stay words and whose layers have names, and PNG.
//!
//! In: a [`Drawing`](crate::picture::Drawing), and nothing else: the same drawing makes the same
//! bytes. Words are drawn in the faces that come with the program; the system's are asked only for
//! letters that none of these has. Out: what is drawn, and where files go.

#[cfg(test)]
mod elements;
mod faces;
mod marks;
mod number;
mod paint;
mod png;
#[cfg(test)]
mod sample;
mod svg;

pub use faces::{fonts, fonts_for, tree};
pub use png::png;
pub use svg::{svg, svg_element};

use thiserror::Error;

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PictureFault {
    #[error("a picture needs a width and a height")]
    Empty,
    #[error(
        "{width} × {height} pixels are too many: a picture may have {side} on each side, and {all} \
         million in all",
        side = png::MOST_SIDE,
        all = png::MOST_PIXELS / 1_000_000
    )]
    TooLarge { width: u64, height: u64 },
    #[error("the picture could not be drawn: {0}")]
    NotDrawn(String),
    #[error("the picture could not be written: {0}")]
    NotWritten(String),
}
