//! The hill shade on the map plane: its pixels at several sizes, and for each projection a net of
//! squares that bends the picture onto the map.
//!
//! In: geometry and pixels, made once, on another thread. Out: how strongly it is drawn (the
//! theme), and how it gets onto a GPU (see `ui`).

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Mutex;

use super::view::View;
use crate::atlas::{AtlasError, Relief};
use crate::geography::{LonLat, MapPoint, MapProjection, MapRect};

/// Squares of the net to a degree of longitude or latitude, and degrees to the side of a block
/// that is drawn or left out as one.
const SQUARE_DEG: i32 = 1;
const BLOCK_DEG: i32 = 12;

/// So many times the pixels are halved: from afar a picture of full size would glitter.
const HALVINGS: usize = 4;

/// Pixels at one size.
#[derive(Clone, Debug)]
pub struct ReliefPixels {
    pub width: usize,
    pub height: usize,
    pub greys: Vec<u8>,
}

/// The hill shade, ready to be handed to a GPU.
#[derive(Debug)]
pub struct ReliefPicture {
    /// The largest first; the GPU takes them, after that they are gone.
    pixels: Mutex<Vec<ReliefPixels>>,
    nets: Vec<ReliefNet>,
}

/// The net of one projection.
#[derive(Clone, Debug)]
pub struct ReliefNet {
    pub projection: MapProjection,
    /// Positions are relative to this.
    pub origin: MapPoint,
    /// On the map plane x and y, on the picture u and v.
    pub corners: Vec<[f32; 4]>,
    pub indices: Vec<u32>,
    blocks: Vec<Block>,
}

#[derive(Clone, Debug)]
struct Block {
    bounds: MapRect,
    indices: Range<u32>,
}

impl ReliefPicture {
    pub fn make() -> Result<Self, AtlasError> {
        let relief = Relief::load()?;
        let squares = Squares::of(&relief);
        let nets = MapProjection::ALL.map(|projection| squares.net(projection));
        let mut pixels = vec![ReliefPixels {
            width: relief.width,
            height: relief.height,
            greys: relief.greys,
        }];
        for _ in 0..HALVINGS {
            let half = pixels.last().map(ReliefPixels::halved);
            pixels.extend(half);
        }
        Ok(Self {
            pixels: Mutex::new(pixels),
            nets: nets.into(),
        })
    }

    /// The pixels, for the first who asks.
    pub fn take_pixels(&self) -> Vec<ReliefPixels> {
        self.pixels
            .lock()
            .map(|mut pixels| std::mem::take(&mut *pixels))
            .unwrap_or_default()
    }

    pub fn nets(&self) -> &[ReliefNet] {
        &self.nets
    }

    pub fn net(&self, projection: MapProjection) -> Option<&ReliefNet> {
        self.nets.iter().find(|net| net.projection == projection)
    }
}

impl ReliefNet {
    /// What of the indices a view shows, in as few pieces as there are gaps.
    pub fn in_view(&self, view: &View) -> Vec<Range<u32>> {
        let visible = view.visible(0.0);
        let mut pieces: Vec<Range<u32>> = Vec::new();
        for block in &self.blocks {
            if !block.bounds.intersects(visible) {
                continue;
            }
            match pieces.last_mut() {
                Some(last) if last.end == block.indices.start => last.end = block.indices.end,
                _ => pieces.push(block.indices.clone()),
            }
        }
        pieces
    }
}

impl ReliefPixels {
    /// Half as wide and high, each pixel the middle of four.
    fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let mut greys = Vec::with_capacity(width * height);
        let rows = self.greys.chunks_exact(self.width.max(1));
        for (upper, lower) in rows.clone().step_by(2).zip(rows.skip(1).step_by(2)) {
            let pairs = upper
                .as_chunks::<2>()
                .0
                .iter()
                .zip(lower.as_chunks::<2>().0);
            greys.extend(pairs.map(|(&[a, b], &[c, d])| {
                let sum: u16 = [a, b, c, d].into_iter().map(u16::from).sum();
                ((sum + 2) / 4) as u8
            }));
        }
        Self {
            width,
            height,
            greys,
        }
    }
}

