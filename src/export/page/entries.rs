//! What is told of each subject: what the links of the text lead to, and what the card shows.
//!
//! Attributes tell the script what goes together: `data-with` names what stands for the same thing
//! (a line and another way it is drawn), `data-near` what takes part in it.

use std::fmt::Write as _;

use super::PageContent;
use super::html::{Escaped, add, entry_id, json_list, subject_link};
use crate::atlas::CountryId;
use crate::export::markup::source_link;
use crate::world::{
    Basis, Direction, Feature, Geometry, Id, Subject, basis_word, confidence_word, when_words,
};

pub(super) fn write_entries(out: &mut String, content: &PageContent<'_>) {
    let world = content.world;
    out.push_str(
        "<section id=\"subjects\" tabindex=\"-1\" aria-labelledby=\"subjects-heading\">\n\
         <h2 id=\"subjects-heading\">What is told of</h2>\n",
    );
    for (id, overlay) in world.overlays.iter() {
        let features = world.links.in_overlay(id).iter().copied();
        let mut subjects = vec![Subject::Overlay(id)];
        subjects.extend(features.map(Subject::Feature));
        write_group(out, content, &overlay.name, &subjects);
    }
    let actors: Vec<Subject> = world.actors.ids().map(Subject::Actor).collect();
    let places: Vec<Subject> = world.places.ids().map(Subject::Place).collect();
    let disputes = content.atlas.dispute_ids();
    let disputes = disputes.map(|(id, _)| Subject::Dispute(id));
    let disputes: Vec<Subject> = disputes.filter(|&it| is_named(content, it)).collect();
    write_group(out, content, "Countries", &countries(content));
    write_group(out, content, "Organisations and people", &actors);
    write_group(out, content, "Cities and regions", &places);
    write_group(out, content, "In dispute", &disputes);
    out.push_str("</section>\n");
}

/// Whether a story has anything to do with a subject.
fn is_named(content: &PageContent<'_>, subject: Subject) -> bool {
    let links = &content.world.links;
    !links.passages(subject).is_empty() || !links.features(subject).is_empty()
}

/// Those of the story by name, those it is about first.
fn countries(content: &PageContent<'_>) -> Vec<Subject> {
    let PageContent { world, atlas, .. } = content;
    let focus = world.focus_countries();
    let all = (0_u16..)
        .zip(&atlas.countries)
        .map(|(index, _)| CountryId(index));
    let mut others: Vec<CountryId> = all
        .filter(|id| !focus.contains(id) && is_named(content, Subject::Country(*id)))
        .collect();
    others.sort_by_key(|id| atlas.country_name(*id));
    let all = focus.into_iter().chain(others);
    all.map(Subject::Country).collect()
}

fn write_group(out: &mut String, content: &PageContent<'_>, title: &str, subjects: &[Subject]) {
    if subjects.is_empty() {
        return;
    }
    out.push_str("<section class=\"group\">\n");
    add(out, "h3", title);
    for &subject in subjects {
        write_entry(out, content, subject);
    }
    out.push_str("</section>\n");
}

fn write_entry(out: &mut String, content: &PageContent<'_>, subject: Subject) {
    let PageContent { world, atlas, .. } = content;
    let Some(key) = world.key_of(atlas, subject) else {
        return;
    };
    let (id, key) = (entry_id(&key), Escaped(&key));
    let _ = write!(
        out,
        "<div class=\"entry\" id=\"{id}\" tabindex=\"-1\" data-about=\"{key}\""
    );
    let overlay = world.overlay_of(subject);
    if let Some(row) = overlay.and_then(|id| world.overlays.get(id)) {
        let _ = write!(out, " data-layer=\"{}\"", Escaped(&row.key));
    }
    for (name, subjects) in [
        ("with", same_as(content, subject)),
        ("near", near(content, subject)),
    ] {
        let keys: Vec<String> = subjects
            .into_iter()
            .filter_map(|it| world.key_of(atlas, it))
            .collect();
        if !keys.is_empty() {
            let _ = write!(out, " data-{name}=\"{}\"", json_list(&keys));
        }
    }
    out.push_str(">\n");
    add(out, "p class=\"kind\"", world.word_for(atlas, subject));
    add(out, "p class=\"name\"", world.name_of(atlas, subject));
    write_facts(out, content, subject);
    write_since(out, content, subject);
    write_passages(out, content, subject);
    out.push_str("</div>\n");
}

/// Other ways the same thing is drawn, or the thing itself.
fn same_as(content: &PageContent<'_>, subject: Subject) -> Vec<Subject> {
    let world = content.world;
    let Subject::Feature(id) = subject else {
        return Vec::new();
    };
    let parent = world.features.get(id).and_then(|row| row.variant_of);
    let variants = world.links.variants(id).iter().copied();
    variants.chain(parent).map(Subject::Feature).collect()
}

fn near(content: &PageContent<'_>, subject: Subject) -> Vec<Subject> {
    let features = content.world.links.features(subject).iter().copied();
    features.map(Subject::Feature).collect()
}

