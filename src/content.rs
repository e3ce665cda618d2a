//! From story files to the model: raw shapes, markup, resolving, problems with their places.
//!
//! In: bytes. Out: a [`crate::world::World`] of what is sound, and a list of everything that is
//! not; or the paragraphs of an article that anybody wrote, see [`read_article_file`]. Nothing a file
//! holds may panic, hang, or stop the rest from loading.

mod anchoring;
mod article;
mod bytes_of_file;
mod check;
mod corrections;
mod decode;
mod features;
mod fingerprint;
mod geometry;
mod json_text;
mod kinds;
mod layout;
mod letters;
mod linked;
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
mod relink;
mod resolve;
mod rows;
mod save;
mod scenes;
mod seam;
mod tables;
mod texts;
mod times;
mod written;

pub use article::{
    ARTICLE_ENDINGS, ArticleFormat, ArticleText, is_article_name, read_article, read_article_file,
    read_article_stream,
};
pub use check::{Checked, coverage};
pub use corrections::{
    CorrectionTexts, RestoredCorrections, copy_corrections, correction_texts,
    read_copy_corrections, read_corrections,
};
pub use fingerprint::{fingerprint, folded};
pub use letters::is_format;
pub use linked::{
    holds_article, known_subject, link_passages, mention_of, pasted_story_of, read_file, story_of,
    unreadable_article,
};
pub use part::Part;
pub use problem::Problem;
pub use raw::RawStory;
pub use relink::{Relinked, relink};
pub use resolve::load_story;
pub use save::{Refusal, differs_beside, may_replace, with_parts, with_scenes};
pub use scenes::{read_scenes, scenes_json};
pub use written::{actors_json, passages_json, places_json, story_json};

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use self::bytes_of_file::bytes_of;
use crate::atlas::Atlas;
use crate::world::World;

/// The bundled story's file name and text.
pub const BUNDLED: (&str, &[u8]) = (
    "russia-pakistan.story.json",
    include_bytes!("../assets/stories/russia-pakistan.story.json"),
);

/// What is asked for where a file is none.
const KIND: &str = "a story file";

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
    match bytes_of(path, KIND) {
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
    bytes_of(path, KIND).map_err(|(what, _)| what)
}
