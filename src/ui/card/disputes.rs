//! What the card tells of disputed areas and lines: one that is selected, and all that a country
//! has a part in.

use egui::Ui;

use super::facts::{fact_ui, subjects_ui};
use crate::atlas::{Area, BorderKind, Dispute, DisputeId, Disputed, Worldview};
use crate::theme::measures::GRID;
use crate::ui::dispute_row::dispute_row_ui;
use crate::ui::dispute_words::side;
use crate::ui::parts::{heading, reading};
use crate::ui::{Origin, Outbox, UiContext};
use crate::world::Subject;

/// A dispute in words.
pub(super) fn dispute_ui(ui: &mut Ui, context: UiContext<'_>, id: DisputeId, outbox: &mut Outbox) {
    let Some(dispute) = context.atlas.dispute(id) else {
        return;
    };
    ui.spacing_mut().item_spacing.y = GRID;
    ui.label(reading(context.theme, &dispute.note));
    ui.add_space(GRID);
    match &dispute.what {
        Disputed::Area(area) => {
            if let Some(row) = context.atlas.area(*area) {
                area_ui(ui, context, row, outbox);
            }
            let worldview = context.session.stage.worldview;
            if worldview != Worldview::Neutral {
                let owner = context.atlas.owner(*area, worldview).country();
                let owner = [Subject::Country(owner)];
                subjects_ui(ui, context, "Drawn as of", &owner, outbox);
            }
        }
        Disputed::Line { .. } => line_ui(ui, context, dispute, outbox),
    }
    fact_ui(ui, context, "In dispute since", |ui| {
        ui.label(&dispute.since);
    });
    fact_ui(ui, context, "Source", |ui| {
        ui.add(egui::Label::new(&dispute.source).wrap());
    });
}

fn area_ui(ui: &mut Ui, context: UiContext<'_>, area: &Area, outbox: &mut Outbox) {
    let holder = [Subject::Country(area.holder)];
    subjects_ui(ui, context, "Held by", &holder, outbox);
    let claimants = area.claimants.iter().copied();
    let claimants: Vec<Subject> = claimants.map(Subject::Country).collect();
    subjects_ui(ui, context, "Claimed by", &claimants, outbox);
}

fn line_ui(ui: &mut Ui, context: UiContext<'_>, dispute: &Dispute, outbox: &mut Outbox) {
    let Disputed::Line { sides, disputed_by } = &dispute.what else {
        return;
    };
    fact_ui(ui, context, "Between", |ui| {
        for areas in sides {
            let names: Vec<String> = areas.iter().map(|&area| side(context, area)).collect();
            ui.add(egui::Label::new(names.join(", ")).wrap());
        }
    });
    let label = match dispute.border(context.atlas) {
        Some(BorderKind::Claim) => "Claimed by",
        _ => "Disputed by",
    };
    let countries = disputed_by.iter().copied();
    let countries: Vec<Subject> = countries.map(Subject::Country).collect();
    subjects_ui(ui, context, label, &countries, outbox);
}

/// What a country holds or claims against another, and the lines it has a part in. Edges of
/// claims are told with their areas.
pub(super) fn disputes_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    subject: Subject,
    outbox: &mut Outbox,
) {
    let Subject::Country(country) = subject else {
        return;
    };
    let atlas = context.atlas;
    let is_told = |dispute: &Dispute| {
        dispute.involves(atlas, country) && dispute.border(atlas) != Some(BorderKind::Claim)
    };
    let disputes: Vec<DisputeId> = atlas
        .dispute_ids()
        .filter(|(_, dispute)| is_told(dispute))
        .map(|(id, _)| id)
        .collect();
    if disputes.is_empty() {
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(2.0 * GRID);
    ui.label(heading(context.theme, "Disputed"));
    ui.add_space(GRID);
    for id in disputes {
        dispute_row_ui(ui, context, id, Origin::Panel, outbox);
    }
}
