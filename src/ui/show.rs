//! What the audience sees of a briefing: the map, a title, the passage, and the legend of what is
//! visible; nothing else.
//!
//! In: where each stands. Out: what the keys do (see `session`), and the presenter's own window (see
//! `presenter`).

mod all_scenes;
mod chips;
mod legend;
mod passage;

use egui::{CentralPanel, Frame, Label, Margin, Panel, Ui, vec2};

pub(super) use self::all_scenes::{all_scenes_ui, paint_picture};
use self::chips::chips_ui;
use self::legend::show_legend_ui;
use self::passage::show_passage_ui;
use super::map::{MapState, map_ui};
use super::parts::{muted, title};
use super::{Outbox, ReaderState, SmallPictures, UiContext};
use crate::session::{Blank, Camera, Show};
use crate::theme::measures::GRID;
use crate::theme::show_sizes::{BLACK_SCREEN, WHITE_SCREEN};

/// The column beside the map, as a part of the window; an answer has a larger one.
const COLUMN_PART: f32 = 0.34;
const ANSWER_PART: f32 = 0.48;

/// What the views of a briefing keep between frames.
pub struct ShowParts<'a> {
    pub map: &'a mut MapState,
    pub camera: &'a mut Camera,
    pub reader: &'a mut ReaderState,
    /// None where nothing is drawn.
    pub pictures: Option<&'a mut SmallPictures>,
}

/// Draws the audience's window.
pub fn show_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    show: &Show,
    parts: &mut ShowParts<'_>,
    outbox: &mut Outbox,
) {
    if show.all_scenes.is_some() {
        all_scenes_ui(ui, context, show, parts.pictures.as_deref_mut(), outbox);
        return;
    }
    let theme = context.theme;
    let panel = Frame::NONE.fill(theme.ui.panel);
    Panel::top("show title")
        .frame(panel.inner_margin(Margin::symmetric(16, 6)))
        .show_separator_line(false)
        .show(ui, |ui| title_ui(ui, context, show));
    let is_answer = show.answer.is_some();
    let part = if is_answer { ANSWER_PART } else { COLUMN_PART };
    let width = ui.available_width() * part;
    Panel::right("show column")
        .frame(panel)
        .resizable(false)
        .show_separator_line(false)
        .exact_size(width)
        .show(ui, |ui| column_ui(ui, context, show, parts.reader, outbox));
    CentralPanel::no_frame().show(ui, |ui| {
        let place = ui.max_rect();
        map_ui(ui, context, parts.map, parts.camera, outbox);
        chips_ui(ui, context, show, (place, parts.camera), outbox);
    });
    if let Some(blank) = show.blank {
        blank_ui(ui, blank);
    }
}

/// The title, and how far along one is.
fn title_ui(ui: &mut Ui, context: UiContext<'_>, show: &Show) {
    let theme = context.theme;
    let briefing = &context.session.briefing;
    let Some(scene) = briefing.scene(show.scene) else {
        return;
    };
    ui.horizontal(|ui| {
        let place = format!("{} of {}", show.scene + 1, briefing.scenes().len());
        let room = ui.available_width() - 20.0 * GRID;
        ui.allocate_ui(vec2(room, 0.0), |ui| {
            ui.add(Label::new(title(theme, &scene.title)).truncate());
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let response = ui.label(muted(theme, place));
            let name = format!("Scene {} of {}", show.scene + 1, briefing.scenes().len());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &name));
        });
    });
}

/// The passage above, the legend below.
fn column_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    show: &Show,
    reader: &mut ReaderState,
    outbox: &mut Outbox,
) {
    let margin = Frame::NONE.inner_margin(Margin::symmetric(16, 8));
    if show.answer.is_none() {
        let height = ui.available_height() * 0.5;
        Panel::bottom("show legend")
            .frame(margin)
            .resizable(false)
            .show_separator_line(false)
            .exact_size(height)
            .show(ui, |ui| show_legend_ui(ui, context, outbox));
    }
    CentralPanel::no_frame()
        .frame(margin)
        .show(ui, |ui| show_passage_ui(ui, context, show, reader, outbox));
}

/// Nothing is to be seen, so that all eyes are on the one who speaks.
fn blank_ui(ui: &Ui, blank: Blank) {
    let color = match blank {
        Blank::Black => BLACK_SCREEN,
        Blank::White => WHITE_SCREEN,
    };
    let painter = ui.ctx().layer_painter(egui::LayerId::new(
        egui::Order::Tooltip,
        egui::Id::unique("blank"),
    ));
    painter.rect_filled(ui.ctx().content_rect(), 0.0, color);
}
