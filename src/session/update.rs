//! The one function that applies commands. A short arm each; what an arm does stands below.

use super::tile_choice::copy_tile_terms;
use super::{
    Camera, CameraGoal, Command, Effect, Measure, Moment, Origin, Preset, Session, Step, Switch,
};
use crate::atlas::Atlas;
use crate::geography::MapProjection;
use crate::world::{Id, Passage, Subject, World};

/// How far an arrow key moves the map, in points.
const PAN_STEP_PX: f64 = 90.0;

/// Applies a command to the session and the camera.
pub fn update(
    world: &World,
    atlas: &Atlas,
    session: &mut Session,
    camera: &mut Camera,
    command: Command,
) -> Option<Effect> {
    session.begin_command();
    let scope = Scope {
        world,
        atlas,
        session,
        camera,
    };
    let effect = apply(scope, command);
    session.end_command();
    effect
}

#[expect(clippy::too_many_lines, reason = "one short arm for each command")]
fn apply(mut scope: Scope<'_>, command: Command) -> Option<Effect> {
    let world = scope.world;
    match command {
        Command::Select { subject, origin } => {
            let era = scope.session.stage.era;
            if !scope.walks_to(subject, origin) {
                scope.select(subject, origin);
            }
            return scope.era_left(era);
        }
        Command::LetGo => scope.let_go(),
        Command::ClearSelection => {
            scope.clear_selection();
        }
        Command::StepPassage(step) => scope.step_passage(step),
        Command::ReadPassage(passage) => scope.read_on(passage),
        Command::ToggleOverlay(id) => scope.toggle_overlay(id),
        Command::ToggleOverlayAt(at) => {
            if let Some(id) = world.overlays.ids().nth(at) {
                scope.toggle_overlay(id);
            }
        }
        Command::ShowOnlyOverlay(id) => scope.set_overlays(|other| other == id),
        Command::ShowAllOverlays => scope.set_overlays(|_| true),
        Command::ShowNoOverlays => scope.set_overlays(|_| false),
        Command::ShowOpeningOverlays => scope.show_preset(&Preset::of_opening(world)),
        Command::SetOpacity { overlay, percent } => {
            scope.session.stage.set_opacity(overlay, percent);
        }
        Command::ShowPreset(name) => {
            if let Some(preset) = scope.session.preset(&name).cloned() {
                scope.show_preset(&preset);
            }
        }
        Command::KeepPreset(name) => scope.session.keep_preset(world, &name),
        Command::RenamePreset { from, to } => scope.session.rename_preset(&from, &to),
        Command::DeletePreset(name) => {
            let is_gone = scope.session.delete_preset(&name);
            let words = format!("\u{201c}{name}\u{201d} deleted. Presets can bring it back");
            return is_gone.then_some(Effect::Say(words));
        }
        Command::BringBackPreset => scope.session.bring_back_preset(),
        Command::ToggleOutside => {
            scope.session.stage.shows_outside = !scope.session.stage.shows_outside;
        }
        Command::SetEra(era) => scope.set_era(era),
        Command::NextEra => scope.set_era(world.era_after(scope.session.stage.era)),
        Command::ToggleAfterwards => {
            scope.session.stage.shows_afterwards = !scope.session.stage.shows_afterwards;
            scope.let_go_of_hidden();
        }
        Command::CompareWith { subject, origin } => scope.compare_with(subject, origin),
        Command::FlyTo(subject) => scope.fly_to(subject),
        Command::LookAt(at) => {
            scope.remember();
            scope.camera.look_at(at, scope.session.stage.projection);
        }
        Command::FlyHome => scope.fly_home(),
        Command::Pan { right, down } => {
            let projection = scope.session.stage.projection;
            let (right, down) = (
                f64::from(right) * PAN_STEP_PX,
                f64::from(down) * PAN_STEP_PX,
            );
            scope.camera.pan(right, down, projection);
        }
        Command::Zoom { steps } => scope.zoom(steps),
        Command::Back => scope.go_back(),
        Command::Forward => scope.go_forward(),
        Command::LookAtScene(at) => scope.look_at_scene(at),
        Command::EditScenes(edit) => return scope.edit_scenes(edit),
        Command::Undo => return scope.undo(),
        Command::Redo => return scope.redo(),
        Command::Show(command) => return scope.present(command),
        Command::Search(command) => return scope.search(command),
        Command::Walk(command) => return scope.walk(command),
        Command::Unsure(command) => return scope.go_through_unsure(command),
        Command::Correct(command) => return scope.correct_by(command),
        Command::PutLost(command) => return scope.put_lost_by(command),
        Command::EditMentions(edit) => return scope.edit_mentions(edit),
        Command::ToggleFollowing => scope.toggle_following(),
        Command::Follow(passage) => scope.turn_to(passage),
        Command::CopyPassage(passage) => return scope.copy(passage),
        Command::CopyCurrentPassage => {
            return scope
                .session
                .stage
                .passage
                .and_then(|passage| scope.copy(passage));
        }
        Command::ToggleWords => return scope.toggle_words(),
        Command::ShowOriginal(switch) => scope.show_original(switch),
        Command::ChooseArticle => return Some(Effect::ChooseArticle),
        Command::ShowArticle(path) => return Some(Effect::ShowArticle(path)),
        Command::CloseArticle => return scope.close_article(),
        Command::SetProjection(projection) => return scope.set_projection(projection),
        Command::ToggleProjection => {
            let is_equal_area = scope.session.stage.projection == MapProjection::EqualArea;
            return scope.set_projection(if is_equal_area {
                MapProjection::WebMercator
            } else {
                MapProjection::EqualArea
            });
        }
        Command::SetBackground(background) => return scope.set_background(background),
        Command::ToggleRelief => {
            let background = scope.session.stage.background.other_relief();
            return scope.set_background(background);
        }
        Command::AllowOnline => return scope.allow_online(),
        Command::RetryTiles => return Some(Effect::RetryTiles),
        Command::ChooseMapFile => return Some(Effect::ChooseMapFile),
        Command::ShowMapFile(path) => return scope.show_map_file(path),
        Command::CopyTileTerms => return Some(copy_tile_terms()),
        Command::ToggleGraticule => {
            scope.session.stage.shows_graticule = !scope.session.stage.shows_graticule;
        }
        Command::ToggleOverview => {
            scope.session.stage.hides_overview = !scope.session.stage.hides_overview;
        }
        Command::ToggleMeasure => {
            let is_over = scope.session.measure.take().is_some();
            scope.session.measure = (!is_over).then(Measure::default);
        }
        Command::MeasureAt(point) => {
            scope.session.measure.get_or_insert_default().add(point);
        }
        Command::MeasureBack => {
            if let Some(measure) = &mut scope.session.measure {
                measure.take_back();
            }
        }
        Command::SetWorldview(worldview) => scope.session.stage.worldview = worldview,
        Command::NextWorldview => {
            scope.session.stage.worldview = scope.session.stage.worldview.next();
        }
        Command::SetTheme(theme) => scope.session.set_theme(theme),
        Command::SetColorVision(vision) => scope.session.color_vision = vision,
        Command::NextColorVision => {
            scope.session.color_vision = scope.session.color_vision.next();
        }
        Command::ToggleTheme => scope.session.set_theme(scope.session.theme.other()),
        Command::ToggleHighContrast => {
            scope.session.high_contrast = !scope.session.high_contrast;
        }
        Command::SetReducedMotion(switch) => scope.session.reduced_motion = switch == Switch::On,
        Command::TogglePanel(panel) => scope.toggle_panel(panel),
        Command::ToggleFullScreen => return Some(Effect::ToggleFullScreen),
        Command::OpenStory(path) => return Some(Effect::OpenStory(Some(path))),
        Command::ChooseStory => return Some(Effect::ChooseStoryToOpen),
        Command::PasteArticle => return Some(Effect::AskForPaste),
        Command::OpenPasted(words) => return Some(Effect::OpenPasted(words)),
        Command::OpenBundledStory => return Some(Effect::OpenStory(None)),
        Command::SaveStory => return Some(Effect::SaveStory),
        Command::SaveStoryAs => return Some(Effect::ChooseStoryFile),
        Command::SaveStoryTo(path) => return Some(Effect::SaveStoryTo(path)),
        Command::ChooseNewText => return Some(Effect::ChooseNewText),
        Command::PutTextUnder(path) => return Some(Effect::PutTextUnder(path)),
        Command::LetLinkGo(at) => return scope.let_link_go(at),
        Command::ExportData => return Some(Effect::ChooseDataFile),
        Command::ExportTo(path) => return Some(Effect::ExportTo(path)),
        Command::ExportDataTo(path) => return Some(Effect::ExportDataTo(path)),
        Command::RevertScenes => return Some(scope.revert_scenes()),
        Command::Quit => return Some(Effect::Quit),
    }
    None
}

