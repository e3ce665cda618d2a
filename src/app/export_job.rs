//! Exports on a thread of their own, which says how far it is and can be told to give up.
//!
//! In: a story, what is wanted, and where it goes. Out: how a file is made (see `exports`), and what
//! the dialog shows (see `export_dialog`).

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{ColorImage, Context};

use super::exports::{ExportChoice, ExportStory, ExportedFile, Exports};
use crate::atlas::Atlas;
use crate::export::{Existing, FileFault, write_file};
use crate::session::CameraGoal;
use crate::world::{Scene, Stage, World};

/// A story as it was when the export began.
#[derive(Clone)]
pub(super) struct Copied {
    pub world: World,
    pub scenes: Vec<Scene>,
    pub is_bundled: bool,
    pub shown: (Stage, CameraGoal),
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    /// A file; the dialog has asked about one that is there.
    File(PathBuf),
    /// A file for each scene, none over another.
    Folder(PathBuf),
    /// Pixels, for the clipboard or to be looked at.
    Pixels,
}

/// What the thread says.
pub(super) enum Report {
    WentOn {
        done: usize,
        count: usize,
    },
    Pixels(Box<ColorImage>),
    /// What is in which file, or why it is not there.
    Ended(Result<String, String>),
}

/// An export while it goes on.
pub(super) struct Job {
    pub target: Target,
    is_cancelled: Arc<AtomicBool>,
    reports: Receiver<Report>,
    /// Steps that are done, of how many.
    pub done: (usize, usize),
}

impl Job {
    /// Starts; none where the system gives no thread.
    pub(super) fn start(
        copied: Copied,
        choice: ExportChoice,
        target: Target,
        context: &Context,
    ) -> Option<Self> {
        let (sender, reports) = channel();
        let is_cancelled = Arc::new(AtomicBool::new(false));
        let teller = Teller {
            sender,
            context: context.clone(),
            is_cancelled: is_cancelled.clone(),
        };
        let to = target.clone();
        let work = move || {
            let ended = export(&copied, choice, &to, &teller);
            teller.tell(Report::Ended(ended));
        };
        let thread = std::thread::Builder::new().name("export".to_owned());
        thread.spawn(work).ok()?;
        Some(Self {
            target,
            is_cancelled,
            reports,
            done: (0, 1),
        })
    }

    /// Gives up after the present step; what is not written whole is not there.
    pub(super) fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// What has come since.
    pub(super) fn report(&mut self) -> Option<Report> {
        let report = self.reports.try_recv().ok()?;
        if let Report::WentOn { done, count } = report {
            self.done = (done, count);
        }
        Some(report)
    }
}

impl Drop for Job {
    fn drop(&mut self) {
        self.cancel();
    }
}

struct Teller {
    sender: Sender<Report>,
    context: Context,
    is_cancelled: Arc<AtomicBool>,
}

impl Teller {
    fn tell(&self, report: Report) {
        let _ = self.sender.send(report);
        self.context.request_repaint();
    }
}

fn export(
    copied: &Copied,
    choice: ExportChoice,
    target: &Target,
    teller: &Teller,
) -> Result<String, String> {
    let atlas = Atlas::load().map_err(|error| error.to_string())?;
    let story = ExportStory {
        atlas: &atlas,
        world: &copied.world,
        scenes: &copied.scenes,
        is_bundled: copied.is_bundled,
        shown: Some(&copied.shown),
    };
    let mut exports = Exports::begin(story, choice).map_err(|fault| fault.to_string())?;
    let (mut files, mut last) = (0, String::new());
    while let Some(made) = exports.step() {
        if teller.is_cancelled.load(Ordering::Relaxed) {
            return Ok(cancelled(files));
        }
        if let Some(file) = made.map_err(|fault| fault.to_string())? {
            last = put(&file, choice, target, teller)?;
            files += 1;
        }
        let (done, count) = (exports.done(), exports.count());
        teller.tell(Report::WentOn { done, count });
    }
    Ok(match target {
        Target::Folder(folder) => {
            let name = folder.display();
            match files {
                1 => format!("One file written to {name}"),
                files => format!("{files} files written to {name}"),
            }
        }
        Target::File(_) | Target::Pixels => last,
    })
}

fn cancelled(files: usize) -> String {
    match files {
        0 => "Cancelled; nothing is written".to_owned(),
        1 => "Cancelled; one file was written before".to_owned(),
        files => format!("Cancelled; {files} files were written before"),
    }
}

fn put(
    file: &ExportedFile,
    choice: ExportChoice,
    target: &Target,
    teller: &Teller,
) -> Result<String, String> {
    let (path, existing) = match target {
        Target::Pixels => {
            let image = image::load_from_memory(&file.bytes).map_err(|error| error.to_string())?;
            let image = image.into_rgba8();
            let size = [image.width() as usize, image.height() as usize];
            let image = ColorImage::from_rgba_unmultiplied(size, image.as_raw());
            teller.tell(Report::Pixels(Box::new(image)));
            return Ok(String::new());
        }
        Target::File(path) => (path.clone(), Existing::Replace),
        Target::Folder(folder) => {
            let name = file.name.as_deref().unwrap_or("passage");
            let name = format!("{name}.{}", choice.format.key());
            (folder.join(name), Existing::Keep)
        }
    };
    write_file(&path, &file.bytes, existing).map_err(|fault| match fault {
        FileFault::AlreadyThere(_) => format!("{fault}. Another folder would be empty"),
        FileFault::NotWritten(_) => fault.to_string(),
    })?;
    let what = crate::ui::with_capital(&file.what);
    Ok(format!("{what} written to {}", path.display()))
}
