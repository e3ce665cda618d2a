//! The card: what is selected, its part in the article, its relations, its passages.

use egui::{RichText, Ui};

use super::symbol::symbol_ui;
use super::words::{basis_word, kind_word, status_word, subject_word};
use super::{Origin, Outbox, UiContext};
use crate::session::{Command, Step};
use crate::theme::fonts;
use crate::world::{Basis, Feature, Id, Subject};

pub fn card_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let stage = &context.session.stage;
    ui.add_space(8.0);
    match (stage.selection, stage.compare) {
        (Some(one), Some(other)) => pair_ui(ui, context, one, other, outbox),
        (Some(subject), None) => subject_ui(ui, context, subject, outbox),
        (None, _) => invitation_ui(ui, context),
    }
    ui.add_space(4.0);
}

fn muted(context: UiContext<'_>, text: impl Into<String>) -> RichText {
    RichText::new(text)
        .size(context.theme.sizes.small + 0.5)
        .color(context.theme.ui.muted)
}

fn invitation_ui(ui: &mut Ui, context: UiContext<'_>) {
    let article = &context.world.article;
    ui.label(muted(
        context,
        format!("{}, {}", article.publisher, article.date),
    ));
    ui.label(
        RichText::new(&context.world.title)
            .family(fonts::serif_semibold())
            .size(context.theme.sizes.title),
    );
    ui.label(muted(context, "Click a country or a line to read what the article says of it; click words in the text to see them on the map."));
}

fn heading(ui: &mut Ui, context: UiContext<'_>, kind: &str, name: &str, outbox: &mut Outbox) {
    ui.horizontal(|ui| {
        ui.label(muted(context, kind));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui
                .small_button("Close")
                .on_hover_text("Let go (Escape)")
                .clicked()
            {
                outbox.push(Command::LetGo);
            }
        });
    });
    let title = RichText::new(name)
        .family(fonts::serif_semibold())
        .size(context.theme.sizes.title);
    ui.label(title);
}

fn subject_ui(ui: &mut Ui, context: UiContext<'_>, subject: Subject, outbox: &mut Outbox) {
    let UiContext { world, atlas, .. } = context;
    heading(
        ui,
        context,
        subject_word(subject),
        world.name_of(atlas, subject),
        outbox,
    );
    match subject {
        Subject::Country(id) => {
            let capital = atlas
                .country(id)
                .and_then(|country| country.capital)
                .and_then(|at| atlas.cities.get(at));
            if let Some(city) = capital {
                ui.label(muted(context, format!("Capital {}", city.name)));
            }
            if let Some(focus) = world.focus.iter().find(|focus| focus.country == id) {
                ui.label(&focus.part);
            }
        }
        Subject::Overlay(id) => {
            if let Some(overlay) = world.overlays.get(id) {
                ui.label(&overlay.about);
            }
        }
        Subject::Feature(id) => {
            if let Some(feature) = world.features.get(id) {
                feature_ui(ui, context, feature);
            }
        }
        Subject::Actor(id) => {
            if let Some(actor) = world.actors.get(id) {
                ui.label(&actor.about);
            }
        }
        Subject::Place(id) => {
            if let Some(place) = world.places.get(id) {
                ui.label(&place.about);
            }
        }
    }
    stepper(ui, context, subject, outbox);
    let features: Vec<Id<Feature>> = match subject {
        Subject::Overlay(_) | Subject::Feature(_) => Vec::new(),
        _ => world.links.features(subject).to_vec(),
    };
    relations(ui, context, subject, &features, outbox);
}

fn feature_ui(ui: &mut Ui, context: UiContext<'_>, feature: &Feature) {
    let words = format!(
        "{} \u{00b7} {} \u{00b7} {}",
        feature.period.text,
        status_word(feature.status),
        basis_word(feature.basis)
    );
    let color = if feature.basis == Basis::Outside {
        context.theme.ui.caution
    } else {
        context.theme.ui.muted
    };
    ui.label(RichText::new(words).color(color));
    if let Some(attribution) = &feature.attribution {
        ui.label(
            RichText::new(format!("{attribution}."))
                .family(fonts::serif_italic())
                .size(context.theme.sizes.reading),
        );
    }
    ui.label(&feature.about);
    if let Some(source) = feature.source.and_then(|id| context.world.sources.get(id)) {
        ui.label(muted(
            context,
            format!("Source: {}, {}", source.title, source.date),
        ));
    }
    ui.label(muted(
        context,
        format!("Confidence: {:?}", feature.confidence).to_lowercase(),
    ));
}

