//! A scene's small picture, wherever scenes stand side by side.

use egui::{Color32, Id, Rect, Ui, Vec2, pos2};

use super::{SmallPictures, UiContext, Wanted};
use crate::session::goal_of;
use crate::theme::measures::CORNER;
use crate::world::Scene;

/// Which picture is wanted of a scene.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScenePicture {
    /// The place where it is shown, which keeps what was there until the new one has come. None for
    /// one that goes by what it shows.
    pub key: Option<Id>,
    /// The map that it is made of, in points.
    pub map_size: Vec2,
    pub size: Vec2,
}

/// Paints it; a plain sheet until it is there.
pub(super) fn paint_scene(
    ui: &Ui,
    context: UiContext<'_>,
    scene: &Scene,
    (place, picture): (Rect, ScenePicture),
    pictures: Option<&mut SmallPictures>,
) {
    let sea = context.theme.map.sea;
    ui.painter().rect_filled(place, f32::from(CORNER), sea);
    let Some(goal) = goal_of(context.world, context.atlas, scene.view) else {
        return;
    };
    let wanted = Wanted {
        stage: scene.stage.clone(),
        goal,
        map_size: picture.map_size,
        size: picture.size,
    };
    let texture = pictures.and_then(|pictures| match picture.key {
        Some(key) => pictures.picture(ui.ctx(), key, &wanted),
        None => pictures.picture_of(ui.ctx(), &wanted),
    });
    if let Some(texture) = texture {
        let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture, place, all, Color32::WHITE);
    }
}
