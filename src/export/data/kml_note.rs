//! What a globe shows of a feature when it is clicked, as a little HTML.

use super::named::NamedAs;
use super::shape::Shape;
use super::{Row, StoryData};
use crate::export::markup::{Escaped, source_link};
use crate::world::{
    Basis, Feature, Geometry, Status, basis_word, confidence_word, times_named_words, when_words,
    with_capital,
};

/// Each in a paragraph of its own.
pub(super) fn paragraphs<'a>(words: impl Iterator<Item = &'a String>) -> String {
    words.fold(String::new(), |mut all, words| {
        add_paragraph(&mut all, &escaped(words));
        all
    })
}

fn add_paragraph(note: &mut String, words: &str) {
    if !words.is_empty() {
        note.extend(["<p>", words, "</p>"]);
    }
}

/// What is said of it, and the passages that tell of it.
pub(super) fn note_of(story: &StoryData<'_>, row: &Row<'_>) -> String {
    let world = story.world;
    let mut note = String::new();
    match row.feature {
        Some(feature) => add_feature(&mut note, story, feature, &row.shape),
        None => add_named(&mut note, row),
    }
    let mut add = |words: &str| add_paragraph(&mut note, words);
    add(&format!(
        "<b>Article:</b> {}",
        escaped(&world.article.citation())
    ));
    for &id in world.links.passages(row.subject) {
        if let Some(passage) = world.passages.get(id) {
            let words = escaped(&passage.text);
            add(&format!("<b>Passage {}:</b> {words}", passage.number));
        }
    }
    for since in world.afterwards_of(row.subject) {
        let words = escaped(&since.text);
        let source = world.sources.get(since.source);
        let source = source.map_or_else(String::new, source_link);
        add(&format!("<b>Since, {}:</b> {words} ({source})", since.year));
    }
    note
}

/// When it holds, on what basis it is drawn and how, and who says so.
fn add_feature(note: &mut String, story: &StoryData<'_>, feature: &Feature, shape: &Shape) {
    let mut add = |words: &str| add_paragraph(note, words);
    add(&escaped(&feature.about));
    add(&format!("<b>When:</b> {}", escaped(&when_words(feature))));
    let mut basis = with_capital(basis_word(feature.basis));
    if let Some(who) = &feature.attribution {
        basis = format!("{basis}; {who}");
    }
    let sure = confidence_word(feature.confidence);
    add(&format!(
        "<b>Basis:</b> {}. Confidence: {sure}.",
        escaped(&basis)
    ));
    let source = feature.source.and_then(|id| story.world.sources.get(id));
    if let Some(source) = source {
        add(&format!("<b>Source:</b> {}", source_link(source)));
    }
    let look = look_words(feature, shape);
    if !look.is_empty() {
        add(&format!("<b>On the map of Passage:</b> {look}."));
    }
}

/// How often it is named, and in which words.
fn add_named(note: &mut String, row: &Row<'_>) {
    let NamedAs {
        mentions,
        passages,
        words,
        ..
    } = &row.naming;
    add_paragraph(note, &times_named_words(*mentions, passages.len()));
    let words = escaped(&words.join(", "));
    add_paragraph(note, &format!("<b>As:</b> {words}"));
}

/// The dash, the ends and the band of a line, which the file's own lines have not.
fn look_words(feature: &Feature, shape: &Shape) -> String {
    let has_line = !shape.lines.is_empty();
    let mut words = Vec::new();
    if has_line {
        words.push(dash_words(feature.status));
    }
    if feature.is_afterwards {
        words.push("hollow, in the colour of what has happened since the article");
    } else if feature.basis == Basis::Outside {
        words.push("hollow, as what is not in the article");
    }
    if has_line && feature.basis == Basis::Schematic {
        words.push("in a soft band, as the way is the story's own");
    }
    if has_line && feature.geometry == Geometry::Ends {
        words.push("a curve between the ends, which is no route");
    }
    with_capital(&words.join("; "))
}

fn dash_words(status: Status) -> &'static str {
    match status {
        Status::InForce => "a solid line",
        Status::Ended => "a thin line with a bar at its ends: past",
        Status::Proposed => "dashes: proposed",
        Status::PartlyBuilt => "long and short dashes: partly built",
        Status::Suspected => "dots: suspected",
        Status::Unannounced => "dots and a question mark: not announced",
    }
}

fn escaped(words: &str) -> String {
    Escaped(words).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::{Theme, ThemeKind};
    use crate::world::OverlayStyle;

    #[test]
    fn words_tell_of_a_dash_where_the_map_draws_one() {
        let theme = Theme::new(ThemeKind::Light);
        for status in [
            Status::InForce,
            Status::Ended,
            Status::Proposed,
            Status::PartlyBuilt,
            Status::Suspected,
            Status::Unannounced,
        ] {
            let look = theme.feature(OverlayStyle::Pipelines, None, status, Basis::Stated);
            let words = dash_words(status);
            let tells = words.contains("dashes") || words.contains("dots");
            assert_eq!(tells, !look.line.dash.is_empty(), "{words}");
        }
    }
}
