//! What the card tells of each kind of subject.

use egui::{Align, Layout, RichText, Ui, vec2};

use super::disputes::dispute_ui;
use super::overlay_facts::overlay_facts;
use super::passages::paragraphs_ui;
use super::provenance;
use super::signs::signs_ui;
use crate::session::Command;
use crate::theme::measures::GRID;
use crate::ui::feature_list::{FeatureList, feature_list_ui};
use crate::ui::feature_row::{FeatureRow, Hidden, RowText};
use crate::ui::parts::{hint, muted, reading, subject_link};
use crate::ui::relation::relation;
use crate::ui::words::{
    Room, basis_meaning, basis_word, confidence_word, feature_facts, joined, length_words, standing,
};
use crate::ui::{Origin, Outbox, UiContext};
use crate::world::{Basis, Direction, Feature, Id, Overlay, Subject};

/// Width of the names of facts.
const LABEL_PX: f32 = 22.0 * GRID;

/// What is known of a subject, in words.
pub(super) fn facts_ui(ui: &mut Ui, context: UiContext<'_>, subject: Subject, outbox: &mut Outbox) {
    let UiContext { world, theme, .. } = context;
    match subject {
        Subject::Country(_) => country_ui(ui, context, subject),
        Subject::Feature(id) => {
            if let Some(feature) = world.features.get(id) {
                feature_ui(ui, context, (id, feature), outbox);
            }
        }
        Subject::Overlay(id) if world.links.in_overlay(id).is_empty() => {
            if let Some(overlay) = world.overlays.get(id) {
                ui.label(reading(theme, &overlay.about));
                let words = "The text talks of it; nothing of it is drawn.";
                ui.label(muted(theme, words));
            }
        }
        Subject::Overlay(id) => {
            if let Some(overlay) = world.overlays.get(id) {
                overlay_ui(ui, context, (id, overlay), outbox);
            }
        }
        Subject::Actor(id) => {
            if let Some(actor) = world.actors.get(id) {
                ui.label(reading(theme, &actor.about));
            }
        }
        Subject::Place(id) => {
            if let Some(place) = world.places.get(id) {
                ui.label(reading(theme, &place.about));
                if let Some(country) = place.country {
                    subjects_ui(ui, context, "Lies in", &[Subject::Country(country)], outbox);
                }
            }
        }
        Subject::Dispute(id) => dispute_ui(ui, context, id, outbox),
    }
    let beside = world.named_beside(subject).into_iter();
    let beside: Vec<Subject> = beside.take(MOST_BESIDE).map(Subject::Country).collect();
    if !beside.is_empty() {
        subjects_ui(ui, context, "Named beside it", &beside, outbox);
    }
}

/// So many of the countries named beside something are listed.
const MOST_BESIDE: usize = 12;

fn country_ui(ui: &mut Ui, context: UiContext<'_>, subject: Subject) {
    let UiContext {
        world,
        atlas,
        theme,
        ..
    } = context;
    let Subject::Country(id) = subject else {
        return;
    };
    let capital = atlas.country(id).and_then(|country| country.capital);
    if let Some(city) = capital.and_then(|at| atlas.cities.get(at)) {
        ui.label(muted(theme, format!("Capital {}", city.name)));
    }
    if let Some(focus) = world.focus.iter().find(|focus| focus.country == id) {
        ui.label(reading(theme, &focus.part));
    }
}

/// An overlay's six facts. What the story does not say itself is derived from its features.
fn overlay_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (id, overlay): (Id<Overlay>, &Overlay),
    outbox: &mut Outbox,
) {
    let facts = overlay_facts(ui, context, (id, overlay));
    ui.spacing_mut().item_spacing.y = 1.5 * GRID;
    fact_ui(ui, context, "What it shows", |ui| {
        ui.label(&overlay.about);
    });
    fact_ui(ui, context, "From where", |ui| {
        paragraphs_ui(ui, context, Subject::Overlay(id), outbox);
        for source in &facts.sources {
            let response = ui.add(egui::Label::new(&source.words).wrap());
            if !source.url.is_empty() {
                response.on_hover_text(&source.url);
            }
        }
    });
    fact_ui(ui, context, "How drawn", |ui| {
        ui.label(&facts.how_drawn);
        let hidden = facts.outside;
        if hidden > 0 && !context.session.stage.shows_outside {
            let switch = hint(
                "the legend\u{2019}s switch draws them",
                &Command::ToggleOutside,
            );
            let words = format!("{hidden} not drawn now: {switch}.");
            ui.label(RichText::new(words).color(context.theme.ui.caution));
        }
        signs_ui(ui, context, &facts.signs);
    });
    for (label, words) in [
        ("As of", facts.as_of.as_str()),
        ("How sure", facts.how_sure.as_str()),
        ("Limits", provenance::limits(overlay)),
    ] {
        fact_ui(ui, context, label, |ui| {
            ui.label(words);
        });
    }
}

