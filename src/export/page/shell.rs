//! What the page is wrapped in: its head with the policy, the title over it, the way to its parts,
//! and the small print.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::html::{Escaped, add};
use super::{PageContent, style};
use crate::export::data::licence;

/// Ties text and map together and steps through the scenes.
const SCRIPT: &str = include_str!("page.js");

/// Runs before anything is drawn, so that what only a page without script shows never flashes up.
const EARLY_SCRIPT: &str = "document.documentElement.classList.add(\"js\")";

/// The whole document.
pub(super) fn document(content: &PageContent<'_>, body: &str) -> String {
    let style = style::style(content);
    let title = Escaped(&content.world.title);
    let about = content.world.note();
    let about = Escaped(&about);
    // Only these very blocks act: not what a story or a map might bring along.
    let policy = format!(
        "default-src 'none'; style-src {}; script-src {} {}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(&style),
        hash(EARLY_SCRIPT),
        hash(SCRIPT)
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light\">\n\
         <meta name=\"description\" content=\"{about}\">\n\
         <meta name=\"generator\" content=\"Passage\">\n\
         <link rel=\"icon\" href=\"data:,\">\n\
         <title>{title}</title>\n<style>{style}</style>\n<script>{EARLY_SCRIPT}</script>\n\
         </head>\n<body>\n{body}<script>{SCRIPT}</script>\n</body>\n</html>\n"
    )
}

/// What a policy calls a block by.
fn hash(block: &str) -> String {
    let digest = Sha256::digest(block.as_bytes());
    format!("'sha256-{}'", STANDARD.encode(digest))
}

/// The ways past the map, the title, and the list of scenes.
pub(super) fn write_head_of_body(out: &mut String, content: &PageContent<'_>) {
    let world = content.world;
    let article = &world.article;
    out.push_str(
        "<a class=\"skip\" href=\"#text\">Skip to the text</a>\n\
         <a class=\"skip\" href=\"#subjects\">Skip to the list of what is told of</a>\n<header>\n",
    );
    add(out, "p class=\"kicker\"", &article.publisher_and_date());
    add(out, "h1", &world.title);
    let mut from = String::new();
    if !article.title.is_empty() {
        // What is told in its own words is not told after it.
        let after = if world.copy.is_some() { "" } else { "After " };
        let _ = write!(from, "{after}\u{201c}{}\u{201d}. ", article.title);
    }
    if let Some(date) = world.date_words() {
        let _ = write!(from, "{date}. ");
    }
    from.push_str(&world.note());
    add(out, "p class=\"from\"", from.trim());
    write_scene_list(out, content);
    out.push_str("</header>\n");
}

fn write_scene_list(out: &mut String, content: &PageContent<'_>) {
    if content.scenes.is_empty() {
        return;
    }
    let count = content.scenes.len();
    let scenes = if count == 1 { "scene" } else { "scenes" };
    let _ = write!(
        out,
        "<nav aria-label=\"Briefing\">\n\
         <button type=\"button\" id=\"start\" class=\"main-button needs-script\" \
         aria-keyshortcuts=\"b\">Start the briefing <kbd>b</kbd></button>\n\
         <details><summary>{count} {scenes}</summary>\n<ol>\n"
    );
    for (scene, number) in content.scenes.iter().zip(1..) {
        let title = Escaped(&scene.title);
        let _ = writeln!(out, "<li><a href=\"#scene-{number}\">{title}</a></li>");
    }
    out.push_str("</ol>\n</details>\n</nav>\n");
}

/// Where all of it is from.
pub(super) fn write_foot_of_body(out: &mut String, content: &PageContent<'_>) {
    let world = content.world;
    let article = &world.article;
    out.push_str("<footer>\n");
    let citation = article.citation();
    if !citation.is_empty() {
        add(out, "p", &format!("{citation}."));
    }
    if !article.credits.is_empty() {
        add(out, "p", &format!("{}.", article.credits));
    }
    add(out, "p", world.closing_note().trim());
    add(out, "p", licence(world, content.is_bundled));
    out.push_str("</footer>\n");
}
