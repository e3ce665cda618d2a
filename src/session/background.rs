//! What lies behind the overlays.

/// What the ground is drawn with. The land's own vectors are always there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Background {
    /// Plain tints.
    None,
    /// Mountains shaded, over the tints of the land and below all else.
    #[default]
    Relief,
}

impl Background {
    /// What a file calls it.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Relief => "relief",
        }
    }

    /// Relief, or nothing where there is relief.
    pub fn toggle_relief(&mut self) {
        *self = match self {
            Self::Relief => Self::None,
            Self::None => Self::Relief,
        };
    }

    /// What a file calls so; the default for words of another version.
    pub fn from_key(key: &str) -> Self {
        match key {
            "none" => Self::None,
            _ => Self::Relief,
        }
    }
}
