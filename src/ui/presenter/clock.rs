//! Where one is in the briefing, how long it has been going on, and how late it is.

use egui::{Align, DragValue, Layout, RichText, Ui};

use crate::session::{Command, Show, ShowCommand, TimeLeft};
use crate::theme::fonts;
use crate::theme::measures::GRID;
use crate::ui::parts::{heading, muted, outlined_button};
use crate::ui::{Outbox, UiContext};

pub(super) fn clock_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    show: &Show,
    clock: &str,
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    let session = context.session;
    let count = session.briefing.scenes().len();
    ui.horizontal(|ui| {
        ui.label(heading(
            theme,
            format!("Scene {} of {count}", show.scene + 1),
        ));
        let builds = session.briefing.scene(show.scene);
        let builds = builds.map_or(0, |scene| scene.builds.len());
        if builds > 0 {
            ui.label(muted(theme, format!("{} of {builds} appeared", show.step)));
        }
        if show.is_frozen {
            let words = RichText::new("The audience\u{2019}s picture stands still")
                .size(theme.sizes.small)
                .color(theme.ui.caution);
            ui.label(words);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 3.0 * GRID;
            let big = |words: String| {
                RichText::new(words)
                    .family(fonts::sans_semibold())
                    .size(theme.sizes.title)
            };
            ui.label(big(clock.to_owned())).on_hover_text("Time of day");
            timer_ui(ui, context, show, outbox);
        });
    });
}

/// Time gone by, and what is left of the planned length.
fn timer_ui(ui: &mut Ui, context: UiContext<'_>, show: &Show, outbox: &mut Outbox) {
    let theme = context.theme;
    let session = context.session;
    let now_secs = session.now_secs;
    let elapsed = minutes(show.timer.elapsed_secs(now_secs));
    let size = theme.sizes.title;
    let big = |words: String| {
        let words = RichText::new(words).family(fonts::sans_semibold());
        words.size(size)
    };
    let planned = session.show_settings.planned_minutes;
    // Always there: what comes after it, a field of text too, is known by its place.
    ui.label(match planned {
        None => muted(theme, ""),
        Some(planned) => match show.timer.left(planned, now_secs) {
            TimeLeft::Secs(left) => muted(theme, format!("{} left", minutes(left))),
            TimeLeft::Over(over) => big(format!("{} over", minutes(over))).color(theme.ui.accent),
        },
    });
    let response = ui.label(big(elapsed));
    response.on_hover_text("Since the first scene was left");
    let reset = outlined_button(theme, "Reset");
    let about = "Starts the timer from nothing again";
    if ui.add(reset).on_hover_text(about).clicked() {
        outbox.push(Command::Show(ShowCommand::ResetTimer));
    }
    let mut wanted = planned.unwrap_or(0);
    let unit = if wanted > 0 { " min" } else { "" };
    let field = DragValue::new(&mut wanted)
        .range(0..=600)
        .suffix(unit)
        .custom_formatter(|value, _| {
            if value < 1.0 {
                "none".to_owned()
            } else {
                format!("{value:.0}")
            }
        });
    let response = ui.add(field);
    response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::SpinButton, true, "Planned minutes"));
    if response
        .on_hover_text("How long the briefing should take; drag, or click to type")
        .changed()
    {
        let wanted = (wanted > 0).then_some(wanted);
        outbox.push(Command::Show(ShowCommand::SetPlannedMinutes(wanted)));
    }
    ui.label(muted(theme, "Planned"));
}

/// "12:05", "1:02:05".
fn minutes(secs: f64) -> String {
    let secs = secs.max(0.0) as u64;
    let (hours, minutes, secs) = (secs / 3600, secs / 60 % 60, secs % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{secs:02}")
    } else {
        format!("{minutes}:{secs:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_written_as_on_a_stopwatch() {
        let written: Vec<String> = [0.0, 59.9, 61.0, 3725.0, -4.0].map(minutes).into();
        assert_eq!(written, ["0:00", "0:59", "1:01", "1:02:05", "0:00"]);
    }
}
