//! What the stage shows of a story, found anew only when the stage has changed: so that no frame
//! goes through all features.
//!
//! In: which features are on show, which each overlay lists, and which stand out. Out: the rules
//! themselves (see `emphasis`).

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Emphasis, Session, Stage};
use crate::world::{Era, Feature, Id, Overlay, Passage, Subject, World};

/// Of a great many that take part in one thing so many stand out, the first of the story.
pub const MOST_RELATED: usize = 300;

/// What of a stage decides what is on show.
#[derive(Clone, Debug, PartialEq)]
struct Wanted {
    overlays: BTreeSet<Id<Overlay>>,
    withheld: BTreeSet<Id<Feature>>,
    shows_outside: bool,
    shows_afterwards: bool,
    era: Option<Id<Era>>,
    /// What is on show only because it is selected.
    chosen: Option<Id<Feature>>,
    /// The paragraph in view, which brings what it names.
    followed: Option<Id<Passage>>,
}

/// The features on show and in lists.
#[derive(Clone, Debug, Default)]
pub struct OnShow {
    wanted: Option<Wanted>,
    features: Arc<[Id<Feature>]>,
    is_on: Vec<bool>,
    listings: Vec<Listing>,
}

/// The features of one overlay, as the legend lists them.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// Those of the era, and of later times where these are wanted.
    pub features: Arc<[Id<Feature>]>,
    /// How many of them are drawn while the overlay is on.
    pub drawn: usize,
    /// How many of them are not in the article.
    pub outside: usize,
}

impl OnShow {
    /// The story has changed: all is found anew.
    pub(super) fn forget(&mut self) {
        self.wanted = None;
    }

    /// In the order of the story. The same `Arc` as long as the same ones are.
    pub fn features(&self) -> &Arc<[Id<Feature>]> {
        &self.features
    }

    pub fn contains(&self, feature: Id<Feature>) -> bool {
        self.is_on.get(feature.index()).copied().unwrap_or(false)
    }

    pub fn listing(&self, overlay: Id<Overlay>) -> Option<&Listing> {
        self.listings.get(overlay.index())
    }
}

impl Session {
    /// Brings what is on show up to date with the stage; at the start of a frame.
    pub fn refresh(&mut self, world: &World) {
        if let Some(show) = &mut self.show {
            show.wait(self.search.as_ref(), self.now_secs);
        }
        let chosen = self.chosen_alone(world);
        let followed = self.followed.as_ref().map(|followed| followed.passage);
        let wanted = Some(wanted(&self.stage, chosen, followed));
        if self.on_show.wanted == wanted {
            return;
        }
        let features: Arc<[Id<Feature>]> = world
            .features
            .ids()
            .filter(|&id| self.shows(world, id))
            .collect();
        let mut is_on = vec![false; world.features.len()];
        for feature in &*features {
            if let Some(is_on) = is_on.get_mut(feature.index()) {
                *is_on = true;
            }
        }
        let overlays = world.overlays.ids();
        let listings = overlays.map(|id| self.listing_of(world, id)).collect();
        self.on_show = OnShow {
            wanted,
            features,
            is_on,
            listings,
        };
    }

    fn listing_of(&self, world: &World, overlay: Id<Overlay>) -> Listing {
        let all = world.links.in_overlay(overlay).iter().copied();
        let features: Arc<[Id<Feature>]> = all.filter(|&id| self.lists(world, id)).collect();
        let count = |is_one: &dyn Fn(&Feature) -> bool| {
            let rows = features.iter().filter_map(|&id| world.features.get(id));
            rows.filter(|&feature| is_one(feature)).count()
        };
        Listing {
            drawn: count(&|feature| self.wants(world, feature)),
            outside: count(&Feature::is_from_elsewhere),
            features,
        }
    }

    /// Whether an overlay's list has a feature.
    fn lists(&self, world: &World, id: Id<Feature>) -> bool {
        world.features.get(id).is_some_and(|feature| {
            let is_chosen = self.stage.selection == Some(Subject::Feature(id));
            is_chosen
                || !self.stage.withheld.contains(&id)
                    && self.stage.tells_of(feature)
                    && world.holds_in(feature, self.stage.era)
        })
    }

    /// The selected feature, if it would not be on show and listed without that.
    fn chosen_alone(&self, world: &World) -> Option<Id<Feature>> {
        let Some(Subject::Feature(id)) = self.stage.selection else {
            return None;
        };
        let feature = world.features.get(id)?;
        let is_due = !self.stage.withheld.contains(&id) && self.wants(world, feature);
        (!is_due).then_some(id)
    }

    /// How strongly what is on show stands out where nothing else is said.
    pub fn base_emphasis(&self) -> Emphasis {
        match (self.stage.selection, self.stage.compare) {
            (Some(_), Some(_)) => Emphasis::Quiet,
            _ if self.followed.is_some() => Emphasis::Quiet,
            _ => Emphasis::Normal,
        }
    }

    /// The features on show that stand out from the others, in the order of the story.
    pub fn outstanding(&self, world: &World) -> Vec<(Id<Feature>, Emphasis)> {
        let causes = [self.stage.selection, self.stage.compare, self.hover];
        let mut found: Vec<Id<Feature>> = Vec::new();
        for cause in causes.into_iter().flatten() {
            let related = match cause {
                Subject::Overlay(overlay) => world.links.in_overlay(overlay),
                other => world.links.features(other),
            };
            let related = related.iter().copied();
            let on_show = related.filter(|&id| self.on_show.contains(id));
            let stands_out = on_show.filter(|&id| self.stands_out(world, id).is_some());
            found.extend(stands_out.take(MOST_RELATED));
            if let Subject::Feature(id) = cause
                && self.on_show.contains(id)
            {
                found.push(id);
            }
        }
        if let Some(followed) = &self.followed {
            found.extend(followed.features().filter(|&id| self.on_show.contains(id)));
        }
        found.sort_unstable();
        found.dedup();
        let lit = found.into_iter();
        lit.filter_map(|id| Some((id, self.stands_out(world, id)?)))
            .collect()
    }

    fn stands_out(&self, world: &World, id: Id<Feature>) -> Option<Emphasis> {
        let emphasis = self.emphasis(world, Subject::Feature(id));
        (emphasis != self.base_emphasis()).then_some(emphasis)
    }
}

fn wanted(stage: &Stage, chosen: Option<Id<Feature>>, followed: Option<Id<Passage>>) -> Wanted {
    Wanted {
        overlays: stage.overlays.clone(),
        withheld: stage.withheld.clone(),
        shows_outside: stage.shows_outside,
        shows_afterwards: stage.shows_afterwards,
        era: stage.era,
        chosen,
        followed,
    }
}
