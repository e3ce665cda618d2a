//! `passage export`: what leaves the program, without a display, a graphics card or a network.
//!
//! In: arguments into a choice, and files of what is chosen. Out: how each is made (see
//! `passage::app::exports`), and how far it is (see `progress`).

mod progress;

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use clap::Args;
use passage::app::exports::{
    ExportChoice, ExportFormat, ExportScenes, ExportedFile, Exports, SHEET_PX,
};
use passage::atlas::{Atlas, Worldview};
use passage::content;
use passage::export::data::StoryData;
use passage::export::handout::Paper;
use passage::export::{Existing, FileFault, write_file};
use passage::original::lay_over;
use passage::theme::ThemeKind;
use passage::world::{World, with_capital};

use self::progress::Progress;

/// What stands for standard output in place of a file's name.
const STANDARD_OUTPUT: &str = "-";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExportArguments {
    /// The story file; the bundled story without one
    file: Option<PathBuf>,
    /// Your own copy of the story's article (text, Markdown or HTML), in place of our words
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,
    /// The file to write: its ending tells the format; a folder for one file a scene, with --format;
    /// - for standard output
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
    /// The format, where the file's name does not tell it: png, svg, pdf, html, geojson, kml or csv
    #[arg(long)]
    format: Option<ExportFormat>,
    /// Only a scene, by its number from 1, or "all"; without it the opening view, all features, or into
    /// a folder all scenes
    #[arg(long, value_name = "N|all")]
    scene: Option<SceneArgument>,
    /// The size of a picture in pixels, before it is scaled
    #[arg(long, value_name = "WxH", default_value_t = SizeArgument(SHEET_PX))]
    size: SizeArgument,
    /// How many pixels to each of --size: 2 for twice as fine
    #[arg(
        long,
        value_name = "S",
        default_value_t = 1.0,
        allow_negative_numbers = true
    )]
    scale: f32,
    /// Whose view of disputed borders: neutral, de-facto, indian, pakistani, chinese or russian;
    /// each scene's own without it
    #[arg(long, value_name = "NAME")]
    worldview: Option<Worldview>,
    /// The colours of pictures and handouts: light, dark or contrast; a page is light
    #[arg(long, value_name = "NAME", default_value = "light")]
    theme: ThemeKind,
    /// The paper of a handout: a4, letter or wide (16 to 9)
    #[arg(long, value_name = "NAME", default_value = "a4")]
    paper: Paper,
    /// Put the speaker's notes into a handout or a page
    #[arg(long)]
    notes: bool,
    /// Write over files that are there already
    #[arg(long)]
    force: bool,
}

const EXAMPLES: &str = "\
Examples:
  passage export --to map.png
  passage export --to scene-3.svg --scene 3
  passage export --to handout.pdf --notes
  passage export --to briefing.html
  passage export --to slides/ --format png --size 1920x1080 --scale 2
  passage export my.story.json --to features.kml --force
  passage export --to - --format geojson | ogrinfo /vsistdin/";

#[derive(Clone, Copy)]
struct SceneArgument(ExportScenes);

impl FromStr for SceneArgument {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "all" {
            return Ok(Self(ExportScenes::All));
        }
        let number = text.parse().map(ExportScenes::One);
        number
            .map(Self)
            .map_err(|_| "a scene goes by its number, from 1; \"all\" are all of them".to_owned())
    }
}

/// Width and height in pixels.
#[derive(Clone, Copy)]
struct SizeArgument([u32; 2]);

/// No sheet is smaller or larger to a side, in pixels.
const SIDE_PX: std::ops::RangeInclusive<u32> = 240..=16_384;

impl FromStr for SizeArgument {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let sides = text.split_once('x');
        let sides = sides.and_then(|(width, height)| {
            Some([width.parse::<u32>().ok()?, height.parse::<u32>().ok()?])
        });
        let Some(sides) = sides else {
            return Err("a size is width x height in pixels, such as 1920x1080".to_owned());
        };
        if sides.iter().all(|side| SIDE_PX.contains(side)) {
            Ok(Self(sides))
        } else {
            let (least, most) = (SIDE_PX.start(), SIDE_PX.end());
            Err(format!("each side has {least} to {most} pixels"))
        }
    }
}

impl std::fmt::Display for SizeArgument {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [width, height] = self.0;
        write!(formatter, "{width}x{height}")
    }
}

impl ExportArguments {
    pub(crate) fn run(self) -> Result<ExitCode, String> {
        let choice = self.choice()?;
        let to = self.destination(choice)?;
        let atlas = Atlas::load().map_err(|error| error.to_string())?;
        let (world, problems) = match &self.file {
            Some(path) => content::read_file(path, &atlas),
            None => content::bundled(&atlas),
        };
        if world.is_empty() {
            let first = problems.first().map(ToString::to_string);
            return Err(first.unwrap_or_else(|| "there is no story to export".to_owned()));
        }
        let world = match &self.article {
            Some(path) => in_words_of(path, &world, &atlas)?,
            None => world,
        };
        let story = StoryData {
            atlas: &atlas,
            world: &world,
            scenes: &world.scenes,
            is_bundled: self.file.is_none(),
        };
        let exports = Exports::begin(story, None, choice);
        let mut exports = exports.map_err(|fault| fault.to_string())?;
        let progress = Progress::new(exports.count());
        let (mut last, mut written) = (String::new(), 0);
        while let Some(made) = exports.step() {
            progress.went_on(exports.done());
            let Some(file) = made.map_err(|fault| fault.to_string())? else {
                continue;
            };
            last = self.put(&to, choice, &file)?;
            written += 1;
        }
        drop(progress);
        match &to {
            Destination::Output => {}
            Destination::Folder(folder) => {
                let files = if written == 1 { "file" } else { "files" };
                print(format!("{written} {files} in {}\n", folder.display()).as_bytes())?;
            }
            Destination::File(_) => print(last.as_bytes())?,
        }
        if let (count @ 1.., Some(path)) = (problems.len(), &self.file) {
            let what = if count == 1 { "problem" } else { "problems" };
            let path = path.display();
            eprintln!(
                "passage: {count} {what} in {path}: what is wrong there is left out; \
                 \"passage check\" lists it"
            );
        }
        Ok(ExitCode::SUCCESS)
    }

