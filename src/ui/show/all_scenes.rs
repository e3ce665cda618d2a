//! All scenes as small pictures, to go to any of them.

use egui::{
    Align2, CentralPanel, CursorIcon, FontId, Frame, Margin, Rect, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::session::{Command, Show, ShowCommand};
use crate::theme::fonts;
use crate::theme::measures::{CORNER, GRID};
use crate::ui::parts::{focus_ring, two_lines};
use crate::ui::scene_picture::{ScenePicture, paint_scene};
use crate::ui::{Outbox, SmallPictures, UiContext};
use crate::world::Scene;

/// The map that a picture is made of, in points: as large as between title, column and legend.
pub(crate) const PICTURE_OF: Vec2 = vec2(528.0, 310.0);

/// Height of a picture, as a part of its width.
const HEIGHT_PART: f32 = 9.0 / 16.0;

const GAP: f32 = 3.0 * GRID;

/// Around the chosen scene.
const FRAME: f32 = 3.0;

/// Under a picture: room for two lines of its title, as a multiple of their size.
const WORDS_PART: f32 = 2.9;

/// Draws them over the whole window.
pub(crate) fn all_scenes_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    show: &Show,
    mut pictures: Option<&mut SmallPictures>,
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    let scenes = context.session.briefing.scenes();
    let frame = Frame::NONE
        .fill(theme.ui.panel)
        .inner_margin(Margin::same(16));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        let room = ui.available_size();
        let (columns, size) = grid(
            scenes.len(),
            room - Vec2::splat(2.0 * FRAME),
            theme.sizes.small * WORDS_PART,
        );
        ScrollArea::vertical().id_salt("all scenes").show(ui, |ui| {
            let rows = scenes.len().div_ceil(columns);
            let height = rows as f32 * (size.y + GAP) + 2.0 * FRAME;
            let (all, _) = ui.allocate_exact_size(vec2(room.x, height), Sense::hover());
            for (at, scene) in scenes.iter().enumerate() {
                let (row, column) = (at / columns, at % columns);
                let corner = vec2(column as f32 * (size.x + GAP), row as f32 * (size.y + GAP));
                let card = Rect::from_min_size(all.min + corner + Vec2::splat(FRAME), size);
                let is_chosen = show.all_scenes == Some(at);
                if ui.is_rect_visible(card) {
                    let pictures = pictures.as_deref_mut();
                    card_ui(
                        ui,
                        context,
                        (at, scene),
                        (card, is_chosen),
                        pictures,
                        outbox,
                    );
                }
                if is_chosen {
                    ui.scroll_to_rect(card, None);
                }
            }
        });
    });
}

/// In how many columns, and how large the cards are: the largest at which all fit, but never so
/// small that nothing can be told apart.
fn grid(count: usize, room: Vec2, words_height: f32) -> (usize, Vec2) {
    let card = |columns: usize| {
        let width = (room.x + GAP) / columns as f32 - GAP;
        vec2(width, width * HEIGHT_PART + words_height)
    };
    let fits = |columns: usize| {
        let rows = count.div_ceil(columns) as f32;
        rows * (card(columns).y + GAP) <= room.y + GAP
    };
    let columns = (2..=5).find(|&columns| fits(columns)).unwrap_or(5);
    (columns, card(columns))
}

fn card_ui(
    ui: &Ui,
    context: UiContext<'_>,
    (at, scene): (usize, &Scene),
    (card, is_chosen): (Rect, bool),
    pictures: Option<&mut SmallPictures>,
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    let response = ui.interact(card, ui.scope_id().with(("scene", at)), Sense::click());
    let name = format!("Scene {}: {}", at + 1, scene.title);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &name));
    let height = card.width() * HEIGHT_PART;
    let place = Rect::from_min_size(card.min, vec2(card.width(), height));
    let picture = ScenePicture {
        key: None,
        map_size: PICTURE_OF,
        size: place.size(),
    };
    paint_scene(ui, context, scene, (place, picture), pictures);
    let stroke = if is_chosen {
        Stroke::new(FRAME, theme.ui.accent)
    } else {
        Stroke::new(1.0, theme.ui.rule)
    };
    let corner = f32::from(CORNER);
    ui.painter()
        .rect_stroke(place, corner, stroke, StrokeKind::Outside);
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let number = format!("{}", at + 1);
    let below = Rect::from_min_max(pos2(card.min.x, place.max.y + GRID), card.max);
    ui.painter().text(
        below.min,
        Align2::LEFT_TOP,
        number,
        FontId::new(theme.sizes.small, fonts::sans_semibold()),
        theme.ui.muted,
    );
    let words = below.with_min_x(below.min.x + 5.0 * GRID);
    let title = two_lines(ui, &scene.title, font, theme.ui.text, words.width());
    ui.painter().galley(words.min, title, theme.ui.text);
    focus_ring(ui, theme, &response, card);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(&scene.title).clicked() {
        outbox.push(Command::Show(ShowCommand::GoTo(at)));
    }
}
