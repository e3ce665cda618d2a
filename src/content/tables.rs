//! The story's smaller tables: focus countries, sources, overlays, actors, places.

use serde_json::Value;

use super::geometry::checked;
use super::kinds::overlay_style;
use super::raw::{RawActor, RawFocus, RawOverlay, RawPlace, RawSource};
use super::resolve::Loader;
use crate::world::{Actor, ActorKind, FocusCountry, Overlay, Place, Source, Subject};

impl Loader<'_> {
    pub(super) fn load_focus(&mut self, rows: Vec<Value>) {
        for focus in self.rows::<RawFocus>("focus", rows) {
            if let Some(country) = self.atlas.country_by_code(&focus.country) {
                self.world.focus.push(FocusCountry {
                    country,
                    part: focus.part,
                });
            } else {
                let what = format!("no country has the code {}", focus.country);
                self.problem(
                    &focus.country,
                    what,
                    "an ISO 3166-1 alpha-3 code such as PAK",
                );
            }
        }
    }

    pub(super) fn load_tables(
        &mut self,
        sources: Vec<Value>,
        overlays: Vec<Value>,
        actors: Vec<Value>,
        places: Vec<Value>,
    ) {
        for RawSource {
            key,
            title,
            date,
            url,
        } in self.rows("sources", sources)
        {
            let row = Source {
                key: key.clone(),
                title,
                date,
                url,
            };
            let id = self.world.sources.push(row);
            self.sources.entry(key).or_insert(id);
        }
        for RawOverlay {
            key,
            name,
            about,
            style,
        } in self.rows("overlays", overlays)
        {
            let style = overlay_style(style);
            let row = Overlay {
                key: key.clone(),
                name: self.name(&key, &name),
                about,
                style,
            };
            let id = self.world.overlays.push(row);
            self.keep("overlay", &key, Subject::Overlay(id));
        }
        self.load_actors(actors);
        self.load_places(places);
    }

    fn load_actors(&mut self, actors: Vec<Value>) {
        for actor in self.rows::<RawActor>("actors", actors) {
            let at = actor.at.and_then(|[lon, lat]| match checked(lon, lat) {
                Ok(at) => Some(at),
                Err(what) => {
                    self.problem(&actor.key, what, "longitude and latitude in degrees");
                    None
                }
            });
            let kind = if actor.is_person {
                ActorKind::Person
            } else {
                ActorKind::Organisation
            };
            let (key, name) = (actor.key.clone(), self.name(&actor.key, &actor.name));
            let id = self.world.actors.push(Actor {
                key,
                name,
                kind,
                about: actor.about,
                at,
            });
            self.keep("actor", &actor.key, Subject::Actor(id));
        }
    }

    fn load_places(&mut self, places: Vec<Value>) {
        for place in self.rows::<RawPlace>("places", places) {
            let at = match checked(place.at[0], place.at[1]) {
                Ok(at) => at,
                Err(what) => {
                    self.problem(&place.key, what, "longitude and latitude in degrees");
                    continue;
                }
            };
            let extent = place
                .extent
                .and_then(|extent| self.bounds(&place.key, extent));
            let country = place.country.as_deref().and_then(|code| {
                let found = self.atlas.country_by_code(code);
                if found.is_none() {
                    let what = format!("{}: no country has the code {code}", place.key);
                    self.problem(code, what, "an ISO 3166-1 alpha-3 code such as PAK");
                }
                found
            });
            let (key, name) = (place.key.clone(), self.name(&place.key, &place.name));
            let row = Place {
                key,
                name,
                about: place.about,
                at,
                extent,
                country,
            };
            let id = self.world.places.push(row);
            self.keep("place", &place.key, Subject::Place(id));
        }
    }
}
