//! File > Export...: what is wanted, a preview of it, and how far it is.
//!
//! In: buttons and what arrives. Out: the choices (see `export_choices`), the work (see `export_job`),
//! and the system's own dialogs (see `file_dialog`).

use std::path::PathBuf;

use egui::{
    ColorImage, Grid, Image, ProgressBar, Role, Sense, TextureHandle, TextureOptions, Ui, Vec2,
    WidgetInfo, vec2,
};

use super::PassageApp;
use super::export_choices::choices_ui;
use super::export_job::{Copied, Job, Report, Target};
use super::exports::{ExportChoice, ExportFormat, ExportScenes};
use crate::session::{CameraGoal, Panel};
use crate::theme::measures::GRID;
use crate::ui::{Outbox, dialog_ui, muted, outlined_button};
use crate::world::Stage;

const WIDTH_PX: f32 = 600.0;

/// The preview, in points: with it the dialog fits into a window 720 lines high.
const PREVIEW: Vec2 = vec2(480.0, 270.0);

/// What the dialog keeps.
pub(super) struct Exporting {
    choice: ExportChoice,
    preview: Option<(Asked, TextureHandle)>,
    /// The one that is being made.
    previewing: Option<(Asked, Job)>,
    job: Option<Job>,
    /// Why the last one came to nothing, or what it has written.
    said: Option<Result<String, String>>,
}

/// What a preview shows.
type Asked = (ExportChoice, Shown);

/// What of the sitting a preview depends on.
type Shown = (Stage, CameraGoal, usize);

impl Default for Exporting {
    fn default() -> Self {
        Self {
            choice: ExportChoice::new(ExportFormat::Png),
            preview: None,
            previewing: None,
            job: None,
            said: None,
        }
    }
}

impl PassageApp {
    /// The dialog while it is open, and what arrives for it.
    pub(super) fn export_ui(&mut self, ui: &Ui, outbox: &mut Outbox) {
        self.take_reports(ui);
        if !self.session.panels.export {
            self.exporting.previewing = None;
            return;
        }
        self.ask_for_preview(ui);
        let frame = ("Export", Panel::Export);
        let mut exporting = std::mem::take(&mut self.exporting);
        let mut wish = None;
        dialog_ui(ui, self.context(), frame, WIDTH_PX, outbox, |ui| {
            wish = dialog_contents(ui, self, &mut exporting);
        });
        self.exporting = exporting;
        match wish {
            None => {}
            Some(Wish::Save) => self.choose_export_file(ui),
            Some(Wish::Copy) => self.start_export(ui, Target::Pixels),
            Some(Wish::Cancel) => {
                if let Some(job) = &self.exporting.job {
                    job.cancel();
                }
            }
        }
    }

    /// The system's dialog has an answer.
    pub(super) fn export_to(&mut self, ui: &Ui, path: PathBuf) {
        let choice = self.exporting.choice;
        let target = if path.is_dir() {
            Target::Folder(path)
        } else if path.extension().is_none() {
            Target::File(path.with_added_extension(choice.format.key()))
        } else {
            Target::File(path)
        };
        self.start_export(ui, target);
    }

    /// The format of the file that is asked for, and whether it is a folder of them.
    pub(super) fn export_wanted(&self) -> (ExportFormat, bool) {
        let choice = self.exporting.choice;
        let is_folder = choice.format.is_one_scene_a_file() && choice.scenes == ExportScenes::All;
        (choice.format, is_folder)
    }

    fn start_export(&mut self, ui: &Ui, target: Target) {
        let mut choice = self.exporting.choice;
        if target == Target::Pixels {
            choice.format = ExportFormat::Png;
        }
        let copied = self.copied();
        self.exporting.said = None;
        self.exporting.job = Job::start(copied, choice, target, ui.ctx());
    }

    fn copied(&self) -> Copied {
        Copied {
            world: self.world.clone(),
            scenes: self.session.briefing.scenes().to_vec(),
            is_bundled: self.story.is_none(),
            shown: (self.session.stage.clone(), self.shown_goal()),
        }
    }

    /// What is in sight now: as much of the land, in whatever shape the picture has.
    fn shown_goal(&self) -> CameraGoal {
        let projection = self.session.stage.projection;
        let (center, width_m, height_m) = self.camera.region(projection);
        CameraGoal::Region {
            center,
            width_m,
            height_m,
        }
    }

    fn ask_for_preview(&mut self, ui: &Ui) {
        let asked = self.asked();
        let exporting = &self.exporting;
        let is_there = exporting
            .preview
            .as_ref()
            .is_some_and(|(of, _)| *of == asked);
        let is_coming = exporting
            .previewing
            .as_ref()
            .is_some_and(|(of, _)| *of == asked);
        if is_there || is_coming || matches!(asked.0.format, ExportFormat::Data(_)) {
            return;
        }
        let copied = self.copied();
        let job = Job::start(copied, asked.0, Target::Pixels, ui.ctx());
        self.exporting.previewing = job.map(|job| (asked, job));
    }

