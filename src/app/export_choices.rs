//! What one can choose in the export dialog, a row each.

use egui::{ComboBox, DragValue, Ui};

use super::exports::{ExportChoice, ExportFormat, ExportScenes};
use crate::export::handout::Paper;
use crate::theme::ThemeKind;

/// Sizes of pictures that slides and screens have.
const SIZES: [[u32; 2]; 4] = [[1280, 720], [1920, 1080], [2560, 1440], [3840, 2160]];

pub(super) fn choices_ui(ui: &mut Ui, count: usize, choice: &mut ExportChoice) {
    ui.label("Format");
    ui.horizontal(|ui| format_ui(ui, choice));
    ui.end_row();
    let is_picture = choice.format.is_one_scene_a_file();
    ui.label("Of");
    ui.horizontal(|ui| {
        if is_picture {
            scenes_ui(ui, count, choice);
        } else {
            choice.scenes = ExportScenes::Shown;
            ui.label(match count {
                0 => "The opening view: there are no scenes".to_owned(),
                1 => "The one scene".to_owned(),
                count => format!("All {count} scenes"),
            });
        }
    });
    ui.end_row();
    let is_handout = choice.format == ExportFormat::Pdf;
    ui.label(if is_handout { "Paper" } else { "Size" });
    ui.horizontal(|ui| match choice.format {
        ExportFormat::Pdf => {
            for (paper, name) in [
                (Paper::A4, "A4"),
                (Paper::Letter, "Letter"),
                (Paper::Wide, "16:9"),
            ] {
                ui.selectable_value(&mut choice.paper, paper, name);
            }
        }
        ExportFormat::Html => {
            ui.label("As wide as the window it is read in");
        }
        _ => size_ui(ui, choice),
    });
    ui.end_row();
    ui.label("Colours");
    ui.horizontal(|ui| {
        if choice.format == ExportFormat::Html {
            ui.label("Light, as the page around the maps");
            return;
        }
        for (kind, name) in [
            (ThemeKind::Light, "Light"),
            (ThemeKind::Dark, "Dark"),
            (ThemeKind::Contrast, "High contrast"),
        ] {
            ui.selectable_value(&mut choice.theme, kind, name);
        }
    });
    ui.end_row();
    if !is_picture {
        ui.label("Notes");
        ui.checkbox(&mut choice.has_notes, "With what the speaker wants to say");
        ui.end_row();
    }
}

/// The formats: what each is called, and what it is for.
const FORMATS: [(ExportFormat, &str, &str); 4] = [
    (
        ExportFormat::Png,
        "Picture (PNG)",
        "Pixels, for slides and documents",
    ),
    (
        ExportFormat::Svg,
        "Drawing (SVG)",
        "Lines and words, to be worked on",
    ),
    (
        ExportFormat::Pdf,
        "Handout (PDF)",
        "A page for each scene, with the passages",
    ),
    (
        ExportFormat::Html,
        "Web page (HTML)",
        "One file with text, map and scenes, for any browser",
    ),
];

fn format_ui(ui: &mut Ui, choice: &mut ExportChoice) {
    for (format, name, about) in FORMATS {
        let response = ui.selectable_value(&mut choice.format, format, name);
        response.on_hover_text(about);
    }
}

fn scenes_ui(ui: &mut Ui, count: usize, choice: &mut ExportChoice) {
    ui.selectable_value(&mut choice.scenes, ExportScenes::Shown, "This view");
    let mut number = match choice.scenes {
        ExportScenes::One(number) => number,
        ExportScenes::Shown | ExportScenes::All => 1,
    };
    ui.add_enabled_ui(count > 0, |ui| {
        let is_one = matches!(choice.scenes, ExportScenes::One(_));
        if ui.selectable_label(is_one, "Scene").clicked() {
            choice.scenes = ExportScenes::One(number);
        }
        let field = ui.add(DragValue::new(&mut number).range(1..=count.max(1)));
        if field.on_hover_text("The number of the scene").changed() {
            choice.scenes = ExportScenes::One(number);
        }
        ui.selectable_value(&mut choice.scenes, ExportScenes::All, "All scenes")
            .on_hover_text("A file for each, in a folder");
    });
}

fn size_ui(ui: &mut Ui, choice: &mut ExportChoice) {
    let words = |[width, height]: [u32; 2]| format!("{width} \u{d7} {height} pixels");
    ComboBox::from_id_salt("export size")
        .selected_text(words(choice.size))
        .show_ui(ui, |ui| {
            for size in SIZES {
                ui.selectable_value(&mut choice.size, size, words(size));
            }
        });
    if choice.format == ExportFormat::Png {
        for (scale, name) in [(1.0, "1\u{d7}"), (2.0, "2\u{d7}")] {
            ui.selectable_value(&mut choice.scale, scale, name)
                .on_hover_text("Pixels to each of the size");
        }
    }
}
