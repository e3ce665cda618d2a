//! The presenter's own window: whose it is, its camera, and what is pressed in it.
//!
//! In: what it keeps between frames. Out: how it looks (see `ui::presenter`).

use egui::{Ui, Vec2, ViewportBuilder, ViewportClass, ViewportId, vec2};

use super::PassageApp;
use super::keys::Keyboard;
use super::levels::Levels;
use super::show::toggle_full_screen;
use crate::picture::GroundKey;
use crate::session::{Camera, CameraGoal, Command, SearchCommand, ShowCommand};
use crate::theme::Theme;
use crate::ui::map::{MapState, detail_for};
use crate::ui::{
    Outbox, Presenter, ReaderState, ShowParts, SmallPictures, Sources, UiContext, keys_ui,
    presenter_ui, search_ui,
};

/// The presenter's window at first, in points as they are without a briefing.
const PRESENTER_SIZE: Vec2 = vec2(1100.0, 660.0);

/// So many frames after a change of size everything has it.
const SETTLED_FRAMES: u8 = 3;

/// The presenter's window has a map of its own.
pub(super) struct PresenterWindow {
    pub(super) map: MapState,
    reader: ReaderState,
    sources: Sources,
    /// How large it was opened, in points: no text size changes a window that somebody has placed.
    size: Vec2,
    camera: Camera,
    levels: Levels,
    has_relief: bool,
    /// The theme at the type sizes for a height of the window, in points.
    pub(super) theme: Option<(f32, Theme)>,
    owns_escape: bool,
    /// Whether the search is done here, out of the audience's sight.
    pub(super) has_search: bool,
    /// Whether it is a window of the system's own, and not one that lies over the audience's.
    pub(super) is_apart: bool,
}

impl PassageApp {
    /// The presenter's window: an ordinary one that can be moved to another screen. Where the system
    /// has no windows to give, it lies over the audience's.
    pub(super) fn presenter_window(&mut self, ui: &Ui, outbox: &mut Outbox) {
        if !self.session.show_settings.has_presenter {
            self.show.presenter = None;
            return;
        }
        // A new window takes its size from how large everything is drawn.
        if self.show.presenter.is_none() && self.show.settled_frames < SETTLED_FRAMES {
            ui.request_repaint();
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
        self.follow_presenter(window, camera, (&seen, is_frozen));
        if has_own_window {
            self.presenter_keys(ui, (window, keyboard, is_frozen), outbox);
        }
    }

    /// A hand has moved the map here: the audience's goes with it, unless it stands still.
    fn follow_presenter(
        &mut self,
        window: &mut PresenterWindow,
        camera: Camera,
        (seen, is_frozen): (&CameraGoal, bool),
    ) {
        if is_frozen {
            self.camera = camera;
            return;
        }
        if let CameraGoal::Region {
            width_m, height_m, ..
        } = *seen
            && !camera.is_framing(seen)
        {
            let projection = self.session.stage.projection;
            let before = window.camera.region(projection);
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
