//! The slim bar at the top: menus, the way back, which story, and the switches of the map.

use egui::{Align, Label, Layout, MenuBar, Ui};

use super::edit_menu::edit_menu_ui;
use super::file_menu::file_menu_ui;
use super::icons::Icon;
use super::parts::{hint, icon_button, menu_item as item, muted, title};
use super::present_menu::present_menu_ui;
use super::segments::{Segment, segments};
use super::unsaved::unsaved_ui;
use super::view_menu::view_menu_ui;
use super::{Outbox, UiContext};
use crate::geography::MapProjection;
use crate::session::{Command, Panel, SearchCommand, Switch};
use crate::theme::measures::{GRID, TOP_BAR_HEIGHT};

/// Draws the bar.
pub fn top_bar_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let theme = context.theme;
    MenuBar::new().ui(ui, |ui| {
        ui.set_min_height(TOP_BAR_HEIGHT - 2.0 * GRID);
        ui.spacing_mut().item_spacing.x = GRID / 2.0;
        panel_button(ui, context, Panel::Legend, outbox);
        menus_ui(ui, context, outbox);
        ui.add_space(2.0 * GRID);
        let history = &context.session.history;
        for (icon, name, command, is_enabled) in [
            (Icon::Back, "Back", Command::Back, history.can_go_back()),
            (
                Icon::Forward,
                "Forward",
                Command::Forward,
                history.can_go_forward(),
            ),
        ] {
            let add = |ui: &mut Ui| icon_button(ui, theme, icon, name, Switch::Off);
            let response = ui.add_enabled_ui(is_enabled, add).inner;
            if response.on_hover_text(hint(name, &command)).clicked() {
                outbox.push(command);
            }
        }
        unsaved_ui(ui, context, outbox);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            panel_button(ui, context, Panel::Reader, outbox);
            panel_button(ui, context, Panel::Scenes, outbox);
            theme_button(ui, context, outbox);
            find_button(ui, context, outbox);
            ui.add_space(2.0 * GRID);
            projection_ui(ui, context, outbox);
            ui.add_space(4.0 * GRID);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                story_ui(ui, context);
            });
        });
    });
}

/// Which story, and whose.
fn story_ui(ui: &mut Ui, context: UiContext<'_>) {
    let UiContext { world, theme, .. } = context;
    let words = title(theme, &world.title).size(theme.sizes.heading + 1.0);
    let response = ui.add(Label::new(words).truncate());
    response.on_hover_text(&world.title);
    ui.add_space(2.0 * GRID);
    let article = &world.article;
    if ui.available_width() > 40.0 * GRID && !article.publisher.is_empty() {
        let source = article.publisher_and_date();
        ui.add(Label::new(muted(theme, source)).truncate());
    }
}

fn panel_button(ui: &mut Ui, context: UiContext<'_>, panel: Panel, outbox: &mut Outbox) {
    let panels = context.session.panels;
    let (icon, name, is_open) = match panel {
        Panel::Reader => (Icon::RightPanel, "Reader", panels.reader),
        Panel::Scenes => (Icon::BottomPanel, "Scenes", panels.scenes),
        _ => (Icon::LeftPanel, "Legend", panels.legend),
    };
    let command = Command::TogglePanel(panel);
    let response = icon_button(ui, context.theme, icon, name, is_open.into());
    if response.on_hover_text(hint(name, &command)).clicked() {
        outbox.push(command);
    }
}

fn theme_button(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let name = "Light or dark";
    let response = icon_button(ui, context.theme, Icon::Theme, name, Switch::Off);
    if response
        .on_hover_text(hint(name, &Command::ToggleTheme))
        .clicked()
    {
        outbox.push(Command::ToggleTheme);
    }
}

fn find_button(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let (name, command) = ("Find", Command::Search(SearchCommand::Open));
    let response = icon_button(ui, context.theme, Icon::Find, name, Switch::Off);
    if response
        .on_hover_text(hint("Find words in the article and on the map", &command))
        .clicked()
    {
        outbox.push(command);
    }
}

/// The two projections, side by side in one frame. Laid out from the right.
fn projection_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let all = [
        (
            MapProjection::WebMercator,
            "Web Mercator",
            "Web Mercator: as web maps have it; the north looks larger than it is",
        ),
        (
            MapProjection::EqualArea,
            "Equal-area",
            "Equal-area: sizes of countries compare truly",
        ),
    ];
    let present = context.session.stage.projection;
    let all = all.map(|(projection, name, about)| Segment {
        name,
        about,
        state: (present == projection).into(),
        command: Command::SetProjection(projection),
    });
    segments(ui, context.theme, all, outbox);
}

fn menus_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    ui.spacing_mut().button_padding.x = 2.0 * GRID;
    ui.menu_button("File", |ui| file_menu_ui(ui, context, outbox));
    ui.menu_button("Edit", |ui| edit_menu_ui(ui, context, outbox));
    ui.menu_button("View", |ui| view_menu_ui(ui, context, outbox));
    ui.menu_button("Present", |ui| present_menu_ui(ui, context, outbox));
    ui.menu_button("Help", |ui| {
        for (name, panel) in [("Keys", Panel::Keys), ("About Passage", Panel::About)] {
            item(ui, (name, Switch::Off), Command::TogglePanel(panel), outbox);
        }
    });
}
