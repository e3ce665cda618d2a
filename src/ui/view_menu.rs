//! The View menu: panels, projection, background, borders, colours. One function for each group.

use std::path::Path;

use egui::{Role, Ui, WidgetInfo};

use super::parts::{hint, indented, menu_item as item};
use super::words::with_capital;
use super::{Outbox, UiContext};
use crate::atlas::Worldview;
use crate::geography::MapProjection;
use crate::session::{
    Background, ColorVision, Command, Panel, SearchCommand, Switch, ThemeChoice, WalkCommand,
};

pub(super) fn view_menu_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    panels_menu(ui, context, outbox);
    ui.separator();
    reading_menu(ui, context, outbox);
    ui.separator();
    projection_menu(ui, context, outbox);
    orientation_menu(ui, context, outbox);
    ui.separator();
    background_menu(ui, context, outbox);
    borders_menu(ui, context, outbox);
    ui.separator();
    colors_menu(ui, context, outbox);
    color_vision_menu(ui, context, outbox);
    ui.separator();
    let is_reduced = context.session.reduced_motion;
    let command = Command::SetReducedMotion((!is_reduced).into());
    item(ui, ("Reduced motion", is_reduced.into()), command, outbox);
}

fn panels_menu(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let panels = context.session.panels;
    for (name, panel, is_open) in [
        ("Legend", Panel::Legend, panels.legend),
        ("Reader", Panel::Reader, panels.reader),
        ("Scenes", Panel::Scenes, panels.scenes),
    ] {
        item(
            ui,
            (name, is_open.into()),
            Command::TogglePanel(panel),
            outbox,
        );
    }
    let full_screen = ("Full screen", Switch::Off);
    item(ui, full_screen, Command::ToggleFullScreen, outbox);
}

fn reading_menu(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let follows = context.session.follows_reading;
    for (name, is_on, command) in [
        ("Find words...", false, Command::Search(SearchCommand::Open)),
        ("Walk the article", false, Command::Walk(WalkCommand::Next)),
        ("Map follows the text", follows, Command::ToggleFollowing),
    ] {
        item(ui, (name, is_on.into()), command, outbox);
    }
    ui.add_enabled_ui(context.session.has_original(), |ui| {
        let words = (
            "The article\u{2019}s own words",
            context.session.shows_original().into(),
        );
        item(ui, words, Command::ToggleWords, outbox)
            .on_hover_text("From your copy of it, in place of ours");
    });
}

fn projection_menu(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    item(ui, ("Opening view", Switch::Off), Command::FlyHome, outbox);
    sub_menu(ui, "Projection", |ui| {
        for (name, projection) in [
            ("Equal-area projection", MapProjection::EqualArea),
            ("Web Mercator projection", MapProjection::WebMercator),
        ] {
            let is_on = context.session.stage.projection == projection;
            // The key goes to the other one.
            let command = if is_on {
                Command::SetProjection(projection)
            } else {
                Command::ToggleProjection
            };
            item(ui, (name, is_on.into()), command, outbox);
        }
    });
}

fn orientation_menu(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let stage = &context.session.stage;
    let is_measuring = context.session.measure.is_some();
    for (name, is_on, command) in [
        ("Graticule", stage.shows_graticule, Command::ToggleGraticule),
        (
            "Overview map",
            !stage.hides_overview,
            Command::ToggleOverview,
        ),
        ("Measure distance", is_measuring, Command::ToggleMeasure),
    ] {
        item(ui, (name, is_on.into()), command, outbox);
    }
}

fn background_menu(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    sub_menu(ui, "Background", |ui| {
        let present = context.session.stage.background;
        let set = Command::SetBackground;
        let online = Background::OpenStreetMap;
        for (name, background, command) in [
            ("None", Background::None, set(Background::None)),
            ("Relief", Background::Relief, Command::ToggleRelief),
            ("OpenStreetMap (online)", online, set(online)),
        ] {
            let is_on = present == background;
            item(ui, (name, is_on.into()), command, outbox);
        }
        let known = context.session.tiles.map_file.as_deref();
        if let Some(path) = known {
            let is_on = present == Background::MapFile;
            let name = format!("Map file: {}", shown_name(path));
            let command = set(Background::MapFile);
            item(ui, (&name, is_on.into()), command, outbox)
                .on_hover_text(path.display().to_string());
        }
        let choose = ("Choose a map file\u{2026}", Switch::Off);
        item(ui, choose, Command::ChooseMapFile, outbox).on_hover_text(
            "Tiles from a file (.pmtiles) on this machine; it can also be dropped on the window",
        );
    });
}

/// A file's name, with its middle left out where it would make the menu wide.
fn shown_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let letters: Vec<char> = name.to_string_lossy().chars().collect();
    match (letters.first_chunk::<18>(), letters.last_chunk::<17>()) {
        (Some(start), Some(end)) if letters.len() > 36 => {
            start.iter().chain(&['\u{2026}']).chain(end).collect()
        }
        _ => letters.into_iter().collect(),
    }
}

fn borders_menu(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    sub_menu(ui, "Disputed borders", |ui| {
        for worldview in Worldview::ALL {
            let is_on = context.session.stage.worldview == worldview;
            let name = format!("{} view", with_capital(worldview.name()));
            let command = if worldview == context.session.stage.worldview.next() {
                Command::NextWorldview
            } else {
                Command::SetWorldview(worldview)
            };
            item(ui, (&name, is_on.into()), command, outbox).on_hover_text(worldview.basis());
        }
    });
}

fn colors_menu(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    for (name, theme) in [
        ("Colours of the system", ThemeChoice::System),
        ("Light", ThemeChoice::Light),
        ("Dark", ThemeChoice::Dark),
    ] {
        let is_on = context.session.theme == theme && !context.session.high_contrast;
        item(ui, (name, is_on.into()), Command::SetTheme(theme), outbox);
    }
    let is_on = context.session.high_contrast;
    let command = Command::ToggleHighContrast;
    let about = hint("For projectors in bright rooms", &command);
    item(ui, ("High contrast", is_on.into()), command, outbox).on_hover_text(about);
}

fn color_vision_menu(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    sub_menu(ui, "Colours as seen with\u{2026}", |ui| {
        for vision in ColorVision::ALL {
            let is_on = context.session.color_vision == vision;
            let command = Command::SetColorVision(vision);
            let about = hint(vision.about(), &command);
            let name = with_capital(vision.name());
            item(ui, (&name, is_on.into()), command, outbox).on_hover_text(about);
        }
    });
}

pub(super) fn sub_menu(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let menu = ui.menu_button(indented(name), add);
    let info = || WidgetInfo::labeled(Role::MenuItem, true, name);
    menu.response.widget_info(info);
}
