//! The hill shade of the world from Marble's elevation tiles, as one grey picture.
//!
//! The tiles are JPEG of 8-bit heights, so plains show the blocks of that format and terraces:
//! heights are averaged and blurred before slopes are taken from them, and gentle slopes give no
//! shade at all. Sea and lakes, and a seam along their shores, stay plain.

use std::path::Path;

use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;

use crate::Outcome;
use crate::atoms::BakedArea;
use crate::grid::lon_lat;

/// Tiles of the finest level, and their side in pixels.
const TILE_ROWS: usize = 8;
const TILE_COLUMNS: usize = 16;
const TILE_SIDE: usize = 675;

/// So many pixels of the source make one of the picture, in both directions.
const STEP: usize = 2;

/// The whole globe on the picture's grid.
const WIDTH: usize = TILE_COLUMNS * TILE_SIDE / STEP;
const HEIGHT: usize = TILE_ROWS * TILE_SIDE / STEP;
const PIXELS_PER_DEG: usize = WIDTH / 360;

/// The picture's edges: it begins at the map's seam, and ends where no land is that anybody
/// would look for hills on. `src/atlas/relief.rs` reads it by the same numbers.
const WEST_DEG: i32 = -169;
const NORTH_DEG: usize = 84;
const SOUTH_DEG: usize = 56;

/// Heights in the source go by about the 5.7th power of its grey (read off at two dozen places whose
/// height is known). A lower power makes more of low ranges: beside the true Himalayas there would
/// be nothing to see of the Ghats and the Urals.
const HIGHEST_M: f32 = 8848.0;
const HEIGHT_POWER: f32 = 4.2;

const METERS_PER_PIXEL: f32 = 111_195.0 / PIXELS_PER_DEG as f32;

/// Radius of the boxes that blur heights three times over, about a Gauss curve: for single
/// mountains, and for ranges as a whole.
const FINE_RADIUS: usize = 1;
const BROAD_RADIUS: usize = 4;

/// How slopes of one blur become shade: gentler slopes than `least` give none, and `half` gives
/// half of the deepest. The steps of grey are large in the heights, so there a slope must be
/// steeper: by `least_per_m` for each metre.
#[derive(Clone, Copy)]
struct Slopes {
    least: f32,
    least_per_m: f32,
    half: f32,
}

const FINE: Slopes = Slopes {
    least: 0.003,
    least_per_m: 1.6e-6,
    half: 0.08,
};
const BROAD: Slopes = Slopes {
    least: 0.002,
    least_per_m: 0.4e-6,
    half: 0.05,
};

/// How much a slope darkens whichever way it faces, so that a range seen from afar is not as
/// light as a plain.
const STEEPNESS_PART: f32 = 0.35;

/// What a plain has; darker is shade, lighter is light.
const PLAIN: f32 = 128.0;

const JPEG_QUALITY: u8 = 62;

/// A grid of the whole globe, from the north-west corner at 180 degrees west.
type Grid = Vec<f32>;

pub(crate) fn relief_jpeg(
    tiles: &Path,
    areas: &[BakedArea],
    lakes: &[Vec<[f64; 2]>],
) -> Outcome<Vec<u8>> {
    let fine_grey = blurred(&grey(tiles)?, FINE_RADIUS);
    let heights: Grid = fine_grey.iter().map(|&grey| height_m(grey)).collect();
    let fine = shade(&heights, FINE);
    let broad = shade(&blurred(&heights, BROAD_RADIUS), BROAD);
    let ground = ground(areas, lakes);
    let (first, rows) = (
        (90 - NORTH_DEG) * PIXELS_PER_DEG,
        (NORTH_DEG + SOUTH_DEG) * PIXELS_PER_DEG,
    );
    let seam = usize::try_from(WEST_DEG + 180)? * PIXELS_PER_DEG;
    let mut pixels = Vec::with_capacity(rows * WIDTH);
    for row in first..first + rows {
        for column in 0..WIDTH {
            let at = row * WIDTH + (column + seam) % WIDTH;
            let shade = (0.9 * fine[at] + 0.4 * broad[at]).clamp(-1.0, 1.0) * ground[at];
            pixels.push((PLAIN + 127.0 * shade).round() as u8);
        }
    }
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY).encode(
        &pixels,
        u32::try_from(WIDTH)?,
        u32::try_from(rows)?,
        ExtendedColorType::L8,
    )?;
    Ok(bytes)
}

fn height_m(grey: f32) -> f32 {
    HIGHEST_M * (grey / 255.0).powf(HEIGHT_POWER)
}

/// The source's grey, averaged over its pixels.
fn grey(tiles: &Path) -> Outcome<Grid> {
    let mut grid = vec![0.0; WIDTH * HEIGHT];
    let part = 1.0 / (STEP * STEP) as f32;
    for row in 0..TILE_ROWS {
        for column in 0..TILE_COLUMNS {
            let path = tiles.join(format!("{row:06}/{row:06}_{column:06}.jpg"));
            let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let tile = image::load_from_memory(&bytes)?.into_luma8();
            for (x, y, grey) in tile.enumerate_pixels() {
                let x = (column * TILE_SIDE + x as usize) / STEP;
                let y = (row * TILE_SIDE + y as usize) / STEP;
                grid[y * WIDTH + x] += f32::from(grey.0[0]) * part;
            }
        }
    }
    Ok(grid)
}

