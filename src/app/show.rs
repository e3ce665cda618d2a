//! A briefing in its windows: how large everything is drawn, what the audience sees, and the
//! presenter's own window.
//!
//! In: what is kept between frames. Out: how the windows look (see `ui::show`, `ui::presenter`).

use egui::{Ui, Vec2, ViewportBuilder, ViewportClass, ViewportCommand, ViewportId, vec2};

use super::PassageApp;
use super::keys::Keyboard;
use super::levels::Levels;
use crate::picture::GroundKey;
use crate::session::{Camera, CameraGoal, Command, Mode, SearchCommand, Session, ShowCommand};
use crate::theme::Theme;
use crate::theme::show_sizes::show_enlargement;
use crate::ui::map::{MapState, detail_for};
use crate::ui::{
    Outbox, Presenter, ReaderState, ShowLegend, ShowParts, SmallPictures, Sources, UiContext,
    keys_ui, presenter_ui, search_ui, show_ui,
};

/// The presenter's window at first, in points as they are without a briefing.
const PRESENTER_SIZE: Vec2 = vec2(1100.0, 660.0);

/// What the windows of a briefing keep.
#[derive(Default)]
pub(super) struct ShowWindows {
    /// How much larger the explorer was drawn, to come back to.
    enlargement_before: Option<f32>,
    reader: ReaderState,
    legend: ShowLegend,
    presenter: Option<PresenterWindow>,
    /// What the audience sees while the presenter looks something up.
    pub(super) frozen: Option<Box<(Session, Camera)>>,
}

/// The presenter's window has a map of its own.
struct PresenterWindow {
    map: MapState,
    reader: ReaderState,
    sources: Sources,
    /// How large it was opened, in points: no text size changes a window that somebody has placed.
    size: Vec2,
    camera: Camera,
    levels: Levels,
    has_relief: bool,
    /// The theme at the type sizes for a height of the window, in points.
    theme: Option<(f32, Theme)>,
    owns_escape: bool,
    /// Whether the search is done here, out of the audience's sight.
    has_search: bool,
    /// Whether it is a window of the system's own, and not one that lies over the audience's.
    is_apart: bool,
}

impl ShowWindows {
    /// Whether the search is done in the presenter's window.
    pub(super) fn has_search(&self) -> bool {
        self.presenter
            .as_ref()
            .is_some_and(|window| window.has_search)
    }

    /// Whether the presenter has a window of their own: then lists and notes are for that one.
    pub(super) fn has_presenter(&self) -> bool {
        self.presenter
            .as_ref()
            .is_some_and(|window| window.is_apart)
    }
}

impl PassageApp {
    /// Draws everything larger while a briefing is given, and as before when it is over. Whether that
    /// has changed and nothing is to be laid out now: it would be for a window of another size.
    pub(super) fn fit_show(&mut self, ui: &Ui) -> bool {
        if self.session.show.is_none() {
            // It is over, and with it what only its windows needed.
            (self.show.presenter, self.show.frozen) = (None, None);
        }
        let context = ui.ctx();
        let now = context.zoom_factor();
        let (wanted, least_step) = match self.session.mode() {
            Mode::Present => {
                self.show.enlargement_before.get_or_insert(now);
                let height_pt = context.content_rect().height() * now;
                // Whole hundredths, and one more or less changes nothing: a pixel is not worth it.
                let percent = self.session.show_settings.text_percent;
                let wanted = show_enlargement(height_pt, percent);
                ((wanted * 100.0).round() / 100.0, 0.015)
            }
            Mode::Explore | Mode::Any => match self.show.enlargement_before.take() {
                Some(before) => (before, f32::EPSILON),
                None => return false,
            },
        };
        if (wanted - now).abs() < least_step {
            return false;
        }
        context.set_zoom_factor(wanted);
        context.request_repaint();
        // A window beside this one is gone if it is not drawn.
        let is_alone = self.session.show.is_none() || self.show.presenter.is_none();
        if is_alone {
            context.request_discard("everything is drawn larger, or smaller");
        }
        is_alone
    }

