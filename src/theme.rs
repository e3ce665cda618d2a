//! Colours, dashes, hatches and sizes. The only place with such literals.
//!
//! In: values, by meaning. Out: anything that draws.

mod color_vision;
mod contrast;
pub mod fonts;
pub mod handout_sizes;
mod hatch;
mod kind_names;
mod lines;
pub mod measures;
mod palette;
mod relief;
pub mod show_sizes;
mod soft;
mod style;
mod tints;

pub use color_vision::Sight;
pub use lines::{Ends, FeatureLook, LineLook, Marks, Sign, Way};
pub use palette::{Arrow, Dash, MapColors, OverlayLook, Theme, ThemeKind, TypeSizes, UiColors};
pub use relief::ReliefLook;
pub use soft::SoftLook;
pub use style::mix;
