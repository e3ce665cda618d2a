//! Map files from the disk: shown, or refused with the reason, whatever is in them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

#[path = "../harness/mod.rs"]
mod harness;
mod made;
mod reading;
mod shown;
#[path = "../tile_server/mod.rs"]
mod tile_server;

const GREEN: [u8; 3] = [10, 200, 60];