fn write_facts(out: &mut String, content: &PageContent<'_>, subject: Subject) {
    let PageContent { world, atlas, .. } = content;
    match subject {
        Subject::Country(id) => {
            let focus = world.focus.iter().find(|focus| focus.country == id);
            add(out, "p", focus.map_or("", |focus| &focus.part));
        }
        Subject::Overlay(id) => {
            if let Some(overlay) = world.overlays.get(id) {
                add(out, "p", &overlay.about);
                add(out, "p class=\"quiet\"", &overlay.limits);
            }
        }
        Subject::Feature(id) => {
            if let Some(feature) = world.features.get(id) {
                write_feature(out, content, feature);
            }
        }
        Subject::Actor(id) => add(out, "p", world.actors.get(id).map_or("", |row| &row.about)),
        Subject::Place(id) => {
            let place = world.places.get(id);
            add(out, "p", place.map_or("", |row| &row.about));
            if let Some(country) = place.and_then(|row| row.country) {
                let country = subject_link(content, Subject::Country(country));
                let _ = writeln!(out, "<p class=\"quiet\">In {country}.</p>");
            }
        }
        Subject::Dispute(id) => {
            if let Some(dispute) = atlas.dispute(id) {
                add(out, "p", &dispute.note);
                let since = format!("In dispute since {}. {}", dispute.since, dispute.source);
                add(out, "p class=\"quiet\"", &since);
            }
        }
    }
    let features = match subject {
        Subject::Overlay(id) => world.links.in_overlay(id),
        Subject::Feature(id) => world.links.variants(id),
        _ => world.links.features(subject),
    };
    write_links(out, content, list_name(subject), features);
}

/// What the features told of with a subject are to it.
fn list_name(subject: Subject) -> &'static str {
    match subject {
        Subject::Overlay(_) => "On the map",
        Subject::Feature(_) => "Variants",
        _ => "Relations",
    }
}

fn write_links(out: &mut String, content: &PageContent<'_>, title: &str, features: &[Id<Feature>]) {
    if features.is_empty() {
        return;
    }
    let _ = writeln!(out, "<p class=\"label\">{title}</p>\n<ul>");
    for &id in features {
        let link = subject_link(content, Subject::Feature(id));
        let feature = content.world.features.get(id);
        let period = feature.map_or("", |feature| &feature.period.text);
        let period = Escaped(period);
        let _ = writeln!(out, "<li>{link} <span class=\"quiet\">{period}</span></li>");
    }
    out.push_str("</ul>\n");
}

fn write_feature(out: &mut String, content: &PageContent<'_>, feature: &Feature) {
    add(out, "p class=\"when\"", &when_words(feature));
    add(out, "p", &feature.about);
    out.push_str("<dl>\n");
    write_side(out, content, "Between", "From", &feature.from, feature);
    write_side(out, content, "And", "To", &feature.to, feature);
    let class = match feature.basis {
        Basis::Stated => "stated",
        Basis::Schematic => "schematic",
        Basis::Outside => "outside",
    };
    let mut basis = basis_meaning(feature).to_owned();
    if let Some(who) = &feature.attribution {
        let _ = write!(basis, " {who}.");
    }
    let sure = confidence_word(feature.confidence);
    let _ = writeln!(
        out,
        "<dt>Basis</dt><dd><span class=\"basis {class}\">{}</span> {} Confidence: {sure}.</dd>",
        basis_word(feature.basis),
        Escaped(&basis)
    );
    let source = feature.source.and_then(|id| content.world.sources.get(id));
    if let Some(source) = source {
        let _ = writeln!(out, "<dt>Source</dt><dd>{}</dd>", source_link(source));
    }
    out.push_str("</dl>\n");
}

fn write_side(
    out: &mut String,
    content: &PageContent<'_>,
    undirected: &str,
    directed: &str,
    side: &[Subject],
    feature: &Feature,
) {
    if side.is_empty() {
        return;
    }
    let is_directed = feature.direction == Direction::Forward;
    let title = if is_directed { directed } else { undirected };
    let names = side.iter().map(|&subject| subject_link(content, subject));
    let names: Vec<String> = names.collect();
    let _ = writeln!(out, "<dt>{title}</dt><dd>{}</dd>", names.join(", "));
}

fn basis_meaning(feature: &Feature) -> &'static str {
    match (feature.basis, &feature.geometry) {
        (Basis::Stated, Geometry::Ends) => "The curve joins the two sides and is no route.",
        (Basis::Stated, _) => "",
        (Basis::Schematic, _) => "The article names the ends, the way is the story\u{2019}s.",
        (Basis::Outside, _) => "Not in the article, but from another source.",
    }
}

/// What has become of it since the article, with who says so.
fn write_since(out: &mut String, content: &PageContent<'_>, subject: Subject) {
    let world = content.world;
    for since in world.afterwards_of(subject) {
        let source = world.sources.get(since.source);
        let source = source.map_or_else(String::new, source_link);
        let _ = writeln!(
            out,
            "<p class=\"since\"><b>Since the article, {}:</b> {} ({source})</p>",
            since.year,
            Escaped(&since.text)
        );
    }
}

fn write_passages(out: &mut String, content: &PageContent<'_>, subject: Subject) {
    let world = content.world;
    let passages = world.links.passages(subject).iter();
    let numbers = passages.filter_map(|&id| world.passages.get(id).map(|row| row.number));
    let links: Vec<String> = numbers
        .map(|number| {
            format!("<a href=\"#p-{number}\" aria-label=\"Paragraph {number}\">{number}</a>")
        })
        .collect();
    let words = match links.len() {
        0 => "Not in the text.".to_owned(),
        1 => format!("Paragraph {}", links.concat()),
        _ => format!("Paragraphs {}", links.join(" ")),
    };
    let _ = writeln!(out, "<p class=\"paragraphs\">{words}</p>");
}
