//! The story's smaller tables: focus countries, sources, overlays, actors, places.

use super::geometry::checked;
use super::kinds::overlay_style;
use super::loader::Loader;
use super::raw::{RawActor, RawFocus, RawOverlay, RawPlace, RawSource};
use super::rows::Row;
use crate::world::{Actor, ActorKind, FocusCountry, Overlay, Place, Source, Subject};

const CODE: &str = "an ISO 3166-1 alpha-3 code such as PAK";

impl Loader<'_> {
    pub(super) fn load_tables(&mut self) {
        self.load_focus();
        self.load_sources();
        self.load_overlays();
        self.load_actors();
        self.load_places();
    }

    fn load_focus(&mut self) {
        for Row { piece, raw } in self.rows::<RawFocus>("focus") {
            let Some(country) = self.atlas.country_by_code(&raw.country) else {
                let what = format!("no country has the code {}", raw.country);
                self.problem(piece, "country", what, CODE);
                continue;
            };
            let mut others = self.world.focus.iter();
            if others.any(|focus| focus.country == country) {
                let what = format!("{} is named twice", raw.country);
                self.problem(piece, "country", what, "each country once");
                continue;
            }
            let part = self.prose(piece, "part", raw.part);
            self.world.focus.push(FocusCountry { country, part });
        }
    }

    fn load_sources(&mut self) {
        for Row { piece, raw } in self.rows::<RawSource>("sources") {
            if self.sources.contains_key(&raw.key) {
                let what = format!("source {} stands twice", raw.key);
                self.problem(piece, "key", what, "a key of its own for each");
                continue;
            }
            let source = Source {
                key: self.name(piece, "key", raw.key.clone()),
                title: self.name(piece, "title", raw.title),
                date: self.name(piece, "date", raw.date),
                url: self.name(piece, "url", raw.url),
            };
            let id = self.world.sources.push(source);
            self.sources.insert(raw.key, id);
        }
    }

    fn load_overlays(&mut self) {
        for Row { piece, raw } in self.rows::<RawOverlay>("overlays") {
            let row = Overlay {
                key: self.name(piece, "key", raw.key.clone()),
                name: self.name(piece, "name", raw.name),
                about: self.prose(piece, "about", raw.about),
                limits: self.prose(piece, "limits", raw.limits),
                style: overlay_style(raw.style),
            };
            let id = self.world.overlays.push(row);
            self.keep("overlay", &raw.key, piece, Subject::Overlay(id));
        }
    }

    pub(super) fn load_actors(&mut self) {
        for Row { piece, raw } in self.rows::<RawActor>("actors") {
            let at = raw.at.and_then(|[lon, lat]| match checked(lon, lat) {
                Ok(at) => Some(at),
                Err(what) => {
                    self.problem(piece, "at", what, "longitude and latitude in degrees");
                    None
                }
            });
            let row = Actor {
                key: self.name(piece, "key", raw.key.clone()),
                name: self.name(piece, "name", raw.name),
                kind: if raw.is_person {
                    ActorKind::Person
                } else {
                    ActorKind::Organisation
                },
                about: self.prose(piece, "about", raw.about),
                at,
            };
            let id = self.world.actors.push(row);
            self.keep("actor", &raw.key, piece, Subject::Actor(id));
        }
    }

    pub(super) fn load_places(&mut self) {
        for Row { piece, raw } in self.rows::<RawPlace>("places") {
            let [lon, lat] = raw.at;
            let at = match checked(lon, lat) {
                Ok(at) => at,
                Err(what) => {
                    self.problem(piece, "at", what, "longitude and latitude in degrees");
                    self.lose("place", piece);
                    continue;
                }
            };
            let extent = raw
                .extent
                .and_then(|extent| self.bounds(piece, "extent", extent));
            let country = raw.country.as_deref().and_then(|code| {
                let found = self.atlas.country_by_code(code);
                if found.is_none() {
                    let what = format!("place \"{}\": no country has the code {code}", raw.key);
                    self.problem(piece, "country", what, CODE);
                }
                found
            });
            let row = Place {
                key: self.name(piece, "key", raw.key.clone()),
                name: self.name(piece, "name", raw.name),
                about: self.prose(piece, "about", raw.about),
                at,
                extent,
                country,
            };
            let id = self.world.places.push(row);
            self.keep("place", &raw.key, piece, Subject::Place(id));
        }
    }
}