    /// The audience's window, and the presenter's if it is open.
    pub(super) fn show_windows(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        self.freeze();
        let frozen = self.show.frozen.take();
        let mut camera = frozen
            .as_ref()
            .map_or_else(|| self.camera.clone(), |frozen| frozen.1.clone());
        let mut map = std::mem::take(&mut self.map);
        let mut reader = std::mem::take(&mut self.show.reader);
        let mut legend = std::mem::take(&mut self.show.legend);
        let mut pictures = self.small_pictures.take();
        let mut seen = Outbox::default();
        let session = frozen.as_ref().map_or(&self.session, |frozen| &frozen.0);
        if let Some(show) = &session.show {
            let context = UiContext {
                session,
                ..self.context()
            };
            let mut parts = ShowParts {
                map: &mut map,
                camera: &mut camera,
                reader: &mut reader,
                pictures: pictures.as_mut(),
            };
            show_ui(ui, context, show, (&mut parts, &mut legend), &mut seen);
        }
        (self.show.reader, self.show.legend) = (reader, legend);
        (self.map, self.small_pictures) = (map, pictures);
        if let Some(mut frozen) = frozen {
            // A frozen picture can be looked at, not touched.
            frozen.1 = camera;
            self.show.frozen = Some(frozen);
        } else {
            self.camera = camera;
            outbox.hover = seen.hover;
            outbox.commands.append(&mut seen.commands);
        }
        self.presenter_window(ui, outbox);
        self.run_by_itself(ui, outbox);
    }

    /// Keeps what the audience sees when it is to stand still, and lets go of it afterwards.
    fn freeze(&mut self) {
        let is_frozen = self
            .session
            .show
            .as_ref()
            .is_some_and(|show| show.is_frozen);
        match (is_frozen, self.show.frozen.is_some()) {
            (true, false) => {
                let mut camera = self.camera.clone();
                camera.finish_flight(self.session.stage.projection);
                let mut session = self.session.clone();
                session.hover = None;
                session.search = None;
                self.show.frozen = Some(Box::new((session, camera)));
            }
            (false, true) => self.show.frozen = None,
            (true, true) => {
                // What fades when the picture is frozen comes to its end.
                if let Some(frozen) = &mut self.show.frozen {
                    frozen.0.now_secs = self.session.now_secs;
                }
            }
            (false, false) => {}
        }
    }

    /// Goes on when the scene's time is over, and asks for the frame in which that is so.
    fn run_by_itself(&self, ui: &Ui, outbox: &mut Outbox) {
        let session = &self.session;
        let Some(show) = &session.show else { return };
        match show.secs_left(session.show_settings, session.now_secs) {
            Some(left) if left > 0.0 => {
                ui.request_repaint_after(std::time::Duration::from_secs_f64(left));
            }
            Some(_) => outbox.push(Command::Show(ShowCommand::Next)),
            None => {}
        }
    }

    /// The presenter's window: an ordinary one that can be moved to another screen. Where the system
    /// has no windows to give, it lies over the audience's.
    fn presenter_window(&mut self, ui: &Ui, outbox: &mut Outbox) {
        if !self.session.show_settings.has_presenter {
            self.show.presenter = None;
            return;
        }
        let mut window = self
            .show
            .presenter
            .take()
            .unwrap_or_else(|| PresenterWindow {
                map: MapState::default(),
                reader: ReaderState::default(),
                sources: Sources::default(),
                size: PRESENTER_SIZE / ui.ctx().zoom_factor(),
                camera: self.camera.clone(),
                levels: self.levels.beside(),
                has_relief: false,
                theme: None,
                owns_escape: false,
                has_search: false,
                is_apart: false,
            });
        self.give_levels(&mut window);
        let is_frozen = self.show.frozen.is_some();
        let builder = ViewportBuilder::default()
            .with_title("Passage \u{2013} presenter")
            .with_inner_size(window.size)
            .with_min_inner_size(window.size / 2.0);
        let id = ViewportId::from_hash_of("presenter");
        let clock = chrono::Local::now().format("%H:%M").to_string();
        let context = ui.ctx().clone();
        let mut pictures = self.small_pictures.take();
        context.show_viewport_immediate(id, builder, |ui, class| {
            self.presenter_frame(
                ui,
                (&mut window, class, is_frozen),
                (&clock, pictures.as_mut()),
                outbox,
            );
        });
        self.small_pictures = pictures;
        self.show.presenter = Some(window);
        // The clock and the timer go on.
        ui.request_repaint_after(std::time::Duration::from_secs(1));
    }

