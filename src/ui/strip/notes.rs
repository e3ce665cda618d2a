//! The words of the scene one is at, and what appears by itself in it.

use egui::text_edit::TextEditState;
use egui::{Align, Align2, Id, Layout, Response, ScrollArea, Stroke, TextEdit, Ui, Window, vec2};

use super::StripState;
use super::builds::builds_ui;
use crate::session::{Command, LONGEST_TITLE, Panel, SceneEdit, Switch};
use crate::theme::measures::{GRID, RULE};
use crate::ui::icons::Icon;
use crate::ui::parts::{heading, hint, icon_button, muted};
use crate::ui::{Outbox, UiContext};
use crate::world::Scene;

/// Size of the sheet at first, and its least.
const SIZE: [f32; 2] = [360.0, 440.0];
const LEAST_SIZE: [f32; 2] = [280.0, 320.0];

/// More than anybody reads out.
const LONGEST_NOTES: usize = 20_000;

/// As high as so many rows; more of them scroll.
const NOTES_ROWS: usize = 5;
const NOTES_HEIGHT: f32 = 36.0 * GRID;

/// Shows the sheet over the map's lower corner, while it is open and there is a scene one is at.
pub fn scene_notes_ui(
    ui: &Ui,
    context: UiContext<'_>,
    strip: &mut StripState,
    outbox: &mut Outbox,
) {
    let briefing = &context.session.briefing;
    let at = context.session.scene_in_hand();
    let Some((at, scene)) = at.and_then(|at| Some((at, briefing.scene(at)?))) else {
        strip.has_notes = false;
        return;
    };
    let map = ui.available_rect_before_wrap();
    let corner = map.left_bottom() + vec2(3.0 * GRID, -3.0 * GRID);
    Window::new("Words of the scene")
        .title_bar(false)
        .pivot(Align2::LEFT_BOTTOM)
        .default_pos(corner)
        .default_size(SIZE)
        .min_size(LEAST_SIZE)
        .constrain_to(map)
        .show(ui.ctx(), |ui| {
            set_off_fields(ui, context);
            head_ui(ui, context, at, outbox);
            title_ui(ui, context, (at, scene), outbox);
            let field = notes_ui(ui, context, (at, scene), outbox);
            // What is typed next is meant for it.
            if !std::mem::replace(&mut strip.has_notes, true) {
                field.request_focus();
            }
            ui.add_space(GRID);
            builds_ui(ui, context, (at, scene), outbox);
        });
}

/// On a sheet of their own colour, fields and boxes to tick need an edge.
fn set_off_fields(ui: &mut Ui, context: UiContext<'_>) {
    let colors = &context.theme.ui;
    let visuals = ui.visuals_mut();
    visuals.extreme_bg_color = colors.panel;
    visuals.widgets.inactive.bg_fill = colors.panel;
    visuals.widgets.inactive.bg_stroke = Stroke::new(RULE, colors.muted);
    visuals.widgets.hovered.bg_fill = colors.panel;
    visuals.widgets.hovered.bg_stroke = Stroke::new(RULE, colors.text);
}

fn head_ui(ui: &mut Ui, context: UiContext<'_>, at: usize, outbox: &mut Outbox) {
    let theme = context.theme;
    ui.horizontal(|ui| {
        let count = context.session.briefing.scenes().len();
        ui.label(heading(theme, format!("Scene {} of {count}", at + 1)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = icon_button(ui, theme, Icon::Close, "Close the notes", Switch::Off);
            let about = hint("Close", &Command::LetGo);
            if close.on_hover_text(about).clicked() {
                outbox.push(Command::TogglePanel(Panel::Notes));
            }
        });
    });
}

/// The title, which is given when the field is left: while it is being written it may be nothing.
fn title_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (at, scene): (usize, &Scene),
    outbox: &mut Outbox,
) {
    let label = ui.label(muted(context.theme, "Title"));
    let mut title = scene.title.clone();
    let field = TextEdit::singleline(&mut title)
        .id_salt("title of the scene")
        .char_limit(LONGEST_TITLE)
        .desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(label.id);
    begin_anew(ui, &response);
    if response.changed() {
        outbox.push(Command::EditScenes(SceneEdit::Rename { at, title }));
    }
}

fn notes_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (at, scene): (usize, &Scene),
    outbox: &mut Outbox,
) -> Response {
    let label = ui.label(muted(
        context.theme,
        "Notes, for the presenter\u{2019}s eyes",
    ));
    let mut notes = scene.notes.clone();
    let field = TextEdit::multiline(&mut notes)
        .id_salt("notes of the scene")
        .char_limit(LONGEST_NOTES)
        .desired_rows(NOTES_ROWS)
        .desired_width(f32::INFINITY);
    let area = ScrollArea::vertical().id_salt(("scroll of the notes", at));
    let area = area
        .max_height(NOTES_HEIGHT)
        .min_scrolled_height(NOTES_HEIGHT);
    let shown = area.show(ui, |ui| ui.add(field));
    let response = shown.inner.labelled_by(label.id);
    begin_anew(ui, &response);
    if response.changed() {
        outbox.push(Command::EditScenes(SceneEdit::SetNotes { at, notes }));
    }
    response
}

/// A field that gets the keyboard forgets what was written there before: that was of another scene,
/// or has been changed since.
fn begin_anew(ui: &Ui, response: &Response) {
    let id: Id = response.id;
    if response.gained_focus()
        && let Some(mut state) = TextEditState::load(ui.ctx(), id)
    {
        state.clear_undoer();
        state.store(ui.ctx(), id);
    }
}
