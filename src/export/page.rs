//! A story as one page for a browser: text, map and briefing in a single file that opens from the
//! disk, asks no network for anything, and keeps the links.
//!
//! In: the story, and its maps as `<svg>` elements ([`PageContent`]). What the page shows is there
//! without its script too: mentions are links to what is told of their subjects, and that has links
//! back to the paragraphs. The script ties text and map together and steps through the scenes.
//! Out: how the maps are drawn. Whoever makes them gives their groups `data-subject` (what the
//! story's files call a subject: `feature:tapi`) and `data-overlay` (an overlay's key), a `<title>`
//! each, ids that no other map has, and no `style` attribute: the page's own policy forbids those.
//!
//! Nothing of the story becomes markup (see `html`), and the policy lets only the page's own style
//! and script act (see `shell`).

mod entries;
mod html;
mod scenes;
mod shell;
mod side;
mod style;
mod text;

use std::collections::BTreeSet;

use crate::atlas::{Atlas, Worldview};
use crate::world::{Id, Overlay, Passage, World};

/// What a page is made of.
#[derive(Clone, Debug)]
pub struct PageContent<'a> {
    pub world: &'a World,
    pub atlas: &'a Atlas,
    /// Whether the story is the one that comes with the program, whose licence is known.
    pub is_bundled: bool,
    /// Whose view of disputed borders the map of everything is drawn in.
    pub worldview: Worldview,
    /// An `<svg>` element with every overlay of the story.
    pub map_svg: String,
    /// The overlays that are on when the page opens.
    pub overlays: BTreeSet<Id<Overlay>>,
    /// The steps of the briefing, in order.
    pub scenes: Vec<PageScene>,
    /// Whose data the maps are made of, a sentence each.
    pub credits: Vec<String>,
}

/// One step of the briefing.
#[derive(Clone, Debug)]
pub struct PageScene {
    pub title: String,
    /// An `<svg>` element with what is on show.
    pub svg: String,
    /// What the scene tells of, in reading order.
    pub passages: Vec<Id<Passage>>,
    /// The speaker's notes, where the page is to have them.
    pub notes: Option<String>,
}

/// Writes the page.
pub fn page(content: &PageContent<'_>) -> String {
    let mut body = String::new();
    shell::write_head_of_body(&mut body, content);
    body.push_str("<main>\n");
    side::write_side(&mut body, content);
    scenes::write_scenes(&mut body, content);
    text::write_text(&mut body, content);
    entries::write_entries(&mut body, content);
    body.push_str("</main>\n");
    shell::write_foot_of_body(&mut body, content);
    shell::document(content, &body)
}

#[cfg(test)]
mod tests;
