//! Names where they were placed, with the dots of cities; and where on the sheet the story's things
//! are.

use egui::{Color32, Pos2, Ui, vec2};

use super::layer;
use crate::picture::{
    DrawingGroup, DrawingLayer, DrawnPlace, Face, LabelKind, LabelSource, LabelStyle, Mark,
    PlacedLabel, TextMark, View,
};
use crate::ui::UiContext;
use crate::ui::map::MapState;
use crate::ui::map::lettering::{emphasis_of, ink, job};
use crate::ui::map::marks::paint_city;
use crate::ui::map::name_picture::HALO_PX;
use crate::ui::map::strength::{faded, name_strength};
use crate::ui::sheet::{Piece, Words, captured};
use crate::world::Subject;

/// The layers of names, by what they name, and where each thing of the story is named.
pub(super) fn name_layers(
    ui: &Ui,
    context: UiContext<'_>,
    state: &MapState,
    view: &View,
) -> (Vec<DrawingLayer>, Vec<DrawnPlace>) {
    let mut kinds: [(&str, &str, Vec<DrawingGroup>); 4] = [
        ("names-water", "Names of seas and rivers", Vec::new()),
        ("names-land", "Names of lands and countries", Vec::new()),
        ("names-cities", "Cities", Vec::new()),
        ("names-features", "Names of features", Vec::new()),
    ];
    let mut places = Vec::new();
    for label in &state.placed {
        let Some(source) = state.labels.get(label.source) else {
            continue;
        };
        let kind = match source.style {
            LabelStyle::Sea | LabelStyle::River => 0,
            LabelStyle::FocusCountry | LabelStyle::Country | LabelStyle::Land => 1,
            LabelStyle::Capital | LabelStyle::City => 2,
            LabelStyle::Region | LabelStyle::Feature => 3,
        };
        let group = name_group(ui, context, label, source);
        places.extend(group.subject.clone().map(|subject| DrawnPlace {
            subject,
            name: source.text.clone(),
            at: place_of(label, source),
        }));
        if let Some((.., groups)) = kinds.get_mut(kind) {
            groups.push(group);
        }
    }
    places.extend(unnamed(context, state));
    let layers = kinds.into_iter();
    let layers = layers.map(|(key, name, groups)| layer(key, name, view, groups));
    (layers.collect(), places)
}

/// Where a thing is: before the name of a line, which stands beside it, so that a number there hides
/// no letter of it; else what the name names.
fn place_of(label: &PlacedLabel, source: &LabelSource) -> Pos2 {
    match source.style {
        LabelStyle::Feature => label.rect.left_center() - vec2(BEFORE_PX, 0.0),
        _ => label.anchor,
    }
}

/// Room before a name for a number in a disc.
const BEFORE_PX: f32 = 12.0;

/// What is on show and has no name on the map.
fn unnamed(context: UiContext<'_>, state: &MapState) -> Vec<DrawnPlace> {
    let without = state.unlabelled.iter();
    without
        .filter_map(|&(index, at)| {
            let source = state.labels.get(index)?;
            let subject = context.world.key_of(context.atlas, source.subject?)?;
            Some(DrawnPlace {
                subject,
                name: source.text.clone(),
                at,
            })
        })
        .collect()
}

fn name_group(
    ui: &Ui,
    context: UiContext<'_>,
    label: &PlacedLabel,
    source: &LabelSource,
) -> DrawingGroup {
    let UiContext { world, theme, .. } = context;
    let subject = source.subject;
    let overlay = match subject {
        Some(Subject::Feature(id)) => world.features.get(id).map(|feature| feature.overlay),
        _ => None,
    };
    let mut marks = Vec::new();
    if source.kind == LabelKind::BesideDot && source.style != LabelStyle::Feature {
        marks.extend(captured(ui, |painter| {
            paint_city(painter, label.anchor, source.style, theme);
        }));
    }
    let emphasis = emphasis_of(context, source);
    let strength = name_strength(context, subject, emphasis);
    let color = faded(ink(source, world, theme), strength);
    let halo = (faded(theme.map.halo, strength), HALO_PX);
    marks.extend(words(ui, context, label, source, (color, halo)));
    DrawingGroup {
        subject: subject.and_then(|subject| world.key_of(context.atlas, subject)),
        overlay: overlay
            .and_then(|id| world.overlays.get(id))
            .map(|overlay| overlay.key.clone()),
        title: None,
        marks,
    }
}

fn words(
    ui: &Ui,
    context: UiContext<'_>,
    label: &PlacedLabel,
    source: &LabelSource,
    (color, halo): (Color32, (Color32, f32)),
) -> Vec<Mark> {
    let job = job(source, label.setting, context.theme, color);
    let Some(format) = job.sections.first().map(|section| section.format.clone()) else {
        return Vec::new();
    };
    let galley = ui.painter().layout_job(job);
    let turn_deg = f32::from(source.kind.turn_deg());
    let center = label.rect.center();
    // Centred lines lie around the galley's origin, and a turned name around its middle.
    let corner = center - galley.size() / 2.0;
    let origin = corner - galley.rect.min.to_vec2();
    let turn = (turn_deg != 0.0).then_some((turn_deg, center));
    let pieces = Words::of(&galley).pieces.into_iter();
    let mark = |piece: Piece| {
        Mark::Text(TextMark {
            words: piece.words,
            at: origin + piece.at.to_vec2(),
            // Behind the last letter there is no space to the next.
            length: piece.length,
            face: Face::of(&format.font_id.family),
            size: format.font_id.size,
            spacing: format.extra_letter_spacing,
            color,
            halo: Some(halo),
            turn,
        })
    };
    pieces.map(mark).collect()
}
