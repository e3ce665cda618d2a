//! One scene of the strip: its picture, number and title, and what pointer and keys do to it.

use egui::{
    CursorIcon, EventFilter, FontId, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo, vec2,
};

use super::card_menu::{act_on, card_menu_ui};
use super::naming::{Naming, naming_ui};
use super::{PICTURE, StripState, card_id};
use crate::session::{Command, SceneAct, ShowCommand, Switch, scene_key_text, take_scene_act};
use crate::theme::measures::{CORNER, GRID, ICON, ICON_STROKE, PLATE_OPACITY, RULE, TOOLTIP_WIDTH};
use crate::theme::{Theme, fonts};
use crate::ui::icons::{self, Icon};
use crate::ui::parts::{focus_ring, heading, muted, one_line, paint_left};
use crate::ui::scene_picture::{ScenePicture, paint_scene};
use crate::ui::{Outbox, SmallPictures, UiContext};
use crate::world::Scene;

/// The map that a picture shows, in points. It does not follow the window, whose every change would
/// make all pictures anew.
const PICTURE_OF: Vec2 = vec2(1280.0, 720.0);

/// So much of the notes is shown where one points at a scene, in letters.
const FIRST_WORDS: usize = 160;

/// Outlines of the scene one is at, and of the others.
const CURRENT_STROKE: f32 = 2.5;

/// A scene and its place in the row.
pub(super) struct Card<'a> {
    pub at: usize,
    pub scene: &'a Scene,
    /// How many scenes there are.
    pub count: usize,
    pub place: Rect,
}

impl Card<'_> {
    fn picture(&self) -> Rect {
        Rect::from_min_size(self.place.min, PICTURE)
    }

    /// The line beneath the picture.
    fn words(&self) -> Rect {
        self.place.with_min_y(self.picture().max.y)
    }

    /// How it is called: "Scene 3: Pipelines".
    fn name(&self) -> String {
        format!("Scene {}: {}", self.at + 1, self.scene.title)
    }
}

pub(super) fn card_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    card: &Card<'_>,
    strip: &mut StripState,
    pictures: Option<&mut SmallPictures>,
    outbox: &mut Outbox,
) {
    let id = card_id(card.at);
    let is_current = context.session.briefing.current() == Some(card.at);
    // Before the card is asked whether it was pressed: Enter does something else here than Space.
    let act = act_of_keys(ui, id);
    let response = ui.interact(card.place, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_current, card.name()));
    if let Some(act) = act {
        act_on(ui, card, act, strip, outbox);
    }
    press(&response, card, strip, outbox);
    if !ui.is_rect_visible(card.place) {
        return;
    }
    paint(ui, context, card, &response, strip, pictures);
    let is_meant = strip.dragged.is_none() && response.contains_pointer();
    let more = more_ui(ui, context, card, (is_current || is_meant).into());
    let name = format!("More about scene {}", card.at + 1);
    let mut menu = |ui: &mut Ui| card_menu_ui(ui, context, card, strip, outbox);
    Popup::menu(&more).accessible_name(&name).show(&mut menu);
    Popup::context_menu(&response)
        .accessible_name(&name)
        .show(&mut menu);
    if strip.naming.as_ref().is_some_and(|one| one.is_of(card.at)) {
        naming_ui(ui, context, card.words(), strip, outbox);
    } else if response.hovered() && strip.dragged.is_none() {
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        response.on_hover_ui(|ui| about_ui(ui, context.theme, card));
    }
}

/// What a key asks for that is pressed while the card has the keyboard.
fn act_of_keys(ui: &Ui, id: egui::Id) -> Option<SceneAct> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let own = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, own));
    ui.input_mut(take_scene_act)
}

/// A click looks at the scene; a second one presents from it, or on its title writes that anew.
fn press(response: &Response, card: &Card<'_>, strip: &mut StripState, outbox: &mut Outbox) {
    let pointer = response.interact_pointer_pos();
    if response.double_clicked() {
        let is_on_title = pointer.is_some_and(|pointer| card.words().contains(pointer));
        if is_on_title {
            strip.naming = Some(Naming::of(card.at, &card.scene.title));
        } else {
            outbox.push(Command::Show(ShowCommand::StartAt(card.at)));
        }
    } else if response.clicked() {
        response.request_focus();
        outbox.push(Command::LookAtScene(card.at));
    } else if response.drag_started_by(egui::PointerButton::Primary) {
        (strip.dragged, strip.naming) = (Some(card.at), None);
    }
}

