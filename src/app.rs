//! The program's window: one frame, effects, and what arrives from the background.

mod copy_corrections;
mod corrections;
mod data_file;
mod drafts;
mod export_choices;
mod export_dialog;
mod export_job;
pub mod exports;
mod file_dialog;
mod hills;
mod keys;
mod levels;
mod opening;
mod own_copy;
mod panels;
mod pasting;
mod presenter;
mod relinking;
mod scenes;
mod show;
mod sight;
mod sitting;
mod small_pictures;
mod story_file;
#[cfg(test)]
mod tests;
mod tiles;

use std::path::PathBuf;
use std::sync::Arc;

use egui::{CentralPanel, Ui, ViewportCommand};

use self::export_dialog::Exporting;
use self::file_dialog::FileDialog;
use self::hills::Hills;
use self::levels::Levels;
use self::own_copy::Tellings;
use self::show::{ShowWindows, toggle_full_screen};
use self::story_file::StoryFile;
use crate::atlas::Atlas;
use crate::content::Problem;
use crate::geography::LonLat;
use crate::picture::{GroundKey, ReliefPicture};
use crate::session::{
    Camera, Command, Effect, OwnCopy, Preset, SavedState, Saver, Saving, Session, Stage, update,
};
use crate::theme::{Theme, ThemeKind, fonts};
use crate::tiles::TileServer;
use crate::ui::map::{MapState, detail_for, map_ui};
use crate::ui::{
    Outbox, ReaderState, SmallPictures, StripState, Toast, UiContext, about_ui, complaint_ui,
    install_plain_fill, install_relief_fill, keys_ui, lost_links_ui, online_ui, search_ui,
};
use crate::world::World;

/// What to open, and where sittings are kept.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// A story file; none for the bundled story.
    pub story: Option<PathBuf>,
    /// The folder of the saved session; none to keep nothing.
    pub data_dir: Option<PathBuf>,
    /// Whether the window takes the whole screen.
    pub is_maximized: bool,
    /// A map file (.pmtiles) for the background.
    pub map_file: Option<PathBuf>,
    /// Who is asked for tiles once a person wants them.
    pub tile_server: TileServer,
    /// The reader's own copy of the article; none for the one that was open last, if any.
    pub article: Option<PathBuf>,
}

/// A stage, the presets, the view, the map file and the copy of the article.
type Noted = (
    Stage,
    Vec<Preset>,
    ((LonLat, f64), Option<PathBuf>, Option<OwnCopy>),
);

/// The window's state.
pub struct PassageApp {
    atlas: Atlas,
    /// Shared with exports on their way, which keep the story as it was.
    world: Arc<World>,
    /// The story in both words, while there is a copy of the article.
    tellings: Option<Tellings>,
    problems: Vec<Problem>,
    notice: Option<String>,
    session: Session,
    camera: Camera,
    theme: Theme,
    /// What its tints were made for.
    tint_steps: Vec<u8>,
    map: MapState,
    reader: ReaderState,
    /// The one passage of a walk, in its larger type.
    walk_reader: ReaderState,
    strip: StripState,
    levels: Levels,
    /// None where nothing is drawn.
    hills: Option<Hills>,
    /// Pictures of scenes; none where nothing is drawn.
    small_pictures: Option<SmallPictures>,
    /// The windows of a briefing.
    show: ShowWindows,
    /// The hill shade, once it is there.
    relief: Option<Arc<ReliefPicture>>,
    /// What those are made from, once there are some.
    small_levels: Option<Levels>,
    /// The story's file; none for the bundled story.
    story: Option<PathBuf>,
    story_file: StoryFile,
    saved: SavedState,
    saver: Option<Saver>,
    /// What `saved` was last brought up to date with.
    noted: Option<Noted>,
    toast: Option<Toast>,
    /// How many frames it takes until the window can be told to take the whole screen.
    frames_to_maximize: u8,
    /// What had the keyboard or lay open before this frame: Escape is for that first.
    owns_escape: bool,
    /// What draws the window, for Help > About.
    renderer: String,
    tile_server: TileServer,
    /// Where sittings, tiles and pasted texts are kept.
    data_dir: Option<PathBuf>,
    file_dialog: Option<FileDialog>,
    exporting: Exporting,
    /// To be said as soon as there is a frame.
    waiting_words: Option<String>,
}

