//! File > Export...: what is wanted, a preview of it, and how far it is.
//!
//! In: buttons and what arrives. Out: the choices (see `export_choices`), the work (see `export_job`),
//! and the system's own dialogs (see `file_dialog`).

use std::path::PathBuf;

use egui::{
    Grid, Image, ProgressBar, Rect, Role, Sense, TextureHandle, TextureOptions, Ui, Vec2,
    WidgetInfo, vec2,
};

use super::PassageApp;
use super::data_file::with_ending;
use super::export_choices::choices_ui;
use super::export_job::{Copied, Job, Outcome, Target};
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
    preview: Option<(Asked, Result<TextureHandle, String>)>,
    /// The one that is being made.
    previewing: Option<(Asked, Job)>,
    job: Option<Job>,
    /// What was written, or why nothing was.
    said: Option<Result<String, String>>,
}

/// What a preview shows: the choice, and what is on show.
type Asked = (ExportChoice, (Stage, CameraGoal));

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
        self.take_outcome(ui);
        if !self.session.panels.export {
            // Scenes may be others when it is opened again.
            self.exporting.preview = None;
            self.exporting.previewing = None;
            return;
        }
        self.take_preview(ui);
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
        let (format, is_folder) = self.export_wanted();
        let target = if is_folder {
            Target::Folder(path)
        } else {
            let (path, existing) = with_ending(path, format.key(), |path| {
                let own = path.extension();
                own.is_some_and(|own| own.eq_ignore_ascii_case(format.key()))
            });
            Target::File(path, existing)
        };
        self.start_export(ui, target);
    }

    /// The format of the file that is asked for, and whether it is a folder of them.
    pub(super) fn export_wanted(&self) -> (ExportFormat, bool) {
        let choice = self.exporting.choice;
        (choice.format, choice.is_folder())
    }

    fn start_export(&mut self, ui: &Ui, target: Target) {
        let mut choice = self.exporting.choice;
        if target == Target::Pixels {
            choice.format = ExportFormat::Png;
        }
        let job = Job::start(self.copied(), choice, target, ui.ctx());
        let fault = || Err("The system has no room for more work".to_owned());
        self.exporting.said = job.is_none().then(fault);
        self.exporting.job = job;
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

    /// One at a time: each takes a processor for a while, and cannot be stopped within a step.
    fn ask_for_preview(&mut self, ui: &Ui) {
        let asked = self.asked(ui);
        let exporting = &self.exporting;
        let known = exporting.preview.as_ref().map(|(of, _)| of);
        if known == Some(&asked) || exporting.previewing.is_some() || self.camera.is_flying() {
            return;
        }
        let job = Job::start(self.copied(), asked.0, Target::Pixels, ui.ctx());
        self.exporting.previewing = job.map(|job| (asked, job));
    }

    /// What a preview would show: a picture, or the first scene of what has many.
    fn asked(&self, ui: &Ui) -> Asked {
        let own = self.exporting.choice;
        let [width, _] = own.size;
        let mut choice = ExportChoice {
            scenes: own.scenes,
            size: own.size,
            scale: PREVIEW.x * ui.pixels_per_point() / width as f32,
            theme: own.theme,
            ..ExportChoice::new(ExportFormat::Png)
        };
        if !own.is_one_picture() {
            choice.scenes = if self.session.briefing.scenes().is_empty() {
                ExportScenes::Shown
            } else {
                ExportScenes::One(1)
            };
        }
        (choice, (self.session.stage.clone(), self.shown_goal()))
    }

    fn take_preview(&mut self, ui: &Ui) {
        let exporting = &mut self.exporting;
        let Some((asked, mut job)) = exporting.previewing.take() else {
            return;
        };
        let made = match job.outcome() {
            None => {
                exporting.previewing = Some((asked, job));
                return;
            }
            Some(Ok(Outcome::Pixels(image))) => {
                let options = TextureOptions::LINEAR;
                Ok(ui.ctx().load_texture("export preview", *image, options))
            }
            Some(Ok(Outcome::Written(words) | Outcome::Cancelled(words)) | Err(words)) => {
                Err(words)
            }
        };
        exporting.preview = Some((asked, made));
    }

    fn take_outcome(&mut self, ui: &Ui) {
        let ended = self.exporting.job.as_mut().and_then(Job::outcome);
        let Some(ended) = ended else { return };
        self.exporting.job = None;
        let said = ended.map(|outcome| match outcome {
            Outcome::Pixels(image) => {
                ui.ctx().copy_image(*image);
                "The picture is on the clipboard".to_owned()
            }
            Outcome::Written(words) | Outcome::Cancelled(words) => words,
        });
        match &said {
            Ok(words) => self.say(ui, words.clone()),
            // Who has closed the dialog hears of it, too.
            Err(words) if !self.session.panels.export => {
                self.say(ui, format!("Nothing is exported: {words}"));
            }
            Err(_) => {}
        }
        self.exporting.said = Some(said);
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
        ui.add_enabled_ui(exporting.choice.is_one_picture(), |ui| {
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
    let words = match &exporting.preview {
        Some((_, Ok(texture))) => {
            let size = texture.size_vec2();
            let scale = (PREVIEW.x / size.x).min(PREVIEW.y / size.y);
            let rect = Rect::from_center_size(place.center(), size * scale);
            Image::new(texture).paint_at(ui, rect);
            let name = "A preview of the picture";
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
            if exporting.choice.is_one_picture() {
                "As the file will be"
            } else {
                "The first scene"
            }
        }
        Some((_, Err(words))) => words,
        None => "The preview is on its way",
    };
    ui.label(muted(&app.theme, words));
}
