//! A scene or a view as a sheet: title, map, legend and notes, laid out by egui without a window, a
//! graphics card or a network, and described line by line (see `picture::Drawing`).
//!
//! In: what is on show, how large the sheet is, and in which theme. Out: files (see `export`).

mod capture;
mod notes;
mod page;
mod shade;

use std::sync::Arc;
use std::thread::JoinHandle;

use egui::{Context, Pos2, RawInput, Rect, Ui, Vec2, ViewportId, vec2};

pub use self::notes::SheetNotes;
use self::page::{Page, description, map_part, words_layer};
use super::UiContext;
use super::map::{MapState, detail_for, scale_layer};
use super::show::ShowLegend;
use crate::atlas::{AreaIndex, Atlas, AtlasError, Detail, Level, Relief};
use crate::geography::MapProjection;
use crate::picture::{Drawing, Ground, GroundKey, View};
use crate::session::{Background, Camera, CameraGoal, Session, Stage};
use crate::theme::show_sizes::show_enlargement;
use crate::theme::{Theme, ThemeKind, fonts};
use crate::world::World;

pub(in crate::ui) use self::capture::{Piece, Words, captured, captured_with};

/// How far around a map lines are made, as a part of its longer side.
const AROUND: f32 = 0.1;

/// What a sheet is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SheetChoice {
    /// In pixels at scale 1.
    pub size: Vec2,
    /// By how much everything is larger than egui's points.
    pub enlargement: f32,
    pub theme: ThemeKind,
    /// Whether title, legend and notes stand around the map.
    pub has_words: bool,
    /// Whether the scale stands on the map.
    pub has_scale: bool,
    /// Whether hills are shaded where the stage has them: a picture of pixels.
    pub has_hills: bool,
}

/// What is to be on a sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetOf<'a> {
    pub title: &'a str,
    pub stage: &'a Stage,
    pub goal: &'a CameraGoal,
}

/// Lays sheets out, one after the other.
pub struct Press<'a> {
    atlas: &'a Atlas,
    world: &'a World,
    context: Context,
    map: MapState,
    /// What the map has been given, all for one projection and worldview.
    grounds: Vec<GroundKey>,
    levels: Vec<(Arc<Level>, Arc<AreaIndex>)>,
    relief: Hills,
    theme: Option<ThemeKind>,
    /// Whether there will be no other sheet: then only what is around its map is made.
    is_for_one: bool,
}

/// The hills are read on another thread, because that takes longer than all else.
enum Hills {
    NotAsked,
    Read(JoinHandle<Option<Relief>>),
    There(Option<Relief>),
}

impl SheetChoice {
    /// A whole sheet of a size, with words as large as a show has them in a window so high.
    pub fn whole(size: Vec2, theme: ThemeKind) -> Self {
        Self {
            size,
            enlargement: show_enlargement(size.y, 100),
            theme,
            has_words: true,
            has_scale: true,
            has_hills: true,
        }
    }

    /// A map with its scale and nothing around it, in lines and words throughout.
    pub fn map(size: Vec2, enlargement: f32, theme: ThemeKind) -> Self {
        Self {
            size,
            enlargement,
            theme,
            has_words: false,
            has_scale: true,
            has_hills: false,
        }
    }
}

impl<'a> Press<'a> {
    pub fn new(atlas: &'a Atlas, world: &'a World) -> Self {
        let context = Context::default();
        fonts::install(&context);
        Self {
            atlas,
            world,
            context,
            map: MapState::on_sheet(),
            grounds: Vec::new(),
            levels: Vec::new(),
            relief: Hills::NotAsked,
            theme: None,
            is_for_one: false,
        }
    }

    /// The same for a single sheet, which is laid out faster. Another one would lack lines.
    pub fn for_one(atlas: &'a Atlas, world: &'a World) -> Self {
        Self {
            is_for_one: true,
            ..Self::new(atlas, world)
        }
    }

    /// Begins to read the hills, if they are to be seen.
    pub fn expect_hills(&mut self) {
        if matches!(self.relief, Hills::NotAsked) {
            self.relief = Hills::Read(std::thread::spawn(|| Relief::load().ok()));
        }
    }

    /// Describes a sheet.
    ///
    /// # Errors
    /// Where the atlas can not be read.
    pub fn drawing(&mut self, of: SheetOf<'_>, choice: SheetChoice) -> Result<Drawing, AtlasError> {
        let has_hills = choice.has_hills && of.stage.background == Background::Relief;
        if has_hills {
            self.expect_hills();
        }
        let theme = self.put_on(choice.theme);
        let session = session_of(of.stage, self.world);
        let enlargement = choice.enlargement;
        self.map.set_scale(choice.has_scale.into());
        let page = Page {
            of,
            size: choice.size / enlargement,
            has_words: choice.has_words,
        };
        let how = (page.size, enlargement);
        // What room the words leave decides which ground the map needs.
        let laid_out = self.run(&session, &theme, how, |ui, context, _| {
            page.lay_out(ui, context)
        });
        let (words, room) = laid_out.unwrap_or((Vec::new(), Rect::ZERO));
        let projection = session.stage.projection;
        let (mut camera, view) = framed(room, of.goal, projection);
        self.take_grounds(&view, &session)?;
        let hills = if has_hills { self.hills() } else { None };
        let drawing = self.run(&session, &theme, how, |ui, context, map| {
            let shade = (hills.as_ref(), enlargement);
            let drawn = map_part(ui, context, (map, &mut camera), &view, shade);
            let scale = choice.has_scale.then(|| scale_layer(ui, context, &view));
            let layers = drawn.layers.into_iter().chain(scale);
            Drawing {
                size: page.size,
                title: of.title.to_owned(),
                description: description(context, of.title),
                background: theme.ui.panel,
                layers: layers.chain(words.iter().cloned()).collect(),
                places: drawn.places,
                map: view.rect,
            }
        });
        if has_hills {
            self.relief = Hills::There(hills);
        }
        let mut drawing = drawing.unwrap_or_default();
        drawing.enlarge(enlargement);
        drawing.size = choice.size;
        Ok(drawing)
    }

