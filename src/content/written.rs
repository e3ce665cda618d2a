//! From the model to a story file: any story as a whole, in the format that is read.
//!
//! In: what each part holds, so that it is read as the same again. Out: putting parts into a file
//! there is (see `save`), and the disk.

mod features;
mod json;
mod markup;
#[cfg(test)]
mod round_trip;
mod tables;

pub(super) use json::{Members, list};
pub(super) use markup::kind_written;
pub(super) use tables::{actor_json, overlays_json, passage_json, place_json, topics_json};
pub use tables::{actors_json, passages_json, places_json};

use json::{number, quoted};

use super::layout::Layout;
use super::orphans::orphans_json;
use super::scenes::scenes_json;
use crate::atlas::Atlas;
use crate::geography::GeoBounds;
use crate::world::{Tint, World};

/// A story as its own file has it, a member to a line. What could not be read from a file, such as
/// mentions that cross, is left out.
pub fn story_json(world: &World, atlas: &Atlas) -> String {
    let scenes = scenes_json(world, atlas, &world.scenes);
    let story = Members::default()
        .json("format", "1")
        .name("title", &world.title)
        .json("article", &article(world))
        .json_if("opening", opening(world))
        .rows("focus", &tables::focus_json(world, atlas))
        .rows("sources", &tables::sources_json(world))
        .rows("overlays", &overlays_json(world))
        .rows("actors", &actors_json(world))
        .rows("places", &places_json(world, atlas))
        .rows("eras", &tables::eras_json(world))
        .rows("features", &features::features_json(world, atlas))
        .rows("passages", &passages_json(world, atlas))
        .rows("topics", &topics_json(world))
        .rows("orphans", &orphans_json(world, atlas))
        .rows("afterwards", &tables::afterwards_json(world, atlas))
        .rows("scenes", &scenes)
        .object();
    let mut text = Layout::of("{\n}", None).whole(&story);
    text.push('\n');
    text
}

fn article(world: &World) -> String {
    let article = &world.article;
    Members::default()
        .name("publisher", &article.publisher)
        .name("title", &article.title)
        .name("date", &article.date)
        .prose_if("credits", &article.credits)
        .prose_if("note", &article.note)
        .rows(
            "lines",
            &list(article.lines.iter().map(|line| quoted(line))),
        )
        .object()
}

fn opening(world: &World) -> Option<String> {
    let overlays = world.opening_overlays.iter();
    let overlays = overlays.filter_map(|&id| Some(quoted(&world.overlays.get(id)?.key)));
    let opening = Members::default()
        .rows("overlays", &list(overlays))
        .json_if("frame", world.opening_frame.map(edges))
        .name_if("tint", (world.tint == Tint::Mentions).then_some("mentions"));
    opening.has_any().then(|| opening.object())
}

/// West, south, east, north.
fn edges(bounds: GeoBounds) -> String {
    let edges = [
        bounds.west_deg,
        bounds.south_deg,
        bounds.east_deg,
        bounds.north_deg,
    ];
    list(edges.into_iter().map(number))
}
