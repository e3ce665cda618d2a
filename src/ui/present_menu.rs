//! The Present menu: giving the briefing, and how it is given.

use egui::Ui;

use super::parts::{menu_item as item, menu_line};
use super::view_menu::sub_menu;
use super::{Outbox, UiContext};
use crate::session::{Command, ShowCommand, Switch, TEXT_PERCENTS};

/// Lengths to choose from, in seconds for a scene and in minutes for a briefing. What was set
/// elsewhere is offered too.
const SCENE_SECS: [u32; 6] = [5, 10, 15, 20, 30, 60];
const MINUTES: [u32; 8] = [5, 10, 15, 20, 30, 45, 60, 90];

pub(super) fn present_menu_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let settings = context.session.show_settings;
    for (name, command) in [
        ("From the first scene", ShowCommand::Start),
        ("From here", ShowCommand::StartHere),
    ] {
        item(ui, (name, Switch::Off), Command::Show(command), outbox);
    }
    ui.separator();
    switch(
        ui,
        ("Presenter\u{2019}s window", settings.has_presenter),
        "A second window opens with the briefing: notes, clock, and what comes next",
        ShowCommand::TogglePresenter,
        outbox,
    );
    sub_menu(ui, "Text size", |ui| {
        for percent in TEXT_PERCENTS {
            let is_on = settings.text_percent == percent;
            let command = ShowCommand::SetTextPercent(percent);
            choice(ui, (&format!("{percent} %"), is_on), command, outbox);
        }
    });
    sub_menu(ui, "Planned length", |ui| {
        let planned = settings.planned_minutes;
        let none = ShowCommand::SetPlannedMinutes(None);
        choice(ui, ("None", planned.is_none()), none, outbox);
        for minutes in with(MINUTES, planned) {
            let is_on = planned == Some(minutes);
            let command = ShowCommand::SetPlannedMinutes(Some(minutes));
            choice(ui, (&format!("{minutes} minutes"), is_on), command, outbox);
        }
    });
    ui.separator();
    switch(
        ui,
        ("Goes on by itself", settings.runs_by_itself),
        "Scene after scene, over and over: for a screen nobody stands at",
        ShowCommand::ToggleRunsByItself,
        outbox,
    );
    sub_menu(ui, "Seconds for each scene", |ui| {
        for secs in with(SCENE_SECS, Some(settings.scene_secs)) {
            let is_on = settings.scene_secs == secs;
            let command = ShowCommand::SetSceneSecs(secs);
            choice(ui, (&format!("{secs} seconds"), is_on), command, outbox);
        }
    });
    ui.separator();
    let full_screen = ("Full screen", Switch::Off);
    item(ui, full_screen, Command::ToggleFullScreen, outbox);
}

/// A line of a menu without a key: those of a briefing mean something else while none is given.
fn choice(ui: &mut Ui, (name, is_on): (&str, bool), command: ShowCommand, outbox: &mut Outbox) {
    if menu_line(ui, (name, is_on.into()), None).clicked() {
        outbox.push(Command::Show(command));
    }
}

fn switch(
    ui: &mut Ui,
    (name, is_on): (&str, bool),
    about: &str,
    command: ShowCommand,
    outbox: &mut Outbox,
) {
    let response = menu_line(ui, (name, is_on.into()), None).on_hover_text(about);
    if response.clicked() {
        outbox.push(Command::Show(command));
    }
}

/// What there is to choose from, with what is chosen.
fn with<const COUNT: usize>(offered: [u32; COUNT], chosen: Option<u32>) -> Vec<u32> {
    let mut all: Vec<u32> = offered.into_iter().chain(chosen).collect();
    all.sort_unstable();
    all.dedup();
    all
}