/// "2 of 7", with the way to the next.
fn stepper(ui: &mut Ui, context: UiContext<'_>, subject: Subject, outbox: &mut Outbox) {
    let about = context.world.links.passages(subject);
    ui.horizontal(|ui| {
        if ui
            .button("Show on map")
            .on_hover_text("Fly there")
            .clicked()
        {
            outbox.push(Command::FlyTo(subject));
        }
        if about.is_empty() {
            ui.label(muted(context, "Not in the article"));
            return;
        }
        let at = context
            .session
            .stage
            .passage
            .and_then(|passage| about.iter().position(|&one| one == passage));
        let previous = ui.button("\u{2190}").on_hover_text("Previous passage (P)");
        previous.widget_info(|| {
            egui::WidgetInfo::labeled(egui::Role::Button, true, "Previous passage")
        });
        if previous.clicked() {
            outbox.push(Command::StepPassage(Step::Previous));
        }
        ui.label(match at {
            Some(at) => format!("{} of {}", at + 1, about.len()),
            None => format!("{} passages", about.len()),
        });
        let next = ui.button("\u{2192}").on_hover_text("Next passage (N)");
        next.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Next passage"));
        if next.clicked() {
            outbox.push(Command::StepPassage(Step::Next));
        }
    });
}

fn relations(
    ui: &mut Ui,
    context: UiContext<'_>,
    subject: Subject,
    features: &[Id<Feature>],
    outbox: &mut Outbox,
) {
    if features.is_empty() {
        return;
    }
    egui::ScrollArea::vertical()
        .id_salt("relations")
        .max_height(170.0)
        .show(ui, |ui| {
            for &id in features {
                let Some(feature) = context.world.features.get(id) else {
                    continue;
                };
                let Some(overlay) = context.world.overlays.get(feature.overlay) else {
                    continue;
                };
                ui.horizontal(|ui| {
                    let look = context
                        .theme
                        .feature(overlay.style, feature.status, feature.basis);
                    symbol_ui(ui, look, context.theme);
                    let words = relation_words(context, subject, feature);
                    let color = if feature.basis == Basis::Outside {
                        context.theme.ui.caution
                    } else {
                        context.theme.ui.text
                    };
                    let button = egui::Button::new(RichText::new(words).color(color))
                        .frame(false)
                        .truncate();
                    let response = ui
                        .add(button)
                        .on_hover_text(super::words::feature_line(feature));
                    outbox.interact(&response, Subject::Feature(id), Origin::Panel);
                });
            }
        });
}

/// "backed India, Cold War", seen from the subject.
fn relation_words(context: UiContext<'_>, subject: Subject, feature: &Feature) -> String {
    let names = |side: &[Subject]| -> String {
        let names: Vec<&str> = side
            .iter()
            .filter(|&&end| end != subject)
            .map(|&end| context.world.name_of(context.atlas, end))
            .collect();
        names.join(", ")
    };
    let (mine, theirs) = (
        feature.from.contains(&subject),
        feature.to.contains(&subject),
    );
    let words = match (mine, theirs) {
        (true, _) if !names(&feature.to).is_empty() => {
            format!("{} {}", kind_word(feature.kind), names(&feature.to))
        }
        (false, true) if !names(&feature.from).is_empty() => {
            format!(
                "{} {} it",
                names(&feature.from),
                kind_word(feature.kind)
                    .trim_end_matches(" with")
                    .trim_end_matches(" to")
            )
        }
        _ => feature.short_name.clone(),
    };
    let words = if theirs && !mine {
        feature.name.clone()
    } else {
        words
    };
    format!("{words}, {}", feature.period.text)
}

fn pair_ui(ui: &mut Ui, context: UiContext<'_>, one: Subject, other: Subject, outbox: &mut Outbox) {
    let UiContext { world, atlas, .. } = context;
    let name = format!(
        "{} and {}",
        world.name_of(atlas, one),
        world.name_of(atlas, other)
    );
    heading(ui, context, "Two countries", &name, outbox);
    let joining: Vec<Id<Feature>> = world
        .features
        .ids()
        .filter(|&id| world.joins(id, one, other))
        .collect();
    let passages = world.passages_joining(one, other);
    ui.label(muted(
        context,
        format!(
            "{} links and {} passages join them",
            joining.len(),
            passages.len()
        ),
    ));
    ui.horizontal_wrapped(|ui| {
        for passage in passages {
            let Some(row) = world.passages.get(passage) else {
                continue;
            };
            if ui
                .small_button(format!("\u{00b6} {}", row.number))
                .on_hover_text("Read it")
                .clicked()
            {
                outbox.push(Command::ReadPassage(passage));
            }
        }
    });
    relations(ui, context, one, &joining, outbox);
}
