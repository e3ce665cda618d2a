//! What is in a page for a browser.

use std::collections::BTreeSet;

use egui::vec2;

use super::{ExportFault, ExportStory, Wanted, opening};
use crate::atlas::Worldview;
use crate::export::page::{PageContent, PageScene};
use crate::export::picture::svg_element;
use crate::theme::ThemeKind;
use crate::ui::{Press, SheetChoice, SheetOf, passages_behind, sheet_notes};
use crate::world::Stage;

/// Maps of a page, in pixels of the browser, and how large their words are.
const MAP_PX: [f32; 2] = [1_100.0, 720.0];
const ENLARGEMENT: f32 = 1.15;

/// Parts of a pixel that lines are told apart by.
const PER_PIXEL: f32 = 5.0;

fn choice(theme: ThemeKind) -> SheetChoice {
    let [width, height] = MAP_PX;
    SheetChoice {
        size: vec2(width, height),
        enlargement: ENLARGEMENT,
        theme,
        has_words: false,
        has_scale: true,
        // A picture of pixels in each of the maps would be more than all else.
        has_hills: false,
    }
}

/// A step of the briefing; `at` is its place among the maps of the page.
pub(super) fn scene_of(
    story: ExportStory<'_>,
    press: &mut Press<'_>,
    (at, wanted): (usize, &Wanted),
    (theme, has_notes): (ThemeKind, bool),
) -> Result<PageScene, ExportFault> {
    let of = SheetOf {
        title: &wanted.title,
        stage: &wanted.stage,
        goal: &wanted.goal,
    };
    let mut drawing = press.drawing(of, choice(theme))?;
    drawing.round_lines(PER_PIXEL);
    let scene = wanted.scene.and_then(|at| story.scenes.get(at));
    let notes = scene.filter(|_| has_notes).map(|scene| scene.notes.trim());
    Ok(PageScene {
        title: wanted.title.clone(),
        svg: svg_element(&drawing, &format!("scene-{}-", at + 1)),
        passages: passages_behind(story.world, &wanted.stage),
        notes: notes.filter(|notes| !notes.is_empty()).map(str::to_owned),
    })
}

/// The page, with a map of everything before the scenes.
pub(super) fn content_of<'a>(
    story: ExportStory<'a>,
    press: &mut Press<'_>,
    scenes: Vec<PageScene>,
    (theme, worldview): (ThemeKind, Option<Worldview>),
) -> Result<PageContent<'a>, ExportFault> {
    let (mut stage, goal) = opening(story)?;
    stage.worldview = worldview.unwrap_or(stage.worldview);
    let opening_overlays: BTreeSet<_> = stage.overlays.clone();
    let everything = Stage {
        overlays: story.world.overlays.ids().collect(),
        ..stage.clone()
    };
    let of = SheetOf {
        title: &story.world.title,
        stage: &everything,
        goal: &goal,
    };
    let mut drawing = press.drawing(of, choice(theme))?;
    drawing.round_lines(PER_PIXEL);
    Ok(PageContent {
        world: story.world,
        atlas: story.atlas,
        is_bundled: story.is_bundled,
        worldview: stage.worldview,
        map_svg: svg_element(&drawing, "map-"),
        overlays: opening_overlays,
        scenes,
        credits: sheet_notes(story.atlas, story.world, &everything)
            .into_iter()
            .filter(|note| note.contains(super::SOURCE_MARK))
            .collect(),
    })
}