fn feature_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (id, feature): (Id<Feature>, &Feature),
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    ui.spacing_mut().item_spacing.y = GRID;
    if !feature.about.is_empty() {
        ui.label(reading(theme, &feature.about));
    }
    ui.add_space(GRID);
    ends_ui(ui, context, feature, outbox);
    fact_ui(ui, context, "When", |ui| {
        ui.label(&feature.period.text);
    });
    fact_ui(ui, context, "Status", |ui| {
        ui.label(standing(feature));
    });
    fact_ui(ui, context, "Who says so", |ui| {
        ui.label(provenance::who_says(feature));
    });
    basis_ui(ui, context, feature);
    if feature.basis != Basis::Outside {
        fact_ui(ui, context, "From where", |ui| {
            paragraphs_ui(ui, context, Subject::Feature(id), outbox);
        });
    }
    if let Some(length) = length_words(feature) {
        fact_ui(ui, context, "Length", |ui| {
            let about = "Over the ground from point to point of the way on the map, which is simpler \
                         than the real one";
            ui.add(egui::Label::new(length).wrap()).on_hover_text(about);
        });
    }
    fact_ui(ui, context, "Confidence", |ui| {
        ui.label(confidence_word(feature.confidence));
    });
    let overlay = [Subject::Overlay(feature.overlay)];
    subjects_ui(ui, context, "Overlay", &overlay, outbox);
}

/// Whom it joins.
fn ends_ui(ui: &mut Ui, context: UiContext<'_>, feature: &Feature, outbox: &mut Outbox) {
    if feature.direction == Direction::None && !feature.to.is_empty() {
        let ends: Vec<Subject> = feature.from.iter().chain(&feature.to).copied().collect();
        subjects_ui(ui, context, "Between", &ends, outbox);
        return;
    }
    for (label, ends) in [("From", &feature.from), ("To", &feature.to)] {
        if !ends.is_empty() {
            subjects_ui(ui, context, label, ends, outbox);
        }
    }
}

/// Why it is drawn as it is, and who says so if the article does not.
fn basis_ui(ui: &mut Ui, context: UiContext<'_>, feature: &Feature) {
    let UiContext { world, theme, .. } = context;
    fact_ui(ui, context, "Basis", |ui| {
        let color = if feature.basis == Basis::Outside {
            theme.ui.caution
        } else {
            theme.ui.text
        };
        let words = RichText::new(basis_word(feature.basis)).color(color);
        ui.label(words).on_hover_text(basis_meaning(feature.basis));
    });
    let Some(source) = feature.source.and_then(|id| world.sources.get(id)) else {
        return;
    };
    let label = match feature.basis {
        Basis::Outside => "Source",
        Basis::Schematic => "Way after",
        // What the article has not, and the card marks so.
        Basis::Stated => "Additions",
    };
    fact_ui(ui, context, label, |ui| {
        let words = provenance::source_words(source);
        let response = ui.add(egui::Label::new(words).wrap());
        if !source.url.is_empty() {
            response.on_hover_text(&source.url);
        }
    });
}

/// A named fact: the name in a column of its own, so that facts line up.
pub(super) fn fact_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    label: &str,
    value: impl FnOnce(&mut Ui),
) {
    let theme = context.theme;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let size = vec2(LABEL_PX, theme.sizes.body);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Min), |ui| {
            ui.set_min_width(LABEL_PX);
            ui.label(muted(theme, label).size(theme.sizes.small + 1.0));
        });
        ui.vertical(|ui| value(ui));
    });
}

/// A fact made of subjects, each of which can be selected.
pub(super) fn subjects_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    label: &str,
    subjects: &[Subject],
    outbox: &mut Outbox,
) {
    fact_ui(ui, context, label, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(3.0 * GRID, 0.0);
            for &subject in subjects {
                let name = context.world.name_of(context.atlas, subject);
                let response = subject_link(ui, context.theme, name);
                outbox.interact(&response, subject, Origin::Panel);
            }
        });
    });
}

/// What a subject takes part in: with whom, what, when.
pub(super) fn relations_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    subject: Subject,
    features: &[Id<Feature>],
    outbox: &mut Outbox,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let row = |id: Id<Feature>| {
        let feature = context.world.features.get(id)?;
        Some(FeatureRow {
            id,
            name: &feature.name,
            facts: facts_of(context, subject, feature),
            indent: 0.0,
            hidden: Hidden::Plain,
            text: RowText::Wrapped,
        })
    };
    let list = FeatureList {
        features,
        row: &row,
        sought: None,
    };
    feature_list_ui(ui, context, &list, outbox);
}

/// "allied with United States · Cold War".
fn facts_of(context: UiContext<'_>, subject: Subject, feature: &Feature) -> String {
    let facts = feature_facts(feature, Room::Wide);
    let Some((verb, others)) = relation(feature, subject) else {
        return facts;
    };
    let name = |other: &Subject| context.world.name_of(context.atlas, *other);
    let names: Vec<&str> = others.iter().map(name).collect();
    format!("{verb} {} \u{00b7} {facts}", joined(&names))
}
