//! What the presenter reaches for, as buttons that name their keys.

use egui::{Button, RichText, Ui};

use crate::session::{Blank, Command, Show, ShowCommand};
use crate::ui::parts::hint;
use crate::ui::{Outbox, UiContext};

/// Words of a button, what it is for, whether it is on, and what it does.
type Row = (&'static str, &'static str, bool, Command);

pub(super) fn switches_ui(ui: &mut Ui, context: UiContext<'_>, show: &Show, outbox: &mut Outbox) {
    let theme = context.theme;
    let settings = context.session.show_settings;
    let to = Command::Show;
    let rows: [Row; 8] = [
        (
            "Previous",
            "The step before",
            false,
            to(ShowCommand::Previous),
        ),
        ("Next", "The next step", false, to(ShowCommand::Next)),
        (
            "All scenes",
            "Small pictures of all scenes",
            show.all_scenes.is_some(),
            to(ShowCommand::ToggleAllScenes),
        ),
        (
            "Black",
            "Covers the audience\u{2019}s screen",
            show.blank == Some(Blank::Black),
            to(ShowCommand::Blank(Blank::Black)),
        ),
        (
            "Freeze",
            "The audience sees this picture until you are done looking around",
            show.is_frozen,
            to(ShowCommand::ToggleFreeze),
        ),
        (
            "Back to the scene",
            "Puts the scene on show again, exactly",
            false,
            to(ShowCommand::Return),
        ),
        (
            "Runs by itself",
            "Goes on after some seconds, over and over",
            settings.runs_by_itself,
            to(ShowCommand::ToggleRunsByItself),
        ),
        ("End", "Ends the briefing", false, to(ShowCommand::Leave)),
    ];
    ui.horizontal_wrapped(|ui| {
        for (words, about, is_on, command) in rows {
            let words = RichText::new(words).size(theme.sizes.body);
            let button = Button::new(words).selected(is_on);
            if ui
                .add(button)
                .on_hover_text(hint(about, &command))
                .clicked()
            {
                outbox.push(command);
            }
        }
    });
}
