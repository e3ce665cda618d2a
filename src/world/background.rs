//! What lies behind the overlays.

/// What the ground is drawn with. The land's own vectors are always there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Background {
    /// Plain tints.
    None,
    /// Mountains shaded, over the tints of the land and below all else.
    #[default]
    Relief,
    /// Tiles of OpenStreetMap, over the network.
    OpenStreetMap,
    /// Tiles of a file on the disk; which one is for the sitting to say.
    MapFile,
}

impl Background {
    /// What a file calls it.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Relief => "relief",
            Self::OpenStreetMap => "openstreetmap",
            Self::MapFile => "map file",
        }
    }

    /// Relief, or nothing where there is relief.
    pub fn other_relief(self) -> Self {
        match self {
            Self::Relief => Self::None,
            Self::None | Self::OpenStreetMap | Self::MapFile => Self::Relief,
        }
    }

    /// What a file calls so; the default for words of another version.
    pub fn from_key(key: &str) -> Self {
        let known = [Self::None, Self::OpenStreetMap, Self::MapFile];
        let is_it = |background: &Self| background.key() == key;
        known.into_iter().find(is_it).unwrap_or_default()
    }

    /// Whether it is made of tiles, which come in Web Mercator only.
    pub fn has_tiles(self) -> bool {
        matches!(self, Self::OpenStreetMap | Self::MapFile)
    }
}
