//! A map file's directories: which tile has which number, and where its bytes are.

/// A run of tiles with the same bytes; a run of none is a finer directory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    tile: u64,
    pub run: u64,
    pub length: u64,
    pub offset: u64,
}

/// The number of a tile: those of lower zooms, then its place on the Hilbert curve of its own.
pub(super) fn number(zoom: u8, x: u32, y: u32) -> u64 {
    let side = 1_u64 << zoom.min(26);
    let before = (side * side - 1) / 3;
    let (mut x, mut y) = (u64::from(x), u64::from(y));
    let mut along = 0;
    let mut half = side / 2;
    while half > 0 {
        let (right, low) = (u64::from(x & half > 0), u64::from(y & half > 0));
        along += half * half * ((3 * right) ^ low);
        if low == 0 {
            if right == 1 {
                (x, y) = (side - 1 - x, side - 1 - y);
            }
            std::mem::swap(&mut x, &mut y);
        }
        half /= 2;
    }
    before + along
}

/// The entry with a tile, or the finer directory it would be in.
pub(super) fn find(entries: &[Entry], tile: u64) -> Option<Entry> {
    let after = entries.partition_point(|entry| entry.tile <= tile);
    let entry = *entries.get(after.checked_sub(1)?)?;
    let is_it = entry.run == 0 || tile - entry.tile < entry.run;
    is_it.then_some(entry)
}

/// A directory: how many entries, then a column each of tiles, runs, lengths and offsets.
pub(super) fn entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let mut rest = bytes;
    let count = usize::try_from(varint(&mut rest)?).ok()?;
    // An entry takes four bytes or more, whatever the directory states.
    if count > rest.len() / 4 {
        return None;
    }
    let mut entries = vec![Entry::default(); count];
    let mut tile = 0_u64;
    for entry in &mut entries {
        tile = tile.checked_add(varint(&mut rest)?)?;
        entry.tile = tile;
    }
    for entry in &mut entries {
        entry.run = varint(&mut rest)?;
    }
    for entry in &mut entries {
        entry.length = varint(&mut rest)?;
    }
    let mut end = 0_u64;
    for entry in &mut entries {
        entry.offset = match varint(&mut rest)? {
            // Right behind the one before it.
            0 => end,
            offset => offset - 1,
        };
        end = entry.offset.checked_add(entry.length)?;
    }
    Some(entries)
}

/// Seven bits a byte, the low ones first.
fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiles_are_numbered_as_the_specification_has_them() {
        // Its own examples.
        for ((zoom, x, y), wanted) in [
            ((0, 0, 0), 0),
            ((1, 0, 0), 1),
            ((1, 0, 1), 2),
            ((1, 1, 1), 3),
            ((1, 1, 0), 4),
            ((2, 0, 0), 5),
            ((12, 3423, 1763), 19_078_479),
        ] {
            assert_eq!(number(zoom, x, y), wanted, "{zoom}/{x}/{y}");
        }
    }

    #[test]
    fn a_directory_that_states_more_than_it_holds_is_refused() {
        // 2^60 entries, and one entry in too few bytes.
        let huge = [
            0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10, 1, 1, 1,
        ];
        assert_eq!(entries(&huge), None);
        assert_eq!(entries(&[1, 1, 1]), None);
        assert_eq!(entries(&[0xff; 40]), None);
        let one = Entry {
            tile: 5,
            run: 1,
            length: 7,
            offset: 0,
        };
        assert_eq!(entries(&[1, 5, 1, 7, 1]), Some(vec![one]));
    }
}
