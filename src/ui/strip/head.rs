//! What stands before the row of scenes, after it, and in its place while there is none.

use egui::{
    Align, CursorIcon, FontId, Label, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::PICTURE;
use crate::session::{Command, SceneEdit, ShowCommand, Switch};
use crate::theme::fonts;
use crate::theme::measures::{CORNER, GRID, ICON, ICON_BUTTON, ICON_STROKE, RULE};
use crate::ui::icons::{self, Icon};
use crate::ui::parts::{focus_ring, heading, hint, icon_button, muted, one_line, outlined_button};
use crate::ui::{Outbox, UiContext};

/// Width of what stands before the row.
const WIDTH: f32 = 20.0 * GRID;

const ADD: Command = Command::EditScenes(SceneEdit::Add);
const ADD_NAME: &str = "Add scene from this view";
const ADD_LINES: [&str; 2] = ["Add scene", "from this view"];
const ADD_ABOUT: &str = "A scene keeps what is on show now and from where";

/// The name of the strip, presenting, and the way back.
pub(super) fn head_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let theme = context.theme;
    let size = vec2(WIDTH, ui.available_height());
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = GRID;
        ui.add_space(GRID / 2.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 1.5 * GRID;
            ui.label(heading(theme, "Scenes"));
            let count = context.session.briefing.scenes().len();
            ui.label(muted(theme, count.to_string()));
        });
        let command = Command::Show(ShowCommand::Start);
        let name = "Present from the first scene";
        let response = ui.add(outlined_button(theme, "Present"));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        if response.on_hover_text(hint(name, &command)).clicked() {
            outbox.push(command);
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            undo_ui(ui, context, outbox);
        });
    });
}

fn undo_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let session = context.session;
    for (icon, name, about, command, is_enabled) in [
        (
            Icon::Undo,
            "Undo",
            "Take the last change back",
            Command::Undo,
            session.can_undo(),
        ),
        (
            Icon::Redo,
            "Redo",
            "Make the change again that was taken back",
            Command::Redo,
            session.can_redo(),
        ),
    ] {
        let add = |ui: &mut Ui| icon_button(ui, context.theme, icon, name, Switch::Off);
        let response = ui.add_enabled_ui(is_enabled, add).inner;
        let about = hint(about, &command);
        let response = response.on_hover_text(&about).on_disabled_hover_text(about);
        if response.clicked() {
            outbox.push(command);
        }
    }
}

/// While there is no scene: what one is, and how to make the first.
pub(super) fn empty_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let theme = context.theme;
    ui.horizontal(|ui| {
        ui.set_height(ICON_BUTTON);
        ui.label(heading(theme, "Scenes"));
        ui.add_space(GRID);
        let add = ui.add(outlined_button(theme, ADD_NAME));
        if add.on_hover_text(hint(ADD_ABOUT, &ADD)).clicked() {
            outbox.push(ADD);
        }
        if context.session.can_undo() || context.session.can_redo() {
            undo_ui(ui, context, outbox);
        }
        ui.add_space(GRID);
        let words = "A briefing goes from scene to scene. Each keeps a view of the map, its overlays \
                     and your notes.";
        ui.add(Label::new(muted(theme, words)).truncate());
    });
}

/// After the last scene: the place of the next one.
pub(super) fn add_tile_ui(ui: &Ui, context: UiContext<'_>, place: Rect, outbox: &mut Outbox) {
    let theme = context.theme;
    let tile = Rect::from_min_size(place.min, PICTURE);
    let response = ui.interact(tile, ui.scope_id().with("add a scene"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, ADD_NAME));
    let color = if response.hovered() {
        theme.ui.text
    } else {
        theme.ui.muted
    };
    let edge = if response.hovered() {
        theme.ui.muted
    } else {
        theme.ui.rule
    };
    let painter = ui.painter();
    let stroke = Stroke::new(RULE, edge);
    painter.rect_stroke(tile, f32::from(CORNER), stroke, StrokeKind::Inside);
    let plus_at = tile.center_top() + vec2(0.0, 4.0 * GRID);
    let plus = Rect::from_center_size(plus_at, vec2(ICON, ICON) * 0.75);
    icons::paint(painter, plus, Icon::Add, Stroke::new(ICON_STROKE, color));
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let mut top = plus.max.y + GRID;
    for words in ADD_LINES {
        let words = one_line(ui, words, font.clone(), color, tile.width());
        let at = pos2(tile.center().x - words.size().x / 2.0, top);
        top += words.size().y;
        painter.galley(at, words, color);
    }
    focus_ring(ui, theme, &response, tile);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(hint(ADD_ABOUT, &ADD)).clicked() {
        outbox.push(ADD);
    }
}
