//! What is in a handout of some scenes.

use egui::vec2;

use super::{ExportFault, Wanted};
use crate::export::data::StoryData;
use crate::export::handout::{Callout, Handout, HandoutPage, HandoutPassage};
use crate::picture::Drawing;
use crate::theme::ThemeKind;
use crate::ui::{Press, SheetChoice, SheetNotes, passages_behind};
use crate::world::{Id, Passage, Stage, Subject};

/// A map as the page has room for it, in pixels of the sheet, and how large its words are there: on
/// paper they come to about seven points.
const MAP_PX: [f32; 2] = [1_000.0, 860.0];
const ENLARGEMENT: f32 = 1.2;

/// How wide a legend is, in its own pixels, and how large its words are there.
const LEGEND_PX: f32 = 640.0;
const LEGEND_ENLARGEMENT: f32 = 0.85;

/// One page. Maps on paper are lines and words throughout, so they have no hills.
pub(super) fn page_of(
    story: StoryData<'_>,
    press: &mut Press<'_>,
    wanted: &Wanted,
    theme: ThemeKind,
) -> Result<HandoutPage, ExportFault> {
    let [width, height] = MAP_PX;
    let choice = SheetChoice::map(vec2(width, height), ENLARGEMENT, theme);
    let map = press.drawing(wanted.sheet(), choice)?;
    // The legend stands under the map, about as wide as it and with words as large.
    let of_legend = SheetChoice {
        size: vec2(LEGEND_PX, height),
        enlargement: LEGEND_ENLARGEMENT,
        ..choice
    };
    let legend = press.legend(wanted.sheet(), of_legend);
    let callouts = callouts(story, &wanted.stage, &map);
    let behind = passages_behind(story.world, &wanted.stage);
    Ok(HandoutPage {
        title: wanted.title.clone(),
        callouts,
        passages: passages(story, &behind),
        map,
        legend,
        notes: wanted.notes.clone(),
    })
}

/// A number for each feature on show that is somewhere on the map.
fn callouts(story: StoryData<'_>, stage: &Stage, map: &Drawing) -> Vec<Callout> {
    let world = story.world;
    let number = |id: Id<Passage>| {
        world
            .passages
            .get(id)
            .map(|passage| passage.number as usize)
    };
    let wants = |id| {
        let feature = world.features.get(id);
        feature.is_some_and(|feature| stage.wants(world, feature))
    };
    let features = world.features.iter().filter(|(id, _)| wants(*id));
    features
        .filter_map(|(id, feature)| {
            let subject = Subject::Feature(id);
            let key = world.key_of(story.atlas, subject)?;
            let place = map.places.iter().find(|place| place.subject == key)?;
            let passages = world.links.passages(subject).iter();
            Some(Callout {
                at: place.at,
                name: feature.name.clone(),
                passages: passages.filter_map(|&id| number(id)).collect(),
            })
        })
        .collect()
}

fn passages(story: StoryData<'_>, ids: &[Id<Passage>]) -> Vec<HandoutPassage> {
    let source = story.world.article.publisher_and_date();
    let passages = ids.iter().filter_map(|&id| story.world.passages.get(id));
    passages
        .map(|passage| HandoutPassage {
            number: passage.number as usize,
            text: passage.text.clone(),
            source: source.clone(),
        })
        .collect()
}

/// The whole of it.
pub(super) fn handout_of(
    story: StoryData<'_>,
    steps: &[Wanted],
    pages: Vec<HandoutPage>,
) -> Handout {
    let article = &story.world.article;
    let (mut notes, mut credits): (Vec<String>, Vec<String>) = Default::default();
    for wanted in steps {
        let of_map = SheetNotes::of_map(story.atlas, story.world, &wanted.stage);
        let new = of_map
            .notes
            .into_iter()
            .filter(|note| !notes.contains(note));
        let new: Vec<String> = new.collect();
        notes.extend(new);
        if !credits.contains(&of_map.source) {
            credits.push(of_map.source);
        }
    }
    let whose = story.world.note();
    if !whose.is_empty() {
        notes.push(whose);
    }
    Handout {
        title: story.world.title.clone(),
        subtitle: article.publisher_and_date(),
        language: "en".to_owned(),
        pages,
        notes,
        credits,
    }
}
