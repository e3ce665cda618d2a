//! Tiles from a `.pmtiles` file, version 3: <https://github.com/protomaps/PMTiles>, `spec/v3/spec.md`.
//!
//! A header of 127 bytes says where the directories and the tiles lie; a directory says for runs of
//! tile numbers (along a Hilbert curve) where their bytes are, or where a finer directory is.
//!
//! Read with plain reads, and each length is held against the file's own before room is made for
//! it. The `pmtiles` crate, which the tests write files with, makes as much room as a directory
//! states and unpacks without an end, so a file of a few bytes could fill the machine.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::{Arc, Mutex};

use flate2::read::MultiGzDecoder;
use lru::LruCache;
use serde::Deserialize;
use walkers::{Style, Tile, TileId};

use super::directory::{Entry, entries, find, number};
use super::picture::{VECTOR_SIZE, raster, vector, without_names};
use super::{Facts, Trouble};
use crate::theme::{Sight, ThemeKind};

const HEADER_BYTES: usize = 127;

/// So much is read of a directory, a tile or the description, and so much may be in a tile or the
/// description unpacked.
const MOST_PACKED: u64 = 8 << 20;
const MOST_UNPACKED: u64 = 32 << 20;

/// So much may be in a directory unpacked. Writers cut them much smaller, and in memory an entry
/// takes up to eight times as much.
const MOST_DIRECTORY: u64 = 1 << 20;

/// So many finer directories stay in memory. A view lies in a few of them.
const MOST_LEAVES: NonZeroUsize = match NonZeroUsize::new(8) {
    Some(count) => count,
    None => NonZeroUsize::MIN,
};

/// How deep directories may lie in one another.
const MOST_DEPTH: usize = 4;

/// A credit is a line on the map.
const MOST_CREDIT: usize = 90;

/// An open map file.
pub(super) struct MapFile {
    file: Mutex<File>,
    length: u64,
    header: Header,
    root: Directory,
    /// Finer directories by their place, those used last.
    leaves: Mutex<LruCache<(u64, u64), Directory>>,
    facts: Facts,
    style: Style,
    sight: Sight,
    context: egui::Context,
}

type Directory = Arc<[Entry]>;

/// What of the header is needed.
#[derive(Clone, Copy, Debug)]
struct Header {
    root: (u64, u64),
    description: (u64, u64),
    leaves: (u64, u64),
    tiles: (u64, u64),
    inner_packing: u8,
    tile_packing: u8,
    tile_kind: u8,
    min_zoom: u8,
    max_zoom: u8,
}

/// What a file says of itself. All of it may be missing.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Description {
    attribution: serde_json::Value,
    vector_layers: serde_json::Value,
}

impl MapFile {
    pub(super) fn open(
        path: &Path,
        (kind, sight): (ThemeKind, Sight),
        context: egui::Context,
    ) -> Result<Self, Trouble> {
        let is_missing = |error: std::io::Error| Trouble::source(error.to_string());
        let about = std::fs::metadata(path).map_err(is_missing)?;
        // A pipe or a device could keep one waiting for ever.
        if !about.is_file() {
            return Err(Trouble::source("it is not a file"));
        }
        let mut file = File::open(path).map_err(is_missing)?;
        let length = about.len();
        let mut bytes = [0; HEADER_BYTES];
        file.read_exact(&mut bytes)
            .map_err(|_| Trouble::source("it is too short for a PMTiles file"))?;
        let header = Header::read(&bytes)?;
        header.check(length)?;
        let mut map = Self {
            file: Mutex::new(file),
            length,
            header,
            root: Arc::default(),
            leaves: Mutex::new(LruCache::new(MOST_LEAVES)),
            facts: header.facts(),
            style: Style::default(),
            sight,
            context,
        };
        map.root = map.directory(header.root)?;
        let description = map.description();
        map.facts.credit = credit(&description.attribution);
        map.style = style(&description.vector_layers, kind);
        Ok(map)
    }

    pub(super) fn facts(&self) -> Facts {
        self.facts.clone()
    }

    /// None where the file has no tile.
    pub(super) fn tile(&self, id: TileId) -> Result<Option<Tile>, Trouble> {
        let Some((offset, length)) = self.find(number(id.zoom, id.x, id.y))? else {
            return Ok(None);
        };
        let packed = self.bytes(self.header.tiles, offset, length)?;
        let bytes = unpacked(packed, self.header.tile_packing, MOST_UNPACKED)?;
        if self.header.tile_kind == Header::VECTOR {
            vector(&bytes, &self.style, id.zoom, self.sight).map(Some)
        } else {
            raster(&bytes, self.sight, &self.context).map(Some)
        }
    }

