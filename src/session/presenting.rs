//! What the presenter's keys do: from scene to scene, the way back, and what lies over the map.

use super::frame_of::goal_of;
use super::show::{MOST_MINUTES, Resume, SCENE_SECS, TEXT_PERCENTS};
use super::update::Scope;
use super::{Blank, CameraGoal, Effect, Show, ShowSettings, Tool};
use crate::geography::{MapPoint, MapRect};
use crate::world::{Background, Id, Passage, Scene, SceneView, Stage};

/// What a presenter wants to happen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ShowCommand {
    /// From the first scene.
    Start,
    /// From the scene one is at.
    StartHere,
    StartAt(usize),
    Leave,
    Next,
    Previous,
    First,
    Last,
    /// Scenes go by their places, from 0.
    GoTo(usize),
    /// A digit of a scene's number.
    Type(u8),
    GoToTyped,
    /// Enter: to the scene that is typed or chosen, or else on.
    Confirm,
    /// Puts the scene on show again, exactly.
    Return,
    ToggleAllScenes,
    /// Covers the screen, or uncovers it.
    Blank(Blank),
    ToggleFreeze,
    /// Takes a tool, or puts it down.
    Take(Tool),
    SetSpotlight(Option<MapRect>),
    BeginStroke(MapPoint),
    Draw(MapPoint),
    ClearInk,
    /// A passage as large as it gets, beside what it names.
    Answer(Id<Passage>),
    NextTextSize,
    /// One of the sizes there are.
    SetTextPercent(u16),
    TogglePresenter,
    ToggleRunsByItself,
    SetSceneSecs(u32),
    SetPlannedMinutes(Option<u32>),
    ResetTimer,
}

impl ShowCommand {
    /// Whether it goes from scene to scene.
    pub fn moves_on(self) -> bool {
        matches!(
            self,
            Self::Start
                | Self::StartHere
                | Self::StartAt(_)
                | Self::Next
                | Self::Previous
                | Self::First
                | Self::Last
                | Self::GoTo(_)
                | Self::Confirm
                | Self::GoToTyped
                | Self::Return
        )
    }
}

