//! The reader's own sets of overlays: which are on, how strongly, and whether what is not in the
//! article is drawn. In stable keys, so that a preset outlives a change of the story.
//!
//! In: what a preset is, what it may be called, and what becomes of the list. Out: how they are
//! offered (see `ui`), and in what file they are kept (see `saved`).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use unicode_general_category::{GeneralCategory, get_general_category};

use super::lenient::{each_that_fits, or_default, percents};
use super::{Session, Stage};
use crate::world::{Id, Overlay, World};

/// A longer name would not fit its line.
pub const LONGEST_PRESET_NAME: usize = 40;

/// More than anybody looks through.
pub const MOST_PRESETS: usize = 60;

/// A set of overlays under a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preset {
    #[serde(deserialize_with = "or_default")]
    pub name: String,
    /// Keys of the overlays that are on.
    #[serde(deserialize_with = "each_that_fits")]
    pub overlays: Vec<String>,
    /// In percent, by an overlay's key; full for what is not named.
    #[serde(deserialize_with = "percents")]
    pub opacity: BTreeMap<String, u8>,
    #[serde(deserialize_with = "or_default")]
    pub shows_outside: bool,
}

/// Why something can not be the name of a preset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    Empty,
    /// It has so many letters.
    TooLong(usize),
}

impl Preset {
    /// What is on show of the overlays, under a name.
    pub fn of(name: String, world: &World, stage: &Stage) -> Self {
        let key = |id: &Id<Overlay>| Some(world.overlays.get(*id)?.key.clone());
        let opacity = stage.opacity.iter();
        Self {
            name,
            overlays: stage.overlays.iter().filter_map(key).collect(),
            opacity: opacity
                .filter_map(|(id, &percent)| Some((key(id)?, percent)))
                .collect(),
            shows_outside: stage.shows_outside,
        }
    }

    /// What the story shows when it opens.
    pub fn of_opening(world: &World) -> Self {
        let stage = Stage {
            overlays: world.opening_overlays.iter().copied().collect(),
            ..Stage::default()
        };
        Self::of(String::new(), world, &stage)
    }

    /// Puts it on show. Keys that the story does not have are passed over.
    pub fn show(&self, world: &World, stage: &mut Stage) {
        let opacity_by_key = &self.opacity;
        stage.overlays = self.overlays_in(world);
        stage.opacity.clear();
        for (id, overlay) in world.overlays.iter() {
            if let Some(&percent) = opacity_by_key.get(&overlay.key) {
                stage.set_opacity(id, percent);
            }
        }
        stage.shows_outside = self.shows_outside;
    }

    /// Whether it is what is on show: how strong an overlay would be that is off does not matter.
    pub fn is_on_show(&self, world: &World, stage: &Stage) -> bool {
        let mut shown = Stage::default();
        self.show(world, &mut shown);
        let mut overlays = shown.overlays.iter();
        shown.overlays == stage.overlays
            && shown.shows_outside == stage.shows_outside
            && overlays.all(|&id| shown.opacity_percent(id) == stage.opacity_percent(id))
    }

    pub fn overlays_in(&self, world: &World) -> BTreeSet<Id<Overlay>> {
        let known = world.overlays.iter();
        known
            .filter(|(_, overlay)| self.overlays.contains(&overlay.key))
            .map(|(id, _)| id)
            .collect()
    }
}

/// A name as it is kept: without what does not show, and with single spaces.
pub fn preset_name(written: &str) -> Result<String, NameFault> {
    let shown: String = written
        .chars()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(|&letter| is_joiner(letter) || !is_hidden(letter))
        .collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let name = words.join(" ");
    if name
        .chars()
        .all(|letter| is_joiner(letter) || letter == ' ')
    {
        return Err(NameFault::Empty);
    }
    match name.chars().count() {
        letters if letters > LONGEST_PRESET_NAME => Err(NameFault::TooLong(letters)),
        _ => Ok(name),
    }
}

/// The two joiners are spelling in Persian and in the languages of India.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

fn is_hidden(letter: char) -> bool {
    use GeneralCategory::{Control, Format, PrivateUse, Unassigned};
    matches!(
        get_general_category(letter),
        Control | Format | PrivateUse | Unassigned
    )
}

/// Whether a reader would take two names for the same.
fn is_same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| -> String {
        let letters = name.chars().filter(|&letter| !is_joiner(letter));
        letters.flat_map(char::to_lowercase).collect()
    };
    plain(one) == plain(other)
}

/// The presets of a file that can be used: each with a name, and with one of its own.
pub(super) fn sound_presets(kept: &[Preset]) -> Vec<Preset> {
    let mut sound: Vec<Preset> = Vec::new();
    for preset in kept {
        let Ok(name) = preset_name(&preset.name) else {
            continue;
        };
        let mut others = sound.iter();
        if sound.len() < MOST_PRESETS && !others.any(|other| is_same_name(&other.name, &name)) {
            sound.push(Preset {
                name,
                ..preset.clone()
            });
        }
    }
    sound
}

