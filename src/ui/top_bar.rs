//! The slim bar at the top: menus, the way back, which story, and the switches of the map.

use egui::{Align, FontId, Label, Layout, MenuBar, Rect, Role, Sense, Stroke, StrokeKind, Ui};
use egui::{WidgetInfo, pos2, vec2};

use super::edit_menu::edit_menu_ui;
use super::icons::Icon;
use super::parts::{focus_ring, hint, icon_button, menu_item as item, muted, one_line, title};
use super::present_menu::present_menu_ui;
use super::unsaved::unsaved_ui;
use super::view_menu::view_menu_ui;
use super::{Outbox, UiContext};
use crate::geography::MapProjection;
use crate::session::{Command, Panel, SearchCommand, Switch};
use crate::theme::measures::{CORNER, GRID, RULE, TOP_BAR_HEIGHT};
use crate::theme::{fonts, mix};

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
    let theme = context.theme;
    let mut frame = Rect::NOTHING;
    ui.spacing_mut().item_spacing.x = 0.0;
    for (projection, name, about) in [
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
    ] {
        let is_on = context.session.stage.projection == projection;
        let font = FontId::new(theme.sizes.small + 1.0, fonts::sans());
        let color = if is_on { theme.ui.text } else { theme.ui.muted };
        let words = one_line(ui, name, font, color, f32::INFINITY);
        let size = words.size() + vec2(5.0 * GRID, 2.0 * GRID);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, name));
        if is_on || response.hovered() {
            let part = if is_on { 0.12 } else { 0.05 };
            let fill = mix(theme.ui.panel, theme.ui.text, part);
            ui.painter().rect_filled(rect, f32::from(CORNER), fill);
        }
        let at = rect.center() - words.size() / 2.0;
        ui.painter().galley(pos2(at.x, at.y), words, color);
        focus_ring(ui, theme, &response, rect);
        frame |= rect;
        let command = Command::SetProjection(projection);
        if response.on_hover_text(hint(about, &command)).clicked() {
            outbox.push(command);
        }
    }
    let stroke = Stroke::new(RULE, theme.ui.rule);
    ui.painter()
        .rect_stroke(frame, f32::from(CORNER), stroke, StrokeKind::Inside);
}

fn menus_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    ui.spacing_mut().button_padding.x = 2.0 * GRID;
    ui.menu_button("File", |ui| {
        let bundled = ("Open the bundled story", Switch::Off);
        item(ui, bundled, Command::OpenBundledStory, outbox);
        ui.separator();
        for (name, command) in [
            ("Save scenes", Command::SaveStory),
            ("Save as\u{2026}", Command::SaveStoryAs),
        ] {
            item(ui, (name, Switch::Off), command, outbox);
        }
        ui.add_enabled_ui(context.session.briefing.is_edited(), |ui| {
            let own = ("Scenes of the file", Switch::Off);
            let words = "In place of those made since, which Ctrl+Z brings again";
            item(ui, own, Command::RevertScenes, outbox).on_hover_text(words);
        });
        ui.separator();
        let export = ("Export\u{2026}", context.session.panels.export.into());
        let words = "Pictures, a handout, a page for a browser";
        let command = Command::TogglePanel(Panel::Export);
        item(ui, export, command, outbox).on_hover_text(words);
        ui.add_enabled_ui(!context.world.features.is_empty(), |ui| {
            let data = ("Export data\u{2026}", Switch::Off);
            let words = "The features with their passages and sources, as GeoJSON, KML or CSV";
            item(ui, data, Command::ExportData, outbox).on_hover_text(words);
        });
        ui.separator();
        item(ui, ("Quit", Switch::Off), Command::Quit, outbox);
    });
    ui.menu_button("Edit", |ui| edit_menu_ui(ui, context, outbox));
    ui.menu_button("View", |ui| view_menu_ui(ui, context, outbox));
    ui.menu_button("Present", |ui| present_menu_ui(ui, context, outbox));
    ui.menu_button("Help", |ui| {
        for (name, panel) in [("Keys", Panel::Keys), ("About Passage", Panel::About)] {
            item(ui, (name, Switch::Off), Command::TogglePanel(panel), outbox);
        }
    });
}
