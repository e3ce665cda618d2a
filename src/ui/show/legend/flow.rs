//! Pieces one after the other, in as many rows as it takes.

use crate::theme::measures::GRID;

/// Between two pieces of a row.
const GAP: f32 = 4.0 * GRID;

/// The row of each piece, from 0, and where in it the piece begins. One that is wider than the room
/// has a row of its own.
pub(super) fn flow(widths: &[f32], room: f32) -> Vec<(usize, f32)> {
    let (mut row, mut left) = (0, 0.0);
    widths
        .iter()
        .map(|&width| {
            if left > 0.0 && left + width > room {
                (row, left) = (row + 1, 0.0);
            }
            let place = (row, left);
            left += width + GAP;
            place
        })
        .collect()
}

pub(super) fn rows_of(widths: &[f32], room: f32) -> usize {
    flow(widths, room).last().map_or(0, |(row, _)| row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_fill_a_row_before_they_begin_another_and_none_is_lost() {
        let places = flow(&[40.0, 40.0, 100.0, 300.0, 10.0], 120.0);
        let rows: Vec<usize> = places.iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [0, 0, 1, 2, 3]);
        assert!(places[1].1 >= 40.0 + GAP - 1e-3);
        assert_eq!(rows_of(&[], 120.0), 0);
    }
}
