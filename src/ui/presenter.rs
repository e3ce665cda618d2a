//! The presenter's window: where one is, what comes next, what to say, and where the article says
//! it; the time, and the switches.
//!
//! In: how it is laid out. Out: whose window it is, and its camera (see the app).

mod clock;
mod sources;
mod switches;

use egui::{
    CentralPanel, FontId, Frame, Id, Label, Margin, Panel, RichText, ScrollArea, Sense, Ui, vec2,
};

use self::clock::clock_ui;
use self::sources::sources_ui;
pub use self::sources::{Sources, passages_behind};
use self::switches::switches_ui;
use super::map::map_ui;
use super::parts::{heading, muted, title};
use super::scene_picture::{ScenePicture, paint_scene};
use super::show::{PICTURE_OF, ShowParts, all_scenes_ui};
use super::{Outbox, SmallPictures, UiContext};
use crate::session::{Command, Show, ShowCommand};
use crate::theme::measures::GRID;
use crate::theme::{Theme, fonts};

/// Of the window's width, what belongs to the map and to the passages under it.
const LEFT_PART: f32 = 0.58;
/// Of what is left of the height, the map's part.
const MAP_PART: f32 = 0.6;
/// Of the right column's width, the picture of what comes next.
const NEXT_PART: f32 = 0.42;

/// What the window needs besides the session.
pub struct Presenter<'a> {
    pub parts: ShowParts<'a>,
    pub sources: &'a mut Sources,
    /// The time of day, as it is written.
    pub clock: &'a str,
}

/// Draws the presenter's window.
pub fn presenter_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    presenter: &mut Presenter<'_>,
    outbox: &mut Outbox,
) {
    let Some(show) = &context.session.show else {
        return;
    };
    let theme = context.theme;
    let panel = Frame::NONE.fill(theme.ui.panel);
    let bar = panel.inner_margin(Margin::symmetric(10, 4));
    Panel::top("presenter time").frame(bar).show(ui, |ui| {
        clock_ui(ui, context, show, presenter.clock, outbox);
    });
    Panel::bottom("presenter switches")
        .frame(bar)
        .show(ui, |ui| switches_ui(ui, context, show, outbox));
    if show.all_scenes.is_some() {
        let pictures = presenter.parts.pictures.as_deref_mut();
        all_scenes_ui(ui, context, show, pictures, outbox);
        return;
    }
    let width = ui.available_width() * (1.0 - LEFT_PART);
    Panel::right("presenter notes")
        .frame(panel.inner_margin(Margin::symmetric(10, 6)))
        .resizable(false)
        .exact_size(width)
        .show(ui, |ui| {
            let pictures = presenter.parts.pictures.as_deref_mut();
            next_ui(ui, context, show, pictures, outbox);
            notes_ui(ui, context, show);
        });
    let height = ui.available_height() * (1.0 - MAP_PART);
    Panel::bottom("presenter passages")
        .frame(panel.inner_margin(Margin::symmetric(10, 6)))
        .resizable(false)
        .exact_size(height)
        .show(ui, |ui| {
            let kept = (&mut *presenter.sources, &mut *presenter.parts.reader);
            sources_ui(ui, context, show, kept, outbox);
        });
    CentralPanel::no_frame().show(ui, |ui| {
        let parts = &mut presenter.parts;
        map_ui(ui, context, parts.map, parts.camera, outbox);
    });
}

/// The next scene, or what is still to appear of this one.
fn next_ui(
    ui: &mut Ui,
    context: UiContext<'_>,
    show: &Show,
    pictures: Option<&mut SmallPictures>,
    outbox: &mut Outbox,
) {
    let theme = context.theme;
    let briefing = &context.session.briefing;
    let scene = briefing.scene(show.scene);
    let to_appear = scene.and_then(|scene| scene.builds.get(show.step));
    if let Some(feature) = to_appear.and_then(|&id| context.world.features.get(id)) {
        ui.add(Label::new(muted(theme, format!("Next appears: {}", feature.name))).truncate());
    }
    let next = show.scene + 1;
    let Some(scene) = briefing.scene(next) else {
        ui.label(muted(theme, "This is the last scene"));
        return;
    };
    ui.horizontal_top(|ui| {
        let width = ui.available_width() * NEXT_PART;
        let size = vec2(width, width * 9.0 / 16.0);
        let (place, response) = ui.allocate_exact_size(size, Sense::click());
        let name = format!("Go to the next scene: {}", scene.title);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
        let picture = ScenePicture {
            key: Some(Id::unique(("next scene", next))),
            map_size: PICTURE_OF,
            size,
        };
        paint_scene(ui, context, scene, (place, picture), pictures);
        if response
            .on_hover_text("Go there (G after its number)")
            .clicked()
        {
            outbox.push(Command::Show(ShowCommand::GoTo(next)));
        }
        ui.vertical(|ui| {
            ui.label(muted(theme, format!("Next: scene {}", next + 1)));
            ui.add(Label::new(heading(theme, &scene.title)).wrap());
        });
    });
}

/// What to say, at a size one can read standing.
fn notes_ui(ui: &mut Ui, context: UiContext<'_>, show: &Show) {
    let theme = context.theme;
    let Some(scene) = context.session.briefing.scene(show.scene) else {
        return;
    };
    ui.add_space(2.0 * GRID);
    ui.add(Label::new(title(theme, &scene.title)).wrap());
    ui.add_space(GRID);
    let room = ui.available_height();
    ScrollArea::vertical()
        .id_salt(("notes", show.scene))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if scene.notes.is_empty() {
                ui.label(muted(theme, "This scene has no notes."));
            }
            ui.spacing_mut().item_spacing.y = 2.0 * GRID;
            let size = notes_size(ui, theme, &scene.notes, room);
            for line in scene.notes.lines() {
                let words = RichText::new(line).family(fonts::serif());
                ui.add(Label::new(words.size(size)).wrap());
            }
        });
}

/// The largest type, of those one can read standing, in which all notes are in sight.
fn notes_size(ui: &Ui, theme: &Theme, notes: &str, room: f32) -> f32 {
    let width = ui.available_width();
    let height = |size: f32| -> f32 {
        let lines = notes.lines().map(|line| {
            let font = FontId::new(size, fonts::serif());
            let words = line.to_owned();
            let galley = ui.painter().layout(words, font, theme.ui.text, width);
            galley.size().y + ui.spacing().item_spacing.y
        });
        lines.sum()
    };
    let (least, most) = (theme.sizes.body, theme.sizes.reading);
    let sizes = (0..4_u8).map(|step| most + (least - most) * f32::from(step) / 4.0);
    sizes
        .into_iter()
        .find(|&size| height(size) <= room)
        .unwrap_or(least)
}
