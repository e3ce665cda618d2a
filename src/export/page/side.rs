//! Beside the text: the map with what has to be said of it, the switches of its overlays, and the
//! card of what is selected.

use std::fmt::Write as _;

use super::PageContent;
use super::html::{Escaped, add, overlay_class};
use crate::world::step_words;

/// What is no measured way, for who sees the map without the program's legend.
const SCHEMATIC: &str = "Schematic: relations are curves between seats of government and no routes; \
                         where the article names only the ends of a way, the way is the story\u{2019}s.";

pub(super) fn write_side(out: &mut String, content: &PageContent<'_>) {
    out.push_str(
        "<section class=\"side\" aria-labelledby=\"map-heading\"><div class=\"pinned\">\n\
         <h2 id=\"map-heading\" class=\"unseen\">The map</h2>\n",
    );
    let _ = writeln!(out, "<figure id=\"map\">\n{}", content.map_svg);
    write_key(out, content);
    out.push_str("<figcaption>\n");
    let view = content.worldview;
    let (name, basis) = (view.name(), view.basis());
    add(out, "p", content.world.map_date_note().unwrap_or_default());
    let mut words = format!("Borders in the {name} view: {basis}.");
    if let Some(note) = view.note() {
        let _ = write!(words, " {note}.");
    }
    add(out, "p", &words);
    if !content.world.features.is_empty() {
        add(out, "p", SCHEMATIC);
    }
    add(out, "p", &content.credits.join(" "));
    out.push_str("</figcaption>\n</figure>\n");
    write_switches(out, content);
    // Not everything under a pointer deserves to be read aloud: only what was selected.
    out.push_str(
        "<aside id=\"card\" class=\"needs-script\" aria-label=\"Selected\" aria-live=\"polite\">\
         </aside>\n</div></section>\n",
    );
}

/// What the tints of countries say, where they say how often one is named.
fn write_key(out: &mut String, content: &PageContent<'_>) {
    let steps = step_words(&content.world.naming_steps());
    if steps.is_empty() {
        return;
    }
    out.push_str("<p class=\"key\">Times a country is named:");
    for (step, words) in steps.iter().enumerate() {
        let _ = write!(out, " <span><i class=\"t{step}\"></i>{words}</span>");
    }
    out.push_str("</p>\n");
}

fn write_switches(out: &mut String, content: &PageContent<'_>) {
    // What is only talked of has nothing to be switched.
    let is_drawn = |id| !content.world.links.in_overlay(id).is_empty();
    if !content.world.overlays.ids().any(is_drawn) {
        return;
    }
    out.push_str("<fieldset class=\"switches\">\n<legend>On the map</legend>\n");
    let overlays = content.world.overlays.iter();
    for (id, overlay) in overlays.filter(|(id, _)| is_drawn(*id)) {
        let class = overlay_class(id);
        let checked = if content.overlays.contains(&id) {
            " checked"
        } else {
            ""
        };
        let (about, name) = (Escaped(&overlay.about), Escaped(&overlay.name));
        let key = Escaped(&overlay.key);
        let _ = writeln!(
            out,
            "<label title=\"{about}\"><input type=\"checkbox\" id=\"{class}\" \
             data-switch=\"{key}\" autocomplete=\"off\"{checked}>\
             <span class=\"swatch {class}\"></span>{name}</label>"
        );
    }
    out.push_str("</fieldset>\n");
}
