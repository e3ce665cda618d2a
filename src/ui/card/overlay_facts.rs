//! What is derived of an overlay's features for its card, kept while the same ones are listed: a
//! card is drawn in every frame, and an overlay can have a great many.

use std::sync::Arc;

use egui::Ui;

use super::provenance::{self, SourceUse};
use super::signs::{Explained, signs_of};
use crate::theme::{Sight, ThemeKind};
use crate::ui::UiContext;
use crate::world::{Feature, Id, Overlay};

/// All of it.
#[derive(Clone, Debug)]
pub(super) struct OverlayFacts {
    pub sources: Vec<SourceUse>,
    pub how_drawn: String,
    /// How many are not in the article.
    pub outside: usize,
    pub signs: Vec<Explained>,
    pub as_of: String,
    pub how_sure: String,
}

/// Facts, and what they were derived for. The list is held, so that no other one is taken for it.
#[derive(Clone)]
struct Kept {
    overlay: Id<Overlay>,
    listed: Arc<[Id<Feature>]>,
    theme: (ThemeKind, Sight),
    facts: Arc<OverlayFacts>,
}

/// The facts of an overlay that is being shown.
pub(super) fn overlay_facts(
    ui: &Ui,
    context: UiContext<'_>,
    (id, overlay): (Id<Overlay>, &Overlay),
) -> Arc<OverlayFacts> {
    let place = egui::Id::unique("facts of an overlay");
    let listing = context.session.on_show.listing(id);
    let listed = listing.map(|listing| listing.features.clone());
    let listed = listed.unwrap_or_default();
    let theme = (context.theme.kind, context.theme.sight);
    let kept: Option<Kept> = ui.data(|data| data.get_temp(place));
    if let Some(kept) = kept
        && kept.overlay == id
        && kept.theme == theme
        && Arc::ptr_eq(&kept.listed, &listed)
    {
        return kept.facts;
    }
    let world = context.world;
    let features = provenance::features_of(world, &context.session.stage, id);
    let is_outside = |feature: &&&Feature| feature.is_from_elsewhere();
    let facts = Arc::new(OverlayFacts {
        sources: provenance::sources_of(world, &features),
        how_drawn: provenance::how_drawn(world, context.atlas, &features),
        outside: features.iter().filter(is_outside).count(),
        signs: signs_of(context, overlay.style, &features),
        as_of: provenance::as_of(world, &features),
        how_sure: provenance::how_sure(&features),
    });
    let kept = Kept {
        overlay: id,
        listed,
        theme,
        facts: facts.clone(),
    };
    ui.data_mut(|data| data.insert_temp(place, kept));
    facts
}
