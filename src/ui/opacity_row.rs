//! Beneath an unfolded overlay: how opaque it is drawn.

use egui::style::HandleShape;
use egui::{FontId, Sense, Slider, Ui, UiBuilder, WidgetInfo, vec2};

use super::parts::{focus_ring, one_line, paint_left};
use super::{Outbox, UiContext};
use crate::session::{Command, FULL_OPACITY_PERCENT, LEAST_OPACITY_PERCENT};
use crate::theme::fonts;
use crate::theme::measures::{GRID, SMALL_ROW_HEIGHT, SWITCH_COLUMN};
use crate::world::{Id, Overlay};

/// Room for "Opacity".
const NAME_PX: f32 = 15.0 * GRID;

/// An arrow key goes so far, in percent.
const STEP_PERCENT: f64 = 5.0;

/// The slider of an overlay, with its name at the left and its value at the right.
pub(super) fn opacity_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    (id, overlay): (Id<Overlay>, &Overlay),
    indent_px: f32,
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    let size = vec2(ui.available_width(), SMALL_ROW_HEIGHT);
    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
    let font = FontId::new(theme.sizes.small + 1.0, fonts::sans());
    let color = theme.ui.muted;
    let percent = context.session.stage.opacity_percent(id);
    let name_at = row.with_min_x(row.min.x + indent_px);
    let value_at = row.with_min_x(row.max.x - SWITCH_COLUMN);
    let name = one_line(ui, "Opacity", font.clone(), color, NAME_PX);
    paint_left(ui, name_at, name, color);
    let value = one_line(ui, &format!("{percent} %"), font, color, SWITCH_COLUMN);
    let flush = value_at.with_min_x(value_at.max.x - value.size().x);
    paint_left(ui, flush, value, color);
    let rail = row
        .with_min_x(name_at.min.x + NAME_PX)
        .with_max_x(value_at.min.x - 2.0 * GRID)
        .shrink2(vec2(0.0, 1.5 * GRID / 2.0));
    let mut wanted = percent;
    let place = UiBuilder::new().max_rect(rail).id_salt(("opacity", id));
    let response = ui
        .scope_builder(place, |ui| {
            ui.spacing_mut().slider_width = rail.width();
            ui.spacing_mut().interact_size.y = rail.height();
            let range = LEAST_OPACITY_PERCENT..=FULL_OPACITY_PERCENT;
            let slider = Slider::new(&mut wanted, range).step_by(STEP_PERCENT);
            ui.add(slider.show_value(false).handle_shape(HandleShape::Circle))
        })
        .inner;
    let name = format!("Opacity of {}", overlay.name);
    response.widget_info(|| WidgetInfo::slider(true, f64::from(wanted), &name));
    focus_ring(ui, theme, &response, rail.expand2(vec2(GRID, 0.0)));
    let about = format!("{name}: how strongly it is drawn. Left and Right change it");
    response.on_hover_text(about);
    if wanted != percent {
        outbox.push(Command::SetOpacity {
            overlay: id,
            percent: wanted,
        });
    }
}
