//! Dragging a scene to another place of the row.

use egui::{Key, LayerId, Modifiers, Order, Pos2, Rect, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::card::paint_picture;
use super::{GAP, MARGIN, PICTURE, StripState, place_of};
use crate::session::{Command, SceneEdit};
use crate::theme::measures::{CORNER, GRID, RULE};
use crate::ui::{Outbox, SmallPictures, UiContext};
use crate::world::Scene;

/// So near to the row's end a drag scrolls it, and so fast.
const EDGE: f32 = 9.0 * GRID;
const SCROLL_STEP: f32 = 3.0 * GRID;

/// How much of the scene that is being dragged is seen.
const GHOST_OPACITY: f32 = 0.7;

/// The mark where the scene would be put, the scene under the pointer, and putting it there.
pub(super) fn drag_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    row: Rect,
    strip: &mut StripState,
    pictures: Option<&mut SmallPictures>,
    outbox: &mut Outbox,
) {
    let Some(from) = strip.dragged else { return };
    let briefing = &context.session.briefing;
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let is_given_up = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let (Some(pointer), Some(scene), false) = (pointer, briefing.scene(from), is_given_up) else {
        strip.dragged = None;
        return;
    };
    let gap = gap_at(pointer.x - row.min.x, briefing.scenes().len());
    let to = place_after(from, gap);
    if ui.input(|input| !input.pointer.primary_down()) {
        strip.dragged = None;
        if to != from {
            outbox.push(Command::EditScenes(SceneEdit::Move { from, to }));
            strip.sought = Some(to);
        }
        return;
    }
    if to != from {
        let x = row.min.x + place_of(gap).min.x - GAP / 2.0;
        let stroke = Stroke::new(3.0, context.theme.ui.accent);
        let y = row.min.y + MARGIN;
        ui.painter().vline(x, y..=y + PICTURE.y, stroke);
    }
    ghost_ui(ui, context, (from, pointer), scene, pictures);
    let seen = ui.clip_rect();
    if pointer.x < seen.min.x + EDGE {
        ui.scroll_with_delta(vec2(SCROLL_STEP, 0.0));
        ui.request_repaint();
    } else if pointer.x > seen.max.x - EDGE {
        ui.scroll_with_delta(vec2(-SCROLL_STEP, 0.0));
        ui.request_repaint();
    }
}

fn ghost_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (at, pointer): (usize, Pos2),
    scene: &Scene,
    pictures: Option<&mut SmallPictures>,
) {
    let place = Rect::from_center_size(pointer + vec2(0.0, GRID), PICTURE * 0.8);
    let layer = LayerId::new(Order::Tooltip, super::card_id(at).with("dragged"));
    let builder = UiBuilder::new().layer_id(layer).max_rect(place);
    // A child that takes no room in the row.
    let mut ghost = ui.new_child(builder);
    ghost.set_clip_rect(ui.content_rect());
    ghost.set_opacity(GHOST_OPACITY);
    paint_picture(&ghost, context, scene, place, pictures);
    let stroke = Stroke::new(RULE, context.theme.ui.text);
    let corner = f32::from(CORNER);
    let outside = StrokeKind::Outside;
    ghost.painter().rect_stroke(place, corner, stroke, outside);
}

/// Between which scenes a drag is, by how far it is from the row's left end: 0 is before the first.
fn gap_at(x: f32, count: usize) -> usize {
    let step = PICTURE.x + GAP;
    let from_first = x - place_of(0).min.x + step / 2.0;
    ((from_first / step).floor().max(0.0) as usize).min(count)
}

/// Where a scene stands after it was put into a gap.
fn place_after(from: usize, gap: usize) -> usize {
    if gap > from { gap - 1 } else { gap }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drag_ends_in_the_nearest_gap_and_beside_its_own_place_it_changes_nothing() {
        let middle = |at: usize| place_of(at).center().x;
        assert_eq!(gap_at(-500.0, 4), 0);
        assert_eq!(gap_at(middle(0) - 9.0, 4), 0);
        assert_eq!(gap_at(middle(0) + 9.0, 4), 1);
        assert_eq!(gap_at(middle(2) + 9.0, 4), 3);
        assert_eq!(gap_at(9_000.0, 4), 4);
        for (from, gap, to) in [(1, 1, 1), (1, 2, 1), (1, 0, 0), (1, 3, 2), (1, 4, 3)] {
            assert_eq!(place_after(from, gap), to, "{from} into {gap}");
        }
        assert_eq!(place_after(1, gap_at(middle(1), 4)), 1);
    }
}