impl PassageApp {
    pub fn new(creation: &eframe::CreationContext<'_>, options: &Options) -> Result<Self, String> {
        if let Some(render) = &creation.wgpu_render_state {
            walkers::install_renderer(Some(render));
            install_plain_fill(render);
            install_relief_fill(render);
        }
        fonts::install(&creation.egui_ctx);
        let atlas = Atlas::load().map_err(|error| error.to_string())?;
        let levels =
            Levels::start(&atlas, &creation.egui_ctx).map_err(|error| error.to_string())?;
        let saving = options.data_dir.clone().map(Saving::new);
        let (saved, notice) = saving.as_ref().map(Saving::load).unwrap_or_default();
        let theme = Theme::new(ThemeKind::Light);
        fonts::apply_style(&creation.egui_ctx, &theme);
        let mut app = Self {
            atlas,
            world: Arc::default(),
            tellings: None,
            problems: Vec::new(),
            notice,
            session: Session::default(),
            camera: Camera::default(),
            theme,
            tint_steps: Vec::new(),
            map: MapState::default(),
            reader: ReaderState::default(),
            walk_reader: ReaderState::default(),
            strip: StripState::default(),
            levels,
            hills: creation.wgpu_render_state.is_some().then(Hills::default),
            small_pictures: creation.wgpu_render_state.as_ref().map(SmallPictures::new),
            show: ShowWindows::default(),
            relief: None,
            small_levels: None,
            story: None,
            story_file: StoryFile::default(),
            saver: saving.map(|saving| Saver::start(saving, saved.clone())),
            saved,
            noted: None,
            toast: None,
            frames_to_maximize: if options.is_maximized { 3 } else { 0 },
            owns_escape: false,
            renderer: renderer_of(creation),
            tile_server: options.tile_server.clone(),
            data_dir: options.data_dir.clone(),
            file_dialog: None,
            exporting: Exporting::default(),
            waiting_words: None,
        };
        app.saved.restore(&mut app.session);
        app.open_with(options.story.clone(), options.article.clone());
        if let Some(path) = options.map_file.clone()
            && let Some(Effect::Say(words)) = app.run(Command::ShowMapFile(path))
        {
            app.say_later(&words);
        }
        Ok(app)
    }

    fn run(&mut self, command: Command) -> Option<Effect> {
        let effect = update(
            &self.world,
            &self.atlas,
            &mut self.session,
            &mut self.camera,
            command,
        );
        self.put_words();
        effect
    }

    fn context(&self) -> UiContext<'_> {
        UiContext {
            atlas: &self.atlas,
            world: &self.world,
            session: &self.session,
            theme: &self.theme,
        }
    }

    /// Levels of detail arrive behind the first frame.
    fn take_levels(&mut self, ui: &Ui) {
        self.take_relief(ui);
        let stage = &self.session.stage;
        let (projection, worldview) = (stage.projection, stage.worldview);
        let wanted = detail_for(self.camera.zoom());
        let key = GroundKey {
            detail: wanted,
            projection,
            worldview,
        };
        for made in self.levels.made(&self.atlas, key) {
            self.map.take_level(made.level, made.areas, made.ground);
        }
    }

    fn move_camera(&mut self, ui: &Ui) {
        let projection = self.session.stage.projection;
        if self.context().is_still(ui) {
            self.camera.finish_flight(projection);
        } else if self.camera.is_flying() {
            let dt_secs = f64::from(ui.input(|input| input.stable_dt).min(0.1));
            self.camera.advance(dt_secs, projection);
            ui.request_repaint();
        }
    }

    /// Whether nothing of the story could be read.
    fn has_nothing_to_show(&self) -> bool {
        self.world.is_empty() && !self.problems.is_empty()
    }

    /// Panels and map. Returns whether the person would rather have the bundled story.
    fn explorer_ui(&mut self, ui: &mut Ui, outbox: &mut Outbox) -> bool {
        self.panels_ui(ui, outbox);
        let mut map = std::mem::take(&mut self.map);
        let mut camera = self.camera.clone();
        let mut wants_bundled = false;
        CentralPanel::no_frame().show(ui, |ui| {
            if self.has_nothing_to_show() {
                let notice = self.notice.as_deref();
                wants_bundled = complaint_ui(ui, self.context(), &self.problems, notice);
            } else {
                map_ui(ui, self.context(), &mut map, &mut camera, outbox);
            }
        });
        self.map = map;
        self.camera = camera;
        wants_bundled
    }

    fn apply(&mut self, ui: &Ui, outbox: Outbox) {
        if self.session.hover != outbox.hover {
            self.session.hover = outbox.hover;
            ui.request_repaint();
        }
        self.session.reader_scroll = None;
        let has_commands = !outbox.commands.is_empty();
        for command in outbox.commands {
            if matches!(&command, Command::Show(command) if command.moves_on()) {
                self.show.forget_pointer();
            }
            if let Some(effect) = self.run(command) {
                self.carry_out(ui, effect);
            }
        }
        if has_commands {
            ui.request_repaint();
        }
    }

    fn carry_out(&mut self, ui: &Ui, effect: Effect) {
        match effect {
            Effect::CopyText { text, notice } => {
                ui.copy_text(text);
                self.say(ui, notice);
            }
            Effect::ChangeStory { change, words } => self.change_story(ui, *change, words),
            Effect::Say(words) => self.say(ui, words),
            Effect::Then(command) => {
                if let Some(effect) = self.run(*command) {
                    self.carry_out(ui, effect);
                }
            }
            Effect::RetryTiles => self.map.retry_tiles(),
            Effect::ChooseMapFile => self.choose_map_file(ui),
            Effect::ToggleFullScreen => toggle_full_screen(ui),
            Effect::ChooseArticle => self.choose_article(ui),
            Effect::ShowArticle(path) => self.show_article(ui, path),
            Effect::OpenStory(path) => self.open(path),
            Effect::ChooseStoryToOpen => self.choose_story_to_open(ui),
            Effect::AskForPaste => Self::ask_for_paste(ui),
            Effect::OpenPasted(words) => self.open_pasted(ui, &words),
            Effect::SaveStory => self.save_story(ui),
            Effect::ChooseStoryFile => self.choose_story_file(ui),
            Effect::SaveStoryTo(path) => self.save_story_to(ui, &path),
            Effect::ChooseNewText => self.choose_new_text(ui),
            Effect::PutTextUnder(path) => self.put_text_under(ui, &path),
            Effect::TurnText(way) => self.turn_text(ui, way),
            Effect::ChooseDataFile => self.choose_data_file(ui),
            Effect::ExportDataTo(path) => self.export_data_to(ui, &path),
            Effect::ExportTo(path) => self.export_to(ui, path),
            Effect::Quit => ui.send_viewport_cmd(ViewportCommand::Close),
        }
    }
}

