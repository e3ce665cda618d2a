//! What is wanted of an export.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use crate::atlas::Worldview;
use crate::export::data::DataFormat;
use crate::export::handout::Paper;
use crate::theme::ThemeKind;

/// The size of a sheet, in pixels, where nobody asks for another.
pub const SHEET_PX: [u32; 2] = [1920, 1080];

/// A file's format, by the ending of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    Png,
    Svg,
    /// A handout.
    Pdf,
    /// A page for a browser.
    Html,
    Data(DataFormat),
}

impl ExportFormat {
    /// Those there are, in the order in which they are offered.
    pub fn all() -> Vec<Self> {
        let data = DataFormat::ALL.into_iter().map(Self::Data);
        [Self::Png, Self::Svg, Self::Pdf, Self::Html]
            .into_iter()
            .chain(data)
            .collect()
    }

    /// The ending of a file's name, without the dot.
    pub fn key(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Data(format) => format.key(),
        }
    }

    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        ending.to_ascii_lowercase().parse().ok()
    }

    /// The endings there are, in words: ".png, .svg, ... or .csv".
    pub fn endings() -> String {
        let keys = Self::all()
            .into_iter()
            .map(|format| format!(".{}", format.key()));
        let keys: Vec<String> = keys.collect();
        match keys.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => keys.concat(),
        }
    }

    /// Whether several scenes are several files.
    pub fn is_one_scene_a_file(self) -> bool {
        matches!(self, Self::Svg | Self::Png)
    }
}

impl FromStr for ExportFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let mut all = Self::all().into_iter();
        all.find(|format| format.key() == text).ok_or_else(|| {
            let known: Vec<&str> = Self::all().into_iter().map(Self::key).collect();
            format!(
                "no format is called \"{text}\"; there are {}",
                known.join(", ")
            )
        })
    }
}

impl fmt::Display for ExportFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.key())
    }
}

/// Which scenes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ExportScenes {
    /// What is on show, or the story's opening view; for data all of the story, for handouts and
    /// pages all scenes.
    #[default]
    Shown,
    /// A scene by its number, from 1.
    One(usize),
    All,
}

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExportChoice {
    pub format: ExportFormat,
    pub scenes: ExportScenes,
    /// Of a sheet, in pixels at scale 1.
    pub size: [u32; 2],
    /// Pixels of a picture to one of the sheet.
    pub scale: f32,
    pub theme: ThemeKind,
    /// Whose view of borders; each scene's own without one.
    pub worldview: Option<Worldview>,
    /// Of a handout.
    pub paper: Paper,
    /// Whether a handout or a page has the speaker's notes.
    pub has_notes: bool,
}

impl ExportChoice {
    /// Whether it is a picture for each scene.
    pub fn is_folder(&self) -> bool {
        self.format.is_one_scene_a_file() && self.scenes == ExportScenes::All
    }

    /// Whether it is a picture and no more.
    pub fn is_one_picture(&self) -> bool {
        self.format.is_one_scene_a_file() && self.scenes != ExportScenes::All
    }

    pub fn new(format: ExportFormat) -> Self {
        Self {
            format,
            scenes: ExportScenes::default(),
            size: SHEET_PX,
            scale: 1.0,
            theme: ThemeKind::Light,
            worldview: None,
            paper: Paper::default(),
            has_notes: false,
        }
    }
}
