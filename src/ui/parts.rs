//! The few parts every panel is made of: words, rules, links, icon buttons, switches.
//!
//! In: how they look, and what they are called for those who do not see them.
//! Out: what they do.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Button, Color32, CursorIcon, FontId, Galley, Layout, Rect, Response, RichText, Role,
    Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::Outbox;
use super::icons::{self, Icon};
use crate::session::{Command, Switch, key_text};
use crate::theme::measures::{CORNER, GRID, ICON, ICON_BUTTON, ICON_STROKE, RULE};
use crate::theme::{Theme, fonts, mix};

impl From<bool> for Switch {
    fn from(is_on: bool) -> Self {
        if is_on { Self::On } else { Self::Off }
    }
}

/// Small words that step back.
pub(crate) fn muted(theme: &Theme, words: impl Into<String>) -> RichText {
    let words = RichText::new(words);
    words.size(theme.sizes.small).color(theme.ui.muted)
}

/// The name of what a panel is about.
pub(super) fn title(theme: &Theme, words: impl Into<String>) -> RichText {
    let words = RichText::new(words).family(fonts::serif_semibold());
    words.size(theme.sizes.title)
}

/// Over a block of a panel.
pub(super) fn heading(theme: &Theme, words: impl Into<String>) -> RichText {
    let words = RichText::new(words).family(fonts::sans_semibold());
    words.size(theme.sizes.body)
}

/// Words to read, not to press.
pub(super) fn reading(theme: &Theme, words: impl Into<String>) -> RichText {
    let words = RichText::new(words).family(fonts::serif());
    words.size(theme.sizes.reading - 1.0)
}

/// "Next passage (N)": a tooltip that gives the key, where a command has one.
pub(super) fn hint(words: &str, command: &Command) -> String {
    let key = match command {
        Command::ToggleOverlay(id) => key_text(&Command::ToggleOverlayAt(id.index())),
        Command::ShowOriginal(_) => key_text(&Command::ToggleWords),
        Command::CopyPassage(_) => key_text(&Command::CopyCurrentPassage),
        Command::SetProjection(_) => key_text(&Command::ToggleProjection),
        Command::SetWorldview(_) => key_text(&Command::NextWorldview),
        Command::SetColorVision(_) => key_text(&Command::NextColorVision),
        _ => key_text(command),
    };
    key.map_or_else(|| words.to_owned(), |key| format!("{words} ({key})"))
}

/// A hairline across a panel.
pub(super) fn rule(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), RULE), Sense::hover());
    let stroke = Stroke::new(RULE, theme.ui.rule);
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
}

/// One line of words, cut short with an ellipsis where it is too long.
pub(super) fn one_line(
    ui: &Ui,
    words: &str,
    font_id: FontId,
    color: Color32,
    width: f32,
) -> Arc<Galley> {
    let wrap = TextWrapping::truncate_at_width(width.max(0.0));
    lay_out(ui, words, font_id, color, wrap)
}

/// Words in two lines at the most; cut short with an ellipsis where even that is too little.
pub(super) fn two_lines(
    ui: &Ui,
    words: &str,
    font_id: FontId,
    color: Color32,
    width: f32,
) -> Arc<Galley> {
    let wrap = TextWrapping {
        max_rows: 2,
        ..TextWrapping::wrap_at_width(width.max(0.0))
    };
    lay_out(ui, words, font_id, color, wrap)
}

fn lay_out(
    ui: &Ui,
    words: &str,
    font_id: FontId,
    color: Color32,
    wrap: TextWrapping,
) -> Arc<Galley> {
    let format = TextFormat {
        font_id,
        color,
        ..Default::default()
    };
    let mut job = LayoutJob::single_section(words.to_owned(), format);
    job.wrap = wrap;
    ui.painter().layout_job(job)
}

/// Paints a line of words with its middle at the middle of `rect`, from its left edge.
pub(super) fn paint_left(ui: &Ui, rect: Rect, words: Arc<Galley>, color: Color32) {
    let at = pos2(rect.min.x, rect.center().y - words.size().y / 2.0);
    ui.painter()
        .galley_with_override_text_color(at, words, color);
}

/// A ring around what has the keyboard.
pub(super) fn focus_ring(ui: &Ui, theme: &Theme, response: &Response, rect: Rect) {
    if response.has_focus() {
        let stroke = Stroke::new(1.5, theme.ui.accent);
        let kind = StrokeKind::Inside;
        ui.painter()
            .rect_stroke(rect, f32::from(CORNER), stroke, kind);
    }
}

/// Words to press, bare until pointed at. `name` is what it is called for those who do not see it.
pub(super) fn link(ui: &mut Ui, theme: &Theme, words: &str, name: &str) -> Response {
    let font = FontId::new(theme.sizes.small + 1.0, fonts::sans());
    link_ui(ui, theme, (words, name), font, (theme.ui.muted, None))
}

/// The name of a subject among facts: read first, so it has the text's colour, and a line beneath
/// that says it can be pressed.
pub(super) fn subject_link(ui: &mut Ui, theme: &Theme, name: &str) -> Response {
    let font = FontId::new(theme.sizes.body, fonts::sans());
    let line = mix(theme.ui.rule, theme.ui.muted, 0.5);
    link_ui(ui, theme, (name, name), font, (theme.ui.text, Some(line)))
}

