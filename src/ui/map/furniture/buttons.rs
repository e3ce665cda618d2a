//! The column of buttons at the map's lower right.

use egui::{Rect, RichText, Role, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::MARGIN_PX;
use crate::picture::View;
use crate::session::Command;
use crate::theme::measures::{GRID, RULE};
use crate::ui::icons::{self, Icon};
use crate::ui::parts::hint;
use crate::ui::{Outbox, UiContext};

pub(in crate::ui::map) const BUTTON_PX: f32 = 32.0;
const COUNT: f32 = 4.0;

/// What a button shows.
enum Face {
    Sign(&'static str),
    Icon(Icon),
}

pub(in crate::ui::map) fn buttons_rect(map: Rect) -> Rect {
    let size = vec2(BUTTON_PX, COUNT * (BUTTON_PX + GRID) - GRID);
    let margin = vec2(MARGIN_PX, MARGIN_PX);
    let rect = Rect::from_min_size(map.max - margin - size, size);
    rect.expand(GRID)
}

pub(super) fn buttons_ui(ui: &mut Ui, context: UiContext<'_>, view: &View, outbox: &mut Outbox) {
    let is_measuring = context.session.measure.is_some();
    let (zoom_in, zoom_out) = (Command::Zoom { steps: 0.5 }, Command::Zoom { steps: -0.5 });
    let buttons = [
        (
            Face::Icon(Icon::Ruler),
            "Measure distance",
            Command::ToggleMeasure,
            is_measuring,
        ),
        (Face::Sign("+"), "Zoom in", zoom_in, false),
        (Face::Sign("\u{2212}"), "Zoom out", zoom_out, false),
        (
            Face::Sign("\u{2302}"),
            "Opening view",
            Command::FlyHome,
            false,
        ),
    ];
    let corner = buttons_rect(view.rect).shrink(GRID).min;
    let theme = context.theme;
    for (row, (face, name, command, is_on)) in buttons.into_iter().enumerate() {
        let top = corner.y + row as f32 * (BUTTON_PX + GRID);
        let rect = Rect::from_min_size(pos2(corner.x, top), vec2(BUTTON_PX, BUTTON_PX));
        let (sign, icon) = match face {
            Face::Sign(sign) => (sign, None),
            Face::Icon(icon) => ("", Some(icon)),
        };
        let (fill, ink) = if is_on {
            (theme.ui.text, theme.ui.panel)
        } else {
            (theme.ui.panel, theme.ui.text)
        };
        let button = egui::Button::new(RichText::new(sign).size(18.0))
            .fill(fill)
            .stroke(Stroke::new(RULE, theme.ui.rule));
        let response = ui.put(rect, button).on_hover_text(hint(name, &command));
        if let Some(icon) = icon {
            let square = icons::square_in(rect, 4.5 * GRID);
            icons::paint(ui.painter(), square, icon, Stroke::new(1.4, ink));
        }
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, name));
        if response.clicked() {
            outbox.push(command);
        }
    }
}
