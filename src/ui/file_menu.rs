//! The File menu: what is opened, saved and exported.

use std::path::Path;

use egui::Ui;

use super::parts::{menu_item as item, menu_line};
use super::view_menu::sub_menu;
use super::{Outbox, UiContext};
use crate::session::{Command, Panel, Switch};
use crate::world::Tint;

/// A longer name is cut at its beginning, in characters.
const LONGEST_NAME: usize = 60;

pub(super) fn file_menu_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    opening_ui(ui, context, outbox);
    ui.separator();
    for (name, command, words) in [
        (
            "Save",
            Command::SaveStory,
            "What is new, in the story\u{2019}s file; an article\u{2019}s own file is never written",
        ),
        (
            "Save as story\u{2026}",
            Command::SaveStoryAs,
            "The whole story with its scenes, as a file of its own",
        ),
    ] {
        item(ui, (name, Switch::Off), command, outbox).on_hover_text(words);
    }
    ui.add_enabled_ui(context.session.briefing.is_edited(), |ui| {
        let own = ("Scenes of the file", Switch::Off);
        let words = "In place of those made since, which Ctrl+Z brings again";
        item(ui, own, Command::RevertScenes, outbox).on_hover_text(words);
    });
    ui.separator();
    new_text_ui(ui, context, outbox);
    ui.separator();
    let export = ("Export\u{2026}", context.session.panels.export.into());
    let words = "Pictures, a handout, a page for a browser";
    let command = Command::TogglePanel(Panel::Export);
    item(ui, export, command, outbox).on_hover_text(words);
    let world = context.world;
    let is_of_article = world.tint == Tint::Mentions;
    let has_data = !world.features.is_empty() || is_of_article && !world.passages.is_empty();
    ui.add_enabled_ui(has_data, |ui| {
        let data = ("Export data\u{2026}", Switch::Off);
        let words = if is_of_article {
            "What the text names, how often and in which passages, as GeoJSON, KML or CSV"
        } else {
            "The features with their passages and sources, as GeoJSON, KML or CSV"
        };
        item(ui, data, Command::ExportData, outbox).on_hover_text(words);
    });
    ui.separator();
    item(ui, ("Quit", Switch::Off), Command::Quit, outbox);
}

/// Another version of the text, and what it has cost.
fn new_text_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    ui.add_enabled_ui(!context.world.is_empty(), |ui| {
        let text = ("New text for this story\u{2026}", Switch::Off);
        let words = "Another version of the article under the same links, scenes and map";
        item(ui, text, Command::ChooseNewText, outbox).on_hover_text(words);
    });
    ui.add_enabled_ui(!context.world.orphans.is_empty(), |ui| {
        let is_open = context.session.panels.lost_links.into();
        let lost = ("Lost links\u{2026}", is_open);
        let words = "Links whose words are not in the text any more";
        item(ui, lost, Command::TogglePanel(Panel::LostLinks), outbox).on_hover_text(words);
    });
}

fn opening_ui(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let open = ("Open\u{2026}", Switch::Off);
    let words = "An article as .txt, .md or .html, or a story. Or drop its file on the window";
    item(ui, open, Command::ChooseStory, outbox).on_hover_text(words);
    let paste = ("Paste an article", Switch::Off);
    let words = "The text on the clipboard, put on the map";
    item(ui, paste, Command::PasteArticle, outbox).on_hover_text(words);
    ui.add_enabled_ui(!context.session.recent.is_empty(), |ui| {
        sub_menu(ui, "Open recent", |ui| {
            for path in &context.session.recent {
                let name = name_of(path);
                if menu_line(ui, (&name, Switch::Off), None)
                    .on_hover_text(path.display().to_string())
                    .clicked()
                {
                    outbox.push(Command::OpenStory(path.clone()));
                }
            }
        });
    });
    let bundled = ("Open the bundled story", Switch::Off);
    item(ui, bundled, Command::OpenBundledStory, outbox);
    own_copy_menu(ui, context, outbox);
}

/// The reader's own copy of the article.
fn own_copy_menu(ui: &mut Ui, context: UiContext<'_>, outbox: &mut Outbox) {
    let open = ("Open the original article\u{2026}", Switch::Off);
    ui.add_enabled_ui(context.world.knows_its_original(), |ui| {
        item(ui, open, Command::ChooseArticle, outbox)
            .on_hover_text(
                "Your own copy of it: its words take the place of ours, and are kept nowhere",
            )
            .on_disabled_hover_text(
                "This story has no fingerprints of an article, so no copy of it could be known",
            );
    });
    if context.session.has_original() {
        let close = ("Close the original article", Switch::Off);
        item(ui, close, Command::CloseArticle, outbox)
            .on_hover_text("Only our words again, at the next start, too");
    }
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy();
    let length = name.chars().count();
    if length <= LONGEST_NAME {
        return name.into_owned();
    }
    let end: String = name.chars().skip(length - LONGEST_NAME).collect();
    format!("\u{2026}{end}")
}
