//! The system's file dialogs, each on a thread of its own: a dialog can take its time.
//!
//! In: which file is asked for. Out: what becomes of it (see the commands).

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use egui::Ui;

use super::PassageApp;
use crate::content::ARTICLE_ENDINGS;
use crate::export::data::DataFormat;
use crate::session::Command;
use crate::ui::Outbox;

/// A dialog while it is open.
pub(super) struct FileDialog {
    pub(super) purpose: Purpose,
    pub(super) answer: Receiver<Option<PathBuf>>,
}

/// What a file is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    MapFile,
    /// To open: a story, or an article.
    Opening,
    /// The reader's own copy of the article.
    Article,
    /// To save the story as.
    Story,
    /// Another version of the story's text.
    NewText,
    /// To write the features into.
    Data,
    /// To export into: a file, or a folder for several.
    Export,
}

impl Purpose {
    fn command(self, path: PathBuf) -> Command {
        match self {
            Self::MapFile => Command::ShowMapFile(path),
            Self::Opening => Command::OpenStory(path),
            Self::Article => Command::ShowArticle(path),
            Self::Story => Command::SaveStoryTo(path),
            Self::NewText => Command::PutTextUnder(path),
            Self::Data => Command::ExportDataTo(path),
            Self::Export => Command::ExportTo(path),
        }
    }

    fn words_without_a_file(self) -> &'static str {
        match self {
            Self::MapFile => "No map file was chosen; one can also be dropped on the window",
            Self::Opening => "No file was chosen; one can also be dropped on the window",
            Self::Article => "No file was chosen; the words stay as they are",
            Self::Story => "No file was chosen; what is new stays here, not saved yet",
            Self::NewText => "No file was chosen, so the text stays as it is",
            Self::Data => "No file was chosen, so no data is written",
            Self::Export => "Nothing was chosen, so nothing is exported",
        }
    }
}

impl PassageApp {
    pub(super) fn choose_map_file(&mut self, ui: &Ui) {
        self.ask_for_file(ui, Purpose::MapFile, || {
            rfd::AsyncFileDialog::new()
                .set_title("Choose a map file")
                .add_filter("Map tiles (.pmtiles)", &["pmtiles"])
                .pick_file()
        });
    }

    pub(super) fn choose_story_to_open(&mut self, ui: &Ui) {
        let endings = [&article_endings()[..], &["json"]].concat();
        self.ask_for_file(ui, Purpose::Opening, || {
            rfd::AsyncFileDialog::new()
                .set_title("Open an article or a story")
                .add_filter("Articles and stories", &endings)
                .add_filter("All files", &["*"])
                .pick_file()
        });
    }

    pub(super) fn choose_article(&mut self, ui: &Ui) {
        self.ask_for_file(ui, Purpose::Article, || {
            rfd::AsyncFileDialog::new()
                .set_title("Open the original article")
                .add_filter("Text, Markdown or HTML", &article_endings())
                .pick_file()
        });
    }

    pub(super) fn choose_story_file(&mut self, ui: &Ui) {
        let (folder, name) = self.proposed_file();
        self.ask_for_file(ui, Purpose::Story, || {
            let dialog = rfd::AsyncFileDialog::new()
                .set_title("Save the story as")
                .add_filter("Story (.story.json)", &["json"])
                .set_file_name(name);
            match folder {
                Some(folder) => dialog.set_directory(folder),
                None => dialog,
            }
            .save_file()
        });
    }

    pub(super) fn choose_new_text(&mut self, ui: &Ui) {
        let folder = self.proposed_file().0;
        self.ask_for_file(ui, Purpose::NewText, || {
            let dialog = rfd::AsyncFileDialog::new()
                .set_title("Choose the new text")
                .add_filter("Text, Markdown or HTML", &article_endings());
            match folder {
                Some(folder) => dialog.set_directory(folder),
                None => dialog,
            }
            .pick_file()
        });
    }

    pub(super) fn choose_data_file(&mut self, ui: &Ui) {
        let (folder, name) = self.proposed_data_file();
        self.ask_for_file(ui, Purpose::Data, || {
            let dialog = rfd::AsyncFileDialog::new()
                .set_title("Export data")
                .add_filter("GeoJSON, KML or CSV", &DataFormat::ALL.map(DataFormat::key))
                .set_file_name(name);
            match folder {
                Some(folder) => dialog.set_directory(folder),
                None => dialog,
            }
            .save_file()
        });
    }

    pub(super) fn choose_export_file(&mut self, ui: &Ui) {
        let (format, is_folder) = self.export_wanted();
        let (folder, name) = self.proposed_export_file(format.key());
        let start = move || {
            let dialog = rfd::AsyncFileDialog::new();
            match folder {
                Some(folder) => dialog.set_directory(folder),
                None => dialog,
            }
        };
        if is_folder {
            self.ask_for_file(ui, Purpose::Export, || {
                let dialog = start().set_title("Choose a folder for the pictures");
                dialog.pick_folder()
            });
        } else {
            self.ask_for_file(ui, Purpose::Export, || {
                let words = format.key().to_uppercase();
                let dialog = start()
                    .set_title("Export")
                    .add_filter(words, &[format.key()])
                    .set_file_name(name);
                dialog.save_file()
            });
        }
    }

    /// One dialog at a time.
    fn ask_for_file<D>(&mut self, ui: &Ui, purpose: Purpose, dialog: impl FnOnce() -> D)
    where
        D: Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    {
        if self.file_dialog.is_some() {
            return;
        }
        let dialog = dialog();
        let (sender, answer) = channel();
        let context = ui.ctx().clone();
        let ask = move || {
            let file = pollster::block_on(dialog);
            let _ = sender.send(file.map(|file| file.path().to_owned()));
            context.request_repaint();
        };
        if std::thread::Builder::new().spawn(ask).is_ok() {
            self.file_dialog = Some(FileDialog { purpose, answer });
        }
    }

    /// Takes the file that was chosen.
    pub(super) fn take_file(&mut self, ui: &Ui, outbox: &mut Outbox) {
        let Some(FileDialog { purpose, answer }) = &self.file_dialog else {
            return;
        };
        let purpose = *purpose;
        match answer.try_recv() {
            Err(TryRecvError::Empty) => return,
            Ok(Some(path)) => outbox.push(purpose.command(path)),
            Ok(None) | Err(TryRecvError::Disconnected) => {
                self.say(ui, purpose.words_without_a_file().to_owned());
            }
        }
        self.file_dialog = None;
    }

    /// Another story is open: where the last one was to be written does not matter any more.
    pub(super) fn forget_story_dialog(&mut self) {
        self.file_dialog.take_if(|dialog| {
            matches!(
                dialog.purpose,
                Purpose::Article
                    | Purpose::Story
                    | Purpose::NewText
                    | Purpose::Data
                    | Purpose::Export
            )
        });
    }
}

fn article_endings() -> [&'static str; ARTICLE_ENDINGS.len()] {
    ARTICLE_ENDINGS.map(|(ending, _)| ending)
}
