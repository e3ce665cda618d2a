//! The command line of Passage.

mod command_line;

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use passage::app::{Options, PassageApp};
use passage::atlas::{AreaIndex, Atlas, Detail, Level, Worldview, where_is};
use passage::content;
use passage::geography::LonLat;
use passage::session::Saving;

use crate::command_line::{ExportArguments, LinkArguments, RelinkArguments};

/// A map explorer for briefings: one article, tied to the map.
///
/// Without a file it opens the bundled story: a Reuters Q&A of January 2011 on Russia and
/// Pakistan. It needs no network, and makes no connection by itself.
#[derive(Parser)]
#[command(version, args_conflicts_with_subcommands = true, after_help = EXAMPLES)]
struct Arguments {
    /// A story file (*.story.json) to open
    file: Option<PathBuf>,
    /// The folder that keeps what was on show, instead of the system's one
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// A map file (*.pmtiles) to show behind the overlays, in Web Mercator
    #[arg(long, value_name = "FILE")]
    background: Option<PathBuf>,
    /// Your own copy of the story's article (text, Markdown or HTML), shown in place of our words
    #[arg(long, value_name = "FILE")]
    article: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Task>,
}

#[derive(Subcommand)]
enum Task {
    /// List every problem of a story, then what hangs in the air
    ///
    /// Prints each with its file, line and column: what is wrong, and what would be right. Then come
    /// links that lost their words with another text, passages that touch nothing, features that no
    /// passage names, and focus countries without a passage. Exits with 0 when there is none of it, with 1
    /// otherwise.
    Check {
        /// The story file; the bundled story without one
        file: Option<PathBuf>,
    },
    /// Say which area lies at a position, whose it is and who claims it
    ///
    /// Borders are those of January 2011. What lies at sea has no area and no owner.
    #[command(after_help = WHERE_EXAMPLES)]
    Where {
        /// Degrees east of Greenwich
        #[arg(allow_negative_numbers = true)]
        lon: f64,
        /// Degrees north of the equator
        #[arg(allow_negative_numbers = true)]
        lat: f64,
        /// Whose view of disputed borders: neutral, de-facto, indian, pakistani, chinese or russian
        #[arg(long, default_value = "neutral")]
        worldview: Worldview,
        #[arg(long, help = WHERE_JSON)]
        json: bool,
    },
    /// Write what the story shows into a file for others: its features as data
    ///
    /// Each with its passages, period, basis and source, in the format that the file's name ends in:
    /// .geojson (RFC 7946), .kml (2.2), or .csv with the shapes as well-known text. The same story
    /// makes the same bytes. What a story file has wrong is left out, and it is said so.
    Export(ExportArguments),
    /// Say what countries, places and others an article's words name
    ///
    /// Lists every mention by its paragraph: the words, what they are taken for and how, and between
    /// what the choice is where that is unsure. Nothing leaves this machine.
    Link(LinkArguments),
    /// Put another version of the text under a story, and find its links in it again
    ///
    /// Links stay with their words where these are surely the same; each one that is not is listed, and
    /// kept in the file as a lost link, which a later text may bring back. Topics and scenes follow their
    /// paragraphs. What new paragraphs name is linked in an article; in a told story they have no links.
    Relink(RelinkArguments),
}

const EXAMPLES: &str = "\
Examples:
  passage                           open the bundled story
  passage my.story.json             open a story file
  passage --background my.pmtiles   show the tiles of a map file behind it
  passage --article article.txt     read your own copy of the article in it
  passage check my.story.json       is everything in it sound, and on the map?
  passage where 74.8 34.08 --json   what lies there?
  passage export --to out.geojson   its features for a GIS
  passage link article.txt          what do any article's words name?

In the window, ? lists all keys.";

const WHERE_EXAMPLES: &str = "\
Examples:
  passage where 74.8 34.08
  passage where 74.8 34.08 --worldview indian --json";

const WHERE_JSON: &str =
    r#"Print JSON: {"area":"IND-JK","owner":"IND","claimed_by":["PAK"]}, null at sea"#;

/// How an answer is printed.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Json,
}

