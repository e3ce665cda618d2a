//! From what is wanted of a story to files, one step after the other: so that whoever asks can show
//! how far it is, and give up.
//!
//! In: which scenes, and in which shape. Out: how a sheet is laid out (see `ui::sheet`), how a file
//! is written down (see `export`), and who asks (the command line, and the dialog).

mod choice;
mod handout;
mod page;

use std::path::{Path, PathBuf};

use egui::vec2;
use thiserror::Error;

pub use self::choice::{ExportChoice, ExportFormat, ExportScenes, SHEET_PX};
use crate::atlas::{AtlasError, Worldview};
use crate::export::data::{DataChoice, DataFault, DataFormat, SceneChoice, StoryData, data_file};
use crate::export::handout::{HandoutChoice, HandoutFault, HandoutPage, pdf};
use crate::export::page::{PageScene, page};
use crate::export::picture::{PictureFault, png, svg};
use crate::picture::Drawing;
use crate::session::{Background, CameraGoal, Session, goal_of};
use crate::ui::{Press, SheetChoice, SheetOf};
use crate::world::{Scene, SceneView, Stage};

/// Why there is no file.
#[derive(Debug, Error)]
pub enum ExportFault {
    #[error(transparent)]
    Atlas(#[from] AtlasError),
    #[error(transparent)]
    Picture(#[from] PictureFault),
    #[error(transparent)]
    Data(#[from] DataFault),
    #[error(transparent)]
    Handout(#[from] HandoutFault),
    #[error("the story has no scenes; without them there is its opening view")]
    NoScenes,
    #[error("nothing of the story lies on the map, so there is no view of it")]
    NoView,
}

/// A file that is ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportedFile {
    /// What tells it from the others of the same export; nothing where there is one.
    pub name: Option<String>,
    pub bytes: Vec<u8>,
    /// What is in it, for people: "25 features", "a picture of 1920 x 1080 pixels".
    pub what: String,
}

/// An export on its way.
pub struct Exports<'a> {
    story: StoryData<'a>,
    choice: ExportChoice,
    press: Press<'a>,
    steps: Vec<Wanted>,
    done: usize,
    /// Of a handout or a page, what is laid out so far.
    pages: Vec<HandoutPage>,
    scenes: Vec<PageScene>,
}

/// One sheet to be laid out.
struct Wanted {
    /// Its place among the scenes, from 0.
    scene: Option<usize>,
    title: String,
    stage: Stage,
    goal: CameraGoal,
    /// The speaker's, if there are any.
    notes: Option<String>,
}

impl Wanted {
    fn sheet(&self) -> SheetOf<'_> {
        SheetOf {
            title: &self.title,
            stage: &self.stage,
            goal: &self.goal,
        }
    }
}

impl<'a> Exports<'a> {
    /// Finds out what there is to do. `shown` is what is on show now, and from where; without it that
    /// is the opening view.
    ///
    /// # Errors
    /// Where a scene is asked for that there is not, or nothing is on the map.
    pub fn begin(
        story: StoryData<'a>,
        shown: Option<&(Stage, CameraGoal)>,
        choice: ExportChoice,
    ) -> Result<Self, ExportFault> {
        let is_briefing = matches!(choice.format, ExportFormat::Html | ExportFormat::Pdf);
        let steps = match (choice.format, choice.scenes) {
            (ExportFormat::Data(_), _) => Vec::new(),
            // A page has a map of everything before all scenes there are.
            (ExportFormat::Html, _) if story.scenes.is_empty() => Vec::new(),
            (_, ExportScenes::Shown) if is_briefing && !story.scenes.is_empty() => {
                wanted(story, shown, ExportScenes::All, choice.worldview)?
            }
            (_, scenes) => wanted(story, shown, scenes, choice.worldview)?,
        };
        let is_for_one = steps.len() == 1 && choice.format != ExportFormat::Html;
        let mut press = if is_for_one {
            Press::for_one(story.atlas, story.world)
        } else {
            Press::new(story.atlas, story.world)
        };
        let has_hills = |wanted: &Wanted| wanted.stage.background == Background::Relief;
        if choice.format.is_one_scene_a_file() && steps.iter().any(has_hills) {
            press.expect_hills();
        }
        Ok(Self {
            story,
            choice,
            press,
            steps,
            done: 0,
            pages: Vec::new(),
            scenes: Vec::new(),
        })
    }

