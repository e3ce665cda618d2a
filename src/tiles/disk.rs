//! Tiles kept on the disk, for as long as the server allows, within a fixed room.
//!
//! A file for each tile: the server's terms in its first line, the picture behind it. Whatever is
//! wrong with the folder or a file costs the tile a request and nothing else.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use http_cache_semantics::CachePolicy;
use walkers::TileId;

/// The room all tiles have together, and what is left of them when it is used up.
const MOST_BYTES: u64 = 200 << 20;
const KEPT_BYTES: u64 = 150 << 20;

/// A file that is larger is none of ours.
const MOST_FILE_BYTES: u64 = 4 << 20;

/// A tile as it was sent, and until when it may be used.
pub(super) struct KeptTile {
    pub policy: CachePolicy,
    pub body: Vec<u8>,
}

/// The folder.
pub(super) struct Disk {
    folder: PathBuf,
    /// What lies there, in bytes.
    used: Mutex<u64>,
}

impl Disk {
    /// None where nothing can be kept.
    pub(super) fn open(folder: &Path) -> Option<Self> {
        fs::create_dir_all(folder).ok()?;
        let disk = Self {
            folder: folder.to_owned(),
            used: Mutex::new(0),
        };
        disk.make_room(MOST_BYTES, KEPT_BYTES);
        Some(disk)
    }

    fn path(&self, TileId { zoom, x, y }: TileId) -> PathBuf {
        self.folder.join(format!("{zoom}-{x}-{y}.tile"))
    }

    pub(super) fn read(&self, id: TileId) -> Option<KeptTile> {
        let file = fs::File::open(self.path(id)).ok()?;
        let mut bytes = Vec::new();
        file.take(MOST_FILE_BYTES).read_to_end(&mut bytes).ok()?;
        let end = bytes.iter().position(|&byte| byte == b'\n')?;
        let body = bytes.get(end + 1..)?.to_vec();
        let policy = serde_json::from_slice(bytes.get(..end)?).ok()?;
        Some(KeptTile { policy, body })
    }

    /// Written beside and renamed, so that a file is whole or not there.
    pub(super) fn write(&self, id: TileId, policy: &CachePolicy, body: &[u8]) {
        let Ok(mut bytes) = serde_json::to_vec(policy) else {
            return;
        };
        bytes.push(b'\n');
        bytes.extend_from_slice(body);
        let path = self.path(id);
        let beside = path.with_extension(own_ending());
        let write = || {
            let mut file = fs::File::create(&beside)?;
            file.write_all(&bytes)?;
            // Otherwise the name may outlive a loss of power, and what it stands for not.
            file.sync_all()?;
            drop(file);
            fs::rename(&beside, &path)
        };
        if let Err(error) = write() {
            log::warn!("A tile was not kept: {error}");
            let _ = fs::remove_file(&beside);
            return;
        }
        let is_full = self.used.lock().is_ok_and(|mut used| {
            *used += bytes.len() as u64;
            *used > MOST_BYTES
        });
        if is_full {
            self.make_room(MOST_BYTES, KEPT_BYTES);
        }
    }

    /// When there is more than `most`, the oldest go until no more than `rest` is left.
    fn make_room(&self, most: u64, rest: u64) {
        let Ok(entries) = fs::read_dir(&self.folder) else {
            return;
        };
        let is_ours = |path: &Path| {
            let ending = path.extension().and_then(|ending| ending.to_str());
            matches!(ending, Some("tile" | "new"))
        };
        let mut files: Vec<_> = entries
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                let facts = fs::symlink_metadata(&path).ok()?;
                let is_file = facts.is_file() && is_ours(&path);
                is_file.then(|| (facts.modified().ok(), facts.len(), path))
            })
            .collect();
        let mut used: u64 = files.iter().map(|(_, bytes, _)| bytes).sum();
        if used > most {
            files.sort();
            for (_, bytes, path) in files {
                if used <= rest {
                    break;
                }
                if fs::remove_file(path).is_ok() {
                    used -= bytes;
                }
            }
        }
        if let Ok(mut noted) = self.used.lock() {
            *noted = used;
        }
    }
}

/// An ending that nobody else writes under: not another window of the program, and not the same
/// one, which may still be writing for a source that was let go of.
fn own_ending() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{}-{count}.new", std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: TileId = TileId {
        x: 1,
        y: 2,
        zoom: 3,
    };

    fn folder(name: &str) -> PathBuf {
        let process = std::process::id();
        let folder = std::env::temp_dir().join(format!("passage-tiles-{name}-{process}"));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn policy() -> CachePolicy {
        let request = http::Request::get("https://tile.test/1").body(());
        let response = http::Response::builder()
            .header("cache-control", "max-age=600")
            .body(());
        let (Ok(request), Ok(response)) = (request, response) else {
            unreachable!("both are well formed");
        };
        CachePolicy::new(&request, &response)
    }

    #[test]
    fn what_is_kept_comes_back_and_what_is_garbled_does_not() {
        let folder = folder("kept");
        let disk = Disk::open(&folder).expect("a folder in the temporary one");
        assert!(disk.read(ID).is_none());
        disk.write(ID, &policy(), b"picture\nof two lines");
        let kept = disk.read(ID).expect("it was kept");
        assert_eq!(kept.body, b"picture\nof two lines");
        fs::write(disk.path(ID), b"{\"no\":1}\npicture").expect("the folder is ours");
        assert!(disk.read(ID).is_none());
        fs::write(disk.path(ID), b"").expect("the folder is ours");
        assert!(disk.read(ID).is_none());
        let _ = fs::remove_dir_all(folder);
    }

    #[test]
    fn the_room_is_kept_and_what_is_not_ours_stays() {
        let folder = folder("room");
        let disk = Disk::open(&folder).expect("a folder in the temporary one");
        fs::write(folder.join("letter.txt"), [0; 5000]).expect("the folder is ours");
        for x in 0..20 {
            disk.write(TileId { x, ..ID }, &policy(), &[7; 1000]);
        }
        disk.make_room(10_000, 5_000);
        let left = fs::read_dir(&folder).expect("it is there").count();
        assert!((2..8).contains(&left), "{left} files");
        assert!(folder.join("letter.txt").exists());
        let _ = fs::remove_dir_all(folder);
    }

    #[test]
    fn a_folder_that_can_not_be_made_is_done_without() {
        let file = folder("file");
        fs::write(&file, b"in the way").expect("the temporary folder is writable");
        assert!(Disk::open(&file.join("below")).is_none());
        let _ = fs::remove_file(file);
    }
}
