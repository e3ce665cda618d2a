//! The pieces of a show's legend, in their order.

use egui::{FontId, Ui};

use super::KEY_GAP;
use crate::theme::measures::KEY_WIDTH;
use crate::theme::{Theme, fonts};
use crate::ui::UiContext;
use crate::ui::card::{Explained, signs_of};
use crate::ui::legend::is_drawn;
use crate::world::{Feature, Id, Overlay, Stage, step_words};

/// So many features of an overlay are looked at for the signs it has: in a crowd the first ones have
/// them all.
const MOST_READ: usize = 300;

/// A piece of the legend.
pub(super) struct Item {
    pub what: What,
    pub words: String,
    pub width_px: f32,
}

pub(super) enum What {
    /// As of when all of it is.
    Time,
    Overlay(Id<Overlay>),
    Sign(Explained),
    /// The tint of a step, from 0: how often a country is named.
    Step(usize),
    Note,
    /// Whose view of borders.
    Borders,
}

impl Item {
    fn new(ui: &Ui, theme: &Theme, what: What, words: String) -> Self {
        let mut item = Self {
            what,
            words,
            width_px: 0.0,
        };
        let galley =
            ui.painter()
                .layout_no_wrap(item.words.clone(), item.font(theme), theme.ui.text);
        let has_key = matches!(item.what, What::Overlay(_) | What::Sign(_) | What::Step(_));
        let key_px = if has_key { KEY_WIDTH + KEY_GAP } else { 0.0 };
        item.width_px = (key_px + galley.size().x).ceil();
        item
    }

    pub(super) fn font(&self, theme: &Theme) -> FontId {
        let family = match self.what {
            What::Time | What::Overlay(_) => fonts::sans_semibold(),
            What::Sign(_) | What::Step(_) | What::Note | What::Borders => fonts::sans(),
        };
        FontId::new(theme.sizes.small, family)
    }
}

/// What tells how to read a stage of which such features are on show.
pub(super) fn items_of(
    ui: &Ui,
    context: UiContext<'_>,
    stage: &Stage,
    is_shown: &dyn Fn(Id<Feature>) -> bool,
) -> Vec<Item> {
    let UiContext { world, theme, .. } = context;
    let mut items = Vec::new();
    let mut add = |what, words| items.push(Item::new(ui, theme, what, words));
    if let Some(time) = time_of(context, stage) {
        add(What::Time, time);
    }
    for id in world
        .overlays
        .ids()
        .filter(|id| stage.overlays.contains(id) && is_drawn(context, *id))
    {
        let Some(overlay) = world.overlays.get(id) else {
            continue;
        };
        add(What::Overlay(id), overlay.name.clone());
        let features = world.links.in_overlay(id).iter().copied();
        let features: Vec<&Feature> = features
            .filter(|&id| is_shown(id))
            .filter_map(|id| world.features.get(id))
            .take(MOST_READ)
            .collect();
        for sign in signs_of(context, overlay.style, &features) {
            let words = sign.meaning();
            add(What::Sign(sign), words);
        }
    }
    let steps = step_words(&world.naming_steps());
    if !steps.is_empty() {
        add(What::Note, "Times a country is named:".to_owned());
    }
    for (step, words) in steps.into_iter().enumerate() {
        add(What::Step(step), words);
    }
    if stage.shows_afterwards {
        add(What::Note, "With what has happened since".to_owned());
    }
    let borders = format!("Borders: {} view", stage.worldview.name());
    add(What::Borders, borders);
    items
}

/// The day all of it is as of, or the era on show.
fn time_of(context: UiContext<'_>, stage: &Stage) -> Option<String> {
    let world = context.world;
    if let Some(era) = stage.era.and_then(|era| world.eras.get(era)) {
        return Some(format!("{}, {}", era.name, era.years_text()));
    }
    world.date_words()
}
