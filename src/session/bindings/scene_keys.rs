//! Keys of one scene in the strip: they count only while that scene has the keyboard, so they may be
//! those of something else otherwise.

use egui::{Event, InputState};

use super::{KeyPress, SCENE_KEYS};

/// What a key does to the scene that has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SceneAct {
    Present,
    Rename,
    Duplicate,
    Delete,
    MoveLeft,
    MoveRight,
    /// The keyboard goes to the scene before.
    Before,
    After,
}

/// A key, what it does, and how that is said of the scene.
#[derive(Clone, Copy, Debug)]
pub struct SceneKey {
    pub press: KeyPress,
    pub act: SceneAct,
    pub name: &'static str,
}

/// What the first such key of this frame asks for; nobody else hears of it then.
pub fn take_scene_act(input: &mut InputState) -> Option<SceneAct> {
    let at = input
        .events
        .iter()
        .position(|event| act_of(event).is_some())?;
    act_of(&input.events.remove(at))
}

fn act_of(event: &Event) -> Option<SceneAct> {
    let Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return None;
    };
    let press = KeyPress {
        key: *key,
        alt: modifiers.alt,
        command: modifiers.command,
        shift: modifiers.shift,
    };
    let row = SCENE_KEYS.iter().find(|row| row.press == press)?;
    Some(row.act)
}

/// The key of an act, as a menu gives it.
pub fn scene_key_text(act: SceneAct) -> Option<String> {
    let row = SCENE_KEYS.iter().find(|row| row.act == act)?;
    Some(row.press.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_keys_of_a_scene_are_the_same_and_each_is_named() {
        for (index, row) in SCENE_KEYS.iter().enumerate() {
            assert!(!row.name.is_empty());
            let before = &SCENE_KEYS[..index];
            assert!(
                before
                    .iter()
                    .all(|other| other.press != row.press && other.act != row.act)
            );
        }
    }
}