/// Blurred by three boxes in both directions. The globe goes round from east to west.
fn blurred(grid: &[f32], radius: usize) -> Grid {
    let mut grid = grid.to_vec();
    for _ in 0..3 {
        for row in grid.chunks_exact_mut(WIDTH) {
            let line = row.to_vec();
            box_blur(
                &line,
                radius,
                |at| at.rem_euclid(WIDTH as isize) as usize,
                |at, value| row[at] = value,
            );
        }
        for column in 0..WIDTH {
            let line: Vec<f32> = (0..HEIGHT).map(|row| grid[row * WIDTH + column]).collect();
            let clamp = |at: isize| at.clamp(0, HEIGHT as isize - 1) as usize;
            box_blur(&line, radius, clamp, |at, value| {
                grid[at * WIDTH + column] = value;
            });
        }
    }
    grid
}

fn box_blur(
    line: &[f32],
    radius: usize,
    index: impl Fn(isize) -> usize,
    mut put: impl FnMut(usize, f32),
) {
    let radius = radius as isize;
    let mut sum: f64 = (-radius..=radius)
        .map(|at| f64::from(line[index(at)]))
        .sum();
    for at in 0..line.len() {
        put(at, (sum / (2 * radius + 1) as f64) as f32);
        let at = at as isize;
        sum += f64::from(line[index(at + radius + 1)]) - f64::from(line[index(at - radius)]);
    }
}

/// Light from the north-west, from -1 (deepest shade) to 1.
fn shade(heights: &[f32], slopes: Slopes) -> Grid {
    let mut shade = vec![0.0; WIDTH * HEIGHT];
    for row in 1..HEIGHT - 1 {
        let lat_deg = 90.0 - (row as f32 + 0.5) / PIXELS_PER_DEG as f32;
        // Pixels are narrow near the pole; not as much as would make a cliff of every hill there.
        let narrow = lat_deg.to_radians().cos().max(0.2);
        for column in 0..WIDTH {
            let (west, east) = ((column + WIDTH - 1) % WIDTH, (column + 1) % WIDTH);
            let rise = |a: usize, b: usize| (heights[a] - heights[b]) / (2.0 * METERS_PER_PIXEL);
            let eastward = rise(row * WIDTH + east, row * WIDTH + west) / narrow;
            let northward = rise((row - 1) * WIDTH + column, (row + 1) * WIDTH + column);
            let steepness = eastward.hypot(northward);
            let facing = (eastward - northward) * std::f32::consts::FRAC_1_SQRT_2;
            let lit = facing - STEEPNESS_PART * steepness;
            let least = slopes.least + slopes.least_per_m * heights[row * WIDTH + column];
            let kept = ((steepness - least) / (3.0 * least)).clamp(0.0, 1.0);
            shade[row * WIDTH + column] = kept * lit / (slopes.half + lit.abs());
        }
    }
    shade
}

/// 1 on land, 0 on water and along its shores, and between the two a soft edge.
fn ground(areas: &[BakedArea], lakes: &[Vec<[f64; 2]>]) -> Grid {
    let mut land = vec![0.0; WIDTH * HEIGHT];
    for area in areas {
        for polygon in &area.polygons {
            let rings: Vec<Vec<[f64; 2]>> = polygon
                .iter()
                .map(|ring| ring.iter().map(|&point| lon_lat(point)).collect())
                .collect();
            paint(&mut land, &rings, 1.0);
        }
    }
    for lake in lakes {
        paint(&mut land, std::slice::from_ref(lake), 0.0);
    }
    // Nothing up to the shore itself, and a little beyond.
    let mut soft = blurred(&land, 1);
    for (soft, land) in soft.iter_mut().zip(&land) {
        *soft = land * (3.0 * *soft - 2.0).clamp(0.0, 1.0);
    }
    soft
}

/// Sets the pixels whose middle lies in a polygon, by even-odd crossings of each row.
fn paint(grid: &mut [f32], rings: &[Vec<[f64; 2]>], value: f32) {
    let scale = PIXELS_PER_DEG as f64;
    let mut crossings: Vec<Vec<f64>> = vec![Vec::new(); HEIGHT];
    for ring in rings {
        let next = ring.iter().cycle().skip(1);
        for (&[x1, y1], &[x2, y2]) in ring.iter().zip(next) {
            let row_of = |lat: f64| {
                ((90.0 - lat) * scale - 0.5)
                    .ceil()
                    .clamp(0.0, HEIGHT as f64)
            };
            let (top, bottom) = (row_of(y1.max(y2)) as usize, row_of(y1.min(y2)) as usize);
            for (row, crossings) in (top..bottom).zip(&mut crossings[top..]) {
                let lat = 90.0 - (row as f64 + 0.5) / scale;
                let lon = x1 + (lat - y1) / (y2 - y1) * (x2 - x1);
                crossings.push((lon + 180.0) * scale - 0.5);
            }
        }
    }
    for (row, mut crossings) in crossings.into_iter().enumerate() {
        crossings.sort_by(f64::total_cmp);
        for pair in crossings.as_chunks::<2>().0 {
            for column in pair[0].ceil() as i64..pair[1].ceil() as i64 {
                let column = column.rem_euclid(WIDTH as i64) as usize;
                grid[row * WIDTH + column] = value;
            }
        }
    }
}
