//! The tiles that are in memory, within a fixed room.
//!
//! In: what is known of each tile, and which of them go when the room is used up. Out: asking for
//! tiles (see `shelf`).

use std::num::NonZeroUsize;

use lru::LruCache;
use walkers::{Drawable, Line, Mesh, Tile, TileId};

/// More than the largest screen shows of tiles of the usual size.
const MOST_TILES: NonZeroUsize = match NonZeroUsize::new(700) {
    Some(count) => count,
    None => NonZeroUsize::MIN,
};

/// The room they have, in bytes.
const MOST_BYTES: usize = 256 << 20;

/// A tile that fails is asked for so many times more, when others succeed.
const MOST_RETRIES: u8 = 2;

/// What is known of a tile that was asked for.
enum Slot {
    Asked {
        failures: u8,
    },
    Here {
        tile: Tile,
        bytes: usize,
        /// The frame it was last looked at in.
        seen: u64,
    },
    /// The source has none.
    Missing,
    Failed {
        failures: u8,
    },
    /// It failed, and may be asked for again.
    Due {
        failures: u8,
    },
}

/// The tiles of a source.
pub(super) struct Store {
    slots: LruCache<TileId, Slot>,
    used_bytes: usize,
    most_bytes: usize,
    frame: u64,
}

impl Store {
    pub(super) fn new() -> Self {
        Self::with_room(MOST_BYTES)
    }

    fn with_room(most_bytes: usize) -> Self {
        Self {
            slots: LruCache::new(MOST_TILES),
            used_bytes: 0,
            most_bytes,
            frame: 0,
        }
    }

    /// What was looked at long enough ago may go.
    pub(super) fn begin_frame(&mut self) {
        self.frame += 1;
    }

    /// The tile, if it is here.
    pub(super) fn look_at(&mut self, id: TileId) -> Option<Tile> {
        match self.slots.get_mut(&id) {
            Some(Slot::Here { tile, seen, .. }) => {
                *seen = self.frame;
                Some(tile.clone())
            }
            _ => None,
        }
    }

    /// Whether it makes sense to ask for it. While what is on show alone uses up the room, nothing
    /// more is asked for: it would only take the place of what is looked at, and that be asked
    /// for again, without an end. Coarser tiles stand in.
    pub(super) fn wants(&mut self, id: TileId) -> bool {
        let is_unknown = matches!(self.slots.get(&id), None | Some(Slot::Due { .. }));
        is_unknown && (self.used_bytes < self.most_bytes || self.oldest_to_go().is_some())
    }

    pub(super) fn note_asked(&mut self, id: TileId) {
        let failures = self.failures(id);
        self.put(id, Slot::Asked { failures });
    }

    /// Takes a tile that came. What failed before it may be asked for again: it was not the source.
    pub(super) fn take(&mut self, id: TileId, tile: Option<Tile>) {
        let slot = tile.map_or(Slot::Missing, |tile| Slot::Here {
            bytes: bytes_of(&tile),
            tile,
            seen: self.frame,
        });
        self.put(id, slot);
        for (_, slot) in &mut self.slots {
            if let &mut Slot::Failed { failures } = slot
                && failures <= MOST_RETRIES
            {
                *slot = Slot::Due { failures };
            }
        }
    }

    pub(super) fn note_failed(&mut self, id: TileId) {
        let failures = self.failures(id).saturating_add(1);
        self.put(id, Slot::Failed { failures });
    }

    /// Lets go of all but the tiles that are here.
    pub(super) fn forget_failures(&mut self) {
        let others = self.slots.iter();
        let others = others.filter(|(_, slot)| !matches!(slot, Slot::Here { .. }));
        let others: Vec<TileId> = others.map(|(&id, _)| id).collect();
        for id in others {
            self.slots.pop(&id);
        }
    }

    fn failures(&self, id: TileId) -> u8 {
        match self.slots.peek(&id) {
            Some(
                &(Slot::Asked { failures } | Slot::Failed { failures } | Slot::Due { failures }),
            ) => failures,
            _ => 0,
        }
    }

    fn put(&mut self, id: TileId, slot: Slot) {
        self.used_bytes += slot.bytes();
        if let Some((_, gone)) = self.slots.push(id, slot) {
            self.used_bytes -= gone.bytes();
        }
        while self.used_bytes > self.most_bytes
            && let Some(oldest) = self.oldest_to_go()
            && let Some(gone) = self.slots.pop(&oldest)
        {
            self.used_bytes -= gone.bytes();
        }
    }