    fn put_on(&mut self, kind: ThemeKind) -> Theme {
        let steps = self.world.steps_of_focus();
        let theme = Theme::new(kind).tinted_by_steps(&steps).on_show();
        if self.theme.replace(kind) != Some(kind) {
            self.map.forget_looks();
            fonts::apply_style(&self.context, &theme);
        }
        theme
    }

    /// The legend of a sheet alone, as wide as the sheet; none where it would be empty.
    pub fn legend(&mut self, of: SheetOf<'_>, choice: SheetChoice) -> Option<Drawing> {
        let steps = self.world.steps_of_focus();
        let theme = Theme::new(choice.theme).tinted_by_steps(&steps).on_show();
        let session = session_of(of.stage, self.world);
        let size = choice.size / choice.enlargement;
        let drawing = self.run(
            &session,
            &theme,
            (size, choice.enlargement),
            |ui, context, _| {
                let mut legend = ShowLegend::default();
                let height = legend.own_height_px(ui, context, size.x);
                ui.set_max_width(size.x);
                let marks = captured_with(ui, |ui| legend.on_sheet_ui(ui, context));
                let mut drawing = Drawing {
                    size: vec2(size.x, height),
                    background: theme.ui.panel,
                    ..Drawing::default()
                };
                drawing.layers.push(words_layer("legend", "Legend", marks));
                drawing
            },
        );
        let mut drawing = drawing.filter(|drawing| drawing.texts().next().is_some())?;
        drawing.enlarge(choice.enlargement);
        Some(drawing)
    }

    fn hills(&mut self) -> Option<Relief> {
        match std::mem::replace(&mut self.relief, Hills::NotAsked) {
            Hills::NotAsked => None,
            Hills::Read(reading) => reading.join().ok().flatten(),
            Hills::There(relief) => relief,
        }
    }

    /// One pass of egui over a page.
    fn run<T>(
        &mut self,
        session: &Session,
        theme: &Theme,
        (page_size, enlargement): (Vec2, f32),
        mut draw: impl FnMut(&mut Ui, UiContext<'_>, &mut MapState) -> T,
    ) -> Option<T> {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, page_size)),
            ..RawInput::default()
        };
        let window = input.viewports.entry(ViewportId::ROOT).or_default();
        window.native_pixels_per_point = Some(enlargement);
        let context = UiContext {
            atlas: self.atlas,
            world: self.world,
            session,
            theme,
        };
        let map = &mut self.map;
        let mut made = None;
        let mut output = self.context.run_ui(input, |ui| {
            made = Some(draw(ui, context, map));
        });
        // Nobody paints.
        output.textures_delta.clear();
        made
    }

    /// Gives the map the ground that a zoom asks for, and before it what names are measured on.
    fn take_grounds(&mut self, view: &View, session: &Session) -> Result<(), AtlasError> {
        let (projection, worldview) = (session.stage.projection, session.stage.worldview);
        let wanted = detail_for(view.zoom());
        let around_px = view.rect.size().max_elem() * AROUND;
        let region = self.is_for_one.then(|| view.visible(around_px));
        for detail in [Detail::Medium, wanted] {
            let key = GroundKey {
                detail,
                projection,
                worldview,
            };
            if self.grounds.contains(&key) {
                continue;
            }
            let (level, areas) = self.level(detail)?;
            let focus = self.world.focus_countries();
            let ground = Ground::of_lines(&level, (self.atlas, &focus), key, region);
            let is_companion =
                |other: &GroundKey| (other.projection, other.worldview) == (projection, worldview);
            self.grounds.retain(is_companion);
            self.grounds.push(key);
            self.map.take_level(level, areas, Arc::new(ground));
        }
        Ok(())
    }

    fn level(&mut self, detail: Detail) -> Result<(Arc<Level>, Arc<AreaIndex>), AtlasError> {
        let known = self.levels.iter().find(|(level, _)| level.detail == detail);
        if let Some(known) = known {
            return Ok(known.clone());
        }
        let level = Arc::new(Level::load(detail, self.atlas)?);
        let areas = Arc::new(AreaIndex::new(&level));
        self.levels.push((level.clone(), areas.clone()));
        Ok((level, areas))
    }
}

/// A camera that looks at a goal through a window, and what it sees.
fn framed(window: Rect, goal: &CameraGoal, projection: MapProjection) -> (Camera, View) {
    let mut camera = Camera::default();
    camera.set_viewport(window.size(), projection);
    camera.jump_to(goal, projection);
    let center = projection.project(camera.center());
    let view = View::new(window, center, camera.zoom());
    (camera, view)
}

/// A sitting with a stage of which a sheet can be made: nothing is fetched for it.
fn session_of(stage: &Stage, world: &World) -> Session {
    let mut stage = stage.clone();
    if stage.background.has_tiles() {
        stage.background = Background::None;
    }
    Session::of_map(stage, world)
}
