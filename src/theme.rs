//! Colours, dashes, hatches and sizes. The only place with such literals.
//!
//! In: values, by meaning. Out: anything that draws.

pub mod fonts;
mod lines;
pub mod measures;
mod palette;
mod relief;
mod style;

pub use lines::{FeatureLook, LineLook, Marks};
pub use palette::{Arrow, Dash, MapColors, OverlayLook, Theme, ThemeKind, TypeSizes, UiColors};
pub use relief::ReliefLook;
pub use style::mix;
