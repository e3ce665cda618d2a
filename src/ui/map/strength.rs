//! How much of their colour things on the map have: what the reader set, and what stands out.

use egui::Color32;

use crate::session::Emphasis;
use crate::ui::UiContext;
use crate::world::{Feature, Subject};

/// Letters are thinner than lines: with less of their colour they can not be read.
const LEAST_NAME: f32 = 0.4;

/// How much of its colour a feature has, from 0 to 1.
pub(in crate::ui) fn strength_of(
    context: UiContext<'_>,
    feature: &Feature,
    emphasis: Emphasis,
) -> f32 {
    context.session.stage.strength(feature.overlay, emphasis)
}

/// How much of its colour a name has: a feature's as much as its line, as far
/// as it can be read.
pub(super) fn name_strength(
    context: UiContext<'_>,
    subject: Option<Subject>,
    emphasis: Emphasis,
) -> f32 {
    let feature = match subject {
        Some(Subject::Feature(id)) => context.world.features.get(id),
        _ => None,
    };
    feature.map_or(1.0, |feature| {
        strength_of(context, feature, emphasis).max(LEAST_NAME)
    })
}

/// A colour of which only a part is drawn.
pub(super) fn faded(color: Color32, strength: f32) -> Color32 {
    color.gamma_multiply(strength)
}