fn paint(
    ui: &Ui,
    context: UiContext<'_>,
    card: &Card<'_>,
    response: &Response,
    strip: &StripState,
    pictures: Option<&mut SmallPictures>,
) {
    let theme = context.theme;
    let place = card.picture();
    let is_current = context.session.briefing.current() == Some(card.at);
    let is_dragged = strip.dragged == Some(card.at);
    paint_picture(ui, context, card.scene, place, pictures);
    if is_dragged {
        let veil = theme.ui.panel.gamma_multiply(PLATE_OPACITY);
        ui.painter().rect_filled(place, f32::from(CORNER), veil);
    }
    let stroke = if is_current {
        Stroke::new(CURRENT_STROKE, theme.ui.accent)
    } else if response.hovered() {
        Stroke::new(RULE, theme.ui.text)
    } else {
        Stroke::new(RULE, theme.ui.rule)
    };
    let corner = f32::from(CORNER);
    ui.painter()
        .rect_stroke(place, corner, stroke, StrokeKind::Outside);
    let words = card.words().with_max_x(place.max.x);
    let number_font = FontId::new(theme.sizes.small, fonts::sans_semibold());
    let (number_color, color) = if is_current {
        (theme.ui.accent, theme.ui.text)
    } else {
        (theme.ui.muted, theme.ui.text)
    };
    let number = format!("{}", card.at + 1);
    let number = one_line(ui, &number, number_font, number_color, words.width());
    let title_at = words.with_min_x(words.min.x + number.size().x + 1.5 * GRID);
    paint_left(ui, words, number, number_color);
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let title = one_line(ui, &card.scene.title, font, color, title_at.width());
    if strip.naming.as_ref().is_none_or(|one| !one.is_of(card.at)) {
        paint_left(ui, title_at, title, color);
    }
    focus_ring(ui, theme, response, card.place.expand(2.0));
}

/// The three dots over the picture's corner. They are there for those who do not see them too, so
/// only the paint waits until they are of use.
fn more_ui(ui: &Ui, context: UiContext<'_>, card: &Card<'_>, in_sight: Switch) -> Response {
    let theme = context.theme;
    let size = vec2(6.0 * GRID, 4.0 * GRID);
    let corner = card.picture().right_top() + vec2(-size.x - 3.0, 3.0);
    let place = Rect::from_min_size(corner, size);
    let response = ui.interact(place, card_id(card.at).with("more"), Sense::click());
    let name = format!("More about scene {}", card.at + 1);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if in_sight == Switch::On || response.hovered() || response.has_focus() {
        paint_more(ui, theme, place, &response);
    }
    response.on_hover_text("Rename, notes, duplicate, move, delete")
}

fn paint_more(ui: &Ui, theme: &Theme, place: Rect, response: &Response) {
    let painter = ui.painter();
    let fill = theme.ui.panel.gamma_multiply(PLATE_OPACITY);
    painter.rect_filled(place, f32::from(CORNER), fill);
    let color = if response.hovered() {
        theme.ui.accent
    } else {
        theme.ui.text
    };
    let square = icons::square_in(place, ICON);
    icons::paint(painter, square, Icon::More, Stroke::new(ICON_STROKE, color));
    focus_ring(ui, theme, response, place);
}

/// The whole title, the first words of the notes, and what can be done.
fn about_ui(ui: &mut Ui, theme: &Theme, card: &Card<'_>) {
    ui.set_max_width(TOOLTIP_WIDTH);
    ui.label(heading(theme, card.name()));
    let notes = card.scene.notes.trim();
    if !notes.is_empty() {
        let mut words: String = notes.chars().take(FIRST_WORDS).collect();
        if notes.chars().nth(FIRST_WORDS).is_some() {
            words.push('\u{2026}');
        }
        ui.label(words);
    }
    let key = |act: SceneAct| scene_key_text(act).unwrap_or_default();
    let words = format!(
        "Click to look at it, twice to present from it ({}), twice on the title to rename it ({}). Drag to move it \
         ({}, {}).",
        key(SceneAct::Present),
        key(SceneAct::Rename),
        key(SceneAct::MoveLeft),
        key(SceneAct::MoveRight),
    );
    ui.label(muted(theme, words));
}

/// A scene's small picture.
pub(super) fn paint_picture(
    ui: &Ui,
    context: UiContext<'_>,
    scene: &Scene,
    place: Rect,
    pictures: Option<&mut SmallPictures>,
) {
    let picture = ScenePicture {
        key: None,
        map_size: PICTURE_OF,
        // Of one size, however large it is drawn for a moment.
        size: PICTURE,
    };
    paint_scene(ui, context, scene, (place, picture), pictures);
}
