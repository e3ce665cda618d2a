//! Map tiles from elsewhere: from a tile server, or from a map file on the disk.
//!
//! In: fetching, reading, keeping and checking tiles, all of it on another thread. This is the only
//! folder that may open a connection, and it opens none before it is asked for a [`Shelf`] of a
//! [`Source::Server`]. Out: who asks for one and after which consent (see `session`), and what is
//! drawn over the tiles (see `ui::map`).
//!
//! walkers draws the tiles. Its own fetchers are not used, because what they get from outside could
//! end the program or fill the machine: its `HttpTiles` has no limit of time, of size or of a
//! picture's sides, follows redirects to other hosts, writes an unbounded cache through a memory
//! map, which a full disk answers with a signal, joins its thread when it is dropped, and does not
//! say what failed; its `PmTiles` maps the file into memory, which ends the program when the file is
//! cut, and believes the sizes the file states. The crates below them are the same here.

mod directory;
mod disk;
mod download;
mod map_file;
mod picture;
mod server;
mod shelf;
mod store;
mod worker;

pub use server::TileServer;
pub use shelf::{Shelf, Source};

/// What a source says of itself once it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Facts {
    /// The side at which a tile of its own zoom is drawn, in points.
    tile_size: u32,
    min_zoom: u8,
    max_zoom: u8,
    /// Whose it is, as the source has to be credited.
    credit: String,
}

/// Why there is no tile, in words for a person that go on from "it".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
enum Trouble {
    /// With one tile; the next may be well.
    #[error("{0}")]
    Tile(String),
    /// With the source: no tile is to be had from it.
    #[error("{0}")]
    Source(String),
}

impl Trouble {
    fn tile(words: impl Into<String>) -> Self {
        Self::Tile(words.into())
    }

    fn source(words: impl Into<String>) -> Self {
        Self::Source(words.into())
    }
}
