//! What is told of a file as a whole: whose article it is of, as of when, in which view, and what
//! may be done with it.

use super::{DataChoice, SceneChoice, StoryData};
use crate::world::{Tint, World};

/// What the shapes are, for who sees them without the program's signs.
const SHAPES: &str = "Relations are straight lines between seats of government or points of the \
                      story's choosing, and no routes. Longitudes are from -180 to 180; what crosses \
                      the antimeridian is cut there.";

const BASES: &str = "stated: the article says so. schematic: the article names the ends, the way \
                     is the story's. outside: not in the article but from the source named.";

const GROUND: &str =
    "Seats of government and towns after GeoNames, CC BY 4.0, https://www.geonames.org/.";

const BUNDLED: &str = "Words and ways of the story: MIT or Apache-2.0, as you like; it tells the \
                       article in its own words and holds no sentence of it.";

const OTHER: &str = "The story's file names no licence: ask who made it before passing it on.";

/// Of an article and what is saved of it: the text is not Passage's, nor that of who saved it.
const OF_ARTICLE: &str = "The article\u{2019}s words are its publisher\u{2019}s: ask there before \
                          passing them on.";

const VERBATIM: &str = "The article\u{2019}s words are its publisher\u{2019}s: ask there before passing \
                        them on. What the story adds: MIT or Apache-2.0, as you like.";

const VERBATIM_OF_OTHER: &str = "The article\u{2019}s words are its publisher\u{2019}s, and the \
                                 story\u{2019}s file names no licence: ask both before passing it on.";

/// What may be done with the story itself.
#[expect(
    clippy::fn_params_excessive_bools,
    reason = "that and whose words they are is all the licence depends on"
)]
pub(in crate::export) fn licence(world: &World, is_bundled: bool) -> &'static str {
    match (&world.copy, is_bundled) {
        _ if world.tint == Tint::Mentions => OF_ARTICLE,
        (Some(_), true) => VERBATIM,
        (Some(_), false) => VERBATIM_OF_OTHER,
        (None, true) => BUNDLED,
        (None, false) => OTHER,
    }
}

impl StoryData<'_> {
    /// Each with the name it goes by in a file. What the story does not say is left out.
    pub(super) fn about(&self, choice: DataChoice) -> Vec<(&'static str, String)> {
        let article = &self.world.article;
        let view = choice.worldview;
        let scene = match choice.scenes {
            SceneChoice::Story => String::new(),
            SceneChoice::AnyScene => "What is on show in some scene".to_owned(),
            SceneChoice::Scene(number) => {
                let scene = number.checked_sub(1).and_then(|at| self.scenes.get(at));
                let title = scene.map_or("", |scene| &scene.title);
                format!("What is on show in scene {number}: {title}")
            }
        };
        let worldview_note = format!(
            "In the {} view of disputed borders: {}. The file holds no borders, and no shape in it \
             depends on the view.",
            view.name(),
            view.basis()
        );
        let all = [
            ("title", self.world.title.clone()),
            ("article", article.citation()),
            ("article_credits", article.credits.clone()),
            ("article_note", self.world.note()),
            ("as_of", article.date.clone()),
            ("selection", scene),
            ("worldview", view.key().to_owned()),
            ("worldview_note", worldview_note),
            ("geometry_note", SHAPES.to_owned()),
            ("basis_note", BASES.to_owned()),
            (
                "licence",
                format!("{} {GROUND}", licence(self.world, self.is_bundled)),
            ),
        ];
        let told = all.into_iter().filter(|(_, words)| !words.is_empty());
        told.collect()
    }
}