    /// How many steps there are.
    pub fn count(&self) -> usize {
        self.steps.len().max(1)
    }

    pub fn done(&self) -> usize {
        self.done
    }

    /// Takes the next step; none when all is done. Not every step ends with a file.
    ///
    /// # Errors
    /// Where the step can not be taken. The others can.
    pub fn step(&mut self) -> Option<Result<Option<ExportedFile>, ExportFault>> {
        if self.done >= self.count() {
            return None;
        }
        let at = self.done;
        self.done += 1;
        Some(match self.choice.format {
            ExportFormat::Data(format) => self.data(format).map(Some),
            ExportFormat::Svg => self.svg(at).map(Some),
            ExportFormat::Png => self.png(at).map(Some),
            ExportFormat::Pdf => self.pdf(at),
            ExportFormat::Html => self.html(at),
        })
    }

    /// Lays a page out; with the last one the file is there.
    fn pdf(&mut self, at: usize) -> Result<Option<ExportedFile>, ExportFault> {
        let theme = self.choice.theme;
        if let Some(wanted) = self.steps.get(at) {
            let page = handout::page_of(self.story, &mut self.press, wanted, theme)?;
            self.pages.push(page);
        }
        if self.done < self.count() {
            return Ok(None);
        }
        let pages = std::mem::take(&mut self.pages);
        let count = pages.len();
        let handout = handout::handout_of(self.story, &self.steps, pages);
        let choice = HandoutChoice {
            paper: self.choice.paper,
            has_notes: self.choice.has_notes,
        };
        Ok(Some(ExportedFile {
            name: None,
            bytes: pdf(&handout, choice)?,
            what: match count {
                1 => "a handout of one scene".to_owned(),
                count => format!("a handout of {count} scenes"),
            },
        }))
    }

    /// Draws a scene; after the last one the file is there.
    fn html(&mut self, at: usize) -> Result<Option<ExportedFile>, ExportFault> {
        if let Some(wanted) = self.steps.get(at) {
            let mut scene = page::scene_of(self.story, &mut self.press, (at, wanted))?;
            scene.notes = scene.notes.filter(|_| self.choice.has_notes);
            self.scenes.push(scene);
        }
        if self.done < self.count() {
            return Ok(None);
        }
        let scenes = std::mem::take(&mut self.scenes);
        let what = match scenes.len() {
            0 => "a page for a browser".to_owned(),
            1 => "a page for a browser with one scene".to_owned(),
            count => format!("a page for a browser with {count} scenes"),
        };
        let worldview = self.choice.worldview;
        let content = page::content_of(self.story, &mut self.press, scenes, worldview)?;
        Ok(Some(ExportedFile {
            name: None,
            bytes: page(&content).into_bytes(),
            what,
        }))
    }

    fn data(&self, format: DataFormat) -> Result<ExportedFile, ExportFault> {
        let choice = DataChoice {
            scenes: match self.choice.scenes {
                ExportScenes::Shown => SceneChoice::Story,
                ExportScenes::All => SceneChoice::AnyScene,
                ExportScenes::One(number) => SceneChoice::Scene(number),
            },
            worldview: self.choice.worldview.unwrap_or_default(),
        };
        let data = data_file(&self.story, choice, format)?;
        Ok(ExportedFile {
            name: None,
            what: data.words(),
            bytes: data.bytes,
        })
    }

    fn svg(&mut self, at: usize) -> Result<ExportedFile, ExportFault> {
        let drawing = self.drawing(at)?;
        let bytes = svg(&drawing).into_bytes();
        Ok(self.picture(at, bytes, 1.0))
    }

    fn png(&mut self, at: usize) -> Result<ExportedFile, ExportFault> {
        let drawing = self.drawing(at)?;
        let bytes = png(&drawing, self.choice.scale)?;
        Ok(self.picture(at, bytes, self.choice.scale))
    }

