//! The strip of scenes beneath the map: each as a small picture, in the order of the briefing.
//!
//! In: the row, what stands before and after it, and what is kept between frames.
//! Out: one scene (see `card`), its words (see `notes`), and what changes (see `session`).

mod builds;
mod card;
mod card_menu;
mod dragging;
mod head;
mod naming;
mod notes;

use egui::{Id, Rect, ScrollArea, Sense, Ui, Vec2, vec2};

use self::card::{Card, card_ui};
pub(super) use self::card_menu::scene_keys_words;
use self::dragging::drag_ui;
use self::head::{add_tile_ui, empty_ui, head_ui};
use self::naming::Naming;
pub use self::notes::scene_notes_ui;
use super::{Outbox, SmallPictures, UiContext};
use crate::theme::measures::GRID;

/// A scene's picture, and the line with its title beneath.
const PICTURE: Vec2 = vec2(112.0, 63.0);
const TITLE_HEIGHT: f32 = 5.0 * GRID;

/// Between two scenes.
const GAP: f32 = 2.5 * GRID;

/// Around the row, for the mark of the current scene and the scroll bar beneath.
const MARGIN: f32 = 3.0;
const BAR_HEIGHT: f32 = 1.5 * GRID;

/// What the strip keeps between frames.
#[derive(Default)]
pub struct StripState {
    /// A title that is being written.
    naming: Option<Naming>,
    /// The scene that is being dragged.
    dragged: Option<usize>,
    /// The current scene as of the last frame: another one is brought into view.
    current: Option<usize>,
    /// How many scenes there were in the last frame.
    count: Option<usize>,
    /// What else is to be brought into view.
    sought: Option<usize>,
    /// Whether the sheet of notes was open in the last frame.
    has_notes: bool,
    height: f32,
}

impl StripState {
    /// How much of the window it takes; nothing while it is closed.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// To be called in each frame, before the strip is drawn or not.
    pub fn begin_frame(&mut self) {
        if self.height == 0.0 {
            // What was begun before the strip was closed is given up.
            (self.dragged, self.naming, self.count) = (None, None, None);
        }
        self.height = 0.0;
    }
}

/// What the keyboard knows a scene by.
fn card_id(at: usize) -> Id {
    Id::unique(("scene of the strip", at))
}

/// Gives a scene the keyboard, and brings it into view.
fn focus(ui: &Ui, strip: &mut StripState, at: usize) {
    ui.memory_mut(|memory| memory.request_focus(card_id(at)));
    strip.sought = Some(at);
}

/// Draws the strip into its panel.
pub fn strip_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    strip: &mut StripState,
    pictures: Option<&mut SmallPictures>,
    outbox: &mut Outbox,
) {
    if context.session.briefing.scenes().is_empty() {
        empty_ui(ui, context, outbox);
    } else {
        let height = PICTURE.y + TITLE_HEIGHT + 2.0 * MARGIN + BAR_HEIGHT;
        ui.horizontal(|ui| {
            ui.set_height(height);
            ui.spacing_mut().item_spacing.x = 3.0 * GRID;
            head_ui(ui, context, outbox);
            row_ui(ui, context, strip, pictures, outbox);
        });
    }
    strip.height = ui.content_rect().max.y - ui.max_rect().min.y;
}

fn row_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    strip: &mut StripState,
    mut pictures: Option<&mut SmallPictures>,
    outbox: &mut Outbox,
) {
    let briefing = &context.session.briefing;
    let count = briefing.scenes().len();
    // A wheel has one direction, and so has the row.
    ui.style_mut().always_scroll_the_only_direction = true;
    let area = ScrollArea::horizontal().id_salt("strip of scenes");
    area.auto_shrink([false, true]).show(ui, |ui| {
        let width = place_of(count).max.x + MARGIN;
        let height = PICTURE.y + TITLE_HEIGHT + 2.0 * MARGIN + BAR_HEIGHT;
        let (row, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let place = |at: usize| place_of(at).translate(row.min.to_vec2());
        for (at, scene) in briefing.scenes().iter().enumerate() {
            let card = Card {
                at,
                scene,
                count,
                place: place(at),
            };
            card_ui(ui, context, &card, strip, pictures.as_deref_mut(), outbox);
        }
        add_tile_ui(ui, context, place(count), outbox);
        drag_ui(ui, context, row, strip, pictures, outbox);
        let current = briefing.current();
        let is_other = strip.current != current;
        strip.current = current;
        let is_added = strip.count.is_some_and(|before| count == before + 1);
        strip.count = Some(count);
        if is_added
            && let Some(at) = current
            && !ui.text_edit_focused()
        {
            // What is pressed next is meant for the scene that was made just now.
            focus(ui, strip, at);
        }
        if let Some(at) = strip.sought.take().or(current.filter(|_| is_other)) {
            // Where it is to be seen; how far it then scrolls needs no animation of its own.
            ui.scroll_to_rect(place(at).expand(GAP), None);
        }
    });
}

/// Where a scene stands in the row, whose corner is the origin.
fn place_of(at: usize) -> Rect {
    let corner = vec2(MARGIN + at as f32 * (PICTURE.x + GAP), MARGIN);
    let size = PICTURE + vec2(0.0, TITLE_HEIGHT);
    Rect::from_min_size(corner.to_pos2(), size)
}
