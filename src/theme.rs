//! Colours, dashes, hatches and sizes. The only place with such literals.
//!
//! In: values, by meaning. Out: anything that draws.

mod color_vision;
pub mod fonts;
mod hatch;
mod lines;
pub mod measures;
mod palette;
mod style;

pub use color_vision::Sight;
pub use lines::{FeatureLook, LineLook, Marks, Sign};
pub use palette::{Arrow, Dash, MapColors, OverlayLook, Theme, ThemeKind, TypeSizes, UiColors};
pub use style::mix;
