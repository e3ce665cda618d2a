//! What the audience sees of a briefing: the map, a title, the passage, and the legend of what is
//! visible; nothing else.
//!
//! In: where each stands. Out: what the keys do (see `session`), and the presenter's own window (see
//! `presenter`).

mod all_scenes;
mod chips;
mod legend;
mod passage;

use egui::{
    CentralPanel, FontId, Frame, Galley, Margin, Panel, Rect, Role, Sense, Ui, WidgetInfo, pos2,
    vec2,
};

pub(super) use self::all_scenes::{PICTURE_OF, all_scenes_ui};
use self::chips::chips_ui;
pub use self::legend::ShowLegend;
use self::legend::show_legend_ui;
use self::passage::show_passage_ui;
use super::map::{MapState, map_ui};
use super::parts::one_line;
use super::{Outbox, ReaderState, SmallPictures, UiContext};
use crate::session::{Blank, Camera, Show};
use crate::theme::fonts;
use crate::theme::measures::GRID;
use crate::theme::show_sizes::{BLACK_SCREEN, WHITE_SCREEN};

/// The column beside the map, as a part of the window; an answer has a larger one.
const COLUMN_PART: f32 = 0.34;
const ANSWER_PART: f32 = 0.48;

/// Around the title, and around the passage.
const BAR_MARGIN: Margin = Margin::symmetric(16, 6);
const COLUMN_MARGIN: Margin = Margin {
    left: 16,
    right: 8,
    top: 4,
    bottom: 8,
};

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
    (parts, legend): (&mut ShowParts<'_>, &mut ShowLegend),
    outbox: &mut Outbox,
) {
    if show.all_scenes.is_some() {
        all_scenes_ui(ui, context, show, parts.pictures.as_deref_mut(), outbox);
        return;
    }
    let theme = context.theme;
    let panel = Frame::NONE.fill(theme.ui.panel);
    Panel::top("show title")
        .frame(panel.inner_margin(BAR_MARGIN))
        .show_separator_line(false)
        .show(ui, |ui| title_ui(ui, context, show));
    let part = match show.answer {
        Some(_) => ANSWER_PART,
        None => COLUMN_PART,
    };
    let width = ui.available_width() * part;
    Panel::right("show column")
        .frame(panel.inner_margin(COLUMN_MARGIN))
        .resizable(false)
        .show_separator_line(false)
        .exact_size(width)
        .show(ui, |ui| {
            show_passage_ui(ui, context, show, parts.reader, outbox);
        });
    let height = legend.height_px(ui, context, ui.available_size());
    Panel::bottom("show legend")
        .frame(panel.inner_margin(legend::MARGIN))
        .resizable(false)
        .show_separator_line(false)
        .exact_size(height)
        .show(ui, |ui| show_legend_ui(ui, context, legend, outbox));
    CentralPanel::no_frame().show(ui, |ui| {
        let place = ui.max_rect();
        map_ui(ui, context, parts.map, parts.camera, outbox);
        chips_ui(ui, context, show, (place, parts.camera), outbox);
    });
    if let Some(blank) = show.blank {
        blank_ui(ui, blank);
    }
}

/// The title, and how far along one is, on one base line.
fn title_ui(ui: &mut Ui, context: UiContext<'_>, show: &Show) {
    let theme = context.theme;
    let briefing = &context.session.briefing;
    let Some(scene) = briefing.scene(show.scene) else {
        return;
    };
    let (number, count) = (show.scene + 1, briefing.scenes().len());
    let width = ui.available_width();
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let place = format!("{number} of {count}");
    let place = one_line(ui, &place, font, theme.ui.muted, width);
    let room = width - place.size().x - 6.0 * GRID;
    let font = FontId::new(theme.sizes.title, fonts::serif_semibold());
    let words = one_line(ui, &scene.title, font, theme.ui.text, room);
    let size = vec2(width, words.size().y);
    let (bar, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &scene.title));
    let down = base_line(&words) - base_line(&place);
    let at = pos2(bar.max.x - place.size().x, bar.min.y + down);
    let named = ui.interact(
        Rect::from_min_size(at, place.size()),
        ui.scope_id().with("place"),
        Sense::hover(),
    );
    let name = format!("Scene {number} of {count}");
    named.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    ui.painter().galley(bar.min, words, theme.ui.text);
    ui.painter().galley(at, place, theme.ui.muted);
}

/// How far under its top a line of words stands.
fn base_line(words: &Galley) -> f32 {
    let first = words.rows.first();
    first.map_or(0.0, |row| {
        let glyph = row.glyphs.first();
        row.pos.y + glyph.map_or(0.0, |glyph| glyph.pos.y)
    })
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
