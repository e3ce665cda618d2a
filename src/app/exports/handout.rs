//! What is in a handout of some scenes.

use egui::vec2;

use super::{ExportFault, ExportStory, Wanted};
use crate::export::handout::{Callout, Handout, HandoutPage, HandoutPassage};
use crate::picture::Drawing;
use crate::theme::ThemeKind;
use crate::ui::{Press, SheetChoice, SheetOf, passages_behind, sheet_notes};
use crate::world::{Id, Passage, Stage, Subject};

/// A map as the page has room for it, in pixels of the sheet, and how large its words are there: on
/// paper they come to about seven points.
const MAP_PX: [f32; 2] = [1_000.0, 860.0];
const ENLARGEMENT: f32 = 1.2;

/// How wide a legend is, in its own pixels.
const LEGEND_PX: f32 = 640.0;

/// One page. Maps on paper are lines and words throughout, so they have no hills.
pub(super) fn page_of(
    story: ExportStory<'_>,
    press: &mut Press<'_>,
    wanted: &Wanted,
    theme: ThemeKind,
) -> Result<HandoutPage, ExportFault> {
    let of = SheetOf {
        title: &wanted.title,
        stage: &wanted.stage,
        goal: &wanted.goal,
    };
    let [width, height] = MAP_PX;
    let choice = SheetChoice {
        size: vec2(width, height),
        enlargement: ENLARGEMENT,
        theme,
        has_words: false,
        has_scale: true,
        has_hills: false,
    };
    let map = press.drawing(of, choice)?;
    let legend = press.legend(of, legend_choice(choice));
    let scene = wanted.scene.and_then(|at| story.scenes.get(at));
    let notes = scene.map(|scene| scene.notes.trim());
    let callouts = callouts(story, &wanted.stage, &map);
    let behind = passages_behind(story.world, &wanted.stage);
    Ok(HandoutPage {
        title: wanted.title.clone(),
        callouts,
        passages: passages(story, &behind),
        map,
        legend,
        notes: notes.filter(|notes| !notes.is_empty()).map(str::to_owned),
    })
}

/// The legend stands under the map, about as wide as it and with words as large.
fn legend_choice(map: SheetChoice) -> SheetChoice {
    SheetChoice {
        size: vec2(LEGEND_PX, map.size.y),
        enlargement: 0.85,
        ..map
    }
}

/// A number for each feature on show that is somewhere on the map.
fn callouts(story: ExportStory<'_>, stage: &Stage, map: &Drawing) -> Vec<Callout> {
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
            let key = format!("feature:{}", feature.key);
            let place = map.places.iter().find(|place| place.subject == key)?;
            let passages = world.links.passages(Subject::Feature(id)).iter();
            Some(Callout {
                at: place.at,
                name: feature.name.clone(),
                passages: passages.filter_map(|&id| number(id)).collect(),
            })
        })
        .collect()
}

fn passages(story: ExportStory<'_>, ids: &[Id<Passage>]) -> Vec<HandoutPassage> {
    let article = &story.world.article;
    let source = [&article.publisher, &article.date].map(String::as_str);
    let source = source.into_iter().filter(|part| !part.is_empty());
    let source = source.collect::<Vec<_>>().join(", ");
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
    story: ExportStory<'_>,
    steps: &[Wanted],
    pages: Vec<HandoutPage>,
) -> Handout {
    let article = &story.world.article;
    let subtitle = [&article.publisher, &article.date].map(String::as_str);
    let subtitle = subtitle.into_iter().filter(|part| !part.is_empty());
    let mut notes: Vec<String> = Vec::new();
    for wanted in steps {
        for note in sheet_notes(story.atlas, story.world, &wanted.stage) {
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    // The last line of each sheet is its source, which a handout has among its credits.
    let is_credit = |note: &String| note.contains(super::SOURCE_MARK);
    let (credits, mut notes): (Vec<String>, Vec<String>) = notes.into_iter().partition(is_credit);
    if !article.note.is_empty() {
        notes.push(article.note.clone());
    }
    Handout {
        title: story.world.title.clone(),
        subtitle: subtitle.collect::<Vec<_>>().join(", "),
        language: "en".to_owned(),
        pages,
        notes,
        credits,
    }
}
