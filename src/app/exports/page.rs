//! What is in a page for a browser.

use egui::vec2;

use super::{ExportFault, Wanted, opening};
use crate::atlas::Worldview;
use crate::export::data::StoryData;
use crate::export::page::{PageContent, PageScene};
use crate::export::picture::svg_element;
use crate::theme::ThemeKind;
use crate::ui::{Press, SheetChoice, SheetNotes, SheetOf, passages_behind};
use crate::world::Stage;

/// Maps of a page, in pixels of the browser, and how large their words are.
const MAP_PX: [f32; 2] = [1_100.0, 720.0];
const ENLARGEMENT: f32 = 1.15;

/// Parts of a pixel that lines are told apart by.
const PER_PIXEL: f32 = 5.0;

/// A map as an element of the page. The page is light, and so are its maps; a picture of hills in each
/// of them would be more than all else.
fn map(press: &mut Press<'_>, of: SheetOf<'_>, id_prefix: &str) -> Result<String, ExportFault> {
    let [width, height] = MAP_PX;
    let choice = SheetChoice::map(vec2(width, height), ENLARGEMENT, ThemeKind::Light);
    let mut drawing = press.drawing(of, choice)?;
    drawing.round_lines(PER_PIXEL);
    Ok(svg_element(&drawing, id_prefix))
}

/// A step of the briefing; `at` is its place among the maps of the page.
pub(super) fn scene_of(
    story: StoryData<'_>,
    press: &mut Press<'_>,
    (at, wanted): (usize, &Wanted),
) -> Result<PageScene, ExportFault> {
    Ok(PageScene {
        title: wanted.title.clone(),
        svg: map(press, wanted.sheet(), &format!("scene-{}-", at + 1))?,
        passages: passages_behind(story.world, &wanted.stage),
        notes: wanted.notes.clone(),
    })
}

/// The page, with a map of everything before the scenes.
pub(super) fn content_of<'a>(
    story: StoryData<'a>,
    press: &mut Press<'_>,
    scenes: Vec<PageScene>,
    worldview: Option<Worldview>,
) -> Result<PageContent<'a>, ExportFault> {
    let (stage, goal) = opening(story)?;
    let overlays = stage.overlays.clone();
    let everything = Stage {
        overlays: story.world.overlays.ids().collect(),
        worldview: worldview.unwrap_or(stage.worldview),
        ..stage
    };
    let of = SheetOf {
        title: &story.world.title,
        stage: &everything,
        goal: &goal,
    };
    let notes = SheetNotes::of_map(story.atlas, story.world, &everything);
    Ok(PageContent {
        world: story.world,
        atlas: story.atlas,
        is_bundled: story.is_bundled,
        worldview: everything.worldview,
        map_svg: map(press, of, "map-")?,
        overlays,
        scenes,
        credits: vec![notes.source],
    })
}