fn main() -> ExitCode {
    // The frame's own report of an error that ends the program would say it a second time.
    env_logger::Builder::from_env(
        env_logger::Env::default().default_filter_or("error,eframe::native::run=off"),
    )
    .init();
    let arguments = Arguments::parse();
    let done = match arguments.command {
        Some(Task::Check { file }) => check(file.as_deref()),
        Some(Task::Where {
            lon,
            lat,
            worldview,
            json,
        }) => {
            let form = if json { Form::Json } else { Form::Text };
            answer_where(lon, lat, worldview, form)
        }
        Some(Task::Export(arguments)) => arguments.run(),
        Some(Task::Link(arguments)) => arguments.run(),
        Some(Task::Relink(arguments)) => arguments.run(),
        None => open_window(Options {
            story: arguments.file,
            data_dir: arguments.data_dir,
            map_file: arguments.background,
            article: arguments.article,
            ..Options::default()
        }),
    };
    done.unwrap_or_else(|error| {
        eprintln!("passage: {error}");
        ExitCode::FAILURE
    })
}

fn check(file: Option<&Path>) -> Result<ExitCode, String> {
    let atlas = Atlas::load().map_err(|error| error.to_string())?;
    let checked = content::Checked::of(file, &atlas);
    let (report, is_sound) = checked.report(&atlas);
    // Whoever reads the report may have read enough: `passage check | head` is no failure of ours.
    match writeln!(std::io::stdout(), "{report}") {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error.to_string()),
        _ => {}
    }
    Ok(if is_sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

#[expect(
    clippy::print_stdout,
    reason = "the answer of a command goes to standard output"
)]
fn answer_where(lon: f64, lat: f64, worldview: Worldview, form: Form) -> Result<ExitCode, String> {
    if !lon.is_finite() || lon.abs() > 540.0 || !(-90.0..=90.0).contains(&lat) {
        return Err(format!(
            "{lon} {lat} is not on the globe; longitude comes first, then latitude"
        ));
    }
    let atlas = Atlas::load().map_err(|error| error.to_string())?;
    let level = Level::load(Detail::Full, &atlas).map_err(|error| error.to_string())?;
    let answer = where_is(
        &atlas,
        &AreaIndex::new(&level),
        LonLat::new(lon, lat),
        worldview,
    );
    match form {
        Form::Json => println!("{}", answer.to_json()),
        Form::Text => println!("{}", answer.to_text(&atlas)),
    }
    Ok(ExitCode::SUCCESS)
}

fn open_window(wanted: Options) -> Result<ExitCode, String> {
    let has_display = ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    if cfg!(target_os = "linux") && !has_display {
        return Err("there is no display: neither WAYLAND_DISPLAY nor DISPLAY is set".to_owned());
    }
    let system = directories::ProjectDirs::from("", "", "passage")
        .map(|dirs| dirs.data_local_dir().to_owned());
    let data_dir = wanted.data_dir.clone().or(system);
    let saved = data_dir.clone().map(Saving::new);
    let saved = saved.map(|saving| saving.peek()).unwrap_or_default();
    // At the first start it takes the whole screen, as a map should.
    let is_maximized = saved.maximized || saved.window.is_none();
    let size = saved
        .window
        .map_or([1240.0, 690.0], |size| size.map(within_reason));
    let icon =
        eframe::icon_data::from_png_bytes(include_bytes!("../assets/icon.png")).unwrap_or_default();
    let viewport = egui::ViewportBuilder::default()
        .with_title("Passage")
        .with_app_id("passage")
        .with_inner_size(size)
        .with_min_inner_size([800.0, 480.0])
        .with_clamp_size_to_monitor_size(true)
        .with_icon(icon);
    let native = eframe::NativeOptions {
        viewport,
        ..Default::default()
    };
    let options = Options {
        data_dir,
        is_maximized,
        ..wanted
    };
    eframe::run_native(
        "Passage",
        native,
        Box::new(move |creation| Ok(Box::new(PassageApp::new(creation, &options)?))),
    )
    .map_err(|error| no_window(&error))?;
    Ok(ExitCode::SUCCESS)
}

/// A side of the window as it was saved, which a hand may have changed.
fn within_reason(side: f32) -> f32 {
    if side.is_finite() {
        side.clamp(400.0, 10_000.0)
    } else {
        900.0
    }
}

/// Why there is no window, and what is to be done about it, in one line.
fn no_window(error: &eframe::Error) -> String {
    match error {
        eframe::Error::Wgpu(_) => {
            "no graphics adapter: neither Vulkan nor OpenGL could be opened; install a driver \
             (on Debian, mesa-vulkan-drivers draws without a graphics card)"
                .to_owned()
        }
        eframe::Error::WinitEventLoop(_) => {
            "the display named by WAYLAND_DISPLAY or DISPLAY can not be reached".to_owned()
        }
        other => format!("no window could be opened: {other}"),
    }
}
