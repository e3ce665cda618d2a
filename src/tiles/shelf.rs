//! The tiles of one source that are here, and those that are on their way.

use std::path::PathBuf;
use std::sync::mpsc::TryRecvError;

use egui::{Rect, pos2};
use walkers::sources::Attribution;
use walkers::{Tile, TileId, TilePiece, Tiles};

use super::store::Store;
use super::worker::{Answer, Worker};
use super::{Facts, TileServer, Trouble};
use crate::theme::{Sight, ThemeKind};

/// So many tiles in a row fail before no more are asked for.
const MOST_FAILURES: u32 = 3;

/// Where tiles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    Server {
        server: TileServer,
        /// Where its tiles are kept on the disk; none to keep none.
        folder: Option<PathBuf>,
        /// The eyes its pictures are seen with.
        sight: Sight,
    },
    File {
        path: PathBuf,
        /// What a vector file is coloured for.
        kind: ThemeKind,
        sight: Sight,
    },
}

/// The tiles of one source.
pub struct Shelf {
    source: Source,
    context: egui::Context,
    /// None when the thread could not even be started.
    worker: Option<Worker>,
    /// Known when the source is open.
    facts: Option<Facts>,
    tiles: Store,
    on_their_way: usize,
    failures_in_a_row: u32,
    has_shown: bool,
    trouble: Option<Trouble>,
}

impl Shelf {
    /// Opens the source behind the window's back.
    pub fn open(source: Source, context: &egui::Context) -> Self {
        let mut shelf = Self {
            source,
            context: context.clone(),
            worker: None,
            facts: None,
            tiles: Store::new(),
            on_their_way: 0,
            failures_in_a_row: 0,
            has_shown: false,
            trouble: None,
        };
        shelf.start();
        shelf
    }

    fn start(&mut self) {
        match Worker::start(&self.source, &self.context) {
            Ok(worker) => self.worker = Some(worker),
            Err(trouble) => self.trouble = Some(trouble),
        }
    }

    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Whose the tiles are; nothing where the source does not say.
    pub fn credit(&self) -> &str {
        self.facts.as_ref().map_or("", |facts| &facts.credit)
    }

    /// Why no tiles come, in words that go on from "it".
    pub fn trouble(&self) -> Option<String> {
        self.trouble.as_ref().map(ToString::to_string)
    }

    pub fn is_loading(&self) -> bool {
        self.trouble.is_none() && (self.facts.is_none() || self.on_their_way > 0)
    }

    /// Begins anew with what failed; what is here stays.
    pub fn retry(&mut self) {
        self.tiles.forget_failures();
        self.on_their_way = 0;
        self.failures_in_a_row = 0;
        self.has_shown = false;
        self.trouble = None;
        self.start();
    }

    /// Takes what has arrived. Once a frame.
    pub fn take_answers(&mut self) {
        self.tiles.begin_frame();
        loop {
            let Some(worker) = &self.worker else { return };
            match worker.answers.try_recv() {
                Ok(Answer::Opened(Ok(facts))) => self.facts = Some(facts),
                Ok(Answer::Opened(Err(trouble))) => self.trouble = Some(trouble),
                Ok(Answer::Tile(id, tile)) => {
                    self.on_their_way = self.on_their_way.saturating_sub(1);
                    self.take_tile(id, tile);
                }
                Err(TryRecvError::Empty) => return,
                Err(TryRecvError::Disconnected) => {
                    self.worker = None;
                    let stopped = || Trouble::source("reading it came to an unexpected end");
                    self.trouble.get_or_insert_with(stopped);
                }
            }
        }
    }

    fn take_tile(&mut self, id: TileId, tile: Result<Option<Tile>, Trouble>) {
        match tile {
            Ok(tile) => {
                self.tiles.take(id, tile);
                self.failures_in_a_row = 0;
                self.has_shown = true;
                self.trouble.take_if(|it| matches!(it, Trouble::Tile(_)));
            }
            Err(trouble) => {
                self.tiles.note_failed(id);
                self.failures_in_a_row += 1;
                // Where a view has one tile and that fails, it has nothing either.
                let was_all = !self.has_shown && self.on_their_way == 0;
                let is_source = matches!(trouble, Trouble::Source(_));
                if is_source || was_all || self.failures_in_a_row >= MOST_FAILURES {
                    self.trouble = Some(trouble);
                }
            }
        }
    }

    fn ask(&mut self, id: TileId) {
        let is_full = self.on_their_way >= TileServer::PARALLEL;
        if is_full || self.trouble.is_some() || !self.tiles.wants(id) {
            return;
        }
        let is_asked = |worker: &Worker| worker.asked.send(id).is_ok();
        if self.worker.as_ref().is_some_and(is_asked) {
            self.tiles.note_asked(id);
            self.on_their_way += 1;
        }
    }

    /// The tile, or the part of the nearest coarser one that covers the same ground.
    fn best(&mut self, id: TileId) -> Option<TilePiece> {
        (0..=id.zoom).find_map(|steps| {
            let (above, uv) = part_of(id, steps);
            let tile = self.tiles.look_at(above)?;
            Some(TilePiece::new(tile, uv))
        })
    }
}

impl Tiles for Shelf {
    fn at(&mut self, id: TileId) -> Option<TilePiece> {
        let facts = self.facts.as_ref()?;
        let (zoom, side) = (id.zoom, 1_u64.checked_shl(u32::from(id.zoom))?);
        if u64::from(id.x) >= side || u64::from(id.y) >= side {
            return None;
        }
        let is_offered = zoom >= facts.min_zoom;
        let (wanted, _) = part_of(id, zoom.saturating_sub(facts.max_zoom));
        if is_offered {
            self.ask(wanted);
        }
        self.best(id)
    }

    /// Shown by `ui::map`, from [`Shelf::credit`].
    fn attribution(&self) -> Attribution {
        Attribution {
            text: "",
            url: "",
            logo_light: None,
            logo_dark: None,
        }
    }

    fn tile_size(&self) -> u32 {
        self.facts.as_ref().map_or(256, |facts| facts.tile_size)
    }
}

/// The tile so many zooms above, and the part of it that a tile is.
fn part_of(id: TileId, steps: u8) -> (TileId, Rect) {
    let side = 1_u32.checked_shl(u32::from(steps)).unwrap_or(u32::MAX);
    let part = (side as f32).recip();
    let (left, top) = ((id.x % side) as f32 * part, (id.y % side) as f32 * part);
    let above = TileId {
        x: id.x / side,
        y: id.y / side,
        zoom: id.zoom.saturating_sub(steps),
    };
    let uv = Rect::from_min_max(pos2(left, top), pos2(left + part, top + part));
    (above, uv)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tile_is_a_part_of_each_coarser_one() {
        let id = TileId {
            x: 5,
            y: 2,
            zoom: 3,
        };
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        assert_eq!(part_of(id, 0), (id, whole));
        let (above, uv) = part_of(id, 1);
        assert_eq!((above.x, above.y, above.zoom), (2, 1, 2));
        assert_eq!(uv, Rect::from_min_max(pos2(0.5, 0.0), pos2(1.0, 0.5)));
        let (world, _) = part_of(id, 3);
        assert_eq!((world.x, world.y, world.zoom), (0, 0, 0));
    }
}
