//! Two or more choices side by side in one frame, of which one is on.

use egui::{FontId, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::Outbox;
use super::parts::{focus_ring, hint, one_line};
use crate::session::{Command, Switch};
use crate::theme::measures::{CORNER, GRID, RULE};
use crate::theme::{Theme, fonts, mix};

/// One of the choices.
pub(super) struct Segment<'a> {
    pub name: &'a str,
    /// What it means, for whoever points at it.
    pub about: &'a str,
    pub state: Switch,
    /// What a press on it asks for.
    pub command: Command,
}

/// Draws them in the order in which the layout goes.
pub(super) fn segments<'a>(
    ui: &mut Ui,
    theme: &Theme,
    all: impl IntoIterator<Item = Segment<'a>>,
    outbox: &mut Outbox,
) {
    let mut frame = Rect::NOTHING;
    ui.spacing_mut().item_spacing.x = 0.0;
    for segment in all {
        let is_on = segment.state == Switch::On;
        let font = FontId::new(theme.sizes.small + 1.0, fonts::sans());
        let color = if is_on { theme.ui.text } else { theme.ui.muted };
        let words = one_line(ui, segment.name, font, color, f32::INFINITY);
        let size = words.size() + vec2(5.0 * GRID, 2.0 * GRID);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, segment.name));
        if is_on || response.hovered() {
            let part = if is_on { 0.12 } else { 0.05 };
            let fill = mix(theme.ui.panel, theme.ui.text, part);
            ui.painter().rect_filled(rect, f32::from(CORNER), fill);
        }
        let at = rect.center() - words.size() / 2.0;
        ui.painter().galley(at, words, color);
        focus_ring(ui, theme, &response, rect);
        frame |= rect;
        let about = hint(segment.about, &segment.command);
        if response.on_hover_text(about).clicked() {
            outbox.push(segment.command);
        }
    }
    let stroke = Stroke::new(RULE, theme.ui.rule);
    ui.painter()
        .rect_stroke(frame, f32::from(CORNER), stroke, StrokeKind::Inside);
}
