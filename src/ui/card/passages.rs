//! The way through the passages about a subject: "2 of 7", and paragraphs by number.

use egui::{Align, CursorIcon, FontId, Layout, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use crate::session::{Command, Step, Switch};
use crate::theme::fonts;
use crate::theme::measures::{GRID, RULE};
use crate::ui::icons::Icon;
use crate::ui::parts::{focus_ring, hint, icon_button, link, muted, one_line};
use crate::ui::{Outbox, UiContext};
use crate::world::{Id, Passage, Subject};

/// Next and previous passage, and the way to the map.
pub(super) fn stepper_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    subject: Subject,
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    ui.horizontal(|ui| {
        count_ui(ui, context, subject, outbox);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let command = Command::FlyTo(subject);
            let response = link(ui, theme, "Show on map", "Show on map");
            if response
                .on_hover_text(hint("Fly there", &command))
                .clicked()
            {
                outbox.push(command);
            }
        });
    });
}

fn count_ui(ui: &mut Ui, context: UiContext<'_>, subject: Subject, outbox: &mut Outbox) {
    let about = context.world.links.passages(subject);
    if about.is_empty() {
        ui.label(muted(context.theme, "Not in the article"));
        return;
    }
    let at = context.session.stage.passage;
    let at = at.and_then(|passage| about.iter().position(|&one| one == passage));
    let (before, after) = match at {
        Some(at) => (at > 0, at + 1 < about.len()),
        None => (true, true),
    };
    ui.spacing_mut().item_spacing.x = GRID / 2.0;
    ui.add_enabled_ui(before, |ui| {
        step_ui(ui, context, Icon::Previous, Step::Previous, outbox);
    });
    ui.label(match at {
        Some(at) => format!("{} of {}", at + 1, about.len()),
        None if about.len() == 1 => "1 passage".to_owned(),
        None => format!("{} passages", about.len()),
    });
    ui.add_enabled_ui(after, |ui| {
        step_ui(ui, context, Icon::Next, Step::Next, outbox);
    });
}

fn step_ui(ui: &mut Ui, context: UiContext<'_>, icon: Icon, step: Step, outbox: &mut Outbox) {
    let name = match step {
        Step::Next => "Next passage",
        Step::Previous => "Previous passage",
    };
    let command = Command::StepPassage(step);
    let response = icon_button(ui, context.theme, icon, name, Switch::Off);
    if response.on_hover_text(hint(name, &command)).clicked() {
        outbox.push(command);
    }
}

/// The paragraphs that mention both of two countries.
pub(super) fn joining_passages_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    passages: &[Id<Passage>],
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    if passages.is_empty() {
        ui.label(muted(theme, "No paragraph names both"));
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID;
        ui.label(muted(theme, "Both are named in paragraphs"));
        for &passage in passages {
            number_ui(ui, context, passage, outbox);
        }
    });
}

/// The paragraphs that tell of a subject, by number.
pub(super) fn paragraphs_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    subject: Subject,
    outbox: &mut Outbox,
) {
    let passages = context.world.links.passages(subject);
    let words = match passages {
        [] => "No paragraph of the article",
        [_] => "Paragraph",
        _ => "Paragraphs",
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(GRID, 0.0);
        // The word stands in line with the numbers, which are taller.
        ui.spacing_mut().interact_size.y = 5.0 * GRID;
        ui.label(words);
        for &passage in passages {
            number_ui(ui, context, passage, outbox);
        }
    });
}

/// A paragraph's number, which goes there.
fn number_ui(ui: &mut Ui, context: UiContext<'_>, id: Id<Passage>, outbox: &mut Outbox) {
    let theme = context.theme;
    let Some(passage) = context.world.passages.get(id) else {
        return;
    };
    let is_current = context.session.stage.passage == Some(id);
    let font = FontId::new(theme.sizes.small + 1.0, fonts::sans());
    let number = passage.number.to_string();
    let words = one_line(ui, &number, font, theme.ui.text, f32::INFINITY);
    let size = vec2(words.size().x.max(2.5 * GRID) + GRID, words.size().y + GRID);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("Read paragraph {number}");
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_current, &name));
    let color = if is_current || response.hovered() {
        theme.ui.accent
    } else {
        theme.ui.text
    };
    let at = rect.center() - words.size() / 2.0;
    let y = rect.max.y - GRID / 2.0;
    let line = rect.x_range().shrink(2.0);
    ui.painter().hline(line, y, Stroke::new(RULE, color));
    ui.painter()
        .galley_with_override_text_color(at, words, color);
    focus_ring(ui, theme, &response, rect);
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.on_hover_text(name).clicked() {
        outbox.push(Command::ReadPassage(id));
    }
}
