//! A briefing in its windows: how large everything is drawn, and what the audience sees.
//!
//! In: what is kept between frames. Out: the presenter's window (see `presenter`), and
//! how things look (see `ui::show`).

use egui::{Ui, ViewportCommand};

use super::PassageApp;
use super::presenter::PresenterWindow;
use crate::session::{Camera, Command, Mode, Session, ShowCommand};
use crate::theme::show_sizes::show_enlargement;
use crate::ui::{Outbox, ReaderState, ShowLegend, ShowParts, UiContext, show_ui};

/// What the windows of a briefing keep.
#[derive(Default)]
pub(super) struct ShowWindows {
    /// How much larger the explorer was drawn, to come back to.
    enlargement_before: Option<f32>,
    reader: ReaderState,
    legend: ShowLegend,
    pub(super) presenter: Option<PresenterWindow>,
    /// Whether the pointer's place is of no account until it moves again.
    forgets_pointer: bool,
    /// For how many frames everything has had its size.
    pub(super) settled_frames: u8,
    /// What the audience sees while the presenter looks something up.
    pub(super) frozen: Option<Box<(Session, Camera)>>,
}

impl ShowWindows {
    /// Whether the search is done in the presenter's window.
    pub(super) fn has_search(&self) -> bool {
        self.presenter
            .as_ref()
            .is_some_and(|window| window.has_search)
    }

    /// Other words are mentions now. No briefing is being given: its windows are made anew for the next.
    pub(super) fn forget_passages(&mut self) {
        self.reader.forget();
        self.presenter = None;
    }

    /// The talk goes on: what the pointer happens to lie on is nothing that anybody points at.
    pub(super) fn forget_pointer(&mut self) {
        self.forgets_pointer = true;
    }

    /// Whether the pointer counts as gone from here on, until it moves; once.
    pub(super) fn takes_pointer_away(&mut self) -> bool {
        std::mem::take(&mut self.forgets_pointer)
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
            self.show.settled_frames = 0;
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
            self.show.settled_frames = self.show.settled_frames.saturating_add(1);
            return false;
        }
        context.set_zoom_factor(wanted);
        self.show.settled_frames = 0;
        // It lies on something else now, which nobody points at.
        self.show.forgets_pointer = true;
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
}

/// Has the window that is being drawn fill its screen, or be a window again.
pub(super) fn toggle_full_screen(ui: &Ui) {
    let is_full = ui.input(|input| input.viewport().fullscreen.unwrap_or(false));
    ui.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
}
