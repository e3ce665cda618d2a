//! What stands under the map of a sheet: whose view of borders it is, what is not known exactly, and
//! where all of it is from.

use std::fmt::Write as _;

use egui::{Align, FontId, Sense, Ui, text::LayoutJob, vec2};

use super::UiContext;
use crate::atlas::Atlas;
use crate::session::Session;
use crate::theme::{Theme, ThemeKind, fonts};
use crate::world::{Basis, Stage, World};

/// Smaller than the legend: to be read on paper, not from the last row.
const SIZE_PART: f32 = 0.66;

/// What a sheet of a stage says of itself: a paragraph each, the last one tells where all is from.
pub fn sheet_notes(atlas: &Atlas, world: &World, stage: &Stage) -> Vec<String> {
    let mut session = Session {
        stage: stage.clone(),
        ..Session::default()
    };
    session.refresh(world);
    let theme = Theme::new(ThemeKind::Light);
    notes(UiContext {
        atlas,
        world,
        session: &session,
        theme: &theme,
    })
}

fn notes(context: UiContext<'_>) -> Vec<String> {
    let UiContext { world, session, .. } = context;
    let stage = &session.stage;
    let mut notes = Vec::new();
    let worldview = stage.worldview;
    let mut borders = format!("Borders: {} view. {}.", worldview.name(), worldview.basis());
    if let Some(note) = worldview.note() {
        let _ = write!(borders, " {note}.");
    }
    notes.push(borders);
    let is_drawn = |basis: Basis| {
        let features = session.on_show.features().iter();
        let mut features = features.filter_map(|&id| world.features.get(id));
        features.any(|feature| feature.basis == basis)
    };
    if is_drawn(Basis::Schematic) {
        notes.push(
            "Soft lines are schematic: the article names their ends, the way is ours.".to_owned(),
        );
    }
    if is_drawn(Basis::Outside) {
        notes.push(
            "Hollow lines are not in the article; their sources are named in the story.".to_owned(),
        );
    }
    let article = &world.article;
    let parts = [&article.title, &article.publisher, &article.date];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let source = if parts.is_empty() {
        String::new()
    } else {
        format!("Source: {}. ", parts.join(", "))
    };
    notes.push(format!("{source}{MADE_FROM}"));
    notes
}

const MADE_FROM: &str = "Map: Passage. Land and water after Natural Earth, places \u{00a9} GeoNames (CC BY 4.0), \
                         relief after SRTM (NASA).";

/// How high the notes are at a width.
pub(super) fn notes_px(ui: &Ui, context: UiContext<'_>, width_px: f32) -> f32 {
    let lines = notes(context);
    lines
        .iter()
        .map(|line| {
            ui.painter()
                .layout_job(job(context, line, width_px))
                .size()
                .y
        })
        .sum()
}

pub(super) fn notes_ui(ui: &mut Ui, context: UiContext<'_>) {
    let width_px = ui.available_width();
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    for line in notes(context) {
        let galley = ui.painter().layout_job(job(context, &line, width_px));
        let (place, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
        ui.painter()
            .galley(place.min, galley, context.theme.ui.muted);
    }
}

fn job(context: UiContext<'_>, words: &str, width_px: f32) -> LayoutJob {
    let theme = context.theme;
    let font = FontId::new(theme.sizes.small * SIZE_PART, fonts::sans());
    let mut job = LayoutJob::simple(words.to_owned(), font, theme.ui.muted, width_px);
    job.halign = Align::LEFT;
    job
}