    /// What a preview would show: a picture, or the first scene of what has many.
    fn asked(&self) -> Asked {
        let mut choice = self.exporting.choice;
        if choice.scenes == ExportScenes::All || !choice.format.is_one_scene_a_file() {
            choice.scenes = if self.session.briefing.scenes().is_empty() {
                ExportScenes::Shown
            } else {
                ExportScenes::One(1)
            };
        }
        choice.format = ExportFormat::Png;
        let [width, _] = choice.size;
        choice.scale = PREVIEW.x / width as f32;
        let count = self.session.briefing.scenes().len();
        (
            choice,
            (self.session.stage.clone(), self.shown_goal(), count),
        )
    }

    fn take_reports(&mut self, ui: &Ui) {
        if let Some((asked, job)) = &mut self.exporting.previewing {
            let mut image: Option<Box<ColorImage>> = None;
            let mut has_ended = false;
            while let Some(report) = job.report() {
                match report {
                    Report::Pixels(pixels) => image = Some(pixels),
                    Report::Ended(_) => has_ended = true,
                    Report::WentOn { .. } => {}
                }
            }
            if let Some(image) = image {
                let texture =
                    ui.ctx()
                        .load_texture("export preview", *image, TextureOptions::LINEAR);
                self.exporting.preview = Some((asked.clone(), texture));
            }
            if has_ended && self.exporting.preview.is_some() {
                self.exporting.previewing = None;
            }
        }
        let Some(job) = &mut self.exporting.job else {
            return;
        };
        let is_copy = job.target == Target::Pixels;
        let mut ended = None;
        while let Some(report) = job.report() {
            match report {
                Report::Pixels(image) => ui.ctx().copy_image(*image),
                Report::Ended(result) => ended = Some(result),
                Report::WentOn { .. } => {}
            }
        }
        if let Some(result) = ended {
            self.exporting.job = None;
            let said = match result {
                Ok(_) if is_copy => Ok("The picture is on the clipboard".to_owned()),
                result => result,
            };
            if let Ok(words) = &said {
                self.say(ui, words.clone());
            }
            self.exporting.said = Some(said);
        }
    }
}

/// What a button asks for.
enum Wish {
    Save,
    Copy,
    Cancel,
}

fn dialog_contents(ui: &mut Ui, app: &PassageApp, exporting: &mut Exporting) -> Option<Wish> {
    let count = app.session.briefing.scenes().len();
    ui.spacing_mut().item_spacing = vec2(2.0 * GRID, 1.5 * GRID);
    Grid::new("export choices")
        .num_columns(2)
        .spacing(vec2(4.0 * GRID, 2.0 * GRID))
        .show(ui, |ui| choices_ui(ui, count, &mut exporting.choice));
    ui.add_space(2.0 * GRID);
    preview_ui(ui, app, exporting);
    ui.add_space(2.0 * GRID);
    if let Some(job) = &exporting.job {
        let (done, count) = job.done;
        let part = done as f32 / count.max(1) as f32;
        let mut is_cancelled = false;
        ui.horizontal(|ui| {
            is_cancelled = ui.add(outlined_button(&app.theme, "Cancel")).clicked();
            ui.add(ProgressBar::new(part).text(format!("{done} of {count}")));
        });
        return is_cancelled.then_some(Wish::Cancel);
    }
    let mut wish = None;
    ui.horizontal(|ui| {
        let save = ui.add(outlined_button(&app.theme, "Save as\u{2026}"));
        if save.on_hover_text("Asks where the file goes").clicked() {
            wish = Some(Wish::Save);
        }
        let is_picture = exporting.choice.format.is_one_scene_a_file()
            && exporting.choice.scenes != ExportScenes::All;
        ui.add_enabled_ui(is_picture, |ui| {
            let copy = ui.add(outlined_button(&app.theme, "Copy picture"));
            if copy
                .on_hover_text("Onto the clipboard, for a slide")
                .clicked()
            {
                wish = Some(Wish::Copy);
            }
        });
    });
    match &exporting.said {
        Some(Ok(words)) => {
            ui.label(muted(&app.theme, words.clone()));
        }
        Some(Err(words)) => {
            ui.colored_label(app.theme.ui.accent, words);
        }
        None => {}
    }
    wish
}

/// The picture, or a plain sheet until it is there.
fn preview_ui(ui: &mut Ui, app: &PassageApp, exporting: &Exporting) {
    let (place, response) = ui.allocate_exact_size(PREVIEW, Sense::hover());
    ui.painter().rect_filled(place, 0.0, app.theme.map.sea);
    if let Some((_, texture)) = &exporting.preview {
        let size = texture.size_vec2();
        let scale = (PREVIEW.x / size.x).min(PREVIEW.y / size.y);
        let rect = egui::Rect::from_center_size(place.center(), size * scale);
        Image::new(texture).paint_at(ui, rect);
        let name = "A preview of the picture";
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    }
    let words = if exporting.choice.format.is_one_scene_a_file()
        && exporting.choice.scenes != ExportScenes::All
    {
        "As the file will be"
    } else {
        "The first scene"
    };
    ui.label(muted(&app.theme, words));
}
