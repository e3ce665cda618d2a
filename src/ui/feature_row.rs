//! One feature in two lines: its key, its name, and beneath it when it holds and on what basis.
//! The same row in legend and card.

use egui::{Color32, CursorIcon, FontId, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::map::strength_of;
use super::parts::{focus_ring, one_line, two_lines};
use super::symbol::paint_feature;
use super::words::feature_lines;
use super::{Origin, Outbox, UiContext};
use crate::session::Emphasis;
use crate::theme::measures::{CORNER, GRID, KEY_HEIGHT, KEY_WIDTH};
use crate::theme::{FeatureLook, Theme, fonts, mix};
use crate::world::{Basis, Feature, Id, Subject};

/// What a row says.
pub(super) struct FeatureRow<'a> {
    pub id: Id<Feature>,
    pub name: &'a str,
    /// The second line.
    pub facts: String,
    /// How far the key is set in.
    pub indent: f32,
    pub hidden: Hidden,
    pub text: RowText,
}

/// How words are set that are longer than the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowText {
    /// Name and facts in two lines each at the most.
    Wrapped,
    /// In one line each: all rows are of one height.
    OneLine,
}

/// How the name of what is not on the map is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// As any other: what is told of a subject does not depend on the map.
    Plain,
    /// Stepping back: the list says what is on the map.
    Muted,
}

/// Draws the row. Nothing for a feature that is not there.
pub(super) fn feature_row_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    row: &FeatureRow<'_>,
    origin: Origin,
    outbox: &mut Outbox,
) -> Option<Response> {
    let feature = context.world.features.get(row.id)?;
    let theme = context.theme;
    let subject = Subject::Feature(row.id);
    let emphasis = context.session.emphasis(context.world, subject);
    let is_shown = context.session.shows(context.world, row.id);
    let (color, facts_color) = colors(context, feature, row, emphasis);
    let text_x = row.indent + KEY_WIDTH + 2.5 * GRID;
    let text_width = ui.available_width() - text_x - GRID;
    let line = |words: &str, size: f32, color: Color32| {
        let font = FontId::new(size, fonts::sans());
        match row.text {
            RowText::Wrapped => two_lines(ui, words, font, color, text_width),
            RowText::OneLine => one_line(ui, words, font, color, text_width),
        }
    };
    let name = line(row.name, theme.sizes.body, color);
    let cut_name = (name.elided && row.text == RowText::OneLine).then_some(row.name);
    let facts = line(&row.facts, theme.sizes.small, facts_color);
    let height = name.size().y + facts.size().y + 1.5 * GRID;
    let size = vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_selected = emphasis == Emphasis::Selected;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, row.name));
    outbox.interact(&response, subject, origin);
    if !ui.is_rect_visible(rect) {
        return Some(response);
    }
    paint_ground(ui, context, rect, emphasis);
    focus_ring(ui, theme, &response, rect);
    let top = rect.min.y + 0.75 * GRID;
    // The key stands at the first line of the name.
    let line_height = name.rows.first().map_or(name.size().y, |row| row.size.y);
    let key_y = top + (line_height - KEY_HEIGHT) / 2.0;
    let key_at = pos2(rect.min.x + row.indent, key_y);
    let key = Rect::from_min_size(key_at, vec2(KEY_WIDTH, KEY_HEIGHT));
    if let Some(look) = look_of(context, feature) {
        let look = if is_shown {
            at_strength(look, theme, strength_of(context, feature, emphasis))
        } else {
            at_strength(look, theme, SWITCHED_OFF)
        };
        paint_feature(ui.painter(), key, look, theme);
    }
    let text_at = pos2(rect.min.x + text_x, top);
    let below = text_at + vec2(0.0, name.size().y);
    ui.painter().galley(text_at, name, color);
    ui.painter().galley(below, facts, facts_color);
    if response.hovered() {
        return Some(tooltip(response, feature, cut_name));
    }
    Some(response)
}

/// The colours of a row's two lines.
fn colors(
    context: UiContext<'_>,
    feature: &Feature,
    row: &FeatureRow<'_>,
    emphasis: Emphasis,
) -> (Color32, Color32) {
    let colors = &context.theme.ui;
    let is_shown = context.session.shows(context.world, row.id);
    let steps_back = !is_shown && row.hidden == Hidden::Muted;
    let name = if steps_back || emphasis == Emphasis::Quiet {
        colors.muted
    } else {
        colors.text
    };
    let facts = if feature.is_afterwards {
        context.theme.map.afterwards
    } else if feature.basis == Basis::Outside {
        colors.caution
    } else {
        colors.muted
    };
    (name, facts)
}

/// How a feature is drawn on the map.
pub(super) fn look_of(context: UiContext<'_>, feature: &Feature) -> Option<FeatureLook> {
    let overlay = context.world.overlays.get(feature.overlay)?;
    let theme = context.theme;
    Some(theme.of_feature(overlay.style, feature))
}

/// What is switched off keeps its key, paler.
pub(super) const SWITCHED_OFF: f32 = 0.5;

/// A key is as strong as what it stands for.
pub(super) fn at_strength(mut look: FeatureLook, theme: &Theme, strength: f32) -> FeatureLook {
    look.line.color = mix(theme.ui.panel, look.line.color, strength);
    look
}

/// The row of what is selected or pointed at, here or elsewhere, is marked as its words are.
pub(super) fn paint_ground(ui: &Ui, context: UiContext<'_>, rect: Rect, emphasis: Emphasis) {
    let fill = match emphasis {
        Emphasis::Selected => context.theme.ui.selected_mark,
        Emphasis::Hovered => context.theme.ui.hover_mark,
        Emphasis::Quiet | Emphasis::Normal | Emphasis::Related => return,
    };
    ui.painter().rect_filled(rect, f32::from(CORNER), fill);
}

fn tooltip(response: Response, feature: &Feature, cut_name: Option<&str>) -> Response {
    let lines = feature_lines(feature);
    let words = match cut_name {
        Some(name) => format!("{name}\n{lines}"),
        None => lines,
    };
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(words)
}
