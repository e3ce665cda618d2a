//! Keys: what binds them, and what the list of keys shows.

mod scene_keys;
mod table;

use egui::{Event, InputState, Key, Modifiers};

pub use self::scene_keys::{SceneAct, scene_key_text, take_scene_act};
pub use self::table::{BINDINGS, SCENE_KEYS};
use super::Command;

/// A key, when it counts, what it does, and how the list of keys calls it.
#[derive(Clone, Debug)]
pub struct Binding {
    pub mode: Mode,
    pub press: KeyPress,
    pub command: Command,
    pub name: &'static str,
    pub group: &'static str,
}

/// When a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// While a briefing is given, and while none is.
    Any,
    Explore,
    Present,
}

/// A key with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyPress {
    pub key: Key,
    pub alt: bool,
    pub command: bool,
    pub shift: bool,
}

const ANY: When = When(Mode::Any);
const EXPLORE: When = When(Mode::Explore);
const PRESENT: When = When(Mode::Present);

/// Rows of the table begin with it.
struct When(Mode);

impl When {
    const fn press(&self, key: Key, [alt, command, shift]: [bool; 3]) -> (Mode, KeyPress) {
        let press = KeyPress {
            key,
            alt,
            command,
            shift,
        };
        (self.0, press)
    }

    const fn key(&self, key: Key) -> (Mode, KeyPress) {
        self.press(key, [false, false, false])
    }

    const fn alt(&self, key: Key) -> (Mode, KeyPress) {
        self.press(key, [true, false, false])
    }

    const fn command(&self, key: Key) -> (Mode, KeyPress) {
        self.press(key, [false, true, false])
    }

    const fn shift(&self, key: Key) -> (Mode, KeyPress) {
        self.press(key, [false, false, true])
    }

    const fn command_shift(&self, key: Key) -> (Mode, KeyPress) {
        self.press(key, [false, true, true])
    }
}

impl Mode {
    /// Whether a key of this mode counts in what is going on.
    pub fn counts(self, now: Self) -> bool {
        self == Self::Any || self == now
    }
}

/// What the keys pressed in this frame ask for, in their order. While a text field has the
/// keyboard, only some of it counts (see [`saves`]).
///
/// Each press brings its own modifiers: a quick Alt+Left is over before the frame that hears of
/// it, and then the frame's own modifiers no longer have the Alt.
pub fn commands_from(input: &InputState, now: Mode) -> Vec<Command> {
    let pressed = input.events.iter().filter_map(|event| match event {
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => Some((*key, *modifiers)),
        _ => None,
    });
    pressed
        .filter_map(|(key, modifiers)| bound(key, modifiers, now))
        .cloned()
        .collect()
}

/// What a key does now. Shift counts where the table has a row with it; otherwise it does not: some
/// keyboards need it for `+` and `?`.
fn bound(key: Key, modifiers: Modifiers, now: Mode) -> Option<&'static Command> {
    let rows = || {
        BINDINGS.iter().filter(move |binding| {
            let press = binding.press;
            binding.mode.counts(now)
                && press.key == key
                && press.alt == modifiers.alt
                && press.command == modifiers.command
        })
    };
    let exact = rows().find(|binding| binding.press.shift == modifiers.shift);
    let plain = || rows().find(|binding| !binding.press.shift);
    exact.or_else(plain).map(|binding| &binding.command)
}

/// Whether a command moves the map by an arrow key, which moves the focus instead while a control
/// has the keyboard.
pub fn is_arrow(command: &Command) -> bool {
    matches!(command, Command::Pan { .. })
}

/// Whether a command saves what was written, which it also does while somebody is writing.
pub fn saves(command: &Command) -> bool {
    matches!(command, Command::SaveStory | Command::SaveStoryAs)
}

/// The key of a command, as a tooltip gives it.
pub fn key_text(command: &Command) -> Option<String> {
    BINDINGS
        .iter()
        .find(|binding| &binding.command == command)
        .map(|binding| binding.press.text())
}

impl KeyPress {
    /// "Ctrl+M", "Shift+F5", "Left".
    pub fn text(self) -> String {
        let key = match self.key {
            Key::ArrowLeft => "Left",
            Key::ArrowRight => "Right",
            Key::ArrowUp => "Up",
            Key::ArrowDown => "Down",
            Key::PageUp => "Page Up",
            Key::PageDown => "Page Down",
            Key::Period => ".",
            other => other.symbol_or_name(),
        };
        let mut text = String::new();
        for (is_held, name) in [
            (self.alt, "Alt+"),
            (self.command, "Ctrl+"),
            (self.shift, "Shift+"),
        ] {
            if is_held {
                text.push_str(name);
            }
        }
        text + key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_bindings_share_a_key_and_each_has_a_name() {
        for (index, binding) in BINDINGS.iter().enumerate() {
            assert!(!binding.name.is_empty() && !binding.group.is_empty());
            for other in &BINDINGS[..index] {
                let may_meet = |mode: Mode, other: Mode| {
                    mode == other || mode == Mode::Any || other == Mode::Any
                };
                let is_same = other.press == binding.press && may_meet(other.mode, binding.mode);
                assert!(!is_same, "{} and {}", other.name, binding.name);
            }
        }
    }

    #[test]
    fn shift_counts_only_where_the_table_says_so() {
        let with =
            |key, modifiers| bound(key, modifiers, Mode::Explore).map(|it| format!("{it:?}"));
        assert_ne!(
            with(Key::F5, Modifiers::NONE),
            with(Key::F5, Modifiers::SHIFT)
        );
        assert_eq!(
            with(Key::Plus, Modifiers::NONE),
            with(Key::Plus, Modifiers::SHIFT)
        );
        let undo = with(Key::Z, Modifiers::COMMAND);
        assert_ne!(undo, with(Key::Z, Modifiers::COMMAND | Modifiers::SHIFT));
    }
}
