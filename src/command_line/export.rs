//! `passage export`: what leaves the program, without a display, a graphics card or a network.
//!
//! In: arguments into a choice, and a file of what is chosen. Out: what is in the file (see
//! `passage::export`).

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use clap::Args;
use passage::atlas::{Atlas, Worldview};
use passage::content;
use passage::export::data::{DataChoice, DataFormat, SceneChoice, StoryData, data_file};
use passage::export::{Existing, FileFault, write_file};

/// What stands for standard output in place of a file's name.
const STANDARD_OUTPUT: &str = "-";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExportArguments {
    /// The story file; the bundled story without one
    file: Option<PathBuf>,
    /// The file to write, which ends in .geojson, .kml or .csv; - for standard output
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
    /// The format, where the file's name does not tell it: geojson, kml or csv
    #[arg(long)]
    format: Option<DataFormat>,
    /// Only what is on show in a scene, by its number from 1; "all" for what is in any of them
    #[arg(long, value_name = "N|all")]
    scene: Option<SceneArgument>,
    /// Whose view of disputed borders the file names: neutral, de-facto, indian, pakistani, chinese
    /// or russian. Data has no borders, so its shapes are the same in all
    #[arg(long, default_value = "neutral", value_name = "NAME")]
    worldview: Worldview,
    /// Write over a file that is there already
    #[arg(long)]
    force: bool,
}

const EXAMPLES: &str = "\
Examples:
  passage export --to features.geojson
  passage export my.story.json --to features.kml --force
  passage export --to scene-3.csv --scene 3
  passage export --to - --format geojson | ogrinfo /vsistdin/";

#[derive(Clone, Copy)]
struct SceneArgument(SceneChoice);

impl FromStr for SceneArgument {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "all" {
            return Ok(Self(SceneChoice::AnyScene));
        }
        let number = text.parse().map(SceneChoice::Scene);
        number
            .map(Self)
            .map_err(|_| "a scene goes by its number, from 1; \"all\" are all of them".to_owned())
    }
}

impl ExportArguments {
    pub(crate) fn run(self) -> Result<ExitCode, String> {
        let format = self.format()?;
        let existing = if self.force {
            Existing::Replace
        } else {
            Existing::Keep
        };
        let atlas = Atlas::load().map_err(|error| error.to_string())?;
        let (world, problems) = match &self.file {
            Some(path) => content::read_story_file(path, &atlas),
            None => content::bundled(&atlas),
        };
        if world.is_empty() {
            let first = problems.first().map(ToString::to_string);
            return Err(first.unwrap_or_else(|| "there is no story to export".to_owned()));
        }
        let story = StoryData {
            world: &world,
            atlas: &atlas,
            scenes: &world.scenes,
            is_bundled: self.file.is_none(),
        };
        let choice = DataChoice {
            scenes: self.scene.map(|scene| scene.0).unwrap_or_default(),
            worldview: self.worldview,
        };
        let data = data_file(&story, choice, format).map_err(|fault| fault.to_string())?;
        if is_standard_output(&self.to) {
            print(&data.bytes)?;
        } else {
            write_file(&self.to, &data.bytes, existing).map_err(|fault| match fault {
                FileFault::AlreadyThere(_) => format!("{fault}; --force writes over it"),
                FileFault::NotWritten(_) => fault.to_string(),
            })?;
            let words = format!("{} in {}\n", counted(data.features), self.to.display());
            print(words.as_bytes())?;
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

    fn format(&self) -> Result<DataFormat, String> {
        if let Some(format) = self.format {
            return Ok(format);
        }
        if is_standard_output(&self.to) {
            return Err("--to - needs --format geojson, kml or csv".to_owned());
        }
        DataFormat::of_path(&self.to).ok_or_else(|| {
            let (path, endings) = (self.to.display(), DataFormat::endings());
            format!("{path} is in no format there is: it takes a name that ends in {endings}, or --format")
        })
    }
}

fn is_standard_output(path: &Path) -> bool {
    path == Path::new(STANDARD_OUTPUT)
}

fn counted(features: usize) -> String {
    match features {
        1 => "One feature".to_owned(),
        count => format!("{count} features"),
    }
}

/// Whoever reads it may have read enough: `passage export --to - | head` is no failure of ours.
fn print(bytes: &[u8]) -> Result<(), String> {
    let mut output = std::io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("standard output can not be written: {error}"))
        }
        _ => Ok(()),
    }
}
