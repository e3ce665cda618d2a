//! Colours, dashes, hatches and sizes. The only place with such literals.
//!
//! In: values, by meaning. Out: anything that draws.

mod palette;

pub use palette::{
    Arrow, Dash, Hatch, MapColors, OverlayLook, Theme, ThemeKind, TypeSizes, UiColors,
};
