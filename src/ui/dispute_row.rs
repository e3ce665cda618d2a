//! One disputed area or line in two lines: its key as on the map, its name, and beneath it who
//! holds it, who claims it and since when. The same row on the card and in the chooser.

use egui::{Color32, CursorIcon, FontId, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::dispute_words::dispute_facts;
use super::feature_row::paint_ground;
use super::parts::{focus_ring, two_lines};
use super::symbol::{paint_hatch, paint_line};
use super::words::with_capital;
use super::{Origin, Outbox, UiContext};
use crate::atlas::{BorderKind, CountryId, Dispute, DisputeId, Disputed};
use crate::session::Emphasis;
use crate::theme::fonts;
use crate::theme::measures::{GRID, KEY_HEIGHT, KEY_WIDTH};
use crate::world::Subject;

/// Draws the row. Nothing for a dispute that is not there.
pub(super) fn dispute_row_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    id: DisputeId,
    origin: Origin,
    outbox: &mut Outbox,
) -> Option<Response> {
    let dispute = context.atlas.dispute(id)?;
    let theme = context.theme;
    let subject = Subject::Dispute(id);
    let emphasis = context.session.emphasis(context.world, subject);
    let text_x = KEY_WIDTH + 2.5 * GRID;
    let text_width = ui.available_width() - text_x - GRID;
    let line = |words: &str, size: f32, color: Color32| {
        let font = FontId::new(size, fonts::sans());
        two_lines(ui, words, font, color, text_width)
    };
    let name = line(&dispute.name, theme.sizes.body, theme.ui.text);
    let facts = with_capital(&dispute_facts(context, id));
    let facts = line(&facts, theme.sizes.small, theme.ui.muted);
    let height = name.size().y + facts.size().y + 1.5 * GRID;
    let size = vec2(ui.available_width(), height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let is_selected = emphasis == Emphasis::Selected;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &dispute.name));
    outbox.interact(&response, subject, origin);
    if !ui.is_rect_visible(rect) {
        return Some(response);
    }
    paint_ground(ui, context, rect, emphasis);
    focus_ring(ui, theme, &response, rect);
    let top = rect.min.y + 0.75 * GRID;
    let line_height = name.rows.first().map_or(name.size().y, |row| row.size.y);
    let key_at = pos2(rect.min.x, top + (line_height - KEY_HEIGHT) / 2.0);
    let key = Rect::from_min_size(key_at, vec2(KEY_WIDTH, KEY_HEIGHT));
    paint_key(ui, context, key, dispute);
    let text_at = pos2(rect.min.x + text_x, top);
    let below = text_at + vec2(0.0, name.size().y);
    ui.painter().galley(text_at, name, theme.ui.text);
    ui.painter().galley(below, facts, theme.ui.muted);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    Some(response.on_hover_text(&dispute.note))
}

/// The stripes of an area, or the line as it is drawn where no side is taken.
pub(super) fn paint_key(ui: &Ui, context: UiContext<'_>, key: Rect, dispute: &Dispute) {
    let (atlas, theme) = (context.atlas, context.theme);
    let look = match (&dispute.what, dispute.border(atlas)) {
        (Disputed::Area(area), _) => {
            let Some(area) = atlas.area(*area) else {
                return;
            };
            let claimant = area.claimants.first().copied().unwrap_or(area.holder);
            paint_hatch(
                ui.painter(),
                key.shrink2(vec2(0.0, 1.5)),
                tint_of(context, area.holder),
                theme.hatch_line(tint_of(context, claimant)),
                theme.claim_line(),
            );
            return;
        }
        (_, Some(BorderKind::International)) => theme.focus_border(),
        (_, Some(BorderKind::Claim)) => theme.claim_line(),
        (_, Some(BorderKind::Disputed)) => theme.disputed_line(),
        _ => theme.line_of_control(),
    };
    paint_line(ui.painter(), key, look);
}

/// The colour a country's land has on the map.
pub(super) fn tint_of(context: UiContext<'_>, country: CountryId) -> Color32 {
    let focus = &context.world.focus;
    let index = focus.iter().position(|focus| focus.country == country);
    index.map_or(context.theme.map.land, |index| {
        context.theme.focus_tint(index)
    })
}