    fn presenter_frame(
        &mut self,
        ui: &mut Ui,
        (window, class, is_frozen): (&mut PresenterWindow, ViewportClass, bool),
        (clock, pictures): (&str, Option<&mut SmallPictures>),
        outbox: &mut Outbox,
    ) {
        let keyboard = self.keyboard(ui);
        let projection = self.session.stage.projection;
        let (center, width_m, height_m) = self.camera.region(projection);
        let seen = CameraGoal::Region {
            center,
            width_m,
            height_m,
        };
        // While the audience's picture stands still, this map is the one that moves.
        let mut camera = if is_frozen {
            self.camera.clone()
        } else {
            if !window.camera.is_framing(&seen) {
                window.camera.jump_to(&seen, projection);
            }
            window.camera.clone()
        };
        let before = camera.region(projection);
        self.fit_theme(ui, &mut window.theme);
        let theme = window.theme.as_ref().map_or(&self.theme, |own| &own.1);
        let context = UiContext {
            theme,
            ..self.context()
        };
        let mut presenter = Presenter {
            parts: ShowParts {
                map: &mut window.map,
                camera: &mut camera,
                reader: &mut window.reader,
                pictures,
            },
            sources: &mut window.sources,
            clock,
        };
        presenter_ui(ui, context, &mut presenter, outbox);
        let has_own_window = class != ViewportClass::EmbeddedWindow;
        window.is_apart = has_own_window;
        if has_own_window {
            keys_ui(ui, context, outbox);
            if window.has_search {
                search_ui(ui, context, outbox);
            }
            // What is said while the audience sees a picture that stands still is not for them.
            let toast = self.toast.take();
            self.toast = toast.filter(|toast| toast.show(ui, &self.theme, 0.0));
        }
        if is_frozen {
            self.camera = camera;
        } else {
            if !camera.is_framing(&seen) {
                // A hand has moved the map here: the audience's goes with it.
                let after = camera.region(projection);
                let goal = CameraGoal::Region {
                    center: after.0,
                    width_m: width_m * after.1 / before.1,
                    height_m: height_m * after.2 / before.2,
                };
                self.camera.jump_to(&goal, projection);
            }
            window.camera = camera;
        }
        if has_own_window {
            self.presenter_keys(ui, (window, keyboard, is_frozen), outbox);
        }
    }

    /// Its type has the size that its window needs.
    fn fit_theme(&self, ui: &Ui, theme: &mut Option<(f32, Theme)>) {
        let height_pt = ui.ctx().content_rect().height();
        if theme.as_ref().map(|own| own.0) != Some(height_pt) {
            *theme = Some((height_pt, self.theme.clone().for_presenter(height_pt)));
        }
    }

    /// What is pressed in the presenter's window, which has its own text fields and menus; and its
    /// being closed.
    fn presenter_keys(
        &mut self,
        ui: &Ui,
        (window, keyboard, is_frozen): (&mut PresenterWindow, Keyboard, bool),
        outbox: &mut Outbox,
    ) {
        std::mem::swap(&mut self.owns_escape, &mut window.owns_escape);
        let before = outbox.commands.len();
        self.keys(ui, keyboard, outbox);
        std::mem::swap(&mut self.owns_escape, &mut window.owns_escape);
        let mut pressed = outbox.commands.split_off(before);
        // Full screen is for the window in which it is asked for.
        let count = pressed.len();
        pressed.retain(|command| *command != Command::ToggleFullScreen);
        if pressed.len() < count {
            toggle_full_screen(ui);
        }
        let begins = pressed.contains(&Command::Search(SearchCommand::Open));
        outbox.commands.append(&mut pressed);
        let goes_on = window.has_search && self.session.search.is_some();
        window.has_search = begins || goes_on || is_frozen;
        if ui.input(|input| input.viewport().close_requested()) {
            outbox.push(Command::Show(ShowCommand::TogglePresenter));
        }
    }

    /// Another theme: the presenter's map is made again.
    pub(super) fn forget_presenter_looks(&mut self) {
        if let Some(window) = &mut self.show.presenter {
            window.map.forget_looks();
            window.theme = None;
        }
    }

    /// Another story: the windows of a briefing belong to the last one.
    pub(super) fn forget_show(&mut self) {
        let enlargement_before = self.show.enlargement_before;
        self.show = ShowWindows {
            enlargement_before,
            ..ShowWindows::default()
        };
    }

    fn give_levels(&self, window: &mut PresenterWindow) {
        let stage = &self.session.stage;
        let key = GroundKey {
            detail: detail_for(window.camera.zoom()),
            projection: stage.projection,
            worldview: stage.worldview,
        };
        window.levels.share(&self.levels);
        for made in window.levels.made(&self.atlas, key) {
            window.map.take_level(made.level, made.areas, made.ground);
        }
        if let (Some(relief), false) = (&self.relief, window.has_relief) {
            window.map.take_relief(relief.clone());
            window.has_relief = true;
        }
    }
}

/// Has the window that is being drawn fill its screen, or be a window again.
pub(super) fn toggle_full_screen(ui: &Ui) {
    let is_full = ui.input(|input| input.viewport().fullscreen.unwrap_or(false));
    ui.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
}
