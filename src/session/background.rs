//! What lies behind the overlays.

/// What the ground is drawn with. The land's own vectors are always there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Background {
    /// Plain tints.
    None,
    /// Mountains shaded, below the tints.
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

    /// What a file calls so; the default for words of another version.
    pub fn from_key(key: &str) -> Self {
        match key {
            "none" => Self::None,
            _ => Self::Relief,
        }
    }
}