    fn find(&self, tile: u64) -> Result<Option<(u64, u64)>, Trouble> {
        let mut found = find(&self.root, tile);
        for _ in 0..MOST_DEPTH {
            match found {
                None => return Ok(None),
                Some(entry) if entry.run > 0 => return Ok(Some((entry.offset, entry.length))),
                Some(entry) => {
                    let offset = self.header.leaves.0.checked_add(entry.offset);
                    let at = offset.ok_or_else(wrong_sizes)?;
                    found = find(&self.leaf((at, entry.length))?, tile);
                }
            }
        }
        Err(Trouble::source("its directories lead nowhere"))
    }

    /// A finer directory, read once.
    fn leaf(&self, at: (u64, u64)) -> Result<Directory, Trouble> {
        let known = || self.leaves.lock().ok()?.get(&at).cloned();
        if let Some(leaf) = known() {
            return Ok(leaf);
        }
        let leaf = self.directory(at)?;
        if let Ok(mut leaves) = self.leaves.lock() {
            leaves.put(at, leaf.clone());
        }
        Ok(leaf)
    }

    fn directory(&self, (offset, length): (u64, u64)) -> Result<Directory, Trouble> {
        let packed = self.bytes((0, self.length), offset, length)?;
        let bytes = unpacked(packed, self.header.inner_packing, MOST_DIRECTORY)?;
        let entries = entries(&bytes).map(Directory::from);
        entries.ok_or_else(|| Trouble::source("its directory is broken"))
    }

    /// A description that can not be read costs the credit and the style, not the map.
    fn description(&self) -> Description {
        let (offset, length) = self.header.description;
        let packed = self.bytes((0, self.length), offset, length);
        let packing = self.header.inner_packing;
        let bytes = packed.and_then(|packed| unpacked(packed, packing, MOST_UNPACKED));
        let read = |bytes: Vec<u8>| serde_json::from_slice(&bytes).ok();
        bytes.ok().and_then(read).unwrap_or_default()
    }

    /// Bytes of a part of the file. Room is made for what is there only.
    fn bytes(&self, part: (u64, u64), offset: u64, length: u64) -> Result<Vec<u8>, Trouble> {
        let end = offset.checked_add(length).ok_or_else(wrong_sizes)?;
        let at = part.0.checked_add(offset).ok_or_else(wrong_sizes)?;
        if length > MOST_PACKED || end > part.1 || at.saturating_add(length) > self.length {
            return Err(wrong_sizes());
        }
        let is_gone = |error: std::io::Error| Trouble::tile(format!("it can not be read: {error}"));
        let mut file = self
            .file
            .lock()
            .map_err(|_| Trouble::source("it can not be read"))?;
        file.seek(SeekFrom::Start(at)).map_err(is_gone)?;
        let mut bytes = vec![0; length as usize];
        file.read_exact(&mut bytes).map_err(is_gone)?;
        Ok(bytes)
    }
}

fn wrong_sizes() -> Trouble {
    Trouble::tile("it states sizes that are not its own")
}

impl Header {
    const VECTOR: u8 = 1;

    fn read(bytes: &[u8; HEADER_BYTES]) -> Result<Self, Trouble> {
        let not_one = || Trouble::source("it is not a PMTiles file of version 3");
        if !bytes.starts_with(b"PMTiles\x03") {
            return Err(not_one());
        }
        let byte = |at: usize| bytes.get(at).copied().ok_or_else(not_one);
        let number = |at: usize| {
            let eight = bytes.get(at..at + 8).ok_or_else(not_one)?;
            let eight = eight.try_into().map_err(|_| not_one())?;
            Ok(u64::from_le_bytes(eight))
        };
        let part = |at: usize| Ok((number(at)?, number(at + 8)?));
        Ok(Self {
            root: part(8)?,
            description: part(24)?,
            leaves: part(40)?,
            tiles: part(56)?,
            inner_packing: byte(97)?,
            tile_packing: byte(98)?,
            tile_kind: byte(99)?,
            min_zoom: byte(100)?,
            max_zoom: byte(101)?,
        })
    }

