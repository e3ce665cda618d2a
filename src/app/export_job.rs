//! Exports on a thread of their own, which says how far it is and can be told to give up.
//!
//! In: a story, what is wanted, and where it goes. Out: how a file is made (see `exports`), and what
//! the dialog shows (see `export_dialog`).

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};

use egui::{ColorImage, Context};

use super::exports::{ExportChoice, ExportedFile, Exports};
use crate::atlas::Atlas;
use crate::export::data::StoryData;
use crate::export::{Existing, FileFault, write_file};
use crate::session::CameraGoal;
use crate::world::{Scene, Stage, World, with_capital};

/// A story as it was when the export began.
pub(super) struct Copied {
    pub world: Arc<World>,
    pub scenes: Vec<Scene>,
    pub is_bundled: bool,
    pub shown: (Stage, CameraGoal),
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    /// A file, and whether it may go over one that is there: somebody has been asked.
    File(PathBuf, Existing),
    /// A file for each scene, none over another.
    Folder(PathBuf),
    /// Pixels, for the clipboard or to be looked at.
    Pixels,
}

/// What came of it.
pub(super) enum Outcome {
    /// What is in which file.
    Written(String),
    Pixels(Box<ColorImage>),
    /// What was written before somebody gave up.
    Cancelled(String),
}

enum Report {
    WentOn { done: usize, count: usize },
    Ended(Result<Outcome, String>),
}

/// An export while it goes on. Who lets go of it gives up.
pub(super) struct Job {
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
        let work = move || {
            let ended = export(&copied, choice, &target, &teller);
            teller.tell(Report::Ended(ended));
        };
        let thread = std::thread::Builder::new().name("export".to_owned());
        thread.spawn(work).ok()?;
        Some(Self {
            is_cancelled,
            reports,
            done: (0, 1),
        })
    }

    /// Gives up after the present step; what is not written whole is not there.
    pub(super) fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// What came of it, once it is over.
    pub(super) fn outcome(&mut self) -> Option<Result<Outcome, String>> {
        loop {
            match self.reports.try_recv() {
                Ok(Report::WentOn { done, count }) => self.done = (done, count),
                Ok(Report::Ended(ended)) => return Some(ended),
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => {
                    return Some(Err("the export has ended too early".to_owned()));
                }
            }
        }
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
) -> Result<Outcome, String> {
    let atlas = Atlas::load().map_err(|error| error.to_string())?;
    let story = StoryData {
        world: &copied.world,
        atlas: &atlas,
        scenes: &copied.scenes,
        is_bundled: copied.is_bundled,
    };
    let exports = Exports::begin(story, Some(&copied.shown), choice);
    let mut exports = exports.map_err(|fault| fault.to_string())?;
    let (mut files, mut last) = (0, String::new());
    while let Some(made) = exports.step() {
        if teller.is_cancelled.load(Ordering::Relaxed) {
            return Ok(Outcome::Cancelled(cancelled(files)));
        }
        if let Some(file) = made.map_err(|fault| fault.to_string())? {
            let (path, existing) = match target {
                Target::Pixels => return pixels(&file).map(Outcome::Pixels),
                Target::File(path, existing) => (path.clone(), *existing),
                Target::Folder(folder) => (file.path_in(folder, choice.format), Existing::Keep),
            };
            write_file(&path, &file.bytes, existing).map_err(|fault| match (&fault, target) {
                (FileFault::NotWritten(_), _) => fault.to_string(),
                (_, Target::Folder(_)) => format!("{fault}. Another folder would be empty"),
                _ => format!("{fault}. Choose it by its whole name to write over it"),
            })?;
            let what = with_capital(&file.what);
            last = format!("{what} written to {}", path.display());
            files += 1;
        }
        let (done, count) = (exports.done(), exports.count());
        teller.tell(Report::WentOn { done, count });
    }
    Ok(Outcome::Written(match target {
        Target::Folder(folder) if files != 1 => {
            format!("{files} files written to {}", folder.display())
        }
        _ => last,
    }))
}

fn cancelled(files: usize) -> String {
    match files {
        0 => "Cancelled; nothing is written".to_owned(),
        1 => "Cancelled; one file was written before".to_owned(),
        files => format!("Cancelled; {files} files were written before"),
    }
}

fn pixels(file: &ExportedFile) -> Result<Box<ColorImage>, String> {
    let image = image::load_from_memory(&file.bytes).map_err(|error| error.to_string())?;
    let image = image.into_rgba8();
    let size = [image.width() as usize, image.height() as usize];
    let image = ColorImage::from_rgba_unmultiplied(size, image.as_raw());
    Ok(Box::new(image))
}
