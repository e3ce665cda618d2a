//! Over the map: as of when it is drawn, and the eras of the article to choose from.

use std::sync::Arc;

use egui::{
    Color32, CursorIcon, FontId, Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
};
use egui::{Popup, ScrollArea, Vec2, pos2, vec2};

use crate::picture::View;
use crate::session::{ColorVision, Command, Switch, key_text};
use crate::theme::measures::{CORNER, GRID, RULE};
use crate::theme::{fonts, mix};
use crate::ui::parts::{focus_ring, hint, menu_item, one_line};
use crate::ui::{Outbox, UiContext};
use crate::world::{Era, Id};

const MARGIN_PX: f32 = 3.5 * GRID;
const GAP_PX: f32 = GRID;
const PADDING_PX: f32 = 2.0 * GRID;
/// A note is cut short beyond so many letters; its chip's tooltip has all of it.
const MOST_NOTE_LETTERS: usize = 240;

/// A name in a chip is cut short beyond this.
const MOST_WORDS_PX: f32 = 50.0 * GRID;

/// Chips that need more lines than these become a list behind one of them.
const MOST_LINES: f32 = 2.0;

const CHIP_HEIGHT: f32 = 6.5 * GRID;

/// The note on an era is no wider, so that it reads in two or three short lines.
const NOTE_WIDTH: f32 = 110.0 * GRID;

/// Draws badge, chips and the note on the era; returns the rectangles they cover.
pub(super) fn eras_ui(
    ui: &Ui,
    context: UiContext<'_>,
    view: &View,
    outbox: &mut Outbox,
) -> Vec<Rect> {
    let mut row = Row::new(view.rect);
    badge_ui(ui, context, &mut row);
    afterwards_ui(ui, context, &mut row, outbox);
    preview_ui(ui, context, &mut row, outbox);
    chips_ui(ui, context, &mut row, outbox);
    note_ui(ui, context, &mut row);
    row.covered
}

/// Places things one after the other, in as many lines as they need.
struct Row {
    room: Rect,
    at: egui::Pos2,
    covered: Vec<Rect>,
}

impl Row {
    fn new(map: Rect) -> Self {
        let room = map.shrink(MARGIN_PX);
        Self {
            room,
            at: room.min,
            covered: Vec::new(),
        }
    }

    /// How long the words of a chip can be.
    fn words_px(&self) -> f32 {
        MOST_WORDS_PX.min(self.room.width() - 2.0 * PADDING_PX)
    }

    fn take(&mut self, size: Vec2) -> Rect {
        if self.at.x + size.x > self.room.max.x {
            self.break_line();
        }
        let rect = Rect::from_min_size(self.at, size);
        self.at.x = rect.max.x + GAP_PX;
        self.covered.push(rect.expand(GAP_PX));
        rect
    }

    fn break_line(&mut self) {
        if self.at.x > self.room.min.x {
            self.at = pos2(self.room.min.x, self.at.y + CHIP_HEIGHT + GAP_PX);
        }
    }
}

/// How a chip is set.
#[derive(Clone, Copy)]
struct ChipLook {
    fill: Color32,
    text: Color32,
    line: Color32,
}

/// As of when the map is drawn. It is always there: what is true has a date.
fn badge_ui(ui: &Ui, context: UiContext<'_>, row: &mut Row) {
    let Some(words) = context.world.date_words() else {
        return;
    };
    let theme = context.theme;
    let look = ChipLook {
        fill: theme.ui.panel,
        text: theme.ui.text,
        line: theme.ui.text,
    };
    let response = chip_ui(ui, context, row, ("as of", &words), look, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let of_both = "The map and the text speak of this day, not of today";
    response.on_hover_text(context.world.map_date_note().unwrap_or(of_both));
}

/// A badge of its own while later things are drawn; a click takes them away.
fn afterwards_ui(ui: &Ui, context: UiContext<'_>, row: &mut Row, outbox: &mut Outbox) {
    if !context.session.stage.shows_afterwards {
        return;
    }
    let theme = context.theme;
    let look = ChipLook {
        fill: theme.ui.panel,
        text: theme.map.afterwards,
        line: theme.map.afterwards,
    };
    let words = "+ what has happened since";
    let response = chip_ui(
        ui,
        context,
        row,
        ("afterwards", words),
        look,
        Sense::click(),
    );
    let command = Command::ToggleAfterwards;
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, "Hide what has happened since"));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(hint("Hide it", &command)).clicked() {
        outbox.push(command);
    }
}

