//! The briefing: each scene with its map and its passages. Without the script they follow one
//! another; with it they are stepped through.

use std::fmt::Write as _;

use super::PageContent;
use super::html::{Escaped, add};
use super::text::{Numbering, write_passage};

pub(super) fn write_scenes(out: &mut String, content: &PageContent<'_>) {
    if content.scenes.is_empty() {
        return;
    }
    out.push_str(
        "<section id=\"scenes\" aria-labelledby=\"scenes-heading\">\n\
         <h2 id=\"scenes-heading\">Briefing</h2>\n",
    );
    let count = content.scenes.len();
    for (scene, number) in content.scenes.iter().zip(1..) {
        let title = Escaped(&scene.title);
        let _ = write!(
            out,
            "<article class=\"scene\" id=\"scene-{number}\" \
             aria-labelledby=\"heading-of-scene-{number}\">\n\
             <p class=\"count\">{number} of {count}</p>\n\
             <h3 id=\"heading-of-scene-{number}\" tabindex=\"-1\">{title}</h3>\n\
             <div class=\"picture\">{}</div>\n<div class=\"said\">\n",
            scene.svg
        );
        for &id in &scene.passages {
            write_passage(out, content, id, Numbering::Linked);
        }
        if let Some(notes) = scene.notes.as_deref().filter(|notes| !notes.is_empty()) {
            out.push_str("<aside class=\"notes\" aria-label=\"Notes\">\n");
            for line in notes.lines() {
                add(out, "p", line);
            }
            out.push_str("</aside>\n");
        }
        out.push_str("</div>\n</article>\n");
    }
    out.push_str(
        "<div class=\"steps needs-script\" role=\"group\" aria-label=\"Steps\">\n\
         <button type=\"button\" id=\"leave\">Back to the text <kbd>Esc</kbd></button>\n\
         <span id=\"count\" role=\"status\"></span>\n\
         <button type=\"button\" id=\"back\" aria-label=\"Previous scene\">\u{2190}</button>\n\
         <button type=\"button\" id=\"on\" aria-label=\"Next scene\">\u{2192}</button>\n\
         </div>\n</section>\n",
    );
}