    /// The tile that goes first, unless it is one that is looked at: in this frame, or in the one
    /// before, of which this one is still to draw the same.
    fn oldest_to_go(&self) -> Option<TileId> {
        let mut oldest_first = self.slots.iter().rev();
        let (id, seen) = oldest_first.find_map(|(&id, slot)| match slot {
            Slot::Here { seen, .. } => Some((id, *seen)),
            _ => None,
        })?;
        (seen + 1 < self.frame).then_some(id)
    }
}

impl Slot {
    fn bytes(&self) -> usize {
        match self {
            Self::Here { bytes, .. } => *bytes,
            _ => 0,
        }
    }
}

/// What a tile takes in memory, or on the graphics card.
fn bytes_of(tile: &Tile) -> usize {
    match tile {
        Tile::Raster(texture) => {
            let [width, height] = texture.size();
            width * height * 4
        }
        Tile::Vector { drawables, .. } => drawables.iter().map(bytes_of_drawable).sum(),
    }
}

fn bytes_of_drawable(drawable: &Drawable) -> usize {
    let mesh = |Mesh { vertices, indices }: &Mesh| {
        size_of_val(vertices.as_slice()) + size_of_val(indices.as_slice())
    };
    let line = |line: &Line| size_of::<Line>() + size_of_val(line.points.as_slice());
    match drawable {
        Drawable::Fill(fill) => mesh(fill),
        Drawable::Lines(lines) => lines.iter().map(line).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDE: usize = 256;
    const TILE_BYTES: usize = SIDE * SIDE * 4;

    fn id(x: u32) -> TileId {
        TileId { x, y: 0, zoom: 9 }
    }

    fn tile() -> Tile {
        let image = egui::ColorImage::filled([SIDE, SIDE], egui::Color32::BLACK);
        let options = egui::TextureOptions::LINEAR;
        Tile::Raster(egui::Context::default().load_texture("tile", image, options))
    }

    fn here(store: &mut Store, ids: std::ops::Range<u32>) -> Vec<u32> {
        ids.filter(|&x| store.look_at(id(x)).is_some()).collect()
    }

    #[test]
    fn large_tiles_are_kept_within_the_room_and_the_longest_unseen_go_first() {
        let mut store = Store::with_room(4 * TILE_BYTES);
        for x in 0..20 {
            store.begin_frame();
            store.begin_frame();
            assert!(store.wants(id(x)));
            store.note_asked(id(x));
            store.take(id(x), Some(tile()));
            // The first is looked at all the time.
            assert!(store.look_at(id(0)).is_some());
            assert!(store.used_bytes <= 4 * TILE_BYTES);
        }
        assert_eq!(here(&mut store, 0..20), [0, 17, 18, 19]);
    }

    #[test]
    fn what_is_on_show_stays_though_it_is_more_than_the_room_and_is_not_asked_for_for_ever() {
        let mut store = Store::with_room(4 * TILE_BYTES);
        let mut asked = 0;
        for _ in 0..50 {
            store.begin_frame();
            for x in 0..10 {
                if store.wants(id(x)) {
                    store.note_asked(id(x));
                    asked += 1;
                    store.take(id(x), Some(tile()));
                }
                let _ = store.look_at(id(x));
            }
        }
        assert_eq!(asked, 4);
        assert_eq!(here(&mut store, 0..10), [0, 1, 2, 3]);
        // Elsewhere there is room again.
        store.begin_frame();
        store.begin_frame();
        assert!(store.wants(id(11)));
    }

    #[test]
    fn a_tile_that_failed_is_asked_for_again_when_another_comes_but_not_for_ever() {
        let mut store = Store::new();
        for _ in 0..=MOST_RETRIES {
            assert!(store.wants(id(0)));
            store.note_asked(id(0));
            assert!(!store.wants(id(0)));
            store.note_failed(id(0));
            assert!(!store.wants(id(0)), "not before another came");
            store.take(id(1), Some(tile()));
        }
        assert!(!store.wants(id(0)));
        store.forget_failures();
        assert!(store.wants(id(0)));
        // Where there is none, there is none.
        store.take(id(2), None);
        store.take(id(1), Some(tile()));
        assert!(!store.wants(id(2)));
    }
}
