//! From story files to the model: raw shapes, markup, resolving, problems with their places.
//!
//! In: bytes. Out: a [`crate::world::World`] of what is sound, and a list of everything that is
//! not. Nothing a file holds may panic, hang, or stop the rest from loading.

mod anchoring;
mod check;
mod decode;
mod features;
mod fingerprint;
mod geometry;
mod json_text;
mod kinds;
mod layout;
mod letters;
mod loader;
mod markup;
mod misfit;
mod orphans;
mod part;
mod passages;
mod places;
mod problem;
mod raw;
mod raw_scene;
mod resolve;
mod rows;
mod save;
mod scenes;
mod seam;
mod tables;
mod texts;
mod times;
mod written;

pub use check::{coverage, report};
pub use fingerprint::fingerprint;
pub use part::Part;
pub use problem::Problem;
pub use raw::RawStory;
pub use resolve::load_story;
pub use save::{Refusal, differs_beside, may_replace, with_parts, with_scenes};
pub use scenes::{read_scenes, scenes_json};
pub use written::{actors_json, passages_json, places_json, story_json};

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;
use std::sync::Arc;

use crate::atlas::Atlas;
use crate::world::World;

/// The bundled story's file name and text.
pub const BUNDLED: (&str, &[u8]) = (
    "russia-pakistan.story.json",
    include_bytes!("../assets/stories/russia-pakistan.story.json"),
);

/// A story file larger than this is none.
const LARGEST_BYTES: u64 = 64 << 20;

/// The story that comes with the program.
pub fn bundled(atlas: &Atlas) -> (World, Vec<Problem>) {
    load_story(BUNDLED.0, BUNDLED.1, atlas)
}

/// A story file. One that can not be read at all is a single problem and an empty story.
pub fn read_story_file(path: &Path, atlas: &Atlas) -> (World, Vec<Problem>) {
    open_story_file(path, atlas).1
}

/// The same with the file's own bytes, of which there are none where it can not be read.
pub fn open_story_file(path: &Path, atlas: &Atlas) -> (Cow<'static, [u8]>, (World, Vec<Problem>)) {
    let name: Arc<str> = path.display().to_string().into();
    match bytes_of(path) {
        Ok(bytes) => {
            let read = load_story(&name, &bytes, atlas);
            (bytes.into(), read)
        }
        Err((what, right)) => {
            let problem = Problem::new(&name, (1, 1), &what, right);
            (Cow::default(), (World::default(), vec![problem]))
        }
    }
}

/// The bytes of a story file, or what is wrong with it as the rest of a sentence.
pub fn story_bytes(path: &Path) -> Result<Vec<u8>, String> {
    bytes_of(path).map_err(|(what, _)| what)
}

/// What a file holds, or what is wrong with it and what would be right.
fn bytes_of(path: &Path) -> Result<Vec<u8>, (String, &'static str)> {
    let is_unread = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => "can not be read: there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "can not be read: it is not yours to read".to_owned(),
        _ => format!("can not be read: {error}"),
    };
    let data =
        fs::metadata(path).map_err(|error| (is_unread(error), "the path of a story file"))?;
    if data.is_dir() {
        return Err(("is a folder".into(), "the path of a story file"));
    }
    let right = "a story file of under 64 MB";
    if data.len() > LARGEST_BYTES {
        return Err((format!("is {} MB large", data.len() >> 20), right));
    }
    // A device and a pipe are nothing large to the system, and may yet have no end.
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(LARGEST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| (is_unread(error), "a file you may read"))?;
    if bytes.len() as u64 > LARGEST_BYTES {
        return Err(("is more than 64 MB large".into(), right));
    }
    Ok(bytes)
}