impl Session {
    /// The preset of a name, however it is written.
    pub fn preset(&self, name: &str) -> Option<&Preset> {
        let mut presets = self.presets.iter();
        presets.find(|preset| is_same_name(&preset.name, name))
    }

    /// Keeps what is on show under a name, in place of what had it before.
    pub(super) fn keep_preset(&mut self, world: &World, written: &str) {
        let Ok(name) = preset_name(written) else {
            return;
        };
        let deleted = self.deleted_preset.take();
        self.deleted_preset = deleted.filter(|(_, other)| !is_same_name(&other.name, &name));
        let preset = Preset::of(name, world, &self.stage);
        let has_room = self.presets.len() < MOST_PRESETS;
        let mut presets = self.presets.iter_mut();
        match presets.find(|other| is_same_name(&other.name, &preset.name)) {
            Some(other) => *other = preset,
            None if has_room => self.presets.push(preset),
            None => {}
        }
    }

    /// Calls a preset by another name, unless another one has it.
    pub(super) fn rename_preset(&mut self, from: &str, written: &str) {
        let Ok(name) = preset_name(written) else {
            return;
        };
        let is_free = is_same_name(from, &name) || self.preset(&name).is_none();
        let mut presets = self.presets.iter_mut();
        if let Some(preset) = presets.find(|preset| preset.name == from)
            && is_free
        {
            preset.name = name;
        }
    }

    /// Takes a preset out of the list. It can be brought back until the next one goes.
    pub(super) fn delete_preset(&mut self, name: &str) -> bool {
        let mut presets = self.presets.iter();
        let found = presets.position(|preset| preset.name == name);
        if let Some(at) = found {
            self.deleted_preset = Some((at, self.presets.remove(at)));
        }
        found.is_some()
    }

    /// Puts the preset that was deleted last where it was.
    pub(super) fn bring_back_preset(&mut self) {
        if let Some((at, preset)) = self.deleted_preset.take()
            && self.preset(&preset.name).is_none()
            && self.presets.len() < MOST_PRESETS
        {
            let at = at.min(self.presets.len());
            self.presets.insert(at, preset);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Preset {
        Preset {
            name: name.to_owned(),
            ..Preset::default()
        }
    }

    #[test]
    fn a_name_has_no_letters_that_do_not_show_and_forty_at_most() {
        let name = |written: &str| preset_name(written);
        assert_eq!(name("  Gas\tand\n oil "), Ok("Gas and oil".to_owned()));
        assert_eq!(name("a\u{202e}b\u{7}\u{0}c\u{feff}"), Ok("abc".to_owned()));
        assert_eq!(name("خط لوله"), Ok("خط لوله".to_owned()));
        for empty in ["", "  ", "\u{200b}", "\u{200d}\u{200c}", "\u{1b}\u{2067}"] {
            assert_eq!(name(empty), Err(NameFault::Empty), "{empty:?}");
        }
        assert!(name(&"Ж".repeat(40)).is_ok());
        assert_eq!(name(&"Ж".repeat(41)), Err(NameFault::TooLong(41)));
    }

    #[test]
    fn presets_of_a_file_that_have_no_name_or_one_that_is_taken_are_left_out() {
        let long = "x".repeat(400);
        let kept = ["Gas", "", "gas", "G\u{200d}as", &long, "Oil"].map(named);
        let sound = sound_presets(&kept);
        let names: Vec<&str> = sound.iter().map(|preset| preset.name.as_str()).collect();
        assert_eq!(names, ["Gas", "Oil"]);
        let many: Vec<Preset> = (0..500).map(|n| named(&n.to_string())).collect();
        assert_eq!(sound_presets(&many).len(), MOST_PRESETS);
    }

    #[test]
    fn a_deleted_preset_comes_back_to_its_place_unless_its_name_is_taken() {
        let world = World::default();
        let mut session = Session {
            presets: ["One", "Two", "Three"].map(named).to_vec(),
            ..Session::default()
        };
        assert!(session.delete_preset("Two") && !session.delete_preset("Two"));
        session.bring_back_preset();
        session.bring_back_preset();
        let names = |session: &Session| -> Vec<String> {
            let presets = session.presets.iter();
            presets.map(|preset| preset.name.clone()).collect()
        };
        assert_eq!(names(&session), ["One", "Two", "Three"]);
        session.delete_preset("Two");
        session.keep_preset(&world, "TWO");
        session.bring_back_preset();
        assert_eq!(names(&session), ["One", "Three", "TWO"]);
    }

    #[test]
    fn no_two_presets_get_the_same_name() {
        let world = World::default();
        let mut session = Session {
            presets: ["One", "Two"].map(named).to_vec(),
            ..Session::default()
        };
        session.rename_preset("One", "two");
        session.rename_preset("One", "\u{202e}");
        assert_eq!(session.presets[0].name, "One");
        session.rename_preset("One", "ONE");
        assert_eq!(session.presets[0].name, "ONE");
        session.keep_preset(&world, " one ");
        assert_eq!(session.presets.len(), 2);
    }
}