fn link_ui(
    ui: &mut Ui,
    theme: &Theme,
    (words, name): (&str, &str),
    font: FontId,
    (color, line): (Color32, Option<Color32>),
) -> Response {
    let galley = one_line(ui, words, font, color, ui.available_width());
    let size = galley.size() + vec2(0.0, GRID);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let (color, line) = if response.hovered() {
        (theme.ui.accent, Some(theme.ui.accent))
    } else {
        (color, line)
    };
    // Words stand at the top, in line with words that are no link.
    ui.painter()
        .galley_with_override_text_color(rect.min, galley, color);
    if let Some(line) = line {
        let y = rect.max.y - GRID / 2.0;
        ui.painter()
            .hline(rect.x_range(), y, Stroke::new(RULE, line));
    }
    focus_ring(ui, theme, &response, rect.expand(2.0));
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A button that is seen to be one, for where few words stand.
pub(crate) fn outlined_button(theme: &Theme, words: impl Into<String>) -> Button<'static> {
    Button::new(words.into()).stroke(Stroke::new(RULE, theme.ui.muted))
}

/// A square button with an icon.
pub(super) fn icon_button(
    ui: &mut Ui,
    theme: &Theme,
    icon: Icon,
    name: &str,
    state: Switch,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ICON_BUTTON, ICON_BUTTON), Sense::click());
    let is_on = state == Switch::On;
    let is_enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::Button, is_enabled, is_on, name));
    let color = if is_on || response.hovered() {
        theme.ui.text
    } else {
        theme.ui.muted
    };
    if response.hovered() && is_enabled {
        let fill = mix(theme.ui.panel, theme.ui.text, 0.07);
        ui.painter().rect_filled(rect, f32::from(CORNER), fill);
    }
    let square = icons::square_in(rect, ICON);
    icons::paint(ui.painter(), square, icon, Stroke::new(ICON_STROKE, color));
    focus_ring(ui, theme, &response, rect);
    response
}

/// A way out of a list one goes through, on or back; and whether it is open.
pub(super) type Step<'a> = (Icon, &'a str, Command, bool);

/// Those ways at the right of the list's head, the first of them outermost.
pub(super) fn steps_ui(ui: &mut Ui, theme: &Theme, steps: [Step<'_>; 3], outbox: &mut Outbox) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (icon, name, command, is_open) in steps {
            let add = |ui: &mut Ui| icon_button(ui, theme, icon, name, Switch::Off);
            let response = ui.add_enabled_ui(is_open, add).inner;
            if response.on_hover_text(hint(name, &command)).clicked() {
                outbox.push(command);
            }
        }
    });
}

/// A switch at `rect`.
pub(super) fn switch(ui: &Ui, theme: &Theme, rect: Rect, name: &str, state: Switch) -> Response {
    let id = ui.scope_id().with(("switch", name));
    let response = ui.interact(rect, id, Sense::click());
    let is_on = state == Switch::On;
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_on, name));
    let size = vec2(6.5 * GRID, 3.5 * GRID);
    let rail = Rect::from_center_size(pos2(rect.max.x - size.x / 2.0, rect.center().y), size);
    let round = rail.height() / 2.0;
    let idle = if response.hovered() {
        theme.ui.text
    } else {
        theme.ui.muted
    };
    let (fill, edge, knob, knob_x) = if is_on {
        (
            theme.ui.text,
            theme.ui.text,
            theme.ui.panel,
            rail.max.x - round,
        )
    } else {
        (theme.ui.panel, idle, idle, rail.min.x + round)
    };
    let painter = ui.painter();
    painter.rect(
        rail,
        round,
        fill,
        Stroke::new(1.2, edge),
        StrokeKind::Inside,
    );
    painter.circle_filled(pos2(knob_x, rail.center().y), round - 3.0, knob);
    focus_ring(ui, theme, &response, rail.expand(3.0));
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// With room before it for the check mark, which is painted.
pub(super) fn indented(name: &str) -> String {
    format!("\u{2003}\u{2002}{name}")
}

/// A line of a menu: a check mark before what is on, its key at the right.
pub(super) fn menu_item(
    ui: &mut Ui,
    (name, state): (&str, Switch),
    command: Command,
    outbox: &mut Outbox,
) -> Response {
    let response = menu_line(ui, (name, state), key_text(&command));
    if response.clicked() {
        outbox.push(command);
    }
    response
}

/// The same for what its caller does.
pub(super) fn menu_line(
    ui: &mut Ui,
    (name, state): (&str, Switch),
    key: Option<String>,
) -> Response {
    let is_on = state == Switch::On;
    let mut button = Button::new(indented(name));
    if let Some(key) = key {
        button = button.shortcut_text(key);
    }
    let response = ui.add(button);
    let is_enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, is_enabled, is_on, name));
    if is_on {
        let center = response.rect.left_center() + vec2(3.0 * GRID, 0.0);
        let square = Rect::from_center_size(center, vec2(11.0, 11.0));
        let stroke = Stroke::new(ICON_STROKE, ui.visuals().text_color());
        icons::paint(ui.painter(), square, Icon::Check, stroke);
    }
    response
}