/// What the arms work on.
pub(super) struct Scope<'a> {
    pub(super) world: &'a World,
    pub(super) atlas: &'a Atlas,
    pub(super) session: &'a mut Session,
    pub(super) camera: &'a mut Camera,
}

impl Scope<'_> {
    pub(super) fn remember(&mut self) {
        let present = Moment::of(&self.session.stage, self.camera);
        self.session.history.leave(present);
    }

    /// The side it was pointed at on stays, the other one follows.
    pub(super) fn select(&mut self, subject: Subject, origin: Origin) {
        let stage = &self.session.stage;
        if stage.selection != Some(subject) || stage.compare.is_some() {
            self.remember();
        }
        self.take(subject);
        let about = self.world.links.passages(subject);
        let shown = self.session.stage.passage;
        match origin {
            Origin::Map => {
                self.camera.cancel_flight();
                let is_there = shown.is_some_and(|passage| about.contains(&passage));
                if !is_there && let Some(&first) = about.first() {
                    self.session.stage.passage = Some(first);
                }
                if !about.is_empty() {
                    self.session.reader_scroll = self.session.stage.passage;
                }
            }
            Origin::Reader(passage) => {
                self.session.stage.passage = Some(passage);
                self.session.reader_scroll = None;
                self.frame(&[subject]);
            }
            Origin::Panel => {
                if let Some(&first) = about.first() {
                    self.read(first);
                }
                self.frame(&[subject]);
            }
        }
    }

    /// Makes it the selection, with its overlay on and the reader, which has its card, open.
    fn take(&mut self, subject: Subject) {
        self.session.stage.selection = Some(subject);
        self.session.stage.compare = None;
        self.session.followed = None;
        self.open_reader();
        self.show_overlay_of(subject);
        self.show_time_of(subject);
    }

    /// The reader has the card, and the passage; a briefing has neither.
    pub(super) fn open_reader(&mut self) {
        if self.session.show.is_none() {
            self.session.panels.reader = true;
        }
    }

    fn step_passage(&mut self, step: Step) {
        let all: Vec<_>;
        let about = if let Some(subject) = self.session.stage.selection {
            self.world.links.passages(subject)
        } else {
            all = self.world.passages.ids().collect();
            &all
        };
        let current = self.session.stage.passage;
        let target = match step {
            Step::Next => about.iter().find(|&&passage| Some(passage) > current),
            Step::Previous => about
                .iter()
                .rev()
                .find(|&&passage| current.is_some_and(|current| passage < current)),
        };
        if let Some(&passage) = target {
            self.read_on(passage);
        }
    }

    /// Somebody goes to another passage, out of a walk or with the map.
    fn read_on(&mut self, passage: Id<Passage>) {
        self.end_walk();
        self.read(passage);
        self.follow_if_on(passage);
    }

    pub(super) fn read(&mut self, passage: Id<Passage>) {
        self.session.stage.passage = Some(passage);
        self.session.reader_scroll = Some(passage);
    }

    fn show_preset(&mut self, preset: &Preset) {
        preset.show(self.world, &mut self.session.stage);
        self.let_go_of_hidden();
    }

    /// Two countries: only what joins them stays lit. Anything else is selected instead.
    fn compare_with(&mut self, subject: Subject, origin: Origin) {
        let is_country = |subject: Subject| matches!(subject, Subject::Country(_));
        let first = match self.session.stage.selection {
            Some(first) if first != subject && is_country(first) && is_country(subject) => first,
            _ => return self.select(subject, origin),
        };
        self.remember();
        self.end_walk();
        self.session.followed = None;
        self.session.stage.compare = Some(subject);
        self.open_reader();
        if let Origin::Reader(passage) = origin {
            self.session.stage.passage = Some(passage);
        } else if let Some(&passage) = self.world.passages_joining(first, subject).first() {
            self.read(passage);
        }
        if origin == Origin::Map {
            self.camera.cancel_flight();
        } else {
            self.frame(&[first, subject]);
        }
    }

    fn fly_to(&mut self, subject: Subject) {
        self.remember();
        self.frame(&[subject]);
    }

    fn zoom(&mut self, steps: f64) {
        let goal = CameraGoal::View {
            center: self.camera.center(),
            zoom: self.camera.zoom() + steps,
        };
        self.go(&goal);
    }

    fn go_back(&mut self) {
        let present = Moment::of(&self.session.stage, self.camera);
        if let Some(moment) = self.session.history.back(present) {
            self.restore(&moment);
        }
    }

    fn go_forward(&mut self) {
        let present = Moment::of(&self.session.stage, self.camera);
        if let Some(moment) = self.session.history.forward(present) {
            self.restore(&moment);
        }
    }

    fn restore(&mut self, moment: &Moment) {
        let goal = moment.goal(self.session.stage.projection);
        self.end_walk();
        self.session.followed = None;
        // What was taken back since is chosen no more.
        let world = self.world;
        let known = |chosen: Option<Subject>| chosen.filter(|&subject| world.has(subject));
        let stage = &mut self.session.stage;
        (stage.selection, stage.compare) = (known(moment.selection), known(moment.compare));
        stage.passage = moment.passage;
        self.session.reader_scroll = moment.passage;
        if let Some(subject) = known(moment.selection) {
            self.show_overlay_of(subject);
            self.show_time_of(subject);
        }
        self.go(&goal);
    }

    fn copy(&self, passage: Id<Passage>) -> Option<Effect> {
        let text = self.world.citation(passage)?;
        let number = self.world.passages.get(passage)?.number;
        let notice = format!("Paragraph {number} copied, with its source");
        Some(Effect::CopyText { text, notice })
    }
}