    fn choice(&self) -> Result<ExportChoice, String> {
        if !(self.scale.is_finite() && self.scale > 0.0) {
            return Err("--scale takes a number above 0, such as 2".to_owned());
        }
        let format = self.format()?;
        // A folder of pictures is one of all scenes, unless another one is asked for.
        let default = if is_folder(&self.to) && format.is_one_scene_a_file() {
            ExportScenes::All
        } else {
            ExportScenes::default()
        };
        Ok(ExportChoice {
            scenes: self.scene.map_or(default, |scene| scene.0),
            size: self.size.0,
            scale: self.scale,
            theme: self.theme,
            worldview: self.worldview,
            paper: self.paper,
            has_notes: self.notes,
            ..ExportChoice::new(format)
        })
    }

    fn format(&self) -> Result<ExportFormat, String> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        let all: Vec<&str> = ExportFormat::all()
            .into_iter()
            .map(ExportFormat::key)
            .collect();
        if is_standard_output(&self.to) {
            return Err(format!("--to - needs --format: {}", all.join(", ")));
        }
        if is_folder(&self.to) {
            return Err(format!("a folder needs --format: {}", all.join(", ")));
        }
        ExportFormat::of_path(&self.to).ok_or_else(|| {
            let (path, endings) = (self.to.display(), ExportFormat::endings());
            format!("{path} is in no format there is: it takes a name that ends in {endings}, or --format")
        })
    }

    /// Where files go. A folder is made if it is not there.
    fn destination(&self, choice: ExportChoice) -> Result<Destination, String> {
        let is_many = choice.is_folder();
        if is_standard_output(&self.to) {
            if is_many {
                return Err(
                    "several files can not go to standard output; --to takes a folder".to_owned(),
                );
            }
            return Ok(Destination::Output);
        }
        if !is_folder(&self.to) {
            if is_many {
                let path = self.to.display();
                return Err(format!(
                    "all scenes are several files: --to takes a folder with --format, and {path} is \
                     none; a folder that is not there yet ends in a slash"
                ));
            }
            return Ok(Destination::File(self.to.clone()));
        }
        std::fs::create_dir_all(&self.to)
            .map_err(|error| format!("{} can not be made: {error}", self.to.display()))?;
        Ok(Destination::Folder(self.to.clone()))
    }

    /// Writes a file; what is said of it.
    fn put(
        &self,
        to: &Destination,
        choice: ExportChoice,
        file: &ExportedFile,
    ) -> Result<String, String> {
        let path = match to {
            Destination::Output => {
                print(&file.bytes)?;
                return Ok(String::new());
            }
            Destination::File(path) => path.clone(),
            Destination::Folder(folder) => file.path_in(folder, choice.format),
        };
        let existing = if self.force {
            Existing::Replace
        } else {
            Existing::Keep
        };
        write_file(&path, &file.bytes, existing).map_err(|fault| match fault {
            FileFault::AlreadyThere(_) => format!("{fault}; --force writes over it"),
            FileFault::NotWritten(_) => fault.to_string(),
        })?;
        Ok(format!(
            "{} in {}\n",
            with_capital(&file.what),
            path.display()
        ))
    }
}

/// The story in the words of a copy of its article; how much of that was recognised goes to standard
/// error.
fn in_words_of(path: &Path, world: &World, atlas: &Atlas) -> Result<World, String> {
    let text = content::read_article_file(path)?;
    let file = path.file_name().unwrap_or(path.as_os_str());
    let file = file.to_string_lossy();
    let overlaid = lay_over(world, atlas, &file, &text);
    let words = overlaid.summary(&path.display().to_string(), &file)?;
    eprintln!("passage: {words}");
    Ok(overlaid.world)
}

enum Destination {
    Output,
    File(PathBuf),
    Folder(PathBuf),
}

fn is_standard_output(path: &Path) -> bool {
    path == Path::new(STANDARD_OUTPUT)
}

fn is_folder(path: &Path) -> bool {
    let ends_in_a_slash = path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
    ends_in_a_slash || (path.is_dir() && ExportFormat::of_path(path).is_none())
}

/// Whoever reads it may have read enough: `passage export --to - | head` is no failure of ours.
pub(super) fn print(bytes: &[u8]) -> Result<(), String> {
    let mut output = std::io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("standard output can not be written: {error}"))
        }
        _ => Ok(()),
    }
}