/// A badge while the colours are not one's own; a click goes on to the next preview.
fn preview_ui(ui: &Ui, context: UiContext<'_>, row: &mut Row, outbox: &mut Outbox) {
    let vision = context.session.color_vision;
    if vision == ColorVision::Full {
        return;
    }
    let command = Command::NextColorVision;
    let key = key_text(&command).unwrap_or_default();
    let words = format!("Preview: {} ({key} for the next)", vision.name());
    let look = chip_look(context, Switch::On);
    let response = chip_ui(ui, context, row, ("preview", &words), look, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(vision.about()).clicked() {
        outbox.push(command);
    }
}

fn chips_ui(ui: &Ui, context: UiContext<'_>, row: &mut Row, outbox: &mut Outbox) {
    let world = context.world;
    if world.eras.is_empty() {
        return;
    }
    row.at.x += GAP_PX;
    let eras = world.eras.iter().map(|(id, era)| (Some(id), Some(era)));
    let chips: Vec<Chip<'_>> = std::iter::once((None, None)).chain(eras).collect();
    // Laid out once for their width and to be painted.
    let room = row.words_px();
    let mut galleys = Vec::new();
    // However many there are, no more are looked at than there could be room for.
    let most = MOST_LINES * row.room.width();
    let mut width = 0.0;
    let fits = chips.iter().all(|&(_, era)| {
        let galley = words_of(ui, context, name_of(era), room);
        width += galley.size().x + 2.0 * PADDING_PX + GAP_PX;
        galleys.push(galley);
        width <= most
    });
    if !fits {
        menu_ui(ui, context, row, &chips, outbox);
        return;
    }
    // All in one line, rather beneath the badge than broken.
    if row.at.x + width > row.room.max.x {
        row.break_line();
    }
    for ((id, era), galley) in chips.into_iter().zip(galleys) {
        let is_on = context.session.stage.era == id;
        let look = chip_look(context, is_on.into());
        let name = name_of(era);
        let chip = (("era", id), galley);
        let response = laid_out_chip_ui(ui, context, row, chip, look, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let response = response.on_hover_ui(|ui| {
            ui.label(about(era));
        });
        if response.clicked() {
            outbox.push(Command::SetEra(id));
        }
    }
}

/// More eras than there is room for: one chip with the one that is chosen, and a list behind it.
fn menu_ui(
    ui: &Ui,
    context: UiContext<'_>,
    row: &mut Row,
    chips: &[Chip<'_>],
    outbox: &mut Outbox,
) {
    let chosen = context.session.stage.era;
    let era = chosen.and_then(|id| context.world.eras.get(id));
    let words = format!("{}\u{2026}", name_of(era));
    let look = chip_look(context, Switch::from(chosen.is_some()));
    let response = chip_ui(ui, context, row, ("menu", &words), look, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Choose an era"));
    let response = response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(about(era));
    Popup::menu(&response).show(|ui| {
        ScrollArea::vertical().show(ui, |ui| {
            for &(id, era) in chips {
                let is_on = (id == chosen).into();
                menu_item(ui, (name_of(era), is_on), Command::SetEra(id), outbox);
            }
        });
    });
}

/// An era, or any time.
type Chip<'a> = (Option<Id<Era>>, Option<&'a Era>);

fn name_of(era: Option<&Era>) -> &str {
    era.map_or("Any time", |era| era.name.as_str())
}

fn chip_look(context: UiContext<'_>, state: Switch) -> ChipLook {
    let colors = &context.theme.ui;
    let is_on = state == Switch::On;
    ChipLook {
        fill: if is_on { colors.text } else { colors.panel },
        text: if is_on { colors.panel } else { colors.text },
        line: if is_on { colors.text } else { colors.rule },
    }
}

/// The words of a chip in one line.
fn words_of(ui: &Ui, context: UiContext<'_>, words: &str, width: f32) -> Arc<Galley> {
    let font = FontId::new(context.theme.sizes.small, fonts::sans_semibold());
    one_line(ui, words, font, Color32::PLACEHOLDER, width)
}

/// What an era is, and the key that steps through them.
fn about(era: Option<&Era>) -> String {
    let about = era.map_or_else(|| "All the article tells of".to_owned(), note);
    let key = key_text(&Command::NextEra).unwrap_or_default();
    format!("{about}\n{key} goes to the next era")
}

/// "1979–1989. Soviet troops in Afghanistan."
fn note(era: &Era) -> String {
    let parts = [era.years_text(), era.about.clone()];
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(". ")
}

/// What a reader should know of the map in the era that is chosen.
fn note_ui(ui: &Ui, context: UiContext<'_>, row: &mut Row) {
    let era = context.session.stage.era;
    let Some(era) = era.and_then(|id| context.world.eras.get(id)) else {
        return;
    };
    let theme = context.theme;
    let mut words = note(era);
    let session = context.session;
    if session.on_show.features().is_empty() && !session.stage.overlays.is_empty() {
        words += " Nothing of the overlays that are on held then.";
    }
    let words = match words.char_indices().nth(MOST_NOTE_LETTERS) {
        Some((end, _)) => format!(
            "{}\u{2026}",
            words.get(..end).unwrap_or_default().trim_end()
        ),
        None => words,
    };
    row.break_line();
    let margin = vec2(2.0 * GRID, GRID);
    let width = NOTE_WIDTH.min(row.room.width()) - 2.0 * margin.x;
    let font = FontId::new(theme.sizes.small, fonts::sans());
    let painter = ui.painter();
    let galley = painter.layout(words.clone(), font, theme.ui.text, width);
    let rect = row.take(galley.size() + 2.0 * margin);
    let fill = theme.ui.panel.gamma_multiply(NOTE_FILL);
    painter.rect_filled(rect, f32::from(CORNER), fill);
    painter.galley(rect.min + margin, galley, theme.ui.text);
    let response = ui.interact(rect, ui.scope_id().with("era note"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
}

/// The map shines through the note a little.
const NOTE_FILL: f32 = 0.92;

fn chip_ui(
    ui: &Ui,
    context: UiContext<'_>,
    row: &mut Row,
    (salt, words): (impl egui::AsIdSalt, &str),
    look: ChipLook,
    sense: Sense,
) -> egui::Response {
    let galley = words_of(ui, context, words, row.words_px());
    laid_out_chip_ui(ui, context, row, (salt, galley), look, sense)
}

fn laid_out_chip_ui(
    ui: &Ui,
    context: UiContext<'_>,
    row: &mut Row,
    (salt, galley): (impl egui::AsIdSalt, Arc<Galley>),
    look: ChipLook,
    sense: Sense,
) -> egui::Response {
    let rect = row.take(vec2(galley.size().x + 2.0 * PADDING_PX, CHIP_HEIGHT));
    let id = ui.scope_id().with(salt);
    let response = ui.interact(rect, id, sense);
    let fill = if response.hovered() && sense.senses_click() {
        mix(look.fill, look.text, 0.08)
    } else {
        look.fill
    };
    let painter = ui.painter();
    painter.rect_filled(rect, f32::from(CORNER), fill);
    let stroke = Stroke::new(RULE, look.line);
    painter.rect_stroke(rect, f32::from(CORNER), stroke, StrokeKind::Inside);
    let at = rect.center() - galley.size() / 2.0;
    painter.galley(at, galley, look.text);
    focus_ring(ui, context.theme, &response, rect.expand(1.0));
    response
}