impl Scope<'_> {
    pub(super) fn present(&mut self, command: ShowCommand) -> Option<Effect> {
        let now_secs = self.session.now_secs;
        match command {
            ShowCommand::Start => return self.start_show(0),
            ShowCommand::StartHere => {
                let here = self.session.briefing.current().unwrap_or(0);
                return self.start_show(here);
            }
            ShowCommand::StartAt(at) => return self.start_show(at),
            ShowCommand::Leave => self.leave_show(),
            ShowCommand::Next => self.next_step(),
            ShowCommand::Previous => self.previous_step(),
            ShowCommand::First => self.go_to_scene(0, 0),
            ShowCommand::Last => self.go_to_scene(self.last_scene(), 0),
            ShowCommand::GoTo(at) => self.go_to_scene(at, 0),
            ShowCommand::Confirm => return self.confirm(),
            ShowCommand::GoToTyped => return self.go_to_typed(),
            ShowCommand::Return => self.return_to_scene(),
            ShowCommand::NextTextSize => next_text_size(&mut self.session.show_settings),
            ShowCommand::SetTextPercent(percent) if TEXT_PERCENTS.contains(&percent) => {
                self.session.show_settings.text_percent = percent;
            }
            ShowCommand::TogglePresenter => {
                let is_open = &mut self.session.show_settings.has_presenter;
                *is_open = !*is_open;
            }
            ShowCommand::ToggleRunsByItself => {
                let settings = &mut self.session.show_settings;
                settings.runs_by_itself = !settings.runs_by_itself;
                if let Some(show) = &mut self.session.show {
                    show.scene_since_secs = now_secs;
                }
            }
            ShowCommand::SetSceneSecs(secs) => {
                let (least, most) = SCENE_SECS;
                self.session.show_settings.scene_secs = secs.clamp(least, most);
            }
            ShowCommand::SetPlannedMinutes(minutes) => {
                let minutes = minutes.map(|minutes| minutes.clamp(1, MOST_MINUTES));
                self.session.show_settings.planned_minutes = minutes;
            }
            ShowCommand::Answer(passage) => self.answer(passage),
            other => {
                if let Some(show) = &mut self.session.show {
                    show.lay_over(other, now_secs);
                }
                if command == ShowCommand::ToggleFreeze {
                    return self.look_up();
                }
            }
        }
        None
    }

    fn last_scene(&self) -> usize {
        self.session.briefing.scenes().len().saturating_sub(1)
    }

    fn start_show(&mut self, at: usize) -> Option<Effect> {
        if self.session.briefing.scenes().is_empty() {
            let words = "There is no scene yet. Ctrl+M makes one of what is on show";
            return Some(Effect::Say(words.to_owned()));
        }
        if self.session.show.is_none() {
            // Where a flight was going, one comes back to.
            let mut camera = self.camera.clone();
            camera.finish_flight(self.session.stage.projection);
            let resume = Resume {
                stage: self.session.stage.clone(),
                camera,
                tiles: self.session.tiles.clone(),
            };
            self.session.measure = None;
            self.session.search = None;
            // The audience sees the map, and nothing that lies over it.
            self.session.panels.close_dialogs();
            (self.session.correcting, self.session.unsure) = (None, None);
            self.session.lost_in_hand = None;
            self.end_walk();
            self.session.followed = None;
            self.session.show = Some(Show::new(at, resume, self.session.now_secs));
        }
        self.go_to_scene(at, 0);
        None
    }

    /// Back to what was on show before the briefing.
    pub(super) fn leave_show(&mut self) {
        let Some(show) = self.session.show.take() else {
            return;
        };
        self.session.search = None;
        let resume = show.resume;
        self.session.stage = resume.stage;
        *self.camera = resume.camera;
        // An agreement to go online that was given meanwhile holds.
        self.session.tiles.before = resume.tiles.before;
        self.session.reader_scroll = self.session.stage.passage;
    }

    /// What is still to appear of the scene, or else the next one. In a show that runs by itself the
    /// first one follows the last.
    fn next_step(&mut self) {
        let Some(show) = &mut self.session.show else {
            return;
        };
        if show.uncover() || show.move_choice(1, self.session.briefing.scenes().len()) {
            return;
        }
        let (scene, step) = (show.scene, show.step);
        let builds = self.session.briefing.scene(scene);
        let builds = builds.map_or(0, |scene| scene.builds.len());
        if step < builds {
            self.go_to_scene(scene, step + 1);
        } else if scene < self.last_scene() {
            self.go_to_scene(scene + 1, 0);
        } else if self.session.show_settings.runs_by_itself {
            self.go_to_scene(0, 0);
        } else {
            self.return_to_scene();
        }
    }

    /// What has appeared last of the scene, or else the whole of the one before.
    fn previous_step(&mut self) {
        let Some(show) = &mut self.session.show else {
            return;
        };
        if show.uncover() || show.move_choice(-1, self.session.briefing.scenes().len()) {
            return;
        }
        let (scene, step) = (show.scene, show.step);
        if step > 0 {
            self.go_to_scene(scene, step - 1);
        } else if let Some(before) = scene.checked_sub(1) {
            let builds = self.session.briefing.scene(before);
            self.go_to_scene(before, builds.map_or(0, |scene| scene.builds.len()));
        } else {
            self.return_to_scene();
        }
    }

    fn confirm(&mut self) -> Option<Effect> {
        let chosen = self.session.show.as_ref().and_then(|show| show.all_scenes);
        let is_typed = self
            .session
            .show
            .as_ref()
            .is_some_and(|show| show.typed.is_some());
        if is_typed {
            return self.go_to_typed();
        }
        match chosen {
            Some(chosen) => self.go_to_scene(chosen, 0),
            None => self.next_step(),
        }
        None
    }

    fn go_to_typed(&mut self) -> Option<Effect> {
        let typed = self.session.show.as_mut()?.typed.take()?;
        let count = self.session.briefing.scenes().len();
        match typed.checked_sub(1) {
            Some(at) if at < count => self.go_to_scene(at, 0),
            _ => {
                let words = format!("There is no scene {typed}: there are {count}");
                return Some(Effect::Say(words));
            }
        }
        None
    }

    fn return_to_scene(&mut self) {
        if let Some(show) = &self.session.show {
            self.go_to_scene(show.scene, show.step);
        }
    }

    /// Puts a scene on show, with so many of its builds. What lay over the last one is gone.
    fn go_to_scene(&mut self, at: usize, step: usize) {
        let Some(scene) = self.session.briefing.scene(at) else {
            return;
        };
        let (stage, view) = (scene.stage_at(step), scene.view);
        let now_secs = self.session.now_secs;
        let goal = self.put_on(stage, view);
        self.session.briefing.set_current(at);
        let stage = self.session.stage.clone();
        if let Some(show) = &mut self.session.show {
            show.enter(at, step, now_secs);
            show.put_on = (stage, goal);
        }
    }

    /// Puts a scene of the story on show in the explorer.
    pub(super) fn look_at_scene(&mut self, at: usize) {
        let Some(scene) = self.session.briefing.scene(at) else {
            return;
        };
        let (stage, view) = (scene.stage.clone(), scene.view);
        self.remember();
        self.end_walk();
        self.session.followed = None;
        self.put_on(stage, view);
        self.session.briefing.set_current(at);
    }

    /// Puts a stage on show and flies to a view of it. What needs the network, or a file that is not
    /// there, has the relief instead.
    fn put_on(&mut self, stage: Stage, view: SceneView) -> CameraGoal {
        let tiles = &mut self.session.tiles;
        let can_have = match stage.background {
            Background::OpenStreetMap => tiles.allows_online,
            Background::MapFile => tiles.map_file.is_some(),
            Background::None | Background::Relief => true,
        };
        let background = if can_have {
            stage.background
        } else {
            Background::Relief
        };
        let from = &self.session.stage;
        match (from.background.has_tiles(), background.has_tiles()) {
            (false, true) => tiles.before = Some((from.background, from.projection)),
            (true, false) => tiles.before = None,
            _ => {}
        }
        let is_turned = from.projection != stage.projection;
        self.camera
            .change_projection(from.projection, stage.projection);
        self.session.stage = Stage {
            background,
            // Where one is may be of use to the audience or not, whatever the scene.
            hides_overview: from.hides_overview,
            ..stage
        };
        self.session.reader_scroll = self.session.stage.passage;
        let goal = self.goal_of(view);
        if is_turned || !self.camera.is_framing(&goal) {
            self.go(&goal);
        }
        goal
    }

    fn goal_of(&self, view: SceneView) -> CameraGoal {
        goal_of(self.world, self.atlas, view).unwrap_or_else(|| {
            let (center, zoom) = self.camera.destination(self.session.stage.projection);
            CameraGoal::View { center, zoom }
        })
    }

    /// A passage beside what it names, whatever the scene shows of it.
    fn answer(&mut self, passage: Id<Passage>) {
        self.session.search = None;
        self.show_passage(passage);
        if let Some(show) = &mut self.session.show {
            show.uncover();
            show.all_scenes = None;
            show.answer = Some(passage);
        }
    }

    /// While the audience's picture stands still, the presenter needs another window to look at.
    fn look_up(&mut self) -> Option<Effect> {
        let is_frozen = self.session.show.as_ref()?.is_frozen;
        let settings = &mut self.session.show_settings;
        if is_frozen && !settings.has_presenter {
            settings.has_presenter = true;
            let words = "The audience sees this picture until F is pressed again, and then what you see; R goes \
                 back to the scene first";
            return Some(Effect::Say(words.to_owned()));
        }
        None
    }

    /// A scene of what is on show.
    pub(super) fn scene_of_now(&self) -> Scene {
        let projection = self.session.stage.projection;
        let (center, width_m, height_m) = self.camera.region(projection);
        let (selection, compare) = self.saveable_choice();
        Scene {
            title: self.title_of_now(),
            stage: Stage {
                withheld: std::collections::BTreeSet::new(),
                // The sitting's own, whatever the scene.
                hides_overview: false,
                selection,
                compare,
                ..self.session.stage.clone()
            },
            view: SceneView::region(center, width_m, height_m),
            ..Scene::default()
        }
    }

    /// What is chosen names a scene at first, or else the overlays that are on.
    fn title_of_now(&self) -> String {
        let stage = &self.session.stage;
        let name = |subject| self.world.name_of(self.atlas, subject).to_owned();
        let (chosen, other) = self.saveable_choice();
        match (chosen.map(name), other.map(name)) {
            (Some(one), Some(other)) => format!("{one} and {other}"),
            (Some(one), None) => one,
            _ => {
                let overlays = stage.overlays.iter();
                let names = overlays.filter_map(|&id| self.world.overlays.get(id));
                let names: Vec<&str> = names.map(|overlay| overlay.name.as_str()).collect();
                match names.len() {
                    0 => self.world.title.clone(),
                    1..=3 => names.join(", "),
                    many => format!("{many} overlays"),
                }
            }
        }
    }
}

fn next_text_size(settings: &mut ShowSettings) {
    let mut sizes = TEXT_PERCENTS.into_iter();
    let larger = sizes.find(|&percent| percent > settings.text_percent);
    settings.text_percent = larger.unwrap_or(TEXT_PERCENTS[0]);
}