    fn picture(&self, at: usize, bytes: Vec<u8>, scale: f32) -> ExportedFile {
        let [width, height] = self.choice.size.map(|side| (side as f32 * scale).round());
        let name = (self.steps.len() > 1).then(|| self.steps.get(at)).flatten();
        ExportedFile {
            name: name.map(|wanted| file_name(wanted.scene.unwrap_or_default(), &wanted.title)),
            bytes,
            what: format!("a picture of {width} x {height} pixels"),
        }
    }

    /// The sheet of a step.
    fn drawing(&mut self, at: usize) -> Result<Drawing, ExportFault> {
        let Some(wanted) = self.steps.get(at) else {
            return Err(ExportFault::NoView);
        };
        let [width, height] = self.choice.size.map(|side| side as f32);
        let sheet = SheetChoice::whole(vec2(width, height), self.choice.theme);
        Ok(self.press.drawing(wanted.sheet(), sheet)?)
    }
}

/// The sheets that are asked for, in the view of borders that is, or else in each one's own.
fn wanted(
    story: StoryData<'_>,
    shown: Option<&(Stage, CameraGoal)>,
    scenes: ExportScenes,
    worldview: Option<Worldview>,
) -> Result<Vec<Wanted>, ExportFault> {
    let count = story.scenes.len();
    let in_view = |stage: Stage| Stage {
        worldview: worldview.unwrap_or(stage.worldview),
        ..stage
    };
    let of_scene = |(at, scene): (usize, &Scene)| {
        let goal = goal_of(story.world, story.atlas, scene.view).ok_or(ExportFault::NoView)?;
        let notes = scene.notes.trim();
        Ok(Wanted {
            scene: Some(at),
            title: scene.title.clone(),
            stage: in_view(scene.stage.clone()),
            goal,
            notes: (!notes.is_empty()).then(|| notes.to_owned()),
        })
    };
    let mut all = story.scenes.iter().enumerate();
    match scenes {
        ExportScenes::All if count == 0 => Err(ExportFault::NoScenes),
        ExportScenes::All => all.map(of_scene).collect(),
        ExportScenes::One(number) => {
            let found = all.find(|(at, _)| at + 1 == number);
            let found = found.ok_or(DataFault::NoSuchScene { number, count })?;
            Ok(vec![of_scene(found)?])
        }
        ExportScenes::Shown => {
            let (stage, goal) = match shown {
                Some(shown) => shown.clone(),
                None => opening(story)?,
            };
            Ok(vec![Wanted {
                scene: None,
                title: story.world.title.clone(),
                stage: in_view(stage),
                goal,
                notes: None,
            }])
        }
    }
}

/// What is on show when the story opens.
pub(super) fn opening(story: StoryData<'_>) -> Result<(Stage, CameraGoal), ExportFault> {
    let overlays = story.world.opening_overlays.iter().copied();
    let stage = Stage {
        overlays: overlays.collect(),
        projection: story.world.opening_projection(story.atlas),
        ..Session::default().stage
    };
    let goal = goal_of(story.world, story.atlas, SceneView::Opening).ok_or(ExportFault::NoView)?;
    Ok((stage, goal))
}

impl ExportedFile {
    /// Where it goes in a folder.
    pub fn path_in(&self, folder: &Path, format: ExportFormat) -> PathBuf {
        let name = self.name.as_deref().unwrap_or("passage");
        folder.join(format!("{name}.{}", format.key()))
    }
}

/// A scene's number and its title in letters that every system takes for a file's name.
fn file_name(at: usize, title: &str) -> String {
    let mut name = format!("{:02}", at + 1);
    let words = title.split(|letter: char| !letter.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()).take(8) {
        name.push('-');
        name.push_str(&word.to_lowercase());
    }
    name.chars().take(MOST_NAME).collect()
}

/// No name of a file is longer, in letters.
const MOST_NAME: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_s_file_goes_by_its_number_and_the_words_of_its_title() {
        assert_eq!(
            file_name(2, "The 1980s: bitter opponents"),
            "03-the-1980s-bitter-opponents"
        );
        assert_eq!(file_name(11, "../../etc/passwd"), "12-etc-passwd");
        assert_eq!(file_name(0, "???"), "01");
    }
}