/// The squares of the picture that are not plain all over, block by block, by their north-western
/// corner in degrees from that of the picture. Most of the globe is sea or plain and costs nothing.
struct Squares {
    blocks: Vec<Vec<[i32; 2]>>,
}

impl Squares {
    fn of(relief: &Relief) -> Self {
        let bounds = Relief::BOUNDS;
        let columns = (bounds.east_deg - bounds.west_deg) as i32;
        let rows = (bounds.north_deg - bounds.south_deg) as i32;
        let mut blocks = Vec::new();
        for top in (0..rows).step_by(BLOCK_DEG as usize) {
            for left in (0..columns).step_by(BLOCK_DEG as usize) {
                let down = (top..rows.min(top + BLOCK_DEG)).step_by(SQUARE_DEG as usize);
                let squares = down.flat_map(|row| {
                    let across = (left..columns.min(left + BLOCK_DEG)).step_by(SQUARE_DEG as usize);
                    across.map(move |column| [column, row])
                });
                let hilly: Vec<_> = squares.filter(|&at| is_hilly(relief, at)).collect();
                if !hilly.is_empty() {
                    blocks.push(hilly);
                }
            }
        }
        Self { blocks }
    }

    fn net(&self, projection: MapProjection) -> ReliefNet {
        let origin = projection.project(LonLat::new(70.0, 30.0));
        let mut net = ReliefNet {
            projection,
            origin,
            corners: Vec::new(),
            indices: Vec::new(),
            blocks: Vec::new(),
        };
        for squares in &self.blocks {
            let start = net.indices.len() as u32;
            let mut bounds = MapRect::NOTHING;
            let mut known: BTreeMap<[i32; 2], u32> = BTreeMap::new();
            for &[column, row] in squares {
                let corners = [[0, 0], [1, 0], [1, 1], [0, 1]].map(|[east, south]| {
                    let corner = [column + east * SQUARE_DEG, row + south * SQUARE_DEG];
                    *known.entry(corner).or_insert_with(|| {
                        let at = position(corner);
                        let on_map = projection.project(at);
                        bounds.extend(on_map);
                        let [u, v] = Relief::part_of_picture(at);
                        let (x, y) = (on_map.x - origin.x, on_map.y - origin.y);
                        net.corners.push([x, y, u, v].map(|part| part as f32));
                        net.corners.len() as u32 - 1
                    })
                });
                let [a, b, c, d] = corners;
                net.indices.extend([a, b, c, a, c, d]);
            }
            net.blocks.push(Block {
                bounds,
                indices: start..net.indices.len() as u32,
            });
        }
        net
    }
}

/// Not `LonLat::new`: the eastern edge of the picture must not jump to the western one.
fn position([column_deg, row_deg]: [i32; 2]) -> LonLat {
    LonLat {
        lon_deg: Relief::BOUNDS.west_deg + f64::from(column_deg),
        lat_deg: Relief::BOUNDS.north_deg - f64::from(row_deg),
    }
}

/// Whether a square has a pixel that is not plain, or one beside it has, which is drawn smoothly
/// into it.
fn is_hilly(relief: &Relief, [column, row]: [i32; 2]) -> bool {
    let per_deg = relief.width as i32 / 360;
    let pixels = |from: i32, most: usize| {
        let first = (from * per_deg - 1).max(0) as usize;
        let last = ((from + SQUARE_DEG) * per_deg + 1).max(0) as usize;
        first..last.min(most)
    };
    let across = pixels(column, relief.width);
    pixels(row, relief.height).any(|row| {
        let start = row * relief.width;
        relief
            .greys
            .get(start + across.start..start + across.end)
            .is_some_and(|greys| greys.iter().any(|&grey| grey != Relief::PLAIN))
    })
}
