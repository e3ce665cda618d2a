//! From a path to bytes, whatever lies there.
//!
//! In: what can be wrong with a path, and how large a file may be. Out: what the bytes mean.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

/// What is larger than this is nothing that somebody wrote.
const LARGEST_BYTES: u64 = 64 << 20;

/// What a file holds, or what is wrong with it as the rest of a sentence, and what would be right.
/// `kind` is what is asked for, such as "a story file".
pub(super) fn bytes_of(path: &Path, kind: &str) -> Result<Vec<u8>, (String, String)> {
    let is_unread = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => "can not be read: there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "can not be read: it is not yours to read".to_owned(),
        _ => format!("can not be read: {error}"),
    };
    let a_path = || format!("the path of {kind}");
    let data = fs::metadata(path).map_err(|error| (is_unread(error), a_path()))?;
    if data.is_dir() {
        return Err(("is a folder".into(), a_path()));
    }
    let a_smaller_one = || format!("{kind} of under 64 MB");
    if data.len() > LARGEST_BYTES {
        return Err((format!("is {} MB large", data.len() >> 20), a_smaller_one()));
    }
    // A device and a pipe are nothing large to the system, and may yet have no end.
    let file =
        File::open(path).map_err(|error| (is_unread(error), "a file you may read".into()))?;
    bytes_of_stream(file, data.len())
        .map_err(|error| (is_unread(error), "a file you may read".to_owned()))?
        .ok_or_else(|| ("is more than 64 MB large".into(), a_smaller_one()))
}

/// All that comes, of which `expected` bytes are; none where it is too much.
pub(super) fn bytes_of_stream(stream: impl io::Read, expected: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::with_capacity(expected.min(LARGEST_BYTES) as usize);
    stream.take(LARGEST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST_BYTES).then_some(bytes))
}