/// The adapter's name and its driver's interface.
fn renderer_of(creation: &eframe::CreationContext<'_>) -> String {
    creation
        .wgpu_render_state
        .as_ref()
        .map_or_else(String::new, |state| {
            let adapter = state.adapter.get_info();
            format!("{} ({})", adapter.name, adapter.backend)
        })
}

impl eframe::App for PassageApp {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.session.now_secs = ui.input(|input| input.time);
        self.choose_theme(ui);
        self.take_levels(ui);
        self.keep_tiles(ui);
        if self.fit_show(ui) {
            return;
        }
        self.move_camera(ui);
        self.session.refresh(&self.world);
        let keyboard = self.keyboard(ui);
        let mut outbox = Outbox::default();
        self.take_file(ui, &mut outbox);
        self.strip.begin_frame();
        let mut wants_bundled = false;
        if self.session.show.is_some() {
            self.show_windows(ui, &mut outbox);
        } else {
            wants_bundled = self.explorer_ui(ui, &mut outbox);
        }
        about_ui(ui, self.context(), &self.renderer, &mut outbox);
        lost_links_ui(ui, self.context(), &mut outbox);
        if !self.show.has_presenter() {
            keys_ui(ui, self.context(), &mut outbox);
        }
        online_ui(ui, self.context(), &self.tile_server, &mut outbox);
        self.export_ui(ui, &mut outbox);
        if !self.show.has_search() {
            search_ui(ui, self.context(), &mut outbox);
        }
        self.keys(ui, keyboard, &mut outbox);
        self.apply(ui, outbox);
        if wants_bundled {
            self.open(None);
        }
        self.make_small_picture(ui);
        self.say_waiting(ui);
        if !self.show.has_presenter() {
            let above_px = self.strip.height();
            let toast = self.toast.take();
            self.toast = toast.filter(|toast| toast.show(ui, &self.theme, above_px));
        }
        self.maximize(ui);
        self.note_window(ui);
        self.keep_sitting(ui);
    }

    fn raw_input_hook(&mut self, _context: &egui::Context, input: &mut egui::RawInput) {
        if self.show.takes_pointer_away() {
            input.events.push(egui::Event::PointerGone);
        }
    }

    fn on_exit(&mut self) {
        // Waits until the last state is on the disk.
        self.saver = None;
    }
}