    /// Whether all it speaks of is in the file, and of a kind that can be shown.
    fn check(&self, length: u64) -> Result<(), Trouble> {
        for (offset, bytes) in [self.root, self.leaves, self.tiles] {
            if offset.checked_add(bytes).is_none_or(|end| end > length) {
                return Err(Trouble::source("it is cut short, or states wrong sizes"));
            }
        }
        if !matches!(self.tile_kind, 1..=4) {
            return Err(Trouble::source(
                "its tiles are neither vector tiles nor PNG, JPEG or WebP",
            ));
        }
        let can_unpack = |packing| matches!(packing, 0..=2);
        if !can_unpack(self.inner_packing) || !can_unpack(self.tile_packing) {
            return Err(Trouble::source("it is packed by other means than gzip"));
        }
        if self.min_zoom > self.max_zoom || self.max_zoom > 26 {
            return Err(Trouble::source("its zoom levels are none"));
        }
        Ok(())
    }

    fn facts(&self) -> Facts {
        let is_vector = self.tile_kind == Self::VECTOR;
        Facts {
            tile_size: if is_vector { VECTOR_SIZE } else { 256 },
            min_zoom: self.min_zoom,
            max_zoom: self.max_zoom,
            credit: String::new(),
        }
    }
}

/// The bytes behind the packing, if they are fewer than `most`.
fn unpacked(packed: Vec<u8>, packing: u8, most: u64) -> Result<Vec<u8>, Trouble> {
    let is_too_much = |bytes: &[u8]| bytes.len() as u64 >= most;
    let mut bytes = packed;
    if packing == 2 {
        let packed = std::mem::take(&mut bytes);
        let mut reader = MultiGzDecoder::new(packed.as_slice()).take(most);
        let is_broken = |_| Trouble::tile("what is packed in it is broken");
        reader.read_to_end(&mut bytes).map_err(is_broken)?;
    }
    if is_too_much(&bytes) {
        return Err(Trouble::tile("what is packed in it is too much"));
    }
    Ok(bytes)
}

/// Whose the file is, without the markup of a web page.
fn credit(attribution: &serde_json::Value) -> String {
    let mut is_tag = false;
    let words = attribution.as_str().unwrap_or_default();
    let words: String = words
        .replace("&copy;", "\u{00a9}")
        .chars()
        .filter(|&letter| {
            is_tag |= letter == '<';
            let is_said = !is_tag && !letter.is_control();
            is_tag &= letter != '>';
            is_said
        })
        .take(MOST_CREDIT)
        .collect();
    words.trim().to_owned()
}

/// The style for the schema its layers are named by: that of Protomaps, or of `OpenMapTiles`.
fn style(layers: &serde_json::Value, kind: ThemeKind) -> Style {
    let layers = layers.as_array().map_or(&[][..], Vec::as_slice);
    let has = |name: &str| layers.iter().any(|layer| layer["id"] == name);
    let is_open_map_tiles = has("transportation") || has("waterway");
    without_names(match (is_open_map_tiles, kind) {
        (true, ThemeKind::Light | ThemeKind::Contrast) => Style::openmaptiles_basemap_light(),
        (true, ThemeKind::Dark) => Style::openmaptiles_basemap_dark(),
        (false, ThemeKind::Light | ThemeKind::Contrast) => Style::protomaps_basemap_light(),
        (false, ThemeKind::Dark) => Style::protomaps_basemap_dark(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_unpacks_without_an_end_is_refused() {
        use std::io::Write as _;
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        for _ in 0..40 {
            assert!(packer.write_all(&vec![0; 1 << 20]).is_ok());
        }
        let bytes = packer.finish().unwrap_or_default();
        assert!((1..1 << 20).contains(&bytes.len()));
        assert!(unpacked(bytes, 2, MOST_UNPACKED).is_err());
        let most = MOST_DIRECTORY;
        assert!(unpacked(vec![0; 1 << 20], 0, most).is_err());
        assert!(unpacked(vec![0; 1 << 19], 0, most).is_ok());
    }

    #[test]
    fn a_credit_loses_its_markup_and_is_a_line() {
        let words = "<a href=\"https://example.org\">&copy; The\u{7}\nauthors</a>".into();
        assert_eq!(credit(&words), "\u{00a9} Theauthors");
        assert_eq!(credit(&"x".repeat(900).into()).len(), MOST_CREDIT);
        assert_eq!(credit(&7.into()), "");
    }
}
