//! Pieces of a page.
//!
//! In: elements, ids and links. Out: how words become text (see `markup`).

use std::fmt::Write as _;

pub(super) use crate::export::markup::Escaped;
use crate::world::{Id, Overlay, Subject};

use super::PageContent;

/// Adds an element with nothing but words in it; nothing where there are no words. `open` is the
/// name with what attributes there are.
pub(super) fn add(out: &mut String, open: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    let name = open.split(' ').next().unwrap_or_default();
    let _ = writeln!(out, "<{open}>{}</{name}>", Escaped(words));
}

/// A list of keys for an attribute, as JSON.
pub(super) fn json_list(keys: &[String]) -> String {
    let json = serde_json::to_string(keys).unwrap_or_default();
    Escaped(&json).to_string()
}

/// The id of what is told of a subject. Letters, digits and hyphens stay, so that `feature:tapi` is
/// `about-feature-tapi`; all else becomes a number, so that no two keys come to the same.
pub(super) fn entry_id(key: &str) -> String {
    let (kind, name) = key.split_once(':').unwrap_or(("", key));
    let mut id = format!("about-{kind}-");
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            id.push(letter);
        } else {
            let _ = write!(id, ".{:x}.", u32::from(letter));
        }
    }
    id
}

/// A link to what is told of a subject, in its name.
pub(super) fn subject_link(content: &PageContent<'_>, subject: Subject) -> String {
    let PageContent { world, atlas, .. } = content;
    let name = Escaped(world.name_of(atlas, subject));
    world.key_of(atlas, subject).map_or_else(
        || name.to_string(),
        |key| {
            let (id, key) = (entry_id(&key), Escaped(&key));
            format!("<a href=\"#{id}\" data-subject=\"{key}\">{name}</a>")
        },
    )
}

/// The class of an overlay's colour, and the id of its switch.
pub(super) fn overlay_class(overlay: Id<Overlay>) -> String {
    format!("o{}", overlay.index())
}
